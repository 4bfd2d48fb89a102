"""An article as the copy tier reads it: its words without dateline and furniture, its openings, its addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from sys import intern

from aggregator import text
from aggregator.grouping.features import DATELINE
from aggregator.grouping.headlines import clean, cleaned_title, headline
from aggregator.grouping.shingles import CODE, codes, vocabulary, words_of
from aggregator.grouping.words import STOPWORDS
from aggregator.models import CopyLink, Document

READ = 4000
"""Characters of a text that are read: the 400 words that are compared have about 2,600, German ones 3,000."""

BODY_WORDS = 60
"""Words from which a text is an article: feeds' blurbs and the free lines of a paywalled page are shorter."""

OPENING_WORDS = 40
"""Words of the opening that are kept: most blurbs of feeds are shorter, and 40 equal words leave no doubt."""

STEM = 5
"""Letters by which a headline's word is found in a text: 'banned' and 'banning', 'Hafen' and 'Hafens'."""

TAIL = 60
"""Characters at the end of a blurb where the mark of a cut is looked for: 'to protect the har… Continue reading'."""

_PLAIN_DATELINE = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜ .'’-]{2,30}(?:, [^-–—()]{2,24})?\s[-–—]{1,2}\s")
_CUT = re.compile(r"\s*\S*\s*\[?(?:…|\.\.\.)\]?\s*(?:(?:read|continue)\s[\w ]{2,20})?\W*$", re.IGNORECASE)
_QUOTES = re.compile("['‘’`´\"“”„«»]+")
_FORM = re.compile(r'\w+|"')
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»')


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What is kept of an article: its words (of the body, or of the blurb where it is all there is) and the rest.

    Words are kept as their codes (shingles.codes). `title` is the headline's words, joined by spaces; `title_form`
    stands for the headline as it is written but for the shape of its quotation marks and the other punctuation; `whole`
    says that the words are a body's; `openings` are the stems of the blurb's and the body's first words, without an
    opening that is mostly a quotation; `wire` is the agency of the text, `own` that of the outlet; `address`, `named`
    (the original, as the page has it) and `canonical` (the same, 0 where it is not believed) stand for addresses.
    `retold_by` is who carries a text that only retells a piece of its outlet.
    `purged` says that the body was let go of, `stored` is the origin that the article had when it was last grouped.
    """

    id: int
    outlet: str | None
    published: float | None
    title: str
    title_form: int
    codes: bytes
    whole: bool
    openings: tuple[bytes, ...]
    wire: str | None
    own: str | None
    address: int
    named: int
    canonical: int
    purged: bool = False
    stored: CopyLink | None = None
    retold_by: str | None = None

    @property
    def words(self) -> int:
        return len(self.codes) // CODE


def read(document: Document) -> Text:
    """Read what the copy tier compares of an article."""
    body, summary = (_plain(part) for part in (document.body, document.summary))
    words = words_of(max(body, summary, key=len))
    head = headline(cleaned_title(document.title), document.outlet)
    own = text.agency_of_outlet(document.outlet) if document.outlet else None
    wire = wire_of(document) or own
    named = _number(address_key(document.canonical or ""))
    return Text(
        id=document.id,
        outlet=document.outlet and intern(document.outlet),
        published=document.published,
        title=" ".join(words_of(head)),
        title_form=_number(" ".join(_FORM.findall(_QUOTES.sub('"', head.replace(".", ""))))),
        codes=codes(words),
        whole=len(words) >= BODY_WORDS and len(body) >= len(summary),
        openings=tuple(dict.fromkeys(opening for part in (summary, body) if part and (opening := _opening(part)))),
        wire=wire and intern(wire),
        own=own,
        address=_number(address_key(document.url)),
        named=named,
        canonical=named,
        purged=document.purged,
        stored=document.copy_link,
        retold_by=document.retold_by,
    )


def wire_of(document: Document) -> str | None:
    """Name the agency of an article's text: the one known from its by-line, else the one that its text names."""
    return document.wire or text.wire_of(None, document.body, document.summary)


def address_key(url: str) -> str:
    """Give an address as two pages may write it differently: without scheme, www and the slash at its end.

    >>> address_key("https://www.quaypost.example/dam/"), address_key("http://quaypost.example/dam")
    ('quaypost.example/dam', 'quaypost.example/dam')
    """
    return url.partition("//")[2].removeprefix("www.").rstrip("/")


def telling(title: str) -> list[str]:
    """Give the different words of a headline that say something."""
    return [word for word in dict.fromkeys(title.split()) if word not in STOPWORDS]


def stems(words: Sequence[str]) -> bytes:
    """Give the codes of the words' first letters."""
    return codes([word[:STEM] for word in words])


def names(title: str, opening: bytes) -> bool:
    """Tell whether a telling word of a headline comes up in an opening's stems, so that it is no stock phrase."""
    said = [word for word in telling(title) if len(word) >= STEM - 1]
    return not vocabulary(stems(said)).isdisjoint(vocabulary(opening))


def _number(text: str) -> int:
    """Give the same number for the same text, 0 for none: 64 bits, a third of an address's memory."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) if text else 0


def _plain(part: str) -> str:
    """Give a part of an article without markup and dateline."""
    return _PLAIN_DATELINE.sub("", DATELINE.sub("", clean(part[:READ]))) if part else ""


def _opening(plain: str) -> bytes:
    """Give the stems of the first words, without the one that a cut blurb breaks off in; none where they are quoted."""
    start = plain[:-TAIL] + _CUT.sub("", plain[-TAIL:]) if len(plain) < 500 else plain[:500]
    spoken = sum(len(words_of(quoted)) for quoted in _QUOTED.findall(start))
    words = words_of(start)
    return b"" if 2 * spoken > len(words) else stems(words[:OPENING_WORDS])

"""An article as the copy tier reads it: its words without dateline and furniture, its openings, its addresses."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from aggregator import text
from aggregator.grouping.features import DATELINE
from aggregator.grouping.headlines import TITLE_CHARACTERS, clean, headline
from aggregator.grouping.shingles import shingles, words_of
from aggregator.grouping.words import STOPWORDS
from aggregator.models import Document

READ = 4000
"""Characters of a text that are read: the 400 words that are compared have about 2,600, German ones 3,000."""

BODY_WORDS = 60
"""Words from which a text is an article: feeds' blurbs and the free lines of a paywalled page are shorter."""

OPENING_WORDS = 60
"""Words of the opening that are kept: a feed's blurb is cut at 300 characters or fewer, which is about as many."""

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
    """What is kept of an article's words (of the body, or of the blurb where it is all there is) and of the rest.

    `title` is the headline's words, `title_form` the headline as it is written but for the shape of its quotation
    marks and the other punctuation; `words` counts the text's words, `digest` stands for all of them in order and
    `vocabulary` for each; `whole` says that
    it is a body; `openings` are the blurb's and the body's first words, without an opening that is mostly a quotation;
    `wire` is the agency of the text, `own` that of the outlet. Words are joined by spaces: 10,000
    articles of 500 words take 54 MB so, and took 510 MB as tuples of words and of shingles.
    """

    id: int
    outlet: str | None
    published: float | None
    title: str
    title_form: str
    words: int
    digest: bytes
    whole: bool
    shingles: array[int]
    vocabulary: array[int]
    numbers: frozenset[str]
    openings: tuple[str, ...]
    wire: str | None
    own: str | None
    address: str
    canonical: str


def read(document: Document) -> Text:
    """Read what the copy tier compares of an article."""
    body, summary = (_plain(part) for part in (document.body, document.summary))
    words = words_of(max(body, summary, key=len))
    head = headline(clean(document.title[:TITLE_CHARACTERS]), document.outlet)
    own = text.agency_of_outlet(document.outlet) if document.outlet else None
    return Text(
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        title=" ".join(words_of(head)),
        title_form=" ".join(_FORM.findall(_QUOTES.sub('"', head.replace(".", "")))),
        words=len(words),
        digest=blake2b(" ".join(words).encode(), digest_size=16).digest(),
        whole=len(words) >= BODY_WORDS and len(body) >= len(summary),
        shingles=shingles(words),
        vocabulary=array("I", sorted(map(word_hash, set(words)))),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        openings=tuple(dict.fromkeys(opening for part in (summary, body) if part and (opening := _opening(part)))),
        wire=wire_of(document) or own,
        own=own,
        address=address_key(document.url),
        canonical=address_key(document.canonical or ""),
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


def word_hash(word: str) -> int:
    return crc32(word.encode())


def telling(title: str) -> list[str]:
    """Give the different words of a headline that say something."""
    return [word for word in dict.fromkeys(title.split()) if word not in STOPWORDS]


def names(title: str, opening: str) -> bool:
    """Tell whether a telling word of a headline comes up in an opening, so that it is no stock phrase."""
    stems = {word[:STEM] for word in opening.split()}
    return any(word[:STEM] in stems for word in telling(title) if len(word) >= STEM - 1)


def _plain(part: str) -> str:
    """Give a part of an article without markup and dateline."""
    return _PLAIN_DATELINE.sub("", DATELINE.sub("", clean(part[:READ]))) if part else ""


def _opening(plain: str) -> str:
    """Give the first words, without the word that a cut blurb breaks off in, none where they are mostly quoted."""
    start = plain[:-TAIL] + _CUT.sub("", plain[-TAIL:]) if len(plain) < 500 else plain[:500]
    spoken = sum(len(words_of(quoted)) for quoted in _QUOTED.findall(start))
    words = words_of(start)
    return "" if 2 * spoken > len(words) else " ".join(words[:OPENING_WORDS])

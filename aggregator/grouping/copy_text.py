"""An article as the copy tier reads it: its words without dateline and furniture, its openings, its addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aggregator import text
from aggregator.grouping.features import DATELINE
from aggregator.grouping.headlines import TITLE_CHARACTERS, clean, headline
from aggregator.grouping.shingles import shingles, words_of
from aggregator.grouping.words import STOPWORDS
from aggregator.models import Document

READ = 6000
"""Characters of a text that are read: more than the 400 words that are compared ever need."""

BODY_WORDS = 60
"""Words from which a text is an article: feeds' blurbs and the free lines of a paywalled page are shorter."""

OPENING_WORDS = 60
"""Words of the opening that are kept: a feed's blurb is cut at 300 characters or fewer, which is about as many."""

STEM = 5
"""Letters by which a headline's word is found in a text: 'banned' and 'banning', 'Hafen' and 'Hafens'."""

_PLAIN_DATELINE = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜ .'’-]{2,30}(?:, [^-–—()]{2,24})?\s[-–—]{1,2}\s")
_CUT = re.compile(r"\s*\S*\s*\[?(?:…|\.\.\.)\]?\s*(?:(?:read|continue)\s[\w ]{2,20})?\W*$", re.IGNORECASE)
_QUOTES = re.compile("['‘’`´\"“”„«»]+")
_FORM = re.compile(r'\w+|"')
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»')


@dataclass(frozen=True, slots=True)
class Text:
    """An article's words (of the body, or of the blurb where it is all there is) and what else can tell a copy.

    `title_key` is the headline's letters and digits without spaces, `title_form` the headline as it is written but for
    the shape of its quotation marks and the other punctuation; `openings` are the blurb's and the body's first
    words; `spoken` says that an opening is mostly a quotation; `wire` is the agency of the text, `own` that of the
    outlet.
    """

    document: Document
    title: tuple[str, ...]
    title_key: str
    title_form: str
    telling: frozenset[str]
    words: tuple[str, ...]
    whole: bool
    shingles: tuple[int, ...]
    bag: frozenset[int]
    numbers: frozenset[str]
    openings: tuple[tuple[str, ...], ...]
    wire: str | None
    own: str | None
    address: str
    canonical: str


def read(document: Document) -> Text:
    """Read what the copy tier compares of an article."""
    body, summary = (_without_dateline(clean(part[:READ])) for part in (document.body, document.summary))
    words = words_of(max(body, summary, key=len))
    head = headline(clean(document.title[:TITLE_CHARACTERS]), document.outlet)
    title = words_of(head)
    runs = shingles(words)
    own = text.agency_of_outlet(document.outlet) if document.outlet else None
    return Text(
        document=document,
        title=tuple(title),
        title_key="".join(title),
        title_form=" ".join(_FORM.findall(_QUOTES.sub('"', head.replace(".", "")))),
        telling=frozenset(word for word in title if word not in STOPWORDS),
        words=tuple(words),
        whole=len(words) >= BODY_WORDS and len(body) >= len(summary),
        shingles=runs,
        bag=frozenset(runs),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        openings=tuple(dict.fromkeys(opening for part in (summary, body) if (opening := _opening(part)))),
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


def names(title: frozenset[str], opening: tuple[str, ...]) -> bool:
    """Tell whether a headline's telling words come up in an opening, so that it is no stock phrase."""
    stems = {word[:STEM] for word in opening}
    return any(word[:STEM] in stems for word in title if len(word) >= STEM - 1)


def _without_dateline(plain: str) -> str:
    return _PLAIN_DATELINE.sub("", DATELINE.sub("", plain))


def _opening(plain: str) -> tuple[str, ...]:
    """Give the first words, without the word that a cut blurb breaks off in, none where they are mostly quoted."""
    start = _CUT.sub("", plain[:500]) if len(plain) < 500 else plain[:500]
    spoken = sum(len(words_of(quoted)) for quoted in _QUOTED.findall(start))
    words = words_of(start)
    return () if 2 * spoken > len(words) else tuple(words[:OPENING_WORDS])

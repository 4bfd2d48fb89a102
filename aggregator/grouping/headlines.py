"""Takes from a headline what is not of the event: markup, the label of a series, the name of the outlet."""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable

from rapidfuzz import fuzz

from aggregator.grouping.words import LABELS, MEDIA_WORDS

TITLE_CHARACTERS = 512
"""A title is cut here before anything else reads it: rapidfuzz needs over 25 s for a title of 1 MB."""

SEGMENTS = 6
"""Separated parts of a title that are looked at; a title of nothing but separators must not cost more."""

OUTLET_LIKENESS = 85
"""Likeness (0 to 100) at which a trailing segment is the outlet's name: 'Quay Post' for quaypost.example."""

Affix = tuple[str, str | None]
"""A leading label with its outlet, or a trailing one of any, casefolded."""

_TAGS = re.compile(r"<[^<>]{0,300}>")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f]")
_TRAILING = re.compile(r"\s+([|–—\-«»·•])\s+")
_LEADING = re.compile(r"\s*[:|–—»]\s+")
_WORD = re.compile(r"\w+")


def clean(text: str) -> str:
    """Give the text without markup, entities, invisible and control characters, in NFKC with single spaces.

    >>> clean("<b>Fed\\u200b lifts</b>&nbsp;rates")
    'Fed lifts rates'
    """
    text = unicodedata.normalize("NFKC", " ".join(html.unescape(_TAGS.sub(" ", text)).split()))
    return " ".join((text if text.isprintable() else _INVISIBLE.sub("", text)).split())


@functools.lru_cache(maxsize=8192)  # the labels, the copies and the stories each read the titles of a batch
def cleaned_title(title: str) -> str:
    """Give what is read of a title, cleaned; one letter may become 18 (U+FDFA), so that it is cut before and after."""
    return clean(title[:TITLE_CHARACTERS])[:TITLE_CHARACTERS]


def headline(title: str, outlet: str | None = None, furniture: Container[Affix] = frozenset()) -> str:
    """Give a cleaned title's headline without its series label and without the outlet's own name.

    `furniture` holds affixes known to repeat (`Furniture`).

    >>> headline("LIVE: Harbour bridge reopens | The Quay Post")
    'Harbour bridge reopens'
    >>> headline("Mayor resigns - budget row deepens")
    'Mayor resigns - budget row deepens'
    """
    return _without_label(_without_outlet(title, outlet, furniture), outlet, furniture)


def affixes(title: str) -> tuple[str | None, str | None]:
    """Give the leading 'Series:' and the trailing '- Outlet' of a cleaned title, casefolded, where it has them.

    >>> affixes("Harbour Latest: ferry runs again - The Quay Post")
    ('harbour latest', 'the quay post')
    """
    label, *rest = _LEADING.split(title, maxsplit=1)
    *before, tail = _TRAILING.split(title)
    head = label.casefold() if rest and 0 < len(label.split()) <= 4 else None
    return head, tail.casefold() if before and len(tail.split()) <= 8 else None


class Furniture:
    """The affixes that at least LEAST different titles of the stream share: what a series or an outlet repeats.

    A trailing affix may repeat anywhere; a leading one only at the same outlet, for "Brexit: ..." at three outlets is
    the event itself.
    """

    LEAST = 3

    def __init__(self) -> None:
        self._titles: defaultdict[Affix, set[str]] = defaultdict(set)
        self._known: set[Affix] = set()

    def __contains__(self, affix: object) -> bool:
        return affix in self._known

    def see(self, titles: Iterable[tuple[str, str | None]]) -> None:
        """Take note of the affixes of some cleaned titles with their outlets."""
        for title, outlet in titles:
            head, tail = affixes(title)
            if head and outlet:
                self._see(head, outlet, title)
            if tail:
                self._see(tail, None, title)

    def forget_titles(self) -> None:
        """Forget the titles that were counted; what is known stays known."""
        self._titles.clear()

    def _see(self, affix: str, outlet: str | None, title: str) -> None:
        if (affix, outlet) in self._known:
            return
        titles = self._titles[affix, outlet]
        titles.add(title)
        if len(titles) >= self.LEAST:
            self._known.add((affix, outlet))
            del self._titles[affix, outlet]


def _without_outlet(title: str, outlet: str | None, furniture: Container[Affix]) -> str:
    pieces = _TRAILING.split(title, maxsplit=0)
    for _ in range(SEGMENTS):
        if len(pieces) < 3 or len(pieces[0].split()) < 2:
            break
        mark, tail = pieces[-2], pieces[-1]
        if mark != "|" and (tail.casefold(), None) not in furniture and not _names_outlet(tail, outlet):
            break
        pieces = pieces[:-2]
    return pieces[0] + "".join(f" {mark} {text}" for mark, text in zip(pieces[1::2], pieces[2::2], strict=True))


def _without_label(title: str, outlet: str | None, furniture: Container[Affix]) -> str:
    label, *rest = _LEADING.split(title, maxsplit=1)
    if not rest or len(rest[0].split()) < 2:
        return title
    known = (
        (label.casefold(), outlet) in furniture or _is_label(label) or (outlet is not None and _is_name(label, outlet))
    )
    return rest[0] if known else title


def _names_outlet(segment: str, outlet: str | None) -> bool:
    words = _WORD.findall(segment.casefold())
    return not MEDIA_WORDS.isdisjoint(words) or (outlet is not None and _is_name(segment, outlet))


def _is_name(segment: str, outlet: str) -> bool:
    squashed = "".join(_WORD.findall(segment.casefold()))
    name = "".join(_WORD.findall(outlet.casefold()))
    return bool(squashed) and (squashed in name or fuzz.ratio(squashed, name) >= OUTLET_LIKENESS)


def _is_label(segment: str) -> bool:
    words = _WORD.findall(segment.casefold())
    return len(words) <= 4 and not LABELS.isdisjoint(words)

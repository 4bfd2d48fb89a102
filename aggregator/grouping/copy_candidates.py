"""Which earlier articles a new one is compared with for copies, the surest evidence first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from aggregator.grouping.copy_evidence import LEAD_WORDS
from aggregator.grouping.copy_text import Text
from aggregator.grouping.shingles import ShingleIndex

LATEST = 3
"""Earlier articles of one headline or opening that a new one is compared with, beside the first."""


class Candidates:
    """The articles seen so far, by link, words, opening, headline and shingles."""

    def __init__(self) -> None:
        self._links: dict[str, int] = {}
        self._words: defaultdict[bytes, list[int]] = defaultdict(list)
        self._openings: defaultdict[str, list[int]] = defaultdict(list)
        self._titles: defaultdict[str, _Headline] = defaultdict(_Headline)
        self._shingles = ShingleIndex()

    def of(self, number: int, text: Text) -> Iterator[int]:
        """Give the numbers to compare an article with, each once, and remember the article."""
        starts = (opening.split()[:LEAD_WORDS] for opening in text.openings)
        openings = [" ".join(start) for start in starts if len(start) == LEAD_WORDS]
        title = text.title.replace(" ", "")
        found = list(
            dict.fromkeys(
                chain(
                    (self._links[key] for key in (text.canonical, text.address) if key in self._links),
                    _ends(self._words.get(text.digest, [])) if text.words else (),
                    self._shingles.near(text.shingles),
                    *(_ends(self._openings.get(opening, [])) for opening in openings),
                    self._titles[title].near(text) if title else (),
                )
            )
        )
        if title:
            self._titles[title].add(number, text)
        self._remember(number, text, openings)
        return iter(found)

    def _remember(self, number: int, text: Text, openings: list[str]) -> None:
        for key in {text.canonical, text.address} - {""}:
            self._links.setdefault(key, number)
        if text.words:
            self._words[text.digest].append(number)
        for opening in dict.fromkeys(openings):
            self._openings[opening].append(number)
        self._shingles.add(number, text.shingles)


class _Headline:
    """The articles of one headline: those with a text decide whether it stands for one text or for several."""

    def __init__(self) -> None:
        self._bare: list[int] = []
        self._texted: list[int] = []

    def near(self, text: Text) -> list[int]:
        if text.words:
            return _ends(self._texted) or _ends(self._bare)
        return _ends(self._texted) + _ends(self._bare)

    def add(self, number: int, text: Text) -> None:
        (self._texted if text.words else self._bare).append(number)


def _ends(numbers: list[int]) -> list[int]:
    return numbers if len(numbers) <= LATEST + 1 else [numbers[0], *numbers[-LATEST:]]

"""Which stored articles are worth scoring against a new one: an inverted index with an absolute frequency cap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from math import sqrt

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.features import Features
from aggregator.grouping.frequencies import Statistics
from aggregator.grouping.words import STOPWORDS

PREFIX = 5
"""Words are also indexed by their first letters, so that 'election' is found by 'electoral'."""

SHORT_TITLE = 4
"""A title of fewer words, or of one unspaced run of letters as in Japanese, is also indexed by its n-grams."""

HALF = 50
"""A key with this many articles counts half: what many share tells few apart."""


def keys(features: Features) -> Iterator[str]:
    """Give the index keys of an article: its words, their beginnings, and the n-grams of a short title."""
    words = [word for word in features.words if word not in STOPWORDS and len(word) > 1]
    yield from words
    yield from dict.fromkeys(f"^{word[:PREFIX]}" for word in words if len(word) > PREFIX)
    if len(features.title_words) < SHORT_TITLE:
        yield from (f"#{gram}" for gram in features.grams)


class Index:
    """Postings of the articles of the window, by slot number."""

    def __init__(self, statistics: Statistics, config: GroupingConfig) -> None:
        self._statistics = statistics
        self._cap = config.frequency_cap
        self._limit = config.candidates
        self._window = 24 * config.window_days
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._lengths: dict[int, float] = {}
        self._times: dict[int, float | None] = {}

    def add(self, slot: int, features: Features) -> None:
        """Make an article findable."""
        own = list(keys(features))
        self._lengths[slot] = sqrt(len(own) + 1)
        self._times[slot] = features.time
        for key in own:
            self._postings[key].append(slot)

    def nearest(self, features: Features) -> list[int]:
        """Give the slots within the window that share most with an article, best first; ties to the earlier slot."""
        scores: defaultdict[int, float] = defaultdict(float)
        for key in keys(features):
            posting = self._postings.get(key)
            if posting is None:
                continue
            recent = posting[-self._cap :]
            weight = self._weight(key) / (1 + len(recent) / HALF)
            for slot in recent:
                scores[slot] += weight
        lengths = self._lengths
        ranked = ((-score / lengths[slot], slot) for slot, score in scores.items() if self._open(slot, features.time))
        return [slot for _, slot in nsmallest(self._limit, ranked)]

    def _weight(self, key: str) -> float:
        return 1.0 if key[0] in "^#" else self._statistics.idf(key)

    def _open(self, slot: int, time: float | None) -> bool:
        stored = self._times[slot]
        return time is None or stored is None or abs(time - stored) <= self._window

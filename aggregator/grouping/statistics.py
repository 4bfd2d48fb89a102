"""How common each word and n-gram is in the articles seen so far, and the vectors that follow from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from aggregator.grouping.features import STOPWORDS, Features

PRIOR_DOCUMENTS = 1000
"""Articles that every statistic pretends to have seen already, so that the first of a window are not all rare words."""

PRIOR_STOPWORD = 300
"""How many of them held each stopword."""

GROWTH = 1.15
"""Vectors are computed anew when this many times more articles have been seen: weights then moved by under .14."""

Vector = Mapping[str, float]


class Statistics:
    """Document frequencies of a stream: they grow with every article added and never look ahead."""

    def __init__(self) -> None:
        self.documents = 0
        self.epoch = 0
        self._renew_at = 20.0
        self._words: Counter[str] = Counter()
        self._grams: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()

    def add(self, features: Features) -> None:
        """Count an article in; a new epoch begins when the weights have moved enough to matter."""
        self.documents += 1
        self._words.update(features.words.keys())
        self._grams.update(features.grams.keys())
        self._capital.update(features.capitals)
        self._lower.update(features.lower)
        if self.documents >= self._renew_at:
            self.epoch += 1
            self._renew_at = self.documents * GROWTH

    def frequency(self, word: str) -> int:
        return self._words[word]

    def idf(self, word: str) -> float:
        seen = self._words[word] + (PRIOR_STOPWORD if word in STOPWORDS else 0)
        return log((self.documents + PRIOR_DOCUMENTS) / (seen + 1))

    def gram_idf(self, gram: str) -> float:
        return log((self.documents + PRIOR_DOCUMENTS) / (self._grams[gram] + 1))

    def rarity(self, word: str) -> float:
        """Give the idf on a scale from 0 (in every article) to 1 (never seen)."""
        return self.idf(word) / log(self.documents + PRIOR_DOCUMENTS)

    def is_name(self, word: str) -> bool:
        """Tell whether a word that is capitalised somewhere is seldom written in lower case."""
        return word not in STOPWORDS and self._lower[word] <= 0.25 * self._capital[word]

    def word_vector(self, counts: Mapping[str, float]) -> Vector:
        return unit({word: count * self.idf(word) for word, count in counts.items()})

    def gram_vector(self, counts: Mapping[str, int]) -> Vector:
        return unit({gram: count * self.gram_idf(gram) for gram, count in counts.items()})


def unit(weights: Mapping[str, float]) -> Vector:
    """Scale a vector to length 1; an empty one, or one of zeros, stays as it is."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length > 0 else weights


def cosine(left: Vector, right: Vector) -> float:
    """Give the product of two unit vectors."""
    return sum(weight * right[key] for key, weight in left.items() if key in right)


def mass(words: Iterable[str], statistics: Statistics) -> float:
    """Sum the idf of some words."""
    return sum(map(statistics.idf, words))

"""The score of a pair of articles: a small logistic model whose terms are the explanation shown to the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf

from rapidfuzz import fuzz

from aggregator.grouping.candidates import Index
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.features import Features
from aggregator.grouping.frequencies import Statistics, Vector, cosine
from aggregator.grouping.weights import BIAS, WEIGHTS

EPOCHS_KEPT = 2
"""Epochs of the statistics for which an article's vectors are kept: a third more articles than when drawn."""

LEAST_TOP = 0.5
"""A likeness below this is no close neighbour, though it may be the nearest in a quiet window. Against .4 it costs .006
of mean F1 on three sets and lifts the precision of articles that stand alone from .49, .86, .80 to .57, .88, .86
(`python -m bench.grouping GOLD.csv...`)."""

CONFLICT_LIMIT = -0.5
"""Log-odds that a pair with other places or numbers and no name in common cannot pass, however alike its words are:
two earthquakes, two budgets. With a name in common (a rising toll) it may. Costs .0005 of mean F1 on three sets."""

COMMON_NUMBER = 0.6
"""A number less rare than this (the year, "Tokyo 2020") tells no event from another."""

NUMBERS_READ = 20
"""Numbers of an article that are compared; a table in a lead is no event."""

NAMES_CAP = 2.0
"""Two rare names in common are all that names can say."""

UNKNOWN_DAYS = 1.0
UNKNOWN_FADE = 0.7
"""What stands for the time between articles when one has none: about the middle of the candidates that have."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the scorer derives from an article and keeps until the statistics have moved on."""

    epoch: int
    title: Vector
    text: Vector
    grams: Vector
    names: Mapping[str, float]
    places: frozenset[str]
    numbers: frozenset[str]
    all_numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """The terms of a pair by name, and the likeness by which neighbours are compared."""

    terms: Mapping[str, float]
    likeness: float


class Scorer:
    """Scores pairs of slots; what it has computed once it keeps."""

    def __init__(
        self, features: Sequence[Features], statistics: Statistics, index: Index, config: GroupingConfig
    ) -> None:
        self._features = features
        self._statistics = statistics
        self._index = index
        self._config = config
        self._sketches: dict[int, Sketch] = {}
        self._known: dict[tuple[int, int], tuple[float, float, float]] = {}
        self._top: dict[int, float] = {}

    def probability(self, one: int, other: int) -> float:
        """Give the probability that two articles tell of one event; 0 beyond the window."""
        base, _, limit = self._score(one, other)
        if base == -inf:
            return 0.0
        return 1 / (1 + exp(-min(limit, base + WEIGHTS["nearest"] * self.nearness(one, other))))

    def nearness(self, one: int, other: int) -> float:
        """Give the likeness of a pair as a share of the greatest that either of them has with any article."""
        likeness = self._score(one, other)[1]
        return likeness / max(likeness, LEAST_TOP, self._top_of(one), self._top_of(other))

    def meet(self, slot: int, near: Iterable[int]) -> None:
        """Note how alike an arrival and its neighbours are, for both sides."""
        top = self._top.get(slot, 0.0)
        for other in near:
            likeness = self._score(slot, other)[1]
            top = max(top, likeness)
            if other in self._top:
                self._top[other] = max(self._top[other], likeness)
        self._top[slot] = top

    def terms(self, one: int, other: int) -> Mapping[str, float]:
        """Give every term of the model for a pair, unweighted."""
        return {**self._pair(one, other).terms, "nearest": self.nearness(one, other)}

    def sketch(self, slot: int) -> Sketch:
        known = self._sketches.get(slot)
        if known is None or known.epoch + EPOCHS_KEPT <= self._statistics.epoch:
            known = self._sketches[slot] = draw(self._features[slot], self._statistics)
        return known

    def _top_of(self, slot: int) -> float:
        if slot not in self._top:
            self.meet(slot, [other for other in self._index.nearest(self._features[slot]) if other != slot])
        return self._top[slot]

    def _score(self, one: int, other: int) -> tuple[float, float, float]:
        key = (one, other) if one < other else (other, one)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._weigh(*key)
        return known

    def _weigh(self, one: int, other: int) -> tuple[float, float, float]:
        hours = hours_apart(self._features[one], self._features[other])
        if hours is not None and hours > 24 * self._config.window_days:
            return (-inf, 0.0, -inf)
        pair = self._pair(one, other)
        base = BIAS + sum(WEIGHTS[name] * value for name, value in pair.terms.items())
        conflict = (pair.terms["places"] or pair.terms["clash"]) and not pair.terms["names"]
        return (base, pair.likeness, CONFLICT_LIMIT if conflict else inf)

    def _pair(self, one: int, other: int) -> Pair:
        if one > other:
            one, other = other, one
        left, right = self._features[one], self._features[other]
        a, b = self.sketch(one), self.sketch(other)
        both = left.lead_words and right.lead_words
        text = (cosine(a.text, b.text) if both else cosine(a.title, b.title)) / 2 + cosine(a.grams, b.grams) / 2
        ratio = fuzz.ratio(left.sorted_title, right.sorted_title) / 100
        shared_names = sum(weight for name, weight in a.names.items() if name in b.names)
        hours = hours_apart(left, right)
        fade = UNKNOWN_FADE if hours is None else exp(-(hours**2) / (2 * self._config.sigma_hours**2))
        terms = {
            "text": text,
            "ratio": ratio,
            "names": min(NAMES_CAP, shared_names),
            "no_names": float(bool(a.names and b.names and not shared_names)),
            "numbers": float(not a.all_numbers.isdisjoint(b.all_numbers)),
            "clash": float(clashes(a, b)),
            "places": float(elsewhere(a, b, left, right)),
            "days": UNKNOWN_DAYS if hours is None else hours / 24,
        }
        return Pair(terms, (text + ratio / 4) * fade)


def draw(features: Features, statistics: Statistics) -> Sketch:
    """Weigh an article's words, n-grams, names and numbers by what the stream has shown so far."""
    text = statistics.word_vector(features.words)
    named = sorted(features.capitals | ({features.first} if features.first else set()))
    title = features.words
    if features.lead_words:
        title = {word: count for word, count in features.words.items() if word in features.title_words}
    return Sketch(
        epoch=statistics.epoch,
        title=statistics.word_vector(title) if features.lead_words else text,
        text=text,
        grams=statistics.gram_vector(features.grams),
        names={word: statistics.rarity(word) ** 2 for word in named if statistics.is_name(word)},
        places=_rare(features.places, statistics),
        numbers=_rare(features.numbers, statistics),
        all_numbers=_rare(features.all_numbers, statistics),
    )


def clashes(left: Sketch, right: Sketch) -> bool:
    """Tell whether both headlines give numbers and neither's appear anywhere in the other article."""
    if not (left.numbers and right.numbers):
        return False
    return left.numbers.isdisjoint(right.all_numbers) and right.numbers.isdisjoint(left.all_numbers)


def elsewhere(a: Sketch, b: Sketch, left: Features, right: Features) -> bool:
    """Tell whether both articles name places and neither's are mentioned anywhere in the other."""
    if not (a.places and b.places):
        return False
    return a.places.isdisjoint(right.words) and b.places.isdisjoint(left.words)


def hours_apart(left: Features, right: Features) -> float | None:
    """Give the hours between two articles, None where either has no time."""
    return None if left.time is None or right.time is None else abs(left.time - right.time)


def _rare(numbers: Iterable[str], statistics: Statistics) -> frozenset[str]:
    return frozenset(number for number in sorted(numbers)[:NUMBERS_READ] if statistics.rarity(number) >= COMMON_NUMBER)

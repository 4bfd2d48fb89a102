"""How likely two stories are of one storyline, with what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from math import exp, log1p, sqrt

import numpy as np

from aggregator.grouping.rows import Array
from aggregator.storylines.rarity import Background
from aggregator.storylines.terms import StoryTerms
from aggregator.storylines.weights import FITTED, Fitted, Weights

REST = 0.5
"""What the other words of one name count beside the rarest: first and last name are one person, not two."""

ODD = 0.5
"""What of a word that hardly anybody knows counts as a name: "robodebt" names an affair however it is written."""

NAMES, WORDS = 0.1, 0.2
"""How much in common is little: each part counts by the logarithm of how often it is that, so that a first shared name
tells more than a fifth. Twice and half of each change the cross-validated F1 of the labelled stories by less than .01.
"""

NAMELESS = -3.0
"""What it takes off that two stories share no name, held: two earthquakes in two places share all other words."""

NAMED = 0.1
"""Shared names that weigh so much take nothing off."""

YEARS = -0.1
"""What a year between two stories takes off, held: an affair may rest for years, and the fit would forbid it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A story's terms as they are compared: each by the root of its part in the story, of length 1 by their squares.

    `vectors` has a row for each voice that an encoder read.
    """

    time: float | None
    roots: Mapping[int, float]
    names: Set[int]
    odd: Set[int]
    pairs: Set[tuple[int, int]]
    vectors: Array | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two stories are of one storyline: `odds` is the logarithm of the odds.

    `names` and `words` sum what both stories have in common. `meaning` is the cosine of the two reports that are
    nearest in meaning, names left out, None without an encoder. The terms are those shared, the weightiest first.
    """

    odds: float
    names: float
    words: float
    meaning: float | None
    gap_days: float | None
    shared_names: tuple[int, ...]
    shared_words: tuple[int, ...]
    weights: Weights

    @property
    def probability(self) -> float:
        return 1 / (1 + exp(-self.odds))

    def effects(self) -> dict[str, float]:
        """Gives what each part adds to the log odds."""
        names, words = parts(self.names, self.words)
        found = {
            "names": self.weights.names * names,
            "words": self.weights.words * words,
            "meaning": self.weights.meaning * (self.meaning or 0.0),
            "gap": YEARS * (self.gap_days or 0.0) / 365.25,
        }
        return {name: round(part, 4) for name, part in found.items()}


def weigh(story: StoryTerms, background: Background) -> Weighed:
    """Weigh the terms of a story by how much of its voices use each and by the square of how rare it is.

    The length makes a story of many or long reports comparable with one of a headline: both have all of themselves.
    """
    kept = {term: weight * background.rarity(term) ** 2 for term, weight in story.weight.items()}
    length = sqrt(sum(kept[term] ** 2 for term in sorted(kept)))
    roots = {term: sqrt(part / length) for term, part in kept.items() if part > 0}
    vectors = np.frombuffer(b"".join(story.vectors), "<f2") if story.vectors else None
    return Weighed(
        story.time,
        roots,
        {term for term in roots if background.is_name(term)},
        {term for term in roots if background.is_odd(term)},
        story.pairs,
        None if vectors is None else vectors.reshape(len(story.vectors), -1).astype(np.float32),
    )


def compare(one: Weighed, other: Weighed, fitted: Fitted = FITTED) -> Likeness:
    """Compare two stories."""
    shared = {term: one.roots[term] * other.roots[term] for term in one.roots.keys() & other.roots.keys()}
    names = {term: part for term, part in shared.items() if term in one.names}
    words = {term: part for term, part in shared.items() if term not in one.names}
    odd = {term: ODD * part for term, part in words.items() if term in one.odd}
    named = _named(names | odd, one.pairs & other.pairs)
    said = sum(words[term] for term in sorted(words)) - sum(odd[term] for term in sorted(odd))
    gap = None if one.time is None or other.time is None else abs(one.time - other.time)
    nearest = None if one.vectors is None or other.vectors is None else float((one.vectors @ other.vectors.T).max())
    weights = fitted.alone if nearest is None else fitted.with_meaning
    by_names, by_words = parts(named, said)
    odds = weights.bias + weights.names * by_names + weights.words * by_words
    odds += weights.meaning * (nearest or 0.0) + held(named, gap)
    return Likeness(odds, named, said, nearest, gap, _ordered(names), _ordered(words), weights)


def parts(named: float, said: float) -> tuple[float, float]:
    """Give what of shared names and words the weights are of."""
    return log1p(named / NAMES), log1p(max(0.0, said) / WORDS)


def held(named: float, gap_days: float | None) -> float:
    """Give what is taken off for names that are missing and for time, by no fit."""
    return NAMELESS * max(0.0, 1 - named / NAMED) + YEARS * (gap_days or 0.0) / 365.25


def _named(found: Mapping[int, float], pairs: Iterable[tuple[int, int]]) -> float:
    """Sum shared names; those that both stories write beside each other are one."""
    root = {term: term for term in found}

    def find(term: int) -> int:
        while root[term] != term:
            term = root[term]
        return term

    for first, second in sorted(pairs):
        if first in root and second in root:
            root[find(first)] = find(second)
    names: defaultdict[int, list[float]] = defaultdict(list)
    for term in sorted(found):
        names[find(term)].append(found[term])
    return sum((1 - REST) * max(name) + REST * sum(name) for name in names.values())


def _ordered(found: Mapping[int, float]) -> tuple[int, ...]:
    return tuple(sorted(found, key=lambda term: (-found[term], term)))

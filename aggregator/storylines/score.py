"""How likely two stories are of one storyline, with what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from aggregator.storylines.rarity import Background
from aggregator.storylines.terms import StoryTerms
from aggregator.storylines.weights import ALONE, WITH_MEANING

REST = 0.5
"""What the other words of one name count beside the rarest: first and last name are one person, not two."""

NAMELESS = -3.0
"""What it takes off that two stories share no name, held: two earthquakes in two places share all other words."""

NAMED = 0.3
"""Shared names that weigh so much take nothing off."""

YEARS = -0.1
"""What a year between two stories takes off, held: an affair may rest for years, and the fit would forbid it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two stories are of one storyline.

    `names` and `words` sum the squared rarity of what both hold, by how much of their voices use it; `meaning` is the
    cosine of their vectors, None without. The terms are those shared, the weightiest first.
    """

    probability: float
    names: float
    words: float
    meaning: float | None
    gap_days: float | None
    shared_names: tuple[int, ...]
    shared_words: tuple[int, ...]

    def effects(self) -> dict[str, float]:
        """Gives what each part adds to the log odds."""
        weights = ALONE if self.meaning is None else WITH_MEANING
        parts = {
            "names": weights.names * self.names,
            "words": weights.words * self.words,
            "meaning": weights.meaning * (self.meaning or 0.0),
            "gap": YEARS * (self.gap_days or 0.0) / 365.25,
        }
        return {name: round(part, 4) for name, part in parts.items()}


def compare(one: StoryTerms, other: StoryTerms, background: Background) -> Likeness:
    """Compare two stories."""
    shared = {
        term: sqrt(one.weight[term] * other.weight[term]) * background.rarity(term) ** 2
        for term in one.weight.keys() & other.weight.keys()
    }
    names = {term: part for term, part in shared.items() if background.is_name(term)}
    words = {term: part for term, part in shared.items() if term not in names}
    named, said = _names(names, one.pairs & other.pairs), sum(words[term] for term in sorted(words))
    gap = None if one.time is None or other.time is None else abs(one.time - other.time)
    meaning = _cosine(one.vector, other.vector) if one.vector and other.vector else None
    weights = ALONE if meaning is None else WITH_MEANING
    total = weights.bias + weights.names * named + weights.words * said
    total += weights.meaning * (meaning or 0.0) + held(named, gap)
    return Likeness(1 / (1 + exp(-total)), named, said, meaning, gap, _ordered(names), _ordered(words))


def held(named: float, gap_days: float | None) -> float:
    """Give what is taken off for names that are missing and for time, by no fit."""
    return NAMELESS * max(0.0, 1 - named / NAMED) + YEARS * (gap_days or 0.0) / 365.25


def _names(parts: Mapping[int, float], pairs: Iterable[tuple[int, int]]) -> float:
    """Sum shared names; those that both stories write beside each other are one."""
    root = {term: term for term in parts}

    def find(term: int) -> int:
        while root[term] != term:
            term = root[term]
        return term

    for first, second in sorted(pairs):
        if first in root and second in root:
            root[find(first)] = find(second)
    names: defaultdict[int, list[float]] = defaultdict(list)
    for term in sorted(parts):
        names[find(term)].append(parts[term])
    return sum((1 - REST) * max(name) + REST * sum(name) for name in names.values())


def _cosine(one: bytes, other: bytes) -> float:
    first, second = (np.frombuffer(vector, "<f2").astype(np.float32) for vector in (one, other))
    return float(first @ second)


def _ordered(parts: Mapping[int, float]) -> tuple[int, ...]:
    return tuple(sorted(parts, key=lambda term: (-parts[term], term)))

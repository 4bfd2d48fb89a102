"""The open window as columns: one slot an article, its terms as sparse rows, and how common each term is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, nan
from typing import TypeVar

import numpy as np

from aggregator.grouping.features import Features
from aggregator.grouping.rows import Array, Column, Rows, Terms
from aggregator.grouping.vectors import VECTOR, unpacked
from aggregator.grouping.words import STOPWORDS

T = TypeVar("T")

PRIOR_ARTICLES = 1000
"""Articles that every frequency pretends to have seen already, so that the first of a window are not all rare words."""

PRIOR_STOPWORD = 300
"""How many of them held each stopword; from 100 and 30 to 3,000 and 900 the mean F1 of three sets moved by .007."""

LOWER_SHARE = 0.25
"""A word written small at most this often, against once with a capital, is a name: headlines in Title Case make many
words look like one."""

COMMON = 0.6
"""A number or place less rare than this (the year, "Tokyo 2020") tells no event from another."""


UNKNOWN_LANGUAGE = 0
"""What stands in the column of languages for an article that tells none: many feeds don't."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each term weighs by what the window holds: squared idf of words and n-grams, squared rarity of names, and
    1 for the rare numbers and words."""

    words: Array
    grams: Array
    names: Array
    rare_words: Array
    rare_numbers: Array


class Shelf:
    """The articles of the window that have a vote, by slot; a slot that was cleared is empty until `compact`."""

    def __init__(self) -> None:
        words = Terms()
        self.words = Rows(words)
        self.title_words = Rows(words)
        self.names = Rows(words)
        self.places = Rows(words)
        self.grams = Rows(Terms())
        numbers = Terms()
        self.numbers = Rows(numbers)
        self.all_numbers = Rows(numbers)
        self._capital, self._lower = Column(np.float32), Column(np.float32)
        self._case: tuple[Rows, Rows] = (Rows(words), Rows(words))
        self.time, self.whole_day = Column(np.float64), Column(np.bool_)
        self.has_lead, self.alive = Column(np.bool_), Column(np.bool_)
        self.wordless = Column(np.bool_)
        self.language = Column(np.int32)
        self.top, self.met = Column(np.float32), Column(np.bool_)
        self.vectors = Column(np.float16, VECTOR)
        self.has_vector = Column(np.bool_)
        self._vector_sum = np.zeros(VECTOR, dtype=np.float64)
        self._with_vector = 0
        self._languages = {"": UNKNOWN_LANGUAGE}
        self.articles: list[int] = []
        self.orders: list[str] = []
        self.sorted_titles: list[str] = []
        self.slot_of: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.articles)

    @property
    def empty(self) -> int:
        """The number of slots that were cleared."""
        return len(self.articles) - len(self.slot_of)

    def enter(self, features: Sequence[Features]) -> range:
        """Take some articles in and give their slots."""
        slots = range(len(self), len(self) + len(features))
        self.words.extend(f.words for f in features)
        self.title_words.extend(f.title_words for f in features)
        self.grams.extend(f.grams for f in features)
        self.all_numbers.extend(_set(f.all_numbers for f in features))
        self.numbers.extend(_set(f.numbers for f in features))
        for rows, sets in (
            (self.names, (f.names for f in features)),
            (self.places, (f.places for f in features)),
            (self._case[0], (f.capitals for f in features)),
            (self._case[1], (f.lower for f in features)),
        ):
            rows.extend(_set(sets))
        self.time.extend([nan if f.time is None else f.time for f in features])
        self.whole_day.extend([f.whole_day for f in features])
        self.has_lead.extend([f.has_lead for f in features])
        self.wordless.extend([not f.title_words for f in features])
        self.alive.extend([True] * len(features))
        self.top.extend([nan] * len(features))
        self.met.extend([False] * len(features))
        self.language.extend([self._languages.setdefault(f.language, len(self._languages)) for f in features])
        vectors = unpacked([f.vector for f in features])
        self.vectors.extend(vectors)
        self.has_vector.extend(np.any(vectors, axis=1).tolist())
        self.articles += [f.id for f in features]
        self.orders += [f.order for f in features]
        self.sorted_titles += [f.sorted_title for f in features]
        self.slot_of.update((f.id, slot) for f, slot in zip(features, slots, strict=True))
        self._count(list(slots), 1)
        return slots

    def clear(self, articles: Iterable[int]) -> None:
        """Take some articles out; their slots stay empty."""
        slots = [self.slot_of.pop(article) for article in articles]
        self.alive.values[slots] = False
        self._count(slots, -1)

    def compact(self) -> Array:
        """Give the filled slots new numbers without gaps, forget terms that nobody holds; give the old slots kept."""
        kept = np.flatnonzero(self.alive.values)
        every = (*self._word_rows(), self.grams, self.numbers, self.all_numbers)
        for rows in every:
            rows.keep(kept)
        for column in (self.time, self.whole_day, self.has_lead, self.wordless, self.alive, self.top, self.met,
                       self.language, self.vectors, self.has_vector):  # fmt: skip
            column.keep(kept)
        moved = self.words.terms.forget_unheld()
        stays = np.flatnonzero(moved >= 0)
        self._capital.keep(stays)
        self._lower.keep(stays)
        for rows in self._word_rows():
            rows.renumber(moved)
        self.grams.renumber(self.grams.terms.forget_unheld())
        moved = self.numbers.terms.forget_unheld()
        self.numbers.renumber(moved)
        self.all_numbers.renumber(moved)
        self.articles, self.orders = _kept(self.articles, kept), _kept(self.orders, kept)
        self.sorted_titles = _kept(self.sorted_titles, kept)
        self.slot_of = {article: slot for slot, article in enumerate(self.articles)}
        return kept

    def weights(self) -> Weights:
        """Weigh the terms by what the window holds now."""
        size = len(self.slot_of) + PRIOR_ARTICLES
        held = self.words.terms.held
        prior = np.zeros(len(held), dtype=np.float32)
        prior[self.words.terms.find(STOPWORDS)] = PRIOR_STOPWORD
        words = np.log(size / (held + prior + 1))
        grams = np.log(size / (self.grams.terms.held + 1))
        rarity = words / log(size)
        capital, lower = self._capital.values, self._lower.values
        is_name = (capital > 0) & (prior == 0) & (lower <= LOWER_SHARE * capital)
        numbers = np.log(size / (self.numbers.terms.held + 1)) / log(size)
        return Weights(
            words=_filled(words**2),
            grams=_filled(grams**2),
            names=_filled(np.where(is_name, rarity**2, 0)),
            rare_words=_filled(rarity >= COMMON),
            rare_numbers=_filled(numbers >= COMMON),
        )

    def mean_vector(self, prior: int) -> Array:
        """The mean of the window's vectors; `prior` vectors without a direction are added to them."""
        return np.asarray(self._vector_sum / max(1, self._with_vector + prior), dtype=np.float32)

    def _word_rows(self) -> tuple[Rows, ...]:
        return (self.words, self.title_words, self.names, self.places, *self._case)

    def _count(self, slots: Sequence[int], sign: int) -> None:
        self.words.count(slots, sign)
        self.grams.count(slots, sign)
        self.all_numbers.count(slots, sign)
        for column, rows in ((self._capital, self._case[0]), (self._lower, self._case[1])):
            if len(column) < len(rows.terms):
                column.extend(np.zeros(len(rows.terms) - len(column), dtype=np.float32))
            np.add.at(column.values, rows.matrix()[slots].indices, np.float32(sign))
        self._with_vector += sign * int(self.has_vector.values[slots].sum())
        self._vector_sum += sign * self.vectors.values[slots].sum(axis=0, dtype=np.float64)


def _set(sets: Iterable[frozenset[str]]) -> Iterable[dict[str, float]]:
    return (dict.fromkeys(found, 1.0) for found in sets)


def _kept(values: list[T], places: Array) -> list[T]:
    return [values[place] for place in places.tolist()]


def _filled(weights: Array) -> Array:
    """A matrix of no terms still has one column."""
    return np.asarray(weights if len(weights) else np.zeros(1), dtype=np.float32)

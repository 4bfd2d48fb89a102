"""Which articles of the window are worth scoring against an arrival: those that share rare words, and dense neighbours.

A term leads to its latest articles up to an absolute cap, so that the work for an arrival does not grow with the
window.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.neighbours import Neighbours
from aggregator.grouping.rows import Array, Rows, unit
from aggregator.grouping.shelf import Shelf, Weights

RECENT = 4096
"""Slots that the small index holds before they move to the large one, which costs a pass over all that it holds."""

GROWTH = 1.25
"""The index is made anew when the window is so many times larger than when its terms were weighed."""

COMMON = 10
"""A term that so many times more articles hold than it leads to leads nowhere: its latest ones are there by chance."""

ASKED = 128
"""Slots looked up at once: their cosines with 100,000 others take 51 MB."""


LEAST = 0.1
"""Summed cosines of words and n-grams below this make no candidate."""


class Candidates:
    """Finds the articles of a shelf that are most like some of them."""

    def __init__(self, shelf: Shelf, config: GroupingConfig) -> None:
        self._shelf = shelf
        self._config = config
        self._postings = Postings((shelf.words, shelf.grams), config.frequency_cap)
        self._neighbours = Neighbours(shelf)

    def pairs(self, slots: Array, weights: Weights) -> tuple[Array, Array]:
        """Give the pairs of some slots and the slots most like each, once each, the lower slot first."""
        found: list[tuple[Array, Array]] = []
        for start in range(0, len(slots), ASKED):
            asked = slots[start : start + ASKED]
            found += self._lexical(asked, weights)
            found += self._neighbours.of(asked, self._config.dense_candidates)
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        one, other = (np.concatenate(sides) for sides in zip(*found, strict=True))
        size = len(self._shelf)
        near = self._open(one, other) & (one != other)
        keys = np.unique(np.minimum(one, other)[near].astype(np.int64) * size + np.maximum(one, other)[near])
        return keys // size, keys % size

    def forget(self) -> None:
        """Make the indexes anew at the next look-up, after the shelf was compacted."""
        self._postings.forget()
        self._neighbours.forget()

    def _open(self, one: Array, other: Array) -> Array:
        """Tell which pairs lie within the window."""
        time, alive = self._shelf.time.values, self._shelf.alive.values
        apart = np.abs(time[one] - time[other]) > 24 * self._config.window_days  # False where a time is not known
        return np.asarray(~apart & alive[one] & alive[other])

    def _lexical(self, slots: Array, weights: Weights) -> list[tuple[Array, Array]]:
        alike = [self._alike(slots, *part) for part in self._postings.shared(slots, (weights.words, weights.grams))]
        row, other, likeness = (np.concatenate(parts) for parts in zip(*alike, strict=True))
        order = np.argsort(row, kind="stable")
        first = np.searchsorted(row[order], np.arange(len(slots) + 1)).tolist()
        found = []
        for number, slot in enumerate(slots.tolist()):
            mine = order[first[number] : first[number + 1]]
            others = best(other[mine], likeness[mine], self._config.candidates + 1)  # it finds itself, too
            found.append((np.full(len(others), slot), others))
        return found

    def _alike(self, slots: Array, first: int, shared: Any) -> tuple[Array, Array, Array]:
        """Give who is alike enough in a part of the index: the place of the slot that asks, the slot found, and how."""
        row = np.repeat(np.arange(len(slots)), np.diff(shared.indptr))
        chosen = np.flatnonzero(shared.data >= LEAST)
        row, other, likeness = row[chosen], shared.indices[chosen] + first, shared.data[chosen]
        near = self._open(slots[row], other)
        return row[near], other[near], likeness[near]


class Postings:
    """An inverted index over rows of a shelf: a large part, and a small one for the latest slots."""

    def __init__(self, sides: Sequence[Rows], cap: int) -> None:
        self._sides = sides
        self._cap = cap
        self.forget()

    def forget(self) -> None:
        self._weighed = 0
        self._large, self._small = _Part(0), _Part(0)

    def shared(self, slots: Array, weights: Sequence[Array]) -> list[tuple[int, Any]]:
        """Give the summed cosines of some slots with every slot, counting only the latest articles of each term.

        Sparse, in parts: the first slot of each part, and slots asked by slots of the part.
        """
        self._renew(weights)
        asked = self._terms(slots, weights)
        parts = [part for part in (self._large, self._small) if part.stop > part.start]
        return [(part.start, asked[:, : part.index.shape[0]] @ part.index) for part in parts]

    def _renew(self, weights: Sequence[Array]) -> None:
        """Index what has entered, and all anew when the window has grown so much that terms weigh otherwise."""
        size = len(self._sides[0])
        if size > GROWTH * self._weighed:
            self._weighed = size
            self._large, self._small = _Part(0), _Part(size)
            self._large.take(self._terms(slice(0, size), weights).T.tocsr(), self._cap)
        elif size - self._small.start > RECENT:
            self._large.take(self._small.index, self._cap)
            self._small = _Part(self._small.stop)
        if size > self._small.stop:
            self._small.take(self._terms(slice(self._small.stop, size), weights).T.tocsr(), self._cap)

    def _terms(self, slots: Array | slice, weights: Sequence[Array]) -> Any:
        """Give the unit rows of all sides as one, the terms of the sides by turns, so that each side may grow."""
        rows = [
            unit(side.matrix()[slots], np.where(side.terms.held > COMMON * self._cap, 0, weight))
            for side, weight in zip(self._sides, weights, strict=True)
        ]
        width = len(rows) * max(matrix.shape[1] for matrix in rows)
        return reduce(add, (_spread(matrix, number, len(rows), width) for number, matrix in enumerate(rows)))


class _Part:
    """The terms, by slots, of the slots from `start` to before `stop`; a term that came later is in none of them."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.index: Any = csr_matrix((0, 0), dtype=np.float32)

    @property
    def stop(self) -> int:
        return self.start + int(self.index.shape[1])

    def take(self, later: Any, cap: int) -> None:
        """Take in the terms of the slots that follow."""
        self.index.resize(later.shape[0], self.index.shape[1])
        self.index = latest(hstack([self.index, later], format="csr"), cap)


def latest(index: Any, cap: int) -> Any:
    """Keep of each term its latest `cap` slots only."""
    held = np.diff(index.indptr)
    place_from_end = np.repeat(index.indptr[1:], held) - np.arange(index.nnz)
    kept = place_from_end <= cap
    starts = np.concatenate([[0], np.cumsum(np.minimum(held, cap))])
    return csr_matrix((index.data[kept], index.indices[kept], starts), shape=index.shape)


def _spread(matrix: Any, first: int, step: int, width: int) -> Any:
    """Move the columns of a matrix to every so manieth place."""
    return csr_matrix((matrix.data, matrix.indices * step + first, matrix.indptr), shape=(matrix.shape[0], width))


def best(slots: Array, likeness: Array, limit: int) -> Array:
    """Give the `limit` slots with the greatest likeness."""
    if len(slots) <= limit:
        return slots
    return np.asarray(slots[np.argpartition(-likeness, limit)[:limit]])

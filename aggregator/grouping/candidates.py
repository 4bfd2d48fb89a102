"""Which articles of the window are worth scoring against an arrival: those that share rare words, and dense neighbours.

A term leads to its latest articles up to an absolute cap, so that the work for an arrival does not grow with the
window.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.neighbours import Neighbours
from aggregator.grouping.rows import Array, Rows, unit
from aggregator.grouping.shelf import Shelf, Weights

RECENT = 4096
"""Slots that the small index holds before they move to the large one, whose making costs a pass over the window."""


ASKED = 128
"""Slots looked up at once: their cosines with 100,000 others take 51 MB."""


class Candidates:
    """Finds the articles of a shelf that are most like some of them."""

    def __init__(self, shelf: Shelf, config: GroupingConfig) -> None:
        self._shelf = shelf
        self._config = config
        self._words = Postings(shelf.words, config.frequency_cap)
        self._grams = Postings(shelf.grams, config.frequency_cap)
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
        self._words.forget()
        self._grams.forget()
        self._neighbours.forget()

    def _open(self, one: Array, other: Array) -> Array:
        """Tell which pairs lie within the window."""
        time, alive = self._shelf.time.values, self._shelf.alive.values
        apart = np.abs(time[one] - time[other]) > 24 * self._config.window_days  # False where a time is not known
        return np.asarray(~apart & alive[one] & alive[other])

    def _lexical(self, slots: Array, weights: Weights) -> list[tuple[Array, Array]]:
        shared = self._words.shared(slots, weights.words) + self._grams.shared(slots, weights.grams)
        found = []
        for row, slot in enumerate(slots.tolist()):
            start, stop = shared.indptr[row], shared.indptr[row + 1]
            others, likeness = shared.indices[start:stop], shared.data[start:stop]
            open_ = self._open(np.full(len(others), slot), others)
            others = best(others[open_], likeness[open_], self._config.candidates + 1)  # it finds itself, too
            found.append((np.full(len(others), slot), others))
        return found


class Postings:
    """An inverted index over the rows of a shelf: a large part, and a small one for the latest slots."""

    def __init__(self, rows: Rows, cap: int) -> None:
        self._rows = rows
        self._cap = cap
        self.forget()

    def forget(self) -> None:
        self._large: Any = None
        self._until = 0

    def shared(self, slots: Array, weights: Array) -> Any:
        """Give the cosines of some slots with every slot, sparse, counting only the latest articles of each term."""
        matrix = self._rows.matrix()
        if self._large is None or matrix.shape[0] - self._until > RECENT:
            self._until = matrix.shape[0]
            self._large = inverted(unit(matrix, weights), self._cap)
        small = inverted(unit(matrix[self._until :], weights), self._cap)
        asked = unit(matrix[slots], weights)
        large = self._large
        large.resize(matrix.shape[1], self._until)
        found = asked @ large
        found.resize(len(slots), matrix.shape[0])
        if self._until == matrix.shape[0]:
            return found
        late = asked @ small
        late = csr_matrix((late.data, late.indices + self._until, late.indptr), shape=found.shape)
        return found + late


def inverted(matrix: Any, cap: int) -> Any:
    """Turn slots by terms into terms by slots, each term with its latest `cap` slots only."""
    turned = matrix.T.tocsr()
    held = np.diff(turned.indptr)
    place_from_end = np.repeat(turned.indptr[1:], held) - np.arange(turned.nnz)
    kept = place_from_end <= cap
    starts = np.concatenate([[0], np.cumsum(np.minimum(held, cap))])
    return csr_matrix((turned.data[kept], turned.indices[kept], starts), shape=turned.shape)


def best(slots: Array, likeness: Array, limit: int) -> Array:
    """Give the `limit` slots with the greatest likeness."""
    if len(slots) <= limit:
        return slots
    return np.asarray(slots[np.argpartition(-likeness, limit)[:limit]])

"""Which articles of the window are worth scoring against an arrival: those that share rare words, and dense neighbours.

A term leads to its latest articles up to an absolute cap, so that the work for an arrival does not grow with the
window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.neighbours import Neighbours
from aggregator.grouping.rows import Array, Rows, unit
from aggregator.grouping.shelf import Shelf, Weights

RECENT = 4096
"""Slots that the small index holds before they move to the large one, whose making costs a pass over the window."""


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
        shared = self._postings.shared(slots, (weights.words, weights.grams))
        found = []
        for row, slot in enumerate(slots.tolist()):
            parts = [part.indptr[row : row + 2] for _, part in shared]
            others = np.concatenate([p.indices[a:b] + first for (first, p), (a, b) in zip(shared, parts, strict=True)])
            likeness = np.concatenate([p.data[a:b] for (_, p), (a, b) in zip(shared, parts, strict=True)])
            alike = likeness >= LEAST
            others, likeness = others[alike], likeness[alike]
            open_ = self._open(np.full(len(others), slot), others)
            others = best(others[open_], likeness[open_], self._config.candidates + 1)  # it finds itself, too
            found.append((np.full(len(others), slot), others))
        return found


class Postings:
    """An inverted index over rows of a shelf, side by side: a large part, and a small one for the latest slots."""

    def __init__(self, sides: Sequence[Rows], cap: int) -> None:
        self._sides = sides
        self._cap = cap
        self.forget()

    def forget(self) -> None:
        self._large, self._small = _Part(0, 0), _Part(0, 0)

    def shared(self, slots: Array, weights: Sequence[Array]) -> list[tuple[int, Any]]:
        """Give the summed cosines of some slots with every slot, counting only the latest articles of each term.

        Sparse, in parts: the first slot of each part, and slots asked by slots of the part.
        """
        size = len(self._sides[0])
        if size - self._large.stop > RECENT or self._large.stop == 0:
            self._large = self._part(0, size, weights)
            self._small = _Part(size, size)
        if self._small.stop < size:
            self._small = self._part(self._large.stop, size, weights)
        found: list[tuple[int, Any]] = []
        for part in (self._large, self._small):
            if part.stop > part.start:
                asked = [unit(r.matrix()[slots], w) for r, w in zip(self._sides, weights, strict=True)]
                widths = zip(asked, part.widths, strict=True)
                found.append((part.start, hstack([m[:, :width] for m, width in widths], format="csr") @ part.index))
        return found

    def _part(self, start: int, stop: int, weights: Sequence[Array]) -> _Part:
        rows = [unit(r.matrix()[start:stop], w) for r, w in zip(self._sides, weights, strict=True)]
        return _Part(start, stop, tuple(m.shape[1] for m in rows), inverted(hstack(rows, format="csr"), self._cap))


@dataclass(frozen=True, slots=True)
class _Part:
    """The terms of the slots from `start` to before `stop`; a term that came later is in none of them."""

    start: int
    stop: int
    widths: tuple[int, ...] = ()
    index: Any = None


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

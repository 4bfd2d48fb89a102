"""The articles whose sentence vectors lie nearest to some of them."""

from __future__ import annotations

import numpy as np

from aggregator.grouping.rows import Array, Column
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.vectors import VECTOR

SEARCHED = 128
"""Directions on which vectors are projected for the search: a fifth of the time of the whole vectors."""

DRAWN = 4
"""Articles drawn by their projections for each one wanted; the whole vectors decide among them."""

LEAST = 0.25
"""A projected cosine below this is not looked at further."""

MEAN_PRIOR = 100
"""Vectors without a direction that the mean of a stream starts from, so that its first few are not its theme."""

GROWTH = 1.15
"""The mean is taken anew when so many times more articles are there."""

AT_ONCE = 4096
"""Vectors projected at once; they take 8 MB meanwhile."""

# Cosine waves are orthogonal to each other and to no meaning in particular, as random directions would be.
_WAVES = np.arange(SEARCHED) * (VECTOR // SEARCHED) + 1
DIRECTIONS = np.cos(np.pi / VECTOR * (np.arange(VECTOR)[:, None] + 0.5) * _WAVES).astype(np.float32)


class Neighbours:
    """Finds the slots of a shelf whose vectors lie nearest to some of them, the mean of the window taken out."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.forget()

    def forget(self) -> None:
        self._searched = Column(np.float32, SEARCHED)
        self._length = Column(np.float32)
        self._entered = 0
        self._mean = np.zeros(VECTOR, dtype=np.float32)

    def of(self, slots: Array, limit: int) -> list[tuple[Array, Array]]:
        """Give for each slot with a vector the slots nearest to it, itself among them."""
        asked = slots[self._shelf.has_vector.values[slots]]
        if not len(asked):
            return []
        self._renew()
        searched = self._searched.values
        near = searched[asked] @ searched.T
        return [self._nearest(slot, row, limit + 1) for slot, row in zip(asked.tolist(), near, strict=True)]

    def _nearest(self, slot: int, near: Array, limit: int) -> tuple[Array, Array]:
        others = np.flatnonzero(near > LEAST)
        if len(others) > DRAWN * limit:
            others = others[np.argpartition(-near[others], DRAWN * limit)[: DRAWN * limit]]
        if len(others) > limit:
            vectors = self._shelf.vectors.values
            asked = vectors[slot].astype(np.float32) - self._mean
            likeness = vectors[others].astype(np.float32) @ asked - self._mean @ asked
            likeness /= self._length.values[others]
            others = others[np.argpartition(-likeness, limit)[:limit]]
        return np.full(len(others), slot), others

    def _renew(self) -> None:
        """Project what has entered; all anew when the mean rests on so many more articles that it may have moved."""
        vectors = self._shelf.vectors.values
        if len(vectors) > GROWTH * self._entered:
            self.forget()
            self._entered = len(vectors)
            self._mean = self._shelf.mean_vector(MEAN_PRIOR)
        for start in range(len(self._searched), len(vectors), AT_ONCE):
            moved = vectors[start : start + AT_ONCE].astype(np.float32) - self._mean
            self._length.extend(np.maximum(np.linalg.norm(moved, axis=1), 1e-6))
            fresh = moved @ DIRECTIONS
            fresh[~self._shelf.has_vector.values[start : start + AT_ONCE]] = 0  # near to nothing
            self._searched.extend(fresh / np.maximum(np.linalg.norm(fresh, axis=1, keepdims=True), 1e-6))

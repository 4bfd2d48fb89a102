"""The likeliest candidates of every slot: by them stories hang together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aggregator.grouping.rows import Array, Column

KEPT = 8
"""Likeliest candidates of an article that are remembered."""

NONE = -1


class Nearest:
    """For every slot the slots that it was found likeliest to go with, in two tables of a row a slot."""

    def __init__(self) -> None:
        self._slots = Column(np.int32, KEPT)
        self._values = Column(np.float32, KEPT)

    def grow(self, size: int) -> None:
        """Make room for slots below a size."""
        more = size - len(self._slots)
        self._slots.extend(np.full((more, KEPT), NONE))
        self._values.extend(np.zeros((more, KEPT)))

    def remember(self, one: Array, other: Array, value: Array) -> None:
        """Take note of some pairs, each given once; a pair that is known takes its new value."""
        asked, place = np.unique(np.concatenate([one, other]), return_inverse=True)
        old = self._slots.values[asked]
        rows, columns = np.nonzero(old != NONE)
        place = np.concatenate([place, rows])
        near = np.concatenate([other, one, old[rows, columns]])
        value = np.concatenate([value, value, self._values.values[asked[rows], columns]])
        _, different = np.unique(place * len(self._slots) + near, return_index=True)
        best = different[np.lexsort((-near[different], -value[different], place[different]))]
        rank = np.arange(len(best)) - np.searchsorted(place[best], place[best])
        best, rank = best[rank < KEPT], rank[rank < KEPT]
        self._slots.values[asked] = NONE
        self._slots.values[asked[place[best]], rank] = near[best]
        self._values.values[asked[place[best]], rank] = value[best]

    def of(self, slots: Sequence[int]) -> tuple[Array, Array, Array]:
        """Give what is remembered of some slots: the slot, one that it goes with, and how likely."""
        found = self._slots.values[slots]
        rows, columns = np.nonzero(found != NONE)
        return np.asarray(slots, dtype=np.int64)[rows], found[rows, columns], self._values.values[slots][rows, columns]

    def forget(self, slots: Sequence[int]) -> None:
        """Forget what some slots go with."""
        self._slots.values[slots] = NONE

    def renumber(self, kept: Sequence[int]) -> None:
        """Follow the shelf when it was compacted; `kept` are the old slots in their new order."""
        moved = np.full(len(self._slots) + 1, NONE)  # the last stands for none
        moved[kept] = np.arange(len(kept))
        self._slots.keep(np.asarray(kept, dtype=np.int64))
        self._values.keep(np.asarray(kept, dtype=np.int64))
        self._slots.values[:] = moved[self._slots.values]

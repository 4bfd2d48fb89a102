"""Which articles hold a key, in one sorted array: lists in dicts took six times the memory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHIFT = np.uint64(32)
SLOT = np.uint64(0xFFFFFFFF)

Entries = NDArray[np.uint64]
Keys = Sequence[int] | NDArray[np.uint32]
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def entries(slots: Sequence[int], keys: Sequence[Keys]) -> Entries:
    """Pair each article's slot with its keys (32 bits each): the key above, the slot below, sorted."""
    lengths = [len(some) for some in keys]
    if not sum(lengths):
        return np.empty(0, dtype=np.uint64)
    held = np.concatenate([np.asarray(some, dtype=np.uint64) for some in keys])
    return np.unique(held << SHIFT | np.repeat(np.asarray(slots, dtype=np.uint64), lengths))


class Postings:
    """The articles by key, in order of their slots; takes 8 bytes an entry and gives back what is removed."""

    def __init__(self) -> None:
        self._entries: Entries = np.empty(0, dtype=np.uint64)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, new: Entries) -> None:
        self._entries = np.insert(self._entries, np.searchsorted(self._entries, new), new)

    def remove(self, gone: Entries) -> None:
        """Take out entries, each of which is there."""
        self._entries = np.delete(self._entries, np.searchsorted(self._entries, gone))

    def holders(self, keys: Sequence[int]) -> list[int]:
        """Give the slots of all articles that hold one of the keys."""
        asked = np.asarray(keys, dtype=np.uint64) << SHIFT
        starts, ends = np.searchsorted(self._entries, asked), np.searchsorted(self._entries, asked | SLOT, side="right")
        return [int(slot) for start, end in zip(starts, ends, strict=True) for slot in self._entries[start:end] & SLOT]

    def earlier(self, asked: Entries, first: int, last: int) -> Pairs:
        """Give, for each entry, the earlier slots with its key: at most so many first and so many last ones.

        Two arrays of equal length: the slot of the entry, and an earlier slot with its key, in the order of `asked`.
        """
        start = np.searchsorted(self._entries, asked & ~SLOT)
        end = np.searchsorted(self._entries, asked)
        held = (end - start)[:, None]
        place = np.arange(first + last)[None, :]
        skipped = np.where((place >= first) & (held > first + last), held - (first + last), 0)
        rows, columns = np.nonzero(place < held)
        found = self._entries[(start[:, None] + place + skipped)[rows, columns]]
        return (asked[rows] & SLOT).astype(np.int64), (found & SLOT).astype(np.int64)

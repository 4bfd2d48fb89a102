"""Cells: stories that hang together by likely pairs, and are put together anew as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from aggregator.grouping.rows import Array

FLOOR_STEP = 0.05
CELL = 1500
"""Articles that are put together anew at once; above, the floor is raised for them until they fall into parts."""

Units = Callable[[int], Sequence[tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Stories by their keys, and the units that they are made of anew: slots that stay together.

    `homes` tells of which story (its place among the keys) each unit comes; `near` which stories hang together by a
    link or by two.
    """

    keys: tuple[int, ...]
    units: tuple[tuple[int, ...], ...]
    homes: Array
    near: Array


def cells(
    links: Array, value: Array, floor: float, wanted: Array, size: Callable[[int], int], units: Units
) -> Iterator[Cell]:
    """Give the cells of stories that hang together by links of a value above a floor, raised where they are too many.

    A link is a row of two keys, and may stand more than once. Only cells with a wanted story are given: what a raised
    floor cuts off from those is as it was.
    """
    keys, ends = np.unique(links, return_inverse=True)
    ends = ends.reshape(-1, 2)
    sizes = np.array([size(key) for key in keys.tolist()])
    is_wanted = np.isin(keys, wanted)
    while len(ends):
        labels = _labels(ends, len(keys))
        floor += FLOOR_STEP
        if floor >= 1:
            labels = _cut(labels, sizes)
        asked = np.bincount(labels, is_wanted) > 0
        small = (np.bincount(labels, sizes) <= CELL) | (floor >= 1)
        one, other = labels[ends].T
        for part in _parts(ends, np.where((asked & small)[one] & (one == other), one, -1)):
            yield _cell(part, keys, units)
        left = (asked & ~small)[one] & (value >= floor)
        ends, value = ends[left], value[left]


def _labels(ends: Array, size: int) -> Array:
    joined = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
    return np.asarray(connected_components(joined, directed=False)[1])


def _cut(labels: Array, sizes: Array) -> Array:
    """Cut crowds without a weak link into pieces: what they cost grows with the square of their articles."""
    order = np.argsort(labels, kind="stable")
    before = np.cumsum(sizes[order]) - sizes[order]
    before -= before[np.searchsorted(labels[order], labels[order])]
    pieces = np.zeros_like(labels)
    pieces[order] = np.unique(np.stack([labels[order], before // CELL]), axis=1, return_inverse=True)[1]
    return pieces


def _parts(ends: Array, label: Array) -> Iterator[Array]:
    """Give the links of each label, none for those of -1."""
    order = np.argsort(label, kind="stable")[np.count_nonzero(label < 0) :]
    if len(order):
        yield from np.split(ends[order], np.flatnonzero(np.diff(label[order])) + 1)


def _cell(ends: Array, keys: Array, units: Units) -> Cell:
    places, ends = np.unique(ends, return_inverse=True)
    one, other = ends.reshape(-1, 2).T
    near = np.eye(len(places), dtype=np.float32)
    near[one, other] = near[other, one] = 1
    named = tuple(keys[places].tolist())
    found = [(number, unit) for number, key in enumerate(named) for unit in units(key)]
    return Cell(named, tuple(unit for _, unit in found), np.array([number for number, _ in found]), near @ near > 0)


def pairs_of(cell: Cell, sample: Callable[[Sequence[int]], Sequence[int]]) -> tuple[Array, Array, Array, Array]:
    """Give the pairs of slots whose probability a cell needs, and the units that they belong to.

    Stories that are more than two links apart are not compared: nothing says that they may be one.
    """
    drawn = [sample(unit) for unit in cell.units]
    slots = np.array([slot for unit in drawn for slot in unit])
    unit = np.repeat(np.arange(len(drawn)), [len(some) for some in drawn])
    home = cell.homes[unit]
    left, right = np.triu_indices(len(slots), 1)
    asked = (unit[left] != unit[right]) & cell.near[home[left], home[right]]
    left, right = left[asked], right[asked]
    return slots[left], slots[right], unit[left], unit[right]


def likelihoods(size: int, left: Array, right: Array, probability: Array) -> tuple[Array, Array]:
    """Give the mean probability between units, and the share of their pairs that is likelier than not, as matrices."""
    sums, shares, counts = (np.zeros((size, size)) for _ in range(3))
    np.add.at(sums, (left, right), probability)
    np.add.at(shares, (left, right), probability >= 0.5)
    np.add.at(counts, (left, right), 1)
    counts = np.maximum(counts + counts.T, 1)
    return (sums + sums.T) / counts, (shares + shares.T) / counts

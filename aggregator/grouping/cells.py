"""Cells: stories that hang together by likely pairs, and are put together anew as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

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
    links: Array, value: Array, floor: float, wanted: Array, sizes: Callable[[Array], Array], units: Units
) -> Iterator[Cell]:
    """Give the cells of stories that hang together by links of a value above a floor, raised where they are too many.

    A link is a row of two keys, and may stand more than once. Only cells with a wanted story are given: what a raised
    floor cuts off from those is as it was.
    """
    keys, ends = np.unique(links, return_inverse=True)
    ends = ends.reshape(-1, 2)
    size, is_wanted = sizes(keys), np.isin(keys, wanted)
    while len(ends):
        labels = _labels(ends, len(keys))
        floor += FLOOR_STEP
        if floor >= 1:
            labels = _cut(labels, size)
        asked = np.bincount(labels, is_wanted) > 0
        small = (np.bincount(labels, size) <= CELL) | (floor >= 1)
        for part, inside in _parts(ends, labels, asked & small):
            yield _cell(keys[part].tolist(), inside, units)
        left = (asked & ~small)[labels[ends[:, 0]]] & (value >= floor)
        ends, value = ends[left], value[left]


def _labels(ends: Array, size: int) -> Array:
    joined = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
    return np.asarray(connected_components(joined, directed=False)[1])


def _cut(labels: Array, size: Array) -> Array:
    """Cut crowds without a weak link into pieces: what they cost grows with the square of their articles."""
    order = np.argsort(labels, kind="stable")
    before = np.cumsum(size[order]) - size[order]
    before -= before[np.searchsorted(labels[order], labels[order])]
    pieces = np.zeros_like(labels)
    pieces[order] = np.unique(np.stack([labels[order], before // CELL]), axis=1, return_inverse=True)[1]
    return pieces


def _parts(ends: Array, labels: Array, chosen: Array) -> Iterator[tuple[Array, Array]]:
    """Give the places of each chosen label, and the links between them by their numbers among these."""
    every = np.arange(len(chosen) + 1)
    places = np.flatnonzero(chosen[labels])
    places = places[np.argsort(labels[places], kind="stable")]
    first = np.searchsorted(labels[places], every)
    number = np.zeros_like(labels)
    number[places] = np.arange(len(places)) - first[labels[places]]
    one, other = labels[ends].T
    ends = ends[(one == other) & chosen[one]]
    ends = ends[np.argsort(labels[ends[:, 0]], kind="stable")]
    start = np.searchsorted(labels[ends[:, 0]], every)
    ends = number[ends]
    for label in np.flatnonzero(np.diff(start)).tolist():
        yield places[first[label] : first[label + 1]], ends[start[label] : start[label + 1]]


def _cell(keys: Sequence[int], ends: Array, units: Units) -> Cell:
    near = np.eye(len(keys), dtype=np.float32)
    near[ends[:, 0], ends[:, 1]] = near[ends[:, 1], ends[:, 0]] = 1
    made = [units(key) for key in keys]
    homes = np.repeat(np.arange(len(keys)), [len(some) for some in made])
    return Cell(tuple(keys), tuple(chain.from_iterable(made)), homes, near @ near > 0)


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
    at = left * size + right
    both = [
        np.bincount(at, values, size * size).reshape(size, size) for values in (None, probability, probability >= 0.5)
    ]
    counts, sums, shares = (matrix + matrix.T for matrix in both)
    counts = np.maximum(counts, 1)
    return sums / counts, shares / counts

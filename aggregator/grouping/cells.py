"""Cells: stories that hang together by likely pairs, and are put together anew as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from aggregator.grouping.rows import Array

FLOOR_STEP = 0.05
CELL = 1500
"""Articles that are put together anew at once; above, the floor is raised for them until they fall into parts."""

Links = Mapping[tuple[int, int], float]
"""How likely two stories hang together, by their keys: that of their likeliest pair."""


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
    links: Links, floor: float, size: Callable[[int], int], units: Callable[[int], Sequence[tuple[int, ...]]]
) -> Iterator[Cell]:
    """Give the cells of stories that hang together by links above a floor, raised where they are too many."""
    kept = {link: value for link, value in links.items() if value >= floor}
    keys = sorted({key for link in kept for key in link})
    if not keys:
        return
    place = {key: number for number, key in enumerate(keys)}
    ends = np.array([(place[one], place[other]) for one, other in kept])
    joined = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(keys), len(keys)))
    _, labels = connected_components(joined, directed=False)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for key, label in zip(keys, labels.tolist(), strict=True):
        parts[label].append(key)
    inside: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (one, other), value in kept.items():
        inside[int(labels[place[one]])][one, other] = value
    for label, part in parts.items():
        if sum(map(size, part)) <= CELL:
            yield _cell(part, inside[label], units)
        elif floor + FLOOR_STEP >= 1:
            for piece in _pieces(part, size):
                yield _cell(piece, {link: v for link, v in inside[label].items() if {*link} <= {*piece}}, units)
        else:
            yield from cells(inside[label], floor + FLOOR_STEP, size, units)


def _pieces(keys: Sequence[int], size: Callable[[int], int]) -> Iterator[list[int]]:
    """Cut a crowd without a weak link: what it costs grows with the square of its articles."""
    piece: list[int] = []
    for key in keys:
        if piece and sum(map(size, piece)) + size(key) > CELL:
            yield piece
            piece = []
        piece.append(key)
    if piece:
        yield piece


def _cell(keys: Sequence[int], links: Links, units: Callable[[int], Sequence[tuple[int, ...]]]) -> Cell:
    place = {key: number for number, key in enumerate(keys)}
    near = np.eye(len(keys), dtype=np.float32)
    for one, other in links:
        near[place[one], place[other]] = near[place[other], place[one]] = 1
    found = [(number, unit) for number, key in enumerate(keys) for unit in units(key)]
    return Cell(
        tuple(keys), tuple(unit for _, unit in found), np.array([number for number, _ in found]), near @ near > 0
    )


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

"""Columns that grow: sparse rows of counted terms, the terms' numbers, and plain arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

Array = np.ndarray[Any, np.dtype[Any]]

PAIRS_AT_ONCE = 65_536
CROWDED = 4
"""Where the pairs are a quarter of all that their rows can make, all are multiplied: pair by pair the 499,500 pairs of
1,000 headlines made of the same few letters take ten times as long."""


class Column:
    """An array that grows at its end, its first axis counting slots."""

    def __init__(self, dtype: type[np.generic], width: int = 0) -> None:
        self._held = np.zeros((64, width) if width else 64, dtype=dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> Array:
        """The whole column, to be read and written in place; taken anew after it has grown."""
        return self._held[: self._length]

    def extend(self, values: Sequence[Any] | Array) -> None:
        """Add some values at the end."""
        wanted = self._length + len(values)
        if wanted > len(self._held):
            grown = np.zeros((max(wanted, 2 * len(self._held)), *self._held.shape[1:]), dtype=self._held.dtype)
            grown[: self._length] = self.values
            self._held = grown
        self._held[self._length : wanted] = values
        self._length = wanted

    def keep(self, places: Array) -> None:
        """Keep only these places, in this order."""
        kept = self.values[places]
        self._length = 0
        self._held = np.zeros((max(64, len(kept)), *self._held.shape[1:]), dtype=self._held.dtype)
        self.extend(kept)


class _Numbers(dict[str, int]):
    """Gives a term that it does not know the next number; `names` has them in order."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = list(names)
        super().__init__((name, number) for number, name in enumerate(self.names))

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        self.names.append(term)
        return number


class Terms:
    """Numbers terms as they come, and counts how many articles of the window hold each."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._held = Column(np.float32)

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def names(self) -> Sequence[str]:
        """The terms by their numbers; it grows with them."""
        return self._numbers.names

    @property
    def held(self) -> Array:
        """The number of articles that hold each term."""
        return self._held.values

    def numbers(self, terms: Iterable[str]) -> list[int]:
        """Give the numbers of some terms; a new term gets the next one."""
        return [self._numbers[term] for term in terms]

    def find(self, terms: Iterable[str]) -> list[int]:
        """Give the numbers of those terms that have one."""
        return [self._numbers[term] for term in terms if term in self._numbers]

    def grow(self) -> None:
        """Make room for the counts of the terms that came since the last time."""
        if len(self) > len(self._held):
            self._held.extend(np.zeros(len(self) - len(self._held), dtype=np.float32))

    def forget_unheld(self) -> Array:
        """Drop the terms that no article holds any more; give the new number of each old one (-1: dropped)."""
        stays = self.held > 0
        moved = np.where(stays, np.cumsum(stays) - 1, -1)
        self._numbers = _Numbers(name for name, kept in zip(self.names, stays.tolist(), strict=True) if kept)
        self._held.keep(np.flatnonzero(stays))
        return moved


class Rows:
    """Counted terms of every slot, as the rows of a sparse matrix."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._starts = Column(np.int32)
        self._starts.extend([0])
        self._numbers = Column(np.int32)
        self._counts = Column(np.float32)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def extend(self, rows: Iterable[Mapping[str, float]]) -> None:
        """Add a row for each new slot."""
        lengths, numbers, counts = [0], list[int](), list[float]()
        for row in rows:
            lengths.append(len(row))
            numbers += self.terms.numbers(row)
            counts += row.values()
        starts = np.cumsum(lengths)
        shape = (len(lengths) - 1, max(1, len(self.terms)))
        found = csr_matrix((np.array(counts, dtype=np.float32), np.array(numbers, dtype=np.int32), starts), shape=shape)
        found.sort_indices()  # scipy multiplies such rows several times faster
        self._starts.extend(starts[1:] + len(self._numbers))
        self._numbers.extend(found.indices)
        self._counts.extend(found.data)
        self.terms.grow()

    def row(self, slot: int) -> list[int]:
        """Give the numbers of the terms of one slot."""
        start, stop = self._starts.values[slot : slot + 2]
        found: list[int] = self._numbers.values[start:stop].tolist()
        return found

    def matrix(self) -> Any:
        """The rows as they stand, as a csr_matrix of slots by terms; it shares their memory."""
        shape = (len(self), max(1, len(self.terms)))
        return csr_matrix((self._counts.values, self._numbers.values, self._starts.values), shape=shape, copy=False)

    def count(self, slots: Sequence[int] | Array, sign: int) -> None:
        """Count the terms of some slots in (1) or out (-1)."""
        numbers = self.matrix()[slots].indices
        np.add.at(self.terms.held, numbers, np.float32(sign))

    def keep(self, slots: Array) -> None:
        """Keep only the rows of these slots."""
        kept = self.matrix()[slots]
        self._starts, self._numbers, self._counts = Column(np.int32), Column(np.int32), Column(np.float32)
        self._starts.extend(kept.indptr)
        self._numbers.extend(kept.indices)
        self._counts.extend(kept.data)

    def renumber(self, moved: Array) -> None:
        """Give every term its new number, after `Terms.forget_unheld`."""
        values = self._numbers.values
        values[:] = moved[values]


def different(values: Array, size: int) -> tuple[Array, Array]:
    """Give the different ones of some numbers below a size, in order, and where among them each number stands."""
    there = np.zeros(size, dtype=np.bool_)
    there[values] = True
    found = np.flatnonzero(there)
    place = np.empty(size, dtype=np.int64)
    place[found] = np.arange(len(found))
    return found, place[values]


def products(left: Any, one: Array, right: Any, other: Array, weights: Array) -> Array:
    """Sum the weighted products of rows of two sparse matrices, `one` of the left with `other` of the right."""
    slots, places = different(one, left.shape[0])
    rows = left[slots]
    rows.data = rows.data * weights[rows.indices]
    return paired(rows, places, right, other)


def paired(left: Any, one: Array, right: Any, other: Array) -> Array:
    """Sum the products of rows of two sparse matrices, `one` of the left with `other` of the right."""
    found = np.zeros(len(one), dtype=np.float32)
    for start in range(0, len(one), PAIRS_AT_ONCE):
        some = slice(start, start + PAIRS_AT_ONCE)
        found[some] = _paired(left, one[some], right, other[some])
    return found


def _paired(left: Any, one: Array, right: Any, other: Array) -> Array:
    rows, at_row = different(one, left.shape[0])
    columns, at_column = different(other, right.shape[0])
    if len(rows) * len(columns) <= CROWDED * len(one):
        return np.asarray((left[rows] @ right[columns].T).toarray()[at_row, at_column])
    return np.asarray(left[one].multiply(right[other]).sum(axis=1)).ravel()


def unit(matrix: Any, weights: Array) -> Any:
    """Weigh the rows of a matrix by the square roots of some weights and scale them to length 1."""
    squares = csr_matrix((matrix.data**2 * weights[matrix.indices], matrix.indices, matrix.indptr), shape=matrix.shape)
    length = np.sqrt(squares @ np.ones(matrix.shape[1], dtype=np.float32))
    squares.data = np.sqrt(squares.data) / np.repeat(np.maximum(length, 1e-9), np.diff(matrix.indptr))
    return squares

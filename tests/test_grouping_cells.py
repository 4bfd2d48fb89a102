"""Which stories are put together anew: those that hang together with a wanted one, in cells that are not too large."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from aggregator.grouping import cells as module
from aggregator.grouping.cells import Cell, cells, likelihoods, pairs_of
from aggregator.grouping.rows import Array

SIZES = {1: 1, 2: 2, 3: 3, 4: 1, 5: 2}
Link = tuple[int, int, float]


def units(key: int) -> Sequence[tuple[int, ...]]:
    return [(10 * key + number,) for number in range(SIZES[key])]


def sizes(keys: Array) -> Array:
    return np.array([SIZES[key] for key in keys.tolist()])


def found(links: Sequence[Link], wanted: Sequence[int]) -> list[Cell]:
    ends = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
    return list(cells(ends, np.array([link[2] for link in links]), 0.7, np.array(wanted), sizes, units))


@pytest.mark.parametrize(
    ("links", "wanted", "expected"),
    [
        pytest.param([], [1], [], id="no links"),
        pytest.param([(1, 2, 0.8), (3, 4, 0.8)], [1, 4], [(1, 2), (3, 4)], id="two cells"),
        pytest.param([(1, 2, 0.8), (3, 4, 0.8)], [1], [(1, 2)], id="one of them has nothing new"),
        pytest.param([(1, 2, 0.8), (2, 3, 0.8), (1, 2, 0.9)], [3], [(1, 2, 3)], id="a chain, one link told twice"),
        pytest.param([(2, 2, 0.8)], [2], [(2,)], id="a story that hangs together with itself"),
    ],
)
def test_cells(links: Sequence[Link], wanted: Sequence[int], expected: list[tuple[int, ...]]) -> None:
    assert [cell.keys for cell in found(links, wanted)] == expected


@pytest.mark.parametrize(
    ("weak", "wanted", "expected"),
    [
        pytest.param(0.72, [1, 4], [(1, 2), (3, 4)], id="falls into parts at its weak link"),
        pytest.param(0.72, [1], [(1, 2)], id="of which one is wanted"),
        pytest.param(0.99, [1, 4], [(1, 2), (3, 4)], id="is cut where no link is weak"),
    ],
)
def test_a_crowd(
    weak: float, wanted: Sequence[int], expected: list[tuple[int, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CELL", 4)
    monkeypatch.setitem(SIZES, 2, 3)
    assert [cell.keys for cell in found([(1, 2, 0.99), (2, 3, weak), (3, 4, 0.99)], wanted)] == expected


def test_the_units_of_a_cell_are_those_of_its_stories() -> None:
    [cell] = found([(1, 2, 0.8), (2, 5, 0.8)], [1])
    assert cell.units == ((10,), (20,), (21,), (50,), (51,))
    assert cell.homes.tolist() == [0, 1, 1, 2, 2]


def test_stories_more_than_two_links_apart_are_not_compared() -> None:
    [cell] = found([(1, 2, 0.8), (2, 3, 0.8), (3, 4, 0.8)], [1])
    one, other, _, _ = pairs_of(cell, lambda members: members)
    asked = {(slot // 10, fellow // 10) for slot, fellow in zip(one.tolist(), other.tolist(), strict=True)}
    assert asked == {(1, 2), (1, 3), (2, 2), (2, 3), (2, 4), (3, 3), (3, 4)}


def test_what_two_units_have_in_common_is_the_mean_of_their_pairs() -> None:
    left, right = np.array([0, 0, 1]), np.array([1, 1, 2])
    means, shares = likelihoods(3, left, right, np.array([0.9, 0.3, 0.5]))
    assert means[0, 1] == means[1, 0] == pytest.approx(0.6)
    assert (shares[0, 1], shares[2, 1], means[0, 2]) == (0.5, 1.0, 0.0)

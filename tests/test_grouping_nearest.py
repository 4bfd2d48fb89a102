"""What is remembered of each slot: the likeliest that it goes with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from aggregator.grouping.nearest import KEPT, Nearest


def remembered(size: int, *told: Sequence[tuple[int, int, float]]) -> Nearest:
    found = Nearest()
    found.grow(size)
    for pairs in told:
        one, other, value = (np.array(side) for side in zip(*pairs, strict=True))
        found.remember(one, other, value)
    return found


def of(nearest: Nearest, slot: int) -> list[tuple[int, float]]:
    _, near, value = nearest.of([slot])
    return list(zip(near.tolist(), np.round(value.astype(float), 2).tolist(), strict=True))


def test_both_sides_of_a_pair_remember_it() -> None:
    found = remembered(4, [(0, 1, 0.8), (0, 2, 0.9)])
    assert of(found, 0) == [(2, 0.9), (1, 0.8)]
    assert (of(found, 1), of(found, 2), of(found, 3)) == ([(0, 0.8)], [(0, 0.9)], [])


def test_a_pair_takes_its_new_value() -> None:
    assert of(remembered(3, [(0, 1, 0.8), (0, 2, 0.9)], [(0, 2, 0.7)]), 0) == [(1, 0.8), (2, 0.7)]


def test_only_the_likeliest_are_kept() -> None:
    found = remembered(20, [(0, n, 0.5 + n / 100) for n in range(1, 15)], [(0, 19, 0.99), (0, 18, 0.5)])
    assert [near for near, _ in of(found, 0)] == [19, *range(14, 15 - KEPT, -1)]


def test_a_slot_that_left_remembers_nothing() -> None:
    found = remembered(3, [(0, 1, 0.8), (1, 2, 0.9)])
    found.forget([1])
    assert (of(found, 0), of(found, 1)) == ([(1, 0.8)], [])


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        pytest.param([0, 2, 3], [[(2, 0.9)], [], [(0, 0.9)]], id="a gap closed"),
        pytest.param([3, 0], [[(1, 0.9)], [(0, 0.9)]], id="turned"),
        pytest.param([], [], id="none"),
    ],
)
def test_what_is_remembered_follows_the_shelf(kept: list[int], expected: list[list[tuple[int, float]]]) -> None:
    found = remembered(4, [(0, 1, 0.8), (0, 3, 0.9), (1, 2, 0.7)])
    found.renumber(kept)
    assert [[pair for pair in of(found, slot) if pair[0] >= 0] for slot in range(len(kept))] == expected

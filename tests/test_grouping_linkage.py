"""Average linkage is what a plain, slow implementation of it finds."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping.linkage import average_linkage
from aggregator.grouping.rows import Array


def plainly(likely: Array, shares: Array, sizes: Array, threshold: float, quorum: float) -> list[list[int]]:
    """Join the likeliest two groups again and again, in exact fractions; the earliest of equals."""
    groups = {unit: [unit] for unit in range(len(sizes))}

    def mean(one: int, other: int) -> Fraction | None:
        pairs = [(i, j, int(sizes[i] * sizes[j])) for i in groups[one] for j in groups[other]]
        weight = sum(w for _, _, w in pairs)
        if sum(Fraction(float(shares[i, j])) * w for i, j, w in pairs) < Fraction(quorum) * weight:
            return None
        return sum((Fraction(float(likely[i, j])) * w for i, j, w in pairs), Fraction(0)) / weight

    while True:
        found = {(i, j): value for i, j in combinations(sorted(groups), 2) if (value := mean(i, j)) is not None}
        best = max(found, key=lambda pair: (found[pair], -pair[0], -pair[1]), default=None)
        if best is None or found[best] < threshold:
            return list(groups.values())
        groups[best[0]] += groups.pop(best[1])


def square(size: int, values: list[float]) -> Array:
    matrix = np.zeros((size, size))
    matrix[np.triu_indices(size, 1)] = values
    return matrix + matrix.T


@st.composite
def problems(draw: st.DrawFn) -> tuple[Array, Array, Array]:
    """Draw units of one to four articles; 32nds and 4ths, so that the sums are exact and ties are frequent."""
    size = draw(st.integers(1, 7))
    pairs = size * (size - 1) // 2
    likely = draw(st.lists(st.integers(0, 32).map(lambda n: n / 32), min_size=pairs, max_size=pairs))
    shares = draw(st.lists(st.integers(0, 4).map(lambda n: n / 4), min_size=pairs, max_size=pairs))
    sizes = draw(st.lists(st.sampled_from([1, 1, 2, 4]), min_size=size, max_size=size))
    return square(size, likely), square(size, shares), np.array(sizes)


@settings(max_examples=300, deadline=None)
@given(problems(), st.sampled_from([0.25, 0.5, 0.75]), st.sampled_from([0.0, 0.25, 0.5]))
def test_it_is_average_linkage(problem: tuple[Array, Array, Array], threshold: float, quorum: float) -> None:
    found, expected = average_linkage(*problem, threshold, quorum), plainly(*problem, threshold, quorum)
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


@pytest.mark.parametrize("seed", range(5))
def test_it_is_average_linkage_for_a_day_of_news(seed: int) -> None:
    random = np.random.default_rng(seed)
    size = 40
    likely = square(size, list(random.random(size * (size - 1) // 2)))
    sizes = random.integers(1, 5, size)
    assert average_linkage(likely, likely, sizes, 0.5, 0.2) == plainly(likely, likely, sizes, 0.5, 0.2)


@pytest.mark.parametrize(
    ("likely", "sizes", "groups"),
    [
        pytest.param([0.9, 0.9, 0.9], [1, 1, 1], [[0, 1, 2]], id="all alike"),
        pytest.param([0.9, 0.1, 0.1], [1, 1, 1], [[0, 1], [2]], id="two of three"),
        pytest.param([0.0, 0.0, 0.0], [1, 1, 1], [[0], [1], [2]], id="all apart"),
        pytest.param([0.9, 0.2, 0.8], [1, 1, 1], [[0, 1], [2]], id="the mean of one alike and one not"),
        pytest.param([0.9, 0.2, 0.8], [1, 4, 1], [[0, 1, 2]], id="four alike outweigh one"),
        pytest.param([0.9, 0.9, 0.9], [2, 1, 1], [[0, 1, 2]], id="units of two"),
        pytest.param([0.6, 0.6, 0.6], [1, 1, 1], [[0, 1, 2]], id="at the threshold"),
        pytest.param([0.59, 0.59, 0.59], [1, 1, 1], [[0], [1], [2]], id="below it"),
    ],
)
def test_groups(likely: list[float], sizes: list[int], groups: list[list[int]]) -> None:
    every = square(3, [1.0, 1.0, 1.0])
    assert average_linkage(square(3, likely), every, np.array(sizes), 0.6, 0.3) == groups


@pytest.mark.parametrize(
    ("share", "groups"), [pytest.param(0.5, [[0, 1]], id="enough"), pytest.param(0.25, [[0], [1]], id="too few")]
)
def test_a_quorum_of_pairs_must_be_likelier_than_not(share: float, groups: list[list[int]]) -> None:
    assert average_linkage(square(2, [0.9]), square(2, [share]), np.array([4, 4]), 0.6, 0.34) == groups


def test_nothing_makes_no_groups() -> None:
    empty = np.zeros((0, 0))
    assert average_linkage(empty, empty, np.zeros(0, dtype=np.int64), 0.6, 0.3) == []

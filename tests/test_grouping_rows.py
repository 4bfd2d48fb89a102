"""Columns that grow, terms that are numbered and counted, and sparse rows of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from aggregator.grouping.rows import Column, Rows, Terms, different, products

ROWS: tuple[Mapping[str, float], ...] = (
    {"dam": 2, "orsk": 1},
    {"orsk": 3},
    {},
    {"vote": 1, "dam": 1, "tram": 1},
)


def filled(rows: Sequence[Mapping[str, float]] = ROWS) -> Rows:
    found = Rows(Terms())
    found.extend(rows)
    found.count(range(len(rows)), 1)
    return found


def told(rows: Rows) -> list[dict[str, float]]:
    """Give the rows as they were put in."""
    matrix = rows.matrix()
    names = rows.terms.names
    bounds = zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True)
    return [{names[matrix.indices[at]]: float(matrix.data[at]) for at in range(*bound)} for bound in bounds]


def held(rows: Rows) -> dict[str, float]:
    return dict(zip(rows.terms.names, rows.terms.held.tolist(), strict=True))


def test_a_column_keeps_what_it_holds_as_it_grows() -> None:
    column = Column(np.int32)
    for start in range(0, 1000, 50):
        column.extend(range(start, start + 50))
    assert (len(column), column.values.tolist()) == (1000, list(range(1000)))


def test_a_column_may_be_wide_and_empty() -> None:
    column = Column(np.float32, 3)
    assert column.values.shape == (0, 3)
    column.extend(np.ones((200, 3)))
    assert column.values.sum() == 600


def test_a_column_is_written_in_place() -> None:
    column = Column(np.float64)
    column.extend([1.0, 2.0, 3.0])
    column.values[1] = 9.0
    assert column.values.tolist() == [1.0, 9.0, 3.0]


@pytest.mark.parametrize("places", [[], [2], [3, 0], [0, 1, 2, 3]], ids=["none", "one", "turned", "all"])
def test_a_column_keeps_some_places_and_grows_on(places: list[int]) -> None:
    column = Column(np.int32)
    column.extend([10, 11, 12, 13])
    column.keep(np.array(places, dtype=np.int64))
    column.extend([99])
    assert column.values.tolist() == [*(10 + place for place in places), 99]


def test_a_term_keeps_its_number() -> None:
    terms = Terms()
    assert terms.numbers(["dam", "orsk", "dam"]) == [0, 1, 0]
    assert terms.numbers(["vote", "orsk"]) == [2, 1]
    assert terms.find(["vote", "unknown", "dam"]) == [2, 0]
    assert (len(terms), terms.names) == (3, ["dam", "orsk", "vote"])


def test_rows_give_back_what_was_put_in() -> None:
    assert told(filled()) == list(ROWS)


def test_no_rows_are_a_matrix_too() -> None:
    assert filled([]).matrix().shape == (0, 1)
    assert filled([{}, {}]).matrix().shape == (2, 1)


def test_terms_count_the_articles_that_hold_them() -> None:
    rows = filled()
    assert held(rows) == {"dam": 2, "orsk": 2, "tram": 1, "vote": 1}
    rows.count([0, 2], -1)
    assert held(rows) == {"dam": 1, "orsk": 1, "tram": 1, "vote": 1}
    rows.count([], -1)
    assert held(rows) == {"dam": 1, "orsk": 1, "tram": 1, "vote": 1}


@pytest.mark.parametrize("kept", [[], [0], [1, 3], [2], [3, 0]], ids=["none", "first", "two", "an empty one", "turned"])
def test_what_is_kept_is_what_fresh_rows_hold(kept: list[int]) -> None:
    rows = filled()
    rows.count([slot for slot in range(len(ROWS)) if slot not in kept], -1)
    rows.keep(np.array(kept, dtype=np.int64))
    rows.renumber(rows.terms.forget_unheld())
    fresh = filled([ROWS[slot] for slot in kept])
    assert told(rows) == told(fresh)
    assert held(rows) == held(fresh)
    assert len(rows.terms) == len(fresh.terms)


def test_forgotten_terms_get_new_numbers_when_they_come_again() -> None:
    rows = filled()
    rows.count([0, 1], -1)
    rows.keep(np.array([2, 3]))
    moved = rows.terms.forget_unheld()
    rows.renumber(moved)
    assert sorted(moved.tolist()) == [-1, 0, 1, 2]
    rows.extend([{"orsk": 1, "dam": 5}])
    rows.count([2], 1)
    assert told(rows) == [{}, {"vote": 1, "dam": 1, "tram": 1}, {"orsk": 1, "dam": 5}]
    assert held(rows) == {"dam": 2, "tram": 1, "vote": 1, "orsk": 1}


@pytest.mark.parametrize("crowded", [pytest.param(0, id="pair by pair"), pytest.param(100, id="all with all")])
def test_products_are_weighed_pair_by_pair(crowded: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aggregator.grouping.rows.CROWDED", crowded)
    monkeypatch.setattr("aggregator.grouping.rows.PAIRS_AT_ONCE", 3)
    rows = filled()
    weights = np.zeros(4, dtype=np.float32)
    weights[rows.terms.find(["dam", "orsk", "tram", "vote"])] = [1, 10, 100, 1000]
    one, other = np.array([0, 0, 0, 2, 3]), np.array([0, 1, 3, 3, 3])
    matrix = rows.matrix()
    assert products(matrix, one, matrix, other, weights).tolist() == [2 * 2 + 10, 10 * 3, 2, 0, 1 + 100 + 1000]
    assert products(matrix, one[:0], matrix, other[:0], weights).tolist() == []
    assert matrix.data.tolist() == filled().matrix().data.tolist()


@pytest.mark.parametrize("values", [[], [3], [5, 0, 5, 2]], ids=["none", "one", "some twice"])
def test_different_numbers_are_those_of_numpy(values: list[int]) -> None:
    numbers = np.array(values, dtype=np.int64)
    found, places = different(numbers, 6)
    assert found.tolist() == np.unique(numbers).tolist()
    assert found[places].tolist() == values

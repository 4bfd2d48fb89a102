"""Charts: shares add up, nothing leaves the drawing, and what is named in it is text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.site.charts import SIDES, Bar, Dot, Kind, bars, columns, dots, heat, shares

KEYS = [kind.key for kind in SIDES]
WHOLES = st.lists(
    st.tuples(st.text(max_size=30), st.dictionaries(st.sampled_from(KEYS), st.integers(0, 10**6))), max_size=8
)


def boxes(drawing: str) -> list[dict[str, float]]:
    """The rectangles of a drawing, those of the hatch left out, in per cent or pixels."""
    found = re.findall(r'<rect class="\w+" (?:fill-opacity="[\d.]+" )?([^>]*)>', drawing)
    return [{name: float(value) for name, value in re.findall(r'(\w+)="([\d.-]+)%?"', one)} for one in found]


@given(WHOLES)
def test_shares_fill_their_row(wholes: list[tuple[str, dict[str, int]]]) -> None:
    rows: dict[float, float] = {}
    for box in boxes(shares("Shares", wholes, SIDES)):
        rows[box["y"]] = rows.get(box["y"], 0) + box["width"]
        assert 40 <= box["x"] <= box["x"] + box["width"] <= 100.01
    assert len(rows) == sum(any(values.values()) for _, values in wholes)
    assert all(width == pytest.approx(60, abs=0.01) for width in rows.values())


@given(WHOLES)
def test_columns_stand_on_one_foot_and_keep_their_proportions(wholes: list[tuple[str, dict[str, int]]]) -> None:
    found = boxes(columns("Columns", wholes, SIDES))
    totals = [sum(values.values()) for _, values in wholes]
    highest = max(totals, default=0)
    for number, total in enumerate(totals):
        mine = [box for box in found if box["x"] == pytest.approx(100 * number / len(wholes), abs=0.01)]
        assert sum(box["height"] for box in mine) == pytest.approx(100 * total / highest if highest else 0, abs=0.05)
    assert all(box["y"] >= -0.01 and box["y"] + box["height"] <= 100.02 for box in found)


def test_columns_in_order_of_the_sides() -> None:
    drawing = str(columns("Columns", [("a day", {"left": 1, "center": 1, "right": 1, "unrated": 1})], SIDES))
    assert re.findall(r'<rect class="(\w+)"', drawing) == KEYS
    assert [box["y"] for box in boxes(drawing)] == [75, 50, 25, 0]
    assert re.findall(r">([LCR?])</text>", drawing) == ["L", "C", "R", "?"]
    assert drawing.count("url(#hatch)") == 1


def test_bars_are_as_long_as_their_values() -> None:
    drawing = str(bars("Bars", [Bar("one", 4, "4 of 8"), Bar("two", -2, "2 of 8", SIDES[0])]))
    one, two = boxes(drawing)
    assert two["width"] == pytest.approx(one["width"] / 2)
    assert one["x"] + one["width"] < 82, "room for the text at the end"
    assert ">4 of 8</text>" in drawing


def test_points_keep_to_their_line() -> None:
    kinds = (Kind("plain", "A", "AllSides"), Kind("plain", "M", "MBFC"))
    drawing = str(dots("Points", [("left", [Dot(0, kinds[0], "A: 0 %"), Dot(1, kinds[1], "M: 9 %")])]))
    places = [float(place) for place in re.findall(r'cx="([\d.]+)%"', drawing)]
    assert 40 < places[0] < places[1] < 100
    assert re.findall(r'class="in-mark"[^>]*>(\w)<', drawing) == ["A", "M"]


def test_the_darkest_cell_is_the_most_alike() -> None:
    drawing = str(heat("Heat", ["one", "two", "three"], {(0, 1): 0.5, (1, 0): 0.5, (0, 2): 0.25}))
    assert re.findall(r'fill-opacity="([\d.]+)"', drawing) == ["0.350", "0.175", "0.350"]
    assert "<title>one and three: 0.25</title>" in drawing


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(columns("<b>", [("<b>", {"left": 1})], SIDES), id="columns"),
        pytest.param(shares("<b>", [("<b>", {"left": 1})], SIDES), id="shares"),
        pytest.param(bars("<b>", [Bar("<b>", 1, "<b>")]), id="bars"),
        pytest.param(dots("<b>", [("<b>", [Dot(0.5, Kind("plain", "<b>", "<b>"), "<b>")])]), id="dots"),
        pytest.param(heat("<b>", ["<b>", "<b>"], {(0, 1): 1.0}), id="heat"),
    ],
)
def test_names_are_text_and_there_is_a_label(drawing: str) -> None:
    assert "<b>" not in drawing
    assert 'role="img" aria-label="&lt;b&gt;"' in drawing
    assert "style" not in drawing


@pytest.mark.parametrize("draw", [columns, shares], ids=["columns", "shares"])
def test_nothing_is_drawn_of_nothing(draw: object) -> None:
    assert boxes(str(draw("Nothing", [], SIDES))) == []  # type: ignore[operator]

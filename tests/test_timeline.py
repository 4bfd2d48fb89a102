"""The timeline of a story: round times on its axis, places by time, dots that do not cover one another."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest

from aggregator.site.bars import step
from aggregator.site.timeline import Dot, timeline


def dots(*moments: str, lean: int | None = 0) -> list[Dot]:
    return [Dot(number, at, step(lean), True, "Quay", "Quay") for number, at in enumerate(moments, 1)]


@pytest.mark.parametrize(
    ("moments", "ticks"),
    [
        pytest.param(
            ("2026-11-21T22:30:00Z", "2026-11-22T08:30:00Z"),
            ["00:00", "02:00", "04:00", "06:00", "08:00"],
            id="a night",
        ),
        pytest.param(
            ("2026-11-21T22:30:00Z", "2026-11-21T22:34:00Z"),
            ["22:30", "22:31", "22:32", "22:33", "22:34"],
            id="four minutes",
        ),
        pytest.param(("2026-11-01T12:00:00Z", "2026-11-20T12:00:00Z"), ["8 Nov", "15 Nov"], id="weeks"),
        pytest.param(("2016-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), None, id="ten years"),
    ],
)
def test_the_axis_has_round_times(moments: tuple[str, str], ticks: list[str] | None) -> None:
    found = timeline(dots(*moments))
    assert found is not None
    words = re.findall(r">([^<]+)</text>", found.axis)
    assert 2 <= len(words) <= 14
    if ticks is not None:
        assert [word for word in words if ":" in word or ":" not in ticks[0]] == ticks


def test_places_follow_time_and_not_the_clock_where_summer_time_ends() -> None:
    found = timeline(dots("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"),
                     ZoneInfo("Europe/Madrid"))  # fmt: skip
    assert found is not None
    assert re.findall(r'cx="([\d.]+)%"', found.lanes[0].drawing) == ["3.00", "50.00", "97.00"]


def test_a_day_alone_is_neither_first_nor_so_long_after_the_first() -> None:
    """`told` and not: an article without a date counts from when it was seen, which says nothing of who was first."""
    left, right = step(-1), step(1)
    found = timeline([
        Dot(1, "2026-11-22T06:10:00Z", left, True, "Quay", "Quay"),
        Dot(2, "2026-11-22T12:00:00Z", right, True, "Oak", "Oak", told=False),
        Dot(3, "2026-11-22T13:40:00Z", right, True, "House", "House"),
        Dot(4, "2026-11-23T01:00:00Z", right, True, "Wire", "Wire", told=False, seen=True),
    ])  # fmt: skip
    assert found is not None
    assert [report.after for report in found.reports] == ["", "", "8 h", ""]
    assert [report.dot.article for report in found.firsts] == [1, 3]


def test_dots_at_one_time_stand_over_one_another() -> None:
    found = timeline(dots(*["2026-11-22T00:00:00Z"] * 9, "2026-11-22T06:00:00Z"))
    assert found is not None
    heights = re.findall(r'cy="(\d+)"', found.lanes[0].drawing)
    assert len(set(heights[:6])) == 6
    assert heights[-1] == heights[0]

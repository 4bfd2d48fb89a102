"""The drawn ratings: what counts as a move, and that every place lies on the drawing."""

from __future__ import annotations

import re

import pytest

from aggregator.site.day_chart import day_columns
from aggregator.site.queries import OutletRating
from aggregator.site.rating_chart import moves, through_time


def rating(day: str, lean: int | None, label: str = "", until: str | None = None, scope: str = "news") -> OutletRating:
    return OutletRating("AllSides", scope, label or str(lean), lean, None, None, None, None, day, until)


@pytest.mark.parametrize(
    ("before", "after", "steps", "words"),
    [
        pytest.param(0, -1, -1, "moved 1 step to the left", id="a step to the left"),
        pytest.param(-2, 2, 4, "moved 4 steps to the right", id="from end to end"),
        pytest.param(1, 1, 0, "", id="the same again"),
        pytest.param(1, None, None, "moved off the line", id="off the line"),
        pytest.param(None, 0, None, "moved onto the line", id="onto the line"),
    ],
)
def test_a_move(before: int | None, after: int | None, steps: int | None, words: str) -> None:
    first, second = moves([rating("2020-01-01", before), rating("2021-01-01", after)])
    assert (first.steps, first.words) == (None, "")
    assert (second.steps, second.words) == (steps, words)


def test_another_category_off_the_line_is_a_change() -> None:
    _, second = moves([rating("2020-01-01", None, "satire"), rating("2021-01-01", None, "fake-news")])
    assert second.words == "changed its category"


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(["2026-11-22"], id="seen today"),
        pytest.param(["2026-11-23"], id="seen after the edition"),
        pytest.param(["1960-02-29", "1999-01-01", "2026-11-22"], id="sixty years"),
        pytest.param(["2026-11-20", "2026-11-21", "2026-11-22"], id="day after day"),
    ],
)
def test_everything_lies_on_the_drawing(days: list[str]) -> None:
    ends = [*days[1:], None]
    drawn = through_time([rating(day, 0, until=end) for day, end in zip(days, ends, strict=True)], "2026-11-22")
    places = [float(x) for x in re.findall(r'\b(?:x|x1|x2|cx)="([\d.]+)%"', drawn[0].drawing)]
    assert places
    assert all(0 <= place <= 100 for place in places)
    for x, width in re.findall(r'x="([\d.]+)%" y="\d+" width="([\d.]+)%"', drawn[0].drawing):
        assert float(x) + float(width) <= 100
    assert len(re.findall("<text class=.tick year.", drawn[0].drawing)) <= 9


def test_each_scope_is_a_drawing_on_one_scale() -> None:
    news, opinion = through_time([rating("2020-01-01", 0), rating("2024-01-01", -2, scope="opinion")], "2026-01-01")
    years = [re.findall(r'x="([\d.]+)%" y="\d+">(\d{4})', one.drawing) for one in (news, opinion)]
    assert years[0] == years[1]
    assert (news.scope, opinion.scope) == ("news", "opinion")


def test_nothing_is_drawn_of_nobody() -> None:
    assert through_time([], "2026-01-01") == []


def test_a_day_with_one_article_is_seen_beside_one_of_thousands() -> None:
    drawn = day_columns([("2026-11-20", 0), ("2026-11-21", 1), ("2026-11-22", 4000)], "Articles by day")
    assert re.findall(r'width="[\d.]+%" height="(\d+)"', drawn) == ["0", "2", "86"]
    assert "Articles by day: 4,001 articles, at most 4000 on a day" in drawn


def test_days_without_articles_are_drawn() -> None:
    assert "0 articles" in day_columns([("2026-11-20", 0)], "Articles by day")

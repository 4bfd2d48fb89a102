"""The bias bar: whole, honest about small numbers, and readable in both themes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aggregator.site.bars import UNRATED, bar, step, why_no_bar


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        pytest.param({}, "no rated origin: too few for shares, which need 3", id="nothing"),
        pytest.param({UNRATED: 9}, "no rated origin: too few for shares, which need 3", id="unrated only"),
        pytest.param({step(-1): 2, UNRATED: 3}, "2 rated origins: too few for shares, which need 3", id="two"),
        pytest.param({step(-1): 2, step(2): 1}, None, id="three"),
    ],
)
def test_a_bar_needs_as_many_rated_origins_as_the_setting_says(counts: dict[Any, int], why: str | None) -> None:
    assert why_no_bar(counts, 3) == why


def test_a_bar_is_whole_and_says_its_numbers() -> None:
    drawn = bar({step(-2): 2, step(0): 1, UNRATED: 1}, "Independent origins")
    assert 'aria-label="Independent origins: 2 left, 1 center, 1 unrated"' in drawn
    assert re.findall(r'class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', drawn) == [
        ("left", "0.00", "50.00"),
        ("center", "50.00", "25.00"),
        ("unrated", "75.00", "25.00"),
    ]
    assert re.findall(r">([^<>]+)</text>", drawn) == ["L 2", "C 1", "? 1"]


def test_a_narrow_part_of_a_bar_drops_its_words_not_its_colour() -> None:
    drawn = bar({step(-2): 1, step(-1): 3, step(0): 36}, "Independent origins")
    assert re.findall(r">([^<>]+)</text>", drawn) == ["LL", "C 36"]
    assert 'class="left"' in drawn

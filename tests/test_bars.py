"""The bias bar: whole, honest about small numbers, and readable in both themes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aggregator.site import assets
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


def _colours(theme: str) -> dict[str, str]:
    light, dark = (assets._FOLDER / "colours.css").read_text().split("@media (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark if theme == "dark" else light))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("above", "below", "least"),
    [
        *((ink, ground, 4.5) for ink in ("ink", "quiet") for ground in ("paper", "card")),
        *(("on-strong", part, 4.5) for part in ("left", "right")),
        *(("on-lean", part, 4.5) for part in ("lean-left", "lean-right")),
        ("on-center", "center", 4.5),
        *(("ink", part, 4.5) for part in ("unrated", "card")),
        # Lines that carry meaning, not text: WCAG 1.4.11 asks for 3.
        *((line, "paper", 3) for line in ("link-line", "focus", "left", "center", "right")),
    ],
)
def test_colours_can_be_read(theme: str, above: str, below: str, least: float) -> None:
    colours = _colours("light") | (_colours("dark") if theme == "dark" else {})
    assert _contrast(colours[above], colours[below]) >= least

"""Leans and the bias bar: an SVG whose widths are attributes and whose colours are classes.

A style attribute would be dropped by the content policy, which allows none; the bar would lose its widths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Step:
    """A place on the spectrum: its class in the stylesheet, its letter on a bar, and its name."""

    key: str
    letter: str
    name: str
    side: str


_RATED = {
    -2: Step("left", "L", "left", "left"),
    -1: Step("lean-left", "LL", "lean left", "left"),
    0: Step("center", "C", "center", "center"),
    1: Step("lean-right", "LR", "lean right", "right"),
    2: Step("right", "R", "right", "right"),
}
UNRATED = Step("unrated", "?", "unrated", "unrated")
RATED_STEPS = tuple(_RATED.values())
STEPS = (*RATED_STEPS, UNRATED)
SIDES = ("left", "center", "right", "unrated")

# In a card of 20rem a part of 9 % is 29 px wide, which holds "LL 1"; one of 5 % holds the letters alone.
_WIDE_ENOUGH_FOR_COUNT = 9
_WIDE_ENOUGH_FOR_LETTER = 5


def step(lean: int | None) -> Step:
    """Returns the place of a lean, -2 to +2; None is unrated, a bucket of its own."""
    return UNRATED if lean is None else _RATED[lean]


def counts_in_words(counts: Mapping[Step, int]) -> str:
    """Writes the counts from left to right, those that are there.

    >>> counts_in_words({UNRATED: 1, step(-2): 2})
    '2 left, 1 unrated'
    """
    return ", ".join(f"{counts[place]} {place.name}" for place in STEPS if counts.get(place))


def rated(counts: Mapping[Step, int]) -> int:
    return sum(count for place, count in counts.items() if place != UNRATED)


def why_no_bar(counts: Mapping[Step, int], least: int) -> str | None:
    """Says why shares would mislead; None where there are as many rated origins as the setting asks for."""
    known = rated(counts)
    if known >= least:
        return None
    found = "no rated origin" if not known else f"{known} rated origin{'s' if known > 1 else ''}"
    return f"{found}: too few for shares, which need {least}"


def bar(counts: Mapping[Step, int], label: str, *, thin: bool = False) -> Markup:
    """Draws the distribution; the counts stand in its label for who can't see it."""
    total = sum(counts.values())
    parts, start = Markup(""), 0.0
    for place in STEPS:
        share = 100 * counts.get(place, 0) / total if total else 0.0
        if share:
            parts += _part(place, counts[place], start, share, thin)
            start += share
    return Markup('<svg class="bar{}" role="img" aria-label="{}: {}">{}</svg>').format(
        " thin" if thin else "", label, counts_in_words(counts), parts
    )


def _part(place: Step, count: int, start: float, share: float, thin: bool) -> Markup:
    box = Markup('x="{:.2f}%" width="{:.2f}%" height="100%"').format(start, share)
    rect = Markup('<rect class="{}" {}/>').format(place.key, box)
    if place == UNRATED:
        rect += Markup('<rect fill="url(#hatch)" {}/>').format(box)
    if thin or share < _WIDE_ENOUGH_FOR_LETTER:
        return rect
    text = f"{place.letter} {count}" if share >= _WIDE_ENOUGH_FOR_COUNT else place.letter
    middle = start + share / 2
    return rect + Markup('<text class="on-{}" x="{:.2f}%" y="50%">{}</text>').format(place.key, middle, text)

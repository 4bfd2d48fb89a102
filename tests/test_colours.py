"""The colours of the sides: told apart by who sees no red, no green or no blue, and seen on the paper, in both themes.

Letters stand besides on every bar, and a hatch on unrated: nobody needs the colours. They should still not mislead.
"""

from __future__ import annotations

import math
import re
from itertools import combinations, pairwise

import pytest

from aggregator.site.assets import sheets
from aggregator.site.bars import RATED_STEPS, STEPS, bar

# Machado, Oliveira and Fernandes 2009, severity 1: how the light of each primary looks where one kind of cone lacks.
SIGHTS = {
    "every cone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red (protanopia)": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green (deuteranopia)": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue (tritanopia)": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
# In CIE 1976 L*a*b* 2.3 is a difference that is just seen side by side. In a legend across a page it must be far more;
# before these colours center and lean right were 7 apart in the dark theme for who sees no red.
NEIGHBOURS, ANY_TWO = 19, 15
# WCAG 2.1, 1.4.11: what a drawing needs to be understood stands out from its ground 3 to 1.
ON_PAPER = 3
STEPS_IN_ORDER = [place.key for place in RATED_STEPS]

Colour = tuple[float, float, float]


def themes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", sheets()["style"], re.DOTALL)
    return {name: dict(re.findall(r"--([\w-]+): (#\w{6})", block))
            for name, block in zip(("light", "dark"), blocks, strict=True)}  # fmt: skip


def linear(colour: str) -> Colour:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def seen(colour: str, sight: str) -> Colour:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in SIGHTS[sight]
    )
    return red, green, blue


def lab(light: Colour) -> Colour:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_neighbours_on_the_spectrum_are_told_apart(theme: str, sight: str) -> None:
    places = [(key, lab(seen(themes()[theme][key], sight))) for key in STEPS_IN_ORDER]
    apart = {f"{one} / {other}": math.dist(a, b) for (one, a), (other, b) in pairwise(places)}
    assert {pair: distance for pair, distance in apart.items() if distance < NEIGHBOURS} == {}
    others = {f"{one} / {other}": math.dist(a, b) for (one, a), (other, b) in combinations(places, 2)}
    assert {pair: distance for pair, distance in others.items() if distance < ANY_TWO} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("above", "below", "least"),
    [
        *((ink, ground, 4.5) for ink in ("ink", "quiet") for ground in ("paper", "card")),
        *(("on-strong", part, 4.5) for part in ("left", "right")),
        *(("on-lean", part, 4.5) for part in ("lean-left", "lean-right")),
        ("on-center", "center", 4.5),
        *(("ink", part, 4.5) for part in ("unrated", "card")),
        *((part, "paper", ON_PAPER) for part in ("link-line", "focus", *STEPS_IN_ORDER)),
    ],
)
def test_colours_can_be_read(theme: str, above: str, below: str, least: float) -> None:
    assert contrast(themes()[theme][above], themes()[theme][below]) >= least


def test_a_bar_has_a_letter_on_every_part_and_a_hatch_on_the_unrated() -> None:
    drawn = str(bar(dict.fromkeys(STEPS, 3), "Independent origins"))
    assert re.findall(r"<text[^>]*>(\S+) 3</text>", drawn) == ["L", "LL", "C", "LR", "R", "?"]
    assert drawn.count('fill="url(#hatch)"') == 1


def test_both_stylesheets_have_the_same_colours() -> None:
    assert sheets()["tables"].startswith(sheets()["style"].partition("/* The frame")[0])

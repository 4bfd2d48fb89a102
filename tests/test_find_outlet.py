"""Which outlets are near to what was asked."""

from __future__ import annotations

import pytest

from aggregator.site.find_outlet import nearest_outlets
from aggregator.site.queries import KnownOutlet

KNOWN = [
    KnownOutlet(1, "tidewater.example", "Tidewater Post"),
    KnownOutlet(2, "tides.example", "The Tide"),
    KnownOutlet(3, "post.example", "Posten"),
    KnownOutlet(1, "tidewater.example", "Low Tidewater Weekly"),
    KnownOutlet(4, "elmuelle.example", "El Muelle"),
]


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        pytest.param("tide", [2, 1], id="in two names, the shorter first"),
        pytest.param("TIDEWATER ", [1], id="the beginning of a name"),
        pytest.param("muele", [4], id="misspelt"),
        pytest.param("t", [], id="one letter is in nearly all"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_nearest_hold_what_was_asked_or_resemble_it(asked: str, near: list[int]) -> None:
    assert [one.id for one in nearest_outlets(asked, KNOWN)] == near

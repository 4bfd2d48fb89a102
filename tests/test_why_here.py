"""Why a story stands where it stands in a list: its place, and what its origins are made of."""

from __future__ import annotations

import pytest

from aggregator.site.bars import step
from aggregator.site.queries import Level, StoryRow, Writing
from aggregator.site.why_here import Ladder, why_here

DAY, THEN = "2026-11-22", "2026-11-22T08:00:00Z"


def story(origins: int) -> StoryRow:
    return StoryRow(1, "", "en", "open", None, 9, 9, 9, origins, THEN, THEN, 0, 1)


@pytest.mark.parametrize(
    ("origins", "place"),
    [
        pytest.param(4, "most independent origins of the day (1 other has as many)", id="two share the first place"),
        pytest.param(3, "3rd of 1,008 by independent origins", id="alone on its place"),
        pytest.param(2, "4th to 1,008th of 1,008 by independent origins", id="many share a place"),
    ],
)
def test_a_place_that_is_shared_says_so(origins: int, place: str) -> None:
    ladder = Ladder([Level(4, 2, 10), Level(3, 1, 3), Level(2, 1005, 4000)], "of the day", DAY, "that day")
    assert why_here(story(origins), {}, [], ladder, "AllSides") == f"{place}, none rated by AllSides"


@pytest.mark.parametrize(
    ("owners", "words"),
    [
        pytest.param([("Merrick", 1), ("Merrick", 1), ("Valley", 0)], "2 origins of 1 owner", id="a reprint's is not"),
        pytest.param([("Merrick", 1), ("Merrick", 0), ("Valley", 1)], "from all three sides", id="as many"),
        pytest.param([("Merrick", 1), ("Valley", 1), ("Merrick", 1)], "3 origins of 2 owners", id="fewer"),
    ],
)
def test_owners_are_those_of_the_origins(owners: list[tuple[str, int]], words: str) -> None:
    written = [Writing(1, number, "", None, THEN, independent, owner)
               for number, (owner, independent) in enumerate(owners)]  # fmt: skip
    origins = sum(independent for _, independent in owners)
    ladder, rated = Ladder([Level(origins, 1, 3)], "of the day", DAY, "that day"), {step(-2): 1, step(0): 1, step(1): 1}
    assert why_here(story(origins), rated, written, ladder, "AllSides") == f"the only story of the day, {words}"

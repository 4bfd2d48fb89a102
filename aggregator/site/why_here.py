"""Why a story stands where it stands in a list: one clause, made of numbers that are on the page or one click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aggregator.site.bars import UNRATED, Step
from aggregator.site.queries import Level, StoryRow, Writing
from aggregator.site.words import joined, plural

_SIDES = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Ladder:
    """The whole of a list by origins: `of` says of what, `since` is the day on which its time begins, `then` when."""

    levels: Sequence[Level]
    of: str
    since: str
    then: str

    @property
    def stories(self) -> int:
        return sum(level.stories for level in self.levels)

    def standing(self, origins: int) -> tuple[int, int]:
        """Returns the place of the first story of so many origins, and how many stories share it."""
        above = sum(level.stories for level in self.levels if level.origins > origins)
        return above + 1, next((level.stories for level in self.levels if level.origins == origins), 1)


def why_here(
    story: StoryRow, origins: Mapping[Step, int], written: Sequence[Writing], ladder: Ladder, provider: str
) -> str:
    """Says a story's place by independent origins, and what is most telling of how it came by them."""
    return _place(story, ladder) + _made_of(story, origins, written, ladder, provider)


def _place(story: StoryRow, ladder: Ladder) -> str:
    place, level = ladder.standing(story.origins)
    if ladder.stories == 1:
        return f"the only story {ladder.of.removeprefix('of those ')}"
    if place == 1:
        return f"most independent origins {ladder.of}" + (f" ({_others(level - 1)} as many)" if level > 1 else "")
    shared = f" to {ordinal(place + level - 1)}" if level > 1 else ""
    return f"{ordinal(place)}{shared} of {ladder.stories:,} by independent origins"


def _others(count: int) -> str:
    return "1 other has" if count == 1 else f"{count:,} others have"


def ordinal(number: int) -> str:
    """Writes a place.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 22, 113, 1021)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th', '1,021st']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _made_of(
    story: StoryRow, origins: Mapping[Step, int], written: Sequence[Writing], ladder: Ladder, provider: str
) -> str:
    before = sum(one.independent for one in written if one.at < ladder.since)
    if 0 < before < story.origins:
        return f", {story.origins - before} of {story.origins} new {ladder.then}"
    owners = len({one.owner for one in written if one.independent})
    if 0 < owners < story.origins:
        return f", {story.origins} origins of {plural(owners, 'owner')}"
    sides = [side for side in _SIDES if any(place.side == side and count for place, count in origins.items())]
    if not sides:
        return f", none rated by {provider}"
    return ", from all three sides" if len(sides) == len(_SIDES) else f", {_from(sides, origins)}"


def _from(sides: Sequence[str], origins: Mapping[Step, int]) -> str:
    """Says the sides of one or two, and that there are unrated ones besides.

    >>> from aggregator.site.bars import step
    >>> _from(["left"], {step(-2): 2, UNRATED: 1}), _from(["left", "right"], {step(-1): 2, step(2): 1})
    ('the rated ones from the left', 'from the left and right')
    """
    told = f"from the {joined(sides)}"
    return f"the rated ones {told}" if origins.get(UNRATED) else told

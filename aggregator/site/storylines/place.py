"""Where a story stands in its storyline: one line on the story's own page."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.site import queries
from aggregator.site.queries import LinkedStory, StorylineRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A story is the `number`th of `stories` in its storyline; `before` and `after` are its neighbours in time."""

    storyline: StorylineRow
    number: int
    stories: int
    before: LinkedStory | None
    after: LinkedStory | None


async def standing(db: queries.Reader, story_id: int) -> Standing | None:
    """Finds where a story stands; None where no other story is of its storyline."""
    line = await queries.storyline_of(db, story_id)
    if line is None:
        return None
    linked = await queries.linked_stories(db, line.id)
    place = next((place for place, one in enumerate(linked) if one.story_id == story_id), None)
    if place is None or len(linked) < 2:
        return None
    before = linked[place - 1] if place else None
    after = linked[place + 1] if place + 1 < len(linked) else None
    return Standing(line, place + 1, len(linked), before, after)


def told_standing(one: Standing | None) -> dict[str, object] | None:
    """Says the same as the line, for programs."""
    if one is None:
        return None
    told = {"id": one.storyline.id, "title": one.storyline.title, "number": one.number, "stories": one.stories}
    neighbours = {"before": one.before, "after": one.after}
    return told | {name: row.story_id if row else None for name, row in neighbours.items()}

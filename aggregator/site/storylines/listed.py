"""The list of storylines, those with the latest story first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import narrowing, providers, queries, responses
from aggregator.site.days import FIRST_DAY, LAST_DAY
from aggregator.site.links import sql_address
from aggregator.site.narrowing import Span
from aggregator.site.queries import ListedStoryline, StorylineChoice
from aggregator.site.queries.lists import day_after
from aggregator.site.storylines.words import span_words

STORYLINES_ON_A_PAGE = 30
_PLACE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)_(\d{1,15})")
_BEGINNING = ("~", 2**62)  # after every moment


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of the list: days and topic of the latest story, and where the page before ended."""

    span: Span
    before: tuple[str, int] | None
    topic: str | None = None

    @classmethod
    def of(cls, request: Any) -> Asked:
        """Reads an address; raises BadRequest for what can't be meant."""
        before = (request.args.get("before") or "").strip()
        place = _PLACE.fullmatch(before)
        if before and not place:
            raise BadRequest("'before' is what a link to earlier storylines writes. The first page has no such part.")
        begin = (place[1], int(place[2])) if place else None
        return cls(narrowing.asked_span(request.args), begin, narrowing.topic_of(request.args))

    def choice(self) -> StorylineChoice:
        moment, story = self.before or _BEGINNING
        first, last = self.span.first or FIRST_DAY, self.span.last or LAST_DAY
        return StorylineChoice(first, day_after(last), moment, story, self.topic)

    def earlier_than(self, last: ListedStoryline) -> str:
        """The query of the page that goes on where this one ends."""
        told = {"from": self.span.first, "to": self.span.last, "topic": self.topic}
        place = f"{last.last_published}_{last.story_id}"
        return narrowing.address("", told | {"before": place}).removeprefix("?")


@dataclass(frozen=True, slots=True)
class Line:
    storyline: ListedStoryline
    span: str


async def listed(db: queries.Reader, asked: Asked) -> tuple[Sequence[ListedStoryline], str | None]:
    """Reads a page of the list, and the query of the next one."""
    found = await queries.storylines(db, asked.choice(), STORYLINES_ON_A_PAGE + 1)
    page = found[:STORYLINES_ON_A_PAGE]
    return page, asked.earlier_than(page[-1]) if len(found) > len(page) else None


async def storylines(request: Any, datasette: Any) -> Any:
    """Answers `/storylines` and `/storylines.json`."""
    db, asked = datasette.get_database("news"), Asked.of(request)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    found, earlier = await listed(db, asked)
    total = await queries.count_storylines(db)
    if request.url_vars["format"]:
        told = [asdict(one) | {"address": f"/storyline/{one.id}"} for one in found]
        return responses.as_json(request, {"storylines": total, "found": told, "earlier": earlier})
    context = {
        "lines": [Line(one, span_words(one.first_published, one.last_published)) for one in found],
        "total": total,
        "asked": asked,
        "said": narrowing.of_articles(None, None, asked.topic).get("topic", ""),
        "options": await queries.options(db),
        "earlier": shown.kept(f"/storylines?{earlier}") if earlier else None,
        "sql": sql_address(*queries.storylines_question(asked.choice(), STORYLINES_ON_A_PAGE)),
        "shown": shown,
        "edition": edition,
        "now": datasette.reading_room.clock(),
    }
    return await responses.html(datasette, request, "storylines.html", context)

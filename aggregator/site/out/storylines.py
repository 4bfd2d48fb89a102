"""Storylines as Atom, JSON Feed and CSV: one with its stories, and the list of all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from datasette import Response  # type: ignore[import-untyped]

from aggregator.site import narrowing, providers, queries, responses
from aggregator.site.cards import Reading
from aggregator.site.out import entries
from aggregator.site.out.csv_answer import Asked, answer_question
from aggregator.site.out.feed_answer import answer_feed
from aggregator.site.out.lists import CSV, story_entries
from aggregator.site.out.place import Place
from aggregator.site.out.reading import Question
from aggregator.site.queries.whole import storyline_sql
from aggregator.site.storylines import Asked as AskedOfList
from aggregator.site.storylines import listed, living_storyline
from aggregator.site.storylines.page import latest_cards

STORIES_IN_A_FEED = 50
_EVERY = -1


async def storyline_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/storyline/7.atom` and `.feed.json` with its latest stories, `.csv` with all; a merged one leads on."""
    db = datasette.get_database("news")
    asked, suffix = int(request.url_vars["storyline"]), request.url_vars["suffix"]
    row = await living_storyline(db, asked)
    if row.id != asked:
        query = f"?{request.query_string}" if request.query_string else ""
        return responses.redirect(f"/storyline/{row.id}{suffix}{query}")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    narrowing.page_of(request.args)
    if suffix == CSV:
        sql = storyline_sql(queries.LINKED, shown.name, shown.default)
        question = Question(sql, {"storyline": row.id, "provider": shown.name})
        return await answer_question(Asked.of(request, datasette, f"storyline-{row.id}"), question, receive, send)
    place = Place.of(request, datasette, edition, f"/storyline/{row.id}")
    latest = await latest_cards(Reading(db, edition, shown), row, STORIES_IN_A_FEED)
    return answer_feed(request, place.feed(row.title, await story_entries(db, place, shown, latest)))


async def storylines_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/storylines.atom` and `.feed.json` with a page of the list, `.csv` with all of it."""
    db, asked = datasette.get_database("news"), AskedOfList.of(request)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    if request.url_vars["suffix"] == CSV:
        question = Question(*queries.storylines_question(asked.choice(), _EVERY))
        return await answer_question(Asked.of(request, datasette, "storylines"), question, receive, send)
    found, earlier = await listed(db, asked)
    place = Place.of(request, datasette, edition, "/storylines")
    return answer_feed(request, place.feed("Storylines", entries.of_storylines(place, shown, found), earlier))


EVERY: Mapping[str, Any] = {
    r"^/storyline/l?(?P<storyline>\d{1,15})": storyline_out,
    r"^/storylines": storylines_out,
}

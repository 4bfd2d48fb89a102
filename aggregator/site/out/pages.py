"""The pages' own lists as Atom, JSON Feed and CSV: the same address with another ending, the same filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]
from datasette.utils.asgi import BadRequest, Base400  # type: ignore[import-untyped]

from aggregator.site import blindspots, compare, providers, queries, responses
from aggregator.site.days import day_of
from aggregator.site.find_outlet import asked_for
from aggregator.site.links import outlet_path
from aggregator.site.out import entries
from aggregator.site.out.csv_answer import Asked, answer_question
from aggregator.site.out.feed_answer import answer_feed
from aggregator.site.out.place import Place
from aggregator.site.out.reading import Question
from aggregator.site.queries import OutletRow
from aggregator.site.queries.latest import latest_articles
from aggregator.site.queries.story_outlets import story_outlets
from aggregator.site.queries.whole import BLINDSPOTS, outlet_articles_sql
from aggregator.site.revisions import CHANGES_ON_A_PAGE, FIRST, Wanted
from aggregator.site.story import living
from aggregator.site.words import short_day

ARTICLES_IN_A_FEED = 50
_EVERY = -1
CSV = ".csv"


class Gone(Base400):  # type: ignore[misc]
    status = 410


async def story_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/story/12.atom`, `.feed.json` and `.csv` with a story's articles; a merged story leads on for good."""
    db = datasette.get_database("news")
    asked, suffix = int(request.url_vars["story"]), request.url_vars["suffix"]
    row = await living(db, asked)
    if row.id != asked:
        return _moved(request, f"/story/{row.id}{suffix}")
    if not row.articles and (when := await queries.removed(db, row.id)):
        raise Gone(f"All that story {row.id} held was removed on request on {short_day(when[:10])}.")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    by = shown.name, shown.default
    if suffix == CSV:
        question = Question(queries.members_sql(*by), {"story": row.id, "provider": shown.name})
        return await answer_question(Asked.of(request, datasette, f"story-{row.id}"), question, receive, send)
    place = Place.of(request, datasette, edition, f"/story/{row.id}")
    found = await queries.members(db, row.id, *by), await queries.headline_changes(db, row.id)
    return answer_feed(request, place.feed(row.title, entries.of_members(place, shown, row.id, *found)))


async def outlet_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/outlet/DOMAIN.atom` and `.feed.json` with an outlet's latest articles, `.csv` with all of them."""
    db = datasette.get_database("news")
    request.scope["url_route"]["kwargs"]["format"] = request.url_vars["suffix"]
    row = await asked_for(db, request)
    if not isinstance(row, OutletRow):
        return responses.redirect(row)
    if row.domain and (when := await queries.outlet_removed(db, row.domain)):
        raise Gone(f"All that {row.name} published was removed on request on {short_day(when[:10])}.")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    by = shown.name, shown.default
    if request.url_vars["suffix"] == CSV:
        question = Question(outlet_articles_sql(*by), {"outlet": row.id, "provider": shown.name})
        name = f"outlet-{row.domain or row.id}"
        return await answer_question(Asked.of(request, datasette, name), question, receive, send)
    place = Place.of(request, datasette, edition, outlet_path(row.domain, row.id) or "/outlets")
    found = await latest_articles(db, row.id, *by, ARTICLES_IN_A_FEED)
    return answer_feed(request, place.feed(row.name, entries.of_latest(place, shown, row, found)))


async def blindspots_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/blindspots.atom` and `.feed.json` with the named ones, `.csv` with every silence and its verdict."""
    db = datasette.get_database("news")
    edition, day = await queries.edition(db), day_of(request.args, "day")
    shown = providers.shown(request, edition)
    if request.url_vars["suffix"] == CSV:
        question = Question(BLINDSPOTS, {"provider": shown.name, "day": day})
        return await answer_question(Asked.of(request, datasette, "blindspots"), question, receive, send)
    context = await blindspots.load(db, edition, shown.name, day)
    place = Place.of(request, datasette, edition, "/blindspots")
    ids = {one.spot.story_id for day in context["days"] for _, named in day.sides for one in named}
    outlets = await story_outlets(db, sorted(ids), shown.name, shown.default)
    found = entries.of_blindspots(place, shown, context["days"], outlets)
    return answer_feed(request, place.feed("Blindspots", found, place.with_other("day", context["earlier"])))


async def revisions_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/revisions.atom` and `.feed.json` with the latest changes, `.csv` with all of them."""
    db = datasette.get_database("news")
    wanted = await Wanted.of(db, request)
    if request.url_vars["suffix"] == CSV:
        question = Question(*queries.changes_question(wanted.outlet, wanted.field, wanted.before or FIRST, _EVERY))
        return await answer_question(Asked.of(request, datasette, "revisions"), question, receive, send)
    found = await queries.changes(db, wanted.outlet, wanted.field, wanted.before or FIRST, CHANGES_ON_A_PAGE + 1)
    shown = found[:CHANGES_ON_A_PAGE]
    before = str(shown[-1].id) if len(found) > len(shown) else None
    place = Place.of(request, datasette, await queries.edition(db), "/revisions")
    following = place.with_other("before", before)
    found_entries = entries.of_changes(place, shown)
    return answer_feed(request, place.feed("Changed after publication", found_entries, following))


async def compare_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/compare.csv` with every story of the list that is shown, or with all that either of the two has."""
    if request.url_vars["suffix"] != CSV:
        raise NotFound("A comparison is no feed; it leaves as /compare.csv and /compare.json.")
    db, asked = datasette.get_database("news"), compare.Asked.of(request)
    if not (asked.a and asked.b):
        raise BadRequest("Name two to compare, as in /compare.csv?a=left&b=right.")
    edition = await queries.edition(db)
    asks = await compare.whole(db, asked, edition, providers.shown(request, edition))
    question = Question(str(asks.pop("sql")), asks)
    return await answer_question(Asked.of(request, datasette, "compare"), question, receive, send)


def _moved(request: Any, path: str) -> Response:
    return responses.redirect(f"{path}?{request.query_string}" if request.query_string else path)


EVERY: Mapping[str, Any] = {
    r"^/story/s?(?P<story>\d{1,15})": story_out,
    r"^/outlet/(?P<outlet>.+?)": outlet_out,
    r"^/blindspots": blindspots_out,
    r"^/revisions": revisions_out,
    r"^/compare": compare_out,
}

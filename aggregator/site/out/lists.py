"""The home page and the search as Atom, JSON Feed and CSV, with all that their addresses may ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from datasette import Response  # type: ignore[import-untyped]
from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import briefs, home, home_asked, providers, queries, responses, search, search_asked
from aggregator.site.cards import Card
from aggregator.site.days import FIRST_DAY, LAST_DAY
from aggregator.site.out import entries
from aggregator.site.out.csv_answer import Asked, answer_question
from aggregator.site.out.feed import Entry
from aggregator.site.out.feed_answer import answer_feed
from aggregator.site.out.place import Place
from aggregator.site.out.reading import Question
from aggregator.site.providers import Shown
from aggregator.site.queries.story_outlets import story_outlets
from aggregator.site.queries.whole import found_sql, stories_sql

CSV = ".csv"
_EVERY = -1


async def home_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/.atom`, `/.feed.json` and `/.csv`; an address with words leads on to the search, as the page's does."""
    suffix = request.url_vars["suffix"]
    if (request.args.get("q") or "").strip():
        return responses.redirect(
            f"/search{suffix}?{urlencode([*parse_qsl(request.query_string), ('show', 'stories')])}"
        )
    db, now = datasette.get_database("news"), datasette.reading_room.clock()
    edition = await queries.edition(db)
    shown, asked = providers.shown(request, edition), home_asked.Asked.of(request)
    context = await home.load(db, asked, now, edition, shown)
    if suffix == CSV:
        question = _stories_question(asked, shown, *_days(asked, context))
        return await answer_question(Asked.of(request, datasette, "stories"), question, receive, send)
    place = Place.of(request, datasette, edition, "/")
    cards = [card for section in context["sections"] for card in section.cards]
    found = await story_entries(db, place, shown, cards)
    return answer_feed(request, place.feed("Stories", found, _next_of_home(context)))


async def story_entries(db: queries.Reader, place: Place, shown: Shown, cards: Sequence[Card]) -> list[Entry]:
    """Makes an entry of each story of a list."""
    ids = [card.story.id for card in cards]
    outlets = await story_outlets(db, ids, shown.name, shown.default)
    told = await briefs.of_stories(db, ids, shown.name, shown.default, str)
    return entries.of_stories(place, shown, cards, outlets, told)


def _next_of_home(context: Mapping[str, Any]) -> str | None:
    """Returns the query of what follows: the rest of a long list, else the days before."""
    sections = context["sections"]
    earlier = context.get("earlier")
    address = sections[0].more if len(sections) == 1 and sections[0].more else earlier and earlier[1]
    return str(urlsplit(address).query) if address else None


def _stories_question(asked: home_asked.Asked, shown: Shown, first: str, last: str) -> Question:
    """Asks for all stories of some days, of which a page has so many."""
    choice = queries.Choice(first, last, shown.name, shown.default, **asked.filters())
    sql, told = queries.stories_question(choice, least=2, limit=_EVERY)
    return Question(stories_sql(sql, shown.name, shown.default), {**told, "provider": shown.name})


def _days(asked: home_asked.Asked, context: Mapping[str, Any]) -> tuple[str, str]:
    """Returns the first and the last day of what the page lists; those asked for, though a page has a month at most."""
    if span := context["span"]:
        return (asked.span.first or span.first, span.last)
    days = [section.day for section in context["sections"]] or [FIRST_DAY]
    return min(days), max(days)


async def search_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers `/search.atom` and `.feed.json` with a page of what was found, `/search.csv` with all of it."""
    db, now = datasette.get_database("news"), datasette.reading_room.clock()
    edition = await queries.edition(db)
    shown, asked = providers.shown(request, edition), search_asked.Asked.of(request)
    if not asked.looks:
        raise BadRequest("Say what to look for, as in /search.atom?q=harbour.")
    context = await search.load(db, asked, now, edition, shown)
    if request.url_vars["suffix"] == CSV:
        question = _found_question(asked, context["choice"], shown)
        return await answer_question(Asked.of(request, datasette, "search"), question, receive, send)
    found, place = context["found"], Place.of(request, datasette, edition, "/search")
    if asked.show == search_asked.ARTICLES:
        told = list(entries.of_hits(place, shown, [result.hit for result in found.results]))
    else:
        told = await story_entries(db, place, shown, [card for card, _ in found.stories])
    more = place.with_other("page", str(asked.page + 1)) if asked.page < found.pages else None
    return answer_feed(request, place.feed("Search", told, more))


def _found_question(asked: search_asked.Asked, choice: queries.SearchChoice, shown: Shown) -> Question:
    """Asks for all that is found in the days asked for, where a page looks back as far as it can in its second."""
    by = shown.name, shown.default
    days = queries.Reach(choice.first or FIRST_DAY, choice.last or LAST_DAY, whole=True)
    if asked.show == search_asked.ARTICLES:
        sql, told = queries.latest_question(choice, days, limit=_EVERY, offset=0)
        return Question(found_sql(sql, *by), {**told, "provider": shown.name})
    sql, told = queries.found_stories_question(choice, days, asked.order, limit=_EVERY, offset=0)
    return Question(stories_sql(sql, *by), {**told, "provider": shown.name})


EVERY: Mapping[str, Any] = {r"^/": home_out, r"^/search": search_out}

"""The search: articles by the words of their headlines and summaries, or the stories that these are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from datasette.database import QueryInterrupted  # type: ignore[import-untyped]
from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]
from markupsafe import Markup, escape

from aggregator.site import cards, narrowing, providers, queries, responses, search_asked
from aggregator.site.bars import Step, step
from aggregator.site.cards import Card, Reading
from aggregator.site.find_outlet import nearest_outlets, of_name
from aggregator.site.links import outlet_path, sql_address
from aggregator.site.providers import Shown
from aggregator.site.queries import Edition, Hit, KnownOutlet, Reach, SearchChoice
from aggregator.site.search_asked import ARTICLES, KINDS, ORDERS, SCOPES, SIDES, Asked
from aggregator.site.search_words import LEAST_OF_A_BEGINNING, MOST_CHARACTERS, MOST_TERMS

RESULTS_ON_A_PAGE = 50
# Articles with the words that can be looked through within a tenth of a second, by what is made of them: of a million
# articles a year these are all that have a word, or for the most common words those of the last month. The side of each
# is looked up, which takes ten times as long as what else narrows them.
MOST_MATCHES = {"latest": 100_000, "best": 30_000, "stories": 50_000, "side": 30_000}
_TOO_LONG = "This search took longer than a second and was ended. Choose some days, or fewer and longer words."
# Signs around a word that was found, until they are elements: where a text has one of its own it is shown unmarked.
_OPENS, _CLOSES = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found, with the words marked that were looked for."""

    hit: Hit
    title: Markup
    summary: Markup | None
    place: Step
    outlet_path: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found; `stories` and `results` are what it lists, of `total` in all.

    `articles` counts the articles of the stories. `reach` has the days that were looked through, `earlier` the address
    that looks through those before, where not all that were asked for could be.
    """

    total: int
    articles: int
    pages: int
    reach: Reach
    earlier: str | None
    sql: str
    results: Sequence[Result] = ()
    stories: Sequence[tuple[Card, int]] = ()


async def search(request: Any, datasette: Any) -> Any:
    """Answers `/search` and `/search.json`."""
    asked, now, db = Asked.of(request), datasette.reading_room.clock(), datasette.get_database("news")
    edition = await queries.edition(db)
    context = await load(db, asked, now, edition, providers.shown(request, edition))
    if request.url_vars["format"]:
        return responses.as_json(request, told(context))
    context["options"] = await queries.options(db)
    return await responses.html(datasette, request, "search.html", context)


async def load(db: queries.Reader, asked: Asked, now: datetime, edition: Edition, shown: Shown) -> dict[str, Any]:
    """Reads all that the page shows; `found` is None where nothing is looked for yet."""
    outlet = await _outlet(db, asked.outlet) if asked.outlet else None
    reading, choice = Reading(db, edition, shown), asked.choice(outlet, shown)
    if choice.match:
        choice = replace(choice, match=await queries.spelled_out(db, choice.match))
    context = {
        "asked": asked, "now": now, "edition": edition, "shown": shown, "outlet": outlet, "choice": choice,
        "chosen": search_asked.chosen(asked, outlet, shown), "limit": RESULTS_ON_A_PAGE, "kinds": KINDS,
        "scopes": SCOPES, "sides": SIDES, "orders": ORDERS[asked.show], "most_characters": MOST_CHARACTERS,
        "most_terms": MOST_TERMS, "least_of_a_beginning": LEAST_OF_A_BEGINNING, "found": None,
    }  # fmt: skip
    if not asked.looks:
        return context
    list_found = _articles if asked.show == ARTICLES else _stories
    try:
        return context | {"found": await list_found(reading, asked, choice)}
    except QueryInterrupted as error:
        raise BadRequest(_TOO_LONG) from error


async def _outlet(db: queries.Reader, name: str) -> KnownOutlet:
    found = await search_asked.outlet_asked(db, name)
    if found is None:
        every = await queries.known_outlets(db)
        meant = of_name(name, every) or nearest_outlets(name, every)
        near = ", or ".join(f"{one.name} ({one.domain or one.id})" for one in meant)
        raise BadRequest(
            f"There is no outlet {name!r} here, or more than one. {f'Meant may be {near}. ' if near else ''}"
            "The list of outlets has their names and domains."
        )
    return found


def _most(what: str, choice: SearchChoice) -> int:
    return min(MOST_MATCHES[what], MOST_MATCHES["side"]) if choice.side else MOST_MATCHES[what]


async def _articles(reading: Reading, asked: Asked, choice: SearchChoice) -> Found:
    db = reading.db
    reach = await queries.reach(db, choice, _most(asked.order, choice))
    days = await queries.found_by_day(db, choice, reach)
    total = sum(count for _, count in days)
    skip = (asked.page - 1) * RESULTS_ON_A_PAGE
    if asked.order == "best":
        question = queries.best_question(choice, reach, limit=RESULTS_ON_A_PAGE, offset=skip)
    else:
        within, skip = _days_of_the_page(days, reach, skip)
        question = queries.latest_question(choice, within, limit=RESULTS_ON_A_PAGE, offset=skip)
    ids = await queries.found_ids(db, question) if skip < total else []
    return _found(asked, reading.shown, reach, question, total, total, results=await _results(reading, choice, ids))


def _days_of_the_page(days: Sequence[tuple[str, int]], reach: Reach, skip: int) -> tuple[Reach, int]:
    """Narrows a reach to the days that have a page's articles; returns it, and how many of these days come before.

    To order the articles of all days by their time takes five times as long as to count them.
    """
    passed, last, first = 0, None, reach.first
    for day, count in days:
        if last is None and passed + count > skip:
            last, before = day, passed
        passed += count
        if passed >= skip + RESULTS_ON_A_PAGE:
            first = day
            break
    if last is None:
        return reach, skip
    return Reach(first, last, reach.whole, reach.lowest, reach.highest), skip - before


async def _results(reading: Reading, choice: SearchChoice, ids: Sequence[int]) -> list[Result]:
    db, shown = reading.db, reading.shown
    hits = await queries.hits(db, ids, shown.name, shown.default)
    marked = await queries.marked(db, choice.match, ids, _OPENS, _CLOSES) if choice.match else {}
    return [_result(hits[one], *marked.get(one, (None, None))) for one in ids]


def _result(hit: Hit, title: str | None, summary: str | None) -> Result:
    plain = hit.summary
    return Result(
        hit,
        _with_marks(title, hit.title),
        _with_marks(summary, plain) if plain else None,
        step(hit.lean),
        outlet_path(hit.domain, hit.outlet_id),
    )


def _with_marks(marked: str | None, plain: str) -> Markup:
    """Turns the signs around words into elements; everything else of the text stays text.

    >>> _with_marks('<b> \\x02port\\x03 bill', '<b> port bill')
    Markup('&lt;b&gt; <mark>port</mark> bill')
    """
    if marked is None or _OPENS in plain or _CLOSES in plain:
        return escape(plain)
    return Markup(str(escape(marked)).replace(_OPENS, "<mark>").replace(_CLOSES, "</mark>"))


async def _stories(reading: Reading, asked: Asked, choice: SearchChoice) -> Found:
    db = reading.db
    reach = await queries.reach(db, choice, _most("stories", choice))
    total, articles = await queries.count_found_stories(db, choice, reach)
    skip = (asked.page - 1) * RESULTS_ON_A_PAGE
    question = queries.found_stories_question(choice, reach, asked.order, limit=RESULTS_ON_A_PAGE, offset=skip)
    rows = await queries.found_stories(db, question) if skip < total else []
    shown = await cards.cards(reading, [row for row, _ in rows])
    stories = list(zip(shown, (matches for _, matches in rows), strict=True))
    return _found(asked, reading.shown, reach, question, total, articles, stories=stories)


def _found(
    asked: Asked,
    shown: Shown,
    reach: Reach,
    question: tuple[str, Mapping[str, object]],
    total: int,
    articles: int,
    **listed: Sequence[Any],
) -> Found:
    pages = max(1, -(-total // RESULTS_ON_A_PAGE))
    earlier = None if reach.whole else asked.address(shown, {"to": narrowing.days_before(reach.first, 1)})
    return Found(total, articles, pages, reach, earlier, sql_address(*question), **listed)


def told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    asked, shown, found = context["asked"], context["shown"], context["found"]
    answer: dict[str, object] = {"q": asked.words.typed, "provider": shown.name, "show": asked.show,
                                 "order": asked.order, "edition": asdict(context["edition"])}  # fmt: skip
    if found is None:
        return answer | {"found": None}
    return answer | {
        "total": found.total,
        "page": asked.page,
        "pages": found.pages,
        "from": None if found.reach.whole else found.reach.first,
        "to": None if found.reach.whole else found.reach.last,
        "all_that_was_asked_for": found.reach.whole,
        "found": [_told_result(result, shown) for result in found.results]
        or [cards.told(card, shown) | {"matches": matches} for card, matches in found.stories],
    }


def _told_result(result: Result, shown: Shown) -> dict[str, object]:
    story = result.hit.story_id
    return asdict(result.hit) | {
        "marked_title": str(result.title),
        "marked_summary": str(result.summary) if result.summary is not None else None,
        "story_address": shown.kept(f"/story/{story}") if story else None,
    }

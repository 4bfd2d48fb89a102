"""The home page: the stories of the latest days, or of those asked for, those of most independent origins first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from aggregator.site import cards, home_asked, narrowing, providers, queries, responses
from aggregator.site.cards import Card, Reading
from aggregator.site.home_asked import TIMES, Asked
from aggregator.site.links import sql_address
from aggregator.site.narrowing import Stretch
from aggregator.site.providers import Shown
from aggregator.site.queries import Choice, Edition, Place, StoryRow
from aggregator.site.why_here import Ladder

# A card with its bar, outlets and reason is some 300 bytes compressed: a page of these stays under 60 kB.
STORIES_ON_A_PAGE = 60
# Soon after midnight, or on a quiet day, the latest day alone would leave the page bare: three rows of cards fill a
# screen of 1280 by 900.
_ENOUGH_STORIES = 9
_MOST_DAYS = 7
# Of a million articles a year, the stories of so many days are read in 0.1 s whatever narrows them.
MOST_DAYS_OF_A_LIST = 31


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one day, or of the days asked for, where `day` is None.

    `singles` counts the stories of one origin, None where they are not counted; `before` the stories of pages before.
    """

    day: str | None
    cards: Sequence[Card]
    stories: int
    singles: int | None
    articles: int
    before: int
    more: str | None
    sql: str


async def home(request: Any, datasette: Any) -> Any:
    """Answers `/` and `/.json`; an address with words, as older ones have them, leads on to the search."""
    if words := (request.args.get("q") or "").strip():
        return responses.redirect(_search_address(request, words))
    asked, now, db = Asked.of(request), datasette.reading_room.clock(), datasette.get_database("news")
    edition = await queries.edition(db)
    context = await load(db, asked, now, edition, providers.shown(request, edition))
    if request.path.endswith(".json"):
        return responses.as_json(request, told(context))
    context["chosen"] = home_asked.chosen(request, asked, context["shown"].name)
    context["options"] = await queries.options(db)
    return await responses.html(datasette, request, "home.html", context)


def _search_address(request: Any, words: str) -> str:
    suffix = ".json" if request.path.endswith(".json") else ""
    kept = {name: request.args.get(name) for name in ("day", "from", "to", "language", "country", "topic", "provider")}
    return narrowing.address(f"/search{suffix}", {"q": words, "show": "stories"} | kept)


async def load(db: queries.Reader, asked: Asked, now: datetime, edition: Edition, shown: Shown) -> dict[str, Any]:
    """Reads all that the page shows; a program that makes a feed of it asks for the same."""
    days = await queries.days(db, asked.day)
    context = {"asked": asked, "now": now, "edition": edition, "shown": shown, "days": days, "sections": ()}
    context |= {"limit": STORIES_ON_A_PAGE, "most_days": MOST_DAYS_OF_A_LIST, "span": None, "clipped": False}
    context |= {"times": TIMES, "first_page": _address(asked, shown, asked.times())}
    if days is None:
        return context
    reading = Reading(db, edition, shown)
    if asked.of_time and not asked.day:
        return context | await _of_a_span(reading, asked, days)
    return context | await _of_days(reading, asked, days)


async def _of_a_span(reading: Reading, asked: Asked, days: queries.Days) -> dict[str, Any]:
    """Reads one list of the stories of some days, and where the days before and after them stand."""
    last = asked.span.last or days.day
    count = TIMES[asked.time][1] if asked.time else MOST_DAYS_OF_A_LIST
    first = asked.span.first or narrowing.days_before(last, count - 1)
    if first > last:
        last = first  # days to come, of which there is no story yet
    span = Stretch(first, last)
    if span.days > MOST_DAYS_OF_A_LIST:
        span = Stretch(narrowing.days_before(last, MOST_DAYS_OF_A_LIST - 1), last)
    before, after = await queries.days(reading.db, span.first), await queries.days(reading.db, last)
    earlier, later = span.moved(-1), span.moved(1)
    clipped = span.first > first and before is not None and (before.earlier or "") >= first
    if clipped:
        earlier = Stretch(max(first, earlier.first), earlier.last)
    return {
        "sections": [await _section(reading, asked, None, span)],
        "span": span,
        "clipped": clipped,
        "earlier": _neighbour(asked, reading.shown, earlier) if before and before.earlier else None,
        "later": _neighbour(asked, reading.shown, later) if after and after.later else None,
    }


def _neighbour(asked: Asked, shown: Shown, span: Stretch) -> tuple[Stretch, str]:
    """Returns other days and their address, everything else kept."""
    one_day = span.first == span.last
    times = {"day": span.first} if one_day else {"from": span.first, "to": span.last}
    return span, _address(asked, shown, times)


async def _of_days(reading: Reading, asked: Asked, days: queries.Days) -> dict[str, Any]:
    """Reads the stories of the day that was named, else those of the latest days, each day by itself."""
    sections = [await _section(reading, asked, days.day, Stretch(days.day, days.day))]
    asked = replace(asked, after=None)
    earlier = days.earlier if asked.day is None else None
    read = 1
    while earlier and read < _MOST_DAYS and sum(len(section.cards) for section in sections) < _ENOUGH_STORIES:
        section = await _section(reading, asked, earlier, Stretch(earlier, earlier))
        if section.cards or not asked.narrowed:
            sections.append(section)
        read += 1
        oldest, before = earlier, await queries.days(reading.db, earlier)
        earlier = before.earlier if before else None
    if read == 1:
        oldest, earlier = days.day, days.earlier
    if asked.narrowed and not sections[0].cards and len(sections) > 1:
        sections = sections[1:]
    beside = {"earlier": earlier, "later": days.later}
    return {
        "sections": sections,
        "oldest": oldest,
        **{name: day and _neighbour(asked, reading.shown, Stretch(day, day)) for name, day in beside.items()},
    }


async def _section(reading: Reading, asked: Asked, day: str | None, span: Stretch) -> Section:
    by = reading.shown
    choice = Choice(span.first, span.last, by.name, by.default, **asked.filters())
    found = await queries.stories(reading.db, choice, least=2, limit=STORIES_ON_A_PAGE + 1, after=asked.after)
    # Most stories of many days are of one origin: to count these would take longer than all else.
    levels = await queries.levels(reading.db, choice, least=1 if day else 2)
    several = [level for level in levels if level.origins > 1]
    of = "of those found" if asked.narrowed else "of the day" if day else "of these days"
    shown, ladder = found[:STORIES_ON_A_PAGE], Ladder(several, of, span.first, "that day" if day else "in these days")
    return Section(
        day,
        await cards.cards(reading, shown, ladder),
        stories=ladder.stories,
        singles=sum(level.stories for level in levels if level.origins == 1) if day else None,
        articles=sum(level.articles for level in levels),
        before=ladder.stories - await queries.stories_left(reading.db, choice, asked.after) if asked.after else 0,
        more=_more(asked, by, span, shown[-1]) if len(found) > len(shown) else None,
        sql=_sql_address(choice, asked.after),
    )


def _more(asked: Asked, shown: Shown, span: Stretch, last: StoryRow) -> str:
    """Returns the address of the page that goes on where this one ends."""
    place = Place(last.origins, last.last_published, last.id)
    times = asked.times() if asked.of_time else {"day": span.first}
    return _address(asked, shown, {**times, "after": home_asked.place_words(place)})


def _address(asked: Asked, shown: Shown, times: Mapping[str, str | None]) -> str:
    return shown.kept(narrowing.address("/", {**times, **asked.filters()}))


def _sql_address(choice: Choice, after: Place | None) -> str:
    return sql_address(*queries.stories_question(choice, least=2, limit=STORIES_ON_A_PAGE, after=after))


def told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    asked, shown, sections = context["asked"], context["shown"], context["sections"]
    return {
        "day": sections[0].day if sections else None,
        "from": context["span"].first if context["span"] else None,
        "to": context["span"].last if context["span"] else None,
        "all_days_asked_for": not context["clipped"],
        **asked.filters(),
        "provider": shown.name,
        "providers": [voice.name for voice in shown.voices],
        "rated": "as of publication",
        "edition": asdict(context["edition"]),
        "days": [
            {"day": section.day, "stories": section.stories, "singles": section.singles, "articles": section.articles}
            for section in sections
        ],
        "stories": [cards.told(card, shown) for section in sections for card in section.cards],
        "next": sections[0].more if sections else None,
    }

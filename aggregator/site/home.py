"""The home page: the stories of the latest days, those of most independent origins first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from aggregator.site import providers, queries, responses
from aggregator.site.bars import UNRATED, Step, bar, step, why_no_bar
from aggregator.site.days import FIRST_DAY, LAST_DAY, asked_day
from aggregator.site.providers import Shown
from aggregator.site.queries import Blindspot, Choice, Edition, LeanCount, StoryRow

# A card with its bar is some 200 bytes compressed: a page of these stays under 60 kB.
STORIES_ON_A_PAGE = 60
MAX_WORDS = 200
# Soon after midnight, or on a quiet day, the latest day alone would leave the page bare: three rows of cards fill a
# screen of 1280 by 900.
_ENOUGH_STORIES = 9
_MOST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the home page; `bar` is None where there are too few rated origins for one, and `why` says so."""

    story: StoryRow
    origins: Mapping[Step, int]
    bar: Markup | None
    why: str | None
    blindspots: Sequence[Blindspot]

    @property
    def unrated(self) -> int:
        return self.origins.get(UNRATED, 0)


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one day; `day` is None for what was found on all days."""

    day: str | None
    cards: Sequence[Card]
    counts: queries.Counts


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of the home page; a day or a language that is none is left out, as an empty field is."""

    day: str | None
    language: str | None
    words: str | None

    @classmethod
    def of(cls, request: Any) -> Asked:
        language = request.args.get("language") or ""
        words = " ".join((request.args.get("q") or "").split())[:MAX_WORDS]
        return cls(
            asked_day(request.args.get("day")),
            language if re.fullmatch(r"[a-z]{2,3}", language) else None,
            words or None,
        )


async def home(request: Any, datasette: Any) -> Any:
    """Answers `/` and `/.json`: `day`, `language` and `q` narrow it; words without a day look through all days."""
    asked, now, db = Asked.of(request), datasette.reading_room.clock(), datasette.get_database("news")
    edition = await queries.edition(db)
    context = await load(db, asked, now, edition, providers.shown(request, edition))
    if request.path.endswith(".json"):
        return responses.as_json(request, told(context))
    return await responses.html(datasette, request, "home.html", context)


async def load(db: queries.Reader, asked: Asked, now: datetime, edition: Edition, shown: Shown) -> dict[str, Any]:
    """Reads all that the page shows."""
    days = await queries.days(db, asked.day)
    context = {"asked": asked, "now": now, "edition": edition, "shown": shown, "days": days, "sections": ()}
    context["limit"] = STORIES_ON_A_PAGE
    if days is None:
        return context
    sections = await _sections(_Reading(db, edition, shown), asked, days)
    oldest = sections[-1].day or days.day
    return context | {
        "sections": sections,
        "languages": await queries.languages(db, Choice(oldest, days.day)),
        "earlier": days.earlier if oldest == days.day else (await queries.days(db, oldest) or days).earlier,
    }


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every card is read from, and by whose ratings."""

    db: queries.Reader
    edition: Edition
    shown: Shown


async def _sections(reading: _Reading, asked: Asked, days: queries.Days) -> list[Section]:
    """Reads the stories asked for: of all days for words, of the day that was named, else of the latest days."""
    if asked.words and asked.day is None:
        everywhere = Choice(FIRST_DAY, LAST_DAY, asked.language, asked.words)
        return [await _section(reading, None, everywhere)]
    sections = [await _section(reading, days.day, Choice(days.day, days.day, asked.language, asked.words))]
    earlier = days.earlier if asked.day is None else None
    while earlier and len(sections) < _MOST_DAYS and sum(len(section.cards) for section in sections) < _ENOUGH_STORIES:
        sections.append(await _section(reading, earlier, Choice(earlier, earlier, asked.language)))
        before = await queries.days(reading.db, earlier)
        earlier = before.earlier if before else None
    return sections


async def _section(reading: _Reading, day: str | None, choice: Choice) -> Section:
    least = 1 if choice.words else 2
    found = await queries.stories(reading.db, choice, least_origins=least, limit=STORIES_ON_A_PAGE)
    return Section(day, await _cards(reading, found), await queries.counts(reading.db, choice))


async def _cards(reading: _Reading, found: Sequence[StoryRow]) -> tuple[Card, ...]:
    db, ids, by = reading.db, [row.id for row in found], (reading.shown.name, reading.shown.default)
    origins = origins_by_story(await queries.lean_counts(db, ids, *by))
    spots = defaultdict(list)
    for spot in await queries.blindspots(db, ids, reading.shown.name):
        if spot.verdict == "blindspot":
            spots[spot.story_id].append(spot)
    least = reading.edition.min_rated_origins
    return tuple(_card(row, origins[row.id], spots[row.id], least) for row in found)


def _card(row: StoryRow, origins: Mapping[Step, int], spots: Sequence[Blindspot], least: int) -> Card:
    why = why_no_bar(origins, least)
    return Card(row, origins, None if why else bar(origins, "Independent origins"), why, spots)


def origins_by_story(found: Sequence[LeanCount]) -> Mapping[int, dict[Step, int]]:
    """Counts each story's independent origins by lean."""
    by_story: dict[int, dict[Step, int]] = defaultdict(dict)
    for row in found:
        by_story[row.story_id][step(row.lean)] = row.origins
    return by_story


def told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    shown = context["shown"]
    return {
        "day": context["sections"][0].day if context["sections"] else None,
        "provider": shown.name,
        "providers": [voice.name for voice in shown.voices],
        "rated": "as of publication",
        "edition": asdict(context["edition"]),
        "days": [{"day": section.day, **asdict(section.counts)} for section in context["sections"]],
        "stories": [_told_card(card, shown) for section in context["sections"] for card in section.cards],
    }


def _told_card(card: Card, shown: Shown) -> dict[str, object]:
    return {
        **asdict(card.story),
        "address": shown.kept(f"/story/{card.story.id}"),
        "origins_by_lean": {place.name: count for place, count in card.origins.items() if count},
        "too_few_for_shares": card.why is not None,
        "blindspots": [asdict(spot) for spot in card.blindspots],
    }

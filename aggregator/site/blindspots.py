"""The page of the blindspots: which side left which story out, by day and side, with the evidence for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from markupsafe import Markup

from aggregator.site import providers, queries, responses
from aggregator.site.bars import Step, bar, step, why_no_bar
from aggregator.site.days import LAST_DAY, day_of
from aggregator.site.links import sql_address
from aggregator.site.queries import Blindspot, Edition, OutFeed, Rule, VerdictCount

# The latest day or two are still open: a week shows what can be told by now.
DAYS_ON_A_PAGE = 7
MOST_OF_A_DAY = 60
_MOST_FEEDS = 40
_SIDES = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Named:
    """A side that left a story out, and who did write: `why` says why there is no bar."""

    spot: Blindspot
    origins: Mapping[Step, int]
    bar: Markup | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """What is told of the stories of a day: the named by side, and how many silences say nothing."""

    day: str
    stories: int
    tests: int
    sides: Sequence[tuple[str, Sequence[Named]]]
    counts: Mapping[str, VerdictCount]

    @property
    def named(self) -> int:
        return sum(len(found) for _, found in self.sides)


async def blindspots(request: Any, datasette: Any) -> Any:
    """Answers `/blindspots` and `/blindspots.json`; `provider` and `day` narrow it."""
    db = datasette.get_database("news")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    context = {"edition": edition, "now": datasette.reading_room.clock(), "shown": shown}
    context |= await load(db, edition, shown.name, day_of(request.args, "day"))
    if request.url_vars["format"]:
        return responses.as_json(request, told(context))
    return await responses.html(datasette, request, "blindspots.html", context)


async def load(db: queries.Reader, edition: Edition, provider: str, asked: str | None) -> dict[str, Any]:
    """Reads a day, or the latest ones, as one provider rates the outlets."""
    found = await queries.tested_days(db, provider, asked or LAST_DAY, DAYS_ON_A_PAGE + 1)
    shown = [day for day in found if day == asked] if asked else found[:DAYS_ON_A_PAGE]
    days = [await _one_day(db, edition, provider, day) for day in shown]
    earlier = next((day for day in found if day < (days[-1].day if days else asked or "")), None)
    rule = await queries.blindspot_rule(db)
    told_of = asked or (shown[0] if shown else None)
    return {
        "provider": provider,
        "asked": asked,
        "rule": rule,
        # A file that no run has made yet has no rule.
        "rule_words": rule_words(rule) if edition.made else "",
        "days": days,
        "named": sum(day.named for day in days),
        "stories": sum(day.stories for day in days),
        "earlier": earlier,
        "later": await queries.next_tested_day(db, provider, asked) if asked else None,
        "feeds": await _feeds_out(db, told_of) if told_of else [],
        "feeds_of": told_of,
        "sql": sql_address(*queries.blindspots_question(provider, days[-1].day, days[0].day)) if days else None,
        "most_feeds": _MOST_FEEDS,
    }


async def _one_day(db: queries.Reader, edition: Edition, provider: str, day: str) -> Day:
    spots = await queries.named_blindspots(db, provider, day, MOST_OF_A_DAY)
    stories, tests = await queries.day_tests(db, provider, day)
    named = await _named(db, edition, provider, spots)
    by_side = [(side, [one for one in named if one.spot.side == side]) for side in _SIDES]
    return Day(day, stories, tests, [(side, found) for side, found in by_side if found],
               await queries.verdict_counts(db, provider, day, edition.made or ""))  # fmt: skip


async def _named(db: queries.Reader, edition: Edition, provider: str, spots: Sequence[Blindspot]) -> list[Named]:
    origins: dict[int, dict[Step, int]] = {spot.story_id: {} for spot in spots}
    for row in await queries.lean_counts(db, origins, provider, edition.provider):
        origins[row.story_id][step(row.lean)] = row.origins
    return [_one(spot, origins[spot.story_id], edition.min_rated_origins) for spot in spots]


def _one(spot: Blindspot, origins: Mapping[Step, int], least: int) -> Named:
    why = why_no_bar(origins, least)
    return Named(spot, origins, None if why else bar(origins, "Independent origins"), why)


async def _feeds_out(db: queries.Reader, day: str) -> list[OutFeed]:
    return await queries.feeds_out(db, f"{day}T00:00:00Z", f"{queries.day_after(day)}T00:00:00Z", _MOST_FEEDS + 1)


def unheard_words(feed: OutFeed) -> str:
    """Says how a feed was not heard over a whole day; "heard until" goes on with the moment."""
    if feed.dated == 0:
        return "its entries tell no dates, so that its silence can't be told"
    if feed.dated is None:
        return "no answer yet"
    return "heard until" if feed.until else "not heard when the day began"


def rule_words(rule: Rule) -> str:
    """Says the rule in one sentence, with the numbers of this edition.

    >>> rule_words(Rule(4, 2, 0.1, 24))[:68]
    'Of a story with 4 or more rated origins, a side with none of them is'
    """
    return (
        f"Of a story with {rule.min_origins} or more rated origins, a side with none of them is called blind where"
        f" {rule.min_polled} or more of its outlets were heard without a gap from the story's first article to"
        f" {rule.hours} hours after its last, and where chance accounts for at most"
        f" {100 * rule.false_discoveries:.0f} % of the day's silences that are as unlikely as this one."
    )


def told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    return {
        "provider": context["provider"],
        "rule": asdict(context["rule"]) | {"words": context["rule_words"]},
        "days": [_told_day(day) for day in context["days"]],
        "earlier": context["earlier"],
        "feeds_not_heard": {"day": context["feeds_of"], "feeds": [asdict(feed) for feed in context["feeds"]]},
        "edition": asdict(context["edition"]),
    }


def _told_day(day: Day) -> dict[str, object]:
    return {
        "day": day.day,
        "stories": day.stories,
        "tests": day.tests,
        "verdicts": {verdict: asdict(count) for verdict, count in day.counts.items()},
        "blindspots": [
            asdict(one.spot) | {"origins_by_lean": {place.name: count for place, count in one.origins.items()}}
            for _, found in day.sides
            for one in found
        ],
    }

"""What a digest says of a day, read by the same questions as the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from datasette import NotFound  # type: ignore[import-untyped]

from aggregator.site import briefs, cards, queries
from aggregator.site.blindspots import rule_words
from aggregator.site.briefs import Brief
from aggregator.site.cards import Card, Reading
from aggregator.site.days import LAST_DAY, asked_day
from aggregator.site.links import sql_address
from aggregator.site.providers import Shown
from aggregator.site.queries import Blindspot, ChangeRow, Choice, Edition, LastRun, OutFeed, VerdictCount
from aggregator.site.queries.digest import blindspots_told, headlines_changed, headlines_question

# What is read at one sitting; the day's page has the rest.
MOST_STORIES = 10
MOST_BLINDSPOTS = 30
MOST_CHANGES = 20
MOST_FEEDS = 20
_DAYS_NAMED = 10
_SIDES = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Digest:
    """A day in short; `more_changes` and `more_feeds` say that a list is cut.

    `sides` has each side with the stories that it left out; `counts` the silences of the day's stories by verdict.
    """

    day: str
    earlier: str | None
    later: str | None
    edition: Edition
    run: LastRun
    provider: str
    stories: Sequence[Card]
    several: int
    singles: int
    articles: int
    briefs: Mapping[int, Brief]
    sides: Sequence[tuple[str, Sequence[Blindspot]]]
    counts: Mapping[str, VerdictCount]
    rule: str
    changes: Sequence[ChangeRow]
    more_changes: bool
    feeds: Sequence[OutFeed]
    more_feeds: bool
    stories_sql: str
    changes_sql: str


class NoStories(NotFound):  # type: ignore[misc]
    """A day that has no stories; it names those that have some."""


async def gather(
    db: queries.Reader, edition: Edition, shown: Shown, asked: str | None, address: Callable[[str], str]
) -> Digest:
    """Reads a day, or the latest one that has stories; `address` makes a path of ours a link. Raises NoStories."""
    if asked is not None and asked_day(asked) is None:
        raise NoStories(f"{asked[:40]!r} is no day such as 2026-11-22. {await _days_there_are(db)}")
    days = await queries.days(db, asked)
    choice = Choice(days.day, days.day, shown.name, shown.default) if days else None
    levels = await queries.levels(db, choice, least=1) if choice else []
    if days is None or choice is None or not levels:
        raise NoStories(await _no_stories(db, asked))
    # What was seen on a day without stories is told with those of the day before: each is in one digest.
    until = days.later or LAST_DAY
    found = await queries.stories(db, choice, least=2, limit=MOST_STORIES)
    changes = await headlines_changed(db, days.day, until, MOST_CHANGES + 1)
    feeds = await _feeds(db, days.day, edition)
    spots = await blindspots_told(db, shown.name, days.day, until, MOST_BLINDSPOTS)
    rule = rule_words(await queries.blindspot_rule(db)) if edition.made else ""
    return Digest(
        days.day, days.earlier, days.later, edition, await queries.last_run(db), shown.name,
        stories=await cards.cards(Reading(db, edition, shown), found),
        several=sum(level.stories for level in levels if level.origins > 1),
        singles=sum(level.stories for level in levels if level.origins == 1),
        articles=sum(level.articles for level in levels),
        briefs=await briefs.of_stories(db, [row.id for row in found], shown.name, shown.default, address),
        sides=[(side, [spot for spot in spots if spot.side == side]) for side in _SIDES],
        counts=await queries.verdict_counts(db, shown.name, days.day, edition.made or ""),
        rule=rule,
        changes=changes[:MOST_CHANGES],
        more_changes=len(changes) > MOST_CHANGES,
        feeds=feeds[:MOST_FEEDS],
        more_feeds=len(feeds) > MOST_FEEDS,
        stories_sql=sql_address(*queries.stories_question(choice, least=2, limit=MOST_STORIES)),
        changes_sql=sql_address(*headlines_question(days.day, until, -1)),
    )  # fmt: skip


async def _feeds(db: queries.Reader, day: str, edition: Edition) -> list[OutFeed]:
    """Lists the feeds that were not heard over the whole day; of imported articles no feed was to be heard."""
    if not edition.polled:
        return []
    return await queries.feeds_out(db, f"{day}T00:00:00Z", f"{queries.day_after(day)}T00:00:00Z", MOST_FEEDS + 1)


async def _no_stories(db: queries.Reader, asked: str | None) -> str:
    if asked is None:
        return "There are no stories yet: `aggregator run` polls the feeds and groups what they bring."
    return f"No story has its last article on {asked}. {await _days_there_are(db)}"


async def _days_there_are(db: queries.Reader) -> str:
    days = await queries.latest_days(db, _DAYS_NAMED)
    return f"The latest days that have stories: {', '.join(days)}." if days else "There are no stories yet."

"""An outlet's page: what it is, how it was rated, how it is polled, and what it covered, left out and shares."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from aggregator.site import providers, queries, responses
from aggregator.site.bars import RATED_STEPS, UNRATED, Step, bar, step, why_no_bar
from aggregator.site.cards import origins_by_story
from aggregator.site.day_chart import day_columns
from aggregator.site.find_outlet import asked_for
from aggregator.site.left_out import DAYS, MOST_STORIES, LeftOut, sort_out
from aggregator.site.links import outlet_path, sql_address
from aggregator.site.problems import removed_outlet
from aggregator.site.queries import Candidate, Covered, Edition, FailedPoll, OutletCounts, OutletRow, PollCount
from aggregator.site.rating_chart import Through, through_time
from aggregator.site.shares import LEAST_FOR_SHARE, Share
from aggregator.site.words import web_address
from aggregator.store.health import FeedHealth
from aggregator.store.views.ratings import FAR_APART

CHART_DAYS = 30
STORIES_SHOWN = 8
SIMILAR_SHOWN = 12
CHANGES_SHOWN = 5
FAILURES_SHOWN = 5
OWNED_SHOWN = 8
# Of all its feeds together; an outlet of twenty feeds that fail every quarter of an hour has thousands in a week.
_FAILURES_READ = 200
# Two outlets that met on four stories may have met by chance; the list is of those that meet again and again.
LEAST_SHARED = 5
# A language in which less than a tenth is written is that of a section, not one in which all news would be covered.
_LANGUAGE_SHARE = 0.1
# What a profile may lack, in the words of the page.
_FIELDS = {"description": "a description", "country": "its country", "owner": "its owner",
           "ownership_type": "the kind of ownership", "youtube": "a video channel"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story with its bar as one provider rates it; `why` says why there is none."""

    story: Covered | Candidate
    origins: Mapping[Step, int]
    bar: Markup | None
    why: str | None


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed with its polls of the last days and the latest that failed."""

    health: FeedHealth
    polls: PollCount
    failed: Sequence[FailedPoll]


async def outlet(request: Any, datasette: Any) -> Any:
    """Answers `/outlet/DOMAIN` and the same with `.json`; another domain of the outlet leads on for good."""
    db = datasette.get_database("news")
    found = await asked_for(db, request)
    if not isinstance(found, OutletRow):
        return responses.redirect(found)
    if found.domain and (when := await queries.outlet_removed(db, found.domain)):
        return await removed_outlet(datasette, request, found.name, when)
    edition, now = await queries.edition(db), datasette.reading_room.clock()
    shown = providers.shown(request, edition)
    context = await load(db, found, edition, shown.name, now.date()) | {"shown": shown}
    if request.url_vars["format"]:
        return responses.as_json(request, told(context))
    return await responses.html(datasette, request, "outlet.html", context | {"now": now})


async def load(db: queries.Reader, row: OutletRow, edition: Edition, provider: str, day: date) -> dict[str, Any]:
    """Reads all that the page shows."""
    counts = await queries.outlet_counts(db, row.id)
    made = edition.made[:10] if edition.made else day.isoformat()
    days = await queries.days(db, None)
    last = days.day if days else counts.last_day or made
    through = through_time(await queries.outlet_ratings(db, row.id), made)
    today = standing(through, providers.names(edition), made)
    return {
        "outlet": row,
        "path": outlet_path(row.domain, row.id),
        "also": {"domains": json.loads(row.domains), "names": json.loads(row.names)},
        "missing": missing(row),
        "same_owner": await queries.same_owner(db, row.id, OWNED_SHOWN),
        "edition": edition,
        "provider": provider,
        "counts": counts,
        "shares": shares(counts),
        "least_for_share": LEAST_FOR_SHARE,
        "through": through,
        "standing": today,
        "steps_apart": steps_apart([place for _, _, place in today]),
        "far_apart": FAR_APART,
        "unrated_elsewhere": [
            name for name, label, place in today if place == UNRATED and label is None and name != provider
        ],
        "foreign": await queries.foreign_scales(db, row.id),
        **await _feeds(db, row.id, edition.polled),
        **await _published(db, row.id, last),
        **await _stories(db, row.id, counts, edition, provider, last),
        "similar": await queries.similar(db, row.id, least=LEAST_SHARED, limit=SIMILAR_SHOWN),
        "least_shared": LEAST_SHARED,
    }


def standing(through: Sequence[Through], names: Sequence[str], day: str) -> list[tuple[str, str | None, Step]]:
    """Lists each provider with its label and place of the outlet's news known on a day; the label is None for none."""
    found = {one.provider: one.moves for one in through if one.scope == "news"}
    lines = []
    for name in names:
        known = [move.rating for move in found.get(name, ()) if move.rating.valid_from <= day]
        rating = known[-1] if known else None
        lines.append((name, rating.label if rating else None, step(rating.lean if rating else None)))
    return lines


def steps_apart(places: Sequence[Step]) -> int | None:
    """Counts the steps between the two providers that are farthest apart; None where fewer than two place it.

    >>> steps_apart([step(-1), step(1), UNRATED]), steps_apart([step(0), UNRATED])
    (2, None)
    """
    told = [RATED_STEPS.index(place) for place in places if place != UNRATED]
    return max(told) - min(told) if len(told) > 1 else None


def missing(row: OutletRow) -> list[str]:
    """Lists in words what is not told of an outlet; a channel that no link may lead to is not told either."""
    told = {name: getattr(row, name) for name in _FIELDS} | {"youtube": web_address(row.youtube)}
    return [_FIELDS[name] for name, value in told.items() if not value]


def shares(counts: OutletCounts) -> dict[str, Share]:
    """Counts what the outlet's articles are, of all of them."""
    parts = {"own": counts.own, "wire": counts.wire, "copies": counts.copies, "opinion": counts.opinion,
             "fact_checks": counts.fact_checks, "videos": counts.videos, "retitled": counts.retitled}  # fmt: skip
    return {name: Share(part, counts.articles) for name, part in parts.items()}


def languages_of(counts: OutletCounts, feeds: Sequence[str | None]) -> list[str]:
    """Lists the languages in which an outlet could be expected to cover a story: of its articles, else of its feeds.

    A language counts from a tenth of the articles on.
    """
    known = {code: n for code, n in counts.by_language().items() if code != "unknown"}
    if known:
        return [code for code, n in known.items() if n >= _LANGUAGE_SHARE * sum(known.values())]
    return sorted({code for code in feeds if code})


async def _feeds(db: queries.Reader, outlet_id: int, polled: str | None) -> dict[str, Any]:
    since = _days_before(polled, DAYS) if polled else ""
    counts = {one.feed_id: one for one in await queries.poll_counts(db, outlet_id, since)} if polled else {}
    failed = await queries.failed_polls(db, outlet_id, since, _FAILURES_READ) if polled else []
    feeds = await queries.outlet_feeds(db, outlet_id)
    return {
        "feeds": [
            FeedLine(feed, counts.get(feed.feed_id, PollCount(feed.feed_id, 0, 0)),
                     [poll for poll in failed if poll.feed_id == feed.feed_id][:FAILURES_SHOWN])
            for feed in feeds
        ],
        "poll_days": DAYS,
    }  # fmt: skip


async def _published(db: queries.Reader, outlet_id: int, last: str) -> dict[str, Any]:
    by_day = await queries.articles_by_day(db, outlet_id, last, CHART_DAYS)
    return {
        "by_day": by_day,
        "day_chart": day_columns(by_day, "Articles by day"),
        "changes": await queries.outlet_changes(db, outlet_id, by_day[0][0], CHANGES_SHOWN),
    }


async def _stories(
    db: queries.Reader, outlet_id: int, counts: OutletCounts, edition: Edition, provider: str, last: str
) -> dict[str, Any]:
    covered = await queries.covered(db, outlet_id, STORIES_SHOWN)
    languages = languages_of(counts, await queries.feed_languages(db, outlet_id))
    since = _days_before(f"{last}T00:00:00Z", DAYS - 1)
    least = edition.min_rated_origins
    question = queries.candidates_question(outlet_id, provider, languages, since=since, least=least, limit=MOST_STORIES)
    found = await queries.candidates(db, question)
    left_out = sort_out(found, least, edition.made)
    return {
        "covered": await _lines(db, covered, edition, provider),
        "covered_sql": sql_address(*queries.covered_question(outlet_id, STORIES_SHOWN)),
        "languages": languages,
        "left_out": left_out,
        "silent_on": await _lines(db, left_out.silent[:STORIES_SHOWN], edition, provider),
        "candidates": len(found),
        "left_out_sql": sql_address(*question),
        "most_stories": MOST_STORIES,
        "least_rated": least,
        "since": since[:10],
        "until": last,
    }


async def _lines(
    db: queries.Reader, found: Sequence[Covered | Candidate], edition: Edition, provider: str
) -> list[StoryLine]:
    ids = [story.story_id for story in found]
    origins = origins_by_story(await queries.lean_counts(db, ids, provider, edition.provider))
    return [_line(story, origins[story.story_id], edition.min_rated_origins) for story in found]


def _line(story: Covered | Candidate, origins: Mapping[Step, int], least: int) -> StoryLine:
    why = why_no_bar(origins, least)
    return StoryLine(story, origins, None if why else bar(origins, "Independent origins"), why)


def _days_before(moment: str, days: int) -> str:
    return (date.fromisoformat(moment[:10]) - timedelta(days=days)).isoformat() + moment[10:]


def told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    left_out: LeftOut = context["left_out"]
    return {
        "outlet": asdict(context["outlet"]) | context["also"] | {"address": context["path"]},
        "same_owner": [asdict(other) for other in context["same_owner"]],
        "provider": context["provider"],
        "today": [
            {"provider": name, "label": label, "place": place.name} for name, label, place in context["standing"]
        ],
        "steps_apart": context["steps_apart"],
        "foreign_scale": context["foreign"],
        "ratings": [
            asdict(move.rating) | {"steps_from_the_one_before": move.steps}
            for one in context["through"] for move in one.moves
        ],
        "counts": asdict(context["counts"]) | {"languages": context["counts"].by_language()},
        "percent": {name: share.percent for name, share in context["shares"].items()},
        "feeds": [
            asdict(feed.health) | {"polls_of_7_days": feed.polls.polls, "answered_of_7_days": feed.polls.answered,
                                   "failed": [asdict(poll) for poll in feed.failed]}
            for feed in context["feeds"]
        ],
        "articles_by_day": dict(context["by_day"]),
        "headline_changes": [asdict(change) for change in context["changes"]],
        "covered": [_told_line(line) for line in context["covered"]],
        "languages": context["languages"],
        "left_out": {
            "since": context["since"], "until": context["until"], "stories": context["candidates"],
            "at_least_rated_origins": context["least_rated"], "in_its_language": left_out.in_language,
            **{name: [story.story_id for story in getattr(left_out, name)] for name in LeftOut.__slots__},
        },
        "similar": [asdict(other) for other in context["similar"]],
        "edition": asdict(context["edition"]),
    }  # fmt: skip


def _told_line(line: StoryLine) -> dict[str, object]:
    return asdict(line.story) | {"origins_by_lean": {place.name: count for place, count in line.origins.items()}}

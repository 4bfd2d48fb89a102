"""The story page: the headlines of one event side by side by lean, and what each number is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from datasette import NotFound  # type: ignore[import-untyped]

from aggregator.models import Reason
from aggregator.site import providers, queries, responses
from aggregator.site.bars import RATED_STEPS, STEPS, UNRATED, Step, step
from aggregator.site.blindspots import rule_words
from aggregator.site.distribution import distribution
from aggregator.site.problems import removed
from aggregator.site.queries import Blindspot, Edition, HeadlineChange, MemberRow, RatingRow, Silent, StoryRow
from aggregator.site.timeline import Dot, lanes

# A merged story leads to a living one in one step; a cycle by mistake must end.
_MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Member:
    """An article with all that is said of it, and the reprints of its text in this story."""

    row: MemberRow
    place: Step
    first: bool
    foreign: bool
    reasons: Sequence[Reason]
    ratings: Sequence[RatingRow]
    changes: Sequence[HeadlineChange]
    reprints: Sequence[Member] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A lean with its members; `origins` counts the independent ones."""

    place: Step
    origins: int
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a side that left the story out: who was heard, who was not, who is still to be asked."""

    spot: Blindspot
    answered: Sequence[Silent]
    failed: Sequence[Silent]
    elsewhere: Sequence[Silent] = ()
    awaited: Sequence[Silent] = ()


async def story(request: Any, datasette: Any) -> Any:
    """Answers `/story/12`, `/story/s12` and the same with `.json`; a merged story leads on for good."""
    db = datasette.get_database("news")
    asked, suffix = int(request.url_vars["story"]), request.url_vars["format"] or ""
    row = await _living(db, asked)
    if row.id != asked:
        query = f"?{request.query_string}" if request.query_string else ""
        return responses.redirect(f"/story/{row.id}{suffix}{query}")
    # Asked only of an empty story: a file that an older version published has no such column, nor such a story.
    if not row.articles and (when := await queries.removed(db, row.id)):
        return await removed(datasette, request, row.id, when)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    context = await load(db, row, edition, shown.name) | {"shown": shown, "now": datasette.reading_room.clock()}
    if suffix:
        return responses.as_json(request, as_told(context))
    return await responses.html(datasette, request, "story.html", context)


async def _living(db: queries.Reader, story_id: int) -> StoryRow:
    for _ in range(_MOST_STEPS):
        row = await queries.story(db, story_id)
        if row is None:
            break
        if row.merged_into is None:
            return row
        story_id = row.merged_into
    raise NotFound("There is no such story. It may be in a later edition than this one, or under another number.")


async def load(db: queries.Reader, row: StoryRow, edition: Edition, provider: str) -> dict[str, Any]:
    """Reads all that the page shows, by a provider's ratings."""
    by = provider, edition.provider
    rows = await queries.members(db, row.id, *by)
    ratings = await queries.ratings(db, row.id)
    members = _members(rows, ratings, await queries.headline_changes(db, row.id))
    columns = tuple(_column(place, members) for place in STEPS)
    told = distribution(
        await queries.lean_counts(db, [row.id], *by),
        edition.min_rated_origins,
        await queries.shares(db, row.id, provider),
        await queries.ranges(db, row.id),
        [row for row in rows if row.independent],
        ratings,
        provider,
    )
    question = {"sql": queries.members_sql(*by), "story": row.id, "provider": provider}
    rule = await queries.blindspot_rule(db)
    return {
        "story": row,
        "edition": edition,
        "told": told,
        "firsts": [row for row in rows if row.at == rows[0].at],
        "columns": [column for column in columns if column.place != UNRATED],
        "unrated": columns[-1],
        "verdicts": [await _verdict(db, spot) for spot in await queries.blindspots(db, [row.id], provider)],
        "rule": rule,
        "rule_words": rule_words(rule),
        "lanes": lanes([_dot(member) for member in rows]),
        "last": rows[-1] if rows else None,
        "all_at_once": not rows or rows[0].at == rows[-1].at,
        "sql_address": "/news?" + urlencode(question),
    }


def _members(
    rows: Sequence[MemberRow], ratings: Sequence[RatingRow], changes: Sequence[HeadlineChange]
) -> list[Member]:
    """Gathers what belongs to each article, and folds reprints under the article whose text they carry."""
    by_article, changed = defaultdict(list), defaultdict(list)
    for rating in ratings:
        by_article[rating.article_id].append(rating)
    for change in changes:
        changed[change.article_id].append(change)
    usual = Counter(row.language for row in rows).most_common(1)[0][0] if rows else None
    members = [
        Member(row, step(row.lean), _alone_first(row, rows), row.language not in (None, usual), row.why(),
               by_article[row.article_id], changed[row.article_id])
        for row in rows
    ]  # fmt: skip
    return _folded(members)


def _alone_first(row: MemberRow, rows: Sequence[MemberRow]) -> bool:
    """Says whether an article is older than all others; of two with one time (a day's noon, say) neither is first."""
    return row is rows[0] and (len(rows) == 1 or rows[1].at > row.at)


def _folded(members: Sequence[Member]) -> list[Member]:
    """Puts reprints under their origin; one whose origin is not in the story stands for itself."""
    here = {member.row.origin_id for member in members if member.row.independent}
    reprints = defaultdict(list)
    for member in members:
        if not member.row.independent and member.row.origin_id in here:
            reprints[member.row.origin_id].append(member)
    return [
        replace(member, reprints=reprints[member.row.origin_id])
        for member in members
        if member.row.independent or member.row.origin_id not in here
    ]


def _column(place: Step, members: Sequence[Member]) -> Column:
    mine = [member for member in members if member.place == place]
    return Column(place, sum(member.row.independent for member in mine), mine)


async def _verdict(db: queries.Reader, spot: Blindspot) -> Verdict:
    if spot.verdict == "not told":  # who was silent may be who asked to be taken out
        return Verdict(spot, [], [])
    asked = await queries.silent(db, spot)
    heard, unheard = [one for one in asked if one.answered], [one for one in asked if not one.answered]
    return Verdict(
        spot,
        answered=[one for one in heard if one.counted],
        failed=[one for one in unheard if not one.awaited],
        elsewhere=[one for one in heard if not one.counted],
        awaited=[one for one in unheard if one.awaited],
    )


def _dot(row: MemberRow) -> Dot:
    return Dot(row.at, step(row.lean), bool(row.independent), f"{row.outlet}, {row.at[:16].replace('T', ' ')}")


def as_told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    columns = [*context["columns"], context["unrated"]]
    told, shown = context["told"], context["shown"]
    return {
        "story": asdict(context["story"]),
        "provider": shown.name,
        "providers": [voice.name for voice in shown.voices],
        "rated": "as of publication",
        "origins_by_lean": {place.name: told.origins.get(place, 0) for place in (*RATED_STEPS, UNRATED)},
        "too_few_for_shares": told.why_no_bar is not None,
        "shares": asdict(told.shares) if told.shares else None,
        "range_over_providers": [asdict(one) for one in told.ranges],
        "by_ratings_of_today": asdict(told.today) if told.today else None,
        "other_providers": {name: dict(sides) for name, sides in told.others},
        "blindspots": [asdict(verdict) for verdict in context["verdicts"]],
        "members": {column.place.name: [_told_member(member) for member in column.members] for column in columns},
        "edition": asdict(context["edition"]),
    }


def _told_member(member: Member) -> dict[str, object]:
    row = asdict(member.row)
    return row | {
        "reasons": [asdict(reason) for reason in member.reasons],
        "ratings": [asdict(rating) for rating in member.ratings],
        "headline_changes": [asdict(change) for change in member.changes],
        "reprints": [_told_member(reprint) for reprint in member.reprints],
    }

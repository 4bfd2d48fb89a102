"""The story page: the headlines of one event side by side by lean, and what each number is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, tzinfo
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from datasette import NotFound  # type: ignore[import-untyped]

from aggregator.site import briefs, providers, queries, responses
from aggregator.site.bars import RATED_STEPS, STEPS, UNRATED, step
from aggregator.site.blindspots import rule_words
from aggregator.site.cards import origins_by_story
from aggregator.site.cite import BIBTEX_TYPE, CSL_TYPE, citation
from aggregator.site.distribution import distribution
from aggregator.site.links import member_rows, sql_address
from aggregator.site.members import Member, column, gathered
from aggregator.site.mend import mail, mends
from aggregator.site.problems import removed
from aggregator.site.queries import Blindspot, Edition, MemberRow, Silent, StoryRow
from aggregator.site.related import Related, card, wanted
from aggregator.site.storylines.place import standing, told_standing
from aggregator.site.timeline import Dot, timeline
from aggregator.site.topics import topic_address
from aggregator.site.words import short_day, tells_time
from aggregator.times import from_iso

# A merged story leads to a living one in one step; a cycle by mistake must end.
_MOST_STEPS = 10


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
    row = await living(db, asked)
    if row.id != asked:
        query = f"?{request.query_string}" if request.query_string else ""
        return responses.redirect(f"/story/{row.id}{suffix}{query}")
    # Asked only of an empty story: a file that an older version published has no such column, nor such a story.
    if not row.articles and (when := await queries.removed(db, row.id)):
        return await removed(datasette, request, row.id, when)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    cited = await citation(request, datasette, "story", row.id, row.title, edition, shown)
    if suffix == ".bib":
        return responses.as_text(request, cited.bibtex, BIBTEX_TYPE)
    if suffix == ".csl.json":
        return responses.as_json(request, cited.csl, content_type=CSL_TYPE)
    room = datasette.reading_room
    context = await load(db, row, edition, shown.name, ZoneInfo(room.settings.time_zone))
    context["in_brief"] = await briefs.of_story(db, row.id, context["articles"], room.settings.brief_characters)
    context |= {"shown": shown, "now": room.clock(), "cited": cited}
    context["rows"] = partial(member_rows, row.id, None if shown.is_default else shown.name)
    context["topic_address"] = topic_address
    context["mends"] = partial(mends, row)
    context["mail"] = partial(mail, room.settings.contact, cited.address, row.id) if room.settings.contact else None
    if suffix:
        return responses.as_json(request, as_told(context))
    return await responses.html(datasette, request, "story.html", context)


async def living(db: queries.Reader, story_id: int) -> StoryRow:
    """Returns a story, or the one that it was merged into; raises NotFound."""
    for _ in range(_MOST_STEPS):
        row = await queries.story(db, story_id)
        if row is None:
            break
        if row.merged_into is None:
            return row
        story_id = row.merged_into
    raise NotFound("There is no such story. It may be in a later edition than this one, or under another number.")


async def load(
    db: queries.Reader, row: StoryRow, edition: Edition, provider: str, zone: tzinfo = UTC
) -> dict[str, Any]:
    """Reads all that the page shows, by a provider's ratings."""
    by = provider, edition.provider
    rows = await queries.members(db, row.id, *by)
    ratings = await queries.ratings(db, row.id)
    members = gathered(rows, ratings, await queries.headline_changes(db, row.id))
    columns = tuple(column(place, members) for place in STEPS)
    told = distribution(
        await queries.lean_counts(db, [row.id], *by),
        edition.min_rated_origins,
        await queries.shares(db, row.id, provider),
        await queries.ranges(db, row.id),
        [row for row in rows if row.independent],
        ratings,
        provider,
    )
    reports = [row for row in rows if not row.retold]
    question = queries.members_sql(*by), {"story": row.id, "provider": provider}
    rule = await queries.blindspot_rule(db)
    return {
        "story": row,
        "edition": edition,
        "told": told,
        "firsts": [row for row in reports if row.at == reports[0].at],
        "first_told": bool(reports) and tells_time(reports[0].published),
        "retold": len(rows) - len(reports),
        "articles": rows,
        "columns": [column for column in columns if column.place != UNRATED],
        "unrated": columns[-1],
        "verdicts": [await _verdict(db, spot) for spot in await queries.blindspots(db, [row.id], provider)],
        "topic": (await queries.story_topics(db, [row.id])).get(row.id),
        "rule": rule,
        "rule_words": rule_words(rule),
        "on_page": {row.article_id for row in rows},
        "timeline": timeline([_dot(member, zone) for member in rows], zone),
        "related": await _related(db, row, rows, edition, provider),
        "standing": await standing(db, row.id),
        "rulings": await queries.story_rulings(db, row.id),
        "leads_here": await queries.leads_here(db, row.id),
        "thinned": await queries.thinned(db, row.id),
        "sql_address": sql_address(*question),
        "outlets_address": sql_address(queries.OUTLETS, {"story": row.id}),
        "outlets_by_side": sql_address(queries.OUTLETS_BY_SIDE, {"story": row.id, "provider": provider}),
    }


async def _related(
    db: queries.Reader, row: StoryRow, members: Sequence[MemberRow], edition: Edition, provider: str
) -> Related | None:
    """Finds the stories like this one, each with its bar or why it has none; None where no word could be looked for."""
    asked = wanted(row, members)
    if asked is None:
        return None
    found = await queries.related(db, asked)
    counts = await queries.lean_counts(db, [one.id for one in found], provider, edition.provider)
    origins = origins_by_story(counts)
    cards = tuple(card(one, row, origins[one.id], edition.min_rated_origins) for one in found)
    return Related(asked, cards, sql_address(queries.RELATED, asked.parameters()))


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


def _dot(row: MemberRow, zone: tzinfo) -> Dot:
    at, place = from_iso(row.at).astimezone(zone), step(row.lean)
    day_alone = row.at.endswith("T00:00:00Z")
    when = short_day(row.at[:10]) if day_alone else f"{short_day(at.date().isoformat())}, {at:%H:%M}"
    told = [row.outlet, place.name, when]
    told += [] if row.published else ["first seen"]
    told += [] if row.independent else ["retelling" if row.retold else "reprint"]
    label, timed, seen = ", ".join(told), tells_time(row.published), row.published is None
    return Dot(row.article_id, row.at, place, bool(row.independent), row.outlet, label, timed, seen, row.retold)


def as_told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    columns = [*context["columns"], context["unrated"]]
    told, shown = context["told"], context["shown"]
    return {
        "story": asdict(context["story"]),
        "topic": context["topic"],
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
        **context["in_brief"].told(),
        "members": {column.place.name: [_told_member(member) for member in column.members] for column in columns},
        "related": [asdict(card.row) for card in context["related"].cards] if context["related"] else [],
        "storyline": told_standing(context["standing"]),
        "rulings": [asdict(ruling) for ruling in context["rulings"]],
        "leads_here": context["leads_here"],
        "removed_from_it": context["thinned"],
        "cite": asdict(context["cited"]) | {"text": context["cited"].text},
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

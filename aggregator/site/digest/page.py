"""The digest as a page, as JSON and as feeds: of the latest day that has stories, or of the one asked for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]

from aggregator.site import briefs, cards, providers, queries, responses
from aggregator.site.days import day_of
from aggregator.site.digest.gather import Digest, gather
from aggregator.site.digest.words import BRIEFS, entries, feed_of
from aggregator.site.links import site_address
from aggregator.site.out.feed_answer import answer_feed
from aggregator.site.providers import Shown


async def digest(request: Any, datasette: Any) -> Any:
    """Answers `/digest` and `/digest.json`; `day` and `provider` choose."""
    db, room = datasette.get_database("news"), datasette.reading_room
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    found = await gather(db, edition, shown, day_of(request.args, "day"), shown.kept)
    if request.url_vars["format"]:
        return responses.as_json(request, told(found, shown))
    context = {"digest": found, "about_briefs": BRIEFS, "edition": edition, "shown": shown, "now": room.clock()}
    return await responses.html(datasette, request, "digest.html", context)


async def digest_out(request: Any, datasette: Any, receive: Any, send: Any) -> Response:
    """Answers `/digest.atom` and `/digest.feed.json`: an entry a story, a blindspot, and one of what else there is."""
    if request.url_vars["suffix"] == ".csv":
        raise NotFound("A digest is no table; its stories leave as /.csv, with the same day.")
    db, settings = datasette.get_database("news"), datasette.reading_room.settings
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    site = site_address(request, settings)
    found = await gather(db, edition, shown, day_of(request.args, "day"), lambda path: site + shown.kept(path))
    asked = f"?{request.query_string}" if request.query_string else ""
    address = f"{site}/digest{request.url_vars['suffix']}{asked}"
    title = datasette.metadata()["title"]
    return answer_feed(request, feed_of(found, entries(found, site, shown), site, title, settings.contact, address))


def told(found: Digest, shown: Shown) -> dict[str, object]:
    """Says the same as the page, for programs."""
    return {
        "day": found.day,
        "provider": found.provider,
        "rated": "as of publication",
        "edition": asdict(found.edition),
        "run": asdict(found.run),
        "stories_of_several_origins": found.several,
        "stories_of_one": found.singles,
        "articles": found.articles,
        "stories": [cards.told(card, shown) | {"brief": _brief(found, card.story.id)} for card in found.stories],
        "blindspots": {side: [asdict(spot) for spot in spots] for side, spots in found.sides},
        "verdicts": {verdict: asdict(count) for verdict, count in found.counts.items()},
        "headlines_changed": [asdict(change) for change in found.changes],
        "more_headlines_changed": found.more_changes,
        "feeds_not_heard": [asdict(feed) for feed in found.feeds],
        "more_feeds_not_heard": found.more_feeds,
    }


def _brief(found: Digest, story_id: int) -> dict[str, object] | None:
    brief = found.briefs.get(story_id)
    return {"summary": briefs.sentences(brief.summary), "how_made": brief.how_made} if brief else None

"""The page of an article: all that is known of it, and what is made of it, each with where that comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from datasette import NotFound  # type: ignore[import-untyped]

from aggregator.grouping.explain import COPY_METHODS
from aggregator.models import Reason
from aggregator.site import briefs, providers, queries, responses
from aggregator.site.flags import flag_words
from aggregator.site.links import sql_address
from aggregator.site.mend import mail_address
from aggregator.site.problems import removed_article
from aggregator.site.queries import ArticleRow
from aggregator.site.topics import told_by, topic_address

# A wire's text may stand in hundreds of papers; the table has them all.
SHOWN = 40

BODY = {
    "full": "read whole",
    "teaser": "only its beginning could be read",
    "paywalled": "behind a paywall",
    "suspect": "read, but not trusted to be its text",
}
"""How much of a text was read, by the code that the data has."""

LANGUAGE_FROM = {"feed": "as its feed says", "page": "as its page says", "import": "as its import said",
                 "text": "told by its words"}  # fmt: skip


async def article(request: Any, datasette: Any) -> Any:
    """Answers `/article/34`, `/article/a34` and the same with `.json`."""
    db, number = datasette.get_database("news"), int(request.url_vars["article"])
    row = await queries.article(db, number)
    if row is None:
        if when := await queries.article_removed(db, number):
            return await removed_article(datasette, request, number, when)
        raise NotFound("There is no such article. It may be in a later edition than this one, or have been taken out.")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    room = datasette.reading_room
    context = await load(db, row) | {"edition": edition, "shown": shown, "now": room.clock()}
    context["in_brief"] = await _in_brief(db, row, context, room.settings.brief_characters)
    context["contact"] = mail_address(room.settings.contact)
    if request.url_vars["format"]:
        return responses.as_json(request, as_told(context))
    return await responses.html(datasette, request, "article.html", context)


async def _in_brief(db: queries.Reader, row: ArticleRow, context: Mapping[str, Any], characters: int) -> briefs.InBrief:
    text = context["origin"].representative_id if context["origin"] else row.id
    return await briefs.of_article(db, row, text, characters, placed=context["placed"] is not None)


async def load(db: queries.Reader, row: ArticleRow) -> dict[str, Any]:
    """Reads all that the page shows."""
    place, text = await queries.placed(db, row.id), await queries.origin(db, row.id)
    rulings = await queries.article_rulings(db, row.id)
    return {
        "article": row,
        "odd": [flag_words(flag) for flag in json.loads(row.flags)],
        "body_words": BODY.get(row.body_status or ""),
        "language_from": LANGUAGE_FROM.get(row.language_from or ""),
        "topic_address": topic_address(row.topic) if row.topic else None,
        "topic_told_by": told_by(row, rulings),
        "ratings": await queries.article_ratings(db, row.id),
        "printed": await queries.printed_ratings(db, row.id),
        "placed": place,
        "reasons": _reasons(place.reasons) if place else (),
        "origin": text,
        "method": COPY_METHODS.get(text.method, text.method) if text else None,
        "carrying": await queries.carrying(db, text.origin_id, row.id, SHOWN) if text else [],
        "methods": COPY_METHODS,
        "joined": await queries.joined_with(db, row.id, SHOWN),
        "changes": await queries.article_changes(db, row.id),
        "rulings": rulings,
        "feeds": await queries.feeds_of(db, row.outlet_id),
        "sql_address": sql_address(queries.ARTICLE, {"article": row.id}),
    }


def _reasons(told: str) -> tuple[Reason, ...]:
    return tuple(Reason(**term | {"words": tuple(term["words"])}) for term in json.loads(told))


def as_told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    row, place, text = context["article"], context["placed"], context["origin"]
    told = asdict(place) | {"reasons": [asdict(reason) for reason in context["reasons"]]} if place else None
    return {
        "article": asdict(row)
        | {"flags": json.loads(row.flags), "topic_told": json.loads(row.topic_told) if row.topic_told else None},
        "ratings": [asdict(rating) for rating in context["ratings"]],
        "rated": "as of publication",
        **context["in_brief"].told(),
        "printed_ratings": [asdict(rating) for rating in context["printed"]],
        "placed": told,
        "origin": asdict(text) if text else None,
        "same_text": [asdict(other) for other in context["carrying"]],
        "joined_with_it": [asdict(other) for other in context["joined"]],
        "changes": [asdict(change) for change in context["changes"]],
        "rulings": [asdict(ruling) for ruling in context["rulings"]],
        "edition": asdict(context["edition"]),
    }

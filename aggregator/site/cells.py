"""Cells of Datasette's tables as a person reads them: leans with their letter, times, links to stories and outlets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from aggregator.grouping.explain import sentence
from aggregator.models import Reason
from aggregator.site.bars import step
from aggregator.site.links import outlet_path
from aggregator.site.words import language_name

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_STORY_COLUMNS = ("story_id", "merged_into")


def cell(row: Mapping[str, Any] | None, value: object, column: str, table: str | None) -> Markup | None:
    """Returns what to show for a value, or None to leave it to Datasette; everything from a feed is escaped."""
    if value is None:
        return None
    if table == "stories" and column in ("id", "title") and row is not None:
        return _story_link(row["id"], value)
    if column in _STORY_COLUMNS and isinstance(value, int):
        return _story_link(value, value)
    known = _BY_COLUMN.get(column)
    if known is not None:
        return known(value)
    return _moment(value) if isinstance(value, str) and _MOMENT.fullmatch(value) else None


def _story_link(story: object, words: object) -> Markup:
    return Markup('<a href="/story/{}" dir="auto">{}</a>').format(story, words)


def _outlet(value: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(outlet_path(str(value)), value)


def _lean(value: object) -> Markup | None:
    if not isinstance(value, int) or value not in range(-2, 3):
        return None
    place = step(value)
    return Markup('<span class="lean-of {}"><b>{}</b> {} ({:+d})</span>').format(
        place.key, place.letter, place.name, value
    )


def _reasons(value: object) -> Markup | None:
    try:
        terms = json.loads(str(value))
        told = sentence([Reason(**term | {"words": tuple(term["words"])}) for term in terms])
    except (ValueError, TypeError, KeyError):
        return None
    return Markup("{}").format(told or "the first of its story")


def _moment(value: str) -> Markup:
    return Markup('<time datetime="{}">{} {}</time>').format(value, value[:10], value[11:16])


def _language(value: object) -> Markup:
    return Markup('<span title="{}">{}</span>').format(language_name(str(value)), value)


def _headline(value: object) -> Markup:
    return Markup('<span dir="auto">{}</span>').format(value)


_BY_COLUMN: Mapping[str, Callable[[object], Markup | None]] = {
    "lean": _lean,
    "domain": _outlet,
    "reasons": _reasons,
    "language": _language,
    "title": _headline,
    "old": _headline,
    "new": _headline,
}

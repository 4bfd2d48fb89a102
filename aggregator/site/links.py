"""Addresses of our own pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from aggregator.config import SiteConfig


def outlet_path(domain: str | None, outlet_id: int | None = None) -> str | None:
    """Returns where an outlet's profile stands: by its domain, else by its number; None where neither is known.

    >>> outlet_path('abc.com/news'), outlet_path(None, 12), outlet_path(None)
    ('/outlet/abc.com/news', '/outlet/12', None)
    >>> outlet_path('odd?name#.example')
    '/outlet/odd~3Fname~23.example'
    """
    if domain:
        # Datasette leads addresses with % on to its own way of writing them, which has ~ instead.
        return "/outlet/" + quote(domain, safe="/@:").replace("~", "%7E").replace("%", "~")
    return f"/outlet/{outlet_id}" if outlet_id is not None else None


def site_address(request: Any, settings: SiteConfig) -> str:
    """Returns the start of absolute addresses of this site, without a slash: as it is set, else as it was asked for."""
    if settings.address:
        return settings.address
    return f"{request.scheme}://{request.host}"


def sql_address(sql: str, parameters: Mapping[str, object]) -> str:
    """Returns where a question of a page can be read, run and changed: "see the SQL".

    An address has texts alone, and to SQLite the text '3' is not the number 3: numbers and what was not asked for stand
    in the question itself.

    >>> sql_address("select :a, :b, :ab", {"a": "x", "b": 3, "ab": None})
    '/news?sql=select+%3Aa%2C+3%2C+null&a=x'
    """
    written = {name: "null" if value is None else str(value)
               for name, value in parameters.items() if not isinstance(value, str)}  # fmt: skip
    question = re.sub(r":(\w+)", lambda found: written.get(found[1], found[0]), sql.strip())
    texts = {name: value for name, value in parameters.items() if isinstance(value, str)}
    return f"/news?{urlencode({'sql': question, **texts})}"


def member_rows(story: int, provider: str | None, **filters: object) -> str:
    """Returns where the rows stand of which a number of a story's page is made; no provider is the default one.

    >>> member_rows(12, None, side="left"), member_rows(12, "MBFC")
    ('/news/story_members?story_id=12&side=left', '/news/story_members_by_provider?story_id=12&provider=MBFC')
    """
    table, by = ("story_members", {}) if provider is None else ("story_members_by_provider", {"provider": provider})
    return f"/news/{table}?" + urlencode({"story_id": story, **by, **filters})


# Which part of a list a page shows: another kind of it begins anew, or has all of it.
_OF_ONE_PAGE = {
    "before", "after", "page", "form", "_next", "_size", "_nocount", "_nofacet", "_shape", "_hide_sql", "_show_sql",
}  # fmt: skip


def as_kind(request: Any, path: str, suffix: str, **more: str) -> str:
    """Returns the address of a page's list in another kind, with its filters.

    >>> from types import SimpleNamespace
    >>> as_kind(SimpleNamespace(query_string='day=2026-11-22&before=3'), '/', '.csv', form='raw')
    '/.csv?day=2026-11-22&form=raw'
    """
    asked = [(key, value) for key, value in parse_qsl(request.query_string) if key not in _OF_ONE_PAGE]
    query = urlencode([*asked, *more.items()])
    return f"{path}{suffix}{'?' if query else ''}{query}"

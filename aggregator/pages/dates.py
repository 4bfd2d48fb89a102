"""When a page was published: what it tells machines, else what htmldate finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import htmldate
from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.structured import Structured

_METAS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published"),
    *(
        "article.published",
        "published-date",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
    ),
    *(
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
        "article:published",
        "cxenseparse:publishtime",
    ),
)
_MIN_DATE = "1990-01-01"


def published_of(
    tree: HtmlElement, data: Structured, url: str, now: datetime | None
) -> tuple[datetime | None, str | None, tuple[str, ...]]:
    """The time of publication, as it was written, and a flag when it is missing, unreadable or out of range."""
    unread: tuple[None, str, tuple[str, ...]] | None = None
    for _, raw in dates_told(tree, data):
        published = text.parse_time(raw)
        if published is not None and text.plausible(published, now):
            return published, raw, ()
        unread = unread or (None, raw, ("date_unreadable" if published is None else "date_implausible",))
    if unread:  # htmldate would read the same words and repair them: month 13 becomes the 13th of another month
        return unread
    found = _found(tree, url, now)
    published = text.parse_time(found)
    return (published, found, ("date_guessed",)) if published else (None, None, ("no_date",))


def dates_told(tree: HtmlElement, data: Structured) -> Iterator[tuple[str, str]]:
    """Each place of a page that names its date, and what it says, the most trusted first."""
    for key in ("datePublished", "uploadDate", "dateCreated"):
        if value := data.string(key):
            yield f"JSON-LD {key}", text.cut(value, 100)
    for name in _METAS:
        if value := data.meta(name):
            yield f"meta {name}", text.cut(text.one_line(value), 100)
    for element in tree.iter("time"):
        if element.get("datetime") and element.get("itemprop") == "datePublished":
            yield "<time itemprop=datePublished>", text.cut(text.one_line(element.get("datetime", "")), 100)


def _found(tree: HtmlElement, url: str, now: datetime | None) -> str | None:
    """The day that htmldate reads in the address, the text or the markup; it asks its own clock only without `now`."""
    latest = (now + timedelta(days=1)).strftime("%Y-%m-%d") if now else None
    try:
        return htmldate.find_date(tree, url=url or None, original_date=True, min_date=_MIN_DATE, max_date=latest)
    except (ValueError, TypeError, RecursionError, AttributeError):  # odd markup; a page without a date is no error
        return None

"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser does not read."""

from __future__ import annotations

import json
import re
from typing import Any

from aggregator.feeds.entries import RawEntry, RawFeed
from aggregator.feeds.sniff import decoded

_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/(\d)(?:\.(\d))?/?")


def read_json_feed(body: bytes) -> RawFeed | None:
    """The entries of a JSON Feed; None when the body is some other JSON, or none."""
    try:
        feed = json.loads(decoded(body).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    version = _VERSION.fullmatch(_string(feed, "version")) if isinstance(feed, dict) else None
    if not version:
        return None
    items = feed.get("items")
    return RawFeed(
        version=f"json{version[1]}{version[2] or ''}",
        title=_string(feed, "title"),
        language=_string(feed, "language"),
        entries=tuple(_entry(item, feed) for item in items if isinstance(item, dict))
        if isinstance(items, list)
        else (),
        broken="" if isinstance(items, list) else "no list of items",
    )


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> RawEntry:
    link = _string(item, "url") or _string(item, "external_url")
    return RawEntry(
        title=_string(item, "title"),
        link=link,
        guid=_string(item, "id"),
        summary=_string(item, "summary"),
        content=_string(item, "content_html") or _escaped(_string(item, "content_text")),
        published_raw=_string(item, "date_published") or _string(item, "date_modified"),
        authors=_authors(item) or _authors(feed),
        sections=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        image=_string(item, "image") or _string(item, "banner_image") or _attached_image(item),
        language=_string(item, "language"),
    )


def _authors(holder: dict[str, Any]) -> tuple[str, ...]:
    people = _list(holder, "authors") or [holder.get("author")]
    return tuple(filter(None, (_string(person, "name") for person in people if isinstance(person, dict))))


def _attached_image(item: dict[str, Any]) -> str:
    attachments = (entry for entry in _list(item, "attachments") if isinstance(entry, dict))
    return next((_string(a, "url") for a in attachments if _string(a, "mime_type").startswith("image/")), "")


def _list(holder: dict[str, Any], key: str) -> list[Any]:
    value = holder.get(key)
    return value if isinstance(value, list) else []


def _string(holder: Any, key: str) -> str:
    """A member as text: version 1.0 feeds in the wild give their ids as numbers, which the standard tells to accept."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value)


def _escaped(plain: str) -> str:
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")

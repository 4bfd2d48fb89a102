"""The columns of an imported table: our names, and those of other programs for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

COLUMNS = ("url", "title", "outlet", "published", "timestamp", "lang", "summary", "body", "doc_id", "authors", "image",
           "text_kind", "carrier")  # fmt: skip

# What the dumps of newspaper3k, news-please, trafilatura and feedparser, and the answers of news interfaces, call it;
# the first that a row fills counts. `source` is an address in trafilatura's, an outlet elsewhere.
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "url": ("url", "link", "source"),
        "title": ("title",),
        "outlet": ("outlet", "source_domain", "hostname", "domain", "sitename", "source"),
        "published": (
            "published", "timestamp", "date_publish", "publish_date", "publishedAt", "published_at", "date_published",
            "pubDate", "updated", "date",
        ),
        "lang": ("lang", "language", "meta_lang"),
        "summary": ("summary", "description", "excerpt", "meta_description"),
        "body": ("body", "maintext", "text", "content"),
        "doc_id": ("doc_id", "guid", "id"),
        "authors": ("authors", "author", "byline"),
        "image": ("image", "image_url", "top_image", "urlToImage"),
        "text_kind": ("text_kind",),
        "carrier": ("carrier",),
    }
)  # fmt: skip
KNOWN = frozenset(name for names in NAMES.values() for name in names)
# Keys under which a list's or an object's text stands: feedparser's content and authors, a news interface's source.
_INNER = ("value", "name")


def cells_of(row: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Returns a row's cells under our names, and which other names they stood under."""
    cells: dict[str, str] = {}
    read_as: dict[str, str] = {}
    for ours in NAMES:
        found = column_of(row, ours)
        cells[ours] = row.get(found, "")
        if found not in COLUMNS:
            read_as[found] = ours
    return cells, read_as


def column_of(row: Mapping[str, str], ours: str) -> str:
    """Returns the name of the column that holds what we call by this name; our own where none does."""
    for name in NAMES[ours]:
        if (value := row.get(name)) and value.strip() and _fits(ours, name, value):
            return name
    return ours


def as_text(name: str, value: Any) -> str:
    """Returns a JSON value as a cell; raises ValueError for one that no column of this name holds."""
    if value is None or name not in KNOWN:
        return ""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    parts = [] if isinstance(value, bool) else list(_parts(value))
    several = name in (*NAMES["authors"], *NAMES["body"], "source")
    if isinstance(value, bool) or not several or not all(isinstance(part, str) for part in parts):
        raise ValueError(f"{name} must be a text or a number")
    return ("; " if name in NAMES["authors"] else "\n").join(parts)


def _fits(ours: str, name: str, value: str) -> bool:
    if name != "source":
        return True
    return value.strip().startswith(("http://", "https://")) == (ours == "url")


def _parts(value: Any) -> Iterator[Any]:
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            part = next((part[key] for key in _INNER if part.get(key)), "")
        yield part

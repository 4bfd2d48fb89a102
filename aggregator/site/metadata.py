"""datasette-metadata.json, read and checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aggregator.errors import ServeError

_MADE_UP_RATINGS = (
    "One row is one provider's verdict on one outlet, of one scope, from one day on. Providers and verdicts are made"
    " up."
)
_NOT_THERE = (
    "the site's words are not there; copy datasette-metadata.json of the project there, or name it as `metadata` under"
    " [files] of aggregator.toml"
)


def read_metadata(path: Path) -> dict[str, Any]:
    """Reads the titles, descriptions and canned queries of the site; raises ServeError for anything else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ServeError(_NOT_THERE, path) from error
    except (OSError, ValueError) as error:
        raise ServeError("can't be read as the site's metadata", path, error) from error
    if not isinstance(found, dict) or "title" not in found:
        raise ServeError("must be a JSON object with a title", path)
    return found


def of_the_demo(told: dict[str, Any]) -> dict[str, Any]:
    """Returns the site's metadata without the credits of raters who never looked at a fictional outlet."""
    databases = told.get("databases", {})
    news = databases.get("news", {})
    tables = news.get("tables", {})
    rated = {"ratings": tables.get("ratings", {}) | {"description": _MADE_UP_RATINGS}}
    words = "<p>Everything that the pages show, as tables. All of it is made up.</p>"
    source = "a fictional newsroom, rated by fictional raters"
    return told | {
        "license": None,
        "license_url": None,
        "source": source,
        "databases": databases | {"news": news | {"description_html": words, "tables": tables | rated}},
    }

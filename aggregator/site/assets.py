"""The stylesheets, the icon and the script, each at an address that names its content: it may be kept for good."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]

_FOLDER = Path(__file__).parent / "static"

# One file of colours serves both: our pages, and Datasette's own, which bring a stylesheet of theirs.
_SHEETS = {
    "style": (
        "colours.css", "frame.css", "style.css", "story.css", "brief.css", "lists.css", "compare.css", "dictionary.css",
        "archive.css", "storylines.css", "modes.css",
    ),
    "tables": ("colours.css", "frame.css", "datasette.css", "modes.css"),
}  # fmt: skip
ROUTE = r"^/-/room/(?P<file>[\w.]+)$"
_FOR_GOOD = "public, max-age=31536000, immutable"
_A_DAY = "max-age=86400"


@cache
def icon() -> str:
    return (_FOLDER / "icon.svg").read_text(encoding="utf-8")


@cache
def sheets() -> dict[str, str]:
    """Maps the name of each stylesheet to its text."""
    return {name: "\n".join((_FOLDER / part).read_text(encoding="utf-8") for part in parts)
            for name, parts in _SHEETS.items()}  # fmt: skip


def address(name: str) -> str:
    return f"/-/room/{name}.{_digest(sheets()[name])}.css"


def icon_address() -> str:
    return f"/-/room/icon.{_digest(icon())}.svg"


@cache
def script() -> str:
    """Returns the one script, for Datasette's own pages: ours run none."""
    return (_FOLDER / "names.js").read_text(encoding="utf-8")


def script_address() -> str:
    return f"/-/room/names.{_digest(script())}.js"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


async def asset(request: Any) -> Response:
    for name, text in sheets().items():
        if request.path == address(name):
            return Response(text, content_type="text/css; charset=utf-8", headers={"cache-control": _FOR_GOOD})
    if request.path == icon_address():
        return _icon(_FOR_GOOD)
    if request.path == script_address():
        return Response(script(), content_type="text/javascript; charset=utf-8", headers={"cache-control": _FOR_GOOD})
    raise NotFound("There is no such file")


async def favicon() -> Response:
    """Answers `/favicon.ico`, which browsers ask for where a page names no icon: a CSV, a JSON file."""
    return _icon(_A_DAY)


def _icon(kept: str) -> Response:
    return Response(icon(), content_type="image/svg+xml", headers={"cache-control": kept})

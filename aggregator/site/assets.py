"""The stylesheets, each under an address that names its content, so that a browser may keep it for good."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]

_FOLDER = Path(__file__).parent / "static"

# One file of colours serves both: our pages, and Datasette's own, which bring a stylesheet of theirs.
_SHEETS = {"style": ("colours.css", "style.css"), "tables": ("colours.css", "datasette.css")}
ROUTE = r"^/-/room/(?P<file>[\w.]+)$"
_FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def sheets() -> dict[str, str]:
    """Maps the name of each stylesheet to its text."""
    return {name: "\n".join((_FOLDER / part).read_text(encoding="utf-8") for part in parts)
            for name, parts in _SHEETS.items()}  # fmt: skip


def address(name: str) -> str:
    digest = hashlib.sha256(sheets()[name].encode()).hexdigest()[:12]
    return f"/-/room/{name}.{digest}.css"


async def asset(request: Any) -> Response:
    for name, text in sheets().items():
        if request.path == address(name):
            return Response(text, content_type="text/css; charset=utf-8", headers={"cache-control": _FOR_GOOD})
    raise NotFound("There is no such file")

"""The headers that keep a page to itself: no script, frame, form or picture from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from importlib.resources import files
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Our pages run no script at all.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}

# Datasette's own inline scripts: the SQL editor, the menus, and the switch for facets in its two values. Their hashes
# are taken from its templates, so that no other inline script runs on its pages, nor breaks when Datasette moves on.
_SCRIPT_TEMPLATES = ("_close_open_menus.html", "_codemirror_foot.html", "table.html")
_SWITCH = "{{ datasette_allow_facet }}"


@cache
def datasette_policy() -> str:
    """Returns the policy for Datasette's own pages; they carry style attributes, so inline styles must be let."""
    hashes = " ".join(sorted(f"'sha256-{_digest(script)}'" for script in _inline_scripts()))
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _inline_scripts() -> set[str]:
    templates = files("datasette") / "templates"
    found = {
        script
        for name in _SCRIPT_TEMPLATES
        for script in re.findall(r"<script>(.*?)</script>", (templates / name).read_text(encoding="utf-8"), re.DOTALL)
    }
    return {script.replace(_SWITCH, value) for script in found for value in ("true", "false")}


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def with_headers(app: App) -> App:
    """Wraps an application so that every answer carries the headers; a page's own policy is kept."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _completed(message.get("headers") or [])
            await send(message)

        await app(scope, receive, guarded_send)

    return wrapped


def _completed(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    present = {name.lower() for name, _ in headers}
    wanted = {**_ALWAYS, "content-security-policy": datasette_policy()}
    added = [(name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in present]
    return [*headers, *added]

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
Headers = list[tuple[bytes, bytes]]

# Our pages run no script at all.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What is no page loads nothing and is framed nowhere, were a browser to take it for one.
NOTHING_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

# Datasette names them on every page. There are no accounts here: a cache would keep a page for each cookie of a visitor
# that some other site of the same domain has set, and answer none from it.
_OF_NOBODY = (b"cookie", b"authorization")

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


def takes_gzip(scope: Scope) -> bool:
    """Says whether a reader takes gzip.

    >>> [takes_gzip({"headers": [(b"accept-encoding", told)]}) for told in (b"br, GZIP;q=0.5", b"gzip;q=0", b"")]
    [True, False, False]
    """
    accepted = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1").replace(" ", "").lower()
    codings = (coding.partition(";") for coding in accepted.split(","))
    return any(name == "gzip" and not re.fullmatch(r"q=0(\.0*)?", weight) for name, _, weight in codings)


def completed(headers: Headers) -> Headers:
    """Adds what every answer carries; a page's own policy is kept."""
    present = {name.lower() for name, _ in headers}
    wanted = {**_ALWAYS, "content-security-policy": _policy(headers)}
    added = [(name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in present]
    return [*(pair for pair in headers if pair[0].lower() != b"vary"), *added, (b"vary", _vary(headers))]


def _policy(headers: Headers) -> str:
    kind = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    return datasette_policy() if kind.startswith(b"text/html") else NOTHING_POLICY


def _vary(headers: Headers) -> bytes:
    told = [part.strip() for name, value in headers if name.lower() == b"vary" for part in value.split(b",")]
    kept = [part for part in told if part and part.lower() not in _OF_NOBODY]
    return b", ".join(dict.fromkeys([*kept, b"Accept-Encoding"]))

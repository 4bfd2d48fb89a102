"""Who is let in: readers, by GET and HEAD, with an address that can be read in no time; each with an allowance."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from datasette import NotFound, Response  # type: ignore[import-untyped]
from datasette.utils.asgi import BadRequest, Base400, Request  # type: ignore[import-untyped]

from aggregator.site import responses
from aggregator.site.allowance import ALLOWED, is_data
from aggregator.site.bounds import TooBusy
from aggregator.site.headers import App, Message, Receive, Scope, Send
from aggregator.site.line import is_wide
from aggregator.site.metrics import ADDRESS
from aggregator.site.problems import problem

_METHODS = "GET, HEAD"
_HOST = re.compile(r"[a-zA-Z0-9._-]{1,253}(:\d{1,5})?|\[[0-9a-fA-F:.]{2,45}\](:\d{1,5})?")
_ODD_PATH = re.compile(r"//|.*(?:\\|%5c|%0[ad]|[\x00-\x20\x7f])", re.IGNORECASE | re.DOTALL)
# Datasette looks for the first word of a question, and for its comments, by patterns that take the square of the
# length: 8,000 blanks after a comment held every reader up for 1.4 s.
_LONGEST_SQL = 10_000
_ODD_SQL = re.compile(r"\s{300}|(?:/\*.*?){40}", re.DOTALL)
# With 2,000 a page was written for 4.5 s: of each parameter Datasette makes the address without it.
_MOST_PARAMETERS = 100
# What Datasette has under /-/ and a reader a use for. The rest tells of this machine (its Python, its threads, what is
# installed), or is for those who log in, which nobody does here.
_OPEN = re.compile(r"/-/(?:static/|static-plugins/|room/|metrics$|databases(?:\.json)?$|metadata(?:\.json)?$)")


def doors(datasette: Any, app: App) -> App:
    """Wraps the site: refuses what is no reader's, answers what a reader has already, and gives out allowances."""
    process = secrets.token_hex(4)

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        answer = await _refused(datasette, scope, receive)
        tag = _tag(datasette, scope, process)
        if answer is None and tag and responses.has(Request(scope, receive), tag):
            answer = Response("", status=304, headers={"etag": tag})
        if answer is not None:
            await answer.asgi_send(send)
            return
        token = ALLOWED.set(datasette.reading_room.allowance(_path(scope)))
        addressed = _addressed(scope, datasette.reading_room.settings.address)
        try:
            if is_wide(_path(scope)):
                await _in_line(datasette, app, addressed, receive, send)
            else:
                await app(addressed, receive, _tagging(send, tag))
        finally:
            ALLOWED.reset(token)

    return guarded


async def _in_line(datasette: Any, app: App, scope: Scope, receive: Receive, send: Send) -> None:
    """Has a page made when its turn comes; the next one's comes when it is made, however slowly it is taken."""
    try:
        place = await datasette.reading_room.line.enter()
    except TooBusy as error:
        await (await _told(datasette, scope, receive, error)).asgi_send(send)
        return

    async def made(message: Message) -> None:
        place.leave()
        await send(message)

    try:
        await app(scope, receive, made)
    finally:
        place.leave()


async def _refused(datasette: Any, scope: Scope, receive: Receive) -> Response | None:
    if scope["method"] not in ("GET", "HEAD"):
        status = 204 if scope["method"] == "OPTIONS" else 405
        told = "" if status == 204 else "There is nothing to be changed here: ask with GET or HEAD.\n"
        return Response(told, status=status, headers={"allow": _METHODS}, content_type="text/plain; charset=utf-8")
    problem_found = _problem(scope)
    if problem_found is None:
        return None
    return await _told(datasette, scope, receive, problem_found)


async def _told(datasette: Any, scope: Scope, receive: Receive, why: Base400) -> Response:
    await datasette.invoke_startup()
    # The templates ask for the token of a form, which is given out further in; nothing here has a form that changes.
    return await problem(datasette, Request({**scope, "csrftoken": str}, receive), why)


def _problem(scope: Scope) -> Base400 | None:
    path = _path(scope)
    if _ODD_PATH.match(path) or (path.startswith("/-/") and not _OPEN.match(path)):
        return NotFound("There is no such page.")
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    if host and not _HOST.fullmatch(host):
        return BadRequest("The Host header names no host.")
    asked = _asked(scope)
    if len(asked) > _MOST_PARAMETERS:
        return BadRequest(f"An address has {_MOST_PARAMETERS} parameters at most, and this one {len(asked):,}.")
    return _problem_of_sql(asked) if is_data(path) else None


def _problem_of_sql(asked: Sequence[tuple[str, str]]) -> Base400 | None:
    for name, value in asked:
        if name == "sql" and len(value) > _LONGEST_SQL:
            return BadRequest(f"A question has {_LONGEST_SQL:,} characters at most, and this one {len(value):,}.")
        if name == "sql" and _ODD_SQL.search(value):
            return BadRequest("A question has fewer than 300 blanks in a row and fewer than 40 comments.")
        if name in _NUMBERS and not re.fullmatch(r"[0-9]{0,6}|max", value):
            return BadRequest(f"{name} must be a whole number, not {value[:40]!r}.")
    return None


# Datasette reads them as numbers and fails at anything else.
_NUMBERS = ("_timelimit", "_size", "_facet_size", "_ttl")


def _asked(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)


def _path(scope: Scope) -> str:
    """Returns the path as it was sent, in its escapes: Datasette finds its pages by it."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.partition(b"?")[0].decode("latin-1")


def _addressed(scope: Scope, address: str) -> Scope:
    """Makes every absolute link one of the address that is set, whatever Host a reader or a proxy names.

    Who may read the counters is told by that Host, so their page keeps it.
    """
    if not address or _path(scope) == ADDRESS:
        return scope
    parts = urlsplit(address)
    headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "scheme": parts.scheme, "headers": [(b"host", parts.netloc.encode()), *headers]}


def _tag(datasette: Any, scope: Mapping[str, Any], process: str) -> str:
    """Names what Datasette's pages answer: the edition asked, the question, and the program that was started.

    Their words may differ in the milliseconds that they took, so the tag is a weak one.
    """
    path = _path(dict(scope))
    if not is_data(path):
        return ""
    accept = dict(scope["headers"]).get(b"accept", b"")
    told = (datasette.reading_room.watch.edition, process, path, scope.get("query_string", b""), accept)
    return f'W/"{hashlib.sha256(repr(told).encode()).hexdigest()[:24]}"'


def _tagging(send: Send, tag: str) -> Send:
    async def tagging(message: Message) -> None:
        if tag and message["type"] == "http.response.start" and message["status"] == 200:
            kept = [(name, value) for name, value in message["headers"] if name.lower() != b"etag"]
            message = {**message, "headers": [*kept, (b"etag", tag.encode())]}
        await send(message)

    return tagging

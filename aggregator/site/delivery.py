"""How an answer goes out: compressed, with its headers, kept for as long as an edition lasts, never off this host."""

from __future__ import annotations

import asyncio
import logging
import re

from asgi_gzip import GZipMiddleware  # type: ignore[import-untyped]

from aggregator.site.headers import App, Headers, Message, Receive, Scope, Send, completed, takes_gzip

_log = logging.getLogger(__name__)
# An edition stands for some minutes. A cache before the site may answer from what it has while it asks for the next;
# what was removed on request is gone from it after two minutes.
FRESH = "public, max-age=60, stale-while-revalidate=60"
_KEPT = (200, 301, 302, 304, 404, 410)
_LEVEL = 6
_LEAST_BYTES = 600
# Packing eight megabytes at once took 0.2 s, in which nobody else is answered.
_PIECE = 128 * 1024
_PACKED = (".db", ".png", ".gz", ".zip", ".parquet")
# Browsers read `//` and a backslash as another host.
_ON_THIS_HOST = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")
_FAILED = "This page failed, and the failure has been written down. The others work on.\n"


def delivered(app: App) -> App:
    """Wraps an application so that every answer goes out as it should, that of a page which failed too."""
    packed: App = GZipMiddleware(_in_pieces(app), minimum_size=_LEAST_BYTES, compresslevel=_LEVEL)

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        out = _Out(scope, send)
        try:
            await (packed if _wants_packed(scope) else app)(scope, receive, out)
        except Exception as error:
            if out.started:
                raise
            _log.error("a page failed", exc_info=error)
            await out.instead(500, _FAILED)

    return wrapped


def _wants_packed(scope: Scope) -> bool:
    """Says whether a reader takes gzip and the answer would get smaller by it."""
    return takes_gzip(scope) and not scope["path"].endswith(_PACKED)


def _in_pieces(app: App) -> App:
    """Cuts large answers, so that others are answered while they are packed."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def cut(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= _PIECE:
                await send(message)
                return
            for start in range(0, len(body), _PIECE):
                more = start + _PIECE < len(body) or message.get("more_body", False)
                await send({**message, "body": body[start : start + _PIECE], "more_body": more})
                await asyncio.sleep(0)

        await app(scope, receive, cut)

    return wrapped


class _Out:
    """The way out of one answer: its headers are completed, its redirects looked at, and HEAD gets no body."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._path, self._send = scope["path"], send
        self._bodiless = scope["method"] == "HEAD"
        self._ended = False
        self.started = False

    async def __call__(self, message: Message) -> None:
        if self._ended:
            return
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._bodiless:
            await self._end(b"")
        else:
            await self._send(message)

    async def instead(self, status: int, told: str) -> None:
        """Answers in plain words, in place of the application."""
        body = told.encode()
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        await self._start({"type": "http.response.start", "status": status, "headers": headers})
        await self._end(b"" if self._bodiless else body)

    async def _start(self, message: Message) -> None:
        headers = list(message.get("headers") or [])
        places = [value.decode("latin-1") for name, value in headers if name.lower() == b"location"]
        if not all(_ON_THIS_HOST.fullmatch(place) for place in places):
            await self.instead(404, "There is no such page.\n")
            return
        self.started = True
        self._bodiless = self._bodiless or message["status"] in (204, 304)
        await self._send({**message, "headers": completed(_kept(headers, message["status"]))})

    async def _end(self, body: bytes) -> None:
        self._ended = True
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


def _kept(headers: Headers, status: int) -> Headers:
    """Says how long an answer may be kept; a page's own word holds where it is stricter, or for good."""
    told = dict(headers).get(b"cache-control", b"")
    if any(word in told for word in (b"immutable", b"private", b"no-store")):
        return headers
    value = FRESH if status in _KEPT else "no-store"
    again = [(b"retry-after", b"5")] if status in (429, 503) else []
    others = [(name, kept) for name, kept in headers if name.lower() != b"cache-control"]
    return [*others, *again, (b"cache-control", value.encode())]

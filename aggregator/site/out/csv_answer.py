"""Answers with CSV: whole, with the number of its rows, or an error.

What goes wrong before the first byte is an error of one line. Afterwards the connection is broken off before the end
that HTTP's chunks have, so that no client takes what it has for the whole.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from datasette import Response  # type: ignore[import-untyped]
from datasette.utils.asgi import BadRequest, Base400  # type: ignore[import-untyped]

from aggregator import __version__
from aggregator.csv_forms import FORMS, CsvText, Form
from aggregator.site import responses
from aggregator.site.bounds import SHORTAGE
from aggregator.site.headers import PAGE_POLICY, Send, takes_gzip
from aggregator.site.out.downloads import Downloads
from aggregator.site.out.reading import Question, Reading, StoppedError, edition_of, open_reading
from aggregator.site.swap import DATABASE

_log = logging.getLogger(__name__)
# What fits into this is read before anything is sent: it has a length, and its errors have a status of their own.
_WHOLE_CHARACTERS = 512 * 1024
_PIECE_CHARACTERS = 64 * 1024
# Who takes nothing for so long has gone, or wants to keep a place from others.
_STALLED_SECONDS = 30.0
_LONGEST_SECONDS = 1800.0
# 20 MB of articles become 6.5 MB in 0.28 s of the processor; by zlib's own level, 6, they become 6.1 MB in 0.93 s.
_COMPRESSION = 4


class NoChunks(Base400):  # type: ignore[misc]
    status = 505


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; `name` begins the file's name."""

    request: Any
    datasette: Any
    name: str
    form: Form

    @classmethod
    def of(cls, request: Any, datasette: Any, name: str) -> Asked:
        return cls(request, datasette, name, form_of(request))

    @property
    def head_only(self) -> bool:
        return bool(self.request.method == "HEAD")


def form_of(request: Any) -> Form:
    """Reads `?form=`: raw unless told otherwise, as a value that was changed unasked could not be trusted."""
    asked = request.args.get("form") or "raw"
    for form in FORMS:
        if asked == form:
            return form
    raise BadRequest(f"There is no form {asked[:60]!r} of CSV: raw is for programs, spreadsheet for spreadsheets.")


async def answer_question(asked: Asked, question: Question, receive: Any, send: Send) -> Response | None:
    """Answers a question to the published file; None where the answer has been sent already."""
    downloads = _downloads(asked)
    edition = await downloads.run(edition_of, _path(asked))
    if not question.free and responses.has(asked.request, tag := _tag(asked, edition)):
        return Response("", status=304, headers=_headers(asked, edition) | {"etag": tag})
    with downloads.place_for(_reader(asked)):
        text = CsvText(asked.form)
        prepare = partial(_prepare, asked.datasette)
        reading, edition = await downloads.run(open_reading, _path(asked), prepare, question, text)
        headers = _headers(asked, edition) | ({} if question.free else {"etag": _tag(asked, edition)})
        try:
            with SHORTAGE.told(reading.give_way):
                reading.head()
                return await _answer(asked, reading, headers, receive, send)
        finally:
            reading.stop()
            # On a thread, as a step may still be under way; and at once, also where nobody waits any more.
            downloads.later(reading.close)


async def _answer(asked: Asked, reading: Reading, headers: dict[str, str], receive: Any, send: Send) -> Response | None:
    downloads = _downloads(asked)
    piece = await downloads.run(reading.step, _WHOLE_CHARACTERS)
    if reading.ended:
        return _whole(asked, piece, reading.rows, headers)
    if asked.request.scope.get("http_version") == "1.0":
        raise NoChunks(
            "An answer of this size is sent in chunks, which HTTP/1.0 does not know: you could not tell a cut one"
            " from a whole one. Ask by HTTP/1.1; behind nginx, set proxy_http_version 1.1."
        )
    announced = await downloads.run(reading.count)
    if announced is not None:
        headers["x-row-count"] = str(announced)
    stream = _Stream(asked, reading, announced, send)
    gone = asyncio.create_task(_gone(receive, reading))
    try:
        async with asyncio.timeout(_LONGEST_SECONDS):
            await stream.send(headers, piece)
    except StoppedError:
        _log.info("%s was left after %s rows", asked.request.path, reading.rows)
    except (Base400, TimeoutError, ConnectionError) as error:
        # Without a last chunk: the server closes the connection, and the client knows that something is missing.
        _log.warning("%s was broken off after %s rows: %s", asked.request.path, reading.rows, error or "nobody took it")
    except Exception:  # noqa: BLE001  the answer has begun: whatever it is, the reader must see it cut
        _log.exception("%s was broken off after %s rows", asked.request.path, reading.rows)
    finally:
        gone.cancel()
    return None


class _Stream:
    """Sends a reading in pieces, as fast as its reader takes them."""

    def __init__(self, asked: Asked, reading: Reading, announced: int | None, send: Send) -> None:
        self._asked = asked
        self._reading = reading
        self._announced = announced
        self._send = send
        self._packer = zlib.compressobj(_COMPRESSION, wbits=31) if takes_gzip(asked.request.scope) else None

    async def send(self, headers: Mapping[str, str], piece: bytes) -> None:
        downloads = _downloads(self._asked)
        packed = {"content-encoding": "gzip"} if self._packer else {}
        told = [(name.encode(), value.encode()) for name, value in {**headers, **packed}.items()]
        await self._send({"type": "http.response.start", "status": 200, "headers": told})
        if self._asked.head_only:
            await self._send({"type": "http.response.body", "body": b""})
            return
        while True:
            await self._put(await downloads.run(self._pack, piece), more=True)
            if self._reading.ended:
                break
            piece = await downloads.run(self._reading.step, _PIECE_CHARACTERS)
        if self._announced not in (None, self._reading.rows):
            raise BadRequest(f"{self._announced} rows were announced")
        await self._put(self._packer.flush() if self._packer else b"", more=False)

    def _pack(self, piece: bytes) -> bytes:
        return self._packer.compress(piece) if self._packer else piece

    async def _put(self, piece: bytes, *, more: bool) -> None:
        if piece or not more:
            async with asyncio.timeout(_STALLED_SECONDS):
                await self._send({"type": "http.response.body", "body": piece, "more_body": more})


async def _gone(receive: Any, reading: Reading) -> None:
    """Stops the reading when its reader hangs up: the server swallows what is sent to nobody."""
    with suppress(asyncio.CancelledError):
        while (await receive())["type"] != "http.disconnect":
            pass
        reading.stop()


def _whole(asked: Asked, body: bytes, rows: int, headers: dict[str, str]) -> Response:
    told = headers.pop("content-type")
    headers["x-row-count"] = str(rows)
    headers.setdefault("etag", f'W/"{hashlib.sha256(body).hexdigest()[:32]}"')
    if responses.has(asked.request, headers["etag"]):
        return Response("", status=304, headers=headers, content_type=told)
    length = {"content-length": str(len(body))}
    return Response(b"" if asked.head_only else body, headers=headers | length, content_type=told)


def _headers(asked: Asked, edition: str) -> dict[str, str]:
    return {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": f'attachment; filename="{file_name(asked.name, edition, asked.form)}"',
        "content-security-policy": PAGE_POLICY,
        "vary": "Accept-Encoding",
        "x-edition-sha256": edition,
    }


def _tag(asked: Asked, edition: str) -> str:
    """Names an answer before it is read: a question of ours has the same rows whenever it is asked of one edition."""
    told = "\n".join((__version__, edition, asked.request.path, asked.request.query_string))
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def file_name(name: str, edition: str, form: Form) -> str:
    """Names a file by what it is and by its edition: once it lies in a folder, nothing else tells.

    >>> file_name('outlet/abc.com/../"x"', '3f2a91bc77', 'raw'), file_name('story-12', '3f2a91bc77', 'spreadsheet')
    ('outlet-abc.com-x.3f2a91bc.csv', 'story-12.3f2a91bc.spreadsheet.csv')
    """
    safe = re.sub(r"[^A-Za-z0-9_.]+|\.{2,}", "-", name)
    safe = re.sub(r"-{2,}", "-", safe).strip("-.")[:80] or "rows"
    return f"{safe}.{edition[:8]}{'.spreadsheet' if form == 'spreadsheet' else ''}.csv"


def _reader(asked: Asked) -> str:
    return str((asked.request.scope.get("client") or ("",))[0])


def _downloads(asked: Asked) -> Downloads:
    found: Downloads = asked.datasette.reading_room.downloads
    return found


def _path(asked: Asked) -> Any:
    return asked.datasette.reading_room.watch.path


def _prepare(datasette: Any, connection: Any) -> None:
    """Guards the connection as all are that a reader's SQL runs on, and adds Datasette's functions."""
    datasette._prepare_connection(connection, DATABASE)

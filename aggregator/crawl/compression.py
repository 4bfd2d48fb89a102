"""Compressed answers: read as far as the size limit, and to their end or not at all."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.responsetypes import responsetypes
from scrapy.utils._compression import brotli, zstd  # type: ignore[attr-defined]  # each has two homes

from aggregator.crawl.large import HELD, LARGE, WITHIN, Gate, gate_of
from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode

_CHUNK = 64 * 1024
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's numbers for the three wrappings of one method


class BrokenStreamError(ValueError):
    """A compressed stream that is damaged or ends too early."""


class CompressionMiddleware:
    """Decompresses an answer; a bomb, and a stream that does not end as it should, each have a code.

    Scrapy's own takes what a cut stream held for the whole of it, and a half feed would then be taken for a feed. Only
    where the connection broke off as well is the part given on, as it would be uncompressed.
    """

    def __init__(self, max_size: int, gate: Gate) -> None:
        self._max_size = max_size
        self._gate = gate

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"), gate_of(crawler))

    def process_request(self, request: Request) -> None:
        request.headers.setdefault("Accept-Encoding", ", ".join(("gzip", "deflate", "br", "zstd")))

    async def process_response(self, request: Request, response: Response) -> Response:
        encodings = _encodings(response)
        if not encodings or not response.body:
            return response
        limit = int(request.meta.get("download_maxsize", self._max_size))
        if limit <= LARGE or request.meta.get(WITHIN) or self._gate.has(response):
            return _unpacked(response, encodings, limit)
        try:
            return _unpacked(response, encodings, LARGE)
        except Refusal as refusal:
            if refusal.code is not PollCode.TOO_LARGE:
                raise
        return await self._in_turn(request, response, encodings, limit)

    async def _in_turn(self, request: Request, response: Response, encodings: list[str], limit: int) -> Response:
        turn, unpacked = self._gate.turn(), None
        try:
            await turn
            request.meta[HELD] = True
            unpacked = _unpacked(response, encodings, limit)
            return unpacked
        finally:
            self._gate.over(turn, unpacked)


def _unpacked(response: Response, encodings: list[str], limit: int) -> Response:
    body = response.body
    for encoding in reversed(encodings):
        body = _decoded(body, encoding, limit, whole=not response.flags)
    headers = response.headers.copy()
    del headers["Content-Encoding"]
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return response.replace(cls=kind, headers=headers, body=body)


def _encodings(response: Response) -> list[str]:
    """The compressions of an answer, in the order in which they were applied; none where one of them is unknown."""
    told = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1").lower()
    named = [name for name in (part.strip() for part in told.split(",")) if name and name != "identity"]
    return named if all(name in DECODERS for name in named) else []


def _decoded(body: bytes, encoding: str, limit: int, whole: bool) -> bytes:
    parts = bytearray()
    try:
        for part in DECODERS[encoding](body):
            parts += part
            if len(parts) > limit:
                raise Refusal(PollCode.TOO_LARGE, f"decompresses to more than {limit} bytes")
    except (BrokenStreamError, zlib.error, brotli.error, zstd.ZstdError) as error:
        if whole or not parts:
            raise Refusal(PollCode.DECODE, f"{encoding} cannot be decompressed: {error}") from error
    return bytes(parts)


def _gzip(body: bytes) -> Iterator[bytes]:
    """Reads all members of a gzip file; zeros and other padding after the first are no member, and end it."""
    yield from _members(body, lambda: zlib.decompressobj(_GZIP), b"\x1f\x8b")


def _deflate(body: bytes) -> Iterator[bytes]:
    """Reads a zlib stream, or the bare one that some servers send under that name."""
    wrapped = len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0  # RFC 1950, 2.2
    yield from _inflated(zlib.decompressobj(_ZLIB if wrapped else _RAW), body)


def _members(body: bytes, reader: Callable[[], zlib._Decompress], magic: bytes) -> Iterator[bytes]:
    while True:
        member = reader()
        yield from _inflated(member, body)
        body = member.unused_data
        if not body.startswith(magic):
            return


def _inflated(reader: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    while not reader.eof:
        part = reader.decompress(body, _CHUNK)
        yield part
        body = reader.unconsumed_tail
        if not part and not body and not reader.eof:
            raise BrokenStreamError("it ends too early")


def _brotli(body: bytes) -> Iterator[bytes]:
    reader = brotli.Decompressor()
    while not reader.is_finished():
        part = reader.process(body, output_buffer_limit=_CHUNK)
        yield part
        if not part and not reader.is_finished():
            raise BrokenStreamError("it ends too early")
        body = b""


def _zstd(body: bytes) -> Iterator[bytes]:
    while body:
        reader = zstd.ZstdDecompressor()
        while not reader.eof:
            part = reader.decompress(body, _CHUNK)
            yield part
            body = b""
            if reader.needs_input and not reader.eof:
                raise BrokenStreamError("it ends too early")
        body = reader.unused_data


DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}

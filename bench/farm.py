"""A thousand feeds on one loopback port, in a process of its own: bench.throughput starts it and asks it for them.

    python -m bench.farm FEEDS ENTRIES PARAGRAPHS WORLD

It prints its port, and ends with its standard input. Feed 7 is at /7/feed whatever the host; each has an ETag. WORLD
says what the feeds do:

mixed: all are well when they are first asked. After that of each twenty one fails in its own way, three have as many
entries as before, all new, and sixteen answer 304 to who sends the ETag back.
busy: all have as many entries as before whenever they are asked, all new.
hanging: of each twenty two never answer and one answers with a gigabyte of nothing, compressed.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.utils import formatdate
from html import escape
from zlib import Z_FULL_FLUSH, compressobj

from bench.news import SMALL_WORDS
from bench.words import WORDS

START = 1_790_812_800  # 2026-10-01, in seconds since 1970
GROUP = 20  # 5 % is one of so many
CHANGED = (1, 2, 3)
HANGING, BOMB = (4, 5), 6
FAILURES = ((404, b""), (500, b""), (403, b""), (200, b"<!doctype html><title>Please log in</title>"), (0, b""))
_NOTHING = b" " * 1024 * 1024


class Farm:
    """The feeds and how often each was asked."""

    def __init__(self, feeds: int, entries: int, paragraphs: int, world: str) -> None:
        self._documents = {
            (feed, version): document(feed, version, entries, paragraphs)
            for feed in range(feeds)
            for version in (1, 2)
            if version == 1 or (world == "mixed" and feed % GROUP in CHANGED)
        }
        self._size = entries, paragraphs
        self._asked = dict.fromkeys(range(feeds), 0)
        self._world = world
        self._bomb = bomb() if world == "hanging" else b""

    def answer(self, path: str, etag: str) -> bytes | None:
        """Returns what is sent; b'' stands for a connection that is torn down, None for no answer ever."""
        name = path.split("/")[1]
        if not name.isdigit():
            return _response(404)
        feed = int(name)
        self._asked[feed] += 1
        place = feed % GROUP
        if self._world == "busy":
            return _response(200, document(feed, self._asked[feed], *self._size))
        if self._world == "hanging" and (place in HANGING or place == BOMB):
            return None if place in HANGING else _response(200, self._bomb, "Content-Encoding: gzip")
        if place == 0 and self._asked[feed] > 1:
            status, body = FAILURES[feed // GROUP % len(FAILURES)]
            return _response(status, body) if status else b""
        version = 2 if (feed, 2) in self._documents and self._asked[feed] > 1 else 1
        if etag == f'"{version}"':
            return _response(304)
        return _response(200, self._documents[feed, version], f'ETag: "{version}"')


class Visitor(asyncio.Protocol):
    """A connection; requests have no body, and come one after the other."""

    def __init__(self, farm: Farm) -> None:
        self._farm = farm
        self._asked = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._asked += data
        while b"\r\n\r\n" in self._asked:
            head, _, self._asked = self._asked.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in lines)
            answer = self._farm.answer(first.split()[1], headers.get("if-none-match", ""))
            if answer:
                self._transport.write(answer)
            elif answer is not None:
                self._transport.abort()


def document(feed: int, version: int, entries: int, paragraphs: int) -> bytes:
    """A feed in RSS whose entries have so many paragraphs of markup each; every other feed names its language."""
    dice = random.Random(f"{feed} {version}")
    words = (*WORDS, *SMALL_WORDS)

    def text(length: int) -> str:
        return " ".join(dice.choices(words, k=length // 4))[:length]

    def paragraph(number: int) -> str:
        link = f'<a href="http://{host(feed)}/about/{number}" title="{text(12)}">{text(20)}</a>'
        return f'<p class="copy">{text(50)} <b>{text(10)}</b> {link} {text(60)}</p>\n'

    items = "".join(
        f"<item><title>{text(60).capitalize()}</title><link>http://{host(feed)}/{version}/{number}</link>"
        f'<guid isPermaLink="false">{feed}-{version}-{number}</guid>'
        f"<pubDate>{formatdate(START + 600 * (version * entries - number), usegmt=True)}</pubDate>"
        f"<description>{escape(''.join(map(paragraph, range(paragraphs))))}</description></item>"
        for number in range(entries)
    )
    language = "<language>en-gb</language>" if feed % 2 else ""
    return f'<rss version="2.0"><channel><title>Paper {feed}</title>{language}{items}</channel></rss>'.encode()


def host(feed: int) -> str:
    return f"f{feed}.example"


def bomb() -> bytes:
    """A gigabyte of spaces, compressed by gzip to one megabyte."""
    packer = compressobj(9, wbits=31)
    first = packer.compress(_NOTHING) + packer.flush(Z_FULL_FLUSH)
    block = packer.compress(_NOTHING) + packer.flush(Z_FULL_FLUSH)  # refers to nothing before it
    return first + block * 1023 + packer.flush()


def _response(status: int, body: bytes = b"", *headers: str) -> bytes:
    told = [f"HTTP/1.1 {status} Told", "Content-Type: application/rss+xml", *headers]
    if status != 304:
        told.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*told, "", ""]).encode() + body


@contextmanager
def farmed(feeds: int, entries: int, paragraphs: int, world: str = "mixed") -> Iterator[int]:
    """Runs a farm in a process of its own and yields its port."""
    command = [sys.executable, "-P", "-m", "bench.farm", *map(str, (feeds, entries, paragraphs)), world]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.stdin.close()


async def _serve(farm: Farm) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Visitor(farm), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = loop.create_future()
    loop.add_reader(sys.stdin.fileno(), ended.cancel)
    with suppress(asyncio.CancelledError):
        await ended


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:4]]
    asyncio.run(_serve(Farm(numbers[0], numbers[1], numbers[2], sys.argv[4])))

"""A newsroom's hosts on loopback for bench.politeness: they answer by a simulated clock and note what is asked."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MINUTE, HOUR, DAY = 60, 3600, 86400
LISTED = 20  # entries of a feed

# What a feed does instead of answering, by the seconds since the start: (status, headers) or None.
Trouble = Callable[[float], "tuple[int, dict[str, str]] | None"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with an entry every `gap` seconds; the latest came out `asleep` seconds before the start, or now."""

    path: str
    gap: int
    asleep: int = 0
    head: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    last_modified: bool = False
    trouble: Trouble = lambda _: None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came and how it was answered; `at` is in seconds since the start, by the simulated clock."""

    host: str
    path: str
    at: float
    headers: Message
    status: int
    told: Mapping[str, str]


class Newsroom:
    """Serves feeds by host; `ahead` is by how much the simulated clock is ahead of the machine's."""

    def __init__(self, feeds: Mapping[str, tuple[Feed, ...]], robots: Mapping[str, str]) -> None:
        self.feeds = {(host, feed.path): feed for host, those in feeds.items() for feed in those}
        self.robots = robots
        self.requests: list[Request] = []
        self.start = time.time()
        self.ahead = 0.0
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def __enter__(self) -> Newsroom:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def elapsed(self) -> float:
        return time.time() + self.ahead - self.start

    def set_clock(self, seconds: float) -> float:
        """Sets the simulated clock to so many seconds after the start; returns how far it is ahead."""
        self.ahead = self.start + seconds - time.time()
        return self.ahead

    def answer(self, host: str, path: str, headers: Message) -> tuple[int, dict[str, str], bytes]:
        now = self.elapsed()
        status, told, body = self._answered(host, path, headers, now)
        self.requests.append(Request(host, path, now, headers, status, told))
        return status, told, body

    def _answered(self, host: str, path: str, headers: Message, now: float) -> tuple[int, dict[str, str], bytes]:
        if path == "/robots.txt":
            text = self.robots.get(host)
            return (404, {}, b"") if text is None else (200, {}, text.encode())
        feed = self.feeds.get((host, path))
        if feed is None:
            return 404, {}, b""
        if trouble := feed.trouble(now):
            return *trouble, b""
        numbers = self.numbers(feed, now)
        body = document(host, feed, self.start, numbers).encode()
        told = {"Set-Cookie": "visitor=1; Path=/", **feed.headers}
        if feed.last_modified:
            told["Last-Modified"] = formatdate(moment(feed, self.start, numbers[0]), usegmt=True)
        else:
            told["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if any(told.get(given) == headers[asked] for given, asked in _VALIDATORS if headers[asked]):
            return 304, told, b""
        return 200, told | {"Content-Type": "application/rss+xml"}, body

    def numbers(self, feed: Feed, now: float) -> range:
        """The numbers of the entries that a feed lists, the newest first; entry 0 came out at the start."""
        newest = -(feed.asleep // feed.gap) if feed.asleep else int(now // feed.gap)
        return range(newest, newest - LISTED, -1)


_VALIDATORS = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))


def moment(feed: Feed, start: float, number: int) -> float:
    return start + number * feed.gap


def document(host: str, feed: Feed, start: float, numbers: range) -> str:
    items = "".join(
        f"<item><title>Report {number} of {host}{feed.path}</title><link>http://{host}{feed.path}/{number}</link>"
        f"<guid>{host}{feed.path}/{number}</guid>"
        f"<pubDate>{formatdate(moment(feed, start, number), usegmt=True)}</pubDate></item>"
        for number in numbers
    )
    head = 'version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    return f"<rss {head}><channel><title>{host}</title>{feed.head}{items}</channel></rss>"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = (self.headers["Host"] or "").partition(":")[0]
        status, headers, body = self.server.newsroom.answer(host, self.path, self.headers)
        self.send_response_only(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

"""Serves the demo newsroom on loopback, all its hosts on one port, and remembers every request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType

from demo.newsroom import Newsroom

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Request:
    """A request that the server answered; header names are in lower case, `host` is without the port."""

    method: str
    host: str
    path: str
    headers: Mapping[str, str]
    status: int


class NewsroomServer:
    """A web server for the length of a `with` block; `edition` may be set while it runs.

    >>> from datetime import UTC, datetime
    >>> with NewsroomServer(Newsroom.load(datetime(2026, 11, 23, tzinfo=UTC))) as server:
    ...     server.hosts["tidewater.example"]
    '127.0.0.1'
    """

    def __init__(self, newsroom: Newsroom, edition: int = 1) -> None:
        self.newsroom = newsroom
        self.edition = edition
        self.requests: list[Request] = []
        self._http = _HttpServer((LOOPBACK, 0), _Handler)
        self._http.owner = self
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, name="demo newsroom")

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def hosts(self) -> dict[str, str]:
        """Maps each host of the newsroom to the address it is served at, for the crawl's resolver."""
        return dict.fromkeys(self.newsroom.hosts, LOOPBACK)

    def __enter__(self) -> NewsroomServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _HttpServer(ThreadingHTTPServer):
    # Joined on closing, so that no socket outlives the block.
    daemon_threads = False
    owner: NewsroomServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5
    server: _HttpServer

    def do_GET(self) -> None:
        owner = self.server.owner
        host = self.headers.get("Host", "")
        response = owner.newsroom.answer(host, self.path, owner.edition, dict(self.headers.items()))
        headers = {key.casefold(): value for key, value in self.headers.items()}
        owner.requests.append(Request(str(self.command), host.partition(":")[0], self.path, headers, response.status))
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status != 304:
            self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the requests are in the list."""

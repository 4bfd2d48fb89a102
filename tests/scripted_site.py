"""A small web server for tests: it answers by a script, misbehaves on request, and records everything it is asked."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import Any

import pytest

LOOPBACK = "127.0.0.1"


class Manner(StrEnum):
    """How an answer is given: as it should be, or one of the ways in which servers fail."""

    PROPER = "proper"
    UNTIL_CLOSE = "until close"  # no Content-Length: the end of the connection is the end of the body
    CUT = "cut"  # a Content-Length of twice the body
    HANG = "hang"  # nothing at all, until the server stops
    DRIP = "drip"  # a byte every 50 ms
    DRIP_HEAD = "drip head"  # the same from the first byte of the status line on
    STALL = "stall"  # the headers, then nothing
    HALT = "halt"  # the body, then nothing, though twice as much was announced
    ENDLESS = "endless"  # the body again and again, in chunks
    RESET = "reset"  # the connection is torn down before the status line
    NOISE = "noise"  # the body's bytes instead of HTTP


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it came: host without port, path with query."""

    host: str
    path: str
    headers: Message
    at: float


@dataclass(frozen=True, slots=True)
class Answer:
    body: str | bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    manner: Manner = Manner.PROPER

    @property
    def bytes(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


Script = Answer | Callable[[Seen], Answer]


class ScriptedSite:
    """Any number of hosts on one loopback port; `answers` maps host and path to an answer, or to a function of it.

    What is not scripted is a 404, robots.txt included. `hosts` is the map that a crawl is given, `seen` every request,
    `connections` counts what came at all. With `certificates`, by host, the site speaks TLS; a client that names a
    host without one is shown the certificate of the host called "".
    """

    def __init__(self, certificates: Mapping[str, ssl.SSLContext] | None = None) -> None:
        self.certificates = certificates
        self.connections = 0
        self.answers: dict[str, Script] = {}
        self.seen: list[Seen] = []
        self.hosts: dict[str, str] = {}
        self.stopping = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def __enter__(self) -> ScriptedSite:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the server; a second call does nothing."""
        if self.stopping.is_set():
            return
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def put(self, address: str, script: Script) -> str:
        """Scripts `host/path`, lets crawls find the host, and returns the address in full."""
        host, _, path = address.partition("/")
        self.hosts[host] = LOOPBACK
        self.answers[f"{host}/{path}"] = script
        return self.url(address)

    def url(self, address: str) -> str:
        host, _, path = address.partition("/")
        return f"{'https' if self.certificates else 'http'}://{host}:{self.port}/{path}"

    def hits(self, address: str) -> list[Seen]:
        """The requests for `host/path`, or for all of a host where only that is given."""
        return [seen for seen in self.seen if address in (seen.host, f"{seen.host}{seen.path}")]

    def answer(self, seen: Seen) -> Answer:
        self.seen.append(seen)
        script = self.answers.get(f"{seen.host}{seen.path}", Answer("nothing here", 404))
        return script if isinstance(script, Answer) else script(seen)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, site: ScriptedSite) -> None:
        self.site = site
        super().__init__((LOOPBACK, 0), _Handler)

    def finish_request(self, request: Any, client_address: Any) -> None:
        self.site.connections += 1
        if not self.site.certificates:
            super().finish_request(request, client_address)
            return
        request.settimeout(60)
        with self._shown(self.site.certificates).wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    @staticmethod
    def _shown(certificates: Mapping[str, ssl.SSLContext]) -> ssl.SSLContext:
        """Lets each connection choose its certificate by the name it asks for."""

        def choose(connection: ssl.SSLObject, name: str | None, _: object) -> None:
            connection.context = certificates.get(name or "", certificates[""])

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.sni_callback = choose  # type: ignore[assignment]
        return context

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: a client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = (self.headers["Host"] or "").partition(":")[0]
        answer = self.server.site.answer(Seen(host, self.path, self.headers, monotonic()))
        if answer.manner in (Manner.HANG, Manner.RESET, Manner.NOISE):
            self._misbehave(answer)
            return
        if answer.manner is Manner.DRIP_HEAD:
            self._drip(b"HTTP/1.1 200 OK\r\nX-Padding: " + answer.bytes)
            return
        self._head(answer)
        if answer.manner is Manner.DRIP:
            self._drip(answer.bytes)
        elif answer.manner is Manner.STALL:
            self.server.site.stopping.wait(300)
        elif answer.manner is Manner.ENDLESS:
            self._repeat(answer.bytes)
        else:
            self.wfile.write(answer.bytes)
        if answer.manner is Manner.HALT:
            self.server.site.stopping.wait(300)

    def _misbehave(self, answer: Answer) -> None:
        self.close_connection = True
        if answer.manner is Manner.HANG:
            self.server.site.stopping.wait(300)
        elif answer.manner is Manner.NOISE:
            self.wfile.write(answer.bytes)
        else:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def _head(self, answer: Answer) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.manner in (Manner.UNTIL_CLOSE, Manner.CUT):
            self.close_connection = True
        if answer.manner is Manner.ENDLESS:
            self.send_header("Transfer-Encoding", "chunked")
        elif answer.manner is not Manner.UNTIL_CLOSE:
            length = len(answer.bytes) * (2 if answer.manner in (Manner.CUT, Manner.HALT) else 1)
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _repeat(self, body: bytes) -> None:
        chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n"
        while not self.server.site.stopping.is_set():
            self.wfile.write(chunk)

    def _drip(self, body: bytes) -> None:
        for position in range(len(body)):
            if self.server.site.stopping.wait(0.05):
                return
            self.wfile.write(body[position : position + 1])

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: `seen` is the log."""


@pytest.fixture
def site() -> Iterator[ScriptedSite]:
    with ScriptedSite() as running:
        yield running


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """A port on loopback that nobody listens at, nor can: it is taken, so that no other test is given it meanwhile."""
    with contextlib.closing(socket.socket()) as taken:
        taken.bind((LOOPBACK, 0))
        yield int(taken.getsockname()[1])

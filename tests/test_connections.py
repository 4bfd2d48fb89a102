"""Connections that nothing moves on are closed; those at work are let be."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
import uvicorn

from aggregator.site.connections import ImpatientProtocol


class Hasty(ImpatientProtocol):
    look_every_seconds: ClassVar[float] = 0.1
    ask_within_seconds: ClassVar[float] = 0.5
    take_within_seconds: ClassVar[float] = 0.5


class Patient(Hasty):
    """Waits long enough that a busy machine, which looks or reads late, is not taken for a silent reader."""

    ask_within_seconds: ClassVar[float] = 2.0
    take_within_seconds: ClassVar[float] = 2.0


_BODY = b"x" * 20_000_000


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Answers `/slow` after a second, `/quick` at once, and anything else with more than a socket holds."""
    if scope["type"] != "http":
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(1)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": {"/slow": b"late", "/quick": b"soon"}.get(scope["path"], _BODY)})


@contextmanager
def _served(protocol: type[ImpatientProtocol]) -> Iterator[uvicorn.Server]:
    server = uvicorn.Server(
        uvicorn.Config(_app, host="127.0.0.1", port=0, log_level="error", http=protocol, lifespan="off")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive()
    yield server
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def hasty() -> Iterator[uvicorn.Server]:
    with _served(Hasty) as server:
        yield server


@pytest.fixture(scope="module")
def patient() -> Iterator[uvicorn.Server]:
    with _served(Patient) as server:
        yield server


def _connect(server: uvicorn.Server, sent: bytes) -> socket.socket:
    port = server.servers[0].sockets[0].getsockname()[1]
    opened = socket.create_connection(("127.0.0.1", port), timeout=60)
    opened.sendall(sent)
    return opened


def _until(holds: Callable[[], object]) -> None:
    late = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.02)


def _is_closed(opened: socket.socket) -> bool:
    """Reads what is left of an answer, until the other end closes; a time-out fails the test."""
    try:
        while opened.recv(1000):
            pass
    except ConnectionResetError:
        pass
    return True


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: a", id="half a header"),
        pytest.param(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET / HT", id="an answer had, and half a request"),
    ],
)
def test_who_asks_nothing_is_let_go(hasty: uvicorn.Server, sent: bytes) -> None:
    with _connect(hasty, sent) as opened:
        if b"slow" in sent:
            assert b"late" in _read_until(opened, b"late")
        assert _is_closed(opened)


def _read_until(opened: socket.socket, word: bytes) -> bytes:
    read = b""
    while word not in read:
        got = opened.recv(1000)
        assert got, "closed"
        read += got
    return read


_HOW = [pytest.param("keep-alive", id="kept"), pytest.param("close", id="closed after it")]


def _ask_for_all(server: uvicorn.Server, how: str) -> socket.socket:
    return _connect(server, f"GET / HTTP/1.1\r\nHost: a\r\nConnection: {how}\r\n\r\n".encode())


@pytest.mark.parametrize("how", _HOW)
def test_who_takes_nothing_is_let_go(hasty: uvicorn.Server, how: str) -> None:
    with _ask_for_all(hasty, how) as opened:
        _until(lambda: hasty.server_state.connections)
        _until(lambda: not hasty.server_state.connections)
        taken = 0
        try:
            while read := opened.recv(1_000_000):
                taken += len(read)
        except ConnectionResetError:
            pass
        assert taken < len(_BODY)


@pytest.mark.parametrize("how", _HOW)
def test_who_takes_it_slowly_gets_all(patient: uvicorn.Server, how: str) -> None:
    with _ask_for_all(patient, how) as opened:
        taken = 0
        for _ in range(12):
            taken += len(opened.recv(1_500_000))
            time.sleep(0.2)
        while taken < len(_BODY):
            taken += len(opened.recv(1_000_000))
    assert taken > len(_BODY)


def test_who_asks_often_and_is_answered_at_once_is_let_be(patient: uvicorn.Server) -> None:
    """A look falls between two requests each time: that is no silence."""
    with _connect(patient, b"") as opened:
        for _ in range(12):
            opened.sendall(b"GET /quick HTTP/1.1\r\nHost: a\r\n\r\n")
            assert b"soon" in _read_until(opened, b"soon")
            time.sleep(0.2)

"""A site that answers on loopback, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW


@contextmanager
def serving(published: Path) -> Iterator[tuple[Any, int]]:
    """Serves a published file; yields the Datasette and the port."""
    datasette = make_app(published, METADATA, clock=lambda: NOW)
    # As `serve` does, it waits a while and no longer for answers that a test has left behind.
    config = uvicorn.Config(
        datasette.app(), host="127.0.0.1", port=0, log_level="critical", access_log=False, timeout_graceful_shutdown=10
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
        assert thread.is_alive()
    try:
        yield datasette, server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()

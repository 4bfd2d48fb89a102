"""Serves the published file with Datasette, until Ctrl-C."""

from __future__ import annotations

import asyncio
import logging
import socket
import warnings
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]

from aggregator.config import SiteConfig
from aggregator.errors import ServeError
from aggregator.site import plugin, public
from aggregator.site.connections import ImpatientProtocol
from aggregator.site.fitting import require_fitting
from aggregator.site.metadata import of_the_demo, read_metadata
from aggregator.site.sql_guard import limit_memory
from aggregator.site.swap import Watch
from aggregator.site.warm import ask_first
from aggregator.snapshots import Snapshot
from aggregator.times import utc_now

_log = logging.getLogger(__name__)
_SETTINGS = {
    "sql_time_limit_ms": 1000,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    # Two for anyone's SQL, two for searches, two for what holds nobody up.
    "num_sql_threads": 6,
    # Suggesting facets costs over a second a page at a million rows; the useful ones are set in the metadata.
    "suggest_facets": False,
    "facet_time_limit_ms": 500,
    "default_facet_size": 15,
    "default_cache_ttl": 60,
    "allow_download": True,
}
_GRACE_SECONDS = 3
# Address and headers together; a question has 10,000 characters at most, which escapes may make three of each.
_LONGEST_REQUEST = 48 * 1024
# Connections, those that wait included: beyond it one is told 503 at once. A proxy keeps some tens open; each costs
# some 100 kB, and an answer that a slow reader doesn't take up to 5 MB.
_AT_ONCE = 200
_IDLE_SECONDS = 10
_PRINTS_EXCEPTIONS = "datasette.handle_exception"
# A table's page makes these one beside the other and awaits them one after the other (`gather` in its table.py): where
# the first finds no place or takes too long, the reader is told, and Python writes three lines of each of the rest.
_LEFT_BY_DATASETTE = (
    r"coroutine '(Database\.table_exists|\w*Facet\.facet_results|TableView\.[\w.<>]*\.execute_suggested_facets)'"
    r" was never awaited"
)


def make_app(
    published: Path,
    metadata: Path,
    clock: Callable[[], datetime] = utc_now,
    settings: SiteConfig | None = None,
    *,
    snapshot: Snapshot | None = None,
) -> Datasette:
    """Makes the site: one immutable database, always named `news`, whatever its file is called.

    Where it is of a snapshot, each page says so.

    Raises ServeError where the published file or the metadata can't be read.
    """
    if not published.is_file():
        raise ServeError("there is no published file; make it with `aggregator publish`", published)
    told = read_metadata(metadata)
    demo = require_fitting(published)
    _register()
    watch = Watch(published)
    datasette = Datasette(
        metadata=of_the_demo(told) if demo else told,
        settings=_SETTINGS,
        template_dir=str(Path(__file__).parent / "templates"),
    )
    # A Datasette made without files brings an empty database of its own, open to anyone's SQL and to no guard.
    datasette.remove_database("_memory")
    datasette.reading_room = plugin.ReadingRoom(watch, clock, settings or SiteConfig(), snapshot=snapshot)
    watch.open(datasette)
    return datasette


def _register() -> None:
    if not pm.is_registered(plugin):
        pm.register(plugin, public.OUR_PLUGIN)
    # Datasette asks every handler though ours has answered, and its own prints each exception with all its variables:
    # 0.2 to 0.8 s of one core for every address that is not there, a 404 too.
    if pm.has_plugin(_PRINTS_EXCEPTIONS):
        pm.unregister(name=_PRINTS_EXCEPTIONS)


def serve(
    published: Path,
    metadata: Path,
    host: str,
    port: int,
    on_ready: Callable[[str], None],
    settings: SiteConfig | None = None,
    *,
    advise: Callable[[str], None] | None = None,
    snapshot: Snapshot | None = None,
) -> None:
    """Serves until Ctrl-C, and returns; `on_ready` is told the address once the site answers. Port 0 = any free one.

    A site for strangers is given an `advise`, which is told what is better otherwise. Raises ServeError where the
    address can't be listened at, or where a protection is missing that strangers need.
    """
    warnings.filterwarnings("ignore", _LEFT_BY_DATASETTE, RuntimeWarning)
    datasette = make_app(published, metadata, settings=settings, snapshot=snapshot)
    listening = _listen(host, port)
    limit_memory()
    if advise is not None:
        _check_public(datasette, published, advise)
    config = uvicorn.Config(
        datasette.app(), log_level="warning", access_log=False, server_header=False, http=ImpatientProtocol,
        h11_max_incomplete_event_size=_LONGEST_REQUEST, limit_concurrency=_AT_ONCE, timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )  # fmt: skip
    try:
        _Server(config, datasette, lambda: on_ready(_address(host, listening))).run(sockets=[listening])
    except KeyboardInterrupt:
        # uvicorn ends in good order first, and then repeats the signal that it was sent.
        return
    finally:
        listening.close()


def _check_public(datasette: Datasette, published: Path, advise: Callable[[str], None]) -> None:
    standing = public.standing_of(datasette, published)
    public.require(standing)
    for line in public.advice(standing):
        advise(line)


class _Server(uvicorn.Server):
    """A server that says when it is ready, and looks after new editions."""

    def __init__(self, config: uvicorn.Config, datasette: Datasette, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._datasette = datasette
        self._ready = ready

    async def startup(self, sockets: Sequence[socket.socket] | None = None) -> None:
        await super().startup(list(sockets) if sockets else None)
        if self.started:
            watch = self._datasette.reading_room.watch
            self._beside = [asyncio.create_task(one(self._datasette)) for one in (watch.keep_looking, ask_first)]
            for task in self._beside:
                task.add_done_callback(_written_down)
            self._ready()


def _written_down(ended: asyncio.Task[None]) -> None:
    if not ended.cancelled() and (error := ended.exception()):
        _log.error("what the site does beside its readers has ended", exc_info=error)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves TCP_NODELAY off, and the body of each answer waits 40 ms behind its head.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise ServeError("can't be listened at; is the site running already?", f"{host}:{port}", error) from error
    return listening


def _address(host: str, listening: socket.socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}/"

"""Serves the published file with Datasette, until Ctrl-C."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]

from aggregator.errors import ServeError
from aggregator.site import plugin
from aggregator.site.metadata import of_the_demo, read_metadata
from aggregator.site.swap import Watch, open_published
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.publish import layout, setting_of
from aggregator.times import utc_now

_SETTINGS = {
    "sql_time_limit_ms": 1000,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "num_sql_threads": 4,
    # Suggesting facets costs over a second a page at a million rows; the useful ones are set in the metadata.
    "suggest_facets": False,
    "facet_time_limit_ms": 500,
    "default_facet_size": 15,
    "default_cache_ttl": 60,
    "allow_download": True,
}
_GRACE_SECONDS = 3
_PRINTS_EXCEPTIONS = "datasette.handle_exception"


def make_app(published: Path, metadata: Path, clock: Callable[[], datetime] = utc_now) -> Datasette:
    """Makes the site: one immutable database, always named `news`, whatever its file is called.

    Raises ServeError where the published file or the metadata can't be read.
    """
    if not published.is_file():
        raise ServeError("there is no published file; make it with `aggregator publish`", published)
    told = read_metadata(metadata)
    demo = _check(published)
    _register()
    watch = Watch(published)
    datasette = Datasette(
        metadata=of_the_demo(told) if demo else told,
        settings=_SETTINGS,
        template_dir=str(Path(__file__).parent / "templates"),
    )
    # A Datasette made without files brings an empty database of its own, open to anyone's SQL and to no guard.
    datasette.remove_database("_memory")
    datasette.reading_room = plugin.ReadingRoom(watch, clock)
    open_published(datasette, published)
    return datasette


def _check(published: Path) -> bool:
    """Refuses what another version published, whose tables the pages may not find; says whether it is the demo's."""
    with store_errors(published), contextlib.closing(open_readonly(published)) as db:
        same = "settings" in db.table_names() and setting_of(db, "layout") == layout()
        demo = same and setting_of(db, "demo") != ""
    if not same:
        raise ServeError(
            "was not published by this version of the program; make it anew with `aggregator publish` where its working"
            " file is, or serve it with the version that made it",
            published,
        )
    return demo


def _register() -> None:
    if not pm.is_registered(plugin):
        pm.register(plugin, "aggregator")
    # Datasette asks every handler though ours has answered, and its own prints each exception with all its variables:
    # 0.2 to 0.8 s of one core for every address that is not there, a 404 too.
    if pm.has_plugin(_PRINTS_EXCEPTIONS):
        pm.unregister(name=_PRINTS_EXCEPTIONS)


def serve(published: Path, metadata: Path, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves until Ctrl-C, and returns; `on_ready` is told the address once the site answers. Port 0 = any free one.

    Raises ServeError where the address can't be listened at.
    """
    application = make_app(published, metadata).app()
    listening = _listen(host, port)
    config = uvicorn.Config(
        application, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )  # fmt: skip
    try:
        _Server(config, lambda: on_ready(_address(host, listening))).run(sockets=[listening])
    except KeyboardInterrupt:
        # uvicorn ends in good order first, and then repeats the signal that it was sent.
        return
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: Sequence[socket.socket] | None = None) -> None:
        await super().startup(list(sockets) if sockets else None)
        if self.started:
            self._ready()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
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

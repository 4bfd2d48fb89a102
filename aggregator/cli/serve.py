"""`serve`: the published file in the browser."""

from __future__ import annotations

import click

from aggregator.cli.common import place, place_options, say
from aggregator.cli.publish import published_now
from aggregator.errors import UsageError
from aggregator.site.serve import serve as serve_site
from aggregator.snapshots import DATABASE, METADATA, read_snapshot, servable, snapshots_folder

HOST, PORT = "127.0.0.1", 8001


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen at.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="The port to listen at.")
@click.option("--public", is_flag=True, help="For strangers: refuse to start unprotected.")
@click.option(
    "--snapshot", metavar="NAME", help="Serve a snapshot, by its name or folder, in place of the current file."
)
@place_options
def serve(host: str, port: int, public: bool, snapshot: str | None) -> None:
    """Serve the published file; publishes first where the working one has changed. Ctrl-C ends it.

    Only this machine can read it, unless --host names another address and --public says that this is meant. --public
    tries every protection first, and names each that is missing; behind a proxy on this machine it is for you too.

    A snapshot is served beside the current file by a second `serve`, at another port.

    Example: aggregator serve --port 8080
    """
    if not host:
        raise UsageError("--host is empty; name an address, such as 127.0.0.1")
    if host not in ("127.0.0.1", "::1", "localhost") and not public:
        raise UsageError("other machines could read this address; add --public if that is meant", host)
    config = place().config
    advise = _advise if public else None
    if snapshot is not None:
        folder = servable(snapshots_folder(place().db), snapshot)
        serve_site(folder / DATABASE, folder / METADATA, host, port, tell, config.site, advise=advise,
                   snapshot=read_snapshot(folder))  # fmt: skip
        return
    published = published_now(config, place().db, to_show=True)
    serve_site(published, config.files.metadata, host, port, tell, config.site, advise=advise)


def _advise(line: str) -> None:
    click.echo(f"Advice: {line}", err=True)


def tell(url: str) -> None:
    say(f"Serving {url} (Ctrl-C ends it)")

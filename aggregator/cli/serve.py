"""`serve`: the published file in the browser."""

from __future__ import annotations

import click

from aggregator.cli.common import place, place_options, say
from aggregator.cli.publish import published_now
from aggregator.errors import UsageError
from aggregator.site.serve import serve as serve_site

HOST, PORT = "127.0.0.1", 8001


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen at.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="The port to listen at.")
@click.option("--public", is_flag=True, help="Allow an address that other machines reach.")
@place_options
def serve(host: str, port: int, public: bool) -> None:
    """Serve the published file; publishes first where the working one has changed. Ctrl-C ends it.

    Only this machine can read it, unless --host names another address and --public says that this is meant.

    Example: aggregator serve --port 8080
    """
    if not host:
        raise UsageError("--host is empty; name an address, such as 127.0.0.1")
    if host not in ("127.0.0.1", "::1", "localhost") and not public:
        raise UsageError("other machines could read this address; add --public if that is meant", host)
    config = place().config
    published = published_now(config, place().db)
    serve_site(published, config.files.metadata, host, port, lambda url: say(f"Serving {url} (Ctrl-C ends it)"))

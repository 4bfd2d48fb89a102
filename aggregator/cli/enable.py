"""`feeds enable`: a feed that was given up is polled again."""

from __future__ import annotations

import click

from aggregator.cli.common import existing_db, place, place_options, say
from aggregator.urls import without_credentials
from aggregator.workspace import open_workspace


@click.command()
@click.argument("url")
@place_options
def enable(url: str) -> None:
    """Poll a feed again that is disabled or dead, from the next run on; its failures are forgotten.

    URL is its address as feeds.csv has it, or the one that it has moved to.

    Example: aggregator feeds enable https://tidewater.example/feed.xml
    """
    with open_workspace(place().config, existing_db()) as workspace, workspace.store.transaction():
        address = workspace.store.feeds.enable(url)
    say(f"{without_credentials(address)} will be polled in the next run")

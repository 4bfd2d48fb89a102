"""`feeds`: what is done to the feeds by hand, one command a module."""

from __future__ import annotations

import click

from aggregator.cli.enable import enable


@click.group()
def feeds() -> None:
    """Look after the feeds.

    Example: aggregator feeds enable https://tidewater.example/feed.xml
    """


feeds.add_command(enable)

"""`feeds`: what is done to the feeds by hand, one command a module."""

from __future__ import annotations

import click

from aggregator.cli.discover import discover_feeds
from aggregator.cli.enable import enable
from aggregator.cli.listing import Listing
from aggregator.cli.lists import export_feeds, import_list, list_feeds


@click.group(cls=Listing)
def feeds() -> None:
    """Look after the feeds: bring lists in, take them out, find more, ask one again.

    Example: aggregator feeds import subscriptions.opml
    """


for command in (import_list, export_feeds, discover_feeds, list_feeds, enable):
    feeds.add_command(command)

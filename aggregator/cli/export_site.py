"""`export-site`: the pages as files, to be read without a server and kept."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import json_option, number, place, place_options, progress, say, say_json, warn
from aggregator.cli.publish import published_now
from aggregator.site.archive import export_site as write_site


@click.command("export-site")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--days", type=click.IntRange(1), default=30, show_default=True, help="The last days that have stories.")
@click.option("--stories", type=click.IntRange(1), default=500, show_default=True,
              help="Of their stories, those of most independent origins.")  # fmt: skip
@json_option
@place_options
def export_site(folder: Path, days: int, stories: int, as_json: bool) -> None:
    """Write the site as files that need no server.

    Into a new folder go pages, JSON and feeds, and the snapshot that they show.

    They are read in a browser without a server. Search, filters and SQL need one: the pages say so and lead to the
    data. Feeds are written where the site has an address (site.address), for theirs must lead somewhere.

    Example: aggregator export-site archive/2026-11 --days 7
    """
    config = place().config
    published = published_now(config, place().db)
    with progress("Writing pages") as moved:
        done = write_site(published, config.files.metadata, folder, config.site, days, stories, moved)
    if as_json:
        say_json(asdict(done))
        return
    say(
        f"{done.folder / 'index.html'}: {number(done.pages, 'page')}, {number(done.stories, 'story', 'stories')} of"
        f" {number(done.days, 'day')}, {number(done.files, 'file')}, {done.bytes:,} bytes; snapshot {done.snapshot}"
    )
    if done.stories_left_out:
        say(f"left out as pages: {number(done.stories_left_out, 'story', 'stories')}; the snapshot has them")
    if done.feeds_left_out:
        say("left out: feeds, for site.address is not set")
    for address in done.unanswered:
        warn(f"the site has no {address}, to which a page of it leads")

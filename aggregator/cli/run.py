"""`run`: poll the feeds that are due, group what came, publish."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import click

from aggregator.briefing import write_briefs
from aggregator.cli.brief import briefs_line
from aggregator.cli.common import number, place, place_options, say, warn
from aggregator.cli.publish import make_published
from aggregator.config import Config
from aggregator.crawl.contact import require_contact
from aggregator.crawl.run import crawl
from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError, ConfigError, DataFileError, DiskFullError
from aggregator.open_window import OpenWindow
from aggregator.rights import purge_bodies
from aggregator.store import Store
from aggregator.store.lock import only_poller
from aggregator.storylining import write_storylines
from aggregator.workspace import open_workspace


def cycle(config: Config, db: Path, hosts: Mapping[str, str] | None = None, window: OpenWindow | None = None) -> None:
    """Runs one cycle and says what each step did; `hosts` maps names to loopback addresses (demo and tests).

    `window` keeps what grouping has read from one cycle to the next.
    """
    # What opening an older database says is heard from here; the crawl's process tells errors alone.
    Store.open(db).close()
    polled = crawl(config, db, hosts or {})
    say(
        f"polled {number(polled.polls, 'feed')}, {polled.failed:,} failed{_put_off(polled.put_off)};"
        f" {number(polled.new, 'new article')},"
        f" {polled.revised:,} revised; {number(polled.pages, 'page')} read, {sum(polled.pages_lost.values()):,} not"
    )
    with open_workspace(config, db) as workspace:
        grouped = group_articles(workspace, window)
        briefed = write_briefs(workspace)
        lines = write_storylines(workspace)
        purged = purge_bodies(workspace)
    say(
        f"placed {number(grouped.new_articles, 'article')}; {number(grouped.new_stories, 'new story', 'new stories')},"
        f" {number(lines.new, 'new storyline')}"
    )
    say(briefs_line(briefed))
    if purged.bodies:
        say(f"removed {number(purged.bodies, 'text')} kept for {number(config.store.keep_bodies_days, 'day')}")
    published = make_published(config, db)
    say(f"published {published.path}: {number(published.articles, 'article')},"
        f" {number(published.stories, 'story', 'stories')}, sha256 {published.sha256[:16]}")  # fmt: skip


def _put_off(count: int) -> str:
    return f", {count:,} put off as their hosts asked" if count else ""


@click.command()
@click.option("--every", type=click.IntRange(1), metavar="MINUTES", help="Go on, with a cycle every so many minutes.")
@place_options
def run(every: int | None) -> None:
    """Poll the feeds that are due, group the new articles, publish. Once, or again and again with --every.

    Example: aggregator run --every 15
    """
    config, db = place().config, place().db
    require_contact(config)
    with only_poller(db):
        if every is None:
            cycle(config, db)
            return
        window = OpenWindow()
        while True:
            started = time.monotonic()
            _try_cycle(config, db, window)
            time.sleep(max(0.0, every * 60 - (time.monotonic() - started)))


def _try_cycle(config: Config, db: Path, window: OpenWindow) -> None:
    """Runs a cycle; one that fails is told, and the next may do better: a lock ends, a network comes back."""
    try:
        cycle(config, db, window=window)
    except (ConfigError, DataFileError, DiskFullError):
        raise
    except AggregatorError as error:
        warn(f"Error: {error}")

"""`run`: poll the feeds that are due, group what came, publish."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, say
from aggregator.cli.publish import make_published
from aggregator.config import Config
from aggregator.crawl.run import crawl
from aggregator.cycle import group_articles
from aggregator.store.lock import only_poller
from aggregator.workspace import open_workspace


def cycle(config: Config, db: Path, hosts: Mapping[str, str] | None = None) -> None:
    """Runs one cycle and says what each step did; `hosts` maps names to loopback addresses (demo and tests)."""
    polled = crawl(config, db, hosts or {})
    say(
        f"polled {number(polled.polls, 'feed')}, {polled.failed:,} failed; {number(polled.new, 'new article')},"
        f" {polled.revised:,} revised; {number(polled.pages, 'page')} read, {sum(polled.pages_lost.values()):,} not"
    )
    with open_workspace(config, db) as workspace:
        grouped = group_articles(workspace)
    say(f"placed {number(grouped.new_articles, 'article')}; {number(grouped.new_stories, 'new story', 'new stories')}")
    published = make_published(config, db)
    say(f"published {published.path}: {number(published.articles, 'article')},"
        f" {number(published.stories, 'story', 'stories')}, sha256 {published.sha256[:16]}")  # fmt: skip


@click.command()
@click.option("--every", type=click.IntRange(1), metavar="MINUTES", help="Go on, with a cycle every so many minutes.")
@place_options
def run(every: int | None) -> None:
    """Poll the feeds that are due, group the new articles, publish. Once, or again and again with --every.

    Example: aggregator run --every 15
    """
    config, db = place().config, place().db
    with only_poller(db):
        while True:
            started = time.monotonic()
            cycle(config, db)
            if every is None:
                return
            time.sleep(max(0.0, every * 60 - (time.monotonic() - started)))

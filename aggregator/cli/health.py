"""`health`: which feeds have fallen silent?"""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import datetime

import click

from aggregator.cli.common import existing_db, number, place_options, say, say_json
from aggregator.schedule import LONGEST
from aggregator.store.health import CONDITIONS, FALLEN_SILENT, FeedHealth, feed_health
from aggregator.times import duration_words, from_iso, utc_now


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print every feed as JSON, worst first.")
@place_options
def health(as_json: bool) -> None:
    """Tell which feeds have fallen silent, and since when; exit 1 when there are any, or when nobody polls.

    docs/polls.md says when a feed counts as silent, failing, dead or disabled. It reads the working database only.

    Example: aggregator health || mail -s "feeds have fallen silent" desk@tidewater.example
    """
    feeds = feed_health(existing_db())
    idle = idle_since(feeds, utc_now())
    if as_json:
        say_json({"idle_since": idle, "feeds": [dataclasses.asdict(feed) for feed in feeds]})
    else:
        _tell(feeds, idle)
    if idle or any(feed.condition in FALLEN_SILENT for feed in feeds):
        click.get_current_context().exit(1)


def idle_since(feeds: list[FeedHealth], now: datetime) -> str | None:
    """Returns the last poll where all feeds that are to be polled were due for a day: the poller does not run."""
    polled = [feed for feed in feeds if feed.next_poll]
    if not polled or any(from_iso(str(feed.next_poll)) > now - LONGEST for feed in polled):
        return None
    return max(feed.last_poll or "" for feed in polled)


def _tell(feeds: list[FeedHealth], idle: str | None) -> None:
    for feed in feeds:
        if feed.condition in FALLEN_SILENT:
            say(f"{feed.condition:9} {feed.url}  {what_is_wrong(feed)}")
    if idle:
        say(f"nothing was polled since {idle}: is `aggregator run --every 15` running?")
    counts = Counter(feed.condition for feed in feeds)
    said = ", ".join(f"{counts[name]:,} {name}" for name in CONDITIONS if counts[name])
    say(f"{number(len(feeds), 'feed')}{': ' if said else ''}{said}")


def what_is_wrong(feed: FeedHealth) -> str:
    """Says in one line why a feed brings nothing."""
    if feed.condition == "silent":
        usual = f", usually one every {duration_words(feed.gap)}" if feed.gap else ""
        return f"no new article since {feed.newest or 'ever'}{usual}"
    if feed.condition == "failing":
        return f"{feed.code} {number(feed.failures, 'time')} in a row since {feed.failing_since}"
    return feed.state_reason or ""

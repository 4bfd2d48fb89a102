"""`feeds discover`: the feeds of a page."""

from __future__ import annotations

from dataclasses import asdict

import click

from aggregator.cli.common import number, place, place_options, say, say_json
from aggregator.errors import UsageError
from aggregator.models import ANSWERED, FoundFeed
from aggregator.ratings import read_feeds, read_outlets, same_address
from aggregator.urls import canonical_url


@click.command("discover")
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@place_options
def discover_feeds(url: str, as_json: bool) -> None:
    """Find the feeds of the page at URL, and look whether each of them is one.

    A page names its feeds in <link rel="alternate">; where it names none, /feed/, /rss and /rss.xml of its host are
    tried. robots.txt is obeyed. Nothing is stored: put the address that you want into feeds.csv. Exit 1 if none is a
    feed.

    Example: aggregator feeds discover https://www.bbc.com/news
    """
    # Here: the other commands of the group need no crawler.
    from aggregator.crawl.contact import require_contact
    from aggregator.crawl.discovery import discover

    address = canonical_url(url if ":" in url else f"https://{url}")
    if not address:
        raise UsageError(f"{url!r} is no http or https address")
    config, db = place().config, place().db
    require_contact(config)
    found = discover(config, address, db=db)
    listed = {same_address(feed.url) for feed in read_feeds(config.files.feeds, read_outlets(config.files.outlets))}
    rows = [{**asdict(feed), "listed": same_address(feed.url) in listed} for feed in found]
    good = [feed for feed in found if feed.code in ANSWERED]
    if as_json:
        say_json(rows)
    else:
        for feed, row in zip(found, rows, strict=True):
            say(_found_line(feed, bool(row["listed"])))
        say(
            f"{number(len(good), 'feed')} found"
            + ("" if any(feed.named for feed in found) else "; the page names none")
        )
    if not good:
        raise SystemExit(1)


def _found_line(feed: FoundFeed, listed: bool) -> str:
    language = f"in {feed.language}" if feed.language else ""
    entries = number(feed.entries, "entry", "entries") if feed.version else ""
    told = filter(None, (feed.title, feed.version, entries, language, feed.message, "in feeds.csv" if listed else ""))
    return f"{feed.code:14} {feed.url}  ({', '.join(told)})"

"""`check`: are the configuration and the data files sound, and which feeds answer?"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, say, say_json
from aggregator.config import Config
from aggregator.crawl.contact import require_contact
from aggregator.crawl.run import crawl
from aggregator.errors import UsageError
from aggregator.models import ANSWERED
from aggregator.site.metadata import read_metadata as check_metadata
from aggregator.store.rights import rights_of
from aggregator.times import iso, utc_now
from aggregator.urls import without_credentials
from aggregator.workspace import check_provider, open_workspace, read_data_files


@click.command()
@click.option("--feeds", "ask_feeds", is_flag=True, help="Ask every feed, politely, and tell which answer.")
@click.option("--write", is_flag=True, help="With --feeds: set last_seen of those that answer, in feeds.csv.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def check(ask_feeds: bool, write: bool, as_json: bool) -> None:
    """Check the configuration and the data files; every bad row is told at once. With --feeds, ask the feeds too.

    Nothing is stored. Exit 1 if a file is bad; a feed that does not answer is told but is no error.

    Example: aggregator check --feeds
    """
    if write and not ask_feeds:
        raise UsageError("--write notes which feeds answered, so it goes with --feeds")
    config = place().config
    files = read_data_files(config)
    check_provider(config, files)
    check_metadata(config.files.metadata)
    if ask_feeds:
        require_contact(config)
    feeds = _ask(config, place().db) if ask_feeds else []
    if write:
        answered = {str(feed["url"]) for feed in feeds if feed["code"] in ANSWERED}
        write_last_seen(config.files.feeds, answered, iso(utc_now())[:10])
    feeds = [feed | {"url": without_credentials(str(feed["url"]))} for feed in feeds]
    if as_json:
        say_json({"outlets": len(files.outlets), "ratings": len(files.ratings), "feeds": feeds or len(files.feeds)})
        return
    counts = {"outlet": files.outlets, "rating": files.ratings, "feed": files.feeds}
    say(", ".join(number(len(rows), thing) for thing, rows in counts.items()))
    for feed in feeds:
        say(f"{feed['code'] or 'not polled':14} {feed['url']}{'  ' + str(feed['message']) if feed['message'] else ''}")
    if feeds:
        codes = Counter(str(feed["code"]) for feed in feeds)
        say(", ".join(f"{code}: {count}" for code, count in codes.most_common()))


def _ask(config: Config, working: Path) -> list[dict[str, object]]:
    """Polls each feed once into a throw-away database; returns url, code, status and message of each.

    What was removed from the working database is not asked for here either.
    """
    with tempfile.TemporaryDirectory(prefix="aggregator-check-") as folder:
        db = Path(folder) / "check.db"
        # Feeds only: whether an article's page can be read is not the question, and there are twenty of them a feed.
        config = replace(config, crawl=replace(config.crawl, pages_per_poll=0))
        with open_workspace(config, db) as workspace, workspace.store.transaction():
            workspace.store.rights.say("forget", _removed(working), "", iso(utc_now()))
            workspace.refusals.leave(workspace.store.feeds)
        crawl(config, db, {})
        with open_workspace(config, db) as workspace:
            return workspace.store.feeds.last_polls()


def _removed(working: Path) -> list[str]:
    rights = rights_of(working)
    return rights.removals() if rights else []


def write_last_seen(path: Path, answered: set[str], day: str) -> None:
    """Writes the day into last_seen of the feeds that answered; the rest of the file stays as it is."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    columns += [] if "last_seen" in columns else ["last_seen"]
    for row in rows:
        if row["url"] in answered:
            row["last_seen"] = day
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(buffer.getvalue(), encoding="utf-8")
    partial.replace(path)

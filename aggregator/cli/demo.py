"""`demo`: the whole main job on the demo newsroom, a dozen fictional outlets served on loopback."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from aggregator.cli.common import is_demo, place, place_options, say
from aggregator.cli.run import cycle
from aggregator.cli.serve import HOST, PORT, tell
from aggregator.config import Config, FilesConfig
from aggregator.errors import UsageError
from aggregator.site.serve import serve as serve_site
from aggregator.store import Store
from aggregator.store.lock import only_poller
from aggregator.store.publish import published_path
from aggregator.times import utc_now
from demo.newsroom import Newsroom
from demo.server import NewsroomServer

DEMO_DB = Path("data/demo.db")
PROVIDER = "Demo Panel"
CONTACT = "demo@aggregator.example"


@click.command()
@click.option("--once", is_flag=True, help="Do everything but serve.")
@click.option("--host", default=HOST, show_default=True, help="The address to serve at.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="The port to serve at.")
@partial(place_options, db=DEMO_DB)
def demo(once: bool, host: str, port: int) -> None:
    """Poll a fictional newsroom twice, group what it wrote, publish it and serve it. Needs no network.

    The database is made anew each time, for the newsroom's last day is always today.

    Example: aggregator demo --once --db /tmp/demo.db
    """
    db = place().db_named or DEMO_DB
    newsroom = Newsroom.load(utc_now())
    with tempfile.TemporaryDirectory(prefix="aggregator-demo-") as folder:
        with only_poller(db), NewsroomServer(newsroom) as server:
            _clear(db)
            config = _config(place().config, newsroom, server.port, Path(folder))
            _mark(db)
            for edition in (1, 2):
                say(f"Edition {edition} of the demo newsroom")
                server.edition = edition
                cycle(config, db, server.hosts)
        say("Every outlet, person and place in it is fictional.")
        if not once:
            metadata = config.files.metadata
            serve_site(published_path(db), metadata, host, port, tell, config.site)


def _config(config: Config, newsroom: Newsroom, port: int, folder: Path) -> Config:
    """The person's own configuration, with the newsroom's data files, its raters, and no need to wait on loopback."""
    texts = {"outlets": newsroom.outlets_csv(), "ratings": newsroom.ratings_csv(), "feeds": newsroom.feeds_csv(port)}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    files = FilesConfig(**{name: folder / f"{name}.csv" for name in texts}, metadata=config.files.metadata,
                        own_ratings=folder / "own-ratings.csv")  # fmt: skip
    return replace(
        config,
        files=files,
        site=replace(config.site, provider=PROVIDER),
        crawl=replace(config.crawl, contact=CONTACT, poll_minutes=0),
    )


def _mark(db: Path) -> None:
    store = Store.open(db)
    with store.transaction():
        store.reference.set_settings({"demo": 1})
    store.close()


def _clear(db: Path) -> None:
    """Removes the last demo's database; raises UsageError for any other file, which may be somebody's work."""
    if not db.exists():
        return
    if not is_demo(db):
        raise UsageError("holds something else than a demo; name another file with --db", db)
    for suffix in ("", "-wal", "-shm"):
        db.with_name(db.name + suffix).unlink(missing_ok=True)

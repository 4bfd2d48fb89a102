"""The demo newsroom, polled by the real crawl while the servers of the left are down, and again when they are back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from aggregator.cli.demo import PROVIDER
from aggregator.cli.run import cycle
from aggregator.config import Config, CrawlConfig, FilesConfig, SiteConfig
from aggregator.store.connection import open_readonly
from aggregator.store.publish import published_path
from aggregator.times import utc_now
from demo.newsroom import Newsroom
from demo.records import Response
from demo.server import NewsroomServer

LEFT = ("tidewater.example", "redlantern.example", "aldercourier.example", "openquay.example")


class Struck(Newsroom):
    """The newsroom with a power cut at the printers of the left."""

    def answer(self, host: str, path: str, edition: int, headers: Mapping[str, str]) -> Response:
        if edition == 1 and host.partition(":")[0] in LEFT and path != "/robots.txt":
            return Response(503, {"Content-Type": "text/plain"}, b"The power is out.\n")
        return super().answer(host, path, edition, headers)


def test_an_outage_turns_a_blindspot_into_not_known(tmp_path: Path) -> None:
    newsroom, db = Struck.load(utc_now()), tmp_path / "demo.db"
    with NewsroomServer(newsroom) as server:
        config = _config(newsroom, server.port, tmp_path)
        server.edition = 1
        cycle(config, db, server.hosts)
        assert _treasurer(db) == [("not known", 0, "http")]
        server.edition = 2
        cycle(config, db, server.hosts)
        assert _treasurer(db) == [("blindspot", 4, "http")]


def _treasurer(db: Path) -> list[tuple[object, ...]]:
    """The verdict on the left of the story of the treasurer, how many of its outlets were heard, and how one failed."""
    published = open_readonly(published_path(db))
    try:
        return published.execute(
            "select verdict, polled_outlets, (select poll.code from polls poll join feeds on feeds.id = poll.feed_id"
            " where url like '%redlantern%' order by poll.id limit 1) from blindspots"
            " where side = 'left' and story_id = (select story_id from story_articles join articles on id = article_id"
            " where url like '%dock-union-accounts%')"
        ).fetchall()
    finally:
        published.close()


def _config(newsroom: Newsroom, port: int, folder: Path) -> Config:
    texts = {"outlets": newsroom.outlets_csv(), "ratings": newsroom.ratings_csv(), "feeds": newsroom.feeds_csv(port)}
    files = FilesConfig()
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        files = replace(files, **{name: folder / f"{name}.csv"})
    return Config(
        files=files,
        site=SiteConfig(provider=PROVIDER),
        crawl=CrawlConfig(contact="test@aggregator.example", poll_minutes=0),
    )

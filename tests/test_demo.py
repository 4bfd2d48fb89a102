"""The whole main job on the demo newsroom, as `aggregator demo --once` does it: feeds in, published file out."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aggregator.grouping import GroupingConfig
from aggregator.grouping.copies import find_copies
from aggregator.models import Document
from aggregator.site.serve import make_app
from aggregator.times import utc_now
from demo.newsroom import Newsroom
from tests.site_fixtures import METADATA

ALL = 111  # articles of the newsroom, its three loose ones included


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The working database of one demo, with the published one attached as `published`."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "aggregator", "demo", "--once", "--db", str(folder / "demo.db")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, cwd=folder)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    connection = sqlite3.connect(folder / "demo.db")
    connection.execute("attach ? as published", [str(folder / "published" / "demo.db")])
    yield connection
    connection.close()


def test_every_feed_answered_both_times(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select code, count(*) from polls where code not in ('not_modified', 'unchanged') group by code"
    ).fetchall()
    assert [code for code, _ in rows] == ["ok"]
    assert demo.execute("select count(*) from polls").fetchone() == (30,)


def test_an_outlet_without_a_feed_is_read_by_its_sitemap(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select feed.kind, count(*), sum(published is not null), sum(body > ''), max(article.language)"
        " from articles article join outlets outlet on outlet.id = article.outlet_id"
        " join feeds feed on feed.outlet_id = outlet.id where outlet.domain = 'elmuelle.example'"
    ).fetchall()
    assert rows == [("sitemap", 5, 5, 5, "es")]
    codes = "select code from polls join feeds on feeds.id = feed_id where kind = 'sitemap' order by polls.id"
    assert demo.execute(codes).fetchall() == [("ok",), ("not_modified",)]


def test_all_articles_came_in_once(demo: sqlite3.Connection) -> None:
    assert demo.execute("select count(*) from articles").fetchone() == (ALL,)
    assert demo.execute("select count(*) from published.articles").fetchone() == (ALL,)


def test_a_machines_summary_is_its_outlets_through_its_carrier(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select outlet.domain, carrier, text_kind, printed.label from articles article"
        " join outlets outlet on outlet.id = article.outlet_id"
        " join printed_ratings printed on printed.article_id = article.id"
    ).fetchall()
    assert rows == [("halyard.example", "clipwell.example", "machine", "Lean Left")]


def test_changed_headlines_are_revisions(demo: sqlite3.Connection) -> None:
    assert demo.execute("select count(*) from revisions where field = 'title'").fetchone() == (3,)


def test_every_article_has_exactly_one_row_with_a_rating_of_the_demo_panel(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select provider, count(*), count(distinct article_id) from articles_with_bias group by 1"
    ).fetchall()
    assert rows == [("Demo Panel", ALL, ALL)]
    sides = dict(demo.execute("select side, count(*) from articles_with_bias group by side").fetchall())
    assert set(sides) == {"left", "center", "right", "unrated"}
    unrated = demo.execute("select distinct outlet from articles_with_bias where side = 'unrated'").fetchall()
    assert unrated == [("El Muelle",)]


def test_an_article_of_2021_has_the_rating_of_2021(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select distinct label, published < '2022' from articles_with_bias where domain = 'openquay.example'"
    ).fetchall()
    assert sorted(rows) == [("lean left", 0), ("left", 1)]


def test_an_opinion_piece_has_the_opinion_rating(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select distinct scope, label from articles_with_bias where domain = 'estmeretoday.example'"
    ).fetchall()
    assert sorted(rows) == [("news", "center"), ("opinion", "lean left")]


def test_stories_hold_one_event_and_copies_one_origin(demo: sqlite3.Connection) -> None:
    newsroom = Newsroom.load(utc_now())
    gold, copies = newsroom.gold(), newsroom.copies()
    events: dict[int, set[str]] = {}
    for url, story in demo.execute(
        "select url, story_id from story_articles join articles on articles.id = article_id"
    ):
        events.setdefault(story, set()).add(gold[bare(url)])
    assert [mixed for mixed in events.values() if len(mixed) > 1] == []
    found = dict(demo.execute(
        "select article.url, original.url from copies join origins on origins.id = copies.origin_id"
        " join articles article on article.id = copies.article_id"
        " join articles original on original.id = origins.representative_id where article.id <> original.id"
    ).fetchall())  # fmt: skip
    found = {bare(copy): bare(original) for copy, original in found.items()}
    retold = {one.address: one.retells[0] for one in newsroom.state(2).articles if one.retells}
    assert retold.items() <= found.items(), "a machine's summary is folded under what it sums up"
    found = {copy: found[copy] for copy in found.keys() - retold.keys()}
    assert found.items() <= copies.items()
    assert len(found) >= len(copies) - 1


@pytest.mark.parametrize("with_bodies", [True, False], ids=["with pages", "from feeds alone"])
def test_the_newsrooms_copies_are_found_with_and_without_texts(with_bodies: bool) -> None:
    newsroom = Newsroom.load(utc_now())
    shown = newsroom.state(2).articles
    documents = [
        Document(
            number, article.address, article.title, article.summary, "\n".join(article.body) if with_bodies else "",
            article.published.timestamp(), article.outlet, article.language,
        )
        for number, article in enumerate(shown)
    ]  # fmt: skip
    links = find_copies(documents, GroupingConfig())
    found = {shown[x.article].address: shown[x.representative].address for x in links if x.method != "itself"}
    assert found == newsroom.copies()


def test_the_two_events_that_a_side_left_out_are_blindspots(demo: sqlite3.Connection) -> None:
    rows = demo.execute("select side from published.blindspots where verdict = 'blindspot' order by side").fetchall()
    assert rows == [("left",), ("right",)]


def test_the_video_keeps_the_address_of_the_original(demo: sqlite3.Connection) -> None:
    rows = demo.execute(
        "select o.name, url like 'http://video.halyard.example:%/watch?v=%' from articles a"
        " join outlets o on o.id = a.outlet_id where kind = 'video'"
    ).fetchall()
    assert rows
    assert set(rows) == {("Halyard Television", 1)}


@pytest.mark.parametrize("junk", ["subscri", "newsletter", "Photo"])
def test_teasers_captions_and_second_articles_never_reach_a_body(demo: sqlite3.Connection, junk: str) -> None:
    rows = demo.execute(
        "select url from articles where url like '%reyk-surprises-with-cut%' and body like ?", [f"%{junk}%"]
    ).fetchall()
    assert rows == []


def test_a_second_demo_replaces_the_first_and_nothing_else(tmp_path: Path) -> None:
    other = tmp_path / "mine.db"
    connection = sqlite3.connect(other)
    connection.execute("create table work (x)")
    connection.close()
    command = [sys.executable, "-m", "aggregator", "demo", "--once", "--db", str(other)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert result.returncode == 2
    assert result.stderr == f"Error: {other}: holds something else than a demo; name another file with --db\n"
    assert other.exists()


def bare(url: str) -> str:
    """An address without scheme and port, as the newsroom's own truth has it."""
    host, _, path = url.partition("//")[2].partition("/")
    return f"{host.partition(':')[0]}/{path}"


def _run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aggregator", *words, "--db", str(folder / "demo.db")]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, cwd=folder)


def test_what_follows_leaves_the_demo_as_it_is(demo: sqlite3.Connection) -> None:
    """Its outlets, ratings and feeds stand in no file: another command would take the project's in their place."""
    folder = Path(demo.execute("select file from pragma_database_list where name = 'main'").fetchone()[0]).parent
    before = (folder / "published" / "demo.db").read_bytes()
    exported = _run("export", "story_bias", folder=folder)
    assert (exported.returncode, exported.stderr) == (0, "")
    refused = [_run(word, folder=folder) for word in ("publish", "group")]
    assert [one.returncode for one in refused] == [2, 2]
    assert all("holds the demo" in one.stderr for one in refused)
    assert (folder / "published" / "demo.db").read_bytes() == before
    assert demo.execute("select value from settings where key = 'provider'").fetchone() == ("Demo Panel",)


def test_the_demo_credits_nobody_who_never_rated_it(demo: sqlite3.Connection) -> None:
    published = Path(demo.execute("select file from pragma_database_list where name = 'published'").fetchone()[0])
    site = make_app(published, METADATA)
    for address in ("/", "/news"):
        page = asyncio.run(site.client.get(address))
        assert page.status_code == 200
        assert "allsides" not in page.text.lower(), address
    assert "All of it is made up." in asyncio.run(site.client.get("/news")).text

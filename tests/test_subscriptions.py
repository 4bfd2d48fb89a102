"""Lists of feeds that come in and go out: the rows that they leave in feeds.csv and outlets.csv."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.errors import DataFileError
from aggregator.leave_alone import LeaveAlone, LeftAlone
from aggregator.opml import OpmlFeed, OpmlList, read_opml
from aggregator.ratings import read_feeds, read_outlets
from aggregator.subscriptions import Plan, carry_out, export_list, plan_import
from aggregator.workspace import Workspace
from tests.test_cli import aggregator, done, fill

OUTLETS = """\
domain,other_domains,name,homepage,youtube
left.example,,The Left Post,,https://www.youtube.com/channel/UCleft
center.example,mitte.example,The Center,https://www.mitte.example/,
"""
FEEDS = """\
url,outlet,section,language,fetch_pages,last_seen
http://left.example/feed,left.example,news,en,1,2026-05
https://ada:secret@center.example/rss?a=1,center.example,"World, and more",de,0,
"""


@pytest.fixture
def files(config: Config) -> Config:
    config.files.outlets.write_text(OUTLETS, encoding="utf-8")
    config.files.feeds.write_text(FEEDS, encoding="utf-8")
    config.files.ratings.write_text(
        "domain,provider,scope,label,valid_from\nleft.example,AllSides,news,left,2019-10-18\n", encoding="utf-8"
    )
    return config


def planned(config: Config, *feeds: OpmlFeed) -> Plan:
    outlets = read_outlets(config.files.outlets)
    return plan_import(OpmlList("A list", feeds), outlets, read_feeds(config.files.feeds, outlets))


@pytest.mark.parametrize(
    ("feed", "row"),
    [
        pytest.param(OpmlFeed("http://left.example/2"), ("http://left.example/2", "left.example"), id="listed"),
        pytest.param(
            OpmlFeed("http://rss.mitte.example/2"), ("http://rss.mitte.example/2", "center.example"), id="another"
        ),
        pytest.param(OpmlFeed("feed://left.example/2"), ("http://left.example/2", "left.example"), id="feed:"),
        pytest.param(
            OpmlFeed("http://feeds.feedburner.com/x", homepage="https://mitte.example/news"),
            ("http://feeds.feedburner.com/x", "center.example"), id="delivered by another",
        ),
        pytest.param(
            OpmlFeed("http://evil.org/x", homepage="http://left.example/"), ("http://evil.org/x", "left.example"),
            id="an unknown host for a listed homepage",
        ),
        pytest.param(
            OpmlFeed("http://left.example/2", homepage="http://mitte.example/"),
            ("http://left.example/2", "left.example"), id="a listed host whatever the homepage",
        ),
        pytest.param(
            OpmlFeed("https://www.youtube.com/feeds/videos.xml?channel_id=UCleft"),
            ("https://www.youtube.com/feeds/videos.xml?channel_id=UCleft", "left.example"), id="a channel",
        ),
    ],
)  # fmt: skip
def test_whose_a_listed_feed_is(files: Config, feed: OpmlFeed, row: tuple[str, str]) -> None:
    plan = planned(files, feed)
    assert [(source.url, source.outlet) for source in plan.feeds] == [row]
    assert not plan.outlets


@pytest.mark.parametrize(
    ("feeds", "outlets"),
    [
        pytest.param([OpmlFeed("https://news.quay.org/rss", "Quay")], [("quay.org", "Quay")], id="its name"),
        pytest.param(
            [OpmlFeed("https://quay.org/1", "World"), OpmlFeed("https://quay.org/2", "Sport")],
            [("quay.org", "quay.org")], id="two feeds with two names",
        ),
        pytest.param([OpmlFeed("https://b.org/1", "The Left Post")], [("b.org", "b.org")], id="another's name"),
        pytest.param([OpmlFeed("https://b.org/1", "Left Post")], [("b.org", "b.org")], id="nearly another's"),
        pytest.param(
            [OpmlFeed("https://a.org/1", "Home"), OpmlFeed("https://b.org/1", "home")],
            [("a.org", "Home"), ("b.org", "b.org")], id="one name twice",
        ),
        pytest.param([OpmlFeed("https://a.org/1", "=1+1")], [("a.org", "a.org")], id="a formula"),
        pytest.param([OpmlFeed("https://a.org/1", "https://a.org/")], [("a.org", "a.org")], id="an address"),
        pytest.param([OpmlFeed("https://ada.wordpress.com/feed/", "Ada")], [("ada.wordpress.com", "Ada")], id="a blog"),
        pytest.param([OpmlFeed("https://medium.com/feed/@bo", "Bo")], [("medium.com/@bo", "Bo")], id="a writer"),
        pytest.param(
            [OpmlFeed(f"https://www.youtube.com/feeds/videos.xml?channel_id={name}", name) for name in ("UCa", "UCb")],
            [("youtube.com/channel/uca", "UCa"), ("youtube.com/channel/ucb", "UCb")], id="two channels",
        ),
        pytest.param(
            [OpmlFeed("http://feeds.feedburner.com/q", "Quay", "http://www.quay.org/")], [("quay.org", "Quay")],
            id="delivered by another",
        ),
    ],
)  # fmt: skip
def test_an_outlet_that_nobody_listed(files: Config, feeds: list[OpmlFeed], outlets: list[tuple[str, str]]) -> None:
    plan = planned(files, *feeds)
    assert [(outlet.domain, outlet.name) for outlet in plan.outlets] == outlets
    carry_out(plan, files.files)
    assert len(read_feeds(files.files.feeds, read_outlets(files.files.outlets))) == 2 + len(feeds)


@pytest.mark.parametrize(
    ("url", "known", "refused"),
    [
        pytest.param("https://www.left.example/feed/", 1, 0, id="another spelling"),
        pytest.param("http://left.example/feed?utm_source=opml", 1, 0, id="with tracking"),
        pytest.param("ftp://left.example/feed", 0, 1, id="no web address"),
        pytest.param("javascript:alert(1)", 0, 1, id="a script"),
        pytest.param("http://feeds.feedburner.com/x", 0, 1, id="nobody can tell whose"),
    ],
)
def test_what_is_not_added(files: Config, url: str, known: int, refused: int) -> None:
    plan = planned(files, OpmlFeed(url))
    assert (len(plan.feeds), len(plan.known), len(plan.refused)) == (0, known, refused)


def test_a_feed_that_stands_twice_in_a_list_is_added_once(files: Config) -> None:
    plan = planned(files, OpmlFeed("http://left.example/2"), OpmlFeed("https://www.left.example/2/"))
    assert [known.listed for known in plan.known] == ["http://left.example/2"]
    assert len(plan.feeds) == 1


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(FEEDS.encode(), id="as we write it"),
        pytest.param(b"\xef\xbb\xbf" + FEEDS.replace("\n", "\r\n").encode(), id="as a spreadsheet does"),
        pytest.param(FEEDS.rstrip("\n").encode(), id="without a last line end"),
        pytest.param(b"outlet,url\nleft.example,http://left.example/feed\n\n", id="fewer columns, in another order"),
    ],
)
def test_rows_are_added_at_the_end_and_what_is_there_stays(files: Config, written: bytes) -> None:
    files.files.feeds.write_bytes(written)
    carry_out(planned(files, OpmlFeed("http://left.example/2", language="fr", section="World")), files.files)
    data = files.files.feeds.read_bytes()
    assert data.startswith(written)
    assert data.endswith(b"\r\n" if b"\r\n" in written else b"\n")
    feeds = read_feeds(files.files.feeds, read_outlets(files.files.outlets))
    told = ("World", "fr") if b"section" in written else (None, None)
    assert (feeds[-1].url, feeds[-1].section, feeds[-1].language) == ("http://left.example/2", *told)


def test_a_file_that_would_be_bad_is_not_written(files: Config) -> None:
    plan = planned(files, OpmlFeed("http://left.example/2"))
    plan.feeds = [replace(plan.feeds[0], outlet="nobody.example")]
    with pytest.raises(DataFileError):
        carry_out(plan, files.files)
    assert files.files.feeds.read_text(encoding="utf-8") == FEEDS
    assert not [path for path in files.files.feeds.parent.iterdir() if path.suffix == ".partial"]


def test_a_link_to_the_file_stays_a_link(files: Config, tmp_path: Path) -> None:
    link = tmp_path / "linked.csv"
    link.symlink_to(files.files.feeds)
    carry_out(planned(files, OpmlFeed("http://left.example/2")), replace(files.files, feeds=link))
    assert link.is_symlink()
    assert files.files.feeds.read_text(encoding="utf-8").endswith("http://left.example/2,left.example,,,0,\n")


def test_an_exported_list_comes_back_as_it_was(files: Config) -> None:
    outlets = read_outlets(files.files.outlets)
    feeds = read_feeds(files.files.feeds, outlets)
    data = export_list(outlets, feeds)
    assert b"secret" not in data
    told = read_opml(data)
    assert (told.broken, len(told.feeds)) == ("", 2)
    plan = plan_import(told, outlets, [])
    without = {replace(feed, url=feed.url.replace("ada:secret@", ""), last_seen=None) for feed in feeds}
    assert (set(plan.feeds), plan.outlets, plan.refused) == (without, [], [])


KINDS = """\
url,outlet,section,language,fetch_pages,last_seen,kind
http://left.example/news.xml,left.example,,,0,,sitemap
http://left.example/world,left.example,world,en,1,,dw
"""


def test_sitemaps_and_section_pages_come_back_as_what_they_are(files: Config) -> None:
    files.files.feeds.write_text(KINDS, encoding="utf-8")
    outlets = read_outlets(files.files.outlets)
    feeds = read_feeds(files.files.feeds, outlets)
    told = read_opml(export_list(outlets, feeds))
    plan = plan_import(told, outlets, [])
    assert set(plan.feeds) == set(feeds)
    files.files.feeds.write_text(KINDS.splitlines(True)[0], encoding="utf-8")
    carry_out(plan, files.files)
    assert set(read_feeds(files.files.feeds, outlets)) == set(feeds)


def test_a_kind_that_the_file_has_no_column_for_is_not_lost(files: Config) -> None:
    with pytest.raises(DataFileError, match="kind"):
        carry_out(planned(files, OpmlFeed("http://left.example/news.xml", kind="sitemap")), files.files)
    assert files.files.feeds.read_text(encoding="utf-8") == FEEDS


def test_who_asked_to_be_left_alone_is_not_added(files: Config) -> None:
    outlets = read_outlets(files.files.outlets)
    alone = LeaveAlone([LeftAlone("mitte.example", "2026-11-01", "asked by mail")], outlets)
    entries = (
        OpmlFeed("http://center.example/2"),
        OpmlFeed("http://feeds.feedburner.com/x", homepage="http://mitte.example/"),
    )
    plan = plan_import(OpmlList("A list", entries), outlets, [], alone)
    assert (plan.feeds, [one.why for one in plan.refused]) == (
        [],
        ["left alone since 2026-11-01 (leave-alone.csv)"] * 2,
    )


def test_no_password_is_printed(tmp_path: Path) -> None:
    folder = fill(tmp_path)
    (folder / "mine.opml").write_text(
        LIST.format('<outline text="P" xmlUrl="https://ada:secret@left.example/private"/>')
    )
    done(folder, "feeds", "import", "mine.opml")
    assert "ada:secret@" in (folder / "feeds.csv").read_text()
    for words in (["list"], ["list", "--json"], ["import", "mine.opml"], ["import", "mine.opml", "--json"]):
        assert "secret" not in done(folder, "feeds", *words)


def test_what_was_imported_is_polled(files: Config, open_db: Callable[[], Workspace]) -> None:
    carry_out(planned(files, OpmlFeed("https://quay.org/rss", "Quay Courier")), files.files)
    workspace = open_db()
    due = [feed.url for feed in workspace.store.feeds.due("2026-11-03T12:00:00Z")]
    assert "https://quay.org/rss" in due


LIST = '<opml version="1.0"><body><outline text="Q &amp; A" xmlUrl="https://quay.org/rss"/>{}</body></opml>'


def test_a_list_on_the_command_line(tmp_path: Path) -> None:
    folder = fill(tmp_path)
    (folder / "mine.opml").write_text(LIST.format('<outline text="Old" xmlUrl="http://left.example/feed/"/>'))
    before = (folder / "feeds.csv").read_bytes()
    told = done(folder, "feeds", "import", "mine.opml", "--dry-run")
    assert "1 would be added, 1 there already, 0 not taken; 1 new outlet" in told
    assert (folder / "feeds.csv").read_bytes() == before
    assert "1 added" in done(folder, "feeds", "import", "mine.opml")
    assert "https://quay.org/rss" in done(folder, "feeds", "list", "--outlet", "quay.org")
    done(folder, "feeds", "export", "out.opml")
    again = json.loads(done(folder, "feeds", "import", "out.opml", "--json"))
    assert (again["found"], len(again["known"]), again["feeds"], again["outlets"]) == (5, 5, [], [])


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        pytest.param(["import", "none.opml"], 1, "Error: none.opml: there is no such file", id="no file"),
        pytest.param(["import", "in.csv"], 1, "Error: in.csv: it is no OPML list: it has no <opml>", id="no list"),
        pytest.param(["export", "no/where.opml"], 1, "Error: no: there is no such folder", id="no folder"),
        pytest.param(["list", "--outlet", "left.exampel"], 1, 'did you mean "left.example"?', id="no outlet"),
        pytest.param(["discover", "mailto:x@y.example"], 2, "is no http or https address", id="no address"),
        pytest.param(["import"], 2, "Missing argument 'FILE'", id="a word too few"),
    ],
)
def test_one_clear_line_for_what_is_wrong(tmp_path: Path, words: list[str], code: int, message: str) -> None:
    run = aggregator(fill(tmp_path), "feeds", *words)
    assert (run.returncode, run.stdout) == (code, "")
    assert message in run.stderr


def test_a_page_that_is_not_there_on_the_command_line(tmp_path: Path) -> None:
    folder = fill(tmp_path)
    run = aggregator(folder, "feeds", "discover", "nobody.example")
    assert (run.returncode, run.stdout.split()[:2]) == (1, ["dns", "https://nobody.example/"])
    found = json.loads(aggregator(folder, "feeds", "discover", "http://nobody.example/rss", "--json").stdout)
    assert [(row["code"], row["named"], row["listed"]) for row in found] == [("dns", True, False)]

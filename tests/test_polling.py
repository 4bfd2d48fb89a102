"""Schedules in the database: they survive a restart, a move, a clock set back, and an older version's file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from aggregator.config import Config
from aggregator.errors import NotFoundError
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.store import Store
from aggregator.store.connection import open_database
from aggregator.store.hosts import Host
from aggregator.store.schema import migrations
from aggregator.times import iso
from aggregator.workspace import Workspace
from tests.conftest import FEEDS, Clock

LEFT, NEW = "http://left.example/feed", "http://left.example/rss.xml"
DRAFT = ArticleDraft(DraftKind.FEED, "http://left.example/a", "http://left.example/a", "Harbour bill passes", "g1")


def polled(workspace: Workspace, code: PollCode = PollCode.OK, feed: int = 1, **told: object) -> None:
    workspace.ingest().poll(replace(FeedPoll(feed, workspace.clock(), code), **told))


def due(workspace: Workspace) -> list[int]:
    """The feeds that a run now would poll, as the crawl's desk asks for them."""
    with workspace.store.transaction():
        workspace.store.feeds.pull_in(workspace.clock())
    return sorted(feed.id for feed in workspace.store.feeds.due(iso(workspace.clock())))


def rows(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(sql).fetchall()


def test_a_schedule_survives_a_restart(open_db: Callable[[], Workspace], clock: Clock) -> None:
    first = open_db()
    polled(first, PollCode.RATE_LIMITED, retry_after=3 * 3600)
    before = first.store.feeds.schedule(1)
    second = open_db()
    assert second.store.feeds.schedule(1) == before
    clock.forward(hours=2, minutes=59)
    assert 1 not in due(second)
    clock.forward(minutes=1)
    assert 1 in due(second)


@pytest.mark.parametrize(
    "back",
    [timedelta(minutes=40), timedelta(hours=12), timedelta(days=1), timedelta(days=4000)],
    ids=["by forty minutes", "by half a day", "by a day", "by eleven years"],
)
def test_a_clock_set_back_starves_no_feed(workspace: Workspace, clock: Clock, back: timedelta) -> None:
    for feed in (1, 2, 3, 4):
        polled(workspace, feed=feed)
    assert due(workspace) == []
    clock.now -= back
    assert due(workspace) == []  # it was asked just now
    clock.forward(minutes=15)
    assert due(workspace) == [1, 2, 3, 4]


def test_a_clock_set_back_breaks_no_promise(workspace: Workspace, clock: Clock) -> None:
    polled(workspace, PollCode.RATE_LIMITED, retry_after=7200)
    clock.now -= timedelta(days=1)
    assert 1 not in due(workspace)
    clock.forward(minutes=119)
    assert 1 not in due(workspace)
    clock.forward(minutes=1)
    assert 1 in due(workspace)


def dump(workspace: Workspace, tables: Sequence[str]) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(workspace, f"select * from [{table}]") for table in tables}


@pytest.mark.parametrize("code", [PollCode.NOT_MODIFIED, PollCode.UNCHANGED])
def test_nothing_new_writes_nothing_but_the_poll(workspace: Workspace, clock: Clock, code: PollCode) -> None:
    polled(workspace, drafts=(DRAFT,), etag='"1"', body_hash="h")
    tables = [name for name in workspace.store.db.table_names() if name not in ("polls", "feeds", "runs")]
    unscheduled = "select id, url, outlet_id, etag, last_modified, body_hash, state, newest, gap from feeds"
    before = dump(workspace, tables), rows(workspace, unscheduled)
    clock.forward(hours=1)
    polled(workspace, code, etag='"1"', body_hash="h")
    assert (dump(workspace, tables), rows(workspace, unscheduled)) == before
    assert rows(workspace, "select code, new, fresh from polls") == [("ok", 1, 1), (code, 0, 0)]


def test_an_article_that_another_feed_brought_first_is_news_of_this_feed(workspace: Workspace, clock: Clock) -> None:
    polled(workspace, drafts=(DRAFT,))
    clock.forward(hours=1)
    polled(workspace, feed=2, drafts=(DRAFT,))
    assert rows(workspace, "select new, unchanged, fresh from polls") == [(1, 0, 1), (0, 1, 1)]
    assert workspace.store.feeds.schedule(2).newest == clock()


# -- States


def test_a_feed_that_is_gone_is_not_polled_until_somebody_enables_it(
    open_db: Callable[[], Workspace], clock: Clock
) -> None:
    workspace = open_db()
    polled(workspace, PollCode.GONE)
    clock.forward(days=400)
    assert 1 not in due(open_db())
    assert rows(workspace, "select state, state_reason, next_poll from feeds where id = 1") == [
        ("disabled", "410 Gone on 2026-11-03: it will not come back", None)
    ]
    assert workspace.store.feeds.enable(LEFT) == LEFT
    assert 1 in due(workspace)
    assert rows(workspace, "select state, state_reason, failures from feeds where id = 1") == [("active", None, 0)]


def test_a_dead_feed_is_polled_weekly_and_may_rise(workspace: Workspace, clock: Clock) -> None:
    for _ in range(10):
        polled(workspace, PollCode.NOT_FOUND)
    clock.forward(days=6, hours=23)
    assert 1 not in due(workspace)
    clock.forward(hours=1)
    assert 1 in due(workspace)
    polled(workspace, PollCode.NOT_MODIFIED)
    clock.forward(minutes=15)
    assert 1 in due(workspace)


def test_a_row_taken_out_of_the_file_and_put_back_begins_anew(open_db: Callable[[], Workspace], config: Config) -> None:
    polled(open_db(), PollCode.GONE)
    config.files.feeds.write_text("".join(line for line in FEEDS.splitlines(True) if "left" not in line))
    assert rows(open_db(), "select state, state_reason from feeds where id = 1") == [("unlisted", "not in feeds.csv")]
    config.files.feeds.write_text(FEEDS)
    assert 1 in due(open_db())


@pytest.mark.parametrize(
    ("url", "message"),
    [
        pytest.param("http://nobody.example/feed", "there is no such feed", id="unknown"),
        pytest.param(LEFT, "it is not in feeds.csv", id="unlisted"),
    ],
)
def test_what_cannot_be_enabled(workspace: Workspace, url: str, message: str) -> None:
    with workspace.store.transaction():
        workspace.store.db.execute("update feeds set state = 'unlisted' where id = 1")
    with pytest.raises(NotFoundError, match=message):
        workspace.store.feeds.enable(url)


# -- Kinds


def test_a_feed_that_is_read_in_another_way_is_polled_at_once_and_changes_nothing(
    open_db: Callable[[], Workspace], config: Config, clock: Clock
) -> None:
    polled(open_db(), drafts=(DRAFT,))
    polled(open_db(), PollCode.NOT_A_FEED)
    rewritten = "".join(
        f"{line},{kind}\n" for line, kind in zip(FEEDS.splitlines(), ("kind", "sitemap", "", "", ""), strict=True)
    )
    config.files.feeds.write_text(rewritten)
    workspace = open_db()
    assert 1 in due(workspace)
    assert rows(workspace, "select failures, failing_since, kind from feeds where id = 1") == [(0, None, "sitemap")]
    polled(workspace, drafts=(replace(DRAFT, title="The headline of the sitemap", summary=None, guid=DRAFT.url),))
    assert rows(workspace, "select title from articles") == [(DRAFT.title,)]
    assert rows(workspace, "select count(*) from revisions") == [(0,)]


# -- Moves


def move(workspace: Workspace, clock: Clock, target: str = NEW) -> None:
    for _ in range(3):
        polled(workspace, drafts=(DRAFT,), moved_to=target)
        clock.forward(days=1)


def test_a_feed_that_moved_is_the_same_feed(open_db: Callable[[], Workspace], config: Config, clock: Clock) -> None:
    move(open_db(), clock)
    config.files.feeds.write_text(FEEDS + "http://unrated.example/feed,unrated.example,news,en,0,\n")
    workspace = open_db()  # takes feeds.csv in again, which has the old address still
    assert rows(workspace, "select id, url, state from feeds where url like '%left%'") == [(1, NEW, "active")]
    assert rows(workspace, "select feed_id, article_id from sightings") == [(1, 1)]
    assert rows(workspace, "select url, feed_id from feed_addresses") == [(LEFT, 1)]
    assert [feed.url for feed in workspace.store.feeds.due(iso(clock())) if feed.id == 1] == [NEW]
    assert workspace.store.feeds.enable(LEFT) == NEW
    config.files.feeds.write_text(FEEDS.replace(LEFT, NEW))
    assert rows(open_db(), "select id, url, state from feeds where url like '%left%'") == [(1, NEW, "active")]


def test_of_two_rows_that_mean_one_feed_the_first_counts(
    open_db: Callable[[], Workspace], config: Config, clock: Clock
) -> None:
    move(open_db(), clock)
    config.files.feeds.write_text(FEEDS + f"{NEW},left.example,,,1,\n")  # a list of another reader has the new address
    told = rows(open_db(), "select id, section, language, fetch_pages from feeds where url like '%left%'")
    assert told == [(1, "news", "en", 0)]


def test_a_feed_that_moves_back_has_its_old_address(workspace: Workspace, clock: Clock) -> None:
    move(workspace, clock)
    move(workspace, clock, LEFT)
    assert rows(workspace, "select url from feeds where id = 1") == [(LEFT,)]
    assert rows(workspace, "select url, feed_id from feed_addresses") == [(NEW, 1)]


def test_an_address_that_another_feed_holds_is_not_taken(workspace: Workspace, clock: Clock) -> None:
    move(workspace, clock, "http://center.example/feed")
    assert rows(workspace, "select url from feeds where id = 1") == [(LEFT,)]


def test_a_password_stays_with_its_host(workspace: Workspace, clock: Clock) -> None:
    with workspace.store.transaction():
        workspace.store.db.execute("update feeds set url = 'http://ada:pw@left.example/feed' where id = 1")
    move(workspace, clock)
    assert rows(workspace, "select url from feeds where id = 1") == [("http://ada:pw@left.example/rss.xml",)]
    move(workspace, clock, "http://elsewhere.example/rss.xml")
    assert rows(workspace, "select url from feeds where id = 1") == [("http://elsewhere.example/rss.xml",)]


# -- Hosts


def test_what_a_host_asked_for_is_kept(open_db: Callable[[], Workspace], clock: Clock) -> None:
    later = clock() + timedelta(hours=1)
    hosts = [
        Host("http://a.example", 200, b"User-agent: *\n", clock(), later),
        Host("http://b.example", held_at=clock(), held_until=later),
    ]
    first = open_db()
    with first.store.transaction():
        first.store.hosts.keep(hosts)
        first.store.hosts.keep(hosts)
    stored = open_db().store.hosts
    assert [stored.get(host.origin) for host in hosts] == hosts
    assert stored.get("http://c.example") == Host("http://c.example")


# -- A file of the version before


def older_file(path: Path) -> None:
    """A database as the version before this one left it: two feeds, one that answered and one that fails."""
    db = Database(sqlite3.connect(path))
    db.execute("pragma foreign_keys = on")
    migrations.apply(db, stop_before="0006_polling")
    with db.atomic():
        db.execute("insert into outlets (id, domain, name) values (1, 'left.example', 'The Left Post')")
        db.execute(
            "insert into feeds (id, url, outlet_id, etag, next_poll, failures, state) values"
            " (3, 'http://left.example/a', 1, '\"1\"', '2026-11-03T12:13:30Z', 0, 'active'),"
            " (7, 'http://left.example/b', 1, null, '2026-11-03T12:13:30Z', 2, 'active'),"
            " (8, 'http://left.example/c', 1, null, null, 0, 'unlisted')"
        )
        db.execute(
            "insert into polls (feed_id, at, code, new) values (3, '2026-11-03T11:00:00Z', 'ok', 4),"
            " (3, '2026-11-03T12:00:00Z', 'not_modified', 0), (7, '2026-11-03T11:00:00Z', 'dns', 0),"
            " (7, '2026-11-03T12:00:00Z', 'dns', 0)"
        )
        db.execute(
            "insert into articles (id, url, original_url, outlet_id, title, first_seen, last_seen, title_from)"
            " values (1, 'u', 'u', 1, 'T', '2026-11-03T11:00:00Z', '2026-11-03T11:00:00Z', 'feed')"
        )
        db.execute("insert into sightings values (3, 'g', 1, '2026-11-03T11:00:00Z', '2026-11-03T11:00:00Z')")
    db.close()


def test_a_database_of_the_version_before_is_migrated_with_its_rows(tmp_path: Path) -> None:
    older_file(tmp_path / "news.db")
    db = open_database(tmp_path / "news.db", busy_seconds=1)
    with contextlib.closing(db):
        assert db.execute(
            "select id, etag, next_poll, failures, state, last_good, newest, failing_since, missing from feeds"
        ).fetchall() == [
            (3, '"1"', "2026-11-03T12:13:30Z", 0, "active", "2026-11-03T12:00:00Z", "2026-11-03T11:00:00Z", None, 0),
            (7, None, "2026-11-03T12:13:30Z", 2, "active", None, None, "2026-11-03T11:00:00Z", 0),
            (8, None, None, 0, "unlisted", None, None, None, 0),
        ]
        assert db.execute("select count(*) from polls join feeds on feeds.id = feed_id").fetchone() == (4,)
        assert db.execute("select feed_id, guid from sightings").fetchall() == [(3, "g")]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        with pytest.raises(sqlite3.IntegrityError), db.atomic():
            db.execute("delete from feeds where id = 3")
        with pytest.raises(sqlite3.IntegrityError), db.atomic():
            db.execute("update feeds set state = 'resting' where id = 3")
    assert (tmp_path / "news.db.before-0006_polling").exists()


def test_a_migrated_feed_is_due_as_it_was(tmp_path: Path) -> None:
    older_file(tmp_path / "news.db")
    store = Store.open(tmp_path / "news.db")
    with contextlib.closing(store):
        assert [feed.id for feed in store.feeds.due("2026-11-03T12:13:30Z")] == [3, 7]
        with store.transaction():
            store.feeds.pull_in(datetime.fromisoformat("2026-11-03T12:00:00+00:00"))
        assert [feed.id for feed in store.feeds.due("2026-11-03T12:13:30Z")] == [3, 7]

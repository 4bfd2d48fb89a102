"""Cases 41 to 44: a database that is locked, a disk that is full, two pollers, and an end in the middle."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import pickle
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from aggregator.config import StoreConfig
from aggregator.crawl.worker import environment
from aggregator.errors import CrawlError, DiskFullError
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.workspace import Workspace
from tests.conftest import FEEDS, OUTLETS, RATINGS, Clock
from tests.faults import good
from tests.scripted_site import Answer, Manner, ScriptedSite, Seen
from tests.test_crawl import XML, Desk, desk, rss, wait_for
from tests.test_faults_parsing import slow_feed


def counts(polled: Desk) -> dict[str, int]:
    tables = ("articles", "sightings", "polls", "revisions")
    return {table: polled.rows(f"select count(*) from {table}")[0][0] for table in tables}


def is_sound(db: Path) -> bool:
    with contextlib.closing(sqlite3.connect(db)) as connection:
        told = [connection.execute(f"pragma {check}_check").fetchall() for check in ("integrity", "foreign_key")]
    return told == [[("ok",)], []]


# -- 41: locked


@pytest.fixture
def locked(site: ScriptedSite, tmp_path: Path) -> tuple[Desk, sqlite3.Connection]:
    """A database that another process takes for itself when its feed is asked for."""
    url = site.put("locked.example/feed", good("locked", "Locked"))
    polled = desk(tmp_path, site, [url])
    other = sqlite3.connect(polled.db, check_same_thread=False, isolation_level=None)

    def taken(seen: Seen) -> Answer:
        other.execute("begin immediate")
        return good("locked", "Locked")

    site.answers["locked.example/feed"] = taken
    return polled, other


def test_case_41_a_lock_that_lasts_is_one_clear_error_and_nothing_half_written(
    locked: tuple[Desk, sqlite3.Connection],
) -> None:
    polled, other = locked
    polled.config = dataclasses.replace(polled.config, store=StoreConfig(busy_seconds=1.0))
    with pytest.raises(CrawlError) as caught:
        polled.crawl()
    other.close()

    assert str(caught.value) == f"{polled.db}: another process is writing to it; try again when it has ended"
    assert caught.value.exit_code == 1
    assert set(counts(polled).values()) == {0}
    assert is_sound(polled.db)


def test_case_41_a_lock_that_ends_is_waited_for(locked: tuple[Desk, sqlite3.Connection], site: ScriptedSite) -> None:
    polled, other = locked

    def release() -> None:
        wait_for(lambda: other.in_transaction)
        time.sleep(0.5)
        other.rollback()

    releasing = threading.Thread(target=release)
    releasing.start()
    report = polled.crawl()
    releasing.join()
    other.close()

    assert (report.reason, counts(polled)["articles"]) == ("finished", 1)


def test_case_41_a_lock_is_waited_for_half_a_minute() -> None:
    assert StoreConfig().busy_seconds == 30.0


# -- 42: full


def poll_of(count: int, clock: Clock, etag: str) -> FeedPoll:
    drafts = tuple(
        ArticleDraft(DraftKind.FEED, f"http://left.example/{n}", f"http://left.example/{n}", f"Headline {n}",
                     guid=str(n), body="Text of the article. " * 200)
        for n in range(count)
    )  # fmt: skip
    return FeedPoll(1, clock.now, PollCode.OK, etag=etag, drafts=drafts)


def test_case_42_a_full_disk_loses_the_poll_and_nothing_else(workspace: Workspace, clock: Clock) -> None:
    ingest, db = workspace.ingest(), workspace.store.db
    ingest.poll(poll_of(1, clock, '"first"'))
    (pages,) = db.execute("pragma page_count").fetchone()
    db.execute(f"pragma max_page_count = {pages + 20}")
    with pytest.raises(DiskFullError, match="the disk is full; free some space and run the command again") as caught:
        ingest.poll(poll_of(100, clock, '"second"'))

    assert caught.value.exit_code == 3
    kept = db.execute("select (select count(*) from articles), etag from feeds where id = 1").fetchone()
    assert kept == (1, '"first"')
    db.execute("pragma max_page_count = 1000000")
    clock.now += timedelta(hours=1)
    assert ingest.poll(poll_of(100, clock, '"second"')).new == 99
    assert is_sound(workspace.store.path)


# Runs on a disk of its own, which is full and then is not. Mounting one takes a namespace in which we are root.
ON_A_SMALL_DISK = """
import json, pickle, sqlite3, subprocess, sys
from aggregator.crawl.run import crawl
from aggregator.errors import AggregatorError
folder, config, hosts = pickle.load(sys.stdin.buffer)
told = {}
for name, size in (("full", "size=1m"), ("again", "remount,size=64m")):
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", str(folder)], check=True)
    try:
        told[name] = [0, str(crawl(config, folder / "news.db", hosts).new)]
    except AggregatorError as error:
        told[name] = [error.exit_code, str(error)]
    connection = sqlite3.connect(folder / "news.db")
    for query in ("pragma integrity_check", "select count(*) from runs"):
        told[name].append(connection.execute(query).fetchone()[0])
print(json.dumps(told))
"""


def test_case_42_a_crawl_on_a_full_disk_ends_with_3_and_the_next_one_completes(
    site: ScriptedSite, tmp_path: Path
) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk of their own")
    items = rss(*["Headline"] * 9).replace("<guid>", f"<description>{'A long text. ' * 20_000}</description><guid>")
    polled = desk(tmp_path / "desk", site, [site.put("large.example/feed", Answer(items, headers=XML))])
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-P", "-c", ON_A_SMALL_DISK],
        input=pickle.dumps((disk, polled.config, polled.hosts)),
        env=environment(), capture_output=True, check=True, timeout=300,
    )  # fmt: skip

    told = json.loads(done.stdout)
    full = f"{disk / 'news.db'}: the disk is full; free some space and run the command again"
    assert told == {"full": [3, full, "ok", 1], "again": [0, "9", "ok", 2]}


# -- 43: two pollers

HOLDER = """
import sys
from pathlib import Path
from aggregator.store.lock import only_poller
with only_poller(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_case_43_a_second_poller_ends_at_once_and_names_the_first(tmp_path: Path) -> None:
    for name, text in (("outlets.csv", OUTLETS), ("ratings.csv", RATINGS), ("feeds.csv", FEEDS)):
        (tmp_path / name).write_text(text)
    (tmp_path / "aggregator.toml").write_text(
        '[files]\noutlets = "outlets.csv"\nratings = "ratings.csv"\nfeeds = "feeds.csv"\n'
        '[crawl]\ncontact = "a@desk.example"\n'
    )
    command = [sys.executable, "-P", "-c", HOLDER, "data/news.db"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as first:
        assert first.stdin
        assert first.stdout
        assert first.stdout.readline() == b"held\n"
        second = subprocess.run(
            [sys.executable, "-P", "-m", "aggregator", "run"],
            cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        first.stdin.close()

    assert (second.returncode, second.stdout) == (4, "")
    assert second.stderr.splitlines()[-1] == f"Error: data/news.db: already running, pid {first.pid}"
    assert not (tmp_path / "data/news.db").exists()


# -- 44: told to stop

CYCLE = """
import pickle, signal, sys
from aggregator.cli import _stop
from aggregator.cli.run import cycle
signal.signal(signal.SIGTERM, _stop)
cycle(*pickle.load(sys.stdin.buffer))
"""
# Seconds in which it has to end: it takes one, and gives a child up to 5; a busy machine takes longer.
BOUND = 60


@pytest.mark.parametrize(
    "busy",
    [
        pytest.param(lambda site: Answer(manner=Manner.HANG), id="case_44_while_a_server_hangs"),
        pytest.param(lambda site: Answer(slow_feed(), headers=XML), id="case_44_while_a_feed_is_parsed"),
    ],
)
def test_sigterm_ends_a_cycle_soon_and_keeps_what_was_finished(
    site: ScriptedSite, tmp_path: Path, busy: Callable[[ScriptedSite], Answer]
) -> None:
    urls = [site.put("done.example/feed", good("done", "Done")), site.put("busy.example/feed", busy(site))]
    polled = desk(tmp_path, site, urls, timeout=300.0, parse_timeout=300.0)
    with subprocess.Popen(
        [sys.executable, "-P", "-c", CYCLE], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment()
    ) as cycle:
        assert cycle.stdin
        cycle.stdin.write(pickle.dumps((polled.config, polled.db, polled.hosts)))
        cycle.stdin.close()
        wait_for(lambda: polled.db.exists() and site.hits("busy.example/feed") and "done" in polled.polls())
        cycle.send_signal(signal.SIGTERM)
        assert cycle.wait(BOUND) == 128 + signal.SIGTERM

    assert polled.rows("select title from articles") == [("Done",)]
    assert polled.rows("select outcome from runs where kind = 'poll'") == [("failed: CrawlError",)]
    assert is_sound(polled.db)

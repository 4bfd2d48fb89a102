"""A backup is whole, of one moment and checked, or it is not there; a restore loses nothing of what it replaces."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import namedtuple
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aggregator.cli import main
from aggregator.errors import (
    AlreadyRunningError,
    DiskFullError,
    NotFoundError,
    SchemaTooNewError,
    StoreError,
    StoreLockedError,
)
from aggregator.store import Store
from aggregator.store.backup import back_up, backups_of, restore, rotate
from aggregator.store.lock import only_poller
from tests.site_fixtures import ROOT, build

NOW = datetime(2026, 11, 23, 4, 5, tzinfo=UTC)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("to-save")
    build(folder)
    return folder / "news.db"


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    shutil.copy(built, tmp_path / "news.db")
    return tmp_path / "news.db"


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table' order by 1").fetchall()
        return {name: connection.execute(f"select * from [{name}] order by 1, 2").fetchall() for (name,) in names}


def write(path: Path, sql: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextlib.contextmanager
def writer(db: Path) -> Iterator[threading.Event]:
    """Writes pairs of rows, each pair in one transaction, until the end; the event says that it has begun."""
    begun, over = threading.Event(), threading.Event()

    def work() -> None:
        store = Store.open(db)
        number = 0
        while not over.is_set():
            with store.transaction():
                store.db.execute("insert into settings values (?, 'x')", [f"one{number}"])
                store.db.execute("insert into settings values (?, 'x')", [f"two{number}"])
            number += 1
            begun.set()
        store.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        assert begun.wait(60)
        yield begun
    finally:
        over.set()
        thread.join()


def test_a_backup_during_writes_is_of_one_moment_and_comes_back_as_it_was(db: Path, tmp_path: Path) -> None:
    with writer(db):
        made = back_up(db, tmp_path / "saved.db")
    saved = rows(tmp_path / "saved.db")
    pairs = [key for key, _ in saved["settings"] if str(key).startswith(("one", "two"))]
    assert pairs
    assert len(pairs) % 2 == 0
    assert (made.articles, made.stories) == (len(saved["articles"]), len(saved["stories"]) - 1)  # one was merged
    latest = rows(db)
    restored = restore(tmp_path / "saved.db", db, NOW)
    assert rows(db) == saved
    assert restored.kept is not None
    assert rows(restored.kept) == latest
    Store.open(db).close()


def test_what_stands_only_in_the_log_is_saved(db: Path, tmp_path: Path) -> None:
    store = Store.open(db)
    with store.transaction():
        store.db.execute("insert into settings values ('late', 'x')")
    assert db.with_name("news.db-wal").stat().st_size
    back_up(db, tmp_path / "saved.db")
    store.close()
    assert ("late", "x") in rows(tmp_path / "saved.db")["settings"]


def test_a_backup_is_one_file_with_the_rights_of_the_database(db: Path, tmp_path: Path) -> None:
    db.chmod(0o600)
    back_up(db, tmp_path / "saved" / "a.db")
    assert names(tmp_path / "saved") == ["a.db"]
    assert (tmp_path / "saved" / "a.db").stat().st_mode & 0o777 == 0o600


_SLOW = """
import sys, time
from pathlib import Path
from aggregator.store import backup, copying
copying._PAGES_AT_ONCE = 4
backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), lambda done, all: (print(done, flush=True), time.sleep(1)))
"""


def test_a_backup_that_is_killed_leaves_nothing_that_looks_like_one(db: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved" / "a.db"
    command = [sys.executable, "-c", _SLOW, str(db), str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert not target.exists()
    assert len(names(target.parent)) == 1
    back_up(db, target)
    assert names(target.parent) == ["a.db"]


def test_one_that_is_interrupted_leaves_nothing(db: Path, tmp_path: Path) -> None:
    def interrupt(done: int, pages: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(db, tmp_path / "saved" / "a.db", interrupt)
    assert names(tmp_path / "saved") == []


def damage(path: Path) -> None:
    """Overwrites a page in the middle, as a bad disk does."""
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)


def test_a_damaged_database_is_not_saved_over_the_good_ones(db: Path, tmp_path: Path) -> None:
    damage(db)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        back_up(db, tmp_path / "saved" / "a.db")
    assert not (tmp_path / "saved").exists() or names(tmp_path / "saved") == []


def test_nothing_is_overwritten(db: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("dear")
    with pytest.raises(StoreError, match="overwrites nothing"):
        back_up(db, tmp_path / "letter.db")
    assert (tmp_path / "letter.db").read_text() == "dear"


def test_a_full_disk_is_told_before_anything_is_written(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(100, 99, 1))
    with pytest.raises(DiskFullError, match=r"needs . MB and the disk has 0 MB") as caught:
        back_up(db, tmp_path / "saved" / "a.db")
    assert caught.value.exit_code == 3
    assert names(tmp_path / "saved") == []


def test_only_backups_of_this_database_give_way_to_newer_ones(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    days = [f"news-2026-11-{day}T040500Z.db" for day in (19, 20, 21, 22)]
    others = ["other-2026-11-01T040500Z.db", "news-before-the-move.db", "news-2026-11-01.db", "notes.txt"]
    for name in (*days, *others):
        (folder / name).touch()
    assert [path.name for path in rotate(db, folder, 2)] == days[1::-1]
    assert names(folder) == sorted([*days[2:], *others])
    assert [path.name for path in backups_of(db, folder)] == days[:1:-1]


def newer(path: Path) -> None:
    write(path, "insert into _sqlite_migrations (migration_set, name, applied_at) values ('aggregator', '9999_x', '')")


def foreign(path: Path) -> None:
    path.unlink()
    write(path, "create table letters (x)")


def letter(path: Path) -> None:
    path.write_text("dear " * 1000)


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        pytest.param(newer, SchemaTooNewError, r"newer version .*\(9999_x\); update first", id="of a newer version"),
        pytest.param(foreign, StoreError, "is not a working database", id="somebody else's"),
        pytest.param(letter, StoreError, "is not a database", id="no database"),
        pytest.param(damage, StoreError, "damaged|malformed", id="damaged"),
        pytest.param(Path.unlink, NotFoundError, "there is no such database", id="not there"),
    ],
)
def test_what_can_not_be_trusted_is_not_put_back(
    db: Path, tmp_path: Path, spoil: object, error: type[Exception], said: str
) -> None:
    before = rows(db)
    back_up(db, tmp_path / "saved.db")
    assert callable(spoil)
    spoil(tmp_path / "saved.db")
    with pytest.raises(error, match=said):
        restore(tmp_path / "saved.db", db, NOW)
    assert rows(db) == before
    assert set(names(tmp_path)) <= {"news.db", "news.db.lock", "saved.db"}


def test_the_published_copy_is_no_backup(built: Path, db: Path) -> None:
    with pytest.raises(StoreError, match="is not a working database"):
        restore(built.parent / "published" / "news.db", db, NOW)


def test_the_database_itself_is_no_backup(db: Path) -> None:
    with pytest.raises(StoreError, match="is the working database itself"):
        restore(db, db, NOW)


def test_nothing_is_put_under_a_running_poller(db: Path, tmp_path: Path) -> None:
    back_up(db, tmp_path / "saved.db")
    with only_poller(db), pytest.raises(AlreadyRunningError, match=f"already running, pid {os.getpid()}"):
        restore(tmp_path / "saved.db", db, NOW)


@pytest.mark.parametrize("reads", [pytest.param(True, id="reads"), pytest.param(False, id="writes")])
def test_nothing_is_put_under_a_process_that_has_it_open(db: Path, tmp_path: Path, reads: bool) -> None:
    back_up(db, tmp_path / "saved.db")
    store = Store.open(db)
    store.db.execute("select * from articles" if reads else "begin immediate").fetchone()
    before = rows(db)
    with pytest.raises(StoreLockedError, match="another process has it open"):
        restore(tmp_path / "saved.db", db, NOW)
    store.close()
    assert rows(db) == before


def test_a_log_that_was_left_behind_does_not_get_into_what_is_put_back(db: Path, tmp_path: Path) -> None:
    back_up(db, tmp_path / "saved.db")
    store = Store.open(db)
    with store.transaction():
        store.db.execute("insert into settings values ('late', 'x')")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{db}{suffix}", f"{crashed / 'news.db'}{suffix}")
    store.close()
    (crashed / "news.db").write_bytes(b"\0" * 8192)  # the database is gone, its log is there
    done = restore(tmp_path / "saved.db", crashed / "news.db", NOW)
    assert rows(crashed / "news.db") == rows(tmp_path / "saved.db")
    assert names(crashed) == [
        "news.db", "news.db.before-restore-2026-11-23T040500Z", "news.db.before-restore-2026-11-23T040500Z-wal",
        "news.db.lock",
    ]  # fmt: skip
    assert done.kept == crashed / "news.db.before-restore-2026-11-23T040500Z"


def test_a_backup_comes_back_on_a_machine_that_has_nothing(db: Path, tmp_path: Path) -> None:
    back_up(db, tmp_path / "saved.db")
    done = restore(tmp_path / "saved.db", tmp_path / "fresh" / "data" / "news.db", NOW)
    assert rows(tmp_path / "fresh" / "data" / "news.db") == rows(db)
    assert (done.kept, done.behind, done.forgotten) == (None, False, ())


def test_what_was_taken_out_since_is_named(db: Path, tmp_path: Path) -> None:
    back_up(db, tmp_path / "saved.db")
    forgot = "insert into overrides (at, act, kind, value, undone) values ('2026-11-23T00:00:00Z', 1, 'forget', {}, {})"
    for value, undone in (("'article:a3'", "null"), ("'hash:abc'", "null"), ("'article:a4'", "'2026-11-23T01:00:00Z'")):
        write(db, forgot.format(value, undone))
    assert restore(tmp_path / "saved.db", db, NOW).forgotten == ("a3",)


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    captured = capsys.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


def test_by_the_command_line(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "backup", "--db", db)
    (made,) = (tmp_path / "backups").iterdir()
    assert (code, err) == (0, "")
    assert out == f"{made}: 27 articles, 7 stories, {made.stat().st_size:,} bytes, checked\n"
    write(db, "delete from sightings")
    assert said(capsys, "--db", db, "backup", tmp_path / "x.db", "--keep", "2")[0] == 2
    told = json.loads(said(capsys, "--db", db, "backup", tmp_path / "safe", "--keep", "2", "--json")[1])
    assert (told["articles"], told["schema"][:4] >= "0011", told["removed"]) == (27, True, [])
    with only_poller(db):
        assert said(capsys, "restore", "--db", db, made)[0] == 4
    code, out, err = said(capsys, "restore", "--db", db, made)
    assert (code, err) == (0, "")
    assert out.startswith(f"{db}: 27 articles, 7 stories\nwhat stood there is kept: {db}.before-restore-")
    assert out.endswith("readers see it after `aggregator publish`\n")


def test_without_a_database_there_is_nothing_to_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "backup", "--db", tmp_path / "none.db")
    assert (code, "there is no such database" in err) == (1, True)
    assert names(tmp_path) == []

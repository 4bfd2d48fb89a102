"""A working database of every schema there was opens here: nothing stored is lost, and what it was stands beside it."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from aggregator.cli import cli
from aggregator.errors import DiskFullError, SchemaTooNewError
from aggregator.store import Store
from aggregator.store.backup import back_up, restore
from aggregator.store.publish import publish
from aggregator.store.schema import migration_names
from tests.schemas.make import FOLDER, write_dump
from tests.test_backup import NOW, Usage

DUMPS = sorted(FOLDER.glob("*.sql"))
OLDER = DUMPS[:-1]
# What a migration changes on purpose, besides adding columns: 0006 tells a feed's state from its polls, 0011 drops two.
DERIVED = {"feeds": {"interval", "last_good", "newest", "failing_since"}, "polls": {"fresh"}}
DROPPED = {"files_hash", "blindspot_max_p"}

Rows = dict[str, list[dict[str, object]]]


def loaded(dump: Path, folder: Path) -> Path:
    """Makes the database that a dump is of, as it stood on a disk then: in WAL mode."""
    path = folder / "news.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.executescript(dump.read_text(encoding="utf-8"))
    return path


def rows(path: Path) -> Rows:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute(
            "select name from sqlite_master where type = 'table' and name not like '\\_sqlite%' escape '\\'"
        )
        return {
            name: [dict(row) for row in connection.execute(f"select * from [{name}] order by 1, 2")]
            for (name,) in tables
        }


def stored(found: Rows, like: Rows) -> Rows:
    """What of some rows another version knows too, without what a migration has changed on purpose."""
    known = {table: set(some[0]) - DERIVED.get(table, set()) for table, some in like.items() if some}
    kept = {table: [{c: row[c] for c in row if c in known[table]} for row in found[table]] for table in known}
    kept["settings"] = [row for row in kept["settings"] if row["key"] not in DROPPED]
    return kept


def test_every_schema_has_its_dump() -> None:
    assert [dump.stem for dump in DUMPS] == [name[:4] for name in migration_names()], (
        "a migration is released with its dump: python -m tests.schemas.make"
    )


@pytest.mark.parametrize("dump", DUMPS, ids=[dump.stem for dump in DUMPS])
def test_every_table_of_a_dump_has_a_row(dump: Path, tmp_path: Path) -> None:
    assert all(rows(loaded(dump, tmp_path)).values())


def test_the_newest_dump_is_of_the_schema_as_it_is(tmp_path: Path) -> None:
    made = rows(loaded(write_dump(tmp_path), tmp_path))
    (tmp_path / "news.db").unlink()
    assert rows(loaded(DUMPS[-1], tmp_path)) == made


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A database of an older schema, opened here once; `before` are its rows as they were."""

    path: Path
    before: Rows
    first: str


@pytest.fixture(scope="module", params=DUMPS, ids=[dump.stem for dump in DUMPS])
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Upgraded:
    path = loaded(request.param, tmp_path_factory.mktemp("upgraded"))
    before = rows(path)
    Store.open(path).close()
    later = migration_names()[DUMPS.index(request.param) + 1 :]
    return Upgraded(path, before, later[0] if later else "")


def test_nothing_that_was_stored_is_lost(upgraded: Upgraded) -> None:
    assert stored(rows(upgraded.path), like=upgraded.before) == stored(upgraded.before, like=upgraded.before)
    with contextlib.closing(sqlite3.connect(upgraded.path)) as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_every_view_is_read(upgraded: Upgraded) -> None:
    with contextlib.closing(sqlite3.connect(upgraded.path)) as connection:
        for (view,) in connection.execute("select name from sqlite_master where type = 'view'").fetchall():
            connection.execute(f"select * from [{view}]").fetchall()


def test_it_has_the_schema_of_a_new_database(upgraded: Upgraded, tmp_path: Path) -> None:
    Store.open(tmp_path / "new.db").close()
    assert columns(upgraded.path) == columns(tmp_path / "new.db")


def test_what_it_was_stands_beside_it(upgraded: Upgraded) -> None:
    copies = list(upgraded.path.parent.glob("news.db.before-*"))
    assert [copy.name for copy in copies] == ([f"news.db.before-{upgraded.first}"] if upgraded.first else [])
    assert [rows(copy) for copy in copies] == [upgraded.before for _ in copies]


def columns(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Maps each table to its columns, and each index to its table: name, type, whether it may be empty, key."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select name, type, tbl_name from sqlite_master where type in ('table', 'index')")
        told: dict[str, set[tuple[object, ...]]] = {}
        for name, kind, table in found.fetchall():
            described = connection.execute("select name, type, [notnull], pk from pragma_table_xinfo(?)", [name])
            told[name] = set(described.fetchall()) if kind == "table" else {(table,)}
        return told


@pytest.mark.parametrize("dump", [OLDER[0], OLDER[-1]], ids=["the first", "the last but one"])
def test_the_whole_is_published(dump: Path, tmp_path: Path) -> None:
    path = loaded(dump, tmp_path)
    Store.open(path).close()
    report = publish(path, summary_characters=300)
    assert (report.articles, report.stories) == (4, 2)


def test_the_operator_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = loaded(OLDER[-1], tmp_path)
    Store.open(path).close()
    assert f"{path} is of an older version" in caplog.text
    assert f"news.db.before-{migration_names()[-1]} has it as it was" in caplog.text
    caplog.clear()
    Store.open(path).close()
    assert caplog.text == ""


def test_the_poller_tells_what_it_brings_up_to_date(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = loaded(OLDER[-1], tmp_path)
    (tmp_path / "feeds.csv").write_text("url,outlet,section,language,fetch_pages\n")
    place = tmp_path / "aggregator.toml"
    place.write_text('[crawl]\ncontact = "desk@news.example"\n[files]\nfeeds = "feeds.csv"\n')
    told = CliRunner().invoke(cli, ["--config", str(place), "--db", str(path), "run"])
    assert told.exit_code == 0, told.output
    assert f"news.db.before-{migration_names()[-1]} has it as it was" in caplog.text


@pytest.mark.parametrize("dump", [OLDER[0], OLDER[-1]], ids=["the first", "the last but one"])
def test_a_backup_of_an_older_version_is_put_back_and_brought_up_to_date(dump: Path, tmp_path: Path) -> None:
    path = loaded(dump, tmp_path)
    before = rows(path)
    back_up(path, tmp_path / "saved.db")
    Store.open(path).close()
    done = restore(tmp_path / "saved.db", path, NOW)
    assert (done.behind, rows(path)) == (True, before)
    Store.open(path).close()
    assert columns(path) == columns(tmp_path / "news.db")


def test_a_disk_without_room_for_the_copy_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = loaded(OLDER[-1], tmp_path)
    before = rows(path)
    monkeypatch.setattr("shutil.disk_usage", lambda place: Usage(100, 99, 1))
    with pytest.raises(DiskFullError, match="free some space"):
        Store.open(path)
    assert rows(path) == before
    assert not list(tmp_path.glob("news.db.before*"))


_OPEN = (
    "import sys; from pathlib import Path; from aggregator.store import Store; Store.open(Path(sys.argv[1])).close()"
)


@pytest.mark.parametrize("dump", [OLDER[0], OLDER[-1]], ids=["the first", "the last but one"])
def test_a_poller_and_a_site_that_start_together_do_not_both_upgrade_it(dump: Path, tmp_path: Path) -> None:
    path = loaded(dump, tmp_path)
    before = rows(path)
    both = [subprocess.Popen([sys.executable, "-c", _OPEN, str(path)], stderr=subprocess.PIPE, text=True) for _ in "12"]
    said = [process.communicate(timeout=300)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(text.count("is of an older version") for text in said) == [0, 1]
    assert stored(rows(path), like=before) == stored(before, like=before)


def test_a_newer_schema_is_refused_with_one_line_and_left_alone(tmp_path: Path) -> None:
    path = loaded(DUMPS[-1], tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('aggregator', '9999_later', '')"
        )
    before = rows(path)
    with pytest.raises(SchemaTooNewError, match="newer version of this program") as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert rows(path) == before

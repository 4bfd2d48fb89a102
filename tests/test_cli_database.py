"""Which database a command works on, makes or leaves alone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from aggregator.cli import COMMANDS
from tests.test_cli import aggregator, done, folder, grouped

__all__ = ["folder", "grouped"]

MAKE_A_DATABASE = {"demo", "run", "import", "restore"}
USE_NONE = {"check", "evaluate", "extract", "feeds", "parse-feed", "ratings"}
WORK_ON_ONE = {
    "group": [], "brief": ["1"], "generate": ["1", "--model", "none", "--dry-run"], "explain": ["1"],
    "merge": ["1", "2"], "split": ["1", "a2"], "pin": ["a1", "2"], "storyline": ["merge", "1", "2"],
    "unpin": ["a1"], "undo": [], "outlet": ["a1", "left.example"], "topic": ["a1", "sport"],
    "forget": ["a1"], "purge": [], "revisions": [],
    "publish": [], "serve": [], "export": ["articles"], "feeds": ["enable", "http://left.example/f"], "health": [],
    "snapshot": [], "digest": [], "export-site": ["kept"], "backup": [],
}  # fmt: skip


def test_each_command_makes_a_database_or_works_on_one_or_needs_none() -> None:
    assert MAKE_A_DATABASE | USE_NONE | WORK_ON_ONE.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", WORK_ON_ONE)
def test_a_misspelt_database_is_told_and_not_made(grouped: Path, command: str) -> None:
    before = sorted(grouped.rglob("*"))
    result = aggregator(grouped, command, *WORK_ON_ONE[command], "--db", "typo/none.db")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: typo/none.db: there is no such database; make one with `aggregator import` or `aggregator run`\n"
    )
    assert sorted(grouped.rglob("*")) == before


@pytest.mark.parametrize(
    ("command", "default"),
    [pytest.param("demo", "data/demo.db", id="demo"), pytest.param("run", "data/news.db", id="run")],
)
def test_a_command_tells_its_own_default_database(folder: Path, command: str, default: str) -> None:
    told = " ".join(done(folder, command, "--help").split())
    assert f"--db FILE The working database. [default: {default}]" in told


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "group")
    (folder / "data/news.vectors.db").unlink(missing_ok=True)
    before = contents(folder)
    done(folder, "group", "--rebuild", "--dry-run")
    assert contents(folder) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Gives every file but the lock, which says who held it last."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_row_that_a_later_one_replaces_is_told(folder: Path) -> None:
    (folder / "twice.csv").write_text("title,url\nOld,http://left.example/9\nNew,http://left.example/9\n")
    for counts in ("1 new, 0 revised, 0 unchanged", "0 new, 0 revised, 1 unchanged"):
        result = aggregator(folder, "import", "twice.csv")
        assert result.stdout == f"2 rows: {counts}, 0 bad\n"
        assert result.stderr == "twice.csv: 1 row left out, for a later row has the same article\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["explain", "1"], 0, id="explain"),
        pytest.param(["revisions"], 0, id="revisions"),
        pytest.param(["merge", "1", "2"], 2, id="merge"),
        pytest.param(["group"], 2, id="group"),
    ],
)
def test_the_demo_is_looked_up_and_not_changed(grouped: Path, tmp_path: Path, arguments: list[str], code: int) -> None:
    """Its outlets and ratings stand in no file: those of the project would take their place."""
    place = Path(shutil.copytree(grouped, tmp_path / "demo"))
    with contextlib.closing(sqlite3.connect(place / "data/news.db")) as db, db:
        db.execute("insert into settings (key, value) values ('demo', '1')")
        db.execute("update settings set value = 'of the demo' where key = 'files_hash'")
    result = aggregator(place, *arguments)
    assert (result.returncode, "holds the demo" in result.stderr) == (code, code != 0)
    with contextlib.closing(sqlite3.connect(place / "data/news.db")) as db:
        assert db.execute("select value from settings where key = 'files_hash'").fetchone() == ("of the demo",)

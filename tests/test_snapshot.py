"""A snapshot is an edition that can be cited: named by its hash, whole, the same twice, with nothing private in it."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from aggregator import __version__, snapshots
from aggregator.cli import main
from aggregator.errors import NotFoundError, StoreError
from aggregator.ratings import read_outlets, read_ratings
from aggregator.site.serve import make_app
from aggregator.snapshots import (
    find_snapshot,
    list_snapshots,
    read_snapshot,
    servable,
    take_snapshot,
    wrong_files,
)
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.workspace import Workspace
from tests.pages_of_ours import DATASETTE, PAGES, PROBLEMS
from tests.site_fixtures import METADATA, NOW, ROOT, build

FILES = {"news.db", "ratings.csv", "methodology.md", "glossary.md", "schema.md", "accuracy.md", "NOTICE", "LICENSE",
         "LICENCES.txt", "README.txt", "datasette-metadata.json", "manifest.json"}  # fmt: skip
SECRET = "House of Whispers"


def hidden_ratings(working: Path) -> None:
    """Plants a private provider and its rating into a working database."""
    store = Store.open(working)
    with store.transaction():
        store.db.execute("insert into providers (name, private) values (?, 1)", [SECRET])
        store.db.execute(
            "insert into ratings (outlet_id, provider, scope, label, lean, valid_from)"
            " values (1, ?, 'news', 'whispered', 1, '2020-01-01')",
            [SECRET],
        )
    store.close()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cited")
    build(folder)
    hidden_ratings(folder / "news.db")
    return publish(folder / "news.db", summary_characters=300).path


@pytest.fixture(scope="module")
def taken(published: Path) -> Path:
    folder = published.parent.parent / "snapshots"
    return folder / take_snapshot(published, METADATA, folder)[0].name


@pytest.fixture
def loose(taken: Path, tmp_path: Path) -> Path:
    """A copy of the snapshot whose files can be written."""
    copy = tmp_path / taken.name
    shutil.copytree(taken, copy)
    for path in copy.iterdir():
        path.chmod(0o644)
    return copy


def test_it_is_the_published_file_under_its_date_and_hash(published: Path, taken: Path) -> None:
    digest = hashlib.sha256(published.read_bytes()).hexdigest()
    assert taken.name == f"2026-11-22-{digest[:8]}"
    assert (taken / "news.db").read_bytes() == published.read_bytes()
    assert {path.name for path in taken.iterdir()} == FILES
    assert all(path.stat().st_mode & 0o222 == 0 for path in taken.iterdir())
    assert [path.name for path in taken.parent.iterdir()] == [taken.name]


def test_its_manifest_proves_it(published: Path, taken: Path) -> None:
    told = read_snapshot(taken)
    assert told.files == {
        name: hashlib.sha256((taken / name).read_bytes()).hexdigest() for name in FILES - {"manifest.json"}
    }
    with contextlib.closing(sqlite3.connect(published)) as connection:
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        rows = {name: connection.execute(f"select count(*) from [{name}]").fetchone()[0] for name in tables
                if "_fts" not in name and not name.startswith("sqlite_")}  # fmt: skip
    assert told.rows == rows
    assert (told.made, told.run, told.run_kind, told.program) == ("2026-11-22T11:45:00Z", 1, "group", __version__)


def test_its_ratings_are_those_of_the_edition_in_the_form_that_the_program_reads(
    workspace: Workspace, tmp_path: Path
) -> None:
    published = publish(workspace.store.path, summary_characters=300).path
    snapshot, _ = take_snapshot(published, METADATA, tmp_path / "snapshots")
    files = workspace.config.files
    outlets = read_outlets(files.outlets)
    ratings = set(read_ratings(tmp_path / "snapshots" / snapshot.name / "ratings.csv", outlets))
    assert ratings == set(read_ratings(files.ratings, outlets))
    assert snapshot.name.startswith("undated-")


def test_nothing_private_is_in_it(taken: Path) -> None:
    for path in taken.iterdir():
        assert SECRET.encode() not in path.read_bytes(), path.name
        assert b"nobody else's business" not in path.read_bytes(), path.name


def test_it_says_how_to_read_cite_and_serve_it_and_on_what_terms(taken: Path) -> None:
    readme, told = (taken / "README.txt").read_text(), read_snapshot(taken)
    for words in (taken.name, told.files["news.db"], "sqlite3 news.db", "aggregator serve --snapshot", told.made):
        assert words in readme
    assert max(map(len, readme.splitlines())) <= 120
    assert "CC BY-NC 4.0" in (taken / "LICENCES.txt").read_text()


def test_the_same_edition_twice_is_one_folder(published: Path, taken: Path, tmp_path: Path) -> None:
    again, was_there = take_snapshot(published, METADATA, taken.parent)
    assert (again, was_there) == (read_snapshot(taken), True)
    assert [path.name for path in taken.parent.iterdir()] == [taken.name]
    assert take_snapshot(published, METADATA, tmp_path)[1] is False
    assert all((tmp_path / taken.name / name).read_bytes() == (taken / name).read_bytes() for name in FILES)


def test_one_that_fails_leaves_nothing(published: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        take_snapshot(published, tmp_path / "none.json", tmp_path / "snapshots")
    assert list((tmp_path / "snapshots").iterdir()) == []


def test_what_a_killed_one_left_is_cleared_away_and_never_listed(published: Path, tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], stdout=subprocess.PIPE, check=True)
    left = tmp_path / f".snapshot.{int(ended.stdout)}.partial"
    left.mkdir()
    (left / "news.db").write_text("half")
    assert list_snapshots(tmp_path) == []
    taken, _ = take_snapshot(published, METADATA, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [taken.name]


def test_another_edition_under_the_same_name_is_not_touched(published: Path, loose: Path) -> None:
    told = json.loads((loose / "manifest.json").read_text())
    told["files"]["news.db"] = "0" * 64
    (loose / "manifest.json").write_text(json.dumps(told))
    with pytest.raises(StoreError, match="holds another edition"):
        take_snapshot(published, METADATA, loose.parent)
    assert read_snapshot(loose).files["news.db"] == "0" * 64


def test_verify_finds_what_is_not_as_it_was(taken: Path, loose: Path) -> None:
    assert wrong_files(taken, read_snapshot(taken)) == []
    with (loose / "news.db").open("rb+") as file:
        file.seek(5000)
        file.write(b"x")
    (loose / "NOTICE").unlink()
    (loose / "extra.txt").touch()
    assert wrong_files(loose, read_snapshot(loose)) == [
        "news.db: is not as it was, its SHA-256 is another",
        "NOTICE: is missing",
        "extra.txt: is not of this snapshot",
    ]


@pytest.mark.parametrize("how", ["name", "start of the name", "folder"])
def test_it_is_found_and_its_pages_are_served(taken: Path, how: str) -> None:
    asked = {"name": taken.name, "start of the name": taken.name[:12], "folder": str(taken)}[how]
    folder = servable(taken.parent, asked)
    assert folder == taken
    site = make_app(folder / "news.db", folder / "datasette-metadata.json", clock=lambda: NOW)
    assert asyncio.run(site.client.get("/story/1")).status_code == 200
    assert wrong_files(taken, read_snapshot(taken)) == []


@pytest.fixture(scope="module")
def sites(published: Path, taken: Path) -> tuple[Any, Any]:
    snapshot = read_snapshot(taken)
    kept = make_app(taken / "news.db", taken / "datasette-metadata.json", clock=lambda: NOW, snapshot=snapshot)
    return kept, make_app(published, METADATA, clock=lambda: NOW)


EVERY = {**PAGES, **PROBLEMS, **DATASETTE}


@pytest.mark.parametrize("path", EVERY.values(), ids=EVERY)
def test_every_page_of_a_snapshot_says_that_it_is_one_and_no_other_does(
    sites: tuple[Any, Any], taken: Path, path: str
) -> None:
    kept, site = (asyncio.run(one.client.get(path)).text for one in sites)
    told = read_snapshot(taken)
    text = " ".join(re.sub("<[^>]+>", "", kept).split())
    assert text.count(
        f"This is a snapshot, {told.name}: the edition of 2026-11-22 11:45:00 UTC as it was kept, SHA-256"
        f" {told.files['news.db']}. Newer coverage is not in it."
    ) == 1, text[-900:]  # fmt: skip
    assert "This is a snapshot" not in site


def test_the_command_serves_it_so(taken: Path) -> None:
    command = [sys.executable, "-m", "aggregator", "serve", "--snapshot", str(taken), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = re.search(r"http://\S+", process.stdout.readline())
        assert url is not None
        assert f"This is a snapshot</strong>, {taken.name}:" in httpx.get(url[0], timeout=60).text
        process.terminate()


def test_a_snapshot_whose_file_is_another_does_not_go_by_its_hash(loose: Path, published: Path) -> None:
    snapshot = replace(read_snapshot(loose), files={"news.db": "0" * 64})
    site = make_app(published, METADATA, clock=lambda: NOW, snapshot=snapshot)
    digest = site.get_database("news").fingerprint.result(timeout=60)
    page = asyncio.run(site.client.get("/health")).text
    assert digest in page
    assert "0" * 64 not in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("2026-11-2", r"no snapshot|names \d", id="none"),
        pytest.param("letters", "is no snapshot", id="odd"),
    ],
)
def test_what_is_no_snapshot_is_named(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        find_snapshot(tmp_path, name)


def test_one_of_another_version_says_who_can_serve_it(loose: Path) -> None:
    told = json.loads((loose / "manifest.json").read_text()) | {"layout": "of old", "program": "0.0.9"}
    (loose / "manifest.json").write_text(json.dumps(told))
    with pytest.raises(StoreError, match=r"was made by version 0\.0\.9 .* serve it with that version, or") as caught:
        servable(loose.parent, loose.name)
    assert "\n" not in str(caught.value)


def test_what_another_version_published_is_not_taken(published: Path, tmp_path: Path) -> None:
    shutil.copy(published, tmp_path / "old.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "old.db")) as connection, connection:
        connection.execute("update settings set value = 'of old' where key = 'layout'")
    with pytest.raises(StoreError, match="was published by another version"):
        take_snapshot(tmp_path / "old.db", METADATA, tmp_path / "snapshots")
    assert list_snapshots(tmp_path / "snapshots") == []


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    captured = capsys.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


def test_by_the_command_line(published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = tmp_path / "news.db"  # a published file without a working one is taken as it is
    (tmp_path / "published").mkdir()
    shutil.copy(published, tmp_path / "published" / "news.db")
    assert said(capsys, "snapshot", "--db", db, "--list")[1].startswith("no snapshots in ")
    code, out, err = said(capsys, "--db", db, "snapshot")
    (folder,) = (tmp_path / "snapshots").iterdir()
    assert (code, err) == (0, "")
    assert out.startswith(f"{folder}: 27 articles, ")
    assert said(capsys, "snapshot", "--db", db)[1] == out.strip() + "; already there\n"
    assert said(capsys, "snapshot", "--list", "--db", db)[1].startswith(f"{folder.name}  27 articles, ")
    assert [one["name"] for one in json.loads(said(capsys, "snapshot", "--list", "--json", "--db", db)[1])] == [
        folder.name
    ]
    assert said(capsys, "snapshot", "verify", folder.name, "--db", db)[:2] == (
        0, f"{folder}: all 11 files are as they were, sha256 {read_snapshot(folder).files['news.db']}\n",
    )  # fmt: skip
    (folder / "NOTICE").chmod(0o644)
    (folder / "NOTICE").write_text("other")
    code, _, err = said(capsys, "snapshot", "verify", folder, "--db", db)
    assert (code, err) == (1, f"{folder}/NOTICE: is not as it was, its SHA-256 is another\n")
    assert said(capsys, "serve", "--snapshot", "1999", "--db", db)[0] == 1


def test_what_it_ships_is_there() -> None:
    assert all((snapshots.ROOT / name).is_file() for name in snapshots._SHIPPED)
    with (snapshots.ROOT / "ratings.csv").open(newline="", encoding="utf-8") as file:
        assert tuple(next(csv.reader(file))) == snapshots.RATING_COLUMNS


def test_its_help_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert "verify  Tell whether a snapshot is as it was." in said(capsys, "snapshot", "--help")[1]

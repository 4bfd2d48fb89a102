"""An export names the snapshot that it is from, and is the same, byte by byte, whenever it is made of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aggregator.errors import StoreError, UsageError
from aggregator.export import Format, Manifest, export
from tests.site_fixtures import build

NAMES = ("articles", "ratings", "articles_with_bias_by_provider", "story_bias_by_provider", "story_members",
         "rating_changes", "blindspots", "story_timeline")  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = build(tmp_path_factory.mktemp("exported"))
    return path


def made(published: Path, name: str, out: Path, form: Format = "csv") -> tuple[Manifest, bytes]:
    manifest = export(published, name, out, form, lambda rows: None)
    return manifest, out.read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_same_export_is_equal_byte_by_byte(published: Path, tmp_path: Path, name: str, form: Format) -> None:
    first, bytes_first = made(published, name, tmp_path / f"one.{form}", form)
    again, bytes_again = made(published, name, tmp_path / f"two.{form}", form)
    elsewhere = tmp_path / "elsewhere" / "renamed.db"
    elsewhere.parent.mkdir()
    shutil.copy(published, elsewhere)
    moved, bytes_moved = made(elsewhere, name, tmp_path / f"three.{form}", form)
    assert bytes_first == bytes_again == bytes_moved
    assert first.sha256 == again.sha256 == moved.sha256 == hashlib.sha256(bytes_first).hexdigest()
    assert first.source_sha256 == moved.source_sha256 == hashlib.sha256(published.read_bytes()).hexdigest()


def test_rows_stand_in_the_order_of_the_key_whatever_order_the_file_has(published: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned.db"
    shutil.copy(published, turned)
    with closing(sqlite3.connect(turned)) as connection:
        connection.execute("create table kept as select * from story_bias_by_provider order by random()")
        connection.execute("delete from story_bias_by_provider")
        connection.execute("insert into story_bias_by_provider select * from kept")
        connection.execute("drop table kept")
        connection.commit()
    name = "story_bias_by_provider"
    assert made(turned, name, tmp_path / "a.csv")[1] == made(published, name, tmp_path / "b.csv")[1]


def test_the_manifest_names_the_ratings(published: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(published)) as connection:
        told = connection.execute("select value from settings where key = 'ratings_hash'").fetchall()
    manifest, _ = made(published, "stories", tmp_path / "stories.csv")
    assert manifest.ratings_hash == (told[0][0] if told else "")
    assert json.loads((tmp_path / "stories.csv.manifest.json").read_text())["ratings_hash"] == manifest.ratings_hash


def test_a_place_that_can_not_be_written_is_named(published: Path, tmp_path: Path) -> None:
    """A file stands where the folder should be; the published file, which is read, was blamed for it."""
    (tmp_path / "taken").write_text("", encoding="ascii")
    out = tmp_path / "taken" / "stories.csv"
    with pytest.raises(StoreError) as told:
        export(published, "stories", out, "csv", lambda count: None)
    assert told.value.resource == str(out)


def test_what_is_no_plain_file_is_refused_and_left_as_it_is(published: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is no plain file"):
        made(published, "ratings", pipe)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.csv"]


def test_a_link_stays_one_and_what_it_leads_to_is_written(published: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "kept" / "ratings.csv", tmp_path / "ratings.csv"
    real.parent.mkdir()
    real.write_text("the one of yesterday")
    link.symlink_to(real)
    _, written = made(published, "ratings", link)
    assert link.is_symlink()
    assert real.read_bytes() == written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "ratings.csv", "ratings.csv.manifest.json"]

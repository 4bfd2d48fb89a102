"""Opening and migrating the working database; data files taken in; and what a rating of the day is."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.errors import DataFileError, SchemaTooNewError, StoreError, StoreLockedError
from aggregator.models import ArticleDraft, DraftKind, Scope
from aggregator.store import Store
from aggregator.store.connection import store_errors
from aggregator.workspace import Workspace, open_workspace
from tests.conftest import OUTLETS, RATINGS


def draft(url: str, day: str, scope: Scope = Scope.NEWS) -> ArticleDraft:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return ArticleDraft(DraftKind.IMPORT, url, url, f"Title of {url}", guid=url, published=published, scope=scope)


@pytest.mark.parametrize(
    ("url", "day", "scope", "label", "lean", "side", "valid_from", "extrapolated"),
    [
        pytest.param("http://left.example/1", "2020-05-01", Scope.NEWS, "left", -2, "left", "2019-10-18", 0, id="then"),
        pytest.param("http://left.example/1", "2024-05-01", Scope.NEWS, "lean left", -1, "left", "2023-11-24", 0,
                     id="since"),
        pytest.param("http://left.example/1", "2023-11-24", Scope.NEWS, "lean left", -1, "left", "2023-11-24", 0,
                     id="on the day itself"),
        pytest.param("http://left.example/1", "2018-05-01", Scope.NEWS, "left", -2, "left", "2019-10-18", 1,
                     id="before the first known date"),
        pytest.param("http://left.example/1", "2024-05-01", Scope.OPINION, "left", -2, "left", "2019-10-18", 0,
                     id="an opinion piece has the opinion rating"),
        pytest.param("http://right.example/1", "2024-05-01", Scope.OPINION, "right", 2, "right", "2019-10-18", 0,
                     id="and that of the news where there is none"),
        pytest.param("http://center.example/1", "2024-05-01", Scope.NEWS, "center", 0, "center", "2019-10-18", 0,
                     id="center"),
        pytest.param("http://unrated.example/1", "2024-05-01", Scope.NEWS, None, None, "unrated", None, 0,
                     id="unrated"),
        pytest.param("http://elsewhere.org/1", "2024-05-01", Scope.NEWS, None, None, "unrated", None, 0, id="unknown"),
    ],
)  # fmt: skip
def test_an_article_has_the_rating_of_its_day(
    workspace: Workspace, url: str, day: str, scope: Scope, label: str | None, lean: int | None, side: str,
    valid_from: str | None, extrapolated: int,
) -> None:  # fmt: skip
    workspace.ingest().add(draft(url, day, scope))
    rows = workspace.store.db.execute(
        "select provider, label, lean, side, rating_valid_from, extrapolated from articles_with_bias"
    ).fetchall()
    assert rows == [("AllSides", label, lean, side, valid_from, extrapolated)]


def test_a_label_off_the_spectrum_is_no_lean(workspace: Workspace) -> None:
    workspace.ingest().add(draft("http://right.example/1", "2026-10-01"))
    rows = workspace.store.db.execute(
        "select provider, label, lean, side, extrapolated from articles_with_bias_by_provider order by provider"
    ).fetchall()
    assert rows == [("AllSides", "right", 2, "right", 0), ("MBFC", "fake-news", None, "unrated", 0)]


def test_a_rating_holds_until_the_next(workspace: Workspace) -> None:
    rows = workspace.store.db.execute(
        "select r.valid_from, r.valid_to from ratings r join outlets o on o.id = r.outlet_id"
        " where o.domain = 'left.example' and provider = 'AllSides' and scope = 'news' order by 1"
    ).fetchall()
    assert rows == [("2019-10-18", "2023-11-24"), ("2023-11-24", None)]


def test_changed_data_files_are_taken_in_at_the_next_opening(open_db: Callable[[], Workspace], config: Config) -> None:
    first = open_db()
    first.ingest().add(draft("http://elsewhere.org/1", "2024-05-01"))
    config.files.outlets.write_text(OUTLETS.replace("mitte.example", "elsewhere.org"))
    config.files.ratings.write_text(
        RATINGS.replace("center.example,AllSides,news,center", "center.example,AllSides,news,left")
    )
    second = open_db()
    rows = second.store.db.execute("select domain, side from articles_with_bias").fetchall()
    assert rows == [("center.example", "left")]
    assert second.store.db.execute("select count(*) from outlets where domain = 'elsewhere.org'").fetchone() == (0,)


def test_an_outlet_that_leaves_the_file_keeps_its_articles(open_db: Callable[[], Workspace], config: Config) -> None:
    open_db().ingest().add(draft("http://unrated.example/1", "2024-05-01"))
    config.files.outlets.write_text("\n".join(line for line in OUTLETS.splitlines() if "unrated" not in line) + "\n")
    rows = open_db().store.db.execute("select o.listed from articles a join outlets o on o.id = a.outlet_id").fetchall()
    assert rows == [(0,)]


def test_a_feed_that_leaves_the_file_is_polled_no_more_and_may_come_back(
    open_db: Callable[[], Workspace], config: Config
) -> None:
    open_db()
    text = config.files.feeds.read_text()
    config.files.feeds.write_text("\n".join(line for line in text.splitlines() if "left" not in line) + "\n")
    assert len(open_db().store.feeds.due("2030-01-01T00:00:00Z")) == 3
    config.files.feeds.write_text(text)
    assert len(open_db().store.feeds.due("2030-01-01T00:00:00Z")) == 4


def test_bad_rows_of_two_files_are_told_at_once_and_nothing_is_written(config: Config, tmp_path: Path) -> None:
    config.files.ratings.write_text(RATINGS + "nowhere.example,AllSides,news,left,,,,,2020-01-01\n")
    config.files.feeds.write_text(config.files.feeds.read_text() + "ftp://x,left.example,,,0,\n")
    with pytest.raises(DataFileError) as caught, open_workspace(config, tmp_path / "news.db"):
        pass
    assert [problem.split(" ")[0].rpartition("/")[2] for problem in caught.value.problems] == [
        "ratings.csv:10:",
        "feeds.csv:6:",
    ]
    assert not (tmp_path / "news.db").exists()


def test_a_database_that_another_process_writes_is_waited_for_then_named(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "news.db")
    store.close()
    holder = sqlite3.connect(tmp_path / "news.db")
    holder.execute("begin immediate")
    waiting = Store.open(tmp_path / "news.db", busy_seconds=0.1)
    with pytest.raises(StoreLockedError, match="another process is writing to it"), waiting.transaction():
        pass
    waiting.close()
    holder.close()


def test_a_database_of_the_first_version_gets_the_newer_columns(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    store = Store.open(path)
    with store.transaction():
        store.db.execute("alter table articles drop column canonical")
        store.db.execute("delete from _sqlite_migrations where name = '0002_canonical_links'")
    store.close()
    assert "canonical" not in columns_of(path)
    Store.open(path).close()
    assert "canonical" in columns_of(path)
    assert (tmp_path / "news.db.before-0002_canonical_links").exists()


def columns_of(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("pragma table_info(articles)")}


def test_opening_again_writes_nothing(tmp_path: Path) -> None:
    Store.open(tmp_path / "news.db").close()
    with sqlite3.connect(tmp_path / "news.db") as connection:
        before = connection.execute("pragma schema_version").fetchone()
        Store.open(tmp_path / "news.db").close()
        assert connection.execute("pragma schema_version").fetchone() == before
    connection.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_text("this is a letter, not a database, and long enough to be told from an empty file" * 20)
    with pytest.raises(StoreError, match="not a database"):
        Store.open(path)
    assert path.read_text().startswith("this is a letter")


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('aggregator', '9999_later', '2030')"
        )
    store.close()
    with pytest.raises(SchemaTooNewError, match="9999_later"):
        Store.open(tmp_path / "news.db")


def test_a_database_of_somebody_else_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("create table letters (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is not a working database of this program"):
        Store.open(path)
    assert path.read_bytes() == before


def write_protected(path: Path) -> None:
    """File modes don't stop the superuser; a header with a write version that SQLite only reads does."""
    data = bytearray(path.read_bytes())
    data[18] = 3
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(write_protected, "can't be written to, or its folder can't", id="for reading only"),
        pytest.param(Path.unlink, "was moved or removed while it was open", id="gone"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_in_words(
    tmp_path: Path, harm: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "news.db"
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("create table told (word)")
    with contextlib.closing(sqlite3.connect(path)) as db:
        harm(path)
        with pytest.raises(StoreError, match=said), store_errors(path), db:
            db.execute("insert into told values ('dam')")

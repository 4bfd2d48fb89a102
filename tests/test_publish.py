"""The published file: what is in it, what can't be, and that readers never see half of it."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aggregator.cycle import group_articles
from aggregator.errors import NotFoundError, StoreError
from aggregator.models import ArticleDraft, BodyStatus, DraftKind, FeedPoll, PollCode
from aggregator.store.publish import PUBLIC, publish, published_path
from aggregator.store.views import VIEWS
from aggregator.workspace import Workspace

SECRET = "the text of the article that belongs to its publisher"
TAIL = "The rest of a summary that was the whole article"


@pytest.fixture
def published(workspace: Workspace, tmp_path: Path) -> Path:
    moment = datetime(2026, 11, 3, 9, tzinfo=UTC)
    draft = ArticleDraft(
        DraftKind.FEED, "http://left.example/a", "http://me:pass@left.example/a", "Harbour bill passes the senate", "g",
        summary=f"{'Words of a blurb. ' * 30}{TAIL}", body=SECRET, body_status=BodyStatus.FULL, published=moment,
    )  # fmt: skip
    ingest = workspace.ingest()
    poll = FeedPoll(1, moment, PollCode.OK, 200, (draft, replace(draft, url="http://right.example/a", guid="h")))
    ingest.poll(poll)
    ingest.poll(replace(poll, drafts=(replace(draft, body=SECRET + " changed", title="Harbour bill is law"),)))
    with workspace.store.transaction():
        workspace.store.db.execute("update feeds set url = 'https://me:pass@left.example/feed' where id = 1")
    group_articles(workspace)
    return publish(workspace.store.path, summary_characters=300).path


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_it_stands_where_the_interface_says(published: Path, workspace: Workspace) -> None:
    assert published == workspace.store.path.parent / "published" / workspace.store.path.name
    assert published == published_path(workspace.store.path)


@pytest.mark.parametrize(
    "private", [SECRET, "me:pass", TAIL], ids=["a body", "a password", "the rest of a long summary"]
)
def test_what_is_private_is_not_in_the_bytes(published: Path, private: str) -> None:
    assert private.encode() not in published.read_bytes()


def test_a_file_of_an_older_version_is_published_without_its_newest_column(workspace: Workspace) -> None:
    workspace.store.db.execute("alter table articles drop column canonical")
    path = publish(workspace.store.path, summary_characters=300).path
    assert "canonical" not in {row[1] for row in query(path, "pragma table_info(articles)")}


def test_every_public_column_is_there_and_no_other(published: Path) -> None:
    for table, columns in PUBLIC.items():
        assert [row[1] for row in query(published, f"pragma table_info({table})")] == columns.split(), table


def test_views_are_there_with_the_columns_of_the_working_file(published: Path, workspace: Workspace) -> None:
    for view in VIEWS:
        cursor = workspace.store.db.execute(f"select * from {view}")
        assert [row[1] for row in query(published, f"pragma table_info({view})")] == [c[0] for c in cursor.description]


@pytest.mark.parametrize("view", VIEWS)
def test_views_say_the_same_as_in_the_working_file(published: Path, workspace: Workspace, view: str) -> None:
    here = query(published, f"select * from {view}")
    there = workspace.store.db.execute(f"select * from {view}").fetchall()
    assert sorted(map(repr, here)) == sorted(repr(row).replace("me:pass@", "") for row in there)


def test_it_keeps_to_its_keys(published: Path) -> None:
    assert query(published, "pragma integrity_check") == [("ok",)]
    assert query(published, "pragma foreign_key_check") == []


def test_words_can_be_searched(published: Path) -> None:
    found = query(published, "select count(*) from articles_fts where articles_fts match 'harbour'")
    assert found == [(2,)]


def test_the_index_of_words_is_that_of_the_articles(published: Path) -> None:
    with contextlib.closing(sqlite3.connect(published)) as db:
        db.execute("insert into articles_fts (articles_fts, rank) values ('integrity-check', 1)")


def test_the_change_of_a_headline_is_public_and_that_of_a_body_is_not(published: Path) -> None:
    assert query(published, "select field, old, new from revisions") == [
        ("title", "Harbour bill passes the senate", "Harbour bill is law")
    ]


def test_the_same_content_has_the_same_hash(published: Path, workspace: Workspace) -> None:
    first = publish(workspace.store.path, summary_characters=300)
    assert publish(workspace.store.path, summary_characters=300).sha256 == first.sha256


def test_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no such database"):
        publish(tmp_path / "none.db", summary_characters=300)
    assert not (tmp_path / "published").exists()


def test_a_failure_leaves_the_old_file(published: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = published.read_bytes()
    monkeypatch.setitem(VIEWS, "story_bias", "select no_such_column from articles")
    with pytest.raises(Exception, match="no_such_column"):
        publish(workspace.store.path, summary_characters=300)
    assert published.read_bytes() == before
    assert [path.name for path in published.parent.iterdir()] == [published.name]


def test_a_failure_beside_it_leaves_the_old_file(
    published: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published.read_bytes()
    monkeypatch.setattr("aggregator.store.word_index._FILL", "insert into articles_fts (title) select 1 from nowhere")
    with pytest.raises(StoreError, match="nowhere"):
        publish(workspace.store.path, summary_characters=300)
    assert published.read_bytes() == before
    assert [path.name for path in published.parent.iterdir()] == [published.name]


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        pytest.param("x" * 300, "x" * 300, id="as long as may be"),
        pytest.param("x" * 301, "x" * 299 + "…", id="longer by one"),
        pytest.param("é" * 300, "é" * 300, id="more bytes than characters"),
        pytest.param("a\0" + "x" * 300, "a\0" + "x" * 297 + "…", id="a NUL, where SQLite stops counting"),
        pytest.param("", "", id="empty"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_summary_is_cut_at_its_characters(
    workspace: Workspace, published: Path, summary: str | None, shown: str | None
) -> None:
    with workspace.store.transaction():
        workspace.store.db.execute("update articles set summary = ?", [summary])
    publish(workspace.store.path, summary_characters=300)
    assert query(published, "select distinct summary from articles") == [(shown,)]


def test_a_summary_of_no_characters_is_none(workspace: Workspace, published: Path) -> None:
    publish(workspace.store.path, summary_characters=0)
    assert query(published, "select distinct summary from articles") == [(None,)]


def test_what_a_killed_publication_left_is_removed(workspace: Workspace, published: Path) -> None:
    left = [published.with_name(f".{published.name}.{of}999999999.partial") for of in ("", "words.")]
    for path in left:
        path.write_text("half")
    publish(workspace.store.path, summary_characters=300)
    assert not any(path.exists() for path in left)


def test_a_link_to_a_working_file_has_its_published_file(workspace: Workspace, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(workspace.store.path)
    assert published_path(link) == published_path(workspace.store.path)

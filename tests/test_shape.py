"""A published file of another version is told before anybody reads it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aggregator.errors import StoreError
from aggregator.store.shape import check_shape
from tests.site_fixtures import build


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return build(tmp_path)


def test_a_file_of_this_version_is_whole(published: Path) -> None:
    check_shape(published)


@pytest.mark.parametrize(
    ("sql", "missing"),
    [
        pytest.param("drop table providers", "providers.homepage", id="no table"),
        pytest.param("drop table blindspots", "blindspots", id="no kept view"),
        pytest.param("drop view story_polls", "story_polls", id="no view"),
        pytest.param("alter table runs drop column ratings_hash", "runs.ratings_hash", id="no column"),
    ],
)
def test_what_another_version_lacks_is_named(published: Path, sql: str, missing: str) -> None:
    with closing(sqlite3.connect(published)) as db:
        db.execute("pragma writable_schema = on")
        db.execute("pragma legacy_alter_table = on")
        db.execute(sql)
        db.commit()
    with pytest.raises(StoreError, match=f"another version of this program, without {missing}; publish it anew"):
        check_shape(published)

"""Parquet is what the other formats are: every row, typed, the same bytes each time, and it says where it is from."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from aggregator import parquet
from aggregator.errors import AggregatorError
from aggregator.export import export
from tests.site_fixtures import build
from tests.test_export import NAMES

pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("parquet"))


def made(published: Path, name: str, out: Path) -> bytes:
    export(published, name, out, "parquet", lambda rows: None)
    return out.read_bytes()


def rows_in(published: Path, name: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(published)) as connection:
        cursor = connection.execute(f"select * from [{name}]")
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def in_order(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, default=str))


@pytest.mark.parametrize("name", [*NAMES, "outlets", "feed_health", "story_bias_range", "headline_wording", "settings"])
def test_it_reads_back_as_the_rows(published: Path, tmp_path: Path, name: str) -> None:
    made(published, name, tmp_path / "a.parquet")
    assert in_order(pq.read_table(tmp_path / "a.parquet").to_pylist()) == in_order(rows_in(published, name))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_export_is_equal_byte_by_byte(published: Path, tmp_path: Path, name: str) -> None:
    first = made(published, name, tmp_path / "one.parquet")
    assert first == made(published, name, tmp_path / "two.parquet")
    manifest = json.loads((tmp_path / "one.parquet.manifest.json").read_text())
    assert manifest["sha256"] == hashlib.sha256(first).hexdigest()
    assert (manifest["format"], manifest["rows"]) == ("parquet", len(rows_in(published, name)))


@pytest.mark.parametrize(
    ("name", "types"),
    [
        pytest.param(
            "ratings",
            {"id": "int64", "lean": "int64", "score": "double", "label": "string", "valid_to": "string"},
            id="a table, declared, though a column has no value",
        ),
        pytest.param(
            "story_bias_by_provider", {"left": "int64", "story_id": "int64", "leading": "string"}, id="a kept view"
        ),
        pytest.param("story_shares", {"left_share": "double"}, id="a computed share"),
        pytest.param("articles_with_bias", {"article_id": "int64", "lean": "int64", "side": "string"}, id="a view"),
    ],
)
def test_columns_have_their_types(published: Path, tmp_path: Path, name: str, types: dict[str, str]) -> None:
    made(published, name, tmp_path / "a.parquet")
    schema = pq.read_schema(tmp_path / "a.parquet")
    assert {column: str(schema.field(column).type) for column in types} == types
    assert all(schema.field(column).nullable for column in types)


def test_the_file_itself_says_where_it_is_from_and_on_what_terms(published: Path, tmp_path: Path) -> None:
    made(published, "ratings", tmp_path / "a.parquet")
    told = {key.decode(): value.decode() for key, value in pq.read_schema(tmp_path / "a.parquet").metadata.items()}
    assert told["source_sha256"] == hashlib.sha256(published.read_bytes()).hexdigest()
    assert (told["table"], told["ratings_hash"]) == ("ratings", "")
    assert "CC BY-NC 4.0" in told["licence"]
    assert "MBFC" in told["licence"]


def test_rows_come_in_groups(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS_IN_A_GROUP", 10)
    made(published, "articles", tmp_path / "a.parquet")
    file = pq.ParquetFile(tmp_path / "a.parquet")
    rows = len(rows_in(published, "articles"))
    assert (file.num_row_groups, file.metadata.num_rows) == (-(-rows // 10), rows)


def test_a_table_without_rows_keeps_its_columns(published: Path, tmp_path: Path) -> None:
    assert not rows_in(published, "overrides")
    made(published, "overrides", tmp_path / "a.parquet")
    assert pq.read_table(tmp_path / "a.parquet").num_rows == 0
    assert str(pq.read_schema(tmp_path / "a.parquet").field("act").type) == "int64"


def test_without_the_extra_one_line_names_it(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(AggregatorError, match=r"pip install '\.\[parquet\]'") as caught:
        export(published, "articles", tmp_path / "a.parquet", "parquet", lambda rows: None)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []

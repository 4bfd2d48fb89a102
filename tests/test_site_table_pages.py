"""Datasette's table pages at a size: a facet is one click, and a slow count costs no page."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from aggregator.site import allowance, database
from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW, build

TABLES = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["news"]["tables"]
SORTED_FACETS = [
    (name, facet, told["sort_desc"])
    for name, told in TABLES.items()
    for facet in told.get("facets", ())
    if name in ("articles", "articles_with_bias", "polls", "stories")  # those that grow with the articles
]
# Datasette begins a count with these words; twelve times `outlets` take longer than any page may.
SLOW = f"select count(*) from {', '.join(f'outlets o{n}' for n in range(12))}"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def plans(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(published)) as connection:
        yield connection


def plan(connection: sqlite3.Connection, sql: str) -> str:
    return "; ".join(row[3] for row in connection.execute(f"explain query plan {sql}", ["x"]))


@pytest.mark.parametrize(("table", "facet", "order"), SORTED_FACETS, ids=[f"{t}.{f}" for t, f, _ in SORTED_FACETS])
def test_the_rows_of_a_facet_are_read_in_their_order(
    plans: sqlite3.Connection, table: str, facet: str, order: str
) -> None:
    found = plan(plans, f"select * from {table} where {facet} = ? order by {order} desc limit 51")
    assert "TEMP B-TREE" not in found
    assert f"({facet}=?)" in found


@pytest.mark.parametrize("other", ["language", "kind", "scope"])
@pytest.mark.parametrize("facet", ["language", "kind", "scope"])
def test_the_facets_beside_it_are_counted_by_the_index_alone(plans: sqlite3.Connection, facet: str, other: str) -> None:
    sql = (
        f"select {other}, count(*) from (select * from articles where {facet} = ?) where {other} is not null group by 1"
    )
    assert "COVERING INDEX" in plan(plans, sql)


@pytest.mark.parametrize("view", ["brief_sentences", "brief_articles", "article_brief_sentences"])
def test_the_first_sentences_are_shown_before_the_last_are_read(plans: sqlite3.Connection, view: str) -> None:
    assert "MATERIALIZE" not in plan(plans, f"select * from {view} limit ?")


@pytest.mark.parametrize("table", ["briefs", "article_briefs"])
def test_briefs_are_counted_without_reading_them(plans: sqlite3.Connection, table: str) -> None:
    """A table without an index is read from its first text to its last: of 936,000 that took over a second."""
    assert "COVERING INDEX" in plan(plans, f"select count(*) from {table} limit ?")


@pytest.mark.parametrize("column", ["topic", "text_kind"])
def test_articles_of_a_topic_or_a_kind_are_read_in_their_order(plans: sqlite3.Connection, column: str) -> None:
    found = plan(plans, f"select * from articles where {column} = ? order by published desc limit 51")
    assert "TEMP B-TREE" not in found
    assert f"({column}=?)" in found


@pytest.mark.parametrize(
    ("sql", "limit"), [pytest.param(SLOW, None, id="count"), pytest.param(f"select * from ({SLOW})", 5000, id="facet")]
)
def test_a_table_has_time_left_when_its_count_has_none(published: Path, sql: str, limit: float | None) -> None:
    site: Any = make_app(published, METADATA, clock=lambda: NOW)
    news = site.get_database("news")

    async def asked() -> int:
        allowance.ALLOWED.set(allowance.allowance_of("/news/articles"))
        with pytest.raises(database.QueryInterrupted):
            await news.execute(sql, custom_time_limit=limit)
        return int((await news.execute("select count(*) as n from outlets", truncate=True)).first()["n"])

    assert asyncio.run(asked()) > 0


def test_what_never_changes_is_read_once(published: Path) -> None:
    site: Any = make_app(published, METADATA, clock=lambda: NOW)
    news = site.get_database("news")

    async def hops() -> int:
        await site.client.get("/news")
        asked, plain = 0, news.execute_fn

        async def counted(read: Any) -> Any:
            nonlocal asked
            asked += 1
            return await plain(read)

        news.execute_fn = counted
        assert (await site.client.get("/news")).status_code == 200
        return asked

    assert asyncio.run(hops()) < 20  # of 308, each of which waits its turn behind other readers

"""Datasette's questions for the page of the articles, asked in other words: each answer is the one of its own words."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from aggregator.site import database, table_questions
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import METADATA, NOW, build

FACETS = ("language", "kind", "scope")
COUNTED = (*FACETS, "topic", "text_kind")
FTS = "id in (select rowid from articles_fts where articles_fts match ?)"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("update articles set topic = iif(id % 3, 'politics', 'sport') where id % 4")
        store.db.execute("update articles set text_kind = 'machine' where id % 5 = 0")
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


@pytest.fixture(scope="module")
def plain(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(published)) as connection:
        yield connection


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lists what was asked in other words."""
    told: list[str] = []

    def counts(sql: str) -> str:
        asked = table_questions.by_counts(sql)
        told.extend([asked] if asked != sql else [])
        return asked

    def order(connection: sqlite3.Connection, sql: str, params: Any) -> str:
        asked = table_questions.by_order(connection, sql, params)
        told.extend([asked] if asked != sql else [])
        return asked

    monkeypatch.setattr(database, "by_counts", counts)
    monkeypatch.setattr(database, "by_order", order)
    monkeypatch.setattr(table_questions, "_MANY", 2)
    return told


def told(site: Any, query: str) -> Any:
    answer = asyncio.run(site.client.get(f"/news/articles.json?_shape=objects&_size=7&{query}"))
    assert answer.status_code == 200, answer.text
    return answer.json()


def recount(
    plain: sqlite3.Connection, where: str, values: list[str], named: tuple[str, ...] = FACETS
) -> tuple[int, dict[str, dict[str, int]]]:
    facets = {
        facet: dict(plain.execute(
            f"select {facet}, count(*) from articles where {where} and {facet} is not null group by 1", values
        ))
        for facet in named
    }  # fmt: skip
    return plain.execute(f"select count(*) from articles where {where}", values).fetchone()[0], facets


@pytest.mark.parametrize(
    ("query", "where", "other_words"),
    [
        pytest.param("", "1", 4, id="all"),
        pytest.param("language=en", "language = ?", 4, id="a language"),
        pytest.param("scope=news&language=en", "scope = ? and language = ?", 4, id="a language and a scope"),
        pytest.param(
            "kind=video&scope=opinion&language=nl", "kind = ? and scope = ? and language = ?", 4, id="nothing"
        ),
        pytest.param("topic=politics", "topic = ?", 4, id="a topic"),
        pytest.param("text_kind=machine&kind=text", "text_kind = ? and kind = ?", 4, id="what machines wrote"),
        pytest.param("language=en' or 1", "language = ?", 4, id="a quote"),
        pytest.param("language=en&_nocol=kind", "language = ?", 4, id="a column left out"),
        pytest.param("language__not=en", "language != ?", 0, id="all languages but one"),
        pytest.param("language=en&outlet_id=1", "language = ? and outlet_id = ?", 0, id="an outlet's"),
        pytest.param("_search=harbour", FTS, 5, id="a word"),
        pytest.param("language=en&_search=harbour", f"language = ? and {FTS}", 5, id="a word in a language"),
        pytest.param("_search=harbour+senate&_searchmode=raw", FTS, 5, id="two words, raw"),
        pytest.param("_search=reservoir&scope=news", f"{FTS} and scope = ?", 5, id="a word in the news"),
        pytest.param("_search=nobodywrotethis", FTS, 1, id="a word that nobody wrote"),
    ],
)
def test_the_answer_is_that_of_the_plain_words(
    site: Any, plain: sqlite3.Connection, reworded: list[str], query: str, where: str, other_words: int
) -> None:
    values = [value for name, value in parse_qsl(query) if name in ("_search", "outlet_id", *COUNTED, "language__not")]
    page = told(site, query)
    assert len(reworded) == other_words
    count, facets = recount(plain, where, values)
    assert page["filtered_table_rows_count"] == count
    assert {
        facet: {row["value"]: row["count"] for row in found["results"]}
        for facet, found in page["facet_results"].items()
    } == facets
    rows = plain.execute(f"select id from articles where {where} order by published desc, id limit 7", values)
    assert sorted(row["id"] for row in page["rows"]) == sorted(row[0] for row in rows)


@pytest.mark.parametrize("narrowed", ["", "topic=sport", "text_kind=publisher", "language=en"])
def test_facets_of_ones_own_are_read_from_the_counts(
    site: Any, plain: sqlite3.Connection, reworded: list[str], narrowed: str
) -> None:
    found = told(site, f"{narrowed}&_facet=topic&_facet=text_kind")["facet_results"]
    values = [value for _, value in parse_qsl(narrowed)]
    where = f"{narrowed.partition('=')[0]} = ?" if narrowed else "1"
    counted = {name: {row["value"]: row["count"] for row in facet["results"]} for name, facet in found.items()}
    assert counted == recount(plain, where, values, COUNTED)[1]
    assert len(reworded) == 6


def test_few_articles_with_a_word_are_looked_up(site: Any, reworded: list[str], monkeypatch: Any) -> None:
    monkeypatch.setattr(table_questions, "_MANY", 1000)
    assert told(site, "_search=harbour")["filtered_table_rows_count"] > 2
    assert reworded == ["select count(*) from articles_fts where articles_fts match escape_fts(:search)"]


def test_the_facets_of_a_frequent_word_are_left_out(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_questions, "_MOST_FOR_FACETS", 3)
    page = told(site, "_search=harbour")
    assert page["filtered_table_rows_count"] == 7 == len(page["rows"])
    assert page["facet_results"] == {}
    answer = asyncio.run(site.client.get("/news/articles?_search=harbour"))
    assert "These facets timed out: language, kind, scope" in answer.text


def test_a_question_of_ones_own_is_left_as_it_is() -> None:
    for sql in (
        "select count(*) from articles where language = 'en'",
        "select count(*) from articles_with_bias",
        'select count(*) from articles where "language" = :p0 or 1',
        "select id from articles",
    ):
        assert table_questions.by_counts(sql) == sql


def test_a_search_of_the_table_that_fails_leads_to_the_search(site: Any) -> None:
    answer = asyncio.run(site.client.get("/news/articles?_search=%22a+b%3Cc&_where=nix"))
    assert answer.status_code == 400
    assert '<a href="/search?q=%22a+b%3Cc">the search for these words</a>' in answer.text


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A newsroom with a hundred articles of one minute, and a hundred of the day before."""
    folder = tmp_path_factory.mktemp("busy")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute(
            "insert into articles (url, original_url, outlet_id, title, published, first_seen, last_seen, title_from)"
            " with recursive n(i) as (select 0 union all select i + 1 from n where i < 199)"
            " select 'https://outlet.example/' || i, '', 1, 'Article ' || i,"
            " '2026-11-0' || (1 + i % 2) || 'T12:00:00Z', '2026-11-02T12:00:00Z', '2026-11-02T12:00:00Z', 'feed' from n"
        )
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("articles?", id="by time"),
        pytest.param("articles?kind=text", id="of a kind by time"),
        pytest.param("articles?_search=article", id="with a word by time"),
        pytest.param("articles_with_bias?", id="by day"),
        pytest.param("articles_with_bias?side=unrated", id="of a side by day"),
        pytest.param("articles?_sort_desc=scope", id="by a column of few values"),
        pytest.param("articles?_sort=published", id="the oldest first"),
        pytest.param("articles?_sort_desc=title&outlet_id=1", id="by title"),
        pytest.param("story_members?_sort_desc=side", id="members by side"),
        pytest.param("story_bias?", id="stories by their origins"),
        pytest.param("coverage?_sort_desc=topic", id="a table without a key"),
    ],
)
def test_the_pages_of_a_table_have_each_row_once(busy: Any, address: str) -> None:
    def page(path: str) -> Any:
        return asyncio.run(busy.client.get(path)).json()

    table, _, query = address.partition("?")
    found = page(f"/news/{table}.json?_size=30&_shape=objects&{query}")
    keys = asyncio.run(busy.get_database("news").primary_keys(table)) or ["rowid"]
    rows = list(found["rows"])
    while found["next_url"]:
        found = page(found["next_url"].removeprefix("http://localhost"))
        rows += found["rows"]
    assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows) == found["filtered_table_rows_count"]


def test_only_the_first_page_of_a_falling_order_is_put_in_that_of_its_key(plain: sqlite3.Connection) -> None:
    for sql, asked in (
        ("select id, [url] from articles order by published desc limit 51",
         ("select id, [url] from articles where rowid in (select rowid from articles order by published desc, [id]"
         " limit 51) order by published desc, [id]")),
        ('select provider, day from [polls] where "code" = :p0 order by [at] desc limit 3',
         ('select provider, day from [polls] where rowid in (select rowid from [polls] where "code" = :p0'
         " order by [at] desc, [id] limit 3) order by [at] desc, [id]")),
        ("select story_id from story_articles order by score desc limit 3",
         ("select story_id from story_articles where rowid in (select rowid from story_articles order by score desc,"
         " [story_id], [article_id] limit 3) order by score desc, [story_id], [article_id]")),
        ("select rowid, day from coverage order by day desc limit 3",
         ("select rowid, day from coverage where rowid in (select rowid from coverage order by day desc, rowid limit 3)"
         " order by day desc, rowid")),
    ):  # fmt: skip
        assert table_questions.by_key(plain, sql) == asked


@pytest.mark.parametrize(
    "sql",
    [
        "select id from articles order by published limit 51",
        "select id, title as t from articles order by t desc limit 51",
        "select id from articles, stories order by id desc limit 51",
        "select id from articles where id > 3 union select id from stories order by id desc limit 5",
        "select language, count(*) from articles group by language order by language desc limit 5",
        "select language from articles group by language order by language desc limit 5",
        "select distinct language from articles order by language desc limit 5",
        "select day from coverage order by day desc limit 5",
        "select story_id from story_shares order by origins desc limit 5",
        "select id from nowhere order by id desc limit 5",
    ],
)
def test_other_orders_are_left_as_they_are(plain: sqlite3.Connection, sql: str) -> None:
    assert table_questions.by_key(plain, sql) == sql

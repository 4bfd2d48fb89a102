"""Anyone's SQL on the published file: it reads, within limits, and does nothing else."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aggregator.site.sql_guard import guard
from tests.site_fixtures import build


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    published = build(tmp_path_factory.mktemp("guarded"))
    with contextlib.closing(sqlite3.connect(f"file:{published}?immutable=1", uri=True)) as opened:
        guard(opened)
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("attach database '/etc/passwd' as other", id="another file"),
        pytest.param("attach database ':memory:' as other", id="a database in memory"),
        pytest.param("vacuum into '/tmp/copy.db'", id="a copy elsewhere"),
        pytest.param("pragma writable_schema = on", id="the schema opened for writing"),
        pytest.param("pragma journal_mode = wal", id="the journal"),
        pytest.param("select * from pragma_compile_options", id="a pragma as a table"),
        pytest.param("select sql from sqlite_stmt", id="what others ask"),
        pytest.param("select count(*) from sqlite_stmt", id="how much others ask"),
        pytest.param("select count(*) from SQLITE_STMT as t", id="how much others ask, in capitals"),
        pytest.param("with t as (select * from sqlite_stmt) select count(*) from t", id="what others ask, by a name"),
        pytest.param(
            "with dbstat as (select * from main.dbstat) select count() from dbstat", id="all pages, by a name"
        ),
        pytest.param("select count(*) from dbstat", id="how many pages"),
        pytest.param("select count(*) from pragma_compile_options", id="the number of rows of a pragma"),
        pytest.param("select count(*) from sqlite_temp_schema", id="the schema of temporary tables"),
        pytest.param("select load_extension('/tmp/x.so')", id="a library"),
        pytest.param("select length(randomblob(900000000))", id="random bytes"),
        pytest.param("select length(zeroblob(900000000))", id="zero bytes"),
        pytest.param("select length(printf('%.*c', 900000000, 'x'))", id="a long text by printf"),
        pytest.param("select length(format('%.*c', 900000000, 'x'))", id="a long text by format"),
        pytest.param("select length(replace(hex(zeroblob(9)), '0', 'x'))", id="zero bytes inside another call"),
        pytest.param("create table mine (a)", id="a table"),
        pytest.param("create temp table mine (a)", id="a table for a while"),
        pytest.param("delete from articles", id="a deletion"),
        pytest.param("update sqlite_master set sql = ''", id="the schema rewritten"),
        pytest.param("drop view feed_health", id="a view dropped"),
        pytest.param("insert into articles_fts (articles_fts) values ('rebuild')", id="the index rebuilt"),
        pytest.param("select 'x' like '" + "%" * 300 + "'", id="a pattern of many signs"),
        pytest.param("select '" + "x" * 200_000 + "'", id="a long query"),
    ],
)
def test_refused(connection: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("sql", "answer"),
    [
        pytest.param("select count(*) from articles_fts where articles_fts match 'harbour'", 7, id="words"),
        pytest.param("select doc from words_of_articles where term = 'harbour'", 7, id="how many articles have a word"),
        pytest.param("select count(*) from json_each('[1, 2]')", 2, id="json"),
        pytest.param("with t as (select 1 union select 2) select count(*) from t", 2, id="rows of a name of one's own"),
        pytest.param("with t as materialized (select 1) select count(*) from t a, t b", 1, id="a name twice"),
        pytest.param("with recursive n(i) as (select 1 union all select i+1 from n where i < 9) select count() from n",
                     9, id="rows of a recursion"),
        pytest.param("select count(*) from (select 1 union select 2) as x", 2, id="rows of a question within one"),
        pytest.param("select count(*) > 5 from ARTICLES", 1, id="rows of a table in capitals"),
        pytest.param("select count(*) > 5 from main.Articles as a", 1, id="rows of a table by its full name"),
        pytest.param("select count(*) > 5 from story_members", 1, id="rows of a view"),
        pytest.param("select count(*) > 5 from sqlite_master", 1, id="the file's schema"),
        pytest.param("with recursive n(i) as (select 1 union all select i + 1 from n where i < 9) select max(i) from n",
                     9, id="recursion"),
        pytest.param("select count(*) > 5 from pragma_table_info('articles')", 1, id="columns of a table"),
        pytest.param("select count(*) from pragma_database_list", 0, id="where the file lies: nothing"),
        pytest.param("select instr('harbour', 'bo')", 4, id="instr"),
        pytest.param("select instr('harbour', 'x')", 0, id="instr without a find"),
        pytest.param("select instr(null, 'x')", None, id="instr of null"),
        pytest.param("select instr(12345, 34)", 3, id="instr of numbers"),
        pytest.param("select replace('harbour', 'ou', 'o')", "harbor", id="replace"),
        pytest.param("select replace('harbour', '', 'o')", "harbour", id="replace of nothing"),
        pytest.param("select replace('harbour', null, 'o')", None, id="replace of null"),
    ],
)  # fmt: skip
def test_allowed(connection: sqlite3.Connection, sql: str, answer: object) -> None:
    assert connection.execute(sql).fetchone()[0] == answer


_DOUBLED = "with recursive d(t) as (select 'a' union all select t || t from d where length(t) < 300000) "


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param(_DOUBLED + "select length(group_concat(t || t || t)) from d", id="a text past the limit"),
        pytest.param(_DOUBLED + "select instr(max(t), substr(max(t), 2) || 'b') from d", id="instr of long texts"),
        pytest.param(_DOUBLED + "select length(replace(max(t), 'a', max(t))) from d", id="replace that grows"),
    ],
)
def test_no_single_call_takes_long(connection: sqlite3.Connection, sql: str) -> None:
    started = time.thread_time()
    with contextlib.suppress(sqlite3.DatabaseError):
        connection.execute(sql).fetchall()
    assert time.thread_time() - started < 2  # of a processor


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(tmp_path / "own.db")) as connection:
        connection.execute("create table own (a)")
        guard(connection)
        yield connection


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("with part as (select 1 as x union all select 2) select count(*) from part", id="a named part"),
        pytest.param("select count(*) from (select 1 as x union all select 2) as part", id="a part in brackets"),
        pytest.param("with recursive n(x) as (select 1 union all select x + 1 from n limit 2) select count(*) from n",
                     id="one that calls itself"),
    ],
)  # fmt: skip
def test_a_part_of_a_question_can_be_counted(guarded: sqlite3.Connection, sql: str) -> None:
    assert guarded.execute(sql).fetchall() == [(2,)]


@pytest.mark.parametrize(
    "table", ["sqlite_stmt", "SQLite_Stmt", "dbstat", "DBSTAT", "pragma_database_file", "sqlite_temp_master"]
)
def test_what_is_not_the_file_is_not_counted_either(guarded: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        guarded.execute(f"select count(*) from {table}").fetchall()

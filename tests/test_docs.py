"""The documents can't drift: what is published is described, what is described is published, and each question runs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from aggregator.cli import COMMANDS
from aggregator.models import PollCode
from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW, ROOT, build

NEWS = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["news"]
TABLES: dict[str, dict[str, Any]] = NEWS["tables"]
QUERIES: dict[str, dict[str, str]] = NEWS["queries"]
ARGUMENTS = {
    "q": "harbour", "outlet": "courier", "origins": "2", "story": "1", "either": "1", "word": "harbour",
}  # fmt: skip
PUBLISHED_ONLY = ("headline_wording", "headline_sides")
INTERNAL = re.compile(r"_sqlite_migrations|sqlite_\w+|articles_fts\w*")
WORDS = [
    "agenda similarity", "article", "bias distribution", "blindspot", "borrowed", "copy", "draft", "event", "feed",
    "foreign scale", "lag", "lean", "log-odds", "member", "move", "off the line", "origin", "outlet", "poll",
    "private provider", "provider", "range", "rating", "revision", "ruling", "scope", "share", "side", "snapshot",
    "story", "storyline", "unrated", "window", "wire",
]  # fmt: skip


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("documented")
    build(folder)
    with contextlib.closing(sqlite3.connect(folder / "news.db")) as connection:
        yield connection


@pytest.fixture(scope="module")
def published_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("described"))


@pytest.fixture(scope="module")
def published(published_path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"file:{published_path}?immutable=1", uri=True)) as connection:
        yield connection


def columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Maps each table and view that is meant for people to its columns."""
    names = [row[0] for row in connection.execute("select name from sqlite_master where type in ('table', 'view')")]
    return {
        name: [row[1] for row in connection.execute(f"pragma table_xinfo([{name}])")]
        for name in names
        if not INTERNAL.fullmatch(name)
    }


def dictionary() -> dict[str, dict[str, str]]:
    """Reads docs/schema.md: the meaning of each column by table."""
    found: dict[str, dict[str, str]] = {}
    for line in (ROOT / "docs" / "schema.md").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"### (\w+)", line):
            found[heading[1]] = {}
        elif (cells := [cell.strip() for cell in line.strip("|").split("|")]) and len(cells) == 3 and found:
            found[next(reversed(found))][cells[0]] = cells[2]
    return {
        name: {key: value for key, value in rows.items() if key not in ("column", "---")}
        for name, rows in found.items()
    }


def test_every_published_column_is_described_and_no_other(published: sqlite3.Connection) -> None:
    described = {name: list(table["columns"]) for name, table in TABLES.items() if "columns" in table}
    assert {name: sorted(found) for name, found in described.items()} == {
        name: sorted(found) for name, found in columns(published).items()
    }
    assert all(table["description"] for name, table in TABLES.items() if name in described)


def test_the_dictionary_has_every_column_of_the_working_database(working: sqlite3.Connection) -> None:
    described = {name: sorted(found) for name, found in dictionary().items() if name not in PUBLISHED_ONLY}
    assert described == {name: sorted(found) for name, found in columns(working).items()}


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if "columns" in table])
def test_site_and_dictionary_say_the_same(name: str) -> None:
    told = {column: meaning for column, meaning in dictionary()[name].items() if "*Working only.*" not in meaning}
    assert told == TABLES[name]["columns"]


def test_what_is_not_published_is_marked(published: sqlite3.Connection) -> None:
    public = columns(published)
    for name, described in dictionary().items():
        private = {column for column, meaning in described.items() if "*Working only.*" in meaning}
        assert private == set(described) - set(public.get(name, described)), name


def _indexed(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns that an index of the table begins with."""
    names = [row[1] for row in connection.execute(f"pragma index_list([{table}])")]
    first = {connection.execute(f"pragma index_info([{name}])").fetchone()[2] for name in names}
    return first | {row[1] for row in connection.execute(f"pragma table_info([{table}])") if row[5] == 1}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param(name, column, id=f"{name}.{column}")
        for name, table in TABLES.items()
        for column in [*table.get("facets", []), *([table["sort_desc"]] if "sort_desc" in table else [])]
    ],
)
def test_every_facet_and_order_has_an_index(published: sqlite3.Connection, table: str, column: str) -> None:
    assert column in _indexed(published, table)


def test_internals_are_hidden(published_path: Path) -> None:
    site = make_app(published_path, METADATA, clock=lambda: NOW)
    tables = asyncio.run(site.client.get("/news.json")).json()["tables"]
    assert sorted(table["name"] for table in tables if not table["hidden"]) == sorted(
        name for name in TABLES if name != "articles_fts" and name not in _views(published_path)
    )


def _views(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("select name from sqlite_master where type = 'view'")}


def test_there_are_ten_questions_or_more_with_titles() -> None:
    assert len(QUERIES) >= 10
    assert all(query["title"].endswith("?") and query["description"] for query in QUERIES.values())
    assert not set(QUERIES) & set(TABLES)


@pytest.mark.parametrize("name", QUERIES)
def test_each_question_is_answered(published_path: Path, name: str) -> None:
    site = make_app(published_path, METADATA, clock=lambda: NOW)
    asked = {key: value for key, value in ARGUMENTS.items() if f":{key}" in QUERIES[name]["sql"]}
    answer = asyncio.run(site.client.get(f"/news/{name}.json?_shape=array&{urlencode(asked)}"))
    assert answer.status_code == 200
    assert answer.json(), "the fixture has rows for each question"
    assert asyncio.run(site.client.get(f"/news/{name}")).status_code == 200


@pytest.mark.parametrize("name", QUERIES)
def test_the_dictionary_lists_each_question(name: str) -> None:
    assert f"| {name} | {QUERIES[name]['title']} |" in (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")


def _glossary() -> str:
    return (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", WORDS)
def test_each_word_has_one_meaning(word: str) -> None:
    assert len(re.findall(rf"^\| {word} \| .+ \|$", _glossary(), re.MULTILINE)) == 1


def test_the_glossary_is_in_order() -> None:
    words = re.findall(r"^\| ([a-z ]+) \|", _glossary(), re.MULTILINE)[1:]
    assert words == sorted(words)


@pytest.mark.parametrize("code", list(PollCode))
def test_each_code_of_a_poll_is_named(code: PollCode) -> None:
    assert f"`{code}`" in _glossary()


def test_providers_are_credited() -> None:
    told = METADATA.read_text(encoding="utf-8")
    for credit in ("AllSides Media Bias Ratings", "CC BY-NC 4.0", "mediabiasfactcheck.com"):
        assert credit in told


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_lists_each_command(name: str) -> None:
    assert f"| `aggregator {name}` |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_no_command_that_is_not_there() -> None:
    listed = re.findall(
        r"^\| `aggregator ([a-z-]+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(COMMANDS)

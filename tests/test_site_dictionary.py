"""The data dictionary: the page, docs/schema.md and the published file say the same of every table and column."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from lxml import html

from aggregator.site.serve import make_app
from aggregator.store.views import KEPT, VIEWS
from tests.site_fixtures import METADATA, NOW, ROOT, build

NEWS = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["news"]
TABLES = [name for name, table in NEWS["tables"].items() if "columns" in table]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dictionary"))


@pytest.fixture(scope="module")
def site(path: Path) -> Any:
    return make_app(path, METADATA, clock=lambda: NOW)


@pytest.fixture(scope="module")
def file(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        yield connection


@pytest.fixture(scope="module")
def page(site: Any) -> Any:
    return html.fromstring(get(site, "/dictionary").text)


def get(site: Any, address: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(address))
    return response


def declared(file: sqlite3.Connection, name: str) -> dict[str, str]:
    rows = file.execute(f"pragma table_xinfo([{name}])").fetchall()
    return {row[1]: "INTEGER" if row[2] == "INT" else row[2] for row in rows}


@pytest.mark.parametrize("name", TABLES)
def test_every_published_column_stands_on_the_page_with_its_type(
    page: Any, file: sqlite3.Connection, name: str
) -> None:
    rows = page.xpath(f'//section[@aria-labelledby="{name}"]//tbody/tr')
    told = {
        row.xpath("string(./th)").strip(): row.xpath("string(./td[1])").replace(", key", "").replace("computed", "")
        for row in rows
    }
    assert told == declared(file, name)
    assert [row.get("id") for row in rows] == [f"{name}.{column}" for column in told]
    meanings = [" ".join(row.xpath("string(./td[2])").split()) for row in rows]
    described = NEWS["tables"][name]["columns"]
    for column, meaning in zip(told, meanings, strict=True):
        assert meaning.startswith(" ".join(described[column].replace("`", "").split())), column


def test_no_published_table_is_left_out(page: Any, file: sqlite3.Connection) -> None:
    names = {row[0] for row in file.execute("select name from sqlite_master where type in ('table', 'view')")}
    public = {name for name in names if not re.fullmatch(r"sqlite_\w+|articles_fts\w*", name)}
    assert {heading.get("id") for heading in page.xpath("//h3[@id]")} == public


@pytest.mark.parametrize("name", TABLES)
def test_the_types_of_the_document_are_those_of_the_file(file: sqlite3.Connection, name: str) -> None:
    text = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    section = re.split(r"^#{2,3} ", text.partition(f"\n### {name}\n")[2], flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| (\w+) \| (\w*) ?\| (.+) \|$", section, re.MULTILINE)
    written = {
        column: kind for column, kind, meaning in rows if "*Working only.*" not in meaning and column != "column"
    }
    assert written == declared(file, name), "run over docs/schema.md with the types of the published file"


def test_every_link_within_the_page_leads_to_something(page: Any) -> None:
    ids = set(page.xpath("//@id"))
    links = {link for link in page.xpath("//@href") if urlsplit(link).path in ("", "/dictionary")}
    assert {urlsplit(link).fragment for link in links if urlsplit(link).fragment} <= ids
    assert len(page.xpath("//@id")) == len(ids), "no id twice"


@pytest.mark.parametrize("name", TABLES)
def test_each_has_a_page_with_the_sql_that_counts_it(site: Any, name: str) -> None:
    told = get(site, f"/dictionary/{name}.json").json()
    assert told["sql"] == (VIEWS[name].strip() if name in VIEWS else None)
    assert told["kind"] == ("kept view" if name in KEPT else "view" if name in VIEWS else "table")
    answer = get(site, f"/dictionary/{name}")
    assert answer.status_code == 200
    if name in VIEWS:
        assert html.fromstring(answer.text).xpath("string(//pre)") == VIEWS[name].strip()


def test_the_rows_are_counted(site: Any, file: sqlite3.Connection) -> None:
    for entry in get(site, "/dictionary.json").json()["tables"]:
        counted = file.execute(f"select count(*) from [{entry['name']}]").fetchone()[0]
        assert entry["rows"] == (None if entry["kind"] == "view" else counted), entry["name"]


def test_what_a_column_points_to_is_there(site: Any) -> None:
    entries = get(site, "/dictionary.json").json()["tables"]
    names = {entry["name"] for entry in entries}
    pointing = {column["references"] for entry in entries for column in entry["columns"]} - {None}
    assert {"articles", "outlets", "stories"} <= pointing <= names


@pytest.mark.parametrize(
    ("asked", "table", "columns"),
    [
        pytest.param("jaccard_with_reprints", "agenda_similarity", ["jaccard_with_reprints"], id="a column"),
        pytest.param("STORY_MEMBERS each with its origin", "story_members", None, id="a table by its words"),
        pytest.param("independent origin stands counted", "story_members", ["independent"], id="words of a meaning"),
    ],
)
def test_a_search_finds(site: Any, asked: str, table: str, columns: list[str] | None) -> None:
    found = {entry["name"]: entry for entry in get(site, f"/dictionary.json?q={asked}").json()["tables"]}
    names = [column["name"] for column in found[table]["columns"]]
    assert names == (columns or list(NEWS["tables"][table]["columns"]))


@pytest.mark.parametrize("asked", ["nothing has this", "<script>alert(1)</script>", "%", '"', "\\", "[", "*" * 300])
def test_a_search_for_what_is_not_there_says_so(site: Any, asked: str) -> None:
    answer = asyncio.run(site.client.get("/dictionary", params={"q": asked}))
    assert answer.status_code == 200
    assert "<script" not in answer.text
    if asked == "nothing has this":
        assert "0 tables and views and 0 questions" in answer.text


def test_the_questions_that_stand_ready_are_listed_with_what_they_ask_for(site: Any, page: Any) -> None:
    told = {one["name"]: one for one in get(site, "/dictionary.json").json()["queries"]}
    assert list(told) == list(NEWS["queries"])
    assert told["distribution_of_stories"]["parameters"] == ["origins"]
    assert [link.get("href") for link in page.xpath('//dl[@class="questions-ready"]/dt/a')] == [
        f"/news/{name}" for name in NEWS["queries"]
    ]


def test_a_name_that_is_none_is_told_the_nearest(site: Any) -> None:
    answer = get(site, "/dictionary/story_member")
    assert answer.status_code == 404
    assert "story_members" in answer.text
    assert get(site, "/dictionary/story_member.json").json()["status"] == 404


def test_the_old_address_of_the_dictionary_leads_to_it(site: Any) -> None:
    answer = get(site, "/methodology/schema")
    assert (answer.status_code, answer.headers["location"]) == (301, "/dictionary")
    assert 'href="/dictionary"' in get(site, "/methodology").text

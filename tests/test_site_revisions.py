"""The page of changes: what was changed, word by word, the newest first, for everybody who reads it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from aggregator.site.revisions import CHANGES_ON_A_PAGE
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import iso
from tests.site_fixtures import METADATA, NOW, build

LONG = "The strike goes on and the port stays shut. " * 9
MORE = [
    ("courier.example", "summary", "The Senate sat until midnight.", "The Senate sat until dawn."),
    ("courier.example", "summary", LONG + "Talks today.", LONG + "Talks tomorrow."),
    ("mina.example", "title", "مجلس الشيوخ يقر قانون الميناء", "مجلس الشيوخ يرفض قانون الميناء"),
    ("anvil.example", "title", "Anglers <b>count</b> herring", "<script>alert(1)</script> count herring"),
    ("anvil.example", "body", "A text that is nobody else's business.", "Nor is this."),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("changed")
    build(folder)
    add(folder, MORE)
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def add(folder: Path, changes: list[tuple[str, str, str, str]]) -> None:
    store = Store.open(folder / "news.db")
    with store.transaction():
        for number, (domain, field, old, new) in enumerate(changes):
            store.db.execute(
                "insert into revisions (article_id, seen, field, old, new) select min(article.id), ?, ?, ?, ?"
                " from articles article join outlets outlet on outlet.id = article.outlet_id where outlet.domain = ?",
                [iso(NOW - timedelta(minutes=59 - number)), field, old, new, domain],
            )
    store.close()


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def fields(site: Any, query: str) -> list[tuple[str, str]]:
    found = get(site, f"/revisions.json{query}").json()["changes"]
    return [(change["domain"], change["field"]) for change in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", [("anvil.example", "title"), ("mina.example", "title"), ("courier.example", "summary"),
                          ("courier.example", "summary"), ("courier.example", "title")], id="the newest first"),
        pytest.param("?outlet=mina.example", [("mina.example", "title")], id="of an outlet"),
        pytest.param("?outlet=courier.example&field=title", [("courier.example", "title")], id="headlines of one"),
        pytest.param("?field=&outlet=&before=",
                     [("anvil.example", "title"), ("mina.example", "title"), ("courier.example", "summary"),
                      ("courier.example", "summary"), ("courier.example", "title")], id="empty fields"),
        pytest.param("?before=2", [("courier.example", "title")], id="before a row"),
    ],
)  # fmt: skip
def test_changes_are_listed(site: Any, query: str, expected: list[tuple[str, str]]) -> None:
    assert fields(site, query) == expected


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("The Senate sat until <del>midnight</del> <ins>dawn</ins>.", id="word by word"),
        pytest.param("(changed beyond the part that is published)", id="beyond the cut"),
        pytest.param(
            '<p class="diff" dir="auto" lang="ar">مجلس الشيوخ <del>يقر</del> <ins>يرفض</ins>', id="its language"
        ),
        pytest.param("&lt;script&gt;alert(1)&lt;/script&gt;", id="markup of a feed is text"),
        pytest.param('<time datetime="2026-11-22T11:01:00Z"', id="when"),
        pytest.param('<a href="/story/1">its story</a>', id="where it belongs"),
        pytest.param('<option value="courier.example">Morning Courier (3)</option>', id="whose changes there are"),
        pytest.param('href="/revisions" aria-current="page"', id="the way here"),
    ],
)
def test_the_page_says(site: Any, told: str) -> None:
    page = get(site, "/revisions")
    assert page.status_code == 200
    assert told in page.text


def test_a_text_of_an_article_is_not_there(site: Any) -> None:
    assert all("business" not in get(site, path).text for path in ("/revisions", "/revisions.json", "/news/revisions"))


def test_programs_get_the_runs(site: Any) -> None:
    change = get(site, "/revisions.json?outlet=mina.example").json()["changes"][0]
    assert [(run["kind"], run["text"].strip()) for run in change["runs"]] == [
        ("kept", "مجلس الشيوخ"), ("removed", "يقر"), ("added", "يرفض"), ("kept", "قانون الميناء"),
    ]  # fmt: skip


def test_older_changes_are_a_page_away(tmp_path: Path) -> None:
    build(tmp_path)
    add(
        tmp_path, [("anvil.example", "title", f"Version {n}", f"Version {n + 1}") for n in range(CHANGES_ON_A_PAGE + 5)]
    )
    site = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    first = get(site, "/revisions.json").json()
    assert len(first["changes"]) == CHANGES_ON_A_PAGE
    assert f"/revisions?{first['older']}" in get(site, "/revisions").text
    rest = get(site, f"/revisions.json?{first['older']}").json()
    assert len(rest["changes"]) == 6
    assert rest["older"] is None
    assert {one["id"] for one in first["changes"]}.isdisjoint(one["id"] for one in rest["changes"])


def test_a_story_shows_the_words_that_changed(site: Any) -> None:
    page = get(site, "/story/1").text
    assert "<del>Senate close to harbour vote</del> <ins>Senators approve harbour bill 31 to 28</ins>" in page
    assert "<del>يقر</del> <ins>يرفض</ins>" in page

"""A page that would take too long is ended, and says so in words, whoever asks and in whichever form."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from datasette.database import QueryInterrupted

from aggregator.site import allowance
from aggregator.site.allowance import ALLOWED, Allowance
from aggregator.site.queries import compare
from aggregator.site.serve import make_app
from tests.pages_of_ours import PAGES
from tests.site_fixtures import HARBOUR, METADATA, NOW, build

PATHS = {name: path for name, path in PAGES.items() if not path.startswith("/methodology")} | {
    "story, json": f"/story/{HARBOUR}.json",
    "story, BibTeX": f"/story/{HARBOUR}.bib",
    "stories, Atom": "/.atom",
    "stories, JSON Feed": "/.feed.json",
    "stories, CSV": "/.csv",
    "search, Atom": "/search.atom?q=senate",
    "compare, CSV": "/compare.csv?a=left&b=right",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("limited")), METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    answer: httpx.Response = asyncio.run(site.client.get(path))
    return answer


@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PATHS.items()])
def test_a_page_without_time_says_so(site: Any, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "PAGE_SECONDS", 0.0)
    answer = get(site, path)
    assert answer.status_code in (400, 503)
    assert "took longer" in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(lambda db: compare.stories_of_two(db, compare.of_sides("left", "right", "AllSides", "2026-01-01",
                                                                    "2027-01-01", None, None)), id="stories of two"),
        pytest.param(lambda db: compare.headlines_of_outlets(db, [HARBOUR], (1, 3), "AllSides"), id="of outlets"),
        pytest.param(lambda db: compare.headlines_of_sides(db, [HARBOUR], ("left", "right"), "MBFC", "AllSides"),
                     id="of sides"),
        pytest.param(lambda db: compare.firsts_of_sides(db, [HARBOUR], ("left", "right"), "AllSides"), id="firsts"),
    ],
)  # fmt: skip
def test_questions_that_a_stranger_widens_have_a_limit(site: Any, question: Callable[[Any], Any]) -> None:
    async def asked() -> Any:
        ALLOWED.set(Allowance(seconds=0.0, in_line=False))
        return await question(site.get_database("news"))

    with pytest.raises(QueryInterrupted):
        asyncio.run(asked())


_NAP = """
with recursive n(i) as (select coalesce(nap(), 1) union all select i + 1 from n where i < 5000) select sum(i) from n
"""


@pytest.mark.parametrize(
    ("in_line", "ended"),
    [pytest.param(False, False, id="a page of ours"), pytest.param(True, True, id="a reader's own question")],
)
def test_what_waits_for_a_busy_machine(site: Any, in_line: bool, ended: bool) -> None:
    """During a nap the processor does something else: with others', or waits for a disk."""

    def napping(connection: sqlite3.Connection) -> None:
        connection.create_function("nap", 0, lambda: time.sleep(0.3))
        connection.set_authorizer(None)

    async def asked() -> Any:
        database = site.get_database("news")
        await database.execute_fn(napping)
        await database.strangers.run(napping)
        ALLOWED.set(Allowance(seconds=0.2, in_line=in_line))
        return await database.execute(_NAP)

    with pytest.raises(QueryInterrupted) if ended else contextlib.nullcontext():
        asyncio.run(asked())

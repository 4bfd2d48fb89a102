"""What /robots.txt tells crawlers, as a parser of it reads it, of every page that there is."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from protego import Protego

from aggregator.site.serve import make_app
from tests.pages_of_ours import DATASETTE, PAGES
from tests.site_fixtures import METADATA, NOW, build

SITE = "https://news.example"
OPEN = ["/", "/?day=2026-11-20", "/story/12", "/story/12.json", "/article/7", "/outlet/courier.example", "/outlets",
        "/blindspots", "/revisions", "/research/first", "/methodology", "/compare", "/.atom", "/favicon.ico",
        "/-/room/style.0123456789ab.css"]  # fmt: skip
CLOSED = ["/news", "/news.db", "/news.csv?sql=select+1", "/news/articles", "/news/articles.csv", "/search?q=harbour",
          "/search.atom?q=harbour", "/.csv", "/story/12.csv", "/?provider=MBFC", "/story/12?provider=MBFC",
          "/compare?a=left&b=right", "/-/metrics"]  # fmt: skip


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> httpx.Response:
    site: Any = make_app(build(tmp_path_factory.mktemp("robots")), METADATA, clock=lambda: NOW)
    found: httpx.Response = asyncio.run(site.client.get("/robots.txt"))
    return found


def test_it_is_there_as_plain_text(answer: httpx.Response) -> None:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert "max-age" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", OPEN)
def test_what_is_open(answer: httpx.Response, path: str) -> None:
    assert Protego.parse(answer.text).can_fetch(SITE + path, "AnyCrawler/1.0")


@pytest.mark.parametrize("path", [*CLOSED, *DATASETTE.values()])
def test_what_to_leave_alone(answer: httpx.Response, path: str) -> None:
    assert not Protego.parse(answer.text).can_fetch(SITE + path, "AnyCrawler/1.0")


def test_of_our_pages_searches_pairs_and_other_ratings_alone_are_closed(answer: httpx.Response) -> None:
    told = Protego.parse(answer.text)
    closed = [path for path in PAGES.values() if not told.can_fetch(SITE + path, "AnyCrawler/1.0")]
    assert closed == [
        path for path in PAGES.values() if path.startswith(("/search", "/compare?")) or "provider" in path
    ]

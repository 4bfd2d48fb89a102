"""Outlets' own spiders: each reads stored pages of its outlet's structure, and each is small."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aggregator.crawl.outlets import spider_of
from aggregator.errors import UsageError
from aggregator.resources import ROOT, outlet_spiders
from tests.outlet_cases import CASES, expected, listed, read
from tests.test_crawl_kinds import sitemap

MOST_LINES = 60
SPIDERS = sorted(outlet_spiders())


def cases(what: str) -> list[Any]:
    names = sorted(path.parent.name for path in CASES.glob("*/expected.json"))
    return [pytest.param(name, file, id=f"{name}-{file}") for name in names for file in expected(name)[what]]


@pytest.mark.parametrize("name", SPIDERS)
def test_each_spider_has_a_stored_case(name: str) -> None:
    """docs/adding-an-outlet.md says how a case is made."""
    told = expected(name)
    assert any(listing["articles"] for listing in told["listings"].values())
    assert any(article["body"] for article in told["articles"].values())


def test_each_case_is_of_a_spider() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == SPIDERS


@pytest.mark.parametrize(("name", "file"), cases("listings"))
def test_a_section_page_gives_its_articles(name: str, file: str) -> None:
    told = expected(name)["listings"][file]
    assert listed(name, file, told["url"]) == told["articles"]


@pytest.mark.parametrize(("name", "file"), cases("articles"))
def test_a_page_gives_its_article(name: str, file: str) -> None:
    told = dict(expected(name)["articles"][file])
    assert read(name, file, told.pop("url")) == told


@pytest.mark.parametrize("name", SPIDERS)
def test_a_spider_is_small_and_named_like_its_file(name: str) -> None:
    assert len((ROOT / "spiders" / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert spider_of(name).__module__ == f"spiders.{name}"


@pytest.mark.parametrize(
    ("hook", "value", "problem"),
    [
        pytest.param("body", "div..text", "body = 'div..text' is no CSS selector", id="selector"),
        pytest.param("article", "/(news", "article = '/(news' is no regular expression", id="expression"),
        pytest.param("host", "", "host must be set", id="host"),
    ],
)
def test_a_spider_that_cannot_work_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, hook: str, value: str, problem: str
) -> None:
    monkeypatch.setattr(spider_of("ap"), hook, value)
    with pytest.raises(UsageError, match=re.escape(f"spiders/ap.py: {problem}")):
        spider_of("ap")


def test_a_sitemap_without_an_article_of_the_outlet_is_empty() -> None:
    body = sitemap("https://elsewhere.example/one", "https://elsewhere.example/two")
    found = spider_of("dw").parse_listing(body, "https://www.dw.com/news.xml", "", None)
    assert (found.code, found.entries, found.message) == ("empty", (), "none of 2 entries is an article's")

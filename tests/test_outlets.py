"""Outlets' own spiders: each reads stored pages of its outlet's structure, and each is small."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from aggregator.crawl import settings as ours
from aggregator.pages import to_draft
from aggregator.resources import ROOT, outlet_spiders
from aggregator.times import iso
from spiders.base import OutletSpider
from spiders.feeds import readers_by_kind

CASES = Path(__file__).parent / "outlets"
NOW = datetime(2026, 11, 23, tzinfo=UTC)
MOST_LINES = 60


def spiders() -> dict[str, type[OutletSpider]]:
    found = Settings()
    found.setmodule(ours)
    return {kind: one for kind, one in readers_by_kind(found).items() if issubclass(one, OutletSpider)}


SPIDERS = spiders()


def expected(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((CASES / name / "expected.json").read_text(encoding="utf-8"))
    return told


def listed(name: str, file: str, url: str) -> list[dict[str, Any]]:
    """What a stored section page or sitemap lists, as the expected files write it."""
    parsed = SPIDERS[name].feed_reader()((CASES / name / file).read_bytes(), url, "", NOW)
    return [
        {"url": draft.url, "title": draft.title, "kind": draft.kind.value, "scope": draft.scope.value}
        | ({"published": iso(draft.published)} if draft.published else {})
        for draft in parsed.entries
    ]


def read(name: str, file: str, url: str) -> dict[str, Any]:
    """What a stored article's page tells, as the expected files write it."""
    page = SPIDERS[name].page_reader()((CASES / name / file).read_bytes(), url, NOW)
    draft = to_draft(page, url)
    return {
        "title": page.title,
        "published": iso(page.published) if page.published else None,
        "authors": list(page.authors),
        "language": page.language,
        "section": page.section,
        "scope": page.scope.value,
        "kind": page.kind.value,
        "wire": draft.wire,
        "body_status": page.body_status.value if page.body_status else None,
        "flags": list(page.flags),
        "body": page.body.split("\n"),
    }


def cases(what: str) -> list[Any]:
    names = sorted(path.parent.name for path in CASES.glob("*/expected.json"))
    return [pytest.param(name, file, id=f"{name}-{file}") for name in names for file in expected(name)[what]]


@pytest.mark.parametrize("name", sorted(SPIDERS))
def test_each_spider_has_a_stored_case(name: str) -> None:
    told = expected(name)
    assert any(listing["articles"] for listing in told["listings"].values())
    assert any(article["body"] for article in told["articles"].values())


def test_each_case_is_of_a_spider() -> None:
    assert {path.name for path in CASES.iterdir()} == set(SPIDERS) == outlet_spiders()


@pytest.mark.parametrize(("name", "file"), cases("listings"))
def test_a_section_page_gives_its_articles(name: str, file: str) -> None:
    told = expected(name)["listings"][file]
    assert listed(name, file, told["url"]) == told["articles"]


@pytest.mark.parametrize(("name", "file"), cases("articles"))
def test_a_page_gives_its_article(name: str, file: str) -> None:
    told = dict(expected(name)["articles"][file])
    assert read(name, file, told.pop("url")) == told


@pytest.mark.parametrize("name", sorted(SPIDERS))
def test_a_spider_is_small_and_named_like_its_file(name: str) -> None:
    assert len((ROOT / "spiders" / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert SPIDERS[name].__module__ == f"spiders.{name}"

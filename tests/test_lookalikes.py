"""A domain that looks like a rated outlet's gets no rating, whatever name stands beside it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.importers import import_file
from aggregator.workspace import open_workspace

ADDRESSES = {
    "http://www.foxnews.com/politics/1": "Fox News",
    "https://video.foxnews.com/v/1": "Fox News",
    "http://foxnews.com.co/politics/1": None,
    "http://fox-news.com/politics/1": None,
    "http://foxnews.co/1": None,
    "http://foxnewss.com/1": None,
    "http://f0xnews.com/1": None,
    "http://xn--foxnws-7of.com/1": None,
    "http://foxnews.com.breaking.example/1": None,
    "http://breaking.example/foxnews.com/1": None,
    "http://foxnews.com@breaking.example/2": None,
    "http://notfoxnews.com/1": None,
    "http://abcnews.com.co/1": None,
    "http://cnn.com.de/1": None,
    "http://nytimes.com.news-daily.info/1": None,
}


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Maps each address, imported as an article of Fox News, to its outlet and side."""
    folder: Path = tmp_path_factory.mktemp("lookalikes")
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file)
        write.writerow(["url", "title", "outlet", "timestamp"])
        write.writerows([url, f"Headline {n}", "Fox News", "2026-11-03"] for n, url in enumerate(ADDRESSES))
    with open_workspace(Config(), folder / "news.db") as workspace:
        report = import_file(folder / "articles.csv", workspace.ingest(), workspace.clock())
        assert (report.new, report.bad) == (len(ADDRESSES), [])
        found = workspace.store.db.execute(
            "select article.original_url, bias.outlet, bias.side from articles_with_bias bias"
            " join articles article on article.id = bias.article_id"
        ).fetchall()
        lost = workspace.store.db.execute("select sum(articles) from unrated_outlets").fetchone()
        listed = workspace.store.db.execute("select count(*) from outlets where listed").fetchone()
        sample = workspace.store.db.execute("select sum(listed) from sample_by_side group by provider").fetchall()
    assert sample == [listed, listed], "who was met in an article alone is no part of the sample"
    assert lost == (sum(outlet is None for outlet in ADDRESSES.values()),)
    return {url: (outlet, side) for url, outlet, side in found}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_rating_goes_by_the_address_alone(rated: dict[str, tuple[str, str]], address: str) -> None:
    outlet, side = rated[address]
    expected = ADDRESSES[address]
    if expected:
        assert (outlet, side) == (expected, "right")
    else:
        assert (outlet == "Fox News", side) == (False, "unrated")

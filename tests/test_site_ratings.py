"""What a page says of a rating that is not quite the article's own, and whom it credits."""

from __future__ import annotations

import asyncio
import html
import re
from typing import Any

import pytest

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import HARBOUR, METADATA, NOW, build


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom by the sea, where MBFC calls the Ledger satire and a private provider rates it too."""
    folder = tmp_path_factory.mktemp("rated")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute(
            "update ratings set label = 'satire', lean = null where provider = 'MBFC'"
            " and outlet_id = (select id from outlets where domain = 'ledger.example')"
        )
        store.db.execute(
            "update ratings set label = 'Conspiracy', lean = null where provider = 'AllSides'"
            " and outlet_id = (select id from outlets where domain = 'redlantern.example')"
        )
        store.db.execute("insert into providers (name, private) values ('Zwiebelblatt', 1)")
        store.db.execute(
            "insert into ratings (outlet_id, provider, scope, label, lean, valid_from)"
            " select id, 'Zwiebelblatt', 'news', 'left', -2, '2020-01-01' from outlets"
        )
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def words(site: Any, path: str) -> str:
    answer = asyncio.run(site.client.get(path))
    assert answer.status_code == 200
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.text).split()))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "AllSides: right, rated 1 Jun 2022; borrowed from its news, as its opinion is not rated;"
            " on the United States scale, for an outlet from elsewhere",
            id="borrowed, and on a foreign scale",
        ),
        pytest.param("MBFC: off the line, satire, rated 3 Mar 2024", id="off the line"),
        pytest.param(
            "AllSides: center, rated 1 Mar 2027 (later than this article: the first rating known)", id="extrapolated"
        ),
        pytest.param("MBFC: no rating", id="unrated"),
        pytest.param("off the line: conspiracy", id="off the line, by the provider of the page"),
    ],
)
def test_what_is_odd_about_a_rating_is_said(site: Any, told: str) -> None:
    assert told in words(site, f"/story/{HARBOUR}")


@pytest.mark.parametrize("path", ["/", f"/story/{HARBOUR}", "/health", "/revisions"])
def test_the_foot_of_each_page_credits_who_rates(site: Any, path: str) -> None:
    credit = "Ratings: AllSides Media Bias Ratings by AllSides , CC BY-NC 4.0 ; Media Bias/Fact Check (MBFC) ."
    assert credit.replace(" ,", ",") in words(site, path).replace(" ,", ",")


@pytest.mark.parametrize(
    "path",
    ["/", f"/story/{HARBOUR}", f"/story/{HARBOUR}.json", "/health", "/news/ratings.json", "/news/providers.json",
     "/news/articles_with_bias_by_provider.json", "/news/story_bias_by_provider.json", "/news/rater_disagreement.json"],
)  # fmt: skip
def test_a_private_provider_is_on_no_page(site: Any, path: str) -> None:
    answer = asyncio.run(site.client.get(path))
    assert answer.status_code == 200
    assert "zwiebelblatt" not in answer.text.lower()

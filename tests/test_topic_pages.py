"""Topics on the pages: what an article's page says of its own, and which topic a story is said to have."""

from __future__ import annotations

import asyncio
import html
import re
from typing import Any

import pytest

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import HARBOUR, METADATA, NOW, RESERVOIR, VOTING, build

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom by the sea: a story of one topic, one of two that tie, one with a topic in a reprint alone."""
    folder = tmp_path_factory.mktemp("topics")
    build(folder)
    store = Store.open(folder / "news.db")
    db = store.db
    with store.transaction():
        db.execute("update articles set topic = null, topic_from = null, topic_told = null")
        tell(db, HARBOUR, "politics", 1000)
        tell(db, VOTING, "crime and courts", 2)
        tell(db, RESERVOIR, "climate", 1)
        db.execute("update articles set section = 'Sport', topic_from = 'section', topic_told = '[\"Sport\"]',"
                   " topic = 'sport' where id = 1")  # fmt: skip
        db.execute("update articles set topic_from = 'section', topic_told = '[\"/sport/\"]', topic = 'sport'"
                   " where id = 2")  # fmt: skip
        db.execute("update articles set topic_from = 'words', topic_told = ?, topic = 'sport' where id = 3",
                   [f'["striker", "{HOSTILE}"]'])  # fmt: skip
        db.execute("update articles set topic = null, topic_from = null, topic_told = null where id = 4")
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def tell(db: Any, story: int, topic: str, most: int) -> None:
    """Gives a topic to so many of a story's independent articles."""
    db.execute("update articles set topic = ? where id in (select member.article_id from story_articles member"
               " join origins origin on origin.representative_id = member.article_id where story_id = ? limit ?)",
               [topic, story, most])  # fmt: skip


def get(site: Any, path: str) -> Any:
    answer = asyncio.run(site.client.get(path))
    assert answer.status_code == 200, answer.text[:300]
    return answer


def words(page: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


@pytest.mark.parametrize(
    ("article", "said"),
    [
        pytest.param(1, "Topic sport , by the outlet's section Sport", id="section"),
        pytest.param(2, "Topic sport , by its address: /sport/", id="address"),
        pytest.param(3, f"Topic sport , by its words: striker, {HOSTILE}", id="words, hostile"),
        pytest.param(
            4, "Topic not told: neither its section nor its words are sure of one, or they differ", id="not told"
        ),
    ],
)
def test_an_article_says_its_topic_and_what_told_it(site: Any, article: int, said: str) -> None:
    page = get(site, f"/article/{article}").text
    assert said in words(page)
    assert HOSTILE not in page
    assert ('href="/?topic=sport"' in page) == ("not told" not in said)


def test_an_article_says_the_same_to_programs(site: Any) -> None:
    told = get(site, "/article/1.json").json()["article"]
    assert (told["topic"], told["topic_from"], told["topic_told"]) == ("sport", "section", ["Sport"])
    assert get(site, "/article/4.json").json()["article"]["topic_told"] is None


def test_a_story_has_the_topic_of_most_of_its_origins(site: Any) -> None:
    topics = {row["id"]: row["topic"] for row in get(site, "/.json?time=7d").json()["stories"]}
    by_page = {story: get(site, f"/story/{story}.json").json()["topic"] for story in topics}
    assert topics == by_page
    assert (topics[HARBOUR], topics[VOTING], topics[RESERVOIR]) == ("politics", None, None)


def test_a_story_and_its_card_lead_to_the_topic(site: Any) -> None:
    page = get(site, f"/story/{HARBOUR}?provider=MBFC").text
    assert 'Topic: <a href="/?topic=politics&amp;provider=MBFC">politics</a>' in page
    assert '<a href="/?topic=politics">Politics</a> · ' in get(site, "/").text
    assert "Topic:" not in get(site, f"/story/{VOTING}").text


def test_the_form_offers_the_topics_that_there_are(site: Any) -> None:
    page = get(site, "/").text
    offered = re.findall(r'<option value="([^"]*)"', page.partition('name="topic"')[2].partition("</select>")[0])
    assert offered[0] == ""
    assert {"politics", "sport", "not told"} < set(offered) <= {"", "politics", "crime and courts", "climate", "sport",
                                                                 "not told"}  # fmt: skip

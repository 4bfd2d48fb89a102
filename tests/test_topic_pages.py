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
from tests.site_fixtures import FERRY, HARBOUR, METADATA, NOW, RESERVOIR, VOTING, build

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


@pytest.fixture(scope="module")
def ruled_site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom by the sea, all of it on politics but for what a person ruled: on two stories, and on an article."""
    folder = tmp_path_factory.mktemp("ruled")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("update articles set topic = 'politics', topic_from = 'words', topic_told = '[\"vote\"]'")
        rule(store, 1, f"s{HARBOUR} climate", first_of(store, HARBOUR)[:1], HOSTILE)
        rule(store, 2, f"a{first_of(store, VOTING)[0]} sport", first_of(store, VOTING)[:1])
        rule(store, 3, f"s{RESERVOIR} not told", first_of(store, RESERVOIR))
        for act, (article, value) in enumerate(zip(first_of(store, FERRY), (None, "", "a1"), strict=False), 4):
            row = ["2026-11-03T12:00:00Z", act, article, value]
            store.db.execute(
                "insert into overrides (at, act, kind, article_a, value) values (?, ?, 'topic', ?, ?)", row
            )
            store.topics.tell(article)
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def first_of(store: Store, story: int) -> list[int]:
    """Lists the independent articles of a story."""
    rows = store.db.execute(
        "select member.article_id from story_articles member"
        " join origins origin on origin.representative_id = member.article_id where story_id = ? order by 1", [story]
    )  # fmt: skip
    return [article for (article,) in rows.fetchall()]


def rule(store: Store, act: int, value: str, articles: list[int], note: str = "") -> None:
    store.topic_rulings.say(act, value, articles, note, "2026-11-03T12:00:00Z")
    store.topics.tell_all(articles)


def test_a_story_that_a_person_ruled_on_is_not_outvoted_by_its_other_articles(ruled_site: Any) -> None:
    topics = {story: get(ruled_site, f"/story/{story}.json").json()["topic"] for story in (HARBOUR, VOTING, RESERVOIR)}
    assert topics == {HARBOUR: "climate", VOTING: "politics", RESERVOIR: None}
    said = words(get(ruled_site, f"/story/{HARBOUR}").text)
    assert f"a person: the articles that story {HARBOUR} had then are on climate" in said
    assert "aggregator undo 1 takes it back" in said


def test_an_article_says_that_a_person_told_its_topic_and_why(ruled_site: Any) -> None:
    told = get(ruled_site, f"/story/{HARBOUR}.json").json()["rulings"][0]
    assert (told["act"], told["typed"], told["note"]) == (1, f"topic s{HARBOUR} climate", HOSTILE)
    (article,) = {row["article_a"] for row in get(ruled_site, "/news/overrides.json?act=1&_shape=array").json()}
    page = get(ruled_site, f"/article/{article}").text
    assert f"Topic climate , by a person, act 1: {HOSTILE}" in words(page)
    assert HOSTILE not in page
    told = get(ruled_site, f"/article/{article}.json").json()["article"]
    assert (told["topic"], told["topic_from"], told["topic_told"]) == ("climate", "person", ["act 1"])


def test_an_article_says_that_a_person_ruled_out_all_topics(ruled_site: Any) -> None:
    article = get(ruled_site, "/news/overrides.json?act=3&_shape=array").json()[0]["article_a"]
    assert "Topic not told: by a person, act 3" in words(get(ruled_site, f"/article/{article}").text)


def test_a_row_that_no_command_wrote_and_names_no_topic_is_told_as_that(ruled_site: Any) -> None:
    rulings = get(ruled_site, f"/story/{FERRY}.json").json()["rulings"]
    rows = get(ruled_site, "/news/overrides.json?act__gte=4&_sort=act&_shape=array").json()
    articles = [row["article_a"] for row in rows]
    assert [one["typed"] for one in rulings] == [f"topic a{article}" for article in articles]
    assert len(articles) > 1
    for article in articles:
        for page in (f"/story/{FERRY}", f"/article/{article}"):
            assert f"a person: no topic is named for a{article}" in words(get(ruled_site, page).text)

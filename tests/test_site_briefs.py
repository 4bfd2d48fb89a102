"""Briefs on the site: each sentence with whose it is, why there is none, what a model wrote apart and named."""

from __future__ import annotations

import asyncio
import html
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from aggregator.cli import cli
from aggregator.cli.common import Place
from aggregator.config import SiteConfig
from aggregator.decide import BODY_PURGED, NO_ARCHIVE, NO_SNIPPET
from aggregator.site.queries import briefs as brief_queries
from aggregator.site.queries import digest as digest_queries
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests import brief_fixtures as told
from tests.site_fixtures import FERRY, HARBOUR, LONE, METADATA, NOW, OLD, RESERVOIR, STRIKE, VOTING, build

COPY, VIDEO, HERRING = 5, 9, 25
HOSTILE = '<script>alert(1)</script> & "quotes" said so.'
PURGED, FORBIDDEN, NOT_KEPT, BARE = 14, 15, 16, 17


def change(store: Store) -> None:
    """Adds a hostile brief, one of an Arabic article, a text of a model about an article, and flags that forbid."""
    told.add_brief(store, OLD, [(HOSTILE, [26]), (HOSTILE, [27, 26])], headline=(HOSTILE, [26]), sources=2, left_out=0)
    told.add_brief(store, VOTING, [], headline=("Court lets voting map stand", [21]), sources=0, left_out=4)
    told.add_generated(store, "story_id", OLD, [26, 27], HOSTILE)
    told.add_generated(store, "article_id", VIDEO, [VIDEO])
    for article, flags, words in (
        (PURGED, [BODY_PURGED], 420), (FORBIDDEN, [NO_SNIPPET], 420), (NOT_KEPT, [NO_ARCHIVE], None), (BARE, [], None),
    ):  # fmt: skip
        store.db.execute(
            "update articles set flags = ?, word_count = ?, body = null where id = ?",
            [json.dumps(flags), words, article],
        )
    store.db.execute("update outlets set description = 'A daily of the quays.' where domain = 'tidewater.example'")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefs")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        change(store)
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


@pytest.fixture(scope="module")
def large(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same file without its counts, which say that it is small: then SQLite reads it as it does a large one."""
    path = tmp_path_factory.mktemp("large") / "news.db"
    shutil.copy(published, path)
    with closing(sqlite3.connect(path)) as db, db:
        for (name,) in db.execute("select name from sqlite_master where name like 'sqlite_stat%'").fetchall():
            db.execute(f"drop table {name}")
    return path


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    assert response.status_code == 200
    return response


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).replace("\xa0", " ").split())


def section(response: httpx.Response, name: str) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>(?=\s*<(?!/))', response.text, re.DOTALL)
    assert found, name
    return found[0]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"{told.VOTED} National Wire C , also L Tidewater Post, left LL Morning Courier, lean left LR",
                     id="whose words, and who says the same"),
        pytest.param(f"Key points {told.BERTHS} Morning Courier LL {told.STRIKE_VOW} Red Lantern L", id="key points"),
        pytest.param("Where they agree (2), only said by the left (1), the center (1), the right (1)",
                     id="what is folded says what it holds"),
        pytest.param(f"Only said by the center {told.SENATORS} National Wire C", id="only said by one side"),
        pytest.param("Taken word for word from 7 of 9 independent texts, in English, by a fixed rule (version"
                     ' "sentences 1"); 2 left out, each in another language,', id="how it was made"),
    ],
)  # fmt: skip
def test_a_story_says_in_brief(site: Any, said: str) -> None:
    page = words(get(site, f"/story/{HARBOUR}").text)
    assert said.replace(" ", "") in page.replace(" ", "")


def test_a_brief_stands_before_the_headlines_and_a_text_of_a_model_after_them(site: Any) -> None:
    page = get(site, f"/story/{HARBOUR}").text
    assert page.index('id="brief"') < page.index('class="sides"') < page.index('id="generated"')


@pytest.mark.parametrize("provider", ["", "?provider=MBFC"])
def test_each_sentence_leads_to_its_articles_on_the_page(site: Any, provider: str) -> None:
    page = get(site, f"/story/{HARBOUR}{provider}")
    brief = page.text[page.text.index('id="brief"') : page.text.index('class="sides"')]
    cited = {int(one) for one in re.findall(r'href="#a(\d+)"', brief)}
    assert cited == {1, 2, 3, 4, 7}
    assert cited <= {int(one) for one in re.findall(r'<article class="member" id="a(\d+)"', page.text)}


def test_by_other_ratings_the_letters_are_theirs_and_the_sides_are_named(site: Any) -> None:
    page = words(get(site, f"/story/{HARBOUR}?provider=MBFC").text)
    assert "what sides agree on, and what one says alone, is told by AllSides's ratings" in page
    assert "is told by AllSides's ratings" not in words(get(site, f"/story/{HARBOUR}").text)


def test_the_rows_of_a_brief_are_its_sentences(site: Any) -> None:
    page = get(site, f"/story/{HARBOUR}").text
    assert f'href="/news/brief_sentences?story_id={HARBOUR}"' in page
    rows = get(site, f"/news/brief_sentences.json?story_id={HARBOUR}&_shape=array&_size=max").json()
    assert {told.VOTED, told.BERTHS, told.SENATORS} < {row["text"] for row in rows}


def test_a_story_of_one_origin_has_the_brief_of_its_article(site: Any) -> None:
    page = words(get(site, f"/story/{LONE}").text)
    assert f"In brief {told.HERRING} Taken word for word from the article, in English" in page
    assert get(site, f"/story/{LONE}.json").json()["brief"]["summary"] == [
        {"text": told.HERRING, "articles": [HERRING]}
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param(f"/story/{STRIKE}", "No brief yet: the next aggregator run writes it", id="not made yet"),
        pytest.param(f"/story/{VOTING}", "No brief: none of the 4 texts has a sentence that can stand by itself",
                     id="none of four"),
        pytest.param(f"/article/{PURGED}", "No brief: its text was kept as long as", id="purged"),
        pytest.param(f"/article/{FORBIDDEN}", "No brief: its page asks that nothing of its text be shown", id="hidden"),
        pytest.param(f"/article/{NOT_KEPT}", "No brief: its page asks that its text not be kept", id="noarchive"),
        pytest.param(f"/article/{BARE}", "No brief: nothing is stored of it but headline and summary", id="no text"),
        pytest.param("/article/2", "No brief: its text has no sentence that can stand by itself", id="no sentence"),
    ],
)  # fmt: skip
def test_where_there_is_no_brief_the_page_says_why(site: Any, path: str, said: str) -> None:
    page = get(site, path).text
    assert said in words(page)
    assert 'id="brief"' not in page


def test_where_briefs_are_not_allowed_the_page_says_so(published: Path) -> None:
    site = make_app(published, METADATA, clock=lambda: NOW, settings=SiteConfig(brief_characters=0))
    assert "no sentences of articles are published" in words(get(site, f"/story/{FERRY}").text)


def test_a_text_of_a_model_says_so_first_and_what_was_dropped_is_folded(site: Any) -> None:
    box = section(get(site, f"/story/{HARBOUR}"), "generated")
    assert words(box).startswith(told.NOTICE)
    shown, _, folded = box.partition("<details>")
    assert f'<span dir="auto" lang="en">{told.WRITTEN}</span>' in shown
    assert "1 sentence that it wrote was dropped: no article cited has its names, numbers or quotes." in words(folded)
    assert told.DROPPED not in box
    assert "Say in two sentences what happened." in folded
    assert "22 Nov, 11:50" in words(folded)


def test_a_text_of_a_model_that_lost_an_article_is_out_of_date(site: Any) -> None:
    stale = words(section(get(site, f"/story/{HARBOUR}"), "generated"))
    assert "It is out of date : 1 article that it rests on is no longer in this story." in stale
    assert "out of date" not in words(section(get(site, f"/story/{OLD}"), "generated"))
    assert get(site, f"/story/{HARBOUR}.json").json()["generated"]["inputs_gone"] == [20]


def test_hostile_sentences_are_text(site: Any) -> None:
    page = get(site, f"/story/{OLD}").text
    assert "<script>alert" not in page
    assert html.escape(HOSTILE).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in page


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"In brief {told.VOTED} Key points {told.BERTHS}", id="summary and points"),
        pytest.param("A daily of the quays.", id="who the outlet is"),
        pytest.param("AllSides: Left , rated 18 Oct 2019 ( its source )", id="its rating, by whom, from when"),
        pytest.param("Official website: https://tidewater.example/", id="its website"),
        pytest.param("Original article: https://tidewater.example/0", id="the original"),
        pytest.param("Taken word for word from the article, in English, by a fixed rule", id="how it was made"),
    ],
)
def test_an_article_has_what_a_brief_of_one_has(site: Any, said: str) -> None:
    assert said in words(get(site, "/article/1").text)


def test_a_video_says_that_it_is_one(site: Any) -> None:
    page = words(get(site, f"/article/{VIDEO}").text)
    assert "Watch the video there" in page
    assert "Original video: https://marketmirror.example/8" in page
    assert told.NOTICE in page


def test_a_copy_has_the_brief_of_the_text_that_it_carries(published: Path, tmp_path: Path) -> None:
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        told.add_article_brief(store, 4, [(told.VOTED, [4])])
    store.close()
    site = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    page = words(get(site, f"/article/{COPY}").text)
    assert told.VOTED in page
    assert "The text is that of a4 ." in page
    assert "The text is that of" not in words(get(site, "/article/4").text)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        pytest.param(str(HARBOUR), f"/story/{HARBOUR}.json", id="a story"),
        pytest.param(str(LONE), f"/story/{LONE}.json", id="a story of one article"),
        pytest.param(str(VOTING), f"/story/{VOTING}.json", id="a story without a sentence"),
    ],
)
def test_json_says_what_the_command_says(site: Any, published: Path, target: str, path: str) -> None:
    working = published.parent.parent / "news.db"
    outcome = CliRunner().invoke(cli, ["brief", target, "--json", "--db", str(working)], obj=Place())
    printed, brief = json.loads(outcome.stdout), get(site, path).json()["brief"]
    same = ("summary", "key_points", "agree", "only_said_by", "how_made", "language", "made")
    assert {name: brief[name] for name in same} == {name: printed[name] for name in same}
    assert (brief["why_none"] is None) == (printed["why_none"] is None)
    assert brief["headline"] == printed["headline"] or not brief["summary"]


def test_json_of_a_text_of_a_model_has_its_notice_and_all_it_rests_on(site: Any) -> None:
    for path in (f"/story/{HARBOUR}.json", f"/article/{VIDEO}.json"):
        written = get(site, path).json()["generated"]
        assert next(iter(written)) == "notice"
        assert written["notice"] == told.NOTICE
        assert {"model", "made", "prompt", "inputs", "dropped"} < written.keys()
    assert get(site, f"/story/{RESERVOIR}.json").json()["generated"] is None


def test_a_card_has_the_first_sentence_and_whose_it_is(site: Any) -> None:
    page = get(site, "/?day=2026-11-22").text
    card = next(one for one in page.split("<li>") if f'"/story/{HARBOUR}"' in one)
    assert f"{told.VOTED} National Wire" in words(card)
    assert f'href="/story/{HARBOUR}#a4"' in card
    told_by_story = {one["id"]: one["first_sentence"] for one in get(site, "/.json?day=2026-11-22").json()["stories"]}
    assert told_by_story[HARBOUR] == {"text": told.VOTED, "article": 4}
    assert told_by_story[STRIKE] is None


def test_feeds_and_cards_say_nothing_that_a_model_wrote(site: Any) -> None:
    for path in (
        "/",
        "/.atom",
        "/.feed.json",
        "/.json",
        "/search.atom?q=harbour&show=stories",
        "/digest",
        "/digest.json",
    ):
        assert told.WRITTEN not in get(site, path).text
        assert told.VOTED in get(site, path).text, path


@pytest.mark.parametrize(
    ("sql", "read_whole"),
    [
        pytest.param(brief_queries._FIRST, ["SCAN asked VIRTUAL TABLE INDEX 1:"], id="first sentences"),
        pytest.param(brief_queries._OF_STORIES, ["SCAN json_each VIRTUAL TABLE INDEX 1:"], id="briefs of a list"),
        pytest.param(brief_queries._GENERATED.format(of="story_id"), [], id="a text of a model"),
        pytest.param(brief_queries._PLACED.format(table="story_members"), ["SCAN json_each VIRTUAL TABLE INDEX 1:"],
                     id="whose the articles are"),
        pytest.param(digest_queries._SPOTS, [], id="blindspots of a digest"),
        pytest.param(digest_queries.HEADLINES, [], id="changed headlines of a digest"),
    ],
)  # fmt: skip
def test_what_a_page_reads_of_briefs_is_looked_up(large: Path, sql: str, read_whole: list[str]) -> None:
    with closing(sqlite3.connect(large)) as db:
        names = re.findall(r":([a-z]+)", sql)
        plan = [row[3] for row in db.execute(f"explain query plan {sql}", dict.fromkeys(names, "[1]"))]
        assert [step for step in plan if step.startswith(("SCAN", "MATERIALIZE"))] == read_whole
        assert not [step for step in plan if "_verdict" in step]


def test_by_other_ratings_only_the_articles_asked_for_are_rated(large: Path) -> None:
    """A view of all providers that is joined to articles is made for every article of the file first."""
    sql = brief_queries._PLACED.format(table="story_members_by_provider")
    with closing(sqlite3.connect(large)) as db:
        plan = [row[3] for row in db.execute(f"explain query plan {sql}", {"articles": "[1]", "provider": "MBFC"})]
    assert "MATERIALIZE story_members_by_provider" not in plan
    assert "SEARCH member USING INTEGER PRIMARY KEY (rowid=?)" in plan

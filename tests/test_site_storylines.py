"""Storylines as readers see them: the page of one, the list, the line on a story, what leaves and what mends it."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree, html

from aggregator.site.queries.storylines import LINKED, StorylineChoice, storylines_question
from aggregator.site.serve import make_app
from aggregator.site.storylines.chart import Point, line_chart, ticks_of
from aggregator.site.storylines.listed import STORYLINES_ON_A_PAGE
from aggregator.site.storylines.page import STORIES_ON_A_PAGE
from aggregator.site.storylines.words import gap_words, link_words, span_words
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import FERRY, HARBOUR, METADATA, NOW, OLD, PORT, RESERVOIR, STRIKE, VOTING, build

LONG, NAMELESS, EMPTY, LOOP = 3, 4, 5, 6
MANY = 65
HOSTILE = '<img src=x onerror=alert(1)> & "quoted"'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("port")), METADATA, clock=lambda: NOW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom with a storyline of many stories over years, one without a name, an empty one, two in a circle."""
    folder = tmp_path_factory.mktemp("many")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        add_many(store)
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def add_many(store: Store) -> None:
    add = store.db.execute
    for title, stories in ((HOSTILE, MANY), ("", 2), ("", 0), ("", 0), ("", 0)):
        add("insert into storylines (title, made, stories) values (?, '2026-11-22T12:00:00Z', ?)", [title, stories])
    for one, into in ((LOOP, LOOP + 1), (LOOP + 1, LOOP)):
        add("update storylines set merged_into = ? where id = ?", [into, one])
    outlet = add("select id from outlets where domain = 'courier.example'").fetchone()[0]
    last = None
    for number in range(MANY):
        at = f"{2020 + number // 12}-{number % 12 + 1:02d}-03T{number % 24:02d}:10:00Z"
        story = store.stories.found(at)
        article = add(
            "insert into articles (url, original_url, outlet_id, title, published, first_seen, last_seen, language,"
            " title_from) values (?, ?, ?, ?, ?, ?, ?, 'en', 'feed')",
            [f"https://courier.example/l{number}", f"https://courier.example/l{number}", outlet,
             f"Part {number} of the affair", at, at, at],
        ).lastrowid  # fmt: skip
        origin = add("insert into origins (representative_id, kind) values (?, 'original')", [article]).lastrowid
        add("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, 'exact')", [article, origin])
        add(
            "insert into story_articles (story_id, article_id, score, reasons) values (?, ?, 1, '[]')", [story, article]
        )
        store.stories.refresh(story)
        reasons = [{"name": "names", "value": 1, "weight": 1, "words": [HOSTILE]}] if last else []
        put(store, story, LONG, last, reasons, 0.61)
        last = story
    for story, matched in ((RESERVOIR, None), (FERRY, RESERVOIR)):
        put(store, story, NAMELESS, matched, [], 0.5)
    first = "(select min(article_id) from story_articles where story_id = {})"
    add(
        "insert into overrides (at, act, kind, article_a, article_b, value, note) values ('2026-11-22T11:00:00Z', 1,"
        f" 'continues', {first.format(RESERVOIR)}, {first.format(FERRY)}, 'merge s{FERRY} s{RESERVOIR}', ?)",
        ["<b>one affair</b>"],
    )


def put(store: Store, story: int, line: int, matched: int | None, reasons: Sequence[object], score: float) -> None:
    store.db.execute(
        "insert into storyline_stories (story_id, storyline_id, matched_story_id, score, reasons)"
        " values (?, ?, ?, ?, ?)", [story, line, matched, score, json.dumps(reasons)],
    )  # fmt: skip


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def page(site: Any, path: str) -> html.HtmlElement:
    answer = get(site, path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def text(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content())


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("20 Nov 2026 to 22 Nov 2026, 2 days", id="from and to, and how long"),
        pytest.param("3 stories", id="stories"),
        pytest.param("15 articles, 13 independent origins", id="articles and origins"),
        pytest.param("12 outlets", id="outlets, each counted once"),
        pytest.param("Ratings by AllSides · MBFC, as of publication", id="whose ratings"),
        pytest.param("22 Nov, 04:00 · 6 hours later", id="the gap to the one before"),
        pytest.param(f"Linked with s{HARBOUR}, 21 Nov 2026: both name harbour and tugs · likeness 0.80 of 1", id="why"),
        pytest.param("1 rated origin: too few for shares, which need 3", id="no bar below the minimum, and why"),
        pytest.param("may be wrong", id="that it may be wrong"),
        pytest.param("no story, no bar and no blindspot is counted by it", id="what it changes"),
        pytest.param("aggregator storyline split l1 s2", id="the command that mends it"),
    ],
)
def test_the_page_says(site: Any, words: str) -> None:
    assert words in text(page(site, f"/storyline/{PORT}").xpath("//main")[0])


def test_its_stories_stand_in_time_each_with_its_own_bar(site: Any) -> None:
    found = page(site, f"/storyline/{PORT}")
    assert found.xpath("//ol[@class='parts']/li/@id") == [f"story-{one}" for one in (OLD, HARBOUR, STRIKE)]
    bars = [one.xpath("string(.//*[@class='bar']/@aria-label)") for one in found.xpath("//ol[@class='parts']/li")]
    assert bars == ["", "Independent origins: 2 left, 1 lean left, 1 center, 2 lean right, 1 right, 2 unrated", ""]
    assert [link for link in found.xpath("//ol//a/@href") if link.startswith("/news")] == [
        f"/news/storyline_stories/{HARBOUR}", f"/news/storyline_stories/{STRIKE}",
    ]  # fmt: skip


def test_another_provider_is_kept_in_its_links(site: Any) -> None:
    found = page(site, f"/storyline/{PORT}?provider=MBFC")
    links = [link for link in found.xpath("//main//a/@href") if re.match(r"/story/|/outlet/|/storylines", link)]
    assert links
    assert all("provider=MBFC" in link for link in links)
    assert get(site, f"/storyline/{PORT}.json?provider=MBFC").json()["provider"] == "MBFC"
    assert get(site, f"/storyline/{PORT}?provider=Nobody").status_code == 400


def test_a_headline_that_is_hostile_stays_text(site: Any, many: Any) -> None:
    assert "<script>" not in get(site, f"/storyline/{PORT}").text
    for path in (f"/storyline/{LONG}", "/storylines", f"/storyline/{LONG}?page=2"):
        answer = get(many, path).text
        assert "<img" not in answer
        assert "&lt;img" in answer


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        pytest.param("/storyline/l1", 200, "Harbour, port and tugs", id="l1 is 1"),
        pytest.param("/storyline/99", 404, "There is no such storyline", id="unknown"),
        pytest.param("/storyline/99.json", 404, "There is no such storyline", id="unknown, for programs"),
        pytest.param("/storyline/99.atom", 404, "There is no such storyline", id="unknown, as a feed"),
        pytest.param("/storyline/999999999999999", 404, "There is no such storyline", id="a great number"),
        pytest.param("/storyline/1?page=9", 200, "The storyline has 1 page", id="a page after the last"),
        pytest.param("/storyline/1?page=x", 400, "is a whole number from 1 on", id="no page"),
        pytest.param("/storylines?before=noon", 400, "what a link to earlier storylines writes", id="no place"),
        pytest.param("/storylines?from=yesterday", 400, "takes a day", id="no day"),
        pytest.param("/storylines.csv?to=2026-13-01", 400, "takes a day", id="no day of a file"),
        pytest.param("/storylines?from=2030-01-01", 200, "No storyline whose latest story is of", id="nothing then"),
        pytest.param("/storylines?to=2026-11-21", 200, "No storyline whose", id="it went on later"),
        pytest.param("/storylines?topic=gossip", 400, "is one of politics", id="no topic"),
        pytest.param("/storylines.csv?topic=gossip", 400, "is one of politics", id="no topic of a file"),
        pytest.param("/storylines?topic=sport", 200, "No storyline whose latest story is on sport", id="none on it"),
        pytest.param("/storylines?day=2026-11-22", 200, "Harbour, port and tugs", id="the day of its latest story"),
    ],
)
def test_addresses(site: Any, path: str, status: int, told: str) -> None:
    answer = get(site, path)
    assert answer.status_code == status
    assert told in answer.text


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        pytest.param("economy", [PORT], id="the topic of its latest story"),
        pytest.param("politics", [], id="the topic of an earlier story"),
        pytest.param("not+told", [], id="not told"),
    ],
)
def test_storylines_are_narrowed_by_the_topic_of_their_latest_story(
    tmp_path: Path, topic: str, found: list[int]
) -> None:
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        for story, told in ((STRIKE, "politics"), (HARBOUR, "economy")):
            store.db.execute("update articles set topic = ? where id in (select article_id from story_articles"
                             " where story_id = ?)", [told, story])  # fmt: skip
    store.close()
    site = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    assert [one["id"] for one in get(site, f"/storylines.json?topic={topic}").json()["found"]] == found
    assert (">Harbour, port and tugs</a>" in get(site, f"/storylines?topic={topic}").text) == bool(found)
    assert ("Harbour, port and tugs" in get(site, f"/storylines.csv?form=raw&topic={topic}").text) == bool(found)


@pytest.mark.parametrize("ending", ["", ".json", ".atom", ".feed.json", ".csv?form=raw", ".bib", ".csl.json"])
def test_a_merged_storyline_leads_on_for_good(site: Any, ending: str) -> None:
    answer = get(site, f"/storyline/2{ending}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/storyline/1{ending}")


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        pytest.param(".bib", "application/x-bibtex", id="BibTeX"),
        pytest.param(".csl.json", "application/vnd.citationstyles.csl+json", id="CSL-JSON"),
    ],
)
def test_it_is_cited_with_its_edition(site: Any, suffix: str, content_type: str) -> None:
    answer = get(site, f"/storyline/{PORT}{suffix}?provider=MBFC")
    (served,) = get(site, "/-/databases").json()
    assert answer.headers["content-type"].startswith(content_type)
    assert served["hash"] in answer.text
    assert f"/storyline/{PORT}?provider=MBFC" in answer.text
    assert "ratings by MBFC as of publication" in answer.text
    said = text(page(site, f"/storyline/{PORT}").xpath("//section[@aria-labelledby='cite']")[0])
    assert f"“Harbour, port and tugs”, storyline {PORT}, edition of" in said
    cite = get(site, f"/storyline/{PORT}.json").json()["cite"]
    assert (cite["kind"], cite["number"], cite["sha256"]) == ("storyline", PORT, served["hash"])


def test_an_empty_and_a_nameless_storyline_have_their_pages(many: Any) -> None:
    assert "No story is in this storyline now" in text(page(many, f"/storyline/{EMPTY}"))
    assert text(page(many, f"/storyline/{NAMELESS}").xpath("//h1")[0]) == f"Storyline {NAMELESS}"
    assert get(many, f"/storyline/{LOOP}").status_code == 404


def test_a_long_storyline_has_pages_that_go_on_with_its_numbers(many: Any) -> None:
    first, second = page(many, f"/storyline/{LONG}"), page(many, f"/storyline/{LONG}?page=2")
    assert len(first.xpath("//ol[@class='parts']/li")) == STORIES_ON_A_PAGE
    assert first.xpath("//a[@rel='next']/@href") == [f"/storyline/{LONG}?page=2"]
    assert second.xpath("//ol[@class='parts']/@start") == [str(STORIES_ON_A_PAGE + 1)]
    assert "4 weeks later" in text(second.xpath("//ol[@class='parts']/li")[0])
    matched = second.xpath("//ol[@class='parts']/li[1]//p/a[starts-with(@href, '/storyline/')]/@href")
    assert matched[0].startswith(f"/storyline/{LONG}#story-")


def test_each_story_says_how_a_command_names_it(site: Any) -> None:
    parts = page(site, f"/storyline/{PORT}").xpath("//ol[@class='parts']/li")
    named = [(text(part.xpath(".//*[@class='number']")[0]), text(part.xpath(".//code")[0])) for part in parts]
    assert named == [("Story 1", f"s{OLD}"), ("Story 2", f"s{HARBOUR}"), ("Story 3", f"s{STRIKE}")]


def test_dots_lead_to_their_stories_but_of_very_many(site: Any, many: Any) -> None:
    dots = "//*[contains(@class, 'moments')]"
    found = page(site, f"/storyline/{PORT}")
    assert found.xpath(f"{dots}/@role") == ["group"]
    assert found.xpath(f"{dots}//a/@href") == [f"#story-{one}" for one in (OLD, HARBOUR, STRIKE)]
    assert set(found.xpath("//ol[@class='parts']/li/@id")) == {f"story-{one}" for one in (OLD, HARBOUR, STRIKE)}
    found = page(many, f"/storyline/{LONG}")
    assert found.xpath(f"{dots}/@role") == ["img"]
    assert (len(found.xpath(f"{dots}//circle")), found.xpath(f"{dots}//a")) == (MANY, [])


def test_the_list_has_the_latest_first_and_goes_on_where_a_page_ends(many: Any) -> None:
    found = get(many, "/storylines.json").json()
    assert [one["id"] for one in found["found"]] == [PORT, NAMELESS, LONG]
    assert (found["storylines"], found["earlier"]) == (3, None)
    last = found["found"][1]
    rest = get(many, f"/storylines.json?before={last['last_published']}_{last['story_id']}").json()
    assert [one["id"] for one in rest["found"]] == [LONG]
    assert STORYLINES_ON_A_PAGE < 60


def test_the_list_is_read_by_indexes_alone(many: Any) -> None:
    published = many.get_database("news").path
    questions = [storylines_question(StorylineChoice("2026", "2027", "~", 1), 30), (LINKED, {"storyline": 1})]
    with closing(sqlite3.connect(published)) as db:
        for sql, told in questions:
            steps = [row[3] for row in db.execute(f"explain query plan {sql}", told)]
            assert [step for step in steps if re.match(r"SCAN (?!page|\(subquery)", step)] == [], steps


@pytest.mark.parametrize(
    ("story", "words"),
    [
        pytest.param(OLD, "Part of a storyline: Harbour, port and tugs, story 1 of 3 After, 21 Nov 2026: Harbour",
                     id="the first"),
        pytest.param(HARBOUR, "story 2 of 3 Before, 20 Nov 2026: <script>alert(1)</script> Mayor opens bridge",
                     id="between"),
        pytest.param(STRIKE, "story 3 of 3 Before, 21 Nov 2026: Harbour sell-off", id="the last"),
    ],
)  # fmt: skip
def test_a_story_says_where_it_stands(site: Any, story: int, words: str) -> None:
    assert words in text(page(site, f"/story/{story}").xpath("//nav[@aria-label='Storyline']")[0])


def test_a_story_that_stands_alone_says_nothing(site: Any) -> None:
    assert "storyline" not in text(page(site, f"/story/{VOTING}").xpath("//main")[0]).lower()
    assert get(site, f"/story/{VOTING}.json").json()["storyline"] is None
    assert get(site, f"/story/{STRIKE}.json").json()["storyline"] == {
        "id": PORT, "title": "Harbour, port and tugs", "number": 3, "stories": 3, "before": HARBOUR, "after": None,
    }  # fmt: skip


def test_a_card_has_a_small_word(site: Any) -> None:
    links = page(site, "/").xpath(f"//ul[@class='stories']//a[@href='/storyline/{PORT}']")
    assert [text(link) for link in links] == ["storyline of 3"] * 3


def test_it_leaves_as_atom_and_json_feed_with_an_entry_a_story(site: Any) -> None:
    head = page(site, f"/storyline/{PORT}").xpath("//link[@rel='alternate']/@href")
    assert head == [f"/storyline/{PORT}{one}" for one in (".json", ".atom", ".feed.json")]
    feed = etree.fromstring(get(site, f"/storyline/{PORT}.atom").content)
    ids = [one.text for one in feed.iterfind(".//{*}entry/{*}id")]
    assert ids == [f"http://localhost/story/{one}" for one in (HARBOUR, STRIKE, OLD)]
    items = get(site, f"/storyline/{PORT}.feed.json").json()["items"]
    assert [item["id"] for item in items] == ids
    listed = get(site, "/storylines.feed.json").json()["items"]
    assert [(one["id"], one["date_modified"]) for one in listed] == [
        ("http://localhost/storyline/1", "2026-11-22T08:30:00Z")
    ]


def test_it_leaves_as_csv_two_ways(site: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(get(site, f"/storyline/{PORT}.csv?form=raw").text.removeprefix("\ufeff"))))
    assert [(row["id"], row["origins_left"], row["origins_unrated"]) for row in rows] == [
        (str(OLD), "0", "1"), (str(HARBOUR), "2", "2"), (str(STRIKE), "1", "0"),
    ]  # fmt: skip
    assert get(site, f"/storyline/{PORT}.csv?form=spreadsheet").status_code == 200
    assert len(get(site, "/storylines.csv?form=raw").text.splitlines()) == 2


def test_see_the_sql_asks_what_the_page_shows(site: Any) -> None:
    for path, count in ((f"/storyline/{PORT}", 3), ("/storylines", 1)):
        address = page(site, path).xpath("//a[text()='see the SQL']/@href")[0]
        assert len(get(site, address.replace("/news?", "/news.json?_shape=array&")).json()) == count


def test_the_tables_link_to_our_pages(site: Any) -> None:
    found = page(site, "/news/storyline_stories")
    assert found.xpath(f"//td//a[@href='/storyline/{PORT}']/text()") == ["Harbour, port and tugs"] * 3
    assert "both name harbour and tugs" in text(found)
    assert page(site, "/news/storylines").xpath("//tr[2]//td//a[starts-with(@href, '/story/')]") == []
    assert page(site, "/news/storylines").xpath("//tr[2]//a[@href='/storyline/1']") != []


def test_a_person_s_word_stands_on_the_page(many: Any) -> None:
    said = text(page(many, f"/storyline/{NAMELESS}").xpath("//section[@aria-labelledby='hand']")[0])
    assert f"storyline merge s{FERRY} s{RESERVOIR}, <b>one affair</b>" in said
    assert "aggregator undo 1 takes it back" in said
    assert get(many, f"/storyline/{NAMELESS}.json").json()["rulings"][0]["note"] == "<b>one affair</b>"
    assert "What was done" not in text(page(many, f"/story/{FERRY}").xpath("//main")[0])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        pytest.param("2026-11-20T08:00:00Z", "2026-11-20T08:20:00Z", "within the hour", id="minutes"),
        pytest.param("2026-11-20T08:00:00Z", "2026-11-20T09:10:00Z", "1 hour later", id="an hour"),
        pytest.param("2026-11-20T08:00:00Z", "2026-11-21T09:00:00Z", "the next day", id="a day"),
        pytest.param("2026-11-20T20:00:00Z", "2026-11-22T06:00:00Z", "2 days later", id="a day and a half"),
        pytest.param("2026-11-20T00:00:00Z", "2026-11-20T09:00:00Z", "the same day", id="no time of day is told"),
        pytest.param("2026-11-01T08:00:00Z", "2026-11-14T08:00:00Z", "13 days later", id="days"),
        pytest.param("2026-11-01T08:00:00Z", "2026-11-15T08:00:00Z", "2 weeks later", id="weeks"),
        pytest.param("2023-05-22T08:00:00Z", "2024-03-12T08:00:00Z", "10 months later", id="Belgorod"),
        pytest.param("2001-01-01T08:00:00Z", "2026-01-01T08:00:00Z", "25 years later", id="years"),
    ],
)
def test_a_gap_in_words(before: str, after: str, words: str) -> None:
    assert gap_words(before, after) == words
    assert not span_words(before, after).endswith("later")


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        pytest.param([], "", id="the first"),
        pytest.param([{"name": "person", "words": ["same water"]}], "put here by a person: same water", id="a person"),
        pytest.param([{"name": "words", "words": ["spill"]}, {"name": "meaning"}, {"name": "gap", "value": 33}],
                     "both write spill; headlines alike in meaning", id="words and meaning"),
        pytest.param([{"name": "names", "words": []}], "", id="a name that was taken out"),
        pytest.param([{"name": "of a later version", "words": ["x"]}], "", id="unknown"),
        pytest.param({"name": "names"}, "", id="no list"),
        pytest.param([3], "", id="no reason"),
    ],
)  # fmt: skip
def test_a_link_in_words(reasons: object, words: str) -> None:
    assert link_words(json.dumps(reasons)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param("2026-11-22", "2026-11-22", ["22 Nov"], id="a day"),
        pytest.param("2026-10-23", "2026-11-23", ["23 Oct", "30 Oct", "6 Nov", "13 Nov", "20 Nov"], id="a month"),
        pytest.param("2023-05-22", "2024-03-12", ["Jul 2023", "Sep", "Nov", "Jan 2024", "Mar"], id="ten months"),
        pytest.param("1990-02-01", "2026-11-01", ["2000", "2010", "2020"], id="decades"),
    ],
)
def test_what_stands_under_the_line(first: str, last: str, words: list[str]) -> None:
    assert [told for _, told in ticks_of(date.fromisoformat(first), date.fromisoformat(last))] == words


def test_gaps_are_to_scale_and_dots_of_one_hour_stand_over_one_another() -> None:
    times = ("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-02-01T01:00:00Z", "2026-05-05T00:00:00Z")
    chart = line_chart([Point(n, at, f"{n}. <b>", f"#story-{n}") for n, at in enumerate(times, 1)], "In time")
    assert chart is not None
    drawn = etree.fromstring(str(chart))
    x = [float(circle.get("cx").rstrip("%")) for circle in drawn.iter("circle")]
    assert (x[1] - x[0]) / (x[3] - x[0]) == pytest.approx(31 / 124, abs=0.001)
    y = [circle.get("cy") for circle in drawn.iter("circle")]
    assert y[0] == y[1] == y[3] != y[2]
    assert line_chart([Point(1, times[0], "one", "#")], "In time") is None

"""The search: what finds what, whatever is typed; how it is narrowed, ordered, counted and kept to days."""

from __future__ import annotations

import asyncio
import html
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from aggregator.site import queries, search
from aggregator.site.narrowing import days_before
from aggregator.site.serve import make_app
from aggregator.site.words import short_day
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.random_stories import side_of
from tests.site_fixtures import FERRY, HARBOUR, LONE, METADATA, NOW, OLD, RESERVOIR, STRIKE, VOTING, build

HOSTILE = '\x02Bold\x03 <b onmouseover=alert(1)>claim</b> of the herring & "crab"'

MANY_SCRIPTS = "台風接近中 大雨に注意 café naïve O'Neil"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom by the sea, where every summary speaks of the Senate but one, which is hostile."""
    folder = tmp_path_factory.mktemp("search")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("update articles set topic = null")
        store.db.execute("update articles set topic = 'politics' where title like '%map%'")
        store.db.execute("update articles set summary = ? where title like '%herring%'", [HOSTILE])
        store.db.execute(
            "update articles set summary = '台風接近中 大雨に注意 café naïve O''Neil' where title like 'Tug crews%'"
        )
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def found(site: Any, **asked: object) -> Any:
    answer = get(site, "/search.json?" + urlencode(asked))
    assert answer.status_code == 200, answer.text
    return answer.json()


def titles(site: Any, **asked: object) -> list[str]:
    return [row["title"] for row in found(site, **asked)["found"] or []]


def text(page: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


MAP = ["Voting map stays, court rules", "Court rubber-stamps rigged map", "Judges wave through contested voting map",
       "Court lets voting map stand"]  # fmt: skip
TUGS = ["Tug crews walk out at dawn"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("map", MAP, id="a word, the latest article first"),
        pytest.param("MAP", MAP, id="in capitals"),
        pytest.param("map court", [MAP[0], MAP[1], MAP[3]], id="all words"),
        pytest.param("voting map", [MAP[0], MAP[2], MAP[3]], id="in any place"),
        pytest.param('"map stand"', [MAP[3]], id="a phrase"),
        pytest.param('"stand map"', [], id="a phrase the wrong way round"),
        pytest.param('"map stand', [MAP[3]], id="a quote that is not closed"),
        pytest.param("map -court", [MAP[2]], id="without a word"),
        pytest.param('map -"voting map"', [MAP[1]], id="without a phrase"),
        pytest.param("rubber-stamps", [MAP[1]], id="a hyphen within"),
        pytest.param("vot* map", [], id="a beginning of three letters is none"),
        pytest.param("voti* map", [MAP[0], MAP[2], MAP[3]], id="a beginning"),
        pytest.param("Voti* map -rigg*", [MAP[0], MAP[2], MAP[3]], id="a beginning in capitals, without another"),
        pytest.param("naïv*", TUGS, id="a beginning with an accent"),
        pytest.param("herrings*", [], id="a beginning of no word"),
        pytest.param("O'Neil", TUGS, id="an apostrophe"),
        pytest.param("o’neil", TUGS, id="another apostrophe"),
        pytest.param("cafe naive", TUGS, id="without accents"),
        pytest.param("台風", TUGS, id="the beginning of a run without spaces"),
        pytest.param("大雨に注意", TUGS, id="a whole run"),
        pytest.param("接近", [], id="the middle of a run is not found"),
        pytest.param("الميناء", ["مجلس الشيوخ يقر قانون إصلاح الميناء بعد جلسة ليلية"], id="Arabic"),
        pytest.param("AND", [], id="AND is a word"),
        pytest.param("map OR herring", [], id="OR is a word"),
        pytest.param("NOT map", [], id="NOT is a word"),
        pytest.param("NEAR(map court)", [], id="NEAR is a word"),
        pytest.param("title:map", [], id="a colon is no column"),
        pytest.param("{title} : map", [], id="nor are braces"),
        pytest.param("^map", MAP, id="nor is a caret"),
        pytest.param("map + court", [MAP[0], MAP[1], MAP[3]], id="nor a plus"),
        pytest.param("map*", MAP, id="three letters and a star are a word"),
        pytest.param("m\0ap", [], id="NUL parts words"),
        pytest.param("map\0", MAP, id="NUL at the end"),
        pytest.param("map 😀", MAP, id="an emoji is no word"),
        pytest.param("'; drop table articles; --", [], id="SQL"),
        pytest.param("a:b", [], id="a and b"),
        pytest.param("\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace") + " map", MAP, id="half"),
    ],
)
def test_what_finds_what(site: Any, words: str, expected: list[str]) -> None:
    assert titles(site, q=words) == expected
    assert get(site, "/search?" + urlencode({"q": words})).status_code == 200


@pytest.mark.parametrize(
    ("match", "asked"),
    [
        pytest.param('("voti"* AND "map")', '(("voting") AND "map")', id="one word"),
        pytest.param(
            '("VOT"*) NOT "senat"*', '(("vote" OR "voting")) NOT ("senate" OR "senators")', id="two, in capitals"
        ),
        pytest.param('("st"*)', '("st"*)', id="more words than are named"),
        pytest.param('("voti"* AND "zzzz"*)', '(("voting") AND "zzzz"*)', id="no word"),
        pytest.param('("naïv"* AND "s maps*")', '("naïv"* AND "s maps*")', id="an accent, and a star in a phrase"),
    ],
)
def test_a_beginning_of_few_words_is_looked_for_by_these(
    site: Any, monkeypatch: pytest.MonkeyPatch, match: str, asked: str
) -> None:
    monkeypatch.setattr("aggregator.site.queries.search.MOST_WORDS", 5)
    assert asyncio.run(queries.spelled_out(site.get_database("news"), match)) == asked


@pytest.mark.parametrize(
    "words",
    ['"', '""', '"""', "'", "-", "--", "-map", "*", "***", "😀", "()", ")(", "\\", "\0", "%", "map" * 5000,
     "map " * 5000, '"' * 5000, "-map " * 300, "((((((((((", 'NEAR("a" "b", 5)', "\u202emap", "²", "𑀓𑀓", "a" * 10_000,
     "*map", "map**", '"map"*', "- map", "-*", "…", "ﷺ", "𞤀𞤁", "\u0e01*", "台*"],
    ids=lambda words: ascii(words[:12]),
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_page(site: Any, words: str) -> None:
    asked = {"q": words}
    assert get(site, "/search?" + urlencode(asked)).status_code == 200
    for rest in ({"show": "stories"}, {"order": "best", "side": "left"}):
        assert get(site, "/search.json?" + urlencode(asked | rest)).status_code == 200


def test_an_empty_edition_is_searched_in_vain(tmp_path: Path) -> None:
    Store.open(tmp_path / "news.db").close()
    empty = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA)
    assert "No article fits." in text(get(empty, "/search?q=map&from=2026-01-01").text)
    assert found(empty, q="map", show="stories")["found"] == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param({"q": "senate"}, 25, id="words alone"),
        pytest.param({"q": "senate", "outlet": "courier.example"}, 4, id="outlet by domain"),
        pytest.param({"q": "senate", "outlet": "Morning Courier"}, 4, id="outlet by name"),
        pytest.param({"q": "senate", "outlet": "COURIER.example"}, 4, id="outlet in capitals"),
        pytest.param({"outlet": "anvil.example"}, 1, id="outlet alone"),
        pytest.param({"q": "senate", "side": "left"}, 10, id="side"),
        pytest.param({"q": "senate", "side": "unrated"}, 3, id="unrated"),
        pytest.param({"q": "senate", "side": "left", "provider": "MBFC"}, 9, id="side by another provider"),
        pytest.param({"q": "senate", "language": "ar"}, 1, id="language"),
        pytest.param({"q": "senate", "country": "ES"}, 2, id="country"),
        pytest.param({"q": "senate", "topic": "politics"}, 4, id="topic"),
        pytest.param({"q": "senate", "kind": "video"}, 1, id="videos"),
        pytest.param({"q": "senate", "kind": "text"}, 24, id="no videos"),
        pytest.param({"q": "senate", "scope": "opinion"}, 1, id="opinion"),
        pytest.param({"q": "senate", "scope": "fact check"}, 0, id="fact checks"),
        pytest.param({"q": "senate", "from": "2026-11-22"}, 14, id="from a day on"),
        pytest.param({"q": "senate", "to": "2026-11-21"}, 11, id="up to a day"),
        pytest.param({"q": "senate", "from": "2026-11-20", "to": "2026-11-20"}, 6, id="one day"),
        pytest.param({"q": "senate", "day": "2026-11-20"}, 6, id="as the old addresses have it"),
        pytest.param({"from": "2026-11-20", "to": "2026-11-20"}, 6, id="days alone"),
        pytest.param({"q": "senate", "side": "left", "country": "EE", "from": "2026-11-22", "kind": "text",
                      "language": "en", "scope": "news", "outlet": "Red Lantern", "topic": "not told"}, 2, id="all"),
        pytest.param({"q": "nothing of the kind"}, 0, id="nothing"),
    ],
)  # fmt: skip
def test_filters(site: Any, asked: dict[str, str], count: int) -> None:
    told = found(site, **asked)
    assert (told["total"], len(told["found"])) == (count, count)
    expected = [row for row in told["found"] if asked.get("side") in (None, side_of(row["lean"]))]
    assert expected == told["found"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param(
            {"outlet": "nobody.example"},
            "no outlet 'nobody.example' here, or more",
            id="no such outlet",
        ),
        pytest.param({"outlet": "Tidewat"}, "Meant may be Tidewater Post (tidewater.example).", id="a part of a name"),
        pytest.param({"side": "up"}, "'side' is one of left, center, right, unrated", id="no such side"),
        pytest.param({"show": "all"}, "'show' is one of articles, stories", id="nothing to show"),
        pytest.param({"order": "up"}, "'order' is one of latest, best, origins", id="no such order"),
        pytest.param({"q": "map", "from": "2026-11-32"}, "'from' takes a day", id="no day"),
        pytest.param({"q": "map", "from": "2026-11-22", "to": "2026-11-01"}, "is after the last", id="wrong way round"),
    ],
)
def test_what_can_not_be_meant_is_said(site: Any, asked: dict[str, str], words: str) -> None:
    for path in ("/search?", "/search.json?"):
        answer = get(site, path + urlencode(asked))
        assert answer.status_code == 400
        assert words in html.unescape(answer.text)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("", "Type a word, or choose an outlet", id="nothing asked yet"),
        pytest.param("?q=***", "There is no word in “***”", id="no word"),
        pytest.param("?q=-map", "Say at least one word to look for, besides those to leave out.", id="only left out"),
        pytest.param("?q=zebra", "Nothing found with zebra No article fits. Take fewer words", id="nothing found"),
        pytest.param("?q=zebra&side=left", "Drop a filter above, take fewer words", id="nothing found, with a filter"),
        pytest.param("?q=map&page=9", "The list ends before page 9. Its first page", id="past the end"),
        pytest.param("?q=map", "4 articles with map", id="how many"),
        pytest.param("?q=map&side=left&topic=politics", "2 articles with map of left-rated outlets, by AllSides, on "
                     "politics", id="the choice in words"),
        pytest.param("?q=map&show=stories", "1 story with 4 articles with map", id="as stories"),
        pytest.param("?q=map&show=stories", "4 of 4 articles found", id="how much of a story"),
        pytest.param("?q=stays", "Valley Gazette · C center by AllSides that day · 20 Nov, 03:00 · in a story of 4 "
                     "articles, 4 origins", id="who, how rated, when, in what"),
        pytest.param("?q=stays&provider=MBFC", "Valley Gazette · LR lean right by MBFC that day", id="by another"),
        pytest.param("?q=muelle", "Nothing found", id="outlets are not searched by words"),
        pytest.param("?q=herring", "Anvil · R right by AllSides that day · 2 h ago · a story by itself", id="alone"),
        pytest.param("?q=%E5%8F%B0%E9%A2%A8", "found is what a run begins with, and nothing in the middle", id="runs"),
        pytest.param("?q=" + "map+" * 100, "it was cut at 200 characters or 20 words", id="too much"),
    ],
)  # fmt: skip
def test_search_says(site: Any, query: str, words: str) -> None:
    assert words in text(get(site, f"/search{query}").text)


def test_the_words_are_marked_and_a_feeds_own_signs_are_text(site: Any) -> None:
    page = get(site, "/search?q=voting+map").text
    assert "Court lets <mark>voting</mark> <mark>map</mark> stand" in page
    hostile = get(site, "/search?q=herring").text
    assert "Anglers count the <mark>herring</mark>" in hostile
    assert "&lt;b onmouseover=alert(1)&gt;claim&lt;/b&gt;" in hostile
    assert hostile.count("<mark>") == 1, "what has signs of its own is shown unmarked"
    bridge = get(site, "/search?q=mayor+script").text
    assert "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; <mark>Mayor</mark>" in bridge
    assert "javascript:" not in bridge


def test_the_order_is_by_time_or_by_match(site: Any) -> None:
    assert titles(site, q="harbour")[0] == "At last: harbour freed from state hands"
    times = [row["at"] for row in found(site, q="senate")["found"]]
    assert times == sorted(times, reverse=True)
    assert titles(site, q="senate", order="best")[:2] != titles(site, q="senate")[:2]
    assert "Senate" in titles(site, q="senate", order="best")[0], "a headline weighs more than a summary"


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        pytest.param({"q": "senate"}, [HARBOUR, RESERVOIR, VOTING, FERRY, STRIKE, OLD], id="most origins first"),
        pytest.param({"q": "senate", "order": "latest"}, [HARBOUR, FERRY, STRIKE, RESERVOIR, VOTING, OLD], id="latest"),
        pytest.param({"q": "herring"}, [LONE], id="stories of one too"),
        pytest.param({"q": "map court"}, [VOTING], id="of one"),
        pytest.param({"side": "unrated", "from": "2026-11-22"}, [HARBOUR], id="without words"),
    ],
)
def test_stories(site: Any, asked: dict[str, str], ids: list[int]) -> None:
    assert [row["id"] for row in found(site, show="stories", **asked)["found"]] == ids


@pytest.mark.parametrize("rest", [{}, {"order": "best"}, {"show": "stories"}, {"side": "left"}, {"from": "2026-11-22"}])
def test_pages_follow_one_another_without_gaps_and_doubles(
    site: Any, rest: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [row["id"] for row in found(site, q="senate", **rest)["found"]]
    monkeypatch.setattr(search, "RESULTS_ON_A_PAGE", 3)
    pages = [found(site, q="senate", page=page, **rest) for page in range(1, -(-len(whole) // 3) + 1)]
    assert [row["id"] for page in pages for row in page["found"]] == whole
    assert pages[0]["pages"] == len(pages)
    assert found(site, q="senate", page=len(pages) + 1, **rest)["found"] == []


@pytest.mark.parametrize("rest", [{}, {"show": "stories"}, {"order": "best"}, {"side": "left"}])
def test_what_is_too_much_is_kept_to_days_and_leads_on(
    site: Any, rest: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {row["id"] for row in found(site, q="senate", **rest)["found"]}
    for name in search.MOST_MATCHES:
        monkeypatch.setitem(search.MOST_MATCHES, name, 20)
    asked, seen = {"q": "senate"} | rest, []
    while True:
        told = found(site, **asked)
        seen += [row["id"] for row in told["found"]]
        if told["all_that_was_asked_for"]:
            break
        day = told["from"]
        assert told["to"] == day, "of the whole file more have the word than are looked through, of one day fewer"
        page = text(get(site, "/search?" + urlencode(asked)).text)
        assert f"Here are those of {short_day(day)}, all of them. Those before {short_day(day)}" in page
        asked["to"] = days_before(day, 1)
    assert set(seen) == whole
    if "show" not in rest:
        assert len(seen) == len(whole)


@pytest.mark.parametrize(
    "query",
    ["?q=senate&side=left", "?q=voting+map&order=best", "?q=senate&show=stories", "?q=senate&kind=text&country=EE",
     "?outlet=courier.example&from=2026-11-20", "?q=senate&from=2026-11-21", "?q=senate&order=best&to=2026-11-21"],
)  # fmt: skip
def test_the_sql_gives_the_rows_of_the_page(site: Any, query: str) -> None:
    page = get(site, f"/search{query}").text
    address = html.unescape(re.findall(r'<a href="(/news\?sql=[^"]+)"', page)[0])
    rows = get(site, address.replace("/news?", "/news.json?") + "&_shape=array").json()
    assert [row["id"] for row in rows] == [row["id"] for row in get(site, f"/search.json{query}").json()["found"]]
    assert rows


def test_each_filter_has_a_link_that_drops_it_alone(site: Any) -> None:
    page = get(site, "/search?q=map&side=left&language=en&topic=politics&from=2026-11-20&provider=MBFC&page=1").text
    chosen = page.partition('<ul class="chosen"')[2].partition("</ul>")[0]
    links = [html.unescape(link) for link in re.findall(r'href="([^"]*)"', chosen)]
    whole = ["q=map", "side=left", "language=en", "topic=politics", "from=2026-11-20", "provider=MBFC"]
    assert links == [
        "/search?" + "&".join(part for part in whole if not part.startswith(name))
        for name in ("side", "language", "topic", "from")
    ]

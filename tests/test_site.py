"""The reading room: what its pages say, what they never say, and what it takes with a new edition."""

from __future__ import annotations

import asyncio
import html
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from aggregator.errors import ServeError
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import FERRY, HARBOUR, LONE, METADATA, NOW, OLD, RESERVOIR, STRIKE, VOTING, build, next_edition

LATEST = [HARBOUR, RESERVOIR, FERRY, STRIKE, VOTING, OLD]
STORY_PAGES = tuple(f"/story/{story}" for story in (HARBOUR, FERRY, RESERVOIR, VOTING, OLD))
OURS = (
    "/",
    "/health",
    "/search",
    "/search?q=senate",
    "/search?q=zebra",
    "/search?q=harbour&show=stories",
    "/?language=es&time=7d",
    "/?day=2026-11-20",
    *STORY_PAGES,
    "/blindspots",
    "/revisions",
    "/outlets",
    "/article/1",
    "/article/5",
    "/article/26",
    "/outlet/courier.example",
    "/outlet/mina.example",
    "/outlet/nothing.example",
    "/research",
    "/research/coverage",
    "/research/wording",
    "/research/agenda",
    "/story/99",
    "/nothing/here/at/all",
)
DATASETTES = ("/news", "/news/articles", "/news/stories", "/news/articles/1", "/news?sql=select+1", "/news/feed_health")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


def get(site: Any, path: str, **headers: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path, headers=headers))
    return response


def text(response: httpx.Response) -> str:
    """The words of a page as one line, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home"),
        pytest.param("/.json", 200, id="home for programs"),
        pytest.param("/story/1", 200, id="story"),
        pytest.param("/story/s1", 200, id="story as the command line writes it"),
        pytest.param("/story/1.json", 200, id="story for programs"),
        pytest.param("/story/99", 404, id="no such story"),
        pytest.param("/story/99.json", 404, id="no such story for programs"),
        pytest.param("/story/999999999999999", 404, id="a number past all stories"),
        pytest.param("/story/one", 404, id="no number"),
        pytest.param("/news", 200, id="the data"),
        pytest.param("/news/articles", 200, id="a table"),
        pytest.param("/news/articles?_search=o%27neil", 200, id="a search with an apostrophe"),
        pytest.param("/news/feed_health", 200, id="a view"),
        pytest.param("/news/story_members.csv?story_id=1&_stream=on&_size=max", 200, id="the members as CSV"),
        pytest.param("/_memory", 404, id="no database without a guard"),
    ],
)
def test_addresses(site: Any, path: str, status: int) -> None:
    assert get(site, path).status_code == status


def test_home_shows_the_latest_days_by_independent_origins(site: Any) -> None:
    told = get(site, "/.json").json()
    assert told["day"] == "2026-11-22"
    assert told["provider"] == "AllSides"
    assert [(row["id"], row["origins"]) for row in told["stories"]] == [
        (HARBOUR, 9),
        (RESERVOIR, 5),
        (FERRY, 2),
        (STRIKE, 2),
        (VOTING, 4),
        (OLD, 2),
    ]
    assert [(day["day"], day["stories"], day["singles"], day["articles"]) for day in told["days"]] == [
        ("2026-11-22", 4, 1, 21),
        ("2026-11-20", 2, 0, 6),
    ]
    assert told["stories"][0]["origins_by_lean"] == {
        "left": 2, "lean left": 1, "center": 1, "lean right": 2, "right": 1, "unrated": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Sunday 22 November 2026", id="which day"),
        pytest.param("4 stories of several origins, 1 story of one, 21 articles", id="how much"),
        pytest.param("13 of 14 feeds answered at the last poll; 1 did not", id="what failed"),
        pytest.param("Ratings by AllSides · MBFC , as of publication", id="whose ratings"),
        pytest.param(
            "9 origins, 2 unrated, 11 outlets · 3 languages · 3 h ago · 2 reprints · 1 headline changed", id="a card"
        ),
        pytest.param("2 rated origins: too few for shares, which need 3", id="no bar, and why"),
        pytest.param("blindspot: right (0 of 1.3 expected, q = .25)", id="a blindspot with its numbers"),
        pytest.param("1 story of one origin , with nothing to compare yet", id="stories of one are counted"),
        pytest.param("Friday 20 November 2026 2 stories of several origins, 6 articles", id="the day before"),
    ],
)
def test_home_says(site: Any, words: str) -> None:
    assert words in text(get(site, "/"))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        pytest.param("?day=2026-11-20", [VOTING, OLD], id="a day"),
        pytest.param("?day=2026-11-22", [HARBOUR, RESERVOIR, FERRY, STRIKE], id="the latest day alone"),
        pytest.param("?day=2026-11-21", [], id="a day without stories"),
        pytest.param("?language=ar", [HARBOUR], id="a language"),
    ],
)
def test_home_narrowed(site: Any, query: str, ids: list[int]) -> None:
    answer = get(site, "/.json" + query)
    assert answer.status_code == 200
    assert [row["id"] for row in answer.json()["stories"]] == ids


def test_a_day_leads_to_its_neighbours(site: Any) -> None:
    assert 'rel="prev" href="/?day=2026-11-20">← Friday 20 November' in get(site, "/?day=2026-11-22").text
    assert 'rel="next" href="/?day=2026-11-22">Sunday 22 November' in get(site, "/?day=2026-11-20").text


def test_story_stands_side_by_side(site: Any) -> None:
    told = get(site, "/story/1.json").json()
    assert {lean: [member["outlet"] for member in members] for lean, members in told["members"].items()} == {
        "left": ["Tidewater Post", "Red Lantern"],
        "lean left": ["Morning Courier"],
        "center": ["National Wire"],
        "lean right": ["Ledger Daily", "Market Mirror"],
        "right": ["The Freeholder"],
        "unrated": ["El Muelle", "صوت الميناء"],
    }
    (wire,) = told["members"]["center"]
    assert [(reprint["outlet"], reprint["independent"]) for reprint in wire["reprints"]] == [
        ("Valley Gazette", 0),
        ("Northern Star", 0),
    ]
    assert told["other_providers"] == {"MBFC": {"left": 3, "center": 2, "right": 2, "unrated": 2}}


@pytest.mark.parametrize(
    ("story", "words"),
    [
        pytest.param(HARBOUR, "First reported 21 Nov, 22:30 by Tidewater Post", id="who was first"),
        pytest.param(HARBOUR, "11 articles , 9 independent origins : 2 reprints folded 11 outlets, 9 owners",
                     id="facts"),
        pytest.param(HARBOUR, "under MBFC: 3 left, 2 center, 2 right, 2 unrated", id="the other provider"),
        pytest.param(HARBOUR, "21 Nov, 22:30 · first", id="first"),
        pytest.param(HARBOUR, "22 Nov, 08:30 · opinion", id="opinion"),
        pytest.param(HARBOUR, "22 Nov, 08:00 · video", id="video"),
        pytest.param(HARBOUR, "22 Nov, 01:12 · Spanish", id="language"),
        pytest.param(HARBOUR, "21 Nov, 23:00 · headline changed", id="headline changed"),
        pytest.param(HARBOUR, "Senate close to harbour vote Senators approve harbour bill", id="from what to what"),
        pytest.param(HARBOUR, "2 reprints of this text", id="reprints are folded"),
        pytest.param(HARBOUR, "AllSides: center, rated 1 Mar 2027 (later than this article", id="extrapolated"),
        pytest.param(HARBOUR, "rare words harbour, senate; 3 h apart; score 0.94", id="why it is here"),
        pytest.param(HARBOUR, "AllSides: left, rated 18 Oct 2019", id="rated when"),
        pytest.param(HARBOUR, "Unrated by AllSides 2 origins", id="unrated stands apart"),
        pytest.param(RESERVOIR, "Blindspot: right. None of the 5 rated origins is right-rated. 4 of them are by "
                     "outlets that were heard over the whole time; of these 1.3 were to be expected: 5 of those "
                     "outlets are of that side, 33 %", id="blindspot"),
        pytest.param(RESERVOIR, "Heard, and left the story out: Anvil, Border Bugle", id="who was silent"),
        pytest.param(VOTING, "Nothing on the right: not known why. Only 1 right-rated outlet", id="not known"),
        pytest.param(VOTING, "Could not be heard over the whole time: Anvil (no whole answer in time), Border "
                     "Bugle (no whole answer in time), Ledger Daily", id="failed feeds"),
        pytest.param(FERRY, "2 rated origins: too few for shares, which need 3. The headlines", id="too few for a bar"),
        pytest.param(OLD, "1 rated origin: too few", id="unrated is not counted"),
    ],
)  # fmt: skip
def test_story_says(site: Any, story: int, words: str) -> None:
    assert words in text(get(site, f"/story/{story}"))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param("2026-11-22T10:20:00Z", "First reported 22 Nov, 10:20 by 2 at one time", id="a time"),
        pytest.param("2026-11-22T12:00:00Z", "First reported 22 Nov, 12:00 2 articles", id="noon, a day alone"),
    ],
)
def test_of_articles_with_one_time_none_is_first(tmp_path: Path, moment: str, words: str) -> None:
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("update articles set published = ?", [moment])
    store.close()
    published = publish(tmp_path / "news.db", summary_characters=300).path
    page = get(make_app(published, METADATA, clock=lambda: NOW), f"/story/{STRIKE}")
    assert words in text(page)
    assert "· first" not in page.text
    assert "When it was published" not in page.text


def test_the_sql_of_a_story_gives_its_rows(site: Any) -> None:
    address = re.search(r'<a href="(/news\?sql=[^"]+)">see the SQL', get(site, "/story/1").text)
    assert address is not None
    rows = get(site, html.unescape(address[1]).replace("/news?", "/news.json?") + "&_shape=array").json()
    assert [row["outlet"] for row in rows[:2]] == ["Tidewater Post", "National Wire"]
    assert len(rows) == 11


@pytest.mark.parametrize("suffix", ["", ".json"])
@pytest.mark.parametrize("spelled", ["6", "s6"])
def test_a_merged_story_leads_on_for_good(site: Any, spelled: str, suffix: str) -> None:
    answer = get(site, f"/story/{spelled}{suffix}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/story/1{suffix}")


@pytest.mark.parametrize("path", ["/story/99", "/no/such/page/here", "/news/no_such_table"])
def test_what_is_not_there_gives_the_way_out(site: Any, path: str) -> None:
    answer = get(site, path)
    assert answer.status_code == 404
    assert '<a href="/">the latest stories</a>' in answer.text


def test_an_empty_edition_says_what_to_do(tmp_path: Path) -> None:
    Store.open(tmp_path / "news.db").close()
    empty = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA)
    assert "No stories yet" in text(get(empty, "/"))
    assert get(empty, "/.json").json()["stories"] == []


@pytest.mark.parametrize("path", OURS)
def test_our_pages_need_no_script_and_no_inline_style(site: Any, path: str) -> None:
    answer = get(site, path)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", answer.text)
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert answer.text.count("<h1") == 1


def test_what_a_feed_wrote_is_text(site: Any) -> None:
    page = get(site, f"/story/{OLD}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Mayor opens bridge &amp; &#34;quotes&#34;" in page
    assert 'href="urn:' not in page


@pytest.mark.parametrize("path", [*OURS, *DATASETTES, "/.json", "/-/databases.json", "/favicon.ico"])
def test_headers_stand_on_every_answer(site: Any, path: str) -> None:
    headers = get(site, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'unsafe-inline'" not in policy


@pytest.mark.parametrize("path", [*OURS, *DATASETTES, "/-/databases.json", "/-/versions.json", "/-/settings.json",
                                  "/news?sql=select+*+from+pragma_database_list", "/news?sql=select+x"])  # fmt: skip
def test_no_answer_tells_where_the_file_lies(site: Any, published: Path, path: str) -> None:
    assert str(published.parent) not in get(site, path).text


def test_the_same_page_is_not_sent_twice(site: Any) -> None:
    first = get(site, "/")
    again = get(site, "/", **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert get(site, "/", **{"if-none-match": '"other"'}).status_code == 200


def test_the_stylesheet_is_kept_for_good_under_the_name_of_its_content(site: Any) -> None:
    address = re.search(r'<link rel="stylesheet" href="([^"]+)"', get(site, "/").text)
    assert address is not None
    answer = get(site, address[1])
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert get(site, "/-/room/style.000000000000.css").status_code == 404


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        pytest.param("/news/articles_with_bias", "<b>LL</b> lean left (-1)", id="lean"),
        pytest.param("/news/stories", '<a href="/story/1" dir="auto">Harbour sell-off', id="story"),
        pytest.param(
            "/news/stories",
            '<time datetime="2026-11-22T08:30:00Z" title="2026-11-22 08:30:00 UTC">22 Nov 2026, 08:30</time>',
            id="time",
        ),
        pytest.param("/news/story_articles", "rare words harbour, senate; 3 h apart", id="reasons"),
        pytest.param("/news/articles", ">Tidewater Post</a>", id="outlet"),
        pytest.param("/news/articles", '<span title="ar">Arabic</span>', id="language"),
        pytest.param("/news/articles", "&lt;script&gt;alert(1)", id="escaped"),
    ],
)
def test_cells_read_as_a_person_would(site: Any, path: str, cell: str) -> None:
    assert cell in get(site, path).text


def test_a_new_edition_takes_the_place_of_the_old(tmp_path: Path) -> None:
    published = build(tmp_path)
    site = make_app(published, METADATA, clock=lambda: NOW)
    assert "Anglers count the herring" in text(get(site, f"/story/{LONE}"))
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("update articles set title = 'Herring counted' where title like 'Anglers%'")
        store.stories.refresh(LONE)
    store.close()
    publish(tmp_path / "news.db", summary_characters=300)
    next_edition(site)
    assert "Herring counted" in text(get(site, f"/story/{LONE}"))
    assert get(site, "/news/stories.json?_shape=array&id=7").json()[0]["title"] == "Herring counted"


@pytest.mark.parametrize(
    ("published", "metadata", "problem"),
    [
        pytest.param("none.db", METADATA, "make it with `aggregator publish`", id="no published file"),
        pytest.param("some.db", "none.json", "copy datasette-metadata.json of the project there", id="no metadata"),
        pytest.param("some.db", "some.db", "can't be read as the site's metadata", id="metadata that is no JSON"),
    ],
)
def test_what_can_not_be_served_is_said_in_one_line(
    tmp_path: Path, published: str, metadata: str | Path, problem: str
) -> None:
    (tmp_path / "some.db").write_bytes(b"SQLite format 3\x00")
    with pytest.raises(ServeError, match=re.escape(problem)):
        make_app(tmp_path / published, tmp_path / metadata)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("delete from settings where key = 'layout'", id="before it told so"),
        pytest.param("update settings set value = 'x' where key = 'layout'", id="by another rule"),
        pytest.param("drop table settings", id="by somebody else"),
    ],
)
def test_what_another_version_published_is_refused_in_one_line(published: Path, tmp_path: Path, change: str) -> None:
    with pytest.raises(ServeError, match="not published by this version"):
        make_app(_changed(published, tmp_path, change), METADATA)


def _changed(published: Path, folder: Path, change: str) -> Path:
    other = folder / "news.db"
    other.write_bytes(published.read_bytes())
    with closing(sqlite3.connect(other)) as db:
        db.execute(change)
        db.commit()
    return other


def test_a_question_that_takes_too_long_is_ended_in_words(site: Any) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    answer = get(site, f"/news?{urlencode({'sql': endless})}")
    assert answer.status_code == 400
    assert "The question took longer than a second and was ended." in text(answer)
    assert "<textarea" not in answer.text


def test_a_page_that_fails_tells_nothing_of_the_inside(published: Path, tmp_path: Path) -> None:
    broken = make_app(_changed(published, tmp_path, "update stories set last_published = 'soon'"), METADATA)
    page = get(broken, "/")
    assert page.status_code == 500
    assert "This page failed, and the failure has been written down." in text(page)
    assert "isoformat" not in page.text
    assert get(broken, "/.json").json() == {
        "ok": False,
        "error": "This page failed, and the failure has been written down. The others work on.",
        "status": 500,
    }


@pytest.mark.parametrize(
    "address", ["/", f"/story/{HARBOUR}", "/blindspots", "/outlets", "/outlet/courier.example", "/revisions", "/health"]
)
def test_every_page_leads_to_how_it_is_counted(site: Any, address: str) -> None:
    main = get(site, address).text.partition("<main")[2].partition("</main>")[0]
    places = set(re.findall(r'href="/methodology#([a-z-]+)"', main))
    assert places
    method = get(site, "/methodology").text
    assert [place for place in sorted(places) if f'id="{place}"' not in method] == []

"""The story page: its timeline, what it is like, what was done to it, how to mend and how to cite it."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections import Counter
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest

from aggregator.config import SiteConfig
from aggregator.site import queries
from aggregator.site.cite import Citation
from aggregator.site.related import MOST_WORDS, wanted
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import from_iso, iso
from tests.site_fixtures import HARBOUR, LONE, METADATA, NOW, OLD, RESERVOIR, STRIKE, VOTING, build, next_edition

SETTINGS = SiteConfig(contact="desk+news@room.example", address="https://room.example")
HOSTILE = '"><script>alert(1)</script>&cc=x@y.example\r\nBcc: z@y.example <b>{50 %}</b>'
TUGS, DREDGER, LATER, EMPTY = 9, 10, 11, 12


def insert(store: Store, table: str, **values: object) -> int:
    names = ", ".join(values)
    sql = f"insert into {table} ({names}) values ({', '.join('?' * len(values))})"
    return int(store.db.execute(sql, [*values.values()]).lastrowid or 0)


def article(store: Store, domain: str, title: str, hours: float, **values: object) -> int:
    at = iso(NOW - timedelta(hours=hours))
    outlet = store.reference.outlet_ids()[domain]
    number = store.db.execute("select max(id) + 1 from articles").fetchone()[0]
    told: dict[str, object] = {
        "id": number, "url": f"https://{domain}/{number}", "original_url": f"https://{domain}/{number}", "title": title,
        "outlet_id": outlet, "language": "en", "published": at, "first_seen": at, "last_seen": iso(NOW),
        "title_from": "feed",
    }  # fmt: skip
    article = insert(store, "articles", **(told | values))
    origin = insert(store, "origins", representative_id=article, kind="original")
    insert(store, "copies", article_id=article, origin_id=origin, score=1.0, method="itself")
    return article


def place(store: Store, story: int, number: int, matched: int | None = None, **values: object) -> None:
    told = {"score": 0.9, "matched_article_id": matched, "reasons": "[]", "run_id": 1} | values
    insert(store, "story_articles", story_id=story, article_id=number, **told)
    store.stories.refresh(story)


def change(store: Store) -> None:
    """Adds stories like the strike, rulings, a carrier, a copy from elsewhere, an undated and a hostile article."""
    for story in (TUGS, DREDGER, LATER, EMPTY):
        assert store.stories.found(iso(NOW)) == story
    for story, title, hours in (
        (TUGS, "Tug strike: owners offer crews a tenth more", 100),
        (DREDGER, "Dredger crews join the tug strike", 30),
        (LATER, "Tug crews walk out again", 24 * 40),
    ):
        place(store, story, article(store, "courier.example", title, hours))
    place(store, EMPTY, article(store, "anvil.example", "Tug crews walk out at dawn, tug strike", 8.5))
    store.stories.merge(EMPTY, STRIKE)
    carried = article(store, "nationalwire.example", "Tug crews on strike as talks fail", 6, carrier="news.google.com")
    place(store, STRIKE, carried, matched=12, provisional=1, reasons=json.dumps(
        [{"name": "words", "value": 0.4, "weight": 1.1, "words": ["tug"]}]))  # fmt: skip
    copy = article(store, "valley.example", "Bridge opened, says mayor", 5)
    store.db.execute("update copies set origin_id = 1, method = 'shingles', score = 0.8 where article_id = ?", [copy])
    place(store, STRIKE, copy, matched=1)
    undated = article(store, "redlantern.example", HOSTILE, 4, published=None, byline=HOSTILE, section=HOSTILE)
    place(store, STRIKE, undated, matched=12)
    day_alone = article(store, "anvil.example", "Crews of tugs out again", 1, published="2026-10-13T00:00:00Z")
    place(store, LATER, day_alone)
    place(store, LATER, article(store, "valley.example", "Tugs: third walkout", 2, published=None))
    rulings = [
        (1, "together", 12, 13, "merge s2 s9", HOSTILE, None, None),
        (2, "together", 12, carried, "pin s2 s10", None, iso(NOW), None),
        (3, "apart", 14, 12, "split s3 s3", "two fares", iso(NOW), 4),
        (4, "outlet", undated, None, "redlantern.example was quay.example", None, None, None),
    ]
    for act, kind, one, other, value, note, undone, by in rulings:
        insert(store, "overrides", at=iso(NOW), act=act, kind=kind, article_a=one, article_b=other, value=value,
               note=note, undone=undone, undone_by=by)  # fmt: skip
    store.db.execute("update stories set thinned = ? where id = ?", [iso(NOW), STRIKE])


def served(published: Path, settings: SiteConfig = SETTINGS) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW, settings=settings)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        change(store)
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return served(published)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def text(response: httpx.Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def links(response: httpx.Response) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]+)"', response.text.split("</head>")[1])]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        pytest.param(STRIKE, "carried by news.google.com", id="a carrier"),
        pytest.param(STRIKE, "provisional", id="provisional"),
        pytest.param(STRIKE, "copy of a text outside this story", id="a copy of what is elsewhere"),
        pytest.param(STRIKE, "22 Nov, 08:00 (first seen)", id="no date"),
        pytest.param(STRIKE, "cite this a person had a hand in it", id="that somebody ruled"),
        pytest.param(STRIKE, "stories 2 and 9 are one", id="a ruling"),
        pytest.param(STRIKE, "aggregator undo 1 takes it back", id="what takes it back"),
        pytest.param(STRIKE, "belongs to story 2 (taken back 22 Nov, 12:00 )", id="a ruling taken back"),
        pytest.param(STRIKE, "is of redlantern.example, not of quay.example", id="a correction"),
        pytest.param(STRIKE, "an article was removed from it on request", id="thinned"),
        pytest.param(STRIKE, "1 story was merged into it, and its address leads here for good: /story/12", id="merged"),
        pytest.param(HARBOUR, "its address leads here for good: /story/6", id="an address that leads here"),
        pytest.param(HARBOUR, "First of each side, of independent texts: left Tidewater Post , the first of all; "
                     "center National Wire , 18 min after the first; right Ledger Daily , 8 h after the first.",
                     id="firsts"),
        pytest.param(HARBOUR, "The Reading Room: “Harbour sell-off rammed through at midnight”, story 1, edition of "
                     "2026-11-22 11:45:00 UTC, run 1, sha256 ", id="how to cite it"),
        pytest.param(HARBOUR, "https://room.example/story/1 (accessed 2026-11-22).", id="where and when"),
        pytest.param(HARBOUR, "aggregator split 1 a1 takes it out, as a story of its own", id="how to mend it"),
        pytest.param(HARBOUR, "seen here after the next run, or aggregator publish", id="when it is seen"),
        pytest.param(HARBOUR, "aggregator split 1 a4 takes it out with its reprints", id="with its reprints"),
        pytest.param(LONE, "aggregator pin a25 STORY puts it into the story of that number", id="one alone"),
        pytest.param(LATER, "First reported 13 Oct 3 articles", id="a day alone says not who was first"),
        pytest.param(LATER, "Anvil 13 Oct why it is here", id="a day alone is told without a time of day"),
        pytest.param(LATER, "22 Nov, 10:00 (first seen) – ", id="no date, in the table of the timeline"),
        pytest.param(VOTING, "No story of the three weeks before and after it shares enough", id="like no other"),
    ],
)  # fmt: skip
def test_a_story_says(site: Any, story: int, words: str) -> None:
    assert words in text(get(site, f"/story/{story}"))


@pytest.mark.parametrize(
    ("story", "words"),
    [
        pytest.param(LONE, "aggregator split", id="an article alone can't leave"),
        pytest.param(LONE, "When it was published", id="a timeline of one moment"),
        pytest.param(VOTING, "What was done to this story", id="nothing was done"),
        pytest.param(HARBOUR, "a person had a hand in it", id="merged by nobody"),
        pytest.param(RESERVOIR, "carried by", id="no carrier"),
    ],
)
def test_a_story_does_not_say(site: Any, story: int, words: str) -> None:
    assert words not in text(get(site, f"/story/{story}"))


def test_each_reason_leads_to_the_article_it_names(site: Any) -> None:
    page = get(site, f"/story/{HARBOUR}")
    anchors = set(re.findall(r'id="(a\d+)"', page.text))
    assert anchors == {f"a{number}" for number in range(1, 12)}
    reasons = re.findall(r'Joined with <a href="([^"]+)">', page.text)
    assert set(reasons) == {"#a1"}
    assert {link[1:] for link in links(page) if link.startswith("#a")} <= anchors


def test_a_reason_outside_the_story_leads_to_the_article(site: Any) -> None:
    assert 'Joined with <a href="/article/1">' in get(site, f"/story/{STRIKE}").text


def test_every_link_of_ours_leads_to_a_page(site: Any) -> None:
    found = {link.partition("#")[0] for story in (STRIKE, OLD) for link in links(get(site, f"/story/{story}"))}
    for link in sorted(found):
        if link.startswith("/") and not link.startswith("/news.db"):
            assert get(site, link).status_code == 200, link


@pytest.mark.parametrize("provider", ["", "provider=MBFC"])
def test_every_number_opens_as_many_rows(site: Any, provider: str) -> None:
    page = get(site, f"/story/{HARBOUR}?{provider}")
    found = {}
    for link, words in re.findall(r'<a href="(/news/story_members[^"]*)">(?:<strong>)?([^<]+)<', page.text):
        if not re.search(r"\d", words):
            continue
        rows = get(site, html.unescape(link).replace("?", ".json?", 1) + "&_shape=array&_size=max").json()
        found[words] = (int(re.findall(r"\d+", words)[0]), len(rows))
    assert len(found) >= 6
    assert all(told == rows for told, rows in found.values()), found


@pytest.mark.parametrize("provider", ["AllSides", "MBFC"])
def test_the_outlets_of_each_side_can_be_counted(site: Any, provider: str) -> None:
    """An outlet with two articles is one outlet, and two rows of the table of members."""
    for story in (HARBOUR, STRIKE):
        page = get(site, f"/story/{story}?provider={provider}")
        sentence = r"Every outlet , reprints counted: left (\d+) .*? center (\d+) .*? right (\d+) .*?; (\d+) unrated"
        told = re.search(sentence, text(page))
        assert told
        asked = re.search(r'href="(/news\?[^"]+)"><b>Every outlet', page.text)
        assert asked
        address = html.unescape(asked[1]).replace("/news?", "/news.json?") + "&_shape=array"
        sides = Counter(row["side"] for row in get(site, address).json())
        assert [sides[side] for side in ("left", "center", "right", "unrated")] == [*map(int, told.groups())]


def test_related_stories_share_rare_words_of_those_weeks(site: Any) -> None:
    found = {row["id"]: row for row in get(site, f"/story/{STRIKE}.json").json()["related"]}
    assert set(found) == {TUGS, DREDGER}
    assert set(found[DREDGER]["words"].split(", ")) == {"tug", "crews", "strike"}
    assert found[DREDGER]["shared_outlets"] == 0


@pytest.mark.parametrize("story", [HARBOUR, STRIKE, RESERVOIR, VOTING, OLD, LONE, TUGS, DREDGER, LATER])
def test_related_stories_are_others_that_live_near_in_time(site: Any, story: int) -> None:
    told = get(site, f"/story/{story}.json").json()
    rows = told["related"]
    assert rows == get(site, f"/story/{story}.json").json()["related"]
    assert not {row["id"] for row in rows} & {story, EMPTY, 6}
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    for row in rows:
        assert abs((from_iso(row["first_published"]) - from_iso(told["story"]["first_published"])).days) <= 22


def test_the_sql_of_the_related_stories_gives_them(site: Any) -> None:
    page = get(site, f"/story/{STRIKE}")
    (address,) = [link for link in links(page) if link.startswith("/news?sql=") and "articles_fts" in link]
    rows = get(site, address.replace("/news?", "/news.json?") + "&_shape=array").json()
    assert rows == get(site, f"/story/{STRIKE}.json").json()["related"] != []


def test_related_stories_never_ask_for_a_lean(site: Any) -> None:
    both = [get(site, f"/story/{STRIKE}.json{query}").json()["related"] for query in ("", "?provider=MBFC")]
    assert both[0] == both[1]


def test_a_mail_about_an_article_has_one_recipient_and_one_subject(site: Any) -> None:
    mails = [link for link in links(get(site, f"/story/{STRIKE}")) if link.startswith("mailto:")]
    assert len(mails) == 5
    for mail in mails:
        address, _, query = mail.removeprefix("mailto:").partition("?")
        assert unquote(address) == "desk+news@room.example"
        assert "+" not in address
        assert set(parse_qs(query)) == {"subject", "body"}
        assert "\n" not in parse_qs(query)["subject"][0]
        assert parse_qs(query)["body"][0].startswith("https://room.example/story/2#a")


def test_without_a_contact_there_is_no_mail(published: Path) -> None:
    site = served(published, SiteConfig())
    assert "mailto:" not in get(site, "/story/1").text
    assert "http://localhost/story/1 (accessed" in text(get(site, "/story/1"))


@pytest.mark.parametrize("path", [f"/story/{STRIKE}", f"/story/{STRIKE}?provider=MBFC", f"/story/{OLD}"])
def test_what_a_feed_or_a_person_wrote_is_text(site: Any, path: str) -> None:
    page = get(site, path).text
    assert "<script" not in page
    assert "<b>{50" not in page
    assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        pytest.param(".bib", "application/x-bibtex", id="BibTeX"),
        pytest.param(".csl.json", "application/vnd.citationstyles.csl+json", id="CSL-JSON"),
    ],
)
def test_a_citation_names_the_edition(site: Any, suffix: str, content_type: str) -> None:
    answer = get(site, f"/story/{HARBOUR}{suffix}?provider=MBFC")
    (served,) = get(site, "/-/databases").json()
    assert answer.headers["content-type"].startswith(content_type)
    assert served["hash"] in answer.text
    assert "https://room.example/story/1?provider=MBFC" in answer.text
    assert "ratings by MBFC as of publication" in answer.text


def test_a_merged_story_is_cited_under_the_one_it_leads_to(site: Any) -> None:
    assert get(site, "/story/6.bib").headers["location"] == "/story/1.bib"


def test_bibtex_stays_whole_whatever_the_headline_is() -> None:
    cited = Citation("story", 1, "}, {x} \\ 50 % & #1 $ _ ~ ^ \n@misc{", "Room", "https://room.example/story/1?provider=a%26b",
                     "A{B", "2026-11-22", None, None, None, None)  # fmt: skip
    told = cited.bibtex
    depth = 0
    for letter in told:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert told.count("@") == 2
    assert re.search(r"title = \{\{(.*)\}\},\n", told) is not None
    assert "\\textbraceright{}, \\textbraceleft{}x\\textbraceright{} \\textbackslash{} 50 \\% \\& \\#1" in told
    assert json.loads(json.dumps(cited.csl))[0]["title"].endswith("^ @misc{")


def test_the_timeline_stands_as_a_table_too(site: Any) -> None:
    table = re.search(r'<table class="numbers reports">.*?</table>', get(site, f"/story/{HARBOUR}").text, re.DOTALL)
    assert table is not None
    assert table[0].count('<th scope="row">') == 11
    assert "<caption" in table[0]


def test_the_hash_follows_the_file_that_is_served(tmp_path: Path) -> None:
    build(tmp_path)
    site = served(tmp_path / "published" / "news.db")
    before = get(site, "/story/1.json").json()["cite"]["sha256"]
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("update articles set title = 'Another headline' where id = 1")
    store.close()
    digest = publish(tmp_path / "news.db", summary_characters=300).sha256
    next_edition(site)
    assert get(site, "/story/1.json").json()["cite"]["sha256"] == digest != before
    assert urlsplit(get(site, "/story/1.json").json()["cite"]["address"]).path == "/story/1"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('NEAR(tug "AND" OR) NOT ^crews title:* {strike}', id="the index's own words"),
        pytest.param("O'Neil's ''' tug \" -- ; drop", id="quotes"),
        pytest.param("ﷺ² ١٢٣ tug🚢crews ﬁsh \u202estrike\u0000", id="odd letters"),
        pytest.param("tug " * 500, id="one word again and again"),
        pytest.param(" ".join(f"word{number}" for number in range(500)), id="five hundred words"),
        pytest.param("拖船船员黎明罢工", id="no spaces between words"),
        pytest.param("the of and 2026 1 2", id="nothing that tells"),
        pytest.param("", id="nothing at all"),
    ],
)
def test_any_headline_can_be_looked_up(site: Any, title: str) -> None:
    db = site.get_database("news")

    async def asked() -> None:
        row = await queries.story(db, STRIKE)
        assert row is not None
        members = [replace(one, title=title) for one in await queries.members(db, STRIKE, "AllSides", "AllSides")]
        looked_for = wanted(row, members)
        assert looked_for is None or len(looked_for.words) <= MOST_WORDS
        if looked_for:
            found = await queries.related(db, looked_for)
            assert STRIKE not in {one.id for one in found}

    asyncio.run(asked())


def test_the_axis_and_the_dots_are_in_the_site_s_zone(published: Path) -> None:
    page = get(served(published, SiteConfig(time_zone="Asia/Tokyo")), "/story/1").text
    assert "Tidewater Post, left, 22 Nov 2026, 07:30" in page
    assert re.search(r'<text class="tick[^>]*>08:00</text>', page)


def test_a_page_does_not_wait_for_the_hash_of_a_large_file(published: Path) -> None:
    site = served(published)
    database = site.get_database("news")
    assert len(database.fingerprint.result(timeout=60)) == 64
    database.fingerprint = Future()
    assert get(site, "/story/1.json").json()["cite"]["sha256"] is None
    assert "The SHA-256 of this edition is being reckoned" in text(get(site, "/story/1"))

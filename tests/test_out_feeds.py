"""Atom and JSON Feed of the pages: what the standards demand, ids that stay, the same bytes for the same edition."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import httpx
import pytest
from lxml import etree, html

from aggregator.briefs.made import how_made
from aggregator.config import SiteConfig
from aggregator.site import home, search
from aggregator.site.serve import make_app
from tests.brief_fixtures import PRICED, VOTED
from tests.site_fixtures import FERRY, HARBOUR, MERGED, METADATA, NOW, OLD, RESERVOIR, build

LISTS = ("/", "/story/1", "/outlet/courier.example", "/outlet/mina.example", "/blindspots", "/revisions")
NARROWED = (
    "/?day=2026-11-20", "/?language=es", "/?side=left", "/?from=2026-11-01&to=2026-11-30", "/?time=7d&provider=MBFC",
    "/search?q=senate", "/search?q=zebra", "/search?q=harbour&show=stories", "/search?q=%E2%80%9Cport%22%3Cb%3E",
    "/search?side=right&provider=MBFC", "/story/1?provider=MBFC", "/revisions?field=title", "/blindspots?provider=MBFC",
    "/blindspots?day=2026-11-01", "/outlet/courier.example?provider=mbfc",
)  # fmt: skip
OTHERS = "Morning Courier (lean left), Ledger Daily (lean right)"
ATOM = "{http://www.w3.org/2005/Atom}"
SETTINGS = SiteConfig(address="https://room.example", contact="desk@room.example")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("fed"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW, settings=SETTINGS)


@pytest.fixture(scope="module")
def hostile(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same edition with what a feed may hold at its worst, and with 120 changes."""
    path = tmp_path_factory.mktemp("hostile") / "news.db"
    shutil.copy(published, path)
    bad = "<script>alert(1)</script>&amp; \x00\x01\x0b\x1f ]]> \ufffe \U0001f600 \u202eevil"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update articles set title = ?, url = 'javascript:alert(1)'", [bad])
        db.execute("update articles set url = 'https://a.example/x y\"<é>' where id % 2")
        db.execute("update stories set title = ?", [bad])
        db.execute("update outlets set name = 'Out' || char(8) || 'let ' || id")
        db.executemany(
            "insert into revisions (article_id, seen, field, old, new) values (1, ?, 'title', ?, 'after')",
            [(f"2026-11-2{n % 3}T00:00:{n % 60:02}Z", bad) for n in range(119)],
        )
    return make_app(path, METADATA, clock=lambda: NOW, settings=SETTINGS)


def get(site: Any, path: str, **headers: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(
        site.client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    )
    return response


def kind(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}{suffix}{mark}{query}"


def atom(site: Any, address: str) -> etree._Element:
    answer = get(site, kind(address, ".atom"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def ids(feed: etree._Element) -> list[str]:
    return [one.text or "" for one in feed.iterfind(f"{ATOM}entry/{ATOM}id")]


def link(element: etree._Element, relation: str) -> str | None:
    found = element.find(f"{ATOM}link[@rel='{relation}']")
    return None if found is None else found.get("href")


@pytest.mark.parametrize("address", [*LISTS, *NARROWED])
@pytest.mark.parametrize("which", ["site", "hostile"])
def test_atom_is_what_the_standard_demands(address: str, which: str, request: pytest.FixtureRequest) -> None:
    feed = atom(request.getfixturevalue(which), address)
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    schema.assertValid(feed)
    assert len(set(ids(feed))) == len(ids(feed))
    for entry in (feed, *feed.iterfind(f"{ATOM}entry")):
        relations = [(one.get("rel"), one.get("type")) for one in entry.iterfind(f"{ATOM}link")]
        assert relations.count(("alternate", "text/html")) == 1
    assert link(feed, "self") == "https://room.example" + kind(address, ".atom")


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("which", ["site", "hostile"])
def test_a_reader_reads_it(address: str, which: str, request: pytest.FixtureRequest) -> None:
    body = get(request.getfixturevalue(which), kind(address, ".atom")).content
    told = feedparser.parse(io.BytesIO(body))
    assert not told.bozo
    assert told.version == "atom10"
    assert told.feed.author == "The Reading Room (desk@room.example)"
    assert "CC BY-NC 4.0" in told.feed.rights
    assert told.entries
    for entry in told.entries:
        assert entry.id.startswith("https://room.example/")
        assert entry.link.startswith(("https://", "http://"))
        assert entry.updated_parsed
        assert entry.content[0].type == "text/plain"
        assert entry.content[0].value
    assert max(entry.updated for entry in told.entries) == told.feed.updated


@pytest.mark.parametrize("address", [*LISTS, *NARROWED])
@pytest.mark.parametrize("which", ["site", "hostile"])
def test_json_feed_has_what_its_version_requires(address: str, which: str, request: pytest.FixtureRequest) -> None:
    reading = request.getfixturevalue(which)
    answer = get(reading, kind(address, ".feed.json"))
    told = answer.json()
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["title"]
    assert isinstance(told["items"], list)
    assert [item["id"] for item in told["items"]] == ids(atom(reading, address))
    for item in told["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert "content_html" not in item
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item["date_modified"])
        assert not {key for key in item if key.startswith("_")} - {"_aggregator"}
        assert item["url"].startswith(("https://", "http://"))


def test_an_unchanged_edition_gives_the_same_bytes(site: Any, published: Path) -> None:
    later = make_app(published, METADATA, clock=lambda: NOW + timedelta(hours=5), settings=SETTINGS)
    for address in LISTS:
        for suffix in (".atom", ".feed.json"):
            first = get(site, kind(address, suffix))
            assert get(later, kind(address, suffix)).content == first.content
            again = get(later, kind(address, suffix), If_None_Match=first.headers["etag"])
            assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("/", "/?provider=MBFC", id="another provider"),
        pytest.param("/?day=2026-11-22", "/?day=2026-11-22&side=left", id="another filter"),
        pytest.param("/story/1", "/story/1?provider=MBFC", id="a story by another provider"),
        pytest.param("/outlet/courier.example", "/outlet/courier.example?provider=MBFC", id="an outlet"),
    ],
)
def test_ids_are_the_same_whoever_rates_and_whatever_is_filtered(site: Any, one: str, other: str) -> None:
    assert set(ids(atom(site, other))) <= set(ids(atom(site, one)))
    assert ids(atom(site, other))


def test_the_feed_of_another_provider_is_the_same_feed(site: Any) -> None:
    assert atom(site, "/?provider=MBFC").findtext(f"{ATOM}id") == atom(site, "/").findtext(f"{ATOM}id")
    assert atom(site, "/?language=en").findtext(f"{ATOM}id") != atom(site, "/").findtext(f"{ATOM}id")


def test_a_story_is_told_by_side_with_its_outlets_and_who_rates(site: Any) -> None:
    entry = next(one for one in get(site, "/.feed.json").json()["items"] if one["id"].endswith(f"/story/{HARBOUR}"))
    assert entry["content_text"].splitlines() == [
        f"{VOTED} [National Wire (center); also Tidewater Post (left), {OTHERS}]",
        f"{PRICED} [Ledger Daily (lean right); also Morning Courier (lean left)]",
        f"{how_made('English', 7, 2, 'sentences 1')}.",
        "9 independent origins in 11 articles of 11 outlets. Ratings by AllSides, as of publication.",
        "Left, 2 origins: Red Lantern, Tidewater Post.",
        "Lean left, 1 origin: Morning Courier.",
        "Center, 1 origin: National Wire; reprinted by Northern Star, Valley Gazette.",
        "Lean right, 2 origins: Ledger Daily, Market Mirror.",
        "Right, 1 origin: The Freeholder.",
        "Unrated, 2 origins: El Muelle, \u2068صوت الميناء\u2069.",
        "1 headline changed after publication.",
    ]
    by_mbfc = get(site, "/.feed.json?provider=MBFC").json()["items"]
    assert "Ratings by MBFC, as of publication." in by_mbfc[0]["content_text"]
    assert by_mbfc[0]["url"].endswith("?provider=MBFC")


def test_a_blindspot_has_its_numbers(site: Any) -> None:
    (item,) = get(site, "/blindspots.feed.json").json()["items"]
    assert item["id"] == f"https://room.example/story/{RESERVOIR}#blindspot-right"
    assert item["title"] == "Nothing on the right: Reservoir level falls below the 1976 mark"
    assert "0 of 1.3 expected origins, of 5 rated ones. Ratings by AllSides" in item["content_text"]
    assert "p = 0.2, q = 0.25" in item["content_text"]


def test_an_article_leads_to_its_own_address_and_to_its_story(site: Any) -> None:
    entries = atom(site, f"/story/{OLD}").findall(f"{ATOM}entry")
    own = f"https://room.example/story/{OLD}"
    assert [link(entry, "alternate") for entry in entries] == [own, own]  # javascript: and urn: lead nowhere
    (first, *_) = atom(site, "/outlet/courier.example").findall(f"{ATOM}entry")
    assert link(first, "alternate") == "https://courier.example/13"
    assert link(first, "related") == f"https://room.example/story/{FERRY}"


def test_nothing_of_a_hostile_feed_becomes_markup(hostile: Any) -> None:
    feed = atom(hostile, "/story/1")
    assert {element.tag.removeprefix(ATOM) for element in feed.iter()} == {
        "feed", "id", "title", "updated", "link", "author", "name", "uri", "email", "rights", "generator", "entry",
        "content", "published",
    }  # fmt: skip
    titles = {one.findtext(f"{ATOM}title") for one in feed.iterfind(f"{ATOM}entry")}
    assert titles == {"<script>alert(1)</script>&amp;  ]]>  \U0001f600 \u202eevil"}
    assert {link(one, "alternate") for one in feed.iterfind(f"{ATOM}entry")} == {
        "https://a.example/x%20y%22%3C%C3%A9%3E", "https://room.example/story/1",
    }  # fmt: skip


def test_the_pages_of_a_feed_lead_on_to_all_of_it(hostile: Any) -> None:
    found, address = [], "/revisions.atom"
    while address:
        feed = etree.fromstring(get(hostile, address).content)
        found += ids(feed)
        following = link(feed, "next")
        address = following.removeprefix("https://room.example") if following else ""
    assert len(found) == len(set(found)) == 120
    earlier = link(atom(hostile, "/?day=2026-11-22"), "next")
    assert earlier == "https://room.example/.atom?day=2026-11-20"


@pytest.mark.parametrize("address", [*LISTS, *NARROWED])
def test_pages_name_their_feeds_and_offer_both_forms_of_csv(site: Any, address: str) -> None:
    page = html.fromstring(get(site, address).text)
    for content_type in ("application/atom+xml", "application/feed+json"):
        (there,) = page.xpath("//head/link[@rel='alternate'][@type=$type]/@href", type=content_type)
        assert get(site, there).headers["content-type"].startswith(content_type)
        assert dict(httpx.URL(there).params) == dict(httpx.URL(address).params)
    (atom_link,) = page.xpath("//main//a[text()='Atom']/@href")
    assert urlsplit(atom_link).path.endswith(".atom")
    leads = {words: page.xpath("//main//a[text()=$words]/@href", words=f"CSV for {words}")
             for words in ("spreadsheets", "programs")}  # fmt: skip
    for words, form in (("spreadsheets", "spreadsheet"), ("programs", "raw")):
        answer = get(site, leads[words][0])
        assert answer.status_code == 200
        assert httpx.URL(leads[words][0]).params["form"] == form
        assert answer.content.startswith("\ufeff".encode()) == (form == "spreadsheet")


@pytest.mark.parametrize("path", [*LISTS, "/news/articles", "/news/headlines_changed", "/research/coverage"])
def test_no_link_leads_to_csv_without_saying_for_whom(site: Any, path: str) -> None:
    page = html.fromstring(get(site, path).text)
    found = [there for there in page.xpath("//a/@href") if urlsplit(there).path.endswith(".csv")]
    datasettes_own = page.xpath("//p[@class='export-links']//a/@href")
    assert [there for there in found if there not in datasettes_own]
    assert all("form=" in there for there in found if there not in datasettes_own)


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        pytest.param("/.csv", 6, id="the stories of the home page"),
        pytest.param("/.csv?day=2026-11-20", 2, id="of a day"),
        pytest.param("/.csv?side=right", 3, id="of a side"),
        pytest.param("/.csv?provider=MBFC&time=31d", 6, id="of a month by another provider"),
        pytest.param("/search.csv?q=harbour", 7, id="articles with a word"),
        pytest.param("/search.csv?q=harbour&show=stories&provider=MBFC", 1, id="stories with a word"),
        pytest.param("/search.csv?side=left", 11, id="articles of a side"),
        pytest.param("/story/1.csv", 11, id="a story's articles, reprints too"),
        pytest.param("/story/s1.csv?provider=MBFC", 11, id="by another provider"),
        pytest.param("/outlet/courier.example.csv", 4, id="an outlet's articles"),
        pytest.param("/revisions.csv", 1, id="changes"),
        pytest.param("/revisions.csv?field=summary", 0, id="no changes"),
    ],
)
def test_the_lists_leave_as_rows(site: Any, path: str, rows: int) -> None:
    answer = get(site, path)
    assert answer.headers["x-row-count"] == str(rows)
    assert len(answer.text.splitlines()) == rows + 1
    assert re.fullmatch(r'attachment; filename="[\w.-]+\.csv"', answer.headers["content-disposition"])


def test_of_a_day_with_many_stories_all_leave(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "STORIES_ON_A_PAGE", 1)
    monkeypatch.setattr(search, "RESULTS_ON_A_PAGE", 1)
    for address, rows in (("/?day=2026-11-22", 4), ("/?time=7d", 6), ("/search?q=harbour", 7),
                          ("/search?q=harbour&show=stories", 1)):  # fmt: skip
        found, following = [], kind(address, ".feed.json")
        while following:
            told = get(site, following.removeprefix("https://room.example")).json()
            found += [item["id"] for item in told["items"]]
            following = told.get("next_url") if len(found) < rows else None
        assert len(set(found)) == rows
        answer = get(site, kind(address, ".csv"))
        assert answer.headers["x-row-count"] == str(rows)
        ids_of_rows = {line.split(",")[0] for line in answer.text.splitlines()[1:]}
        assert ids_of_rows == {one.rsplit("/", 1)[1] for one in found}


@pytest.mark.parametrize("suffix", [".atom", ".feed.json", ".csv"])
def test_merged_stories_and_other_domains_lead_on(site: Any, suffix: str) -> None:
    answer = get(site, f"/story/{MERGED}{suffix}?provider=MBFC")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/story/{HARBOUR}{suffix}?provider=MBFC")
    answer = get(site, f"/outlet/www.courier.example{suffix}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/outlet/courier.example{suffix}")


def test_an_empty_list_is_a_feed_all_the_same(site: Any) -> None:
    feed = atom(site, "/search?q=zebra")
    assert ids(feed) == []
    assert feed.findtext(f"{ATOM}updated") == "2026-11-22T11:45:00Z"
    assert json.loads(get(site, "/search.feed.json?q=zebra").text)["items"] == []


def test_words_asked_of_the_home_page_lead_to_the_search(site: Any) -> None:
    answer = get(site, "/.atom?q=senate&provider=MBFC")
    assert (answer.status_code, answer.headers["location"]) == (301, "/search.atom?q=senate&provider=MBFC&show=stories")
    answer = get(site, "/search.atom")
    assert (answer.status_code, answer.text) == (400, "Say what to look for, as in /search.atom?q=harbour.\n")


def test_stories_leave_with_their_origins_by_lean(site: Any) -> None:
    (row,) = [row for row in csv.DictReader(get(site, "/.csv").text.splitlines()) if row["id"] == str(HARBOUR)]
    assert [row[f"origins_{lean}"] for lean in ("left", "lean_left", "center", "lean_right", "right", "unrated")] == [
        "2", "1", "1", "2", "1", "2",
    ]  # fmt: skip
    (row,) = [row for row in csv.DictReader(get(site, "/.csv").text.splitlines()) if row["id"] == str(RESERVOIR)]
    assert (row["provider"], row["blindspots"]) == ("AllSides", "right")

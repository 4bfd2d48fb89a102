"""Cases 30 to 39: what stands in an entry, and in the files of ratings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aggregator.errors import DataFileError
from aggregator.models import Outlet
from aggregator.ratings import read_ratings
from tests.faults import make_due
from tests.scripted_site import Answer, ScriptedSite
from tests.test_crawl import RATING_COLUMNS, XML, Desk, desk


def entry(title: str, link: str = "", guid: str = "", rest: str = "") -> str:
    """An entry; an address that begins with / is one of the feed's own host."""
    told = f"<link>{link}</link>" if link else ""
    told += f'<guid isPermaLink="false">{guid}</guid>' if guid else ""
    return f"<item><title>{title}</title>{told}{rest}</item>"


def dated(text: str) -> str:
    return entry("Dated", "/1", "1", f"<pubDate>{text}</pubDate>" if text else "")


def linked(link: str) -> str:
    return entry("Linked", link, "https://case-34.example/by-guid")


# Feed -> what it says at the first poll, and at the second where that is something else.
FEEDS: dict[str, tuple[str, ...]] = {
    "case-30-twice": (entry("First telling", "/1", "1") + entry("First telling", "/1", "1"),),
    "case-30-changed": (
        entry("Bridge to open in May", "/1", "1", "<description>In May.</description>"),
        entry("Bridge to open in June", "/1", "1", "<description>In June.</description>"),
    ),
    "case-31-no-guid": (entry("Without a guid", "/a?utm_source=rss"),),
    "case-31-neither": (entry("Without either"),),
    "case-31-retitled": (
        entry("Bridge to open in May", "/bridge-may-1234567", "1"),
        entry("Crossing delayed to June", "/crossing-june-1234567", "1"),
    ),
    "case-31-moved": (
        entry("Bridge to open in May", "/old", "1"),
        entry("Bridge to open in late May", "/new", "1"),
    ),
    "case-31-reused": (entry("Bridge to open in May", "/bridge", "1"), entry("Cat stuck in tree", "/cat", "1")),
    "case-32-one": (entry("In two feeds", "http://case-32.example/1", "same"),),
    "case-32-two": (entry("In two feeds", "http://case-32.example/1", "same"),),
    "case-32-other": (entry("Another article", "http://case-32.example/2", "same"),),
    "case-32-vanished": (entry("Here", "/1", "1") + entry("Gone", "/2", "2"), entry("Here", "/1", "1")),
    "case-33-good": (dated("Mon, 02 Nov 2026 10:00:00 GMT"),),
    "case-33-year-1": (dated("Mon, 01 Jan 0001 00:00:00 GMT"),),
    "case-33-year-9999": (dated("9999-12-31"),),
    "case-33-month-13": (dated("2026-13-05"),),
    "case-33-ahead": (dated("2031-01-01T00:00:00Z"),),
    "case-33-unreadable": (dated("the day before yesterday"),),
    "case-33-none": (dated(""),),
    "case-34-javascript": (linked("javascript:alert(1)"),),
    "case-34-split": (linked(" jav&#10;ascript:alert(1)"),),
    "case-34-data": (linked("data:text/html,x"),),
    "case-34-vbscript": (linked("vbscript:x"),),
    "case-34-file": (linked("file:///etc/passwd"),),
    "case-34-no-guid": (entry("Nowhere to go", "javascript:alert(1)", "1") + entry("Beside it", "/1", "2"),),
    "case-35-markup": (
        entry(
            "Told &lt;script&gt;alert(1)&lt;/script&gt;plainly",
            "/1",
            "1",
            "<author>Ada &lt;b onclick=alert(1)&gt;Lovelace&lt;/b&gt;</author><description>&lt;p onclick='x'&gt;Text"
            "&lt;/p&gt;&lt;script&gt;alert(2)&lt;/script&gt;&lt;iframe src='http://x'&gt;&lt;/iframe&gt;</description>",
        ),
    ),
    "case-36-tracked": (
        entry(
            "Followed",
            "/a?id=7&amp;utm_source=rss&amp;utm_medium=feed&amp;fbclid=x",
            "1",
            "<description>Text&lt;img width=1 height=1 src='http://pixel.example/p.gif'&gt;</description>",
        ),
    ),
    "case-37-paths": (
        entry("../../../../tmp/case-37-title", "/../../../../tmp/case-37-link", "/tmp/case-37-guid")
        + entry("/tmp/case-37-absolute", "/%2e%2e%2fcase-37-encoded", "..\\..\\case-37-back"),
    ),
    "case-38-hidden": (entry("a\u202eb\u200bc\u2066d\ufeffe\u00adf", "/1", "1"),),
    "case-38-look-alike": (
        entry("Suffix", "http://press.example.evil.example/1", "1")
        + entry("User name", "http://press.example@evil.example/2", "2")
        + entry("Cyrillic", "http://\u0440ress.example/3", "3")
        + entry("Itself", "http://press.example/4", "4"),
    ),
}  # fmt: skip


@dataclass
class Told:
    """The feeds after two polls; `first` is how many articles the first brought."""

    desk: Desk
    first: int
    second: int

    def one(self, name: str, columns: str) -> tuple[Any, ...]:
        (row,) = self.all(name, columns)
        return row

    def all(self, name: str, columns: str) -> list[tuple[Any, ...]]:
        """The articles that a feed leads to, as they stand."""
        return self.desk.rows(
            f"select distinct {columns} from sightings join articles article on article.id = article_id"
            f" join feeds feed on feed.id = feed_id where feed.url like 'http://{name}.example%' order by article.id"
        )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with ScriptedSite() as site:
        urls = [site.put(f"{name}.example/feed", document(name, 0)) for name in FEEDS]
        polled = desk(tmp_path_factory.mktemp("entries"), site, urls)
        first = polled.crawl()
        for name in FEEDS:
            site.answers[f"{name}.example/feed"] = document(name, -1)
        make_due(polled)
        second = polled.crawl()
        yield Told(polled, first.new, second.new)


def document(name: str, which: int) -> Answer:
    items = FEEDS[name][which].replace("<link>/", f"<link>http://{name}.example/")
    return Answer(f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>', headers=XML)


def test_every_feed_of_this_file_was_read(told: Told) -> None:
    assert told.desk.rows("select distinct code from polls") == [("ok",), ("unchanged",)]
    assert told.desk.log.read_text() == ""


def test_case_30_one_guid_twice_in_a_feed_is_one_article(told: Told) -> None:
    assert told.all("case-30-twice", "title") == [("First telling",)]


def test_case_30_new_content_under_a_guid_is_a_revision(told: Told) -> None:
    article, title, summary = told.one("case-30-changed", "article.id, title, summary")
    assert (title, summary) == ("Bridge to open in June", "In June.")
    revisions = told.desk.rows(f"select field, old, new from revisions where article_id = {article} order by field")
    assert revisions == [
        ("summary", "In May.", "In June."),
        ("title", "Bridge to open in May", "Bridge to open in June"),
    ]


def test_case_31_without_a_guid_the_address_is_one(told: Told) -> None:
    query = "select guid from sightings join feeds on feeds.id = feed_id where url like '%case-31-no-guid%'"
    assert told.desk.rows(query) == [("http://case-31-no-guid.example/a",)]


def test_case_31_an_entry_without_guid_and_address_is_counted_and_left_out(told: Told) -> None:
    query = "select message from polls join feeds on feeds.id = feed_id where url like '%case-31-neither%' limit 1"
    assert told.desk.rows(query) == [("1 entry without a usable address skipped",)]


@pytest.mark.parametrize(
    ("name", "new"),
    [
        pytest.param("case-31-retitled", "Crossing delayed to June", id="case_31_the_address_has_the_same_number"),
        pytest.param("case-31-moved", "Bridge to open in late May", id="case_31_the_headlines_are_alike"),
    ],
)
def test_a_retitle_that_moves_is_one_article(told: Told, name: str, new: str) -> None:
    article, title = told.one(name, "article.id, title")
    assert title == new
    assert told.desk.rows(f"select old from revisions where article_id = {article}") == [("Bridge to open in May",)]
    assert len(told.desk.rows(f"select url from article_addresses where article_id = {article}")) == 1


def test_case_31_a_guid_that_is_used_again_is_a_new_article(told: Told) -> None:
    titles = told.desk.rows("select title from articles where url like '%case-31-reused%' order by id")
    assert titles == [("Bridge to open in May",), ("Cat stuck in tree",)]


def test_case_32_one_article_in_two_feeds_is_seen_twice(told: Told) -> None:
    seen = told.desk.rows(
        "select title, count(*) from sightings join articles on articles.id = article_id"
        " where articles.url like 'http://case-32.example%' group by articles.id order by title"
    )
    assert seen == [("Another article", 1), ("In two feeds", 2)]


def test_case_32_what_leaves_a_feed_stays(told: Told) -> None:
    assert told.all("case-32-vanished", "title") == [("Here",), ("Gone",)]


@pytest.mark.parametrize(
    ("name", "published", "raw", "flag"),
    [
        pytest.param("good", "2026-11-02T10:00:00Z", "Mon, 02 Nov 2026 10:00:00 GMT", None, id="case_33_good"),
        pytest.param("year-1", None, "Mon, 01 Jan 0001 00:00:00 GMT", "date_implausible", id="case_33_year_1"),
        pytest.param("year-9999", None, "9999-12-31", "date_implausible", id="case_33_year_9999"),
        pytest.param("month-13", None, "2026-13-05", "date_unreadable", id="case_33_month_13"),
        pytest.param("ahead", None, "2031-01-01T00:00:00Z", "date_implausible", id="case_33_ahead"),
        pytest.param("unreadable", None, "the day before yesterday", "date_unreadable", id="case_33_unreadable"),
        pytest.param("none", None, None, "no_date", id="case_33_none"),
    ],
)
def test_a_date_is_right_or_not_known(
    told: Told, name: str, published: str | None, raw: str | None, flag: str | None
) -> None:
    row = told.one(f"case-33-{name}", "published, published_raw, flags, published_day, article.first_seen")
    assert (row[0], row[1], json.loads(row[2])) == (published, raw, [flag] if flag else [])
    assert row[3] == (published or row[4])[:10]  # without a date it stands on the day when it was first seen


@pytest.mark.parametrize(
    "name", [pytest.param(n, id=f"case_34_{n}") for n in ("javascript", "split", "data", "vbscript", "file")]
)
def test_a_link_that_is_no_web_address_is_not_kept(told: Told, name: str) -> None:
    url, original, flags = told.one(f"case-34-{name}", "article.url, original_url, flags")
    assert (url, original) == ("https://case-34.example/by-guid", "https://case-34.example/by-guid")
    assert "unsafe_link" in json.loads(flags)


def test_case_34_an_entry_with_nothing_but_such_a_link_is_left_out(told: Told) -> None:
    assert told.all("case-34-no-guid", "title") == [("Beside it",)]


def test_case_35_title_author_and_summary_are_text(told: Told) -> None:
    row = told.one("case-35-markup", "title, byline, summary")
    assert row == ("Told plainly", "Ada Lovelace", "Text")


def test_case_36_tracking_is_taken_off_and_the_original_kept(told: Told) -> None:
    url, original, summary = told.one("case-36-tracked", "article.url, original_url, summary")
    assert url == "http://case-36-tracked.example/a?id=7"
    assert original == "http://case-36-tracked.example/a?id=7&utm_source=rss&utm_medium=feed&fbclid=x"
    assert summary == "Text"


def test_case_37_no_file_is_named_after_what_a_feed_says(told: Told) -> None:
    assert len(told.all("case-37-paths", "title")) == 2
    places = (told.desk.folder, Path("/tmp"), Path.cwd())
    assert [path for place in places for path in place.glob("*case-37*")] == []
    assert {path.name for path in told.desk.folder.iterdir()} <= {
        "outlets.csv", "ratings.csv", "feeds.csv", "news.db", "news.db-wal", "news.db-shm", "crawl.log"}  # fmt: skip


def test_case_38_what_cannot_be_seen_is_taken_out(told: Told) -> None:
    assert told.one("case-38-hidden", "title") == ("abcdef",)


def test_case_38_a_look_alike_is_another_outlet(told: Told) -> None:
    outlets = told.desk.rows(
        "select title, domain from articles join outlets on outlets.id = outlet_id"
        " where guid in ('1', '2', '3', '4') and title in ('Suffix', 'User name', 'Cyrillic', 'Itself')"
    )
    assert dict(outlets) == {
        "Suffix": "press.example.evil.example",
        "User name": "evil.example",
        "Cyrillic": "xn--ress-f6d.example",
        "Itself": "press.example",
    }


# -- ratings.csv

PRESS = Outlet(domain="press.example", name="The Press")
GOOD = "press.example,AllSides,news,left,,,,,2020-01-01"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param("nobody.example,AllSides,news,left,,,,,2020-01-01", "nobody.example", id="case_39_unknown_outlet"),
        pytest.param(GOOD, "again", id="case_39_duplicate"),
        pytest.param("press.example,AllSides,news,sideways,,,,,2020-01-02", "sideways", id="case_39_unknown_label"),
        pytest.param("press.example,AllSides,sport,left,,,,,2020-01-02", "sport", id="case_39_unknown_scope"),
        pytest.param("press.example,AllSides,news,left,,,,,01/02/2020", "01/02/2020", id="case_39_bad_date"),
        pytest.param("press.example,AllSides,news,left", "fields", id="case_39_too_few_values"),
    ],
)
def test_a_bad_rating_is_told_with_its_line_and_never_guessed(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("\n".join([RATING_COLUMNS, GOOD, row, "nobody2.example,AllSides,news,left,,,,,2020-01-01"]) + "\n")
    with pytest.raises(DataFileError) as caught:
        read_ratings(path, (PRESS,))
    assert [line.split(": ")[0] for line in caught.value.problems] == [f"{path}:3", f"{path}:4"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda text: "\ufeff" + text, id="case_39_bom"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="case_39_crlf"),
    ],
)
def test_a_file_as_spreadsheets_write_it_is_read(tmp_path: Path, written: Any) -> None:
    path = tmp_path / "ratings.csv"
    path.write_bytes(written(f"{RATING_COLUMNS}\n{GOOD}\n").encode())
    (rating,) = read_ratings(path, (PRESS,))
    assert (rating.domain, rating.label, rating.lean) == ("press.example", "left", -2)


def test_case_39_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("domain,provider,scope,score\npress.example,AllSides,news,\n")
    with pytest.raises(DataFileError, match=r'ratings\.csv:1: missing column "label"'):
        read_ratings(path, (PRESS,))

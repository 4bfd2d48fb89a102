"""Cases 21 to 29: what stands in an answer. Each feed was polled well before, and keeps what it had."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from aggregator.feeds import parse_feed
from aggregator.pages import parse_page
from tests.faults import Fault, Polled, good, poll_twice
from tests.scripted_site import Answer, ScriptedSite
from tests.test_crawl import XML, Desk, desk

SECRET = "Kept under the counter"
LOGIN = "<!doctype html><title>Log in</title><form><input name=password></form>"
CAPTCHA = "<html><body><script>challenge()</script><p>Are you a person?</p></body></html>"


def item(title: str, number: int = 1, rest: str = "") -> str:
    link = f"<link>http://told.example/{number}</link><guid>{number}</guid>"
    return f"<item><title>{title}</title>{link}{rest}</item>"


def feed(items: str, prolog: str = '<?xml version="1.0"?>') -> str:
    return f'{prolog}<rss version="2.0"><channel><title>Told</title>{items}</channel></rss>'


def at(name: str, document: str | bytes) -> bytes:
    """A document whose links lead to the host of its own case."""
    body = document.encode() if isinstance(document, str) else document
    for encoding in ("utf-8", "utf-16-le"):
        body = body.replace("told.example".encode(encoding), f"{name}.example".encode(encoding))
    return body


def entities(*declared: str) -> str:
    return f"<!DOCTYPE rss [{''.join(declared)}]>"


LAUGHS = entities('<!ENTITY a "ha">', *(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)))
NO_FEEDS = {
    "case-24-html": "<html><body><h1>News</h1></body></html>",
    "case-24-login": LOGIN,
    "case-24-captcha": CAPTCHA,
    "case-24-json-error": '{"error": {"code": 401, "message": "no key"}}',
    "case-24-json-list": "[1, 2, 3]",
    "case-24-plain-text": "Service temporarily unavailable",
    "case-24-empty": "",
    "case-24-blank": " \r\n\0 ",
}
BREAKERS = {
    "case-22-end-tag-alone": b"x</width>",
    "case-22-cut-before-its-items": b"<rss version='2.0'><channel><title>x</title>",
    "case-22-items-of-no-shape": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": 5}).encode(),
    "case-27-6-mb-of-tags": feed("<item>" + "<x>" * 2_000_000).encode(),
    "case-27-a-feed-over-the-limit-of-tags": feed("<item>" + "<x>" * 150_000 + "</x>" * 150_000).encode(),
}
# What a feed holds, and the title that is to be stored.
CLAIMS_UTF_8 = '<?xml version="1.0" encoding="utf-8"?>'
CLAIMS_LATIN_1 = '<?xml version="1.0" encoding="iso-8859-1"?>'
ENCODED: dict[str, tuple[bytes, str]] = {
    "case-25-bom": (b"\xef\xbb\xbf" + feed(item("Öl")).encode(), "Öl"),
    "case-25-utf-16": (feed(item("Öl")).encode("utf-16"), "Öl"),
    "case-25-utf-16-that-claims-utf-8": (feed(item("Öl"), CLAIMS_UTF_8).encode("utf-16"), "Öl"),
    "case-25-latin-1-that-claims-utf-8": (feed(item("Öl"), CLAIMS_UTF_8).encode("latin-1"), "Öl"),
    "case-25-utf-8-that-claims-latin-1": (feed(item("Öl"), CLAIMS_LATIN_1).encode(), "Öl"),
    "case-25-unknown-encoding": (feed(item("Öl"), '<?xml version="1.0" encoding="klingon"?>').encode(), "Öl"),
    "case-25-lone-surrogate": (feed(item("a&#xD800;b")).encode(), "ab"),
    "case-25-nul": (feed(item("a\0b")).encode(), "ab"),
    "case-25-half-a-character": (feed(item("a")).encode().replace(b">a<", b">a\xe2\x82<"), "aâ‚"),  # as browsers do
}  # fmt: skip
NINE = "".join(item(f"Good {number}", number) for number in range(1, 10))
BROKEN = {
    "case-26-broken-at-the-end": feed(f"{NINE}<item><title>Bad <b>&nosuch;</titel></item"),
    "case-26-broken-in-the-middle": feed(f"{NINE}<item><title>Bad</guid></item><<<>"),
}
DAYS = [f"{day:02} Nov 2026 10:00:00 GMT" for day in range(1, 29)]
MANY = "".join(item(f"Entry {n}", n, f"<pubDate>{DAYS[n * 28 // 20_000]}</pubDate>") for n in range(20_000))
WORDS = "The council keeps the water lane open for the harbour market until the thaw. "
CONTENT = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
LONG_BODY = f"<content:encoded {CONTENT}>{WORDS * 10_000}</content:encoded>"
LARGE = {
    "case-27-100000-deep": feed(item("Deep", 1, "<x>" * 90_000 + "</x>" * 90_000)),
    "case-28-20000-entries": feed(MANY),
    "case-29-10-mb-title": feed(item("Long " * 2_000_000)),
    "case-29-780-kb-body": feed(item("Body", 1, LONG_BODY)),
}


@dataclass
class Parsed:
    polled: Polled
    elsewhere: ScriptedSite  # what a body may name, and nobody may ask for

    def titles(self, name: str) -> list[str]:
        query = f"select title from articles where url like 'http://{name}.example/%' and title not like 'Before%'"
        return [title for (title,) in self.polled.desk.rows(f"{query} order by id")]


def external(folder: Path, elsewhere: ScriptedSite) -> dict[str, str]:
    """Documents that would have the parser open a file or an address."""
    secret = folder / "secret.xml"
    secret.write_text(feed(item(SECRET)))
    page = f"http://127.0.0.1:{elsewhere.port}/feed"
    system = {"file": f"file://{secret}", "address": page}
    files = {"case-21-path": str(secret), "case-21-address": page, "case-21-file-address": system["file"]}
    for name, told in system.items():
        files[f"case-23-external-{name}"] = feed(item("&x;"), entities(f'<!ENTITY x SYSTEM "{told}">'))
        files[f"case-23-parameter-{name}"] = feed(item("Told"), entities(f'<!ENTITY % x SYSTEM "{told}"> %x;'))
    return files


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parsed]:
    folder = tmp_path_factory.mktemp("parsing")
    with ScriptedSite() as site, ScriptedSite() as elsewhere:
        documents: dict[str, str | bytes] = {
            **NO_FEEDS, **BREAKERS, **BROKEN, **LARGE, **{name: body for name, (body, _) in ENCODED.items()},
            "case-23-billion-laughs": feed(item("&k;"), LAUGHS),
            "case-23-quadratic": feed(item("&a;" * 20_000), entities(f'<!ENTITY a "{"a" * 50_000}">')),
            **external(folder, elsewhere),
        }  # fmt: skip
        names = ["good-first", *documents, "good-last"]
        urls = [site.put(f"{name}.example/feed", good(name, f"Before {name}")) for name in names]
        polled = desk(folder / "desk", site, urls)

        def change() -> None:
            for name, document in documents.items():
                site.answers[f"{name}.example/feed"] = Answer(at(name, document), headers=XML)
            for name in ("good-first", "good-last"):
                site.answers[f"{name}.example/feed"] = good(name, f"Before {name}", "After")

        yield Parsed(poll_twice(polled, change), elsewhere)


FAULTS = {
    **dict.fromkeys(NO_FEEDS, Fault("not_a_feed", Answer())),
    **dict.fromkeys(("case-21-path", "case-21-address", "case-21-file-address"), Fault("not_a_feed", Answer())),
    **dict.fromkeys(BREAKERS, Fault("parse", Answer())),
}


def named(names: object) -> list[object]:
    return [pytest.param(name, id=name.replace("-", "_")) for name in names]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", named(FAULTS))
def test_what_is_no_feed_is_a_row_and_changes_nothing(parsed: Parsed, name: str) -> None:
    poll = parsed.polled.poll(name)
    assert (poll["code"], poll["status"], poll["new"]) == (FAULTS[name].code, 200, 0), poll["message"]
    assert poll["message"]
    assert parsed.polled.stored(name) == parsed.polled.before[name]


@pytest.mark.parametrize("name", ["good-first", "good-last"])
def test_the_other_feeds_finish(parsed: Parsed, name: str) -> None:
    assert (parsed.polled.poll(name)["code"], parsed.polled.poll(name)["new"]) == ("ok", 1)
    assert parsed.polled.desk.log.read_text() == ""


def test_case_21_no_file_is_opened_and_no_address_asked_for(parsed: Parsed) -> None:
    assert parsed.elsewhere.connections == 0
    assert parsed.polled.desk.rows(f"select count(*) from articles where title like '%{SECRET}%'") == [(0,)]


BOMBS = ("billion-laughs", "quadratic", "external-file", "external-address", "parameter-file", "parameter-address")


@pytest.mark.parametrize("name", named(f"case-23-{bomb}" for bomb in BOMBS))
def test_entities_are_neither_opened_nor_blown_up(parsed: Parsed, name: str) -> None:
    poll = parsed.polled.poll(name)
    assert poll["code"] == "parse" or "not well-formed" in poll["message"]
    titles = parsed.titles(name)
    assert SECRET not in titles
    assert all(len(title) <= 512 for title in titles)
    assert parsed.elsewhere.connections == 0


@pytest.mark.parametrize("name", named(ENCODED))
def test_text_is_valid_whatever_it_was_called(parsed: Parsed, name: str) -> None:
    assert parsed.polled.poll(name)["code"] == "ok"
    assert parsed.titles(name) == [ENCODED[name][1]]


@pytest.mark.parametrize("name", named(BROKEN))
def test_entries_before_a_break_are_kept(parsed: Parsed, name: str) -> None:
    poll = parsed.polled.poll(name)
    assert poll["code"] == "ok"
    assert "not well-formed" in poll["message"]
    assert set(parsed.titles(name)) >= {f"Good {number}" for number in range(1, 10)}


def test_case_27_a_deep_document_is_read_all_the_same(parsed: Parsed) -> None:
    assert parsed.polled.poll("case-27-100000-deep")["code"] == "ok"
    assert parsed.titles("case-27-100000-deep") == ["Deep"]


def test_case_28_the_newest_of_20000_entries_are_kept(parsed: Parsed) -> None:
    poll = parsed.polled.poll("case-28-20000-entries")
    assert (poll["code"], poll["new"]) == ("ok", 500)
    assert poll["message"] == "only the newest 500 entries were kept, 19500 older ones skipped"
    assert {int(title.split()[1]) for title in parsed.titles("case-28-20000-entries")} <= set(range(19_000, 20_000))


def test_case_29_a_title_is_cut(parsed: Parsed) -> None:
    (title,) = parsed.titles("case-29-10-mb-title")
    assert 500 < len(title) <= 512


def test_case_29_a_body_is_cut_and_its_length_kept(parsed: Parsed) -> None:
    query = "select length(cast(body as blob)), word_count from articles where url like '%780-kb%' and body > ''"
    ((size, words),) = parsed.polled.desk.rows(query)
    assert 199_000 < size <= 200_000
    assert words == 14 * 10_000


# -- Pages, and what takes too long


def slow_page() -> str:
    dice = Random(1)
    words = WORDS.split()
    paragraphs = "".join(f"<p>{' '.join(dice.choices(words, k=37))}</p>" for _ in range(28_000))
    return f"<html><head><title>Slow</title></head><body><article>{paragraphs}</article></body></html>"


PAGES = {
    "case-27-14-mb": "<html><head><title>Large</title></head><body><p>" + WORDS * 180_000,
    "case-27-200000-links": "<html><head><title>Links</title></head><body>" + '<a href="/x">y</a>' * 200_000,
    "case-27-100000-deep-html": "<html><head><title>Deep</title></head><body>" + "<div>" * 100_000 + "text",
    "case-27-slow": slow_page(),
    "case-27-broken": "<html><head><title>Broken</title></head><body>" + "</p><b>" * 2_000,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, int]]]:
    """A feed of articles whose pages are hard to read, and two with two seconds: one is too slow, as is a page of one.

    The others have all the time that a busy machine takes for them.
    """
    with ScriptedSite() as site:
        links = {name: site.put(f"pages.example/{name}", Answer(page)) for name, page in PAGES.items()}
        slow = links.pop("case-27-slow")
        urls = [
            site.put("slow.example/feed", Answer(slow_feed(), headers=XML)),
            site.put("slow-page.example/feed", told_of({"case-27-slow": slow})),
        ]
        folder = tmp_path_factory.mktemp("pages")
        lost = desk(folder, site, urls, pages=True, parse_timeout=2.0).crawl().pages_lost
        assert lost == {"parse_timeout": 1}
        polled = desk(folder, site, [site.put("pages.example/feed", told_of(links))], pages=True)
        yield polled, dict(polled.crawl().pages_lost)


def slow_feed() -> str:
    """A feed as large as any that is read, of markup that takes some eight seconds of a processor."""
    markup = "&lt;p&gt;The &lt;b&gt;council&lt;/b&gt; keeps &lt;i&gt;the&lt;/i&gt; lane&lt;/p&gt;" * 360
    return feed("".join(item(f"Slow {n}", n, f"<description>{markup}</description>") for n in range(500)))


def told_of(links: dict[str, str]) -> Answer:
    items = (
        f"<item><title>Told of {name}</title><link>{url}</link><guid>{name}</guid><description>Blurb of {name}"
        "</description></item>"
        for name, url in links.items()
    )
    return Answer(feed("".join(items)), headers=XML)


def test_case_27_a_feed_that_takes_too_long_is_given_up(pages: tuple[Desk, dict[str, int]]) -> None:
    poll = pages[0].polls()["slow"]
    assert (poll["code"], poll["new"], poll["message"]) == ("parse_timeout", 0, "took longer than 2 seconds")


@pytest.mark.parametrize("name", named(PAGES))
def test_what_the_feed_said_outlives_its_page(pages: tuple[Desk, dict[str, int]], name: str) -> None:
    (row,) = pages[0].rows(
        f"select title, summary, url like 'http://pages.example:%' from articles where guid = '{name}'"
    )
    assert row == (f"Told of {name}", f"Blurb of {name}", 1)


def test_case_27_only_the_page_that_takes_too_long_is_lost(pages: tuple[Desk, dict[str, int]]) -> None:
    assert "parse_timeout" not in pages[1]
    assert pages[0].rows("select body from articles where guid = 'case-27-slow'") == [(None,)]


@pytest.mark.parametrize("name", named(name for name in (*PAGES, *LARGE, *BREAKERS) if name != "case-27-slow"))
def test_what_is_built_to_be_slow_is_not(name: str) -> None:
    started = time.thread_time()
    if name in PAGES:
        parse_page(PAGES[name].encode(), "http://pages.example/1")
    else:
        body = LARGE.get(name, BREAKERS.get(name, b""))
        parse_feed(body if isinstance(body, bytes) else body.encode(), "http://told.example/feed")
    assert time.thread_time() - started < 10  # of a processor

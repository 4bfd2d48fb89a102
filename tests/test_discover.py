"""Feeds found from a page: what it names, what is tried where it names none, and what is asked of whom."""

from __future__ import annotations

import pytest

from aggregator.config import Config, CrawlConfig
from aggregator.crawl.discovery import discover
from aggregator.models import FoundFeed
from aggregator.pages.feed_links import feed_links
from tests.scripted_site import Answer, Manner, ScriptedSite
from tests.test_crawl import CONTACT, feed

HTML = {"Content-Type": "text/html"}
CONFIG = Config(crawl=CrawlConfig(contact=CONTACT, delay=0.0))


def page(*links: str, base: str = "") -> Answer:
    head = "".join(f"<link {link}>" for link in links)
    html = f"<!doctype html><html><head><title>Press</title>{base}{head}</head><body>Hello</body></html>"
    return Answer(html, headers=HTML)


def told(found: list[FoundFeed]) -> list[tuple[str, str, bool, int]]:
    return sorted(("/" + item.url.split("/", 3)[3], str(item.code), item.named, item.entries) for item in found)


RSS = 'rel="alternate" type="application/rss+xml"'
ATOM = 'rel="alternate" type="application/atom+xml"'


@pytest.mark.parametrize(
    ("links", "found"),
    [
        pytest.param([f'{RSS} href="/rss" title="All"'], [("http://a.example/rss", "All")], id="rss"),
        pytest.param([f'{ATOM} href="atom"'], [("http://a.example/n/atom", "")], id="atom"),
        pytest.param(
            ['rel="Alternate" type="application/feed+json" href="//b.org/j"'], [("http://b.org/j", "")], id="json"
        ),
        pytest.param(['rel="feed" href="/f"'], [("http://a.example/f", "")], id="rel feed"),
        pytest.param([f'{RSS} href="/rss"', f'{RSS} href="/rss#x"'], [("http://a.example/rss", "")], id="twice"),
        pytest.param([f'{RSS} href="javascript:x"', f"{RSS}"], [], id="no address"),
        pytest.param(['rel="alternate" type="application/json" href="/wp-json/"'], [], id="an interface"),
        pytest.param(['rel="alternate" hreflang="de" href="/de"'], [], id="another language"),
        pytest.param(['rel="stylesheet" type="text/xml" href="/x"'], [], id="a stylesheet"),
    ],
)  # fmt: skip
def test_the_links_of_a_page(links: list[str], found: list[tuple[str, str]]) -> None:
    assert list(feed_links(page(*links).bytes, "http://a.example/n/")) == found


def test_a_base_counts() -> None:
    html = page(f'{RSS} href="rss"', base='<base href="http://b.example/x/">').bytes
    assert feed_links(html, "http://a.example/") == (("http://b.example/x/rss", ""),)


def test_a_huge_page_is_read_by_its_head() -> None:
    html = page(f'{RSS} href="/rss"').bytes + b"<p>" * 100_000
    assert feed_links(html, "http://a.example/") == (("http://a.example/rss", ""),)


def test_the_feeds_that_a_page_names_are_looked_at(site: ScriptedSite) -> None:
    links = [f'{RSS} href="/rss" title="All"', f'{RSS} href="/gone"', f'{RSS} href="/login"']
    url = site.put("press.example/", page(*links))
    site.put("press.example/rss", feed("One", "Two"))
    site.put("press.example/login", Answer("<html><body>Sign in</body></html>", headers=HTML))
    found = discover(CONFIG, url, site.hosts)
    assert told(found) == [("/gone", "not_found", True, 0), ("/login", "not_a_feed", True, 0), ("/rss", "ok", True, 2)]
    assert {item.title for item in found if item.code == "ok"} == {"Press"}
    assert all(seen.headers["User-Agent"].endswith(f"(+{CONTACT})") for seen in site.seen)
    assert [seen.path for seen in site.seen][:2] == ["/robots.txt", "/"]


def test_a_page_that_is_a_feed(site: ScriptedSite) -> None:
    found = discover(CONFIG, site.put("press.example/rss", feed("One")), site.hosts)
    assert told(found) == [("/rss", "ok", True, 1)]
    assert len(site.hits("press.example")) == 2  # robots.txt and the feed


def test_where_a_page_names_none_three_places_are_tried(site: ScriptedSite) -> None:
    url = site.put("press.example/news/", page())
    site.put("press.example/rss", feed("One"))
    assert told(discover(CONFIG, url, site.hosts)) == [
        ("/feed/", "not_found", False, 0), ("/rss", "ok", False, 1), ("/rss.xml", "not_found", False, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        pytest.param(Answer("", 404), {"not_found"}, id="not there"),
        pytest.param(Answer(manner=Manner.RESET), {"reset"}, id="torn down"),
        pytest.param(
            Answer("", 302, {"Location": "http://127.0.0.1/"}), {"connect", "blocked_address"}, id="to this machine"
        ),
    ],
)
def test_a_page_that_does_not_answer(site: ScriptedSite, answer: Answer, codes: set[str]) -> None:
    found = discover(CONFIG, site.put("press.example/", answer), site.hosts)
    assert len(found) == 1
    assert found[0].code in codes


def test_robots_are_obeyed(site: ScriptedSite) -> None:
    site.put("press.example/robots.txt", Answer("User-agent: *\nDisallow: /private\n"))
    url = site.put("press.example/", page(f'{RSS} href="/private/rss"'))
    site.put("press.example/private/rss", feed("One"))
    assert told(discover(CONFIG, url, site.hosts)) == [("/private/rss", "robots", True, 0)]
    assert not site.hits("press.example/private/rss")


def test_a_page_of_many_feeds_is_asked_for_ten(site: ScriptedSite) -> None:
    url = site.put("press.example/", page(*(f'{RSS} href="/{number}"' for number in range(30))))
    assert len(discover(CONFIG, url, site.hosts)) == 10

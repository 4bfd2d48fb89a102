"""News sitemaps and section pages: which articles they list, and what any other bytes give."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.feeds import is_sitemap, merged, parse_sitemap
from aggregator.feeds.section import parse_section
from aggregator.feeds.sitemap import MAX_ENTRIES, MAX_SITEMAPS
from aggregator.models import MediaKind, ParsedFeed, PollCode, Scope
from aggregator.times import iso

URL = "https://anvil.example/news-sitemap.xml"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
PLAIN = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

steady = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def entry(number: int = 1, title: str = "The dam holds", hours: float = 1, more: str = "", inside: str = "") -> str:
    date = iso(NOW - timedelta(hours=hours))
    return (
        f"<url><loc>https://anvil.example/news/{number}</loc><news:news>"
        "<news:publication><news:name>The Anvil</news:name>"
        f"<news:language>en</news:language></news:publication><news:publication_date>{date}</news:publication_date>"
        f"<news:title>{title}</news:title>{inside}</news:news>{more}</url>"
    )


def sitemap(*entries: str) -> bytes:
    return f'<?xml version="1.0"?><urlset {PLAIN} {NEWS} {IMAGE}>{"".join(entries)}</urlset>'.encode()


def index(*sitemaps: str) -> bytes:
    return f"<sitemapindex {PLAIN}>{''.join(sitemaps)}</sitemapindex>".encode()


def listed(name: str, changed: str = "") -> str:
    told = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<sitemap><loc>https://anvil.example/{name}</loc>{told}</sitemap>"


def parse(body: bytes) -> ParsedFeed:
    return parse_sitemap(body, URL, "", NOW)


def test_an_entry_gives_title_date_language_publication_and_picture() -> None:
    picture = "<image:image><image:loc>https://anvil.example/1.jpg</image:loc></image:image>"
    (draft,) = parse(sitemap(entry(more=picture))).entries
    assert (draft.url, draft.title, draft.language, draft.outlet_name, draft.image, draft.guid) == (
        "https://anvil.example/news/1", "The dam holds", "en", "The Anvil", "https://anvil.example/1.jpg",
        "https://anvil.example/news/1",
    )  # fmt: skip
    assert draft.published == NOW - timedelta(hours=1)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(lambda body: body, id="plain"),
        pytest.param(gzip.compress, id="packed"),
        pytest.param(lambda body: b"\xef\xbb\xbf" + body, id="with a byte order mark"),
        pytest.param(
            lambda body: body.replace(b"http://www.sitemaps", b"https://www.sitemaps"), id="another namespace"
        ),
        pytest.param(lambda body: body.replace(PLAIN.encode(), b""), id="no namespace"),
        pytest.param(
            lambda body: body.replace(b'<?xml version="1.0"?>', b"<!-- made by a program -->\n"), id="comment"
        ),
        pytest.param(lambda body: body.replace(b"The dam holds", b"<![CDATA[The dam holds]]>"), id="cdata"),
        pytest.param(lambda body: body.replace(b"</urlset>", b"<url><loc>https://anv"), id="cut in the next entry"),
        pytest.param(lambda body: body.replace(b"</urlset>", b"</urlset> "), id="space after the end"),
    ],
)
def test_outlets_write_it_in_many_ways(shape: Callable[[bytes], bytes]) -> None:
    parsed = parse(shape(sitemap(entry())))
    assert (parsed.code, [draft.title for draft in parsed.entries]) == (PollCode.OK, ["The dam holds"])


@pytest.mark.parametrize(
    ("inside", "scope"),
    [
        pytest.param("<news:genres>PressRelease, Opinion</news:genres>", Scope.OPINION, id="opinion"),
        pytest.param("<news:genres>OpEd</news:genres>", Scope.OPINION, id="op-ed"),
        pytest.param("<news:genres>Blog</news:genres>", Scope.NEWS, id="blog"),
        pytest.param("<news:keywords>Opinion, polls</news:keywords>", Scope.NEWS, id="a keyword says nothing"),
    ],
)
def test_a_genre_tells_the_scope(inside: str, scope: Scope) -> None:
    assert parse(sitemap(entry(inside=inside))).entries[0].scope == scope


def test_what_is_older_than_two_days_is_left_out_and_told() -> None:
    parsed = parse(sitemap(entry(1, hours=47), entry(2, "An old one", hours=49), entry(3, title="")))
    assert [draft.title for draft in parsed.entries] == ["The dam holds"]
    assert (parsed.skipped, parsed.message) == (
        2,
        "1 entry without a title or a usable address skipped; 1 entry older than two days skipped",
    )


def test_the_newest_are_kept() -> None:
    parsed = parse(sitemap(*(entry(number, f"Article {number}", hours=1 + number / 100) for number in range(600))))
    assert [draft.title for draft in parsed.entries] == [f"Article {number}" for number in range(MAX_ENTRIES)]
    assert parsed.message == f"100 entries beyond the newest {MAX_ENTRIES} skipped"


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        pytest.param(b"", PollCode.NOT_A_FEED, "no sitemap: no element in it", id="empty"),
        pytest.param(
            b"<!doctype html><html><p>Log in", PollCode.NOT_A_FEED, "no sitemap: it begins with <html>", id="a page"
        ),
        pytest.param(b"<rss version='2.0'/>", PollCode.NOT_A_FEED, "no sitemap: it begins with <rss>", id="a feed"),
        pytest.param(sitemap(), PollCode.EMPTY, "", id="nothing new"),
        pytest.param(
            sitemap("<url><loc>https://anvil.example/about</loc></url>"),
            PollCode.NOT_A_FEED,
            "none of 1 addresses has a news:news element",
            id="a sitemap of pages",
        ),
        pytest.param(sitemap(entry(hours=90)), PollCode.EMPTY, "1 entry older than two days skipped", id="all old"),
        pytest.param(
            gzip.compress(b" " * 16 * 1024 * 1024),
            PollCode.TOO_LARGE,
            "unpacks to more than 15728640 bytes",
            id="a bomb",
        ),
        pytest.param(index(), PollCode.EMPTY, "no sitemap of the last two days in the index", id="an empty index"),
    ],
)
def test_other_bodies_have_a_code(body: bytes, code: PollCode, message: str) -> None:
    parsed = parse(body)
    assert (parsed.code, parsed.message, parsed.entries) == (code, message, ())


def test_a_damaged_stream_is_told() -> None:
    assert parse(b"\x1f\x8b\x08\x00" + b"\xff" * 300).code is PollCode.DECODE


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = bomb + sitemap(entry(title="Plain &b;&f; words")).partition(b"?>")[2]
    assert [draft.title for draft in parse(body).entries] == ["Plain &b;&f; words"]


def test_an_address_that_no_browser_should_open_is_left_out() -> None:
    assert parse(sitemap(entry().replace("https://anvil.example/news/1", "javascript:alert(1)"))).entries == ()


@pytest.mark.parametrize(
    ("sitemaps", "follow"),
    [
        pytest.param([listed("a.xml"), listed("b.xml")], ["b.xml", "a.xml"], id="the last first"),
        pytest.param(
            [listed("posts.xml", "2026-11-23"), listed("news.xml")], ["news.xml", "posts.xml"], id="news first"
        ),
        pytest.param(
            [listed("1.xml", "2026-11-22"), listed("2.xml", "2026-11-23"), listed("3.xml", "2026-11-20")],
            ["2.xml", "1.xml"],
            id="the newest first, none that is old",
        ),
        pytest.param([listed(f"{n}.xml") for n in range(9)], ["8.xml", "7.xml", "6.xml"], id="three at the most"),
        pytest.param(["<sitemap><loc>file:///etc/passwd</loc></sitemap>", listed("a.xml")], ["a.xml"], id="no files"),
    ],
)
def test_an_index_says_what_to_read(sitemaps: list[str], follow: list[str]) -> None:
    parsed = parse(index(*sitemaps))
    assert parsed.follow == tuple(f"https://anvil.example/{name}" for name in follow)
    assert len(parsed.follow) <= MAX_SITEMAPS


def test_several_documents_are_one_feed() -> None:
    one, two = parse(sitemap(entry(1), entry(2, "Second"))), parse(sitemap(entry(2, "Second"), entry(3, "Third")))
    failed = ParsedFeed(PollCode.NOT_FOUND, message="404 Not Found")
    nested = parse(index(listed("a.xml")))
    parsed = merged([("https://a/1", one), ("https://a/2", failed), ("https://a/3", two), ("https://a/4", nested)])
    assert (parsed.code, sorted(draft.title for draft in parsed.entries)) == (
        PollCode.OK,
        ["Second", "The dam holds", "Third"],
    )
    assert parsed.message == (
        "https://a/2: not_found 404 Not Found; https://a/4: not_a_feed an index in an index is not read"
    )


def test_documents_that_all_fail_have_the_first_ones_code() -> None:
    failed = [("https://a/1", ParsedFeed(PollCode.TLS)), ("https://a/2", ParsedFeed(PollCode.TIMEOUT))]
    assert merged(failed).code is PollCode.TLS


@steady
@given(st.binary(max_size=300) | st.text(max_size=80).map(lambda words: sitemap(entry(title=words))))
def test_any_bytes_give_a_code(body: bytes) -> None:
    assert parse(body).code in PollCode
    is_sitemap(body)
    parse_section(body, URL, lambda url: True)


# -- Section pages

FRONT = "https://anvil.example/world"


def is_article(url: str) -> bool:
    return "/a/" in url


def section(markup: str, links: str = "a") -> ParsedFeed:
    return parse_section(f"<html><body>{markup}</body></html>".encode(), FRONT, is_article, links)


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        pytest.param('<a href="/a/1"><h3>The dam holds</h3><p>For now.</p></a>', "The dam holds", id="heading inside"),
        pytest.param('<h3><a href="/a/1">The dam holds</a></h3>', "The dam holds", id="link in a heading"),
        pytest.param(
            '<h2><span><a href="/a/1">The dam holds</a></span></h2>', "The dam holds", id="deeper in a heading"
        ),
        pytest.param(
            '<a href="/a/1" aria-label="Picture of a dam"><img></a><h3><a href="/a/1">The dam holds</a></h3>'
            '<a href="/a/1">Read the full story</a>',
            "The dam holds",
            id="picture, headline and more",
        ),
        pytest.param('<a href="/a/1">The dam holds for now</a>', "The dam holds for now", id="words alone"),
        pytest.param('<a href="/a/1" title="The dam holds"><img></a>', "The dam holds", id="a label alone"),
    ],
)
def test_the_headline_is_the_links(markup: str, title: str) -> None:
    (draft,) = section(markup).entries
    assert (draft.url, draft.title, draft.published) == ("https://anvil.example/a/1", title, None)


def test_other_links_are_passed_over_and_each_article_is_there_once_in_order() -> None:
    parsed = section(
        '<nav><a href="/world">All of the world</a></nav><h2><a href="/a/2?utm_source=front">Second of two</a></h2>'
        '<h2><a href="/a/1#comments">First of the two</a></h2><h2><a href="/a/2">Second of two</a></h2>'
        '<a href="/a/3">More</a>'
    )
    assert [draft.url[-4:] for draft in parsed.entries] == ["/a/2", "/a/1"]
    assert parsed.skipped == 1


def test_a_selector_names_the_links_or_what_holds_them() -> None:
    markup = '<main class="m"><a class="t" href="/a/1">The dam holds</a></main><a href="/a/2">Terms of our use</a>'
    assert [len(section(markup, selector).entries) for selector in (".m", "a.t", "a")] == [1, 1, 2]


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        pytest.param("", "0 links, none of them an article's", id="no link"),
        pytest.param('<a href="/login">Please log in</a>', "1 link, none of them an article's", id="a login"),
        pytest.param('<a href="/a/1">More</a>', "1 link, 1 of them articles without a headline", id="no headline"),
    ],
)
def test_a_page_without_articles_is_a_failure(markup: str, message: str) -> None:
    parsed = section(markup)
    assert (parsed.code, parsed.message) == (PollCode.NOT_A_FEED, message)


def test_a_folder_tells_a_video() -> None:
    parsed = parse_section(b'<a href="/video/the-dam-in-pictures">The dam in pictures</a>', FRONT, lambda url: True)
    assert parsed.entries[0].kind is MediaKind.VIDEO

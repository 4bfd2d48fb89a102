"""Every format gives the same drafts; whatever the bytes are, the answer is a code."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.feeds import MAX_BODY, MAX_ENTRIES, parse_feed
from aggregator.models import ArticleDraft, DraftKind, MediaKind, ParsedFeed, PollCode, Scope

# A busy machine is no failure: neither a slow example nor slow generation.
steady = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://a.example/feeds/news.xml"
MAY_5 = datetime(2026, 5, 5, 14, 30, tzinfo=UTC)

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Far Quay</title><link>https://a.example/</link><language>en-gb</language>{items}</channel></rss>"""
ITEM = """<item><title>The dam &amp;amp; the river</title><link>/news/1?utm_source=rss</link>
<guid isPermaLink="false">g1</guid><dc:creator>By Jane Doe and John Roe</dc:creator><category>Harbours</category>
<pubDate>Tue, 05 May 2026 14:30:00 GMT</pubDate><media:thumbnail url="/i/1.jpg"/>
<description>&lt;p&gt;It rose.&lt;/p&gt;&lt;img src="t.gif"&gt;</description></item>"""
RSS_091 = """<rss version="0.91"><channel><title>The Far Quay</title><language>en</language><item>
<title>The dam &amp; the river</title><link>https://a.example/news/1</link>
<description>It rose.</description></item></channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>The Far Quay</title>
<dc:language>en</dc:language></channel><item rdf:about="https://a.example/news/1">
<title>The dam &amp; the river</title><link>https://a.example/news/1</link><description>It rose.</description>
<dc:date>2026-05-05T14:30:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/">
<title>The Far Quay</title><entry><title type="html">The dam &amp;amp; the river</title>
<link rel="alternate" href="news/1#top"/><id>tag:a.example,2026:1</id>
<published>2026-05-05T16:30:00+02:00</published><updated>2026-05-06T00:00:00Z</updated>
<author><name>Jane Doe</name></author><summary>It rose.</summary></entry></feed>"""
CDF = """<?xml version="1.0"?><CHANNEL HREF="https://a.example/"><TITLE>The Far Quay</TITLE>
<ITEM HREF="https://a.example/news/1" LASTMOD="2026-05-05T14:30Z"><TITLE>The dam &amp; the river</TITLE>
<ABSTRACT>It rose.</ABSTRACT></ITEM></CHANNEL>"""
JSON_11 = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Far Quay",
    "language": "en-GB",
    "authors": [{"name": "Jane Doe"}],
    "items": [
        {
            "id": 1,
            "url": "/news/1",
            "title": "The dam & the river",
            "summary": "It rose.",
            "date_published": "2026-05-05T14:30:00Z",
            "tags": ["Harbours"],
            "image": "/i/1.jpg",
        }
    ],
}
JSON_10 = {
    "version": "https://jsonfeed.org/version/1",
    "title": "The Far Quay",
    "author": {"name": "Jane Doe"},
    "items": [{"id": "https://a.example/news/1", "content_text": "It rose.", "title": "The dam & the river"}],
}
VIDEO = """<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns="http://www.w3.org/2005/Atom"><title>The Far Quay</title><entry><id>yt:video:aB-1</id>
<yt:videoId>aB-1</yt:videoId><title>The dam, seen from above</title><link rel="alternate" href="https://www.youtube.com/watch?v=aB-1"/>
<author><name>The Far Quay</name></author><published>2026-05-05T14:30:00+00:00</published><media:group>
<media:thumbnail url="https://i.ytimg.com/vi/aB-1/hqdefault.jpg"/><media:description>It rose.</media:description>
</media:group></entry></feed>"""


def parsed(body: str | bytes, content_type: str = "") -> ParsedFeed:
    return parse_feed(body.encode() if isinstance(body, str) else body, URL, content_type, NOW)


def only(body: str | bytes) -> ArticleDraft:
    feed = parsed(body)
    assert (feed.code, len(feed.entries)) == (PollCode.OK, 1), feed
    return feed.entries[0]


def item(**parts: str) -> str:
    """An RSS feed of one item; a part replaces the element of that name, '' takes it out."""
    elements = {
        "title": "<title>The dam</title>",
        "link": "<link>https://a.example/1</link>",
        "date": "<pubDate>Tue, 05 May 2026 14:30:00 GMT</pubDate>",
    } | parts
    return RSS.format(items=f"<item>{''.join(elements.values())}</item>")


@pytest.mark.parametrize(
    ("body", "version"),
    [
        pytest.param(RSS_091, "rss091u", id="rss-0.91"),
        pytest.param(RSS.format(items=ITEM), "rss20", id="rss-2.0"),
        pytest.param(RDF, "rss10", id="rdf"),
        pytest.param(ATOM, "atom10", id="atom"),
        pytest.param(CDF, "cdf", id="cdf"),
        pytest.param(json.dumps(JSON_11), "json11", id="json-1.1"),
        pytest.param(json.dumps(JSON_10), "json1", id="json-1.0"),
    ],
)
def test_every_format_gives_the_same_article(body: str, version: str) -> None:
    feed = parsed(body)
    assert (feed.code, feed.version, feed.title, feed.skipped) == (PollCode.OK, version, "The Far Quay", 0)
    draft = feed.entries[0]
    assert (draft.draft_kind, draft.kind, draft.scope) == (DraftKind.FEED, MediaKind.TEXT, Scope.NEWS)
    assert (draft.url, draft.title, draft.summary) == ("https://a.example/news/1", "The dam & the river", "It rose.")
    assert draft.published in (MAY_5, None)


def test_an_item_without_a_picture_has_none() -> None:
    draft = only(RSS.format(items="<item><title>The dam</title><link>https://a.example/news/1</link></item>"))
    assert draft.image is None


def test_an_rss_item_gives_all_it_tells() -> None:
    draft = only(RSS.format(items=ITEM))
    assert (draft.guid, draft.original_url) == ("g1", "https://a.example/news/1?utm_source=rss")
    assert (draft.byline, draft.section, draft.language) == ("Jane Doe, John Roe", "Harbours", "en")
    assert (draft.image, draft.published, draft.flags) == ("https://a.example/i/1.jpg", MAY_5, ())
    assert draft.published_raw == "Tue, 05 May 2026 14:30:00 GMT"


def test_a_video_channel_gives_videos_at_their_own_address() -> None:
    draft = only(VIDEO)
    assert (draft.kind, draft.url) == (MediaKind.VIDEO, "https://www.youtube.com/watch?v=aB-1")
    assert (draft.image, draft.summary) == ("https://i.ytimg.com/vi/aB-1/hqdefault.jpg", "It rose.")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param(b"", PollCode.NOT_A_FEED, id="empty-body"),
        pytest.param(b" \n\x00 ", PollCode.NOT_A_FEED, id="blank-body"),
        pytest.param(b"/etc/passwd", PollCode.NOT_A_FEED, id="a-path"),
        pytest.param(b"http://127.0.0.1:9/feed", PollCode.NOT_A_FEED, id="an-address"),
        pytest.param(b"<!DOCTYPE html><html><body><h1>Log in</h1></body></html>", PollCode.NOT_A_FEED, id="html-page"),
        pytest.param(b"<html><script>captcha()</script></html>", PollCode.NOT_A_FEED, id="captcha"),
        pytest.param(b'{"error": "not found"}', PollCode.NOT_A_FEED, id="json-error"),
        pytest.param(b"{oops", PollCode.NOT_A_FEED, id="broken-json"),
        pytest.param(b"[" * 100_000, PollCode.NOT_A_FEED, id="deep-json"),
        pytest.param(b"<opml><body><outline text='x'/></body></opml>", PollCode.NOT_A_FEED, id="opml"),
        pytest.param(b"\x1f\x8b\x08\x00abc", PollCode.NOT_A_FEED, id="still-packed"),
        pytest.param(RSS.format(items="").encode(), PollCode.EMPTY, id="rss-without-items"),
        pytest.param(json.dumps(JSON_11 | {"items": []}).encode(), PollCode.EMPTY, id="json-without-items"),
        pytest.param(b"x</width>", PollCode.PARSE, id="breaks-the-parser"),
        pytest.param(b"<rss version='2.0'><channel><title>x</title>", PollCode.PARSE, id="cut-before-its-items"),
        pytest.param(b"<rss version='2.0'><channel>" + b"<x>" * 300_000, PollCode.PARSE, id="too-many-tags"),
        pytest.param(b"<rss>" + b" " * MAX_BODY, PollCode.PARSE, id="too-large"),
        pytest.param(json.dumps(JSON_11 | {"items": 5}).encode(), PollCode.PARSE, id="json-items-of-no-shape"),
    ],
)
def test_what_gives_no_article_has_a_code(body: bytes, code: PollCode) -> None:
    feed = parsed(body)
    assert (feed.code, feed.entries) == (code, ())
    assert feed.message or code is PollCode.EMPTY


def test_a_body_that_is_a_path_opens_no_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(items=ITEM), encoding="utf-8")
    assert parsed(str(path)).code is PollCode.NOT_A_FEED


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(item().encode(), "The dam", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + item(title="<title>Öl</title>").encode(), "Öl", id="bom"),
        pytest.param(item(title="<title>Öl</title>").encode("utf-16"), "Öl", id="utf-16"),
        pytest.param(
            b'<?xml version="1.0" encoding="utf-8"?>' + item(title="<title>Öl</title>")[21:].encode("latin-1"), "Öl",
            id="latin-1-that-claims-utf-8",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="iso-8859-1"?>' + item(title="<title>Öl</title>")[21:].encode(), "Öl",
            id="utf-8-that-claims-latin-1",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="klingon"?>' + item(title="<title>Öl</title>")[21:].encode(), "Öl",
            id="unknown-encoding",
        ),
        pytest.param(item(title="<title>a\x00b&#xD800;c</title>").encode(), "abc", id="nul-and-surrogate"),
        pytest.param(item(title="<title>AT&T wins & loses</title>").encode(), "AT&T wins & loses", id="ampersands"),
        pytest.param(
            item(title="<title><![CDATA[AT&T & sons]]> & more</title>").encode(), "AT&T & sons & more", id="cdata"
        ),
        pytest.param(
            item(title="<title>&lt;b&gt;A&lt;/b&gt;&lt;script&gt;x&lt;/script&gt;</title>").encode(), "A", id="markup"
        ),
        pytest.param(item(title="<title>a\u202eb\u200b</title>").encode(), "ab", id="bidi-and-zero-width"),
    ],
)  # fmt: skip
def test_a_title_is_read_in_any_encoding(body: bytes, title: str) -> None:
    assert only(body).title == title


def test_a_charset_of_the_server_counts_where_the_document_names_none() -> None:
    body = item(title="<title>Привет</title>").encode("koi8-r")
    assert parsed(body, "text/xml; charset=koi8-r").entries[0].title == "Привет"


@pytest.mark.parametrize(
    ("date", "published", "flags"),
    [
        pytest.param("<pubDate>Tue, 05 May 2026 14:30:00 GMT</pubDate>", MAY_5, (), id="good"),
        pytest.param("<pubDate>2026-13-05</pubDate>", None, ("date_unreadable",), id="month-13"),
        pytest.param("<pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>", None, ("date_implausible",), id="year-1"),
        pytest.param("<pubDate>9999-12-31</pubDate>", None, ("date_implausible",), id="year-9999"),
        pytest.param("<pubDate>2026-11-25</pubDate>", None, ("date_implausible",), id="ahead"),
        pytest.param("<pubDate>soon</pubDate>", None, ("date_unreadable",), id="unreadable"),
        pytest.param("", None, ("no_date",), id="none"),
        pytest.param("<pubDate>Τρι, 05 Μαϊ 2026 14:30:00 GMT</pubDate>", MAY_5, (), id="greek"),
    ],
)
def test_a_date_is_read_or_flagged_and_its_words_kept(
    date: str, published: datetime | None, flags: tuple[str, ...]
) -> None:
    draft = only(item(date=date))
    assert (draft.published, draft.flags) == (published, flags)
    assert bool(draft.published_raw) is bool(date)


@pytest.mark.parametrize(
    ("parts", "guid"),
    [
        pytest.param({"guid": "<guid>g1</guid>"}, "g1", id="its-own"),
        pytest.param({}, "https://a.example/1", id="canonical-link"),
        pytest.param(
            {"link": "", "guid": "<guid>https://a.example/2</guid>"}, "https://a.example/2", id="guid-is-the-link"
        ),
    ],
)
def test_an_entry_has_a_guid(parts: dict[str, str], guid: str) -> None:
    assert only(item(**parts)).guid == guid


def test_a_long_guid_is_hashed() -> None:
    guid = only(item(guid=f"<guid isPermaLink='false'>{'x' * 1000}</guid>")).guid
    assert guid is not None
    assert guid.startswith("sha256:")


@pytest.mark.parametrize(
    ("link", "guid", "url", "flags"),
    [
        pytest.param(
            "javascript:alert(1)", "https://a.example/2", "https://a.example/2", ("unsafe_link",), id="permalink"
        ),
        pytest.param("https://a.example/1?fbclid=2#x", "g", "https://a.example/1", (), id="tracking"),
        pytest.param("//b.example/1", "g", "https://b.example/1", (), id="no-scheme"),
    ],
)
def test_an_address_is_safe(link: str, guid: str, url: str, flags: tuple[str, ...]) -> None:
    draft = only(item(link=f"<link>{link}</link><guid>{guid}</guid>"))
    assert (draft.url, draft.flags) == (url, flags)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " jav\nascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""]
)
def test_an_entry_without_a_safe_address_is_skipped_and_counted(link: str) -> None:
    feed = parsed(item(link=f"<link>{link}</link>"))
    assert (feed.code, feed.entries, feed.skipped) == (PollCode.OK, (), 1)
    assert feed.message == "1 entry without a usable address skipped"


def test_a_carriers_entry_keeps_the_outlets_name() -> None:
    draft = only(item(title="<title>The dam - The Far Quay</title>", source="<source url='x'>The Far Quay</source>"))
    assert (draft.title, draft.outlet_name) == ("The dam", "The Far Quay")


def test_an_entry_without_a_title_takes_its_first_words() -> None:
    draft = only(item(title="", summary="<description>It rose and fell.</description>"))
    assert (draft.title, draft.flags) == ("It rose and fell.", ("no_title",))


def test_a_title_of_10_mb_is_cut() -> None:
    draft = only(item(title=f"<title>{'word ' * 2_000_000}</title>"))
    assert len(draft.title) <= 512
    assert draft.flags == ("title_cut",)


def test_an_entry_that_is_a_whole_article_gives_a_body() -> None:
    paragraphs = "".join(f"<p>The river rose on day {n} and the town moved its boats.</p>" for n in range(30))
    draft = only(
        item(
            summary="<description>It rose.</description>",
            content=f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded>",
        )
    )
    assert draft.summary == "It rose."
    assert draft.body is not None
    assert draft.body.count("\n") == 29
    assert draft.word_count == 360


def test_the_sign_off_of_a_blog_engine_is_no_summary() -> None:
    words = "<description>It rose. The post The dam appeared first on The Far Quay.</description>"
    assert only(item(summary=words)).summary == "It rose."


def test_an_agencys_text_is_known() -> None:
    assert only(item(summary="<description>RIVERTON (AP) — It rose.</description>")).wire == "AP"


@pytest.mark.parametrize(
    ("source", "wire"),
    [
        pytest.param("Associated Press", "AP", id="an agency"),
        pytest.param("National Wire", "National Wire", id="an agency by its name's ending"),
        pytest.param("The Far Quay", None, id="an outlet"),
        pytest.param("CNA", None, id="a broadcaster of an agency's name"),
    ],
)
def test_the_source_of_an_entry_may_be_an_agency(source: str, wire: str | None) -> None:
    told = f'<source url="https://carrier.example/feed">{source}</source><description>It rose.</description>'
    assert only(item(summary=told)).wire == wire


def test_an_opinion_is_known_by_its_folder_or_category() -> None:
    assert only(item(link="<link>https://a.example/opinion/1</link>")).scope is Scope.OPINION
    assert only(item(category="<category>Editorial</category>")).scope is Scope.OPINION


def test_whole_entries_before_a_break_are_kept() -> None:
    whole = "".join(f"<item><title>T{n}</title><link>https://a.example/{n}</link></item>" for n in range(9))
    feed = parsed(RSS.format(items=whole + "<item><title>T9</ti")[:-16])
    assert [draft.title for draft in feed.entries][:9] == [f"T{n}" for n in range(9)]
    assert feed.message.startswith("not well-formed")


@pytest.mark.parametrize("form", ["xml", "json"])
def test_the_newest_of_a_huge_feed_are_kept(form: str) -> None:
    days = [f"2026-{1 + n % 10:02}-{1 + n % 28:02}T00:{n % 60:02}:00Z" for n in range(2000)]
    if form == "xml":
        item = "<item><title>T</title><link>https://a.example/{}</link><pubDate>{}</pubDate></item>"
        body = RSS.format(items="".join(item.format(n, day) for n, day in enumerate(days)))
    else:
        body = json.dumps(JSON_11 | {"items": [
            {"id": str(n), "title": "T", "url": f"/{n}", "date_published": day} for n, day in enumerate(days)
        ]})  # fmt: skip
    feed = parsed(body)
    assert (len(feed.entries), feed.skipped) == (MAX_ENTRIES, 1500)
    assert "1500 older ones skipped" in feed.message
    assert min(draft.published for draft in feed.entries if draft.published) >= datetime(2026, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "entity",
    [
        pytest.param('<!ENTITY x SYSTEM "file:///etc/passwd">', id="external"),
        pytest.param(
            "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "lol"}">' for n in range(10)) + '<!ENTITY x "&x9;">',
            id="billion-laughs",
        ),
    ],
)
def test_entities_bring_nothing_in(entity: str) -> None:
    feed = parsed(f"<!DOCTYPE rss [{entity}]>" + item(title="<title>A &x; B</title>")[21:])
    assert all("root:" not in draft.title and len(draft.title) < 100 for draft in feed.entries)


@steady
@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda part: item().encode().replace(b"The dam", part)))
def test_any_bytes_give_a_code_and_valid_text(body: bytes) -> None:
    feed = parsed(body)
    assert feed.code in (PollCode.OK, PollCode.EMPTY, PollCode.NOT_A_FEED, PollCode.PARSE)
    for draft in feed.entries:
        repr(draft).encode("utf-8")
        assert draft.url.startswith("http")
        assert len(draft.title) <= 512


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "url", "title", "authors", "name"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@steady
@given(json_values, json_values)
def test_any_json_feed_gives_a_code(items: object, title: object) -> None:
    body = json.dumps(JSON_11 | {"items": items, "title": title})
    assert parsed(body).code in (PollCode.OK, PollCode.EMPTY, PollCode.PARSE)

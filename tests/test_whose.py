"""Whose article a draft is, and by which carrier it came: the rows that a poll leaves."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from aggregator.config import Config
from aggregator.feeds import parse_feed
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.rights import correct_outlet, take_back
from aggregator.store.publish import publish
from aggregator.workspace import Workspace

CHANNEL = "https://www.youtube.com/channel/UCmitte"
OUTLETS = f"""\
domain,other_domains,name,youtube
left.example,,The Left Post,
center.example,mitte.example,The Center,{CHANNEL}
news.google.com,,Google News,
yahoo.com,,Yahoo,
planet.example,,Planet,
medium.com,,Medium,
ada.wordpress.com,,Ada,
"""
FEEDS = """\
url,outlet
http://left.example/feed,left.example
https://news.google.com/rss/search?q=harbour,news.google.com
https://news.yahoo.com/rss,yahoo.com
http://planet.example/atom.xml,planet.example
https://www.youtube.com/feeds/videos.xml?channel_id=UCleft,left.example
"""
LEFT, SEARCH, PORTAL, PLANET, CHANNEL_FEED = range(1, 6)
DRAFT = ArticleDraft(DraftKind.FEED, "http://left.example/1", "http://left.example/1", "The harbour bill", "g1")
OPAQUE = "https://news.google.com/rss/articles/CBMiC0FVX3lx?oc=5"
VIDEO = "https://www.youtube.com/watch?v=1"


@pytest.fixture
def workspace(config: Config, open_db: Callable[[], Workspace]) -> Workspace:
    config.files.outlets.write_text(OUTLETS, encoding="utf-8")
    config.files.feeds.write_text(FEEDS, encoding="utf-8")
    config.files.ratings.write_text(
        "domain,provider,scope,label,valid_from\nleft.example,AllSides,news,left,2019-10-18\n", encoding="utf-8"
    )
    return open_db()


def polled(workspace: Workspace, feed: int, *drafts: ArticleDraft) -> list[tuple[object, ...]]:
    workspace.ingest().poll(FeedPoll(feed, workspace.clock(), PollCode.OK, 200, drafts))
    return workspace.store.db.execute(
        "select coalesce(outlet.domain, outlet.name), article.carrier from articles article"
        " join outlets outlet on outlet.id = article.outlet_id order by article.id"
    ).fetchall()


@pytest.mark.parametrize(
    ("feed", "url", "told", "expected"),
    [
        pytest.param(LEFT, "http://left.example/1", {}, ("left.example", None), id="an outlet's own feed"),
        pytest.param(LEFT, "http://mitte.example/1", {}, ("center.example", "left.example"), id="another's article"),
        pytest.param(
            SEARCH, OPAQUE, {"outlet_url": "https://www.mitte.example/"}, ("center.example", "news.google.com"),
            id="a news search tells the outlet's address",
        ),
        pytest.param(
            SEARCH, OPAQUE, {"outlet_url": "https://unheard.example/", "outlet_name": "The Left Post"},
            ("unheard.example", "news.google.com"), id="an address counts before a name",
        ),
        pytest.param(
            SEARCH, OPAQUE, {"outlet_name": "The Left Post"}, ("left.example", "news.google.com"), id="by its name"
        ),
        pytest.param(
            SEARCH, OPAQUE, {"outlet_name": "Zeibiz Daily"}, ("Zeibiz Daily", "news.google.com"),
            id="a name nobody knows is not the portal's",
        ),
        pytest.param(SEARCH, OPAQUE, {}, ("news.google.com", None), id="nothing told: the portal's own"),
        pytest.param(
            PORTAL, "https://news.yahoo.com/1.html", {"outlet_url": "http://left.example"},
            ("left.example", "yahoo.com"), id="a portal's copy",
        ),
        pytest.param(PORTAL, "https://news.yahoo.com/1.html", {}, ("yahoo.com", None), id="a portal's own article"),
        pytest.param(
            LEFT, OPAQUE, {"outlet_url": "https://mitte.example", "outlet_name": "The Center"},
            ("left.example", "news.google.com"), id="an outlet's feed gives its words to nobody else",
        ),
        pytest.param(PLANET, "http://left.example/1", {}, ("left.example", "planet.example"), id="a planet"),
        pytest.param(
            PLANET, "http://evil.org/1", {"outlet_url": "http://left.example", "outlet_name": "The Left Post"},
            ("evil.org", "planet.example"), id="a source rates no other address",
        ),
        pytest.param(CHANNEL_FEED, VIDEO, {}, ("left.example", "youtube.com"), id="an outlet's channel"),
        pytest.param(
            CHANNEL_FEED, VIDEO, {"outlet_url": CHANNEL}, ("center.example", "youtube.com"), id="a known channel"
        ),
        pytest.param(
            CHANNEL_FEED, VIDEO, {"outlet_url": "https://www.youtube.com/channel/UCnew"},
            ("left.example", "youtube.com"), id="a channel that feeds.csv knows",
        ),
        pytest.param(LEFT, "https://www.youtube.com/@bo", {}, ("youtube.com/@bo", "youtube.com"), id="a channel"),
        pytest.param(LEFT, "https://medium.com/@bo/x", {}, ("medium.com/@bo", "left.example"), id="a writer's place"),
        pytest.param(LEFT, "https://medium.com/p/1", {}, ("medium.com", "left.example"), id="the host's own"),
        pytest.param(LEFT, "https://ada.wordpress.com/1", {}, ("ada.wordpress.com", "left.example"), id="listed blog"),
        pytest.param(LEFT, "https://bo.wordpress.com/1", {}, ("bo.wordpress.com", "left.example"), id="unlisted blog"),
        pytest.param(LEFT, "https://bo.github.io/1", {}, ("bo.github.io", "left.example"), id="a public suffix"),
    ],
)  # fmt: skip
def test_whose_it_is_and_who_carried_it(
    workspace: Workspace, feed: int, url: str, told: dict[str, str], expected: tuple[str, str | None]
) -> None:
    assert polled(workspace, feed, replace(DRAFT, url=url, original_url=url, **told)) == [expected]  # type: ignore[arg-type]


def test_a_resolved_link_keeps_its_carrier_and_what_was_written(workspace: Workspace) -> None:
    written = "https://www.bing.com/news/apiclick.aspx?url=http%3a%2f%2fleft.example%2f7&c=1"
    body = f"""<rss version="2.0"><channel><title>News search</title><item><title>Harbour bill passes</title>
        <link>{written.replace("&", "&amp;")}</link></item></channel></rss>""".encode()
    drafts = parse_feed(body, "https://www.bing.com/news/search?q=harbour&format=rss").entries
    assert [(draft.url, draft.original_url) for draft in drafts] == [("http://left.example/7", written)]
    assert polled(workspace, PLANET, *drafts) == [("left.example", "bing.com")]


def test_a_news_search_is_read_with_its_sources(workspace: Workspace) -> None:
    body = f"""<rss version="2.0"><channel><title>harbour - News search</title>
        <item><title>Harbour bill passes - The Left Post</title><link>{OPAQUE}</link><guid>a</guid>
        <source url="http://left.example">The Left Post</source></item>
        <item><title>Bill is law - Quay Courier</title><link>{OPAQUE}b</link><guid>b</guid>
        <source url="https://quay.example">Quay Courier</source></item></channel></rss>""".encode()
    drafts = parse_feed(body, "https://news.google.com/rss/search?q=harbour").entries
    assert polled(workspace, SEARCH, *drafts) == [
        ("left.example", "news.google.com"),
        ("quay.example", "news.google.com"),
    ]


@pytest.mark.parametrize(
    ("entry", "outlet_url"),
    [
        pytest.param(
            '<source><id>x</id><title>The Blog</title><link rel="self" href="http://blog.example/feed"/>'
            '<link href="http://blog.example/"/></source>', "http://blog.example/", id="a planet's source",
        ),
        pytest.param(
            '<yt:videoId xmlns:yt="http://www.youtube.com/xml/schemas/2015">1</yt:videoId>'
            f"<author><name>Mitte</name><uri>{CHANNEL}</uri></author>", CHANNEL, id="a video's channel",
        ),
        pytest.param("<author><name>Bo</name><uri>http://bo.example/</uri></author>", None, id="an author"),
        pytest.param('<source><link href="javascript:x"/></source>', None, id="a script"),
    ],
)  # fmt: skip
def test_the_address_of_an_entrys_source(entry: str, outlet_url: str | None) -> None:
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><title>A title</title>
        <link href="http://blog.example/1"/>{entry}</entry></feed>""".encode()
    assert [draft.outlet_url for draft in parse_feed(body, "http://planet.example/").entries] == [outlet_url]


def test_an_outlet_that_is_listed_later_gets_what_a_portal_carried(
    workspace: Workspace, config: Config, open_db: Callable[[], Workspace]
) -> None:
    draft = replace(DRAFT, url=OPAQUE, original_url=OPAQUE, outlet_url="https://www.quay.example/")
    assert polled(workspace, SEARCH, draft) == [("quay.example", "news.google.com")]
    config.files.outlets.write_text(OUTLETS + "courier.example,quay.example,Quay Courier,\n", encoding="utf-8")
    again = open_db()
    assert polled(again, LEFT) == [("courier.example", "news.google.com")]


def test_a_correction_taken_back_leads_to_who_is_listed_by_now(
    workspace: Workspace, config: Config, open_db: Callable[[], Workspace]
) -> None:
    draft = replace(DRAFT, url=OPAQUE, original_url=OPAQUE, outlet_url="https://www.quay.example/")
    polled(workspace, SEARCH, draft)
    correct_outlet(workspace, "a1", "left.example")
    config.files.outlets.write_text(OUTLETS + "courier.example,quay.example,Quay Courier,\n", encoding="utf-8")
    again = open_db()
    assert polled(again, LEFT) == [("left.example", "news.google.com")]
    take_back(again, again.store.rights.corrections()[0])
    assert polled(again, LEFT) == [("courier.example", "news.google.com")]


def test_who_carried_its_own_article_is_not_published_as_its_carrier(workspace: Workspace) -> None:
    polled(workspace, LEFT, replace(DRAFT, url="http://blog.elsewhere.org/1"))
    correct_outlet(workspace, "a1", "left.example", "their blog")
    path = publish(workspace.store.path, summary_characters=300).path
    with contextlib.closing(sqlite3.connect(path)) as db:
        assert db.execute("select carrier from articles").fetchall() == [(None,)]
    take_back(workspace, workspace.store.rights.corrections()[0])
    assert polled(workspace, PLANET) == [("elsewhere.org", "left.example")]


FEED_IN_GERMAN = "Die Regierung hat den Haushalt für das kommende Jahr beschlossen"


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        pytest.param([{"language": "fr"}], ("fr", "feed"), id="the feed tells"),
        pytest.param([{}], ("de", "text"), id="nobody tells: the text"),
        pytest.param([{"title": "Oslo 2026"}], (None, None), id="a text too short"),
        pytest.param([{}, {"draft_kind": DraftKind.PAGE, "language": "fr"}], ("fr", "page"), id="told beats guessed"),
        pytest.param(
            [{"language": "nl"}, {"draft_kind": DraftKind.PAGE, "language": "fr"}], ("nl", "feed"),
            id="the feed before the page",
        ),
        pytest.param(
            [{"title": "Oslo 2026"}, {"draft_kind": DraftKind.PAGE, "body": FEED_IN_GERMAN * 3, "word_count": 30}],
            ("de", "text"), id="the page's text",
        ),
    ],
)  # fmt: skip
def test_the_language_of_an_article(
    workspace: Workspace, drafts: list[dict[str, object]], expected: tuple[str | None, str | None]
) -> None:
    for told in drafts:
        draft = replace(DRAFT, **{"title": FEED_IN_GERMAN, **told})  # type: ignore[arg-type]
        workspace.ingest().poll(FeedPoll(LEFT, workspace.clock(), PollCode.OK, 200, (draft,)))
    stored = "select language, language_from from articles"
    assert workspace.store.db.execute(stored).fetchall() == [expected]

"""Texts about another outlet's piece in the store: whose they are, who carries them, and that they count once."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aggregator.cli.brief import original_lines
from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.importers import import_file
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, MediaKind, PollCode, PrintedRating, TextKind
from aggregator.rights import correct_outlet, forget, take_back
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.store.told import facts_of
from aggregator.workspace import Workspace
from tests.site_fixtures import METADATA

CHANNEL = "https://www.youtube.com/channel/UCquay"
OUTLETS = f"""\
domain,other_domains,name,youtube
quaynews.example,,Quay News,{CHANNEL}
tidewater.example,,Tidewater Post,
listed.example,,The Listed Reader,
"""
FEEDS = """\
url,outlet
https://www.youtube.com/feeds/videos.xml?channel_id=UCquay,quaynews.example
http://tidewater.example/feed,tidewater.example
http://listed.example/feed,listed.example
"""
RATINGS = """\
domain,provider,scope,label,valid_from
quaynews.example,AllSides,news,lean left,2019-10-18
listed.example,AllSides,news,right,2019-10-18
"""
CHANNEL_FEED, TIDEWATER, LISTED = 1, 2, 3
VIDEO = "https://www.youtube.com/watch?v=QuAy1234567"
PAGE = "https://briefly.example/gates"
FOUND = "/search?q=Oldhaven&show=stories"
SITE = "https://quaynews.example/"
SUMMARY = ArticleDraft(
    DraftKind.PAGE,
    PAGE,
    PAGE,
    "Gates at Oldhaven opened as river rises, council disputes cause",
    body="The sluice gates at Oldhaven were opened on Monday after the river had risen for three days. " * 8,
    canonical_url=VIDEO,
    text_kind=TextKind.MACHINE,
    about=(VIDEO, SITE),
    printed_ratings=(PrintedRating("AllSides", "Center"),),
)
WATCHED = ArticleDraft(
    DraftKind.FEED, VIDEO, VIDEO, "Oldhaven: why the gates had to open", "v1", kind=MediaKind.VIDEO,
    summary="Our reporter at the lock on the night the water came.",
)  # fmt: skip


@pytest.fixture
def workspace(config: Config, open_db: Callable[[], Workspace]) -> Workspace:
    for path, text in ((config.files.outlets, OUTLETS), (config.files.feeds, FEEDS), (config.files.ratings, RATINGS)):
        path.write_text(text, encoding="utf-8")
    return open_db()


def poll(workspace: Workspace, feed: int, *drafts: ArticleDraft) -> None:
    at = workspace.clock()
    dated = (replace(draft, published=draft.published or at) for draft in drafts)
    workspace.ingest().poll(FeedPoll(feed, at, PollCode.OK, 200, tuple(dated)))


def as_row(draft: ArticleDraft) -> ArticleDraft:
    return replace(draft, draft_kind=DraftKind.IMPORT)


def whose(workspace: Workspace) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(
        "select outlet.domain, article.carrier, article.text_kind from articles article"
        " join outlets outlet on outlet.id = article.outlet_id order by article.id"
    ).fetchall()


def counts(workspace: Workspace) -> list[tuple[int, ...]]:
    """The stored counts of each story that has articles, and those of the view: articles, outlets, origins."""
    stories = workspace.store.db.execute(
        "select articles, outlets, origins from stories where articles > 0 order by id"
    ).fetchall()
    viewed = workspace.store.db.execute(
        "select articles, outlets, origins from story_bias order by story_id"
    ).fetchall()
    assert stories == viewed
    return stories


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ("quaynews.example", "briefly.example", "machine"), id="by the official website"),
        pytest.param(
            {"canonical_url": None, "about": (CHANNEL,)}, ("quaynews.example", "briefly.example", "machine"),
            id="by the channel",
        ),
        pytest.param(
            {"canonical_url": f"{SITE}gates", "about": (f"{SITE}gates",), "text_kind": TextKind.AGGREGATOR},
            ("quaynews.example", "briefly.example", "aggregator"), id="by the original's host",
        ),
        pytest.param(
            {"canonical_url": "https://evil.example/x", "about": ("https://evil.example/x", SITE)},
            ("evil.example", "briefly.example", "machine"), id="the original's host counts before a named site",
        ),
        pytest.param(
            {"canonical_url": None, "about": ("https://quaynews.example.evil.example/",)},
            ("briefly.example", None, "machine"), id="a look-alike is not the outlet",
        ),
        pytest.param(
            {"canonical_url": None, "about": (), "outlet_name": "Quay News"}, ("briefly.example", None, "machine"),
            id="never by a name",
        ),
        pytest.param(
            {"url": f"{SITE}own", "canonical_url": VIDEO}, ("quaynews.example", None, "machine"),
            id="an outlet's own machine",
        ),
        pytest.param({"text_kind": TextKind.PUBLISHER}, ("briefly.example", None, "publisher"), id="a publisher's"),
    ],
)  # fmt: skip
def test_a_text_about_a_piece_belongs_to_its_outlet_by_a_link_alone(
    workspace: Workspace, changes: dict[str, object], expected: tuple[object, ...]
) -> None:
    workspace.ingest().add(as_row(replace(SUMMARY, **changes)))  # type: ignore[arg-type]
    assert whose(workspace) == [expected]


def test_a_stored_video_tells_whose_it_is_before_any_site_that_is_named(workspace: Workspace) -> None:
    poll(workspace, CHANNEL_FEED, WATCHED)
    workspace.ingest().add(as_row(replace(SUMMARY, about=(VIDEO, "https://listed.example/"))))
    assert whose(workspace)[1] == ("quaynews.example", "briefly.example", "machine")


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("https://short.example/x1", id="a shortener"),
        pytest.param("https://tidewater.example/gates", id="its own second address"),
    ],
)
def test_a_lead_to_no_other_outlet_makes_no_aggregator(workspace: Workspace, link: str) -> None:
    draft = replace(
        SUMMARY, draft_kind=DraftKind.FEED, url="http://tidewater.example/1", canonical_url=link, about=(link,),
        text_kind=TextKind.AGGREGATOR, guid="1",
    )  # fmt: skip
    poll(workspace, TIDEWATER, draft)
    poll(workspace, TIDEWATER, draft)
    assert whose(workspace) == [("tidewater.example", None, "publisher")]


def test_a_summary_is_folded_under_the_video_that_is_stored(workspace: Workspace) -> None:
    poll(workspace, CHANNEL_FEED, WATCHED)
    again = replace(SUMMARY, url="https://other.example/gates", title="A river, a council and a gate", published=None)
    at = workspace.clock() + timedelta(hours=3)
    for draft in (SUMMARY, again):
        workspace.ingest().add(replace(as_row(draft), published=at))
    group_articles(workspace)
    assert counts(workspace) == [(3, 1, 1)]
    copies = workspace.store.db.execute("select method from copies order by article_id").fetchall()
    assert copies == [("itself",), ("canonical",), ("canonical",)]
    members = workspace.store.db.execute("select independent, retold from story_members order by article_id").fetchall()
    assert members == [(1, 0), (0, 1), (0, 1)]


def test_a_summary_alone_is_no_voice_of_the_outlet_that_it_names(workspace: Workspace) -> None:
    workspace.ingest().add(replace(as_row(SUMMARY), published=workspace.clock()))
    group_articles(workspace)
    assert counts(workspace) == [(1, 0, 0)]
    sides = workspace.store.db.execute("select left, center, right, unrated, left_outlets from story_bias").fetchall()
    assert sides == [(0, 0, 0, 0, 0)]
    wrote = "select articles, own, copies, independent, stories from outlet_counts where domain = 'quaynews.example'"
    assert workspace.store.db.execute(wrote).fetchall() == [(1, 0, 1, 0, 0)]


def test_an_outlets_own_machine_is_its_voice(workspace: Workspace) -> None:
    own = replace(SUMMARY, url=f"{SITE}own", canonical_url=None, about=(), published=workspace.clock())
    workspace.ingest().add(as_row(own))
    group_articles(workspace)
    assert counts(workspace) == [(1, 1, 1)]


def test_a_page_tells_whose_the_feeds_entry_is_and_may_be_corrected(workspace: Workspace) -> None:
    url = "http://listed.example/gates"
    poll(workspace, LISTED, ArticleDraft(DraftKind.FEED, url, url, SUMMARY.title, "g"))
    assert whose(workspace) == [("listed.example", None, "publisher")]
    page = replace(SUMMARY, url=url, original_url=url)
    workspace.ingest().add(page)
    assert whose(workspace) == [("quaynews.example", "listed.example", "machine")]
    written = replace(page, text_kind=TextKind.PUBLISHER, about=(), canonical_url=None)
    workspace.ingest().add(written)
    assert whose(workspace) == [("listed.example", None, "publisher")]


def test_a_portals_article_keeps_the_outlet_that_its_feed_told(workspace: Workspace) -> None:
    url = "https://news.yahoo.com/gates.html"
    poll(workspace, LISTED, ArticleDraft(DraftKind.FEED, url, url, SUMMARY.title, "g"))
    before = whose(workspace)
    workspace.ingest().add(replace(SUMMARY, url=url, original_url=url, about=(), canonical_url=None))
    assert whose(workspace) == [(*before[0][:2], "machine")]


def test_a_persons_word_on_the_outlet_stays(workspace: Workspace) -> None:
    url = "http://listed.example/gates"
    poll(workspace, LISTED, ArticleDraft(DraftKind.FEED, url, url, SUMMARY.title, "g"))
    correct_outlet(workspace, "a1", "tidewater.example")
    workspace.ingest().add(replace(SUMMARY, url=url, original_url=url))
    assert whose(workspace) == [("tidewater.example", None, "machine")]


def test_a_corrected_outlet_that_is_taken_back_is_the_originals_again(workspace: Workspace) -> None:
    original = f"{SITE}gates"
    workspace.ingest().add(as_row(replace(SUMMARY, url="http://listed.example/gates", canonical_url=original)))
    correction = correct_outlet(workspace, "a1", "tidewater.example")
    take_back(workspace, correction)
    assert whose(workspace) == [("quaynews.example", "listed.example", "machine")]


def test_a_change_of_outlets_csv_leaves_it_with_the_outlet_of_the_original(
    config: Config, workspace: Workspace, open_db: Callable[[], Workspace]
) -> None:
    workspace.ingest().add(as_row(replace(SUMMARY, url="http://listed.example/gates")))
    config.files.outlets.write_text(OUTLETS + "briefly.example,,Briefly,\n", encoding="utf-8")
    assert whose(open_db()) == [("quaynews.example", "listed.example", "machine")]


def test_what_a_carrier_made_of_others_pieces_goes_with_the_carrier(workspace: Workspace) -> None:
    workspace.ingest().add(as_row(SUMMARY))
    forget(workspace, "briefly.example")
    tables = ("articles", "printed_ratings")
    assert [workspace.store.db.table(name).count for name in tables] == [0, 0]
    assert workspace.ingest().add(as_row(SUMMARY)) == "refused"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(("AllSides", "Center"), ("AllSides", "Center", 0, "lean left", "different"), id="different"),
        pytest.param(("AllSides", "Lean Left"), ("AllSides", "Lean Left", -1, "lean left", "same"), id="same"),
        pytest.param(("MBFC", "Left-Center"), ("MBFC", "Left-Center", -1, None, "unrated"), id="not rated by us"),
        pytest.param(("AllSides", "Far Left"), ("AllSides", "Far Left", None, "lean left", "different"), id="no label"),
        pytest.param(("", "Center"), ("(not named)", "Center", None, None, "unrated"), id="nobody named"),
    ],
)
def test_a_printed_rating_is_kept_beside_ours(
    workspace: Workspace, printed: tuple[str, str], expected: tuple[object, ...]
) -> None:
    draft = replace(SUMMARY, printed_ratings=(PrintedRating(*printed),))
    for _ in range(2):
        workspace.ingest().add(as_row(draft))
    rows = workspace.store.db.execute("select provider, label, lean, our_label, verdict from printed_ratings_compared")
    assert rows.fetchall() == [expected]
    rated = workspace.store.db.execute("select label from articles_with_bias").fetchall()
    assert rated == [("lean left",)]


def test_a_table_tells_kind_and_carrier(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "url,doc_id,title,outlet,text_kind,carrier,body\n"
        ",d1,Gates opened,Quay News,machine,briefly.example,\n"
        "https://briefly.example/2,,Gates closed,quaynews.example,machine,https://briefly.example/,\n"
        ",d3,Gates painted,Tidewater Post,,,\"The gates.\nThis summary has been generated by AI.\"\n"
        "https://quaynews.example/4,,Gates sold,,,,\n"
        ",d5,Gates rusted,Quay News,robot,,\n"
        ",d6,Gates oiled,Quay News,machine,a page,\n"
        ",d7,Gates shut,Quay News,,,\"The gates.\nOriginal video here.\nThis summary has been generated by AI.\"\n",
        encoding="utf-8",
    )  # fmt: skip
    report = import_file(path, workspace.ingest(), workspace.clock())
    assert report.bad == [
        "rows.csv:7: text_kind 'robot' is not known: use one of publisher, aggregator, machine",
        "rows.csv:8: carrier 'a page' is no domain: write it as summaries.example",
    ]
    assert whose(workspace) == [
        ("quaynews.example", "briefly.example", "machine"),
        ("quaynews.example", "briefly.example", "machine"),
        ("tidewater.example", None, "machine"),
        ("quaynews.example", None, "publisher"),
        ("quaynews.example", "(not told)", "machine"),
    ]
    bodies = workspace.store.db.execute("select body from articles where body is not null").fetchall()
    assert bodies == [("The gates.",), ("The gates.",)]


def test_pages_say_who_made_a_text_and_what_is_printed_of_a_rating(workspace: Workspace) -> None:
    poll(workspace, CHANNEL_FEED, WATCHED)
    at = workspace.clock() + timedelta(hours=3)
    workspace.ingest().add(replace(as_row(SUMMARY), published=at))
    title, body = (
        "Merrick exchange: wheat falls to a two-year low",
        "Traders in Merrick sold wheat before harvest. " * 20,
    )
    url = "https://briefly.example/wheat"
    alone = replace(SUMMARY, url=url, title=title, body=body, canonical_url=None, about=(SITE,))
    workspace.ingest().add(replace(as_row(alone), published=at))
    group_articles(workspace)
    path = publish(workspace.store.path, summary_characters=300).path
    site = make_app(path, METADATA, clock=workspace.clock)
    pages = ("/story/1", "/story/2", "/article/1", "/article/2", "/article/2.json", "/article/3", "/story/2.atom",
             FOUND, "/outlet/quaynews.example.atom", "/outlet/quaynews.example")  # fmt: skip
    told = {page: asyncio.run(site.client.get(page)) for page in pages}
    assert {page: answer.status_code for page, answer in told.items()} == dict.fromkeys(pages, 200)
    assert "1 text about it" in told["/story/1"].text
    assert (
        "<strong>1 independent origin</strong></a>; 1 text about another's piece, not counted" in told["/story/1"].text
    )
    assert "First reported" not in told["/story/2"].text
    for page in ("/story/1", "/story/2"):
        assert "summary by machine, carried by <bdi>briefly.example</bdi>: no voice of its own" in told[page].text
    made = "Summary by machine of a piece of <bdi>Quay News</bdi>, carried by <bdi>briefly.example"
    assert made in told["/article/2"].text
    assert "The page itself says: <bdi>AllSides: Center</bdi> (seen" in told["/article/2"].text
    for page, lines in (
        ("/article/1", [f"Original video: {VIDEO}"]),
        ("/article/2", [f"Original video, as its page says: {VIDEO}", f"This text: briefly.example, {PAGE}"]),
        ("/article/3", [f"This text: briefly.example, {url}"]),
    ):
        listed = told[page].text.partition('<ul class="who">')[2].partition("</ul>")[0]
        said = [re.sub("<[^>]+>", "", line) for line in re.findall("<li>(.*?)</li>", listed)]
        assert [html.unescape(line) for line in said if line.startswith(("Original", "This text"))] == lines, page
        [facts] = facts_of(workspace.store.db, [int(page[-1])])
        assert original_lines(facts) == lines
    assert "a machine's summary of a piece of that outlet, carried by briefly.example" in told["/story/2.atom"].text
    about = "No brief: its text is a machine's or an aggregator's, not its outlet's own words."
    assert about in html.unescape(told["/article/3"].text)
    assert "1 text about another's piece" in html.unescape(told[FOUND].text)
    feed = told["/outlet/quaynews.example.atom"].text
    assert feed.count("The text is a machine's summary of a piece of that outlet, carried by briefly.example") == 2
    assert not [page for page in ("/outlet/quaynews.example", FOUND) if "reprint" in told[page].text]
    assert told["/article/2.json"].json()["printed_ratings"][0]["verdict"] == "different"

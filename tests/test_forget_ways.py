"""What was removed stays out by whatever way it comes: by a page, a carrier, a corrected outlet, another domain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.crawl.discovery import discover
from aggregator.errors import NotFoundError
from aggregator.models import ArticleDraft, DraftKind
from aggregator.rights import correct_outlet, forget, take_back
from aggregator.workspace import Workspace, open_workspace
from tests.scripted_site import Answer, ScriptedSite
from tests.test_crawl import XML, desk, feed
from tests.test_crawl_rights import html, items
from tests.test_forget import poll, rows

OPAQUE = "https://news.google.com/rss/articles/CBMiC0FVX3lx?oc=5"
DRAFT = ArticleDraft(DraftKind.FEED, "http://left.example/1", "http://left.example/1", "The harbour bill", "g1")
CARRIED = replace(DRAFT, url=OPAQUE, original_url=OPAQUE, guid="n1", outlet_url="https://right.example/")
PAGE = replace(DRAFT, draft_kind=DraftKind.PAGE, guid=None)


@pytest.fixture
def portal(config: Config, open_db: Callable[[], Workspace]) -> Workspace:
    """A database whose fifth feed is a news search, of an outlet that is a carrier."""
    files = config.files
    files.outlets.write_text(
        files.outlets.read_text() + "news.google.com,,Google News,,,,,,,\nmedium.com,,Medium,,,,,,,\n"
    )
    files.feeds.write_text(files.feeds.read_text() + "https://news.google.com/rss/search?q=x,news.google.com,,en,1,\n")
    return open_db()


def test_a_page_founds_no_article(workspace: Workspace) -> None:
    assert workspace.ingest().add(PAGE) == "unchanged"
    assert rows(workspace, "select count(*) from articles") == [(0,)]


@pytest.mark.parametrize("gone", ["http://{}.example/a", "{}.example"], ids=["an article", "its outlet"])
def test_the_page_of_what_was_removed_is_not_read_under_a_new_address(
    site: ScriptedSite, tmp_path: Path, gone: str
) -> None:
    newsroom = desk(tmp_path, site, [site.put("press.example/feed", items(site, "press.example/a"))], pages=True)
    site.put("press.example/a", html())
    newsroom.crawl()
    with open_workspace(newsroom.config, newsroom.db) as workspace:
        forget(workspace, site.url("press.example/a") if "//" in gone else gone.format("press"))
    site.put("press.example/feed", items(site, "press.example/another-slug"))
    site.put("press.example/another-slug", html())
    newsroom.crawl()
    assert site.hits("press.example/another-slug") == []
    assert newsroom.rows("select url from articles") == []


def test_the_page_of_an_address_that_an_article_had_is_not_asked_for_again(site: ScriptedSite, tmp_path: Path) -> None:
    for path in ("press.example/a", "press.example/b"):
        site.put(path, html())
    newsroom = desk(tmp_path, site, [site.url("press.example/feed")], pages=True)
    # The slug changes and changes back; the article keeps its newer address.
    for path in ("a", "b", "a", "a", "a"):
        body = items(site, f"press.example/{path}").bytes + b"<!-- %d -->" % len(site.seen)
        site.put("press.example/feed", Answer(body, headers=XML))
        newsroom.crawl()
    assert newsroom.rows("select url from articles") == [(site.url("press.example/b"),)]
    assert [len(site.hits(f"press.example/{path}")) for path in ("a", "b")] == [1, 1]


def test_what_a_carrier_brought_of_a_removed_outlet_is_neither_stored_nor_fetched(portal: Workspace) -> None:
    ingest = portal.ingest()
    assert ingest.poll(poll(portal, 5, CARRIED)).new == 1
    assert forget(portal, "right.example").articles == 1
    assert ingest.poll(poll(portal, 5, CARRIED)).refused == 1
    assert ingest.add(replace(CARRIED, draft_kind=DraftKind.PAGE, guid=None, outlet_url=None)) == "refused", (
        "by its address"
    )
    assert rows(portal, "select count(*) from articles") == [(0,)]


@pytest.mark.parametrize(
    ("draft", "feed_id"),
    [
        pytest.param(DRAFT, 1, id="at another outlet's address"),
        pytest.param(replace(CARRIED, outlet_url=None), 5, id="at a carrier's address"),
    ],
)
def test_an_article_that_was_given_to_a_removed_outlet_stays_out(
    portal: Workspace, draft: ArticleDraft, feed_id: int
) -> None:
    ingest = portal.ingest()
    ingest.poll(poll(portal, feed_id, draft))
    correct_outlet(portal, "a1", "right.example")
    assert forget(portal, "right.example").articles == 1
    assert ingest.poll(poll(portal, feed_id, draft)).refused == 1
    [removal] = [one for one in portal.store.rights.corrections() if one.kind == "forget"]
    assert removal.words == "forget right.example"
    take_back(portal, removal)
    assert ingest.poll(poll(portal, feed_id, draft)).new == 1


def test_an_outlet_that_is_listed_under_another_domain_later_stays_out(
    workspace: Workspace, config: Config, open_db: Callable[[], Workspace]
) -> None:
    forget(workspace, "left.example")
    for path in (config.files.outlets, config.files.feeds, config.files.ratings):
        path.write_text(path.read_text().replace("left.example", "lefty.example"))
    config.files.outlets.write_text(
        config.files.outlets.read_text().replace("lefty.example,,", "lefty.example,left.example,")
    )
    again = open_db()
    assert again.refusals.of_address("http://lefty.example/1") == "removed on request"
    assert rows(again, "select state, state_reason from feeds where url like '%lefty%'") == [
        ("unlisted", "removed on request")
    ]


def test_who_writes_on_a_shared_host_stays_when_the_host_is_removed(portal: Workspace) -> None:
    forget(portal, "medium.com")
    assert portal.refusals.of_address("https://medium.com/p/1") == "removed on request"
    assert portal.refusals.of_address("https://medium.com/@ada/harbour") == ""
    portal.ingest().poll(poll(portal, 1, replace(DRAFT, url="https://medium.com/@ada/harbour")))
    assert forget(portal, "medium.com/@ada").articles == 1
    assert portal.refusals.of_address("https://medium.com/@ada/harbour") == "removed on request"


def test_a_feed_that_has_moved_to_who_wants_to_be_left_alone_is_polled_no_more(
    workspace: Workspace, config: Config, open_db: Callable[[], Workspace], tmp_path: Path
) -> None:
    workspace.store.db.execute("insert into feed_addresses values ('http://left.example/feed', 1)")
    workspace.store.db.execute("update feeds set url = 'http://quiet.example/feed' where id = 1")
    alone = tmp_path / "leave-alone.csv"
    alone.write_text("domain,since,reason\nquiet.example,2026-11-01,asked by mail\n")
    changed = replace(config, files=replace(config.files, leave_alone=alone))
    with open_workspace(changed, tmp_path / "news.db", workspace.clock) as again:
        why = "left alone since 2026-11-01 (leave-alone.csv)"
        assert rows(again, "select state, state_reason from feeds where id = 1") == [("unlisted", why)]
        with pytest.raises(NotFoundError, match="it is left alone since 2026-11-01"):
            again.store.feeds.enable("http://left.example/feed")


def test_a_look_for_feeds_does_not_fetch_what_was_removed(site: ScriptedSite, tmp_path: Path) -> None:
    listed = site.put("press.example/feed", feed("One"))
    newsroom = desk(tmp_path, site, [listed])
    newsroom.crawl()
    with open_workspace(newsroom.config, newsroom.db) as workspace:
        forget(workspace, "press.example")
    site.seen.clear()
    found = discover(newsroom.config, listed, site.hosts, db=newsroom.db)
    assert [(one.code, one.message) for one in found] == [("robots", "removed on request")]
    assert site.seen == []


def test_no_reprint_names_the_address_of_what_was_removed(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, 1, DRAFT))
    ingest.poll(poll(workspace, 1, replace(DRAFT, url="http://left.example/moved")))
    for feed_id, address in ((2, DRAFT.url), (3, "http://left.example/moved"), (4, "http://left.example/other")):
        reprint = replace(DRAFT, url=f"http://reprint.example/{feed_id}", canonical_url=address)
        ingest.poll(poll(workspace, feed_id, reprint))
    forget(workspace, "a1")
    assert rows(workspace, "select canonical from articles") == [(None,), (None,), ("http://left.example/other",)]

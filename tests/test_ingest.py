"""Drafts and polls through the one door: what stands in the tables afterwards."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from aggregator.errors import RefusedRowError, StoreError
from aggregator.models import ArticleDraft, BodyStatus, DraftKind, FeedPoll, MediaKind, PollCode
from aggregator.times import iso
from aggregator.workspace import Workspace
from tests.conftest import Clock

DRAFT = ArticleDraft(
    DraftKind.FEED,
    "http://left.example/harbour",
    "http://left.example/harbour?utm_source=rss",
    "Harbour bill passes",
    "g1",
)


def poll(workspace: Workspace, *drafts: ArticleDraft, feed: int = 1, **values: object) -> FeedPoll:
    return replace(
        FeedPoll(feed, workspace.clock(), PollCode.OK, 200, tuple(drafts), etag='"1"', body_hash="h"), **values
    )


def rows(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(sql).fetchall()


def test_a_poll_stores_articles_sightings_and_validators_together(workspace: Workspace) -> None:
    counts = workspace.ingest().poll(poll(workspace, DRAFT))
    assert (counts.new, counts.revised, counts.unchanged) == (1, 0, 0)
    assert rows(workspace, "select url, original_url, title, published_day from articles") == [
        (
            "http://left.example/harbour",
            "http://left.example/harbour?utm_source=rss",
            "Harbour bill passes",
            "2026-11-03",
        )
    ]
    assert rows(workspace, "select feed_id, guid, article_id from sightings") == [(1, "g1", 1)]
    assert rows(workspace, "select code, new from polls") == [("ok", 1)]
    assert rows(workspace, "select etag, body_hash, next_poll from feeds where id = 1") == [
        ('"1"', "h", "2026-11-03T12:13:30Z")
    ]


def test_a_store_error_leaves_neither_articles_nor_validators(workspace: Workspace) -> None:
    bad = replace(DRAFT, url="http://left.example/b", guid="g2", scope="gossip")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        workspace.ingest().poll(poll(workspace, DRAFT, bad))
    assert rows(workspace, "select count(*) from articles") == [(0,)]
    assert rows(workspace, "select count(*) from polls") == [(0,)]
    assert rows(workspace, "select etag from feeds where id = 1") == [(None,)]


def test_polling_unchanged_content_again_changes_only_the_poll(workspace: Workspace, clock: Clock) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    clock.forward(minutes=15)
    counts = ingest.poll(poll(workspace, DRAFT))
    assert counts.unchanged == 1
    assert rows(workspace, "select first_seen, last_seen from articles") == [
        ("2026-11-03T12:00:00Z", "2026-11-03T12:15:00Z")
    ]
    assert rows(workspace, "select count(*) from revisions") == [(0,)]


def test_a_retitle_is_a_revision_not_a_second_article(workspace: Workspace, clock: Clock) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    clock.forward(hours=1)
    counts = ingest.poll(poll(workspace, replace(DRAFT, title="Harbour bill is law")))
    assert counts.revised == 1
    assert rows(workspace, "select title from articles") == [("Harbour bill is law",)]
    assert rows(workspace, "select field, old, new, seen from revisions") == [
        ("title", "Harbour bill passes", "Harbour bill is law", "2026-11-03T13:00:00Z")
    ]


def test_a_retitle_that_moves_the_address_keeps_the_old_one(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    ingest.poll(
        poll(workspace, replace(DRAFT, url="http://left.example/harbour-law", title="Harbour bill passes at last"))
    )
    assert rows(workspace, "select url from articles") == [("http://left.example/harbour-law",)]
    ingest.poll(poll(workspace, replace(DRAFT, guid=None)))
    assert rows(workspace, "select count(*) from articles") == [(1,)]
    assert rows(workspace, "select url from article_addresses") == [("http://left.example/harbour",)]


def test_one_article_in_two_feeds_is_seen_twice(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT, feed=1))
    ingest.poll(poll(workspace, DRAFT, feed=2))
    assert rows(workspace, "select count(*) from articles") == [(1,)]
    assert rows(workspace, "select feed_id from sightings order by 1") == [(1,), (2,)]


def dated(number: int, moment: str | None) -> ArticleDraft:
    published = datetime.fromisoformat(moment) if moment else None
    return replace(DRAFT, url=f"http://left.example/{number}", guid=f"g{number}", published=published)


@pytest.mark.parametrize(
    ("moments", "reach"),
    [
        pytest.param(
            ["2021-01-01T00:00Z", "2026-11-02T08:00Z", "2026-11-03T08:00Z"], "2026-11-02T08:00:00Z", id="pinned"
        ),
        pytest.param(["2026-11-02T08:00Z", None], None, id="an entry without a date"),
        pytest.param(["2026-11-02T08:00Z"], None, id="one entry"),
        pytest.param([], None, id="none"),
    ],
)
def test_how_far_back_a_poll_sees(workspace: Workspace, moments: list[str | None], reach: str | None) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, *(dated(number, moment) for number, moment in enumerate(moments))))
    ingest.poll(poll(workspace, code=PollCode.NOT_MODIFIED, status=304))
    ingest.poll(poll(workspace, code=PollCode.TIMEOUT, status=None))
    assert rows(workspace, "select reaches_back from polls order by id") == [(reach,), (reach,), (None,)]


def test_a_failed_poll_is_a_row_and_counts_as_a_failure(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    ingest.poll(poll(workspace, code=PollCode.DNS, status=None, message="no such host"))
    assert rows(workspace, "select code, message from polls order by id") == [("ok", None), ("dns", "no such host")]
    assert rows(workspace, "select failures from feeds where id = 1") == [(1,)]


@pytest.mark.parametrize(
    ("url", "name", "outlet"),
    [
        pytest.param("http://left.example/a", None, "left.example", id="by its address"),
        pytest.param("http://www.mitte.example/a", None, "center.example", id="by another domain of the outlet"),
        pytest.param("http://elsewhere.org/a", "The Left Post", "elsewhere.org", id="a name rates no unknown address"),
        pytest.param("http://left.example.evil.org/a", None, "evil.org", id="a look-alike is nobody's"),
        pytest.param("https://www.youtube.com/watch?v=x", None, "right.example", id="a video is its channel's"),
        pytest.param("", "Left Post Online", "left.example", id="a row without address goes by the name"),
    ],
)
def test_whose_an_article_is(workspace: Workspace, url: str, name: str | None, outlet: str) -> None:
    draft = replace(DRAFT, url=url, outlet_name=name, kind=MediaKind.TEXT)
    workspace.ingest().poll(poll(workspace, draft, feed=3))
    assert rows(workspace, "select o.domain from articles a join outlets o on o.id = a.outlet_id") == [(outlet,)]


def test_a_doubtful_name_is_an_outlet_of_its_own_and_listed(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.add(replace(DRAFT, draft_kind=DraftKind.IMPORT, url="", outlet_name="Guest Writer"))
    ingest.add(replace(DRAFT, draft_kind=DraftKind.IMPORT, url="", guid="g2", outlet_name="Guest Writer"))
    assert list(ingest.doubtful) == ["Guest Writer"]
    assert rows(workspace, "select name, articles from unrated_outlets") == [("Guest Writer", 2)]


def test_a_full_transaction_rolls_back_on_any_exception(workspace: Workspace) -> None:
    def half() -> None:
        with workspace.store.transaction():
            workspace.store.db.execute("insert into settings (key, value) values ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert workspace.store.reference.setting("a") is None


def test_foreign_keys_are_enforced(workspace: Workspace) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        workspace.store.db.execute("insert into outlet_names (name, outlet_id) values ('x', 999)")


def test_an_outlet_met_in_a_poll_that_failed_is_forgotten(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    met = replace(DRAFT, url="http://met-one.org/1")
    with pytest.raises(RefusedRowError):
        ingest.poll(poll(workspace, met, replace(DRAFT, guid="g2", url="http://met-one.org/2", scope="gossip")))  # type: ignore[arg-type]
    ingest.poll(poll(workspace, replace(met, guid="g3", url="http://met-two.org/1")))
    ingest.poll(poll(workspace, replace(met, guid="g4", url="http://met-one.org/3")))
    found = rows(workspace, "select a.url, o.domain from articles a join outlets o on o.id = a.outlet_id order by a.id")
    assert found == [("http://met-two.org/1", "met-two.org"), ("http://met-one.org/3", "met-one.org")]


def test_an_address_that_was_left_can_be_taken_by_another_article(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    ingest.poll(
        poll(workspace, replace(DRAFT, url="http://left.example/harbour-law", title="Harbour bill passes at last"))
    )
    other = replace(DRAFT, guid="g9", title="Storm closes the schools of the north")
    assert ingest.poll(poll(workspace, other)).new == 1
    assert rows(workspace, "select url, title from articles order by id") == [
        ("http://left.example/harbour-law", "Harbour bill passes at last"),
        ("http://left.example/harbour", "Storm closes the schools of the north"),
    ]
    assert rows(workspace, "select count(*) from article_addresses") == [(0,)]


def test_a_cycle_a_quarter_of_an_hour_later_finds_the_feed_due(workspace: Workspace, clock: Clock) -> None:
    started = clock()
    ingest = workspace.ingest()
    clock.forward(seconds=90)
    ingest.poll(poll(workspace, DRAFT))
    due = [feed.id for feed in workspace.store.feeds.due(iso(started + timedelta(minutes=15)))]
    assert 1 in due
    assert 1 not in [feed.id for feed in workspace.store.feeds.due(iso(started + timedelta(minutes=10)))]


PAGE = replace(DRAFT, draft_kind=DraftKind.PAGE, guid=None)
NOTHING = replace(PAGE, title="", url="http://left.example/harbour")


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [
        pytest.param([], True, id="not asked for yet"),
        pytest.param([NOTHING], True, id="failed once"),
        pytest.param([NOTHING, NOTHING, NOTHING], False, id="failed three times"),
        pytest.param([replace(PAGE, body_status=BodyStatus.PAYWALLED)], False, id="behind a paywall"),
        pytest.param([replace(PAGE, body="Text", word_count=1)], False, id="read"),
    ],
)
def test_a_page_is_asked_for_until_it_answers(workspace: Workspace, pages: list[ArticleDraft], wanted: bool) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    for page in pages:
        ingest.add(page)
    articles = workspace.store.articles
    assert articles.wants_page(DRAFT.url) is wanted
    assert articles.wanted_pages(1, 20) == ([DRAFT.url] if wanted else [])
    assert rows(workspace, "select count(*) from revisions") == [(0,)]


def test_a_paywalled_page_says_so(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    ingest.add(replace(PAGE, body_status=BodyStatus.PAYWALLED))
    assert rows(workspace, "select body_status from articles") == [("paywalled",)]


def test_one_doc_id_of_two_files_is_two_articles_where_the_titles_differ(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    row = replace(DRAFT, draft_kind=DraftKind.IMPORT, url="", guid="1", title="Storm hits the northern coast")
    assert ingest.add(row) == "new"
    assert ingest.add(replace(row, title="Storm hits the northern coast hard")) == "revised"
    other = replace(row, title="Cup final won by a late goal")
    assert [ingest.add(other), ingest.add(other)] == ["new", "unchanged"]


RETITLED = replace(DRAFT, title="Harbour bill is law")


def test_two_feeds_that_word_one_article_differently_make_no_changes(workspace: Workspace, clock: Clock) -> None:
    ingest = workspace.ingest()
    section = replace(DRAFT, title="The vote on the harbour, hour by hour", guid="other")
    for _ in range(3):
        ingest.poll(poll(workspace, DRAFT, feed=1))
        ingest.poll(poll(workspace, section, feed=2))
        clock.forward(minutes=15)
    assert rows(workspace, "select title, flags from articles") == [("Harbour bill passes", "[]")]
    assert rows(workspace, "select count(*) from revisions") == [(0,)]
    ingest.poll(poll(workspace, replace(section, title="The vote on the harbour, in full"), feed=2))
    ingest.poll(poll(workspace, DRAFT, feed=1))
    assert rows(workspace, "select old, new from revisions") == [
        ("Harbour bill passes", "The vote on the harbour, in full")
    ]


def test_a_feed_that_alternates_settles_on_the_newer_headline(workspace: Workspace, clock: Clock) -> None:
    ingest = workspace.ingest()
    for _ in range(12):
        ingest.poll(poll(workspace, DRAFT))
        clock.forward(minutes=15)
        ingest.poll(poll(workspace, RETITLED))
        clock.forward(minutes=15)
    assert rows(workspace, "select title, flags, text_version from articles") == [
        ("Harbour bill is law", '["alternates"]', 4)
    ]
    assert rows(workspace, "select new from revisions order by id") == [
        ("Harbour bill is law",), ("Harbour bill passes",), ("Harbour bill is law",),
    ]  # fmt: skip
    clock.forward(hours=25)
    ingest.poll(poll(workspace, DRAFT))
    assert rows(workspace, "select title from articles") == [("Harbour bill passes",)]


def test_a_guid_given_to_another_article_is_a_new_one_with_a_flag(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    other = replace(DRAFT, url="http://left.example/storm", title="Storm closes the schools of the north")
    assert ingest.poll(poll(workspace, other)).new == 1
    assert rows(workspace, "select url, flags from articles order by id") == [
        (DRAFT.url, "[]"),
        ("http://left.example/storm", '["guid_reused"]'),
    ]
    assert rows(workspace, "select guid, article_id from sightings") == [("g1", 2)]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(RETITLED, id="the same guid and address"),
        pytest.param(replace(RETITLED, guid="g2"), id="another guid"),
        pytest.param(
            replace(DRAFT, url="http://left.example/harbour-page-2", title="Harbour bill passes: page 2"),
            id="another address",
        ),
    ],
)
def test_of_two_entries_on_one_article_the_first_counts(workspace: Workspace, second: ArticleDraft) -> None:
    ingest = workspace.ingest()
    for _ in range(3):
        ingest.poll(poll(workspace, DRAFT, second))
    assert rows(workspace, "select title, text_version from articles")[0][0] == "Harbour bill passes"
    assert rows(workspace, "select count(*) from revisions") == [(0,)]
    version = rows(workspace, "select text_version from articles")
    ingest.poll(poll(workspace, DRAFT, second))
    assert rows(workspace, "select text_version from articles") == version


def test_an_article_that_its_feed_changed_has_its_page_read_again(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    ingest.add(replace(PAGE, body="The bill is before the house.", word_count=6))
    assert workspace.store.articles.wanted_pages(1, 20) == []
    ingest.poll(poll(workspace, RETITLED))
    assert workspace.store.articles.wanted_pages(1, 20) == [DRAFT.url]
    ingest.add(replace(PAGE, body="The bill is law.", word_count=4))
    assert workspace.store.articles.wanted_pages(1, 20) == []
    assert rows(workspace, "select field, old, new from revisions order by id") == [
        ("title", "Harbour bill passes", "Harbour bill is law"),
        ("body", "The bill is before the house.", "The bill is law."),
    ]


def test_a_page_that_asks_not_to_be_kept_any_more_takes_its_text_along(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    for body in ("The bill is before the house.", "The bill is law."):
        ingest.add(replace(PAGE, body=body, word_count=4))
    ingest.add(replace(PAGE, flags=("noarchive",)))
    assert rows(workspace, "select body, body_status, word_count, flags from articles") == [
        (None, None, None, '["noarchive"]')
    ]
    assert rows(workspace, "select count(*) from revisions") == [(0,)]


CAPTURE = replace(PAGE, draft_kind=DraftKind.IMPORT, body="The bill is before the house.", word_count=6)
READ = replace(PAGE, body="The bill is law.", word_count=4)
ASKS = {"body": None, "word_count": None, "flags": ("noarchive",)}


@pytest.mark.parametrize(
    ("drafts", "body", "flags"),
    [
        pytest.param([replace(PAGE, **ASKS), CAPTURE], None, '["noarchive"]', id="an old capture brings no text back"),
        pytest.param([CAPTURE, replace(PAGE, **ASKS)], None, '["noarchive"]', id="the page takes a capture along"),
        pytest.param([READ, replace(CAPTURE, **ASKS)], READ.body, "[]", id="a capture takes nothing from the page"),
        pytest.param([replace(PAGE, **ASKS), READ], READ.body, '["noarchive"]', id="a page that asks no more"),
    ],
)
def test_the_wish_not_to_be_kept_and_captures_of_the_page(
    workspace: Workspace, drafts: list[ArticleDraft], body: str | None, flags: str
) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, DRAFT))
    for draft in drafts:
        ingest.add(draft)
    assert rows(workspace, "select body, flags from articles") == [(body, flags)]


def test_a_blurb_and_a_page_do_not_revise_one_another(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    blurb = replace(DRAFT, summary="What the feed says.")
    page = replace(PAGE, title="Harbour bill passes | The Left Post", summary="What the page says.")
    for _ in range(2):
        ingest.poll(poll(workspace, blurb))
        ingest.add(page)
    assert rows(workspace, "select title, summary from articles") == [("Harbour bill passes", "What the feed says.")]
    assert rows(workspace, "select count(*) from revisions") == [(0,)]


def test_grouping_does_not_take_what_nobody_named_for_one_outlet(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    row = replace(DRAFT, draft_kind=DraftKind.IMPORT, url="", guid="1", title="Storm hits the northern coast")
    ingest.add(row)
    ingest.add(replace(row, guid="2", title="Cup final won by a late goal", outlet_name="The Quay Post"))
    found = workspace.store.articles.documents("0000", "9999")
    assert [document.outlet for document in found] == [None, "The Quay Post"]

"""Outlets put right by hand, outlets left alone, texts not kept for ever, and pages that ask not to be kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aggregator.config import Config, StoreConfig
from aggregator.cycle import group_articles
from aggregator.errors import DataFileError, NotFoundError, UsageError
from aggregator.leave_alone import LeaveAlone, LeftAlone, prefixes_of, read_leave_alone
from aggregator.models import ArticleDraft, DraftKind, Outlet
from aggregator.pages import parse_page, to_draft
from aggregator.pages.robots import header_forbids
from aggregator.rebuild import rebuild
from aggregator.rights import correct_outlet, purge_bodies, take_back
from aggregator.workspace import Workspace, open_workspace
from tests.conftest import Clock
from tests.copy_cases import read_pairs
from tests.test_forget import BANK, BODY, DAM, OTHER, fill, poll, rows

BLOG = replace(DAM, url="http://blog.elsewhere.org/1", guid="b1", title="What the ferry tells of the harbour")


def domain_of(workspace: Workspace, article: int) -> str:
    sql = "select o.domain from articles a join outlets o on o.id = a.outlet_id where a.id = ?"
    return str(workspace.store.db.execute(sql, [article]).fetchone()[0])


@pytest.fixture
def blog(workspace: Workspace) -> Workspace:
    workspace.ingest().poll(poll(workspace, 1, BLOG, BANK))
    group_articles(workspace)
    return workspace


def test_an_outlet_is_put_right_and_rated_as_such(blog: Workspace) -> None:
    assert domain_of(blog, 1) == "elsewhere.org"
    said = correct_outlet(blog, "a1", "mitte.example", "their blog")
    assert (said.number, said.words, said.note) == (1, "outlet a1 center.example", "their blog")
    assert rows(blog, "select domain, side from articles_with_bias where article_id = 1") == [
        ("center.example", "center")
    ]


def test_a_correction_outlives_imports_rebuilds_and_new_data_files(
    blog: Workspace, config: Config, open_db: Callable[[], Workspace]
) -> None:
    correct_outlet(blog, "a1", "right.example")
    blog.ingest().poll(poll(blog, 1, replace(BLOG, title="What the ferry tells of the whole harbour")))
    blog.ingest().add(replace(BLOG, draft_kind=DraftKind.IMPORT, outlet_name="The Left Post"))
    rebuild(blog)
    config.files.outlets.write_text(config.files.outlets.read_text() + "elsewhere.org,,Elsewhere,,,,,,,\n")
    again = open_db()
    assert domain_of(again, 1) == "right.example"
    take_back(again, again.store.rights.corrections()[0])
    assert domain_of(again, 1) == "elsewhere.org"


def test_the_later_correction_holds_and_each_can_be_taken_back(blog: Workspace) -> None:
    correct_outlet(blog, "a1", "right.example")
    correct_outlet(blog, "a1", "center.example")
    first, second = blog.store.rights.corrections()
    assert domain_of(blog, 1) == "center.example"
    assert take_back(blog, second) == "a1 is of right.example again"
    assert domain_of(blog, 1) == "right.example"
    assert take_back(blog, first) == "a1 is of elsewhere.org again"
    assert domain_of(blog, 1) == "elsewhere.org"
    with pytest.raises(UsageError, match=r"act 1 .outlet a1 right.example. was taken back on"):
        take_back(blog, blog.store.rights.corrections()[0])


def test_a_story_counts_its_outlets_anew(workspace: Workspace) -> None:
    fill(workspace)
    assert rows(workspace, "select outlets from stories where id = 1") == [(3,)]
    correct_outlet(workspace, "a3", "left.example")
    assert rows(workspace, "select outlets from stories where id = 1") == [(2,)]


@pytest.mark.parametrize(
    ("article", "domain", "error", "message"),
    [
        pytest.param("a99", "left.example", NotFoundError, "there is no article a99", id="no such article"),
        pytest.param("s1", "left.example", UsageError, "s1 is a story", id="a story"),
        pytest.param("a1", "rigth.example", NotFoundError, 'did you mean "right.example".*outlets.csv', id="a typo"),
        pytest.param("a2", "left.example", UsageError, "a2 is of left.example already", id="as it is"),
    ],
)
def test_what_cannot_be_corrected(
    blog: Workspace, article: str, domain: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        correct_outlet(blog, article, domain)
    assert rows(blog, "select count(*) from overrides") == [(0,)]


def test_an_outlet_that_asks_is_neither_polled_nor_stored(
    config: Config, open_db: Callable[[], Workspace], tmp_path: Path
) -> None:
    first = open_db()
    fill(first)
    alone = tmp_path / "leave-alone.csv"
    alone.write_text("domain,since,reason\nmitte.example,2026-11-01,asked by mail\n")
    changed = replace(config, files=replace(config.files, leave_alone=alone))
    with open_workspace(changed, tmp_path / "news.db", first.clock) as workspace:
        due = [feed.url for feed in workspace.store.feeds.due("2030-01-01T00:00:00Z")]
        assert "http://center.example/feed" not in due
        assert len(due) == 3
        assert rows(workspace, "select state_reason from feeds where id = 2") == [
            ("left alone since 2026-11-01 (leave-alone.csv)",)
        ]
        ingest = workspace.ingest()
        for url in ("http://center.example/new", "http://www.mitte.example/new"):
            assert ingest.add(replace(DAM, guid=None, url=url)) == "refused"
        carried = replace(DAM, guid=None, url="https://news.google.com/x", outlet_name="The Center")
        assert ingest.add(carried) == "refused"
        assert (
            workspace.refusals.of_address("https://m.mitte.example/x")
            == "left alone since 2026-11-01 (leave-alone.csv)"
        )
        assert rows(workspace, "select count(*) from articles") == [(4,)]
    assert len(open_db().store.feeds.due("2030-01-01T00:00:00Z")) == 4


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param("domain,since,reason\nno domain,2026-11-01,x\n", ['2: "no domain" is not a domain'], id="a word"),
        pytest.param("domain,since,reason\nwww.Left.example,2026-11-01,x\n", ["2: domain .* write left.example"],
                     id="not plain"),
        pytest.param("domain,since,reason\nleft.example,soon,\n", ["2: since .soon. is not", "2: reason is empty"],
                     id="no day and no reason"),
        pytest.param("domain,since,reason\na.example,2026-11-01,x\na.example,2026-11-02,y\n",
                     ["3: domain .a.example. stands on line 2 already"], id="twice"),
        pytest.param("domain,since\na.example,2026-11-01\n", ['1: missing column "reason"'], id="no reasons"),
        pytest.param("domain,since,reason,who\n", ['1: unknown column "who"'], id="a column too many"),
    ],
)  # fmt: skip
def test_bad_rows_of_leave_alone(tmp_path: Path, text: str, problems: list[str]) -> None:
    path = tmp_path / "leave-alone.csv"
    path.write_text(text)
    with pytest.raises(DataFileError) as caught:
        read_leave_alone(path)
    assert len(caught.value.problems) == len(problems)
    for line, expected in zip(caught.value.problems, problems, strict=True):
        assert re.search(f"leave-alone.csv:{expected}", line)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        pytest.param("https://www.left.example/a", True, id="its host"),
        pytest.param("https://sport.left.example/a", True, id="below it"),
        pytest.param("https://other.example/a", True, id="another domain of the outlet"),
        pytest.param("https://notleft.example/a", False, id="a look-alike"),
        pytest.param("https://left.example.evil.example/a", False, id="another look-alike"),
        pytest.param("https://shared.example/left/a", True, id="a folder"),
        pytest.param("https://shared.example/right/a", False, id="its neighbour"),
        pytest.param("urn:aggregator:x", False, id="no address"),
    ],
)
def test_who_is_left_alone(url: str, asked: bool) -> None:
    rows = [LeftAlone("left.example", "2026-11-01", "x"), LeftAlone("shared.example/left", "2026-11-02", "y")]
    alone = LeaveAlone(rows, [Outlet("left.example", "Left", ("other.example",)), Outlet("right.example", "Right")])
    assert (alone.asked(url) is not None) is asked


def test_the_prefixes_of_odd_addresses() -> None:
    assert list(prefixes_of("http://127.0.0.1/a")) == ["127.0.0.1/a", "127.0.0.1"]
    assert list(prefixes_of("http://localhost/")) == ["localhost"]
    assert list(prefixes_of("nonsense of a kind")) == []


def kept_for(workspace: Workspace, days: int) -> Workspace:
    workspace.config = replace(workspace.config, store=StoreConfig(keep_bodies_days=days))
    return workspace


def test_texts_are_kept_for_so_many_days(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    fill(workspace)
    clock.forward(days=9)
    workspace.ingest().add(replace(BODY, url=OTHER.url, body="A young text of the dam."))
    assert purge_bodies(workspace).bodies == 0
    clock.forward(days=2)
    purged = purge_bodies(kept_for(workspace, 10))
    assert (purged.bodies, purged.revisions) == (2, 1)
    assert rows(workspace, "select count(*) from articles where body is not null") == [(0,)]
    assert rows(workspace, "select flags, body_status is null, word_count from articles where id = 1") == [
        ('["body_purged"]', 1, 100)
    ]
    assert rows(workspace, "select field from revisions") == [("title",)]
    workspace.ingest().add(BODY)
    assert rows(workspace, "select body from articles where id = 1") == [(None,)]
    workspace.store.db.execute("pragma wal_checkpoint(truncate)")
    assert b"four hundred families left their homes" not in (tmp_path / "news.db").read_bytes()


def test_nothing_is_purged_by_default(workspace: Workspace, clock: Clock) -> None:
    fill(workspace)
    clock.forward(days=4000)
    assert purge_bodies(workspace) == purge_bodies(workspace, 0)
    assert rows(workspace, "select count(*) from articles where body is not null") == [(1,)]


PAGE = "<html><head><title>Dam</title>{}</head><body><article><h1>Dam cracks</h1><p>" + "Water rose. " * 80 + "</p>"


@pytest.mark.parametrize(
    ("meta", "headers", "kept"),
    [
        pytest.param("", [], True, id="nothing said"),
        pytest.param('<meta name="robots" content="index, follow, max-image-preview:large">', [], True, id="welcome"),
        pytest.param('<meta name="robots" content="noarchive">', [], False, id="noarchive"),
        pytest.param('<META NAME="ROBOTS" CONTENT="NOINDEX,NOFOLLOW">', [], False, id="noindex in capitals"),
        pytest.param('<meta name="robots" content="none">', [], False, id="none"),
        pytest.param('<meta name="aggregator" content="noarchive">', [], False, id="to us"),
        pytest.param('<meta name="otherbot" content="noindex">', [], True, id="to another"),
        pytest.param('<meta name="robots" content="nofollow">', [], True, id="links only"),
        pytest.param("", ["noindex"], False, id="a header"),
        pytest.param("", ["index", "noarchive, nofollow"], False, id="the second header"),
        pytest.param("", ["otherbot: noindex, nofollow"], True, id="a header to another"),
        pytest.param("", ["otherbot: noindex, aggregator: none"], False, id="a header to another and to us"),
        pytest.param("", ["aggregator: noarchive"], False, id="a header to us"),
        pytest.param("", ["unavailable_after: 25 Jun 2030 15:00:00 PST, noarchive"], False, id="a date before"),
        pytest.param("", ["*: noindex"], False, id="a header to everybody"),
        pytest.param("", ["", ":,;:", "noindexing"], True, id="nonsense"),
    ],
)
def test_a_page_that_asks_not_to_be_kept(meta: str, headers: list[str], kept: bool) -> None:
    page = parse_page(PAGE.format(meta).encode(), "http://left.example/a")
    assert page.body, "who reads a page of his own gets its text"
    draft: ArticleDraft = to_draft(page, "http://left.example/a", headers)
    assert (draft.body is not None, draft.word_count is not None, draft.body_status is not None) == (kept,) * 3
    assert ("noarchive" in draft.flags) is not kept
    assert draft.title == "Dam cracks"


def test_many_headers_are_read_quickly() -> None:
    assert not header_forbids(["a:" * 50_000, "," * 100_000])


def test_grouping_is_the_same_without_texts(workspace: Workspace, clock: Clock) -> None:
    """Every sixth pair of tests/copies, a month apart, so that each is a window of its own."""
    ingest = workspace.ingest()
    drafts = []
    for number, pair in enumerate(read_pairs()[::6]):
        for one in (pair.one, pair.other):
            published = datetime.fromtimestamp(one.published or 0, UTC) + timedelta(days=30 * number)
            url = f"https://{one.outlet}/{one.id}"
            draft = ArticleDraft(DraftKind.IMPORT, url, "", one.title, str(one.id), published=published)
            drafts.append(replace(draft, body=one.body or None, summary=one.summary or None, wire=one.wire,
                                  language=one.language, canonical_url=one.canonical))  # fmt: skip
    ingest.add_all(drafts)
    group_articles(workspace)

    def told() -> list[list[tuple[object, ...]]]:
        links = "c.article_id, o.representative_id, o.kind, c.method, round(c.score, 6) from copies c"
        return [
            rows(workspace, "select article_id, story_id from story_articles order by 1"),
            rows(workspace, f"select {links} join origins o on o.id = c.origin_id order by 1"),
        ]

    before = told()
    assert len({link[1] for link in before[1]}) < len(before[1])
    later = "update articles set first_seen = '2026-11-20T00:00:00Z' where id % 2 and id > ?"
    workspace.store.db.execute(later, [len(before[0]) // 2])
    clock.forward(days=12)
    assert purge_bodies(workspace, 10).bodies > 10
    assert rows(workspace, "select count(*) > 2 from articles where body is not null") == [(1,)], "some pairs keep one"
    rebuild(workspace)
    assert told() == before
    clock.forward(days=30)
    purge_bodies(workspace, 10)
    rebuild(workspace)
    assert told() == before

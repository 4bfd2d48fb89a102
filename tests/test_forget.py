"""What was removed on request is gone from every table, file and page, and does not come back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import NotFoundError, UsageError
from aggregator.explain import explain, why
from aggregator.importers import import_file
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.open_window import OpenWindow
from aggregator.overrides import merge, pin, split
from aggregator.rebuild import rebuild
from aggregator.rights import forget, take_back
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.store.vectors import Vectors
from aggregator.workspace import Workspace
from tests.conftest import Clock
from tests.site_fixtures import METADATA

NINE = datetime(2026, 11, 3, 9, tzinfo=UTC)
SECRET = "zzyzx"  # stands in the body, the blurb, an old headline and an address of the article that goes
WIRE = "The harbour dam cracked at dawn and four hundred families left their homes, officials said on Tuesday. " * 6
DAM = ArticleDraft(
    DraftKind.FEED, f"http://left.example/{SECRET}-dam", f"http://left.example/{SECRET}-dam?a",
    "Merrow dam cracks force 400 families from their homes", "guid-dam", summary=f"A {SECRET} blurb of the dam.",
    published=NINE,
)  # fmt: skip
BODY = replace(DAM, draft_kind=DraftKind.PAGE, guid=None, body=f"{WIRE} {SECRET} knows.", word_count=100)
OTHER = replace(
    DAM, url="http://right.example/dam", original_url="", guid="r1", summary="The dam of Merrow cracked.",
    title="400 families leave homes as Merrow dam cracks", published=NINE + timedelta(hours=1),
)  # fmt: skip
THIRD = replace(OTHER, url="http://center.example/dam", guid="c1", title="Merrow dam cracks: 400 families leave",
                published=NINE + timedelta(hours=2))  # fmt: skip
BANK = replace(
    DAM, url="http://left.example/bank", original_url="", guid="guid-bank", summary="The rate stays.",
    title="Central bank holds interest rate at 4.25 per cent",
)  # fmt: skip


def poll(workspace: Workspace, feed: int, *drafts: ArticleDraft) -> FeedPoll:
    return FeedPoll(feed, workspace.clock(), PollCode.OK, 200, drafts, etag='"1"', body_hash="h")


@pytest.fixture
def newsroom(workspace: Workspace, clock: Clock) -> Workspace:
    """Three articles on a dam, one of which had another headline first, and one on a bank; a1 is the one to go."""
    fill(workspace)
    return workspace


def fill(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.poll(poll(workspace, 1, replace(DAM, title=f"Merrow dam {SECRET} cracks force 400 families out"), BANK))
    ingest.poll(poll(workspace, 1, DAM, BANK))
    ingest.poll(poll(workspace, 3, OTHER))
    ingest.poll(poll(workspace, 2, THIRD))
    ingest.add(BODY)
    ingest.add(replace(BODY, body=f"{WIRE} {SECRET} knows more."))
    group_articles(workspace)


def rows(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(sql).fetchall()


def files_with(folder: Path, text: str) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes())


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("a1", id="by its number"),
        pytest.param(DAM.url, id="by its address"),
        pytest.param(f"{DAM.url}?utm_source=rss#top", id="by its address as it was shared"),
    ],
)
def test_an_article_is_gone_from_every_file(newsroom: Workspace, target: str, tmp_path: Path) -> None:
    path = newsroom.store.path
    Vectors(path, "seven words").put({DAM.title: b"1234", f"Merrow dam {SECRET} cracks force 400 families out": b"12"})
    publish(path, summary_characters=300)
    assert "news.db" in files_with(tmp_path, SECRET)
    found = forget(newsroom, target, "asked by its author")
    publish(path, summary_characters=300)
    assert (found.articles, found.stories, found.removed_stories, found.wiped) == (1, 1, (), True)
    assert files_with(tmp_path, SECRET) == []
    assert rows(newsroom, "select id from articles order by id") == [(2,), (3,), (4,)]
    assert Vectors(path, "seven words").get([DAM.title]) == {}
    assert rows(newsroom, "pragma foreign_key_check") == []
    assert rows(newsroom, "pragma integrity_check") == [("ok",)]


def test_a_file_of_vectors_that_cannot_be_read_is_deleted(newsroom: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "news.vectors.db"
    path.write_text("this is a letter, not a database, and long enough to be told from an empty file" * 20)
    assert forget(newsroom, "a1").wiped
    assert not path.exists()


def test_its_story_is_told_by_those_that_stay(newsroom: Workspace) -> None:
    newsroom.store.db.execute("update stories set title = ? where id = 1", [DAM.title])
    forget(newsroom, "a1")
    assert rows(newsroom, "select articles, outlets, title from stories where id = 1") == [(2, 2, OTHER.title)]
    assert rows(newsroom, "select count(*) from story_articles where matched_article_id = 1") == [(0,)]
    told = [why(account) for account in explain(newsroom.store, "1").members]
    assert any(line.startswith("joined with an article that was removed since: rare words") for line in told)
    published = publish(newsroom.store.path, summary_characters=300).path
    page = asyncio.run(make_app(published, METADATA, clock=lambda: NINE).client.get("/story/1"))
    assert "Joined with an article that was removed on request since: rare words" in page.text


def test_a_redirect_does_not_keep_the_headline(newsroom: Workspace) -> None:
    newsroom.store.db.execute(
        "insert into stories (id, title, first_seen, articles, outlets, owners, origins, state, merged_into)"
        " values (99, ?, '2026-11-03T09:00:00Z', 0, 0, 0, 0, 'merged', 1)",
        [DAM.title],
    )
    forget(newsroom, "a1")
    assert rows(newsroom, "select title from stories where id = 99") == [("(removed on request)",)]


def test_a_story_that_loses_its_last_article_keeps_its_address_and_says_so(newsroom: Workspace) -> None:
    [(story,)] = rows(newsroom, "select story_id from story_articles where article_id = 2")
    found = forget(newsroom, "a2")
    assert found.removed_stories == (story,)
    report = publish(newsroom.store.path, summary_characters=300)
    site = make_app(report.path, METADATA, clock=lambda: NINE)
    page, told, home = (asyncio.run(site.client.get(path)) for path in (f"/story/{story}", f"/story/{story}.json", "/"))
    assert (page.status_code, told.status_code, home.status_code) == (410, 410, 200)
    assert "removed on request on Tuesday 3 November 2026" in page.text
    assert told.json()["removed"] == "2026-11-03T12:00:00Z"
    assert (report.stories, f"/story/{story}" in home.text) == (1, False)
    with pytest.raises(NotFoundError, match=f"there is no story {story}"):
        merge(newsroom, str(story), "1")


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(DAM, id="as it was"),
        pytest.param(replace(DAM, guid=None, draft_kind=DraftKind.IMPORT), id="from a file"),
        pytest.param(replace(DAM, url="http://left.example/new-slug", title="Another headline"), id="its guid"),
        pytest.param(replace(BODY, guid=None), id="its page"),
    ],
)
def test_it_does_not_come_back(newsroom: Workspace, draft: ArticleDraft) -> None:
    forget(newsroom, "a1")
    ingest = newsroom.ingest()
    if draft.guid:
        assert ingest.poll(poll(newsroom, 1, draft)).refused == 1
    else:
        assert ingest.add(draft) == "refused"
    assert rows(newsroom, "select count(*) from articles") == [(3,)]
    assert newsroom.refusals.of_address(DAM.url) == "removed on request"
    assert newsroom.refusals.of_address(BANK.url) == ""


def test_an_address_that_it_had_is_known_too(newsroom: Workspace) -> None:
    moved = replace(DAM, url="http://left.example/moved")
    newsroom.ingest().poll(poll(newsroom, 1, moved))
    forget(newsroom, "a1")
    assert [newsroom.ingest().add(replace(DAM, guid=None, url=url)) for url in (DAM.url, moved.url)] == ["refused"] * 2


def test_another_feeds_article_of_the_same_guid_may_come(newsroom: Workspace) -> None:
    forget(newsroom, "a1")
    other = replace(DAM, url="http://right.example/quite-another", title="Quite another article of the same guid")
    assert newsroom.ingest().poll(poll(newsroom, 3, other)).new == 1


def test_an_import_counts_what_it_refuses(newsroom: Workspace, tmp_path: Path) -> None:
    forget(newsroom, "a1")
    file = tmp_path / "in.csv"
    file.write_text(f"url,title\n{DAM.url},Dam\nhttp://right.example/9,Something new\n")
    report = import_file(file, newsroom.ingest(), newsroom.clock())
    assert (report.rows, report.new, report.refused, report.bad) == (2, 1, 1, [])


def test_its_number_is_never_anothers(newsroom: Workspace) -> None:
    forget(newsroom, "a4")
    newsroom.ingest().poll(poll(newsroom, 1, replace(BANK, url="http://left.example/new", guid="new", title="Ferry")))
    assert rows(newsroom, "select id from articles order by id") == [(1,), (2,), (3,), (5,)]


def test_an_address_of_which_nothing_is_stored_is_kept_out(newsroom: Workspace) -> None:
    found = forget(newsroom, "https://left.example/not-yet?utm_source=x")
    assert (found.articles, found.what) == (0, "an address of which nothing is stored")
    assert newsroom.ingest().add(replace(DAM, guid=None, url="https://left.example/not-yet")) == "refused"


def test_only_what_is_needed_to_know_it_again_is_kept(newsroom: Workspace) -> None:
    forget(newsroom, "a1", "asked by its author")
    kept = rows(newsroom, "select act, kind, article_a, value, note from overrides order by id")
    assert {row[:3] for row in kept} == {(1, "forget", None)}
    assert {row[4] for row in kept} == {"asked by its author"}
    values = [str(row[3]) for row in kept]
    assert [value.partition(":")[0] for value in values] == ["article", "address", "guid", "feed"]
    assert all(SECRET not in value and "guid-dam" not in value for value in values)
    published = publish(newsroom.store.path, summary_characters=300).path
    site = make_app(published, METADATA, clock=lambda: NINE)
    told = asyncio.run(site.client.get("/news/overrides.json?_shape=array")).json()
    assert [(row["kind"], row["value"], row["note"]) for row in told] == [
        ("forget", "article:a1", "asked by its author")
    ]


def test_undo_lets_it_come_in_anew(newsroom: Workspace) -> None:
    act = forget(newsroom, "a1").act
    take_back(newsroom, newsroom.store.rights.corrections()[0])
    assert rows(newsroom, "select etag, body_hash, next_poll from feeds where id = 1") == [(None, None, None)]
    assert newsroom.ingest().poll(poll(newsroom, 1, DAM)).new == 1
    assert rows(newsroom, "select id, title from articles where url like '%-dam'") == [(5, DAM.title)]
    with pytest.raises(UsageError, match=f"act {act} .forget a1. was taken back on 2026-11-03"):
        take_back(newsroom, newsroom.store.rights.corrections()[0])


@pytest.mark.parametrize(
    ("target", "error", "message"),
    [
        pytest.param("a99", NotFoundError, "there is no article a99", id="no such article"),
        pytest.param("lefft.example", NotFoundError, 'there is no outlet .*did you mean "left.example"', id="a typo"),
        pytest.param("12", NotFoundError, "there is no outlet '12'.*an article is a34", id="a story"),
        pytest.param("ftp://left.example/x", UsageError, "is no http or https address", id="no web address"),
    ],
)
def test_what_cannot_be_removed(newsroom: Workspace, target: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        forget(newsroom, target)
    assert rows(newsroom, "select count(*) from articles") == [(4,)]
    assert rows(newsroom, "select count(*) from overrides") == [(0,)]


def test_an_outlet_goes_of_which_nothing_came_yet(workspace: Workspace) -> None:
    found = forget(workspace, "left.example")
    assert (found.articles, found.feeds) == (0, 1)
    assert workspace.ingest().add(DAM) == "refused"


def test_an_outlet_goes_with_all_its_articles_and_feeds(
    newsroom: Workspace, config: Config, open_db: Callable[[], Workspace]
) -> None:
    found = forget(newsroom, "left.example", "closed")
    assert (found.articles, found.feeds) == (2, 1)
    assert rows(newsroom, "select count(*) from articles where url like '%left.example%'") == [(0,)]
    for url in ("http://left.example/other", "https://news.left.example/x"):
        assert newsroom.ingest().add(replace(BANK, guid=None, url=url)) == "refused"
    carried = replace(BANK, guid=None, url="https://news.google.com/rss/articles/x", outlet_name="The Left Post")
    assert newsroom.ingest().add(carried) == "refused"
    assert newsroom.ingest().add(replace(BANK, guid=None, url="http://notleft.example/x")) == "new"
    config.files.feeds.write_text(config.files.feeds.read_text() + "http://center.example/2,center.example,,,0,\n")
    again = open_db()  # the data files are taken in again
    assert "http://left.example/feed" not in [feed.url for feed in again.store.feeds.due("2030-01-01T00:00:00Z")]
    assert rows(again, "select state_reason from feeds where id = 1") == [("removed on request",)]
    take_back(again, again.store.rights.corrections()[0])
    feeds = open_db().store.feeds.due("2030-01-01T00:00:00Z")
    assert [feed.etag for feed in feeds if feed.url == "http://left.example/feed"] == [None]
    assert open_db().ingest().add(replace(BANK, guid=None, url="http://left.example/other")) == "new"


def test_an_outlet_beside_it_stays(open_db: Callable[[], Workspace], config: Config) -> None:
    config.files.outlets.write_text(config.files.outlets.read_text() + "left.example/sport,,Left Sport,,,,,,,\n")
    workspace = open_db()
    fill(workspace)
    workspace.ingest().add(replace(BANK, guid=None, url="http://left.example/sport/1", title="Rovers win the cup"))
    assert forget(workspace, "left.example").articles == 2
    assert workspace.ingest().add(replace(BANK, guid=None, url="http://left.example/sport/2")) == "new"


def test_an_outlet_without_a_domain_goes_by_its_name(newsroom: Workspace) -> None:
    row = replace(BANK, draft_kind=DraftKind.IMPORT, url="", guid="7", outlet_name="Guest Writer")
    ingest = newsroom.ingest()
    assert ingest.add(row) == "new"
    assert forget(newsroom, "Guest Writer").articles == 1
    assert ingest.add(replace(row, guid="8", title="Another column of the guest")) == "refused"


def test_a_copy_that_stays_takes_the_place_of_its_original(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    for number, domain in enumerate(("left", "right", "center")):
        page = replace(
            BODY, url=f"http://{domain}.example/wire", body=WIRE, published=NINE + timedelta(hours=number),
            draft_kind=DraftKind.IMPORT,
        )  # fmt: skip
        ingest.add(page)
    group_articles(workspace)
    assert rows(workspace, "select representative_id, kind from origins") == [(1, "reprint")]
    forget(workspace, "a1")
    assert rows(workspace, "select representative_id, kind from origins") == [(2, "reprint")]
    assert rows(workspace, "select article_id, method from copies order by 1")[0] == (2, "itself")
    forget(workspace, "a2")
    assert rows(workspace, "select representative_id, kind from origins") == [(3, "original")]
    assert rows(workspace, "select article_id, method from copies") == [(3, "itself")]


def test_what_people_ruled_on_others_still_holds(newsroom: Workspace) -> None:
    split(newsroom, "1", ["a4"])
    [(own,)] = rows(newsroom, "select story_id from story_articles where article_id = 4")
    merge(newsroom, str(own), "1")
    [(bank,)] = rows(newsroom, "select story_id from story_articles where article_id = 2")
    pin(newsroom, "a3", str(bank))
    before = newsroom.store.stories.all_memberships()
    forget(newsroom, "a1")
    assert rows(newsroom, "select count(*) from overrides where 1 in (article_a, article_b)") == [(0,)]
    rebuild(newsroom)
    after = newsroom.store.stories.all_memberships()
    assert after == {article: story for article, story in before.items() if article != 1}


def test_a_star_that_loses_its_middle_and_a_point_that_was_pinned_elsewhere(newsroom: Workspace) -> None:
    more = [
        replace(BANK, url=f"http://right.example/{n}", guid=f"m{n}", title=f"Ferry number {n} is aground")
        for n in range(3)
    ]
    newsroom.ingest().poll(poll(newsroom, 3, *more))
    group_articles(newsroom)
    homes = newsroom.store.stories.all_memberships()
    for article in (5, 6, 7):
        merge(newsroom, "1", str(newsroom.store.stories.all_memberships()[article]))
    pin(newsroom, "a5", str(homes[2]))
    before = newsroom.store.stories.all_memberships()
    assert len({before[article] for article in (1, 3, 4, 6, 7)}) == 1
    forget(newsroom, "a1")
    assert newsroom.store.stories.all_memberships() == {a: story for a, story in before.items() if a != 1}
    rebuild(newsroom)
    assert newsroom.store.stories.all_memberships() == {a: story for a, story in before.items() if a != 1}


def test_a_window_that_is_kept_forgets_too(newsroom: Workspace, clock: Clock) -> None:
    window = OpenWindow()
    late = replace(OTHER, url="http://rightweekly.example/dam", guid="w1", title="Homes left as the Merrow dam cracks")
    newsroom.ingest().poll(poll(newsroom, 4, late))
    group_articles(newsroom, window)
    forget(newsroom, "a1")
    newsroom.ingest().poll(
        poll(newsroom, 1, replace(DAM, url="http://left.example/x", guid="x", title="Ferry aground"))
    )
    group_articles(newsroom, window)
    assert rows(newsroom, "select count(*) from story_articles") == [(5,)]
    assert rows(newsroom, "select count(*) from articles where id not in (select article_id from story_articles)") == [
        (0,)
    ]


def test_a_removal_while_stories_are_made_is_heeded(newsroom: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.ingest().poll(poll(newsroom, 4, replace(OTHER, url="http://rightweekly.example/dam", guid="w1")))
    read = OpenWindow.group
    asked: list[str] = []

    def group(self: OpenWindow, *told: Any) -> Any:
        found = read(self, *told)
        if not asked:
            asked.append("a5")
            forget(newsroom, "a5")
        return found

    monkeypatch.setattr(OpenWindow, "group", group)
    group_articles(newsroom)
    assert rows(newsroom, "select article_id from story_articles order by 1") == [(1,), (2,), (3,), (4,)]


def test_a_forgotten_article_is_in_no_table(newsroom: Workspace) -> None:
    forget(newsroom, "a1")
    told = {
        table: newsroom.store.db.execute(f"select * from [{table}]").fetchall()
        for table in newsroom.store.db.table_names()
    }
    assert SECRET not in json.dumps(told, default=str)

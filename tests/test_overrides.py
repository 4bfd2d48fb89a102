"""A person's word: it holds at once, after every later grouping, and until it is taken back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError, NotFoundError, UsageError
from aggregator.explain import explain, why
from aggregator.overrides import Outcome, merge, pin, split, undo, unpin
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.workspace import Workspace
from tests.site_fixtures import METADATA
from tests.test_cycle import DAM_LEAD, DAM_LEFT, DAM_RIGHT, RATE, RATE_CENTER, RATE_LEAD, article

RATE_RIGHT = article(
    "right.example", "Interest rate in Estmere stays at 4.25 per cent, central bank says",
    "Analysts were right: Estmere's central bank leaves the key interest rate where it is, at 4.25 per cent.",
    3.0)  # fmt: skip
RATE_LATE = article(
    "left.example", "Estmere central bank keeps interest rate at 4.25 per cent", RATE_LEAD, 21.0)  # fmt: skip
DAM_LATE = article("center.example", "Merrow dam cracks force 400 families to leave their homes", DAM_LEAD, 20.0)
LACE = article("left.example", "Museum of lace in Ostrava opens after long restoration", "Lace, at last.", 4.0)
DAM_COPY_BODY = " ".join(
    f"{DAM_LEAD} The mayor of Merrow thanked the volunteers and asked everybody for patience. {n}" for n in "ab"
)


@pytest.fixture
def newsroom(workspace: Workspace) -> Workspace:
    """Story 1: the dam, a1 and a2. Story 2: the rate, a3 and a4. Story 3: lace, a5."""
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER, RATE_RIGHT, LACE])
    group_articles(workspace)
    assert stories(workspace) == {1: [1, 2], 2: [3, 4], 3: [5]}
    return workspace


def stories(workspace: Workspace) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = workspace.store.db.execute("select story_id, article_id from story_articles order by 1, 2")
    for story, number in rows.fetchall():
        found[story].append(number)
    return dict(found)


def redirects(workspace: Workspace) -> dict[int, int]:
    rows = workspace.store.db.execute("select id, merged_into from stories where state = 'merged'")
    return dict(rows.fetchall())


def in_force(workspace: Workspace) -> list[tuple[int, str, int, int]]:
    return [(row.act, row.kind, row.first, row.other) for row in workspace.store.overrides.rulings().rows]


def reason(workspace: Workspace, number: int) -> str:
    [account] = explain(workspace.store, f"a{number}").members
    return why(account)


def counts_are_right(workspace: Workspace) -> bool:
    rows = workspace.store.db.execute(
        "select story.id from stories story where story.articles <> (select count(*) from story_articles member"
        " where member.story_id = story.id) or (story.articles = 0) <> (story.state = 'merged')"
    )
    return rows.fetchall() == []


def test_a_merge_holds_at_once_under_the_older_number(newsroom: Workspace) -> None:
    outcome = merge(newsroom, "2", "s1", "one day's news")
    assert outcome == Outcome(act=1, story=1, moved=2)
    assert stories(newsroom) == {1: [1, 2, 3, 4], 3: [5]}
    assert redirects(newsroom) == {2: 1}
    assert counts_are_right(newsroom)
    assert reason(newsroom, 3) == f"joined with '{DAM_LEFT.title}': put here by a person: one day's news"
    assert in_force(newsroom) == [(1, "together", 1, 2), (1, "together", 1, 3), (1, "together", 1, 4)]


def test_a_merge_of_strangers_survives_later_groupings_with_newcomers_to_each(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2")
    newcomers = [
        [DAM_LATE],
        [RATE_LATE],
        [
            article("center.example", RATE, RATE_LEAD, 30.0),
            article("right.example", "Merrow dam cracks: 400 families wait", DAM_LEAD, 31.0),
        ],
    ]
    for number, drafts in enumerate(newcomers):
        newsroom.ingest().add_all(drafts)
        group_articles(newsroom)
        assert set(range(1, 5)) <= set(stories(newsroom)[1]), number
    assert stories(newsroom) == {1: [1, 2, 3, 4, 6, 7, 8, 9], 3: [5]}
    assert counts_are_right(newsroom)


def test_a_merge_through_redirects_says_so_and_refuses_a_story_with_itself(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2")
    assert merge(newsroom, "3", "2").told == ("story 2 was merged into 1",)
    with pytest.raises(AggregatorError, match="story 3 was merged into 1; 1 and 3 are one story already; name two"):
        merge(newsroom, "1", "3")


def test_a_split_holds_at_once_and_later(newsroom: Workspace) -> None:
    outcome = split(newsroom, "1", ["a2"], "another dam")
    assert outcome == Outcome(act=1, story=4, moved=1)
    assert stories(newsroom) == {1: [1], 2: [3, 4], 3: [5], 4: [2]}
    assert reason(newsroom, 2) == "put here by a person: another dam"
    newsroom.ingest().add(DAM_LATE)
    group_articles(newsroom)
    after = stories(newsroom)
    assert 1 in after[1]
    assert 2 in after[4]
    assert counts_are_right(newsroom)


def test_a_split_names_articles_by_any_of_their_addresses(newsroom: Workspace) -> None:
    with newsroom.store.transaction():
        newsroom.store.articles.move(2, DAM_RIGHT.url, "http://right.example/moved")
    split(newsroom, "s1", [DAM_RIGHT.url, "http://right.example/moved#top"])
    assert stories(newsroom)[4] == [2]


def test_a_pin_holds_at_once_and_later_and_unpin_gives_the_article_back_to_grouping(newsroom: Workspace) -> None:
    assert pin(newsroom, "a2", "2", "about the rate, really") == Outcome(act=1, story=2, moved=1)
    assert stories(newsroom) == {1: [1], 2: [2, 3, 4], 3: [5]}
    newsroom.ingest().add_all([DAM_LATE, RATE_LATE])
    group_articles(newsroom)
    assert {2, 3, 4} <= set(stories(newsroom)[2])
    assert unpin(newsroom, "a2").told == ("takes back act 1 (pin a2 2)",)
    assert in_force(newsroom) == []
    assert 2 in stories(newsroom)[1]
    assert counts_are_right(newsroom)


def test_an_article_that_is_not_grouped_yet_can_be_pinned(newsroom: Workspace) -> None:
    newsroom.ingest().add(RATE_LATE)
    outcome = pin(newsroom, "a6", "1")
    assert outcome.told == ("a6 is not grouped yet; `aggregator group` puts it there",)
    group_articles(newsroom)
    assert stories(newsroom) == {1: [1, 2, 6], 2: [3, 4], 3: [5]}
    undo(newsroom, 1)
    assert stories(newsroom) == {1: [1, 2], 2: [3, 4, 6], 3: [5]}


def test_a_pinned_copy_stays_and_other_copies_follow_their_text(workspace: Workspace) -> None:
    copies = [
        article(outlet, DAM_LEFT.title, DAM_LEAD, hour, body=f"MERROW (National Wire) - {DAM_COPY_BODY}")
        for hour, outlet in enumerate(("left.example", "right.example", "center.example", "rightweekly.example"))
    ]
    workspace.ingest().add_all([*copies[:2], RATE_CENTER])
    group_articles(workspace)
    assert stories(workspace) == {1: [1, 2], 2: [3]}
    pin(workspace, "a2", "2")
    workspace.ingest().add_all(copies[2:])
    group_articles(workspace)
    assert stories(workspace) == {1: [1, 4, 5], 2: [2, 3]}
    pin(workspace, "a1", "2")
    assert stories(workspace) == {2: [1, 2, 3, 4, 5]}
    assert reason(workspace, 4).endswith("the same text")
    undo(workspace, 2)
    assert stories(workspace) == {1: [1, 4, 5], 2: [2, 3]}


def test_a_word_on_stories_that_are_closed_holds_too(newsroom: Workspace) -> None:
    newsroom.ingest().add(article("center.example", "Chess champion retires", "At 34.", 24.0 * 60))
    group_articles(newsroom)
    merge(newsroom, "2", "1")
    newsroom.ingest().add(article("center.example", "Tram drivers vote on a new contract", "A vote.", 24.0 * 61))
    group_articles(newsroom)
    assert stories(newsroom)[1] == [1, 2, 3, 4]
    [(state,)] = newsroom.store.db.execute("select state from stories where id = 1").fetchall()
    assert state == "closed"


def test_articles_far_apart_in_time_stay_merged_though_only_one_is_in_the_window(newsroom: Workspace) -> None:
    newsroom.ingest().add(article("center.example", "Lace thieves caught in Karlow", "Lace again.", 24.0 * 60))
    group_articles(newsroom)
    merge(newsroom, "3", "4")
    newsroom.ingest().add(article("left.example", "Police in Karlow catch thieves of lace", "Lace again.", 24.0 * 60.1))
    group_articles(newsroom)
    assert stories(newsroom)[3] == [5, 6, 7]


def test_undo_of_a_merge_gives_the_old_number_back_and_takes_newcomers_along(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2")
    newsroom.ingest().add(RATE_LATE)
    group_articles(newsroom)
    assert stories(newsroom) == {1: [1, 2, 3, 4, 6], 3: [5]}
    undo(newsroom, 1)
    assert stories(newsroom) == {1: [1, 2], 2: [3, 4, 6], 3: [5]}
    assert redirects(newsroom) == {}
    assert counts_are_right(newsroom)
    with pytest.raises(AggregatorError, match=r"act 1 \(merge 1 2\) was taken back by a person on 2026-11-03 12:00"):
        undo(newsroom, 1)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(lambda w: split(w, "1", ["a2"]), id="a split"),
        pytest.param(lambda w: split(w, "1", ["a1"]), id="a split of the oldest"),
        pytest.param(lambda w: pin(w, "a2", "2"), id="a pin"),
        pytest.param(lambda w: pin(w, "a5", "2"), id="a pin of a story's only article"),
        pytest.param(lambda w: pin(w, "a1", "1"), id="a pin where it is"),
        pytest.param(lambda w: merge(w, "3", "1"), id="a merge"),
    ],
)
def test_undo_puts_everything_back(newsroom: Workspace, word: Callable[[Workspace], Outcome]) -> None:
    before = stories(newsroom)
    word(newsroom)
    undo(newsroom, 1)
    assert stories(newsroom) == before
    assert in_force(newsroom) == []
    assert counts_are_right(newsroom)


def test_the_later_word_wins_and_undo_puts_the_earlier_in_force_again(newsroom: Workspace) -> None:
    apart, one = {1: [1, 2], 2: [3, 4], 3: [5]}, {1: [1, 2, 3, 4], 3: [5]}
    merge(newsroom, "1", "2")
    outcome = split(newsroom, "1", ["a3", "a4"])
    assert outcome.contradicted == ((1, False),)
    assert stories(newsroom) == apart
    assert {row for row in in_force(newsroom) if row[0] == 1} == {(1, "together", 1, 2), (1, "together", 3, 4)}
    assert merge(newsroom, "1", "2").contradicted == ((2, False),)
    assert stories(newsroom) == one
    assert undo(newsroom, 3).told == ("act 2 is in force again",)
    assert stories(newsroom) == apart
    assert undo(newsroom, 2).told == ("act 1 is in force again",)
    assert stories(newsroom) == one
    undo(newsroom, 1)
    assert stories(newsroom) == apart
    assert redirects(newsroom) == {}


def test_a_pin_back_takes_only_its_own_part_of_a_split_back(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2")
    split(newsroom, "1", ["a1", "a3"])
    assert stories(newsroom) == {1: [2, 4], 2: [1, 3], 3: [5]}
    assert pin(newsroom, "a1", "1").contradicted == ((1, False), (2, False))
    assert stories(newsroom) == {1: [1, 2, 4], 2: [3], 3: [5]}
    assert (2, "apart", 3, 4) in in_force(newsroom)
    undo(newsroom, 3)
    assert stories(newsroom) == {1: [2, 4], 2: [1, 3], 3: [5]}


def test_undo_of_an_earlier_merge_waits_for_the_later_that_holds_it(newsroom: Workspace) -> None:
    merge(newsroom, "2", "3")
    merge(newsroom, "1", "2")
    undo(newsroom, 1)
    assert stories(newsroom) == {1: [1, 2, 3, 4, 5]}
    undo(newsroom, 2)
    assert stories(newsroom) == {1: [1, 2], 2: [3, 4], 3: [5]}
    assert redirects(newsroom) == {}


def test_unpin_of_an_article_that_a_merge_holds_leaves_it(newsroom: Workspace) -> None:
    pin(newsroom, "a2", "2")
    merge(newsroom, "2", "3")
    assert unpin(newsroom, "a2").told == ("takes back act 1 (pin a2 2)", "still held by act 2")
    assert stories(newsroom) == {1: [1], 2: [2, 3, 4, 5]}


@pytest.mark.parametrize(
    ("word", "error", "told"),
    [
        pytest.param(lambda w: merge(w, "1", "1"), AggregatorError, "1 and 1 are one story already", id="with itself"),
        pytest.param(
            lambda w: merge(w, "1", "9"), NotFoundError, "there is no story 9; they go up to 3", id="no story"
        ),
        pytest.param(lambda w: merge(w, "1", "a2"), UsageError, "'a2' is no story; a story is", id="not a story"),
        pytest.param(
            lambda w: split(w, "1", ["a1", "a2"]),
            AggregatorError,
            "none of the 2 articles of story 1 would be left",
            id="all named",
        ),
        pytest.param(
            lambda w: split(w, "1", ["a2", "a3"]), AggregatorError, "not in story 1: a3 is in story 2", id="a stranger"
        ),
        pytest.param(lambda w: split(w, "1", ["a77"]), NotFoundError, "there is no article a77", id="no article"),
        pytest.param(lambda w: split(w, "1", ["s2"]), UsageError, "s2 is a story; an article is", id="not an article"),
        pytest.param(lambda w: split(w, "1", ["dam"]), UsageError, "'dam' is no article", id="a word"),
        pytest.param(
            lambda w: pin(w, LACE.url + "x", "1"), NotFoundError, f'did you mean "{LACE.url}"', id="a misspelt address"
        ),
        pytest.param(
            lambda w: pin(w, "a5", "3"), AggregatorError, "story 3 has no article but a5 itself", id="to itself"
        ),
        pytest.param(lambda w: unpin(w, "a5"), AggregatorError, "a5 is not pinned", id="not pinned"),
        pytest.param(lambda w: undo(w, 9), NotFoundError, "there is no act 9", id="no act"),
    ],
)
def test_a_mistake_is_told_and_leaves_nothing_behind(
    newsroom: Workspace, word: Callable[[Workspace], Outcome], error: type[AggregatorError], told: str
) -> None:
    before = newsroom.store.db.execute("select count(*) from runs").fetchall()
    with pytest.raises(error) as raised:
        word(newsroom)
    assert told in str(raised.value)
    assert in_force(newsroom) == []
    assert newsroom.store.db.execute("select count(*) from runs").fetchall() == before


def test_acts_are_listed_as_they_could_be_typed_again(newsroom: Workspace) -> None:
    merge(newsroom, "3", "2", "one")
    split(newsroom, "2", ["a5", "a3"])
    pin(newsroom, "a2", "2")
    undo(newsroom, 3)
    listed = [(act.number, act.words, act.note, act.in_force > 0) for act in newsroom.store.overrides.acts()]
    assert listed == [(1, "merge 2 3", "one", True), (2, "split 2 a3 a5", "", True), (3, "pin a2 2", "", False)]


def test_each_word_is_a_run_of_its_own_kind(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2")
    rows = newsroom.store.db.execute("select kind, outcome from runs order by id desc limit 1").fetchall()
    assert rows == [("override", "finished")]
    run = newsroom.store.db.execute("select run_id from story_articles where article_id = 3").fetchone()
    assert newsroom.store.db.execute("select max(id) from runs").fetchone() == run


def test_grouping_that_was_under_way_heeds_a_word_said_in_the_meantime(
    newsroom: Workspace, open_db: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_db()
    newsroom.ingest().add(RATE_LATE)
    read = newsroom.store.articles.documents_of
    said: list[Outcome] = []

    def read_and_wait(articles: Iterable[int]) -> object:
        found = list(read(articles))
        if not said:
            said.append(merge(other, "1", "2"))
        return iter(found)

    monkeypatch.setattr(newsroom.store.articles, "documents_of", read_and_wait)
    group_articles(newsroom)
    assert stories(newsroom) == {1: [1, 2, 3, 4, 6], 3: [5]}


def test_explain_tells_a_story_an_article_and_a_redirect(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2", "one day")
    found = explain(newsroom.store, "2")
    assert (found.story, found.redirect) == (1, "story 2 was merged into 1")
    assert [account.article for account in found.members] == [1, 2, 3, 4]
    assert why(found.members[0]) == "the story began with it"
    assert why(found.members[1]).startswith(f"joined with '{DAM_LEFT.title}': rare words ")
    assert [act.words for act in found.acts] == ["merge 1 2"]
    assert explain(newsroom.store, LACE.url).acts == ()
    newsroom.ingest().add(DAM_LATE)
    assert why(explain(newsroom.store, "a6").members[0]).startswith("not grouped yet")


def test_the_published_file_holds_what_was_ruled(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2", "one day")
    undo(newsroom, 1)
    path = publish(newsroom.store.path, summary_characters=300).path
    with contextlib.closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        rows = connection.execute(
            "select act, kind, article_a, article_b, value, note, undone from overrides"
        ).fetchall()
    assert rows == [
        (1, "together", 1, 2, "merge s1 s1", "one day", "2026-11-03T12:00:00Z"),
        (1, "together", 1, 3, "merge s1 s2", "one day", "2026-11-03T12:00:00Z"),
        (1, "together", 1, 4, "merge s1 s2", "one day", "2026-11-03T12:00:00Z"),
    ]


def test_the_story_page_names_a_person_as_the_reason(newsroom: Workspace) -> None:
    pin(newsroom, "a5", "1", "a dam of lace")
    split(newsroom, "2", ["a4"], "another bank")
    path = publish(newsroom.store.path, summary_characters=300).path
    site = make_app(path, METADATA, clock=newsroom.clock)
    pages = [asyncio.run(site.client.get(address)).text for address in ("/story/1", "/story/4")]
    assert "put here by a person: a dam of lace" in pages[0]
    assert "It was put here by a person: another bank." in pages[1]


def test_reasons_of_a_person_are_stored_like_any_other(newsroom: Workspace) -> None:
    pin(newsroom, "a5", "1", "a dam of lace")
    [(score, matched, reasons)] = newsroom.store.db.execute(
        "select score, matched_article_id, reasons from story_articles where article_id = 5"
    ).fetchall()
    assert (score, matched) == (1.0, 1)
    assert json.loads(reasons) == [{"name": "person", "value": 1.0, "weight": 0.0, "words": ["a dam of lace"]}]


def test_a_database_of_the_version_before_keeps_its_runs(newsroom: Workspace, tmp_path: Path) -> None:
    runs = newsroom.store.db.execute("select * from runs").fetchall()
    members = newsroom.store.db.execute("select * from story_articles").fetchall()
    path = tmp_path / "old.db"
    with contextlib.closing(sqlite3.connect(path)) as old:
        newsroom.store.db.conn.backup(old)
        later = "select name from sqlite_master where type = 'view' and sql like '%overrides%'"
        for (view,) in old.execute(later).fetchall():
            old.execute(f"drop view {view}")
        old.execute("drop table overrides")
        old.execute("alter table runs drop column private_hash")
        old.execute("drop table providers")
        old.execute("delete from _sqlite_migrations where name in ('0003_overrides', '0011_providers')")
        old.commit()
    with contextlib.closing(type(newsroom.store).open(path)) as store:
        assert store.db.execute("select * from runs").fetchall() == runs
        assert store.db.execute("select * from story_articles").fetchall() == members
        assert store.db.execute("pragma foreign_key_check").fetchall() == []

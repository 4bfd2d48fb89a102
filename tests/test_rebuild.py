"""A rebuild: all is grouped from scratch, rulings hold, numbers stay, and a second one changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from aggregator.cycle import group_articles
from aggregator.models import ArticleDraft, Member
from aggregator.overrides import merge, pin, split
from aggregator.rebuild import RebuildReport, match_numbers, rebuild
from aggregator.workspace import Workspace
from tests.test_cycle import DAM_LEFT, DAM_RIGHT, RATE, RATE_CENTER, RATE_LEAD, article
from tests.test_overrides import DAM_LATE, LACE, RATE_LATE, RATE_RIGHT, counts_are_right, redirects, stories

PLACES = ("Orsk", "Karlow", "Lisborne", "Valdoro", "Kesmir", "Brunlund", "Ostrava", "Norrland", "Zelle", "Dunmore")
EVENTS = (
    ("{} bridge collapses, 9 lorries in the river", "Lorries fall into river as bridge collapses in {}"),
    ("Teachers in {} strike for smaller classes", "Strike of teachers closes schools in {}"),
    ("Mayor of {} resigns over harbour contract", "Harbour contract costs the mayor of {} her office"),
)


def three_months() -> Iterable[ArticleDraft]:
    """Ninety articles of thirty events, one every three days; two outlets at once and a third a day later."""
    for number in range(30):
        first, second = (title.format(PLACES[number % 10]) for title in EVENTS[number // 10])
        for outlet, title, hours in (("left", first, 0.0), ("right", second, 2.0), ("center", f"{first} again", 24.0)):
            yield article(f"{outlet}.example", title, f"{title}. More soon.", number * 72 + hours)


@pytest.fixture
def newsroom(workspace: Workspace) -> Workspace:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER, RATE_RIGHT, LACE])
    group_articles(workspace)
    return workspace


def everything(workspace: Workspace) -> list[object]:
    tables = ("stories", "story_articles", "origins", "copies", "overrides")
    return [workspace.store.db.execute(f"select * from {table} order by 1, 2").fetchall() for table in tables]


def test_three_months_are_grouped_anew_and_the_second_time_nothing_changes(workspace: Workspace) -> None:
    drafts = list(three_months())
    for start in range(0, 90, 15):
        workspace.ingest().add_all(drafts[start : start + 15])
        group_articles(workspace)
    first = rebuild(workspace)
    assert (first.articles, first.stored) == (90, True)
    assert first.agreement > 0.9
    before = everything(workspace)
    second = rebuild(workspace)
    assert second == replace(first, live_stories=first.rebuilt_stories, agreement=1.0, moved=0)
    assert everything(workspace) == before
    assert counts_are_right(workspace)


def test_a_dry_run_tells_and_stores_nothing(newsroom: Workspace) -> None:
    _misplace(newsroom, 5, 2)
    before = everything(newsroom)
    assert rebuild(newsroom, dry_run=True) == RebuildReport(5, 2, 3, 0.8462, 1, stored=False)
    assert everything(newsroom) == before


def test_a_rebuilt_story_keeps_the_number_that_most_of_its_articles_have(newsroom: Workspace) -> None:
    _misplace(newsroom, 1, 3)
    _misplace(newsroom, 2, 3)
    with newsroom.store.transaction():
        newsroom.store.stories.merge(1, 3)
    report = rebuild(newsroom)
    assert report.moved == 1
    assert stories(newsroom) == {2: [3, 4], 3: [1, 2], 4: [5]}
    assert redirects(newsroom) == {1: 3}
    assert counts_are_right(newsroom)


def test_an_emptied_story_leads_to_where_its_articles_went(newsroom: Workspace) -> None:
    with newsroom.store.transaction():
        new = newsroom.store.stories.found("2026-11-03T12:00:00Z")
    _misplace(newsroom, 4, new)
    rebuild(newsroom)
    assert stories(newsroom) == {1: [1, 2], 2: [3, 4], 3: [5]}
    assert redirects(newsroom) == {4: 2}


def _misplace(workspace: Workspace, number: int, story: int) -> None:
    with workspace.store.transaction():
        places = workspace.store.stories
        old = places.memberships([number])[number]
        run = workspace.store.start_run("group", "0", "0", "2026-11-03T12:00:00Z")
        places.place([(Member(number, story, number, 0.5, None), story)], run)
        places.refresh(old)
        places.refresh(story)


def test_rulings_hold_through_a_rebuild(newsroom: Workspace) -> None:
    merge(newsroom, "1", "2", "one day")
    late = [
        DAM_LATE,
        RATE_LATE,
        article("center.example", RATE, RATE_LEAD, 30.0),
        article("left.example", "Lace from Ostrava, on show at last", "Lace.", 24.0 * 40),
    ]
    for draft in late:
        newsroom.ingest().add(draft)
        group_articles(newsroom)
    pin(newsroom, "a9", "3")
    alone = split(newsroom, "1", ["a2"]).story
    before = stories(newsroom)
    report = rebuild(newsroom)
    assert report.agreement == 1.0
    assert stories(newsroom) == before
    assert before[3] == [5, 9]
    assert before[alone] == [2]
    assert {1, 3, 4, 6, 7, 8} == set(before[1])


def test_articles_that_were_not_grouped_yet_are_placed(newsroom: Workspace) -> None:
    newsroom.ingest().add(RATE_LATE)
    assert rebuild(newsroom) == RebuildReport(6, 3, 3, 1.0, 0, stored=True)
    assert stories(newsroom)[2] == [3, 4, 6]


def test_an_empty_database_agrees_with_itself(workspace: Workspace) -> None:
    assert rebuild(workspace) == RebuildReport(0, 0, 0, 1.0, 0, stored=True)


@pytest.mark.parametrize(
    ("live", "rebuilt", "numbers"),
    [
        pytest.param({1: 7, 2: 7}, {1: 1, 2: 2}, {1: 7}, id="a story in two parts"),
        pytest.param({1: 7, 2: 8}, {1: 1, 2: 1}, {1: 7}, id="two stories in one: the older"),
        pytest.param({1: 7, 2: 8, 3: 8}, {1: 1, 2: 1, 3: 1}, {1: 8}, id="two stories in one: the larger"),
        pytest.param({}, {1: 1}, {}, id="nothing is live"),
    ],
)
def test_numbers_are_matched(live: dict[int, int], rebuilt: dict[int, int], numbers: dict[int, int]) -> None:
    assert match_numbers(live, rebuilt) == numbers

"""What an article was joined with leads, from one to the next, to the article that its story began with."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.cycle import group_articles
from aggregator.grouping import GroupingConfig, group
from aggregator.grouping.tree import Tree
from aggregator.grouping.window import Grouper
from aggregator.models import Document, Member
from aggregator.rebuild import rebuild
from aggregator.workspace import Workspace
from tests.grouping_cases import document
from tests.test_cycle import DAM_LATE, DAM_LEAD, DAM_LEFT, DAM_RIGHT, RATE_CENTER, article
from tests.test_rebuild import three_months

EVENTS = (
    (
        "Dam at Orsk cracks",
        "Orsk dam cracks after rain",
        "Cracks in dam at Orsk, 7 villages cleared",
        "Orsk dam: cracks",
    ),
    ("Petra Lind arrested in Karlow", "Karlow police arrest Petra Lind", "Petra Lind arrested", "Lind held in Karlow"),
    ("Airline Nordavia bankrupt", "Nordavia airline files for bankruptcy", "Nordavia bankrupt", "Nordavia grounded"),
)


def way(article: int, matched: Mapping[int, int | None]) -> list[int]:
    """Follow an article to what it was joined with, and so on; a circle ends where it closes."""
    found = [article]
    while (after := matched[found[-1]]) is not None and after not in found:
        found.append(after)
    return found if after is None else [*found, after]


def leads_to_founders(members: Iterable[Member]) -> bool:
    by_article = {member.article: member for member in members}
    matched = {article: member.matched for article, member in by_article.items()}
    ways = {article: way(article, matched) for article in by_article}
    return all(
        found[-1] == by_article[article].founder and {by_article[a].founder for a in found} == {found[-1]}
        for article, found in ways.items()
    )


@st.composite
def news(draw: st.DrawFn) -> list[Document]:
    """Draw reports of three events, some of them copies, some without a time or with the same."""
    found = []
    for number in range(1, draw(st.integers(1, 18)) + 1):
        title = draw(st.sampled_from(draw(st.sampled_from(EVENTS))))
        found.append(document(number, title, draw(st.none() | st.integers(0, 60))))
    return found


@settings(max_examples=60, deadline=None)
@given(news(), st.randoms(use_true_random=False))
def test_every_article_leads_to_the_founder(documents: list[Document], dice: random.Random) -> None:
    found = group(documents).members
    assert leads_to_founders(found)
    dice.shuffle(documents)
    assert group(documents).members == found


@settings(max_examples=60, deadline=None)
@given(news(), st.lists(st.integers(1, 5), min_size=18, max_size=18))
def test_so_it_does_after_each_batch_in_whatever_order_they_come(documents: list[Document], sizes: list[int]) -> None:
    grouper, stored, start = Grouper(GroupingConfig()), dict[int, Member](), 0
    for size in sizes:
        if start >= len(documents):
            return
        grouper.take(documents[start : start + size])
        stored |= {member.article: member for member in grouper.changes().members}
        now = {member.article: member for member in grouper.every().members}
        assert {a: m.matched for a, m in stored.items()} == {a: m.matched for a, m in now.items()}
        assert leads_to_founders(now.values())
        start += size


@settings(max_examples=60, deadline=None)
@given(news(), st.integers(1, 10))
def test_so_it_does_where_a_story_began_before_the_window(documents: list[Document], gone: int) -> None:
    ordered = sorted((d for d in documents if d.published is not None), key=lambda d: d.published or 0)
    early, late = ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]
    grouper = Grouper(GroupingConfig())
    grouper.take(early)
    matched = {member.article: member.matched for member in grouper.changes().members}
    grouper.forget(d.id for d in early[:gone])
    left = {d.id for d in early} - set(grouper)
    grouper.take([replace(d, story=900, matched=matched[d.id]) for d in early[gone:] if d.id in left])
    for arrival in late:
        grouper.take([arrival])
        matched |= {member.article: member.matched for member in grouper.changes().members}
    assert all(matched[way(article, matched)[-1]] is None for article in matched)


def test_a_standing_match_is_kept_though_a_likelier_article_comes() -> None:
    grouper = Grouper(GroupingConfig())
    grouper.take([document(1, EVENTS[0][0], 0), document(2, "Cracks in dam of Orsk", 2)])
    assert {m.article: m.matched for m in grouper.changes().members} == {1: None, 2: 1}
    grouper.take([document(3, "Cracks in the dam of Orsk grow", 3)])
    assert [(m.article, m.matched) for m in grouper.changes().members] == [(3, 2)]


def test_a_founder_that_comes_late_is_what_the_first_one_is_joined_with() -> None:
    grouper = Grouper(GroupingConfig())
    grouper.take([document(1, EVENTS[0][0], 5), document(2, EVENTS[0][1], 6)])
    grouper.changes()
    grouper.take([document(3, EVENTS[0][2], 1)])
    told = {m.article: (m.matched, bool(m.reasons)) for m in grouper.changes().members}
    assert told[3] == (None, False)
    assert all(why for matched, why in told.values() if matched)
    assert leads_to_founders(grouper.every().members)


def test_a_founder_that_is_a_copy_is_what_its_text_is_joined_with() -> None:
    grouper = Grouper(GroupingConfig())
    grouper.take([document(1, EVENTS[0][2], 5)])
    grouper.changes()
    grouper.take([document(2, EVENTS[0][2], 1), document(3, EVENTS[0][2], 7)])
    told = {m.article: (m.founder, m.matched, [r.name for r in m.reasons]) for m in grouper.changes().members}
    assert told == {1: (2, 2, ["copy"]), 2: (2, None, []), 3: (2, 1, ["copy"])}


def stored_matches(workspace: Workspace) -> dict[int, int | None]:
    rows = workspace.store.db.execute("select article_id, matched_article_id from story_articles").fetchall()
    return dict(rows)


def first_of_each(workspace: Workspace) -> set[int]:
    """Give the earliest article of each stored story."""
    rows = workspace.store.db.execute(
        "select article.id, min(article.published) from story_articles member"
        " join articles article on article.id = member.article_id group by member.story_id"
    ).fetchall()
    return {article for article, _ in rows}


@pytest.mark.parametrize("anew", [pytest.param(False, id="live"), pytest.param(True, id="rebuilt")])
def test_what_is_stored_leads_to_the_first_article_of_each_story(workspace: Workspace, anew: bool) -> None:
    early = article("right.example", "Cracks found in Merrow dam, 400 families told to go", DAM_LEAD, -3.0)
    drafts = [DAM_LEFT, DAM_RIGHT, RATE_CENTER, DAM_LATE, early, *three_months()]
    for start in range(0, len(drafts), 20):
        workspace.ingest().add_all(drafts[start : start + 20])
        group_articles(workspace)
    if anew:
        rebuild(workspace)
    matched = stored_matches(workspace)
    assert {way(number, matched)[-1] for number in matched} == first_of_each(workspace)
    assert {number for number, other in matched.items() if other is None} == first_of_each(workspace)


def test_a_circle_that_was_stored_is_opened_when_its_story_grows(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, DAM_LATE])
    group_articles(workspace)
    with workspace.store.transaction():
        workspace.store.db.execute("update story_articles set matched_article_id = 5 - article_id where article_id > 1")
    assert way(2, stored_matches(workspace)) == [2, 3, 2]
    workspace.ingest().add(article("right.example", "Merrow dam cracks: 400 families may not go home", DAM_LEAD, 22.0))
    group_articles(workspace)
    matched = stored_matches(workspace)
    assert {way(number, matched)[-1] for number in matched} == {1}


@pytest.mark.parametrize(
    ("roots", "standing", "links", "found"),
    [
        pytest.param([1], {}, [(0.9, 2, 3), (0.5, 2, 1), (0.6, 3, 1)], {2: 3, 3: 1}, id="the likeliest links"),
        pytest.param([1], {2: 1, 3: 1}, [(0.9, 2, 3)], {2: 1, 3: 1}, id="what stands is kept"),
        pytest.param([1], {2: 3}, [(0.9, 2, 1), (0.1, 3, 1)], {2: 1, 3: 2}, id="turned round on the way to the root"),
        pytest.param([1], {2: 3, 3: 2}, [(0.5, 3, 1), (0.4, 2, 1)], {2: 3, 3: 1}, id="a circle is opened"),
        pytest.param([1, 3], {2: 3}, [(0.9, 1, 2)], {2: 3}, id="two roots stay apart"),
        pytest.param([1], {}, [(0.5, 3, 1), (0.5, 2, 3), (0.5, 2, 1)], {2: 1, 3: 1}, id="ties fall to the earlier"),
    ],
)
def test_a_tree_hangs_from_its_roots(
    roots: list[int], standing: dict[int, int], links: list[tuple[float, int, int]], found: dict[int, int]
) -> None:
    members = sorted({*roots, *standing, *(member for _, *both in links for member in both)})
    assert Tree(members, roots, standing).join(links) == found

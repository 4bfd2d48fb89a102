"""Rulings: whatever grouping says, a person's word holds after it, and nothing else is moved that need not be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aggregator.grouping import group, sentence
from aggregator.grouping.enforce import enforce, obey
from aggregator.grouping.rulings import NO_RULINGS, Components, Ruling, Rulings, Word, amend, contradicted
from aggregator.models import Member
from tests.test_grouping import document

ARTICLES = st.integers(1, 12)


def together(first: int, other: int, word: Word = "pin", act: int = 1, stories: tuple[int, int] = (1, 2)) -> Ruling:
    return Ruling(act, "together", first, other, word, *stories)


def apart(first: int, other: int, act: int = 1) -> Ruling:
    return Ruling(act, "apart", first, other, "split", 1, 1)


def parts(story_of: dict[int, int]) -> set[frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for article, story in story_of.items():
        found[story].add(article)
    return {frozenset(articles) for articles in found.values()}


def is_lawful(story_of: dict[int, int], rows: tuple[Ruling, ...]) -> bool:
    components = Components(rows)
    homes: defaultdict[int, set[int]] = defaultdict(set)
    for article, story in story_of.items():
        homes[components.of(article)].add(story)
    parted = all(story_of[row.first] != story_of[row.other] for row in rows if row.kind == "apart")
    return parted and all(len(stories) == 1 for stories in homes.values())


@st.composite
def consistent_rulings(draw: st.DrawFn) -> tuple[Ruling, ...]:
    pairs = draw(st.lists(st.tuples(ARTICLES, ARTICLES).filter(lambda pair: pair[0] != pair[1]), max_size=8))
    word = st.sampled_from(("merge", "pin", "split"))
    held = [
        together(a, b, draw(word), act, (draw(st.integers(1, 4)), draw(st.integers(1, 4))))
        for act, (a, b) in enumerate(pairs, 1)
    ]
    others = draw(st.lists(st.tuples(ARTICLES, ARTICLES), max_size=8))
    components = Components(held)
    return (*held, *(apart(a, b, 20) for a, b in others if components.of(a) != components.of(b)))


@st.composite
def partitions(draw: st.DrawFn) -> dict[int, int]:
    """Stories of twelve articles, some stored and some new; a new one is named after its founder, below zero."""
    numbers = draw(st.lists(st.integers(1, 6), min_size=12, max_size=12))
    order = draw(st.permutations(range(1, 13)))
    founders: dict[int, int] = {}
    for article, number in zip(order, numbers, strict=True):
        founders.setdefault(number, article)
    return {
        article: number if number < 4 else -founders[number] for article, number in zip(order, numbers, strict=True)
    }


NEAR = st.dictionaries(ARTICLES, ARTICLES)
STORED = st.dictionaries(ARTICLES, st.integers(1, 5))


@given(partitions(), consistent_rulings(), NEAR, STORED)
def test_the_law_holds_whatever_comes(
    story_of: dict[int, int], rows: tuple[Ruling, ...], near: dict[int, int], stored: dict[int, int]
) -> None:
    after = enforce(story_of, Rulings(rows), near, stored)
    assert list(after) == list(story_of)
    assert is_lawful(after, rows)
    assert enforce(after, Rulings(rows), near, stored) == after


@given(partitions(), consistent_rulings(), NEAR, STORED)
def test_what_breaks_no_ruling_stays(
    story_of: dict[int, int], rows: tuple[Ruling, ...], near: dict[int, int], stored: dict[int, int]
) -> None:
    kept = tuple(row for row in rows if (row.kind == "together") == (story_of[row.first] == story_of[row.other]))
    assert enforce(story_of, Rulings(kept), near, stored) == story_of


@given(partitions(), consistent_rulings())
def test_an_article_that_no_ruling_names_stays_with_its_like_unless_a_story_is_merged(
    story_of: dict[int, int], rows: tuple[Ruling, ...]
) -> None:
    rows = tuple(row for row in rows if row.word != "merge" and row.kind == "together")
    free = story_of.keys() - Rulings(rows).bound
    after = enforce(story_of, Rulings(rows))
    assert {article: after[article] for article in free} == {article: story_of[article] for article in free}


@given(partitions(), consistent_rulings(), st.data())
def test_those_outside_the_window_stay_and_draw_the_others(
    story_of: dict[int, int], rows: tuple[Ruling, ...], data: st.DataObject
) -> None:
    lawful = enforce({article: abs(story) for article, story in story_of.items()}, Rulings(rows))
    assume(all(story > 0 for story in lawful.values()))
    outside = data.draw(st.sets(ARTICLES))
    homes = {article: story for article, story in lawful.items() if article in Rulings(rows).bound}
    inside = {article: story for article, story in story_of.items() if article not in outside}
    after = enforce(inside, Rulings(rows, homes))
    assert after.keys() == inside.keys()
    assert is_lawful({**{article: homes[article] for article in outside & homes.keys()}, **after}, ()) or not outside
    fixed = {article: homes[article] for article in outside & homes.keys()}
    components = Components(rows)
    for article, story in fixed.items():
        assert all(after[a] == story for a in after.keys() & homes.keys() if components.of(a) == components.of(article))


@given(consistent_rulings(), st.sets(ARTICLES, min_size=1), ARTICLES)
def test_a_later_word_never_leaves_a_contradiction(rows: tuple[Ruling, ...], leavers: set[int], target: int) -> None:
    assume(target not in leavers)
    new = tuple(replace(together(target, article), act=30) for article in sorted(leavers))
    changed = amend(rows, new, leavers, leavers | {target}, {article: article for article in range(1, 13)})
    standing = [row for row in rows if row not in set(changed.withdrawn)] + [*changed.tied, *new]
    assert not contradicted(standing)
    assert set(changed.withdrawn) <= set(rows)


def test_a_merge_takes_the_whole_stories_and_a_stray_alone() -> None:
    rows = tuple(together(1, other, "merge", 1, (7, story)) for other, story in ((2, 7), (3, 7), (4, 9), (5, 9)))
    story_of = {1: -1, 2: -1, 10: -1, 3: -3, 11: -3, 12: -3, 4: -4, 5: -4, 13: -4}
    assert parts(enforce(story_of, Rulings(rows))) == {frozenset({1, 2, 3, 4, 5, 10, 13}), frozenset({11, 12})}


def test_a_pin_moves_the_article_alone() -> None:
    story_of = {1: 7, 2: 7, 3: 8, 4: 8}
    assert enforce(story_of, Rulings((together(1, 3),))) == {1: 7, 2: 7, 3: 7, 4: 8}


def test_parted_articles_get_the_story_back_that_they_had_and_take_their_like_along() -> None:
    rows = (together(1, 2, "split"), apart(1, 3), apart(1, 4))
    story_of = dict.fromkeys((3, 4, 1, 2, 5, 6), 7)
    stored = {3: 7, 4: 7, 1: 9, 2: 9}
    after = enforce(story_of, Rulings(rows), near={5: 2, 6: 4}, stored=stored)
    assert after == {3: 7, 4: 7, 1: 9, 2: 9, 5: 9, 6: 7}


@pytest.mark.parametrize(
    ("leavers", "company", "new", "withdrawn", "tied"),
    [
        pytest.param(
            {1}, {9, 1}, [together(9, 1, act=2)], {(1, 2), (1, 3)}, {("together", 2, 3), ("apart", 2, 5)},
            id="the middle of a star leaves, the rest holds together and apart",
        ),
        pytest.param({2}, {9, 2}, [together(9, 2, act=2)], {(1, 2)}, {("apart", 2, 5)}, id="a point leaves"),
        pytest.param({2}, {5, 2}, [together(5, 2, act=2)], {(1, 2)}, set(), id="a point goes back"),
        pytest.param({1}, {4, 5, 1}, [together(4, 1, act=2)], {(1, 2), (1, 3), (1, 5)},
                     {("together", 2, 3), ("apart", 2, 5)}, id="the middle goes back, held by another of that story"),
        pytest.param(
            set(), {1, 2, 3, 5}, [together(5, n, "merge", 2) for n in (1, 2, 3)], {(1, 5)}, set(),
            id="all are merged back",
        ),
        pytest.param(set(), {9, 1}, [together(9, 1, act=2)], set(), set(), id="nothing is contradicted"),
    ],
)  # fmt: skip
def test_the_later_word_wins(
    leavers: set[int],
    company: set[int],
    new: list[Ruling],
    withdrawn: set[tuple[int, int]],
    tied: set[tuple[str, int, int]],
) -> None:
    rows = (together(1, 2, "split"), together(1, 3, "split"), apart(1, 5))
    changed = amend(rows, new, leavers, company, {article: article for article in range(10)})
    assert {(row.first, row.other) for row in changed.withdrawn} == withdrawn
    assert {(row.kind, row.first, row.other) for row in changed.tied} == tied


DAM = ("Dam at Orsk cracks after heavy rain", "Orsk dam cracks after days of heavy rain")
BANK = ("Airline Nordavia files for bankruptcy", "Nordavia airline bankrupt, files for protection")


def stories_of(rows: tuple[Ruling, ...], **homes: int) -> dict[int, int | None]:
    found = [document(number, title, number) for number, title in enumerate((*DAM, *BANK), 1)]
    members = group(found, rulings=Rulings(rows, {int(a[1:]): story for a, story in homes.items()})).members
    return {member.article: member.story if member.story is not None else -member.founder for member in members}


def test_without_rulings_grouping_is_what_it_was() -> None:
    assert stories_of(()) == {1: -1, 2: -1, 3: -3, 4: -3}
    assert NO_RULINGS.bound == set()


@pytest.mark.parametrize(
    ("rows", "homes", "expected"),
    [
        pytest.param((together(1, 3),), {}, {1: -1, 2: -1, 3: -1, 4: -3 - 1}, id="a pin takes a founder away"),
        pytest.param(
            (together(1, 3, "merge"), together(1, 2, "merge", stories=(1, 1)), together(1, 4, "merge")), {},
            {1: -1, 2: -1, 3: -1, 4: -1}, id="a merge",
        ),
        pytest.param((apart(2, 1),), {}, {1: -1, 2: -2, 3: -3, 4: -3}, id="a split"),
        pytest.param((together(99, 3),), {"a99": 55}, {1: -1, 2: -1, 3: 55, 4: -4}, id="a story outside the window"),
    ],
)  # fmt: skip
def test_grouping_obeys(rows: tuple[Ruling, ...], homes: dict[str, int], expected: dict[int, int]) -> None:
    assert stories_of(rows, **homes) == expected


def test_rulings_tell_a_grouper_what_must_be_apart() -> None:
    assert Rulings((together(1, 3), together(3, 7), apart(7, 9))).apart == {(7, 9)}


def test_the_members_that_changed_are_enough() -> None:
    rows = (together(1, 2, "merge", stories=(5, 5)), together(1, 4, "merge", stories=(5, 6)), apart(1, 8))
    homes = {1: 5, 2: 5, 4: 5, 8: 9}
    found = [document(4, DAM[0], 4, story=5), document(11, DAM[1], 5), document(12, BANK[0], 6)]
    members = [Member(4, None, 4, 0.9, None), Member(11, None, 4, 0.9, 4), Member(12, 9, 8, 0.9, 8)]
    after = obey(members, (), found, Rulings(rows, homes))
    assert {member.article: member.story for member in after} == {4: 5, 11: 5, 12: 9}


def test_a_newcomer_joins_the_half_of_a_merged_story_that_it_is_like() -> None:
    """A grouper that took the merged story for one thing would find the newcomer half like it, and leave it alone."""
    rows = tuple(together(1, other, "merge", stories=(1, story)) for other, story in ((2, 1), (3, 2), (4, 2)))
    standing = [document(number, title, number, story=1) for number, title in enumerate((*DAM, *BANK), 1)]
    newcomer = document(5, "Heavy rain cracks dam at Orsk", 6)
    members = group([*standing, newcomer], rulings=Rulings(rows, dict.fromkeys((1, 2, 3, 4), 1))).members
    assert [member.story for member in members] == [1, 1, 1, 1, 1]


def test_a_pinned_copy_stays_and_the_other_copies_follow_their_text() -> None:
    body = " ".join(f"The {word} of the valley were told to leave their homes." for word in DAM[1].split())
    found = [document(number, DAM[0], number, body=body) for number in (1, 2, 3)] + [document(4, BANK[0], 4)]
    rows = (replace(together(4, 2), note="a reprint under the wrong headline"),)
    members = {member.article: member for member in group(found, rulings=Rulings(rows)).members}
    assert [members[n].founder for n in (1, 2, 3, 4)] == [1, 2, 1, 2]
    assert sentence(members[3].reasons) == "the same text"
    rows = (together(4, 1),)
    members = {member.article: member for member in group(found, rulings=Rulings(rows)).members}
    assert {member.founder for member in members.values()} == {1}


@pytest.mark.parametrize(
    ("note", "said"),
    [
        pytest.param("", "put here by a person", id="without a note"),
        pytest.param("one flood", "put here by a person: one flood", id="with a note"),
    ],
)
def test_a_person_is_named_as_the_reason(note: str, said: str) -> None:
    found = [document(1, DAM[0], 1), document(2, BANK[0], 2)]
    first, second = group(found, rulings=Rulings((replace(together(1, 2), note=note),))).members
    assert (first.matched, second.matched, second.score, second.provisional) == (None, 1, 1.0, False)
    assert sentence(second.reasons) == said

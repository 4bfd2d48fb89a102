"""Rulings: whatever grouping says, a person's word holds after it, and nothing else is moved that need not be."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.grouping import sentence
from aggregator.grouping.enforce import enforce, numbered, person_reason
from aggregator.grouping.in_force import in_force
from aggregator.grouping.rulings import Components, Ruling, Rulings, Word

ARTICLES = st.integers(1, 12)


def together(first: int, other: int, word: Word = "pin", act: int = 1, stories: tuple[int, int] = (1, 2)) -> Ruling:
    return Ruling(act, "together", first, other, word, *stories, id=100 * first + other)


def apart(first: int, other: int, act: int = 1) -> Ruling:
    return Ruling(act, "apart", first, other, "split", 1, 1, id=10_000 + 100 * first + other)


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


TEXTS = st.dictionaries(ARTICLES, ARTICLES)


@given(partitions(), consistent_rulings(), NEAR)
def test_the_law_holds_whatever_comes(story_of: dict[int, int], rows: tuple[Ruling, ...], near: dict[int, int]) -> None:
    after = enforce(story_of, Rulings(rows), near, {})
    assert list(after) == list(story_of)
    assert is_lawful(after, rows)
    assert parts(enforce(after, Rulings(rows), near, {})) == parts(after)


@given(partitions(), consistent_rulings(), NEAR)
def test_what_breaks_no_ruling_stays(story_of: dict[int, int], rows: tuple[Ruling, ...], near: dict[int, int]) -> None:
    kept = tuple(row for row in rows if (row.kind == "together") == (story_of[row.first] == story_of[row.other]))
    assert parts(enforce(story_of, Rulings(kept), near, {})) == parts(story_of)


@given(partitions(), consistent_rulings())
def test_an_article_that_no_ruling_names_stays_with_its_like_unless_a_story_is_merged(
    story_of: dict[int, int], rows: tuple[Ruling, ...]
) -> None:
    rows = tuple(row for row in rows if row.word != "merge" and row.kind == "together")
    free = story_of.keys() - Rulings(rows).bound
    after = enforce(story_of, Rulings(rows), {}, {})
    assert {article: after[article] for article in free} == {article: story_of[article] for article in free}


@given(partitions(), consistent_rulings(), TEXTS)
def test_a_copy_that_no_ruling_names_goes_where_its_original_goes(
    story_of: dict[int, int], rows: tuple[Ruling, ...], texts: dict[int, int]
) -> None:
    originals = {copy: text for copy, text in texts.items() if text not in texts}
    after = enforce(story_of, Rulings(rows), {}, originals)
    for copy in originals.keys() - Rulings(rows).bound:
        if story_of[copy] == story_of[originals[copy]]:
            assert after[copy] == after[originals[copy]]


@given(partitions(), consistent_rulings(), STORED)
def test_numbers_of_stories_are_each_given_once_and_for_good(
    story_of: dict[int, int], rows: tuple[Ruling, ...], stored: dict[int, int]
) -> None:
    own = {article: abs(story) for article, story in story_of.items()}
    after = numbered(enforce(own, Rulings(rows), {}, {}), own, stored)
    assert parts(after) == parts(enforce(own, Rulings(rows), {}, {}))
    named = {article: story if story > 0 else 100 - story for article, story in after.items()}
    assert numbered(after, own, named) == named


@st.composite
def acts(draw: st.DrawFn) -> list[Ruling]:
    """Up to eight acts on seven articles as commands write them: stars of a merge or a split, pins to some articles."""
    found: list[Ruling] = []
    for act in range(1, draw(st.integers(1, 8)) + 1):
        word = draw(st.sampled_from(("merge", "pin", "split")))
        first, *others = draw(st.lists(st.integers(1, 7), min_size=2, max_size=5, unique=True))
        if word == "merge":
            found += [together(first, other, "merge", act) for other in others]
        if word == "pin":
            found += [together(other, first, "pin", act) for other in others]
        if word == "split":
            named = draw(st.integers(0, len(others) - 1))
            found += [together(first, other, "split", act) for other in others[:named]]
            found += [apart(first, other, act) for other in others[named:]]
    return found


@given(acts(), st.sets(st.integers(1, 8)))
def test_what_is_in_force_is_never_a_contradiction_and_the_last_word_is_whole(
    said: list[Ruling], undone: set[int]
) -> None:
    counting = [row for row in said if row.act not in undone]
    force = in_force(counting)
    components = Components(force.rows)
    assert all(components.of(row.first) != components.of(row.other) for row in force.rows if row.kind == "apart")
    assert set(force.contradicted) <= set(counting)
    if counting:
        last = max(row.act for row in counting)
        rows = [row for row in counting if row.act == last]
        assert not set(rows) & set(force.contradicted)
        assert {row.first for row in rows if row.word != "pin"} <= force.bound
    assert in_force(counting) == force


@given(partitions(), acts(), NEAR, TEXTS)
def test_what_is_in_force_can_be_enforced(
    story_of: dict[int, int], said: list[Ruling], near: dict[int, int], texts: dict[int, int]
) -> None:
    force = in_force(said)
    assert is_lawful(enforce(story_of, force, near, texts), force.rows)


def test_a_split_ends_what_kept_those_apart_that_leave_together() -> None:
    force = in_force([apart(1, 2), together(1, 2, "split", 2), apart(1, 3, 2)])
    assert {(row.kind, row.first, row.other) for row in force.rows} == {("together", 1, 2), ("apart", 1, 3)}
    assert force.contradicted == {apart(1, 2): 2}


def test_a_merge_takes_the_whole_stories_and_a_stray_alone() -> None:
    rows = tuple(together(1, other, "merge", 1, (7, story)) for other, story in ((2, 7), (3, 7), (4, 9), (5, 9)))
    story_of = {1: -1, 2: -1, 10: -1, 3: -3, 11: -3, 12: -3, 4: -4, 5: -4, 13: -4}
    assert parts(enforce(story_of, Rulings(rows), {}, {})) == {
        frozenset({1, 2, 3, 4, 5, 10, 13}), frozenset({11, 12})
    }  # fmt: skip


def test_what_was_split_off_is_merged_without_the_stories_that_it_left() -> None:
    rows = (apart(2, 1), apart(4, 3, 2), together(2, 4, "merge", 3, (5, 6)))
    assert parts(enforce({1: 1, 2: 1, 3: 2, 4: 2}, Rulings(rows), {}, {})) == {
        frozenset({1}), frozenset({2, 4}), frozenset({3})
    }  # fmt: skip


def test_a_pin_moves_the_article_alone() -> None:
    assert enforce({1: 7, 2: 7, 3: 8, 4: 8}, Rulings((together(1, 3),)), {}, {}) == {1: 7, 2: 7, 3: 7, 4: 8}


def test_parted_articles_take_their_like_along_and_get_the_number_back_that_they_had() -> None:
    rows = (together(1, 2, "split"), apart(1, 3), apart(1, 4))
    own = dict.fromkeys((3, 4, 1, 2, 5, 6), 7)
    stored = {3: 7, 4: 7, 1: 9, 2: 9}
    after = enforce(own, Rulings(rows), {5: 2, 6: 4}, {})
    assert numbered(after, own, stored) == {3: 7, 4: 7, 1: 9, 2: 9, 5: 9, 6: 7}


@pytest.mark.parametrize(
    ("new", "contradicted", "left"),
    [
        pytest.param(
            [together(9, 1, act=2)], {(1, 2), (1, 3)},
            {("together", 2, 3), ("apart", 1, 5), ("apart", 2, 5)},
            id="the middle of a star leaves, the rest holds together and apart",
        ),
        pytest.param(
            [together(9, 2, act=2)], {(1, 2)}, {("together", 1, 3), ("apart", 1, 5), ("apart", 2, 5)},
            id="a point leaves",
        ),
        pytest.param(
            [together(5, 2, act=2)], {(1, 2)}, {("together", 1, 3), ("apart", 1, 5)}, id="a point goes back"
        ),
        pytest.param(
            [together(4, 1, act=2), together(5, 1, act=2)], {(1, 2), (1, 3), (1, 5)},
            {("together", 2, 3), ("apart", 2, 5)}, id="the middle goes back, held by another of that story",
        ),
        pytest.param(
            [together(5, n, "merge", 2) for n in (1, 2, 3)], {(1, 5)}, {("together", 1, 2), ("together", 1, 3)},
            id="all are merged back",
        ),
        pytest.param(
            [together(2, 1, act=2), together(3, 1, act=2)], set(),
            {("together", 1, 2), ("together", 1, 3), ("apart", 1, 5)}, id="nothing is contradicted",
        ),
    ],
)  # fmt: skip
def test_the_later_word_wins(
    new: list[Ruling], contradicted: set[tuple[int, int]], left: set[tuple[str, int, int]]
) -> None:
    force = in_force([together(1, 2, "split"), together(1, 3, "split"), apart(1, 5), *new])
    assert {(row.first, row.other): act for row, act in force.contradicted.items()} == dict.fromkeys(contradicted, 2)
    assert {(row.kind, row.first, row.other) for row in force.rows if row.act == 1} == left
    assert [row for row in force.rows if row.act == 2] == (new[:1] if new[0].word == "pin" else new)


@pytest.mark.parametrize(
    ("new", "left"),
    [
        pytest.param([apart(1, 2, 2)], [(2, 9)], id="the oldest of its story leaves"),
        pytest.param([together(4, 1, act=2)], [(2, 9)], id="the oldest is pinned elsewhere"),
        pytest.param([apart(9, 1, 2), apart(9, 2, 2)], [], id="the article itself leaves"),
        pytest.param([together(1, 2, "split", 2), together(1, 9, "split", 2), apart(1, 5, 2)], [(1, 9)],
                     id="all leave together"),
        pytest.param([together(4, 9, act=2)], [], id="it is pinned elsewhere"),
    ],
)  # fmt: skip
def test_a_pin_holds_with_the_oldest_of_its_story_that_is_still_there(
    new: list[Ruling], left: list[tuple[int, int]]
) -> None:
    force = in_force([together(1, 9), together(2, 9), *new])
    assert [(row.first, row.other) for row in force.rows if row.act == 1] == left


def test_a_pinned_copy_stays_and_the_other_copies_follow_their_text() -> None:
    own, texts = {1: 1, 2: 1, 3: 1, 4: 4}, {1: 1, 2: 1, 3: 1, 4: 4}
    assert parts(enforce(own, Rulings((together(4, 2),)), {}, texts)) == {frozenset({1, 3}), frozenset({2, 4})}
    assert parts(enforce(own, Rulings((together(4, 1),)), {}, texts)) == {frozenset({1, 2, 3, 4})}


@pytest.mark.parametrize(
    ("note", "said"),
    [
        pytest.param("", "put here by a person", id="without a note"),
        pytest.param("one flood", "put here by a person: one flood", id="with a note"),
    ],
)
def test_a_person_is_named_as_the_reason(note: str, said: str) -> None:
    assert sentence(person_reason(note)) == said

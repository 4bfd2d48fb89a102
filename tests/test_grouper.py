"""The open window from call to call: what is taken, told, adopted and forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping import Grouping, GroupingConfig, group
from aggregator.grouping.window import Grouper
from aggregator.models import Document
from tests.grouping_cases import BACKGROUND, document, partition

DAM = (
    "Dam at Orsk cracks after heavy rain, villages cleared",
    "Orsk dam cracks after days of heavy rain",
    "Heavy rain cracks dam at Orsk, villages cleared",
)
LIND = (
    "Opposition leader Petra Lind arrested in Karlow",
    "Petra Lind, opposition leader, arrested by police in Karlow",
)
BRIDGE = "Police in Karlow arrest opposition leader Petra Lind"
COPY = "Harbour council of Brunlund votes to rebuild the old crane on the northern quay"
LATER = 24.0 * 6


def grouper(*batches: Iterable[Document]) -> Grouper:
    found = Grouper(GroupingConfig())
    for batch in batches:
        found.take(batch)
    return found


def adopted(found: Grouper, first: int = 500) -> Grouping:
    """Give the changes, and number the new stories as a store would."""
    changes = found.changes()
    founders = sorted({member.founder for member in changes.members if member.story is None})
    found.adopt({founder: first + n for n, founder in enumerate(founders)})
    return changes


def told(grouping: Grouping) -> dict[int, int | None]:
    return {member.article: member.story for member in grouping.members}


def links(grouping: Grouping) -> dict[int, int]:
    return {link.article: link.representative for link in grouping.copies}


def dam() -> list[Document]:
    return [document(n, title, n - 1.0) for n, title in enumerate(DAM, 1)]


def lind() -> list[Document]:
    return [document(n, title, n - 3.0) for n, title in enumerate(LIND, 4)]


def background() -> list[Document]:
    """Give unrelated news of the week before, numbered from 100."""
    return [document(100 + n, title, 9.0 * n - 150) for n, title in enumerate(BACKGROUND)]


def copies(*hours: float) -> list[Document]:
    """Give articles 51, 52, ... with one headline."""
    return [document(n, COPY, hour) for n, hour in enumerate(hours, 51)]


def test_batches_in_order_of_time_make_the_stories_of_one_call() -> None:
    every = sorted([*dam(), *lind(), *background()], key=lambda d: d.published or 0)
    batched = grouper(*([article] for article in every))
    assert partition(batched.every()) == partition(group(every))
    assert partition(batched.every()) >= {frozenset({1, 2, 3}), frozenset({4, 5})}


def test_a_grouper_knows_what_it_holds() -> None:
    found = grouper(dam())
    assert (len(found), 2 in found, 4 in found) == (3, True, False)
    found.forget([2, 99])
    assert (len(found), 2 in found) == (2, False)


def test_the_first_changes_are_everything() -> None:
    found = grouper([*dam(), *background()])
    assert found.changes() == found.every()


def test_nothing_taken_changes_nothing() -> None:
    found = grouper([*dam(), *background()])
    adopted(found)
    found.take([])
    assert found.changes() == Grouping((), ())


def test_an_article_taken_twice_changes_nothing() -> None:
    found = grouper([*dam(), *background()])
    adopted(found)
    before = found.every()
    found.take(dam())
    assert found.changes() == Grouping((), ())
    assert found.every() == before


def test_changes_are_the_new_articles_only() -> None:
    found = grouper([*dam()[:2], *lind(), *background()])
    adopted(found)
    [story] = {found.story_of(1), found.story_of(2)}
    found.take(dam()[2:])
    assert told(found.changes()) == {3: story}
    assert found.changes() == Grouping((), ())


def test_a_copy_is_told_with_its_origin() -> None:
    found = grouper([*copies(0), *background()])
    adopted(found)
    found.take([document(60, COPY, 2)])
    changes = found.changes()
    assert (told(changes), links(changes)) == ({60: found.story_of(51)}, {51: 51, 60: 51})
    assert {link.kind for link in changes.copies} == {"reprint"}


def test_who_moves_between_standing_stories_is_told_with_its_copies() -> None:
    apart = [replace(d, story=story) for d, story in zip(lind(), (8, 9), strict=True)]
    copy = document(60, LIND[1], 4, story=9)
    found = grouper([*apart, copy, *background()])
    adopted(found)
    assert (found.story_of(4), found.story_of(5), found.story_of(60)) == (8, 9, 9)
    found.take([document(6, BRIDGE, 3)])
    assert told(found.changes()) == {5: 8, 6: 8, 60: 8}


def test_new_stories_are_adopted_by_their_founders() -> None:
    found = grouper([*dam(), *lind()])
    assert told(found.changes()) == dict.fromkeys([1, 2, 3, 4, 5])
    found.adopt({1: 70, 4: 71})
    assert told(found.every()) == {1: 70, 2: 70, 3: 70, 4: 71, 5: 71}
    assert found.changes() == Grouping((), ())


def test_a_story_is_adopted_by_a_copy_that_is_the_earliest() -> None:
    found = grouper([*copies(5), *background()])
    found.take([document(60, COPY, 1), document(61, "Crane on quay of Brunlund to be rebuilt, council votes", 3)])
    assert {m.founder for m in found.every().members if m.article in (51, 60, 61)} == {60}
    found.adopt({60: 77})
    assert found.story_of(51) == found.story_of(60) == 77


def test_standing_members_of_one_story_may_come_in_two_calls() -> None:
    standing = [replace(d, story=70) for d in dam()]
    found = grouper(standing[:1], standing[1:2], [document(9, DAM[2], 5)], standing[2:])
    assert told(found.every()) == {1: 70, 2: 70, 3: 70, 9: 70}
    assert partition(found.every()) == {frozenset({1, 2, 3, 9})}
    assert {member.founder for member in found.every().members} == {1}


def test_a_standing_copy_in_a_later_call_has_no_vote() -> None:
    one, other = (replace(d, story=70) for d in copies(0, 1))
    found = grouper([one, *background()], [other])
    [member] = [member for member in found.every().members if member.article == 52]
    assert (member.story, member.matched, member.reasons[0].name) == (70, 51, "copy")


def test_who_is_forgotten_is_told_no_more_and_matched_by_nobody() -> None:
    found = grouper([*dam(), *lind(), *background()])
    found.forget([1, 4, 5])
    every = found.every()
    assert not {1, 4, 5} & ({m.article for m in every.members} | {m.matched for m in every.members})
    assert not {1, 4, 5} & ({m.founder for m in every.members} | links(every).keys())
    assert told(found.changes()).keys() == {2, 3, *(d.id for d in background())}


def test_who_is_forgotten_before_it_was_told_is_not_told() -> None:
    found = grouper([*dam(), *copies(0, 1)])
    found.forget([1, 51])
    assert 52 not in found, "a copy goes with who voted for it, and is read anew"
    found.take(copies(0, 1)[1:])
    assert told(found.changes()).keys() == {2, 3, 52}


def test_a_story_that_is_forgotten_gives_its_number_to_nobody() -> None:
    found = grouper([*dam(), *background()])
    adopted(found)
    old = found.story_of(1)
    found.forget([1, 2, 3])
    found.take([replace(d, id=d.id + 10) for d in dam()])
    changes = found.changes()
    assert told(changes) == dict.fromkeys([11, 12, 13])
    assert old not in told(found.every()).values()


def test_the_copies_of_who_is_forgotten_stay_in_their_story() -> None:
    found = grouper([*copies(0, 1, 2), *background()])
    adopted(found)
    story = found.story_of(51)
    found.forget([51])
    found.take([replace(copy, story=story, matched=51) for copy in copies(0, 1, 2)[1:]])
    assert (found.story_of(52), found.story_of(53)) == (story, story)
    found.take([document(60, COPY, 3)])
    assert told(found.changes()) == {60: story}
    assert links(found.every()).items() >= {52: 52, 53: 52, 60: 52}.items()


def test_one_copy_votes_for_who_is_forgotten_and_may_move() -> None:
    apart = [replace(d, story=story) for d, story in zip(lind(), (8, 9), strict=True)]
    same = [document(60, LIND[1], 4, story=9), document(61, LIND[1], 5, story=9)]
    found = grouper([*apart, *same, *background()])
    adopted(found)
    found.forget([5])
    found.take(same)
    found.take([document(6, BRIDGE, 3)])
    assert told(found.changes()) == {6: 8, 60: 8, 61: 8}


def test_who_was_forgotten_with_copies_may_come_back() -> None:
    found = grouper([*copies(0, 1), *background()])
    adopted(found)
    story = found.story_of(51)
    found.forget([51])
    found.take([replace(copy, story=story) for copy in copies(0, 1)])
    assert told(found.every()).items() >= {51: story, 52: story}.items()
    assert len(found.every().members) == 2 + len(background())
    found.forget([51, 52])
    assert told(found.every()).keys() == {d.id for d in background()}


def test_who_comes_back_with_another_text_is_no_copy_any_more() -> None:
    found = grouper([*copies(0, 1), *dam(), *background()])
    adopted(found)
    crane, orsk = found.story_of(52), found.story_of(1)
    found.forget([51])
    found.take([replace(copies(0, 1)[1], story=crane), document(51, DAM[1], 1.5)])
    assert told(found.every()).items() >= {51: orsk, 52: crane}.items()
    assert crane != orsk


def test_all_may_be_forgotten() -> None:
    found = grouper([*dam(), *copies(0, 1)])
    found.forget([1, 2, 3, 51, 52])
    assert (found.every(), found.changes(), len(found)) == (Grouping((), ()), Grouping((), ()), 0)
    found.take(dam())
    assert partition(found.every()) == {frozenset({1, 2, 3})}


def old_news(count: int) -> list[Document]:
    """Give articles whose going makes a grouper close up its columns."""
    return [document(1000 + n, f"{chr(97 + n % 26) * 5}{n} {chr(100 + n % 20) * 6}", -LATER) for n in range(count)]


@pytest.mark.parametrize("count", [pytest.param(2, id="gaps stay"), pytest.param(60, id="gaps are closed")])
def test_closing_the_gaps_loses_nothing_that_was_not_told(count: int) -> None:
    found = grouper([*old_news(count), *dam()[:2], *lind(), *background()])
    adopted(found)
    found.take(dam()[2:])
    found.forget(d.id for d in old_news(count))
    assert told(found.changes()) == {3: found.story_of(1)}
    found.take([document(6, BRIDGE, 3)])
    assert told(found.changes()) == {6: found.story_of(4)}


EVENTS = ("Dam at Orsk cracks", "Petra Lind arrested in Karlow", "Airline Nordavia bankrupt", "Trams of Brunlund stop")
DETAILS = ("", " today", ", police say", " after rain", " and more follows", ", 7 hurt")


@st.composite
def streams(draw: st.DrawFn) -> list[list[Document]]:
    """Draw batches of news, each later than the one before."""
    found, number = [], 0
    for batch in range(draw(st.integers(2, 5))):
        articles = []
        for _ in range(draw(st.integers(1, 6))):
            number += 1
            title = draw(st.sampled_from(EVENTS)) + draw(st.sampled_from(DETAILS))
            articles.append(document(number, title, 20.0 * batch + draw(st.integers(0, 19))))
        found.append(articles)
    return found


@settings(max_examples=50, deadline=None)
@given(streams(), st.data())
def test_stories_are_a_partition_whatever_comes_and_goes(batches: list[list[Document]], data: st.DataObject) -> None:
    found = Grouper(GroupingConfig())
    held: set[int] = set()
    stored: dict[int, int | None] = {}
    for number, batch in enumerate(batches):
        found.take(batch)
        held |= {d.id for d in batch}
        changes = found.changes()
        founded = {m.founder: 1000 * number + m.founder for m in changes.members if m.story is None}
        found.adopt(founded)
        stored |= {m.article: m.story or founded[m.founder] for m in changes.members}
        every = found.every()
        assert [m.article for m in every.members] == [c.article for c in every.copies] == sorted(held)
        assert told(every) == {article: stored[article] for article in held}
        founders = {m.article: (m.founder, m.story) for m in every.members}
        assert all(founders[founder] == (founder, story) for founder, story in founders.values())
        assert len({founder for founder, _ in founders.values()}) == len({story for _, story in founders.values()})
        gone = data.draw(st.sets(st.sampled_from(sorted(held)), max_size=len(held) // 2 + 1))
        found.forget(gone)
        let_go = held - set(found) - gone  # copies of who left; a caller reads them anew
        found.take([replace(d, story=stored[d.id]) for batch in batches for d in batch if d.id in let_go])
        held -= gone


@settings(max_examples=50, deadline=None)
@given(streams(), st.integers(0, 20))
def test_closing_the_gaps_changes_no_later_result(batches: list[list[Document]], gone: int) -> None:
    found = {}
    for closed in (False, True):
        one = grouper(old_news(20), batches[0])
        one.changes()
        one.forget(d.id for d in old_news(20)[:gone])
        if closed:
            one.close_up()
        for batch in batches[1:]:
            one.take(batch)
        found[closed] = (one.changes(), one.every())
    assert found[True] == found[False]

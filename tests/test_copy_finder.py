"""The finder that a running installation keeps: what it was told little by little, and what it has let go of."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping import GroupingConfig
from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.copies import CopyFinder, find_copies
from aggregator.models import CopyLink, Document
from tests.test_copy_properties import LONG, anything, document, words

BODY = words(1)


def finder(*batches: list[Document]) -> CopyFinder:
    found = CopyFinder(GroupingConfig())
    for batch in batches:
        found.add(batch)
    return found


def origins(links: list[CopyLink]) -> dict[int, int]:
    return {link.article: link.representative for link in links}


def groups(links: list[CopyLink]) -> set[frozenset[int]]:
    found = origins(links)
    return {frozenset(one for one in found if found[one] == origin) for origin in found.values()}


def by_article(links: list[CopyLink]) -> dict[int, CopyLink]:
    return {link.article: link for link in links}


def cut(documents: list[Document], places: list[int]) -> list[list[Document]]:
    """Cut articles into batches in order of time."""
    ordered = sorted(documents, key=arrival_key)
    bounds = [0, *sorted(min(place, len(ordered)) for place in places), len(ordered)]
    return [ordered[start:end] for start, end in pairwise(bounds)]


@st.composite
def whole_texts(draw: st.DrawFn) -> list[Document]:
    """Draw articles with bodies, where nothing goes by a headline or an opening."""
    documents = draw(anything())
    bodies = [BODY, " ".join(BODY.split()[:70]), words(2), f"{words(2)} {BODY}"]
    return [replace(one, body=draw(st.sampled_from(bodies)), summary="") for one in documents]


@settings(max_examples=150, deadline=None)
@given(anything(), st.lists(st.integers(0, 10), max_size=3))
def test_batches_in_order_of_time_are_as_one(documents: list[Document], places: list[int]) -> None:
    assert finder(*cut(documents, places)).links() == find_copies(documents, GroupingConfig())


@settings(max_examples=100, deadline=None)
@given(anything(), st.randoms(use_true_random=False))
def test_batches_in_any_order_are_a_partition(documents: list[Document], source: object) -> None:
    source.shuffle(documents)  # type: ignore[attr-defined]
    assert_valid(finder(documents[:4], documents[4:]).links(), {document.id for document in documents})


@settings(max_examples=100, deadline=None)
@given(whole_texts(), st.randoms(use_true_random=False))
def test_batches_of_whole_texts_may_come_in_any_order(documents: list[Document], source: object) -> None:
    source.shuffle(documents)  # type: ignore[attr-defined]
    parts = finder(documents[:4], documents[4:]).links()
    assert groups(parts) == groups(find_copies(documents, GroupingConfig()))


@settings(max_examples=100, deadline=None)
@given(anything(), st.lists(st.integers(0, 9), max_size=4))
def test_adding_twice_changes_nothing(documents: list[Document], again: list[int]) -> None:
    found = finder(documents)
    links = found.links()
    found.changed()
    found.add([documents[place] for place in again if place < len(documents)])
    assert found.links() == links
    assert found.changed() == []


@settings(max_examples=150, deadline=None)
@given(anything(), st.sets(st.integers(0, 9)))
def test_what_is_forgotten_is_named_by_no_link(documents: list[Document], gone: set[int]) -> None:
    found = finder(documents)
    found.forget(gone)
    assert_valid(found.links(), {document.id for document in documents} - gone)


@settings(max_examples=150, deadline=None)
@given(whole_texts(), st.sets(st.integers(0, 9)))
def test_forgetting_whole_texts_is_never_to_have_seen_them(documents: list[Document], gone: set[int]) -> None:
    found = finder(documents)
    found.forget(gone)
    assert found.links() == find_copies([one for one in documents if one.id not in gone], GroupingConfig())


@settings(max_examples=150, deadline=None)
@given(anything(), st.lists(st.integers(0, 10), max_size=3), st.sets(st.integers(0, 9)))
def test_changes_add_up_to_the_links(documents: list[Document], places: list[int], gone: set[int]) -> None:
    found, told = finder(), dict[int, CopyLink]()
    for batch in cut(documents, places):
        found.add(batch)
        changes = found.changed()
        assert all(told.get(link.article) != link for link in changes)
        told |= by_article(changes)
    found.forget(gone)
    told = {article: link for article, link in told.items() if article not in gone}
    assert {**told, **by_article(found.changed())} == by_article(found.links())
    assert found.changed() == []


def assert_valid(links: list[CopyLink], articles: set[int]) -> None:
    found = origins(links)
    assert found.keys() == articles
    assert len(links) == len(articles)
    assert all(found[representative] == representative for representative in found.values())
    assert all((link.method == "itself") == (link.article == link.representative) for link in links)


def test_only_the_group_that_a_newcomer_joins_has_changed() -> None:
    found = finder([document(1, "Dam", BODY, 0), document(2, "Ferry", words(2), 0)])
    assert origins(found.changed()) == {1: 1, 2: 2}
    found.add([document(3, "Orsk dam", BODY, 1)])
    assert found.changed() == [CopyLink(1, 1, "reprint", 1.0, "itself"), CopyLink(3, 1, "reprint", 1.0, "exact")]


def test_the_agencys_own_text_stands_for_its_copies_from_when_it_comes() -> None:
    found = finder([document(1, "Dam", BODY, 0, wire="National Wire"), document(2, "Dam", BODY, 1)])
    assert set(origins(found.changed()).values()) == {1}
    found.add([document(3, "Dam", BODY, 2, outlet="nationalwire.example")])
    assert origins(found.changed()) == {1: 3, 2: 3, 3: 3}


def test_copies_of_a_text_that_is_gone_stay_copies() -> None:
    found = finder([document(number, "Dam", BODY, number) for number in (1, 2, 3)])
    found.forget([1])
    assert found.links() == [CopyLink(2, 2, "reprint", 1.0, "itself"), CopyLink(3, 2, "reprint", 1.0, "exact")]


def test_what_only_a_text_that_is_gone_held_together_falls_apart() -> None:
    halves = [" ".join(BODY.split()[:60]), " ".join(BODY.split()[20:])]
    parts = [document(2, "Dam", halves[0], 1), document(3, "Orsk", halves[1], 2)]
    found = finder([document(1, "Dam", BODY, 0), *parts])
    together = origins(found.links())
    found.forget([1])
    assert (together, origins(found.links())) == ({1: 1, 2: 1, 3: 1}, origins(find_copies(parts, GroupingConfig())))


def test_a_corrected_text_takes_back_its_link() -> None:
    found = finder([document(1, "Dam", BODY, 0), document(2, "Dam", BODY, 1)])
    found.changed()
    found.forget([2])
    found.add([document(2, "Ferry", words(2), 1)])
    assert found.changed() == [CopyLink(1, 1, "original", 1.0, "itself"), CopyLink(2, 2, "original", 1.0, "itself")]


LINK = "https://outlet9.example/9"


def test_a_canonical_link_is_believed_until_a_second_article_of_the_outlet_carries_it() -> None:
    named = [document(number, f"Report {number}", "", number, outlet="a.example", canonical=LINK) for number in (1, 2)]
    original = document(9, "Ferry", "", 0, url=LINK)
    found = finder([original, named[0]])
    assert origins(found.links()) == {9: 9, 1: 9}
    found.add(named[1:])
    assert origins(found.links()) == {9: 9, 1: 1, 2: 2}
    found.forget([1])
    assert origins(found.links()) == {9: 9, 2: 9}


def test_a_link_that_is_believed_again_leads_to_what_came_since() -> None:
    named = [document(number, f"Report {number}", "", number, outlet="a.example", canonical=LINK) for number in (1, 2)]
    found = finder(named, [document(9, "Ferry", "", 3, url=LINK)])
    found.forget([2])
    assert origins(found.links()) == {1: 9, 9: 9}


@pytest.mark.parametrize("gone", [pytest.param([], id="none"), pytest.param([77, 77], id="unknown")])
def test_forgetting_what_is_not_known_changes_nothing(gone: list[int]) -> None:
    found = finder([document(1, LONG, BODY, 0)])
    found.changed()
    found.forget(gone)
    assert (origins(found.links()), found.changed()) == ({1: 1}, [])


def test_what_is_forgotten_gives_its_memory_back() -> None:
    found, held = finder(), []
    tracemalloc.start()
    for day in range(8):
        new = [document(n, "Report", words(n // 2), n, outlet="a.example") for n in range(100 * day, 100 * day + 100)]
        found.add(new)
        found.changed()
        found.forget(one.id for one in new)
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert found.links() == []
    assert held[-1] < held[5] + 30_000  # a day's texts take 135 kB; the cache of shingles is full by then

"""The copy tier on labelled pairs (tests/copies): every link is right, and few copies are missed."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from aggregator.grouping import GroupingConfig
from aggregator.grouping.copies import find_copies, wire_of
from tests.copy_cases import Pair, read_pairs

PAIRS = read_pairs()
COPIES = [pair for pair in PAIRS if pair.copy]
APART = [pair for pair in PAIRS if not pair.copy]
RECALL = 0.9


def named(pairs: list[Pair]) -> list[object]:
    seen: Counter[str] = Counter()
    found: list[object] = []
    for pair in pairs:
        seen[pair.kind] += 1
        found.append(pytest.param(pair, id=f"{pair.kind} {seen[pair.kind]}"))
    return found


def test_precision_is_one_and_recall_is_high() -> None:
    right, wrong = sum(pair.found() for pair in COPIES), sum(pair.found() for pair in APART)
    precision, recall = right / (right + wrong), right / len(COPIES)
    print(f"{len(PAIRS)} pairs, {len(COPIES)} copies: precision {precision:.3f}, recall {recall:.3f}")
    print("missed:", [pair.kind for pair in COPIES if not pair.found()])
    assert len(PAIRS) >= 40
    assert precision == 1.0
    assert recall >= RECALL


@pytest.mark.parametrize("pair", named(APART))
def test_what_only_looks_like_a_copy_is_none(pair: Pair) -> None:
    assert [link.method for link in pair.links()] == ["itself", "itself"]


@pytest.mark.parametrize("pair", named([pair for pair in COPIES if pair.method]))
def test_a_copy_says_how_it_was_found(pair: Pair) -> None:
    assert {link.method for link in pair.links()} == {"itself", pair.method}


@pytest.mark.parametrize("pair", named([pair for pair in COPIES if pair.wire]))
def test_a_copy_names_its_agency(pair: Pair) -> None:
    assert wire_of(pair.other) == pair.wire
    assert {link.kind for link in pair.links()} == {"wire"}


@pytest.mark.parametrize("pair", named(PAIRS))
def test_order_changes_nothing(pair: Pair) -> None:
    assert pair.links() == pair.links(turned=True)


def test_all_pairs_in_one_window_keep_apart_what_is_apart() -> None:
    documents = [document for pair in PAIRS for document in (pair.one, pair.other)]
    origin = {link.article: link.representative for link in find_copies(documents, GroupingConfig())}
    missed = [pair.kind for pair in COPIES if origin[pair.one.id] != origin[pair.other.id]]
    assert [pair.kind for pair in APART if origin[pair.one.id] == origin[pair.other.id]] == []
    assert len(missed) <= (1 - RECALL) * len(COPIES)


def test_kinds_are_many() -> None:
    kinds: defaultdict[bool, set[str]] = defaultdict(set)
    for pair in PAIRS:
        kinds[pair.copy].add(pair.kind)
    assert not kinds[True] & kinds[False]
    assert len(kinds[True]) >= 10
    assert len(kinds[False]) >= 10

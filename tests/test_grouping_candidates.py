"""Which articles are looked at for an arrival: those alike in words, or in vectors, within the window."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from aggregator.grouping.candidates import RECENT, Candidates, Postings
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.features import read
from aggregator.grouping.rows import Rows, Terms
from aggregator.grouping.shelf import Shelf
from aggregator.models import Document
from tests.grouping_cases import BACKGROUND, background, document, shelf_of, vector

LETTERS = str.maketrans("0123456789", "ghijklmnop")
DAM = "Dam at Orsk cracks after heavy rain"


def found(shelf: Shelf, article: int, index: Candidates | None = None, **tunables: int) -> set[int]:
    """Give the articles that are looked at for one."""
    index = index or Candidates(shelf, replace(GroupingConfig(), **tunables))
    one, other = index.pairs(np.array([shelf.slot_of[article]]), shelf.weights())
    assert (one < other).all()
    return {shelf.articles[slot] for slot in np.concatenate([one, other]).tolist()} - {article}


def words_only(articles: Iterable[Document], article: int, **tunables: int) -> set[int]:
    return found(shelf_of(articles), article, **tunables)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(document(2, "Orsk dam cracks, villages cleared", 3), {2}, id="shared words"),
        pytest.param(document(2, "Museum lace opens long", 3), set(), id="none"),
        pytest.param(document(2, DAM, 24 * 6.9), {2}, id="within the window"),
        pytest.param(document(2, DAM, 24 * 7.1), set(), id="after it"),
        pytest.param(document(2, DAM, -24 * 7.1), set(), id="before it"),
        pytest.param(document(2, DAM, None), {2}, id="without a time"),
        pytest.param(document(2, "", 0), set(), id="without a word"),
    ],
)
def test_candidates(other: Document, expected: set[int]) -> None:
    assert words_only([document(1, DAM), other], 1) == expected


def test_each_pair_is_given_once_whoever_asks() -> None:
    shelf = shelf_of([document(1, DAM), document(2, DAM, 1), document(3, DAM, 2), *background()])
    one, other = Candidates(shelf, GroupingConfig()).pairs(np.arange(3), shelf.weights())
    told = [pair for pair in zip(one.tolist(), other.tolist(), strict=True) if pair[1] < 3]
    assert told == [(0, 1), (0, 2), (1, 2)]


def test_no_slots_have_no_candidates() -> None:
    shelf = shelf_of(background())
    one, other = Candidates(shelf, GroupingConfig()).pairs(np.zeros(0, dtype=np.int64), shelf.weights())
    assert (len(one), len(other)) == (0, 0)


def test_only_the_most_alike_are_looked_at() -> None:
    alike = [document(n, f"{DAM} {' '.join(BACKGROUND[: n - 2])}", 1) for n in range(2, 9)]
    assert words_only([document(1, DAM), *alike], 1, candidates=3) == {2, 3, 4}


def test_a_common_word_leads_to_the_latest_articles() -> None:
    shelf = shelf_of([document(n, f"Orsk {chr(96 + n) * 8}", float(n)) for n in range(1, 21)])
    assert found(shelf, 20, frequency_cap=5) == {16, 17, 18, 19}
    assert found(shelf, 1, frequency_cap=5) == {16, 17, 18, 19, 20}


def test_a_term_that_far_more_articles_hold_leads_nowhere() -> None:
    words = [hashlib.sha256(str(n).encode()).hexdigest()[:12].translate(LETTERS) for n in range(60)]
    shelf = shelf_of([document(n, f"Orsk {word}", float(n)) for n, word in enumerate(words, 1)])
    assert found(shelf, 60, frequency_cap=6) == {55, 56, 57, 58, 59}
    assert found(shelf, 60, frequency_cap=5) == set()


def test_an_article_that_left_is_no_candidate() -> None:
    shelf = shelf_of([document(1, DAM), document(2, DAM, 1), document(3, DAM, 2)])
    shelf.clear([2])
    assert found(shelf, 1) == {3}


def test_what_came_after_the_index_was_made_is_found_too() -> None:
    shelf = shelf_of([document(1, DAM), document(2, DAM, 1)])
    candidates = Candidates(shelf, GroupingConfig())
    assert found(shelf, 1, candidates) == {2}
    shelf.enter([read(document(3, "Orsk dam cracks", 2)), read(document(4, BACKGROUND[6], 2))])
    assert found(shelf, 1, candidates) == {2, 3}
    assert found(shelf, 3, candidates) == {1, 2}


def test_compacting_changes_no_candidate() -> None:
    articles = [document(n, f"{DAM} {n}", float(n)) for n in range(1, 9)]
    shelf = shelf_of([*articles, *background()])
    candidates = Candidates(shelf, GroupingConfig())
    found(shelf, 1, candidates)
    shelf.clear([2, 5, 103])
    before = found(shelf, 1, candidates)
    shelf.compact()
    candidates.forget()
    assert found(shelf, 1, candidates) == before


def test_the_small_index_moves_to_the_large_one_without_a_loss() -> None:
    rows = Rows(Terms())
    postings = Postings((rows,), 300)
    size = RECENT + 104
    for start in range(0, size, 50):
        rows.extend({f"w{number % 2000}": 1.0} for number in range(start, start + 50))
        parts = postings.shared(np.array([start + 7]), (np.ones(len(rows.terms), dtype=np.float32),))
        alike = [first + slot for first, part in parts for slot in part.indices.tolist()]
        assert sorted(alike) == list(range((start + 7) % 2000, start + 50, 2000))


def meaning(number: int, direction: int, hours: float = 0.0, noise: float = 0.3, language: str = "en") -> Document:
    """Give an article without a word in common with any other, its vector in one of 500 directions and a little off."""
    title = "".join(chr(97 + value % 26) for value in hashlib.sha256(str(number).encode()).digest()[:12])
    sentence = vector({direction: 1.0, 500 + number % 12: noise})
    return document(number, title, hours, language=language, vector=sentence)


def test_neighbours_by_vector_are_found_without_a_word_in_common() -> None:
    crowd = [meaning(100 + n, 10 + n % 400) for n in range(600)]
    articles = [meaning(1, 3), meaning(2, 3, 1, 0.2), meaning(3, 3, 2, 0.1, "de"), *crowd]
    assert {2, 3} <= found(shelf_of(articles), 1, candidates=0, dense_candidates=5)


def test_the_nearest_by_vector_come_first() -> None:
    alike = [meaning(n, 3, 1, noise=n / 10) for n in range(2, 40)]
    crowd = [meaning(100 + n, 10 + n % 400) for n in range(600)]
    articles = [meaning(1, 3, noise=0.0), *alike, *crowd]
    assert found(shelf_of(articles), 1, candidates=0, dense_candidates=4) == {2, 3, 4, 5}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(meaning(2, 3, 24 * 8), id="after the window"),
        pytest.param(meaning(2, 4), id="another meaning"),
        pytest.param(document(2, "zzz zzz"), id="without a vector"),
    ],
)
def test_who_is_no_neighbour_by_vector(other: Document) -> None:
    crowd = [meaning(100 + n, 10 + n % 400) for n in range(600)]
    assert 2 not in found(shelf_of([meaning(1, 3), other, *crowd]), 1)


def test_articles_without_a_vector_take_no_place_from_those_with_one() -> None:
    theme = [document(100 + n, f"q{'x' * n}", vector=vector({3: 1.0, n: 0.4})) for n in range(10, 90)]
    bare = [document(300 + n, f"r{'z' * n}") for n in range(90)]
    one = document(1, "aaaa", vector=vector({3: -1.0, 7: 0.5}))
    other = document(2, "bbbb", 1, vector=vector({3: -1.0, 7: 0.5, 8: 1.0}))
    assert 2 in found(shelf_of([one, *theme, *bare, other]), 1, candidates=0, dense_candidates=2)

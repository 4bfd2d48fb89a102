"""The shelf of the open window: whatever came and went, its numbers are those of a shelf filled just now."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping.features import read
from aggregator.grouping.shelf import Shelf
from aggregator.models import Document
from tests.grouping_cases import BACKGROUND, document, scorer_of, shelf_of, vector

TITLES = (
    *BACKGROUND[:4],
    "Dam at Orsk cracks after heavy rain, 7 villages cleared",
    "Third quake of 6.1 shakes coast off Valdoro",
    "Damm bei Orsk gebrochen",
    "",
    "Talks in Karlow end without a vote on the 4th day",
)


def article(number: int) -> Document:
    """Give article 1, 2, ...: all titles in turn, some with a lead, a language, a vector or no time."""
    title = TITLES[number % len(TITLES)]
    return document(
        number,
        title,
        None if number % 5 == 0 else float(number),
        summary=f"Two of {number * 1000:,} people in Orsk heard it." if number % 3 == 0 else "",
        language="de" if title.startswith("Damm") else "en",
        vector=vector({number % 7: 1.0, 300 + number: 0.5}) if number % 2 else None,
    )


def weighed(shelf: Shelf) -> dict[str, dict[str, float]]:
    """Give the weight of every term that an article of the shelf holds, by name."""
    weights = shelf.weights()
    terms = {
        "words": (shelf.words.terms, weights.words),
        "grams": (shelf.grams.terms, weights.grams),
        "names": (shelf.words.terms, weights.names),
        "rare_words": (shelf.words.terms, weights.rare_words),
        "rare_numbers": (shelf.numbers.terms, weights.rare_numbers),
    }
    return {
        name: {term: float(values[n]) for n, term in enumerate(found.names) if found.held[n]}
        for name, (found, values) in terms.items()
    }


def scored(shelf: Shelf) -> dict[tuple[int, int], dict[str, float]]:
    """Give the terms of every pair of articles of the shelf."""
    slots = sorted(shelf.slot_of.values(), key=lambda slot: shelf.articles[slot])
    left, right = np.triu_indices(len(slots), 1)
    one, other = np.array(slots, dtype=np.int64)[left], np.array(slots, dtype=np.int64)[right]
    pairs = scorer_of(shelf).pairs(one, other)
    keys = [(shelf.articles[i], shelf.articles[j]) for i, j in zip(one, other, strict=True)]
    columns = {**pairs.terms, "likeness": pairs.likeness, "within": pairs.within}
    return {key: {name: float(values[n]) for name, values in columns.items()} for n, key in enumerate(keys)}


def same(shelf: Shelf, fresh: Shelf) -> None:
    assert weighed(shelf) == weighed(fresh)
    assert shelf.mean_vector(100) == pytest.approx(fresh.mean_vector(100), abs=1e-7)
    found, wanted = scored(shelf), scored(fresh)
    assert found.keys() == wanted.keys()
    assert all(found[key] == pytest.approx(wanted[key], abs=1e-5) for key in wanted)


steps = st.lists(
    st.tuples(st.just("enter"), st.sets(st.integers(1, 20), min_size=1, max_size=6))
    | st.tuples(st.just("clear"), st.sets(st.integers(1, 20), min_size=1, max_size=6))
    | st.tuples(st.just("compact"), st.just(set[int]())),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_a_shelf_is_worth_what_it_holds(taken: list[tuple[str, set[int]]]) -> None:
    shelf = Shelf()
    held: set[int] = set()
    for step, articles in taken:
        if step == "enter":
            shelf.enter([read(article(n)) for n in sorted(articles - held)])
            held |= articles
        elif step == "clear":
            shelf.clear(sorted(articles & held))
            held -= articles
        else:
            shelf.compact()
    assert set(shelf.slot_of) == held
    same(shelf, shelf_of(article(n) for n in sorted(held)))


def test_compacting_leaves_no_gap_and_no_term_that_nobody_holds() -> None:
    shelf = shelf_of(article(n) for n in range(1, 21))
    shelf.clear([1, 3, 5, 20])
    assert (len(shelf), shelf.empty) == (20, 4)
    kept = shelf.compact().tolist()
    assert kept == [n - 1 for n in range(1, 21) if n not in (1, 3, 5, 20)]
    assert (len(shelf), shelf.empty) == (16, 0)
    assert [shelf.slot_of[number] for number in shelf.articles] == list(range(16))
    assert all((rows.terms.held > 0).all() for rows in (shelf.words, shelf.grams, shelf.numbers))


def test_compacting_keeps_how_near_an_article_was_to_its_nearest() -> None:
    shelf = shelf_of(article(n) for n in range(1, 5))
    shelf.top.values[:], shelf.met.values[:] = [0.1, 0.2, 0.3, 0.4], [True, False, True, False]
    shelf.clear([2])
    shelf.compact()
    assert shelf.top.values.tolist() == pytest.approx([0.1, 0.3, 0.4])
    assert shelf.met.values.tolist() == [True, True, False]


def test_the_mean_vector_is_that_of_the_articles_that_have_one() -> None:
    vectors = [vector({0: 1.0}), vector({1: 1.0}), None, None]
    shelf = shelf_of(document(n, TITLES[n], vector=found) for n, found in enumerate(vectors))
    assert shelf.mean_vector(0)[:3].tolist() == [0.5, 0.5, 0.0]
    assert shelf.mean_vector(2)[:3].tolist() == [0.25, 0.25, 0.0]
    shelf.clear([1, 2])
    assert shelf.mean_vector(0)[:3].tolist() == [1.0, 0.0, 0.0]
    assert not shelf_of([document(1, TITLES[0])]).mean_vector(100).any()


def test_more_numbers_than_are_read_do_no_harm() -> None:
    many = document(1, " ".join(str(900 + n) for n in range(30)), summary=" ".join(str(100 + n) for n in range(30)))
    shelf = shelf_of([many, document(2, "A quake of 6.1")])
    assert read(many).numbers <= read(many).all_numbers
    shelf.clear([2])
    shelf.compact()
    same(shelf, shelf_of([many]))


@pytest.mark.parametrize(
    ("word", "rises"),
    [
        pytest.param("orsk", True, id="a word that few hold"),
        pytest.param("the", False, id="a stopword, though it is there for the first time"),
    ],
)
def test_a_stopword_is_never_rare(word: str, rises: bool) -> None:
    shelf = shelf_of([document(1, "The dam at Orsk"), document(2, "Trams vote")])
    assert (weighed(shelf)["words"][word] > weighed(shelf)["words"]["at"]) == rises


@pytest.mark.parametrize(
    ("titles", "name", "is_name"),
    [
        pytest.param(("Police arrest Petra Lind",), "lind", True, id="with a capital"),
        pytest.param(("Police arrest a man",), "man", False, id="without"),
        pytest.param(("Apple to open", "The Apple falls", "An apple falls"), "apple", False, id="now and then"),
        pytest.param(("In The Valley",), "the", False, id="a stopword in Title Case"),
        pytest.param(("POLICE ARREST PETRA LIND",), "lind", False, id="all shout"),
    ],
)
def test_names_are_words_that_the_window_writes_with_a_capital(
    titles: tuple[str, ...], name: str, is_name: bool
) -> None:
    shelf = shelf_of(document(n, title) for n, title in enumerate(titles))
    assert (weighed(shelf)["names"][name] > 0) == is_name


def test_a_word_loses_weight_as_it_spreads() -> None:
    shelf = shelf_of([document(1, "Dam at Orsk cracks")])
    before = weighed(shelf)["words"]["dam"]
    shelf.enter([read(replace(document(n, "Dam of another river"), order=str(n))) for n in range(2, 200)])
    assert weighed(shelf)["words"]["dam"] < 0.5 * before

"""Each term of the pair score, by named pairs; the score does not depend on who is asked about whom."""

from __future__ import annotations

from dataclasses import replace
from math import log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping.features import read
from aggregator.grouping.scoring import (
    CONFLICT_LIMIT,
    GAP_HOURS,
    LEAST_TOP,
    NAMES_CAP,
    SAME_DAY_HOURS,
    UNKNOWN_HOURS,
    Pairs,
    Scorer,
)
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.weights import ACROSS, WEIGHTS
from aggregator.models import Document
from tests.grouping_cases import START, background, document, scorer_of, shelf_of, vector

DAM = "Dam at Orsk cracks after heavy rain"
LEAD = "Seven villages in the valley were cleared."
MIDNIGHT = START.replace(hour=0).timestamp()


def scored(one: Document, other: Document) -> tuple[Scorer, Pairs]:
    """Score two articles among unrelated news."""
    shelf = shelf_of([one, other, *background()])
    scorer = scorer_of(shelf)
    pairs = scorer.pairs(np.array([0]), np.array([1]))
    scorer.meet(pairs)
    return scorer, pairs


def terms(one: Document, other: Document) -> dict[str, float]:
    scorer, pairs = scored(one, other)
    nearest = float(scorer.nearness(pairs)[0])
    return {name: float(value[0]) for name, value in pairs.terms.items()} | {"nearest": nearest}


def probability(one: Document, other: Document) -> float:
    scorer, pairs = scored(one, other)
    return float(scorer.probability(pairs)[0])


def titles(one: str, other: str, lead: str = "", other_lead: str = "", **fields: object) -> tuple[Document, Document]:
    return document(1, one, summary=lead, **fields), document(2, other, 1.0, summary=other_lead, **fields)


def test_every_weight_has_its_term() -> None:
    assert set(WEIGHTS) | set(ACROSS) == terms(*titles(DAM, DAM)).keys()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(*titles(DAM, DAM), 1.0, id="one headline"),
        pytest.param(*titles(DAM, "Heavy rain cracks after dam at Orsk"), 1.0, id="the same words in another order"),
        pytest.param(*titles(DAM, "Tram drivers vote"), 0.0, id="no word in common"),
        pytest.param(*titles(DAM, DAM, LEAD), 1.0, id="one has no lead: titles only"),
        pytest.param(*titles(DAM, "Tram drivers vote", DAM), 0.0, id="a lead is not compared with a title"),
        pytest.param(*titles("", ""), 0.0, id="no words"),
    ],
)
def test_words(one: Document, other: Document, expected: float) -> None:
    assert terms(one, other)["words"] == pytest.approx(expected, abs=1e-5)


def test_leads_count_where_both_have_one() -> None:
    other = "Tram drivers vote"
    assert 0 < terms(*titles(DAM, other, LEAD, LEAD))["words"] < 0.9
    assert terms(*titles(DAM, DAM, LEAD, "Trams stand still."))["words"] < 1


def test_rare_words_count_more_than_common_ones() -> None:
    rare = terms(*titles("Dam at Orsk breaks", "Orsk mourns the poet"))["words"]
    common = terms(*titles("Dam at Orsk breaks", "Poets meet at the lake"))["words"]
    assert rare > 3 * common > 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Dam cracks", "cracks dam", 1.0, id="order apart"),
        pytest.param("Votes", "Vote", 0.8889, id="letters in common"),
        pytest.param("xyz", "abc", 0.0, id="none"),
    ],
)
def test_ratio(one: str, other: str, expected: float) -> None:
    found = terms(*titles(one, other))["ratio"]
    assert found == pytest.approx(1.0 if one == "Votes" else expected, abs=1e-3)  # a plural s is no difference


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param("Police arrest Petra Lind", "Court frees Petra Lind", True, id="a name in both"),
        pytest.param("Police arrest Petra Lind", "Court frees Jon Adler", False, id="two names"),
        pytest.param("Police arrest a poet", "Court frees the poet", False, id="a word that is no name"),
        pytest.param("The Police", "The Court", False, id="a stopword with a capital"),
        pytest.param("Court frees the LIND", "POLICE ARREST PETRA LIND", False, id="who shouts names nobody"),
    ],
)
def test_names(one: str, other: str, shared: bool) -> None:
    assert (terms(*titles(one, other))["names"] > 0) == shared


def test_many_names_in_common_say_no_more_than_two() -> None:
    many = "Talks of Petra Lind, Jon Adler, Ilse Moor and Emil Quist in Karlow"
    assert terms(*titles(many, many))["names"] == NAMES_CAP


@pytest.mark.parametrize(
    ("one", "other", "numbers", "clash"),
    [
        pytest.param(("Quake of 6.1",), ("A 6.1 quake",), 1, 0, id="one number"),
        pytest.param(("Quake of 6.1",), ("Quake of 5.2",), 0, 1, id="two numbers"),
        pytest.param(("Quake of 6.1",), ("Strong quake",), 0, 0, id="one tells none"),
        pytest.param(("Quake of 6.1",), ("Quake of 5.2", "After one of 6.1 on Monday."), 1, 0, id="told further down"),
        pytest.param(("Third storm",), ("3rd storm",), 1, 0, id="an ordinal in words"),
        pytest.param(("Third storm",), ("Fourth storm",), 0, 1, id="two ordinals"),
        pytest.param(("$1,400 billion",), ("1400 billion",), 1, 0, id="thousands"),
        pytest.param(("Storm", "Of 6 kinds."), ("Storm", "Of 7 kinds."), 0, 0, id="not in the headlines"),
    ],
)
def test_numbers(one: tuple[str, ...], other: tuple[str, ...], numbers: int, clash: int) -> None:
    found = terms(document(1, one[0], summary="".join(one[1:])), document(2, other[0], 1, summary="".join(other[1:])))
    assert (found["numbers"], found["clash"]) == (numbers, clash)


def test_a_number_that_stands_everywhere_neither_joins_nor_parts() -> None:
    year = [document(10 + n, f"Year 2026 in {chr(97 + n % 26) * 7}", 1) for n in range(200)]
    shelf = shelf_of([document(1, "Games of 2026"), document(2, "Budget of 2026"), document(3, "Debt of 2025"), *year])
    pairs = scorer_of(shelf).pairs(np.array([0, 1]), np.array([1, 2]))
    assert (pairs.terms["numbers"].tolist(), pairs.terms["clash"].tolist()) == ([0, 0], [0, 0])


@pytest.mark.parametrize(
    ("one", "other", "elsewhere"),
    [
        pytest.param(("Floods in Valdoro",), ("Floods in Kesmir",), 1, id="two places"),
        pytest.param(("Floods in Valdoro",), ("Floods near Valdoro",), 0, id="one place"),
        pytest.param(("Floods in Valdoro",), ("Valdoro floods in Kesmir",), 0, id="the other's is mentioned"),
        pytest.param(("Floods in Valdoro",), ("Floods in Kesmir", "And in Valdoro."), 0, id="mentioned further down"),
        pytest.param(("Floods in Valdoro",), ("Floods spread",), 0, id="one tells none"),
    ],
)
def test_places(one: tuple[str, ...], other: tuple[str, ...], elsewhere: int) -> None:
    found = terms(document(1, one[0], summary="".join(one[1:])), document(2, other[0], 1, summary="".join(other[1:])))
    assert found["places"] == elsewhere


def at(seconds: float | None) -> Document:
    return document(1, DAM, published=seconds)


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        pytest.param(at(MIDNIGHT + 60), at(MIDNIGHT + 60), 0.0, id="one moment"),
        pytest.param(at(MIDNIGHT + 60), at(MIDNIGHT + 60 + 3 * 3600), 3.0, id="three hours"),
        pytest.param(at(MIDNIGHT), at(MIDNIGHT), SAME_DAY_HOURS, id="one day, no time of it"),
        pytest.param(at(MIDNIGHT), at(MIDNIGHT + 60), SAME_DAY_HOURS, id="one tells the day only"),
        pytest.param(at(MIDNIGHT + 43200), at(MIDNIGHT + 3600), 11.0, id="a day written as noon, farther apart"),
        pytest.param(at(MIDNIGHT), at(MIDNIGHT + 2 * 86400), 48.0, id="two days"),
        pytest.param(at(None), at(MIDNIGHT + 60), UNKNOWN_HOURS, id="one without a time"),
        pytest.param(at(None), at(None), UNKNOWN_HOURS, id="both without a time"),
    ],
)
def test_gap(one: Document, other: Document, hours: float) -> None:
    assert terms(one, replace(other, id=2))["gap"] == pytest.approx(log1p(hours / GAP_HOURS), abs=1e-4)


def test_the_gap_lowers_the_probability() -> None:
    found = [probability(document(1, DAM), document(2, f"{DAM} today", hours)) for hours in (1, 10, 50, 150)]
    assert found == sorted(found, reverse=True)
    assert probability(document(1, DAM), document(2, DAM, 24 * 7 + 1)) == 0


def test_who_has_a_nearer_neighbour_is_less_near_to_others() -> None:
    shelf = shelf_of([document(1, DAM), document(2, f"{DAM} again", 1), document(3, "Rain at Orsk", 1), *background()])
    scorer = scorer_of(shelf)
    far = scorer.pairs(np.array([0]), np.array([2]))
    before = scorer.nearness(far)[0]
    scorer.meet(scorer.pairs(np.array([0]), np.array([1])))
    assert before > scorer.nearness(far)[0] > 0
    assert scorer.nearness(scorer.pairs(np.array([0]), np.array([1])))[0] == pytest.approx(1)


def test_the_nearest_of_a_quiet_window_need_not_be_near() -> None:
    scorer, pairs = scored(*titles(DAM, "Museum of lace opens"))
    assert scorer.nearness(pairs)[0] == pytest.approx(pairs.likeness[0] / LEAST_TOP)
    assert scorer.nearness(pairs)[0] < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Strong quake shakes coast of Valdoro", "Strong quake shakes coast of Kesmir", id="places"),
        pytest.param("Senate passes 900 billion budget", "Senate passes 1,400 billion budget", id="numbers"),
    ],
)
def test_a_conflict_can_not_be_outweighed_without_a_name_in_common(one: str, other: str) -> None:
    limit = 1 / (1 + np.exp(-CONFLICT_LIMIT))
    plain = [title.lower().replace("valdoro", "Valdoro").replace("kesmir", "Kesmir") for title in (one, other)]
    assert probability(*titles(*plain)) <= limit + 1e-6
    named = probability(*titles(f"{one}: mayor Petra Lind speaks", f"{other}: mayor Petra Lind speaks"))
    assert named > limit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(document(1, ""), document(2, ""), id="no titles"),
        pytest.param(document(1, "", summary=LEAD), document(2, "", summary=LEAD), id="leads without titles"),
        pytest.param(document(1, DAM, language="en"), document(2, DAM, language="de"), id="two languages"),
    ],
)
def test_who_can_not_be_compared_is_of_no_one_event(one: Document, other: Document) -> None:
    assert probability(one, other) == 0


@pytest.mark.parametrize(
    "languages",
    [
        pytest.param(("en", "en"), id="one language"),
        pytest.param((None, "en"), id="one does not tell"),
        pytest.param(("de", None), id="the other does not tell"),
        pytest.param((None, None), id="neither tells"),
    ],
)
def test_words_are_compared_within_a_language(languages: tuple[str | None, str | None]) -> None:
    one, other = (document(n, DAM, float(n), language=language) for n, language in enumerate(languages))
    assert probability(one, other) > 0.9


def across(direction: int = 3, hours: float = 1.0, title: str = "Damm am Fluss gebrochen") -> tuple[Document, Document]:
    """Give articles of two languages; in direction 3 their vectors are near each other."""
    one = document(1, DAM, language="en", vector=vector({3: 1.0, 4: 0.8}))
    return one, document(2, title, hours, language="de", vector=vector({direction: 1.0, 5: 0.8}))


def test_vectors_join_across_languages() -> None:
    near, far, late = probability(*across()), probability(*across(9)), probability(*across(hours=100))
    assert near > 0.8 > 0.5 > late > far


def test_a_name_counts_across_languages() -> None:
    assert probability(*across(9, title="Damm bei Orsk gebrochen")) > probability(*across(9))


def test_words_and_letters_do_not_count_across_languages() -> None:
    one, other = across(9, title="vote")
    alike = replace(other, title="dam cracks after heavy rain at the river")
    assert probability(one, alike) == pytest.approx(probability(one, other), abs=1e-4)
    _, pairs = scored(one, alike)
    assert (pairs.within[0], pairs.likeness[0]) == (False, 0)


WORDS = ("dam", "Orsk", "in Valdoro", "in Kesmir", "rain", "police", "7", "9", "vote", "Petra", "", "-")
Row = tuple[str, str, int | None, str | None, int | None]
rows_of_articles = st.tuples(
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join),
    st.none() | st.integers(0, 200),
    st.sampled_from(["en", "de", None]),
    st.none() | st.integers(0, 3),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows_of_articles, min_size=2, max_size=8))
def test_one_with_the_other_is_the_other_with_the_one(rows: list[Row]) -> None:
    shelf = Shelf()
    for n, (title, lead, hours, language, direction) in enumerate(rows):
        sentence = None if direction is None else vector({direction: 1.0, 9: 0.5})
        article = document(n, title, hours, summary=lead, language=language, vector=sentence)
        shelf.enter([read(article)])
    one, other = np.triu_indices(len(rows), 1)
    scorer = scorer_of(shelf)
    there, back = scorer.pairs(one, other), scorer.pairs(other, one)
    for name in there.terms:
        assert there.terms[name] == pytest.approx(back.terms[name], abs=1e-6)
    scorer.meet(there)
    found = scorer.probability(there)
    assert found == pytest.approx(scorer.probability(back), abs=1e-5)
    assert ((found >= 0) & (found <= 1)).all()

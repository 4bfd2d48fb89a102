"""The report on accuracy: every section comes from a run, no headline is in it, its measures say what they claim."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from aggregator.models import Document
from bench import boundary
from bench.accuracy import OWN, command, load_all, report
from bench.bars import BarError, bar_error, side
from bench.gold import read_gold
from bench.measures import alone, kept_whole, shuffled, with_strangers
from bench.true_pairs import examine
from tests.test_grouping import document

SECTIONS = [
    "What was measured",
    "Scores",
    "Candidates",
    "What it means for a reader",
    "What each part is worth",
    "Where rapidfuzz earns its place",
    "Failures worth knowing",
    "Storylines",
    "Ratings as of the day",
]
PRINTED = Path(__file__).resolve().parent / "printed_labels.csv"
GOLD = {1: "a", 2: "a", 3: "a", 4: "b", 5: "c"}
LEANS = {1: "Left", 2: "Lean Left", 3: "Right", 4: "Center", 5: ""}


@pytest.fixture(scope="module")
def written() -> str:
    told = command([], [], [], [PRINTED])
    return "\n\n".join(report(load_all([], [], []), told, own=True, shuffles=2, printed=[PRINTED]))


def test_every_section_stands_in_the_report(written: str) -> None:
    assert re.findall(r"^## (.*)$", written, re.MULTILINE) == SECTIONS


def test_the_report_says_whose_cases_it_ran_on(written: str) -> None:
    assert "Written by `python -m bench.accuracy --ratings printed_labels.csv`" in written
    assert "tests/grouping_gold.csv" in written
    assert "| grouping_gold | scored | 121 | 44 | de, en | 100% |" in written


def test_no_title_of_a_gold_file_is_written(written: str) -> None:
    titles = []
    for path in (OWN, PRINTED):
        with path.open(newline="", encoding="utf-8") as file:
            titles += [row["title"] for row in csv.DictReader(file)]
    assert [title for title in titles if title in written] == []


def test_the_command_names_files_without_their_folders() -> None:
    told = command([Path("/far/a.csv"), Path("b c.csv")], [Path("x/m.csv")], [])
    assert told == "python -m bench.accuracy a.csv 'b c.csv' --multi m.csv"


@pytest.mark.parametrize(
    ("lean", "expected"),
    [
        pytest.param("Lean Left", "left", id="as AllSides writes it"),
        pytest.param("Center", "center", id="center"),
        pytest.param("-2", "left", id="a number"),
        pytest.param("0", "center", id="nought"),
        pytest.param("+1", "right", id="a number with its sign"),
        pytest.param("", "unrated", id="unrated is never center"),
        pytest.param("Mixed", "unrated", id="off the spectrum"),
    ],
)
def test_sides(lean: str, expected: str) -> None:
    assert side(lean) == expected


FIVE = [document(number, f"{word} headline") for number, word in enumerate(("Elm", "Oak", "Ash", "Fir", "Yew"), 1)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(GOLD, BarError(1, 0.0, 0.0, 1.0), id="the gold itself"),
        pytest.param(
            {1: "x", 2: "x", 3: "y", 4: "z", 5: "w"}, BarError(1, 2 / 3, 2 / 3, 0.0), id="the right is missing"
        ),
        pytest.param(
            {1: "x", 2: "x", 3: "x", 4: "x", 5: "w"}, BarError(1, 0.5, 0.5, 0.0), id="a stranger from the center"
        ),
    ],
)
def test_the_bar_is_compared_with_that_of_the_gold_story(told: Mapping[int, str], expected: BarError) -> None:
    found = bar_error(FIVE, GOLD, told, LEANS)
    assert found is not None
    assert (found.stories, found.exact) == (expected.stories, expected.exact)
    assert (found.articles, found.origins) == pytest.approx((expected.articles, expected.origins))


def test_a_copy_counts_once_where_copies_are_collapsed() -> None:
    same = "Ferry runs aground near Quay Island with 210 on board"
    documents = [document(n, same) for n in (1, 2)] + [document(3, "Fog blamed as Marigold hits rocks")]
    gold = dict.fromkeys((1, 2, 3), "ferry")
    leans = {1: "Left", 2: "Left", 3: "Right"}
    found = bar_error(documents, gold, {1: "x", 2: "x", 3: "y"}, leans)
    assert found is not None
    assert (found.articles, found.origins) == pytest.approx((2 / 3, 1.0))


def test_without_leans_there_is_no_bar() -> None:
    assert bar_error(FIVE, GOLD, GOLD, dict.fromkeys(GOLD, "")) is None


def test_strangers_and_whole_stories_are_counted() -> None:
    told = {1: "x", 2: "x", 3: "y", 4: "y", 5: "z"}
    assert with_strangers(GOLD, told) == (2, 1)
    assert kept_whole(GOLD, told, range(3, 6)) == (1, 0)
    assert kept_whole(GOLD, GOLD, range(3, 6)) == (1, 1)


def quakes() -> tuple[list[Document], dict[int, str]]:
    titles = [
        "Quake of magnitude 6.1 hits off Tarn coast",
        "Magnitude 6.1 quake hits Tarn coast",
        "Cider makers fear a poor apple harvest",
        "Chess champion Ilse Vanderhoek retires at 34",
    ]
    return [document(n, title, n / 2) for n, title in enumerate(titles, 1)], {1: "q", 2: "q", 3: "c", 4: "v"}


def test_true_pairs_are_followed_from_candidates_to_stories() -> None:
    documents, gold = quakes()
    recall = examine(documents, gold, {1: "x", 2: "y", 3: "z", 4: "w"}).recall
    assert (recall.pairs, recall.likely, recall.at_first, recall.at_first_likely, recall.ahead) == (1, 1, 1.0, 1.0, 1.0)
    assert (recall.missed_likely, recall.missed_apart) == (0, 0)


def test_wrong_pairs_in_one_story_are_counted_by_kind() -> None:
    documents, gold = quakes()
    bins = {found.name: found for found in examine(documents, gold, dict.fromkeys(gold, "all")).bins}
    assert (bins["0 to 6 hours apart"].true, bins["0 to 6 hours apart"].joined_true) == (1, 1)
    assert bins["0 to 6 hours apart"].joined == 6
    assert bins["in two languages"].true == 0


def test_a_living_grouper_is_given_every_batch() -> None:
    documents, gold = quakes()
    assert alone(documents, gold) == 1.0
    told = shuffled(documents, batches=3, seed=1)
    assert told.keys() == gold.keys()
    assert told[1] == told[2]
    assert len(set(told.values())) == 3


def test_pairs_are_drawn_once_each_and_evenly() -> None:
    documents, _ = read_gold(OWN)
    drawn = list(boundary.drawn(documents, 24, seed=1))
    assert drawn == list(boundary.drawn(documents, 24, seed=1))
    assert len({frozenset(pair[:2]) for pair in drawn}) == len(drawn)
    assert all(boundary.EDGES[0] <= pair[2] < boundary.EDGES[-1] for pair in drawn)
    places = [sum(pair[2] >= boundary.EDGES) for pair in drawn]
    assert max(places.count(place) for place in places) <= 2


def test_the_agreement_with_a_reader_leaves_out_what_can_not_be_decided(capsys: pytest.CaptureFixture[str]) -> None:
    rows: Sequence[dict[str, str]] = [
        {"one": "1", "other": "2", "judged": "y", "probability": "0.9"},
        {"one": "1", "other": "4", "judged": "n", "probability": "0.5"},
        {"one": "3", "other": "4", "judged": "y", "probability": "0.3"},
        {"one": "4", "other": "5", "judged": "?", "probability": "0.1"},
    ]
    boundary.print_agreement(rows, GOLD, GOLD)
    printed = capsys.readouterr().out
    assert printed.startswith("4 pairs, 3 decided, 1 not\n")
    assert "stories  agree on 0.667: one event, together 1, apart 1; two events, together 0, apart 1" in printed

"""What holds of grouping whatever comes: titles built to be slow, articles without words, copies in later batches."""

from __future__ import annotations

import random
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping import GroupingConfig, group
from aggregator.grouping.window import Grouper
from aggregator.models import Document
from tests.grouping_cases import document, stories

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = tuple("".join(random.Random(n).choices(LETTERS, k=6)) for n in range(73))


def shuffled(number: int) -> str:
    return " ".join(random.Random(number).sample(VOCABULARY, len(VOCABULARY)))


def drawn(number: int) -> str:
    return " ".join(random.Random(number).sample(VOCABULARY, 30))


def letters(number: int) -> str:
    return "".join(random.Random(number).choices("abcd ", k=512))


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(shuffled, id="the same words in another order"),
        pytest.param(drawn, id="half of the same words"),
        pytest.param(letters, id="all n-grams of four letters"),
        pytest.param(lambda n: " - | : » " * 60 + str(n), id="all separators"),
        pytest.param(lambda n: " - ".join([f"a{n % 7}"] * 120), id="separated words"),
        pytest.param(lambda n: "a" * (512 - n % 500), id="one letter"),
        pytest.param(lambda n: "a " * 256, id="one word again and again"),
        pytest.param(lambda n: f"{LETTERS[n % 26] * (1 + n // 26)} {' '.join(VOCABULARY)}", id="all alike but a word"),
        pytest.param(lambda n: " ".join(str(1000 * n + m) for m in range(80)), id="all numbers"),
        pytest.param(lambda n: " in ".join(f"A{LETTERS[(n * m) % 26]}bc" for m in range(80)), id="all places"),
        pytest.param(lambda n: "<b" * 256, id="tags that never end"),
        pytest.param(lambda n: "live: " * 85 + str(n), id="all labels"),
        pytest.param(lambda n: "a" + "\u0301" * 511, id="accents upon accents"),
        pytest.param(lambda n: "\ufdfa" * 508 + str(n), id="letters that become eighteen"),
    ],
)
def test_titles_built_to_be_slow_are_not(title: Callable[[int], str]) -> None:
    """Each kind takes at most about half a second of one core."""
    hostile = [document(number, title(number)[:512], number / 100) for number in range(400)]
    began = process_time()
    assert len(group(hostile).members) == 400
    assert process_time() - began < 8


WORDLESS = ("", " ", "...", "— !", "\u200b\u202e", "<b></b>", "&nbsp;", "- | -", "\x00", "\u0301")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(WORDLESS), min_size=1, max_size=8),
    st.sampled_from(["", "Villages below the dam at Orsk were cleared after days of heavy rain."]),
    st.lists(st.sampled_from(["Dam at Orsk cracks", "Orsk dam cracks after rain"]), max_size=3),
)
def test_titles_without_a_word_stay_alone(wordless: list[str], lead: str, titles: list[str]) -> None:
    bare = [document(number, title, number / 10, summary=f"{lead} {number}") for number, title in enumerate(wordless)]
    others = [document(50 + number, title, number / 10, summary=lead) for number, title in enumerate(titles)]
    found = stories(group([*bare, *others]))
    assert all([d.id] in found for d in bare)


EVENTS = (
    "Ferry Aurelia runs aground off Cape Tarn with 212 people on board",
    "Passengers rescued as ferry Aurelia runs aground at Cape Tarn",
    "Central bank of Norrland lifts key rate to 4.5 percent",
    "Norrland central bank raises key rate to 4.5 percent, more to come",
    "Mayor of Brunlund resigns over affair of the tram depot",
)


@st.composite
def batches(draw: st.DrawFn) -> list[tuple[list[Document], list[Document]]]:
    """Draw batches of reports, each with later copies of what has been there by then."""
    found: list[tuple[list[Document], list[Document]]] = []
    reports: list[Document] = []
    for number in range(draw(st.integers(1, 4))):
        titles = draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=3, unique=True))
        new = [_report(10 * number + n, title, 30.0 * number + n) for n, title in enumerate(titles, 1)]
        reports += new
        copied = draw(st.lists(st.sampled_from(reports), max_size=3))
        copies = [_copy(100 + 10 * number + n, original, 30.0 * number + 10) for n, original in enumerate(copied)]
        found.append((new, copies))
    return found


def _report(number: int, title: str, hours: float) -> Document:
    own = " ".join(f"{VOCABULARY[n]}{number}" for n in range(70))
    return document(number, title, hours, body=f"{title}. {own}")


def _copy(number: int, original: Document, hours: float) -> Document:
    return document(number, original.title, hours, body=original.body)


@settings(max_examples=40, deadline=None)
@given(batches())
def test_a_copy_of_a_later_batch_has_no_vote_either(drawn_batches: list[tuple[list[Document], list[Document]]]) -> None:
    alone, among = Grouper(GroupingConfig()), Grouper(GroupingConfig())
    for reports, copies in drawn_batches:
        alone.take(reports)
        among.take([*reports, *copies])
        wanted = {m.article: (m.founder, m.score, m.matched) for m in alone.every().members}
        found = {m.article: (m.founder, m.score, m.matched) for m in among.every().members}
        assert {article: found[article] for article in wanted} == wanted
        origins = {link.article: link.representative for link in among.every().copies}
        assert all(found[copy][0] == found[original][0] for copy, original in origins.items())

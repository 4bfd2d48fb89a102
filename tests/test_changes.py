"""What changed in a text, word by word, and when two texts say the same."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from aggregator.text import Run, same_wording, word_changes, wording
from aggregator.text.changes import PAIRS


def marked(old: str, new: str) -> str:
    """Writes a diff as one line: [-removed-] and {+added+}."""
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in word_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("Ferry aground", "Ferry aground", "Ferry aground", id="nothing"),
        pytest.param("“Ferry” – aground", '"Ferry" - aground', '"Ferry" - aground', id="typed otherwise"),
        pytest.param("Ferry runs aground", "Ferry runs aground, 90 aboard", "Ferry runs aground{+, 90 aboard+}",
                     id="words added"),
        pytest.param("Minister lied to House", "Minister misled House", "Minister [-lied to -]{+misled +}House",
                     id="words exchanged"),
        pytest.param("The bill, they said", "The bill they said", "The bill [-, -]they said", id="a comma"),
        pytest.param("Three die in big fire by the docks at dawn", "Five hurt in small blast by the docks at dawn",
                     "[-Three die in big fire -]{+Five hurt in small blast +}by the docks at dawn", id="no islands"),
        pytest.param("Senate close to vote", "Dockers walk out at noon",
                     "[-Senate close to vote-]{+Dockers walk out at noon+}", id="all of it"),
        pytest.param("港の法案が可決", "港の法案が否決", "港の法案が[-可-]{+否+}決", id="without spaces"),
        pytest.param("", "Ferry aground", "{+Ferry aground+}", id="from nothing"),
        pytest.param("Ferry aground", "", "[-Ferry aground-]", id="to nothing"),
        pytest.param("Q3 profit of 1,200.50 crowns", "Q3 profit of 1,300.50 crowns",
                     "Q3 profit of [-1,200.50 -]{+1,300.50 +}crowns", id="a number is one word"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(old: str, new: str, told: str) -> None:
    assert marked(old, new) == told


texts = some.text(alphabet="ab cd, é港\n.'-", max_size=60) | some.text(max_size=40)


@given(texts, texts)
def test_both_versions_can_be_read_from_the_runs(old: str, new: str) -> None:
    runs = word_changes(old, new)
    assert "".join(run.text for run in runs if run.kind != "removed") == new.strip()
    before = "".join(run.text for run in runs if run.kind != "added")
    assert "".join(map(wording, before.split())) == "".join(map(wording, old.split()))
    assert all(one.kind != other.kind for one, other in pairwise(runs))


def lines_of(words: int, seed: int) -> str:
    chosen = random.Random(seed).choices(["alpha", "beta", "gamma", "delta"], k=words)
    return "\n".join(" ".join(chosen[start : start + 40]) for start in range(0, words, 40))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("a b " * 2000, "b a " * 2000, id="two words"),
        pytest.param(lines_of(3900, 1), lines_of(3900, 2), id="four words"),
        pytest.param(lines_of(30_000, 1), lines_of(30_000, 2), id="the longest bodies, of four words"),
        pytest.param(" ".join(map(str, range(30_000))), " ".join(map(str, range(1, 30_000))), id="one endless line"),
        pytest.param("\n".join("ab" * 9000), "\n".join("ba" * 9000), id="nothing but lines"),
        pytest.param("\n" * 200_000, " " * 200_000, id="nothing at all"),
    ],
)
def test_a_text_built_to_be_slow_is_not(old: str, new: str) -> None:
    started = time.thread_time()  # of a processor, whatever else the machine does
    runs = word_changes(old, new)
    assert time.thread_time() - started < 3
    assert "".join(run.text for run in runs if run.kind != "removed") == new.strip()


def test_a_long_body_is_compared_by_its_lines_first() -> None:
    lines = [f"Paragraph {number} tells what happened next, as {number} people said." for number in range(900)]
    changed = [line.replace("next", "later") if number == 500 else line for number, line in enumerate(lines)]
    old, new = "\n".join(lines), "\n".join(changed)
    assert len(old.split()) * len(new.split()) > PAIRS
    assert [run for run in word_changes(old, new) if run.kind != "kept"] == [
        Run("removed", "next"),
        Run("added", "later"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("“Now”", '"Now"', True, id="quotes"),
        pytest.param("l’été", "l'été", True, id="apostrophes"),
        pytest.param("a – b", "a-b", True, id="dashes"),
        pytest.param("wait…", "wait...", True, id="an ellipsis"),
        pytest.param("fish &amp; chips", "fish & chips", True, id="entities"),
        pytest.param("two\xa0words", "two words", True, id="spaces"),
        pytest.param("ﬁre", "fire", True, id="ligatures"),
        pytest.param("at https://a.example/1?utm_source=x", "at https://a.example/1?fbclid=y", True, id="tracking"),
        pytest.param("The lead goes on…", "The lead goes on and on", True, id="cut earlier"),
        pytest.param("Fire", "FIRE", False, id="capitals"),
        pytest.param("3 dead", "4 dead", False, id="a number"),
        pytest.param("He lied", "He lied?", False, id="a question mark"),
        pytest.param("resume", "résumé", False, id="accents"),
    ],
)
def test_when_two_texts_say_the_same(one: str, other: str, same: bool) -> None:
    assert same_wording(one, other) is same_wording(other, one) is same

"""B-cubed and pairwise scores against values worked out by hand."""

from __future__ import annotations

import pytest

from aggregator.grouping.measure import Measure, score

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3"}


@pytest.mark.parametrize(
    ("predicted", "bcubed", "pairwise", "kept"),
    [
        pytest.param(dict(GOLD), Measure(1.0, 1.0), Measure(1.0, 1.0), 1.0, id="the gold itself"),
        pytest.param({}, Measure(1.0, 0.5), Measure(0.0, 0.0), 1.0, id="all left out"),
        pytest.param(dict.fromkeys(GOLD, "x"), Measure(14 / 36, 1.0), Measure(4 / 15, 1.0), 0.0, id="one blob"),
        pytest.param(
            {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "z"},
            Measure(14 / 18, (5 / 3 + 2 + 1) / 6),
            Measure(0.5, 0.5),
            1.0,
            id="one article misplaced",
        ),
    ],
)
def test_score(predicted: dict[str, str], bcubed: Measure, pairwise: Measure, kept: float) -> None:
    scores = score(GOLD, predicted)
    found = (scores.bcubed.precision, scores.bcubed.recall, scores.pairwise.precision, scores.pairwise.recall)
    wanted = (bcubed.precision, bcubed.recall, pairwise.precision, pairwise.recall)
    assert found == pytest.approx(wanted)
    assert scores.singletons_kept == kept


def test_f1_of_nothing_is_zero() -> None:
    assert Measure(0.0, 0.0).f1 == 0.0


def test_a_left_out_document_never_shares_a_story_by_its_name() -> None:
    assert score({"a": "1", "b": "1"}, {"b": "a"}).predicted_stories == 2


def test_unknown_documents_are_an_error() -> None:
    with pytest.raises(ValueError, match="1 documents are not in the gold, the first zz"):
        score(GOLD, {"zz": "1"})

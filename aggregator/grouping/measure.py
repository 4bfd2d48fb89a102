"""How well a grouping agrees with another: B-cubed and pairwise precision, recall and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """How a predicted grouping compares with the gold one.

    `singletons_kept` is the share of gold stories of one article that stayed alone, None where there are none.
    """

    documents: int
    gold_stories: int
    predicted_stories: int
    largest_predicted: int
    bcubed: Measure
    pairwise: Measure
    singletons_kept: float | None


def score(gold: Mapping[str, str], predicted: Mapping[str, str]) -> Scores:
    """Compare a grouping with the gold one; both map a document to a story, and one left out is a story of its own.

    B-cubed (Bagga and Baldwin 1998) is averaged over documents, so that a large story counts by its size; pairwise
    counts pairs, so that it counts by the square. Raises ValueError on a document that the gold does not have.

    >>> score({"a": "1", "b": "1"}, {"a": "x", "b": "y"}).bcubed
    Measure(precision=1.0, recall=0.5)
    """
    unknown = predicted.keys() - gold.keys()
    if unknown:
        raise ValueError(f"{len(unknown)} documents are not in the gold, the first {min(unknown)}")
    told = {
        document: ("story", predicted[document]) if document in predicted else ("alone", document) for document in gold
    }
    shared = Counter((gold[document], told[document]) for document in gold)
    real, found = Counter(gold.values()), Counter(told.values())
    singles = [document for document in gold if real[gold[document]] == 1]
    return Scores(
        documents=len(gold),
        gold_stories=len(real),
        predicted_stories=len(found),
        largest_predicted=max(found.values(), default=0),
        bcubed=Measure(
            precision=sum(count**2 / found[story] for (_, story), count in shared.items()) / max(1, len(gold)),
            recall=sum(count**2 / real[story] for (story, _), count in shared.items()) / max(1, len(gold)),
        ),
        pairwise=Measure(
            precision=_pairs(shared.values()) / max(1, _pairs(found.values())),
            recall=_pairs(shared.values()) / max(1, _pairs(real.values())),
        ),
        singletons_kept=sum(found[told[document]] == 1 for document in singles) / len(singles) if singles else None,
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)

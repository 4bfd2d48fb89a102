"""The tunables of storylines, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.storylines.weights import FITTED, Fitted


@dataclass(frozen=True, slots=True)
class StorylineConfig:
    """How alike stories must be to be of one storyline; numbers are of tests/storylines_gold.csv."""

    threshold: float = 0.4
    """How likely the stories of two storylines must be, on average, to be of one. Cross-validated F1 is .85 at .3,
    .88 from .4 to .5 and .79 at .55 with an encoder; by words alone .80 at .3, .83 at .4 and .72 at .5."""

    candidates: int = 40
    """Earlier and later stories with the most rare terms in common that are compared with each."""

    sample: int = 12
    """The latest stories of a storyline that stand for it: an affair changes, and more cost more than they tell."""

    fitted: Fitted = FITTED
    """What each part of the score weighs (weights.py)."""

    largest: int = 300
    """Stories of a storyline at most: a topic that never ends ("the war") is no single affair."""

"""The tunables of storylines, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.storylines.weights import FITTED, Fitted


@dataclass(frozen=True, slots=True)
class StorylineConfig:
    """How alike stories must be to be of one storyline; numbers are of bench/fit_storylines.py."""

    threshold: float = 0.4
    """How likely the stories of two storylines must be, on the mean of their log odds, to be of one. The mean F1 of the
    three labelled files, each left out of the fit, is .80 at .3, .80 at .4 and .80 at .5 with an encoder, .79, .79 and
    .76 by words alone (`python -m bench.fit_storylines`): the middle of a plain."""

    candidates: int = 40
    """Earlier and later stories with the most rare terms in common that are compared with each."""

    sample: int = 12
    """The latest stories of a storyline that stand for it: an affair changes, and more cost more than they tell."""

    fitted: Fitted = FITTED
    """What each part of the score weighs (weights.py)."""

    largest: int = 300
    """Stories of a storyline at most: a topic that never ends ("the war") is no single affair."""

"""The weights of two stories' score, as `python -m bench.fit_storylines` prints them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part adds to the log odds that two stories are of one storyline."""

    bias: float
    names: float
    words: float
    meaning: float = 0.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights where no encoder is installed, and those with the vectors of headlines and summaries."""

    alone: Weights
    with_meaning: Weights


FITTED = Fitted(
    alone=Weights(-6.91, 2.52, 2.84),
    with_meaning=Weights(-8.49, 2.44, 1.80, 5.85),
)

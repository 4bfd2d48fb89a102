"""The weights of two stories' score, as `python -m bench.fit_storylines tests/storylines_gold.csv` prints them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part adds to the log odds that two stories are of one storyline."""

    bias: float
    names: float
    words: float
    meaning: float = 0.0


ALONE = Weights(-4.51, 4.39, 2.63)
"""Where no encoder is installed."""

WITH_MEANING = Weights(-7.38, 2.90, 1.89, 7.43)
"""With the vectors of headlines and summaries."""

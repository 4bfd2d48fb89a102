"""How far a word is one side's: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16 (4), section 3.5.1: equations 15, 19, 22, 23.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

BEYOND_CHANCE = 1.96
"""Two-sided, one word in twenty lies beyond this z by chance alone."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often a side uses a word, and how many words it uses in all."""

    word: float
    words: float


@dataclass(frozen=True, slots=True)
class Difference:
    """`log_odds` is above 0 where the first side uses the word more; `z` is it in standard deviations."""

    log_odds: float
    z: float


def difference(one: Use, other: Use, prior: Use) -> Difference | None:
    """Compares a word's use by two sides; `prior` is added to both of them.

    None where a side would be left with no other word to compare with.

    >>> found = difference(Use(30, 100), Use(10, 100), Use(4, 200))
    >>> round(found.log_odds, 4), round(found.z, 4)
    (0.9598, 3.0225)
    """
    mine, theirs = one.word + prior.word, other.word + prior.word
    rest, other_rest = one.words + prior.words - mine, other.words + prior.words - theirs
    if min(mine, theirs, rest, other_rest) <= 0:
        return None
    log_odds = math.log(mine / rest) - math.log(theirs / other_rest)
    return Difference(log_odds, log_odds / math.sqrt(1 / mine + 1 / theirs))

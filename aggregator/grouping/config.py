"""The tunables of grouping, each with its reason; aggregator.toml may override them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingConfig:
    """How near two articles must be, in time and in words, to tell of one event."""

    window_days: float = 7.0
    """How far apart two articles of one event may be. In a month of Olympic news 95 of 100 stories span 2.1 days and 99
    span 10; two incursions of one army lie months apart."""

    sigma_hours: float = 72.0
    """Width of the Gaussian by which likeness fades with time; at 48 the mean F1 of three sets is .855, at 72 .848, at
    120 .849: within their noise, so the round three days stand."""

    threshold: float = 0.65
    """Mean probability at which articles are of one event. From .57 to .65 the mean F1 of three sets is the same
    (.848, .850), while fewer articles that stand alone are joined: with one article of each story kept, precision
    rises from .43, .82 and .75 to .49, .86 and .80 (`python -m bench.grouping GOLD.csv...`, the column "alone", before
    scoring.LEAST_TOP was raised for the same end)."""

    quorum: float = 0.34
    """Share of the pairs with a large story that must each be likelier than not: a chain of likenesses must not eat
    the day's news (without a quorum a public system saw a story of 787 articles, with 20 % one of 60)."""

    dense_candidates: int = 20
    """Articles with the nearest vectors that are scored beside those."""

    candidates: int = 30
    """Nearest articles scored for each new one; 50 change the mean F1 of three sets by less than .002."""

    frequency_cap: int = 300
    """An index key leads to its latest so many articles, however large the window is."""

    recluster_limit: int = 40
    """Articles in one such repair, whose cost is the cube of their number."""

    sample: int = 12
    """Members of a large story that stand for it when a mean is taken."""

    copy_title_words: int = 6
    """Words that two equal titles without texts need to be one text; short ones are written twice by chance."""

    copy_title_hours: float = 48.0
    """And how far apart they may be: a column keeps its title from week to week."""

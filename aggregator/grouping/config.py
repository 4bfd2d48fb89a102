"""The tunables of grouping, each with its reason; aggregator.toml may override them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingConfig:
    """How near two articles must be, in time and in words, to tell of one event."""

    window_days: float = 7.0
    """How far apart two articles of one event may be: 99 of 100 stories of a month of sport news span less than 10
    days, and their pairs far less; two incursions of one army lie months apart."""

    sigma_hours: float = 72.0
    """Width of the Gaussian by which likeness fades with time; the best of 24, 48, 72 and 120 on pairs with minute
    times, and flat around it."""

    threshold: float = 0.57
    """Mean probability that two articles of a story tell of one event; the middle of a flat stretch (.52 to .62 change
    the mean F1 of three sets by .01)."""

    quorum: float = 0.34
    """Share of a large story's members that must each be likelier with a newcomer than without: a chain of likenesses
    must not eat the day's news."""

    candidates: int = 30
    """Nearest articles scored for each new one: 40 link hardly more, 15 lose 2 % of the true pairs."""

    frequency_cap: int = 300
    """An index key leads to its latest so many articles, however large the window is."""

    near_stories: int = 3
    """Stories taken apart and put together again with a newcomer; six give the same F1 at 1.5 times the cost."""

    recluster_limit: int = 40
    """Articles in one such repair; average linkage costs the cube of it."""

    sample: int = 12
    """Members of a large story that stand for it when a mean is taken."""

    copy_title_words: int = 6
    """Words that two equal titles without texts need to be one text; short ones are written twice by chance."""

    copy_title_hours: float = 48.0
    """And how far apart they may be: a column keeps its title from week to week."""

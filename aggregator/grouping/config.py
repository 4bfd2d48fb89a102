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
    """Width of the Gaussian by which likeness fades with time; the mean F1 of three sets is .870 at 48, .871 at 72
    and .869 at 120: within their noise, so the round three days stand."""

    threshold: float = 0.6
    """Mean probability at which articles are of one event. The mean F1 of three sets is .866 at .55, .871 here and .870
    at .62; a month of news in nine languages has .665, .660 and .654."""

    quorum: float = 0.34
    """Share of the pairs of two groups that must each be likelier than not: a chain of likenesses must not eat the
    day's news (without a quorum a public system saw a story of 787 articles, with 20 % one of 60). On three sets the
    mean already sees to it: without a quorum, and with one half, their F1 is the same."""

    candidates: int = 60
    """Nearest articles by words scored for each new one; 30 and 100 change the mean F1 of three sets by less than .001,
    but 30 miss true pairs of very large stories (docs/accuracy.md, recall)."""

    dense_candidates: int = 40
    """Articles with the nearest vectors that are scored beside those; 20 and 80 as above."""

    frequency_cap: int = 100
    """A word or n-gram leads to its latest so many articles, however large the window is; with 300 the F1 of three sets
    is the same, and a look-up in a large window takes twice the steps."""

    recluster_limit: int = 40
    """A story of more articles than this is not taken apart again, but joined as a whole; 20 and 80 change the mean F1
    of three sets by less than .001."""

    sample: int = 12
    """Members of a large story that stand for it when a mean is taken; 6 and 24 change nothing on three sets."""

    copy_title_words: int = 6
    """Words that two equal titles without texts need to be one text; short ones are written twice by chance."""

    copy_title_hours: float = 48.0
    """And how far apart they may be: a column keeps its title from week to week."""

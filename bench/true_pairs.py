"""What becomes of the pairs of articles that are of one gold story: found as candidates, likely, in one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from aggregator.grouping import GroupingConfig
from aggregator.grouping.rows import Array
from aggregator.grouping.scoring import GAP_HOURS
from aggregator.models import Document
from bench.measures import Gold, Told, scored, stories

FIRST = 20
LIKELY = 0.5
WORD_EDGES = (0.0, 0.1, 0.3, 0.5, 1.01)
HOUR_EDGES = (0.0, 6.0, 24.0, 72.0, 24.0 * 366)


@dataclass(frozen=True, slots=True)
class Recall:
    """How many true pairs lie in the window, of how many the score itself says so (likely), and what candidates miss.

    `at_first` is the share of each article's likeliest fellows (FIRST at most) that are its candidates, and
    `at_first_likely` the same of its likely fellows; `ahead` the share of the latter among its FIRST likeliest
    candidates, where strangers may stand before them.
    """

    pairs: int
    likely: int
    at_first: float
    at_first_likely: float
    ahead: float
    missed_likely: int
    missed_apart: int


@dataclass(frozen=True, slots=True)
class Bin:
    """True pairs of a kind, those of them in one story, and all pairs of that kind in one story."""

    name: str
    true: int
    joined_true: int
    joined: int


@dataclass(frozen=True, slots=True)
class Examined:
    recall: Recall
    bins: Sequence[Bin]


def examine(documents: Sequence[Document], gold: Gold, told: Told) -> Examined:
    """Score every pair of voting articles within the window that are of one gold story, or were put in one story."""
    shelf, scorer, candidates = scored(documents)
    size = len(shelf)
    place = {article: slot for slot, article in enumerate(shelf.articles)}
    keys = np.unique(np.concatenate([_keys(gold, place, size), _keys(told, place, size)]))
    one, other = keys // size, keys % size
    time = shelf.time.values
    open_ = ~(np.abs(time[one] - time[other]) > 24 * GroupingConfig().window_days)
    keys, one, other = keys[open_], one[open_], other[open_]
    pairs = scorer.pairs(one, other)
    probability = scorer.probability(pairs)
    likely = probability >= LIKELY
    true = _same(gold, shelf.articles, one, other)
    joined = _same(told, shelf.articles, one, other)
    found = np.isin(keys, candidates.one.astype(np.int64) * size + candidates.other)
    asked = _first(one[true], other[true], probability[true], size)
    given = _both_ways(candidates.one, candidates.other, size)
    certain = _first(one[true & likely], other[true & likely], probability[true & likely], size)
    ranked = _first(candidates.one, candidates.other, scorer.probability(candidates), size)
    likely_ways = _both_ways(one[true & likely], other[true & likely], size)
    recall = Recall(
        pairs=int(true.sum()),
        likely=int((true & likely).sum()),
        at_first=_share(np.isin(asked, given)),
        at_first_likely=_share(np.isin(certain, given)),
        ahead=float(np.isin(ranked, likely_ways).sum() / max(1, len(certain))),
        missed_likely=int((true & likely & ~found).sum()),
        missed_apart=int((true & likely & ~found & ~joined).sum()),
    )
    bins = _bins(pairs.terms, pairs.within, true, joined, np.isnan(time[one] + time[other]))
    return Examined(recall, bins)


def _keys(named: Mapping[int, str], place: Mapping[int, int], size: int) -> Array:
    """Give the pairs of slots of one story, the lower slot first, as one number each."""
    found = [np.zeros(0, dtype=np.int64)]
    for articles in stories(named):
        slots = np.array(sorted(place[article] for article in articles if article in place), dtype=np.int64)
        lower, upper = np.triu_indices(len(slots), 1)
        found.append(slots[lower] * size + slots[upper])
    return np.concatenate(found)


def _same(named: Mapping[int, str], articles: Sequence[int], one: Array, other: Array) -> Array:
    names = np.array([named[article] for article in articles])
    return np.asarray(names[one] == names[other])


def _both_ways(one: Array, other: Array, size: int) -> Array:
    left, right = np.concatenate([one, other]).astype(np.int64), np.concatenate([other, one])
    return np.asarray(left * size + right)


def _first(one: Array, other: Array, probability: Array, size: int) -> Array:
    """Give, as one number each, every slot of some pairs with the FIRST likeliest others that it has there."""
    ways = _both_ways(one, other, size)
    ways = ways[np.lexsort((ways, -np.concatenate([probability, probability]), ways // size))]
    left = ways // size
    rank = np.arange(len(left)) - np.searchsorted(left, left)
    return np.asarray(ways[rank < FIRST])


def _bins(terms: Mapping[str, Array], within: Array, true: Array, joined: Array, timeless: Array) -> list[Bin]:
    words, hours = terms["words"], GAP_HOURS * np.expm1(terms["gap"])
    chosen = {
        f"likeness of words {low:g} to {min(high, 1):g}": within & (words >= low) & (words < high)
        for low, high in pairwise(WORD_EDGES)
    }
    chosen |= {
        f"{low:g} to {high:g} hours apart" if high < HOUR_EDGES[-1] else f"over {low:g} hours apart": (
            ~timeless & (hours >= low) & (hours < high)
        )
        for low, high in pairwise(HOUR_EDGES)
    }
    chosen |= {
        "numbers that conflict": terms["clash"] > 0,
        "places that conflict": terms["places"] > 0,
        "in two languages": ~within,
    }
    return [
        Bin(name, int((mask & true).sum()), int((mask & true & joined).sum()), int((mask & joined).sum()))
        for name, mask in chosen.items()
    ]


def _share(found: Array) -> float:
    return float(found.mean()) if len(found) else 0.0

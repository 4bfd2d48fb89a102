"""The score of pairs of articles: a small logistic model whose terms are the explanation shown to the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.rows import Array, different, paired, products, unit
from aggregator.grouping.shelf import UNKNOWN_LANGUAGE, Shelf, Weights
from aggregator.grouping.vectors import centred
from aggregator.grouping.weights import ACROSS, ACROSS_BIAS, BIAS, WEIGHTS

LEAST_TOP = 0.22
"""A likeness below this is no close neighbour, though it may be the nearest in a quiet window."""

CONFLICT_LIMIT = -0.5
"""Log-odds that a pair with other places or numbers and no name in common cannot pass, however alike its words are:
two earthquakes, two budgets. With a name in common (a rising toll) it may."""

SCANT_WORDS, SCANT_DENSE = 0.1, 0.15
"""A pair that shares less of both its words and its meaning can't pass that limit either, though in a quiet window
nothing may be nearer: a record parsnip and a railway line of one town. Costs .001 of mean F1 on three sets, and lifts
the precision of articles that stand alone from .44, .83, .59 to .51, .85, .59."""

NAMES_CAP = 2.0
"""Two rare names in common are all that names can say."""

GAP_HOURS = 6.0
"""The time between articles counts as log(1 + hours / 6): among pairs of alike headlines in a month of news with minute
times the log-odds of one event fall by 2.2 over the first day, by 1.3 over the next two and hardly after."""

CHUNK = 50_000
"""Pairs scored at once."""

VECTORS_AT_ONCE = 1024
"""Pairs whose vectors are multiplied at once: they take 4 MB, which a processor holds near."""

SAME_DAY_HOURS = 8.0
"""How far apart two moments of one day are on average; stands in where a time tells no more than the day."""

UNKNOWN_HOURS = 12.0
"""What stands for the time between articles when one has none: a choice, not fitted."""

RATIO_SHARE, DENSE_SHARE = 0.25, 0.5
"""What the ratio and the dense cosine count in the likeness of neighbours, the mean of words and n-grams counting 1."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The terms of some pairs by name, each an array; `likeness` is what neighbours are compared by.

    `within` tells the pairs of one language, whose words may be compared; an unknown one may be any.
    """

    one: Array
    other: Array
    terms: Mapping[str, Array]
    likeness: Array
    within: Array


class Scorer:
    """Scores pairs of the slots of a shelf by what the window holds."""

    def __init__(self, shelf: Shelf, weights: Weights, mean: Array, config: GroupingConfig) -> None:
        self._shelf = shelf
        self.weights = weights
        self._mean = mean
        self._config = config

    def pairs(self, one: Array, other: Array) -> Pairs:
        """Compute every term of some pairs but their nearness."""
        parts = [self._pairs(one[i : i + CHUNK], other[i : i + CHUNK]) for i in range(0, max(1, len(one)), CHUNK)]
        if len(parts) == 1:
            return parts[0]
        return Pairs(
            one,
            other,
            {name: np.concatenate([part.terms[name] for part in parts]) for name in parts[0].terms},
            np.concatenate([part.likeness for part in parts]),
            np.concatenate([part.within for part in parts]),
        )

    def _pairs(self, one: Array, other: Array) -> Pairs:
        shelf = self._shelf
        hours = self._hours(one, other)
        dense, encoded = self._dense(one, other)
        words, grams = self._words(one, other), self._cosines("grams", self.weights.grams, one, other)
        titles = shelf.sorted_titles
        ratio = cpdist(*([titles[slot] for slot in side.tolist()] for side in (one, other)), scorer=fuzz.ratio) / 100
        names = self._products("names", one, "names", other, self.weights.names)
        fade = np.exp(-(hours**2) / (2 * self._config.sigma_hours**2))
        terms = {
            "words": words,
            "ratio": ratio,
            "names": np.minimum(NAMES_CAP, names),
            "numbers": self._products("all_numbers", one, "all_numbers", other, self.weights.rare_numbers) > 0,
            "clash": self._clash(one, other),
            "places": self._elsewhere(one, other),
            "gap": np.log1p(hours / GAP_HOURS),
            "dense": dense,
        }
        whole = 1 + RATIO_SHARE + DENSE_SHARE * encoded
        likeness = (words + grams) / 2 + RATIO_SHARE * ratio + DENSE_SHARE * np.maximum(dense, 0)
        likeness *= fade / whole
        language = shelf.language.values
        unknown = (language[one] == UNKNOWN_LANGUAGE) | (language[other] == UNKNOWN_LANGUAGE)
        within = unknown | (language[one] == language[other])
        return Pairs(one, other, {n: v.astype(np.float32) for n, v in terms.items()}, likeness * within, within)

    def nearness(self, pairs: Pairs) -> Array:
        """Give the likeness of pairs as a share of the greatest that either article has with any."""
        top = np.fmax(self._shelf.top.values[pairs.one], self._shelf.top.values[pairs.other])
        return np.asarray(pairs.likeness / np.fmax(LEAST_TOP, np.fmax(top, pairs.likeness)))

    def probability(self, pairs: Pairs) -> Array:
        """Give the probability that the two articles of each pair tell of one event."""
        terms = {**pairs.terms, "nearest": self.nearness(pairs)}
        within = BIAS + sum(weight * terms[name] for name, weight in WEIGHTS.items())
        conflict = (terms["places"] + terms["clash"] > 0) & (terms["names"] == 0)
        unlike = terms["dense"] < SCANT_DENSE
        scant = unlike & (terms["words"] < SCANT_WORDS)
        within = np.where(conflict | scant, np.minimum(within, CONFLICT_LIMIT), within)
        across = ACROSS_BIAS + sum(weight * terms[name] for name, weight in ACROSS.items())
        across = np.where(unlike & (terms["names"] == 0), np.minimum(across, CONFLICT_LIMIT), across)
        found = 1 / (1 + np.exp(-np.where(pairs.within, within, across)))
        return np.asarray(np.where(self._comparable(pairs), found, 0), dtype=np.float32)

    def meet(self, pairs: Pairs) -> None:
        """Note the greatest likeness of every slot of some pairs."""
        top = self._shelf.top.values
        for side in (pairs.one, pairs.other):
            np.fmax.at(top, side, pairs.likeness.astype(np.float32))

    def _comparable(self, pairs: Pairs) -> Array:
        """Tell which pairs may be of one event: in the window, both with a word, of one language or with vectors."""
        shelf = self._shelf
        one, other = pairs.one, pairs.other
        time, has = shelf.time.values, shelf.has_vector.values
        apart = np.abs(time[one] - time[other]) > 24 * self._config.window_days
        wordless = shelf.wordless.values[one] | shelf.wordless.values[other]
        return np.asarray(~apart & ~wordless & (pairs.within | (has[one] & has[other])))

    def _products(self, left: str, one: Array, right: str, other: Array, weights: Array) -> Array:
        return products(getattr(self._shelf, left).matrix(), one, getattr(self._shelf, right).matrix(), other, weights)

    def _cosines(self, name: str, weights: Array, one: Array, other: Array) -> Array:
        matrix = getattr(self._shelf, name).matrix()
        slots, places = different(np.concatenate([one, other]), len(self._shelf))
        rows = unit(matrix[slots], weights)
        return paired(rows, places[: len(one)], rows, places[len(one) :])

    def _words(self, one: Array, other: Array) -> Array:
        """Compare titles and leads where both have a lead, else titles only."""
        lead = self._shelf.has_lead.values
        both = lead[one] & lead[other]
        found = np.zeros(len(one), dtype=np.float32)
        for name, chosen in (("words", both), ("title_words", ~both)):
            if chosen.any():
                found[chosen] = self._cosines(name, self.weights.words, one[chosen], other[chosen])
        return found

    def _dense(self, one: Array, other: Array) -> tuple[Array, Array]:
        """Give the cosines of vectors, and which pairs have one."""
        has = self._shelf.has_vector.values
        encoded = has[one] & has[other]
        both = np.flatnonzero(encoded)
        found = np.zeros(len(one), dtype=np.float32)
        if len(both):
            slots, places = different(np.concatenate([one[both], other[both]]), len(self._shelf))
            vectors = centred(self._shelf.vectors.values[slots], self._mean)
            for start in range(0, len(both), VECTORS_AT_ONCE):
                some = slice(start, start + VECTORS_AT_ONCE)
                left, right = places[: len(both)][some], places[len(both) :][some]
                found[both[some]] = np.einsum("ij,ij->i", vectors[left], vectors[right])
        return found, encoded

    def _clash(self, one: Array, other: Array) -> Array:
        """Tell whether both headlines give numbers and neither's appear anywhere in the other article."""
        return self._strangers("numbers", "all_numbers", self.weights.rare_numbers, one, other)

    def _elsewhere(self, one: Array, other: Array) -> Array:
        """Tell whether both articles name places and neither's are mentioned anywhere in the other."""
        return self._strangers("places", "words", self.weights.rare_words, one, other)

    def _strangers(self, said: str, read: str, rare: Array, one: Array, other: Array) -> Array:
        matrix = getattr(self._shelf, said).matrix()
        slots, places = different(np.concatenate([one, other]), len(self._shelf))
        has = (matrix[slots] @ rare > 0)[places]
        found = has[: len(one)] & has[len(one) :]
        asked = np.flatnonzero(found)
        if len(asked):
            shared = self._products(said, one[asked], read, other[asked], rare)
            shared += self._products(read, one[asked], said, other[asked], rare)
            found[asked] = shared == 0
        return np.asarray(found)

    def _hours(self, one: Array, other: Array) -> Array:
        time, day = self._shelf.time.values, self._shelf.whole_day.values
        hours = np.abs(time[one] - time[other])
        hours = np.where(day[one] | day[other], np.maximum(hours, SAME_DAY_HOURS), hours)
        return np.asarray(np.where(np.isnan(hours), UNKNOWN_HOURS, hours))

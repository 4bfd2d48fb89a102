"""Fits the weights of the pair score to gold files, by logistic regression (Newton's method).

    python -m bench.fit_grouping GOLD.csv... [--without NAME] > aggregator/grouping/weights.py

The pairs are the articles of a file and their candidates, their terms as when all have arrived. A file of several
languages gives a set for each language with enough articles (measures.LEAST_ARTICLES, or the most of the file), for the
weights within a language, and the pairs of articles in two languages for those across. Beside each set stands a thinned
one, in which most stories keep one article only: most news of a day is told by one outlet, and gold files have none of
it. Each set weighs the same, and in each the true pairs weigh as much as the false ones (within a language). Copies are
left out, as they have no vote. `--without` leaves a file out, for cross-validation over files.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from aggregator.models import Document
from bench.gold import read_gold
from bench.measures import Gold, by_language, scored

WITHIN = ("words", "ratio", "names", "numbers", "clash", "places", "gap", "nearest")
ACROSS = ("dense", "gap", "names", "numbers")
HELD = {"clash": -0.8}
"""Held, not fitted: pairs with conflicting numbers are too few in our sets (a free fit gives -0.1), yet look-alike
events may differ in nothing else."""
ACROSS_SHARE = 0.65
"""What the true pairs across languages weigh. At .5, as within a language, the F1 of a month of news in nine languages
is .650, at this .656: a story's mean must not fall for its pairs across languages, of which a vector alone speaks."""
RIDGE = 1e-3
KEPT_SHARE = 0.35
"""Share of the stories that a thinned set keeps whole."""

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class PairSet:
    """The terms of the pairs of one set by name, and which of them are of one story."""

    terms: Mapping[str, Array]
    same: Array

    def of(self, chosen: Array) -> PairSet:
        return PairSet({name: values[chosen] for name, values in self.terms.items()}, self.same[chosen])


@dataclass(frozen=True, slots=True)
class Fit:
    """The bias, the weights on the terms' own scale, and their effects for one standard deviation."""

    bias: float
    weights: Mapping[str, float]
    effects: Mapping[str, float]


def pairs(documents: Sequence[Document], gold: Gold) -> tuple[PairSet, PairSet]:
    """Give the pairs within a language, and those across two, of some articles and their candidates."""
    shelf, scorer, found = scored(documents)
    story = np.array([gold[article] for article in shelf.articles])
    whole = PairSet({**found.terms, "nearest": scorer.nearness(found)}, story[found.one] == story[found.other])
    return whole.of(found.within), whole.of(~found.within)


def thinned(documents: Sequence[Document], gold: Gold) -> list[Document]:
    """Keep some stories whole, and of each other one its first article by hash."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda document: document.order):
        first.setdefault(gold[document.id], document)
    whole = {story for story, document in first.items() if int(document.order[:6], 16) < KEPT_SHARE * 0x1000000}
    return [d for d in documents if gold[d.id] in whole or first[gold[d.id]] is d]


def table(sets: Sequence[PairSet], names: Sequence[str], share: float) -> tuple[Array, Array, Array]:
    """Give the terms, the truth and the weight of the pairs of some sets, each of which weighs one."""
    terms, truth, weight = [], [], []
    for found in sets:
        same = found.same.astype(float)
        terms.append(np.column_stack([found.terms[name] for name in names]))
        truth.append(same)
        weight.append(np.where(same > 0, share / max(same.sum(), 1), (1 - share) / max((1 - same).sum(), 1)))
    return np.vstack(terms).astype(float), np.hstack(truth), np.hstack(weight) / len(sets)


def fit(sets: Sequence[PairSet], names: Sequence[str], share: float = 0.5) -> Fit:
    """Fit the weights of some terms; in each set the true pairs weigh `share`."""
    terms, truth, weight = table(sets, names, share)
    free = [i for i, name in enumerate(names) if name not in HELD]
    held = np.array([HELD.get(name, 0.0) for name in names])
    mean = weight @ terms
    deviation = np.sqrt(weight @ (terms - mean) ** 2)
    deviation[deviation == 0] = 1
    scaled = np.hstack([np.ones((len(terms), 1)), ((terms - mean) / deviation)[:, free]])
    found = newton(scaled, terms @ held, truth, weight)
    values = held.copy()
    values[free] = found[1:] / deviation[free]
    bias = float(found[0] - sum(values[i] * mean[i] for i in free))
    effects = dict(zip(names, map(float, values * deviation), strict=True))
    return Fit(bias, dict(zip(names, map(float, values), strict=True)), effects)


def newton(terms: Array, offset: Array, truth: Array, weight: Array) -> Array:
    """Maximise the weighted likelihood less a small ridge."""
    found = np.zeros(terms.shape[1])
    ridge = np.eye(len(found)) * RIDGE
    ridge[0, 0] = 0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-offset - terms @ found))
        slope = terms.T @ (weight * (truth - chance)) - ridge @ found
        bend = (terms * (weight * chance * (1 - chance))[:, None]).T @ terms + ridge
        step = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < 1e-7:
            break
    return found


def sets_of(documents: Sequence[Document], gold: Gold) -> tuple[list[PairSet], list[PairSet]]:
    """Give the sets within a language and across languages that a gold file holds."""
    within = []
    for part in by_language(documents):
        within += [pairs(part, gold)[0], pairs(thinned(part, gold), gold)[0]]
    several = len({document.language for document in documents}) > 1
    return within, [pairs(documents, gold)[1]] if several else []


def module(within: Fit, across: Fit, told: str) -> str:
    """Write the weights as the module that the scorer reads."""
    lines = [
        '"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.',
        "",
        told,
        "Beside each weight stands its effect for one standard deviation.",
        '"""',
    ]
    for bias, name, found in (("BIAS", "WEIGHTS", within), ("ACROSS_BIAS", "ACROSS", across)):
        lines += ["", f"{bias} = {found.bias:.4f}", "", f"{name} = {{"]
        for term, value in found.weights.items():
            held = ", held" if term in HELD else ""
            lines.append(f'    "{term}": {value:.4f},  # {found.effects[term]:+.2f}{held}')
        lines.append("}")
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--without", default="", help="leave out the file of this name")
    args = parser.parse_args()
    paths = [path for path in args.gold if path.stem != args.without]
    sets = [sets_of(*read_gold(path, encoded=True)) for path in paths]
    within, across = [s for one, _ in sets for s in one], [s for _, other in sets for s in other]
    count = sum(len(s.same) for s in within)
    names = ", ".join(path.stem for path in paths)
    told = f"Fitted on {count} pairs of {len(within)} sets (a language each, whole and thinned) of\n{names};"
    told += f"\nacross languages on {sum(len(s.same) for s in across)} pairs."
    print(module(fit(within, WITHIN), fit(across, ACROSS, ACROSS_SHARE), told), end="")


if __name__ == "__main__":
    main()

"""Fits the weights of the pair score to gold files, by logistic regression (Newton's method, standard library only).

    python -m bench.fit_grouping GOLD.csv... > aggregator/grouping/weights.py

The pairs are each article and the candidates that the index gave it on arrival, so nothing looks ahead. Each file
weighs the same, and in each the true pairs weigh as much as the false ones. Copies are left out, as they have no vote.
A time that is only a day (midnight or noon, UTC) is spread over that day by the article's hash: else "same hour" would
be learned from files whose stories share their day. `--without NAME` leaves a file out, for cross-validation over sets.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, sqrt
from pathlib import Path

from aggregator.grouping.arrival import arrivals
from aggregator.grouping.assign import Stories
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copies import find_copies
from aggregator.models import Document
from bench.gold import read_gold

TERMS = ("text", "ratio", "names", "no_names", "numbers", "clash", "places", "days", "nearest")
HELD = {"clash": -0.8}
"""Held, not fitted: pairs with conflicting numbers are too few in our sets (a free fit gives +0.26), yet look-alike
events may differ in nothing else; holding it changes the mean F1 of the three by less than .001."""
RIDGE = 1e-3
DAY = 86_400

Row = tuple[list[float], float, float]


def spread(document: Document) -> Document:
    """Spread a time that is only a day over that day."""
    if document.published is None or document.published % (DAY / 2):
        return document
    part = int(document.order[:6], 16) / 0xFFFFFF - 0.5
    return replace(document, published=document.published + part * DAY)


def pairs(path: Path) -> Iterator[tuple[list[float], bool]]:
    """Give the terms of each article with each candidate it met, and whether they share their gold story."""
    documents, gold = read_gold(path)
    copies = {link.article for link in find_copies(documents, GroupingConfig()) if link.article != link.representative}
    features = arrivals([spread(document) for document in documents if document.id not in copies])
    stories = Stories(features, GroupingConfig())
    for slot, arrival in enumerate(features):
        for other in stories.meet(slot):
            terms = stories.scorer.terms(slot, other)
            yield [terms[name] for name in TERMS], gold[arrival.id] == gold[features[other].id]


def rows(paths: Sequence[Path]) -> list[Row]:
    """Weigh the pairs of several files: each file one, half of it the true pairs."""
    weighed: list[Row] = []
    for path in paths:
        found = list(pairs(path))
        true = sum(same for _, same in found)
        share = {True: 0.5 / true, False: 0.5 / (len(found) - true)}
        weighed += [(terms, float(same), share[same] / len(paths)) for terms, same in found]
    return weighed


def spreads(data: Sequence[Row]) -> tuple[list[float], list[float]]:
    """Give the weighted mean and standard deviation of each term."""
    mean = [sum(weight * terms[i] for terms, _, weight in data) for i in range(len(TERMS))]
    square = [sum(weight * (terms[i] - mean[i]) ** 2 for terms, _, weight in data) for i in range(len(TERMS))]
    return mean, [sqrt(value) or 1.0 for value in square]


def fit(data: Sequence[Row]) -> list[float]:
    """Give the bias and the weights, on the terms' own scale."""
    free = [i for i, name in enumerate(TERMS) if name not in HELD]
    mean, deviation = spreads(data)
    offset = {i: HELD[name] for i, name in enumerate(TERMS) if name in HELD}
    scaled = [
        (
            [1.0] + [(terms[i] - mean[i]) / deviation[i] for i in free],
            sum(w * terms[i] for i, w in offset.items()),
            y,
            w0,
        )
        for terms, y, w0 in data
    ]
    beta = newton(scaled, len(free) + 1)
    weights = dict(offset) | {i: beta[n + 1] / deviation[i] for n, i in enumerate(free)}
    bias = beta[0] - sum(weights[i] * mean[i] for i in free)
    return [bias] + [weights[i] for i in range(len(TERMS))]


def newton(data: Sequence[tuple[list[float], float, float, float]], size: int) -> list[float]:
    """Maximise the weighted likelihood less a small ridge."""
    beta = [0.0] * size
    for _ in range(12):
        slope = [-RIDGE * b if i else 0.0 for i, b in enumerate(beta)]
        bend = [[RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for x, offset, y, weight in data:
            p = 1 / (1 + exp(-offset - sum(b * v for b, v in zip(beta, x, strict=True))))
            for i in range(size):
                slope[i] += weight * (y - p) * x[i]
                scale = weight * p * (1 - p) * x[i]
                for j in range(i, size):
                    bend[i][j] += scale * x[j]
        step = solve([[bend[min(i, j)][max(i, j)] for j in range(size)] + [slope[i]] for i in range(size)])
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return beta


def solve(table: list[list[float]]) -> list[float]:
    """Solve a small linear system by elimination with pivots; `table` holds the right side as its last column."""
    size = len(table)
    for i in range(size):
        pivot = max(range(i, size), key=lambda row: abs(table[row][i]))
        table[i], table[pivot] = table[pivot], table[i]
        for row in range(size):
            if row != i:
                factor = table[row][i] / table[i][i]
                table[row] = [a - factor * b for a, b in zip(table[row], table[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(table)]


def module(weights: Sequence[float], names: Sequence[str], count: int, deviation: Sequence[float]) -> str:
    """Write the weights as the module that the scorer reads."""
    lines = [
        '"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.',
        "",
        f"Fitted on {count} pairs of {', '.join(names)}.",
        "Beside each weight stands its effect for one standard deviation.",
        '"""',
        "",
        f"BIAS = {weights[0]:.4f}",
        "",
        "WEIGHTS = {",
    ]
    for name, weight, sd in zip(TERMS, weights[1:], deviation, strict=True):
        lines.append(f'    "{name}": {weight:.4f},  # {weight * sd:+.2f}{", held" if name in HELD else ""}')
    return "\n".join([*lines, "}", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--without", default="", help="leave out the file of this name")
    args = parser.parse_args()
    paths = [path for path in args.gold if path.stem != args.without]
    data = rows(paths)
    print(module(fit(data), [path.stem for path in paths], len(data), spreads(data)[1]), end="")


if __name__ == "__main__":
    main()

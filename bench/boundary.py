"""Lets a person judge pairs of articles, drawn evenly over the score, and compares the stories with the judgement.

    python -m bench.boundary GOLD.csv --pairs 120 --seed 1 > pairs.csv
    python -m bench.boundary GOLD.csv --judged pairs.csv

The pairs are candidates of each other and no copies. The sheet holds both headlines and times; write y, n or ? (can't
be decided) into the column `judged`: is it the same event, that is, did the same thing happen? The probability and
whether the two are in one story stand in the last columns, best hidden while judging; the gold stands nowhere in it.
`--judged` groups the file anew and compares with what stories say now.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from aggregator.models import Document
from bench.gold import read_gold
from bench.measures import Gold, Told, at_once, scored

EDGES = np.linspace(0.02, 0.98, 13)
"""The bins of the probability: outside of them hardly a pair is in doubt."""

COLUMNS = ("one", "other", "hours", "title_one", "title_other", "judged", "probability", "together")

Row = Mapping[str, str]


def drawn(documents: Sequence[Document], wanted: int, seed: int) -> Iterator[tuple[int, int, float]]:
    """Give pairs of articles with their probability, as many from each bin, in no order."""
    shelf, scorer, pairs = scored(documents)
    probability = scorer.probability(pairs)
    dice = random.Random(seed)
    places = np.digitize(probability, EDGES)
    found: list[int] = []
    for place in range(1, len(EDGES)):
        inside = np.flatnonzero(places == place).tolist()
        found += dice.sample(inside, min(len(inside), -(-wanted // (len(EDGES) - 1))))
    dice.shuffle(found)
    for i in found[:wanted]:
        yield shelf.articles[pairs.one[i]], shelf.articles[pairs.other[i]], float(probability[i])


def write_sheet(documents: Sequence[Document], told: Told, wanted: int, seed: int) -> None:
    by_id = {document.id: document for document in documents}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one, other, probability in drawn(documents, wanted, seed):
        left, right = by_id[one], by_id[other]
        times = (left.published, right.published)
        hours = "" if times[0] is None or times[1] is None else f"{abs(times[0] - times[1]) / 3600:.1f}"
        together = "y" if told[one] == told[other] else "n"
        writer.writerow((one, other, hours, left.title, right.title, "", f"{probability:.3f}", together))


def print_agreement(rows: Sequence[Row], told: Told, gold: Gold) -> None:
    """Print how often stories, and the gold, say what the reader says: of all decided pairs, and by probability."""
    decided = [row for row in rows if row["judged"] in ("y", "n")]
    print(f"{len(rows)} pairs, {len(decided)} decided, {len(rows) - len(decided)} not")
    for name, stories in (("stories", told), ("gold", gold)):
        counts = Counter((row["judged"], verdict(row, stories)) for row in decided)
        right = counts["y", "y"] + counts["n", "n"]
        print(
            f"{name:8} agree on {right / max(1, len(decided)):.3f}: one event, together {counts['y', 'y']}, apart "
            f"{counts['y', 'n']}; two events, together {counts['n', 'y']}, apart {counts['n', 'n']}"
        )
    print("probability    one event: together apart   two events: together apart   stories agree   gold agrees")
    for low, high in pairwise(EDGES):
        inside = [row for row in decided if low <= float(row["probability"]) < high]
        counts = Counter((row["judged"], verdict(row, told)) for row in inside)
        agree = sum(verdict(row, gold) == row["judged"] for row in inside)
        print(
            f"{low:.2f} to {high:.2f}   {counts['y', 'y']:19} {counts['y', 'n']:5} {counts['n', 'y']:22} "
            f"{counts['n', 'n']:5} {counts['y', 'y'] + counts['n', 'n']:11}/{len(inside)} {agree:11}/{len(inside)}"
        )


def verdict(row: Row, stories: Mapping[int, str]) -> str:
    return "y" if stories[int(row["one"])] == stories[int(row["other"])] else "n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pairs", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--judged", type=Path, help="a sheet with its column `judged` filled in")
    args = parser.parse_args()
    documents, gold = read_gold(args.gold, encoded=True)
    told = at_once(documents)
    if args.judged is None:
        write_sheet(documents, told, args.pairs, args.seed)
        return
    with args.judged.open(newline="", encoding="utf-8") as file:
        print_agreement(list(csv.DictReader(file)), told, gold)


if __name__ == "__main__":
    main()

"""Scores grouping on gold files of your own, and how far running it in batches changes the stories.

    python -m bench.grouping GOLD.csv... [--encoder] [--batches 10] [--shuffles 5]

A gold file has the columns doc_id, title, outlet, timestamp, lang, summary, gold_story_id; those but doc_id, title and
gold_story_id may be empty. Each file is grouped once as a whole and once in batches in order of time, each batch
with what stands of the window before it, as after a restart. The agreement is the B-cubed F1 of the second against the
first. "alone" is the B-cubed precision with one article of each story kept: most news of a day is told by one outlet
only, and a grouper that joins whatever is nearest does well on gold files and badly there. With --shuffles the file is
given to one running grouper in batches of articles from anywhere in it, in so many orders of arrival.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter

from bench.gold import read_gold
from bench.measures import alone, at_once, compared, in_batches, shuffled


def report(path: Path, encoder: bool, batches: int, shuffles: int) -> float:
    """Print the scores of one file and give its B-cubed F1."""
    documents, gold = read_gold(path, encoded=encoder)
    began = perf_counter()
    once = at_once(documents)
    seconds = perf_counter() - began
    scores = compared(gold, once)
    parts = in_batches(documents, batches)
    print(
        f"{path.stem:16} {scores.documents:6} {scores.bcubed.precision:.3f} {scores.bcubed.recall:.3f} "
        f"{scores.bcubed.f1:.3f}   {scores.pairwise.f1:.3f} {scores.predicted_stories:7} {scores.largest_predicted:7} "
        f"{seconds:7.1f}   {compared(gold, parts).bcubed.f1:.3f} {compared(once, parts).bcubed.f1:.3f}"
        f"   {alone(documents, gold):.3f}"
    )
    if shuffles:
        found = [compared(gold, shuffled(documents, batches, seed)).bcubed.f1 for seed in range(shuffles)]
        orders = " ".join(f"{f1:.3f}" for f1 in found)
        print(f"{'':16} shuffled {orders}, spread {max(found) - min(found):.3f}")
    return scores.bcubed.f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--encoder", action="store_true", help="with vectors, where the extra `semantic` is installed")
    parser.add_argument("--batches", type=int, default=10)
    parser.add_argument("--shuffles", type=int, default=0, help="orders of arrival tried across batches")
    args = parser.parse_args()
    print(f"{'':16} {'docs':>6}     P     R    F1 pair F1 stories largest seconds batched agree   alone")
    found = [report(path, args.encoder, args.batches, args.shuffles) for path in args.gold]
    print(f"mean B-cubed F1 {sum(found) / len(found):.3f}")


if __name__ == "__main__":
    main()

"""Scores grouping on gold files of your own, and how far running it in batches changes the stories.

    python -m bench.grouping GOLD.csv... [--batches 10]

A gold file has the columns doc_id, title, outlet, timestamp, lang, summary, gold_story_id; those but doc_id, title and
gold_story_id may be empty. Each file is grouped once as a whole and once in batches in order of time, each batch
with what stands of the window before it, as a running installation does. The agreement is the B-cubed F1 of the second
against the first. "alone" is the B-cubed precision with one article of each story kept: most news of a day is told
by one outlet only, and a grouper that joins whatever is nearest does well on gold files and badly there.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from aggregator.grouping import GroupingConfig, group
from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.measure import score
from aggregator.models import Document
from bench.gold import read_gold

DAY = 86_400


def at_once(documents: Sequence[Document], config: GroupingConfig) -> dict[int, str]:
    """Group all documents in one call; a story is named by its founder."""
    return {member.article: str(member.founder) for member in group(documents, config).members}


def in_batches(documents: Sequence[Document], config: GroupingConfig, batches: int) -> dict[int, str]:
    """Group batch after batch in order of time, handing in the open window with its standing stories."""
    ordered = sorted(documents, key=arrival_key)
    size = -(-len(ordered) // batches)
    stories: dict[int, int] = {}
    for start in range(0, len(ordered), size):
        new = ordered[start : start + size]
        standing = open_window(ordered[:start], new, config)
        window = [replace(document, story=stories[document.id]) for document in standing]
        for member in group([*window, *new], config).members:
            stories[member.article] = member.founder if member.story is None else member.story
    return {document: str(story) for document, story in stories.items()}


def open_window(stored: Sequence[Document], new: Sequence[Document], config: GroupingConfig) -> list[Document]:
    """Give the stored documents that a new one could join."""
    times = [document.published for document in new if document.published is not None]
    since = min(times, default=0.0) - config.window_days * DAY
    return [document for document in stored if document.published is None or document.published >= since]


def one_of_each(documents: Sequence[Document], gold: Mapping[int, str]) -> list[Document]:
    """Keep one article of each story, the first by hash: then nothing belongs together, and every link is wrong."""
    kept = {gold[document.id]: document for document in sorted(documents, key=lambda d: d.order, reverse=True)}
    return list(kept.values())


def named(gold: Mapping[int, str]) -> dict[str, str]:
    return {str(document): story for document, story in gold.items()}


def report(path: Path, batches: int) -> float:
    """Print the scores of one file and give its B-cubed F1."""
    documents, gold = read_gold(path)
    config = GroupingConfig()
    began = perf_counter()
    once = named(at_once(documents, config))
    seconds = perf_counter() - began
    scores = score(named(gold), once)
    parts = named(in_batches(documents, config, batches))
    lone = one_of_each(documents, gold)
    alone = score({str(d.id): gold[d.id] for d in lone}, named(at_once(lone, config))).bcubed.precision
    print(
        f"{path.stem:16} {scores.documents:6} {scores.bcubed.precision:.3f} {scores.bcubed.recall:.3f} "
        f"{scores.bcubed.f1:.3f}   {scores.pairwise.f1:.3f} {scores.predicted_stories:7} {scores.largest_predicted:7} "
        f"{seconds:7.1f}   {score(named(gold), parts).bcubed.f1:.3f} {score(once, parts).bcubed.f1:.3f}"
        f"   {alone:.3f}"
    )
    return scores.bcubed.f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--batches", type=int, default=10)
    args = parser.parse_args()
    print(f"{'':16} {'docs':>6}     P     R    F1 pair F1 stories largest seconds batched agree   alone")
    found = [report(path, args.batches) for path in args.gold]
    print(f"mean B-cubed F1 {sum(found) / len(found):.3f}")


if __name__ == "__main__":
    main()

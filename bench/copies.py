"""Prints how many labelled copies the copy tier finds, by kind, and what it takes for long and near-identical texts.

    python -m bench.copies [ARTICLES]

The pairs are those of tests/copies. The texts that are timed are 600 words long, of a Zipf vocabulary: all different,
all edits of one, edits of one in thirty, and all with one notice at the foot.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from time import perf_counter

from aggregator.grouping import GroupingConfig
from aggregator.grouping.copies import find_copies
from aggregator.models import Document
from tests.copy_cases import Pair, read_pairs

WORDS = 600
VOCABULARY = 50_000
EDITS = 6
EDITIONS = 30
OUTLETS = 200


def print_kinds(pairs: list[Pair]) -> None:
    """Print the share of each kind that was judged right, then precision and recall of all."""
    kinds: defaultdict[tuple[bool, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        kinds[not pair.copy, pair.kind].append(pair)
    for (apart, kind), found in sorted(kinds.items()):
        right = sum(pair.found() == pair.copy for pair in found)
        print(f"{'apart' if apart else 'copy ':5}  {right}/{len(found)}  {kind}")
    copies = [pair for pair in pairs if pair.copy]
    right, linked = sum(pair.found() for pair in copies), sum(pair.found() for pair in pairs)
    print(f"{len(pairs)} pairs: precision {right / linked:.3f}, recall {right / len(copies):.3f}")


def bodies(articles: int) -> Iterator[tuple[str, list[str]]]:
    """Give the texts to time, by what they are."""
    source = random.Random(1)
    vocabulary = [f"word{rank}" for rank in range(1, VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY)))

    def fresh() -> list[str]:
        return source.choices(vocabulary, cum_weights=weights, k=WORDS)

    def edited(words: list[str]) -> str:
        words = list(words)
        for _ in range(EDITS):
            words[source.randrange(WORDS)] = f"edit{source.randrange(10**6)}"
        return " ".join(words)

    one, notice = fresh(), " ".join(fresh()[:80])
    several = [fresh() for _ in range(1 + articles // EDITIONS)]
    yield "all different", [" ".join(fresh()) for _ in range(articles)]
    yield "edits of one", [edited(one) for _ in range(articles)]
    yield "edits of one in thirty", [edited(several[number // EDITIONS]) for number in range(articles)]
    yield "one notice at the foot", [f"{' '.join(fresh()[:200])} {notice}" for _ in range(articles)]


def print_times(articles: int) -> None:
    for name, texts in bodies(articles):
        documents = [
            Document(
                id=number,
                order=hashlib.sha256(str(number).encode()).hexdigest(),
                title=f"Headline of article {number}",
                body=body,
                published=60.0 * number,
                outlet=f"outlet{number % OUTLETS}.example",
            )
            for number, body in enumerate(texts)
        ]
        began = perf_counter()
        links = find_copies(documents, GroupingConfig())
        seconds = perf_counter() - began
        origins = len({link.representative for link in links})
        print(f"{articles} long texts, {name:22}  {seconds:5.2f} s  {origins:5} origins")


def main() -> None:
    print_kinds(read_pairs())
    print_times(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()

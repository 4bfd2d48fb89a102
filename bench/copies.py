"""Prints how many labelled copies the copy tier finds, by kind, and what it takes for long and near-identical texts.

    python -m bench.copies [ARTICLES] [--speed [WINDOW]]

The pairs are those of tests/copies. The texts that are timed are 600 words long, of a Zipf vocabulary: all different,
all edits of one, edits of one in thirty, and all with one notice at the foot.

--speed fills a finder with as many articles as a window holds (100,000), a thousand at a time, and times what a
running installation does in a cycle: to add a thousand, to give the links that changed, to forget a thousand. One
article in ten carries the text of one of the hundred before it. The memory is the growth of the process's peak.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import accumulate, islice
from string import ascii_lowercase
from time import perf_counter

from aggregator.grouping import GroupingConfig
from aggregator.grouping.copies import CopyFinder, find_copies
from aggregator.models import Document
from tests.copy_cases import Pair, read_pairs

WORDS = 600
VOCABULARY = 50_000
EDITS = 6
EDITIONS = 30
OUTLETS = 200
BATCH = 1000
COPIED = 0.1
LENGTHS = {"headlines": (0, 0), "headlines and summaries": (40, 0), "summaries and 3 kB bodies": (40, 480)}
"""Words of the summary and of the body."""


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


def articles(summary: int, body: int) -> Iterator[Document]:
    """Give articles without end, ten a minute, with words of two to nine letters."""
    source = random.Random(2)
    vocabulary = ["".join(source.choices(ascii_lowercase, k=source.randint(2, 9))) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def words(count: int) -> str:
        return " ".join(source.choices(vocabulary, cum_weights=weights, k=count))

    latest: list[tuple[str, str, str]] = []
    number = 0
    while True:
        copied = latest and source.random() < COPIED
        text = source.choice(latest) if copied else (words(9), words(summary), words(body))
        latest = [*latest[-99:], text]
        outlet = f"outlet{source.randrange(OUTLETS)}.example"
        order = hashlib.sha256(str(number).encode()).hexdigest()
        yield Document(number, order, *text, published=6.0 * number, outlet=outlet, url=f"https://{outlet}/{number}")
        number += 1


def speed(kind: str, window: int) -> str:
    """Give a line with what a full window takes."""
    source = articles(*LENGTHS[kind])
    finder = CopyFinder(GroupingConfig())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    filled = 0.0
    for _ in range(window // BATCH):
        filled += _seconds(partial(finder.add, list(islice(source, BATCH))))
    finder.changed()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    new = list(islice(source, BATCH))
    works = partial(finder.add, new), finder.changed, partial(finder.forget, range(BATCH))
    add, changed, forget = (_seconds(work) for work in works)
    origins = len({link.representative for link in finder.links()})
    return (
        f"{kind:26} {window:7} in {filled:5.1f} s, {grown / 1024:4.0f} MB, {origins} origins; "
        f"{BATCH} more: add {add:.2f} s, changed {changed:.2f} s, forget {forget:.2f} s"
    )


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--speed", nargs="?", type=int, const=100_000, metavar="WINDOW")
    args = parser.parse_args()
    if args.speed:
        # A process each, so that the memory of one is not what another gave back.
        with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as pool:
            for line in pool.map(speed, LENGTHS, [args.speed] * len(LENGTHS)):
                print(line, flush=True)
        return
    print_kinds(read_pairs())
    print_times(args.articles)


if __name__ == "__main__":
    main()

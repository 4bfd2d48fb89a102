"""How fast articles are grouped while a window of others is open, in what memory, and what comparing all pairs takes.

    python -m bench.speed [--titles NEWS.csv] [--window 100000] [--encoder] [--baseline] [--cycle]

Generated news (bench/news.py) fills a tenth of the window and the whole window, in batches of 1,000 by publication
time, as polls bring it; then five more batches arrive, each followed by what leaves the window, and the median and the
slowest are told. Memory is what the process grew by while the window filled, at its peak and after it; each part runs
in a process of its own.

--titles takes the headlines of a gold file in its order, without summaries; where it has too few they come again with
each letter shifted, so that they are of other words. --encoder gives every article a vector as well: the headlines of
the arrivals are truly encoded and timed, then all articles get vectors drawn near their events' centres, so that
filling the window needs no encoder. --baseline compares a batch with the window by rapidfuzz's token_set_ratio: parts
of the window are timed, the rest is extrapolated. --cycle times `group_articles` on a database, reads and writes
included.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import numpy as np
from rapidfuzz import fuzz, process, utils

from aggregator.encoder import installed_encoder
from aggregator.grouping import GroupingConfig
from aggregator.grouping.features import encoded_text
from aggregator.grouping.window import Grouper
from aggregator.models import Document
from bench.cycle import bench_cycle
from bench.news import News, Report, read_titles

T = TypeVar("T")

BATCH = 1000
ARRIVALS = 5
PARTS, PART = 5, 1000
"""Parts of the window that the baseline is timed on, and the titles of each."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds of filling a window and, a batch each, of the arrivals; growth of memory in MB; `stories` at the end."""

    window: int
    fill: float
    arrivals: float
    slowest: float
    encoding: float
    leaving: float
    most: float
    held: float
    stories: int

    def line(self) -> str:
        told = (
            f"window {self.window:7,}: filled at {self.window / self.fill:6,.0f} articles/s ({self.fill:.1f} s); "
            f"{BATCH:,} more in {self.arrivals:.2f} s, {BATCH / self.arrivals:,.0f} articles/s "
            f"(the slowest of {ARRIVALS} {self.slowest:.2f} s)"
        )
        if self.encoding:
            both = self.arrivals + self.encoding
            told += f"; to encode them {self.encoding:.2f} s, together {BATCH / both:,.0f} articles/s"
        return (
            f"{told}; {BATCH:,} leave in {self.leaving:.2f} s; {self.most:,.0f} MB at most, "
            f"{self.held:,.0f} MB held; "
            f"{self.stories:,} stories of {self.window:,} articles"
        )


class Newsdesk:
    """A grouper that is kept running: what arrives is grouped and its stories are given ids, as the store would."""

    def __init__(self) -> None:
        self._grouper = Grouper(GroupingConfig())
        self._standing: deque[int] = deque()
        self._stories = 0

    def take(self, documents: Sequence[Document]) -> None:
        self._grouper.take(documents)
        founders = {member.founder for member in self._grouper.changes().members if member.story is None}
        self._grouper.adopt({founder: self._stories + n for n, founder in enumerate(sorted(founders), 1)})
        self._stories += len(founders)
        self._standing.extend(document.id for document in documents)

    def let_go(self, count: int) -> None:
        self._grouper.forget([self._standing.popleft() for _ in range(count)])

    def stories(self) -> int:
        return len({self._grouper.story_of(article) for article in self._standing if article in self._grouper})


def measure(window: int, titles: Path | None, encoded: bool) -> Speed:
    """Fill a window, let further articles arrive, and time both."""
    news = News(window, read_titles(titles) if titles else ())
    encoder = installed_encoder() if encoded else None
    if encoder:
        encoder.encode([""])  # its weights are read at the first call
    coming = _batches(news.reports(window + ARRIVALS * BATCH))
    desk = Newsdesk()
    before = peak(), held()
    fill = sum(_seconds(desk.take, _documents(news, batch, encoded)) for batch in islice(coming, window // BATCH))
    memory = peak() - before[0], held() - before[1]
    encoding, arrivals, leaving = [], [], []
    for batch in coming:
        if encoder:
            texts = [encoded_text(report.document) for report in batch]
            encoding.append(_seconds(encoder.encode, texts))
        arrivals.append(_seconds(desk.take, _documents(news, batch, encoded)))
        leaving.append(_seconds(desk.let_go, BATCH))
    middle = statistics.median
    return Speed(
        window, fill, middle(arrivals), max(arrivals), middle(encoding or [0]), middle(leaving), *memory, desk.stories()
    )


def baseline(window: int, titles: Path | None) -> tuple[float, float]:
    """Give the seconds of comparing a batch with the window, and those of all its pairs, both extrapolated."""
    news = News(window, read_titles(titles) if titles else ())
    titled = [utils.default_process(report.document.title) for report in news.reports(window + BATCH)]
    part = min(PART, window // PARTS)
    took = 0.0
    for number in range(PARTS):
        start = number * window // PARTS
        took += _seconds(compare, titled[window:], titled[start : start + part])
    pair = took / (BATCH * PARTS * part)
    return pair * BATCH * window, pair * window * (window - 1) / 2


def compare(some: Sequence[str], others: Sequence[str]) -> None:
    process.cdist(some, others, scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=-1)


def peak() -> float:
    """Give the most memory that this process has held, in MB (Linux tells it in kB, macOS in bytes)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def held() -> float:
    """Give the memory that this process holds now, in MB; its peak where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * resource.getpagesize() / 2**20 if told.exists() else peak()


def _documents(news: News, batch: Iterable[Report], encoded: bool) -> list[Document]:
    return [replace(report.document, vector=news.vector(report)) if encoded else report.document for report in batch]


def _batches(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while batch := list(islice(reports, BATCH)):
        yield batch


def _whole(window: int) -> int:
    """Give the nearest number of whole batches, one at least."""
    return max(BATCH, window // BATCH * BATCH)


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    began = perf_counter()
    work(*arguments)
    return perf_counter() - began


def _apart(work: Callable[..., T], *arguments: object) -> T:
    """Do a piece of work in a fresh process, so that the memory of one is not what another gave back."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def print_speed(window: int, titles: Path | None, encoded: bool) -> Speed:
    small, large = (_told(_apart(measure, size, titles, encoded)) for size in (_whole(window // 10), window))
    print(f"an article takes {large.arrivals / small.arrivals:.2f} times as long in the large window as in the small")
    return large


def print_baseline(took: tuple[float, float], ours: Speed) -> None:
    batch, window = took
    print(
        f"all pairs by rapidfuzz, extrapolated from {PARTS} parts of the window: {BATCH:,} articles with the window"
        f" {batch:.1f} s, {batch / ours.arrivals:.1f} times ours; the window with itself {window:,.0f} s,"
        f" {window / ours.fill:.1f} times ours"
    )


def _told(speed: Speed) -> Speed:
    print(speed.line(), flush=True)
    return speed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=Path, metavar="NEWS.csv")
    parser.add_argument("--window", type=int, default=100_000)
    for name in ("encoder", "baseline", "cycle"):
        parser.add_argument(f"--{name}", action="store_true")
    args = parser.parse_args()
    args.window = _whole(args.window)
    if args.titles and (known := len(read_titles(args.titles))) < args.window + ARRIVALS * BATCH:
        print(f"{known:,} titles, repeated with shifted letters")
    print("by words alone")
    ours = print_speed(args.window, args.titles, False)
    if args.baseline:
        print_baseline(_apart(baseline, args.window, args.titles), ours)
    if args.encoder and installed_encoder() is None:
        print("the extra `semantic` is not installed")
    elif args.encoder:
        print("by words and vectors")
        print_speed(args.window, args.titles, True)
    if args.cycle:
        print(_apart(bench_cycle, args.window), flush=True)


if __name__ == "__main__":
    main()

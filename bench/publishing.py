"""How long publishing takes on a generated working database of a given size, and what of it takes longest.

    python -m bench.publishing [ARTICLES]

Prints rows, seconds by the clock and of the processor, bytes, and the steps that took most of the processor. The news
is that of bench.newsroom.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aggregator.config import read_config
from aggregator.store import headline_words, publish, word_index
from aggregator.workspace import open_workspace
from bench.newsroom import END, fill

LISTED = 12


def published(path: Path) -> publish.PublishReport:
    """Publishes a working file and prints what it took."""
    steps: Counter[str] = Counter()
    _time(steps, publish, "_copy", lambda _db, _source, table, *_: f"table {table}")
    _time(steps, publish, "_index", lambda _db, table, *_: f"indexes of {table}")
    _time(steps, publish, "_view", lambda _db, name, _: name)
    _time(steps, publish, "_settle", lambda _: "hash")
    _time(steps, headline_words, "fill", lambda _: "words of headlines")
    _time(steps, word_index, "take_over", lambda *_: "full-text index, taken over")
    started, used = time.perf_counter(), time.process_time()
    report = publish.publish(path, summary_characters=300)
    seconds, spent = time.perf_counter() - started, time.process_time() - used
    print(f"{report.articles:,} articles, {report.stories:,} stories: published in {seconds:.1f} s,"
          f" {spent:.1f} s of the processor, {report.bytes / 1e6:.0f} MB")  # fmt: skip
    for step, seconds in steps.most_common(LISTED):
        print(f"  {step:<26} {seconds:5.1f} s of the processor")
    return report


def _time(steps: Counter[str], owner: Any, function: str, named: Callable[..., str]) -> None:
    plain = getattr(owner, function)

    def timed(*arguments: Any, **keywords: Any) -> Any:
        started, before = time.thread_time(), steps.total()
        answer = plain(*arguments, **keywords)
        # What a step inside this one took is its own.
        steps[named(*arguments)] += time.thread_time() - started - (steps.total() - before)  # type: ignore[assignment]
        return answer

    setattr(owner, function, timed)


def main(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        with open_workspace(read_config(), db, lambda: END) as workspace:
            fill(workspace, articles)
        published(db)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

"""What keeps a crawl quick and small, and what bench.throughput counts on."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from aggregator.crawl.worker import environment
from aggregator.ratings import read_feeds, read_outlets
from bench.farm import GROUP, Farm, document, host
from bench.feeds import data_files


@pytest.mark.parametrize(
    ("modules", "unneeded"),
    [
        pytest.param("aggregator.crawl.__main__, spiders.feeds", {"scipy"}, id="crawl"),
        pytest.param("aggregator.crawl.worker, aggregator.feeds", {"numpy", "requests", "trafilatura"}, id="parser"),
    ],
)
def test_a_process_of_the_crawl_loads_no_more_than_it_needs(modules: str, unneeded: set[str]) -> None:
    """Grouping, the list of suffixes and the reading of pages took 87 MB of the 379 of 1,000 feeds."""
    script = f"import sys, {modules}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-P", "-c", script], env=environment(), check=True, capture_output=True, text=True
    )
    assert unneeded & set(loaded.stdout.split()) == set()


def test_data_files_of_benchmarks_are_ours(tmp_path: Path) -> None:
    urls = [f"http://{host(feed)}:8000/{feed}/feed" for feed in range(3)]
    files = data_files(tmp_path, urls)
    outlets = read_outlets(files.outlets)
    assert [feed.url for feed in read_feeds(files.feeds, outlets)] == urls
    assert [outlet.domain for outlet in outlets] == [host(feed) for feed in range(3)]


def test_of_feeds_that_are_asked_again_each_twentieth_fails_and_three_have_news() -> None:
    farm = Farm(5 * GROUP, 2, 1, "mixed")
    first = Counter(_status(farm.answer(f"/{feed}/feed", "")) for feed in range(5 * GROUP))
    again = Counter(_status(farm.answer(f"/{feed}/feed", '"1"')) for feed in range(5 * GROUP))
    # One of the five that fail answers 200 with a page, and one tears the connection down.
    assert first == {"200": 100}
    assert again == {"304": 80, "200": 15 + 1, "404": 1, "500": 1, "403": 1, "reset": 1}


def test_feeds_of_a_hundred_entries_have_230_kb() -> None:
    assert round(len(document(1, 1, 100, 7)) / 1000) == 230


def _status(answer: bytes | None) -> str:
    assert answer is not None
    return answer.split()[1].decode() if answer else "reset"

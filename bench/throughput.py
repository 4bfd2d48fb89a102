"""How many feeds a crawl polls and stores in a second, from a server on the same machine, and in what memory.

    python -m bench.throughput [--feeds 1000] [--entries 20] [--paragraphs 7] [--runs 1] [--large 100] [--beside PYTHON]
    python -m bench.throughput --hanging

Each feed has a host of its own, whose robots.txt is asked for first. "All new": all entries are stored. "Mostly known":
the same feeds again, 80 % of them unchanged, 15 % with new entries only, 5 % failing. --large is how many feeds of 100
entries and 230 kB are polled after that, as they are read and with feedparser's own sanitising of markup besides.
--hanging polls 300 feeds of which one in ten never answers and one in twenty is a gigabyte, compressed.

Seconds are those of a whole crawl, the start of its processes included; beside them stands the processor's time, which
a busy machine does not lengthen as much. Memory is that of the crawl and of its parsers, each at its largest. --beside
has lemon24/reader and a spider of bare Scrapy and feedparser poll the same feeds (bench/beside.py), by a Python that
has both; without one it says how to make it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from aggregator.config import Config, CrawlConfig
from aggregator.crawl.run import CrawlReport, crawl
from bench.farm import document, farmed, host
from bench.feeds import data_files

PARAGRAPHS, LARGE_ENTRIES = 7, 100  # 230 kB
HANGING_FEEDS = 300
# Read by every process that finds it in its path: the parsers are children of a child of ours.
SANITISING = """
import feedparser
parse = feedparser.parse
feedparser.parse = lambda *args, sanitize_html, **told: parse(*args, sanitize_html=True, **told)
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """Feeds of so many entries, with so many paragraphs of markup each, in a world of bench.farm."""

    feeds: int
    entries: int
    paragraphs: int = PARAGRAPHS
    world: str = "mixed"


def poll(setting: Setting, titles: list[str]) -> None:
    """Polls the feeds of a fresh farm into a fresh database, once for each title, and prints how it went."""
    with tempfile.TemporaryDirectory() as folder, _farm(setting) as port:
        here, hosts = Path(folder), [host(feed) for feed in range(setting.feeds)]
        urls = [f"http://{name}:{port}/{feed}/feed" for feed, name in enumerate(hosts)]
        config = Config(files=data_files(here, urls), crawl=CrawlConfig(poll_minutes=0))
        for title in titles:
            before, started = _processor(), perf_counter()
            report = crawl(config, here / "bench.db", dict.fromkeys(hosts, "127.0.0.1"), log=here / "bench.log")
            _tell(title, setting.feeds, perf_counter() - started, _processor() - before, report)


def _tell(title: str, feeds: int, seconds: float, processor: float, report: CrawlReport) -> None:
    codes = ", ".join(f"{code} {count}" for code, count in sorted(report.codes.items(), key=lambda one: -one[1]))
    print(_line(title, feeds, seconds, processor, report.peak_megabytes, report.new))
    print(f"    {codes}", flush=True)


def _line(title: str, feeds: int, seconds: float, processor: float, megabytes: float, entries: int) -> str:
    return (
        f"{title}: {feeds / seconds:.0f} feeds/s ({seconds:.1f} s, {processor:.1f} s of processor),"
        f" {megabytes:.0f} MB at most, {entries:,} entries new"
    )


def _processor() -> float:
    """Seconds of user and system that the children took which have ended; the server's still runs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def beside(python: str, setting: Setting) -> None:
    for who in ("reader", "scrapy"):
        with _farm(setting) as port:
            command = [python, str(Path(__file__).with_name("beside.py")), who, str(port), str(setting.feeds)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"  {_line(told.pop('title'), setting.feeds, **told)}", flush=True)


@contextlib.contextmanager
def _sanitising() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(SANITISING, encoding="utf-8")
        before = os.environ.get("PYTHONPATH", "")
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (folder, before)))
        try:
            yield
        finally:
            os.environ["PYTHONPATH"] = before


def _farm(setting: Setting) -> contextlib.AbstractContextManager[int]:
    return farmed(setting.feeds, setting.entries, setting.paragraphs, setting.world)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=20)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, help="of each entry")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--large", type=int, default=100, metavar="FEEDS")
    parser.add_argument("--beside", nargs="?", const="", metavar="PYTHON")
    parser.add_argument("--hanging", action="store_true")
    told = parser.parse_args()
    if told.beside == "":
        sys.exit("python -m venv VENV && VENV/bin/pip install reader sgmllib3k scrapy; then: --beside VENV/bin/python")
    return told


def main() -> None:
    told = _arguments()
    ordinary = Setting(told.feeds, told.entries, told.paragraphs)
    large = Setting(told.large, LARGE_ENTRIES)
    for _ in range(told.runs):
        if told.hanging:
            poll(Setting(HANGING_FEEDS, told.entries, world="hanging"), ["one in ten hangs, one in twenty is a bomb"])
            continue
        size = len(document(0, 1, told.entries, told.paragraphs))
        print(f"{told.feeds:,} feeds of {told.entries} entries and {size // 1000} kB, {os.cpu_count()} cores")
        poll(ordinary, ["  all new", "  mostly known"])
        if told.beside:
            beside(told.beside, ordinary)
        if not told.large:
            continue
        print(f"{told.large:,} feeds of {LARGE_ENTRIES} entries and 230 kB")
        poll(large, ["  all new"])
        with _sanitising():
            poll(large, ["  all new, with feedparser's own sanitising"])
        if told.beside:
            beside(told.beside, large)


if __name__ == "__main__":
    main()

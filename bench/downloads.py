"""How fast whole tables leave as CSV, and what two downloads do to the pages.

    python -m bench.downloads [ARTICLES [FOLDER]]

makes a newsroom of so many articles (100,000; found again in the FOLDER) and serves it from a process of its own. The
times of pages are by the clock, over HTTP, alone and then while two tables leave again and again. The news is that of
bench.newsroom.
"""

from __future__ import annotations

import http.client
import multiprocessing
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from aggregator.site.serve import serve
from bench.pages import METADATA, make

TABLES = ("articles", "articles_with_bias", "articles_with_bias_by_provider", "story_members_by_provider", "stories")
PAGES = ("/", "/story/1", "/blindspots", "/revisions", "/health")
ROUNDS = 40
# A process of its own from the start: a fork's peak of memory would be that of the newsroom's making.
_APART = multiprocessing.get_context("spawn")


def _serve(published: Path, told: Connection) -> None:
    serve(published, METADATA, "127.0.0.1", 0, told.send)


@contextmanager
def served(published: Path) -> Iterator[tuple[int, int]]:
    """Serves a published file from another process; yields its port and the process's number."""
    here, there = _APART.Pipe()
    process = _APART.Process(target=_serve, args=(published, there), daemon=True)
    process.start()
    there.close()  # or a site that could not be served would be waited for
    try:
        yield int(here.recv().rsplit(":", 1)[1].strip("/")), process.pid or 0
    finally:
        process.terminate()
        process.join()


def fetched(port: int, path: str, *, packed: bool = False) -> tuple[float, float, int, int]:
    """Reads an answer to its end; returns seconds to its head and to its end, rows as announced, and bytes."""
    started, size = time.perf_counter(), 0
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"} if packed else {})
        answer = connection.getresponse()
        head = time.perf_counter() - started
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {answer.read()[-300:]!r}")
        while piece := answer.read(1 << 20):
            size += len(piece)
    return head, time.perf_counter() - started, int(answer.headers.get("X-Row-Count") or 0), size


def pages(port: int, what: str) -> None:
    """Prints how long the pages take."""
    for path in PAGES:
        found = sorted(1000 * fetched(port, path)[1] for _ in range(ROUNDS))
        print(f"{path:12} {what:24} median {statistics.median(found):5.0f} ms   p95 {found[int(0.95 * ROUNDS)]:5.0f} ms"
              f"   slowest {found[-1]:5.0f} ms", flush=True)  # fmt: skip


def peak(process: int) -> int:
    """Reads the most memory that a process had, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def main(articles: int, folder: Path) -> None:
    with served(make(folder, articles)) as (port, process):
        fetched(port, "/")
        print(f"{articles:,} articles; the site has {peak(process)} MB")
        for table in TABLES:
            for form, packed in (("raw", False), ("spreadsheet", False), ("raw", True)):
                head, seconds, rows, size = fetched(port, f"/news/{table}.csv?form={form}", packed=packed)
                print(f"{table:30} {form:11} {'gzip' if packed else '    '} {rows:9,} rows {size / 1e6:7.1f} MB"
                      f" {seconds:6.1f} s, the first after {head:4.1f} s: {rows / seconds:9,.0f} rows/s")  # fmt: skip
        pages(port, "alone")
        done = threading.Event()
        busy = [threading.Thread(target=_again, args=(port, done)) for _ in range(2)]
        for thread in busy:
            thread.start()
        pages(port, "beside two downloads")
        done.set()
        for thread in busy:
            thread.join()
        print(f"the site had {peak(process)} MB at most")


def _again(port: int, done: threading.Event) -> None:
    while not done.is_set():
        fetched(port, "/news/articles.csv?form=spreadsheet", packed=True)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(size, Path(made))

"""How long readers wait while the poller works: eight of them and a poller of 200 feeds, on one machine.

    python -m bench.readers [ARTICLES] [SECONDS] [FOLDER]

The site is a process of its own, as `aggregator serve` starts it; the poller is another, which polls, groups and
publishes again and again, by words alone, so that the published file is swapped meanwhile; the readers come after its
first cycle, in which it reads the open window. Each asks for one thing after the other without a pause: pages,
searches, questions in SQL, tables as CSV. Prints for each kind the milliseconds until its last byte, the address that
took longest and what was not answered with 200, and what the poller stored; once without the poller and once with it.
In a FOLDER the generated file is kept, and found again.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import urlencode

import httpx

import aggregator.cycle
import aggregator.open_window
from aggregator.config import Config, CrawlConfig, FilesConfig, read_config
from aggregator.crawl.run import crawl
from aggregator.cycle import group_articles
from aggregator.open_window import OpenWindow
from aggregator.site.serve import make_app
from aggregator.store.publish import publish, published_path
from aggregator.workspace import open_workspace
from bench.farm import farmed, host
from bench.feeds import data_files
from bench.pages import METADATA, Draw, make, pages

READERS, FEEDS, ENTRIES, PARAGRAPHS = 8, 200, 20, 7
_LONGEST = 60.0  # seconds until a reader gives up

_QUESTIONS = (
    "select provider, label, count(*) from ratings group by 1, 2",
    "select day, count(*) from side_tests group by day order by day desc limit 30",
    "select language, count(*) from articles group by language",
    "select a.title, b.title from articles a join articles b on a.section = b.section limit 50",
    # One that never ends is cut off, and the others must not notice.
    "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n",
)


@dataclass(slots=True)
class Waited:
    """Milliseconds that the readers waited for each kind of thing, each with its address, and what was no 200."""

    by_kind: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def kinds(published: Path) -> Mapping[str, Sequence[Draw]]:
    """Maps each kind of thing that a reader asks for to what draws an address of it."""
    drawn = pages(make_app(published, METADATA))
    stories = drawn["/story/"]
    own = [draw for name, draw in drawn.items() if not name.startswith(("/news", "/?q", "/search"))]
    return {
        "pages": own,
        "searches": [draw for name, draw in drawn.items() if name.startswith(("/?q", "/search"))],
        "tables": [draw for name, draw in drawn.items() if name.startswith("/news")],
        "SQL": [lambda dice: f"/news.json?{urlencode({'sql': dice.choice(_QUESTIONS)})}"],
        "CSV": [
            lambda dice: f"{stories(dice).partition('?')[0]}.csv",
            lambda dice: f"/news/articles.csv?published_day={dice.choice(('2026-11-01', '2026-10-15'))}",
        ],
    }


def read(address: str, asked: Mapping[str, Sequence[Draw]], seconds: float) -> Waited:
    """Has the readers ask for so long; pages as often as all else together."""
    waited, until = Waited(), time.monotonic() + seconds
    names = [*asked, *["pages"] * (len(asked) - 1)]

    def one(reader: int) -> None:
        dice = random.Random(reader)
        with httpx.Client(base_url=address, timeout=_LONGEST, headers={"accept-encoding": "gzip"}) as client:
            while time.monotonic() < until:
                kind = dice.choice(names)
                path = dice.choice(asked[kind])(dice)
                started = time.perf_counter()
                status = client.get(path, follow_redirects=True).status_code
                waited.by_kind[kind].append((1000 * (time.perf_counter() - started), path))
                if status != 200:
                    waited.refused[f"{kind} {status}"].append(path)

    with ThreadPoolExecutor(READERS) as pool:
        list(pool.map(one, range(READERS)))
    return waited


def tell(title: str, waited: Waited) -> None:
    print(title)
    every = {**waited.by_kind, "all": [one for found in waited.by_kind.values() for one in found]}
    for kind, found in every.items():
        ordered = sorted(milliseconds for milliseconds, _ in found)
        print(f"  {kind:10} {len(ordered):6,} answers   median {statistics.median(ordered):6.0f}"
              f"   p95 {ordered[int(0.95 * (len(ordered) - 1))]:6.0f}   slowest {ordered[-1]:6.0f} ms")  # fmt: skip
    for kind, found in waited.by_kind.items():
        print(f"  slowest of {kind}: {max(found)[1]:.100}")
    for what, paths in sorted(waited.refused.items()):
        print(f"  {what} x {len(paths):,}, as {paths[0]:.80}", flush=True)


@contextlib.contextmanager
def served(db: Path) -> Iterator[str]:
    """Runs the site as a process of its own; yields its address."""
    command = [sys.executable, "-m", "aggregator", "--db", str(db), "serve", "--port", "0"]
    site = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert site.stdout is not None
        yield next(word for word in site.stdout.readline().split() if word.startswith("http")).rstrip("/")
    finally:
        site.terminate()
        site.wait()


def poll_on(db: Path, folder: Path, port: int, warm: Event, ended: Event) -> None:
    """Polls, groups and publishes until told to end; prints what was stored after the first cycle, and how fast."""
    # The generated headlines have no vectors: to make those of the open window first took ten minutes of one core.
    for module in (aggregator.cycle, aggregator.open_window):
        module.installed_encoder = lambda: None  # type: ignore[attr-defined]
    hosts = [host(feed) for feed in range(FEEDS)]
    urls = [f"http://{name}:{port}/{feed}/feed" for feed, name in enumerate(hosts)]
    config = Config(files=_with_ours(data_files(folder, urls)), crawl=CrawlConfig(poll_minutes=0))
    window = OpenWindow()
    for cycle in itertools.count():
        started = time.perf_counter()
        new = crawl(config, db, dict.fromkeys(hosts, "127.0.0.1"), log=folder / "bench.log").new
        polled = time.perf_counter()
        with open_workspace(config, db) as workspace:
            group_articles(workspace, window)
        grouped = time.perf_counter()
        publish(db, summary_characters=config.site.summary_characters)
        print(f"  cycle {cycle}: {new:,} articles of {FEEDS} feeds in {polled - started:.1f} s, grouped with"
              f" {len(window):,} in {grouped - polled:.1f} s, published in {time.perf_counter() - grouped:.1f} s",
              flush=True)  # fmt: skip
        warm.set()
        if ended.is_set():
            return


def _with_ours(made: FilesConfig) -> FilesConfig:
    """Adds the outlets and ratings of the generated newsroom, which are those of the project."""
    ours = FilesConfig()
    rows = ours.outlets.read_text(encoding="utf-8").splitlines(keepends=True)
    with made.outlets.open("a", encoding="utf-8") as file:
        file.writelines(rows[1:])
    return replace(made, ratings=ours.ratings)


def main(articles: int, seconds: float, folder: Path) -> None:
    kept = make(folder, articles).parent.parent / f"pages-{articles}.db"
    with tempfile.TemporaryDirectory(dir=folder) as made:
        here = Path(made)
        db = here / "readers.db"
        shutil.copy(kept, db)
        published_path(db).parent.mkdir()
        shutil.copy(published_path(kept), published_path(db))
        print(f"{articles:,} articles, {READERS} readers, {seconds:.0f} s each")
        asked = kinds(published_path(db))
        with served(db) as address:
            tell("without the poller", read(address, asked, seconds))
        with served(db) as address, farmed(FEEDS, ENTRIES, PARAGRAPHS, "busy") as port:
            warm, ended = multiprocessing.Event(), multiprocessing.Event()
            poller = multiprocessing.Process(target=poll_on, args=(db, here, port, warm, ended))
            poller.start()
            warm.wait()
            tell("with the poller", read(address, asked, seconds))
            ended.set()
            poller.join()


if __name__ == "__main__":
    read_config()  # told at once where it can't be read
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    long = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    if len(sys.argv) > 3:
        main(size, long, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made_here:
            main(size, long, Path(made_here))

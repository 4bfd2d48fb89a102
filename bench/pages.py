"""How long the pages of the site take on a generated file of a given size.

    python -m bench.pages [ARTICLES] [REQUESTS] [FOLDER]

Prints the milliseconds of each page: the median, the 95th of a hundred requests, the slowest, and the median of what it
took of the processor, which says more where others work on the same machine. A page is asked for with other stories,
outlets and days each time. In a FOLDER both files are kept, and found again. The news is that of bench.publishing, with
every seventh article a reprint and every fiftieth retitled.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from aggregator.config import read_config
from aggregator.site.serve import make_app
from aggregator.store.publish import publish, published_path
from aggregator.workspace import Workspace, open_workspace
from bench.publishing import MEMBERS, fill

METADATA = Path("datasette-metadata.json")
Draw = Callable[[random.Random], str]
_REPRINTS = f"""
update copies set origin_id = article_id - 1, method = 'text'
where article_id % 7 = 0 and (article_id - 1) / {MEMBERS} = (article_id - 2) / {MEMBERS};
delete from origins where id not in (select origin_id from copies);
update origins set kind = 'reprint' where id in (select origin_id from copies where method = 'text');
insert into revisions (article_id, seen, field, old, new)
select id, published, 'title', title || ' first', title from articles where id % 50 = 0
"""


def make(folder: Path, articles: int) -> Path:
    """Makes the published file, or finds the one that is there; where only it is gone, it is published anew."""
    db = folder / f"pages-{articles}.db"
    target = published_path(db)
    if target.is_file():
        return target
    is_new = not db.is_file()
    with open_workspace(read_config(), db) as workspace:
        if is_new:
            fill(workspace, articles)
            _finish(workspace)
    started = time.perf_counter()
    report = publish(db, summary_characters=300)
    print(f"published in {time.perf_counter() - started:.1f} s, {report.bytes / 1e6:.0f} MB")
    return report.path


def _finish(workspace: Workspace) -> None:
    with workspace.store.transaction():
        for sql in _REPRINTS.split(";"):
            workspace.store.db.execute(sql)
    with workspace.run("group"):
        pass


def pages(site: object) -> Mapping[str, Draw]:
    """Maps what a page is called to what draws an address of it."""
    db = site.get_database("news")  # type: ignore[attr-defined]

    def column(sql: str) -> list[str]:
        return [str(row[0]) for row in asyncio.run(db.execute(sql)).rows]

    stories = int(column("select max(id) from stories")[0])
    outlets = column("select domain from outlets where id in (select outlet_id from feeds)")
    days = column("select distinct substr(last_published, 1, 10) from stories limit 400")
    return {
        "/": lambda dice: "/",
        "/?day=": lambda dice: f"/?day={dice.choice(days)}",
        "/?q=": lambda dice: f"/?q={dice.choice(('harbour senate', 'ferry strike', 'dam', 'nothing'))}",
        "/story/": lambda dice: f"/story/{dice.randint(1, stories)}",
        "/outlet/": lambda dice: f"/outlet/{dice.choice(outlets)}",
        "/outlet/.json": lambda dice: f"/outlet/{dice.choice(outlets)}.json",
        "/outlets": lambda dice: f"/outlets?{dice.choice(('', 'q=news', 'side=unrated', 'country=Germany', 'page=2'))}",
        "/revisions?outlet=": lambda dice: f"/revisions?outlet={dice.choice(outlets)}",
        "/blindspots": lambda dice: "/blindspots",
        "/research": lambda dice: "/research",
        "/health": lambda dice: "/health",
    }


def timed(site: object, draw: Draw, requests: int) -> Iterator[tuple[float, float]]:
    """Asks for a page so many times; yields milliseconds by the clock and of the processor, nothing for no page."""
    dice = random.Random(1)
    for _ in range(requests):
        path = draw(dice)
        started, spent = time.perf_counter(), time.process_time()
        answer = asyncio.run(site.client.get(path))  # type: ignore[attr-defined]
        if answer.status_code == 404:
            return
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code} {answer.text[-300:]}")
        yield 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - spent)


def main(articles: int, requests: int, folder: Path) -> None:
    site = make_app(make(folder, articles), METADATA)
    print(f"{articles:,} articles, {requests} requests of each page, in milliseconds")
    for name, draw in pages(site).items():
        both = list(timed(site, draw, requests))
        if not both:
            print(f"{name:20} is not there")
            continue
        found, processor = sorted(wall for wall, _ in both), statistics.median(spent for _, spent in both)
        print(f"{name:20} median {statistics.median(found):6.0f}   p95 {found[int(0.95 * (len(found) - 1))]:6.0f}"
              f"   slowest {found[-1]:6.0f}   processor {processor:6.0f}")  # fmt: skip


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    if len(sys.argv) > 3:
        main(size, count, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(size, count, Path(made))

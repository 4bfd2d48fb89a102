"""How long each view of research takes to fill, and each of its pages to answer, on a generated file of a given size.

    python -m bench.research [ARTICLES] [FOLDER]

Ten articles a story over a year; a fifth is opinion, a tenth of the texts are reprints, one in thirty is retitled;
headlines of nine words out of 60,000, few of them frequent. Seconds of a view are those of the processor. With a folder
the published file is kept there.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

from aggregator.config import read_config
from aggregator.site.research import QUESTIONS
from aggregator.site.serve import make_app
from aggregator.store import headline_words, publish
from aggregator.store.views import KEPT, firsts, research, sensitivity
from aggregator.times import iso
from aggregator.workspace import Workspace, open_workspace

METADATA = Path(__file__).parent.parent / "datasette-metadata.json"
START = datetime(2025, 11, 1, tzinfo=UTC)
DAYS, MEMBERS, VOCABULARY = 365, 10, 60_000
SECTIONS = ("Politics", "World", "Business", "Sport", "Opinion", "Culture", "Science", "Health", "US", "Tech", "Local",
            "Climate", "Travel", "Food", None)  # fmt: skip
LANGUAGES = ("en",) * 12 + ("es", "de", "fr")


def fill(workspace: Workspace, articles: int) -> None:
    """Writes articles of all sides, their stories, origins and changed headlines, straight into the tables."""
    dice = random.Random(1)
    db = workspace.store.db.conn
    outlets = [row[0] for row in db.execute("select distinct outlet_id from feeds order by outlet_id")]
    seconds = DAYS * 86400 / max(1, articles // MEMBERS)
    words = [f"w{n:x}q" for n in range(VOCABULARY)]
    weights = list(accumulate(1 / (n + 3) for n in range(VOCABULARY)))  # as words of a language are: Zipf

    def moment(number: int) -> str:
        late = dice.randrange(86400)
        return iso(START + timedelta(seconds=int(number // MEMBERS * seconds) + late))

    def row(n: int) -> tuple[object, ...]:
        at = moment(n)
        title = " ".join(dice.choices(words, cum_weights=weights, k=9))
        scope = "opinion" if n % 5 == 0 else "news"
        wire = "AP" if n % 25 == 0 else None
        return (n, n, dice.choice(outlets), title, "word " * 30, at, at, "2026-11-20T00:00:00Z", dice.choice(LANGUAGES),
                dice.choice(SECTIONS), scope, wire)  # fmt: skip

    with workspace.store.transaction():
        db.executemany(
            "insert into articles (id, url, original_url, outlet_id, title, summary, published, first_seen, last_seen,"
            " title_from, language, section, scope, wire)"
            " values (?, 'https://outlet.example/' || ?, '', ?, ?, ?, ?, ?, ?, 'feed', ?, ?, ?, ?)",
            (row(n) for n in range(1, articles + 1)),
        )
        db.execute("insert into origins (id, representative_id, kind) select id, id, 'original' from articles"
                   " where id % 10 > 0")  # fmt: skip
        db.execute("insert into copies (article_id, origin_id, score, method) select id, case when id % 10 = 0"
                   " then id - 1 else id end, 1, 'itself' from articles")  # fmt: skip
        db.execute(
            f"insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            f" origins) select (id - 1) / {MEMBERS} + 1, min(title), min(published), min(published), max(published),"
            f" count(*), 9, 9, 9 from articles group by (id - 1) / {MEMBERS}"
        )
        db.execute(f"insert into story_articles (story_id, article_id, score) select (id - 1) / {MEMBERS} + 1, id, 0.9"
                   " from articles")  # fmt: skip
        db.execute("insert into revisions (article_id, seen, field, old, new) select id, datetime(first_seen, '+3"
                   " hours'), 'title', 'a', title from articles where id % 30 = 0")  # fmt: skip


def main(articles: int, folder: Path) -> None:
    db = folder / "bench.db"
    with open_workspace(read_config(), db) as workspace:
        fill(workspace, articles)
    plain = publish._view

    def timed(database: object, name: str, select: str) -> None:
        started = time.process_time()
        plain(database, name, select)  # type: ignore[arg-type]
        if name in KEPT:
            mine = name in {**research.VIEWS, **firsts.VIEWS, **sensitivity.VIEWS}
            print(f"{name}: {time.process_time() - started:.1f} s{'' if mine else ' (not of research)'}", flush=True)

    words = headline_words.fill

    def timed_words(connection: sqlite3.Connection) -> None:
        started = time.process_time()
        words(connection)
        print(f"headline words: {time.process_time() - started:.1f} s", flush=True)

    publish._view, headline_words.fill = timed, timed_words
    started, used = time.perf_counter(), time.process_time()
    report = publish.publish(db, summary_characters=300)
    print(f"{report.articles:,} articles, {report.stories:,} stories: {time.perf_counter() - started:.1f} s,"
          f" {time.process_time() - used:.1f} s of them of the processor, {report.bytes / 1e6:.0f} MB")  # fmt: skip
    asyncio.run(ask(make_app(report.path, METADATA)))


async def ask(site: Any) -> None:
    """Asks for each page five times after a first one, and prints the median and the first."""
    for name in QUESTIONS:
        for query in ("", "?provider=MBFC", "?month=2026-03", "?since=2026-03-01&until=2026-03-31&topic=world"):
            times = []
            for _ in range(6):
                started = time.perf_counter()
                answer = await site.client.get(f"/research/{name}{query}")
                times.append(1000 * (time.perf_counter() - started))
                assert answer.status_code == 200
            print(f"/research/{name}{query}: {median(times[1:]):.0f} ms, the first {times[0]:.0f} ms")


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(size, Path(place))

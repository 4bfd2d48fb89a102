"""How long publishing takes on a generated working database of a given size.

    python -m bench.publishing [ARTICLES]

Prints rows, seconds and bytes. A fifth as many stories as articles, twenty days, and a poll of every feed of feeds.csv
every two hours.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aggregator.config import read_config
from aggregator.store.publish import publish
from aggregator.times import iso
from aggregator.workspace import Workspace, open_workspace
from bench.words import WORDS

START = datetime(2026, 10, 1, tzinfo=UTC)
DAYS = 20
MEMBERS = 5


def fill(workspace: Workspace, articles: int) -> None:
    """Writes articles, stories of five members and polls, straight into the tables."""
    dice = random.Random(1)
    db = workspace.store.db.conn
    outlets = [row[0] for row in db.execute("select distinct outlet_id from feeds order by outlet_id")]
    seconds = DAYS * 86400 // max(1, articles // MEMBERS)

    def moment(number: int) -> str:
        return iso(START + timedelta(seconds=(number // MEMBERS) * seconds + number % MEMBERS * 3600))

    with workspace.store.transaction():
        db.executemany(
            "insert into articles (id, url, original_url, outlet_id, title, summary, body, published, first_seen,"
            " last_seen, title_from, language)"
            " values (?, 'https://outlet.example/' || ?, '', ?, ?, ?, ?, ?, ?, '', 'feed', 'en')",
            (
                (n, n, dice.choice(outlets), " ".join(dice.choices(WORDS, k=9)), " ".join(dice.choices(WORDS, k=40)),
                 "body " * 400, moment(n), moment(n))
                for n in range(1, articles + 1)
            ),
        )  # fmt: skip
        db.execute("insert into origins (id, representative_id, kind) select id, id, 'original' from articles")
        db.execute("insert into copies (article_id, origin_id, score, method) select id, id, 1, 'itself' from articles")
        db.execute(
            "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            " origins) select (id - 1) / 5 + 1, min(title), min(published), min(published), max(published), 5, 5, 5, 5"
            " from articles group by (id - 1) / 5"
        )
        db.execute(
            "insert into story_articles (story_id, article_id, score, reasons) select (id - 1) / 5 + 1, id, 0.9,"
            ' \'[{"name": "words", "value": 0.5, "weight": 1.2, "words": ["dam", "river"]}]\' from articles'
        )
        polls = [iso(START + timedelta(hours=2 * n)) for n in range(DAYS * 12)]
        db.executemany("insert into polls (feed_id, at, code) select id, ?, 'ok' from feeds", ((at,) for at in polls))


def main(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        with open_workspace(read_config(), db) as workspace:
            fill(workspace, articles)
            polls = workspace.store.db.table("polls").count
        started = time.perf_counter()
        report = publish(db, summary_characters=300)
        seconds = time.perf_counter() - started
        print(f"{report.articles:,} articles, {report.stories:,} stories, {polls:,} polls:"
              f" {seconds:.1f} s, {report.bytes / 1e6:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

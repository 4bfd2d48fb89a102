"""How long grouping a thousand new articles takes on a database with a full window, reads and writes included.

`python -m bench.speed --cycle` runs it. Where the encoder is installed, the standing articles have vectors stored, as
they would after the cycle that brought them; those of the new ones are made in the time that is told.
"""

from __future__ import annotations

import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter

from aggregator.config import read_config
from aggregator.cycle import group_articles
from aggregator.encoder import installed_encoder
from aggregator.grouping.features import encoded_text
from aggregator.open_window import OpenWindow
from aggregator.store.vectors import Vectors
from aggregator.times import iso
from aggregator.workspace import Workspace, open_workspace
from bench.news import News, Report

BATCH = 1000
WARM = 3


def bench_cycle(count: int) -> str:
    """Fill a database with `count` grouped articles and tell what the first and further batches take."""
    news = News(count)
    coming = news.reports(count + (1 + WARM) * BATCH)
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        with open_workspace(read_config(), db) as workspace:
            standing = list(islice(coming, count))
            insert(workspace, standing)
            stand(workspace, standing)
            store_vectors(db, news, standing)
            del standing
            window = OpenWindow()
            cold, *warm = (_grouped(workspace, window, list(islice(coming, BATCH))) for _ in range(1 + WARM))
    return (
        f"a cycle of {BATCH:,} new articles on a database with {count:,} open ones: cold start {cold:.1f} s, "
        f"warm {statistics.median(warm):.1f} s ({', '.join(f'{seconds:.1f}' for seconds in warm)})"
    )


def insert(workspace: Workspace, reports: Iterable[Report]) -> None:
    """Write articles without a story straight into the table."""
    db = workspace.store.db.conn
    outlets = [row[0] for row in db.execute("select distinct outlet_id from feeds order by outlet_id")]
    with workspace.store.transaction():
        db.executemany(
            "insert into articles (id, url, original_url, outlet_id, title, summary, published, first_seen, last_seen,"
            " title_from, language) values (?, ?, '', ?, ?, ?, ?, ?, '', 'feed', 'en')",
            (
                (d.id, d.url, outlets[d.id % len(outlets)], d.title, d.summary or None, at, at)
                for d, at in ((report.document, _moment(report)) for report in reports)
            ),
        )


def stand(workspace: Workspace, reports: Sequence[Report]) -> None:
    """Make a story of each event and an origin of each article."""
    db = workspace.store.db.conn
    with workspace.store.transaction():
        db.executemany(
            "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            " origins) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _stories(reports),
        )
        db.executemany(
            "insert into story_articles (story_id, article_id, score, reasons) values (?, ?, 0.9,"
            ' \'[{"name": "words", "value": 0.5, "weight": 1.2, "words": ["dam", "river"]}]\')',
            ((report.event + 1, report.document.id) for report in reports),
        )
        db.execute("insert into origins (id, representative_id, kind) select id, id, 'original' from articles")
        db.execute("insert into copies (article_id, origin_id, score, method) select id, id, 1, 'itself' from articles")


def _stories(reports: Sequence[Report]) -> Iterator[tuple[object, ...]]:
    told: defaultdict[int, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.event + 1].append(report)
    for story, members in told.items():
        first, last, size = _moment(members[0]), _moment(members[-1]), len(members)
        yield story, members[0].document.title, first, first, last, size, size, size, size


def store_vectors(db: Path, news: News, reports: Iterable[Report]) -> None:
    """Keep drawn vectors for the headlines of some articles, where an encoder would ask for them."""
    if encoder := installed_encoder():
        vectors = {encoded_text(report.document): news.vector(report) for report in reports}
        Vectors(db, encoder.name).put(vectors)


def _grouped(workspace: Workspace, window: OpenWindow, reports: Sequence[Report]) -> float:
    insert(workspace, reports)
    began = perf_counter()
    group_articles(workspace, window)
    return perf_counter() - began


def _moment(report: Report) -> str:
    return iso(datetime.fromtimestamp(report.document.published or 0, UTC))

"""How long the briefs take: of a database that had none, and of a cycle beside its grouping.

    python -m bench.briefing [--articles 10000] [--new 4000]

Generated news (bench/news.py) with texts of 24 sentences stands in a database, every article its own origin; all of it
is told, then read again without a change; then new articles arrive, are grouped, and their stories told. Seconds are
those of the processor, on which others may be at work.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from time import process_time

from aggregator.briefing import BriefReport, write_briefs
from aggregator.config import read_config
from aggregator.cycle import group_articles
from aggregator.open_window import OpenWindow
from aggregator.workspace import Workspace, open_workspace
from bench.cycle import insert, stand
from bench.news import News, Report
from bench.words import WORDS

SENTENCES = 24
# Of words of the headline and others; a sentence of no sense, but one that can stand by itself.
FORMS = (
    "The council of {0} approved the {1} {2} by {n} votes to {m} after a debate on the {3} {4}.",
    "Residents of {0} left the {1} {2} in {n} buses, the fire service of {3} said.",
    "A court in {0} fined the {1} company {n} million crowns for the {2} of the {3} {4}.",
    "The ministry of {0} {1} published {m} letters on the {2} {3} and the {4} in {n} languages.",
)


def write_texts(workspace: Workspace, reports: Sequence[Report]) -> None:
    """Give articles a text, of words of their headlines and others."""
    rows = []
    for report in reports:
        dice = random.Random(report.document.id)
        title = report.document.title.split()
        lines = (
            dice.choice(FORMS).format(
                dice.choice(title).capitalize(), *dice.choices(title, k=2), *dice.choices(WORDS, k=2),
                n=dice.randrange(20, 90), m=dice.randrange(2, 20),
            )
            for _ in range(SENTENCES)
        )  # fmt: skip
        rows.append(("\n".join(lines), report.document.id))
    with workspace.store.transaction():
        workspace.store.db.conn.executemany("update articles set body = ? where id = ?", rows)


def _told(workspace: Workspace, what: str) -> None:
    began = process_time()
    report = write_briefs(workspace, again=None)
    print(f"{what}: {_line(report, process_time() - began)}")


def _line(report: BriefReport, seconds: float) -> str:
    written = report.stories + report.articles
    each = f", {1000 * seconds / written:.1f} ms each" if written else ""
    return (
        f"{seconds:.1f} s for {report.looked_at:,} stories: {report.stories:,} briefs of stories and"
        f" {report.articles:,} of articles{each}"
    )


def main() -> None:
    """Print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--new", type=int, default=4_000)
    chosen = parser.parse_args()
    coming = News(chosen.articles).reports(chosen.articles + chosen.new)
    with tempfile.TemporaryDirectory() as folder, open_workspace(read_config(), Path(folder) / "bench.db") as workspace:
        standing = list(islice(coming, chosen.articles))
        insert(workspace, standing)
        write_texts(workspace, standing)
        stand(workspace, standing)
        _told(workspace, "a database that had none")
        workspace.store.reference.set_settings({"briefs_upto": 0})
        _told(workspace, "again, unchanged")
        new = list(coming)
        insert(workspace, new)
        write_texts(workspace, new)
        began = process_time()
        group_articles(workspace, OpenWindow())
        print(f"{len(new):,} new articles: grouped in {process_time() - began:.1f} s, from a cold start")
        _told(workspace, "and told")


if __name__ == "__main__":
    main()

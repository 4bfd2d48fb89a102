"""What a cycle costs besides its polling on a large database, step by step: 500 new articles and all that follows.

    python -m bench.whole_cycle [ARTICLES] [NEW] [FOLDER]

The news is that of bench.newsroom; in a FOLDER the working file of `python -m bench.pages` is found, and copied. Of the
new articles a third have headline and summary of one of the last day, nearly, a third its words in another order, a
third half of them. Two cycles follow one another in one process, as those of `aggregator run --every` do. The first
reads the open window and the terms of all stories, and its briefs are those of 3,000 older stories besides, so that
what the second compares is what this version made. Prints for each step the seconds by the clock and of the processor,
and the memory held. It is by words alone: the vectors of a year's headlines would have to be made first.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import aggregator.cycle
import aggregator.open_window
import aggregator.storylining
from aggregator.briefing import AGAIN, write_briefs
from aggregator.config import read_config
from aggregator.cycle import group_articles
from aggregator.models import ArticleDraft, DraftKind
from aggregator.open_window import OpenWindow
from aggregator.rights import purge_bodies
from aggregator.store.publish import publish
from aggregator.storylining import write_storylines
from aggregator.workspace import Workspace, open_workspace
from bench.newsroom import END, fill
from bench.speed import held, peak
from bench.told import text_of
from bench.words import WORDS

CYCLES = 2
_RECENT = """
select title, coalesce(summary, ''), language, section from articles
where first_seen >= ? and text_kind = 'publisher' order by id
"""


def make(folder: Path, articles: int) -> Path:
    """Copies the working file that bench.pages left in a folder, or makes one."""
    made, own = folder / f"pages-{articles}.db", folder / f"cycle-{articles}.db"
    is_there = made.is_file()
    with open_workspace(read_config(), made, lambda: END) as workspace:
        if not is_there:
            fill(workspace, articles)
    shutil.copy(made, own)
    return own


def arriving(workspace: Workspace, count: int, cycle: int) -> Iterator[ArticleDraft]:
    """Makes new articles beside those of the last day."""
    dice = random.Random(cycle)
    db = workspace.store.db
    recent = db.execute(_RECENT, [(END - timedelta(days=1)).isoformat()]).fetchall()
    domains = [row[0] for row in db.execute("select domain from outlets where id in (select outlet_id from feeds)")]
    for n in range(count):
        title, summary, language, section = dice.choice(recent)
        words, lead, number = title.split(), summary.split(), 10_000_000 + cycle * count + n
        body = text_of(number)
        if n % 3 == 0:
            title = f"{title} {dice.choice(WORDS)}"
        elif n % 3 == 1:
            title = " ".join(dice.sample(words, len(words)))
        else:
            title = " ".join([*words[:4], *dice.choice(recent)[0].split()[4:]])
            summary = " ".join([*dice.choice(recent)[1].split()[:20], *lead[:20]])
        url = f"https://{dice.choice(domains)}/cycle-{number}"
        at = END + timedelta(minutes=15 * cycle + n % 15)
        yield ArticleDraft(DraftKind.FEED, url, url, title, summary=summary, body=body, language=language,
                           section=section, published=at)  # fmt: skip


@contextmanager
def step(name: str) -> Iterator[Callable[[str], None]]:
    """Prints what a step took, with what is said of it."""
    said: list[str] = []
    began, spent = time.perf_counter(), time.process_time()
    yield said.append
    print(f"  {name:11} {time.perf_counter() - began:7.2f} s, {time.process_time() - spent:7.2f} of the processor;"
          f" {held():6,.0f} MB held, {peak():6,.0f} at most{'; '.join(['', *said])}", flush=True)  # fmt: skip


def main(articles: int, new: int, folder: Path) -> None:
    for module in (aggregator.cycle, aggregator.open_window, aggregator.storylining):
        module.installed_encoder = lambda: None  # type: ignore[attr-defined]
    db, window, config = make(folder, articles), OpenWindow(), read_config()
    for cycle in range(CYCLES):
        print(f"cycle {cycle + 1}: {new:,} new articles beside {articles:,}")
        clock = partial(END.__add__, timedelta(minutes=15 * cycle + 30))
        with step("opening"), open_workspace(config, db, clock):
            pass
        with open_workspace(config, db, clock) as workspace:
            if not cycle:
                last = workspace.store.db.execute("select max(id) from story_changes").fetchone()[0]
                with workspace.store.transaction():
                    workspace.store.reference.set_settings({"briefs_below": last, "briefs_due": "all"})
            drafts = list(arriving(workspace, new, cycle))
            with step("storing") as say:
                say(f"{workspace.ingest().add_all(drafts).new:,} new, with their topics")
            with step("grouping") as say:
                grouped = group_articles(workspace, window)
                say(f"with {grouped.articles:,}; {grouped.new_stories:,} new stories")
            with step("briefs") as say:
                told = write_briefs(workspace, AGAIN if not cycle else 0)
                say(f"{told.looked_at:,} stories looked at, {told.stories:,} and {told.articles:,} articles told")
            with step("storylines") as say:
                lines = write_storylines(workspace)
                say(f"{lines.stories:,} stories looked at, {lines.linked:,} linked")
            with step("old texts") as say:
                say(f"{purge_bodies(workspace).bodies:,} removed")
    with step("publishing") as say:
        report = publish(db, summary_characters=config.site.summary_characters)
        say(f"{report.articles:,} articles, {report.bytes / 1e6:,.0f} MB")


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    if len(sys.argv) > 3:
        main(size, count, Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(size, count, Path(made))

"""How well the stories that a story's page names as like it are of one topic, by a gold file that tells topics apart.

    python -m bench.related GOLD.csv

GOLD is that of `aggregator evaluate`, its gold stories named by a topic's number and what tells its events apart, as
ECB+'s `8ecb` and `8ecbplus`. The file is imported and grouped by the program; a story has the topic of most of its
articles. For each least score it prints how many pairs of stories are shown, how many of them are of one topic and two
events, what share of all such pairs that is, and the same of the pairs that stand first on their page.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aggregator.site import queries
from aggregator.site.related import wanted
from aggregator.site.serve import make_app
from aggregator.store.publish import published_path
from bench.gold import read_gold
from bench.pages import METADATA

SCORES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.5)


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair of stories as a page shows it; `place` 0 is the first, `right` = of one topic."""

    score: float
    place: int
    right: bool


def published(gold: Path, db: Path) -> Path:
    for command in (["import", str(gold)], ["group"], ["publish"]):
        subprocess.run([sys.executable, "-m", "aggregator", "--db", str(db), *command], check=True, capture_output=True)
    return published_path(db)


async def shown(db: Any, gold: Mapping[int, str]) -> tuple[list[Shown], int]:
    """Asks for every story's likes; returns the pairs shown, and how many there are of one topic."""
    topics = await _topics(db, gold)
    edition = await queries.edition(db)
    found = []
    for story, topic in topics.items():
        row = await queries.story(db, story)
        asked = row and wanted(row, await queries.members(db, story, edition.provider, edition.provider))
        if asked:
            rows = await queries.related(db, replace(asked, least=0.0))
            found += [Shown(row.score, place, topics[row.id] == topic) for place, row in enumerate(rows)]
    return found, sum(count * (count - 1) for count in Counter(topics.values()).values())


async def _topics(db: Any, gold: Mapping[int, str]) -> dict[int, str]:
    rows = (await db.execute("select story_id, article_id from story_articles order by 1, 2")).rows
    votes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for story, article in rows:
        votes[story][re.match(r"\d*", gold[article])[0]] += 1  # type: ignore[index]
    return {story: counts.most_common(1)[0][0] for story, counts in votes.items()}


def main(gold: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = make_app(published(gold, Path(folder) / "gold.db"), METADATA)
        found, pairs = asyncio.run(shown(site.get_database("news"), read_gold(gold)[1]))
    print(f"{pairs} ordered pairs of stories on one topic")
    for score in SCORES:
        kept = [pair for pair in found if pair.score >= score]
        first = [pair for pair in kept if pair.place == 0]
        right, right_first = sum(pair.right for pair in kept), sum(pair.right for pair in first)
        print(f"from {score:.1f}: {right:3} of {len(kept):3} shown are, {right / pairs:.2f} of all;"
              f" {right_first:3} of {len(first):3} that stand first")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The stories that bench.briefs makes briefs of: those of a gold file, and those of a working database."""

from __future__ import annotations

import csv
import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from aggregator.briefing import bounded
from aggregator.briefs import Source
from aggregator.store.briefs import Briefs
from aggregator.text import language_code

SIDES = ("left", "center", "right")


def stories_of_gold(path: Path) -> Mapping[str, Sequence[Source]]:
    """Reads the stories of two or more articles; an article without a lean gets a side by a hash of its name."""
    found: defaultdict[str, list[Source]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            found[row["gold_story_id"]].append(
                Source(number, number, _side(row), row["title"], row["summary"], language_code(row["lang"]),
                       date.fromisoformat(row["timestamp"][:10]) if row["timestamp"] else None)
            )  # fmt: skip
    return {story: sources for story, sources in found.items() if len(sources) > 1}


def _side(row: Mapping[str, str]) -> str:
    if row.get("lean"):
        return row["lean"].lower().removeprefix("lean ")
    return SIDES[hashlib.sha256((row["outlet"] or row["doc_id"]).encode()).digest()[0] % len(SIDES)]


def stories_of_database(path: Path) -> Mapping[str, Sequence[Source]]:
    """Reads the stories of a working database as briefs are made of them."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        db = Database(connection)
        stories = [
            story for (story,) in db.execute("select distinct story_id from story_articles order by 1").fetchall()
        ]
        members = Briefs(db).members(stories)
        return {str(story): [bounded(one) for one in members[story]] for story in stories}


def long_story(stories: Mapping[str, Sequence[Source]], articles: int = 40, texts: int = 6) -> Sequence[Source]:
    """Makes a story of long articles that have few words in common: the worst there is for a brief's time."""
    every = [source for sources in stories.values() for source in sources]
    return [
        replace(every[number], id=number, origin=number,
                text="\n".join(every[(number + articles * turn) % len(every)].text for turn in range(texts)))
        for number in range(min(articles, len(every)))
    ]  # fmt: skip

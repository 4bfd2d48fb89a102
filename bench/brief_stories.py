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

from aggregator.briefs import Source
from aggregator.models import Scope
from aggregator.text import language_code

SIDES = ("left", "center", "right")

_MEMBERS = """
select member.story_id, article.id, coalesce(origin.representative_id, article.id) as origin, member.side,
  article.title, coalesce(nullif(article.body, ''), article.summary, '') as text, article.language,
  substr(article.published, 1, 10) as day, article.scope, article.text_kind
from story_members member
join articles article on article.id = member.article_id
left join origins origin on origin.id = member.origin_id
where member.provider = (select value from settings where key = 'provider')
order by member.story_id, article.published, article.id
"""


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
    """Reads the stories of a working database, their articles with the sides of the default provider."""
    found: defaultdict[str, list[Source]] = defaultdict(list)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        for story, article, origin, side, title, text, language, day, scope, kind in db.execute(_MEMBERS):
            found[str(story)].append(
                Source(article, origin, side if side in SIDES else None, title, text, language,
                       date.fromisoformat(day) if day else None, Scope(scope), kind)
            )  # fmt: skip
    return found


def long_story(stories: Mapping[str, Sequence[Source]], articles: int = 40, texts: int = 6) -> Sequence[Source]:
    """Makes a story of long articles that have few words in common: the worst there is for a brief's time."""
    every = [source for sources in stories.values() for source in sources]
    return [
        replace(every[number], id=number, origin=number,
                text="\n".join(every[(number + articles * turn) % len(every)].text for turn in range(texts)))
        for number in range(min(articles, len(every)))
    ]  # fmt: skip

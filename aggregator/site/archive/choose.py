"""Which days and stories an archive of the site holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from aggregator.site import queries
from aggregator.site.archive.places import Chosen

_STORIES = """
select id, title, last_published, origins, outlets from stories
where state <> 'merged' and articles > 0 and last_published >= :first
order by origins desc, last_published desc, id limit :stories
"""
_ARTICLES = "select article_id from story_articles where story_id in (select value from json_each(:stories))"


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in the list of those that are archived."""

    id: int
    title: str
    last_published: str
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Picked:
    """The days and stories of an archive, and how many living stories are not in it."""

    chosen: Chosen
    stories: Sequence[Listed]
    stories_left_out: int


async def choose(db: queries.Reader, days: int, stories: int) -> Picked:
    """Picks the last days that have stories, and of their stories those of most independent origins."""
    found = await queries.latest_days(db, days)
    first = min(found, default="")
    rows = await db.execute(_STORIES, {"first": first, "stories": stories})
    listed = [Listed(**dict(row)) for row in rows] if found else []
    numbers = [story.id for story in listed]
    articles = await db.execute(_ARTICLES, {"stories": json.dumps(numbers)})
    chosen = Chosen(frozenset(found), frozenset(numbers), frozenset(row["article_id"] for row in articles))
    all_of_them = await db.execute("select count(*) as n from stories where state <> 'merged' and articles > 0", {})
    return Picked(chosen, listed, all_of_them.first()["n"] - len(numbers))

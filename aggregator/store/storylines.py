"""Reads and writes of storylines; every method runs inside the caller's transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

# A story that one origin alone tells is no event that anybody confirmed, and most stories are such: linked, they would
# make a storyline of each outlet's own series. A person may put one into a storyline.
_ELIGIBLE = """
  select change.story_id, change.id from story_changes change join stories story on story.id = change.story_id
  where story.state <> 'merged' and story.removed is null and story.articles > 0
    and (story.origins >= 2 or story.id in (select value from json_each(?)))
"""

_TIED_TO = """
  select min(other.article_id) from story_articles own
  join story_articles other on other.story_id = own.story_id
  where own.article_id = overrides.{0} and other.article_id not in (select value from json_each(:gone))
"""


@dataclass(frozen=True, slots=True)
class StorylineStory:
    """A story's place in a storyline; `reasons` are as they are stored."""

    story: int
    storyline: int
    matched: int | None
    score: float
    reasons: str


class Storylines:
    def __init__(self, db: Database) -> None:
        self._db = db

    def last_change(self) -> int:
        return int(self._db.execute("select coalesce(max(id), 0) from story_changes").fetchone()[0])

    def eligible(self, bound: Collection[int]) -> dict[int, int]:
        """Maps the stories that may stand in a storyline to their last change: of two origins, or `bound` by a word."""
        return dict(self._db.execute(_ELIGIBLE, [json.dumps(sorted(bound))]).fetchall())

    def lines(self) -> dict[int, int]:
        """Maps the stories that are in a storyline to its number, the earliest story first."""
        rows = self._db.execute(
            "select member.story_id, member.storyline_id from storyline_stories member"
            " join stories story on story.id = member.story_id"
            " order by coalesce(story.first_published, story.first_seen), story.id"
        )
        return dict(rows.fetchall())

    def articles_of(self, stories: Iterable[int]) -> dict[int, list[int]]:
        """Maps stories to their articles, the earliest first."""
        rows = self._db.execute(
            "select member.story_id, member.article_id from story_articles member"
            " join articles article on article.id = member.article_id"
            " where member.story_id in (select value from json_each(?))"
            " order by article.published is null, coalesce(article.published, article.first_seen), article.id",
            [json.dumps(sorted(stories))],
        )
        found: defaultdict[int, list[int]] = defaultdict(list)
        for story, article in rows.fetchall():
            found[story].append(article)
        return dict(found)

    def found(self, now: str) -> int:
        """Makes an empty storyline and returns its number; none is ever deleted, so that none is given away twice."""
        cursor = self._db.execute("insert into storylines (title, made, stories) values ('', ?, 0)", [now])
        return int(cursor.lastrowid or 0)

    def living(self, storyline: int) -> int | None:
        """Returns the storyline that a number leads to now, None where that has no story."""
        row = self._db.execute(
            "with recursive way (id, merged_into) as (select id, merged_into from storylines where id = ?"
            " union select line.id, line.merged_into from way join storylines line on line.id = way.merged_into)"
            " select way.id from way join storylines line on line.id = way.id"
            " where way.merged_into is null and line.stories > 0",
            [storyline],
        ).fetchone()
        return int(row[0]) if row else None

    def stories_of(self, storyline: int) -> list[int]:
        rows = self._db.execute("select story_id from storyline_stories where storyline_id = ? order by 1", [storyline])
        return [story for (story,) in rows.fetchall()]

    def titles(self) -> dict[int, str]:
        """Maps the storylines that have a name to it."""
        return dict(self._db.execute("select id, title from storylines where title <> ''").fetchall())

    def nameless(self) -> list[int]:
        """Lists the storylines that lost their name with an article that was removed."""
        return [line for (line,) in self._db.execute("select id from storylines where title = '' and stories > 0")]

    def take_out(self, stories: Iterable[int]) -> None:
        """Takes stories out of their storylines."""
        gone = json.dumps(sorted(stories))
        self._db.execute("delete from storyline_stories where story_id in (select value from json_each(?))", [gone])
        self._db.execute(
            "update storyline_stories set matched_story_id = null, reasons = '[]'"
            " where matched_story_id in (select value from json_each(?))",
            [gone],
        )

    def put(self, places: Iterable[StorylineStory], run_id: int) -> None:
        self._db.conn.executemany(
            "insert or replace into storyline_stories"
            " (story_id, storyline_id, matched_story_id, score, reasons, run_id) values (?, ?, ?, ?, ?, ?)",
            [(p.story, p.storyline, p.matched, p.score, p.reasons, run_id) for p in places],
        )

    def move(self, lines: Mapping[int, int]) -> None:
        """Puts stories into other storylines, with what was told of them."""
        self._db.conn.executemany(
            "update storyline_stories set storyline_id = ? where story_id = ?",
            [(line, story) for story, line in lines.items()],
        )

    def rename(self, titles: Mapping[int, str]) -> None:
        """Gives storylines their names, counts their stories, and makes redirects of these storylines again."""
        self._db.conn.executemany(
            "update storylines set title = ?, merged_into = null, stories ="
            " (select count(*) from storyline_stories where storyline_id = storylines.id) where id = ?",
            [(title, line) for line, title in titles.items()],
        )

    def end(self, lines: Mapping[int, int | None], stories: Mapping[int, Sequence[int]]) -> None:
        """Leaves storylines without a story: each leads on to another, or nowhere; of it stays which stories it had."""
        self._db.conn.executemany(
            "update storylines set title = '', stories = 0, merged_into = ?, last_stories = ? where id = ?",
            [(into, json.dumps(stories[line]), line) for line, into in lines.items()],
        )

    def former(self, stories: Iterable[int]) -> dict[int, frozenset[int]]:
        """Maps the storylines that ended and had one of these stories to all that they had."""
        rows = self._db.execute(
            "select distinct line.id, line.last_stories from storylines line, json_each(line.last_stories) had"
            " where line.stories = 0 and had.value in (select value from json_each(?))",
            [json.dumps(sorted(stories))],
        )
        return {line: frozenset(json.loads(told)) for line, told in rows.fetchall()}


def leave_storylines(db: Database, gone: Sequence[int]) -> None:
    """Takes the words of articles that are removed out of the names and reasons of storylines, and of a person's word.

    `write_storylines` names them anew. A person's word that named a removed article holds for its story by another.
    """
    articles = json.dumps(list(gone))
    stories = "select story_id from story_articles where article_id in (select value from json_each(:gone))"
    db.execute(
        "update storylines set title = '' where id in"
        f" (select storyline_id from storyline_stories where story_id in ({stories}))",
        {"gone": articles},
    )
    db.execute(
        f"update storyline_stories set reasons = '[]' where story_id in ({stories}) or matched_story_id in ({stories})",
        {"gone": articles},
    )
    for column in ("article_a", "article_b"):
        db.execute(
            f"update overrides set {column} = coalesce(({_TIED_TO.format(column)}), {column})"
            f" where kind in ('continues', 'continues not') and {column} in (select value from json_each(:gone))",
            {"gone": articles},
        )

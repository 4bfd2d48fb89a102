"""Reads and writes of stories, their members, and the origins of articles."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sqlite_utils import Database

from aggregator.models import CopyLink, Member, Reason

_COUNTS = """
  select count(*) as articles, count(distinct article.outlet_id) as outlets,
    count(distinct coalesce(outlet.owner, outlet.domain, outlet.name)) as owners,
    count(distinct coalesce(copy.origin_id, -article.id)) as origins,
    min(article.first_seen) as first_seen, min(article.published) as first_published,
    max(article.published) as last_published
  from story_articles member
  join articles article on article.id = member.article_id
  join outlets outlet on outlet.id = article.outlet_id
  left join copies copy on copy.article_id = article.id
  where member.story_id = :story
"""

# The story's title is the headline of its most central member: the one that others were matched to most often; the
# earliest of them where that is a tie. It is a real outlet's headline, shown beside the others.
_TITLE = """
  select article.title from story_articles member
  join articles article on article.id = member.article_id
  left join (
    select matched_article_id, count(*) as times from story_articles where story_id = :story group by matched_article_id
  ) matched on matched.matched_article_id = article.id
  where member.story_id = :story
  order by coalesce(matched.times, 0) desc, article.published is null, article.published, article.url limit 1
"""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article stands: its story, the run that put it there, the member that it was matched with.

    `text` is the article that stands for its text, itself where it does.
    """

    story: int
    run: int | None = None
    matched: int | None = None
    text: int | None = None


class Stories:
    def __init__(self, db: Database) -> None:
        self._db = db

    def found(self, now: str) -> int:
        """Makes an empty story and returns its id; `refresh` fills it."""
        cursor = self._db.execute(
            "insert into stories (title, first_seen, articles, outlets, owners, origins) values ('', ?, 0, 0, 0, 0)",
            [now],
        )
        return int(cursor.lastrowid or 0)

    def place(self, members: Iterable[tuple[Member, int]], run_id: int) -> None:
        """Puts articles into stories, out of whichever story they were in."""
        self._db.conn.executemany(
            "insert into story_articles (story_id, article_id, score, matched_article_id, reasons, run_id, provisional)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                (story, member.article, member.score, member.matched,
                 _json(member.reasons), run_id, member.provisional)
                for member, story in members
            ],
        )  # fmt: skip

    def lift(self, articles: Iterable[int]) -> None:
        """Takes articles out of their stories, to be placed again."""
        self._db.conn.executemany(
            "delete from story_articles where article_id = ?", [(article,) for article in articles]
        )

    def memberships(self, articles: Iterable[int]) -> dict[int, int]:
        """Maps each of these articles that has a story to its id."""
        rows = self._db.execute(
            "select article_id, story_id from story_articles where article_id in (select value from json_each(?))",
            [json.dumps(list(articles))],
        )
        return dict(rows.fetchall())

    def refresh(self, story: int) -> None:
        """Counts a story anew and gives it its title; does nothing for one that has lost its last member."""
        counts = next(self._db.query(_COUNTS, {"story": story}))
        if not counts["articles"]:
            return
        title = self._db.execute(_TITLE, {"story": story}).fetchone()[0]
        row = dict(counts) | {"title": title, "story": story}
        self._db.execute(
            "update stories set title = :title, articles = :articles, outlets = :outlets, owners = :owners,"
            " origins = :origins, first_seen = :first_seen, first_published = coalesce(:first_published, :first_seen),"
            " last_published = coalesce(:last_published, :first_seen), removed = null where id = :story",
            row,
        )

    def close(self, before: str) -> None:
        """Closes the stories whose last article is older than the window, and opens those that got a late one."""
        self._db.execute(
            "update stories set state = case when last_published < :before then 'closed' else 'open' end"
            " where state <> 'merged' and (state = 'open') = (last_published < :before)",
            {"before": before},
        )

    def merge(self, story: int, into: int) -> None:
        """Leaves a redirect where a story was; its members are placed elsewhere already."""
        self._db.execute(
            "update stories set state = 'merged', merged_into = ?, articles = 0, outlets = 0, owners = 0, origins = 0"
            " where id = ?",
            [into, story],
        )
        self._db.execute("update stories set merged_into = ? where merged_into = ?", [into, story])

    def by_address(self) -> dict[str, int]:
        """Maps the address of every grouped article to its story."""
        rows = self._db.execute(
            "select article.url, member.story_id from story_articles member"
            " join articles article on article.id = member.article_id"
        )
        return dict(rows.fetchall())

    def is_empty(self, story: int) -> bool:
        return not self._db.execute("select 1 from story_articles where story_id = ? limit 1", [story]).fetchone()

    def set_origins(self, links: Sequence[CopyLink], window: Container[int]) -> set[int]:
        """Stores the origins that changed and returns the articles whose origin did.

        `window` holds the articles that were looked at. An article whose stored origin is represented by one outside
        keeps it: that one is older than the window, not gone.
        """
        named = window
        stored = self._origins({article for link in links for article in (link.article, link.representative)})
        outside = {article: old[0] for article, old in stored.items() if old[0] not in named}
        links = [replace(link, representative=outside.get(link.representative, link.representative)) for link in links]
        changed = [
            link
            for link in links
            if (old := stored.get(link.article)) is None
            or (old[0] in named and old != (link.representative, link.method, link.kind))
        ]
        left = self._db.execute(
            "select distinct origin_id from copies where article_id in (select value from json_each(?))",
            [json.dumps([link.article for link in changed])],
        ).fetchall()
        self._db.conn.executemany("delete from copies where article_id = ?", [(link.article,) for link in changed])
        self._db.conn.executemany(
            "insert into origins (representative_id, kind) values (?, ?)"
            " on conflict (representative_id) do update set kind = excluded.kind",
            [(link.representative, link.kind) for link in changed if link.representative in named],
        )
        self._db.conn.executemany(
            "insert into copies (article_id, origin_id, score, method)"
            " values (?, (select id from origins where representative_id = ?), ?, ?)",
            [(link.article, link.representative, link.score, link.method) for link in changed],
        )
        self._db.conn.executemany(
            "delete from origins where id = ? and not exists (select 1 from copies where origin_id = origins.id)",
            left,
        )
        return {link.article for link in changed}

    def living(self, story: int) -> int | None:
        """Returns the story that a number leads to now: itself, or the one it was merged into; None where none is."""
        row = self._db.execute(
            "with recursive way (id, merged_into) as ("
            " select id, merged_into from stories where id = ?"
            " union select story.id, story.merged_into from way join stories story on story.id = way.merged_into"
            ") select id from way where merged_into is null"
            " and not exists (select 1 from stories where stories.id = way.id and removed is not null)",
            [story],
        ).fetchone()
        return int(row[0]) if row else None

    def largest(self) -> int:
        """Returns the highest number of a story, 0 where there is none."""
        return int(self._db.execute("select coalesce(max(id), 0) from stories").fetchone()[0])

    def members_of(self, stories: Iterable[int]) -> dict[int, Placement]:
        """Maps the articles of some stories to their places, the oldest first."""
        rows = self._db.execute(
            "select article.id, member.story_id, member.run_id, member.matched_article_id, origin.representative_id"
            " from story_articles member join articles article on article.id = member.article_id"
            " left join copies copy on copy.article_id = article.id"
            " left join origins origin on origin.id = copy.origin_id"
            " where member.story_id in (select value from json_each(?))"
            " order by article.published is null, coalesce(article.published, article.first_seen), article.id",
            [json.dumps(sorted(stories))],
        )
        return {article: Placement(*place) for article, *place in rows.fetchall()}

    def all_memberships(self) -> dict[int, int]:
        """Maps every article that has a story to its id."""
        return dict(self._db.execute("select article_id, story_id from story_articles").fetchall())

    def unlike(self, members: Iterable[tuple[Member, int]]) -> list[tuple[Member, int]]:
        """Returns those of some placed members that are not stored as they are."""
        rows = self._db.execute(
            "select article_id, story_id, score, matched_article_id, reasons, provisional from story_articles"
        )
        stored = {article: tuple(row) for article, *row in rows.fetchall()}
        return [
            (member, story)
            for member, story in members
            if stored.get(member.article)
            != (story, member.score, member.matched, _json(member.reasons), int(member.provisional))
        ]

    def carry(self, story_of: Mapping[int, int], run_id: int) -> None:
        """Moves members to other stories with the scores and reasons that they have."""
        self._db.conn.executemany(
            "update story_articles set story_id = ?, run_id = ? where article_id = ?",
            [(story, run_id, article) for article, story in story_of.items()],
        )

    def revive(self, story: int) -> None:
        """Makes a redirect a story again; `refresh` fills it."""
        self._db.execute("update stories set state = 'open', merged_into = null where id = ?", [story])

    def _origins(self, articles: set[int]) -> dict[int, tuple[int, str, str]]:
        rows = self._db.execute(
            "select copy.article_id, origin.representative_id, copy.method, origin.kind from copies copy"
            " join origins origin on origin.id = copy.origin_id"
            " where copy.article_id in (select value from json_each(?))",
            [json.dumps(sorted(articles))],
        )
        return {article: (representative, method, kind) for article, representative, method, kind in rows.fetchall()}


def _json(reasons: Iterable[Reason]) -> str:
    return json.dumps([asdict(reason) for reason in reasons])

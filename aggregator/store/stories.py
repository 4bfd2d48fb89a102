"""Reads and writes of stories, their members, and the origins of articles."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace

from sqlite_utils import Database

from aggregator.models import CopyLink, Member, Reason
from aggregator.store import journal
from aggregator.store.views.ratings import RETOLD

_COUNTS = """
  select count(*) as articles, count(distinct article.outlet_id) filter (where not {retold}) as outlets,
    count(distinct coalesce(outlet.owner, outlet.domain, outlet.name)) filter (where not {retold}) as owners,
    count(distinct coalesce(copy.origin_id, -article.id)) filter (where not {retold}) as origins,
    min(article.first_seen) as first_seen, min(article.published) as first_published,
    max(article.published) as last_published
  from story_articles member
  join articles article on article.id = member.article_id
  join outlets outlet on outlet.id = article.outlet_id
  left join copies copy on copy.article_id = article.id
  where member.story_id = :story
""".format(retold=RETOLD.format("article"))

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


# Where each article stands by grouping alone: a person's word may hold it elsewhere.
_OWN = """
  select article_id, story_id, score, matched_article_id, reasons, run_id, provisional from overruled
  union all
  select article_id, story_id, score, matched_article_id, reasons, run_id, provisional from story_articles
  where article_id not in (select article_id from overruled)
"""

_STANDING = """
  select article.id, coalesce(origin.representative_id, article.id),
    member.story_id, member.score, member.matched_article_id, member.reasons, member.run_id, member.provisional,
    iif(own.article_id is null, member.story_id, own.story_id),
    iif(own.article_id is null, member.score, own.score),
    iif(own.article_id is null, member.matched_article_id, own.matched_article_id),
    iif(own.article_id is null, member.reasons, own.reasons),
    iif(own.article_id is null, member.run_id, own.run_id),
    iif(own.article_id is null, member.provisional, own.provisional)
  from story_articles member
  join articles article on article.id = member.article_id
  left join copies copy on copy.article_id = article.id
  left join origins origin on origin.id = copy.origin_id
  left join overruled own on own.article_id = article.id
"""

_RULED = """
  with own_stories (story_id) as (
    select story_id from overruled
    union
    select story_id from story_articles
    where article_id in (select value from json_each(:bound) union select article_id from overruled)
  )
  select article_id from overruled where story_id in own_stories
  union
  select article_id from story_articles
  where story_id in own_stories and article_id not in (select article_id from overruled)
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of an article in a story; `reasons` are as they are stored."""

    story: int
    score: float
    matched: int | None
    reasons: str
    run: int | None
    provisional: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands, where grouping alone has it, and the article that stands for its text."""

    live: Place
    own: Place
    text: int


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
        """Puts articles where grouping alone has them; those that a person's word holds elsewhere stay there."""
        places = {
            member.article: Place(
                story, member.score, member.matched, reasons_json(member.reasons), run_id, int(member.provisional)
            )
            for member, story in members
        }
        held = self._held(places)
        self._write("overruled", {article: place for article, place in places.items() if article in held})
        self._write("story_articles", {article: place for article, place in places.items() if article not in held})

    def stand(self, live: Mapping[int, Place], own: Mapping[int, Place]) -> None:
        """Puts articles where a person's word wants them; those that are where grouping has them are overruled no more.

        `own` maps them to where grouping alone has them.
        """
        self._db.conn.executemany("delete from overruled where article_id = ?", [(article,) for article in live])
        self._write("overruled", {article: own[article] for article in live if live[article] != own[article]})
        self._write("story_articles", live)

    def _write(self, table: str, places: Mapping[int, Place]) -> None:
        self._db.conn.executemany(f"delete from {table} where article_id = ?", [(article,) for article in places])
        self._db.conn.executemany(
            f"insert into {table} (article_id, story_id, score, matched_article_id, reasons, run_id, provisional)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [(article, *astuple(place)) for article, place in places.items()],
        )

    def _held(self, articles: Iterable[int]) -> set[int]:
        rows = self._db.execute(
            "select article_id from overruled where article_id in (select value from json_each(?))",
            [json.dumps(list(articles))],
        )
        return {article for (article,) in rows.fetchall()}

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
        """Leaves a redirect where a story was; its members are placed elsewhere already.

        Redirects that lead to it are left as they are: they lead on, and to it again where an undo revives it.
        """
        self._db.execute(
            "update stories set state = 'merged', merged_into = ?, articles = 0, outlets = 0, owners = 0, origins = 0"
            " where id = ?",
            [into, story],
        )
        self._db.execute(
            "update stories set thinned = coalesce((select thinned from stories where id = ?), thinned) where id = ?",
            [story, into],
        )

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
        journal.changed(self._db, (link.article for link in changed))
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

    def ruled(self, bound: Iterable[int]) -> dict[int, Standing]:
        """Maps all articles of the stories that hold one of these, or one that is overruled, the oldest first.

        Both grouping's stories and the stored ones: a number that a story may take is then seen to be free or taken.
        """
        rows = self._db.execute(_RULED, {"bound": json.dumps(sorted(bound))}).fetchall()
        return self._standing("member.article_id", [article for (article,) in rows])

    def members_of(self, stories: Iterable[int]) -> dict[int, Standing]:
        """Maps the articles of some stories to where they stand, the oldest first."""
        return self._standing("member.story_id", sorted(stories))

    def _standing(self, column: str, numbers: Sequence[int]) -> dict[int, Standing]:
        rows = self._db.execute(
            f"{_STANDING} where {column} in (select value from json_each(?))"
            " order by article.published is null, coalesce(article.published, article.first_seen), article.id",
            [json.dumps(numbers)],
        )
        return {
            article: Standing(Place(*places[:6]), Place(*places[6:]), text)
            for article, text, *places in rows.fetchall()
        }

    def all_memberships(self) -> dict[int, int]:
        """Maps every article that has a story to its id."""
        return dict(self._db.execute("select article_id, story_id from story_articles").fetchall())

    def own_memberships(self) -> dict[int, int]:
        """Maps every article that has a story to the one that grouping alone has it in."""
        return dict(self._db.execute(f"select article_id, story_id from ({_OWN})").fetchall())

    def unlike(self, members: Iterable[tuple[Member, int]]) -> list[tuple[Member, int]]:
        """Returns those of some placed members of which grouping alone has said something else so far."""
        rows = self._db.execute(
            f"select article_id, story_id, score, matched_article_id, reasons, provisional from ({_OWN})"
        )
        stored = {article: tuple(row) for article, *row in rows.fetchall()}
        return [
            (member, story)
            for member, story in members
            if stored.get(member.article)
            != (story, member.score, member.matched, reasons_json(member.reasons), int(member.provisional))
        ]

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


def reasons_json(reasons: Iterable[Reason]) -> str:
    return json.dumps([asdict(reason) for reason in reasons])

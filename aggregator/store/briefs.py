"""Reads what briefs are made from, writes and deletes them, and keeps the place in the journal of changed stories."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from aggregator.briefs import ArticleBrief, Brief, Source, Statement
from aggregator.decide import BODY_PURGED, snippet_bound
from aggregator.models import Scope
from aggregator.store.views.ratings import DEFAULT_PROVIDER, SIDE, article_rating
from aggregator.text import is_commentary

# Of a text: a brief takes sentences of its beginning, and a paragraph of a megabyte must not hold up a cycle.
MOST_TEXT = 20_000

MARKED = "-"
"""What `inputs` begins with where a brief is to be made anew, whatever it was made from."""

# A page is read once. What it said before its headline changed ("close to a vote") is not quoted under the new one.
_OUTDATED = """article.body_from = 'page' and exists (
    select 1 from revisions retitled where retitled.article_id = article.id and retitled.field = 'title'
      and retitled.seen > coalesce((
        select max(reread.seen) from revisions reread where reread.article_id = article.id and reread.field = 'body'
      ), article.first_seen)
  )"""

_MEMBERS = f"""
select member.story_id, article.id, coalesce(origin.representative_id, article.id) as origin, article.title,
  coalesce(article.summary, '') as summary, iif({_OUTDATED}, '', coalesce(article.body, '')) as body,
  article.language, article.flags,
  case when article.published between '1000' and '9000' then substr(article.published, 1, 10) end as day,
  article.url, article.section, article.scope, article.text_kind, nullif({SIDE}, 'unrated') as side
from story_articles member
join articles article on article.id = member.article_id
cross join ({DEFAULT_PROVIDER}) chosen
left join ratings rating on rating.id = {article_rating("article.published_day")}
left join copies copy on copy.article_id = article.id
left join origins origin on origin.id = copy.origin_id
where member.story_id in (select value from json_each(?))
order by article.published is null, coalesce(article.published, article.first_seen), article.id
"""

# What an outlet's articles stand for, by the chosen provider: where it is the same, no story has another side.
_SIDES = f"""
select rating.outlet_id, rating.scope, {SIDE}, rating.valid_to from ratings rating
where rating.provider = (select provider from ({DEFAULT_PROVIDER}))
order by rating.outlet_id, rating.scope, rating.valid_from
"""


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it tells its story; `is_own` says that its text is copied from no other, wherever that is.

    `summary` may be longer than what is published of it; `bound` is how much of the text its page lets be shown.
    """

    source: Source
    is_own: bool
    summary: str
    purged: bool
    bound: int | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What a stored brief was made by and from, as hashes: the rule, the sides and origins, and each text.

    The rule is MARKED where the brief is to be made anew.
    """

    rule: str
    sides: str
    texts: Mapping[int, str]


class Briefs:
    def __init__(self, db: Database) -> None:
        self._db = db

    def last_change(self) -> int:
        return int(self._db.execute("select coalesce(max(id), 0) from story_changes").fetchone()[0])

    def changes_after(self, change: int, limit: int) -> list[tuple[int, int]]:
        """Lists changes with their stories, the oldest first."""
        query = "select id, story_id from story_changes where id > ? order by id limit ?"
        return self._db.execute(query, [change, limit]).fetchall()

    def changes_before(self, change: int, limit: int, marked: bool) -> list[tuple[int, int]]:
        """Lists changes up to one with their stories, the newest first; of all, or of those whose brief is marked.

        The statement begins at the journal's end: what is new is read by more than what is old.
        """
        joined = "cross join briefs brief on brief.story_id = change.story_id" if marked else ""
        where = f"and substr(brief.inputs, 1, 1) = '{MARKED}'" if marked else ""
        query = f"select change.id, change.story_id from story_changes change {joined} where change.id <= ? {where}"
        return self._db.execute(f"{query} order by change.id desc limit ?", [change, limit]).fetchall()

    def unchanged(self, changes: Iterable[tuple[int, int]]) -> set[int]:
        """Returns those stories that have not changed again since these changes."""
        told = json.dumps([change for change, _ in changes])
        query = "select story_id from story_changes where id in (select value from json_each(?))"
        return {story for (story,) in self._db.execute(query, [told]).fetchall()}

    def members(self, stories: Iterable[int]) -> dict[int, list[Told]]:
        """Maps stories to their articles, in order of publication.

        Of a text whose own article is in another story, the first that carries it stands for it.
        """
        rows = self._db.execute(_MEMBERS, [json.dumps([*stories])])
        names = [column[0] for column in rows.description]
        found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in rows.fetchall():
            found[row[0]].append(dict(zip(names, row, strict=True)))
        return {story: _told(members) for story, members in found.items()}

    def stored(self, stories: Iterable[int]) -> dict[int, Stored]:
        """Maps stories that have a brief to what it was made from."""
        query = "select story_id, inputs from briefs where story_id in (select value from json_each(?))"
        rows = self._db.execute(query, [json.dumps([*stories])]).fetchall()
        return {story: _stored(inputs) for story, inputs in rows}

    def stored_articles(self, articles: Iterable[int]) -> dict[int, str]:
        """Maps articles that have a brief to the hash of what it was made from."""
        query = "select article_id, inputs from article_briefs where article_id in (select value from json_each(?))"
        return dict(self._db.execute(query, [json.dumps([*articles])]).fetchall())

    def put(self, story: int, brief: Brief, inputs: Stored, rule: str, made: str) -> None:
        """Stores the brief of a story in place of the one that it had."""
        only = {side: [*map(asdict, said)] for side, said in brief.only_said_by.items()}
        self._db.execute(
            "insert or replace into briefs (story_id, made, rule, inputs, language, sources, left_out, headline,"
            " summary, key_points, agree, only_said_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                story, made, rule, _inputs(inputs), brief.language or None, brief.sources, brief.left_out,
                _json(asdict(brief.headline)), *map(_statements, (brief.summary, brief.key_points, brief.agree)),
                _json(only),
            ],
        )  # fmt: skip

    def keep(self, story: int, inputs: Stored) -> None:
        """Leaves the sentences of a brief as they are, and notes that this is what it is to be.

        What names sides is taken from it where they are others by now.
        """
        self._db.execute(
            "update briefs set inputs = :inputs, agree = iif(instr(inputs, :sides), agree, '[]'),"
            " only_said_by = iif(instr(inputs, :sides), only_said_by, '{}') where story_id = :story",
            {"inputs": _inputs(inputs), "sides": f" {inputs.sides} ", "story": story},
        )

    def put_article(self, article: int, brief: ArticleBrief, inputs: str, rule: str, made: str) -> None:
        self._db.execute(
            "insert or replace into article_briefs (article_id, made, rule, inputs, language, summary, key_points)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [article, made, rule, inputs, brief.language or None, _statements(brief.summary),
             _statements(brief.key_points)],
        )  # fmt: skip

    def drop(self, stories: Iterable[int], *, generated: bool = False) -> None:
        """Deletes the briefs of stories, those that a model wrote only where told."""
        told = json.dumps([*stories])
        for table in ("briefs", *(("generated_briefs",) if generated else ())):
            self._db.execute(f"delete from {table} where story_id in (select value from json_each(?))", [told])

    def drop_articles(self, articles: Iterable[int]) -> None:
        told = json.dumps([*articles])
        self._db.execute("delete from article_briefs where article_id in (select value from json_each(?))", [told])

    def drop_all(self) -> None:
        self._db.execute("delete from briefs")
        self._db.execute("delete from article_briefs")

    def sides(self) -> dict[str, str]:
        """Maps the number of each outlet that the chosen provider rates to a hash of its sides and of their last days.

        Another label of the same side is no other side.
        """
        last: defaultdict[int, dict[tuple[str, str, int], str | None]] = defaultdict(dict)
        before = None
        moves = 0
        for outlet, scope, side, until in self._db.execute(_SIDES).fetchall():
            moves += before != (outlet, scope, side)
            before = outlet, scope, side
            last[outlet][scope, side, moves] = until
        return {str(outlet): short_hash([(*key[:2], until) for key, until in told.items()])
                for outlet, told in last.items()}  # fmt: skip

    def mark(self, outlets: Iterable[str]) -> int:
        """Marks the briefs of stories that have an article of these outlets, and takes from them what names a side."""
        return self._db.execute(
            f"update briefs set inputs = '{MARKED}' || substr(inputs, instr(inputs || ' ', ' ')), agree = '[]',"
            " only_said_by = '{}' where story_id in (select member.story_id from articles article"
            " join story_articles member on member.article_id = article.id"
            " where article.outlet_id in (select cast(value as integer) from json_each(?)))",
            [json.dumps([*outlets])],
        ).rowcount


def short_hash(told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _told(rows: Sequence[Mapping[str, Any]]) -> list[Told]:
    here = {row["id"] for row in rows}
    first: dict[int, int] = {}
    for row in rows:
        first.setdefault(row["origin"], row["origin"] if row["origin"] in here else row["id"])
    return [_one(row, first[row["origin"]]) for row in rows]


def _one(row: Mapping[str, Any], origin: int) -> Told:
    flags = json.loads(row["flags"])
    day = date.fromisoformat(row["day"]) if row["day"] else None
    source = Source(row["id"], origin, row["side"], row["title"], _text(row["summary"], row["body"]), row["language"],
                    day, Scope(row["scope"]), row["text_kind"],
                    is_commentary(row["url"] or "", filter(None, [row["section"]]), row["title"]))  # fmt: skip
    purged = not row["body"] and BODY_PURGED in flags
    return Told(source, row["origin"] == row["id"], row["summary"], purged, snippet_bound(flags))


def _text(summary: str, body: str) -> str:
    """Gives an article's words: its text, after a summary that does not stand in it."""
    body = body[:MOST_TEXT]
    return body if summary in body else f"{summary}\n{body}".strip()


def _stored(inputs: str) -> Stored:
    try:
        rule, sides, texts = inputs.split(" ", 2)
        return Stored(rule, sides, {int(article): told for article, told in json.loads(texts).items()})
    except ValueError:
        return Stored(MARKED, "", {})


def _inputs(inputs: Stored) -> str:
    return f"{inputs.rule} {inputs.sides} {_json(inputs.texts)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _statements(statements: Iterable[Statement]) -> str:
    return _json([*map(asdict, statements)])

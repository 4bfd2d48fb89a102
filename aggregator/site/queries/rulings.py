"""What a story's and an article's page ask of what people ruled: each act with all its rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from aggregator.site.queries.rows import Reader
from aggregator.store.overrides import typed
from aggregator.store.topic_rulings import typed_topic


@dataclass(frozen=True, slots=True)
class RulingRow:
    """What a person ruled: `typed` as it could be typed again, `undone` when all of it ended.

    `undone_by` is the later act that ended it or, where it holds still, a part of it.
    """

    act: int
    at: str
    typed: str
    note: str | None
    undone: str | None
    undone_by: int | None


_ROWS = """
select act, at, kind, article_a, article_b, value, note, undone, undone_by, id from overrides
where kind in ({kinds}) and act in (
  select act from overrides where article_a in ({articles}) union
  select act from overrides where article_b in ({articles}))
order by act, id
"""
_ON_STORIES = "'together', 'apart', 'outlet', 'topic'"
_OF_STORY = _ROWS.format(
    kinds=_ON_STORIES, articles="select article_id from story_articles where story_id = :of"
).strip()
_OF_ARTICLE = _ROWS.format(kinds=_ON_STORIES, articles=":of").strip()
_OF_STORYLINE = _ROWS.format(
    kinds="'continues', 'continues not'",
    articles="select article_id from story_articles where story_id in"
    " (select story_id from storyline_stories where storyline_id = :of)",
).strip()


async def story_rulings(db: Reader, story_id: int) -> list[RulingRow]:
    """Lists the acts that name an article of a story, the oldest first."""
    return await _rulings(db, _OF_STORY, story_id)


async def storyline_rulings(db: Reader, storyline_id: int) -> list[RulingRow]:
    """Lists the acts on which stories go on one from another that name a story of a storyline, the oldest first."""
    return await _rulings(db, _OF_STORYLINE, storyline_id)


async def article_rulings(db: Reader, article_id: int) -> list[RulingRow]:
    return await _rulings(db, _OF_ARTICLE, article_id)


# What is kept of what was typed: a word and two stories, such as "split s12 s34", then what the command named, if kept.
_TYPED = 3


async def _rulings(db: Reader, sql: str, of: int) -> list[RulingRow]:
    rows = [dict(row) for row in (await db.execute(sql, {"of": of})).rows]
    return [_ruling(list(said)) for _, said in groupby(rows, key=lambda row: row["act"])]


def _ruling(rows: list[dict[str, object]]) -> RulingRow:
    """Sums up an act of one row or several."""
    first = rows[0]
    ended = all(row["undone"] is not None for row in rows)
    by = next((row["undone_by"] for row in rows if row["undone_by"] is not None), None)
    return RulingRow(
        act=int(str(first["act"])),
        at=str(first["at"]),
        typed=_words(first, rows),
        note=str(first["note"]) if first["note"] else None,
        undone=str(first["undone"]) if ended else None,
        undone_by=int(str(by)) if by is not None else None,
    )


def _words(first: dict[str, object], rows: list[dict[str, object]]) -> str:
    if first["kind"] == "outlet":
        return f"outlet a{first['article_a']} {first['value']}"
    if first["kind"] == "topic":
        return typed_topic(first)
    if len(str(first["value"] or "").split()) >= _TYPED:
        return typed(rows)
    # A row that no command of today wrote, as another program may leave one: what holds, in its kind's word.
    return f"{first['kind']} a{first['article_a']} a{first['article_b']}"

"""Takes articles out of the working database, from every table, and their text out of the file's free pages."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from aggregator.store import journal
from aggregator.store.storylines import leave_storylines

# What stands where a headline stood that was removed; `stories.title` may not be empty.
REMOVED_TITLE = "(removed on request)"

# A text whose representative goes is represented by the earliest of the others; alone it is no reprint any more.
_HEIRS = """
update origins set representative_id = (
  select copy.article_id from copies copy join articles article on article.id = copy.article_id
  where copy.origin_id = origins.id and copy.article_id not in (select value from json_each(:gone))
  order by article.published is null, article.published, article.first_seen, article.id limit 1
) where representative_id in (select value from json_each(:gone)) and exists (
  select 1 from copies where origin_id = origins.id and article_id not in (select value from json_each(:gone))
)
"""
_ALONE = """
update origins set kind = 'original' where kind = 'reprint'
  and id in (select value from json_each(:origins)) and (select count(*) from copies where origin_id = origins.id) = 1
"""
_ITSELF = """
update copies set score = 1.0, method = 'itself'
where origin_id in (select value from json_each(:origins))
  and article_id = (select representative_id from origins where id = copies.origin_id)
"""


def remove_articles(db: Database, articles: Sequence[int], now: str) -> list[int]:
    """Deletes articles with all that is told of them, and returns the stories that held any of them.

    The stories are still to be counted anew (`Stories.refresh`), and those left empty to be closed (`close_empty`).
    """
    gone = json.dumps(list(articles))
    titles = _titles(db, gone)
    stories = _numbers(db, "select distinct story_id from story_articles where article_id in", gone)
    db.execute(
        "update stories set thinned = ? where id in (select value from json_each(?))", [now, json.dumps(stories)]
    )
    # A reprint names the address of its original, and an address has the headline as its slug.
    db.execute(
        "update articles set canonical = null where canonical in ("
        " select url from articles where id in (select value from json_each(?1)) union"
        " select url from article_addresses where article_id in (select value from json_each(?1)))",
        [gone],
    )
    leave_storylines(db, articles)
    _tie_rulings_anew(db, gone)
    _leave_origins(db, gone)
    _drop_told(db, gone)
    _drop_references(db, gone)
    _keep_numbers(db)
    db.execute("delete from articles where id in (select value from json_each(?))", [gone])
    # A redirect keeps the title of the story that it was.
    db.execute(
        "update stories set title = ? where state = 'merged' and title in (select value from json_each(?))",
        [REMOVED_TITLE, json.dumps(titles)],
    )
    return stories


def close_empty(db: Database, stories: Sequence[int], now: str) -> list[int]:
    """Closes those of some stories that have no article left, for good, and returns them; their numbers stay theirs."""
    empty = _numbers(
        db,
        "select id from stories where state <> 'merged' and not exists (select 1 from story_articles"
        " where story_id = stories.id) and id in",
        json.dumps(list(stories)),
    )
    db.execute(
        "update stories set title = ?, removed = ?, state = 'closed', articles = 0, outlets = 0, owners = 0,"
        " origins = 0, first_published = null, last_published = null where id in (select value from json_each(?))",
        [REMOVED_TITLE, now, json.dumps(empty)],
    )
    return empty


def wipe_free_pages(db: Database) -> bool:
    """Writes the file anew without what was deleted, its log too; says whether no other process kept it from that.

    Deleted text is overwritten at once (secure_delete), but SQLite may have left copies of a row where it has moved it,
    and the log beside the file keeps pages as they were.
    """
    try:
        db.execute("vacuum")
        return bool(db.execute("pragma wal_checkpoint(truncate)").fetchone()[0] == 0)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return False
        raise


@dataclass(frozen=True, slots=True)
class _Link:
    """A row of a ruling; `middle_story` and `story` are where its two articles were before it, such as s3.

    `named` is what a word on storylines named.
    """

    id: int
    kind: str
    middle: int
    article: int
    word: str
    middle_story: str
    story: str
    named: str = ""


def _numbers(db: Database, select: str, numbers: str) -> list[int]:
    return [n for (n,) in db.execute(f"{select} (select value from json_each(?)) order by 1", [numbers]).fetchall()]


def _titles(db: Database, gone: str) -> list[str]:
    rows = db.execute(
        "select title from articles where id in (select value from json_each(?1)) union"
        " select old from revisions where field = 'title' and article_id in (select value from json_each(?1)) union"
        " select new from revisions where field = 'title' and article_id in (select value from json_each(?1))",
        [gone],
    )
    return [title for (title,) in rows.fetchall() if title]


def _tie_rulings_anew(db: Database, gone: str) -> None:
    """Ties what people ruled on others to one that stays, where the middle of a star of articles goes.

    Of several the first whose link holds: a later act may have taken another of them elsewhere.
    """
    rows = db.execute(
        "select id, act, kind, article_a, article_b, value from overrides"
        " where kind in ('together', 'apart', 'continues', 'continues not')"
        " and article_a in (select value from json_each(?1))"
        " and article_b not in (select value from json_each(?1)) order by undone is not null, id",
        [gone],
    ).fetchall()
    stars: defaultdict[tuple[int, int], list[_Link]] = defaultdict(list)
    for number, act, kind, middle, article, value in rows:
        stars[act, middle].append(_Link(number, kind, middle, article, *value.split(maxsplit=3)))
    for (act, _), star in stars.items():
        heir = next((link for link in star if link.kind in ("together", "continues")), None)
        if heir is not None and heir.word == "pin":
            _anchor_anew(db, act, heir, gone)
        elif heir is not None:
            _tie_star_anew(db, star, heir)
    db.execute(
        "delete from overrides where article_a in (select value from json_each(?1))"
        " or article_b in (select value from json_each(?1))",
        [gone],
    )


def _anchor_anew(db: Database, act: int, link: _Link, gone: str) -> None:
    """Ties a pinned article to another of the story that it was pinned to, where its act names none that stays."""
    db.execute(
        "update overrides set article_a = (select min(article_id) from story_articles where article_id <> :pinned"
        "   and article_id not in (select value from json_each(:gone))"
        "   and story_id = (select story_id from story_articles where article_id = :middle))"
        " where id = :id and not exists (select 1 from overrides other where other.act = :act"
        "   and other.article_b = :pinned and other.article_a not in (select value from json_each(:gone)))"
        " and exists (select 1 from story_articles where article_id <> :pinned"
        "   and article_id not in (select value from json_each(:gone))"
        "   and story_id = (select story_id from story_articles where article_id = :middle))",
        {"act": act, "id": link.id, "pinned": link.article, "middle": link.middle, "gone": gone},
    )


def _tie_star_anew(db: Database, star: Sequence[_Link], heir: _Link) -> None:
    for link in star:
        if link is not heir:
            value = f"{link.word} {heir.story} {link.story} {link.named}".rstrip()
            db.execute("update overrides set article_a = ?, value = ? where id = ?", [heir.article, value, link.id])


def _leave_origins(db: Database, gone: str) -> None:
    origins = json.dumps(_numbers(db, "select distinct origin_id from copies where article_id in", gone))
    journal.changed(db, _numbers(db, "select article_id from copies where origin_id in", origins))
    db.execute(_HEIRS, {"gone": gone})
    db.execute("delete from copies where article_id in (select value from json_each(?))", [gone])
    db.execute(_ALONE, {"origins": origins})
    db.execute(_ITSELF, {"origins": origins})
    db.execute("delete from origins where id not in (select origin_id from copies)")


def _drop_told(db: Database, gone: str) -> None:
    """Deletes what was told from these articles, wherever it stands: a brief keeps their words and their numbers.

    The stories are told anew from the others (`aggregator.briefing`).
    """
    told = {
        "briefs": ("headline", "summary", "key_points", "agree", "only_said_by"),
        "generated_briefs": ("inputs", "summary", "key_points", "dropped"),
    }
    for table, columns in told.items():
        named = " or ".join(
            f"exists (select 1 from json_tree({column}) told where told.atom in (select value from json_each(:gone))"
            " or told.key in (select cast(value as text) from json_each(:gone)))"
            for column in columns
        )
        db.execute(f"delete from {table} where {named}", {"gone": gone})
    db.execute("delete from generated_briefs where article_id in (select value from json_each(?))", [gone])


def _drop_references(db: Database, gone: str) -> None:
    """Deletes the rows of other tables that are about these articles, and unties those that only mention one."""
    for table in db.table_names():
        required = {row[1] for row in db.execute(f"pragma table_info([{table}])") if row[3] or row[5]}
        keys = [key.column for key in db.table(table).foreign_keys if key.other_table == "articles"]
        for column in sorted(keys, key=lambda name: name not in required):
            act = "delete from [{}]" if column in required else "update [{}] set [{}] = null"
            sql = act.format(table, column)
            db.execute(f"{sql} where [{column}] in (select value from json_each(?))", [gone])


def _keep_numbers(db: Database) -> None:
    """Sees to it that a removed article's number is never another's: SQLite gives the highest number away again."""
    db.execute(
        "insert into settings (key, value) select 'last_article', max(id) from articles having max(id) is not null"
        " on conflict (key) do update set value = max(cast(value as integer), cast(excluded.value as integer))"
    )

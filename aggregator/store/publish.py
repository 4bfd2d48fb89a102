"""The published file: a new database filled from the working one by an allow-list, then put in its place at once.

Nothing is ever dropped from a copy: DROP COLUMN and DELETE leave their text in free pages. What must not be public
(bodies and their revisions, poll internals, passwords in feed addresses) never enters the file.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from aggregator.decide import snippet_bound
from aggregator.errors import ConfigError
from aggregator.store import headline_words, word_index
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.copying import partial_name, sync_folder
from aggregator.store.indexes import INDEXES
from aggregator.store.views import KEPT, VIEWS
from aggregator.urls import published_feed_url, published_url

# Table -> its public columns. A column that is not named here does not leave the working file.
PUBLIC = {
    "settings": "key value",
    "runs": "id started finished kind version config_hash ratings_hash outcome",
    "outlets": "id domain name homepage country owner ownership_type description youtube listed",
    "outlet_domains": "prefix outlet_id",
    "outlet_names": "name outlet_id",
    "providers": "name title scale homepage licence licence_url",
    "ratings": "id outlet_id provider scope label lean score confidence factual_reporting source_url valid_from"
    " valid_to",
    "feeds": "id url outlet_id section language fetch_pages next_poll failures failing_since last_good gap newest state"
    " state_reason kind",
    "polls": "id feed_id run_id at status code reaches_back new revised unchanged fresh elapsed_ms",
    "articles": "id url outlet_id carrier title summary body_status byline language language_from section scope kind"
    " image published published_day first_seen last_seen word_count wire canonical flags text_kind topic topic_from"
    " topic_told",
    "revisions": "id article_id seen field old new",
    "origins": "id representative_id kind",
    "copies": "article_id origin_id score method",
    "stories": "id title first_seen first_published last_published articles outlets owners origins state merged_into"
    " removed thinned",
    "story_articles": "story_id article_id score matched_article_id reasons run_id provisional",
    "printed_ratings": "article_id provider label lean seen",
    "briefs": "story_id made rule language sources left_out headline summary key_points agree only_said_by",
    "article_briefs": "article_id made rule language summary key_points",
    "generated_briefs": "id story_id article_id made model notice prompt language inputs summary key_points dropped",
    "storylines": "id title made stories merged_into",
    "storyline_stories": "story_id storyline_id matched_story_id score reasons run_id",
    "overrides": "id at act kind article_a article_b value note undone undone_by",
}


def _shown(column: str) -> str:
    """Asks Python about the few addresses only that may hold a password or a key: a call a row costs 2 s a million."""
    return f"case when {column} glob '*[?@]*' then published_url({column}) else {column} end"


def _short(column: str) -> str:
    """Asks Python about the texts that may be too long; of bytes, as SQLite counts characters up to a NUL."""
    fits = f"length(cast({column} as blob)) between 1 and :characters"
    return f"case when {fits} then {column} else shortened({column}) end"


# What fills a column that is not published as it is.
_FILLED_BY = {
    ("feeds", "url"): "published_feed_url(url)",
    ("articles", "url"): _shown("url"),
    # An article may be given by hand to who carried it; the working file keeps both, so that this can be taken back.
    ("articles", "carrier"): "case when carrier is not null then"
    " nullif(carrier, (select domain from working.outlets where id = outlet_id)) end",
    ("articles", "canonical"): _shown("canonical"),
    ("articles", "image"): _shown("image"),
    ("outlets", "homepage"): _shown("homepage"),
    ("outlets", "youtube"): _shown("youtube"),
    ("ratings", "source_url"): _shown("source_url"),
    # A page's own description is of its text, and bounded as that is; a feed's blurb is written for programs.
    ("articles", "summary"): f"case when summary_from = 'page' and instr(flags, 'snippet') then bounded(summary, flags)"
    f" else {_short('summary')} end",
    # In the working file a redirect may lead to another, which an undo may revive.
    ("stories", "merged_into"): "(with recursive way (id, next) as (select null, stories.merged_into"
    " union all select next, (select merged_into from working.stories other where other.id = next) from way"
    " where next is not null) select id from way where next is null and id is not null)",
    ("revisions", "old"): _short("old"),
    ("revisions", "new"): _short("new"),
    # A sentence that no article supports may say anything of anybody: how many were dropped is told, not what.
    ("generated_briefs", "dropped"): "(select json_group_array(json_object('text', '(not published)', 'articles',"
    " json_extract(value, '$.articles'))) from json_each(generated_briefs.dropped))",
}
_PRIVATE = "(select name from working.providers where private)"
_ROWS = {
    # What is told of private ratings would let a patient reader find them out by trying; hashes of sides and of terms
    # tell nothing.
    "settings": "where key not in ('private_hash', 'briefs_sides', 'story_terms')",
    "providers": "where not private",
    "ratings": f"where provider not in {_PRIVATE}",
    "revisions": "where field <> 'body' and (field <> 'summary' or article_id not in"
    " (select id from working.articles where summary_from = 'page' and instr(flags, 'snippet')))",
    # What was removed is told by number or outlet; the hashes by which it is known again stay here.
    "overrides": "where kind <> 'forget' or value like 'article:%' or value like 'outlet:%' or value like 'name:%'",
}


@dataclass(frozen=True, slots=True)
class PublishReport:
    path: Path
    sha256: str
    bytes: int
    articles: int
    stories: int


def is_current(working: Path, *, summary_characters: int) -> bool:
    """Says whether the published file holds what the working one does, made by this version with these settings."""
    target = published_path(working)
    if not target.is_file():
        return False
    with store_errors(target), contextlib.closing(open_readonly(target)) as db:
        rows = db.execute("select value from settings where key = 'state'").fetchall()
    with store_errors(working), contextlib.closing(open_readonly(working)) as source:
        return rows == [(_state(source, summary_characters),)]


def _state(source: Database, summary_characters: int) -> str:
    """Names what would be published: every command that writes leaves a run, a poll or other settings behind."""
    rows = source.execute(
        "select (select count(*) from runs where finished is not null), (select max(id) from runs),"
        " (select max(id) from polls), (select max(id) from articles), (select max(id) from revisions),"
        " (select max(id) from generated_briefs),"
        " (select json_group_array(key || value)"
        " from (select key, value from settings where key <> 'private_hash' order by key))"
    ).fetchall()
    return _short_hash((rows, summary_characters, layout(), list(_FILLED_BY.items())))


def layout() -> str:
    """Names the tables and views that this version publishes, which its pages read."""
    return _short_hash((PUBLIC, _ROWS, list(VIEWS.items()), KEPT, headline_words.RULE))


def _short_hash(told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def open_published(path: Path) -> tuple[Database, str]:
    """Opens a published file and hashes it; once more where another was put in its place in between."""
    while True:
        with path.open("rb") as file:
            db = open_readonly(path)
            db.execute("select 1 from sqlite_master").fetchone()
            if os.fstat(file.fileno()).st_ino == path.stat().st_ino:
                return db, hashlib.file_digest(file, "sha256").hexdigest()
            db.close()


def setting_of(db: Database, key: str) -> str:
    """Returns what a published file says of itself under a key, '' where it says nothing."""
    rows = db.execute("select value from settings where key = ?", [key]).fetchall()
    return str(rows[0][0]) if rows else ""


def rating_rows(path: Path) -> list[tuple[str, ...]]:
    """Returns domain, provider, scope, day and label of each rating in a database of ours, working or published."""
    query = (
        "select outlet.domain, rating.provider, rating.scope, rating.valid_from, rating.label from ratings rating"
        " join outlets outlet on outlet.id = rating.outlet_id"
    )
    with store_errors(path), contextlib.closing(open_readonly(path)) as db:
        return [tuple(map(str, row)) for row in db.execute(query).fetchall()]


def rows_of(db: Database, name: str) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """Returns the columns and the rows of a table or view that is known to be there, in the order of its key.

    What has no key is ordered by all its columns, from the first on: SQLite promises no order without one.
    """
    columns = db.execute("select * from pragma_table_info(?)", [name]).fetchall()
    keys = [row[1] for row in sorted(columns, key=lambda row: int(row[5])) if row[5]]
    order = ", ".join(f"[{column}]" for column in keys or [row[1] for row in columns])
    cursor = db.execute(f"select * from [{name}] order by {order}")
    return tuple(column[0] for column in cursor.description), cursor


def published_path(working: Path) -> Path:
    """Returns where the published copy of a working database stands.

    >>> published_path(Path('data/news.db')).as_posix()
    'data/published/news.db'
    """
    real = working.resolve() if working.is_symlink() else working
    return real.parent / "published" / real.name


def publish(working: Path, *, summary_characters: int) -> PublishReport:
    """Makes the published file from the working one; readers see the old file until the new one is whole."""
    source = open_readonly(working)
    target = published_path(working)
    with store_errors(target), contextlib.closing(source):
        _refuse_private(source)
        state = _state(source, summary_characters)
        with partial_name(target) as partial, partial_name(target.with_name(f"{target.name}.words")) as words:
            counts = _fill(partial, words, working, source, summary_characters, state)
            digest = _settle(partial)
            partial.replace(target)
            sync_folder(target.parent)
    return PublishReport(target, digest, target.stat().st_size, *counts)


def _refuse_private(source: Database) -> None:
    """Raises ConfigError where the pages would show the ratings of a private provider."""
    chosen = "select name from providers where private and name = (select value from settings where key = 'provider')"
    for (name,) in source.execute(chosen).fetchall():
        raise ConfigError(f"{name!r} is a private provider: the pages are published", "site.provider")


def _fill(
    path: Path, words: Path, working: Path, source: Database, summary_characters: int, state: str
) -> tuple[int, int]:
    with contextlib.closing(_new_database(path, summary_characters)) as connection:
        db = Database(connection)
        connection.execute("attach ? as working", [f"{working.absolute().as_uri()}?mode=ro"])
        with _one_transaction(connection):
            for table, columns in PUBLIC.items():
                _copy(db, source, table, columns.split(), summary_characters)
            told = [("state", state), ("layout", layout())]
            connection.executemany("insert into settings (key, value) values (?, ?)", told)
        connection.execute("detach working")
        with word_index.made_beside(path, words) as index:
            with _one_transaction(connection):
                _count(connection)
            index.result()
            word_index.take_over(connection, words)
        connection.execute(f"pragma analysis_limit = {_ANALYSED}")
        connection.execute("analyze")
        return db.table("articles").count, db.table("stories").count_where("state <> 'merged' and articles > 0")


def _count(connection: sqlite3.Connection) -> None:
    """Makes the indexes, the views and those that are kept, and the words of headlines."""
    db = Database(connection)
    for table, indexed in INDEXES:
        _index(db, table, indexed)
    for name, select in VIEWS.items():
        _view(db, name, select)
    headline_words.fill(connection)


# Rows of each index that are looked at to tell how its values are spread; SQLite's manual advises 100 to 1,000.
_ANALYSED = 1000
# A hundred thousand articles took 10.8 s of the processor with SQLite's own pages of 4 kB and its cache of 2 MB, 9.4
# and 10.4 with 256 MB, and 8.7 and 9.1 with pages of 16 kB; by the clock 10 s in place of 16.
_CACHE_KB = 256_000
_PAGE_BYTES = 16_384


def _new_database(path: Path, summary_characters: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, uri=True, isolation_level=None)
    connection.execute(f"pragma page_size = {_PAGE_BYTES}")
    # The file is thrown away if anything fails before its fsync, so it needs no journal.
    connection.execute("pragma journal_mode = off")
    connection.execute("pragma synchronous = off")
    connection.execute(f"pragma cache_size = -{_CACHE_KB}")
    connection.create_function("published_url", 1, published_url, deterministic=True)
    connection.create_function("published_feed_url", 1, published_feed_url, deterministic=True)
    connection.create_function("shortened", 1, lambda text: _shortened(text, summary_characters), deterministic=True)
    bounded = functools.partial(_bounded, most=summary_characters)
    connection.create_function("bounded", 2, bounded, deterministic=True)
    return connection


@contextlib.contextmanager
def _one_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Reads the working file as of one moment, though a poller may be writing it."""
    connection.execute("begin")
    yield
    connection.execute("commit")


def _copy(db: Database, source: Database, table: str, columns: list[str], characters: int) -> None:
    """Makes a table with the public columns of the working one, and fills it."""
    types = {row[1]: row[2] for row in source.execute(f"pragma table_xinfo({table})").fetchall()}
    columns = [column for column in columns if column in types]  # a file that an older version wrote lacks the newest
    keys = [row[1] for row in source.execute(f"pragma table_xinfo({table})").fetchall() if row[5]]
    references = [
        ForeignKey(table, key.column, key.other_table, key.other_column)
        for key in source.table(table).foreign_keys
        if key.column in columns
    ]
    db.table(table).create(
        {column: _PYTHON_TYPES[types[column]] for column in columns},
        pk=keys[0] if len(keys) == 1 else tuple(keys),
        foreign_keys=references,
        strict=True,
    )
    filled = ", ".join(_FILLED_BY.get((table, column), f"[{column}]") for column in columns)
    db.conn.execute(
        f"insert into main.[{table}] ({', '.join(f'[{c}]' for c in columns)})"
        f" select {filled} from working.[{table}] {_ROWS.get(table, '')}",
        {"characters": characters},
    )


_PYTHON_TYPES = {"INTEGER": int, "INT": int, "TEXT": str, "REAL": float}


def _view(db: Database, name: str, select: str) -> None:
    if name not in KEPT:
        db.create_view(name, select)
        return
    kept, plain = KEPT[name], f"{name}_plain"
    db.create_view(plain, select)
    columns = db.conn.execute(f"pragma table_info([{plain}])").fetchall()
    db.table(name).create(
        {column: _PYTHON_TYPES.get(declared) or kept.types.get(column, int) for _, column, declared, *_ in columns},
        pk=kept.key or None,
        foreign_keys=[ForeignKey(name, column, other, "id") for column, other in kept.references.items()],
    )
    filled_by = f"({kept.filled_by})" if kept.filled_by else f"[{plain}]"
    db.conn.execute(f"insert into [{name}] select * from {filled_by}")
    db.conn.execute(f"drop view [{plain}]")
    for index in kept.indexes:
        _index(db, name, (index,) if isinstance(index, str) else index)


def _index(db: Database, table: str, columns: Sequence[str]) -> None:
    db.conn.execute(f"create index [{table}_{'_'.join(columns)}] on [{table}] ({', '.join(f'[{c}]' for c in columns)})")


def _settle(path: Path) -> str:
    """Puts a finished file on the disk for good and returns its SHA-256."""
    with path.open("rb+") as file:
        digest = hashlib.file_digest(file, "sha256")
        os.fsync(file.fileno())
    return digest.hexdigest()


def _bounded(text: str | None, flags: str, most: int) -> str | None:
    bound = snippet_bound(json.loads(flags))
    return _shortened(text, most if bound is None else min(most, bound))


def _shortened(text: str | None, limit: int) -> str | None:
    """Cuts a text to so many characters; a limit of 0 publishes none of it.

    >>> _shortened('A long summary', 7), _shortened('Short', 7), _shortened('Short', 0)
    ('A long…', 'Short', None)
    """
    if text is None or limit < 1:
        return None
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"

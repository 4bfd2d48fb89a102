"""Reads and writes of what people corrected and had removed: rows of `overrides` of the kinds outlet and forget.

Of what was removed a row keeps only what is needed to know it again: the hash of an address, or an outlet's domain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.views.ratings import RETOLD

_CORRECTIONS = "select * from overrides where kind in ('outlet', 'forget')"


def address_key(url: str) -> str:
    """Names an article by its address without telling it."""
    return f"address:{hashlib.sha256(url.encode()).hexdigest()}"


def guid_key(feed_id: int, guid: str) -> str:
    """Names an article by the guid that a feed gave it: another feed may give the same to another article."""
    return f"guid:{hashlib.sha256(f'{feed_id} {guid}'.encode()).hexdigest()}"


def outlet_key(domain: str) -> str:
    return f"outlet:{domain}"


def name_key(name: str) -> str:
    """Names an outlet that has no domain."""
    return f"name:{name}"


@dataclass(frozen=True, slots=True)
class Correction:
    """A command of a person: `words` as it could be typed again; `undone` is when it was taken back."""

    number: int
    at: str
    kind: str
    words: str
    note: str
    articles: tuple[int, ...]
    keys: tuple[str, ...]
    undone: str | None


def rights_of(path: Path) -> Rights | None:
    """Opens what people corrected and had removed, to read; None where there is no database, or one from before it."""
    if not path.is_file():
        return None
    with store_errors(path):
        db = open_readonly(path)
        return Rights(db) if "overrides" in db.table_names() else None


class Rights:
    """The corrections and removals; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def forgets_any(self, keys: Iterable[str]) -> bool:
        """Says whether a removal in force knows one of these keys."""
        row = self._db.execute(
            "select 1 from overrides where kind = 'forget' and undone is null"
            " and value in (select value from json_each(?)) limit 1",
            [json.dumps(list(keys))],
        ).fetchone()
        return row is not None

    def forgets(self) -> bool:
        """Says whether anything at all was removed."""
        row = self._db.execute("select 1 from overrides where kind = 'forget' and undone is null limit 1").fetchone()
        return row is not None

    def removals(self) -> list[str]:
        """Lists the keys of what was removed."""
        rows = self._db.execute("select value from overrides where kind = 'forget' and undone is null order by id")
        return [key for (key,) in rows.fetchall()]

    def say(self, kind: str, values: Sequence[str], note: str, at: str, article: int | None = None) -> int:
        """Writes the rows of one command and returns its number."""
        act = int(self._db.execute("select coalesce(max(act), 0) + 1 from overrides").fetchone()[0])
        self._db.conn.executemany(
            "insert into overrides (at, act, kind, article_a, value, note) values (?, ?, ?, ?, ?, ?)",
            [(at, act, kind, article, value, note or None) for value in values],
        )
        return act

    def take_back(self, act: int, at: str) -> None:
        self._db.execute("update overrides set undone = ? where act = ? and undone is null", [at, act])

    def corrections(self) -> list[Correction]:
        """Lists what people corrected and had removed, the oldest first."""
        rows = self._db.query(f"{_CORRECTIONS} order by act, id")
        return [_correction(list(said)) for _, said in groupby(rows, key=lambda row: row["act"])]

    def outlet_of(self, article: int) -> tuple[str | None, str] | None:
        """Returns what people say of an article's outlet: the domain that holds, None where none does, and the first.

        None at all where nobody ever corrected it; the first is the domain or name before all corrections.
        """
        rows = self._db.execute(
            "select value, undone from overrides where kind = 'outlet' and article_a = ? order by act", [article]
        ).fetchall()
        if not rows:
            return None
        standing = [value.split(" was ", 1)[0] for value, undone in rows if undone is None]
        return (standing[-1] if standing else None), rows[0][0].split(" was ", 1)[1]

    def keys_of(self, articles: Sequence[int]) -> list[str]:
        """Lists all by which articles are known again: addresses, old ones too, guids; and the feeds that had them."""
        ids = json.dumps(list(articles))
        urls = self._db.execute(
            "select url from articles where id in (select value from json_each(?1)) union"
            " select url from article_addresses where article_id in (select value from json_each(?1)) order by 1",
            [ids],
        ).fetchall()
        guids = self._db.execute(
            "select feed_id, guid from sightings where article_id in (select value from json_each(?)) order by 1, 2",
            [ids],
        ).fetchall()
        feeds = sorted({feed for feed, _ in guids})
        known = [address_key(url) for (url,) in urls] + [guid_key(feed, guid) for feed, guid in guids]
        return known + [f"feed:{feed}" for feed in feeds]

    def articles_of(self, outlet_id: int) -> dict[int, str]:
        """Maps the articles of an outlet, and what it carries of its own making on others', to their addresses."""
        rows = self._db.execute(
            "select id, url from articles where outlet_id = :outlet or (text_kind <> 'publisher' and carrier ="
            " (select domain from outlets where id = :outlet)) order by id",
            {"outlet": outlet_id},
        )
        return dict(rows.fetchall())

    def outlet_named(self, outlet_id: int) -> tuple[str | None, str]:
        """Returns the domain of an outlet, if it has one, and its name."""
        row = self._db.execute("select domain, name from outlets where id = ?", [outlet_id]).fetchone()
        return row[0], str(row[1])

    def nameless(self, name: str) -> int | None:
        """Finds the outlet that is known by this name and no domain."""
        row = self._db.execute("select id from outlets where domain is null and name = ?", [name]).fetchone()
        return int(row[0]) if row else None

    def whose(self, article: int) -> tuple[int, str]:
        """Returns the outlet of an article, and the address that tells it: the original's, of what only retells one."""
        tells = f"iif({RETOLD.format('article')}, coalesce(article.canonical, ''), article.url)"
        row = self._db.execute(f"select outlet_id, {tells} from articles article where id = ?", [article]).fetchone()
        return int(row[0]), str(row[1])

    def give(self, article: int, outlet_id: int) -> None:
        """Makes an article an outlet's; grouping reads it anew."""
        self._db.execute(
            "update articles set outlet_id = ?, text_version = text_version + 1 where id = ?", [outlet_id, article]
        )

    def ask_all_again(self, keys: Sequence[str]) -> None:
        """Forgets the validators of the feeds that brought what was removed, so that they send all they have.

        The data files are taken in again at the next opening: feeds that were left are polled again.
        """
        domains = [key.removeprefix("outlet:") for key in keys if key.startswith("outlet:")]
        feeds = [int(key.removeprefix("feed:")) for key in keys if key.startswith("feed:")]
        self._db.execute(
            "update feeds set etag = null, last_modified = null, body_hash = null, next_poll = null"
            " where id in (select value from json_each(?)) or outlet_id in"
            " (select id from outlets where domain in (select value from json_each(?)))",
            [json.dumps(feeds), json.dumps(domains)],
        )
        self._db.execute("delete from settings where key = 'files_hash'")


def _correction(rows: list[dict[str, Any]]) -> Correction:
    first = rows[0]
    value = str(first["value"])
    if first["kind"] == "outlet":
        words = f"outlet a{first['article_a']} {value.split(' was ', 1)[0]}"
    else:
        words = f"forget {value.split(':', 1)[1]}"  # an article's number, or an outlet's domain or name
    return Correction(
        number=first["act"],
        at=first["at"],
        kind=first["kind"],
        words=words,
        note=first["note"] or "",
        articles=() if first["article_a"] is None else (first["article_a"],),
        keys=tuple(row["value"] for row in rows),
        undone=first["undone"],
    )

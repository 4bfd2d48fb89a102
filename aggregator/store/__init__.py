"""The working database: the only place that touches SQLite."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from aggregator.store.accounts import Accounts
from aggregator.store.articles import Articles
from aggregator.store.changes import Changes
from aggregator.store.connection import open_database, store_errors
from aggregator.store.feeds import Feeds
from aggregator.store.hosts import Hosts
from aggregator.store.overrides import CONTINUATIONS, Overrides
from aggregator.store.reference import Reference
from aggregator.store.removal import wipe_free_pages
from aggregator.store.rights import Rights
from aggregator.store.stories import Stories
from aggregator.store.storylines import Storylines
from aggregator.store.topic_rulings import TopicRulings
from aggregator.store.topics import Topics

__all__ = ["Store"]


class Store:
    """The open working database, its tables grouped by what they are about."""

    def __init__(self, db: Database, path: Path) -> None:
        self.db = db
        self.path = path
        self.accounts = Accounts(db)
        self.articles = Articles(db)
        self.changes = Changes(db)
        self.feeds = Feeds(db)
        self.hosts = Hosts(db)
        self.reference = Reference(db)
        self.stories = Stories(db)
        self.storylines = Storylines(db)
        self.overrides = Overrides(db)
        self.continuations = Overrides(db, CONTINUATIONS)
        self.rights = Rights(db)
        self.topics = Topics(db)
        self.topic_rulings = TopicRulings(db)

    @classmethod
    def open(cls, path: Path, *, busy_seconds: float = 30.0) -> Store:
        """Opens the database for writing, and makes or migrates it first."""
        return cls(open_database(path, busy_seconds=busy_seconds), path)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commits what happens inside as one, or nothing of it; SQLite's errors leave it as ours.

        The write lock is taken at the start (begin immediate): a transaction that reads first and writes later would
        otherwise fail at once, without waiting, when another process has written in between.
        """
        with store_errors(self.path):
            if self.db.conn.in_transaction:
                with self.db.atomic():
                    yield
                return
            self.db.execute("begin immediate")
            try:
                yield
            except BaseException:
                self.db.conn.rollback()
                raise
            self.db.conn.commit()

    def start_run(self, kind: str, version: str, config_hash: str, now: str) -> int:
        ratings_hash = self.reference.setting("ratings_hash") or ""
        private_hash = self.reference.setting("private_hash") or None
        cursor = self.db.execute(
            "insert into runs (started, kind, version, config_hash, ratings_hash, private_hash)"
            " values (?, ?, ?, ?, ?, ?)",
            [now, kind, version, config_hash, ratings_hash, private_hash],
        )
        return int(cursor.lastrowid or 0)

    def end_run(self, run_id: int, outcome: str, now: str) -> None:
        self.db.execute("update runs set finished = ?, outcome = ? where id = ?", [now, outcome, run_id])

    def last_upheaval(self) -> tuple[int, int]:
        """Names the last rebuild and the last removal, 0 for none: what was grouped before either is void."""
        row = self.db.execute(
            "select (select coalesce(max(id), 0) from runs where kind = 'rebuild'),"
            " (select coalesce(max(id), 0) from overrides where kind = 'forget')"
        ).fetchone()
        return int(row[0]), int(row[1])

    def wipe_free_pages(self) -> bool:
        """Writes the file anew without what was deleted; says whether no other process kept it from that."""
        with store_errors(self.path):
            return wipe_free_pages(self.db)

    def close(self) -> None:
        self.db.close()

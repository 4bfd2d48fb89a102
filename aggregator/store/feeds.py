"""Reads and writes of feeds and their polls."""

from __future__ import annotations

from sqlite_utils import Database

from aggregator.models import ANSWERED, DueFeed, FeedPoll, PollCode
from aggregator.times import iso


class Feeds:
    def __init__(self, db: Database) -> None:
        self._db = db

    def due(self, now: str) -> list[DueFeed]:
        """Lists the active feeds whose next poll has come, those that waited longest first."""
        rows = self._db.query(
            "select id, url, language, section, fetch_pages, etag, last_modified, body_hash, kind from feeds"
            " where state = 'active' and (next_poll is null or next_poll <= ?) order by next_poll, id",
            [now],
        )
        return [DueFeed(**row | {"fetch_pages": bool(row["fetch_pages"])}) for row in rows]

    def outlet_of(self, feed_id: int) -> int:
        return int(self._db.execute("select outlet_id from feeds where id = ?", [feed_id]).fetchone()[0])

    def polled(
        self, poll: FeedPoll, run_id: int | None, counts: dict[str, int], reaches_back: str | None, next_poll: str
    ) -> None:
        """Records how a poll ended, how far back it could see, and the validators that it leaves.

        An answer that says "nothing new" sees as far back as the one before it.
        """
        if poll.code in (PollCode.NOT_MODIFIED, PollCode.UNCHANGED):
            reaches_back = self._last_reach(poll.feed_id)
        self._db.execute(
            "insert into polls (feed_id, run_id, at, status, code, reaches_back, new, revised, unchanged, bytes,"
            " elapsed_ms, message) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [poll.feed_id, run_id, iso(poll.at), poll.status, poll.code, reaches_back, counts["new"], counts["revised"],
             counts["unchanged"], poll.bytes, poll.elapsed_ms, poll.message or None],
        )  # fmt: skip
        self._db.execute(
            "update feeds set etag = ?, last_modified = ?, body_hash = ?, next_poll = ?,"
            " failures = case when ? then 0 else failures + 1 end where id = ?",
            [poll.etag, poll.last_modified, poll.body_hash, next_poll, poll.code in ANSWERED, poll.feed_id],
        )

    def _last_reach(self, feed_id: int) -> str | None:
        row = self._db.execute(
            "select reaches_back from polls where feed_id = ? and reaches_back is not null order by id desc limit 1",
            [feed_id],
        ).fetchone()
        return str(row[0]) if row else None

    def last_polls(self) -> list[dict[str, object]]:
        """Lists url, code, status and message of each feed's last poll; code is None where there was none."""
        return list(
            self._db.query(
                "select feed.url, poll.code, poll.status, poll.message from feeds feed left join polls poll"
                " on poll.id = (select max(id) from polls where feed_id = feed.id) order by poll.code, feed.url"
            )
        )

"""Reads and writes of feeds, their polls and their schedules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from aggregator.errors import NotFoundError
from aggregator.models import ANSWERED, DueFeed, FeedPoll, FeedState
from aggregator.schedule import Schedule
from aggregator.times import from_iso, iso

_SCHEDULE = tuple(field.name for field in fields(Schedule))
_MOMENTS = ("next_poll", "failing_since", "last_good", "newest")
_POLLED = (FeedState.ACTIVE, FeedState.DEAD)
# What a feed begins with, whatever it was before.
ANEW = (
    "state = 'active', state_reason = null, next_poll = null, interval = 0, failures = 0, missing = 0,"
    " failing_since = null, moved_to = null, moved_days = 0, moved_on = null"
)


class Feeds:
    def __init__(self, db: Database) -> None:
        self._db = db

    def due(self, now: str) -> list[DueFeed]:
        """Lists the feeds whose next poll has come, those that waited longest first."""
        rows = self._db.query(
            "select id, url, language, section, fetch_pages, etag, last_modified, body_hash, kind from feeds"
            " where state in (?, ?) and (next_poll is null or next_poll <= ?) order by next_poll, id",
            [*_POLLED, now],
        )
        return [DueFeed(**row | {"fetch_pages": bool(row["fetch_pages"])}) for row in rows]

    def pull_in(self, now: datetime) -> None:
        """Brings a next poll nearer that lies farther ahead than was meant: the clock has been set back since."""
        rows = self._db.execute("select id, next_poll, interval from feeds where next_poll > ?", [iso(now)]).fetchall()
        for feed_id, next_poll, interval in rows:
            latest = now + timedelta(seconds=interval)
            if from_iso(next_poll) > latest:
                self._db.execute("update feeds set next_poll = ? where id = ?", [iso(latest), feed_id])

    def subscribed(self) -> dict[str, int]:
        """Maps the address of each feed that is polled to its id."""
        rows = self._db.execute("select url, id from feeds where state in (?, ?)", [*_POLLED]).fetchall()
        return {str(url): int(feed_id) for url, feed_id in rows}

    def listed(self) -> list[tuple[str, int]]:
        """Lists the address and the outlet of each feed of feeds.csv."""
        rows = self._db.execute("select url, outlet_id from feeds where state <> ?", [FeedState.UNLISTED]).fetchall()
        return [(str(url), int(outlet)) for url, outlet in rows]

    def leave(self, reasons: Mapping[str, str]) -> int:
        """Has feeds polled no more, each for its reason; returns how many there are."""
        self._db.conn.executemany(
            "update feeds set state = ?, state_reason = ? where url = ?",
            [(FeedState.UNLISTED, why, url) for url, why in reasons.items()],
        )
        return len(reasons)

    def schedule(self, feed_id: int) -> Schedule:
        row = self._db.execute(f"select {', '.join(_SCHEDULE)} from feeds where id = ?", [feed_id]).fetchone()
        told = dict(zip(_SCHEDULE, row, strict=True))
        moments = {name: from_iso(told[name]) for name in _MOMENTS if told[name]}
        return Schedule(**told | moments | {"state": FeedState(told["state"])})

    def last_reach(self, feed_id: int) -> datetime | None:
        """Returns how far back the last answer saw, None where it couldn't tell."""
        row = self._db.execute(
            f"select reaches_back from polls where feed_id = ? and code in ({', '.join('?' * len(ANSWERED))})"
            " order by at desc, id desc limit 1",
            [feed_id, *ANSWERED],
        ).fetchone()
        return from_iso(row[0]) if row and row[0] else None

    def polled(
        self,
        poll: FeedPoll,
        run_id: int | None,
        counts: dict[str, int],
        reaches_back: datetime | None,
        schedule: Schedule,
    ) -> None:
        """Records how a poll ended, how far back it could see, the validators that it leaves, and how it goes on."""
        self._db.execute(
            "insert into polls (feed_id, run_id, at, status, code, reaches_back, new, revised, unchanged, fresh, bytes,"
            " elapsed_ms, message) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [poll.feed_id, run_id, iso(poll.at), poll.status, poll.code, iso(reaches_back) if reaches_back else None,
             counts["new"], counts["revised"], counts["unchanged"], counts["fresh"], poll.bytes, poll.elapsed_ms,
             poll.message or None],
        )  # fmt: skip
        self._db.execute(
            "update feeds set etag = ?, last_modified = ?, body_hash = ? where id = ?",
            [poll.etag, poll.last_modified, poll.body_hash, poll.feed_id],
        )
        self._keep(poll.feed_id, self._moved(poll.feed_id, schedule))

    def _keep(self, feed_id: int, schedule: Schedule) -> None:
        told = {name: getattr(schedule, name) for name in _SCHEDULE}
        row = told | {name: iso(told[name]) for name in _MOMENTS if told[name]}
        self._db.execute(
            f"update feeds set {', '.join(f'{name} = :{name}' for name in row)} where id = :id", row | {"id": feed_id}
        )

    def _moved(self, feed_id: int, schedule: Schedule) -> Schedule:
        """Keeps the address that a feed had until now, so that feeds.csv, which still has it, means the same feed.

        An address that another feed holds, polled or not, stays with that one.
        """
        old = str(self._db.execute("select url from feeds where id = ?", [feed_id]).fetchone()[0])
        if schedule.url == old:
            return schedule
        if self._db.execute("select 1 from feeds where url = ?", [schedule.url]).fetchone():
            return replace(schedule, url=old)
        self._db.execute("delete from feed_addresses where url = ?", [schedule.url])
        self._db.execute("insert or replace into feed_addresses (url, feed_id) values (?, ?)", [old, feed_id])
        return schedule

    def enable(self, url: str) -> str:
        """Has a feed polled again from now on, named by its address or one that it had; returns its address.

        Raises NotFoundError for an address of no feed, and for one that is not in feeds.csv or is left alone.
        """
        row = self._db.execute(
            "select id, url, state, state_reason from feeds where url = ?1"
            " or id = (select feed_id from feed_addresses where url = ?1) order by url = ?1 desc",
            [url],
        ).fetchone()
        if row is None:
            raise NotFoundError("there is no such feed", url)
        if row[2] == FeedState.UNLISTED:
            raise NotFoundError(f"it is {row[3] or 'not in feeds.csv'}", url)
        self._db.execute(f"update feeds set {ANEW} where id = ?", [row[0]])
        return str(row[1])

    def last_polls(self) -> list[dict[str, object]]:
        """Lists url, code, status and message of each feed's last poll; code is None where there was none."""
        return list(
            self._db.query(
                "select feed.url, poll.code, poll.status, poll.message from feeds feed left join polls poll"
                " on poll.id = (select max(id) from polls where feed_id = feed.id) order by poll.code, feed.url"
            )
        )

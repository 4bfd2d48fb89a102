"""Takes outlets.csv, ratings.csv and feeds.csv into the database; what articles point at is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby

from sqlite_utils import Database

from aggregator.models import FeedSource, Outlet, Provider, Rating
from aggregator.store.feeds import ANEW
from aggregator.store.views.ratings import RETOLD

_OUTLET_COLUMNS = ("name", "homepage", "country", "owner", "ownership_type", "description", "youtube")


NAMELESS = "(not told)"
"""The outlet of articles of which nobody said whose they are."""


@dataclass(frozen=True, slots=True)
class FeedOrigin:
    """Whose a feed is by feeds.csv, and its address."""

    outlet_id: int
    domain: str
    url: str


class Reference:
    """The tables that mirror the data files; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def setting(self, key: str) -> str | None:
        row = self._db.execute("select value from settings where key = ?", [key]).fetchone()
        return str(row[0]) if row else None

    def set_settings(self, values: dict[str, object]) -> None:
        self._db.conn.executemany(
            "insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
            [(key, str(value)) for key, value in values.items()],
        )

    def outlet_ids(self) -> dict[str, int]:
        """Maps the domain of each outlet, listed or met, to its id."""
        return dict(self._db.execute("select domain, id from outlets where domain is not null").fetchall())

    def met(self, domain: str | None, name: str) -> int:
        """Returns the id of an outlet that is in no file: keyed by its domain, or by its name where that is all."""
        query = "domain = :domain" if domain else "domain is null and name = :name"
        row = self._db.execute(f"select id from outlets where {query}", {"domain": domain, "name": name}).fetchone()
        if row:
            return int(row[0])
        cursor = self._db.execute("insert into outlets (domain, name, listed) values (?, ?, 0)", [domain, name])
        return int(cursor.lastrowid or 0)

    def outlet_at(self, url: str) -> tuple[int, str | None] | None:
        """Returns the outlet, by id and domain, whose own text stands at an address; None where none is stored."""
        row = self._db.execute(
            "select outlet.id, outlet.domain from articles article join outlets outlet on outlet.id = article.outlet_id"
            " where article.url = ? and article.text_kind = 'publisher'",
            [url],
        ).fetchone()
        return (int(row[0]), row[1]) if row else None

    def feed_origin(self, feed_id: int) -> FeedOrigin:
        row = self._db.execute(
            "select outlet.id, outlet.domain, feed.url from feeds feed"
            " join outlets outlet on outlet.id = feed.outlet_id where feed.id = ?",
            [feed_id],
        ).fetchone()
        return FeedOrigin(*row)

    def take_outlets(self, outlets: Sequence[Outlet]) -> None:
        """Mirrors outlets.csv; an outlet that left the file stays, unlisted, for its articles' sake."""
        self._db.execute("update outlets set listed = 0")
        sets = ", ".join(f"{name} = excluded.{name}" for name in _OUTLET_COLUMNS)
        self._db.conn.executemany(
            f"insert into outlets (domain, listed, {', '.join(_OUTLET_COLUMNS)})"
            f" values (?, 1, {', '.join('?' * len(_OUTLET_COLUMNS))})"
            f" on conflict (domain) do update set listed = 1, {sets}",
            [(outlet.domain, *(getattr(outlet, name) for name in _OUTLET_COLUMNS)) for outlet in outlets],
        )
        ids = self.outlet_ids()
        self._db.execute("delete from outlet_domains")
        self._db.execute("delete from outlet_names")
        self._db.conn.executemany(
            "insert into outlet_domains (prefix, outlet_id) values (?, ?)",
            [(prefix, ids[outlet.domain]) for outlet in outlets for prefix in (outlet.domain, *outlet.other_domains)],
        )
        self._db.conn.executemany(
            "insert or ignore into outlet_names (name, outlet_id) values (?, ?)",
            [(name, ids[outlet.domain]) for outlet in outlets for name in (outlet.name, *outlet.other_names)],
        )

    def reassign(self, domain_of: Callable[[str, str | None, str], str | None]) -> None:
        """Gives articles to the outlets that the new outlets.csv says they belong to, and drops outlets left empty.

        `domain_of(url, domain, name)` is told an article's address and its present outlet, and returns the domain of
        the listed outlet it belongs to, or None to leave it. Of a text about another's piece the piece's address tells.
        """
        ids = self.outlet_ids()
        rows = self._db.execute(
            f"select article.id, iif({RETOLD.format('article')}, coalesce(article.canonical, ''), article.url),"
            " article.outlet_id, outlet.domain, outlet.name"
            " from articles article join outlets outlet on outlet.id = article.outlet_id"
            " where article.id not in (select article_a from overrides where kind = 'outlet' and undone is null)"
        ).fetchall()
        moves = [
            (ids[domain], article)
            for article, url, outlet_id, present, name in rows
            if (domain := domain_of(url, present, name)) and ids[domain] != outlet_id
        ]
        self._db.conn.executemany(
            "update articles set outlet_id = ?, text_version = text_version + 1 where id = ?", moves
        )
        self._db.execute(
            "delete from outlets where listed = 0 and id not in (select outlet_id from articles)"
            " and domain not in (select carrier from articles where carrier is not null and text_kind <> 'publisher')"
            " and id not in (select outlet_id from feeds)"
        )

    def take_ratings(self, ratings: Iterable[Rating], providers: Iterable[Provider]) -> None:
        """Mirrors the ratings and who gave them; one holds until the same provider's next of its outlet and scope.

        Private ones come last: gaps in the numbers of the others would tell how many there are, and of which outlets.
        """
        ids = self.outlet_ids()
        providers = tuple(providers)
        private = {provider.name for provider in providers if provider.private}
        self._db.execute("delete from ratings")
        self._db.execute("delete from providers")
        self._db.conn.executemany(
            "insert into providers (name, title, scale, homepage, licence, licence_url, private)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [astuple(provider) for provider in providers],
        )
        in_order = sorted(ratings, key=lambda one: (one.provider in private, *_series(one), one.valid_from))
        for _, group in groupby(in_order, _series):
            dated = list(group)
            ends = [later.valid_from for later in dated[1:]] + [None]
            self._db.conn.executemany(
                "insert into ratings (outlet_id, provider, scope, label, lean, score, confidence, factual_reporting,"
                " source_url, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (ids[r.domain], r.provider, r.scope, r.label, r.lean, r.score, r.confidence, r.factual_reporting,
                     r.source_url, r.valid_from, end)
                    for r, end in zip(dated, ends, strict=True)
                ],
            )  # fmt: skip

    def take_feeds(self, feeds: Sequence[FeedSource]) -> None:
        """Mirrors feeds.csv; a feed that left the file is polled no more but keeps its history, for its coming back.

        An address that a feed had before it moved for good still means that feed; of two rows that mean one the first
        counts.
        """
        ids = self.outlet_ids()
        moved = dict(
            self._db.execute(
                "select old.url, feed.url from feed_addresses old join feeds feed on feed.id = old.feed_id"
            ).fetchall()
        )
        rows: dict[str, FeedSource] = {}
        for feed in feeds:
            rows.setdefault(moved.get(feed.url, feed.url), feed)
        self._db.execute("create temp table listed_feeds (url text primary key)")
        self._db.conn.executemany("insert into temp.listed_feeds values (?)", [(url,) for url in rows])
        self._db.execute(
            "update feeds set state = 'unlisted', state_reason = 'not in feeds.csv'"
            " where url not in (select url from temp.listed_feeds)"
        )
        self._db.execute(
            f"update feeds set {ANEW} where state = 'unlisted' and url in (select url from temp.listed_feeds)"
        )
        self._db.execute("drop table temp.listed_feeds")
        self._read_anew([(url, feed.kind) for url, feed in rows.items()])
        self._db.conn.executemany(
            "insert into feeds (url, outlet_id, section, language, fetch_pages, kind) values (?, ?, ?, ?, ?, ?)"
            " on conflict (url) do update set outlet_id = excluded.outlet_id, section = excluded.section,"
            " language = excluded.language, fetch_pages = excluded.fetch_pages, kind = excluded.kind",
            [
                (url, ids[feed.outlet], feed.section, feed.language, feed.fetch_pages, feed.kind)
                for url, feed in rows.items()
            ],
        )

    def _read_anew(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Has the feeds whose kind changed polled at once: read in another way, the same answer has other articles.

        It words them in another way, too: what the feed said of them before is no measure for it.
        """
        query = "select id from feeds where url = ? and kind <> ?"
        changed = [feed for kind in kinds for feed in self._db.execute(query, kind).fetchall()]
        self._db.conn.executemany("update sightings set said = null where feed_id = ?", changed)
        self._db.conn.executemany(
            "update feeds set etag = null, last_modified = null, body_hash = null, next_poll = null, failures = 0,"
            " failing_since = null where id = ?",
            changed,
        )


def _series(rating: Rating) -> tuple[str, str, str]:
    """The ratings that follow one another: one provider's verdicts on one outlet, of one scope."""
    return rating.domain, rating.provider, rating.scope

"""Reads and writes of articles, their addresses, revisions and sightings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from aggregator.decide import BODY_PURGED, Revision, StoredArticle
from aggregator.models import ArticleDraft, CopyLink, Document, DraftKind, TextKind
from aggregator.store import journal
from aggregator.store.reference import NAMELESS
from aggregator.store.topics import TOLD_BY, Topics, topic_columns
from aggregator.times import from_iso, iso

_STORED = tuple(column.name for column in fields(StoredArticle))
_KINDS = ("title_from", "summary_from", "body_from")

# Grouping's clock; there is an index on it.
_TIME = "coalesce(article.published, article.first_seen)"

# The number of an article that was removed is never given away again.
_NEXT_ID = """1 + max(
  coalesce((select max(id) from articles), 0),
  coalesce((select cast(value as integer) from settings where key = 'last_article'), 0)
)"""

_AT_ADDRESS = "url = :url or id = (select article_id from article_addresses where url = :url)"

# A page that could not be fetched is asked for again with the next polls, so many times in all.
PAGE_TRIES = 3


class Articles:
    """The article tables; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._topics = Topics(db)

    def by_url(self, url: str) -> StoredArticle | None:
        return self._one("url = :url", {"url": url})

    def by_old_url(self, url: str) -> StoredArticle | None:
        """Finds the article that had this address once."""
        return self._one("id = (select article_id from article_addresses where url = :url)", {"url": url})

    def by_sighting(self, feed_id: int, guid: str) -> StoredArticle | None:
        return self._one(
            "id = (select article_id from sightings where feed_id = :feed and guid = :guid)",
            {"feed": feed_id, "guid": guid},
        )

    def _one(self, where: str, parameters: Mapping[str, object]) -> StoredArticle | None:
        # Not db.query, which wraps a savepoint around each: three of them for every new entry.
        query = f"select {', '.join(_STORED)} from articles where {where}"
        found = self._db.execute(query, dict(parameters)).fetchone()
        if found is None:
            return None
        row = dict(zip(_STORED, found, strict=True))
        return StoredArticle(**row | {name: DraftKind(row[name]) for name in _KINDS if row[name]})

    def insert(self, draft: ArticleDraft, url: str, outlet_id: int, now: str, carrier: str | None = None) -> int:
        """Stores a new article and returns its id; `url` is its address or its urn."""
        row = {
            "url": url,
            "original_url": draft.original_url,
            "outlet_id": outlet_id,
            "carrier": carrier,
            "guid": draft.guid,
            "title": draft.title,
            "summary": draft.summary,
            "body": draft.body,
            "body_status": draft.body_status,
            "byline": draft.byline,
            "language": draft.language,
            "language_from": draft.language_from,
            "section": draft.section,
            "scope": draft.scope,
            "kind": draft.kind,
            "image": draft.image,
            "published": iso(draft.published) if draft.published else None,
            "published_raw": draft.published_raw,
            "first_seen": now,
            "last_seen": now,
            "word_count": draft.word_count,
            "wire": draft.wire,
            "canonical": draft.canonical_url,
            "text_kind": draft.text_kind or TextKind.PUBLISHER,
            "flags": json.dumps(draft.flags),
            "title_from": draft.draft_kind,
            "summary_from": draft.draft_kind if draft.summary else None,
            "body_from": draft.draft_kind if draft.body else None,
        }
        row |= topic_columns(row)
        cursor = self._db.execute(
            f"insert into articles (id, {', '.join(row)}) values ({_NEXT_ID}, {', '.join(f':{name}' for name in row)})",
            row,
        )
        return int(cursor.lastrowid or 0)

    def update(self, article_id: int, values: Mapping[str, object], revisions: Iterable[Revision], now: str) -> None:
        """Sets columns of an article and keeps what a reader would call a change."""
        for revision in revisions:
            self._db.execute(
                "insert into revisions (article_id, seen, field, old, new) values (?, ?, ?, ?, ?)",
                [article_id, now, revision.field, revision.old, revision.new],
            )
        row = dict(values) | {"last_seen": now}
        if row.get("body", "kept") is None:  # whoever asks that a text not be kept means its earlier versions, too
            self._db.execute("delete from revisions where article_id = ? and field = 'body'", [article_id])
        if "published" in row:
            row["published"] = iso(row["published"])  # type: ignore[arg-type]  # a draft's published is a moment
        self._db.execute(
            f"update articles set text_version = text_version + 1, {', '.join(f'{name} = :{name}' for name in row)}"
            " where id = :id",
            row | {"id": article_id},
        )
        if "flags" in row:  # no trigger looks at them, and a page may have forbidden to show its text
            journal.changed(self._db, [article_id])
        if not row.keys().isdisjoint(TOLD_BY):
            self._topics.tell(article_id)

    def printed(self, article_id: int, ratings: Iterable[tuple[str, str, int | None]], now: str) -> None:
        """Keeps the ratings that a page prints, each a provider, a label and a lean, with when it was first seen."""
        self._db.conn.executemany(
            "insert or ignore into printed_ratings (article_id, provider, label, lean, seen) values (?, ?, ?, ?, ?)",
            [(article_id, *rating, now) for rating in ratings],
        )

    def is_corrected(self, article_id: int) -> bool:
        """Says whether a person said whose an article is."""
        query = "select 1 from overrides where kind = 'outlet' and undone is null and article_a = ?"
        return self._db.execute(query, [article_id]).fetchone() is not None

    def changes(self, article_id: int, since: str) -> list[Revision]:
        """Lists the revisions of an article from a moment on, the oldest first."""
        rows = self._db.execute(
            "select field, old, new from revisions where article_id = ? and seen >= ? order by id", [article_id, since]
        )
        return [Revision(*row) for row in rows.fetchall()]

    def seen_again(self, article_id: int, now: str) -> None:
        self._db.execute("update articles set last_seen = ? where id = ?", [now, article_id])

    def move(self, article_id: int, old_url: str, new_url: str) -> None:
        """Gives an article a new address; the old one leads on."""
        self._db.execute(
            "insert or ignore into article_addresses (url, article_id) values (?, ?)", [old_url, article_id]
        )
        self.forget_old_url(new_url)
        self._db.execute(
            "update articles set url = ?, text_version = text_version + 1 where id = ?", [new_url, article_id]
        )
        self._topics.tell(article_id)

    def forget_old_url(self, url: str) -> None:
        """Lets go of an old address that another article has taken."""
        self._db.execute("delete from article_addresses where url = ?", [url])

    def sighted(self, feed_id: int, guid: str, article_id: int, now: str, said: str) -> bool:
        """Records that a feed carried an article under this guid, and the wording (decide.said) that it gave it.

        Says whether it is the first time.
        """
        again = self._db.execute(
            "update sightings set article_id = ?, last_seen = ?, said = ? where feed_id = ? and guid = ?",
            [article_id, now, said, feed_id, guid],
        )
        if again.rowcount:
            return False
        self._db.execute(
            "insert into sightings (feed_id, guid, article_id, first_seen, last_seen, said) values (?, ?, ?, ?, ?, ?)",
            [feed_id, guid, article_id, now, now, said],
        )
        return True

    def said(self, feed_id: int, article_id: int) -> str | None:
        """Returns the wording that a feed last gave an article, None where nothing is known of it."""
        row = self._db.execute(
            "select said from sightings where article_id = ? and feed_id = ? order by last_seen desc limit 1",
            [article_id, feed_id],
        ).fetchone()
        return row[0] if row else None

    def look_again(self, article_id: int) -> None:
        """Asks once more for a page that was read: its article was changed in the feed, so its text may have been."""
        self._db.execute(
            "update articles set page_tries = ? where id = ? and page_tries >= ? and body_from = 'page'"
            " and body is not null",
            [PAGE_TRIES - 1, article_id, PAGE_TRIES],
        )

    def page_tried(self, article_id: int, answered: bool) -> None:
        """Counts a try at an article's page; one that answered, with or without text, is not asked again."""
        self._db.execute(
            "update articles set page_tries = case when ? then ? else page_tries + 1 end where id = ?",
            [answered, PAGE_TRIES, article_id],
        )

    def wants_page(self, url: str) -> bool:
        """Says whether the page of this address, present or old, is still to be read; of a new one it is."""
        rows = self._db.execute(f"select page_tries from articles where {_AT_ADDRESS}", {"url": url}).fetchall()
        return all(tries < PAGE_TRIES for (tries,) in rows)

    def known(self, url: str) -> bool:
        """Says whether an article has this address, or had it once."""
        return self._db.execute(f"select 1 from articles where {_AT_ADDRESS}", {"url": url}).fetchone() is not None

    def wanted_pages(self, feed_id: int, limit: int) -> list[str]:
        """Lists the addresses of a feed's articles whose pages are still to be read, the newest first."""
        rows = self._db.execute(
            "select article.url from sightings sighting join articles article on article.id = sighting.article_id"
            " where sighting.feed_id = ? and article.page_tries < ? and article.url like 'http%'"
            " order by article.published desc, article.id limit ?",
            [feed_id, PAGE_TRIES, limit],
        )
        return [url for (url,) in rows.fetchall()]

    def documents(self, since: str, until: str) -> Iterator[Document]:
        """Yields what grouping sees of the articles of a stretch of time, oldest first.

        An article without a date has the time at which a feed first carried it; an imported row without a date has
        none at all, for the moment of the import says nothing about the event. A canonical link to an old address of a
        stored article is read as its present one.
        """
        return self._documents(f"{_TIME} between :since and :until", {"since": since, "until": until})

    def documents_of(self, articles: Iterable[int]) -> Iterator[Document]:
        """Yields what grouping sees of these articles, oldest first."""
        return self._documents(
            "article.id in (select value from json_each(:articles))", {"articles": json.dumps(sorted(articles))}
        )

    def headlines(self) -> Iterator[Document]:
        """Yields every article with its headline and its outlet, and nothing else."""
        rows = self._db.execute(
            "select article.id, article.title, outlet.domain, outlet.name from articles article"
            " join outlets outlet on outlet.id = article.outlet_id"
        )
        for article, title, domain, name in rows:
            yield Document(article, "", title, outlet=_outlet(domain, name))

    def window(self, since: str, until: str) -> dict[int, tuple[int, int | None]]:
        """Maps the articles of a stretch of time, oldest first, to the version of their text and their own story."""
        rows = self._db.execute(
            "select article.id, article.text_version, coalesce(own.story_id, member.story_id) from articles article"
            " left join story_articles member on member.article_id = article.id"
            " left join overruled own on own.article_id = article.id"
            f" where {_TIME} between ? and ? order by {_TIME}, article.id",
            [since, until],
        )
        return {article: (version, story) for article, version, story in rows.fetchall()}

    def _documents(self, where: str, parameters: Mapping[str, object]) -> Iterator[Document]:
        rows = self._db.query(
            f"""
            select article.id, article.url, article.guid, article.title, article.summary,
              coalesce(article.body, article.opening) as body, article.language,
              iif(article.text_kind <> 'publisher', article.carrier, null) as retold_by,
              article.body is null and instr(article.flags, :purged) > 0 as purged,
              origin.representative_id, origin.kind, copy.score as copy_score, copy.method,
              article.wire, outlet.domain, outlet.name, coalesce(own.story_id, member.story_id) as story_id,
              case when own.article_id is null then member.matched_article_id else own.matched_article_id end
                as matched_article_id,
              coalesce(original.url, article.canonical) as canonical,
              coalesce(
                article.published, (select min(first_seen) from sightings where article_id = article.id)
              ) as published
            from articles article
            join outlets outlet on outlet.id = article.outlet_id
            left join story_articles member on member.article_id = article.id
            left join overruled own on own.article_id = article.id
            left join copies copy on copy.article_id = article.id
            left join origins origin on origin.id = copy.origin_id
            left join article_addresses old on old.url = article.canonical
            left join articles original on original.id = old.article_id
            where {where}
            order by {_TIME}, article.id
            """,
            dict(parameters) | {"purged": f'"{BODY_PURGED}"'},
        )
        for row in rows:
            yield _document(row)

    def exists(self, article_id: int) -> bool:
        return self._db.execute("select 1 from articles where id = ?", [article_id]).fetchone() is not None

    def addresses_like(self, url: str) -> list[str]:
        """Lists addresses that begin as this one does, up to its first path: the guesses where it is misspelt."""
        start = url[: max(url.find("/", url.find("//") + 2) + 1, 12)]
        rows = self._db.execute(
            "select url from articles where url >= ? and url < ? order by id desc limit 2000", [start, start + "\uffff"]
        )
        return [found for (found,) in rows.fetchall()]

    def count(self) -> int:
        return int(self._db.execute("select count(*) from articles").fetchone()[0])

    def last_id(self) -> int:
        return int(self._db.execute("select coalesce(max(id), 0) from articles").fetchone()[0])

    def next_time(self, after: str) -> str | None:
        """Returns the time of the earliest article after a moment, by grouping's clock; after '' it is the first."""
        row = self._db.execute(
            "select min(coalesce(published, first_seen)) from articles where coalesce(published, first_seen) > ?",
            [after],
        ).fetchone()
        return str(row[0]) if row[0] else None

    def latest(self) -> str | None:
        """Returns the time of the latest article, by grouping's clock."""
        return self._db.execute("select max(coalesce(published, first_seen)) from articles").fetchone()[0]  # type: ignore[no-any-return]

    def ungrouped(self) -> list[str]:
        """Lists the times of the articles that have no story yet, the earliest first."""
        rows = self._db.execute(
            "select distinct coalesce(published, first_seen) as at from articles"
            " where not exists (select 1 from story_articles where article_id = articles.id) order by at"
        )
        return [at for (at,) in rows.fetchall()]


def _document(row: Mapping[str, object]) -> Document:
    published = row["published"]
    return Document(
        id=int(str(row["id"])),
        order=_hash(row["guid"] or row["url"]) + _hash(row["url"]),  # two feeds may give one guid
        title=str(row["title"]),
        summary=str(row["summary"] or ""),
        body=str(row["body"] or ""),
        published=from_iso(str(published)).timestamp() if published else None,
        outlet=_outlet(row["domain"], row["name"]),
        language=str(row["language"]) if row["language"] else None,
        wire=str(row["wire"]) if row["wire"] else None,
        story=int(str(row["story_id"])) if row["story_id"] is not None else None,
        url=str(row["url"]),
        canonical=str(row["canonical"]) if row["canonical"] else None,
        matched=int(str(row["matched_article_id"])) if row["matched_article_id"] is not None else None,
        purged=bool(row["purged"]),
        copy_link=_copy_link(row),
        retold_by=str(row["retold_by"]) if row["retold_by"] else None,
    )


def _copy_link(row: Mapping[str, Any]) -> CopyLink | None:
    if row["representative_id"] is None:
        return None
    return CopyLink(row["id"], row["representative_id"], row["kind"], row["copy_score"], row["method"])


def _outlet(domain: object, name: object) -> str | None:
    """Returns how grouping knows an outlet: what nobody named is not one outlet that repeats itself."""
    return None if domain is None and name == NAMELESS else str(domain or name)


def _hash(value: object) -> str:
    return hashlib.sha256(str(value).encode()).hexdigest()[:32]

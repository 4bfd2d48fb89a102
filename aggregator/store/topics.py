"""Topics of stored articles: told where an article is stored or changed, and anew where this version's rule differs.

What a person ruled comes before all that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from aggregator.store.reference import Reference
from aggregator.store.topic_rulings import RULED
from aggregator.topics import NOT_TOLD, RULE, topic_of

TOLD_BY = ("section", "url", "title", "summary", "language")
"""The columns that a topic rests on."""

# So many articles a transaction: others wait for it half a second of the processor, and who breaks off goes on where
# it was. Of more than five of these who only shows the file does not wait.
_BATCH = 2_000
_MANY = 10_000
_RULE = "topics_rule"  # the rule by which the topics are told, and the last article that is; the rule alone for all


def topic_columns(article: Mapping[str, object], ruled: str | None = None) -> dict[str, object]:
    """Gives the three columns of an article's topic from those that it rests on, and from a person's word (RULED)."""
    act, _, named = [*(ruled or "").split(None, 2), "", "", ""][:3]
    if named:  # a row that no command wrote may name none: it rules nothing
        by = json.dumps([f"act {act}"])
        return {"topic": None if named == NOT_TOLD else named, "topic_from": "person", "topic_told": by}
    section, url, title, summary, language = (str(article[name] or "") for name in TOLD_BY)
    topic = topic_of(section, url, title, summary, language)
    told = json.dumps(topic.told, ensure_ascii=False) if topic.name else None
    return {"topic": topic.name, "topic_from": topic.from_, "topic_told": told}


class Topics:
    """The topics of the articles; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._reference = Reference(db)

    def tell(self, article_id: int) -> None:
        """Tells an article's topic by what it says now."""
        self.tell_all([article_id])

    def tell_all(self, articles: Iterable[int]) -> int:
        """Tells the topics of some articles, and returns how many of them changed."""
        return sum(self._tell(article, article) for article in articles)

    def are_told(self) -> bool:
        """Says whether all topics are told by this version's rule."""
        return self._reference.setting(_RULE) == RULE

    def are_begun(self) -> bool:
        """Says whether any version has told topics in this file."""
        return self._reference.setting(_RULE) is not None

    def are_many(self) -> bool:
        """Says whether so many are still to be told that who only opens the file to show it should not wait for it."""
        left = "select count(*) from (select 1 from articles where id > ? limit ?)"
        return int(self._db.execute(left, [self._told_upto(), _MANY + 1]).fetchone()[0]) > _MANY

    def _told_upto(self) -> int:
        """Returns the last article whose topic is told by this version's rule."""
        rule, _, upto = (self._reference.setting(_RULE) or "").partition(" ")
        return int(upto) if rule == RULE and upto else 0

    def tell_more(self) -> None:
        """Tells the topics of the next articles that have none by this version's rule."""
        done = self._told_upto()
        row = self._db.execute(
            "select max(id) from (select id from articles where id > ? order by id limit ?)", [done, _BATCH]
        ).fetchone()
        if row[0] is None:
            self._reference.set_settings({_RULE: RULE})
            return
        self._tell(done + 1, row[0])
        self._reference.set_settings({_RULE: f"{RULE} {row[0]}"})

    def _tell(self, first: int, last: int) -> int:
        """Writes the topics that differ from those stored: of a million articles most stay as they are.

        Returns how many have another topic than before, told by whatever.
        """
        rows = self._db.execute(
            f"select id, topic, topic_from, topic_told, {RULED}, {', '.join(TOLD_BY)} from articles"
            " where id between ? and ?",
            [first, last],
        ).fetchall()
        told = [(topic_columns(dict(zip(TOLD_BY, row[5:], strict=True)), row[4]), row) for row in rows]
        changed = [columns | {"id": row[0]} for columns, row in told if tuple(columns.values()) != tuple(row[1:4])]
        self._db.conn.executemany(
            "update articles set topic = :topic, topic_from = :topic_from, topic_told = :topic_told where id = :id",
            changed,
        )
        return sum(columns["topic"] != row[1] for columns, row in told)

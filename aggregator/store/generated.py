"""Texts that a model wrote: what it may be given, and the rows of what it wrote; nothing else reads them but pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from aggregator.store.views.ratings import DEFAULT_PROVIDER, SIDE, article_rating

# Of each text the member that stands for it, else the first that carries it: a model needs no text twice. What a
# machine wrote is no source for another.
_ARTICLES = f"""
select article.id, outlet.name as outlet, coalesce(article.published_day, '') as day, article.title,
  coalesce(case when article.body_status is not 'suspect' then article.body end, article.summary, article.opening, '')
    as text,
  article.language, article.flags, coalesce(origin.representative_id, article.id) as origin, {SIDE} as side
from articles article
join outlets outlet on outlet.id = article.outlet_id
cross join ({DEFAULT_PROVIDER}) chosen
left join ratings rating on rating.id = {article_rating("article.published_day")}
left join copies copy on copy.article_id = article.id
left join origins origin on origin.id = copy.origin_id
where article.text_kind <> 'machine' and {{where}}
order by coalesce(article.published, article.first_seen), article.id
"""


@dataclass(frozen=True, slots=True)
class Material:
    """An article that a model may be given; `side` is that of its outlet, `origin` the article whose text it is."""

    id: int
    outlet: str
    day: str
    title: str
    text: str
    language: str | None
    flags: Sequence[str]
    origin: int
    side: str


@dataclass(frozen=True, slots=True)
class GeneratedRow:
    """A generated text as it is stored, of a story or of an article; the lists are JSON."""

    story_id: int | None
    article_id: int | None
    made: str
    model: str
    notice: str
    prompt: str
    language: str
    inputs: str
    summary: str
    key_points: str
    dropped: str


class GeneratedTexts:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of_story(self, story: int) -> list[Material]:
        """Lists what a story is told from, one article a text, the oldest first."""
        where = "article.id in (select article_id from story_articles where story_id = ?)"
        found = self._materials(where, story)
        texts: dict[int, Material] = {}
        for one in found:
            if one.origin not in texts or one.id == one.origin:
                texts[one.origin] = one
        return [one for one in found if texts[one.origin] is one]

    def of_article(self, article: int) -> list[Material]:
        return self._materials("article.id = ?", article)

    def _materials(self, where: str, value: int) -> list[Material]:
        rows = self._db.query(_ARTICLES.format(where=where), [value])
        return [Material(**row | {"flags": json.loads(row["flags"])}) for row in rows]

    def missing(self, articles: Iterable[int]) -> list[int]:
        """Returns those of some articles that are not there any more."""
        query = "select value from json_each(?) where value not in (select id from articles) order by 1"
        return [article for (article,) in self._db.execute(query, [json.dumps([*articles])]).fetchall()]

    def add(self, row: GeneratedRow) -> int:
        """Stores a text beside the earlier ones, of which the latest counts; returns its number."""
        names: Sequence[str] = GeneratedRow.__slots__
        marks = ", ".join("?" * len(names))
        values = [getattr(row, name) for name in names]
        cursor = self._db.execute(f"insert into generated_briefs ({', '.join(names)}) values ({marks})", values)
        return int(cursor.lastrowid or 0)

"""What a list can be narrowed to, and the articles of each day: counted once for each published file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from aggregator.site.queries.rows import Reader


@dataclass(frozen=True, slots=True)
class Options:
    """The languages, the countries of outlets and the topics of the articles of a file, the most frequent first."""

    languages: Sequence[str]
    countries: Sequence[str]
    topics: Sequence[str]


@dataclass(frozen=True, slots=True)
class ArticleDay:
    """A day that has articles: how many, and the lowest and the highest of their numbers."""

    day: str
    lowest: int
    highest: int
    articles: int


_LANGUAGES = """
select language from articles where language is not null group by language order by count(*) desc, language
"""
_COUNTRIES = """
select outlet.country from outlets outlet join outlet_counts counts on counts.outlet_id = outlet.id
where counts.articles > 0 and outlet.country is not null
group by outlet.country order by sum(counts.articles) desc, outlet.country
"""
_TOPICS = "select topic from topic_counts order by articles desc, topic"

_DAYS = """
select published_day as day, min(id) as lowest, max(id) as highest, count(*) as articles from articles
where published_day is not null group by published_day order by published_day
"""

# Of a million articles each of these takes up to 0.1 s: on a busy machine it could be ended as a visitor's question is.
# A published file never changes, and each new one is another database of Datasette's.
_OPTIONS: WeakKeyDictionary[Reader, Options] = WeakKeyDictionary()
_ARTICLE_DAYS: WeakKeyDictionary[Reader, Sequence[ArticleDay]] = WeakKeyDictionary()


async def options(db: Reader) -> Options:
    """Lists what the articles of the file can be narrowed to."""
    if db not in _OPTIONS:
        _OPTIONS[db] = await db.execute_fn(_read_options)
    return _OPTIONS[db]


def _read_options(connection: Any) -> Options:
    return Options(*([row[0] for row in connection.execute(sql)] for sql in (_LANGUAGES, _COUNTRIES, _TOPICS)))


async def article_days(db: Reader) -> Sequence[ArticleDay]:
    """Lists the days that have articles, the earliest first."""
    if db not in _ARTICLE_DAYS:
        rows = await db.execute_fn(lambda connection: connection.execute(_DAYS).fetchall())
        _ARTICLE_DAYS[db] = [ArticleDay(*row) for row in rows]
    return _ARTICLE_DAYS[db]

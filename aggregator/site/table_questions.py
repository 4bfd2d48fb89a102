"""What Datasette asks for the page of a table, in words that a million rows answer in its time, and in an order.

Datasette writes these questions, and no setting or hook of it changes them: what has their very form is asked
otherwise. Any other question is left as it is.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence

from datasette.database import QueryInterrupted  # type: ignore[import-untyped]

# The counts and facets of all articles, and of those of some language, kind or topic, stand in a small table: to count
# a million anew took 0.1 s a facet, three quarters of a million of one language 0.15 s.
_COUNTED = "language|kind|scope|topic|text_kind"
_NARROWED = rf'(?: where ((?:"(?:{_COUNTED})" = :\w+(?: and |(?= ?(?:\)|$))))+))?'
_COUNT = re.compile(rf"select count\(\*\) from articles{_NARROWED} ?")
_FACET = re.compile(
    rf"select ({_COUNTED}) as value, count\(\*\) as count from \( select [\w, ]+ from articles{_NARROWED} \)"
    r" where \1 is not null group by \1 order by count desc, value limit (\d+)"
)
# Each article that has the words is looked up and sorted, which takes over a second from 40,000 on; by the index of
# the order, or of a filter, that each article is told to be among them, the page took 54 ms for 217,000.
_SEARCH = re.compile(
    r"\browid in \(select rowid from articles_fts where (articles_fts match (?:escape_fts\(:search\)|:search))\)"
)
_COUNT_OF_SEARCH = re.compile(rf"select count\(\*\) from articles where {_SEARCH.pattern} ?")
# The next page of a table asks for what comes after the last row by its key, and the first page is in no order of it:
# an index that is read from its end has rows of one day by falling keys, so most of a day were on no page at all.
_FIRST_PAGE = re.compile(
    r"(select (?:(?:\w+|\[\w+\])(?:, |(?= from)))+) from (\w+|\[\w+\]) ((?:where .*)?)"
    r"(order by (?:\w+|\[\w+\]) desc) limit (\d+)"
)
_COMPOUND = re.compile(r"\b(?:union|intersect|except|group)\b", re.IGNORECASE)
_KEYS = "select '[' || name || ']' from pragma_table_info(?) where pk order by pk"
# Fewer are sooner looked up: 4,827 took 39 ms; the other way would go through the whole index for three.
_MANY = 5_000
# Of more than these a facet takes longer than a page has for three: of 217,000 articles each took 320 to 390 ms.
_MOST_FOR_FACETS = 50_000
_IS_FACET = " as value, count(*) as count from ("


def by_counts(sql: str) -> str:
    """Writes a count or a facet of the articles as one of the table that has them counted.

    >>> by_counts('select count(*) from articles where "language" = :p0 ')
    'select coalesce(sum(articles), 0) as "count(*)" from article_counts where "language" = :p0'
    >>> by_counts('select count(*) from articles where "section" = :p0 ')
    'select count(*) from articles where "section" = :p0 '
    """
    if "from articles" not in sql:
        return sql
    plain = " ".join(sql.split())
    if found := _COUNT.fullmatch(plain):
        where = f" where {found[1]}" if found[1] else ""
        return f'select coalesce(sum(articles), 0) as "count(*)" from article_counts{where}'
    if found := _FACET.fullmatch(plain):
        column, where, limit = found.groups()
        return (
            f"select {column} as value, sum(articles) as count from article_counts"
            f" where {f'{where} and ' if where else ''}{column} is not null"
            f" group by {column} order by count desc, value limit {limit}"
        )
    return sql


def by_order(connection: sqlite3.Connection, sql: str, params: Mapping[str, object] | Sequence[object] | None) -> str:
    """Writes a question for the articles that have words so that frequent ones are found by another index first.

    Raises QueryInterrupted for a facet that would take too long, which Datasette leaves out and says so.
    """
    found = _SEARCH.search(sql)
    if not found or not isinstance(params, Mapping):
        return sql
    if _COUNT_OF_SEARCH.fullmatch(sql):
        return f"select count(*) from articles_fts where {found[1]}"
    most = _MOST_FOR_FACETS if _IS_FACET in sql else _MANY
    some = f"select count(*) from (select 1 from articles_fts where {found[1]} limit {most})"
    matches = connection.execute(some, {"search": params.get("search")}).fetchone()[0]
    if matches == _MOST_FOR_FACETS:
        raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, params)
    return sql[: found.start()] + "+" + sql[found.start() :] if matches >= _MANY else sql


def by_key(connection: sqlite3.Connection, sql: str) -> str:
    """Puts the rows of a first page that stand at one place of its falling order in the order of their key.

    Their numbers are sorted alone: to sort 300,000 whole rows of one side took 0.9 s.
    """
    found = _FIRST_PAGE.fullmatch(sql)
    if not found or _COMPOUND.search(sql):
        return sql
    select, table, where, order, limit = found.groups()
    keys = [row[0] for row in connection.execute(_KEYS, [table.strip("[]")])]
    if select.startswith("select rowid, "):  # a table without a key of its own
        keys = ["rowid"]
    if not keys:
        return sql
    order = ", ".join([order, *keys])
    return f"{select} from {table} where rowid in (select rowid from {table} {where}{order} limit {limit}) {order}"

"""What the search asks: how far back it can look, which articles or stories are found, and where the words stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from aggregator.site import search_words
from aggregator.site.days import FIRST_DAY, LAST_DAY
from aggregator.site.queries.options import ArticleDay, article_days
from aggregator.site.queries.rows import Reader, StoryRow
from aggregator.site.queries.shared import STORY_COLUMNS
from aggregator.site.sql_guard import WORDS

# The days that a search is kept to where its words are in more articles than it can look through, tried in turn.
_DAYS = (92, 31, 7, 1)


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """Which articles a reader looks for; `match` is a question to the full-text index, days are included."""

    match: str | None
    first: str | None
    last: str | None
    provider: str
    default: str
    outlet: int | None = None
    side: str | None = None
    language: str | None = None
    country: str | None = None
    topic: str | None = None
    kind: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """The days that are looked through; `whole` where these are all that were asked for.

    No article of these days has a number below `lowest` or above `highest`: the index is read between the two.
    """

    first: str
    last: str
    whole: bool
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, with its outlet's lean as of its day and its story."""

    id: int
    title: str
    url: str
    summary: str | None
    language: str | None
    at: str
    kind: str
    scope: str
    section: str | None
    outlet: str
    outlet_id: int
    domain: str | None
    country: str | None
    story_id: int | None
    story_title: str | None
    story_articles: int | None
    story_origins: int | None
    lean: int | None
    label: str | None


_MATCHES = "select count(*) as matches from articles_fts where articles_fts match :match"
_OF_AN_OUTLET = """
select count(*) as matches from articles where published_day between :first and :last and outlet_id = :outlet
"""


# A beginning of few words that many articles have takes long: the index brings them together anew for each question,
# whatever days it is kept to. Of a million articles `harb*`, whose one word 81 % have, took 30 to 68 ms a question; its
# words by name 47 ms once, and then each question 0.1 to 23. A beginning of 273 words is faster as it is.
MOST_WORDS = 20
_WORDS = f"select term from {WORDS} where term >= :beginning and term < :beginning || char(1114111) limit :limit"


async def spelled_out(db: Reader, match: str) -> str:
    """Names in a question to the index the words that begin so, in the place of each beginning that has few."""
    words = {}
    for beginning in search_words.beginnings(match):
        rows = (await db.execute(_WORDS, {"beginning": beginning, "limit": MOST_WORDS + 1})).rows
        words[beginning] = [str(row["term"]) for row in rows] if len(rows) <= MOST_WORDS else []
    return search_words.spelled_out(match, words)


async def reach(db: Reader, choice: SearchChoice, most: int) -> Reach:
    """Finds the longest time, from its end back, of which no more articles than so many have the words."""
    first, last = choice.first or FIRST_DAY, choice.last or LAST_DAY
    days = [day for day in await article_days(db) if first <= day.day <= last]
    if not days:
        return Reach(first, last, whole=True, lowest=0, highest=0)
    found = _of(days, days[0].day, last)
    if not choice.first and not choice.last:
        found = replace(found, lowest=None, highest=None)
    steps = iter(_DAYS)
    while await _matches(db, choice, found, days) > most and (count := next(steps, 0)):
        since = date.fromisoformat(days[-1].day) - timedelta(days=count - 1)
        found = _of(days, max(days[0].day, since.isoformat()), days[-1].day)
    return found


def _of(days: Sequence[ArticleDay], first: str, last: str) -> Reach:
    within = [day for day in days if first <= day.day]
    lowest, highest = min(day.lowest for day in within), max(day.highest for day in within)
    return Reach(first, last, first == days[0].day, lowest, highest)


async def _matches(db: Reader, choice: SearchChoice, span: Reach, days: Sequence[ArticleDay]) -> int:
    if choice.match is not None:
        told: dict[str, object] = {"match": choice.match, "lowest": span.lowest, "highest": span.highest}
        sql = _MATCHES if span.lowest is None else f"{_MATCHES} and rowid between :lowest and :highest"
    elif choice.outlet is not None:
        sql, told = _OF_AN_OUTLET, {"first": span.first, "last": span.last, "outlet": choice.outlet}
    else:
        return sum(day.articles for day in days if span.first <= day.day)
    return int((await db.execute(sql, told)).first()["matches"])


_OF_AN_ARTICLE = {
    "outlet": "facts.outlet_id = :outlet",
    "language": "facts.language = :language",
    "country": "facts.outlet_id in (select id from outlets where country = :country)",
    "topic": "facts.topic = :topic",
    "scope": "facts.scope = :scope",
}
_VIDEOS = "(select id from articles where kind = 'video')"
_OF_A_KIND = {"video": f"facts.article_id in {_VIDEOS}", "text": f"facts.article_id not in {_VIDEOS}"}
# The side that the outlet had on the article's day, by its scope.
_OF_A_SIDE = """exists (
    select 1 from outlet_sides sides where sides.outlet_id = facts.outlet_id and sides.scope = facts.scope
      and sides.day = facts.day and sides.provider = :provider and sides.side = :side)"""


def _from(choice: SearchChoice, span: Reach, joined: str = "") -> str:
    """Writes where the articles that were found come from, and what narrows them, and nothing of what does not.

    The index first, as cross join keeps the order: by any other way each article would be looked up in the index,
    which takes 45 microseconds in place of 0.2.
    """
    named = {name: getattr(choice, name) for name in _OF_AN_ARTICLE}
    parts = [sql for name, sql in _OF_AN_ARTICLE.items() if named[name] is not None]
    parts += [_OF_A_KIND[choice.kind]] if choice.kind else []
    parts += [_OF_A_SIDE] if choice.side else []
    if choice.match is None:
        source = "articles found cross join counted_articles facts on facts.article_id = found.id"
        parts.insert(0, "found.published_day between :first and :last")
        parts += ["found.outlet_id = :outlet"] if choice.outlet is not None else []
    else:
        source = "articles_fts found cross join counted_articles facts on facts.article_id = found.rowid"
        parts.insert(0, "articles_fts match :match and facts.day between :first and :last")
        parts += ["found.rowid between :lowest and :highest"] if span.lowest is not None else []
    return f"from {source}{joined}\nwhere " + "\n  and ".join(parts)


def _parameters(choice: SearchChoice, span: Reach) -> dict[str, object]:
    told: dict[str, object | None] = {"match": choice.match, "first": span.first, "last": span.last}
    if choice.match is not None:
        told |= {"lowest": span.lowest, "highest": span.highest}
    told |= {name: getattr(choice, name) for name in _OF_AN_ARTICLE}
    told |= {"side": choice.side, "provider": choice.provider if choice.side else None}
    return {name: value for name, value in told.items() if value is not None}


async def found_by_day(db: Reader, choice: SearchChoice, span: Reach) -> list[tuple[str, int]]:
    """Counts the articles that were found by day, the latest first."""
    sql = f"select facts.day, count(*) as articles {_from(choice, span)} group by facts.day order by facts.day desc"
    rows = await db.execute(sql, _parameters(choice, span))
    return [(row["day"], row["articles"]) for row in rows.rows]


_TIME = "coalesce(article.published, article.first_seen)"
_ARTICLE = "\ncross join articles article on article.id = facts.article_id"


def latest_question(choice: SearchChoice, span: Reach, *, limit: int, offset: int) -> tuple[str, dict[str, object]]:
    """Writes the question for the articles of some days, the latest first."""
    sql = f"""select article.id, article.title, article.url, {_TIME} as at
{_from(choice, span, _ARTICLE)}
order by at desc, article.id desc limit :limit offset :offset"""
    return sql, _parameters(choice, span) | {"limit": limit, "offset": offset}


# A word in a headline says more than one in a summary; four times is what fits a headline a fifth as long.
_RANK = "bm25(articles_fts, 4.0, 1.0)"


def best_question(choice: SearchChoice, span: Reach, *, limit: int, offset: int) -> tuple[str, dict[str, object]]:
    """Writes the question for the articles that fit the words best."""
    sql = f"""select article.id, article.title, article.url, {_RANK} as rank
{_from(choice, span, _ARTICLE)}
order by rank, article.id desc limit :limit offset :offset"""
    return sql, _parameters(choice, span) | {"limit": limit, "offset": offset}


_STORY_ORDERS = {
    "origins": "story.origins desc, story.last_published desc, story.id",
    "latest": "story.last_published desc, story.id",
}
_STORY = "\ncross join stories story on story.id = facts.story_id"


def found_stories_question(
    choice: SearchChoice, span: Reach, order: str, *, limit: int, offset: int
) -> tuple[str, dict[str, object]]:
    """Writes the question for the stories of the articles that were found, with how many these are in each."""
    sql = f"""select {STORY_COLUMNS.strip()},
  page.matches
from (
  select story.id, count(*) as matches
  {_from(choice, span, _STORY)}
  group by story.id order by {_STORY_ORDERS[order]} limit :limit offset :offset
) page join stories story on story.id = page.id
order by {_STORY_ORDERS[order]}"""
    return sql, _parameters(choice, span) | {"limit": limit, "offset": offset}


async def found_ids(db: Reader, question: tuple[str, dict[str, object]]) -> list[int]:
    """Answers one of the questions for articles with their numbers, in their order."""
    return [int(row["id"]) for row in (await db.execute(*question)).rows]


async def found_stories(db: Reader, question: tuple[str, dict[str, object]]) -> list[tuple[StoryRow, int]]:
    rows = [dict(row) for row in (await db.execute(*question)).rows]
    return [(StoryRow(**{name: row[name] for name in row if name != "matches"}), row["matches"]) for row in rows]


async def count_found_stories(db: Reader, choice: SearchChoice, span: Reach) -> tuple[int, int]:
    """Counts the stories of the articles that were found, and these articles."""
    counts = "count(distinct facts.story_id) as stories, count(*) as articles"
    sql = f"select {counts} {_from(choice, span)} and facts.story_id is not null"
    row = (await db.execute(sql, _parameters(choice, span))).first()
    return int(row["stories"]), int(row["articles"])


_HITS = f"""
select article.id, article.title, article.url, article.summary, article.language, {_TIME} as at, article.kind,
  article.scope, article.section, outlet.name as outlet, outlet.id as outlet_id, outlet.domain, outlet.country,
  story.id as story_id, story.title as story_title, story.articles as story_articles, story.origins as story_origins
from articles article
join outlets outlet on outlet.id = article.outlet_id
left join story_articles member on member.article_id = article.id
left join stories story on story.id = member.story_id
where article.id in (select value from json_each(:articles))
"""
# By itself: joined to the articles, every provider's rating of every article would be looked up first, which took 1 s.
_LEANS = """
select article_id, lean, label from {rated}
where article_id in (select value from json_each(:articles)) and provider = :provider
"""


async def hits(db: Reader, article_ids: Iterable[int], provider: str, default: str) -> dict[int, Hit]:
    """Reads what is shown of articles, by their numbers."""
    told = {"articles": json.dumps(list(article_ids)), "provider": provider}
    rated = "articles_with_bias" if provider == default else "articles_with_bias_by_provider"
    leans = {row["article_id"]: row for row in (await db.execute(_LEANS.format(rated=rated), told)).rows}
    return {
        row["id"]: Hit(**dict(row), lean=leans[row["id"]]["lean"], label=leans[row["id"]]["label"])
        for row in (await db.execute(_HITS, {"articles": told["articles"]})).rows
    }


# In one pass over what the words are in: to look each up in the index again costs a word's beginning 10 ms an article.
_MARKED = """
select rowid as id, highlight(articles_fts, 0, :opens, :closes) as title,
  highlight(articles_fts, 1, :opens, :closes) as summary
from articles_fts where articles_fts match :match and rowid between :lowest and :highest
  and +rowid in (select value from json_each(:articles))
"""


async def marked(
    db: Reader, match: str, article_ids: Iterable[int], opens: str, closes: str
) -> Mapping[int, tuple[str, str | None]]:
    """Reads the headlines and summaries of articles with signs before and after each word that was looked for."""
    ids = list(article_ids)
    told = {"match": match, "articles": json.dumps(ids), "opens": opens, "closes": closes,
            "lowest": min(ids, default=0), "highest": max(ids, default=0)}  # fmt: skip
    return {row["id"]: (row["title"], row["summary"]) for row in (await db.execute(_MARKED, told)).rows}

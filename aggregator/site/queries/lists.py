"""What the home page asks: the edition, its days, and the stories of some of them."""

from __future__ import annotations

from datetime import date, timedelta

from aggregator.site.queries.rows import Choice, Counts, Days, Edition, Reader, StoryRow
from aggregator.site.queries.shared import STORY_COLUMNS
from aggregator.store.views.coverage import ANSWER_CODES

_EDITION = f"""
select (select value from settings where key = 'provider') as provider,
  (select group_concat(distinct provider) from ratings) as providers,
  (select max(finished) from runs) as made, count(*) as feeds, count(case when answered then 1 end) as answered,
  max(at) as polled,
  (select cast(value as integer) from settings where key = 'min_rated_origins') as min_rated_origins,
  (select json_group_array(json_object('name', name, 'title', title, 'homepage', homepage, 'licence', licence,
    'licence_url', licence_url))
    from (
      select rated.name, title, homepage, licence, licence_url
      from (select distinct provider as name from ratings) rated
      left join providers on providers.name = rated.name order by rated.name)) as credits
from (
  select poll.at, poll.code in ({ANSWER_CODES}) as answered
  from feeds feed
  join polls poll on poll.id = (select last.id from polls last where last.feed_id = feed.id order by at desc limit 1)
  where feed.state <> 'unlisted'
)
"""


async def edition(db: Reader) -> Edition:
    rows = await db.execute(_EDITION, {})
    return Edition(**dict(rows.first()))


_LATEST_DAY = """
select substr(last_published, 1, 10) as day from stories
where state <> 'merged' and last_published < :after order by last_published desc limit 1
"""
_NEXT_DAY = """
select substr(last_published, 1, 10) as day from stories
where state <> 'merged' and last_published >= :since order by last_published limit 1
"""


async def days(db: Reader, asked: str | None) -> Days | None:
    """Finds the day asked for, or the latest that has stories; None where there is no story at all."""
    day = asked or await _day(db, _LATEST_DAY, after="~")
    if day is None:
        return None
    return Days(day, await _day(db, _LATEST_DAY, after=day), await _day(db, _NEXT_DAY, since=day_after(day)))


async def _day(db: Reader, sql: str, **parameters: object) -> str | None:
    row = (await db.execute(sql, parameters)).first()
    return str(row["day"]) if row else None


def day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


# A word that half of all articles hold would make the search as slow as the file is large.
SEARCH_LIMIT = 2000

_CHOSEN = f"""
  story.state <> 'merged' and story.last_published >= :since and story.last_published < :until
  and (:language is null or exists (
    select 1 from story_articles member join articles article on article.id = member.article_id
    where member.story_id = story.id and article.language = :language))
  and (:match is null or story.id in (
    select member.story_id from story_members member where member.article_id in (
      select rowid from articles_fts where articles_fts match :match order by rowid desc limit {SEARCH_LIMIT})))
"""
_STORIES = f"""
select {STORY_COLUMNS} from stories story
where {_CHOSEN} and story.origins >= :least
order by story.origins desc, story.last_published desc, story.id limit :limit
"""
_COUNTS = f"""
select count(case when story.origins > 1 then 1 end) as stories,
  count(case when story.origins = 1 then 1 end) as singles, coalesce(sum(story.articles), 0) as articles
from stories story where {_CHOSEN}
"""


def _chosen(choice: Choice) -> dict[str, object]:
    return {
        "since": choice.first,
        "until": day_after(choice.last),
        "language": choice.language,
        "match": fts_query(choice.words) if choice.words else None,
    }


def fts_query(words: str) -> str | None:
    """Turns what a person typed into a query that holds for every input: each word quoted, all of them wanted.

    >>> fts_query("O'Neil said \\"no")
    '"O\\'Neil" "said" "no"'
    """
    quoted = [f'"{word}"' for word in words.replace('"', " ").split() if any(letter.isalnum() for letter in word)]
    return " ".join(quoted) or None


async def stories(db: Reader, choice: Choice, *, least_origins: int, limit: int) -> list[StoryRow]:
    """Lists stories, those of most independent origins first."""
    rows = await db.execute(_STORIES, {**_chosen(choice), "least": least_origins, "limit": limit})
    return [StoryRow(**dict(row)) for row in rows.rows]


async def counts(db: Reader, choice: Choice) -> Counts:
    return Counts(**dict((await db.execute(_COUNTS, _chosen(choice))).first()))


_LANGUAGES = """
select article.language, count(distinct member.story_id) as stories
from stories story
join story_articles member on member.story_id = story.id
join articles article on article.id = member.article_id
where story.state <> 'merged' and story.last_published >= :since and story.last_published < :until
  and article.language is not null
group by article.language order by stories desc, article.language
"""


async def languages(db: Reader, choice: Choice) -> list[str]:
    """Lists the languages of the articles in the days' stories, the most frequent first."""
    rows = await db.execute(_LANGUAGES, {"since": choice.first, "until": day_after(choice.last)})
    return [row["language"] for row in rows.rows]

"""All SQL of the pages, as functions of the published database that return frozen rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from aggregator.models import Reason


class Reader(Protocol):
    """What the pages use of Datasette's Database."""

    async def execute(self, sql: str, params: Mapping[str, object]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Edition:
    """What the published file says of itself; times are None where nothing was run or polled."""

    provider: str
    made: str | None
    feeds: int
    answered: int
    polled: str | None


@dataclass(frozen=True, slots=True)
class Days:
    """A day that has stories, and its neighbours that have some."""

    day: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories a reader asked for; `first` and `last` are days, both included."""

    first: str
    last: str
    language: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    stories: int
    singles: int
    articles: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    id: int
    title: str
    language: str | None
    state: str
    merged_into: int | None
    articles: int
    outlets: int
    owners: int
    origins: int
    first_published: str
    last_published: str
    changed: int
    languages: int


@dataclass(frozen=True, slots=True)
class LeanCount:
    """How often a lean stands in a story: in independent origins, and in outlets, reprints counted."""

    story_id: int
    lean: int | None
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Blindspot:
    story_id: int
    side: str
    expected: float | None
    observed: int
    p: float | None
    polled_outlets: int
    rated_origins: int
    opens: str
    closes: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Silent:
    """An outlet of a side that left a story out, and whether one of its feeds answered while the story ran."""

    outlet: str
    domain: str
    answered: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    article_id: int
    title: str
    url: str
    language: str | None
    kind: str
    scope: str
    published: str | None
    first_seen: str
    outlet: str
    domain: str | None
    owner: str | None
    lean: int | None
    independent: int
    origin_id: int | None
    origin_kind: str | None
    score: float
    provisional: int
    matched_title: str | None
    reasons: str

    @property
    def at(self) -> str:
        return self.published or self.first_seen

    def why(self) -> tuple[Reason, ...]:
        return tuple(Reason(**term | {"words": tuple(term["words"])}) for term in json.loads(self.reasons))


@dataclass(frozen=True, slots=True)
class RatingRow:
    """What a provider's rating says of an article; `extrapolated` = it was published before the first known rating."""

    article_id: int
    provider: str
    lean: int | None
    label: str | None
    rating_scope: str | None
    rating_valid_from: str | None
    extrapolated: int
    side: str


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    article_id: int
    seen: str
    old: str
    new: str


_EDITION = """
select (select value from settings where key = 'provider') as provider,
  (select max(finished) from runs) as made, count(*) as feeds, count(case when answered then 1 end) as answered,
  max(at) as polled
from (
  select poll.at, poll.code in ('ok', 'not_modified', 'unchanged', 'empty') as answered
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
    select member.story_id from story_articles member where member.article_id in (
      select rowid from articles_fts where articles_fts match :match order by rowid desc limit {SEARCH_LIMIT})))
"""
_STORY_COLUMNS = """
  story.id, story.title, story.state, story.merged_into, story.articles, story.outlets, story.owners, story.origins,
  coalesce(story.first_published, story.first_seen) as first_published,
  coalesce(story.last_published, story.first_seen) as last_published,
  (select article.language from story_articles member join articles article on article.id = member.article_id
    where member.story_id = story.id and article.title = story.title limit 1) as language,
  (select count(distinct revision.article_id) from story_articles member
    join revisions revision on revision.article_id = member.article_id and revision.field = 'title'
    where member.story_id = story.id) as changed,
  (select count(distinct article.language) from story_articles member
    join articles article on article.id = member.article_id where member.story_id = story.id) as languages
"""
_STORIES = f"""
select {_STORY_COLUMNS} from stories story
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


_STORY = f"select {_STORY_COLUMNS} from stories story where story.id = :story"


async def story(db: Reader, story_id: int) -> StoryRow | None:
    row = (await db.execute(_STORY, {"story": story_id})).first()
    return StoryRow(**dict(row)) if row else None


_LEAN_COUNTS = """
select story_id, lean, sum(independent) as origins, count(distinct outlet_id) as outlets
from story_members where story_id in (select value from json_each(:stories)) group by story_id, lean
"""


async def lean_counts(db: Reader, story_ids: Iterable[int]) -> list[LeanCount]:
    rows = await db.execute(_LEAN_COUNTS, {"stories": json.dumps(list(story_ids))})
    return [LeanCount(**dict(row)) for row in rows.rows]


_BLINDSPOTS = """
select story_id, side, expected, observed, p, polled_outlets, rated_origins, opens, closes, verdict
from blindspots where story_id in (select value from json_each(:stories)) order by story_id, side
"""


async def blindspots(db: Reader, story_ids: Iterable[int]) -> list[Blindspot]:
    rows = await db.execute(_BLINDSPOTS, {"stories": json.dumps(list(story_ids))})
    return [Blindspot(**dict(row)) for row in rows.rows]


# The rating in force: of one outlet's ratings, which follow one another, the first that ends after the day.
_SILENT = """
select outlet.name as outlet, outlet.domain,
  max(poll.code in ('ok', 'not_modified', 'unchanged', 'empty')) as answered
from polls poll
join feeds feed on feed.id = poll.feed_id
join outlets outlet on outlet.id = feed.outlet_id
where poll.at between :opens and :closes
  and (select case sign(rating.lean) when -1 then 'left' when 0 then 'center' when 1 then 'right' end
    from ratings rating where rating.outlet_id = outlet.id and rating.scope = 'news'
      and rating.provider = (select value from settings where key = 'provider')
      and coalesce(rating.valid_to, '~') > substr(:opens, 1, 10) order by rating.valid_from limit 1) = :side
group by outlet.id order by outlet.name
"""


async def silent(db: Reader, spot: Blindspot) -> list[Silent]:
    """Lists the outlets of a side that were asked while a story ran."""
    rows = await db.execute(_SILENT, {"opens": spot.opens, "closes": spot.closes, "side": spot.side})
    return [Silent(**dict(row)) for row in rows.rows]


MEMBERS = """
select placed.article_id, article.title, article.url, article.language, article.kind, article.scope, article.published,
  article.first_seen, outlet.name as outlet, outlet.domain, outlet.owner, member.lean, member.independent,
  member.origin_id, origin.kind as origin_kind, placed.score, placed.provisional, matched.title as matched_title,
  placed.reasons
from story_articles placed
join story_members member on member.article_id = placed.article_id
join articles article on article.id = placed.article_id
join outlets outlet on outlet.id = article.outlet_id
left join origins origin on origin.id = member.origin_id
left join articles matched on matched.id = placed.matched_article_id
where placed.story_id = :story
order by coalesce(article.published, article.first_seen), article.id
"""


async def members(db: Reader, story_id: int) -> list[MemberRow]:
    """Lists the articles of a story, the earliest first."""
    rows = await db.execute(MEMBERS, {"story": story_id})
    return [MemberRow(**dict(row)) for row in rows.rows]


_RATINGS = """
select article_id, provider, lean, label, rating_scope, rating_valid_from, extrapolated, side
from articles_with_bias_by_provider
where article_id in (select article_id from story_articles where story_id = :story) order by article_id, provider
"""


async def ratings(db: Reader, story_id: int) -> list[RatingRow]:
    """Lists what each provider's rating says of each article of a story."""
    rows = await db.execute(_RATINGS, {"story": story_id})
    return [RatingRow(**dict(row)) for row in rows.rows]


_HEADLINES = """
select revision.article_id, revision.seen, coalesce(revision.old, '') as old, coalesce(revision.new, '') as new
from revisions revision join story_articles member on member.article_id = revision.article_id
where member.story_id = :story and revision.field = 'title' order by revision.seen, revision.id
"""


async def headline_changes(db: Reader, story_id: int) -> list[HeadlineChange]:
    rows = await db.execute(_HEADLINES, {"story": story_id})
    return [HeadlineChange(**dict(row)) for row in rows.rows]

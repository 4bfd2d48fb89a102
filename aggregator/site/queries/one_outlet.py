"""What an outlet's page asks: what it is, how it is rated and polled, what it covered, left out and shares."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from aggregator.site.queries.outlet_rows import (
    Candidate,
    Covered,
    FailedPoll,
    KnownOutlet,
    OutletCounts,
    OutletRating,
    OutletRow,
    PollCount,
    Similar,
)
from aggregator.site.queries.rows import HeadlineChange, Reader
from aggregator.store.health import COLUMNS, FeedHealth
from aggregator.store.views.coverage import ANSWER_CODES
from aggregator.store.views.ratings import foreign_scale

_OUTLET = """
select id, domain, name, homepage, country, owner, ownership_type, description, youtube, listed,
  (select json_group_array(prefix) from outlet_domains where outlet_id = outlets.id and prefix <> outlets.domain)
    as domains,
  (select json_group_array(name) from outlet_names where outlet_id = outlets.id and name <> outlets.name) as names
from outlets
"""


async def outlet(db: Reader, outlet_id: int) -> OutletRow | None:
    row = (await db.execute(f"{_OUTLET} where id = :outlet", {"outlet": outlet_id})).first()
    return OutletRow(**dict(row)) if row else None


_BY_DOMAIN = """
select id, domain, name from outlets where domain = :domain
union
select outlet.id, outlet.domain, outlet.name
from outlet_domains known join outlets outlet on outlet.id = known.outlet_id where known.prefix = :domain
"""


async def outlet_at(db: Reader, domain: str) -> KnownOutlet | None:
    """Finds the outlet of a domain, whether that is its first one or another."""
    row = (await db.execute(_BY_DOMAIN, {"domain": domain})).first()
    return KnownOutlet(**dict(row)) if row else None


_KNOWN = """
select id, domain, coalesce(domain, name) as name from outlets
union
select outlet.id, outlet.domain, known.prefix
from outlet_domains known join outlets outlet on outlet.id = known.outlet_id
union
select outlet.id, outlet.domain, known.name
from outlet_names known join outlets outlet on outlet.id = known.outlet_id
"""


async def known_outlets(db: Reader) -> list[KnownOutlet]:
    """Lists all that outlets go by."""
    rows = await db.execute_fn(lambda connection: connection.execute(_KNOWN).fetchall())
    return [KnownOutlet(**dict(row)) for row in rows]


_SAME_OWNER = """
select outlet.id, outlet.domain, outlet.name from outlets outlet
join outlet_counts counts on counts.outlet_id = outlet.id
where outlet.owner = (select owner from outlets where id = :outlet) and outlet.id <> :outlet
order by counts.articles desc, outlet.name limit :limit
"""


async def same_owner(db: Reader, outlet_id: int, limit: int) -> list[KnownOutlet]:
    """Lists the other outlets of an outlet's owner, those of most articles first."""
    rows = await db.execute(_SAME_OWNER, {"outlet": outlet_id, "limit": limit})
    return [KnownOutlet(**dict(row)) for row in rows.rows]


_REMOVED = """
select max(at) as at from overrides
where kind = 'forget' and value = 'outlet:' || :domain and undone is null
"""


async def outlet_removed(db: Reader, domain: str) -> str | None:
    """Returns when all that an outlet published was removed on request, None where it was not."""
    row = (await db.execute(_REMOVED, {"domain": domain})).first()
    return str(row["at"]) if row and row["at"] else None


async def outlet_counts(db: Reader, outlet_id: int) -> OutletCounts:
    row = (await db.execute("select * from outlet_counts where outlet_id = :outlet", {"outlet": outlet_id})).first()
    return OutletCounts(**dict(row))


_RATINGS = """
select provider, scope, label, lean, score, confidence, factual_reporting, source_url, valid_from, valid_to
from ratings where outlet_id = :outlet
order by provider, case scope when 'news' then 0 when 'opinion' then 1 else 2 end, valid_from
"""


async def outlet_ratings(db: Reader, outlet_id: int) -> list[OutletRating]:
    """Lists every rating of an outlet by provider and scope, the earliest first."""
    return [OutletRating(**dict(row)) for row in (await db.execute(_RATINGS, {"outlet": outlet_id})).rows]


_FOREIGN = f"""
select distinct provider.name, provider.scale
from ratings rating join providers provider on provider.name = rating.provider
join outlets outlet on outlet.id = rating.outlet_id
where rating.outlet_id = :outlet and {foreign_scale("outlet.country", "provider.scale")} order by provider.name
"""


async def foreign_scales(db: Reader, outlet_id: int) -> dict[str, str]:
    """Maps who rates an outlet on the scale of another country than its own to that country."""
    rows = await db.execute(_FOREIGN, {"outlet": outlet_id})
    return {row["name"]: row["scale"] for row in rows.rows}


_FEEDS = f"""
select {", ".join(COLUMNS)} from feed_health
where feed_id in (select id from feeds where outlet_id = :outlet) order by state = 'unlisted', url
"""


async def outlet_feeds(db: Reader, outlet_id: int) -> list[FeedHealth]:
    return [FeedHealth(**dict(row)) for row in (await db.execute(_FEEDS, {"outlet": outlet_id})).rows]


async def feed_languages(db: Reader, outlet_id: int) -> list[str | None]:
    rows = await db.execute("select distinct language from feeds where outlet_id = :outlet", {"outlet": outlet_id})
    return [row["language"] for row in rows.rows]


_ANSWERED = f"code in ({ANSWER_CODES})"
_POLLS = f"""
select feed_id, count(*) as polls, count(case when {_ANSWERED} then 1 end) as answered
from polls where feed_id in (select id from feeds where outlet_id = :outlet) and at >= :since group by feed_id
"""
_FAILED = f"""
select feed_id, at, code, status from polls
where feed_id in (select id from feeds where outlet_id = :outlet) and at >= :since and not {_ANSWERED}
order by at desc, id desc limit :limit
"""


async def poll_counts(db: Reader, outlet_id: int, since: str) -> list[PollCount]:
    rows = await db.execute(_POLLS, {"outlet": outlet_id, "since": since})
    return [PollCount(**dict(row)) for row in rows.rows]


async def failed_polls(db: Reader, outlet_id: int, since: str, limit: int) -> list[FailedPoll]:
    """Lists the polls without an answer, the latest first."""
    rows = await db.execute(_FAILED, {"outlet": outlet_id, "since": since, "limit": limit})
    return [FailedPoll(**dict(row)) for row in rows.rows]


_BY_DAY = """
select published_day as day, count(*) as articles from articles
where outlet_id = :outlet and published_day > :after and published_day <= :last group by published_day
"""


async def articles_by_day(db: Reader, outlet_id: int, last: str, days: int) -> list[tuple[str, int]]:
    """Counts an outlet's articles on each of so many days up to the last, days without any included."""
    end = date.fromisoformat(last)
    wanted = [(end - timedelta(days=back)).isoformat() for back in range(days - 1, -1, -1)]
    after = (end - timedelta(days=days)).isoformat()
    rows = await db.execute(_BY_DAY, {"outlet": outlet_id, "after": after, "last": last})
    found = {row["day"]: row["articles"] for row in rows.rows}
    return [(day, found.get(day, 0)) for day in wanted]


_CHANGES = """
select revision.article_id, revision.seen, coalesce(revision.old, '') as old, coalesce(revision.new, '') as new
from revisions revision join articles article on article.id = revision.article_id
where article.outlet_id = :outlet and revision.field = 'title' and article.published_day > :after
order by revision.seen desc, revision.id desc limit :limit
"""


async def outlet_changes(db: Reader, outlet_id: int, after: str, limit: int) -> list[HeadlineChange]:
    """Lists changed headlines of articles published after a day, the latest change first."""
    rows = await db.execute(_CHANGES, {"outlet": outlet_id, "after": after, "limit": limit})
    return [HeadlineChange(**dict(row)) for row in rows.rows]


# Eight stories of several origins are found in so many where one article in fifty is in such a story; all articles of
# an outlet of a hundred thousand would take longer than a page may.
_LATEST_ARTICLES = 400
_COVERED = f"""
select story.id as story_id, story.title, story.origins, story.outlets,
  coalesce(story.last_published, story.first_seen) as last_published,
  (select named.language from story_articles placed join articles named on named.id = placed.article_id
    where placed.story_id = story.id and named.title = story.title limit 1) as language,
  article.title as article_title, article.url as article_url, article.language as article_language,
  member.independent, member.retold
from (
  select min(member.article_id) as article_id, member.story_id
  from (select id from articles where outlet_id = :outlet order by published_day desc, id desc limit {_LATEST_ARTICLES})
    latest
  join story_members member on member.article_id = latest.id group by member.story_id
) found
join stories story on story.id = found.story_id and story.origins > 1
join articles article on article.id = found.article_id
join story_members member on member.article_id = found.article_id
order by story.last_published desc, story.id desc limit :limit
"""


def covered_question(outlet_id: int, limit: int) -> tuple[str, dict[str, object]]:
    """Writes the question for the latest stories of several origins that an outlet has an article in."""
    return _COVERED, {"outlet": outlet_id, "limit": limit}


async def covered(db: Reader, outlet_id: int, limit: int) -> list[Covered]:
    """Lists the latest stories of several origins that an outlet has an article in."""
    rows = await db.execute(*covered_question(outlet_id, limit))
    return [Covered(**dict(row)) for row in rows.rows]


# How a story is rated is asked of the most widely covered alone: a busy week has tens of thousands. With `+origins` the
# index of the week is used, which has the origins too; that of the origins would go through all years.
_MOST_COVERED = 2000
# Whether the outlet was looked at is asked of story_polls, for these stories and this outlet alone. A merged story is
# not among them: it has no origin. An address gives a number as text, which is more than any number.
_CANDIDATES = f"""
with widest as materialized (
  select id, origins, last_published from stories where last_published >= :since and +origins >= cast(:least as integer)
  order by origins desc, last_published desc, id limit {_MOST_COVERED}
),
chosen as materialized (
  select story.id from widest story cross join story_bias_by_provider bias
    on bias.story_id = story.id and bias.provider = :provider
  where bias.left + bias.center + bias.right >= cast(:least as integer)
  order by story.origins desc, story.last_published desc, story.id limit :limit
),
looked as materialized (
  select story_id, answered, closes from story_polls
  where outlet_id = :outlet and story_id in (select id from chosen)
)
select story.id as story_id, story.title, story.origins, story.outlets, story.last_published,
  story.thinned is not null as thinned,
  (select named.language from story_articles placed join articles named on named.id = placed.article_id
    where placed.story_id = story.id and named.title = story.title limit 1) as language,
  exists (
    select 1 from story_members mine where mine.story_id = story.id and mine.outlet_id = :outlet and not mine.retold
  ) as wrote,
  (select count(*) from story_members_by_provider member join articles article on article.id = member.article_id
    where member.story_id = story.id and member.provider = :provider and member.independent
      and member.side <> 'unrated' and article.language in (select value from json_each(:languages))) as in_language,
  looked.answered as looked_at, looked.closes
from chosen join stories story on story.id = chosen.id left join looked on looked.story_id = story.id
order by story.origins desc, story.last_published desc, story.id
"""


def candidates_question(
    outlet_id: int, provider: str, languages: Collection[str], *, since: str, least: int, limit: int
) -> tuple[str, dict[str, object]]:
    """Writes what `candidates` asks, and its parameters."""
    return _CANDIDATES.strip(), {"outlet": outlet_id, "provider": provider, "since": since, "least": least,
                                 "languages": json.dumps(list(languages)), "limit": limit}  # fmt: skip


async def candidates(db: Reader, question: tuple[str, Mapping[str, object]]) -> list[Candidate]:
    """Lists the stories of most origins since a time, of which at least so many are rated by the provider."""
    return [Candidate(**dict(row)) for row in (await db.execute(*question)).rows]


_SIMILAR = """
select other.domain, pair.other_id as outlet_id, pair.other as outlet, pair.shared, pair.either, pair.jaccard,
  pair.stories, pair.other_stories, pair.shared_with_reprints
from agenda_similarity pair join outlets other on other.id = pair.other_id
where pair.outlet_id = :outlet and pair.shared >= :least
order by pair.jaccard desc, pair.shared desc, pair.other_id limit :limit
"""


async def similar(db: Reader, outlet_id: int, *, least: int, limit: int) -> list[Similar]:
    """Lists the outlets that wrote on most of the same stories, by Jaccard index."""
    rows = await db.execute(_SIMILAR, {"outlet": outlet_id, "least": least, "limit": limit})
    return [Similar(**dict(row)) for row in rows.rows]

"""What a story's page asks: the story, its members, how each is rated, and who was silent."""

from __future__ import annotations

from aggregator.site.queries.rows import (
    Blindspot,
    HeadlineChange,
    LastRun,
    MemberRow,
    Range,
    RatingRow,
    Reader,
    Shares,
    Silent,
    StoryRow,
)  # fmt: skip
from aggregator.site.queries.shared import STORY_COLUMNS, members_table

_STORY = f"select {STORY_COLUMNS} from stories story where story.id = :story"


async def story(db: Reader, story_id: int) -> StoryRow | None:
    row = (await db.execute(_STORY, {"story": story_id})).first()
    return StoryRow(**dict(row)) if row else None


async def removed(db: Reader, story_id: int) -> str | None:
    """Returns when a story's last article was removed on request, None where that is not why it is empty."""
    row = (await db.execute("select removed from stories where id = :story", {"story": story_id})).first()
    return str(row["removed"]) if row and row["removed"] else None


async def leads_here(db: Reader, story_id: int) -> list[int]:
    """Lists the numbers of the stories that were merged into one, and lead to it."""
    rows = await db.execute("select id from stories where merged_into = :story order by id", {"story": story_id})
    return [int(row["id"]) for row in rows.rows]


async def thinned(db: Reader, story_id: int) -> str | None:
    """Returns when an article of a story was last removed on request, None where none was."""
    row = (await db.execute("select thinned from stories where id = :story", {"story": story_id})).first()
    return str(row["thinned"]) if row and row["thinned"] else None


_SILENT = """
select outlet, domain, answered, counted, failed, awaited from story_polls_by_provider
where story_id = :story and side = :side and provider = :provider and (asked or answered or awaited) order by outlet
"""


async def silent(db: Reader, spot: Blindspot) -> list[Silent]:
    """Lists the outlets of a side that were asked for the time in which a story ran."""
    rows = await db.execute(_SILENT, {"story": spot.story_id, "side": spot.side, "provider": spot.provider})
    return [Silent(**dict(row)) for row in rows.rows]


_MEMBERS = """
select placed.article_id, article.title, article.url, article.language, article.kind, article.scope, article.published,
  article.first_seen, outlet.name as outlet, outlet.domain, outlet.owner, article.outlet_id, member.lean,
  member.independent, member.origin_id, origin.kind as origin_kind, placed.score, placed.provisional,
  matched.title as matched_title, placed.reasons, placed.matched_article_id, origin.representative_id,
  coalesce((
    select known.name from outlet_domains told join outlets known on known.id = told.outlet_id
    where told.prefix = article.carrier
  ), article.carrier) as carrier, article.text_kind
from story_articles placed
join {table} member on member.article_id = placed.article_id and member.provider = :provider
join articles article on article.id = placed.article_id
join outlets outlet on outlet.id = article.outlet_id
left join origins origin on origin.id = member.origin_id
left join articles matched on matched.id = placed.matched_article_id
where placed.story_id = :story
order by coalesce(article.published, article.first_seen), article.id
"""


def members_sql(provider: str, default: str) -> str:
    """Writes the question that a story's page asks: the story is :story, the provider :provider."""
    return _MEMBERS.format(table=members_table(provider, default)).strip()


async def members(db: Reader, story_id: int, provider: str, default: str) -> list[MemberRow]:
    """Lists the articles of a story, the earliest first."""
    rows = await db.execute(members_sql(provider, default), {"story": story_id, "provider": provider})
    return [MemberRow(**dict(row)) for row in rows.rows]


OUTLETS = """
select outlet.name as outlet, coalesce(outlet.owner, outlet.domain, outlet.name) as owner, count(*) as articles,
  sum(member.independent) as independent
from story_members member join outlets outlet on outlet.id = member.outlet_id
where member.story_id = :story and not member.retold group by outlet.id order by owner, outlet
""".strip()

# A row an outlet and side: one whose opinion is rated otherwise than its news may stand on two.
OUTLETS_BY_SIDE = """
select member.side, outlet.name as outlet, count(*) as articles, sum(member.independent) as independent
from story_members_by_provider member join outlets outlet on outlet.id = member.outlet_id
where member.story_id = :story and member.provider = :provider and not member.retold
group by member.side, outlet.id order by member.side, outlet
""".strip()

_RATINGS = """
select article_id, provider, lean, label, rating_scope, rating_valid_from, extrapolated, side, lean_today, borrowed,
  foreign_scale, (select scale from providers where name = provider) as scale, scope
from articles_with_bias_by_provider
where article_id in (select article_id from story_articles where story_id = :story) order by article_id, provider
"""


async def ratings(db: Reader, story_id: int) -> list[RatingRow]:
    """Lists what each provider's rating says of each article of a story."""
    rows = await db.execute(_RATINGS, {"story": story_id})
    return [RatingRow(**dict(row)) for row in rows.rows]


_SHARES = """
select share.origins, rated_origins, bias.left, center, right, left_share, center_share, right_share, rated_outlets,
  left_outlets, center_outlets, right_outlets, unrated_outlets, left_outlets_share, center_outlets_share,
  right_outlets_share
from story_shares share join story_bias_by_provider bias using (story_id, provider)
where story_id = :story and provider = :provider
"""


async def shares(db: Reader, story_id: int, provider: str) -> Shares | None:
    """Returns a story's distribution by a provider, None for one who rates no outlet at all."""
    row = (await db.execute(_SHARES, {"story": story_id, "provider": provider})).first()
    return Shares(**dict(row)) if row else None


_RANGES = """
select side, least, most, counts, providers, origins, leaders, leaders_differ
from story_bias_range where story_id = :story
order by case side when 'left' then 1 when 'center' then 2 when 'right' then 3 else 4 end
"""


async def ranges(db: Reader, story_id: int) -> list[Range]:
    """Lists how far each side's count depends on who rates, from left to right, the unrated last."""
    return [Range(**dict(row)) for row in (await db.execute(_RANGES, {"story": story_id})).rows]


_HEADLINES = """
select revision.article_id, revision.seen, coalesce(revision.old, '') as old, coalesce(revision.new, '') as new
from revisions revision join story_articles member on member.article_id = revision.article_id
where member.story_id = :story and revision.field = 'title' order by revision.seen, revision.id
"""


async def headline_changes(db: Reader, story_id: int) -> list[HeadlineChange]:
    rows = await db.execute(_HEADLINES, {"story": story_id})
    return [HeadlineChange(**dict(row)) for row in rows.rows]


_LAST_RUN = """
select (select id from runs where finished is not null order by id desc limit 1) as id,
  (select nullif(value, '') from settings where key = 'ratings_hash') as ratings_hash
"""


async def last_run(db: Reader) -> LastRun:
    """Returns the last run that is in the file, and the hash of the ratings that are."""
    return LastRun(**dict((await db.execute(_LAST_RUN, {})).first()))

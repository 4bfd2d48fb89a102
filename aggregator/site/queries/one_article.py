"""What an article's page asks: the article, its ratings, its place in a story, its text's origin, its changes."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.site.queries.rows import Reader


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as it is published; `carrier` is the name, or the domain, of who carried another's article."""

    id: int
    title: str
    url: str
    summary: str | None
    outlet: str
    domain: str | None
    outlet_id: int
    owner: str | None
    country: str | None
    carrier: str | None
    body_status: str | None
    byline: str | None
    language: str | None
    language_from: str | None
    section: str | None
    scope: str
    kind: str
    image: str | None
    published: str | None
    published_day: str
    first_seen: str
    last_seen: str
    word_count: int | None
    wire: str | None
    canonical: str | None
    original_kind: str | None
    flags: str
    description: str | None
    homepage: str | None
    text_kind: str
    topic: str | None = None
    topic_from: str | None = None
    topic_told: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A rating that an article's page prints, and our rating of that provider as of the day it was seen.

    `verdict` is same, different or unrated.
    """

    provider: str
    label: str
    lean: int | None
    seen: str
    our_label: str | None
    our_lean: int | None
    our_valid_from: str | None
    verdict: str


@dataclass(frozen=True, slots=True)
class ArticleRating:
    """A provider's rating of an article's outlet as of its day, with what else the provider says of it.

    `lean_today` is by the rating that holds on the day of the edition; the notes are those of RatingRow.
    """

    provider: str
    side: str
    lean: int | None
    label: str | None
    rating_scope: str | None
    rating_valid_from: str | None
    extrapolated: int
    borrowed: int
    foreign_scale: int | None
    lean_today: int | None
    scale: str | None
    scope: str
    valid_to: str | None
    confidence: str | None
    factual_reporting: str | None
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Placed:
    """An article's place in a story; what it was matched with may have been removed since."""

    story_id: int
    story_title: str
    articles: int
    origins: int
    score: float
    provisional: int
    reasons: str
    matched_article_id: int | None
    matched_title: str | None
    matched_language: str | None
    matched_outlet: str | None
    independent: int


@dataclass(frozen=True, slots=True)
class OriginRow:
    """The text that an article carries: by whom it is represented, how that was told, and how many carry it."""

    origin_id: int
    kind: str
    method: str
    score: float
    representative_id: int
    carried: int


@dataclass(frozen=True, slots=True)
class Other:
    """Another article that this one has to do with; `method` and `score` tell how."""

    id: int
    title: str
    language: str | None
    outlet: str
    domain: str | None
    outlet_id: int
    at: str
    story_id: int | None
    method: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """A headline or a summary before and after."""

    id: int
    seen: str
    field: str
    old: str
    new: str


ARTICLE = """
select article.id, article.title, article.url, article.summary, outlet.name as outlet, outlet.domain,
  article.outlet_id, outlet.owner, outlet.country,
  coalesce((
    select known.name from outlet_domains told join outlets known on known.id = told.outlet_id
    where told.prefix = article.carrier
  ), article.carrier) as carrier,
  article.body_status, article.byline, article.language, article.language_from, article.section, article.scope,
  article.kind, article.image, article.published, article.published_day, article.first_seen, article.last_seen,
  article.word_count, article.wire, article.canonical,
  (select original.kind from articles original where original.url = article.canonical) as original_kind,
  article.flags, outlet.description, outlet.homepage,
  article.text_kind, article.topic, article.topic_from, article.topic_told
from articles article join outlets outlet on outlet.id = article.outlet_id
where article.id = :article
""".strip()


async def article(db: Reader, article_id: int) -> ArticleRow | None:
    row = (await db.execute(ARTICLE, {"article": article_id})).first()
    return ArticleRow(**dict(row)) if row else None


async def printed_ratings(db: Reader, article_id: int) -> list[PrintedRow]:
    """Lists the ratings that an article's page prints, each beside ours."""
    rows = await db.execute(
        "select provider, label, lean, seen, our_label, our_lean, our_valid_from, verdict from printed_ratings_compared"
        " where article_id = :article order by provider collate nocase, seen, label",
        {"article": article_id},
    )
    return [PrintedRow(**dict(row)) for row in rows.rows]


async def article_removed(db: Reader, article_id: int) -> str | None:
    """Returns when an article was removed on request, None where that was not, or was taken back."""
    rows = await db.execute(
        "select max(at) as at from overrides where kind = 'forget' and undone is null and value = :value",
        {"value": f"article:a{article_id}"},
    )
    row = rows.first()
    return str(row["at"]) if row and row["at"] else None


_RATINGS = """
select bias.provider, bias.side, bias.lean, bias.label, bias.rating_scope, bias.rating_valid_from, bias.extrapolated,
  bias.borrowed, bias.foreign_scale, bias.lean_today, provider.scale, bias.scope, rating.valid_to, rating.confidence,
  rating.factual_reporting, rating.source_url
from articles_with_bias_by_provider bias
left join providers provider on provider.name = bias.provider
left join ratings rating on rating.id = bias.rating_id
where bias.article_id = :article order by bias.provider collate nocase
"""


async def article_ratings(db: Reader, article_id: int) -> list[ArticleRating]:
    """Lists what each provider's rating says of an article's outlet as of its day."""
    rows = await db.execute(_RATINGS, {"article": article_id})
    return [ArticleRating(**dict(row)) for row in rows.rows]


_PLACED = """
select placed.story_id, story.title as story_title, story.articles, story.origins, placed.score, placed.provisional,
  placed.reasons, placed.matched_article_id, matched.title as matched_title, matched.language as matched_language,
  outlet.name as matched_outlet, member.independent
from story_articles placed
join stories story on story.id = placed.story_id
join story_members member on member.article_id = placed.article_id
left join articles matched on matched.id = placed.matched_article_id
left join outlets outlet on outlet.id = matched.outlet_id
where placed.article_id = :article
"""


async def placed(db: Reader, article_id: int) -> Placed | None:
    """Returns where an article stands, None where it has no story yet."""
    row = (await db.execute(_PLACED, {"article": article_id})).first()
    return Placed(**dict(row)) if row else None


_ORIGIN = """
select copy.origin_id, origin.kind, copy.method, copy.score, origin.representative_id,
  (select count(*) from copies other where other.origin_id = copy.origin_id) as carried
from copies copy join origins origin on origin.id = copy.origin_id where copy.article_id = :article
"""


async def origin(db: Reader, article_id: int) -> OriginRow | None:
    row = (await db.execute(_ORIGIN, {"article": article_id})).first()
    return OriginRow(**dict(row)) if row else None


_OTHER = """
select article.id, article.title, article.language, outlet.name as outlet, outlet.domain, article.outlet_id,
  coalesce(article.published, article.first_seen) as at, placed.story_id, {how}
from {table} joined
join articles article on article.id = joined.article_id
join outlets outlet on outlet.id = article.outlet_id
left join story_articles placed on placed.article_id = article.id
where joined.{column} = :of and article.id <> :article order by at, article.id limit :limit
"""
_CARRYING = _OTHER.format(how="joined.method, joined.score", table="copies", column="origin_id")
_JOINED = _OTHER.format(how="null as method, joined.score", table="story_articles", column="matched_article_id")


async def carrying(db: Reader, origin_id: int, article_id: int, limit: int) -> list[Other]:
    """Lists the other articles that carry a text, the earliest first."""
    rows = await db.execute(_CARRYING, {"of": origin_id, "article": article_id, "limit": limit})
    return [Other(**dict(row)) for row in rows.rows]


async def joined_with(db: Reader, article_id: int, limit: int) -> list[Other]:
    """Lists the articles that came into a story because they are like this one, the earliest first."""
    rows = await db.execute(_JOINED, {"of": article_id, "article": article_id, "limit": limit})
    return [Other(**dict(row)) for row in rows.rows]


async def article_changes(db: Reader, article_id: int) -> list[Change]:
    """Lists what was changed of an article's headline and summary, the earliest first."""
    rows = await db.execute(
        "select id, seen, field, coalesce(old, '') as old, coalesce(new, '') as new from revisions"
        " where article_id = :article order by seen, id",
        {"article": article_id},
    )
    return [Change(**dict(row)) for row in rows.rows]


async def feeds_of(db: Reader, outlet_id: int) -> int:
    """Counts the feeds of an outlet that are listed."""
    rows = await db.execute(
        "select count(*) as feeds from feeds where outlet_id = :outlet and state <> 'unlisted'", {"outlet": outlet_id}
    )
    return int(rows.first()["feeds"])

"""How articles meet ratings: the verdict in force on the day of publication, by the article's own scope."""

from __future__ import annotations

from collections.abc import Callable

from aggregator.store.views.kept import Kept

# "Today" is the day of the last run: a published file must say the same tomorrow.
TODAY = "coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')"
DEFAULT_PROVIDER = "select value as provider from settings where key = 'provider'"

# Center and left are two steps apart, lean left and lean right too. One step is common: of the 199 outlets that both
# providers of ratings.csv placed in November 2026, 75 lay one step apart and 5 lay two or more.
FAR_APART = 2


def rating_in_force(outlet: str, provider: str, scope: str, day: str) -> str:
    """Writes the SQL for an outlet's rating on a day: of ratings that follow one another, the first that ends after it.

    Before the first known date that is the first one, which the view's `extrapolated` says.
    """
    return f"""(
      select rating.id from ratings rating
      where rating.outlet_id = {outlet} and rating.provider = {provider} and rating.scope = {scope}
        and coalesce(rating.valid_to, '~') > {day}
      order by rating.valid_from limit 1
    )"""


def known_rating(outlet: str, provider: str, scope: str, day: str) -> str:
    """Writes the SQL for the rating that an outlet is known to have had on a day; none before the first known date."""
    return f"""(
      select rating.id from ratings rating
      where rating.outlet_id = {outlet} and rating.provider = {provider} and rating.scope = {scope}
        and rating.valid_from <= {day}
      order by rating.valid_from desc limit 1
    )"""


def article_rating(day: str, rating: Callable[[str, str, str, str], str] = rating_in_force) -> str:
    """Writes the SQL for an article's rating on a day.

    An article takes the rating of its own scope where its outlet has such a rating, and that of its news otherwise,
    which the view's `borrowed` says. An opinion rating that is first known from a later day goes before a news rating
    of the day itself: of the three outlets whose opinion AllSides rated both in late 2020 and in 2023 (Fox News, New
    York Times, Wall Street Journal) all kept that label, and none had it for its news in 2020.
    """
    own, news = (rating("article.outlet_id", "chosen.provider", scope, day) for scope in ("article.scope", "'news'"))
    return f"coalesce({own}, {news})"


SIDE = """case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end"""


def foreign_scale(country: str, scale: str) -> str:
    """Writes the SQL for whether a scale is another country's; NULL where the country or the scale is not told."""
    # outlets.csv writes the country in full; a file of one's own, or of a test, may write its code.
    return f"""(case when upper({country}) in ('US', 'USA', 'UNITED STATES OF AMERICA') then 'United States'
    else {country} end <> {scale} collate nocase)"""


# A text that a machine, or somebody who retells, made of an outlet's piece is no voice of the outlet's: only its
# carrier says that the outlet said so.
RETOLD = "({0}.text_kind <> 'publisher' and {0}.carrier is not null)"


def _articles_with_bias(providers: str) -> str:
    return f"""
select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  {SIDE} as side, rating.label, today.lean as lean_today, rating.scope as rating_scope,
  rating.valid_from as rating_valid_from, coalesce(rating.valid_from > found.published_day, 0) as extrapolated,
  coalesce(rating.scope <> found.scope, 0) as borrowed,
  case when rating.lean is not null then {foreign_scale("found.country", "provider.scale")} end as foreign_scale,
  found.outlet_id, found.scope, found.kind, found.language, found.published_day, rating.id as rating_id,
  found.retold
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    outlet.country, chosen.provider, article.outlet_id, article.scope, article.kind, article.language,
    article.published_day, {RETOLD.format("article")} as retold,
    {article_rating("article.published_day")} as rating_id,
    {article_rating(TODAY, known_rating)} as today_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join ({providers}) chosen
) found
left join ratings rating on rating.id = found.rating_id
left join ratings today on today.id = found.today_id
left join providers provider on provider.name = found.provider
"""


_RATERS = "select provider from ratings union select value from settings where key = 'provider'"

VIEWS: dict[str, str] = {
    "outlet_sides": f"""
select found.outlet_id, found.scope, found.day, found.provider, rating.lean, {SIDE} as side
from (
  select article.outlet_id, article.scope, article.published_day as day, chosen.provider,
    {article_rating("article.published_day")} as rating_id
  from (select distinct outlet_id, scope, published_day from articles) article cross join ({_RATERS}) chosen
) found
left join ratings rating on rating.id = found.rating_id
""",
    "articles_with_bias": _articles_with_bias(DEFAULT_PROVIDER),
    "articles_with_bias_by_provider": _articles_with_bias("select distinct provider from ratings"),
    "printed_ratings_compared": f"""
select said.article_id, said.outlet_id, said.outlet, said.provider, said.label, said.lean, said.seen,
  rating.label as our_label, rating.lean as our_lean, rating.valid_from as our_valid_from, rating.id as rating_id,
  case when rating.id is null then 'unrated'
    when rating.label = said.label collate nocase or rating.lean = said.lean then 'same' else 'different' end as verdict
from (
  select chosen.*, article.outlet_id, outlet.name as outlet,
    {article_rating("substr(chosen.seen, 1, 10)", known_rating)} as rating_id
  from printed_ratings chosen
  join articles article on article.id = chosen.article_id
  join outlets outlet on outlet.id = article.outlet_id
) said
left join ratings rating on rating.id = said.rating_id
""",
    # A day is one of observation: the move lies between the two days, and where the newer label was seen again later,
    # or the older one earlier, that is no move.
    "rating_changes": """
select later.id as rating_id, later.outlet_id, outlet.name as outlet, outlet.domain, later.provider, later.scope,
  earlier.label as from_label, earlier.lean as from_lean, later.label as to_label, later.lean as to_lean,
  later.lean - earlier.lean as steps, earlier.valid_from as last_known, later.valid_from as first_seen
from ratings later
join ratings earlier on earlier.outlet_id = later.outlet_id and earlier.provider = later.provider
  and earlier.scope = later.scope and earlier.valid_to = later.valid_from
join outlets outlet on outlet.id = later.outlet_id
where earlier.lean is not later.lean or (later.lean is null and earlier.label <> later.label)
""",
    "unrated_outlets": f"""
select
  lost.outlet_id, outlet.name, outlet.domain, lost.provider, lost.stories, lost.articles, lost.last_day,
  (
    select own.label from ratings own
    where own.id = {known_rating("lost.outlet_id", "lost.provider", "'news'", TODAY)}
  ) as label,
  (
    select group_concat(other.provider || ': ' || other.label, '; ') from (
      select rating.provider, rating.label
      from (select distinct provider from ratings) rater
      join ratings rating on rating.id = {known_rating("lost.outlet_id", "rater.provider", "'news'", TODAY)}
      where rater.provider <> lost.provider order by rating.provider
    ) other
  ) as rated_by
from (
  select bias.outlet_id, bias.provider, count(*) as articles, max(bias.published_day) as last_day,
    count(distinct case when story.origins > 1 then story.id end) as stories
  from articles_with_bias bias
  left join story_articles placed on placed.article_id = bias.article_id
  left join stories story on story.id = placed.story_id
  where bias.side = 'unrated'
  group by +bias.outlet_id
) lost
join outlets outlet on outlet.id = lost.outlet_id
""",
    "rater_disagreement": f"""
select
  outlet_id, outlet, domain, group_concat(provider || ': ' || label, '; ') as labels, count(lean) as providers,
  case when count(lean) > 1 then max(lean) - min(lean) end as spread,
  coalesce(max(lean) - min(lean), 0) >= {FAR_APART} as flag
from (
  select outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.provider, rating.label, rating.lean
  from outlets outlet
  join (select distinct provider from ratings) rater
  join ratings rating on rating.id = {known_rating("outlet.id", "rater.provider", "'news'", TODAY)}
  order by outlet.id, rating.provider
)
group by outlet_id
having count(*) > 1
""",
}

KEPT = {
    "outlet_sides": Kept(
        "", {"outlet_id": "outlets"}, (("outlet_id", "scope", "day", "provider", "side"),), {"side": str, "day": str}
    ),
    "articles_with_bias": Kept(
        "article_id",
        {"article_id": "articles", "outlet_id": "outlets", "rating_id": "ratings"},
        (("side", "published_day"), "domain", "outlet_id", "published_day", ("language", "published_day")),
        {"side": str},
    ),
    "unrated_outlets": Kept(
        "outlet_id",
        {"outlet_id": "outlets"},
        ("stories", "articles"),
        {"last_day": str, "label": str, "rated_by": str},
    ),
}

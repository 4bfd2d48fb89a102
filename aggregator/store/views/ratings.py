"""How articles meet ratings: the verdict in force on the day of publication, by the article's own scope."""

from __future__ import annotations

from collections.abc import Callable

from aggregator.store.views.kept import Kept

# "Today" is the day of the last run: a published file must say the same tomorrow.
TODAY = "coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')"
DEFAULT_PROVIDER = "select value as provider from settings where key = 'provider'"


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

# outlets.csv writes the country in full; a file of one's own, or of a test, may write its code.
_COUNTRY = """case when upper(found.country) in ('US', 'USA', 'UNITED STATES OF AMERICA') then 'United States'
    else found.country end"""
FOREIGN_SCALE = f"case when rating.lean is not null then {_COUNTRY} <> provider.scale collate nocase end"


def _articles_with_bias(providers: str) -> str:
    return f"""
select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  {SIDE} as side, rating.label, today.lean as lean_today, rating.scope as rating_scope,
  rating.valid_from as rating_valid_from, coalesce(rating.valid_from > found.published_day, 0) as extrapolated,
  coalesce(rating.scope <> found.scope, 0) as borrowed, {FOREIGN_SCALE} as foreign_scale,
  found.outlet_id, found.scope, found.kind, found.language, found.published_day, rating.id as rating_id
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    outlet.country, chosen.provider, article.outlet_id, article.scope, article.kind, article.language,
    article.published_day,
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


VIEWS: dict[str, str] = {
    "articles_with_bias": _articles_with_bias(DEFAULT_PROVIDER),
    "articles_with_bias_by_provider": _articles_with_bias("select distinct provider from ratings"),
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
    "unrated_outlets": """
select outlet.id as outlet_id, outlet.name, outlet.domain, count(article.id) as articles,
  max(article.published_day) as last_day
from outlets outlet join articles article on article.outlet_id = outlet.id
where not exists (
  select 1 from ratings rating
  where rating.outlet_id = outlet.id and rating.lean is not null
    and rating.provider = (select value from settings where key = 'provider')
)
group by outlet.id
""",
    "rater_disagreement": """
select outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  group_concat(latest.provider || ': ' || latest.label, '; ') as labels,
  count(latest.lean) as providers, max(latest.lean) - min(latest.lean) as spread
from outlets outlet
join ratings latest on latest.outlet_id = outlet.id and latest.scope = 'news' and latest.valid_to is null
group by outlet.id
having count(latest.lean) > 1
""",
}

KEPT = {
    "articles_with_bias": Kept(
        "article_id",
        {"article_id": "articles", "outlet_id": "outlets", "rating_id": "ratings"},
        ("side", "lean", "domain", "outlet_id", "published_day", "language", "scope", "kind"),
        {"side": str},
    ),
}

"""How stories are counted: who is a member, which text is independent, and how many stand on each side."""

from __future__ import annotations

from collections.abc import Mapping

from aggregator.store.views.kept import Kept
from aggregator.topics import NOT_TOLD

SIDES = ("left", "center", "right", "unrated")
# Of fewer rated origins nothing is told: no share, and nobody leads.
LEAST_RATED = "(select cast(value as integer) from settings where key = 'min_rated_origins')"


def leading(left: str, center: str, right: str) -> str:
    """Writes the SQL for the side of most rated origins: `tie` where two have as many, nothing where none is rated."""
    return f"""case
    when {left} > max({center}, {right}) then 'left'
    when {center} > max({left}, {right}) then 'center'
    when {right} > max({left}, {center}) then 'right'
    when {left} + {center} + {right} > 0 then 'tie'
  end"""


def _story_bias(members: str) -> str:
    return f"""
select counted.*, {leading("left", "center", "right")} as leading
from (
  select
    story_id, provider,
    count(case when independent and side = 'left' then 1 end) as left,
    count(case when independent and side = 'center' then 1 end) as center,
    count(case when independent and side = 'right' then 1 end) as right,
    count(case when independent and side = 'unrated' then 1 end) as unrated,
    sum(independent) as origins,
    count(distinct case when side = 'left' and not retold then outlet_id end) as left_outlets,
    count(distinct case when side = 'center' and not retold then outlet_id end) as center_outlets,
    count(distinct case when side = 'right' and not retold then outlet_id end) as right_outlets,
    count(distinct case when side = 'unrated' and not retold then outlet_id end) as unrated_outlets,
    count(distinct iif(retold, null, outlet_id)) as outlets,
    count(*) as articles
  from {members}
  group by story_id, provider
) counted
"""


# The same rows as of the view, by the sides that outlets had on each day, which are a table by then.
_SIDES_BY_PROVIDER = """(
  select member.story_id, member.independent, member.retold, member.outlet_id, sides.provider, sides.side
  from story_members member
  cross join articles article on article.id = member.article_id
  join outlet_sides sides on sides.outlet_id = article.outlet_id and sides.scope = article.scope
    and sides.day = article.published_day
  where sides.provider in (select provider from ratings)
)"""


def _shares(part: str, rated: str, all_of_it: str) -> str:
    """Writes the SQL for the shares of a distribution: the sides among the rated, the unrated among all."""
    sides = [
        f"case when rated_origins >= least then 1.0 * {side}{part} / {rated} end as {side}{part}_share"
        for side in SIDES[:-1]
    ]
    unrated = f"case when origins >= least then 1.0 * unrated{part} / {all_of_it} end as unrated{part}_share"
    return ",\n  ".join([*sides, unrated])


# An outlet with news and an opinion piece of another side stands on both: it counts once on each, and the shares are of
# these places, so that they sum to 1. Where the origins are too few for shares, so are the outlets, which repeat them.
_STORY_SHARES = f"""
select
  story_id, provider, origins, rated_origins,
  {_shares("", "rated_origins", "origins")},
  rated_outlets,
  {_shares("_outlets", "rated_outlets", "(rated_outlets + unrated_outlets)")}
from (
  select bias.*, bias.left + bias.center + bias.right as rated_origins,
    bias.left_outlets + bias.center_outlets + bias.right_outlets as rated_outlets,
    {LEAST_RATED} as least
  from story_bias_by_provider bias
)
"""


def _of_side(columns: Mapping[str, str]) -> str:
    """Writes the SQL that picks a side's own column for each name, by the side of the row."""
    picked = []
    for name, column in columns.items():
        cases = " ".join(f"when '{side}' then {column.format(side=side)}" for side in SIDES)
        picked.append(f"case sides.side {cases} end as {name}")
    return ", ".join(picked)


def _ranges(side: str) -> str:
    return f"""min({side}) as {side}_least, max({side}) as {side}_most,
    group_concat(provider || ' ' || {side}, ', ') as {side}_counts"""


_EACH_SIDE = " union all ".join(f"select '{side}' as side" for side in SIDES)
# Counted once for all sides. A story of one origin, as most are, has the range of its outlet's ratings and no more.
_STORY_BIAS_RANGE = f"""
select story_id, sides.side, {_of_side({"least": "{side}_least", "most": "{side}_most", "counts": "{side}_counts"})},
  providers, origins, leaders, leaders_differ
from (
  select story_id, {", ".join(_ranges(side) for side in SIDES)}, count(*) as providers, max(origins) as origins,
    group_concat(provider || ' ' || leading, ', ') as leaders, count(distinct leading) > 1 as leaders_differ
  from (
    select * from story_bias_by_provider where origins > 1 and left + center + right > 0 order by story_id, provider
  ) group by story_id
) cross join ({_EACH_SIDE}) sides
"""


def _by_lean(column: str) -> str:
    """Writes the SQL that tells how many independent members stand on each lean, as one text."""
    counts = [f"count(case when independent and {column} = {lean} then 1 end)" for lean in range(-2, 3)]
    return " || ',' || ".join(counts)


def _today(side: str, condition: str) -> str:
    return f"count(case when independent and {condition} then 1 end) as {side}_today"


# Of the stories with a member whose rating moved since; the others need not be counted.
_STORIES_THAT_CHANGE_COLOUR = f"""
select
  story_id, provider, left, center, right, unrated, left_today, center_today, right_today, unrated_today,
  {leading("left", "center", "right")} as leading,
  {leading("left_today", "center_today", "right_today")} as leading_today,
  moved, articles
from (
  select story_id, provider,
    count(case when independent and side = 'left' then 1 end) as left,
    count(case when independent and side = 'center' then 1 end) as center,
    count(case when independent and side = 'right' then 1 end) as right,
    count(case when independent and side = 'unrated' then 1 end) as unrated,
    {_today("left", "lean_today < 0")},
    {_today("center", "lean_today = 0")},
    {_today("right", "lean_today > 0")},
    {_today("unrated", "lean_today is null")},
    sum(lean is not lean_today) as moved, count(*) as articles,
    {_by_lean("lean")} as then_, {_by_lean("lean_today")} as now_
  from story_members
  where story_id in (select story_id from story_members where lean is not lean_today)
  group by story_id
) where then_ <> now_
"""

_COPY_REFERENCES = {
    "article_id": "articles", "into_article_id": "articles", "story_id": "stories", "outlet_id": "outlets",
    "origin_id": "origins",
}  # fmt: skip
_MEMBER_REFERENCES = {"article_id": "articles", "story_id": "stories", "outlet_id": "outlets", "origin_id": "origins"}

# A topic that more than half of the origins have: there is one at most, and a tie has none. Where a person ruled on a
# story as a whole, the articles that it had then speak for it: those that joined later do not outvote that word.
_STORY_TOPICS = f"""
with origin as (
  select member.story_id, article.topic, article.topic_from is 'person' and exists (
      select 1 from overrides ruling where ruling.article_a = article.id and ruling.kind = 'topic'
      and ruling.undone is null and (ruling.value like 's' || member.story_id || ' %' or exists (
        select 1 from stories gone where gone.merged_into = member.story_id
        and ruling.value like 's' || gone.id || ' %'))) as ruled
  from story_members member
  join articles article on article.id = member.article_id
  where member.independent
),
voice as (select *, max(ruled) over (partition by story_id) as on_the_whole from origin),
counted as (select story_id, topic, count(*) over (partition by story_id) as voices from voice
  where ruled = on_the_whole),
told as (
  select story_id, topic from counted group by story_id, topic
  having topic is not null and 2 * count(*) > max(voices)
)
select story.id as story_id, coalesce(told.topic, '{NOT_TOLD}') as topic
from stories story left join told on told.story_id = story.id
"""

VIEWS: dict[str, str] = {
    "story_members": """
select
  member.story_id, member.article_id, copy.origin_id,
  row_number() over (
    partition by member.story_id, coalesce(copy.origin_id, -member.article_id)
    order by bias.retold, origin.representative_id = member.article_id desc, bias.published is null, bias.published,
      member.article_id
  ) = 1 and not bias.retold as independent,
  bias.outlet_id, bias.outlet, bias.domain, bias.published, bias.provider, bias.lean, bias.side, bias.lean_today,
  bias.retold
from story_articles member
join articles_with_bias bias on bias.article_id = member.article_id
left join copies copy on copy.article_id = member.article_id
left join origins origin on origin.id = copy.origin_id
""",
    "story_members_by_provider": """
select member.story_id, member.article_id, member.origin_id, member.independent, member.outlet_id, member.outlet,
  member.domain, member.published, bias.provider, bias.lean, bias.side, bias.lean_today, member.retold
from story_members member
join articles_with_bias_by_provider bias on bias.article_id = member.article_id
""",
    "story_topics": _STORY_TOPICS,
    "story_bias": _story_bias("story_members"),
    "story_bias_by_provider": _story_bias("story_members_by_provider"),
    "story_shares": _STORY_SHARES,
    "story_bias_range": _STORY_BIAS_RANGE,
    "stories_that_change_colour": _STORIES_THAT_CHANGE_COLOUR,
    "story_copies": """
select
  copied.story_id, copied.article_id, copied.outlet_id, copied.outlet,
  stands.article_id as into_article_id, stands.outlet as into_outlet, copied.origin_id,
  origin.kind, copy.method, copy.score
from story_members copied
join story_members stands
  on stands.story_id = copied.story_id and stands.origin_id = copied.origin_id and stands.independent
join copies copy on copy.article_id = copied.article_id
join origins origin on origin.id = copied.origin_id
where not copied.independent
""",
    "story_timeline": """
select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id
""",
}

KEPT = {
    "story_members": Kept(
        "article_id",
        _MEMBER_REFERENCES,
        (("story_id", "outlet_id", "independent"), "outlet_id", "side", ("retold", "side")),
        {"side": str},
    ),
    "story_topics": Kept("story_id", {"story_id": "stories"}, ("topic",), {"topic": str}),
    "story_bias": Kept("story_id", {"story_id": "stories"}, ("origins",), {"leading": str}),
    "story_bias_by_provider": Kept(
        "",
        {"story_id": "stories"},
        (("story_id", "provider"),),
        {"leading": str},
        filled_by=_story_bias(_SIDES_BY_PROVIDER),
    ),
    "story_bias_range": Kept(
        "",
        {"story_id": "stories"},
        ("story_id", "leaders_differ"),
        {"side": str, "counts": str, "leaders": str},
    ),
    "stories_that_change_colour": Kept(
        "story_id", {"story_id": "stories"}, ("moved",), {"leading": str, "leading_today": str}
    ),
    "story_copies": Kept(
        "article_id", _COPY_REFERENCES, ("story_id", "into_article_id", "outlet_id", "kind", "method")
    ),
}

"""How stories are counted: who is a member, which text is independent, and how many stand on each side."""

from __future__ import annotations

from aggregator.store.views.kept import Kept


def _story_bias(members: str) -> str:
    return f"""
select
  story_id, provider,
  count(case when independent and side = 'left' then 1 end) as left,
  count(case when independent and side = 'center' then 1 end) as center,
  count(case when independent and side = 'right' then 1 end) as right,
  count(case when independent and side = 'unrated' then 1 end) as unrated,
  sum(independent) as origins,
  count(distinct case when side = 'left' then outlet_id end) as left_outlets,
  count(distinct case when side = 'center' then outlet_id end) as center_outlets,
  count(distinct case when side = 'right' then outlet_id end) as right_outlets,
  count(distinct case when side = 'unrated' then outlet_id end) as unrated_outlets,
  count(distinct outlet_id) as outlets,
  count(*) as articles
from {members}
group by story_id, provider
"""


_MEMBER_REFERENCES = {"article_id": "articles", "story_id": "stories", "outlet_id": "outlets", "origin_id": "origins"}

VIEWS: dict[str, str] = {
    "story_members": """
select
  member.story_id, member.article_id, copy.origin_id,
  row_number() over (
    partition by member.story_id, coalesce(copy.origin_id, -member.article_id)
    order by origin.representative_id = member.article_id desc, bias.published is null, bias.published,
      member.article_id
  ) = 1 as independent,
  bias.outlet_id, bias.outlet, bias.domain, bias.published, bias.provider, bias.lean, bias.side
from story_articles member
join articles_with_bias bias on bias.article_id = member.article_id
left join copies copy on copy.article_id = member.article_id
left join origins origin on origin.id = copy.origin_id
""",
    "story_members_by_provider": """
select member.story_id, member.article_id, member.origin_id, member.independent, member.outlet_id, member.outlet,
  member.domain, member.published, bias.provider, bias.lean, bias.side
from story_members member
join articles_with_bias_by_provider bias on bias.article_id = member.article_id
""",
    "story_bias": _story_bias("story_members"),
    "story_bias_by_provider": _story_bias("story_members_by_provider"),
    "story_timeline": """
select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id
""",
}

KEPT = {
    "story_members": Kept("article_id", _MEMBER_REFERENCES, ("story_id", "outlet_id", "side"), {"side": str}),
    "story_bias": Kept("story_id", {"story_id": "stories"}, ("origins",)),
    "story_bias_by_provider": Kept("", {"story_id": "stories"}, ("story_id", "provider")),
}

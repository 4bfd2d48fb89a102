"""What each outlet wrote: whose texts, how much of it, and who else wrote on the same stories."""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import RETOLD
from aggregator.text.wires import AGENCIES, HOSTS

# At a million articles the order of reading decides: to look each one up by its outlet's index took 10 s, to read them
# in turn 3 s. Hence `cross join`, `not indexed`, a `left join` where a plain one would do, `+outlet_id` in a grouping.


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# An agency's own article is no copy. An outlet is an agency as grouping has it: by its host, by its name, or by a name
# that ends as such names do; any other is one for the texts that are named after it (nationalwire.example).
_BY_HOST = ", ".join(f"({_quoted(host)}, {_quoted(name)})" for host, name in HOSTS.items())
_BY_NAME = ", ".join(f"({_quoted(spelling)}, {_quoted(names[0])})" for names in AGENCIES for spelling in names
                     if spelling != "CNA")  # fmt: skip
_ENDINGS = ("Wire", "Newswire", "News Agency", "Press Agency")
_AGENCY_NAMES = " or ".join(f"outlet.name like '% {ending}'" for ending in _ENDINGS)
_SAME_NAME = """replace(lower(coalesce(article.wire, named.wire)), ' ', '')
          in (agencies.plain_name, agencies.plain_domain)"""

VIEWS: dict[str, str] = {
    "article_texts": f"""
with agency_hosts (host, agency) as (values {_BY_HOST}),
agency_names (name, agency) as (values {_BY_NAME}),
agencies as materialized (
  select outlet.id as outlet_id, replace(lower(outlet.name), ' ', '') as plain_name,
    substr(outlet.domain, 1, instr(outlet.domain, '.') - 1) as plain_domain,
    coalesce(host.agency, name.agency, case when {_AGENCY_NAMES} then outlet.name end) as agency
  from outlets outlet
  left join agency_hosts host on host.host = outlet.domain
  left join agency_names name on name.name = outlet.name
),
named as materialized (
  select copy.origin_id, max(article.wire) as wire
  from articles article cross join copies copy on copy.article_id = article.id
  where article.wire is not null group by copy.origin_id
)
select
  article.id as article_id, article.outlet_id, article.published_day, article.language, article.scope, article.kind,
  copy.origin_id,
  case
    when {RETOLD.format("article")} then 'copy'
    when coalesce(origin.kind = 'wire', article.wire is not null) then
      case
        when agencies.agency = coalesce(article.wire, named.wire, agencies.agency) then 'own'
        when {_SAME_NAME} then 'own'
        else 'wire'
      end
    when representative.outlet_id <> article.outlet_id then 'copy'
    else 'own'
  end as text,
  coalesce(article.wire, case when origin.kind = 'wire' then named.wire end) as wire,
  origin.representative_id
from articles article
left join agencies on agencies.outlet_id = article.outlet_id
left join copies copy on copy.article_id = article.id
left join origins origin on origin.id = copy.origin_id
left join articles representative on representative.id = origin.representative_id and representative.id <> article.id
left join named on named.origin_id = copy.origin_id
""",
    "outlet_counts": """
with pieces as materialized (
  select outlet_id, text, scope, kind, coalesce(language, 'unknown') as language, count(*) as articles
  from article_texts group by +outlet_id, text, scope, kind, language
),
written as materialized (
  select outlet_id, sum(articles) as articles,
    sum(case when text = 'own' then articles else 0 end) as own,
    sum(case when text = 'wire' then articles else 0 end) as wire,
    sum(case when text = 'copy' then articles else 0 end) as copies,
    sum(case when scope = 'opinion' then articles else 0 end) as opinion,
    sum(case when scope = 'fact check' then articles else 0 end) as fact_checks,
    sum(case when kind = 'video' then articles else 0 end) as videos
  from pieces group by outlet_id
),
spoken as materialized (
  select outlet_id, json_group_object(language, articles) as languages from (
    select outlet_id, language, sum(articles) as articles from pieces
    group by outlet_id, language order by outlet_id, articles desc, language
  ) group by outlet_id
),
changed as materialized (
  select article.outlet_id, count(*) as changes,
    count(distinct case when revision.field = 'title' then article.id end) as retitled,
    count(case when revision.field = 'title' then 1 end) as headline_changes
  from revisions revision join articles article on article.id = revision.article_id
  where revision.field <> 'body' group by article.outlet_id
),
placed as materialized (
  select outlet_id, sum(independent) as independent, count(*) as stories, sum(origins > 1) as stories_of_several
  from (
    select member.story_id, member.outlet_id, sum(member.independent) as independent, max(story.origins) as origins
    from stories story not indexed cross join story_members member on member.story_id = story.id and not member.retold
    group by member.story_id, member.outlet_id
  ) group by outlet_id
)
select
  outlet.id as outlet_id, outlet.name as outlet, outlet.domain, coalesce(written.articles, 0) as articles,
  coalesce(placed.independent, 0) as independent, coalesce(written.own, 0) as own, coalesce(written.wire, 0) as wire,
  coalesce(written.copies, 0) as copies, coalesce(written.opinion, 0) as opinion,
  coalesce(written.fact_checks, 0) as fact_checks, coalesce(written.videos, 0) as videos,
  coalesce(changed.retitled, 0) as retitled, coalesce(changed.headline_changes, 0) as headline_changes,
  coalesce(changed.changes, 0) as changes, coalesce(placed.stories, 0) as stories,
  coalesce(placed.stories_of_several, 0) as stories_of_several,
  (select min(article.published_day) from articles article where article.outlet_id = outlet.id) as first_day,
  (select max(article.published_day) from articles article where article.outlet_id = outlet.id) as last_day,
  coalesce(spoken.languages, '{}') as languages
from outlets outlet
left join written on written.outlet_id = outlet.id
left join spoken on spoken.outlet_id = outlet.id
left join changed on changed.outlet_id = outlet.id
left join placed on placed.outlet_id = outlet.id
""",
    # A story that one outlet alone covers can't be shared: counted, it would measure how much each publishes. And two
    # outlets that print one agency text have made one choice of an agency's: so articles that stand for a text of their
    # own come first, and the same figures with reprints beside them.
    "agenda_similarity": """
with present as materialized (
  select story_id, outlet_id, max(independent) as own from story_members where not retold
  group by story_id, outlet_id
),
several as materialized (
  select story_id, sum(own) > 1 as own_several from present group by story_id having count(*) > 1
),
totals as materialized (
  select present.outlet_id, sum(present.own and several.own_several) as stories, count(*) as stories_with_reprints
  from present join several on several.story_id = present.story_id group by present.outlet_id
),
pairs as materialized (
  select one.outlet_id, another.outlet_id as other_id, sum(one.own and another.own) as shared,
    count(*) as shared_with_reprints
  from present one join present another on another.story_id = one.story_id and another.outlet_id > one.outlet_id
  group by one.outlet_id, another.outlet_id
),
both_ways as (
  select outlet_id, other_id, shared, shared_with_reprints from pairs
  union all
  select other_id, outlet_id, shared, shared_with_reprints from pairs
),
counted as (
  select both_ways.outlet_id, other_id, outlet.name as outlet, other.name as other, shared,
    mine.stories + theirs.stories - shared as either, mine.stories as stories, theirs.stories as other_stories,
    shared_with_reprints,
    mine.stories_with_reprints + theirs.stories_with_reprints - shared_with_reprints as either_with_reprints
  from both_ways
  join totals mine on mine.outlet_id = both_ways.outlet_id
  join totals theirs on theirs.outlet_id = both_ways.other_id
  join outlets outlet on outlet.id = both_ways.outlet_id
  join outlets other on other.id = both_ways.other_id
)
select
  outlet_id, other_id, outlet, other, shared, either, round(1.0 * shared / nullif(either, 0), 4) as jaccard, stories,
  other_stories, shared_with_reprints, either_with_reprints,
  round(1.0 * shared_with_reprints / either_with_reprints, 4) as jaccard_with_reprints
from counted
""",
}

KEPT = {
    "article_texts": Kept(
        "article_id",
        {"article_id": "articles", "outlet_id": "outlets", "origin_id": "origins", "representative_id": "articles"},
        (("outlet_id", "text"),),
        {"text": str, "wire": str},
    ),
    "outlet_counts": Kept(
        "outlet_id",
        {"outlet_id": "outlets"},
        ("domain", "articles", "stories_of_several", "changes"),
        {"first_day": str, "last_day": str, "languages": str},
    ),
    "agenda_similarity": Kept(
        "",
        {"outlet_id": "outlets", "other_id": "outlets"},
        (("outlet_id", "jaccard"), "other_id", "jaccard", "shared"),
        {"jaccard": float, "jaccard_with_reprints": float},
    ),
}

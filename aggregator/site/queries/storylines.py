"""What the pages of storylines ask: the stories of one in their order, the list of all, and where a story stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from aggregator.site.queries.rows import Reader, StoryRow
from aggregator.site.queries.shared import STORY_COLUMNS


@dataclass(frozen=True, slots=True)
class StorylineRow:
    """A storyline; one whose name went with an article that was removed goes by its number until it is named anew."""

    id: int
    title: str
    made: str
    merged_into: int | None


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """A story of a storyline; `matched_story_id` is the one that it was linked with, None of the first."""

    story_id: int
    title: str
    language: str | None
    first_published: str
    last_published: str
    articles: int
    origins: int
    matched_story_id: int | None
    score: float
    reasons: str


@dataclass(frozen=True, slots=True)
class StorylineTotals:
    """What a storyline holds: `origins` sums the independent origins of its stories."""

    articles: int
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class ListedStoryline:
    """A storyline in the list; `story_id` and what follows are its latest story."""

    id: int
    title: str
    stories: int
    articles: int
    origins: int
    first_published: str
    last_published: str
    story_id: int
    latest_title: str
    latest_language: str | None


@dataclass(frozen=True, slots=True)
class OfStoryline:
    """Which storyline a story belongs to, and how many stories that has."""

    story_id: int
    storyline_id: int
    stories: int


_TITLE = "coalesce(nullif(line.title, ''), 'Storyline ' || line.id)"
_COLUMNS = f"line.id, {_TITLE} as title, line.made, line.merged_into"


async def storyline(db: Reader, storyline_id: int) -> StorylineRow | None:
    sql = f"select {_COLUMNS} from storylines line where line.id = :storyline"
    row = (await db.execute(sql, {"storyline": storyline_id})).first()
    return StorylineRow(**dict(row)) if row else None


_LANGUAGE = """(select article.language from story_articles member
    join articles article on article.id = member.article_id
    where member.story_id = story.id and article.title = story.title limit 1)"""

LINKED = f"""
select linked.story_id, story.title, {_LANGUAGE} as language,
  coalesce(story.first_published, story.first_seen) as first_published,
  coalesce(story.last_published, story.first_seen) as last_published,
  story.articles, story.origins, linked.matched_story_id, linked.score, linked.reasons
from storyline_stories linked cross join stories story on story.id = linked.story_id
where linked.storyline_id = :storyline and story.merged_into is null and story.articles > 0
order by 4, linked.story_id
""".strip()


async def linked_stories(db: Reader, storyline_id: int) -> list[LinkedStory]:
    """Lists the stories of a storyline, the earliest first."""
    return [LinkedStory(**dict(row)) for row in (await db.execute(LINKED, {"storyline": storyline_id})).rows]


_TOTALS = """
select count(*) as articles, coalesce(sum(independent), 0) as origins, count(distinct outlet_id) as outlets
from story_members where story_id in (select value from json_each(:stories))
"""


async def storyline_totals(db: Reader, story_ids: Iterable[int]) -> StorylineTotals:
    row = (await db.execute(_TOTALS, {"stories": json.dumps(list(story_ids))})).first()
    return StorylineTotals(**dict(row))


async def stories_by_id(db: Reader, story_ids: Iterable[int]) -> dict[int, StoryRow]:
    sql = f"select {STORY_COLUMNS} from stories story where story.id in (select value from json_each(:stories))"
    rows = (await db.execute(sql, {"stories": json.dumps(list(story_ids))})).rows
    return {row["id"]: StoryRow(**dict(row)) for row in rows}


async def storyline_of(db: Reader, story_id: int) -> StorylineRow | None:
    """Returns the storyline that a story belongs to."""
    sql = f"""select {_COLUMNS} from storyline_stories linked
      join storylines line on line.id = linked.storyline_id where linked.story_id = :story"""
    row = (await db.execute(sql, {"story": story_id})).first()
    return StorylineRow(**dict(row)) if row else None


async def storylines_of(db: Reader, story_ids: Iterable[int]) -> dict[int, OfStoryline]:
    """Maps stories to their storylines of several stories."""
    sql = """select linked.story_id, linked.storyline_id, line.stories from storyline_stories linked
      join storylines line on line.id = linked.storyline_id
      where linked.story_id in (select value from json_each(:stories)) and line.stories > 1"""
    rows = (await db.execute(sql, {"stories": json.dumps(list(story_ids))})).rows
    return {row["story_id"]: OfStoryline(**dict(row)) for row in rows}


# From the latest story back, by the stories' own index: a page ends after the few that it needs. Each storyline stands
# where its latest story does, which is the one that no other of it comes after. The youngest is looked at first, for of
# three hundred it is the likeliest: the other way round 4,300 storylines took 5 s.
_LATEST = """
select line.id as storyline_id, story.id as story_id, story.title, story.last_published
from stories story
cross join storyline_stories linked on linked.story_id = story.id
cross join storylines line on line.id = linked.storyline_id
where story.last_published >= :since and story.last_published < :until
  and (story.last_published < :before or story.last_published = :before and story.id < :before_story)
  and story.merged_into is null and story.articles > 0 and line.stories > 1
  and (
    select later.id from storyline_stories other cross join stories later on later.id = other.story_id
    where other.storyline_id = linked.storyline_id and later.merged_into is null and later.articles > 0
      and (later.last_published > story.last_published
        or later.last_published = story.last_published and later.id > story.id)
    order by other.story_id desc limit 1) is null{narrowed}
order by story.last_published desc, story.id desc limit :limit
""".strip()

_OF_TOPIC = """
  and exists (select 1 from story_topics told where told.story_id = story.id and +told.topic = :topic)"""

_LISTED = f"""
select page.storyline_id as id, {_TITLE} as title, count(*) as stories, sum(story.articles) as articles,
  sum(story.origins) as origins, min(coalesce(story.first_published, story.first_seen)) as first_published,
  page.last_published, page.story_id, page.title as latest_title,
  {_LANGUAGE.replace("story.", "page.").replace("page.id", "page.story_id")} as latest_language
from (
{_LATEST}
) page
cross join storylines line on line.id = page.storyline_id
cross join storyline_stories linked on linked.storyline_id = page.storyline_id
cross join stories story on story.id = linked.story_id and story.merged_into is null and story.articles > 0
group by page.storyline_id order by page.last_published desc, page.story_id desc
""".strip()


@dataclass(frozen=True, slots=True)
class StorylineChoice:
    """Days of the latest story, the second excluded, the place at which the page before ended, and its topic."""

    since: str
    until: str
    before: str
    before_story: int
    topic: str | None = None


def storylines_question(choice: StorylineChoice, limit: int) -> tuple[str, dict[str, object]]:
    """Writes the question of the list and its parameters; a limit of -1 is none."""
    told: dict[str, object] = {"since": choice.since, "until": choice.until, "before": choice.before}
    told |= {"before_story": choice.before_story, "limit": limit}
    if not choice.topic:
        return _LISTED.format(narrowed=""), told
    return _LISTED.format(narrowed=_OF_TOPIC), told | {"topic": choice.topic}


async def storylines(db: Reader, choice: StorylineChoice, limit: int) -> list[ListedStoryline]:
    """Lists storylines of several stories, those with the latest story first."""
    rows = await db.execute(*storylines_question(choice, limit))
    return [ListedStoryline(**dict(row)) for row in rows.rows]


async def count_storylines(db: Reader) -> int:
    row = (
        await db.execute("select count(*) as n from storylines where merged_into is null and stories > 1", {})
    ).first()
    return int(row["n"])

"""Which stories a list shows, in which order, and how many there are: by independent origins, whatever narrows it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from aggregator.site.queries.lists import day_after
from aggregator.site.queries.rows import Reader, StoryRow
from aggregator.site.queries.shared import STORY_COLUMNS
from aggregator.store.views.stories import LEAST_RATED

RATED_SIDES = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands in the list: by origins, then by its last article, then by its number."""

    origins: int
    last_published: str
    story_id: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories a reader asked for; `first` and `last` are days, both included.

    `language` and `country` hold of one article of the story, both of them; `topic` and `side` of the story as a whole,
    `side` by the ratings of `provider`.
    """

    first: str
    last: str
    provider: str
    default: str
    language: str | None = None
    country: str | None = None
    topic: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """The stories of so many origins."""

    origins: int
    stories: int
    articles: int


@dataclass(frozen=True, slots=True)
class Writing:
    """An article of a story: who wrote it, when, whether it counts as an origin, and to whom its outlet belongs."""

    story_id: int
    outlet_id: int
    outlet: str
    domain: str | None
    at: str
    independent: int
    owner: str


_OF_ONE_ARTICLE = {
    "language": "facts.language = :language",
    "country": "facts.outlet_id in (select id from outlets where country = :country)",
}
# By story, for the days' index says which stories are asked for: a topic's are those of all years.
_OF_TOPIC = "exists (select 1 from story_topics told where told.story_id = story.id and +told.topic = :topic)"
_RATED = "bias.left + bias.center + bias.right"


def _without(*sides: str) -> str:
    """Says that sides have nothing in a story, of enough rated origins: a reprint is no voice, and no silence either.

    Of a story that lost an article on request nothing is said.
    """
    nothing = " and ".join(f"bias.{side}_outlets = 0" for side in sides)
    return f"{nothing} and {_RATED} >= {LEAST_RATED} and story.thinned is null"


_OF_THE_STORY = {
    "all": "bias.left > 0 and bias.center > 0 and bias.right > 0",
    **{side: f"bias.{side} > 0" for side in RATED_SIDES},
    **{f"only-{side}": _without(*(other for other in RATED_SIDES if other != side)) for side in RATED_SIDES},
    **{f"no-{side}": _without(side) for side in RATED_SIDES},
}


def _conditions(choice: Choice) -> str:
    """Writes what narrows the list, and nothing of what does not: a reader looks at it."""
    parts = [
        "story.state <> 'merged' and story.last_published >= :since and story.last_published < :until",
        "story.origins >= :least",
    ]
    of_article = [sql for name, sql in _OF_ONE_ARTICLE.items() if getattr(choice, name)]
    if of_article:
        parts.append(f"""exists (
    select 1 from story_members member join counted_articles facts on facts.article_id = member.article_id
    where member.story_id = story.id and {" and ".join(of_article)})""")
    if choice.topic:
        parts.append(_OF_TOPIC)
    if choice.side:
        parts.append(_side(choice))
    return "\n  and ".join(parts)


def _side(choice: Choice) -> str:
    if choice.side == "blindspot":
        return """story.id in (
    select spot.story_id from blindspots_by_provider spot
    where spot.story_id = story.id and spot.provider = :provider and spot.verdict = 'blindspot')"""
    # The default provider's are a table of their own, which has every story though nobody rates any.
    table = "story_bias" if choice.provider == choice.default else "story_bias_by_provider"
    return f"""exists (
    select 1 from {table} bias
    where bias.story_id = story.id and bias.provider = :provider and {_OF_THE_STORY[choice.side or ""]})"""


def _parameters(choice: Choice, least: int) -> dict[str, object]:
    told: dict[str, object] = {"since": choice.first, "until": day_after(choice.last), "least": least}
    told |= {name: getattr(choice, name) for name in (*_OF_ONE_ARTICLE, "topic") if getattr(choice, name)}
    return told | ({"provider": choice.provider} if choice.side else {})


def _place(after: Place) -> dict[str, object]:
    return {"origins": after.origins, "last_published": after.last_published, "story_id": after.story_id}


_ORDER = "story.origins desc, story.last_published desc, story.id"
# The plus keeps the days' index in use: by the one of origins all stories of the file would be read. It also makes the
# column take a text for no number, as which a reader's SQL page hands the parameters over.
_BEYOND = """
  and (+story.origins < cast(:origins as integer) or +story.origins = cast(:origins as integer) and (
    +story.last_published < :last_published or +story.last_published = :last_published and story.id > :story_id))"""


def stories_question(
    choice: Choice, *, least: int, limit: int, after: Place | None = None
) -> tuple[str, dict[str, object]]:
    """Writes the question of the list and its parameters; `after` is the place at which the page before it ended.

    The columns are computed for the stories of the page alone: over all that are sorted it takes ten times as long.
    """
    told = _parameters(choice, least) | {"limit": limit}
    if after:
        told |= _place(after)
    sql = f"""select {STORY_COLUMNS.strip()}
from (
  select story.id from stories story
  where {_conditions(choice)}{_BEYOND if after else ""}
  order by {_ORDER} limit :limit
) page join stories story on story.id = page.id
order by {_ORDER}"""
    return sql, told


async def stories(db: Reader, choice: Choice, *, least: int, limit: int, after: Place | None = None) -> list[StoryRow]:
    """Lists stories of so many origins at least, those of most independent origins first."""
    rows = await db.execute(*stories_question(choice, least=least, limit=limit, after=after))
    return [StoryRow(**dict(row)) for row in rows.rows]


async def levels(db: Reader, choice: Choice, *, least: int) -> list[Level]:
    """Counts the stories of the whole list by their origins, the most first."""
    sql = f"""
select story.origins, count(*) as stories, sum(story.articles) as articles from stories story
where {_conditions(choice)} group by story.origins order by story.origins desc"""
    return [Level(**dict(row)) for row in (await db.execute(sql, _parameters(choice, least))).rows]


async def stories_left(db: Reader, choice: Choice, after: Place) -> int:
    """Counts the stories of several origins that come after a place."""
    sql = f"select count(*) as stories from stories story where {_conditions(choice)}{_BEYOND}"
    return int((await db.execute(sql, _parameters(choice, 2) | _place(after))).first()["stories"])


_WRITINGS = """
select member.story_id, member.outlet_id, member.outlet, member.domain,
  coalesce(article.published, article.first_seen) as at, member.independent,
  coalesce(outlet.owner, outlet.domain, outlet.name) as owner
from story_members member
join articles article on article.id = member.article_id
join outlets outlet on outlet.id = member.outlet_id
where member.story_id in (select value from json_each(:stories)) and not member.retold
order by member.story_id, at, member.article_id
"""


async def writings(db: Reader, story_ids: Iterable[int]) -> list[Writing]:
    """Lists who wrote each of the articles of stories, the earliest of each story first."""
    rows = await db.execute(_WRITINGS, {"stories": json.dumps(list(story_ids))})
    return [Writing(**dict(row)) for row in rows.rows]

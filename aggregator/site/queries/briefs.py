"""What the pages ask of briefs: those made of sentences, those a model wrote, and whose the named articles are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from aggregator.site.queries.rows import Reader
from aggregator.site.queries.shared import members_table


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A brief as it is stored: its lists are JSON; that of an article has neither headline nor sides."""

    made: str
    rule: str
    language: str | None
    summary: str
    key_points: str
    headline: str | None = None
    agree: str = "[]"
    only_said_by: str = "{}"
    sources: int = 1
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class GeneratedRow:
    """A text that a model wrote, with all that it was asked and given; its lists are JSON."""

    id: int
    made: str
    model: str
    notice: str
    prompt: str
    language: str | None
    inputs: str
    summary: str
    key_points: str
    dropped: str


@dataclass(frozen=True, slots=True)
class FirstSentence:
    """The first sentence of a story's brief, and whose words it is."""

    story_id: int
    text: str
    language: str | None
    article_id: int
    outlet: str


@dataclass(frozen=True, slots=True)
class CitedRow:
    """An article that a sentence rests on: of whom it is, and how that outlet is rated as of its day."""

    article_id: int
    story_id: int | None
    outlet: str
    lean: int | None


_TELLING = "made, rule, language, summary, key_points, headline, agree, only_said_by, sources, left_out"
_OF_STORY = f"select {_TELLING} from briefs where story_id = :of"
_OF_STORIES = f"select story_id, {_TELLING} from briefs where story_id in (select value from json_each(:stories))"
_OF_ARTICLE = "select made, rule, language, summary, key_points from article_briefs where article_id = :of"


async def story_brief(db: Reader, story_id: int) -> BriefRow | None:
    return _brief((await db.execute(_OF_STORY, {"of": story_id})).first())


async def article_brief(db: Reader, article_id: int) -> BriefRow | None:
    return _brief((await db.execute(_OF_ARTICLE, {"of": article_id})).first())


def _brief(row: object) -> BriefRow | None:
    return BriefRow(**dict(row)) if row else None  # type: ignore[call-overload]


async def story_briefs(db: Reader, story_ids: Iterable[int]) -> dict[int, BriefRow]:
    """Maps stories to their briefs, those that have one."""
    rows = await db.execute(_OF_STORIES, {"stories": json.dumps(list(story_ids))})
    told = [dict(row) for row in rows.rows]
    return {row.pop("story_id"): BriefRow(**row) for row in told}


# Cross join: the few stories of a page first, each looked up by its number.
_FIRST = """
select brief.story_id, json_extract(brief.summary, '$[0].text') as text, brief.language, article.id as article_id,
  outlet.name as outlet
from json_each(:stories) asked
cross join briefs brief on brief.story_id = asked.value
cross join articles article on article.id = json_extract(brief.summary, '$[0].articles[0]')
cross join outlets outlet on outlet.id = article.outlet_id
"""


async def first_sentences(db: Reader, story_ids: Iterable[int]) -> dict[int, FirstSentence]:
    """Maps stories to the first sentence of their briefs, those that have one."""
    rows = await db.execute(_FIRST, {"stories": json.dumps(list(story_ids))})
    return {row["story_id"]: FirstSentence(**dict(row)) for row in rows.rows}


_GENERATED = """
select id, made, model, notice, prompt, language, inputs, summary, key_points, dropped
from generated_briefs where {of} = :of order by id desc limit 1
"""


async def generated_of_story(db: Reader, story_id: int) -> GeneratedRow | None:
    """Returns the latest text that a model wrote of a story."""
    return _generated((await db.execute(_GENERATED.format(of="story_id"), {"of": story_id})).first())


async def generated_of_article(db: Reader, article_id: int) -> GeneratedRow | None:
    return _generated((await db.execute(_GENERATED.format(of="article_id"), {"of": article_id})).first())


def _generated(row: object) -> GeneratedRow | None:
    return GeneratedRow(**dict(row)) if row else None  # type: ignore[call-overload]


_CITED = """
select article.id as article_id, outlet.name as outlet
from articles article join outlets outlet on outlet.id = article.outlet_id
where article.id in (select value from json_each(:articles))
"""
# A question of its own: joined to it, the view of all providers is made for every article of the file.
_PLACED = """
select article_id, story_id, lean from {table}
where article_id in (select value from json_each(:articles)) and provider = :provider
"""


async def cited(db: Reader, article_ids: Iterable[int], provider: str, default: str) -> dict[int, CitedRow]:
    """Maps articles to whose they are; one that is in no story yet is rated by nobody here."""
    told: dict[str, object] = {"articles": json.dumps(sorted(set(article_ids)))}
    found = (await db.execute(_CITED, told)).rows
    sql = _PLACED.format(table=members_table(provider, default))
    placed = (await db.execute(sql, told | {"provider": provider})).rows
    by_article = {row["article_id"]: dict(row) for row in placed}
    nowhere = {"story_id": None, "lean": None}
    rows = [{**nowhere, **dict(row), **by_article.get(row["article_id"], {})} for row in found]
    return {row["article_id"]: CitedRow(**row) for row in rows}

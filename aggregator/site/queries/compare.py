"""What the page that compares two asks: which stories of a time each has, who was listened to, and their headlines.

Two outlets, or two sides by one provider: `a` and `b` are 1 where it has a text of its own in the story, 0 where only
reprints, nothing where it has no article there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aggregator.site.queries.rows import Reader, StoryRow
from aggregator.site.queries.shared import STORY_COLUMNS, members_table
from aggregator.store.views.blindspots import heard
from aggregator.store.views.stories import SIDES

# The stories of several origins of five weeks of a million articles a year, of which four are shown unless asked.
MOST_STORIES = 10_000
# Of a list as a table: Datasette answers a question with 2,000 rows at most, and says so only on its own page.
MOST_ROWS = 1_000

_LATEST = """
  from stories where last_published >= :since and last_published < :until and origins > 1
  order by last_published desc"""
# Cut before the language is looked up: of a rare one a year's articles would have to be read.
_WANTED = f"""
looked as materialized (
  select id, last_published, origins{_LATEST} limit {MOST_STORIES}
),
wanted as materialized (
  select looked.* from looked{{language}}
)"""
_LANGUAGE = """ where exists (
    select 1 from story_articles member join articles article on article.id = member.article_id
    where member.story_id = looked.id and article.language = :language)"""
_OF_OUTLETS = """
of_two as materialized (
  select wanted.*,
    (select max(independent) from story_members where story_id = wanted.id and outlet_id = :a and not retold) as a,
    (select max(independent) from story_members where story_id = wanted.id and outlet_id = :b and not retold) as b
  from wanted
)"""
_OF_SIDES = """
of_two as materialized (
  select wanted.*, case when bias.{a} > 0 then 1 when bias.{a}_outlets > 0 then 0 end as a,
    case when bias.{b} > 0 then 1 when bias.{b}_outlets > 0 then 0 end as b
  from wanted
  left join story_bias_by_provider bias on bias.story_id = wanted.id and bias.provider = :provider
)"""
# As the page of an outlet tells it; a story of which no article is in one of its languages is no omission.
_WINDOW = """(
      select story.id, story.thinned, story.first_published as opens,
        strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes
      from stories story join settings hours on hours.key = 'blindspot_hours'
    )"""


def _silence_of_outlet(who: str) -> str:
    return f"""(
    select case
        when json_array_length(:languages_of_{who}) > 0 and not exists (
          select 1 from story_articles member join articles article on article.id = member.article_id
          where member.story_id = story.id and (
            article.language is null or article.language in (select value from json_each(:languages_of_{who}))))
          then 'other language'
        when story.thinned is not null then 'not told'
        when {heard(f":{who}", "story")} then 'left out'
        when story.closes > :made then 'too early'
        else 'not known' end
    from {_WINDOW} story where story.id = of_two.id
  )"""


def _silence_of_side(side: str) -> str:
    return f"""coalesce((
    select case when spot.verdict = 'not known' and spot.closes > :made then 'too early' else spot.verdict end
    from blindspots_by_provider spot
    where spot.story_id = of_two.id and spot.provider = :provider and spot.side = '{side}'
  ), 'not asked')"""


def _found(of_two: str, silence_of_a: str, silence_of_b: str, language: str | None) -> str:
    wanted = _WANTED.format(language=_LANGUAGE if language else "")
    return f"""with{wanted},{of_two},
found as (
  select of_two.id as story_id, of_two.last_published, of_two.origins, of_two.a, of_two.b, case
    when a is null and b is not null then {silence_of_a}
    when b is null and a is not null then {silence_of_b}
    end as silence
  from of_two
)"""


# What each of two has of a story: 1, 0 or nothing.
Has = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Question:
    """The stories of a time as two have them: the SQL before its last `select`, and its parameters."""

    found: str
    parameters: Mapping[str, object]

    def listed(
        self, has: Has | None, silence: str | None, order: str, limit: int | None = MOST_ROWS
    ) -> dict[str, object]:
        """Writes the question for one list, or for all that either has, as an address of Datasette's page has it."""
        holds = "found.a is not null or found.b is not null"
        if has is not None:
            holds = f"found.a is {_value(has[0])} and found.b is {_value(has[1])}"
        if silence:
            holds = f"({holds}) and found.silence = :silence"
        sql = f"""{self.found}
select found.story_id, story.title, found.origins, story.outlets, found.last_published, found.a, found.b, found.silence
from found join stories story on story.id = found.story_id
where {holds}
order by {ORDERS[order]}{f" limit {limit}" if limit else ""}"""
        return {"sql": sql} | dict(self.parameters) | ({"silence": silence} if silence else {})

    @property
    def counted(self) -> dict[str, object]:
        """Writes the question for the table of counts."""
        sql = f"{self.found}\nselect a, b, silence, count(*) as stories from found group by a, b, silence"
        return {"sql": sql} | dict(self.parameters)


ORDERS = {
    "origins": "found.origins desc, found.last_published desc, found.story_id",
    "newest": "found.last_published desc, found.story_id",
}


def _value(has: int | None) -> str:
    return "null" if has is None else str(has)


def of_outlets(
    a: int, b: int, languages: tuple[Sequence[str], Sequence[str]], since: str, until: str, language: str | None,
    made: str | None,
) -> Question:  # fmt: skip
    """Asks of two outlets, by their numbers, and the languages each writes in; `until` is the day after the last."""
    parameters: dict[str, object] = {
        "a": a, "b": b, "languages_of_a": json.dumps(list(languages[0])),
        "languages_of_b": json.dumps(list(languages[1])), "since": since, "until": until, "made": made or "",
    }  # fmt: skip
    found = _found(_OF_OUTLETS, _silence_of_outlet("a"), _silence_of_outlet("b"), language)
    return Question(found, parameters | ({"language": language} if language else {}))


def of_sides(a: str, b: str, provider: str, since: str, until: str, language: str | None, made: str | None) -> Question:
    """Asks of two sides as one provider rates outlets."""
    assert {a, b} <= set(SIDES)
    parameters: dict[str, object] = {"provider": provider, "since": since, "until": until, "made": made or ""}
    found = _found(_OF_SIDES.format(a=a, b=b), _silence_of_side(a), _silence_of_side(b), language)
    return Question(found, parameters | ({"language": language} if language else {}))


class StoryOfTwo(NamedTuple):
    """A story of the time: what each of the two has of it, and what is known of the one that has nothing.

    A tuple, as thousands are read: seven thousand take 1.2 ms, as frozen dataclasses 3.7.
    """

    story_id: int
    last_published: str
    origins: int
    a: int | None
    b: int | None
    silence: str | None


async def stories_of_two(db: Reader, question: Question) -> list[StoryOfTwo]:
    """Lists every story of the time, at most MOST_STORIES, the latest."""
    sql = f"{question.found}\nselect story_id, last_published, origins, a, b, silence from found"
    return [StoryOfTwo._make(row) for row in (await db.execute(sql, question.parameters)).rows]


_CUT = f"select last_published{_LATEST} limit 2 offset {MOST_STORIES - 1}"


async def cut_at(db: Reader, question: Question) -> str | None:
    """Returns the moment before which stories of the time are not looked at; None where all of them are."""
    rows = (await db.execute(_CUT, dict(question.parameters))).rows
    return str(rows[0]["last_published"]) if len(rows) > 1 else None


_LISTED = f"select {STORY_COLUMNS} from stories story where story.id in (select value from json_each(:stories))"


async def stories_of(db: Reader, story_ids: Iterable[int]) -> dict[int, StoryRow]:
    """Maps stories to what a list says of them."""
    rows = await db.execute(_LISTED, {"stories": json.dumps(list(story_ids))})
    return {row["id"]: StoryRow(**dict(row)) for row in rows.rows}


@dataclass(frozen=True, slots=True)
class Headline:
    """An independent article of one of the two; `minute` is None where no time of day is told."""

    story_id: int
    article_id: int
    title: str
    url: str | None
    language: str | None
    at: str
    published: str | None
    minute: int | None
    scope: str
    outlet_id: int
    outlet: str
    domain: str | None
    lean: int | None
    side: str


_HEADLINES = """
select member.story_id, member.article_id, article.title, article.url, article.language,
  coalesce(article.published, article.first_seen) as at, article.published, counted.minute, article.scope,
  member.outlet_id, member.outlet, member.domain, member.lean, member.side
from {table} member
join articles article on article.id = member.article_id
join counted_articles counted on counted.article_id = member.article_id
where member.story_id in (select value from json_each(:stories)) and member.provider = :provider
  and member.{column} in (:a, :b) and member.independent
order by member.story_id, at, member.article_id
"""


async def headlines_of_outlets(
    db: Reader, story_ids: Iterable[int], outlets: tuple[int, int], provider: str
) -> list[Headline]:
    """Lists what two outlets wrote themselves on stories, the earliest of each story first."""
    # The default provider's members are a table, with an index by story and outlet; leans are not shown here.
    sql = _HEADLINES.format(table="story_members", column="outlet_id")
    asked = {"stories": json.dumps(list(story_ids)), "provider": provider, "a": outlets[0], "b": outlets[1]}
    return [Headline(*row) for row in (await db.execute(sql, asked)).rows]


async def headlines_of_sides(
    db: Reader, story_ids: Iterable[int], sides: tuple[str, str], provider: str, default: str
) -> list[Headline]:
    """Lists what two sides wrote themselves on stories, the earliest of each story first."""
    sql = _HEADLINES.format(table=members_table(provider, default), column="side")
    asked = {"stories": json.dumps(list(story_ids)), "provider": provider, "a": sides[0], "b": sides[1]}
    return [Headline(*row) for row in (await db.execute(sql, asked)).rows]


_FIRSTS = """
select story_id, side, cast(strftime('%s', first_at) as integer) / 60 as minute from story_firsts
where story_id in (select value from json_each(:stories)) and provider = :provider and side in (:a, :b)
"""


async def firsts_of_sides(
    db: Reader, story_ids: Iterable[int], sides: tuple[str, str], provider: str
) -> dict[tuple[int, str], int]:
    """Maps stories and sides to the minute of the side's first text that tells one."""
    asked = {"stories": json.dumps(list(story_ids)), "provider": provider, "a": sides[0], "b": sides[1]}
    return {(row[0], row[1]): row[2] for row in (await db.execute(_FIRSTS, asked)).rows}

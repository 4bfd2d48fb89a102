"""What a story's page asks for other stories on the same people, places and subject: by the words of headlines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from aggregator.site.queries.rows import Reader


@dataclass(frozen=True, slots=True)
class HeadlineWord:
    """A word of a story's headlines with its other form, and the share of its independent ones that hold either."""

    word: str
    other: str
    share: float

    @property
    def looked_up(self) -> str:
        """The word as the index of headlines is asked for it."""
        return f'title : ("{self.word}" OR "{self.other}")'


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: stories that run into the days from `since` to `until`, both included.

    `common` is of how many articles' headlines a word is that tells nothing, `least` the score below which a story is
    not shown, `limit` how many are.
    """

    story: int
    words: Sequence[HeadlineWord]
    since: str
    until: str
    common: int
    least: float
    limit: int

    def parameters(self) -> dict[str, object]:
        words = [[one.word, one.looked_up, round(one.share, 4)] for one in self.words]
        return {
            "story": self.story,
            "words": json.dumps(words, ensure_ascii=False, separators=(",", ":")),
            "since": self.since,
            "until": self.until,
            "common": self.common,
            "least": self.least,
            "limit": self.limit,
        }


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A story like another: `words` are those that both have, the rarest first, with commas between."""

    id: int
    title: str
    language: str | None
    origins: int
    articles: int
    first_published: str
    last_published: str
    score: float
    words: str
    shared_outlets: int


# The index of headlines is asked for one word after the other, and only among the articles of those days: their numbers
# run with time, save for what was imported later. A word that too many of them hold is left out before it is read.
# A word's rarity is 1 in one story and 0 in all; of fewer than 200 stories it is reckoned as of 200, for in three of a
# dozen a word would seem common. What a reader's address hands in is text, hence the casts.
RELATED = """
with days as materialized (
  select min(id) as first, max(id) as last from articles where published_day between :since and :until
), asked as materialized (
  select json_extract(value, '$[0]') as word, json_extract(value, '$[1]') as looked_up,
    json_extract(value, '$[2]') as share
  from json_each(:words)
), telling as materialized (
  select word, looked_up, share from asked where (
    select count(*) from (
      select 1 from articles_fts where articles_fts match asked.looked_up
        and rowid between (select first from days) and (select last from days) limit :common + 1
    )) <= cast(:common as integer)
), held as materialized (
  select member.story_id, telling.word, telling.share, count(*) as headlines,
    count(*) over (partition by telling.word) as stories
  from telling
  cross join articles_fts found
  cross join story_articles member on member.article_id = found.rowid
  where found.articles_fts match telling.looked_up
    and found.rowid between (select first from days) and (select last from days)
  group by telling.word, member.story_id
), weighed as materialized (
  select story.id, held.word, held.share * held.headlines / story.articles as both,
    1 - ln(held.stories) / ln(max(200, around.stories)) as rarity
  from held join stories story on story.id = held.story_id
  cross join (
    select count(*) + 1 as stories from stories where last_published between :since and :until || '~'
  ) around
  where story.id <> :story and story.state <> 'merged' and story.articles > 0
    and coalesce(story.last_published, story.first_seen) >= :since
    and coalesce(story.first_published, story.first_seen) <= :until || '~'
), scored as (
  select id, sum(rarity * sqrt(both)) as score, group_concat(word, ', ') as words
  from (select * from weighed where rarity > 0 order by rarity * sqrt(both) desc, word)
  group by id having count(*) > 1 and score >= cast(:least as real)
  order by score desc, id limit :limit
)
select story.id, story.title, (
    select article.language from story_articles member join articles article on article.id = member.article_id
    where member.story_id = story.id and article.title = story.title limit 1
  ) as language, story.origins, story.articles,
  coalesce(story.first_published, story.first_seen) as first_published,
  coalesce(story.last_published, story.first_seen) as last_published, round(scored.score, 2) as score, scored.words, (
    select count(distinct theirs.outlet_id) from story_members theirs where theirs.story_id = story.id
      and theirs.outlet_id in (select ours.outlet_id from story_members ours where ours.story_id = :story)
  ) as shared_outlets
from scored join stories story on story.id = scored.id
order by scored.score desc, story.id
""".strip()


async def related(db: Reader, wanted: Wanted) -> list[RelatedRow]:
    """Lists the stories that are most like another by the words of their headlines, the likest first."""
    rows = await db.execute(RELATED, wanted.parameters())
    return [RelatedRow(**dict(row)) for row in rows.rows]

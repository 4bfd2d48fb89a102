"""Briefs as the pages show them: each sentence with the articles it rests on, and how the text was made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aggregator.briefs.made import WhyNone, how_made, why_none, why_of_article
from aggregator.site import queries
from aggregator.site.bars import SIDES, STEPS
from aggregator.site.queries.briefs import (
    BriefRow,
    GeneratedRow,
    article_brief,
    cited,
    generated_of_article,
    generated_of_story,
    story_brief,
    story_briefs,
)
from aggregator.site.voices import Voice, Where, voices, voices_elsewhere
from aggregator.site.words import language_name

# Of a sentence that many say the page names whose it is and so many others by their letter; the rows have all.
_MOST_LETTERS = 6
_LISTS = ("summary", "key_points", "agree")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence; `own` is the article whose words it is, `others` say the same in theirs, `more` are not shown."""

    text: str
    own: Voice
    others: Sequence[Voice] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief as a page shows it; `alone` are the sides with what only they state, from left to right."""

    summary: Sequence[Told]
    key_points: Sequence[Told]
    language: str | None
    made: str
    how_made: str
    agree: Sequence[Told] = ()
    alone: Sequence[tuple[str, Sequence[Told]]] = ()


@dataclass(frozen=True, slots=True)
class Generated:
    """A text that a model wrote; `dropped` counts what no article supported, whose words are not published.

    `stale` are the articles it was given that are no longer here.
    """

    row: GeneratedRow
    summary: Sequence[Told]
    key_points: Sequence[Told]
    inputs: Sequence[Voice]
    dropped: int
    stale: Sequence[int]


@dataclass(frozen=True, slots=True)
class InBrief:
    """What a page says of a story or an article in brief; `row` and `written` are what its JSON is made of.

    `rows` is where the sentences stand as data, `why_none` says why there is no brief; `of` is the article whose text
    it is, None for a story of several.
    """

    row: BriefRow | None
    brief: Brief | None
    written: GeneratedRow | None
    generated: Generated | None
    rows: str
    why_none: str | None
    here: Sequence[int]
    of: int | None = None
    headline: Mapping[str, object] | None = None

    def told(self) -> dict[str, object]:
        """Says the same for programs."""
        return {"brief": as_json(self), "generated": generated_as_json(self.written, self.here)}


async def of_story(db: queries.Reader, story_id: int, members: Sequence[queries.MemberRow], characters: int) -> InBrief:
    """Reads the brief of a story; where its one origin has all that there is to tell, that of the article."""
    where, here = voices(members), [row.article_id for row in members]
    written = await generated_of_story(db, story_id)
    generated = shown_generated(written, where, here) if written else None
    own = [member for member in members if member.independent]
    if len(own) == 1:
        one = await queries.article(db, own[0].article_id)
        text = own[0].representative_id or own[0].article_id
        found = await of_article(db, one, text, characters, placed=True) if one else None
        if found:
            return replace(found, written=written, generated=generated, here=here)
    row = await story_brief(db, story_id)
    brief = shown_brief(row, where) if row else None
    reason: WhyNone = "not allowed" if not characters else "no sentence" if row else "not yet"
    why = None if brief else sentence_of(why_none(reason, len(own)))
    return InBrief(row, brief, written, generated, f"/news/brief_sentences?story_id={story_id}", why, here)


async def of_article(
    db: queries.Reader, row: queries.ArticleRow, text: int, characters: int, *, placed: bool
) -> InBrief:
    """Reads the brief of an article, or of `text`, the one whose text it has."""
    own = await article_brief(db, row.id)
    told, of = (own, row.id) if own or text == row.id else (await article_brief(db, text), text)
    written = await generated_of_article(db, row.id)

    def where(article_id: int) -> Voice:
        return Voice(article_id, f"/article/{article_id}", row.outlet if article_id == row.id else None)

    brief = shown_brief(told, where) if told else None
    generated = shown_generated(written, where, [row.id]) if written else None
    has_text = row.word_count is not None
    reason = why_of_article(characters, json.loads(row.flags), row.text_kind, has_text=has_text, placed=placed)
    why = None if brief else sentence_of(why_none(reason))
    rows = f"/news/article_brief_sentences?article_id={of}"
    headline = {"text": row.title, "articles": [row.id]}
    return InBrief(told, brief, written, generated, rows, why, [row.id], of, headline)


def sentence_of(words: str) -> str:
    """Writes words as a sentence.

    >>> sentence_of("no brief yet: the next `aggregator run` writes it")
    'No brief yet: the next `aggregator run` writes it.'
    """
    return f"{words[0].upper()}{words[1:]}."


async def of_stories(
    db: queries.Reader, story_ids: Sequence[int], provider: str, default: str, address: Callable[[str], str]
) -> dict[int, Brief]:
    """Reads the briefs of a list of stories, those that have one; `address` makes a path a link."""
    rows = await story_briefs(db, story_ids)
    where = voices_elsewhere(await cited(db, cited_articles(rows.values()), provider, default), address)
    found = {story_id: shown_brief(row, where) for story_id, row in rows.items()}
    return {story_id: brief for story_id, brief in found.items() if brief}


def shown_brief(row: BriefRow, where: Where) -> Brief | None:
    """Makes a stored brief what a page shows; None for one without a sentence."""
    summary, points, agree = (_told(json.loads(getattr(row, name)), where) for name in _LISTS)
    alone = json.loads(row.only_said_by)
    if not summary and not points:
        return None
    return Brief(
        summary, points, row.language, row.made, how_made_words(row), agree,
        [(side, _told(alone[side], where)) for side in SIDES if alone.get(side)],
    )  # fmt: skip


def shown_generated(row: GeneratedRow, where: Where, here: Iterable[int]) -> Generated:
    """Makes a stored text of a model what a page shows."""
    inputs, present = articles_of(row.inputs), set(here)
    return Generated(
        row, _told(json.loads(row.summary), where), _told(json.loads(row.key_points), where),
        [where(article) for article in inputs], len(json.loads(row.dropped)),
        [article for article in inputs if article not in present],
    )  # fmt: skip


def articles_of(inputs: str) -> list[int]:
    """Lists the articles that a model was given."""
    return [int(one["article"]) for one in json.loads(inputs)]


def _told(statements: Iterable[Mapping[str, object]], where: Where) -> list[Told]:
    return [_one(str(one["text"]), [where(article) for article in one["articles"]]) for one in statements]  # type: ignore[attr-defined]


def _one(text: str, found: Sequence[Voice]) -> Told:
    others = sorted(found[1:], key=lambda voice: STEPS.index(voice.place))
    return Told(text, found[0], others[:_MOST_LETTERS], max(0, len(others) - _MOST_LETTERS))


def how_made_words(row: BriefRow) -> str:
    """Says how a brief was made, in one line."""
    language = language_name(row.language) if row.language else None
    if row.headline is None:
        return how_made(language, rule=row.rule)
    return how_made(language, row.sources, row.left_out, row.rule)


def cited_articles(rows: Iterable[BriefRow]) -> Iterator[int]:
    """Yields the articles that the sentences of briefs rest on."""
    for row in rows:
        lists = [*(json.loads(getattr(row, name)) for name in _LISTS), *json.loads(row.only_said_by).values()]
        yield from (article for found in lists for one in found for article in one["articles"])


def as_json(found: InBrief) -> dict[str, object]:
    """Says what `aggregator brief --json` says."""
    row = found.row if found.brief else None
    headline = json.loads(row.headline) if row and row.headline else found.headline
    return {
        "headline": headline,
        **{name: json.loads(getattr(row, name)) if row else [] for name in _LISTS},
        "only_said_by": json.loads(row.only_said_by) if row else {},
        "how_made": found.brief.how_made if found.brief else None,
        "sources": row.sources if row else None,
        "left_out": row.left_out if row else None,
        "language": found.row.language if found.row else None,
        "made": found.row.made if found.row else None,
        "why_none": found.why_none,
    }


def generated_as_json(row: GeneratedRow | None, here: Iterable[int]) -> dict[str, object] | None:
    """Says what a model wrote, its notice first."""
    if row is None:
        return None
    present = set(here)
    return {
        "notice": row.notice,
        "model": row.model,
        "made": row.made,
        "summary": json.loads(row.summary),
        "key_points": json.loads(row.key_points),
        "language": row.language,
        "prompt": row.prompt,
        "inputs": json.loads(row.inputs),
        "dropped": [one["articles"] for one in json.loads(row.dropped)],
        "inputs_gone": [article for article in articles_of(row.inputs) if article not in present],
    }


def sentences(told: Iterable[Told]) -> list[dict[str, object]]:
    """Says sentences as `aggregator brief --json` does, with those of their articles that a page names."""
    return [{"text": one.text, "articles": [voice.article_id for voice in (one.own, *one.others)]} for one in told]

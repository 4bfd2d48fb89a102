"""What is stored of the brief of a story or an article, with what stands beside it, and why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from aggregator.briefs.made import why_none, why_of_article
from aggregator.lookup import find_article, find_story, kind_of
from aggregator.store import Store, told
from aggregator.store.told import ArticleFacts, Generated, ToldBrief


@dataclass(frozen=True, slots=True)
class InBrief:
    """A story or an article in brief: `story` is None for an article, `article` for a story of several texts.

    `redirect` says that the story that was asked for was merged into this one; `articles` are those that its sentences
    name; `why_none` is '' where there are sentences.
    """

    story: int | None
    article: ArticleFacts | None
    redirect: str
    brief: ToldBrief | None
    generated: Generated | None
    articles: tuple[ArticleFacts, ...]
    why_none: str


def read_brief(store: Store, target: str, characters: int) -> InBrief:
    """Reads the brief of a story (12, s12) or an article (a34 or its address); raises NotFoundError or UsageError.

    `characters` are those of a text that may be published. A story of one text has that article's brief.
    """
    if kind_of(target) == "article":
        return _of_article(store, find_article(store, target), characters)
    found = find_story(store, target)
    brief, written = told.of_story(store.db, found.id), told.generated(store.db, story=found.id)
    members = told.facts_of(store.db, told.members(store.db, found.id))
    texts = {member.text_of for member in members}
    if brief is None and len(texts) == 1:
        one = _of_article(store, members[0].article, characters)
        return InBrief(found.id, one.article, found.redirect, one.brief, written, one.articles, one.why_none)
    named = told.facts_of(store.db, set(_named(brief, written)))
    why = "" if brief and brief.summary else _why_none_of_story(brief, characters, len(texts))
    return InBrief(found.id, None, found.redirect, brief, written, tuple(named), why)


def _of_article(store: Store, article: int, characters: int) -> InBrief:
    """Reads the brief of an article: that of the one whose text it is, where its text is another's."""
    [facts] = told.facts_of(store.db, [article])
    brief = told.of_article(store.db, article) or told.of_article(store.db, facts.text_of)
    written = told.generated(store.db, article=article)
    named = told.facts_of(store.db, set(_named(brief, written)))
    flags = json.loads(facts.flags)
    placed = facts.story is not None
    reason = why_of_article(characters, flags, facts.text_kind, has_text=bool(facts.has_text), placed=placed)
    why = "" if brief else why_none(reason)
    return InBrief(None, facts, "", brief, written, tuple(named), why)


def _why_none_of_story(brief: ToldBrief | None, characters: int, texts: int) -> str:
    if not characters:
        return why_none("not allowed")
    return why_none("no sentence" if brief else "not yet", texts)


def _named(brief: ToldBrief | None, written: Generated | None) -> Iterator[int]:
    lists = [*(brief.only_said_by or {}).values(), brief.agree or ()] if brief else []
    if brief and brief.headline:
        lists.append([brief.headline])
    for one in (brief, written):
        lists += [one.summary, one.key_points] if one else []
    return (article for sentences in lists for sentence in sentences for article in sentence["articles"])

"""Reads briefs back, with the articles that they rest on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from aggregator.decide import snippet_bound

Sentences = list[dict[str, Any]]
"""As they are stored: [{"text": ..., "articles": [...]}]."""

_ARTICLE = """
select article.id as article, member.story_id as story, article.title, article.url, article.kind, article.text_kind,
  article.published, article.published_day, article.summary, article.flags, article.canonical,
  (select original.kind from articles original where original.url = article.canonical) as original_kind,
  article.carrier,
  coalesce(article.body, '') <> '' as has_text, outlet.name as outlet,
  outlet.description, outlet.domain, outlet.homepage, bias.side, bias.provider, bias.label, bias.lean,
  bias.rating_scope, bias.rating_valid_from, bias.extrapolated, bias.borrowed,
  coalesce(origin.representative_id, article.id) as text_of
from articles article
join outlets outlet on outlet.id = article.outlet_id
join articles_with_bias bias on bias.article_id = article.id
left join story_articles member on member.article_id = article.id
left join copies copy on copy.article_id = article.id
left join origins origin on origin.id = copy.origin_id
"""
_TELLING = "made, rule, language, summary, key_points"


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What stands beside the brief of an article: its outlet, and its rating as of publication by the site's provider.

    `label` is None where the provider does not rate the outlet; `text_of` is the article whose text it is.
    `canonical` is what its page names as the original, `original_kind` the kind of that where it is stored.
    """

    article: int
    story: int | None
    title: str
    url: str
    kind: str
    text_kind: str
    published: str | None
    published_day: str | None
    summary: str | None
    flags: str
    canonical: str | None
    original_kind: str | None
    carrier: str | None
    has_text: int
    outlet: str
    description: str | None
    domain: str | None
    homepage: str | None
    side: str
    provider: str
    label: str | None
    lean: int | None
    rating_scope: str | None
    rating_valid_from: str | None
    extrapolated: int
    borrowed: int
    text_of: int

    @property
    def bound(self) -> int | None:
        return snippet_bound(json.loads(self.flags))


@dataclass(frozen=True, slots=True)
class ToldBrief:
    """A stored brief; `headline` is None for one article's, as are the counts of origins."""

    made: str
    rule: str
    language: str | None
    summary: Sentences
    key_points: Sentences
    headline: dict[str, Any] | None = None
    agree: Sentences | None = None
    only_said_by: dict[str, Sentences] | None = None
    sources: int | None = None
    left_out: int | None = None


@dataclass(frozen=True, slots=True)
class Generated:
    """A text that a model wrote, with the sentence that says so."""

    notice: str
    model: str
    made: str
    language: str | None
    summary: Sentences
    key_points: Sentences


def facts_of(db: Database, articles: Iterable[int]) -> list[ArticleFacts]:
    """Reads articles, the oldest first."""
    query = f"{_ARTICLE} where article.id in (select value from json_each(?))"
    rows = db.query(f"{query} order by coalesce(article.published, article.first_seen), article.id", [_ids(articles)])
    return [ArticleFacts(**row) for row in rows]


def members(db: Database, story: int) -> list[int]:
    """Lists the articles of a story."""
    rows = db.execute("select article_id from story_articles where story_id = ? order by article_id", [story])
    return [article for (article,) in rows.fetchall()]


def of_story(db: Database, story: int) -> ToldBrief | None:
    query = f"select {_TELLING}, headline, agree, only_said_by, sources, left_out from briefs where story_id = ?"
    return next((ToldBrief(**_read(row)) for row in db.query(query, [story])), None)


def of_article(db: Database, article: int) -> ToldBrief | None:
    rows = db.query(f"select {_TELLING} from article_briefs where article_id = ?", [article])
    return next((ToldBrief(**_read(row)) for row in rows), None)


def generated(db: Database, *, story: int | None = None, article: int | None = None) -> Generated | None:
    """Reads the latest text that a model wrote of a story or of an article."""
    rows = db.query(
        "select notice, model, made, language, summary, key_points from generated_briefs"
        " where story_id = ?1 or article_id = ?2 order by id desc limit 1",
        [story, article],
    )
    return next((Generated(**_read(row)) for row in rows), None)


_JSON = ("headline", "summary", "key_points", "agree", "only_said_by")


def _read(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: json.loads(row[name]) for name in _JSON if name in row}


def _ids(articles: Iterable[int]) -> str:
    return json.dumps([*articles])

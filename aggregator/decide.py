"""What a draft does to the article it is about; decided here, done by ingest.

A feed's blurb, an article's page and an imported row are different kinds of draft. Kinds never revise one another: the
headline on a page often differs from the one in the feed without anybody having changed anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from rapidfuzz import fuzz, utils

from aggregator.models import ArticleDraft, DraftKind, LanguageSource, MediaKind, Scope

TextField = Literal["title", "summary", "body"]

# Whose text stays when two kinds of draft tell the same article: the feed's headline and blurb are what readers of the
# outlet's front page saw, the page has the whole text.
_RANK: Mapping[TextField, tuple[DraftKind, ...]] = MappingProxyType(
    {
        "title": (DraftKind.PAGE, DraftKind.IMPORT, DraftKind.FEED),
        "summary": (DraftKind.PAGE, DraftKind.IMPORT, DraftKind.FEED),
        "body": (DraftKind.FEED, DraftKind.IMPORT, DraftKind.PAGE),
    }
)
_FILLED: tuple[str, ...] = (
    "byline",
    "language",
    "language_from",
    "section",
    "image",
    "published",
    "published_raw",
    "wire",
    "guid",
)

# Two headlines under one reused guid are one article's when they share about half of their words. In the demo newsroom
# its three retitled articles score 50, 53 and 79, and 4 % of the pairs of different articles of one outlet reach 50
# (tests/test_decide.py): a guard against reused guids, which are rare, not a test of likeness.
_SAME_TEXT = 50.0


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the store has it, as far as a draft can change it."""

    id: int
    url: str
    title: str
    title_from: DraftKind
    summary: str | None = None
    summary_from: DraftKind | None = None
    body: str | None = None
    body_from: DraftKind | None = None
    body_status: str | None = None
    byline: str | None = None
    language: str | None = None
    section: str | None = None
    scope: str = Scope.NEWS
    kind: str = MediaKind.TEXT
    image: str | None = None
    published: str | None = None
    published_raw: str | None = None
    wire: str | None = None
    guid: str | None = None
    canonical: str | None = None
    language_from: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    field: TextField
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Insert:
    """The draft is a new article's."""


@dataclass(frozen=True, slots=True)
class Update:
    """The article's columns to set, and what of it a reader would call a change."""

    values: Mapping[str, object] = field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """The draft says nothing new."""


Decision = Insert | Update | Skip


def decide(draft: ArticleDraft, stored: StoredArticle | None) -> Decision:
    """Says what a draft does to the stored article it is about (None: there is none)."""
    if stored is None:
        return Insert()
    values: dict[str, object] = {}
    revisions: list[Revision] = []
    for name in _RANK:
        _weigh_text(name, draft, stored, values, revisions)
    values |= _fill(draft, stored)
    if not values:
        return Skip()
    return Update(values, tuple(revisions))


def _weigh_text(
    name: TextField, draft: ArticleDraft, stored: StoredArticle, values: dict[str, object], revisions: list[Revision]
) -> None:
    new, old = getattr(draft, name), getattr(stored, name)
    kind: DraftKind | None = getattr(stored, f"{name}_from")
    if not new or (new == old and kind == draft.draft_kind):
        return
    if old and kind is not None and _RANK[name].index(draft.draft_kind) < _RANK[name].index(kind):
        return
    values[name], values[f"{name}_from"] = new, draft.draft_kind
    if name == "body":
        values |= {"body_status": draft.body_status, "word_count": draft.word_count}
    if old and kind == draft.draft_kind:
        revisions.append(Revision(name, old, new))


def _fill(draft: ArticleDraft, stored: StoredArticle) -> dict[str, object]:
    """Takes what the draft tells and the store does not know yet; an opinion piece never turns back into news."""
    filled = {name: getattr(draft, name) for name in _FILLED if getattr(draft, name) and not getattr(stored, name)}
    if stored.language_from == LanguageSource.TEXT and draft.language_from not in (None, LanguageSource.TEXT):
        filled |= {"language": draft.language, "language_from": draft.language_from}  # told counts more than guessed
    if draft.body_status and not draft.body and not stored.body and draft.body_status != stored.body_status:
        filled["body_status"] = draft.body_status
    if draft.canonical_url and not stored.canonical:
        filled["canonical"] = draft.canonical_url
    if draft.scope != Scope.NEWS and stored.scope == Scope.NEWS:
        filled["scope"] = draft.scope
    if draft.kind == MediaKind.VIDEO and stored.kind == MediaKind.TEXT and draft.draft_kind == DraftKind.FEED:
        filled["kind"] = draft.kind
    return filled


def same_article(draft: ArticleDraft, stored_url: str, stored_title: str) -> bool:
    """Says whether a guid that comes back with another address still means the same article.

    It does when both addresses carry the same id (a retitle moves the slug) or the headlines share most of their words.
    """
    if _ids(draft.url) & _ids(stored_url):
        return True
    return fuzz.token_sort_ratio(draft.title[:512], stored_title[:512], processor=utils.default_process) >= _SAME_TEXT


def _ids(url: str) -> set[str]:
    """Finds the article ids in an address: runs of five digits or more that are no date such as 20261103."""
    digits = re.findall(r"\d{5,}", url.partition("//")[2].partition("/")[2])
    return {run for run in digits if not re.fullmatch(r"(19|20)\d{2}[01]\d[0-3]\d", run)}

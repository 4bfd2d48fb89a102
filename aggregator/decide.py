"""What a draft does to the article it is about; decided here, done by ingest.

A feed's blurb, an article's page and an imported row are different kinds of draft. Kinds never revise one another: the
headline on a page often differs from the one in the feed without anybody having changed anything. Nor do two feeds: a
front page and a section write different headlines over one article for as long as they carry it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Literal, get_args

from rapidfuzz import fuzz, utils

from aggregator.models import ArticleDraft, BodyStatus, DraftKind, LanguageSource, MediaKind, Scope, TextKind
from aggregator.text import count_words, same_wording, wording

TextField = Literal["title", "summary", "body"]

# Flags that this module sets or obeys.
NO_ARCHIVE = "noarchive"  # its page asks that its text not be kept
BODY_PURGED = "body_purged"  # its text was kept as long as store.keep_bodies_days says
NO_SNIPPET = "nosnippet"  # its page asks that nothing of its text be shown
MAX_SNIPPET = "max-snippet:"  # its page asks that no more than the characters that follow be shown of its text
ALTERNATES = "alternates"  # its feed shows two texts by turns
GUID_REUSED = "guid_reused"  # its feed had given its guid to another article before
_OF_THE_BODY = ("body", "body_from", "body_status", "word_count")

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
    "section",
    "image",
    "published",
    "published_raw",
    "wire",
    "guid",
)

# What a page says of its text, or of itself, that is worth keeping beside what the feed's entry was flagged with.
_LASTING_FLAGS = (NO_ARCHIVE, NO_SNIPPET, "too_large", "canonical_elsewhere")

# Two texts under one reused guid are one article's when the headlines or the summaries are alike. In the demo newsroom
# the summaries of its three retitled articles score 78, 85 and 100, their headlines 50, 53 and 79; of 497 pairs of
# different articles of one outlet four reach 60 by either, each a piece and its follow-up weeks later in like words
# (tests/test_decide.py). Without a summary on both sides the headlines decide alone, at 50, which 25 of those pairs
# reach: a guard against reused guids, which are rare.
_SAME_TEXT = 60.0
_SAME_TITLE_ALONE = 50.0
_SUMMARY_WORDS = 8  # a shorter summary is a label ("Read the whole report"), equal under every article of an outlet

ALTERNATION = timedelta(hours=24)
"""How long a text that an article had twice is not taken again: feeds test two headlines against each other, or two
servers behind one address answer by turns, and at a poll a quarter of an hour either makes 96 changes a day."""


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
    flags: str = "[]"
    text_kind: str = TextKind.PUBLISHER
    outlet_id: int = 0
    carrier: str | None = None


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


def decide(draft: ArticleDraft, stored: StoredArticle | None, repeated: Set[TextField] = frozenset()) -> Decision:
    """Says what a draft does to the stored article it is about (None: there is none).

    `repeated` are the texts in which its feed says nothing new; they change no text of another feed.
    """
    if stored is None:
        return Insert()
    values: dict[str, object] = {}
    revisions: list[Revision] = []
    for name in _RANK:
        if _has_news(name, draft, stored, repeated):
            _take_text(name, draft, stored, values, revisions)
    values |= _fill(draft, stored)
    if not values:
        return Skip()
    return Update(values, tuple(revisions))


def _has_news(name: TextField, draft: ArticleDraft, stored: StoredArticle, repeated: Set[TextField]) -> bool:
    """Says whether a draft's text takes the place of the stored one."""
    new, old = getattr(draft, name), getattr(stored, name)
    kind: DraftKind | None = getattr(stored, f"{name}_from")
    if not new or (name == "body" and _keeps_its_body(draft, stored)):
        return False
    if not old or kind is None:
        return True
    if kind != draft.draft_kind:
        return _RANK[name].index(draft.draft_kind) > _RANK[name].index(kind)
    return name not in repeated and not same_wording(old, new)


def _keeps_its_body(draft: ArticleDraft, stored: StoredArticle) -> bool:
    """A text that was purged does not come back, and a page that is locked later takes away nothing that was free.

    Nor does an old capture of a page that asks by now that its text not be kept.
    """
    if BODY_PURGED in flags_of(stored):
        return True
    if NO_ARCHIVE in flags_of(stored) and draft.draft_kind == DraftKind.IMPORT:
        return True
    whole = stored.body_status in (None, BodyStatus.FULL)
    return bool(stored.body) and whole and draft.body_status not in (None, BodyStatus.FULL)


def _take_text(
    name: TextField, draft: ArticleDraft, stored: StoredArticle, values: dict[str, object], revisions: list[Revision]
) -> None:
    new, old = getattr(draft, name), getattr(stored, name)
    values[name], values[f"{name}_from"] = new, draft.draft_kind
    if name == "body":
        values |= {"body_status": draft.body_status, "word_count": draft.word_count}
    if old and getattr(stored, f"{name}_from") == draft.draft_kind:
        revisions.append(Revision(name, old, new))


def _fill(draft: ArticleDraft, stored: StoredArticle) -> dict[str, object]:
    """Takes what the draft tells and the store does not know yet; an opinion piece never turns back into news."""
    filled = {name: getattr(draft, name) for name in _FILLED if getattr(draft, name) and not getattr(stored, name)}
    guessed = stored.language_from == LanguageSource.TEXT and draft.language_from != LanguageSource.TEXT
    if draft.language and (not stored.language or guessed):  # told counts more than guessed
        filled |= {"language": draft.language, "language_from": draft.language_from}
    if draft.body_status and not draft.body and not stored.body and draft.body_status != stored.body_status:
        filled["body_status"] = draft.body_status
    if draft.canonical_url and not stored.canonical:
        filled["canonical"] = draft.canonical_url
    if draft.scope != Scope.NEWS and stored.scope == Scope.NEWS:
        filled["scope"] = draft.scope
    # The page has the whole text: what its feed's short one says of that counts only until the page was read.
    unread = draft.draft_kind != DraftKind.FEED or stored.body_from != DraftKind.PAGE
    if draft.text_kind and draft.text_kind != stored.text_kind and unread:
        filled["text_kind"] = draft.text_kind
    if draft.kind == MediaKind.VIDEO and stored.kind == MediaKind.TEXT and draft.draft_kind == DraftKind.FEED:
        filled["kind"] = draft.kind
    lasting = [flag for flag in draft.flags if _lasts(flag) and flag not in flags_of(stored)]
    # The page of today counts more than a capture of it. A feed's text is written for programs, and is not meant.
    if stored.body_from == DraftKind.PAGE and draft.draft_kind == DraftKind.IMPORT:
        lasting = [flag for flag in lasting if flag != NO_ARCHIVE]
    elif NO_ARCHIVE in draft.flags and stored.body and stored.body_from != DraftKind.FEED:
        filled |= dict.fromkeys(_OF_THE_BODY)
    if lasting:
        filled["flags"] = json.dumps([*flags_of(stored), *lasting])
    return filled


def _lasts(flag: str) -> bool:
    return flag in _LASTING_FLAGS or flag.startswith(MAX_SNIPPET)


def snippet_bound(flags: Iterable[str]) -> int | None:
    """How many characters of an article's text may be shown by its flags; None where its page sets no limit.

    >>> snippet_bound(["no_date", "max-snippet:50", "max-snippet:80"]), snippet_bound(["nosnippet"]), snippet_bound([])
    (50, 0, None)
    """
    limits = [flag.removeprefix(MAX_SNIPPET) for flag in flags if flag.startswith((NO_SNIPPET, MAX_SNIPPET))]
    return min((int(limit) if limit.isdigit() else 0 for limit in limits), default=None)


def flags_of(stored: StoredArticle) -> tuple[str, ...]:
    return tuple(json.loads(stored.flags))


def steadied(update: Update, stored: StoredArticle, lately: Sequence[Revision]) -> Update | Skip:
    """Leaves out the changes back to a text that the article had twice already, and flags it as alternating.

    `lately` are its revisions of the last ALTERNATION, the oldest first. A headline that is changed and changed back is
    two revisions; a feed that goes on alternating adds one more, and the article keeps the newer of the two texts.
    """
    held = [change.field for change in update.revisions if _times_had(change, lately) > 1]
    if not held:
        return update
    gone = {name for text in held for name in ((text, f"{text}_from") if text != "body" else _OF_THE_BODY)}
    values = {name: value for name, value in update.values.items() if name not in gone}
    if ALTERNATES not in flags_of(stored):
        flags = json.loads(str(values.get("flags", stored.flags)))
        values["flags"] = json.dumps([*flags, ALTERNATES])
    if not values:
        return Skip()
    return Update(values, tuple(change for change in update.revisions if change.field not in held))


def _times_had(change: Revision, lately: Sequence[Revision]) -> int:
    """Counts how often an article had the text that a change would give it."""
    mine = [one for one in lately if one.field == change.field]
    had = [mine[0].old or "", *(one.new for one in mine)] if mine else []
    return Counter(map(wording, had))[wording(change.new)]


def said(draft: ArticleDraft) -> str:
    """Names the wording of a feed's headline, summary and body, so that the next poll can tell what is new in it.

    >>> said(ArticleDraft(DraftKind.FEED, "", "", "Ferry aground"))
    'ece5814d279d - -'
    """
    texts = (getattr(draft, name) for name in get_args(TextField))
    return " ".join(hashlib.sha256(wording(text).encode()).hexdigest()[:12] if text else "-" for text in texts)


def repeated(now: str, before: str | None) -> frozenset[TextField]:
    """Gives the texts in which a feed says nothing new: as `before`, or all where it never carried the article.

    Both are what `said` makes of a draft. A feed that comes late to an article has its own words for it from the start;
    nobody changed anything.
    """
    names: tuple[TextField, ...] = get_args(TextField)
    if before is None or before == now:
        return frozenset(names)
    return frozenset(name for name, old, new in zip(names, before.split(), now.split(), strict=True) if old == new)


def same_article(draft: ArticleDraft, stored_url: str, stored_title: str, stored_summary: str | None = None) -> bool:
    """Says whether a guid that comes back with another address still means the same article.

    It does when both addresses carry the same id (a retitle moves the slug), or the headlines or summaries are alike.
    """
    if _ids(draft.url) & _ids(stored_url):
        return True
    titles = _likeness(draft.title, stored_title)
    new, old = draft.summary or "", stored_summary or ""
    if min(count_words(new), count_words(old)) < _SUMMARY_WORDS:
        return titles >= _SAME_TITLE_ALONE
    return max(titles, _likeness(new, old)) >= _SAME_TEXT


def _likeness(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(one[:512], other[:512], processor=utils.default_process)


def _ids(url: str) -> set[str]:
    """Finds the article ids in an address: runs of five digits or more that are no date such as 20261103."""
    digits = re.findall(r"\d{5,}", url.partition("//")[2].partition("/")[2])
    return {run for run in digits if not re.fullmatch(r"(19|20)\d{2}[01]\d[0-3]\d", run)}

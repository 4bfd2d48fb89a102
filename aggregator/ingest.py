"""The one door into the store: drafts and polls come in, articles, sightings and revisions stand there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from aggregator.decide import Insert, Skip, StoredArticle, decide, same_article
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, LanguageSource, PollCode
from aggregator.outlets import NameMatch, OutletIndex
from aggregator.schedule import Brought, after_poll
from aggregator.store import Store
from aggregator.store.reference import FeedOrigin
from aggregator.times import iso
from aggregator.urls import urn_for
from aggregator.whose import Belongings

Outcome = Literal["new", "revised", "unchanged"]

# Guids in the wild are addresses or ids; a longer one is an attack on the index, and its start tells it apart as well.
_GUID_CHARACTERS = 1024


@dataclass(frozen=True, slots=True)
class PollCounts:
    new: int = 0
    revised: int = 0
    unchanged: int = 0


class Ingest:
    """Stores what feeds, pages and files say; `clock` tells the time, `language_of` a text's language.

    `doubtful` gathers names that fit no outlet.
    """

    def __init__(
        self,
        store: Store,
        index: OutletIndex,
        clock: Callable[[], datetime],
        poll_minutes: int,
        run_id: int | None = None,
        language_of: Callable[[str], str | None] = lambda text: None,
    ) -> None:
        self._store = store
        self._belongings = Belongings(index, store.reference)
        self._language_of = language_of
        self._clock = clock
        self._shortest = timedelta(minutes=poll_minutes)
        self._run_id = run_id
        self._started = clock()
        self._fresh = 0

    @property
    def doubtful(self) -> dict[str, NameMatch]:
        return self._belongings.doubtful

    def poll(self, poll: FeedPoll) -> PollCounts:
        """Stores a poll's drafts, its outcome, its validators and when it is next, in one transaction."""
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0}
        feeds = self._store.feeds
        self._fresh = 0
        with self._store.transaction():
            origin = self._store.reference.feed_origin(poll.feed_id)
            for draft in poll.drafts:
                counts[self._add(draft, poll.feed_id, origin)] += 1
            # An answer that says "nothing new" sees as far back as the one before it.
            same = poll.code in (PollCode.NOT_MODIFIED, PollCode.UNCHANGED)
            reach = feeds.last_reach(poll.feed_id) if same else reaches_back(poll.drafts)
            before, brought = feeds.schedule(poll.feed_id), Brought(self._fresh, reach)
            after = after_poll(before, poll, brought, self._started, self._shortest)
            feeds.polled(poll, self._run_id, counts | {"fresh": self._fresh}, reach, after)
        return PollCounts(**counts)

    def add(self, draft: ArticleDraft) -> Outcome:
        """Stores one draft, in a transaction of its own."""
        with self._store.transaction():
            return self._add(draft, None, None)

    def add_all(self, drafts: Iterable[ArticleDraft]) -> PollCounts:
        """Stores many drafts in one transaction."""
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0}
        with self._store.transaction():
            for draft in drafts:
                counts[self._add(draft, None, None)] += 1
        return PollCounts(**counts)

    def _add(self, draft: ArticleDraft, feed_id: int | None, origin: FeedOrigin | None) -> Outcome:
        now = iso(self._clock())
        url = draft.url or self._urn(draft)
        stored = self._stored(draft, url, feed_id)
        if stored is None and not draft.title:  # a page that gave nothing, of an article that is gone
            return "unchanged"
        draft = self._with_language(draft, stored)
        decision = decide(draft, stored)
        article_id = stored.id if stored else 0
        outcome: Outcome = "unchanged"
        match decision:
            case Insert():
                whose = self._belongings.of(draft, origin)
                article_id = self._store.articles.insert(draft, url, whose.outlet_id, now, whose.carrier)
                outcome = "new"
            case Skip():
                self._store.articles.seen_again(article_id, now)
            case _:
                self._store.articles.update(article_id, decision.values, decision.revisions, now)
                outcome = "revised" if decision.revisions else "unchanged"
        if draft.draft_kind == DraftKind.PAGE:
            self._store.articles.page_tried(article_id, answered=bool(draft.title or draft.body))
        if feed_id is not None and draft.guid:
            self._fresh += self._store.articles.sighted(feed_id, draft.guid[:_GUID_CHARACTERS], article_id, now)
        return outcome

    def _stored(self, draft: ArticleDraft, url: str, feed_id: int | None) -> StoredArticle | None:
        """Finds the article that a draft is about: by its address, its guid in this feed, or an address it once had."""
        articles = self._store.articles
        if by_url := articles.by_url(url):
            return by_url
        sighted = articles.by_sighting(feed_id, draft.guid[:_GUID_CHARACTERS]) if feed_id and draft.guid else None
        if sighted and same_article(draft, sighted.url, sighted.title):
            articles.move(sighted.id, sighted.url, url)
            return sighted
        moved = articles.by_old_url(url)
        if moved and (draft.draft_kind == DraftKind.PAGE or same_article(draft, moved.url, moved.title)):
            return moved
        if moved:
            articles.forget_old_url(url)
        return None

    def _with_language(self, draft: ArticleDraft, stored: StoredArticle | None) -> ArticleDraft:
        """Says where the draft's language was told; guesses it from the text where nobody has told it so far."""
        if draft.language:
            return replace(draft, language_from=LanguageSource(draft.draft_kind.value))
        if stored is not None and stored.language:
            return draft
        told = self._language_of("\n".join(filter(None, (draft.title, draft.summary, draft.body))))
        return replace(draft, language=told, language_from=LanguageSource.TEXT) if told else draft

    def _urn(self, draft: ArticleDraft) -> str:
        """The address of a row without one: its doc_id tells, and its title where another article has that doc_id."""
        urn = urn_for(draft.guid or draft.title)
        holder = self._store.articles.by_url(urn)
        if holder is None or same_article(draft, holder.url, holder.title):
            return urn
        return urn_for(f"{draft.guid} {draft.title}")


def reaches_back(drafts: Sequence[ArticleDraft]) -> datetime | None:
    """Returns the moment since when a feed's answer lists everything, None where its entries have no dates.

    A feed lists its newest entries, so it reaches back to its oldest one; but some keep an old piece pinned, so the
    oldest tenth of the entries, one at least, does not count.
    """
    moments = sorted(draft.published for draft in drafts if draft.published)
    if len(moments) < 2 or len(moments) < len(drafts):
        return None
    return moments[max(1, len(moments) // 10)]

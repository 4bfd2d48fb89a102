"""The one door into the store: drafts and polls come in, articles, sightings and revisions stand there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from aggregator.decide import (
    ALTERNATION,
    GUID_REUSED,
    Decision,
    Insert,
    Skip,
    StoredArticle,
    Update,
    decide,
    repeated,
    said,
    same_article,
    steadied,
)
from aggregator.leave_alone import LeaveAlone
from aggregator.models import ArticleDraft, DraftKind, FeedPoll
from aggregator.outlets import NameMatch, OutletIndex, is_carrier
from aggregator.refusals import Refusals
from aggregator.resources import registrable_domain
from aggregator.store import Store
from aggregator.store.reference import NAMELESS
from aggregator.times import iso
from aggregator.urls import host_of, urn_for

Outcome = Literal["new", "revised", "unchanged", "refused"]

# A feed is due again when nine tenths of its time are over, counted from the start of the run: a cycle that starts
# every 15 minutes would else find its feeds due a second too late, and poll them every other time.
PATIENCE = 0.9

# Guids in the wild are addresses or ids; a longer one is an attack on the index, and its start tells it apart as well.
_GUID_CHARACTERS = 1024


@dataclass(frozen=True, slots=True)
class PollCounts:
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: int = 0


class Ingest:
    """Stores what feeds, pages and files say; `clock` tells the time, `doubtful` gathers names that fit no outlet."""

    def __init__(
        self,
        store: Store,
        index: OutletIndex,
        clock: Callable[[], datetime],
        poll_minutes: int,
        run_id: int | None = None,
        refusals: Refusals | None = None,
    ) -> None:
        self._store = store
        self._index = index
        self._clock = clock
        self._poll_every = timedelta(minutes=poll_minutes) * PATIENCE
        self._run_id = run_id
        self._refusals = refusals or Refusals(store, index, LeaveAlone((), ()))
        self._started = clock()
        self._listed_ids = store.reference.outlet_ids()
        self.doubtful: dict[str, NameMatch] = {}

    def poll(self, poll: FeedPoll) -> PollCounts:
        """Stores a poll's drafts, its outcome and its validators in one transaction."""
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0, "refused": 0}
        with self._store.transaction():
            feed_outlet = self._store.feeds.outlet_of(poll.feed_id)
            told: set[int] = set()
            for draft in poll.drafts:
                counts[self._add(draft, poll.feed_id, feed_outlet, told)] += 1
            next_poll = iso(self._started + self._poll_every)
            self._store.feeds.polled(poll, self._run_id, counts, reaches_back(poll.drafts), next_poll)
        return PollCounts(**counts)

    def add(self, draft: ArticleDraft) -> Outcome:
        """Stores one draft, in a transaction of its own."""
        with self._store.transaction():
            return self._add(draft, None, None)

    def add_all(self, drafts: Iterable[ArticleDraft]) -> PollCounts:
        """Stores many drafts in one transaction."""
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0, "refused": 0}
        with self._store.transaction():
            for draft in drafts:
                counts[self._add(draft, None, None)] += 1
        return PollCounts(**counts)

    def _add(
        self, draft: ArticleDraft, feed_id: int | None, feed_outlet: int | None, told: set[int] | None = None
    ) -> Outcome:
        """Stores a draft; `told` are the articles of its poll so far: of two entries on one the first counts."""
        url = draft.url or self._urn(draft)
        if self._refusals.of_draft(draft, url, feed_id):
            return "refused"
        stored, draft = self._stored(draft, url, feed_id)
        if stored is None and not draft.title:  # a page that gave nothing, of an article that is gone
            return "unchanged"
        if stored and told is not None and stored.id in told:
            return "unchanged"
        words = said(draft) if feed_id is not None else ""
        decision = self._decided(draft, stored, feed_id, words)
        outcome, article_id = self._written(draft, url, stored, decision, feed_outlet)
        if outcome != "refused":
            self._note(draft, article_id, feed_id, outcome, words)
        if told is not None:
            told.add(article_id)
        return outcome

    def _written(
        self, draft: ArticleDraft, url: str, stored: StoredArticle | None, decision: Decision, feed_outlet: int | None
    ) -> tuple[Outcome, int]:
        """Does what was decided of a draft; returns that with the article's id, 0 where it was refused."""
        articles, now = self._store.articles, iso(self._clock())
        article_id = stored.id if stored else 0
        match decision:
            case Insert():
                outlet_id = self._outlet_id(draft, feed_outlet)
                if self._refusals.of_outlet(outlet_id):
                    return "refused", 0
                return "new", articles.insert(draft, url, outlet_id, now)
            case Skip():
                articles.seen_again(article_id, now)
                return "unchanged", article_id
            case Update(values, revisions):
                articles.update(article_id, values, revisions, now)
                return ("revised" if revisions else "unchanged"), article_id

    def _note(self, draft: ArticleDraft, article_id: int, feed_id: int | None, outcome: Outcome, words: str) -> None:
        """Counts a try at a page, asks for the page of an article that its feed changed, and keeps the sighting."""
        articles = self._store.articles
        if draft.draft_kind == DraftKind.PAGE:
            articles.page_tried(article_id, answered=bool(draft.title or draft.body))
        elif outcome == "revised":
            articles.look_again(article_id)
        if feed_id is not None and draft.guid:
            articles.sighted(feed_id, draft.guid[:_GUID_CHARACTERS], article_id, iso(self._clock()), words)

    def _decided(self, draft: ArticleDraft, stored: StoredArticle | None, feed_id: int | None, words: str) -> Decision:
        """Decides what a draft does; `words` is what its feed says (decide.said), compared with what it said before."""
        if stored is None:
            return decide(draft, None)
        before = "" if feed_id is None else self._store.articles.said(feed_id, stored.id)
        decision = decide(draft, stored, frozenset() if before == "" else repeated(words, before))
        if not isinstance(decision, Update) or not decision.revisions:
            return decision
        since = iso(self._clock() - ALTERNATION)
        return steadied(decision, stored, self._store.articles.changes(stored.id, since))

    def _stored(self, draft: ArticleDraft, url: str, feed_id: int | None) -> tuple[StoredArticle | None, ArticleDraft]:
        """Finds the article that a draft is about: by its address, its guid in this feed, or an address it once had.

        The draft comes back with a flag where its guid was another article's.
        """
        articles = self._store.articles
        if by_url := articles.by_url(url):
            return by_url, draft
        sighted = articles.by_sighting(feed_id, draft.guid[:_GUID_CHARACTERS]) if feed_id and draft.guid else None
        moved = articles.by_old_url(url)
        if sighted and same_article(draft, sighted.url, sighted.title, sighted.summary):
            # Never back: two entries with one guid and two addresses would move the article twice at every poll.
            if moved is None or moved.id != sighted.id:
                articles.move(sighted.id, sighted.url, url)
            return sighted, draft
        page = draft.draft_kind == DraftKind.PAGE
        if moved and (page or same_article(draft, moved.url, moved.title, moved.summary)):
            return moved, draft
        if moved:
            articles.forget_old_url(url)
        return None, replace(draft, flags=(*draft.flags, GUID_REUSED)) if sighted else draft

    def _urn(self, draft: ArticleDraft) -> str:
        """The address of a row without one: its doc_id tells, and its title where another article has that doc_id."""
        urn = urn_for(draft.guid or draft.title)
        holder = self._store.articles.by_url(urn)
        if holder is None or same_article(draft, holder.url, holder.title, holder.summary):
            return urn
        return urn_for(f"{draft.guid} {draft.title}")

    def _outlet_id(self, draft: ArticleDraft, feed_outlet: int | None) -> int:
        """Finds whose article a draft is: its address tells; a name does only where there is none, or a carrier's.

        A carrier (a video platform, a news portal) shows other outlets' work: the name it gives counts first, then the
        outlet whose feed it came by.
        """
        if not draft.url:
            return self._by_name(draft.outlet_name) if draft.outlet_name else self._store.reference.met(None, NAMELESS)
        if is_carrier(draft.url):
            match = self._index.by_name(draft.outlet_name) if draft.outlet_name else None
            if match and match.outlet:
                return self._listed_ids[match.outlet.domain]
            if feed_outlet is not None:
                return feed_outlet
        listed = self._index.by_address(draft.url)
        if listed:
            return self._listed_ids[listed.domain]
        domain = registrable_domain(host_of(draft.url))
        return self._store.reference.met(domain, domain)

    def _by_name(self, name: str) -> int:
        match = self._index.by_name(name)
        if match.outlet:
            return self._listed_ids[match.outlet.domain]
        self.doubtful[name] = match
        return self._store.reference.met(None, name)


def reaches_back(drafts: Sequence[ArticleDraft]) -> str | None:
    """Returns the moment since when a feed's answer lists everything, None where its entries have no dates.

    A feed lists its newest entries, so it reaches back to its oldest one; but some keep an old piece pinned, so the
    oldest tenth of the entries, one at least, does not count.
    """
    moments = sorted(draft.published for draft in drafts if draft.published)
    if len(moments) < 2 or len(moments) < len(drafts):
        return None
    return iso(moments[max(1, len(moments) // 10)])

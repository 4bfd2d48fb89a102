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
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, LanguageSource, PollCode, PrintedRating, TextKind
from aggregator.outlets import NameMatch, OutletIndex
from aggregator.ratings import LABELS
from aggregator.refusals import Refusals
from aggregator.schedule import Brought, after_poll
from aggregator.store import Store
from aggregator.store.reference import FeedOrigin
from aggregator.times import iso
from aggregator.urls import urn_for
from aggregator.whose import Belongings

Outcome = Literal["new", "revised", "unchanged", "refused"]

# Guids in the wild are addresses or ids; a longer one is an attack on the index, and its start tells it apart as well.
_GUID_CHARACTERS = 1024

NOT_NAMED = "(not named)"
"""The provider of a printed rating whose page says whose it is by no name."""


@dataclass(frozen=True, slots=True)
class PollCounts:
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: int = 0


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
        refusals: Refusals | None = None,
    ) -> None:
        self._store = store
        self._belongings = Belongings(index, store.reference)
        self._language_of = language_of
        self._clock = clock
        self._shortest = timedelta(minutes=poll_minutes)
        self._run_id = run_id
        self._refusals = refusals or Refusals(store.rights, index, LeaveAlone((), ()))
        self._started = clock()
        self._fresh = 0

    @property
    def doubtful(self) -> dict[str, NameMatch]:
        return self._belongings.doubtful

    def poll(self, poll: FeedPoll) -> PollCounts:
        """Stores a poll's drafts, its outcome, its validators and when it is next, in one transaction."""
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0, "refused": 0}
        feeds = self._store.feeds
        self._fresh = 0
        with self._store.transaction():
            origin = self._store.reference.feed_origin(poll.feed_id)
            told: set[int] = set()
            for draft in poll.drafts:
                counts[self._add(draft, poll.feed_id, origin, told)] += 1
            # An answer that says "nothing new" sees as far back as the one before it.
            same = poll.code in (PollCode.NOT_MODIFIED, PollCode.UNCHANGED)
            told_now = None if poll.partial else reaches_back(poll.drafts)
            reach = feeds.last_reach(poll.feed_id) if same else told_now
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
        counts: dict[str, int] = {"new": 0, "revised": 0, "unchanged": 0, "refused": 0}
        with self._store.transaction():
            for draft in drafts:
                counts[self._add(draft, None, None)] += 1
        return PollCounts(**counts)

    def _add(
        self, draft: ArticleDraft, feed_id: int | None, origin: FeedOrigin | None, told: set[int] | None = None
    ) -> Outcome:
        """Stores a draft; `told` are the articles of its poll so far: of two entries on one the first counts."""
        url = draft.url or self._urn(draft)
        if self._refusals.of_draft(draft, url, feed_id):
            return "refused"
        stored, draft = self._stored(draft, url, feed_id)
        if stored is None and draft.draft_kind == DraftKind.PAGE:  # its article was refused, or is gone by now
            return "unchanged"
        if stored and told is not None and stored.id in told:
            return "unchanged"
        draft = self._with_language(draft, stored)
        words = said(draft) if feed_id is not None else ""
        decision = self._told_whose(self._decided(draft, stored, feed_id, words), draft, stored, origin)
        outcome, article_id = self._written(draft, url, stored, decision, origin)
        if outcome != "refused":
            self._note(draft, article_id, feed_id, outcome, words)
        if told is not None:
            told.add(article_id)
        return outcome

    def _written(
        self, draft: ArticleDraft, url: str, stored: StoredArticle | None, decision: Decision, origin: FeedOrigin | None
    ) -> tuple[Outcome, int]:
        """Does what was decided of a draft; returns that with the article's id, 0 where it was refused."""
        articles, now = self._store.articles, iso(self._clock())
        article_id = stored.id if stored else 0
        match decision:
            case Insert():
                whose = self._belongings.of(draft, origin)
                if self._refusals.of_outlet(whose.outlet_id):
                    return "refused", 0
                told = replace(draft, text_kind=whose.text_kind)
                return "new", articles.insert(told, url, whose.outlet_id, now, whose.carrier)
            case Skip():
                articles.seen_again(article_id, now)
                return "unchanged", article_id
            case Update(values, revisions):
                articles.update(article_id, values, revisions, now)
                return ("revised" if revisions else "unchanged"), article_id

    def _told_whose(
        self, decision: Decision, draft: ArticleDraft, stored: StoredArticle | None, origin: FeedOrigin | None
    ) -> Decision:
        """Adds to a decision whose a stored article is by what was learnt of its kind; a person's word on it stays."""
        if not isinstance(decision, Update) or stored is None or "text_kind" not in decision.values:
            return decision
        whose = self._belongings.of(draft, origin)
        told: dict[str, object] = {"text_kind": whose.text_kind or stored.text_kind}
        moves = whose.by_link or (stored.carrier is not None and stored.text_kind != TextKind.PUBLISHER)
        if moves and not (self._store.articles.is_corrected(stored.id) or self._refusals.of_outlet(whose.outlet_id)):
            told |= {"outlet_id": whose.outlet_id, "carrier": whose.carrier}
        values = {name: value for name, value in decision.values.items() if name != "text_kind"}
        values |= {name: value for name, value in told.items() if value != getattr(stored, name)}
        return Update(values, decision.revisions) if values else Skip()

    def _note(self, draft: ArticleDraft, article_id: int, feed_id: int | None, outcome: Outcome, words: str) -> None:
        """Counts a try at a page, asks for the page of an article that its feed changed, and keeps the sighting."""
        articles = self._store.articles
        if draft.printed_ratings:
            articles.printed(article_id, map(_placed, draft.printed_ratings), iso(self._clock()))
        if draft.draft_kind == DraftKind.PAGE:
            articles.page_tried(article_id, answered=bool(draft.title or draft.body))
        elif outcome == "revised":
            articles.look_again(article_id)
        if feed_id is not None and draft.guid:
            now = iso(self._clock())
            self._fresh += articles.sighted(feed_id, draft.guid[:_GUID_CHARACTERS], article_id, now, words)

    def _decided(self, draft: ArticleDraft, stored: StoredArticle | None, feed_id: int | None, words: str) -> Decision:
        """Decides what a draft does; `words` is what its feed says (decide.said), compared with what it said before."""
        if stored is None:
            return decide(draft, None)
        articles = self._store.articles
        silent = repeated(words, articles.said(feed_id, stored.id)) if feed_id is not None else frozenset()
        decision = decide(draft, stored, silent)
        if not isinstance(decision, Update) or not decision.revisions:
            return decision
        since = iso(self._clock() - ALTERNATION)
        return steadied(decision, stored, articles.changes(stored.id, since))

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
        if holder is None or same_article(draft, holder.url, holder.title, holder.summary):
            return urn
        return urn_for(f"{draft.guid} {draft.title}")


def _placed(printed: PrintedRating) -> tuple[str, str, int | None]:
    """Gives a printed rating with the place of its label on the provider's own scale, None where it has none there."""
    scale = LABELS.get(printed.provider, {})
    return printed.provider or NOT_NAMED, printed.label, scale.get(printed.label.casefold().replace("centre", "center"))


def reaches_back(drafts: Sequence[ArticleDraft]) -> datetime | None:
    """Returns the moment since when a feed's answer lists everything, None where its entries have no dates.

    A feed lists its newest entries, so it reaches back to its oldest one; but some keep an old piece pinned, so the
    oldest tenth of the entries, one at least, does not count.
    """
    moments = sorted(draft.published for draft in drafts if draft.published)
    if len(moments) < 2 or len(moments) < len(drafts):
        return None
    return moments[max(1, len(moments) // 10)]

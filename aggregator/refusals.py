"""What is neither fetched nor stored: outlets that asked to be left alone, and what was removed on request."""

from __future__ import annotations

from aggregator.carriers import own_place
from aggregator.leave_alone import LeaveAlone, prefixes_of
from aggregator.models import ArticleDraft
from aggregator.outlets import OutletIndex, covers
from aggregator.store.feeds import Feeds
from aggregator.store.rights import Rights, address_key, guid_key, name_key, outlet_key
from aggregator.urls import canonical_url

REMOVED = "removed on request"


class Refusals:
    """Asked before every fetch and before every new article; what is removed meanwhile counts at once."""

    def __init__(self, rights: Rights | None, index: OutletIndex, leave_alone: LeaveAlone) -> None:
        """`rights` knows what was removed; there is None without a database."""
        self._rights = rights
        self._index = index
        self._leave_alone = leave_alone

    def of_address(self, url: str) -> str:
        """Says why an address is not fetched, nor what stands there stored; '' where nothing speaks against it."""
        return self._of(url)

    def of_draft(self, draft: ArticleDraft, url: str, feed_id: int | None) -> str:
        """Says why a draft is not stored under an address; '' where nothing speaks against it."""
        guid = guid_key(feed_id, draft.guid) if feed_id is not None and draft.guid else None
        return self._of(url, guid)

    def of_outlet(self, outlet_id: int) -> str:
        """Says why nothing of an outlet is stored, however it came: a portal shows the articles of many."""
        if self._rights is None:
            return ""
        domain, name = self._rights.outlet_named(outlet_id)
        if domain is not None:
            return self.of_address(domain)
        return REMOVED if self._rights.forgets_any([name_key(name)]) else ""

    def leave(self, feeds: Feeds) -> int:
        """Has the feeds of such outlets, and those at such addresses, polled no more; returns how many there are."""
        told = {url: self.of_outlet(outlet) or self.of_address(url) for url, outlet in feeds.listed()}
        return feeds.leave({url: why for url, why in told.items() if why})

    def tells(self, url: str, domains: set[str]) -> bool:
        """Says whether an address alone tells that an article is of an outlet with these domains."""
        return not domains.isdisjoint(self._domains(url))

    def _of(self, url: str, guid: str | None = None) -> str:
        if why := self._leave_alone.why(url):
            return why
        if self._rights is None or not self._rights.forgets():
            return ""
        keys = [address_key(url), address_key(canonical_url(url)), *map(outlet_key, self._domains(url))]
        known = self._rights.forgets_any([*keys, guid] if guid else keys)
        return REMOVED if known else ""

    def _domains(self, url: str) -> list[str]:
        """Lists the domains that tell whose an address is: of a listed outlet its own, for it may have neighbours."""
        listed = self._index.by_address(url)
        if listed:
            return [listed.domain, *listed.other_domains]
        place = own_place(url)  # a host goes without those who write there
        return [prefix for prefix in prefixes_of(url) if covers(prefix, place)]

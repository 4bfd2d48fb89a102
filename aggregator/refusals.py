"""What is neither fetched nor stored: outlets that asked to be left alone, and what was removed on request."""

from __future__ import annotations

from aggregator.leave_alone import LeaveAlone, prefixes_of
from aggregator.models import ArticleDraft
from aggregator.outlets import OutletIndex
from aggregator.store import Store
from aggregator.store.rights import address_key, guid_key, name_key, outlet_key
from aggregator.urls import canonical_url


class Refusals:
    """Asked before every fetch and before every new article; what is removed meanwhile counts at once."""

    def __init__(self, store: Store, index: OutletIndex, leave_alone: LeaveAlone) -> None:
        self._store = store
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
        domain, name = self._store.rights.outlet_named(outlet_id)
        if domain is not None:
            return self.of_address(domain)
        return "removed on request" if self._store.rights.forgets_any([name_key(name)]) else ""

    def _of(self, url: str, guid: str | None = None) -> str:
        if since := self._leave_alone.asked(url):
            return f"left alone since {since} (leave-alone.csv)"
        if not self._store.rights.forgets():
            return ""
        keys = [address_key(url), address_key(canonical_url(url)), *map(outlet_key, self._domains(url))]
        known = self._store.rights.forgets_any([*keys, guid] if guid else keys)
        return "removed on request" if known else ""

    def _domains(self, url: str) -> list[str]:
        """Lists the domains that tell whose an address is: of a listed outlet its own, for it may have neighbours."""
        listed = self._index.by_address(url)
        return [listed.domain] if listed else list(prefixes_of(url))

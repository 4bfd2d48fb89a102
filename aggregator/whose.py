"""Whose article a draft is: the outlet, and the carrier that showed it where that is somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.carriers import carrier_of, is_carrier, is_pipe, own_place
from aggregator.models import ArticleDraft, Outlet, TextKind
from aggregator.outlets import NameMatch, OutletIndex
from aggregator.resources import registrable_domain
from aggregator.store.reference import NAMELESS, FeedOrigin, Reference
from aggregator.urls import host_of


@dataclass(frozen=True, slots=True)
class Belonging:
    """An article's outlet by its id, and the domain of the carrier by which it came, None where it came straight.

    `text_kind` is what the draft says, but for an aggregator's text that leads to no other outlet: it is a publisher's.
    `by_link` says that a link to the outlet's piece told it.
    """

    outlet_id: int
    carrier: str | None = None
    text_kind: TextKind | None = None
    by_link: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    domain: str | None


class Belongings:
    """Finds outlets for drafts; `doubtful` gathers the names that fit no listed outlet."""

    def __init__(self, index: OutletIndex, reference: Reference) -> None:
        self._index = index
        self._reference = reference
        self._listed_ids = reference.outlet_ids()
        self.doubtful: dict[str, NameMatch] = {}

    def of(self, draft: ArticleDraft, feed: FeedOrigin | None = None) -> Belonging:
        """Returns whose a draft is: its address tells; a name does only where there is none, or a carrier's."""
        if not draft.url:
            found = self._by_name(draft.outlet_name) if draft.outlet_name else self._met(None, NAMELESS)
            return Belonging(found.id, _shown_by(draft, found), draft.text_kind)
        found = self._by_address(draft.url) if _tells(draft.url) else self._of_carrier(draft, feed)
        about = self._about(draft)
        if about and about.id != found.id:
            carrier = _shown_by(draft, about) or found.domain or carrier_of(draft.url)
            return Belonging(about.id, carrier, draft.text_kind, by_link=True)
        carrier = _shown_by(draft, found) or _carrier(draft, found, feed)
        # A link behind "read the full story at" may be an outlet's own, by a shortener or a second domain.
        own = draft.text_kind == TextKind.AGGREGATOR and bool(draft.about) and not draft.carrier
        return Belonging(found.id, carrier, TextKind.PUBLISHER if own else draft.text_kind)

    def _about(self, draft: ArticleDraft) -> _Found | None:
        """Finds whose piece a text is about, by where it links to, never by a name; None where no link tells.

        The link to the original decides alone where its address tells whose it is, or where the piece is stored: else a
        page could lead to one outlet's piece and give its words to another, by naming that one's site.
        """
        if draft.text_kind in (None, TextKind.PUBLISHER) or not draft.about:
            return None
        original = draft.canonical_url
        if original and _tells(original):
            listed = self._index.by_address(original)
            # Of an outlet that nobody listed only a machine's text says more than a link could.
            known = listed is not None or (draft.text_kind == TextKind.MACHINE and not is_pipe(original))
            return self._by_address(original) if known else None
        if original and (stored := self._reference.outlet_at(original)):
            return _Found(*stored)
        named = (self._index.by_address(address) for address in draft.about if _tells(address))
        return next((self._listed(outlet) for outlet in named if outlet), None)

    def _of_carrier(self, draft: ArticleDraft, feed: FeedOrigin | None) -> _Found:
        """Finds the outlet of a draft at a carrier's address: by what stands with it, else whose feed it came by.

        The word of a feed is taken where the feed is the carrier's own: any other could give its words to an outlet
        that never said them.
        """
        own_feed = feed is not None and not is_carrier(feed.domain)
        if feed is None or is_carrier(feed.url):
            told = self._told(draft)
            if told is not None:
                return told
            if not own_feed and draft.outlet_name:
                return self._by_name(draft.outlet_name)
        return _Found(feed.outlet_id, feed.domain) if feed is not None and own_feed else self._by_address(draft.url)

    def _told(self, draft: ArticleDraft) -> _Found | None:
        """Returns the outlet that the draft names beyond doubt, by address or by name."""
        if draft.outlet_url:
            listed = self._index.by_address(draft.outlet_url)
            if listed:
                return self._listed(listed)
            if not is_carrier(draft.outlet_url):
                return self._by_address(draft.outlet_url)
        match = self._index.by_name(draft.outlet_name) if draft.outlet_name else None
        return self._listed(match.outlet) if match and match.outlet else None

    def _by_address(self, url: str) -> _Found:
        listed = self._index.by_address(url)
        if listed:
            return self._listed(listed)
        domain = place_of(url)
        return self._met(domain, domain)

    def _by_name(self, name: str) -> _Found:
        match = self._index.by_name(name)
        if match.outlet:
            return self._listed(match.outlet)
        self.doubtful[name] = match
        return self._met(None, name)

    def _listed(self, outlet: Outlet) -> _Found:
        return _Found(self._listed_ids[outlet.domain], outlet.domain)

    def _met(self, domain: str | None, name: str) -> _Found:
        return _Found(self._reference.met(domain, name), domain)


def listed_domain(index: OutletIndex, url: str, domain: str | None, name: str) -> str | None:
    """Returns the listed outlet that an article belongs to, None where none is.

    `domain` and `name` are of the outlet that was told when it came; they count where its address does not tell.
    """
    if domain is None:
        match = index.by_name(name)
        return match.outlet.domain if match.outlet else None
    listed = index.by_address(url if _tells(url) else f"//{domain}")
    return listed.domain if listed else None


def _tells(url: str) -> bool:
    """Says whether an address tells whose it is, as a carrier's does only where it names the author's place."""
    return not is_carrier(url) or own_place(url) is not None


def _shown_by(draft: ArticleDraft, found: _Found) -> str | None:
    """Returns the carrier that a file names, None where it is the outlet itself."""
    return draft.carrier if draft.carrier != found.domain else None


def _carrier(draft: ArticleDraft, found: _Found, feed: FeedOrigin | None) -> str | None:
    """Returns who showed the article for the outlet: the carrier at whose address it stands, or another's feed."""
    carrier = carrier_of(draft.url) or carrier_of(draft.original_url)
    if carrier is not None:
        own = found.domain is not None and not _tells(found.domain)
        return None if own else carrier
    return feed.domain if feed is not None and feed.outlet_id != found.id else None


def place_of(url: str) -> str:
    """Returns the domain under which an outlet that no file lists is kept: one blog of a shared host is one outlet.

    >>> place_of("https://edition.cnn.com/1"), place_of("https://ada.wordpress.com/1"), place_of("https://www.x.test/")
    ('cnn.com', 'ada.wordpress.com', 'x.test')
    """
    return own_place(url) or registrable_domain(host_of(url).removeprefix("www."))

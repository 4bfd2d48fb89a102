"""The feeds that a page names: <link rel="alternate"> of a feed's type, as browsers and readers look for them."""

from __future__ import annotations

from aggregator import text
from aggregator.pages.document import TooLargeError, head_of, tree_of
from aggregator.urls import canonical_url

# JSON Feed's own type only: WordPress names its interface for programs as application/json.
_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/xml",
    "text/xml",
}


def feed_links(html: bytes, url: str) -> tuple[tuple[str, str], ...]:
    """The address and title of each feed that a page names, in its order, each once; `url` is the page's own."""
    try:
        tree = tree_of(html)
    except TooLargeError:
        tree = head_of(html)
    if tree is None:
        return ()
    told = next((base.get("href") or "" for base in tree.iter("base")), "")
    base = canonical_url(told, base=url) or url
    found: dict[str, str] = {}
    for link in tree.iter("link"):
        kinds = (link.get("rel") or "").lower().split()
        media_type = (link.get("type") or "").partition(";")[0].strip().lower()
        address = canonical_url(link.get("href") or "", base=base)
        if address and ("feed" in kinds or ("alternate" in kinds and media_type in _TYPES)):
            found.setdefault(address, text.cut(text.one_line(link.get("title") or ""), text.TITLE_LIMIT))
    return tuple(found.items())

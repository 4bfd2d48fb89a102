"""DW: a broadcaster in thirty languages; its addresses end in what they are: a- article, av- video, t- topic."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from aggregator.models import MediaKind, ParsedFeed
from spiders.base import OutletSpider


class DwSpider(OutletSpider):
    """A program makes most class names of DW's pages anew with each release; the plain ones named here have stayed."""

    name = "dw"
    host = "dw.com"
    article = r"/[a-z-]+/[^/]+/(?:a|av|live)-\d{6,}"
    links = ".teaser"  # the foot of each page links to the terms, which have an article's address too
    authors = "header .author-details .author"
    body = ".rich-text"
    drop = ".internal-link, .rich-text-ad"

    @classmethod
    def parse_listing(cls, body: bytes, url: str, content_type: str, now: datetime | None) -> ParsedFeed:
        """Tells the videos, which no folder of the address does."""
        listed = super().parse_listing(body, url, content_type, now)
        kinds = ((draft, MediaKind.VIDEO if "/av-" in draft.url else draft.kind) for draft in listed.entries)
        return replace(listed, entries=tuple(replace(draft, kind=kind) for draft, kind in kinds))

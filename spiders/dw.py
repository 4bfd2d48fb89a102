"""DW: a broadcaster in thirty languages; its addresses end in what they are: a- article, av- video, t- topic."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from aggregator.models import MediaKind, ParsedFeed, ParsedPage
from aggregator.text import count_words
from spiders.base import OutletSpider

_EDITED = re.compile(r"\n(?:Edited by|Redaktion): [^\n]{3,100}$")


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

    @classmethod
    def parse_article(cls, html: bytes, url: str, now: datetime | None) -> ParsedPage:
        """Leaves out the desk's signature, which stands as the text's last paragraph."""
        page = super().parse_article(html, url, now)
        body = _EDITED.sub("", page.body)
        return replace(page, body=body, word_count=count_words(body))

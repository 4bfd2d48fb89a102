"""Worldcrunch: a magazine that publishes other outlets' articles in English, some of each locked after a few."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from aggregator.models import ParsedPage, Scope
from aggregator.text import count_words
from spiders.base import OutletSpider

_LABEL = re.compile(r"^-?(OpEd|Op-Ed|Essay|Analysis|Editorial)-\n", re.MULTILINE)
_OPINION = {"OpEd", "Op-Ed", "Editorial"}


class WorldcrunchSpider(OutletSpider):
    """An article is /SECTION/SLUG. Its page needs no selector: offers above and in the text, the paywall and the next
    article below it are told apart by the general rules.
    """

    name = "worldcrunch"
    host = "worldcrunch.com"
    article = r"/(?!author/|community/|page/|search/|tag/|u/)[a-z-]+/[a-z0-9-]{8,}/?"
    links = "main"  # the foot of each page links to imprint and terms by addresses of the same form

    @classmethod
    def parse_article(cls, html: bytes, url: str, now: datetime | None) -> ParsedPage:
        """Takes the label that stands above the text ("-OpEd-") for what it says, and out of the text."""
        page = super().parse_article(html, url, now)
        label = _LABEL.search(page.body)
        if not label:
            return page
        body = _LABEL.sub("", page.body, count=1)
        scope = Scope.OPINION if label[1] in _OPINION else page.scope
        return replace(page, body=body, word_count=count_words(body), scope=scope)

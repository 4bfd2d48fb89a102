"""How much of an article a page gives."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from aggregator import text
from aggregator.models import BodyStatus
from aggregator.pages.lines import PROMO_LENGTH, is_paywall
from aggregator.pages.structured import Structured

# Words. The free part of a locked article is one to three paragraphs; the shortest news that is whole has about 60.
TEASER_WORDS = 200
SHORTEST_WHOLE = 50
_LINES_READ = 5000


def has_paywall_line(tree: HtmlElement) -> bool:
    """Whether readers of a page see what a paywall says."""
    pieces: Iterable[str | bytes] = islice(tree.itertext(), _LINES_READ)
    return any(is_paywall(line) for piece in pieces if 10 < len(line := str(piece).strip()) <= PROMO_LENGTH)


def status_of(body: str, data: Structured, paywall_line: bool) -> BodyStatus:
    """Whether the text is all of the article, its free part, nothing, or not to be trusted.

    A page may be locked by its own word (JSON-LD, a content tier) and yet carry all of its text; then it is whole.
    """
    words = text.count_words(body)
    locked = _is_locked(data)
    if words < SHORTEST_WHOLE:
        return BodyStatus.PAYWALLED if locked or paywall_line else BodyStatus.SUSPECT
    promised = _number(data.article.get("wordCount"))
    if (locked or paywall_line) and (words < TEASER_WORDS or words < promised / 2):
        return BodyStatus.TEASER
    return BodyStatus.FULL


def _is_locked(data: Structured) -> bool:
    free = data.article.get("isAccessibleForFree")
    return str(free).strip().lower() in ("false", "http://schema.org/false", "https://schema.org/false") or data.meta(
        "article:content_tier", "og:article:content_tier"
    ).lower() in ("locked", "paid")


def _number(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else 0

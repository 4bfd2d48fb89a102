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


def status_of(body: str, data: Structured, paywall_line: bool) -> tuple[BodyStatus, str]:
    """Whether the text is all of the article, its free part, nothing, or not to be trusted; and why.

    A page may be locked by its own word (JSON-LD, a content tier) and yet carry all of its text; then it is whole.
    """
    words = text.count_words(body)
    locks = (_is_locked(data), "it says that it is locked"), (paywall_line, "readers see a paywall's words")
    locked = " and ".join(why for holds, why in locks if holds)
    if words < SHORTEST_WHOLE:
        status = BodyStatus.PAYWALLED if locked else BodyStatus.SUSPECT
        return status, f"{words} words, under {SHORTEST_WHOLE}; {locked or 'and nothing says that it is locked'}"
    promised = _number(data.article.get("wordCount"))
    if locked and words < TEASER_WORDS:
        return BodyStatus.TEASER, f"{locked}; {words} words, under {TEASER_WORDS}"
    if locked and words < promised / 2:
        return BodyStatus.TEASER, f"{locked}; {words} words, less than half of the {promised} that JSON-LD promises"
    return BodyStatus.FULL, f"{words} words; {locked or 'nothing says that it is locked'}"


def _is_locked(data: Structured) -> bool:
    free = data.article.get("isAccessibleForFree")
    return str(free).strip().lower() in ("false", "http://schema.org/false", "https://schema.org/false") or data.meta(
        "article:content_tier", "og:article:content_tier"
    ).lower() in ("locked", "paid")


def _number(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else 0

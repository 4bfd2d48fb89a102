"""The order in which articles arrive."""

from __future__ import annotations

from aggregator.models import Document


def arrival_key(document: Document) -> tuple[bool, float, str, int]:
    """Give what articles are sorted by: time, unknown last, and a fixed hash, so that file order cannot leak.

    The number comes last, for articles that somebody gave one hash: no two articles arrive at once.
    """
    return (document.published is None, document.published or 0.0, document.order, document.id)

"""The order in which articles arrive."""

from __future__ import annotations

from aggregator.models import Document


def arrival_key(document: Document) -> tuple[bool, float, str]:
    """Give what articles are sorted by: time, unknown last, and a fixed hash, so that file order cannot leak."""
    return (document.published is None, document.published or 0.0, document.order)

"""The order in which articles arrive, and their features in that order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aggregator.grouping.features import Features, read
from aggregator.grouping.headlines import TITLE_CHARACTERS, clean, repeated_affixes
from aggregator.models import Document


def arrival_key(document: Document) -> tuple[bool, float, str]:
    """Give what articles are sorted by: time, unknown last, and a fixed hash, so that file order cannot leak."""
    return (document.published is None, document.published or 0.0, document.order)


def arrivals(documents: Iterable[Document]) -> Sequence[Features]:
    """Read the features of some articles in order of arrival, without the furniture that they repeat."""
    ordered = sorted(documents, key=arrival_key)
    furniture = repeated_affixes((clean(document.title[:TITLE_CHARACTERS]), document.outlet) for document in ordered)
    return [read(document, furniture) for document in ordered]

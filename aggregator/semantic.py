"""Gives articles the vectors of their headlines: each encoded once, and stored beside the database."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from aggregator.encoder import Encoder
from aggregator.errors import StoreError
from aggregator.grouping.features import encoded_text
from aggregator.models import Document
from aggregator.store.vectors import Vectors

_log = logging.getLogger(__name__)


def with_vectors(documents: Sequence[Document], encoder: Encoder | None, database: Path) -> Sequence[Document]:
    """Returns the documents with their vectors, as they are where no encoder is installed."""
    if encoder is None:
        return documents
    texts = [encoded_text(document) for document in documents]
    stored = Vectors(database, encoder.name)
    vectors: dict[str, bytes] = {}
    with _lost(stored):
        vectors = stored.get(texts)
    missing = sorted(set(texts) - vectors.keys())
    if missing:
        made = dict(zip(missing, encoder.encode(missing), strict=True))
        with _lost(stored):
            stored.put(made)
        vectors |= made
    return [replace(document, vector=vectors[text]) for document, text in zip(documents, texts, strict=True)]


@contextlib.contextmanager
def _lost(stored: Vectors) -> Iterator[None]:
    """Goes on without the file of vectors where it can't be used: it only saves the time to make them."""
    try:
        yield
    except StoreError as error:
        _log.warning("vectors are made anew: %s (the file may be deleted)", error)

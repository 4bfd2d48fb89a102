"""Gives articles the vectors of their headlines: each encoded once, and stored beside the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aggregator.encoder import Encoder
from aggregator.grouping.features import encoded_text
from aggregator.models import Document
from aggregator.store.vectors import Vectors


def with_vectors(documents: Sequence[Document], encoder: Encoder | None, database: Path) -> Sequence[Document]:
    """Returns the documents with their vectors, as they are where no encoder is installed."""
    if encoder is None:
        return documents
    texts = [encoded_text(document) for document in documents]
    stored = Vectors(database, encoder.name)
    vectors = stored.get(texts)
    missing = sorted(set(texts) - vectors.keys())
    if missing:
        made = dict(zip(missing, encoder.encode(missing), strict=True))
        stored.put(made)
        vectors |= made
    return [replace(document, vector=vectors[text]) for document, text in zip(documents, texts, strict=True)]

"""Gives articles the vectors of their headlines: each encoded once, and stored beside the database."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aggregator.encoder import Encoder
from aggregator.errors import DiskFullError, StoreError, StoreLockedError
from aggregator.grouping.features import encoded_text
from aggregator.models import Document
from aggregator.store import Store
from aggregator.store.vectors import Vectors

WASTE = 2
"""Stored vectors for each article at which those are dropped that nobody needs."""

_log = logging.getLogger(__name__)


def with_vectors(
    documents: Sequence[Document], encoder: Encoder | None, database: Path, unsaved: dict[str, bytes] | None = None
) -> Sequence[Document]:
    """Returns the documents with their vectors, as they are where no encoder is installed.

    Where `unsaved` is given nothing is stored: it gets what was made, by text, for the next call.
    """
    if encoder is None:
        return documents
    texts = [encoded_text(document) for document in documents]
    vectors = _vectors(sorted(set(texts)), encoder, Vectors(database, encoder.name), unsaved)
    return [replace(document, vector=vectors[text]) for document, text in zip(documents, texts, strict=True)]


def forget_unused(store: Store, encoder: Encoder | None) -> None:
    """Drops the vectors of headlines that no article has any more, once they are more than half of all.

    By then as many are dropped as headlines are read, so that in the long run a retitled article costs one more look.
    """
    if encoder is None:
        return
    stored = Vectors(store.path, encoder.name)
    try:
        if stored.count() > WASTE * store.articles.count():
            stored.keep_only(map(encoded_text, store.articles.headlines()))
    except StoreError as error:
        _tell(error)


def _vectors(
    texts: Sequence[str], encoder: Encoder, stored: Vectors, unsaved: dict[str, bytes] | None
) -> dict[str, bytes]:
    """Gives each text its vector: as it is stored, else made now.

    A file of vectors that can't be used only costs the time to make them.
    """
    vectors = dict(unsaved or ())
    broken = False
    try:
        vectors |= stored.get(texts)
    except StoreError as error:
        _tell(error)
        broken = True
    missing = [text for text in texts if text not in vectors]
    made = dict(zip(missing, encoder.encode(missing), strict=True)) if missing else {}
    if unsaved is not None:
        unsaved |= made
    elif made and not broken:
        try:
            stored.put(made)
        except StoreError as error:
            _tell(error)
    return vectors | made


def _tell(error: StoreError) -> None:
    passing = isinstance(error, StoreLockedError | DiskFullError)
    _log.warning("vectors are made anew: %s%s", error, "" if passing else "; delete the file, and it is made anew")

"""Reads the gold files that `aggregator evaluate` takes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aggregator.encoder import installed_encoder
from aggregator.grouping.features import encoded_text
from aggregator.models import Document

_VECTORS: dict[str, bytes] = {}


def read_gold(path: Path, encoded: bool = False) -> tuple[list[Document], dict[int, str]]:
    """Read the documents of a gold file and the gold story of each; a row's number is its id.

    `encoded` documents have their vectors, where the extra `semantic` is installed.
    """
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    documents = [_document(number, row) for number, row in enumerate(rows, 1)]
    if encoded:
        documents = with_vectors(documents)
    return documents, {number: row["gold_story_id"] for number, row in enumerate(rows, 1)}


def read_column(path: Path, name: str) -> dict[int, str]:
    """Read what a gold file says of each document in one of its other columns, '' where it has none."""
    with path.open(newline="", encoding="utf-8") as file:
        return {number: row.get(name) or "" for number, row in enumerate(csv.DictReader(file), 1)}


def with_vectors(documents: Sequence[Document]) -> list[Document]:
    """Give the documents with their vectors, as they are without the extra; a process encodes each text once."""
    encoder = installed_encoder()
    if encoder is None:
        return list(documents)
    texts = [encoded_text(document) for document in documents]
    new = sorted(set(texts) - _VECTORS.keys())
    _VECTORS.update(zip(new, encoder.encode(new), strict=True))
    return [replace(document, vector=_VECTORS[text]) for document, text in zip(documents, texts, strict=True)]


def _document(number: int, row: Mapping[str, str]) -> Document:
    return Document(
        id=number,
        order=hashlib.sha256(row["doc_id"].encode()).hexdigest(),
        title=row["title"],
        summary=row.get("summary") or "",
        published=_seconds(row.get("timestamp") or ""),
        outlet=row.get("outlet") or None,
        language=row.get("lang") or None,
    )


def _seconds(text: str) -> float | None:
    if not text:
        return None
    time = datetime.fromisoformat(text)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()

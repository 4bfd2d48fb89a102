"""Reads the gold files that `aggregator evaluate` takes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aggregator.encoder import installed_encoder
from aggregator.grouping.features import encoded_text
from aggregator.models import Document


def read_gold(path: Path, encoded: bool = False) -> tuple[list[Document], dict[int, str]]:
    """Read the documents of a gold file and the gold story of each; a row's number is its id.

    `encoded` documents have their vectors, where the extra `semantic` is installed.
    """
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    documents = [_document(number, row) for number, row in enumerate(rows, 1)]
    encoder = installed_encoder() if encoded else None
    if encoder:
        vectors = encoder.encode([encoded_text(document) for document in documents])
        documents = [replace(d, vector=vector) for d, vector in zip(documents, vectors, strict=True)]
    return documents, {number: row["gold_story_id"] for number, row in enumerate(rows, 1)}


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

"""Articles for the tests of grouping: made of a title, an hour and whatever else a case needs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from aggregator.grouping import Grouping, GroupingConfig
from aggregator.grouping.features import read
from aggregator.grouping.neighbours import MEAN_PRIOR
from aggregator.grouping.scoring import Scorer
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.vectors import VECTOR
from aggregator.models import Document

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
BACKGROUND = (
    "Museum of lace opens after long restoration",
    "Cider makers fear a poor apple harvest",
    "Chess champion Ilse Vanderhoek retires at 34",
    "Night trains to Lisborne return in autumn",
    "Archive finds lost letters of the poet Amery Dole",
    "Beekeepers of Ostrava valley report record honey",
    "Tram drivers vote on a new contract",
    "Lighthouse at Cape Morrow turns automatic",
)


def document(number: int, title: str, hours: float | None = 0.0, **fields: object) -> Document:
    published = None if hours is None else (START + timedelta(hours=hours)).timestamp()
    order = hashlib.sha256(f"{title}{number}".encode()).hexdigest()
    base = Document(id=number, order=order, title=title, published=published, outlet=f"outlet{number}.example")
    return replace(base, **fields)  # type: ignore[arg-type]


def documents(*titles: str, step: float = 1.0) -> list[Document]:
    return [document(number, title, step * number) for number, title in enumerate(titles, 1)]


def stories(grouping: Grouping) -> list[list[int]]:
    found: dict[tuple[int | None, int], list[int]] = {}
    for member in grouping.members:
        found.setdefault((member.story, member.founder), []).append(member.article)
    return sorted(found.values())


def partition(grouping: Grouping) -> set[frozenset[int]]:
    return {frozenset(story) for story in stories(grouping)}


def background() -> list[Document]:
    """Give unrelated news of an afternoon, numbered from 100."""
    return [document(100 + n, title, 0.3 + n) for n, title in enumerate(BACKGROUND)]


def shelf_of(articles: Iterable[Document]) -> Shelf:
    shelf = Shelf()
    shelf.enter([read(article) for article in articles])
    return shelf


def scorer_of(shelf: Shelf) -> Scorer:
    return Scorer(shelf, shelf.weights(), shelf.mean_vector(MEAN_PRIOR), GroupingConfig())


def vector(parts: Mapping[int, float]) -> bytes:
    """Give a unit vector by its few numbers that are not 0."""
    found = np.zeros(VECTOR, dtype=np.float32)
    found[list(parts)] = list(parts.values())
    return bytes((found / np.linalg.norm(found)).astype("<f2").tobytes())

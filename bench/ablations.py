"""What each part of grouping is worth: the same files without it, the weights fitted anew where a term goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import numpy as np
from scipy.sparse.csgraph import connected_components

from aggregator.grouping import assign, features, scoring
from aggregator.grouping.rows import Array
from aggregator.models import Document
from bench.fit_grouping import ACROSS, ACROSS_SHARE, WITHIN, Fit, PairSet, fit, sets_of
from bench.measures import Gold, alone, at_once, compared

Change = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is left out: terms of the score, or what grouping reads or does."""

    name: str
    without: frozenset[str] = frozenset()
    change: Change = lambda document: document
    put: Sequence[tuple[ModuleType, str, object]] = ()
    refitted: bool = True


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file in memory; `ids` are its own names of the documents, by which files are known to share some."""

    name: str
    documents: Sequence[Document]
    gold: Gold
    ids: frozenset[str]
    leans: Mapping[int, str]


def chained(likely: Array, quorate: Array, sizes: Array, threshold: float, quorum: float) -> list[list[int]]:
    """Join whatever one likely pair links: single linkage, in the place of average_linkage."""
    labels = connected_components(likely >= threshold, directed=False)[1]
    return [np.flatnonzero(labels == label).tolist() for label in range(labels.max() + 1)]


def _nothing(text: str) -> frozenset[str]:
    return frozenset()


PARTS = (
    Part("nothing"),
    Part("time", change=lambda document: replace(document, published=None)),
    Part("summary", change=lambda document: replace(document, summary="", body="")),
    Part("numbers", put=((features, "numbers", _nothing),)),
    Part("places", put=((features, "places", _nothing),)),
    Part("names", frozenset({"names"}), put=((scoring, "NAMES_CAP", 0.0),)),
    Part("encoder", change=lambda document: replace(document, vector=None)),
    Part("rapidfuzz", frozenset({"ratio"}), put=((scoring, "RATIO_SHARE", 0.0),)),
    Part("nearness", frozenset({"nearest"})),
    Part("average linkage (single linkage instead)", put=((assign, "average_linkage", chained),), refitted=False),
)


@contextmanager
def put(module: ModuleType, **values: Any) -> Iterator[None]:
    """Put other values in the place of a module's own for a while; AttributeError where it has none of that name."""
    old = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in old.items():
            setattr(module, name, value)


def learnt(files: Sequence[GoldFile], without: frozenset[str] = frozenset()) -> tuple[Fit, Fit | None]:
    """Fit the weights to some files, those across languages where any of them holds true pairs in two."""
    within: list[PairSet] = []
    across: list[PairSet] = []
    for file in files:
        one, other = sets_of(file.documents, file.gold)
        within += one
        across += [pairs for pairs in other if pairs.same.any()]
    names = [[name for name in terms if name not in without] for terms in (WITHIN, ACROSS)]
    return fit(within, names[0]), fit(across, names[1], ACROSS_SHARE) if across else None


@contextmanager
def weighed(within: Fit, across: Fit | None) -> Iterator[None]:
    """Score by other weights for a while; those across languages stay where there are no others."""
    values: dict[str, object] = {"BIAS": within.bias, "WEIGHTS": within.weights}
    if across is not None:
        values |= {"ACROSS_BIAS": across.bias, "ACROSS": across.weights}
    with put(scoring, **values):
        yield


@dataclass(frozen=True, slots=True)
class Line:
    """B-cubed F1 by file, and the precision with one article a story, where every link is wrong."""

    f1: Mapping[str, float]
    alone: Mapping[str, float]


def line_without(part: Part, files: Sequence[GoldFile]) -> Line:
    """Fit and score all files without a part."""
    changed = [replace(file, documents=[part.change(d) for d in file.documents]) for file in files]
    with _all_put(part.put):
        if not part.refitted:
            return scored_line(changed)
        with weighed(*learnt(changed, part.without)):
            return scored_line(changed)


def held_out(files: Sequence[GoldFile]) -> Mapping[str, float | None]:
    """Score each file by weights fitted to those that share no document with it; None where there is no other."""
    found: dict[str, float | None] = {}
    for file in files:
        others = [other for other in files if not other.ids & file.ids]
        if not others:
            found[file.name] = None
            continue
        with weighed(*learnt(others)):
            found[file.name] = f1_of(file)
    return found


def scored_line(files: Sequence[GoldFile]) -> Line:
    return Line(
        {file.name: f1_of(file) for file in files}, {file.name: alone(file.documents, file.gold) for file in files}
    )


def f1_of(file: GoldFile) -> float:
    return compared(file.gold, at_once(file.documents)).bcubed.f1


@contextmanager
def _all_put(values: Sequence[tuple[ModuleType, str, object]]) -> Iterator[None]:
    if not values:
        yield
        return
    module, name, value = values[0]
    with put(module, **{name: value}), _all_put(values[1:]):
        yield

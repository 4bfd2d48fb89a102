"""What ratings say beside one another: two providers, two files, and what is odd about those in force."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from aggregator.errors import DataFileError, NotFoundError
from aggregator.models import FeedSource, Outlet, Provider, Rating, Scope
from aggregator.ratings import by_domain
from aggregator.store.publish import rating_rows

# A score that says the other side than its label. AllSides calls what lies between -1 and 1 center, so that a small
# score of the other sign is no contradiction but two rounds of rating.
SCORE_MARGIN = 1.0
OFF_THE_LINE = "off the line"


class Key(NamedTuple):
    """What a rating is about."""

    domain: str
    provider: str
    scope: str
    valid_from: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An outlet as two providers rate it; `steps` from the first to the second, None where one is off the line."""

    domain: str
    outlet: str
    one: Rating
    other: Rating
    steps: int | None


@dataclass(frozen=True, slots=True)
class ProviderDiff:
    """The outlets that both rate, and how many only one does."""

    pairs: tuple[Pair, ...]
    only_one: int
    only_other: int

    @property
    def by_steps(self) -> dict[str, int]:
        """Counts the outlets by the steps between the two verdicts."""
        found = Counter(OFF_THE_LINE if pair.steps is None else str(abs(pair.steps)) for pair in self.pairs)
        return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class FileDiff:
    """Which ratings the second file has beyond the first, which it lacks, and which have another label there."""

    added: tuple[tuple[Key, str], ...]
    removed: tuple[tuple[Key, str], ...]
    changed: tuple[tuple[Key, str, str], ...]
    same: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What is odd: contradictions are faults of the files, the rest is told for a person to look at."""

    contradictions: tuple[str, ...]
    no_news: tuple[str, ...]
    ahead: tuple[str, ...]
    no_source: int
    unrated: Mapping[str, tuple[str, ...]]


def compare_providers(
    ratings: Iterable[Rating], one: str, other: str, scope: Scope, outlets: Iterable[Outlet]
) -> ProviderDiff:
    """Puts the latest verdicts of two providers beside each other, by outlet, those farthest apart first."""
    names = {outlet.domain: outlet.name for outlet in outlets}
    latest: dict[str, dict[str, Rating]] = {one: {}, other: {}}
    for rating in sorted(ratings, key=lambda rating: rating.valid_from):
        if rating.provider in latest and rating.scope == scope:
            latest[rating.provider][rating.domain] = rating
    both = sorted(latest[one].keys() & latest[other].keys())
    pairs = [_pair(latest[one][domain], latest[other][domain], names.get(domain, domain)) for domain in both]
    pairs.sort(key=lambda pair: (-abs(pair.steps or 0), pair.steps is not None, pair.domain))
    return ProviderDiff(tuple(pairs), len(latest[one]) - len(both), len(latest[other]) - len(both))


def _pair(one: Rating, other: Rating, name: str) -> Pair:
    steps = None if one.lean is None or other.lean is None else other.lean - one.lean
    return Pair(one.domain, name, one, other, steps)


def compare_files(one: Path, other: Path, outlets: Iterable[Outlet]) -> FileDiff:
    """Says what changed between two files of ratings: tables like ratings.csv, or databases of this program."""
    known = by_domain(outlets)
    before, after = (_labels(path, known) for path in (one, other))
    both = sorted(before.keys() & after.keys())
    return FileDiff(
        tuple((key, after[key]) for key in sorted(after.keys() - before.keys())),
        tuple((key, before[key]) for key in sorted(before.keys() - after.keys())),
        tuple((key, before[key], after[key]) for key in both if before[key] != after[key]),
        sum(before[key] == after[key] for key in both),
    )


def _labels(path: Path, known: Mapping[str, Outlet]) -> dict[Key, str]:
    """Reads the labels of a file; an outlet that stands there under another of its domains is the same outlet."""
    if not path.is_file():
        raise NotFoundError("there is no such file", path)
    with path.open("rb") as file:
        is_database = file.read(16) == b"SQLite format 3\0"
    rows = rating_rows(path) if is_database else _table(path)
    return {
        Key(known[domain].domain if domain in known else domain, provider, scope, day): label
        for domain, provider, scope, day, label in rows
    }


def _table(path: Path) -> list[tuple[str, ...]]:
    """Reads a table without asking that it be sound: an old file may name outlets that are listed no more."""
    columns = (*Key._fields, "label")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise DataFileError(path, [f"{path}:1: missing column {', '.join(missing)}"])
            return [tuple((row[name] or "").strip() for name in columns) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataFileError(path, (), f"can't be read as a table of ratings ({error})") from error


def findings(
    ratings: Sequence[Rating],
    providers: Iterable[Provider],
    outlets: Iterable[Outlet],
    feeds: Iterable[FeedSource],
    today: str,
) -> Findings:
    """Looks through the ratings: contradictions, gaps, and the outlets with feeds that a provider does not place."""
    news = {(one.provider, one.domain) for one in ratings if one.scope == Scope.NEWS}
    placed = {(one.provider, one.domain) for one in ratings if one.lean is not None}
    domains = by_domain(outlets)
    fed = sorted({domains[feed.outlet].domain for feed in feeds})
    return Findings(
        tuple(_told(one) for one in ratings if _contradicts(one)),
        tuple(_told(one) for one in ratings if (one.provider, one.domain) not in news),
        tuple(_told(one) for one in ratings if one.valid_from > today),
        sum(one.source_url is None for one in ratings),
        {one.name: tuple(domain for domain in fed if (one.name, domain) not in placed) for one in providers},
    )


def _contradicts(rating: Rating) -> bool:
    if rating.score is None or rating.lean is None:
        return False
    return abs(rating.score) > SCORE_MARGIN and rating.score * rating.lean < 0


def _told(rating: Rating) -> str:
    score = f", score {rating.score:g}" if rating.score is not None else ""
    return f"{rating.domain}, {rating.provider}, {rating.scope}, {rating.valid_from}: {rating.label}{score}"

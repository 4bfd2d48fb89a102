"""The working database, opened with its data files taken in and its door built."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from aggregator import __version__
from aggregator.config import Config
from aggregator.errors import AggregatorError, ConfigError, DataFileError, NotFoundError
from aggregator.ingest import Ingest
from aggregator.leave_alone import LeaveAlone, LeftAlone, read_leave_alone
from aggregator.models import FeedSource, Outlet, Rating
from aggregator.outlets import OutletIndex
from aggregator.ratings import read_feeds, read_outlets, read_ratings
from aggregator.refusals import Refusals
from aggregator.resources import language_of
from aggregator.store import Store
from aggregator.times import iso, utc_now
from aggregator.whose import listed_domain

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DataFiles:
    """What the data files say, and the hash of their bytes."""

    outlets: tuple[Outlet, ...]
    ratings: tuple[Rating, ...]
    feeds: tuple[FeedSource, ...]
    hash: str
    ratings_hash: str
    leave_alone: tuple[LeftAlone, ...] = ()


def read_data_files(config: Config) -> DataFiles:
    """Reads the data files; raises DataFileError with the bad rows of all at once."""
    files = config.files
    outlets = read_outlets(files.outlets)
    told: list[DataFileError] = []
    ratings = _rows(told, lambda: read_ratings(files.ratings, outlets))
    feeds = _rows(told, lambda: read_feeds(files.feeds, outlets))
    alone = _rows(told, lambda: read_leave_alone(files.leave_alone))
    if told:
        resources = ", ".join(error.resource for error in told)
        raise told[0] if len(told) == 1 else DataFileError(resources, [one for error in told for one in error.problems])
    hashed = _hash(files.outlets, files.ratings, files.feeds, files.leave_alone)
    return DataFiles(outlets, ratings, feeds, hashed, _hash(files.ratings), alone)


def _rows(told: list[DataFileError], read: Callable[[], tuple[Row, ...]]) -> tuple[Row, ...]:
    """Reads a file; its bad rows are told with those of the others."""
    try:
        return read()
    except DataFileError as error:
        told.append(error)
        return ()


def _hash(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(path.read_bytes())
        except FileNotFoundError as error:
            raise NotFoundError("there is no such file", path) from error
    return digest.hexdigest()


class Workspace:
    """An open working database with its configuration, the index of outlets and the door."""

    def __init__(
        self,
        store: Store,
        config: Config,
        index: OutletIndex,
        clock: Callable[[], datetime],
        leave_alone: LeaveAlone | None = None,
    ) -> None:
        self.store = store
        self.config = config
        self.index = index
        self.clock = clock
        self.refusals = Refusals(store.rights, index, leave_alone or LeaveAlone((), ()))

    def ingest(self, run_id: int | None = None) -> Ingest:
        crawl = self.config.crawl
        return Ingest(self.store, self.index, self.clock, crawl.poll_minutes, run_id, language_of, self.refusals)

    @contextlib.contextmanager
    def run(self, kind: str) -> Iterator[int]:
        """Records a run of the program and how it ended; yields its id."""
        with self.store.transaction():
            run_id = self.store.start_run(kind, __version__, self.config.hash, iso(self.clock()))
        try:
            yield run_id
        except BaseException as error:
            with contextlib.suppress(AggregatorError), self.store.transaction():
                self.store.end_run(run_id, f"failed: {type(error).__name__}", iso(self.clock()))
            raise
        with self.store.transaction():
            self.store.end_run(run_id, "finished", iso(self.clock()))


@contextlib.contextmanager
def open_workspace(config: Config, db: Path, clock: Callable[[], datetime] = utc_now) -> Iterator[Workspace]:
    """Opens the working database for writing; data files that changed since the last time are taken in.

    Raises DataFileError, StoreError and their kin before anything is written.
    """
    files = read_data_files(config)
    check_provider(config, files)
    store = Store.open(db, busy_seconds=config.store.busy_seconds)
    try:
        index = OutletIndex(files.outlets)
        leave_alone = LeaveAlone(files.leave_alone, files.outlets)
        with store.transaction():
            _take(store, config, files, index, leave_alone)
        yield Workspace(store, config, index, clock, leave_alone)
    finally:
        store.close()


def check_provider(config: Config, files: DataFiles) -> None:
    """Raises ConfigError where nobody of ratings.csv is the provider that the pages should show."""
    providers = sorted({rating.provider for rating in files.ratings})
    if config.site.provider not in providers and providers:
        raise ConfigError(
            f"site.provider is {config.site.provider!r}, but ratings.csv has only {', '.join(providers)}",
            config.path or "",
        )


def _take(store: Store, config: Config, files: DataFiles, index: OutletIndex, leave_alone: LeaveAlone) -> None:
    reference, rule = store.reference, config.blindspots
    reference.set_settings(
        {
            "provider": config.site.provider,
            "blindspot_min_origins": rule.min_origins,
            "blindspot_min_polled": rule.min_polled,
            "blindspot_false_discoveries": rule.false_discoveries,
            "blindspot_hours": rule.hours,
        }
    )
    if reference.setting("files_hash") == files.hash:
        return
    reference.take_outlets(files.outlets)
    reference.take_ratings(files.ratings)
    reference.take_feeds(files.feeds)
    Refusals(store.rights, index, leave_alone).leave(store.feeds)
    reference.reassign(lambda url, domain, name: listed_domain(index, url, domain, name))
    reference.set_settings({"files_hash": files.hash, "ratings_hash": files.ratings_hash})

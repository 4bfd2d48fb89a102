"""The working database, opened with its data files taken in and its door built."""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from aggregator import __version__
from aggregator.config import Config
from aggregator.errors import AggregatorError, ConfigError, DataFileError, NotFoundError, UsageError
from aggregator.ingest import Ingest
from aggregator.leave_alone import LeaveAlone, LeftAlone, read_leave_alone
from aggregator.models import FeedSource, Outlet, Provider, Rating
from aggregator.outlets import OutletIndex
from aggregator.own_ratings import OwnRatings, provider_records, read_own_ratings
from aggregator.ratings import rating_lines, read_feeds, read_outlets, read_ratings
from aggregator.refusals import Refusals
from aggregator.resources import language_of
from aggregator.store import Store
from aggregator.times import iso, utc_now
from aggregator.whose import listed_domain

Row = TypeVar("Row")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DataFiles:
    """What the data files say, with hashes of what may be published: of all and of the ratings; and of what may not."""

    outlets: tuple[Outlet, ...]
    ratings: tuple[Rating, ...]
    feeds: tuple[FeedSource, ...]
    hash: str
    ratings_hash: str
    private_hash: str
    leave_alone: tuple[LeftAlone, ...] = ()
    providers: tuple[Provider, ...] = ()


def read_data_files(config: Config) -> DataFiles:
    """Reads the data files; raises DataFileError with the bad rows of all at once."""
    files = config.files
    outlets = read_outlets(files.outlets)
    told: list[DataFileError] = []
    ratings = _rows(told, lambda: read_ratings(files.ratings, outlets))
    shipped = {rating.provider for rating in ratings}
    own = _own(told, lambda: read_own_ratings(files.own_ratings, outlets, shipped))
    feeds = _rows(told, lambda: read_feeds(files.feeds, outlets))
    alone = _rows(told, lambda: read_leave_alone(files.leave_alone))
    if told:
        resources = ", ".join(error.resource for error in told)
        raise told[0] if len(told) == 1 else DataFileError(resources, [one for error in told for one in error.problems])
    providers = provider_records(shipped, own.providers)
    private = {provider.name for provider in own.providers if provider.private}
    hidden = [rating for rating in own.ratings if rating.provider in private]
    # The first two are published, and may say nothing of the private ratings; the third is not.
    shown = [rating for rating in own.ratings if rating.provider not in private]
    public = [provider for provider in providers if not provider.private]
    hashed = _hash((files.outlets, files.ratings, files.feeds, files.leave_alone), repr((shown, public)))
    hidden_hash = _hash((), repr((hidden, own.providers))) if hidden else ""
    rated = _hash((), rating_lines((*ratings, *shown)))
    return DataFiles(outlets, (*ratings, *own.ratings), feeds, hashed, rated, hidden_hash, alone, providers)


def _rows(told: list[DataFileError], read: Callable[[], tuple[Row, ...]]) -> tuple[Row, ...]:
    """Reads a file; its bad rows are told with those of the others."""
    try:
        return read()
    except DataFileError as error:
        told.append(error)
        return ()


def _own(told: list[DataFileError], read: Callable[[], OwnRatings]) -> OwnRatings:
    try:
        return read()
    except DataFileError as error:
        told.append(error)
        return OwnRatings()


def _hash(paths: Sequence[Path], text: str) -> str:
    digest = hashlib.sha256(text.encode())
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


_TOLD_ANEW = "topics by an older version's lists: `aggregator run` or `publish` tells them anew"
_TOLD_FIRST = "no topics yet: `aggregator run` or `publish` tells them"


@contextlib.contextmanager
def open_workspace(
    config: Config, db: Path, clock: Callable[[], datetime] = utc_now, *, to_show: bool = False
) -> Iterator[Workspace]:
    """Opens the working database for writing; data files that changed since the last time are taken in.

    Who opens it only to show it does not wait for many topics to be told anew: the next to open it tells them.
    Raises DataFileError, StoreError and their kin before anything is written.
    """
    files = read_data_files(config)
    check_provider(config, files)
    store = Store.open(db, busy_seconds=config.store.busy_seconds)
    try:
        index = OutletIndex(files.outlets)
        leave_alone = LeaveAlone(files.leave_alone, files.outlets)
        _refuse_demo(store, files, db)
        with store.transaction():
            _take(store, config, files, index, leave_alone)
        if to_show and not store.topics.are_told() and store.topics.are_many():
            _log.warning("%s has %s", db, _TOLD_ANEW if store.topics.are_begun() else _TOLD_FIRST)
        else:
            tell_topics(store)
        yield Workspace(store, config, index, clock, leave_alone)
    finally:
        store.close()


def tell_topics(store: Store) -> None:
    """Tells the topics of all articles where another version's rule told them; what was done stays done."""
    while not store.topics.are_told():
        with store.transaction():
            store.topics.tell_more()


def check_provider(config: Config, files: DataFiles) -> None:
    """Raises ConfigError where the provider that the pages should show is private, or rates nobody."""
    chosen = config.site.provider
    if chosen in {provider.name for provider in files.providers if provider.private}:
        raise ConfigError(f"site.provider is {chosen!r}, which is private: the pages are published", config.path or "")
    providers = [provider.name for provider in files.providers if not provider.private]
    if chosen not in providers and providers:
        raise ConfigError(
            f"site.provider is {chosen!r}, but there are only ratings by {', '.join(providers)}", config.path or ""
        )


def _refuse_demo(store: Store, files: DataFiles, db: Path) -> None:
    """Raises UsageError where other outlets and ratings would take the place of the demo's, which stand in no file."""
    taken = store.reference.setting("files_hash")
    if store.reference.setting("demo") and taken is not None and taken != files.hash:
        told = "holds the demo, which is served and exported as it is, and made anew by `aggregator demo`"
        raise UsageError(f"{told}; name another file with --db", db)


def _take(store: Store, config: Config, files: DataFiles, index: OutletIndex, leave_alone: LeaveAlone) -> None:
    reference, rule = store.reference, config.blindspots
    reference.set_settings(
        {
            "provider": config.site.provider,
            "min_rated_origins": config.site.min_rated_origins,
            "blindspot_min_origins": rule.min_origins,
            "blindspot_min_polled": rule.min_polled,
            "blindspot_false_discoveries": rule.false_discoveries,
            "blindspot_hours": rule.hours,
        }
    )
    present = (reference.setting("files_hash"), reference.setting("private_hash") or "")
    if present == (files.hash, files.private_hash):
        return
    reference.take_outlets(files.outlets)
    reference.take_ratings(files.ratings, files.providers)
    reference.take_feeds(files.feeds)
    Refusals(store.rights, index, leave_alone).leave(store.feeds)
    reference.reassign(lambda url, domain, name: listed_domain(index, url, domain, name))
    reference.set_settings(
        {"files_hash": files.hash, "private_hash": files.private_hash, "ratings_hash": files.ratings_hash}
    )

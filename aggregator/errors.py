"""The errors that a person can meet, as one tree.

    AggregatorError                  message, resource, cause: all of them in str()
    ├── UsageError                   a wrong word on the command line (exit 2)
    ├── ConfigError                  aggregator.toml
    ├── DataFileError                outlets.csv, ratings.csv, feeds.csv, an imported file: every bad row at once
    ├── NotFoundError                a file, story or article that is not there
    ├── ParseError
    │   ├── FeedParseError
    │   └── PageParseError
    ├── StoreError                   the database
    │   ├── StoreLockedError         another process holds it
    │   ├── SchemaTooNewError        a newer version wrote it
    │   ├── RefusedRowError          one row broke a rule of its table
    │   └── DiskFullError            (exit 3)
    ├── AlreadyRunningError          a second poller (exit 4)
    ├── CrawlError                   a crawl that ended for any reason but "finished"
    └── ServeError                   the site could not be served

A failure that is part of the world (a 404, a bad feed) is no exception but a row with a code.
"""

from __future__ import annotations

from collections.abc import Sequence


class AggregatorError(Exception):
    """An error that names the resource it is about and the way out; `exit_code` is what the command line exits with."""

    exit_code = 1

    def __init__(self, message: str, resource: object = "", cause: BaseException | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.resource = str(resource)
        self.cause = cause

    def __str__(self) -> str:
        head = f"{self.resource}: {self.message}" if self.resource else self.message
        return f"{head} ({self.cause})" if self.cause is not None and str(self.cause) else head


class UsageError(AggregatorError):
    exit_code = 2


class ConfigError(AggregatorError):
    pass


class DataFileError(AggregatorError):
    """A data file has bad rows; `problems` holds a line `file:line: what is wrong` for each of them."""

    def __init__(self, resource: object, problems: Sequence[str], message: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__(message or f"{len(self.problems)} bad row{'s' if len(self.problems) != 1 else ''}", resource)

    def __str__(self) -> str:
        return "\n".join((super().__str__(), *self.problems))


class NotFoundError(AggregatorError):
    pass


class ParseError(AggregatorError):
    pass


class FeedParseError(ParseError):
    pass


class PageParseError(ParseError):
    pass


class StoreError(AggregatorError):
    pass


class StoreLockedError(StoreError):
    pass


class SchemaTooNewError(StoreError):
    pass


class RefusedRowError(StoreError):
    """A row broke a rule of its table: a fault of ours, but of this row only."""


class DiskFullError(StoreError):
    exit_code = 3


class AlreadyRunningError(AggregatorError):
    exit_code = 4


class CrawlError(AggregatorError):
    pass


class ServeError(AggregatorError):
    pass

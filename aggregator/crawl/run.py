"""One crawl, in a process of its own: Twisted's reactor cannot be started twice in one."""

from __future__ import annotations

import contextlib
import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from aggregator.config import Config
from aggregator.crawl.worker import environment
from aggregator.errors import CrawlError
from aggregator.models import ANSWERED

# A crawl that is told to stop waits this long for the answers on their way, and is gone after STOP_SECONDS whatever
# holds it up: what init systems and people wait before they kill.
GRACE_SECONDS = 1.5
STOP_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is told. `hosts` maps names to addresses that need not be public, and `hosts_delay` is theirs.

    `clock_ahead` is by how many seconds the crawl's clock is ahead of the machine's: a simulation's days are short.
    """

    config: Config
    db: Path
    hosts: Mapping[str, str] = field(default_factory=dict)
    hosts_delay: float = 0.0
    clock_ahead: float = 0.0


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """How a crawl ended; `codes` counts polls by code, `pages_lost` article pages that gave nothing, by why."""

    reason: str
    codes: Mapping[str, int] = field(default_factory=dict)
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    pages: int = 0
    pages_lost: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    peak_megabytes: int = 0
    error: str = ""
    exit_code: int = 1
    put_off: int = 0

    @property
    def polls(self) -> int:
        return sum(self.codes.values())

    @property
    def failed(self) -> int:
        return sum(count for code, count in self.codes.items() if code not in ANSWERED)


def crawl(
    config: Config,
    db: Path,
    hosts: Mapping[str, str] | None = None,
    *,
    hosts_delay: float = 0.0,
    clock_ahead: float = 0.0,
    log: Path | None = None,
) -> CrawlReport:
    """Polls every due feed once and returns how it went; the log goes to a file where one is named, else to stderr.

    Raises CrawlError for any end but "finished"; its exit_code is that of the error that ended the crawl.
    """
    job = Job(config, db, dict(hosts or {}), hosts_delay, clock_ahead)
    with contextlib.ExitStack() as stack:
        errors = stack.enter_context(log.open("ab")) if log else None
        report = _report(*run_child("aggregator.crawl", job, errors))
    if report.reason == "finished":
        return report
    error = CrawlError(report.error or f"the crawl ended before its time: {report.reason}", "" if report.error else db)
    error.exit_code = report.exit_code
    raise error


def run_child(module: str, job: object, errors: IO[bytes] | None) -> tuple[bytes, int]:
    """Runs a module in a process of its own that is told a job; returns what it says and its exit code."""
    command = [sys.executable, "-P", "-m", module]
    # In a session of its own: a Ctrl-C at the terminal reaches us alone, and the child stops by its pipe.
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment(),
        start_new_session=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with contextlib.suppress(BrokenPipeError):  # a child that died at once is told of below
            child.stdin.write(pickle.dumps(job))
            child.stdin.flush()
        told = child.stdout.read()
        child.wait()
    finally:
        # The child watches the other end: it stops when we do, be it by Ctrl-C, an error or a kill.
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()
        _stop(child)
        child.stdout.close()
    return told, child.returncode


def _stop(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(STOP_SECONDS + 1)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _report(told: bytes, returncode: int) -> CrawlReport:
    try:
        fields: dict[str, Any] = json.loads(told)
    except ValueError:
        return CrawlReport(f"its process ended with {returncode}")
    return CrawlReport(**fields)

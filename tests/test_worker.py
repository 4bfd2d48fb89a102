"""The processes in which feeds and pages are parsed: they are killed when they take too long, and replaced."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator

import pytest

from aggregator.crawl.worker import Worker, WorkError, Workers
from aggregator.models import PollCode


@pytest.fixture
def worker() -> Iterator[Worker]:
    started = Worker(seconds=0.3)
    yield started
    started.close()


def test_a_function_runs_in_another_process(worker: Worker) -> None:
    assert worker.call(os.getppid) == os.getpid()


def test_a_job_that_takes_too_long_is_killed_and_the_next_one_runs(worker: Worker) -> None:
    worker.call(time.sleep, 0)
    with pytest.raises(WorkError, match=r"took longer than 0\.3 seconds") as caught:
        worker.call(time.sleep, 60)
    assert caught.value.code is PollCode.PARSE_TIMEOUT
    assert worker.call(abs, -1) == 1


def test_a_job_that_kills_its_process_is_an_error_and_the_next_one_runs(worker: Worker) -> None:
    with pytest.raises(WorkError, match="died"):
        worker.call(os._exit, 1)
    assert worker.call(abs, -1) == 1


def test_an_error_in_a_job_is_told_with_its_kind(worker: Worker) -> None:
    with pytest.raises(WorkError, match="ValueError: invalid literal"):
        worker.call(int, "x")


@pytest.mark.asyncio
async def test_a_slow_job_holds_up_one_worker_only() -> None:
    workers = Workers(count=2, seconds=5)
    try:
        await asyncio.gather(workers.run(time.sleep, 0), workers.run(time.sleep, 0))
        started = time.monotonic()
        slow = asyncio.ensure_future(workers.run(time.sleep, 1))
        for number in range(5):
            assert await workers.run(abs, -number) == number
        assert time.monotonic() - started < 0.9
        await slow
    finally:
        workers.close()

"""The processes in which feeds and pages are parsed: they are killed when they take too long, and replaced."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe

import pytest

from aggregator.crawl.worker import MEMORY, Worker, WorkError, Workers, _load, serve
from aggregator.feeds import MAX_BODY, parse_feed
from aggregator.models import PollCode
from tests.slow_to_load import loaded


@pytest.fixture
def worker() -> Iterator[Worker]:
    started = Worker(seconds=60.0)
    yield started
    started.close()


def test_a_function_runs_in_another_process(worker: Worker) -> None:
    assert worker.call(os.getppid) == os.getpid()


def test_a_job_that_takes_too_much_memory_is_an_error_and_the_next_one_runs(worker: Worker) -> None:
    before = worker.call(os.getpid)
    with pytest.raises(WorkError, match="needs more than 288 MB of memory") as caught:
        worker.call(bytes, MEMORY)
    assert caught.value.code is PollCode.PARSE
    assert worker.call(os.getpid) != before
    assert worker.peak_kilobytes < MEMORY // 1024


def test_a_feed_that_is_read_takes_no_memory_with_it(worker: Worker) -> None:
    """Within its limits a parser must never be in want of memory: the largest document that it takes is read."""
    text = "The council keeps the water lane open for the harbour market until the thaw. " * 190
    items = "".join(f"<item><title>{n}</title><link>http://a.example/{n}</link><description>{text}</description></item>"
                    for n in range(1000))  # fmt: skip
    body = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    assert 14_000_000 < len(body) < MAX_BODY
    parsed = Worker(seconds=60.0)
    try:
        assert len(parsed.call(parse_feed, body, "http://a.example/feed").entries) == 500
    finally:
        parsed.close()


def test_the_childs_end_answers_until_the_pipe_is_closed() -> None:
    ours, theirs = Pipe()
    child = threading.Thread(target=serve, args=[theirs])
    child.start()
    assert ours.recv() == "ready"
    for job, answer in (
        ((abs, (-1,), {}), ("done", 1)),
        ((_load, ("json",), {}), ("done", None)),
        ((int, ("x",), {}), ("failed", "ValueError: invalid literal for int() with base 10: 'x'")),
        ((bytes, (sys.maxsize - 99,), {}), ("no memory", None)),
    ):
        ours.send(job)
        assert ours.recv() == answer
    ours.close()
    child.join(60)
    assert not child.is_alive()


def test_a_process_is_used_again(worker: Worker) -> None:
    assert worker.call(os.getpid) == worker.call(os.getpid)


def test_a_job_that_takes_too_long_is_killed_and_the_imports_of_the_next_do_not_count_as_its_time() -> None:
    """A process that was killed is replaced, and its successor must not be killed for what it has to load."""
    quick = Worker(seconds=1.0)
    try:
        for _ in range(2):
            with pytest.raises(WorkError, match=r"took longer than 1 seconds") as caught:
                quick.call(time.sleep, 60)
            assert caught.value.code is PollCode.PARSE_TIMEOUT
            assert quick.call(loaded)
    finally:
        quick.close()


def test_a_job_that_kills_its_process_is_an_error_and_the_next_one_runs(worker: Worker) -> None:
    with pytest.raises(WorkError, match="died"):
        worker.call(os._exit, 1)
    assert worker.call(abs, -1) == 1


@pytest.mark.parametrize(
    "seconds", [pytest.param(0.0, id="as it starts"), pytest.param(0.02, id="soon"), pytest.param(0.5, id="at work")]
)
def test_a_job_whose_worker_is_closed_by_another_thread_is_an_error_of_the_job_only(seconds: float) -> None:
    """Ctrl-C closes the workers while their jobs run: neither side may trip over what the other has closed."""
    worker = Worker(seconds=60.0)
    for _ in range(4):
        with ThreadPoolExecutor(1) as pool:
            job = pool.submit(worker.call, time.sleep, 60)
            while worker._process is None:
                time.sleep(0.001)
            time.sleep(seconds)
            worker.close()
            assert isinstance(job.exception(60), WorkError)


def test_a_worker_that_was_killed_between_two_jobs_is_replaced(worker: Worker) -> None:
    os.kill(worker.call(os.getpid), signal.SIGKILL)
    with pytest.raises(WorkError, match="the process that read it died"):
        worker.call(abs, -1)
    assert worker.call(abs, -1) == 1


def test_an_error_in_a_job_is_told_with_its_kind(worker: Worker) -> None:
    with pytest.raises(WorkError, match="ValueError: invalid literal"):
        worker.call(int, "x")


@pytest.mark.asyncio
async def test_a_slow_job_holds_up_one_worker_only() -> None:
    workers = Workers(count=2, seconds=300.0)
    try:
        slow = asyncio.ensure_future(workers.run(time.sleep, 300))
        for number in range(5):
            assert await workers.run(abs, -number) == number
        assert not slow.done()
        workers.close()
        with pytest.raises(WorkError):
            await slow
    finally:
        workers.close()

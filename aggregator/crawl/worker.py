"""Pure functions run in a child process that can be killed: one bad feed must not stop the others.

feedparser takes 30 s for 6 MB of tags and trafilatura 13 s for 200,000 links; a thread would hold the interpreter's
lock all that time and could not be stopped.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar

from aggregator.crawl.large import LARGE
from aggregator.models import PollCode
from aggregator.resources import ROOT

Given = ParamSpec("Given")
Result = TypeVar("Result")
Fate = Literal["done", "failed", "no memory"]  # how a job ended in the child

# The promise is 10 s of parsing a feed, whatever the server sends.
SECONDS = 10.0
# Address space of a child. Of 128 real pages none took more than 112 MB, and of the largest documents that are read a
# feed of 15 MB takes 216 and an article page of 7 MB 158; a JSON feed of 5,000,000 empty lists would take any.
MEMORY = 288 * 1024 * 1024
START_SECONDS = 30.0  # a cold start on a busy machine reads its libraries from disk


class WorkError(Exception):
    """A function that failed, or was killed with its process; the spider finds the poll's code in `code`."""

    def __init__(self, message: str, code: PollCode = PollCode.PARSE) -> None:
        super().__init__(message)
        self.code = code


class Worker:
    """One child process and the pipe to it; it is started by its first job, and again after it was killed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._changing = threading.Lock()
        self._loaded: set[str] = set()
        self.peak_kilobytes = 0

    def call(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Runs a function of a module in the child and returns its result; both must be picklable.

        Raises WorkError when it takes too long or too much memory, or the child dies.
        """
        module = function.__module__
        if module not in self._loaded:  # its imports take a second or two, which is not the document's fault
            self._job(START_SECONDS, _load, (module,), {})
            self._loaded.add(module)
        return self._job(self._seconds, function, args, kwargs)  # type: ignore[no-any-return]  # what came through the pipe is what the function returned

    def _job(self, seconds: float, function: Callable[..., Any], args: object, kwargs: object) -> Any:
        pipe = self._pipe or self._started()
        try:
            pipe.send((function, args, kwargs))
            answer = pipe.recv() if pipe.poll(seconds) else None
        except (EOFError, OSError) as error:
            self.close()
            raise WorkError("the process that read it died") from error
        if answer is None:
            self.close()
            raise WorkError(f"took longer than {seconds:g} seconds", PollCode.PARSE_TIMEOUT)
        fate, result = answer
        if fate == "no memory":
            self.close()  # what is left of its memory is in pieces
            raise WorkError(f"needs more than {MEMORY // 1024 // 1024} MB of memory")
        if fate == "failed":
            raise WorkError(result)
        return result

    def _started(self) -> Connection:
        pipe, theirs = Pipe()
        command = [sys.executable, "-P", "-m", "aggregator.crawl.worker", str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment())
        theirs.close()
        with self._changing:
            self._process, self._pipe = process, pipe
        with contextlib.suppress(EOFError, OSError):
            if pipe.poll(START_SECONDS):
                pipe.recv()
                return pipe
        self.close()
        raise WorkError("the process that reads feeds did not start")

    def close(self) -> None:
        """Kills the child; a call that waits for it in another thread ends with a WorkError.

        The pipe is not closed but let go, for its number could be another file's by the time that the other thread
        reads from it: of 40 calls that were ended so, 15 had a closed pipe closed again.
        """
        with self._changing:
            process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            self.peak_kilobytes = max(self.peak_kilobytes, peak_kilobytes(process.pid))
            process.kill()
            process.wait()
        del pipe  # not before: the child would begin to end by itself, and be killed while it writes what is measured
        self._loaded.clear()


class Workers:
    """A few workers behind one door, so that a feed which takes its full time holds up one of them only.

    What is large goes to the first of them, always: a large document takes 100 to 250 MB, which a process keeps in
    part, and two at once would be twice that.
    """

    def __init__(self, count: int = 2, seconds: float = SECONDS) -> None:
        self._all = [Worker(seconds) for _ in range(count)]
        self._idle = list(self._all)
        self._large_waiting = 0
        self._changed = asyncio.Condition()

    async def run(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        worker = await self._taken(any(isinstance(told, bytes) and len(told) > LARGE for told in args))
        try:
            return await asyncio.to_thread(lambda: worker.call(function, *args, **kwargs))
        finally:
            self._idle.append(worker)
            async with self._changed:
                self._changed.notify_all()

    async def _taken(self, large: bool) -> Worker:
        async with self._changed:
            self._large_waiting += large
            try:
                await self._changed.wait_for(lambda: self._free(large))
            finally:
                self._large_waiting -= large
            worker = self._free(large)[0]
            self._idle.remove(worker)
            return worker

    def _free(self, large: bool) -> list[Worker]:
        """The workers that may take a job now, the best first; the first of all is left to the large if it can be."""
        first, *others = self._all
        mine = [first] if large else [*others, *([] if self._large_waiting else [first])]
        return [worker for worker in mine if worker in self._idle]

    @property
    def peak_kilobytes(self) -> int:
        """The largest memory of all workers together, known after they were closed."""
        return sum(worker.peak_kilobytes for worker in self._all)

    def close(self) -> None:
        for worker in self._all:
            worker.close()


# glibc raises this to 32 MB when it meets blocks of that size, and then keeps them in a heap full of holes: with 32
# answers of 15 MiB the poller and its parsers came to 417 MB, and to 338 with it held at 256 KiB. Others ignore it.
_ALLOCATION = {"MALLOC_MMAP_THRESHOLD_": str(256 * 1024)}


def environment() -> dict[str, str]:
    """The environment of a child: it finds our packages where this process found them, not in a working directory."""
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH", "")) if part)
    return _ALLOCATION | os.environ | {"PYTHONPATH": path}


def peak_kilobytes(process: int | str = "self") -> int:
    """Returns the largest memory that a process had so far, 0 where the system does not tell.

    getrusage would count what the parent had when it forked: the peak outlives exec there.
    """
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def serve(pipe: Connection) -> None:
    """Runs what comes through the pipe until its other end is closed, which the end of our parent does, too."""
    pipe.send("ready")
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except EOFError:
            return
        pipe.send(_reply(function, args, kwargs))


def _load(module: str) -> None:
    importlib.import_module(module)


def _reply(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Fate, Any]:
    try:
        return "done", function(*args, **kwargs)
    except MemoryError:
        return "no memory", None
    except Exception as error:  # noqa: BLE001  whatever a document does to its parser is the poll's outcome
        return "failed", f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    allowed = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = MEMORY if allowed == resource.RLIM_INFINITY else min(MEMORY, allowed)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; our parent says when to stop
    with contextlib.suppress(BrokenPipeError):
        serve(Connection(int(sys.argv[1])))

"""Crawls in copies of a process that has loaded what a crawl needs: to load it took 1.3 s of each crawl's 2.

A copy is a process of its own and runs all that a new one would. That a new one does, too, is what the tests of
cycles, of commands, of Scrapy's own and of a crawl that is told to stop see.
"""

from __future__ import annotations

import atexit
import importlib
import os
import pickle
import pkgutil
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import IO

from aggregator.crawl.worker import environment

# What a crawl loads by its settings; Scrapy's list of spiders is the folder.
LOADED = ("aggregator.crawl.__main__", "aggregator.crawl.middlewares", "aggregator.crawl.patience",
          "aggregator.crawl.pipelines", "aggregator.crawl.refused", "aggregator.crawl.robots",
          "aggregator.crawl.tunables", "aggregator.pages", "scrapy.extensions.feedexport")  # fmt: skip
_PARTS = 1 << 20


def run_child(module: str, job: object, errors: IO[bytes] | None) -> tuple[bytes, int]:
    """Does what aggregator.crawl.run.run_child does, in a copy."""
    assert module == "aggregator.crawl"
    door = _door()
    (theirs, ours), (said, told) = os.pipe(), os.pipe()
    log = errors.fileno() if errors else sys.stderr.fileno()
    socket.send_fds(door, [pickle.dumps((Path.cwd(), environment()))], [theirs, told, log])
    os.close(theirs)
    os.close(told)
    with open(ours, "wb") as stdin, open(said, "rb") as stdout:  # noqa: PTH123  they are no paths
        stdin.write(pickle.dumps(job))
        stdin.flush()
        report = stdout.read()
    return report, int(door.recv(_PARTS))


@cache
def _door() -> socket.socket:
    """Starts the process that is copied; it ends with this one, whose end of the door closes then."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-P", "-m", "tests.warm_crawl", str(theirs.fileno())]
    process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, env=environment())
    theirs.close()
    atexit.register(_end, ours, process)
    return ours


def _end(door: socket.socket, process: subprocess.Popen[bytes]) -> None:
    door.close()
    process.wait()


def serve(door: socket.socket) -> None:
    """Makes a copy for each crawl that is asked for, one after the other, and tells how it ended."""
    while True:
        told, files, *_ = socket.recv_fds(door, _PARTS, 3)
        if not told:
            return
        if not (child := os.fork()):
            door.close()
            _become(files, *pickle.loads(told))  # written by our own parent
            sys.modules["aggregator.crawl.__main__"].main()
            return
        for file in files:
            os.close(file)
        door.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(files: list[int], folder: Path, environ: dict[str, str]) -> None:
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)


if __name__ == "__main__":
    for name in (*LOADED, *(f"spiders.{one.name}" for one in pkgutil.iter_modules(["spiders"]))):
        importlib.import_module(name)
    assert "twisted.internet.reactor" not in sys.modules, "each crawl has one of its own"
    with socket.socket(fileno=int(sys.argv[1])) as opened:
        serve(opened)

"""How long the first readers wait after a start of the site, and while a new edition takes the place of the old.

    python -m bench.editions FILE

FILE is a published file, which is copied and not touched; `python -m bench.pages 100000 40 FOLDER` makes one. Prints
the milliseconds of each page asked for the first and the second time after a start, then those of a reader who asks
for them without a pause while another edition is put there.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx

_SITE = """
import sys
from pathlib import Path
from aggregator.site.serve import serve
serve(Path(sys.argv[1]), Path("datasette-metadata.json"), "127.0.0.1", 0, lambda url: print(url, flush=True))
"""
PAGES = ("/", "/search?q=dam", "/story/50", "/outlets", "/blindspots", "/compare?a=left&b=right", "/research/coverage",
         "/dictionary", "/news", "/news/articles", "/.csv")  # fmt: skip
# So long after a start nobody has come yet.
_PAUSE_SECONDS = 4.0


@contextmanager
def serving(file: Path) -> Iterator[httpx.Client]:
    command = [sys.executable, "-c", _SITE, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        with httpx.Client(base_url=process.stdout.readline().strip(), timeout=60) as client:
            yield client
        process.terminate()


def timed(client: httpx.Client, path: str) -> float:
    started = time.perf_counter()
    client.get(path).raise_for_status()
    return 1000 * (time.perf_counter() - started)


def anew(file: Path) -> None:
    """Puts a copy in a file's place, with another title of the first story."""
    partial = Path(shutil.copy(file, file.with_suffix(".partial")))
    with closing(sqlite3.connect(partial)) as db, db:
        db.execute("update settings set value = 'another' where key = 'state'")
    partial.replace(file)


def main(source: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(source, Path(folder) / "news.db"))
        print("after a start: first, second, in milliseconds")
        for path in PAGES:
            with serving(file) as client:
                time.sleep(_PAUSE_SECONDS)
                print(f"{path:25} {timed(client, path):6.0f} {timed(client, path):6.0f}", flush=True)
        with serving(file) as client:
            for path in PAGES * 3:
                timed(client, path)
            before = client.get("/news/settings.json").headers["etag"]
            usual = {path: min(timed(client, path) for _ in range(3)) for path in PAGES}
            anew(file)
            started, slowest, waited = time.monotonic(), dict.fromkeys(PAGES, 0.0), 0.0
            while time.monotonic() - started < max(10, 2 * waited):
                for path in PAGES:
                    slowest[path] = max(slowest[path], timed(client, path))
                if not waited and client.get("/news/settings.json").headers["etag"] != before:
                    waited = time.monotonic() - started
        print(f"a new edition is served after {waited:.1f} s; usual, slowest meanwhile and after it, in milliseconds")
        for path in PAGES:
            print(f"{path:25} {usual[path]:6.0f} {slowest[path]:6.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

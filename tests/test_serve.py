"""The site as a process: ready, read by many while it is published anew, ended by Ctrl-C, refused a port in use."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from aggregator.errors import ServeError
from aggregator.site.serve import serve
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import LONE, METADATA, ROOT, build

_PROGRAM = """
import sys
from pathlib import Path
from aggregator.site.serve import serve
serve(Path(sys.argv[1]), Path(sys.argv[2]), "127.0.0.1", 0, lambda url: print(url, flush=True))
print("ended", flush=True)
"""


@dataclass
class Site:
    process: subprocess.Popen[str]
    url: str
    working: Path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    published = build(tmp_path)
    command = [sys.executable, "-c", _PROGRAM, str(published), str(METADATA)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        yield Site(process, process.stdout.readline().strip(), tmp_path / "news.db")
        with contextlib.suppress(ProcessLookupError):
            process.kill()


def _end(site: Site) -> tuple[int, str, str]:
    site.process.send_signal(signal.SIGINT)
    out, err = site.process.communicate(timeout=60)
    return site.process.returncode, out, err


def test_ctrl_c_ends_it_without_a_word(site: Site) -> None:
    assert httpx.get(site.url, timeout=60).status_code == 200
    assert _end(site) == (0, "ended\n", "")


def test_a_reader_who_keeps_the_connection_is_not_kept_waiting(site: Site) -> None:
    """A head and a body that go out one after the other cost 40 ms where the second waits for the first's receipt."""
    with httpx.Client(base_url=site.url, timeout=60) as client:
        # The system waits for no receipt at first. One that is quick afterwards says it, on a busy machine too.
        took = [client.get("/robots.txt").elapsed.total_seconds() for _ in range(100)]
    assert min(took[20:]) < 0.03, took


def _retitle(working: Path, title: str) -> None:
    store = Store.open(working)
    with store.transaction():
        store.db.execute(
            "update articles set title = ? where id in (select article_id from story_articles where story_id = ?)",
            [title, LONE],
        )
        store.stories.refresh(LONE)
    store.close()
    publish(working, summary_characters=300)


def test_many_read_while_it_is_published_anew(site: Site) -> None:
    paths = [
        "",
        f"story/{LONE}",
        "story/1.json",
        "news/articles.json?_size=5",
        "news?sql=select+count(*)+from+articles",
    ]

    def read(worker: int) -> list[int]:
        with httpx.Client(base_url=site.url, timeout=60) as client:
            return [client.get(paths[(worker + turn) % len(paths)]).status_code for turn in range(60)]

    with ThreadPoolExecutor(4) as readers:
        reading = [readers.submit(read, worker) for worker in range(4)]
        for edition in range(3):
            _retitle(site.working, f"Edition {edition}")
        codes = [code for one in reading for code in one.result()]
    assert codes == [200] * 240
    until = time.monotonic() + 60
    while (title := httpx.get(f"{site.url}story/{LONE}.json", timeout=60).json()["story"]["title"]) != "Edition 2":
        assert time.monotonic() < until, title
        time.sleep(0.05)
    code, _, err = _end(site)
    assert (code, err) == (0, "")


def test_questions_that_find_no_place_leave_nothing_in_the_log(site: Site) -> None:
    """Six readers ask slow questions for as long as it takes: a fast machine and a slow one send some away."""
    slow = "news?sql=" + quote("with recursive c(x) as (select 1 union all select x + 1 from c) select max(x) from c")
    tables = ["news/articles", "news/stories?_facet=state", "news/articles?_facet=nothing&_facet_array=flags"]
    refused_all = threading.Event()

    def read(path: str) -> int:
        return httpx.get(f"{site.url}{path}", timeout=60).status_code

    def occupy() -> set[int]:
        codes: set[int] = set()
        while not refused_all.is_set():
            codes.add(read(slow))
        return codes

    with ThreadPoolExecutor(6) as readers:
        occupied = [readers.submit(occupy) for _ in range(6)]
        until = time.monotonic() + 60
        try:
            for path in tables:
                while (code := read(path)) != 429:
                    assert time.monotonic() < until, (path, code)
        finally:
            refused_all.set()
        codes = set().union(*(one.result() for one in occupied))
    assert codes == {400, 429}
    assert read("news/articles?_facet=nothing") == 400
    assert _end(site) == (0, "ended\n", "")


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    published = build(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"127.0.0.1:{port}: can't be listened at") as caught:
            serve(published, METADATA, "127.0.0.1", port, print)
    assert "\n" not in str(caught.value)

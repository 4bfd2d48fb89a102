"""Serves a folder of feed documents on loopback, polls them all through the real crawl, and says how it went.

    python -m bench.feeds FOLDER

Each file is a feed of its own on one host; the database is thrown away. The same documents are then polled a second
time: their bytes are unchanged, so nothing should be parsed or written but the polls.
"""

from __future__ import annotations

import contextlib
import csv
import mimetypes
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from aggregator.config import Config, CrawlConfig, FilesConfig
from aggregator.crawl.run import CrawlReport, crawl
from aggregator.ratings import FEED_COLUMNS, OUTLET_COLUMNS, RATING_COLUMNS
from aggregator.urls import host_of

HOST = "feeds.example"


class Documents(SimpleHTTPRequestHandler):
    """Serves files under the media type that their name suggests; a robots.txt is not there."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path: object) -> str:
        return mimetypes.guess_type(str(path))[0] or "application/octet-stream"

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


@contextlib.contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serves a folder and yields the port."""
    with Server(("127.0.0.1", 0), partial(Documents, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()


def data_files(folder: Path, urls: list[str]) -> FilesConfig:
    """Writes data files with a feed for each address, and an outlet for each host."""
    hosts = dict.fromkeys(host_of(url) for url in urls)
    tables: dict[str, tuple[tuple[str, ...], list[dict[str, str]]]] = {
        "outlets": (OUTLET_COLUMNS, [{"domain": host, "name": host} for host in hosts]),
        "ratings": (RATING_COLUMNS, []),
        "feeds": (FEED_COLUMNS, [{"url": url, "outlet": host_of(url), "fetch_pages": "0"} for url in urls]),
    }
    for name, (columns, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return FilesConfig(**{name: folder / f"{name}.csv" for name in tables}, own_ratings=folder / "none.csv")


def tell(title: str, documents: int, report: CrawlReport, db: Path, log: Path) -> None:
    with contextlib.closing(sqlite3.connect(db)) as connection:
        last = "select max(id) from runs where kind = 'poll'"
        rows, gave = connection.execute(
            "select count(distinct feed_id), count(case when new + revised + unchanged > 0 then 1 end)"
            f" from polls where run_id = ({last})"
        ).fetchone()
        articles = connection.execute("select count(*) from articles").fetchone()[0]
    text = log.read_text(encoding="utf-8", errors="replace")
    print(f"{title}: {report.seconds:.1f} s, {documents / report.seconds:.0f} feeds/s, peak {report.peak_megabytes} MB")
    print(f"  documents {documents}, feeds with a poll {rows}, with entries {report.codes.get('ok', 0)},")
    print(f"  with entries that have an address {gave}, articles stored {articles}")
    print(f"  {', '.join(f'{code} {count}' for code, count in sorted(report.codes.items(), key=lambda kv: -kv[1]))}")
    print(f"  tracebacks in the log: {text.count('Traceback')}, lines in the log: {len(text.splitlines())}")


def main(folder: Path) -> None:
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as scratch, served(folder) as port:
        here = Path(scratch)
        urls = [f"http://{HOST}:{port}/{quote(str(path))}" for path in paths]
        config = Config(files=data_files(here, urls), crawl=CrawlConfig(poll_minutes=0))
        for title in ("first poll", "second poll"):
            log = here / f"{title}.log"
            report = crawl(config, here / "bench.db", {HOST: "127.0.0.1"}, log=log)
            tell(title, len(paths), report, here / "bench.db", log)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m bench.feeds FOLDER")
    main(Path(sys.argv[1]))

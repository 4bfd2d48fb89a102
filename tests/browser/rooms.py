"""The two reading rooms that the browser visits: the newsroom by the sea with all its odd cases, and the demo's."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import iso
from tests.brief_fixtures import add_brief
from tests.site_fixtures import FERRY, METADATA, NOW, ROOT, fill

STOPPED = Path(__file__).parent / "stopped"
# The demo's last day, in the evening: the newsroom's own clock, and a second later that of its readers.
DEMO_NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
# Milliseconds in which a browser does what it is told: a busy machine takes its time for it, and must not fail a test.
PATIENCE = 120_000

LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3
LONG_TITLE = " ".join(["The committee on fares, moorings and the lighting of piers defers its report"] * 6)


def sea(folder: Path) -> Path:
    """Publishes the newsroom of tests/site_fixtures.py with headlines that break what is not built to bend."""
    store = Store.open(folder / "news.db")
    with store.transaction():
        fill(store)
        first = "(select min(article_id) from story_articles where story_id = ?)"
        store.db.execute(f"update articles set title = ? where id = {first}", [LONG_WORD, FERRY])
        store.db.execute(
            "insert into revisions (article_id, field, old, new, seen)"
            f" values ({first}, 'title', ?, 'Ferry fares to rise by a tenth', ?)",
            [FERRY, LONG_TITLE, iso(NOW - timedelta(hours=1))],
        )
        store.stories.refresh(FERRY)
        add_brief(store, FERRY, [(LONG_WORD, [14]), (LONG_TITLE, [15, 14])], [(LONG_WORD, [15])], headline=("x", [14]))
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


def demo(folder: Path) -> Path:
    """Runs the demo with a clock that stands still, and returns its published file."""
    environment = os.environ | {"PYTHONPATH": f"{STOPPED}{os.pathsep}{ROOT}", "STOPPED_AT": DEMO_NOW.isoformat()}
    command = [sys.executable, "-P", "-m", "aggregator", "demo", "--once", "--db", str(folder / "demo.db")]
    subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True, timeout=600)
    return folder / "published" / "demo.db"


@contextlib.contextmanager
def served(published: Path, now: datetime) -> Iterator[str]:
    """Serves a published file at a port of its own, and yields its address without a slash."""
    app = make_app(published, METADATA, clock=lambda: now).app()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()

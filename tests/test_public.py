"""`serve --public` starts when every protection holds, and names each that is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from datasette.database import Database
from datasette.plugins import pm

from aggregator.config import SiteConfig
from aggregator.errors import ServeError
from aggregator.site import sql_guard
from aggregator.site.public import ATTACKS, CHECKS, Standing, advice, missing, require, standing_of
from aggregator.site.serve import make_app
from aggregator.snapshots import take_snapshot
from tests.site_fixtures import METADATA, NOW, ROOT, build

SETTINGS = SiteConfig(address="https://news.example.org", contact="desk@news.example.org")
GOOD = Standing(SETTINGS, policies={"/": "default-src 'none'; frame-ancestors 'none'"})


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("public"))


def test_all_is_well() -> None:
    assert missing(GOOD) == []
    require(GOOD)


BAD = [
    pytest.param(
        replace(GOOD, settings=replace(SETTINGS, address="")), "address: site.address is not set", id="address"
    ),
    pytest.param(
        replace(GOOD, settings=replace(SETTINGS, contact="")), "contact: site.contact is not set", id="contact"
    ),
    pytest.param(
        replace(GOOD, let_through=["write"]), "SQL guard: a visitor's SQL can write", id="a question let through"
    ),
    pytest.param(
        replace(GOOD, longest=10**9), "SQL guard: a visitor's SQL can make texts of 1,000,000,000", id="long texts"
    ),
    pytest.param(replace(GOOD, limited=False), "limits: questions of visitors have no limit", id="no limit of time"),
    pytest.param(replace(GOOD, memory=0), "limits: SQLite may take any memory", id="no limit of memory"),
    pytest.param(
        replace(GOOD, policies={"/": "default-src 'none'"}), "headers: without a content policy: /", id="frames"
    ),
    pytest.param(replace(GOOD, policies={"/news": ""}), "headers: without a content policy: /news", id="no policy"),
    pytest.param(
        replace(GOOD, policies={"/": "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'"}),
        "headers: ",
        id="inline",
    ),
    pytest.param(replace(GOOD, changed=["/news"]), "methods: answers to more than GET and HEAD: /news", id="a POST"),
    pytest.param(replace(GOOD, opened=["/-/threads"]), "closed pages: tells of this machine: /-/threads", id="threads"),
    pytest.param(replace(GOOD, plugins=["datasette-mcp"]), "plugins: installed beside it, and able to", id="a plugin"),
    pytest.param(replace(GOOD, user=0), "user: runs as root", id="root"),
]


@pytest.mark.parametrize(("standing", "line"), BAD)
def test_missing(standing: Standing, line: str) -> None:
    (told,) = missing(standing)
    assert told.startswith(line)
    with pytest.raises(ServeError, match="not served, a protection is missing"):
        require(standing)


def test_every_check_can_fail() -> None:
    failing = {missing(param.values[0])[0].partition(":")[0] for param in BAD}
    assert failing == {check.name for check in CHECKS}


def test_each_is_a_line_of_its_own() -> None:
    with pytest.raises(ServeError) as caught:
        require(replace(GOOD, user=0, settings=SiteConfig()))
    lines = str(caught.value).splitlines()
    assert lines[0] == "--public: not served, 3 protections are missing:"
    assert [line.strip().partition(":")[0] for line in lines[1:]] == ["address", "contact", "user"]


def test_the_site_as_it_is_made(published: Path) -> None:
    standing = standing_of(make_app(published, METADATA, lambda: NOW, SETTINGS), published)
    assert missing(replace(standing, user=1000, memory=1)) == []
    assert standing.longest == sql_guard.MAX_LENGTH
    assert len(standing.policies) == 4


def test_a_database_beside_without_a_guard_is_seen(published: Path) -> None:
    datasette = make_app(published, METADATA, lambda: NOW, SETTINGS)
    datasette.add_database(Database(datasette, str(published), is_mutable=False), name="beside")
    standing = standing_of(datasette, published)
    # Loading a library is off in SQLite itself until it is asked for.
    assert {*standing.let_through} == {*ATTACKS} - {"load a library"}
    assert not standing.limited
    told = [line.partition(":")[0] for line in missing(replace(standing, user=1000, memory=1))]
    assert told == ["SQL guard", "limits"]


def test_a_plugin_that_came_by_itself_is_seen(published: Path) -> None:
    stranger = ModuleType("datasette_stranger")
    pm.register(stranger, "datasette-stranger")
    try:
        standing = standing_of(make_app(published, METADATA, lambda: NOW, SETTINGS), published)
    finally:
        pm.unregister(stranger)
    assert standing.plugins == ["datasette-stranger"]


def test_advice_is_no_refusal(published: Path) -> None:
    inner = replace(GOOD, settings=replace(SETTINGS, address="http://news.lan"), writable=[published])
    assert missing(inner) == []
    assert [line.partition(" ")[0] for line in advice(inner)] == [str(published), "site.address"]


def _aggregator(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own: the bound on memory that it sets can't be taken back."""
    program = "import sys; from aggregator.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("of_a_snapshot", [False, True], ids=["the current file", "a snapshot"])
def test_the_command_says_what_is_missing(published: Path, tmp_path: Path, of_a_snapshot: bool) -> None:
    (tmp_path / "aggregator.toml").write_text("[site]\n", encoding="utf-8")
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "news.db").write_bytes(published.read_bytes())
    taken, _ = take_snapshot(published, METADATA, tmp_path / "snapshots")
    done = _aggregator("serve", "--public", "--port", "0", "--db", str(tmp_path / "news.db"),
                       "--config", str(tmp_path / "aggregator.toml"),
                       *(["--snapshot", taken.name] if of_a_snapshot else []))  # fmt: skip
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, lines[0].startswith("Error: --public: not served, ")) == (1, "", True)
    told = [line.strip().partition(":")[0] for line in lines[1:]]
    assert told == ["address", "contact", *(["user"] if os.geteuid() == 0 else [])]


def test_the_bound_on_memory_holds_for_the_process() -> None:
    program = (
        "from aggregator.site.sql_guard import limit_memory, memory_limit; import sqlite3\n"
        "assert memory_limit() == 0\nlimit_memory()\nprint(memory_limit())\n"
        "connection = sqlite3.connect(':memory:')\n"
        "try: connection.execute('select zeroblob(200000000) || 1').fetchall(); print('any')\n"
        "except MemoryError: print('bounded')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(sql_guard.MOST_MEMORY), "bounded"]

"""What a stranger's question may take from others: the disk, the memory, and what is left of either after it."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aggregator.csv_forms import CsvText
from aggregator.site import bounds
from aggregator.site import database as published_database
from aggregator.site.allowance import ALLOWED, Allowance
from aggregator.site.bounds import SHORTAGE, Bounds, Texts, TooBusy
from aggregator.site.out.reading import Question, Reading
from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW, build

_ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("bounded"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


@pytest.fixture
def opened(published: Path) -> Iterator[sqlite3.Connection]:
    address = f"{published.as_uri()}?immutable=1"
    with contextlib.closing(sqlite3.connect(address, uri=True, check_same_thread=False)) as connection:
        yield connection


def _asked(site: Any, sql: str, *, seconds: float = 10.0) -> Any:
    async def asked() -> Any:
        ALLOWED.set(Allowance(seconds=seconds))
        return await site.get_database("news").execute(sql)

    return asyncio.run(asked())


@pytest.mark.parametrize(
    ("stranger", "ended"), [pytest.param(True, True, id="a stranger's"), pytest.param(False, False, id="ours")]
)
def test_what_is_written_aside_ends_a_question(monkeypatch: pytest.MonkeyPatch, stranger: bool, ended: bool) -> None:
    written = iter([0, 900, 1001])
    monkeypatch.setattr(bounds, "MOST_SPILLED", 1000)
    monkeypatch.setattr(bounds, "_LOOK_EVERY_SECONDS", 0.0)
    monkeypatch.setattr(bounds, "_written", lambda: next(written))
    bound = Bounds(time.perf_counter, 10, stranger=stranger)
    assert [bound(), bound(), bound.spilled] == [False, ended, ended]


def test_what_a_thread_writes_is_counted(tmp_path: Path) -> None:
    """By Linux, and where it goes to a disk: what stays in memory takes nothing from others but that."""
    before = bounds._written()
    (tmp_path / "written").write_bytes(b"x" * 3_000_000)
    counted = bounds._written() - before
    if bounds._THREAD is None or _is_memory(tmp_path):
        assert counted == 0
    else:
        assert 3_000_000 <= counted < 4_000_000


def _is_memory(place: Path) -> bool:
    """Tells whether a folder is in a file system of memory: the mount that is named last holds."""
    kinds: dict[str, str] = {}
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        _, mount, kind, *_ = line.split(" ")
        kinds[mount] = kind
    above = next(str(one) for one in (place, *place.parents) if str(one) in kinds)
    return kinds[above] in ("tmpfs", "ramfs")


def test_a_question_that_keeps_rows_aside_says_so(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    written = iter(range(0, 10**9, 1000))
    monkeypatch.setattr(bounds, "_written", lambda: next(written))
    monkeypatch.setattr(bounds, "MOST_SPILLED", 5000)
    with pytest.raises(sqlite3.OperationalError, match="too many rows aside"):
        _asked(site, _ENDLESS)


def test_a_page_that_finds_no_memory_ends_strangers_and_is_answered(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published_database, "_MEMORY_WAITS", [0.01] * 6000)
    database = site.get_database("news")

    async def both() -> tuple[str, int]:
        ALLOWED.set(Allowance(seconds=300.0))
        endless = asyncio.create_task(database.execute(_ENDLESS))
        await asyncio.sleep(0.1)

        def short(_: sqlite3.Connection) -> str:
            if not endless.done():
                raise MemoryError
            return "answered"

        told = await database.execute_fn(short)
        with pytest.raises(TooBusy):
            await endless
        return told, SHORTAGE.waiting

    assert asyncio.run(both()) == ("answered", 0)


def test_where_there_is_no_memory_for_long_the_page_is_to_be_asked_again(site: Any) -> None:
    def short(_: sqlite3.Connection) -> None:
        raise MemoryError

    with pytest.raises(TooBusy):
        asyncio.run(site.get_database("news").execute_fn(short))
    assert SHORTAGE.waiting == 0


def test_nothing_of_a_strangers_question_is_kept(site: Any) -> None:
    """A question that was made ready takes up to four megabytes; each connection would keep 128 of them."""
    _asked(site, "select 'a stranger''s'")

    def look(connection: sqlite3.Connection) -> list[str]:
        connection.set_authorizer(None)
        return [row[0] for row in connection.execute("select sql from sqlite_stmt")]

    kept = asyncio.run(site.get_database("news").strangers.run(look))
    assert kept == ["select sql from sqlite_stmt"]


@pytest.mark.parametrize(
    "cell", [pytest.param("hex(zeroblob(300000))", id="texts"), pytest.param("zeroblob(600000)", id="bytes")]
)
def test_a_row_of_a_csv_has_a_bound(opened: sqlite3.Connection, cell: str) -> None:
    sql = f"select {', '.join([cell] * 20)}"
    with pytest.raises(Exception, match="larger than 8,000,000 bytes"):
        Reading(opened, Question(sql, free=True), CsvText("raw")).step(1000)


def test_rows_of_a_csv_are_bounded_one_by_one(opened: sqlite3.Connection) -> None:
    sql = "select hex(zeroblob(300000)), value from json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]')"
    reading = Reading(opened, Question(sql, free=True), CsvText("raw"))
    assert len(reading.step(100_000_000)) > 15 * 600_000
    assert (reading.rows, reading.ended) == (15, True)


def test_a_csv_that_nobody_takes_lets_go_of_its_memory(opened: sqlite3.Connection) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
    reading = Reading(opened, Question(endless, free=True), CsvText("raw"))
    reading.step(1000)
    with SHORTAGE.told(reading.give_way), SHORTAGE.felt(), pytest.raises(TooBusy):
        reading.step(1000)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened.execute("select 1")


def test_a_csv_that_has_no_row_yet_ends_where_pages_lack_memory(opened: sqlite3.Connection) -> None:
    ended: list[type[BaseException]] = []

    def begin() -> None:
        try:
            Reading(opened, Question(_ENDLESS, free=True), CsvText("raw"))
        except Exception as error:  # noqa: BLE001  whatever it is, it is looked at
            ended.append(type(error))

    thread = threading.Thread(target=begin)
    thread.start()
    time.sleep(0.1)
    with SHORTAGE.felt():
        thread.join(60)
    assert ended == [TooBusy]


def test_a_table_goes_on_where_pages_lack_memory(opened: sqlite3.Connection) -> None:
    reading = Reading(opened, Question("select * from articles"), CsvText("raw"))
    with SHORTAGE.told(reading.give_way), SHORTAGE.felt():
        assert reading.step(100_000_000)


def test_texts_are_counted_in_bytes() -> None:
    texts = Texts(4)
    assert texts("né".encode()) == "né"
    with pytest.raises(sqlite3.OperationalError, match="larger than 4 bytes"):
        texts(b"ab")
    texts.anew()
    assert texts(b"\xff") == "\ufffd"

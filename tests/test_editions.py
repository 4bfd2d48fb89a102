"""An edition takes the place of the one before when it is ready, hashed once, and only where it can be served."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import logging
import os
import shutil
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from aggregator.errors import AggregatorError
from aggregator.site import fingerprint, swap
from aggregator.site.fitting import require_fitting
from aggregator.site.plugin import PAGES
from aggregator.site.queries.options import _ARTICLE_DAYS, _OPTIONS
from aggregator.site.serve import make_app
from aggregator.site.warm import FIRST_ASKED, ask_first
from aggregator.store.publish import PUBLIC
from aggregator.store.views import KEPT, VIEWS
from tests.site_fixtures import METADATA, NOW, build, next_edition


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("editions"))


@pytest.fixture
def file(published: Path, tmp_path: Path) -> Path:
    """A copy of the published file, which a test may replace."""
    return Path(shutil.copy(published, tmp_path / "news.db"))


@pytest.fixture
def site(file: Path) -> Any:
    return make_app(file, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> Any:
    return asyncio.run(site.client.get(path))


def changed(file: Path, *statements: str) -> Path:
    """Puts another file in a file's place, as publishing does."""
    partial = Path(shutil.copy(file, file.with_suffix(".partial")))
    with closing(sqlite3.connect(partial)) as db, db:
        for statement in ("update articles set title = 'Anew'", *statements):
            db.execute(statement)
    return partial.replace(file)


def title(site: Any) -> str:
    return str(get(site, "/article/1.json").json()["article"]["title"])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds up the making ready of a new edition until it is set."""
    goes_on, warm = threading.Event(), swap.warm

    async def slow(*arguments: Any) -> None:
        goes_on.wait(300)
        await warm(*arguments)

    monkeypatch.setattr(swap, "warm", slow)
    yield goes_on
    goes_on.set()


def test_the_one_before_is_served_until_the_next_is_ready(site: Any, file: Path, held: threading.Event) -> None:
    before, tag = title(site), get(site, "/news/settings.json").headers["etag"]
    site.reading_room.watch._next_look = 0.0
    changed(file)
    for _ in range(3):
        assert title(site) == before != "Anew"
    assert get(site, "/news/settings.json").headers["etag"] == tag
    held.set()
    site.reading_room.watch.coming.result(timeout=60)
    assert title(site) == "Anew"
    assert get(site, "/news/settings.json").headers["etag"] != tag


def test_nothing_is_left_to_read_for_the_first_reader(site: Any, file: Path) -> None:
    changed(file)
    next_edition(site)
    database = site.get_database("news")
    assert database in _OPTIONS
    assert database in _ARTICLE_DAYS
    assert database.cached_table_counts["articles"] == 27
    assert database.fingerprint.result(timeout=0) == hashlib.sha256(file.read_bytes()).hexdigest() == database.hash


def test_a_new_one_is_found_though_nobody_asks(site: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_LOOK_EVERY_SECONDS", 0.02)
    watch, before = site.reading_room.watch, site.get_database("news")

    async def looked() -> None:
        looking = asyncio.create_task(watch.keep_looking(site))
        changed(file)
        async with asyncio.timeout(60):
            while site.get_database("news") is before:
                await asyncio.sleep(0.02)
        looking.cancel()

    asyncio.run(looked())
    assert title(site) == "Anew"


def test_a_site_that_was_started_asks_itself_first(site: Any) -> None:
    assert site.get_database("news") not in _OPTIONS

    async def started() -> None:
        await site.invoke_startup()
        await ask_first(site)

    asyncio.run(started())
    assert site.get_database("news") in _OPTIONS
    assert set(FIRST_ASKED) == {page.address for page in PAGES} - {"/methodology"}


def test_a_reader_of_the_one_before_reads_on_in_it(site: Any, file: Path) -> None:
    old = site.get_database("news")
    before = title(site)
    changed(file)
    next_edition(site)
    file.unlink()  # nor does it open anything anew

    async def four() -> list[str]:
        ask = "select title from articles where id = 1"
        found = await asyncio.gather(*(old.execute(ask) for _ in range(4)))
        return [one.rows[0][0] for one in found]

    assert asyncio.run(four()) == [before] * 4
    assert title(site) == "Anew"


def test_the_one_before_is_let_go(site: Any, file: Path) -> None:
    title(site)
    old = weakref.ref(site.get_database("news"))
    changed(file)
    next_edition(site)
    title(site)
    gc.collect()
    assert old() is None
    held = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    assert f"{file} (deleted)" not in held


def test_a_file_is_hashed_once_whoever_asks(site: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = []
    make = fingerprint._make
    monkeypatch.setattr(fingerprint, "_make", lambda *told: (hashed.append(told[2]), make(*told)))
    changed(file)
    with ThreadPoolExecutor(4) as readers:
        begun = list(readers.map(fingerprint.begin, [file] * 8))
    next_edition(site)
    told = get(site, "/news/settings.csv").headers["x-edition-sha256"]
    assert get(site, "/story/1.json").json()["cite"]["sha256"] == told == begun[0][1].result()
    assert get(site, "/-/databases").json()[0]["hash"] == told
    assert len(hashed) == 1


def test_a_csv_names_the_file_that_it_reads_though_the_pages_are_of_the_one_before(
    site: Any, file: Path, held: threading.Event
) -> None:
    before = get(site, "/news/articles.csv")
    site.reading_room.watch._next_look = 0.0
    changed(file)
    told = get(site, "/news/articles.csv")
    assert told.headers["x-edition-sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert told.headers["x-edition-sha256"] != before.headers["x-edition-sha256"]
    assert (before.text.count("Anew"), told.text.count("Anew")) == (0, 27)
    assert get(site, "/story/1.json").json()["cite"]["sha256"] == before.headers["x-edition-sha256"]


DAMAGED = [
    pytest.param(["drop view story_shares"], "it has no story_shares", id="a view is gone"),
    pytest.param(["drop table polls"], "it has no polls", id="a table is gone"),
    pytest.param([f"drop table {next(iter(KEPT))}"], f"it has no {next(iter(KEPT))}", id="a kept view is gone"),
    pytest.param(["drop table articles_fts"], "it has no articles_fts", id="the index of words is gone"),
    pytest.param(["drop table headline_wording"], "it has no headline_wording", id="the words of headlines are gone"),
    pytest.param(["drop table polls", "drop table origins"], "it has no origins, polls", id="two are gone"),
    pytest.param(
        ["drop view sample_by_side", "create view sample_by_side as select nosuch from feeds"],
        "sample_by_side can't be read (no such column: nosuch)", id="a view that can't be asked",
    ),
    pytest.param(["alter table runs rename column kind to sort"], "runs has no kind", id="a column is gone"),
    pytest.param(["update settings set value = 'of old' where key = 'layout'"],
                 "was not published by this version", id="of another version"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "told"), DAMAGED)
def test_what_would_fail_is_not_served(file: Path, statements: list[str], told: str) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("pragma legacy_alter_table = on")
        for statement in statements:
            db.execute(statement)
    with pytest.raises(AggregatorError) as caught:
        make_app(file, METADATA)
    assert str(caught.value).startswith(f"{file}: ")
    assert told in str(caught.value)
    assert "aggregator publish" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "left", [pytest.param(0.9, id="its end"), pytest.param(0.3, id="most"), pytest.param(0.0, id="all")]
)
def test_a_file_that_was_cut_is_not_served(file: Path, left: float) -> None:
    size = file.stat().st_size
    os.truncate(file, int(left * size))
    with pytest.raises(AggregatorError, match="publish"):
        make_app(file, METADATA)


@pytest.mark.parametrize("statement", ["drop view story_shares", "update settings set value = '' where key = 'layout'"])
def test_a_new_edition_that_would_fail_is_left_and_written_down(
    site: Any, file: Path, statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    before, before_it = title(site), Path(shutil.copy(file, file.with_suffix(".before")))
    site.reading_room.watch._next_look = 0.0
    changed(file, statement)
    assert title(site) == before
    with caplog.at_level(logging.ERROR), pytest.raises(AggregatorError):
        site.reading_room.watch.coming.result(timeout=60)
    assert [title(site), title(site)] == [before] * 2
    (line,) = caplog.messages
    assert line.startswith(f"the new edition is not served, the one before is: {file}: ")
    changed(before_it).replace(file)
    next_edition(site)
    assert title(site) == "Anew"


def test_everything_that_is_published_is_looked_for(file: Path) -> None:
    """Each table and view of the file, dropped alone, is missed; what none of them is, is none of ours."""
    assert require_fitting(file) is False
    with closing(sqlite3.connect(file)) as db:
        names = {name for (name,) in db.execute(
            "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'"
            " and name not like 'articles_fts_%'"
        )}  # fmt: skip
    assert names == {*PUBLIC, *VIEWS, "articles_fts", "headline_wording", "headline_sides"}

"""Whole tables over HTTP: every row or an error, to any client, beside other readers, while the file is replaced."""

from __future__ import annotations

import csv
import gzip
import http.client
import io
import json
import re
import shutil
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from aggregator.csv_forms import CsvText
from aggregator.site.bounds import SHORTAGE
from aggregator.site.out import csv_answer, downloads, reading
from tests.served import serving
from tests.site_fixtures import METADATA, build

MANY = 50_000
ENDLESS = "/news.csv?sql=" + quote(
    "with recursive c(x) as (select 1 union all select x + 1 from c) select x, 'the same words again' from c"
)
ENDLESS_BEFORE_A_ROW = "/news.csv?sql=" + quote(
    "with recursive c(x) as (select 1 union all select x + 1 from c) select max(x) from c"
)
NAMES = sorted(json.loads(METADATA.read_text())["databases"]["news"]["tables"])


def grown(small: Path, folder: Path, rows: int = MANY) -> Path:
    """Copies a published file and gives it so many articles, with cells of every kind."""
    path = folder / "news.db"
    shutil.copy(small, path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("delete from articles")
        db.execute(
            """
insert into articles (id, url, outlet_id, title, summary, language, scope, kind, published, first_seen, word_count)
with recursive c(n) as (select 1 union all select n + 1 from c where n < ?)
select n, 'https://tidewater.example/' || n, 1 + n % 14,
  case n % 5 when 0 then '=1+' || n when 1 then 'two' || char(13) || 'parts' when 2 then 'a "quote", ' || n
    else 'Harbour vote ' || n end,
  replace(hex(zeroblob(25)), '00', 'summary '), 'en', 'news', 'text', '2026-11-22T00:00:00Z', '2026-11-22', -n
from c""",
            [rows],
        )
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def large(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grown(small, tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def served(small: Path) -> Iterator[tuple[Any, int]]:
    with serving(small) as told:
        yield told


@pytest.fixture(scope="module")
def served_large(large: Path) -> Iterator[tuple[Any, int]]:
    with serving(large) as told:
        yield told


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()


def rows_of(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_and_view_leaves_whole(served: tuple[Any, int], small: Path, name: str) -> None:
    answer, body = ask(served[1], f"/news/{name}.csv")
    with closing(sqlite3.connect(small)) as db:
        (expected,) = db.execute(f"select count(*) from [{name}]").fetchone()
    assert answer.status == 200
    assert len(rows_of(body)) - 1 == expected == int(answer.headers["X-Row-Count"])
    text = CsvText("raw")
    text.add(rows_of(body))
    assert text.take() == body


def test_no_table_has_a_column_that_the_address_means_otherwise(small: Path) -> None:
    with closing(sqlite3.connect(small)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")]
        found = {column for name in names for (column,) in db.execute("select name from pragma_table_info(?)", [name])}
    assert "form" not in found


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("outlet_id=3", id="a column is a value"),
        pytest.param("title__contains=harbour&language=en", id="contains, and another"),
        pytest.param("_search=harbour", id="words"),
        pytest.param("_search=o%27neil+%22no", id="words that are no query"),
        pytest.param("_search_title=senate", id="words of one column"),
        pytest.param("outlet_id__in=1,2,3&_sort_desc=word_count", id="one of, sorted"),
        pytest.param("_sort=title", id="sorted"),
        pytest.param("carrier__isnull=1&id__gt=5", id="nothing, and greater"),
        pytest.param("_col=title&_col=url", id="some columns"),
        pytest.param("_nocol=summary&_nocol=flags", id="all but some columns"),
        pytest.param("_where=length(title)+%3E+40", id="a condition in SQL"),
        pytest.param("published__date=2026-11-22", id="a day"),
        pytest.param("_size=3", id="as many as asked for"),
        pytest.param("published_day__like=2026-11-2%25", id="like"),
    ],
)
def test_the_rows_are_those_of_the_page(served: tuple[Any, int], query: str) -> None:
    _, page = ask(served[1], f"/news/articles.json?{query}&_nofacet=1" + ("" if "_size" in query else "&_size=max"))
    told = json.loads(page)
    found = rows_of(ask(served[1], f"/news/articles.csv?{query}")[1])
    assert found[0] == told["columns"]
    shown = [["" if cell is None else str(cell) for cell in row] for row in told["rows"]]
    assert sorted(found[1:]) == sorted(shown)  # rows that sort alike have no order on a page, and their key's here
    assert shown or "neil" in query
    if match := re.search(r"_sort(?:_desc)?=(\w+)", query):
        place = found[0].index(match[1])
        assert [row[place] for row in found[1:]] == [row[place] for row in shown]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        pytest.param("/news/nothing.csv", 404, "no table, view or query 'nothing'", id="no such table"),
        pytest.param("/news.csv", 400, "Name a table", id="nothing asked"),
        pytest.param("/news.csv?sql=delete+from+articles", 400, "Only questions are answered here", id="a write"),
        pytest.param("/news.csv?sql=select+nosuch", 400, "no such column: nosuch", id="wrong SQL"),
        pytest.param("/news.csv?sql=select+randomblob(9)", 400, "not authorized", id="what the guard denies"),
        pytest.param("/news.csv?sql=select+1;+select+2", 400, "one statement", id="two questions"),
        pytest.param("/news/articles.csv?_sort=nothing", 400, "can't be sorted by 'nothing'", id="no such column"),
        pytest.param("/news/articles.csv?_sort=id&_sort_desc=id", 400, "at the same time", id="two orders"),
        pytest.param("/news/articles.csv?_col=nothing", 400, "invalid columns", id="no such column to show"),
        pytest.param("/news/articles.csv?_size=-1", 400, "must be a whole number", id="no number"),
        pytest.param("/news/articles.csv?form=excel", 400, "no form 'excel'", id="no such form"),
        pytest.param("/news/articles.csv?id__in=[1,", 400, "JSON", id="broken JSON"),
        pytest.param("/news/articles.csv?_where=1)+or+(1", 400, "syntax", id="a condition that ends the bracket"),
        pytest.param("/story/99.csv", 404, "no such story", id="no such story"),
        pytest.param("/.csv?provider=nobody", 400, "no ratings by 'nobody'", id="nobody's ratings"),
        pytest.param("/blindspots.atom?provider=nobody", 400, "no ratings by 'nobody'", id="a feed by nobody"),
        pytest.param("/outlet/nothing.example.atom", 404, "no outlet", id="no such outlet"),
    ],
)
def test_an_error_is_a_status_and_one_line(served: tuple[Any, int], path: str, status: int, words: str) -> None:
    answer, body = ask(served[1], path)
    assert answer.status == status
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert words in body.decode()
    assert body.decode().count("\n") == 1
    assert "/tmp" not in body.decode()


def test_queries_leave_without_a_limit(served_large: tuple[Any, int], small: Path, served: tuple[Any, int]) -> None:
    answer, body = ask(served_large[1], "/news.csv?sql=select+id,+title+from+articles+--+a+comment;")
    assert len(rows_of(body)) - 1 == MANY == int(answer.headers["X-Row-Count"])
    told = json.loads(METADATA.read_text())["databases"]["news"]["queries"]["headlines_changed"]["sql"]
    with closing(sqlite3.connect(small)) as db:
        expected = len(db.execute(told).fetchall())
    assert len(rows_of(ask(served[1], "/news/headlines_changed.csv")[1])) - 1 == expected > 0
    found = rows_of(ask(served[1], "/news.csv?sql=select+:a+as+a,+:b+as+b&a=%C3%A9")[1])
    assert found == [["a", "b"], ["é", ""]]


@pytest.mark.parametrize("form", ["raw", "spreadsheet"])
def test_a_large_table_is_whole_packed_and_unpacked(served_large: tuple[Any, int], form: str) -> None:
    path = f"/news/articles.csv?form={form}"
    plain, body = ask(served_large[1], path)
    packed, pieces = ask(served_large[1], path, Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(pieces) == body
    assert len(pieces) < len(body) / 5
    assert plain.headers["X-Row-Count"] == str(MANY)
    found = rows_of(body)
    assert len(found) - 1 == MANY
    title, number = found[0].index("title"), found[0].index("word_count")
    assert {row[number] for row in found[1:]} == {str(-n) for n in range(1, MANY + 1)}
    assert {row[title][:3] for row in found[1:] if "1+" in row[title]} == {"=1+" if form == "raw" else "'=1"}
    assert {row[title] for row in found[1:] if "parts" in row[title]} == {"two\rparts"}


def test_the_head_tells_the_size_without_the_rows(served_large: tuple[Any, int], large: Path) -> None:
    answer, body = ask(served_large[1], "/news/articles.csv?form=spreadsheet", "HEAD")
    assert (answer.status, body, answer.headers["X-Row-Count"]) == (200, b"", str(MANY))
    edition = answer.headers["X-Edition-SHA256"]
    assert len(edition) == 64
    assert answer.headers["Content-Disposition"] == f'attachment; filename="articles.{edition[:8]}.spreadsheet.csv"'
    again, nothing = ask(served_large[1], "/news/articles.csv?form=spreadsheet", If_None_Match=answer.headers["ETag"])
    assert (again.status, nothing) == (304, b"")
    assert ask(served_large[1], "/news/articles.csv", If_None_Match=answer.headers["ETag"])[0].status == 200
    assert ask(served_large[1], "/news/articles.csv", "POST")[0].status == 405


@pytest.mark.parametrize("packed", [pytest.param({}, id="plain"), pytest.param({"Accept_Encoding": "gzip"}, id="gzip")])
def test_what_is_cut_in_mid_stream_is_an_error_to_the_client(
    served: tuple[Any, int], monkeypatch: pytest.MonkeyPatch, packed: dict[str, str]
) -> None:
    monkeypatch.setattr(reading, "SQL_SECONDS", 0.6)
    with pytest.raises(http.client.IncompleteRead) as told:
        ask(served[1], ENDLESS, **packed)
    assert len(told.value.partial) > 10_000


def test_rows_that_are_not_as_many_as_announced_are_an_error(served_large: tuple[Any, int]) -> None:
    with pytest.raises(http.client.IncompleteRead):
        ask(served_large[1], "/news.csv?sql=" + quote("select * from articles where random() > 0"))


def test_what_takes_too_long_before_the_first_row_has_a_status(
    served: tuple[Any, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SQL_SECONDS", 0.3)
    answer, body = ask(served[1], ENDLESS_BEFORE_A_ROW)
    assert answer.status == 400
    assert b"took too long" in body


def test_a_client_that_could_not_tell_a_cut_answer_gets_none(served_large: tuple[Any, int]) -> None:
    def by_http_1_0(path: str) -> bytes:
        with socket.create_connection(("127.0.0.1", served_large[1]), timeout=60) as connection:
            connection.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    assert b" 505 " in by_http_1_0("/news/articles.csv").split(b"\r\n")[0]
    small = by_http_1_0("/news/articles.csv?_size=2")
    assert b" 200 " in small.split(b"\r\n")[0]
    assert b"content-length: " in small


def test_a_new_edition_in_mid_stream_changes_nothing(small: Path, large: Path, tmp_path: Path) -> None:
    path = tmp_path / "served.db"
    shutil.copy(large, path)
    with serving(path) as (site, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/news/articles.csv")
        answer = connection.getresponse()
        begun = answer.read(10_000)
        before, database = answer.headers["X-Edition-SHA256"], site.get_database("news")
        following = tmp_path / "following.db"
        shutil.copy(small, following)
        following.replace(path)
        _until(lambda: ask(port, "/story/1") and site.get_database("news") is not database)  # it looks once a second
        told, body = ask(port, "/news/articles.csv")
        assert told.headers["X-Edition-SHA256"] != before
        assert 0 < len(rows_of(body)) - 1 < 100
        assert len(rows_of(begun + answer.read())) - 1 == MANY
        connection.close()


def test_two_downloads_keep_no_page_waiting(served_large: tuple[Any, int]) -> None:
    port, found = served_large[1], []
    threads = [threading.Thread(target=lambda: found.append(ask(port, "/news/articles.csv")[1])) for _ in range(2)]
    for thread in threads:
        thread.start()
    pages = 0
    while any(thread.is_alive() for thread in threads):
        assert ask(port, "/story/1")[0].status == 200
        pages += 1
    assert pages > 5  # some forty in the time of both downloads, however long that is here; one if it waited for them
    assert [len(rows_of(body)) - 1 for body in found] == [MANY, MANY]


def test_slow_questions_to_csv_leave_questions_to_pages_their_place(
    served: tuple[Any, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, port = served
    monkeypatch.setattr(reading, "SQL_SECONDS", 300.0)
    threads = [threading.Thread(target=ask, args=(port, ENDLESS_BEFORE_A_ROW)) for _ in range(3)]
    for thread in threads:
        thread.start()
    _until(lambda: site.reading_room.downloads.running == 3)
    assert ask(port, "/news.json?sql=select+1")[0].status == 200
    assert all(thread.is_alive() for thread in threads)
    with SHORTAGE.felt():  # which ends them
        for thread in threads:
            thread.join()


def test_more_downloads_than_may_are_told_when_to_come_again(
    served_large: tuple[Any, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    datasette, port = served_large
    monkeypatch.setattr(downloads, "MOST_OF_ONE_READER", 1)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/news/articles.csv")
    connection.getresponse().read(1000)
    answer, body = ask(port, "/news/articles.csv?_size=1")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "5")
    assert body.decode().startswith("1 downloads to your address run.")
    monkeypatch.setattr(downloads, "MOST_OF_ONE_READER", 9)
    monkeypatch.setattr(downloads, "MOST_AT_ONCE", 1)
    assert ask(port, "/news/articles.csv?_size=1")[0].status == 503
    connection.close()
    _until(lambda: datasette.reading_room.downloads.running == 0)  # who hangs up gives the place back
    assert ask(port, "/news/articles.csv?_size=1")[0].status == 200


def test_who_takes_nothing_gives_the_place_back(served_large: tuple[Any, int], monkeypatch: pytest.MonkeyPatch) -> None:
    datasette, port = served_large
    monkeypatch.setattr(csv_answer, "_STALLED_SECONDS", 0.2)
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", "/news/articles.csv")
        answer = connection.getresponse()
        _until(lambda: datasette.reading_room.downloads.running == 0)
        with pytest.raises(http.client.IncompleteRead):
            answer.read()


def _until(holds: Callable[[], bool]) -> None:
    late = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.02)

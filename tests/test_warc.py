"""Web archives: what becomes an article, what is left out, and what damage costs."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
from datetime import datetime
from pathlib import Path

import pytest

from aggregator.errors import AggregatorError, NotFoundError, PageParseError
from aggregator.importers import ImportReport, ReadPage, import_file
from aggregator.importers.warc import AGAIN, NO_ARTICLE, NOT_A_PAGE
from aggregator.models import DraftKind, ParsedPage
from aggregator.pages import parse_page
from aggregator.workspace import Workspace
from tests.test_cli import aggregator, done, fill

SENTENCE = "The harbour board met on Tuesday and put off the vote on the new quay for another month. "


def article(number: int) -> bytes:
    return f"""<!doctype html><html lang="en"><head><title>Harbour report {number}</title>
        <meta property="article:published_time" content="2026-11-0{number % 3 + 1}T10:00:00Z"></head><body><article>
        <h1>Harbour report {number}</h1><p>{SENTENCE * 12}</p><p>{SENTENCE * 12}</p></article></body></html>""".encode()


FRONT = b"<!doctype html><html><head><title>The Left Post</title></head><body><p>Welcome</p></body></html>"


def record(url: str, payload: bytes, kind: str = "response", packed: bool = False) -> bytes:
    """A record as the standard has it (ISO 28500): header, block, two line ends; packed each by itself."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2026-11-03T11:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    data = head.encode() + payload + b"\r\n\r\n"
    return gzip.compress(data, mtime=0) if packed else data


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def archive(packed: bool, pages: int = 3) -> bytes:
    """An archive with a header, a request, a picture, an error, a front page and so many articles."""
    records = [
        ("", b"software: a test\r\n", "warcinfo"),
        ("http://left.example/", b"GET / HTTP/1.1\r\nHost: left.example\r\n\r\n", "request"),
        ("http://left.example/logo.png", answer(b"\x89PNG", kind="image/png"), "response"),
        ("http://left.example/gone", answer(b"Not here", "404 Not Found"), "response"),
        ("http://left.example/", answer(FRONT), "response"),
        *((f"http://left.example/{number}", answer(article(number)), "response") for number in range(pages)),
    ]
    return b"".join(record(*told, packed=packed) for told in records)


def imported(workspace: Workspace, path: Path, data: bytes, read_page: ReadPage = parse_page) -> ImportReport:
    path.write_bytes(data)
    return import_file(path, workspace.ingest(), workspace.clock(), read_page=read_page)


def addresses(workspace: Workspace) -> list[str]:
    return [url for (url,) in workspace.store.db.execute("select url from articles order by id").fetchall()]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.warc", archive(packed=False), id="plain"),
        pytest.param("A.WARC.GZ", archive(packed=True), id="each record packed"),
        pytest.param("a.warc.gz", gzip.compress(archive(packed=False)), id="packed as a whole"),
        pytest.param("a.warc", archive(packed=True), id="packed, whatever its name"),
    ],
)
def test_the_articles_of_an_archive(workspace: Workspace, tmp_path: Path, name: str, data: bytes) -> None:
    report = imported(workspace, tmp_path / name, data)
    assert (report.rows, report.new, report.bad) == (4, 3, [])
    assert report.left_out == {NOT_A_PAGE: 4, NO_ARTICLE: 1}
    [row, *_] = workspace.store.db.execute(
        "select a.title, a.published, a.language, a.language_from, a.body_from, o.domain, a.word_count > 100"
        " from articles a join outlets o on o.id = a.outlet_id order by a.id"
    ).fetchall()
    assert row == ("Harbour report 0", "2026-11-01T10:00:00Z", "en", "import", DraftKind.IMPORT, "left.example", 1)
    assert imported(workspace, tmp_path / name, data).unchanged == 3


def test_a_body_that_was_sent_packed_and_in_chunks(workspace: Workspace, tmp_path: Path) -> None:
    packed = gzip.compress(article(1))
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:100], packed[100:])) + b"0\r\n\r\n"
    told = answer(chunks, more="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
    assert imported(workspace, tmp_path / "a.warc", record("http://left.example/1", told)).new == 1


def test_of_two_captures_of_a_page_the_first_counts(workspace: Workspace, tmp_path: Path) -> None:
    data = b"".join(record("http://left.example/1", answer(article(number))) for number in (1, 2))
    for new in (1, 0):
        report = imported(workspace, tmp_path / "a.warc", data)
        assert (report.new, report.revised, report.left_out) == (new, 0, {AGAIN: 1})
    assert workspace.store.db.execute("select title from articles").fetchall() == [("Harbour report 1",)]


def test_an_address_in_angle_brackets_and_one_that_is_none(workspace: Workspace, tmp_path: Path) -> None:
    data = record("<http://left.example/1>", answer(article(1))) + record("http://[x/1", answer(article(2)))
    report = imported(workspace, tmp_path / "a.warc", data)
    assert addresses(workspace) == ["http://left.example/1"]
    assert report.bad == ["a.warc: 'http://[x/1' is no http or https address"]


def damaged(data: bytes, mark: bytes, count: int) -> tuple[bytes, int]:
    """Overwrites 40 bytes in the middle of the record that begins with the mark's n-th place."""
    place = -1
    for _ in range(count):
        place = data.index(mark, place + 1)
    return data[: place + 120] + b"\xff" * 40 + data[place + 160 :], place


def test_a_damaged_record_costs_itself(workspace: Workspace, tmp_path: Path) -> None:
    data, place = damaged(archive(packed=True), b"\x1f\x8b\x08", 7)
    report = imported(workspace, tmp_path / "a.warc.gz", data)
    assert addresses(workspace) == ["http://left.example/0", "http://left.example/2"]
    assert len(report.bad) == 1
    assert report.bad[0].startswith(f"a.warc.gz: record at byte {place:,} can't be read")


def test_a_record_with_a_wrong_length_costs_itself(workspace: Workspace, tmp_path: Path) -> None:
    parts = archive(packed=False).split(b"WARC/1.0")
    parts[7] = parts[7][:-900]
    report = imported(workspace, tmp_path / "a.warc", b"WARC/1.0".join(parts))
    assert "http://left.example/0" in addresses(workspace)
    assert report.new + len(report.bad) >= 2


@pytest.mark.parametrize("packed", [pytest.param(True, id="packed"), pytest.param(False, id="plain")])
def test_an_archive_that_breaks_off_keeps_what_stands_before(
    workspace: Workspace, tmp_path: Path, packed: bool
) -> None:
    report = imported(workspace, tmp_path / "a.warc", archive(packed)[:-200])
    assert addresses(workspace) == ["http://left.example/0", "http://left.example/1"]
    assert len(report.bad) == 1


@pytest.mark.parametrize(
    ("data", "bad"),
    [
        pytest.param(b"", 0, id="nothing"),
        pytest.param(b"title,url\nA,http://left.example/\n", 1, id="a table"),
        pytest.param(b"\x1f\x8b\x08" + b"\xff" * 5000, 1, id="packed noise"),
        pytest.param(b"\nWARC/1.0\r\n" * 500, 0, id="heads without records"),
        pytest.param(gzip.compress(archive(packed=False, pages=40))[:-100], 1, id="packed as a whole and cut"),
    ],
)
def test_what_is_no_archive_is_told_and_ends(workspace: Workspace, tmp_path: Path, data: bytes, bad: int) -> None:
    assert len(imported(workspace, tmp_path / "a.warc", data).bad) == bad


def test_a_page_that_kills_its_reader_is_told(workspace: Workspace, tmp_path: Path) -> None:
    def reads(html: bytes, url: str, now: datetime) -> ParsedPage:
        if url.endswith("/1"):
            raise PageParseError("took longer than 10 seconds", url)
        return parse_page(html, url, now)

    report = imported(workspace, tmp_path / "a.warc", archive(packed=False), reads)
    assert report.bad == ["a.warc: http://left.example/1: took longer than 10 seconds"]
    assert report.new == 2


def test_memory_stays_where_it_is(workspace: Workspace, tmp_path: Path) -> None:
    """Forty pages of a megabyte each take no more than one of them does, and some change."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(record("http://left.example/1", answer(FRONT + b" " * 1_000_000), packed=True) * 40)
    ingest = workspace.ingest()
    tracemalloc.start()
    report = import_file(path, ingest, workspace.clock(), read_page=lambda html, url, now: ParsedPage())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.rows == 40
    assert peak < 12_000_000


def test_without_the_extra_one_line_names_it(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("warcio", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(AggregatorError, match=r"install the extra `warc`: pip install '.\[warc\]'"):
        imported(workspace, tmp_path / "a.warc", archive(packed=False))


def test_a_file_that_is_not_there(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no such file"):
        import_file(tmp_path / "none.warc", workspace.ingest(), workspace.clock())


def test_an_archive_on_the_command_line(tmp_path: Path) -> None:
    folder = fill(tmp_path)
    (folder / "own.warc.gz").write_bytes(archive(packed=True))
    told = done(folder, "import", "own.warc.gz")
    assert "4 pages: 3 new, 0 revised, 0 unchanged, 0 bad" in told
    (folder / "cut.warc.gz").write_bytes(archive(packed=True)[:-200])
    run = aggregator(folder, "import", "cut.warc.gz")
    assert (run.returncode, "can't be read" in run.stderr) == (1, True)

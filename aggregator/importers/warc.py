"""Articles from web archives (WARC, as crawlers and CC-NEWS write them), page by page, in constant memory."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from aggregator.errors import AggregatorError, PageParseError
from aggregator.importers.report import ImportReport
from aggregator.models import ArticleDraft, DraftKind, ParsedPage
from aggregator.pages import MAX_PAGE, to_draft
from aggregator.urls import canonical_url

ReadPage = Callable[[bytes, str, datetime], ParsedPage]

READERS = 2  # pages at once, as in a crawl; each in a process of its own where the command line reads them

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"\nWARC/"
_CHUNK = 1 << 20
_HTML = ("text/html", "application/xhtml+xml")
# What warcio and zlib were seen to raise on damaged archives; warcio's own are plain Exceptions.
_DAMAGE = (zlib.error, EOFError, OSError, ValueError, LookupError, AttributeError, TypeError)

NOT_A_PAGE = "no page: a request, a picture, an error"
NO_ARTICLE = "no article: a page without headline, text or date"
AGAIN = "a later capture of a page that stands in the archive before"


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    html: bytes
    robots: tuple[str, ...]  # its X-Robots-Tag headers


def is_archive(path: Path) -> bool:
    """Tells by its name whether a file is a web archive.

    >>> is_archive(Path("CC-NEWS-20201104-00001.warc.gz")), is_archive(Path("rows.csv"))
    (True, False)
    """
    return path.name.lower().endswith((".warc", ".warc.gz"))


def archive_drafts(path: Path, report: ImportReport, now: datetime, read_page: ReadPage) -> Iterator[ArticleDraft]:
    """Yields the articles of an archive's pages; what is none is counted, what can't be read is told.

    An archive holds front pages and lists as well: an article is what has headline, text and date. A page counts as an
    imported row, not as a page that was fetched now: an old capture must not overwrite what was read since. Of several
    captures of one address the first counts: a second import of the archive would else change and change back.
    """
    known: set[int] = set()  # hashes of addresses: some sixty bytes a page, two megabytes for a file of CC-NEWS
    for page, reading in _in_turn(_pages(path, report), read_page, now):
        report.rows += 1
        if not canonical_url(page.url):
            report.bad.append(f"{path.name}: {page.url[:60]!r} is no http or https address")
            continue
        try:
            parsed = reading.result()
        except PageParseError as error:
            report.bad.append(f"{path.name}: {error}")
            continue
        if not (parsed.title and parsed.body and parsed.published):
            report.leave_out(NO_ARTICLE)
            continue
        draft = to_draft(parsed, page.url, page.robots)
        if hash(draft.url) in known:
            report.leave_out(AGAIN)
            continue
        known.add(hash(draft.url))
        yield replace(draft, draft_kind=DraftKind.IMPORT)


def _in_turn(pages: Iterator[_Page], read_page: ReadPage, now: datetime) -> Iterator[tuple[_Page, Future[ParsedPage]]]:
    """Reads several pages at once, and gives them in their order; so many more than are read are held at most."""
    with ThreadPoolExecutor(READERS) as pool:
        waiting: deque[tuple[_Page, Future[ParsedPage]]] = deque()
        for page in pages:
            waiting.append((page, pool.submit(read_page, page.html, page.url, now)))
            if len(waiting) > 2 * READERS:
                yield waiting.popleft()
        yield from waiting


def _pages(path: Path, report: ImportReport) -> Iterator[_Page]:
    """Yields the pages of an archive; where a record is damaged, goes on with the next one."""
    warcio, load_failed = _warcio(path)
    with path.open("rb") as file:
        packed = file.read(3) == _GZIP
        offset = 0
        while offset >= 0:
            file.seek(offset)
            records = _Records(warcio, file)
            error = yield from _until_damage(records, report, load_failed)
            if error is None:
                return
            if packed and "non-chunked" in str(error):  # one gzip over all, as `gzip news.warc` makes it
                yield from _unpacked(path, report, records.seen)
                return
            if records.seen or offset == 0:  # told once, however many places after it are tried
                report.bad.append(f"{path.name}: record at byte {records.offset:,} can't be read: {_line(error)}")
            offset = _find(file, _GZIP if packed else _PLAIN, max(records.offset, offset) + 1)


def _unpacked(path: Path, report: ImportReport, seen: int) -> Iterator[_Page]:
    """Yields the pages of an archive that was packed as a whole, but for the records that were seen already."""
    warcio, load_failed = _warcio(path)
    with gzip.open(path) as file:
        records = _Records(warcio, _Unpacked(file), skip=seen)
        error = yield from _until_damage(records, report, load_failed)
        if error:  # inside one gzip what follows can't be found again
            where = f"record {records.seen + 1:,} and all after it"
            report.bad.append(f"{path.name}: {where} can't be read: {_line(error)}")


def _until_damage(
    records: _Records, report: ImportReport, load_failed: type[Exception]
) -> Generator[_Page, None, Exception | None]:
    """Yields pages up to the end, or to the damage that it returns."""
    try:
        for page in records:
            if page is None:
                report.leave_out(NOT_A_PAGE)
            else:
                yield page
    except (load_failed, *_DAMAGE) as error:
        return error
    return None


class _Unpacked:
    """A gzip file whose early end is an error that warcio does not take for the end of the archive."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size)
        except EOFError as error:
            raise OSError("it is cut short") from error


class _Records:
    """The records of a stream from where it stands: a page, or None for whatever else a record is."""

    def __init__(self, warcio: Any, file: IO[bytes] | _Unpacked, skip: int = 0) -> None:
        self.seen = 0
        self._skip = skip
        self._iterator = warcio(file)
        self._reader = self._iterator.reader
        self._reader.close_decompressor = lambda: None  # it is asked at the end how the last gzip ended

    @property
    def offset(self) -> int:
        """Where the record begins that is being read."""
        return int(self._iterator.offset)

    def __iter__(self) -> Iterator[_Page | None]:
        while True:
            with contextlib.redirect_stderr(io.StringIO()):  # warcio prints there what it finds odd
                record = next(self._iterator, None)
                page = _page(record) if record is not None else None
            if record is None:
                self._check_end()
                return
            self.seen += 1
            if self.seen > self._skip:
                yield page

    def _check_end(self) -> None:
        unpacker = self._reader.decompressor
        if unpacker is not None and self._reader.num_block_read and not unpacker.eof:
            raise EOFError("it is cut short")


def _page(record: Any) -> _Page | None:
    html = _read(record.content_stream(), MAX_PAGE + 1) if _is_page(record) else None
    while record.raw_stream.read(_CHUNK):
        pass  # to the record's end: warcio takes one that broke off, or can't be unpacked, for the last
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it is cut short")
    if html is None:
        return None
    robots = tuple(value for name, value in record.http_headers.headers if name.lower() == "x-robots-tag")
    return _Page((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>"), html, robots)


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    headers = record.http_headers
    media_type = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return headers.get_statuscode() == "200" and media_type in _HTML


def _read(stream: Any, limit: int) -> bytes:
    """Reads up to so many bytes; a single read of warcio's gives what its buffer holds."""
    parts: list[bytes] = []
    while limit > 0 and (part := stream.read(min(limit, _CHUNK))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def _find(file: IO[bytes], mark: bytes, start: int) -> int:
    """Returns where a mark stands next from `start` on, -1 where it does not; a newline in front does not count."""
    file.seek(start)
    tail = b""
    while chunk := file.read(_CHUNK):
        if (place := (tail + chunk).find(mark)) >= 0:
            return start - len(tail) + place + (1 if mark.startswith(b"\n") else 0)
        start += len(chunk)
        tail = chunk[-len(mark) + 1 :]
    return -1


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _warcio(path: Path) -> tuple[Any, type[Exception]]:
    try:
        from warcio.archiveiterator import WARCIterator  # an extra: most people import tables
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise AggregatorError("to read web archives install the extra `warc`: pip install '.[warc]'", path) from error
    return WARCIterator, ArchiveLoadFailed

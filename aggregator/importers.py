"""Articles from a CSV or JSON Lines file, row by row, as drafts; bad rows are told by their line."""

from __future__ import annotations

import contextlib
import csv
import itertools
import json
import sys
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from aggregator.decide import same_article
from aggregator.errors import DataFileError, NotFoundError
from aggregator.ingest import Ingest, PollCounts
from aggregator.models import ArticleDraft, BodyStatus, DraftKind
from aggregator.text import (
    clean,
    count_words,
    cut,
    cut_bytes,
    language_code,
    one_line,
    parse_time,
    plain_text,
    plausible,
    wire_of,
)
from aggregator.urls import canonical_url

COLUMNS = ("url", "title", "outlet", "published", "timestamp", "lang", "summary", "body", "doc_id")

# One transaction for this many rows: a crash loses at most one batch, and a row costs no fsync of its own.
BATCH = 1000

# The csv module's own limit is 128 kB a cell; a body may be longer.
_CELL_BYTES = 16 * 1024 * 1024


@dataclass(slots=True)
class ImportReport:
    """What became of the rows of a file; `repeated` counts those that a later row of the file replaced."""

    rows: int = 0
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: int = 0
    bad: list[str] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    repeated: int = 0

    def count(self, counts: PollCounts) -> None:
        self.new += counts.new
        self.revised += counts.revised
        self.unchanged += counts.unchanged
        self.refused += counts.refused


def import_file(
    path: Path, ingest: Ingest, now: datetime, progress: Callable[[int], None] = lambda rows: None
) -> ImportReport:
    """Stores the good rows of a file and reports the bad ones; raises for a file that is no table of articles.

    Of good rows for one article the last counts: one after the other would each time be a change and its taking back.
    """
    report = ImportReport()
    try:
        _check_encoding(path)
        drafts = _drafts(path, report, now, _replaced(path, now))
        while batch := list(itertools.islice(drafts, BATCH)):
            report.count(ingest.add_all(batch))
            progress(report.rows)
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", path) from error
    except (IsADirectoryError, PermissionError) as error:
        raise NotFoundError("can't be read", path, error) from error
    except UnicodeDecodeError as error:
        raise DataFileError(path, [f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8"]) from error
    return report


def _check_encoding(path: Path) -> None:
    """Reads the whole file once: a byte that is not UTF-8 must be found before the first row is stored."""
    with path.open(encoding="utf-8") as file:
        while file.read(1 << 20):
            pass


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from _json_rows(file) if path.suffix.lower() in (".jsonl", ".ndjson", ".json") else csv_rows(path, file)


def _replaced(path: Path, now: datetime) -> set[int]:
    """Finds the lines of good rows that a later good row replaces; keeps eight bytes of each row, no text."""
    names = array("q", (hash(_name(row)) for _, row in _rows(path) if not isinstance(row, str)))
    repeated = {one for one, other in itertools.pairwise(sorted(names)) if one == other}
    held: dict[str, list[tuple[int, str]]] = {}
    lines: set[int] = set()
    for line, row in _rows(path) if repeated else ():
        if isinstance(row, str) or hash(name := _name(row)) not in repeated:
            continue
        with contextlib.suppress(ValueError):
            draft = _draft(row, now)
            before = held.get(name, [])
            beaten = {old for old, title in before if draft.url or same_article(draft, "", title)}
            held[name] = [*(one for one in before if one[0] not in beaten), (line, draft.title)]
            lines |= beaten
    return lines


def _name(row: Mapping[str, str]) -> str:
    """Gives what tells the article of a row from others: its address, else its doc_id."""
    return canonical_url(_cell(row, "url")) or _cell(row, "doc_id")


def _cell(row: Mapping[str, str], column: str) -> str:
    return clean(row.get(column, "")).strip()


def _drafts(path: Path, report: ImportReport, now: datetime, replaced: Container[int]) -> Iterator[ArticleDraft]:
    seen: set[str] = set()
    for line, row in _rows(path):
        report.rows += 1
        if line in replaced:
            report.repeated += 1
            continue
        if isinstance(row, str):
            report.bad.append(f"{path.name}:{line}: {row}")
            continue
        report.unknown_columns += [column for column in row if column not in COLUMNS and column not in seen]
        seen |= row.keys()
        try:
            yield _draft(row, now)
        except ValueError as error:
            report.bad.append(f"{path.name}:{line}: {error}")


def csv_rows(path: Path, file: TextIO) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yields each row with the line on which it begins: its cells by column, or what is wrong with it."""
    csv.field_size_limit(min(_CELL_BYTES, sys.maxsize))
    reader = csv.reader(file, strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise DataFileError(path, [f"{path.name}:1: {error}"]) from error
    header = [name.strip() for name in header]
    if problem := _header_problem(header):
        raise DataFileError(path, [f"{path.name}:1: {problem}"])
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield line, f"not readable as CSV: {error}; what follows was not read where a quote is not closed"
            continue
        if cells is None:
            return
        if not cells:
            continue
        if len(cells) != len(header):
            yield line, f"{len(cells)} cells where the header has {len(header)}"
            continue
        yield line, dict(zip(header, cells, strict=True))


def _header_problem(header: list[str]) -> str:
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        return f"column {twice[0]!r} stands twice"
    if "title" in header:
        return ""
    near = next((name for name in header if name.lower() == "title"), "")
    hint = f"; {near!r} is not it, write it small" if near else ""
    if len(header) == 1 and ";" in header[0]:
        hint = "; the columns seem to be parted by semicolons, where commas are expected"
    return f"no column 'title'{hint}; known columns are {', '.join(COLUMNS)}"


def _json_rows(file: Iterable[str]) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    for line, text in enumerate(file, start=1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield line, f"not JSON: {error}"
            continue
        if not isinstance(row, dict):
            yield line, "not a JSON object; a file has one object a line"
            continue
        odd = [key for key, value in row.items() if key in COLUMNS and isinstance(value, (list, dict, bool))]
        if odd:
            yield line, f"{odd[0]} must be a text or a number"
            continue
        yield line, {key: "" if value is None else str(value) for key, value in row.items()}


def _draft(row: Mapping[str, str], now: datetime) -> ArticleDraft:
    """Turns a row into a draft; raises ValueError with what is wrong and what would be right."""
    cell = {name: _cell(row, name) for name in COLUMNS}
    title = one_line(plain_text(cell["title"]))
    if not title:
        raise ValueError("no title")
    url = canonical_url(cell["url"])
    if cell["url"] and not url:
        raise ValueError(f"url {cut(cell['url'], 60)!r} is no http or https address")
    if not url and not cell["doc_id"]:
        raise ValueError("neither url nor doc_id: the row could not be told from another")
    body = cell["body"] or None
    words = count_words(body) if body else None
    return ArticleDraft(
        draft_kind=DraftKind.IMPORT,
        url=url,
        original_url=cell["url"],
        title=title,
        guid=cell["doc_id"] or None,
        outlet_name=cell["outlet"] or None,
        summary=plain_text(cell["summary"]) or None,
        body=cut_bytes(body) if body else None,
        body_status=BodyStatus.FULL if body else None,
        word_count=words,
        language=language_code(cell["lang"]),
        published=_published(cell["published"] or cell["timestamp"], now),
        published_raw=cell["published"] or cell["timestamp"] or None,
        wire=wire_of(None, body, cell["summary"]),
    )


def _published(raw: str, now: datetime) -> datetime | None:
    if not raw:
        return None
    moment = parse_time(raw)
    if moment is None:
        raise ValueError(f"time {cut(raw, 40)!r} can't be read; write it as 2026-11-03T22:41:00Z")
    if not plausible(moment, now):
        raise ValueError(f"time {cut(raw, 40)!r} lies before 1990 or in the future")
    return moment

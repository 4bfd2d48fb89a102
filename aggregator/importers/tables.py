"""Articles from a CSV or JSON Lines file, row by row, as drafts; bad rows are told by their line."""

from __future__ import annotations

import contextlib
import csv
import itertools
import json
import sys
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TextIO

from aggregator.carriers import behind
from aggregator.decide import same_article
from aggregator.errors import DataFileError
from aggregator.importers.columns import COLUMNS, KNOWN, as_text, cells_of, column_of
from aggregator.importers.report import ImportReport
from aggregator.importers.text_kinds import with_text_kind
from aggregator.models import ArticleDraft, BodyStatus, DraftKind
from aggregator.text import (
    author_names,
    clean,
    count_words,
    cut,
    cut_bytes,
    language_code,
    one_line,
    parse_time,
    plain_text,
    plausible,
    scope_of,
    wire_of,
)
from aggregator.urls import canonical_url

# The csv module's own limit is 128 kB a cell; a body may be longer.
_CELL_BYTES = 16 * 1024 * 1024


def table_drafts(path: Path, report: ImportReport, now: datetime) -> Iterator[ArticleDraft]:
    """Yields the good rows of a file and reports the bad ones; raises DataFileError for what is no such table.

    Of good rows for one article the last counts: one after the other would each time be a change and its taking back.
    """
    try:
        _check_encoding(path)
        yield from _drafts(path, report, now, _replaced(path, now))
    except UnicodeDecodeError as error:
        raise DataFileError(path, [f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8"]) from error


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
            draft = _draft(cells_of(row)[0], now)
            before = held.get(name, [])
            beaten = {old for old, title in before if draft.url or same_article(draft, "", title)}
            held[name] = [*(one for one in before if one[0] not in beaten), (line, draft.title)]
            lines |= beaten
    return lines


def _name(row: Mapping[str, str]) -> str:
    """Gives what tells the article of a row from others: its address, else its doc_id."""
    url, doc_id = (row.get(column_of(row, ours), "") for ours in ("url", "doc_id"))
    return _address(url) or clean(doc_id).strip()


def _address(cell: str) -> str:
    return behind(canonical_url(clean(cell).strip()))


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
        report.unknown_columns += [column for column in row if column not in KNOWN and column not in seen]
        seen |= row.keys()
        cells, read_as = cells_of(row)
        report.read_as |= read_as
        try:
            yield _draft(cells, now)
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
        try:
            yield line, {key: as_text(key, value) for key, value in row.items()}
        except ValueError as error:
            yield line, str(error)


def _draft(cells: Mapping[str, str], now: datetime) -> ArticleDraft:
    """Turns a row's cells into a draft; raises ValueError with what is wrong and what would be right."""
    cell = {name: clean(value).strip() for name, value in cells.items()}
    title = one_line(plain_text(cell["title"]))
    if not title:
        raise ValueError("no title")
    url = _address(cell["url"])
    if cell["url"] and not url:
        raise ValueError(f"url {cut(cell['url'], 60)!r} is no http or https address")
    if not url and not cell["doc_id"]:
        raise ValueError("neither url nor doc_id: the row could not be told from another")
    body = cell["body"] or None
    byline = ", ".join(author_names([cell["authors"]])) or None
    words = count_words(body) if body else None
    draft = ArticleDraft(
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
        byline=byline,
        image=canonical_url(cell["image"]) or None,
        language=language_code(cell["lang"]),
        scope=scope_of(url, title=title),
        published=_published(cell["published"], now),
        published_raw=cell["published"] or None,
        wire=wire_of(cell["authors"], body, cell["summary"]),
    )
    return with_text_kind(draft, cell["text_kind"], cell["carrier"])


def _published(raw: str, now: datetime) -> datetime | None:
    if not raw:
        return None
    moment = parse_time(raw)
    if moment is None:
        raise ValueError(f"time {cut(raw, 40)!r} can't be read; write it as 2026-11-03T22:41:00Z")
    if not plausible(moment, now):
        raise ValueError(f"time {cut(raw, 40)!r} lies before 1990 or in the future")
    return moment

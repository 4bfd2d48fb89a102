"""Tables and views of the published file as CSV or JSON Lines, whole or not at all, with a manifest that proves it."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from aggregator.datafiles import did_you_mean
from aggregator.errors import AggregatorError, DiskFullError, NotFoundError
from aggregator.store.connection import DISK_FULL, store_errors
from aggregator.store.publish import open_published, rows_of, setting_of

Format = Literal["csv", "jsonl"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an exported file is: `sha256` is of the file, `source_sha256` of the published database it came from.

    `ratings_hash` names the ratings on which that database's figures rest, '' where it does not say.
    """

    name: str
    file: str
    format: Format
    columns: tuple[str, ...]
    rows: int
    sha256: str
    source_sha256: str
    ratings_hash: str = ""


def export(published: Path, name: str, out: Path, form: Format, progress: Callable[[int], None]) -> Manifest:
    """Writes every row of a table or view to a file and a manifest beside it (OUT.manifest.json).

    Raises NotFoundError for a name that the published file does not have. The file appears only when it is whole.
    """
    with store_errors(published):
        db, source = open_published(published)
        try:
            known = [
                n for n in (*db.table_names(), *db.view_names()) if "_fts" not in n and not n.startswith("sqlite_")
            ]
            if name not in known:
                raise NotFoundError(f"no table or view {name!r}{did_you_mean(name, known)}", published)
            columns, rows = rows_of(db, name)
            hashes = source, setting_of(db, "ratings_hash")
            manifest = _write(name, columns, rows, out, form, hashes, progress)
        finally:
            db.close()
    return manifest


def _write(
    name: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
    out: Path,
    form: Format,
    hashes: tuple[str, str],
    progress: Callable[[int], None],
) -> Manifest:
    partial, told = out.with_name(f".{out.name}.partial"), out.with_name(f".{out.name}.manifest.partial")
    digest, count = hashlib.sha256(), 0
    lines = _csv_lines(columns, rows) if form == "csv" else _json_lines(columns, rows)
    try:
        with partial.open("wb") as file:
            for count, line in enumerate(lines, start=0 if form == "csv" else 1):  # the header of a CSV is no row
                data = line.encode()
                digest.update(data)
                file.write(data)
                if count % 1000 == 0:
                    progress(count)
        manifest = Manifest(name, out.name, form, columns, count, digest.hexdigest(), *hashes)
        told.write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
        partial.replace(out)
        told.replace(out.with_name(out.name + ".manifest.json"))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullError(DISK_FULL, out) from error
        raise AggregatorError("can't be written", out, error) from error
    finally:
        partial.unlink(missing_ok=True)
        told.unlink(missing_ok=True)
    return manifest


def _csv_lines(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line(row)


def _csv_line(row: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(row)
    return buffer.getvalue()


def _json_lines(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n"

"""Tables and views of the published file as CSV, JSON Lines or Parquet: whole or not at all, with a manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from aggregator.csv_forms import Form, csv_lines
from aggregator.datafiles import did_you_mean
from aggregator.errors import NotFoundError
from aggregator.parquet import require_pyarrow, write_parquet
from aggregator.store.connection import store_errors
from aggregator.store.copying import partial_name, plain_file, written_to
from aggregator.store.publish import open_published, rows_of, setting_of
from aggregator.store.published import credits_of, kinds_of, names_of

Format = Literal["csv", "jsonl", "parquet"]
_MANIFEST = ".manifest.json"


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


def export(
    published: Path, name: str, out: Path, form: Format, progress: Callable[[int], None], cells: Form = "raw"
) -> Manifest:
    """Writes every row of a table or view to a file and a manifest beside it (OUT.manifest.json).

    Raises NotFoundError for a name that the published file does not have. The file appears only when it is whole.
    `cells` says for whom a CSV is: raw for programs, else for spreadsheets.
    """
    if form == "parquet":
        require_pyarrow(out)
    with store_errors(published):
        db, source = open_published(published)
        try:
            known = names_of(db)
            if name not in known:
                raise NotFoundError(f"no table or view {name!r}{did_you_mean(name, known)}", published)
            columns, rows = rows_of(db, name)
            hashes = source, setting_of(db, "ratings_hash")
            if form == "parquet":
                write = _parquet_writer(db, name, rows, hashes, progress)
            else:
                lines = csv_lines(columns, rows, cells) if form == "csv" else _json_lines(columns, rows)
                # The header of a CSV is no row.
                write = partial(_write_lines, lines, 0 if form == "csv" else 1, progress)
            manifest = _write(name, columns, out, form, hashes, write)
        finally:
            db.close()
    return manifest


def _write(
    name: str,
    columns: tuple[str, ...],
    out: Path,
    form: Format,
    hashes: tuple[str, str],
    write: Callable[[Path], tuple[int, str]],
) -> Manifest:
    beside, real = out.with_name(f"{out.name}{_MANIFEST}"), plain_file(out)
    with written_to(out), partial_name(real) as unfinished, partial_name(beside) as told:
        count, digest = write(unfinished)
        manifest = Manifest(name, out.name, form, columns, count, digest, *hashes)
        told.write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
        unfinished.replace(real)
        told.replace(beside)
    return manifest


def _write_lines(lines: Iterable[bytes], first: int, progress: Callable[[int], None], path: Path) -> tuple[int, str]:
    """Writes lines, the first of which is counted so, and returns how many rows they are and the hash of the file."""
    digest, count = hashlib.sha256(), 0
    with path.open("wb") as file:
        for count, line in enumerate(lines, start=first):
            digest.update(line)
            file.write(line)
            if count % 1000 == 0:
                progress(count)
    return count, digest.hexdigest()


def _parquet_writer(
    db: Database,
    name: str,
    rows: Iterable[tuple[object, ...]],
    hashes: tuple[str, str],
    progress: Callable[[int], None],
) -> Callable[[Path], tuple[int, str]]:
    """Returns what writes the rows as Parquet, with where they are from and on what terms in the file itself."""
    credit = "; ".join(
        [*(one.words() for one in credits_of(db)), "Headlines and the sentences of briefs belong to their publishers"]
    )
    told = {"table": name, "source_sha256": hashes[0], "ratings_hash": hashes[1], "licence": credit}

    def write(path: Path) -> tuple[int, str]:
        count = write_parquet(path, kinds_of(db, name), rows, told, progress)
        with path.open("rb") as file:
            return count, hashlib.file_digest(file, "sha256").hexdigest()

    return write


def _json_lines(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[bytes]:
    for row in rows:
        yield (json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n").encode()

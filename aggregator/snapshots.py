"""A snapshot: a published file under its date and hash, with the ratings, methods and licences to read it by."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from sqlite_utils import Database

from aggregator import __version__
from aggregator.errors import NotFoundError, StoreError
from aggregator.ratings import RATING_COLUMNS
from aggregator.resources import ROOT
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.copying import partial_name, real_path, require_space, sync_folder, written_to
from aggregator.store.publish import layout
from aggregator.store.published import PublishedState, counts_of, credits_of, rating_records, state_of

DATABASE = "news.db"
MANIFEST = "manifest.json"
METADATA = "datasette-metadata.json"
_NAME = re.compile(r"(?:\d{4}-\d\d-\d\d|undated)-[0-9a-f]{8}")
# What a reader needs in ten years who has nothing but the folder.
_SHIPPED = ("NOTICE", "LICENSE", "docs/methodology.md", "docs/glossary.md", "docs/schema.md", "docs/accuracy.md")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a snapshot says of itself: `files` maps each to its SHA-256, `rows` each table to how many it has.

    `program` is the version that wrote the folder and whose pages fit it, `layout` names the tables that those read.
    """

    name: str
    made: str
    run: int | None
    run_kind: str
    program: str
    layout: str
    ratings_hash: str
    demo: bool
    rows: Mapping[str, int]
    files: Mapping[str, str]


def snapshots_folder(db: Path) -> Path:
    """Returns where the snapshots of a working database go that no other place is named for."""
    return real_path(db).parent / "snapshots"


def snapshot_name(made: str, sha256: str) -> str:
    """Names an edition by its day and the start of its hash.

    >>> snapshot_name("2026-11-23T04:05:00Z", "1a2b3c4d5e6f")
    '2026-11-23-1a2b3c4d'
    """
    return f"{made[:10] or 'undated'}-{sha256[:8]}"


def take_snapshot(published: Path, metadata: Path, folder: Path) -> tuple[Snapshot, bool]:
    """Puts a published file into a folder of its own under another, and says whether it was there already.

    The same edition gives the same folder, byte by byte. Raises DiskFullError or StoreError; nothing is left half
    written.
    """
    with store_errors(folder), written_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        require_space(folder / DATABASE, published.stat().st_size)
        with partial_name(folder / "snapshot") as partial:
            snapshot = write_snapshot(published, metadata, partial)
            target = folder / snapshot.name
            if not target.exists():
                partial.rename(target)
                sync_folder(folder)
                return snapshot, False
            _require_same(read_snapshot(target), snapshot, target)
    return snapshot, True


def write_snapshot(published: Path, metadata: Path, folder: Path) -> Snapshot:
    """Writes a snapshot's files into a new folder."""
    folder.mkdir(parents=True)
    digest = _copied(published, folder / DATABASE)
    with contextlib.closing(open_readonly(folder / DATABASE)) as db:
        state, rows = state_of(db), counts_of(db)
        if state.layout != layout():
            raise StoreError("was published by another version of this program; run `aggregator publish`", published)
        name = snapshot_name(state.made, digest)
        _write(folder / "ratings.csv", _ratings_csv(db))
        _write(folder / "LICENCES.txt", _licences(db))
    for shipped in _SHIPPED:
        shutil.copyfile(ROOT / shipped, folder / Path(shipped).name)
    shutil.copyfile(metadata, folder / METADATA)
    _write(folder / "README.txt", _readme(name, digest, state, rows))
    files = {DATABASE: digest} | {
        path.name: _digest(path) for path in sorted(folder.iterdir()) if path.name != DATABASE
    }
    snapshot = Snapshot(name, state.made, state.run, state.run_kind, __version__, state.layout, state.ratings_hash,
                        state.demo, rows, files)  # fmt: skip
    _write(folder / MANIFEST, json.dumps(asdict(snapshot), indent=1, ensure_ascii=False) + "\n")
    for path in folder.iterdir():
        _settle(path)
    return snapshot


def _settle(path: Path) -> None:
    """Puts a file on the disk for good, and takes the right to write from it: what is cited does not change."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    path.chmod(0o444)


def read_snapshot(folder: Path) -> Snapshot:
    """Reads what a snapshot says of itself; raises NotFoundError or StoreError."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Snapshot(**told)
    except FileNotFoundError as error:
        raise NotFoundError("is no snapshot: it has no manifest.json", folder) from error
    except (OSError, ValueError, TypeError) as error:
        raise StoreError("has a manifest that can't be read", folder, error) from error


def list_snapshots(folder: Path) -> list[Snapshot]:
    """Lists the snapshots in a folder, the oldest first."""
    return [read_snapshot(path) for path in snapshot_folders(folder)]


def snapshot_folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if _NAME.fullmatch(path.name) and path.is_dir())


def find_snapshot(folder: Path, name: str) -> Path:
    """Returns where a snapshot stands that is named by its name, the start of one, or the path of its folder."""
    if Path(name).is_dir():
        return Path(name)
    known = snapshot_folders(folder)
    found = [path for path in known if path.name == name] or [path for path in known if path.name.startswith(name)]
    if len(found) != 1:
        told = f"names {len(found)} snapshots" if found else "is no snapshot here"
        raise NotFoundError(f"{told}; `aggregator snapshot --list` shows them", name)
    return found[0]


def wrong_files(folder: Path, snapshot: Snapshot) -> list[str]:
    """Says of each file of a snapshot what is not as its manifest has it: nothing for one that is as it was."""
    wrong = []
    for name, digest in snapshot.files.items():
        path = folder / name
        if not path.is_file():
            wrong.append(f"{name}: is missing")
        elif _digest(path) != digest:
            wrong.append(f"{name}: is not as it was, its SHA-256 is another")
    known = {*snapshot.files, MANIFEST}
    wrong += [f"{path.name}: is not of this snapshot" for path in sorted(folder.iterdir()) if path.name not in known]
    return wrong


def _require_same(there: Snapshot, snapshot: Snapshot, target: Path) -> None:
    if there.files.get(DATABASE) != snapshot.files[DATABASE]:
        raise StoreError("holds another edition; move it away, or name another folder with --to", target)


def _copied(published: Path, target: Path) -> str:
    """Copies the file that is published now, though another may be put in its place meanwhile; returns its hash."""
    digest = hashlib.sha256()
    with published.open("rb") as source, target.open("xb") as copy:
        for block in _blocks(source):
            digest.update(block)
            copy.write(block)
    return digest.hexdigest()


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(1 << 20):
        yield block


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _ratings_csv(db: Database) -> str:
    """Writes the published ratings as ratings.csv has them; private ones are in no published file."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(RATING_COLUMNS)
    lines.writerows(rating_records(db))
    return text.getvalue()


def _licences(db: Database) -> str:
    lines = [*(one.words() for one in credits_of(db)), "Headlines and summaries belong to their publishers."]
    lines.append("The program and its documents: Apache License 2.0 (LICENSE). More in NOTICE.")
    return "\n".join(lines) + "\n"


def _readme(name: str, digest: str, state: PublishedState, rows: Mapping[str, int]) -> str:
    made = state.made or "an unknown time"
    demo = "\nThis is the demo newsroom: every outlet, person and place in it is fictional.\n" if state.demo else ""
    return f"""Snapshot {name}
{"=" * (9 + len(name))}
{demo}
What it is. One published state of a newsroom that compares how the news is covered: {rows["articles"]:,} articles,
{state.stories:,} stories, {rows["ratings"]:,} ratings. The edition is of {made} (UTC), made by
version {__version__} of the program, run {state.run or "none"}.

How to cite it. Snapshot {name}, edition of {made}, SHA-256 of news.db:
{digest}
The ratings it rests on: {state.ratings_hash or "not told"}

How to read it. news.db is an SQLite file; schema.md describes each table, view and column, glossary.md the words,
methodology.md how stories, origins, bias and blindspots are counted, accuracy.md how well grouping does.
  sqlite3 news.db "select * from story_bias order by origins desc limit 10"
  datasette -i news.db -m datasette-metadata.json       tables, facets and SQL in the browser
  aggregator serve --snapshot FOLDER --port 8002        the pages too, with version {__version__} of the program
ratings.csv has the ratings as they were then, in the form that the program reads.

How to check it. `aggregator snapshot verify FOLDER`, or compare `sha256sum *` with manifest.json.

On what terms. LICENCES.txt and NOTICE: ratings are their providers', headlines their publishers'. Article texts are not
in it.
"""


def servable(folder: Path, name: str) -> Path:
    """Finds a snapshot that this version's pages fit; raises NotFoundError, or StoreError with the way out."""
    found = find_snapshot(folder, name)
    snapshot = read_snapshot(found)
    if snapshot.layout != layout():
        raise StoreError(
            f"was made by version {snapshot.program} of this program, whose tables are other than this version's; serve"
            f" it with that version, or its tables with `datasette -i {found / DATABASE} -m {found / METADATA}`",
            found,
        )
    return found

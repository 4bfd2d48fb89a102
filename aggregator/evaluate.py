"""How well grouping does on a file of articles whose stories are known, by the same code that groups the news."""

from __future__ import annotations

import csv
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError, DataFileError, NotFoundError
from aggregator.grouping.measure import Scores, score
from aggregator.importers import csv_rows, import_file
from aggregator.urls import canonical_url, urn_for
from aggregator.workspace import Workspace, open_workspace

COLUMNS = ("doc_id", "title", "gold_story_id")
"""What a gold file has at least."""

SHOWN = 20
"""Bad rows that are told; their number says the rest."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    scores: Scores
    assignments: dict[str, str]
    seconds: float


def evaluate(gold_path: Path, config: Config, progress: Callable[[int], None] = lambda rows: None) -> Evaluation:
    """Imports a gold file (doc_id, title, gold_story_id, ...) into a throw-away database, groups it and scores it.

    Articles are placed in order of publication; equal and missing times in the order of a hash, so that the order of
    the file cannot leak.
    """
    gold = _read_gold(gold_path)
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="aggregator-evaluate-") as folder,
        open_workspace(config, Path(folder) / "evaluate.db") as workspace,
    ):
        imported = import_file(gold_path, workspace.ingest(), workspace.clock(), progress)
        # A document that was not stored would count as a story of its own, and rightly so at times.
        _check(gold_path, gold, imported.bad)
        group_articles(workspace)
        assignments = _assignments(workspace, gold.addresses)
    return Evaluation(score(gold.stories, assignments), assignments, time.perf_counter() - started)


@dataclass(frozen=True, slots=True)
class _Gold:
    """A gold file: each document's story, the address under which the import stores it, what is wrong by line."""

    stories: dict[str, str]
    addresses: dict[str, str]
    problems: dict[int, str]


def _read_gold(path: Path) -> _Gold:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            _check_columns(path, next(csv.reader(file), None))
            file.seek(0)
            return _gold(csv_rows(path, file))
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", path) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AggregatorError("can't be read as CSV", path, error) from error


def _check_columns(path: Path, header: list[str] | None) -> None:
    if header is None:
        raise DataFileError(path, (), f"is empty; a gold file has the columns {', '.join(COLUMNS)}")
    missing = [column for column in COLUMNS if column not in map(str.strip, header)]
    if missing:
        raise DataFileError(path, [f"{path.name}:1: no column {', '.join(missing)}"])


def _gold(rows: Iterable[tuple[int, Mapping[str, str] | str]]) -> _Gold:
    found = _Gold({}, {}, {})
    first: dict[str, int] = {}
    for line, row in rows:
        if isinstance(row, str):
            found.problems[line] = row
            continue
        doc = row["doc_id"]
        if not doc:
            found.problems[line] = "no doc_id"
        elif first.setdefault(doc, line) != line:
            found.problems[line] = f"doc_id {doc!r} stands in line {first[doc]} already"
        elif not row["gold_story_id"]:
            found.problems[line] = "no gold_story_id"
        else:
            found.stories[doc] = row["gold_story_id"]
            found.addresses[doc] = canonical_url(row.get("url", "")) or urn_for(doc)
    return found


def _check(path: Path, gold: _Gold, imported: Sequence[str]) -> None:
    """Raises DataFileError with all that the gold file and the import found wrong, one line a row."""
    problems = {int(told[len(path.name) + 1 :].partition(":")[0]): told for told in imported}
    problems |= {line: f"{path.name}:{line}: {problem}" for line, problem in gold.problems.items()}
    told = [problems[line] for line in sorted(problems)]
    if len(told) > SHOWN:
        message = f"{len(told):,} bad rows"
        raise DataFileError(path, [*told[:SHOWN], f"... and {len(told) - SHOWN:,} more"], message)
    if told:
        raise DataFileError(path, told)
    if not gold.stories:
        raise DataFileError(path, (), "has a header and no article")


def _assignments(workspace: Workspace, addresses: dict[str, str]) -> dict[str, str]:
    stories = workspace.store.stories.by_address()
    return {doc: str(stories[address]) for doc, address in addresses.items() if address in stories}


def write_assignments(assignments: dict[str, str], out: Path) -> None:
    """Writes doc_id,story_id, one line a document."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("doc_id", "story_id"))
        writer.writerows(assignments.items())


def as_json(evaluation: Evaluation) -> str:
    scores = evaluation.scores
    told = asdict(scores)
    for name, measure in (("bcubed", scores.bcubed), ("pairwise", scores.pairwise)):
        told[name] = {key: round(getattr(measure, key), 4) for key in ("precision", "recall", "f1")}
    return json.dumps(told | {"seconds": round(evaluation.seconds, 2)})

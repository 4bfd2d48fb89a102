"""How well grouping does on a file of articles whose stories are known, by the same code that groups the news."""

from __future__ import annotations

import csv
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError, DataFileError, NotFoundError
from aggregator.grouping.measure import Scores, score
from aggregator.importers import import_file
from aggregator.urls import canonical_url, urn_for
from aggregator.workspace import Workspace, open_workspace


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
    gold, addresses = _read_gold(gold_path)
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="aggregator-evaluate-") as folder,
        open_workspace(config, Path(folder) / "evaluate.db") as workspace,
    ):
        imported = import_file(gold_path, workspace.ingest(), workspace.clock(), progress)
        if imported.bad:  # a document that was not stored would count as a story of its own, and rightly so at times
            raise DataFileError(gold_path, imported.bad)
        group_articles(workspace)
        assignments = _assignments(workspace, addresses)
    return Evaluation(score(gold, assignments), assignments, time.perf_counter() - started)


def _read_gold(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Returns each document's story, and the address under which the import stores it."""
    gold: dict[str, str] = {}
    addresses: dict[str, str] = {}
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = {"doc_id", "title", "gold_story_id"} - set(reader.fieldnames or ())
            if missing:
                raise DataFileError(path, [f"{path.name}:1: no column {', '.join(sorted(missing))}"])
            for row in reader:
                if not row["doc_id"]:
                    raise DataFileError(path, [f"{path.name}:{reader.line_num}: no doc_id"])
                if row["doc_id"] in gold:
                    raise DataFileError(path, [f"{path.name}:{reader.line_num}: doc_id {row['doc_id']!r} stands twice"])
                gold[row["doc_id"]] = row["gold_story_id"]
                addresses[row["doc_id"]] = canonical_url(row.get("url") or "") or urn_for(row["doc_id"])
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", path) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AggregatorError("can't be read as CSV", path, error) from error
    return gold, addresses


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

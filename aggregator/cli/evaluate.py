"""`evaluate`: how well grouping does on a file whose stories are known."""

from __future__ import annotations

from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, progress, say
from aggregator.errors import NotFoundError, UsageError
from aggregator.evaluate import as_json as evaluation_json
from aggregator.evaluate import evaluate as evaluate_file
from aggregator.evaluate import write_assignments


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--assignments", type=click.Path(dir_okay=False, path_type=Path), help="Write doc_id,story_id here.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@place_options
def evaluate(gold: Path, assignments: Path | None, as_json: bool) -> None:
    """Group a GOLD file (doc_id, title, gold_story_id; url, outlet, timestamp, summary where known) and score it.

    It is grouped in a throw-away database by the same code, in order of publication.

    Example: aggregator evaluate gold.csv --assignments stories.csv
    """
    if assignments and assignments.resolve() == gold.resolve():
        raise UsageError(f"--assignments would overwrite {gold}; name another file")
    if assignments and not assignments.parent.is_dir():
        raise NotFoundError("there is no such folder", assignments.parent)
    with progress("Importing") as moved:
        result = evaluate_file(gold, place().config, moved)
    if assignments:
        write_assignments(result.assignments, assignments)
    if as_json:
        say(evaluation_json(result))
        return
    scores = result.scores
    say(f"{number(scores.documents, 'document')} of {number(scores.gold_stories, 'story', 'stories')},"
        f" grouped into {scores.predicted_stories:,} in {result.seconds:.1f} s")  # fmt: skip
    for name, measure in (("B-cubed", scores.bcubed), ("pairwise", scores.pairwise)):
        say(f"{name:9} precision {measure.precision:.4f}  recall {measure.recall:.4f}  F1 {measure.f1:.4f}")

"""`evaluate`: how well grouping does on a file whose stories are known."""

from __future__ import annotations

from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, progress, say, say_json
from aggregator.errors import NotFoundError, UsageError
from aggregator.evaluate import as_json as evaluation_json
from aggregator.evaluate import evaluate as evaluate_file
from aggregator.evaluate import write_assignments
from aggregator.storylines_measured import measure, rows_of


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--assignments", type=click.Path(dir_okay=False, path_type=Path), help="Write doc_id,story_id here.")
@click.option("--storylines", "lines", is_flag=True, help="GOLD tells storylines (gold_story, gold_storyline).")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@place_options
def evaluate(gold: Path, assignments: Path | None, lines: bool, as_json: bool) -> None:
    """Group a GOLD file (doc_id, title, gold_story_id; url, outlet, timestamp, summary where known) and score it.

    It is grouped in a throw-away database by the same code, in order of publication.

    With --storylines its stories are linked into storylines, and scored by pairs beside two baselines.

    Example: aggregator evaluate gold.csv --assignments stories.csv
    """
    if lines:
        if assignments:
            raise UsageError("--assignments are of stories; it does not go with --storylines")
        _storylines(gold, as_json)
        return
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
    for name, found in (("B-cubed", scores.bcubed), ("pairwise", scores.pairwise)):
        say(f"{name:9} precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}")


def _storylines(gold: Path, as_json: bool) -> None:
    measured = measure(gold)
    told = {
        name: {
            "precision": round(scores.measure.precision, 4),
            "recall": round(scores.measure.recall, 4),
            "f1": round(scores.measure.f1, 4),
            "found": scores.found,
            "true": scores.true,
            "wrong": len(scores.wrong),
        }
        for name, scores in rows_of(measured)
    }
    if as_json:
        say_json({"stories": measured.stories, "storylines": measured.storylines, "scores": told})
        return
    say(f"{number(measured.stories, 'story', 'stories')}, {number(measured.storylines, 'storyline')} in the labels")
    for name, scores in told.items():
        say(f"{name:28} precision {scores['precision']:.4f}  recall {scores['recall']:.4f}  F1 {scores['f1']:.4f}"
            f"  pairs found {scores['found']}, wrong {scores['wrong']}, true {scores['true']}")  # fmt: skip

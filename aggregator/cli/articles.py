"""`import` and `group`: articles come in from a file and are placed in stories."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import existing_db, number, place, place_options, progress, say, say_json, warn
from aggregator.cycle import group_articles
from aggregator.encoder import installed_encoder
from aggregator.errors import UsageError
from aggregator.importers import COLUMNS, ImportReport, import_file
from aggregator.ingest import Ingest
from aggregator.rebuild import rebuild
from aggregator.store.lock import only_poller
from aggregator.workspace import Workspace, open_workspace

# A file of ten thousand bad rows would bury the terminal; the count and the first of them tell what is wrong.
_SHOWN = 20


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def import_articles(file: Path, as_json: bool) -> None:
    """Store the articles of a CSV or JSON Lines FILE.

    Columns: url, title, outlet (a name or a domain), published or timestamp, lang, summary, body, doc_id. A row needs a
    title, and a url or a doc_id. Bad rows are told by their line and the good ones stored; exit 1 if any was bad. Of
    rows for one article the last counts.

    Example: aggregator import articles.csv
    """
    with open_workspace(place().config, place().db) as workspace, workspace.run("import") as run_id:
        ingest = workspace.ingest(run_id)
        with progress(f"Importing {file.name}") as moved:
            report = import_file(file, ingest, workspace.clock(), moved)
    if as_json:
        say_json({**asdict(report), "doubtful_outlets": sorted(ingest.doubtful)})
    else:
        _tell(file, report, ingest)
    if report.bad:
        raise SystemExit(1)


def _tell(file: Path, report: ImportReport, ingest: Ingest) -> None:
    if report.unknown_columns:
        told = ", ".join(report.unknown_columns[:_SHOWN]) + (", ..." if len(report.unknown_columns) > _SHOWN else "")
        warn(f"{file.name}: not used: {told} (known columns: {', '.join(COLUMNS)})")
    if report.repeated:
        warn(f"{file.name}: {number(report.repeated, 'row')} left out, for a later row has the same article")
    for name, match in sorted(ingest.doubtful.items())[:_SHOWN]:
        near = " or ".join(outlet.name for outlet in (match.outlet, match.runner_up) if outlet)
        warn(f"outlet {name!r} stays unrated: no listed outlet is clearly meant{f' (nearest: {near})' if near else ''}")
    _tell_rest(len(ingest.doubtful), "outlet name")
    for line in report.bad[:_SHOWN]:
        warn(line)
    _tell_rest(len(report.bad), "bad row")
    refused = f", {report.refused:,} refused (left alone, or removed on request)" if report.refused else ""
    say(
        f"{number(report.rows, 'row')}: {report.new:,} new, {report.revised:,} revised, {report.unchanged:,} unchanged,"
        f" {len(report.bad):,} bad{refused}"
    )


def _tell_rest(count: int, thing: str) -> None:
    if count > _SHOWN:
        warn(f"... and {number(count - _SHOWN, thing)} more (--json lists all)")


@click.command()
@click.option(
    "--rebuild", "anew", is_flag=True, help="Group everything from scratch, and tell how far that is from now."
)
@click.option("--dry-run", is_flag=True, help="With --rebuild: tell, and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def group(anew: bool, dry_run: bool, as_json: bool) -> None:
    """Place the articles that have no story yet, and repair the stories that this changes.

    With --rebuild, group all articles anew, as an empty database would. What people ruled (merge, split, pin) holds; a
    story keeps the number of the one that it shares most articles with; emptied stories lead on.

    Example: aggregator group
    """
    if dry_run and not anew:
        raise UsageError("--dry-run goes with --rebuild")
    config, db = place().config, existing_db()
    if not installed_encoder():
        warn("headlines are compared word by word, within one language: the extra `semantic` is not installed")
    with only_poller(db), open_workspace(config, db) as workspace:
        if anew:
            _rebuild(workspace, dry_run, as_json)
            return
        report = group_articles(workspace)
    if as_json:
        say_json(asdict(report))
        return
    say(
        f"{number(report.new_articles, 'new article')} placed; {number(report.stories, 'story', 'stories')} in the open"
        f" window, {report.new_stories:,} of them new, {report.merged_stories:,} merged into others"
    )


def _rebuild(workspace: Workspace, dry_run: bool, as_json: bool) -> None:
    with progress("Grouping anew", workspace.store.articles.count()) as moved:
        report = rebuild(workspace, dry_run=dry_run, progress=moved)
    if as_json:
        say_json(asdict(report))
        return
    say(
        f"{number(report.articles, 'article')}: {number(report.live_stories, 'live story', 'live stories')},"
        f" {report.rebuilt_stories:,} rebuilt; B-cubed F1 of live against rebuilt {report.agreement:.4f};"
        f" {number(report.moved, 'article')} {'moved' if report.stored else 'would move'}"
    )

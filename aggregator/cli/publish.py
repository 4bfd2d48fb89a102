"""`publish` and `export`: what leaves the working database."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import click

from aggregator.briefing import heed_settings
from aggregator.cli.common import is_demo, number, place, place_options, progress, say, say_json
from aggregator.config import Config
from aggregator.csv_forms import FORMS, Form
from aggregator.errors import NotFoundError, UsageError
from aggregator.export import Format
from aggregator.export import export as export_rows
from aggregator.store.publish import PublishReport, is_current, published_path
from aggregator.store.publish import publish as publish_file
from aggregator.workspace import open_workspace


def make_published(config: Config, db: Path) -> PublishReport:
    """Publishes what the working database holds, under the ratings and the provider of today."""
    _take_files(config, db)
    return publish_file(db, summary_characters=config.site.summary_characters)


def published_now(config: Config, db: Path, *, to_show: bool = False) -> Path:
    """Returns the published file; publishes first where the working one, or what is configured, has changed.

    A published file without a working one is served as it is: that is how a copy is shown on another machine. So it is
    to a user who may only read it, as the site's should be; and the demo's, whose outlets and ratings stand in no file.
    """
    target = published_path(db)
    if target.is_file() and (not _may_publish(db, target) or is_demo(db)):
        return target
    _take_files(config, db, to_show=to_show)
    if not is_current(db, summary_characters=config.site.summary_characters):
        publish_file(db, summary_characters=config.site.summary_characters)
    return target


def _may_publish(db: Path, target: Path) -> bool:
    return os.access(db, os.R_OK | os.W_OK) and os.access(target.parent, os.W_OK)


def _take_files(config: Config, db: Path, *, to_show: bool = False) -> None:
    if not db.is_file():
        raise NotFoundError("there is no such database; make one with `aggregator import` or `aggregator run`", db)
    with open_workspace(config, db, to_show=to_show) as workspace:  # opening takes in the data files that have changed
        heed_settings(workspace)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def publish(as_json: bool) -> None:
    """Make the published file from the working one: no bodies, no secrets; readers see it at once.

    Example: aggregator publish
    """
    report = make_published(place().config, place().db)
    if as_json:
        say_json(dataclasses.asdict(report))
        return
    say(
        f"{report.path}: {number(report.articles, 'article')}, {number(report.stories, 'story', 'stories')},"
        f" {report.bytes:,} bytes, sha256 {report.sha256}"
    )


_ENDINGS: dict[str, Format] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


@click.command()
@click.argument("name")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: NAME.FORMAT.")
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "parquet"]), help="Default: as OUT ends.")
@click.option(
    "--form",
    "cells",
    type=click.Choice(FORMS),
    default="raw",
    show_default=True,
    help="Of a CSV: raw for programs; for spreadsheets an apostrophe keeps formulas out.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the manifest as JSON.")
@place_options
def export(name: str, out: Path | None, form: Format | None, cells: Form, as_json: bool) -> None:
    """Write a table or view as CSV, JSON Lines or Parquet.

    It is of the published file, such as articles_with_bias.
    The manifest (OUT.manifest.json) has the number of rows and the SHA-256 of the file and of the database it is from.
    Parquet needs the extra `parquet`, and has typed columns.

    Example: aggregator export story_bias -o story_bias.csv
    """
    chosen: Format = form or _ENDINGS.get(out.suffix if out else "", "csv")
    if cells == "spreadsheet" and chosen != "csv":
        raise UsageError("--form is that of a CSV; JSON Lines and Parquet have one form", chosen)
    target = out or Path(f"{name}.{chosen}")
    published = published_now(place().config, place().db)
    with progress(f"Exporting {name}") as moved:
        manifest = export_rows(published, name, target, chosen, moved, cells)
    if as_json:
        say_json(dataclasses.asdict(manifest))
        return
    say(f"{target}: {number(manifest.rows, 'row')}, sha256 {manifest.sha256}")

"""`import` and `group`: articles come in from a file and are placed in stories."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue

import click

from aggregator.briefing import BriefReport, write_briefs
from aggregator.cli.brief import briefs_line
from aggregator.cli.common import (
    existing_db,
    number,
    place,
    place_options,
    progress,
    say,
    say_json,
    warn,
)
from aggregator.cycle import group_articles
from aggregator.encoder import installed_encoder
from aggregator.errors import PageParseError, UsageError
from aggregator.importers import COLUMNS, READERS, ImportReport, ReadPage, import_file, is_archive
from aggregator.ingest import Ingest
from aggregator.models import ParsedPage
from aggregator.pages import parse_page
from aggregator.rebuild import rebuild
from aggregator.store.lock import only_poller
from aggregator.storylining import write_storylines
from aggregator.workspace import Workspace, open_workspace

# A file of ten thousand bad rows would bury the terminal; the count and the first of them tell what is wrong.
_SHOWN = 20


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def import_articles(file: Path, as_json: bool) -> None:
    """Store the articles of a FILE: CSV, JSON Lines, or a web archive (.warc, .warc.gz, such as CC-NEWS).

    Columns: url, title, outlet (a name or a domain), published or timestamp, lang, summary, body, doc_id, authors,
    image; the names that newspaper3k, news-please, trafilatura and feedparser write are known as well (docs/import.md).
    A row needs a title, and a url or a doc_id. Of an archive, the pages with headline, text and date are stored. Of
    rows for one article the last counts. What is bad is told by its place and the rest stored; exit 1 if any was bad.

    Example: aggregator import articles.csv
    """
    with contextlib.ExitStack() as stack:
        workspace = stack.enter_context(open_workspace(place().config, place().db))
        ingest = workspace.ingest(stack.enter_context(workspace.run("import")))
        read_page = stack.enter_context(_page_reader()) if is_archive(file) else parse_page
        with progress(f"Importing {file.name}") as moved:
            report = import_file(file, ingest, workspace.clock(), moved, read_page)
    if as_json:
        say_json({**asdict(report), "doubtful_outlets": sorted(ingest.doubtful)})
    else:
        _tell(file, report, ingest)
    if report.bad:
        raise SystemExit(1)


@contextlib.contextmanager
def _page_reader() -> Iterator[ReadPage]:
    """Reads pages in processes that can be killed: an archive holds whatever the web did."""
    from aggregator.crawl.worker import Worker, WorkError  # here: tables need none

    workers = [Worker() for _ in range(READERS)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def read_page(html: bytes, url: str, now: datetime) -> ParsedPage:
        worker = idle.get()
        try:
            return worker.call(parse_page, html, url, now)
        except WorkError as error:
            raise PageParseError(str(error), url) from error
        finally:
            idle.put(worker)

    try:
        yield read_page
    finally:
        for worker in workers:
            worker.close()


def _tell(file: Path, report: ImportReport, ingest: Ingest) -> None:
    if report.read_as:
        warn(
            f"{file.name}: read " + ", ".join(f"{theirs} as {ours}" for theirs, ours in sorted(report.read_as.items()))
        )
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
    for why, count in report.left_out.items():
        say(f"{count:,} left out, {why}")
    read = number(report.rows, "page" if is_archive(file) else "row")
    refused = f", {report.refused:,} refused (left alone, or removed on request)" if report.refused else ""
    say(
        f"{read}: {report.new:,} new, {report.revised:,} revised, {report.unchanged:,} unchanged,"
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
        report, briefed = group_articles(workspace), _brief(workspace)
        write_storylines(workspace)
    if as_json:
        say_json(asdict(report) | {"briefs": asdict(briefed)})
        return
    say(
        f"{number(report.new_articles, 'new article')} placed; {number(report.stories, 'story', 'stories')} in the open"
        f" window, {report.new_stories:,} of them new, {report.merged_stories:,} merged into others"
    )
    say(briefs_line(briefed))


def _brief(workspace: Workspace) -> BriefReport:
    with progress("Writing briefs") as moved:
        return write_briefs(workspace, again=None, progress=moved)


def _rebuild(workspace: Workspace, dry_run: bool, as_json: bool) -> None:
    with progress("Grouping anew", workspace.store.articles.count()) as moved:
        report = rebuild(workspace, dry_run=dry_run, progress=moved)
    briefed = None if dry_run else _brief(workspace)
    if not dry_run:
        write_storylines(workspace, anew=True)
    if as_json:
        say_json(asdict(report) | ({"briefs": asdict(briefed)} if briefed else {}))
        return
    say(
        f"{number(report.articles, 'article')}: {number(report.live_stories, 'live story', 'live stories')},"
        f" {report.rebuilt_stories:,} rebuilt; B-cubed F1 of live against rebuilt {report.agreement:.4f};"
        f" {number(report.moved, 'article')} {'moved' if report.stored else 'would move'}"
    )
    if briefed:
        say(briefs_line(briefed))

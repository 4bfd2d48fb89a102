"""`feeds import`, `feeds export` and `feeds list`: lists of feeds come in, go out, and are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, say, say_json, warn, while_read
from aggregator.datafiles import did_you_mean
from aggregator.errors import DataFileError, NotFoundError, ParseError
from aggregator.leave_alone import LeaveAlone, read_leave_alone
from aggregator.models import FeedSource
from aggregator.opml import MAX_OPML, OpmlList, read_opml
from aggregator.ratings import read_feeds, read_outlets
from aggregator.subscriptions import Plan, carry_out, export_list, plan_import
from aggregator.urls import without_credentials

_SHOWN = 20


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be added, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def import_list(file: Path, dry_run: bool, as_json: bool) -> None:
    """Add the feeds of an OPML FILE to feeds.csv; the rows that are there stay as they are.

    A list that is not well-formed is read all the same. A feed that is there already, by whatever spelling of its
    address, is told and not added. An outlet that nobody listed gets a row of its own in outlets.csv, unrated; look at
    its name. Exit 1 if a feed of the list could not be taken.

    Example: aggregator feeds import subscriptions.opml --dry-run
    """
    told = _read(file)
    files = place().config.files
    outlets = read_outlets(files.outlets)
    leave_alone = LeaveAlone(read_leave_alone(files.leave_alone), outlets)
    plan = plan_import(told, outlets, read_feeds(files.feeds, outlets), leave_alone)
    if plan.feeds and not dry_run:
        carry_out(plan, files)
    if as_json:
        say_json({"file": str(file), "dry_run": dry_run, "found": len(told.feeds), "included": told.included,
                  "broken": told.broken, **asdict(plan), "feeds": _shown(plan.feeds)})  # fmt: skip
    else:
        _tell(file, told, plan, dry_run)
        say(f"{files.feeds}: {'nothing written' if dry_run or not plan.feeds else number(len(plan.feeds), 'new row')}")
    if plan.refused:
        raise SystemExit(1)


@click.command("export")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@place_options
def export_feeds(file: Path | None) -> None:
    """Write the feeds of feeds.csv as OPML 2.0, by outlet, to FILE or to the terminal.

    User names and passwords in addresses are left out. `feeds import` reads the list back: sections, languages,
    fetch_pages and kinds come back with it.

    Example: aggregator feeds export feeds.opml
    """
    files = place().config.files
    outlets = read_outlets(files.outlets)
    sources = read_feeds(files.feeds, outlets)
    data = export_list(outlets, sources)
    if file is None:
        say(data.decode())
        return
    if not file.parent.is_dir():
        raise NotFoundError("there is no such folder", file.parent)
    part = file.with_name(file.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    say(f"{file}: {number(len(sources), 'feed')} of {number(len({feed.outlet for feed in sources}), 'outlet')}")


@click.command("list")
@click.option("--outlet", help="Only the feeds of this outlet, by its domain.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@place_options
@while_read()
def list_feeds(outlet: str | None, as_json: bool) -> None:
    """List the feeds of feeds.csv: outlet, language, section, address.

    Example: aggregator feeds list --outlet bbc.com
    """
    files = place().config.files
    outlets = read_outlets(files.outlets)
    domains = {domain: row.domain for row in outlets for domain in (row.domain, *row.other_domains)}
    if outlet is not None and outlet not in domains:
        raise NotFoundError(f"no outlet of outlets.csv has the domain {outlet}{did_you_mean(outlet, domains)}")
    found = [feed for feed in read_feeds(files.feeds, outlets) if outlet is None or feed.outlet == domains[outlet]]
    if as_json:
        say_json(_shown(found))
        return
    width = max((len(feed.outlet) for feed in found), default=0)
    for feed in found:
        kind = f"  ({feed.kind})" if feed.kind != "feed" else ""
        pages = "  (and pages)" if feed.fetch_pages else ""
        url = without_credentials(feed.url)
        say(f"{feed.outlet:{width}}  {feed.language or '-':2}  {feed.section or '-':20}  {url}{kind}{pages}")
    say(f"{number(len(found), 'feed')} of {number(len({feed.outlet for feed in found}), 'outlet')}")


def _shown(feeds: Sequence[FeedSource]) -> list[dict[str, object]]:
    return [asdict(feed) | {"url": without_credentials(feed.url)} for feed in feeds]


def _read(file: Path) -> OpmlList:
    try:
        with file.open("rb") as stream:
            body = stream.read(MAX_OPML + 1)
        return read_opml(body)
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", file) from error
    except OSError as error:
        raise NotFoundError("can't be read", file, error) from error
    except ParseError as error:
        raise DataFileError(file, (), error.message) from error


def _tell(file: Path, told: OpmlList, plan: Plan, dry_run: bool) -> None:
    if told.broken:
        warn(f"{file.name}: not well-formed ({told.broken}); read all the same")
    for url in told.included[:_SHOWN]:
        warn(f"not followed: {url} (a list within the list)")
    for outlet in plan.outlets:
        say(f"new outlet {outlet.domain}, named {outlet.name!r}, unrated")
    for known in plan.known:
        say(f"there already: {known.url}" + (f" (as {known.listed})" if known.listed != known.url else ""))
    for refused in plan.refused:
        warn(f"not taken: {refused.url}: {refused.why}")
    say(
        f"{number(len(told.feeds), 'feed')} in the list: {len(plan.feeds):,} {'would be ' if dry_run else ''}added,"
        f" {len(plan.known):,} there already, {len(plan.refused):,} not taken;"
        f" {number(len(plan.outlets), 'new outlet')}"
    )

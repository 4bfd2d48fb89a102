"""`snapshot`: the published file under its date and hash, to be cited, served and kept."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import json_option, number, place, place_options, say, say_json, warn
from aggregator.cli.publish import published_now
from aggregator.snapshots import (
    DATABASE,
    Snapshot,
    find_snapshot,
    list_snapshots,
    read_snapshot,
    snapshots_folder,
    take_snapshot,
    wrong_files,
)


@click.group(invoke_without_command=True)
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), help="Default: `snapshots` beside the database."
)
@click.option("--list", "listed", is_flag=True, help="List the snapshots that are there, and take none.")
@json_option
@place_options
@click.pass_context
def snapshot(context: click.Context, to: Path | None, listed: bool, as_json: bool) -> None:
    """Keep the published file, named by its date and hash.

    It is put into a folder with its ratings, methods and licences. Publishes first where the working file has changed.
    The same edition twice is one folder. Private ratings and texts of articles are never in it.
    `aggregator serve --snapshot NAME` shows it.

    Example: aggregator snapshot --to /srv/snapshots
    """
    if context.invoked_subcommand is not None:
        return
    folder = to or snapshots_folder(place().db)
    if listed:
        _list(list_snapshots(folder), as_json, folder)
        return
    config = place().config
    taken, was_there = take_snapshot(published_now(config, place().db), config.files.metadata, folder)
    if as_json:
        say_json(asdict(taken) | {"folder": folder / taken.name, "was_there": was_there})
        return
    say(
        f"{folder / taken.name}: {_told(taken)}, sha256 {taken.files[DATABASE]}{'; already there' if was_there else ''}"
    )


def _told(taken: Snapshot) -> str:
    counts = f"{number(taken.rows['articles'], 'article')}, {number(taken.rows['ratings'], 'rating')}"
    return f"{counts}, edition of {taken.made or 'an unknown time'}{', the demo' if taken.demo else ''}"


def _list(found: list[Snapshot], as_json: bool, folder: Path) -> None:
    if as_json:
        say_json([asdict(one) for one in found])
        return
    for one in found:
        say(f"{one.name}  {_told(one)}, version {one.program}")
    if not found:
        say(f"no snapshots in {folder}; `aggregator snapshot` takes one")


@snapshot.command(short_help="Tell whether a snapshot is as it was.")
@click.argument("name", metavar="NAME|FOLDER")
@json_option
@place_options
def verify(name: str, as_json: bool) -> None:
    """Compare each file of a snapshot with its manifest; exit code 1 where one is not as it was.

    Example: aggregator snapshot verify 2026-11-23-1a2b3c4d
    """
    folder = find_snapshot(snapshots_folder(place().db), name)
    told = read_snapshot(folder)
    wrong = wrong_files(folder, told)
    if as_json:
        say_json({"name": told.name, "wrong": wrong})
    elif not wrong:
        say(f"{folder}: all {len(told.files)} files are as they were, sha256 {told.files[DATABASE]}")
    for line in wrong:
        warn(f"{folder}/{line}")
    if wrong:
        raise SystemExit(1)

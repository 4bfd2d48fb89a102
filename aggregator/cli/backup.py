"""`backup` and `restore`: a whole copy of the working database, and the way back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import existing_db, json_option, number, place, place_options, progress, say, say_json, warn
from aggregator.errors import UsageError
from aggregator.store.backup import back_up, backups_folder, named_backup, rotate
from aggregator.store.backup import restore as restore_file
from aggregator.store.copying import real_path
from aggregator.times import utc_now


@click.command()
@click.argument("to", required=False, metavar="[FILE|FOLDER]", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1), metavar="N", help="Keep the N newest in the folder, remove older ones.")
@json_option
@place_options
def backup(to: Path | None, keep: int | None, as_json: bool) -> None:
    """Save the working database while a poller writes on.

    What has no ending such as .db is a folder, where the copy is named by its time; the default is `backups` beside the
    database. The copy is of one moment, is checked before it gets its name, and overwrites none. It holds texts, and
    passwords of feeds: keep it as you keep the database.

    Example: aggregator backup /mnt/safe --keep 14
    """
    db = existing_db()
    into = to if to is not None else backups_folder(db)
    a_file = bool(into.suffix) and not into.is_dir()
    if a_file and keep:
        raise UsageError("--keep is for a folder; name one, or leave it out", into)
    target = into if a_file else named_backup(real_path(db), into, utc_now())
    with progress("Copying") as moved:
        made = back_up(db, target, lambda done, _: moved(done))
    removed = rotate(real_path(db), into, keep) if keep else ()
    if as_json:
        say_json(asdict(made) | {"removed": removed})
        return
    say(
        f"{made.path}: {number(made.articles, 'article')}, {number(made.stories, 'story', 'stories')},"
        f" {made.bytes:,} bytes, checked"
    )
    for path in removed:
        say(f"{path}: removed, older than the {number(keep or 0, 'newest', 'newest')}")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@place_options
def restore(file: Path, as_json: bool) -> None:
    """Put a backup back; what stood in its place is kept beside it.

    Refused while a poller runs (exit code 4), while the site has the database open to publish it, for a backup of a
    newer version, and for one that is damaged. Articles that were taken out since the backup was made are named.

    Example: aggregator restore data/backups/news-2026-11-23T040500Z.db
    """
    with progress("Copying") as moved:
        done = restore_file(file, place().db, utc_now(), lambda pages, _: moved(pages))
    if as_json:
        say_json(asdict(done))
    else:
        say(f"{done.path}: {number(done.articles, 'article')}, {number(done.stories, 'story', 'stories')}")
        if done.kept:
            say(f"what stood there is kept: {done.kept}")
        if done.behind:
            say("it is of an older version, and is brought up to date when it is next written to")
        say("readers see it after `aggregator publish`")
    for what in done.forgotten:
        warn(f"{what} was taken out since and is there again: aggregator forget {what}")

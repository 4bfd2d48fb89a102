"""What every command shares: where the database and the configuration are, progress, and how results are said."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from aggregator.config import Config, read_config
from aggregator.errors import NotFoundError, UsageError
from aggregator.store import Store
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.reference import Reference

DEFAULT_DB = Path("data/news.db")
NOTE_CHARACTERS = 500
"""A note is a reason in a line of a list; it is published, and printed to terminals."""

note_option = click.option("--note", default="", help="Why, in your words. Notes are published.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Place:
    """Where the work happens: the working database, the configuration, and whether errors show their traceback."""

    db_named: Path | None = None
    config_path: Path | None = None
    debug: bool = False

    @property
    def db(self) -> Path:
        return self.db_named or DEFAULT_DB

    @property
    def config(self) -> Config:
        return read_config(self.config_path)


def place() -> Place:
    """Returns the place that the options before or after the command have named."""
    return click.get_current_context().find_root().ensure_object(Place)


def existing_db() -> Path:
    """Returns the working database of the command; raises NotFoundError where there is none to read from."""
    db = place().db
    if not db.is_file():
        raise NotFoundError("there is no such database; make one with `aggregator import` or `aggregator run`", db)
    return db


@contextlib.contextmanager
def looking_up() -> Iterator[Store]:
    """Opens the working database of the command as it is, the demo's too: the data files are not taken in."""
    store = Store.open(existing_db(), busy_seconds=place().config.store.busy_seconds)
    try:
        yield store
    finally:
        store.close()


def is_demo(db: Path) -> bool:
    """Says whether a working database is the demo's, whose outlets and ratings stand in no file."""
    with store_errors(db), contextlib.closing(open_readonly(db)) as opened:
        return "settings" in opened.table_names() and Reference(opened).setting("demo") is not None


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def callback(context: click.Context, _: click.Parameter, value: Any) -> Any:
        if value == Path(":memory:"):
            raise click.BadParameter("a database in memory would be gone at once; name a file")
        if value is not None:
            setattr(context.find_root().ensure_object(Place), name, value)
        return value

    return callback


def place_options(command: _Command, db: Path = DEFAULT_DB) -> _Command:
    """Adds --db, --config and --debug, which are taken before or after the command's name; `db` is the default told."""
    path = click.Path(dir_okay=False, path_type=Path)
    options = (
        click.option("--db", type=path, expose_value=False, callback=_keep("db_named"),
                     help=f"The working database.  [default: {db}]"),
        click.option("--config", type=path, expose_value=False, callback=_keep("config_path"),
                     help="The configuration.  [default: ./aggregator.toml, else the project's]"),
        click.option("--debug", is_flag=True, default=None, expose_value=False, callback=_keep("debug"),
                     help="Show the traceback of an error; `extract` and `parse-feed` tell more."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@contextlib.contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Shows a progress bar on a terminal and nothing where the output is piped; yields the call that moves it."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.update(task, completed=done)


@contextlib.contextmanager
def while_read() -> Iterator[None]:
    """Ends a command that only prints as done where its reader has enough, as `head` does: nothing is left to do."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still to be written at the end of the process would fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    click.echo(text)


def warn(text: str) -> None:
    click.echo(text, err=True)


def say_json(value: object) -> None:
    json.dump(value, sys.stdout, indent=2, default=str, ensure_ascii=False)
    sys.stdout.write("\n")


def number(count: int, thing: str, plural: str = "") -> str:
    """Counts a thing in words.

    >>> number(1, 'story', 'stories'), number(2300, 'article')
    ('1 story', '2,300 articles')
    """
    return f"{count:,} {thing if count == 1 else plural or thing + 's'}"


def worded(note: str) -> str:
    """Gives a note as one line without control characters; raises UsageError where it is too long for one."""
    line = " ".join("".join(c if c.isprintable() else " " for c in note).split())
    if len(line) > NOTE_CHARACTERS:
        raise UsageError(f"a note may have {NOTE_CHARACTERS} characters, this has {len(line):,}")
    return line

"""The command line: `aggregator COMMAND`."""

from __future__ import annotations

import errno
import importlib
import signal
import sys
from collections.abc import Sequence

import click

from aggregator import __version__
from aggregator.cli.common import Place, place_options
from aggregator.cli.listing import Sections
from aggregator.errors import AggregatorError, DiskFullError, NotFoundError, UsageError
from aggregator.store.copying import DISK_FULL

_EPILOG = "Exit codes: 0 done, 1 an error, 2 a wrong word on the command line, 3 the disk is full, 4 already running."


# Command -> where it is. A command's libraries are loaded when it is called: all of them together take a second.
COMMANDS = {
    "demo": "demo:demo",
    "run": "run:run",
    "import": "articles:import_articles",
    "feeds": "feeds:feeds",
    "ratings": "ratings:ratings",
    "group": "articles:group",
    "explain": "explain:explain",
    "brief": "brief:brief",
    "generate": "generate:generate_command",
    "merge": "overrides:merge_command",
    "split": "overrides:split_command",
    "pin": "overrides:pin_command",
    "unpin": "overrides:unpin_command",
    "storyline": "storyline:storyline",
    "topic": "topic:topic_command",
    "undo": "overrides:undo_command",
    "outlet": "rights:outlet",
    "forget": "rights:forget",
    "purge": "rights:purge",
    "revisions": "revisions:revisions",
    "publish": "publish:publish",
    "serve": "serve:serve",
    "export": "publish:export",
    "digest": "digest:digest",
    "snapshot": "snapshot:snapshot",
    "export-site": "export_site:export_site",
    "backup": "backup:backup",
    "restore": "backup:restore",
    "check": "check:check",
    "health": "health:health",
    "evaluate": "evaluate:evaluate",
    "extract": "parse:extract",
    "parse-feed": "parse:parse_feed_command",
}

# What the system refuses is no fault of the program: no right to a file, a disk for reading only.
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class LazyGroup(Sections):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module, _, name = COMMANDS.get(cmd_name, "").partition(":")
        if not module:
            return None
        command: click.Command = getattr(importlib.import_module(f"aggregator.cli.{module}"), name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, prog_name="aggregator")
@place_options
def cli() -> None:
    """Compare how the news is covered: who reports an event, from which side, in whose words."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command; an error that a person can mend is one clear line, and its exit code tells its kind."""
    place = Place()
    signal.signal(signal.SIGTERM, _stop)
    try:
        code = cli.main(args=arguments, prog_name="aggregator", standalone_mode=False, obj=place)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # the last line of defence: a person gets a line, a developer --debug
        if place.debug and not isinstance(error, UsageError | NotFoundError):
            raise
        code = _explain(error)
    sys.exit(code if isinstance(code, int) else 0)


def _stop(number: int, _: object) -> None:
    """Ends on SIGTERM as on an error, so that what is half done is put away."""
    raise SystemExit(128 + number)


def _explain(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        error = DiskFullError(DISK_FULL, error.filename or "")
    if isinstance(error, OSError) and error.errno in _REFUSED and error.filename:
        error = AggregatorError(f"can't be read or written: {error.strerror}", error.filename)
    if isinstance(error, AggregatorError):
        click.echo(f"Error: {error}", err=True)
        return error.exit_code
    click.echo(
        f"Error: {type(error).__name__}: {error} (this is a fault of the program; --debug shows where)", err=True
    )
    return 1

"""`digest`: a day in short, to be read, mailed or subscribed to."""

from __future__ import annotations

import os
from pathlib import Path

import click

from aggregator.cli.common import place, place_options, say, warn
from aggregator.cli.publish import published_now
from aggregator.errors import NotFoundError, UsageError
from aggregator.site.days import asked_day
from aggregator.site.digest.gather import NoStories
from aggregator.site.digest.written import FORMATS, NO_ADDRESS, write_digest
from aggregator.store.copying import partial_name, plain_file, sync_folder, written_to

_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".atom": "atom", ".xml": "atom"}


@click.command()
@click.option("--day", metavar="DAY", help="Such as 2026-11-22; default: the latest that has stories.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: as OUT ends, else markdown.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: printed.")
@place_options
def digest(day: str | None, form: str | None, out: Path | None) -> None:
    """Write a day in short: stories with brief and bar, blindspots, changed headlines, what was not heard.

    HTML is one file that can be mailed: no script, nothing from elsewhere. It is of the published file, by the ratings
    of the configured provider; links lead to site.address. docs/digest.md has more.

    Example: aggregator digest --day 2026-11-22 -o digest.html
    """
    config = place().config
    chosen = form or _ENDINGS.get(out.suffix.lower() if out else "", "markdown")
    published = published_now(config, place().db)
    try:
        text = write_digest(published, config.files.metadata, config.site, day, chosen)
    except NoStories as error:
        no_day = day is not None and asked_day(day) is None
        raise (UsageError if no_day else NotFoundError)(str(error), published) from error
    if not config.site.address:
        warn(f"{NO_ADDRESS} Set address under [site] in aggregator.toml, such as https://news.example")
    if out is None:
        click.echo(text, nl=False)
        return
    _write(out, text)
    say(f"{out}: {chosen}, {len(text.encode()):,} bytes")


def _write(path: Path, text: str) -> None:
    out = plain_file(path)
    with written_to(out), partial_name(out) as unfinished:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(out)
        sync_folder(out.parent)

"""`extract` and `parse-feed`: the parsers on files, for a look at what they make of a page or a feed."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import click

from aggregator.cli.account import account_lines
from aggregator.cli.common import number, place, place_options, progress, say
from aggregator.errors import NotFoundError, ParseError
from aggregator.feeds import MAX_BODY, parse_feed
from aggregator.models import ParsedFeed, ParsedPage, PollCode
from aggregator.pages import MAX_PAGE, NO_SELECTORS, explain_page, parse_page, to_draft
from aggregator.ratings import KINDS
from aggregator.times import iso, utc_now

_PROCESSES = 2  # a page is work for one core; the machines that we aim at have two
_WORTH_PROCESSES = 8  # pages; below that, starting a process takes longer than it saves
_GOOD_FEED = {PollCode.OK, PollCode.EMPTY}


@click.command()
@click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PAGE...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here.  [default: stdout]")
@click.option("--spider", help="Read them as this outlet's own spider does.")
@click.option("--url", default="", help="Where they came from: some outlets tell section and day by the address.")
@place_options
def extract(pages: tuple[Path, ...], output: Path | None, spider: str | None, url: str) -> None:
    """Extract the article of each stored PAGE (.html or .html.gz): one JSON object a line.

    Fields: name (the file's name less .html and .gz), title, published, authors, body, body_status, error, text_kind,
    original (the piece that a text of a machine or an aggregator is about), printed_ratings. A page that cannot be read
    has its reason in error, and the command still exits 0.

    With --debug, in words: what each place of the page said, with what weight, what was taken, what was left out of the
    text, and why body_status is what it is.

    Example: aggregator extract pages/*.html.gz -o articles.jsonl
    """
    _all_there(pages)
    if spider:
        _spider(spider)  # here, where an unknown name is the command's error and not each page's
    if place().debug:
        with _target(output) as target:
            target.writelines(f"{line}\n" for page in pages for line in _account(page, url, spider))
        return
    bad = 0
    with _target(output) as target, progress("Extracting", len(pages)) as moved:
        for done, row in enumerate(_extracted(pages, url, spider), start=1):
            target.write(json.dumps(row, ensure_ascii=False) + "\n")
            bad += row["error"] is not None
            moved(done)
    if output:
        say(f"{number(len(pages), 'page')} to {output}, {bad} of them with an error")


@click.command("parse-feed")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, one a line.")
@click.option("--kind", default=KINDS[0], show_default=True, help="What they are: as in feeds.csv.")
@click.option("--url", default="", help="Where they came from: it completes the links of a section page.")
@place_options
def parse_feed_command(files: tuple[Path, ...], as_json: bool, kind: str, url: str) -> None:
    """Parse each FILE as a feed and tell what is in it, whatever the file is.

    Fields: file, ok, code (ok, empty, not_a_feed or parse), version, entries (how many the feed holds), skipped (how
    many of them give no article), title, language, message. With --debug, a line for each entry as well.

    Example: aggregator parse-feed news.xml --json
    """
    _all_there(files)
    reader = parse_feed if kind == KINDS[0] else _spider(kind).feed_reader()
    for file in files:
        with file.open("rb") as stream:
            feed = reader(stream.read(MAX_BODY + 1), url, "", utc_now())
        row = _feed_row(file, feed)
        say(json.dumps(row, ensure_ascii=False) if as_json else _feed_line(row))
        for draft in feed.entries if place().debug else ():
            say(f"    {iso(draft.published) if draft.published else '-':20}  {draft.title}  {draft.url}")


def _all_there(files: tuple[Path, ...]) -> None:
    for file in files:
        if not file.is_file():
            raise NotFoundError("is no file" if file.exists() else "there is no such file", file)


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    """A stream to stdout, or to a file that appears whole or not at all."""
    if output is None:
        yield sys.stdout
        return
    if not output.parent.is_dir():
        raise NotFoundError("there is no such folder", output.parent)
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            yield stream
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _extracted(pages: tuple[Path, ...], url: str, spider: str | None) -> Iterator[dict[str, Any]]:
    """A row for each page in the order given."""
    read = partial(_page_row, now=utc_now(), url=url, spider=spider)
    if len(pages) < _WORTH_PROCESSES:
        yield from map(read, pages)
        return
    with ProcessPoolExecutor(_PROCESSES) as pool:
        yield from pool.map(read, pages, chunksize=4)


def _page_row(path: Path, now: datetime, url: str, spider: str | None) -> dict[str, Any]:
    reader = _spider(spider).page_reader() if spider else parse_page
    try:
        page = reader(_bytes_of(path), url, now)
    except (ParseError, OSError, EOFError, zlib.error) as error:  # the last three: gzip that is none, or was cut
        return _row(path, ParsedPage(), str(error))
    return _row(path, page, None)


def _spider(kind: str) -> Any:
    from aggregator.crawl.outlets import spider_of  # Scrapy takes half a second to load, and most pages need none

    return spider_of(kind)


def _account(path: Path, url: str, spider: str | None) -> Iterator[str]:
    """The lines that say how a page's record came about, or why it could not be read."""
    chosen = _spider(spider) if spider else None
    now = utc_now()
    try:
        html = _bytes_of(path)
        account = explain_page(html, url, now, chosen.selectors() if chosen else NO_SELECTORS)
        page = chosen.page_reader()(html, url, now) if chosen else account.page
    except (ParseError, OSError, EOFError, zlib.error) as error:
        yield f"== {_printable(path.name)}\ncannot be read: {error}"
        return
    yield from account_lines(_printable(path.name), account, page, to_draft(page, url).wire)


def _bytes_of(path: Path) -> bytes:
    # One byte over the limit is enough for the parser to refuse it, whatever a bomb would unpack to.
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        return stream.read(MAX_PAGE + 1)


def _row(path: Path, page: ParsedPage, error: str | None) -> dict[str, Any]:
    return {
        "name": _printable(path.name).removesuffix(".gz").removesuffix(".html"),
        "title": page.title,
        "published": iso(page.published) if page.published else None,
        "authors": list(page.authors),
        "body": page.body,
        "body_status": page.body_status.value if page.body_status else None,
        "error": error,
        "text_kind": page.text_kind.value if page.text_kind else None,
        "original": page.original,
        "printed_ratings": [asdict(rating) for rating in page.printed_ratings],
    }


def _feed_row(file: Path, feed: ParsedFeed) -> dict[str, Any]:
    return {
        "file": str(file),
        "ok": feed.code in _GOOD_FEED,
        "code": feed.code.value,
        "version": feed.version,
        "entries": len(feed.entries) + feed.skipped,
        "skipped": feed.skipped,
        "title": feed.title,
        "language": feed.language,
        "message": feed.message,
    }


def _feed_line(row: dict[str, Any]) -> str:
    found = number(row["entries"], "entry", "entries")
    notes = "; ".join(filter(None, (row["version"], found, row["message"])))
    return f"{row['file']}: {row['code']} ({notes})"


def _printable(name: str) -> str:
    """A file's name as UTF-8 can hold it: on Linux it may be any bytes."""
    return os.fsencode(name).decode("utf-8", "replace")

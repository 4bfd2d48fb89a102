"""Articles from files: tables (CSV, JSON Lines) and web archives (WARC), as drafts through the one door."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from aggregator.errors import NotFoundError
from aggregator.importers.columns import COLUMNS
from aggregator.importers.report import ImportReport
from aggregator.importers.tables import csv_rows, table_drafts
from aggregator.importers.warc import READERS, ReadPage, archive_drafts, is_archive
from aggregator.ingest import Ingest
from aggregator.pages import parse_page

__all__ = ["COLUMNS", "READERS", "ImportReport", "ReadPage", "csv_rows", "import_file", "is_archive"]

# One transaction for this many rows: a crash loses at most one batch, and a row costs no fsync of its own. A page takes
# a hundred times as long as a row, so an archive's batches are smaller.
BATCH = 1000
PAGES_BATCH = 50


def import_file(
    path: Path,
    ingest: Ingest,
    now: datetime,
    progress: Callable[[int], None] = lambda rows: None,
    read_page: ReadPage = parse_page,
) -> ImportReport:
    """Stores the good rows or pages of a file and reports the bad ones; raises for a file that is neither.

    `read_page` reads an archive's page; the command line gives one that can be killed.
    """
    report = ImportReport()
    archive = is_archive(path)
    drafts = archive_drafts(path, report, now, read_page) if archive else table_drafts(path, report, now)
    try:
        while batch := list(itertools.islice(drafts, PAGES_BATCH if archive else BATCH)):
            report.count(ingest.add_all(batch))
            progress(report.rows)
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", path) from error
    except (IsADirectoryError, PermissionError) as error:
        raise NotFoundError("can't be read", path, error) from error
    return report

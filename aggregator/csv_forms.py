"""CSV in its two forms: raw for programs, and safe for spreadsheets, which take some cells for formulas.

Raw has the values as they are, in UTF-8 with line feeds: read and written again it is equal byte by byte. The form for
spreadsheets begins with a byte order mark, by which Excel knows UTF-8, has CRLF, and an apostrophe before each text
that a spreadsheet would reckon with.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

Form = Literal["raw", "spreadsheet"]
FORMS: tuple[Form, ...] = get_args(Form)
BOM = "\ufeff"

# OWASP's list of what begins a formula (CSV Injection). A text that has apostrophes before it gets one more, so that
# taking one away always gives the text back.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MAY_BEGIN_ONE = frozenset("'=+-@\t\r")


def defused(text: str) -> str:
    """Puts an apostrophe before a text that a spreadsheet would take for a formula.

    >>> defused('=1+1'), defused("'=1+1"), defused("'tis the season"), defused('a-b')
    ("'=1+1", "''=1+1", "'tis the season", 'a-b')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """Takes back what `defused` did.

    >>> restored("'=1+1"), restored("'tis the season")
    ('=1+1', "'tis the season")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class CsvText:
    """Gathers rows as CSV, to be taken away in pieces; the spreadsheet's mark comes with the first piece."""

    def __init__(self, form: Form) -> None:
        self._text = io.StringIO(newline="")
        self._for_spreadsheets = form == "spreadsheet"
        self._writer = csv.writer(self._text if self._for_spreadsheets else _LineFeeds(self._text))
        if self._for_spreadsheets:
            self._text.write(BOM)

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        self._writer.writerows(map(self._cells, rows))

    def take(self) -> bytes:
        """Returns what was gathered, and forgets it."""
        piece = self._text.getvalue().encode()
        self._text.seek(0)
        self._text.truncate()
        return piece

    def __len__(self) -> int:
        return self._text.tell()

    def _cells(self, row: Sequence[object]) -> Sequence[object]:
        if bytes in map(type, row):
            # As SQL writes them; Python's own b'...' is nobody else's notation.
            row = [f"X'{cell.hex().upper()}'" if isinstance(cell, bytes) else cell for cell in row]
        if not self._for_spreadsheets:
            return row
        return [defused(cell) if isinstance(cell, str) and cell[:1] in _MAY_BEGIN_ONE else cell for cell in row]


class _LineFeeds:
    """Ends each row with a line feed alone.

    The writer's own setting for that leaves a cell with a lone carriage return without quotes, and a reader takes it
    for the end of a row (Python 3.11).
    """

    def __init__(self, text: io.StringIO) -> None:
        self._text = text

    def write(self, row: str) -> int:
        return self._text.write(row[:-2] + "\n")


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]], form: Form) -> Iterator[bytes]:
    """Writes a table, one piece for the headings and one for each row."""
    text = CsvText(form)
    for row in itertools.chain([columns], rows):
        text.add([row])
        yield text.take()

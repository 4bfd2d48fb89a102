"""CSV in two forms: one equal byte by byte when it is read and written again, one that no spreadsheet reckons with."""

from __future__ import annotations

import csv
import io

import pytest

from aggregator.csv_forms import BOM, CsvText, Form, csv_lines, defused, restored

CELLS = [
    pytest.param("=1+1", "'=1+1", id="a formula"),
    pytest.param('=HYPERLINK("http://evil.example","x")', '\'=HYPERLINK("http://evil.example","x")', id="a link"),
    pytest.param("+1 for the mayor", "'+1 for the mayor", id="plus"),
    pytest.param("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0", id="minus"),
    pytest.param("@SUM(1)", "'@SUM(1)", id="at"),
    pytest.param("\t=1", "'\t=1", id="a tab"),
    pytest.param("\r=1", "'\r=1", id="a carriage return"),
    pytest.param("'=1", "''=1", id="an apostrophe that was there"),
    pytest.param("'tis the season", "'tis the season", id="an apostrophe of its own"),
    pytest.param("Senate: 31-28", "Senate: 31-28", id="a minus within"),
    pytest.param("-2", "'-2", id="a text of digits"),
    pytest.param(-2, -2, id="a number"),
    pytest.param(-2.5, -2.5, id="a fraction"),
    pytest.param(None, None, id="nothing"),
    pytest.param("", "", id="an empty text"),
    pytest.param("صوت", "صوت", id="from right to left"),
]


def written(rows: list[list[object]], form: Form) -> bytes:
    return b"".join(csv_lines(["heading"], rows, form))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("cell", "shown"), CELLS)
def test_a_spreadsheet_takes_no_text_for_a_formula(cell: object, shown: object) -> None:
    as_text = "" if shown is None else str(shown)
    found = read(written([[cell, "x"]], "spreadsheet"))[1][0]
    assert found == as_text
    assert not isinstance(cell, str) or restored(found) == cell


@pytest.mark.parametrize(("cell", "shown"), CELLS)
def test_raw_changes_nothing(cell: object, shown: object) -> None:
    data = written([[cell, "x"]], "raw")
    assert read(data)[1][0] == ("" if cell is None else str(cell))
    text = CsvText("raw")
    text.add(read(data))
    assert text.take() == data


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("two\nlines", id="a line feed"),
        pytest.param("a\rb", id="a lone carriage return"),
        pytest.param("a\r\nb", id="both"),
        pytest.param('she said "no", twice', id="quotes and a comma"),
        pytest.param("a\0b", id="a NUL"),
        pytest.param(" spaces ", id="spaces"),
    ],
)
@pytest.mark.parametrize("form", ["raw", "spreadsheet"])
def test_a_cell_stays_one_cell(cell: str, form: Form) -> None:
    assert read(written([["before", cell, "after"]], form))[1:] == [["before", cell, "after"]]


def test_headings_are_texts_too() -> None:
    assert read(b"".join(csv_lines(["=cmd()"], [], "spreadsheet"))) == [["'=cmd()"]]


def test_a_spreadsheet_is_told_the_encoding_and_a_program_is_not() -> None:
    assert written([["é"]], "spreadsheet") == f"{BOM}heading\r\né\r\n".encode()
    assert written([["é"]], "raw") == "heading\né\n".encode()


def test_bytes_are_written_as_sql_does() -> None:
    assert written([[b"\x00\xff"]], "raw") == b"heading\nX'00FF'\n"


def test_the_rule_can_always_be_taken_back() -> None:
    texts = ["".join(pair) for one in "'=a" for pair in zip(one * 3, "'=+-", strict=False)]
    assert [restored(defused(text)) for text in texts] == texts

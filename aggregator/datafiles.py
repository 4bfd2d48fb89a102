"""Reads a data file of comma-separated values and collects what is wrong with it, every bad row at once."""

from __future__ import annotations

import csv
import io
import math
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process

from aggregator.errors import DataFileError, NotFoundError

# Under this likeness a proposal is more puzzling than none: "foxnews.co" and "foxnews.com" score 95.
NEAREST_SCORE = 70.0


@dataclass(slots=True)
class Problems:
    """The lines `file:line: what is wrong` of one file, in the order in which they were found."""

    path: Path
    lines: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        self.lines.append((line, message))

    def raise_if_any(self) -> None:
        if self.lines:
            ordered = sorted(self.lines, key=lambda problem: problem[0])
            raise DataFileError(self.path, [f"{self.path}:{line}: {message}" for line, message in ordered])


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column name, cells stripped; what a check finds wrong goes to `problems`."""

    line: int
    cells: dict[str, str]
    problems: Problems

    def bad(self, message: str) -> None:
        self.problems.add(self.line, message)

    def text(self, column: str) -> str | None:
        return self.cells.get(column) or None

    def required(self, column: str) -> str:
        value = self.cells.get(column, "")
        if not value:
            self.bad(f"{column} is empty: every row needs one")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """Returns the values of a cell that holds several, separated by semicolons."""
        return tuple(value for part in self.cells.get(column, "").split(";") if (value := part.strip()))

    def number(self, column: str) -> float | None:
        value = self.cells.get(column, "")
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.bad(f'{column} "{value}" is not a number: write 2 or -1.5, or leave it empty')
            return None
        return number

    def day(self, column: str) -> str:
        value = self.required(column)
        if value and not is_day(value):
            self.bad(f'{column} "{value}" is not a day: write it as 2023-11-24')
        return value

    def web_address(self, column: str) -> str | None:
        value = self.cells.get(column, "")
        if value and not is_web_address(value):
            self.bad(f'{column} "{value}" is not a web address: write it with https:// or http://')
        return value or None

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """Returns a cell that must be one of a closed list."""
        value = self.required(column)
        allowed = tuple(allowed)
        if value and value not in allowed:
            self.bad(f'{column} "{value}" is not known: use one of {", ".join(allowed)}')
        return value


def read_rows(path: Path, columns: Iterable[str], required: Iterable[str], problems: Problems) -> Iterator[Row]:
    """Yields the rows of a file whose header is sound; a header that is not ends the reading at once."""
    columns, required = tuple(columns), tuple(required)

    def check(line: int, names: list[str]) -> None:
        _check_header(line, names, columns, required, problems)

    return read_table(path, problems, check)


def read_table(path: Path, problems: Problems, check: Callable[[int, list[str]], None]) -> Iterator[Row]:
    """Yields the rows of a file by whatever columns it has; `check` is given the header and its line first."""
    # Strict: otherwise one forgotten quote swallows the rest of the file into a cell, without a word.
    reader = csv.reader(io.StringIO(_read_text(path), newline=""), strict=True)
    records = _records(reader, problems)
    line, header = next(records, (1, []))
    names = [name.strip() for name in header]
    check(line, names)
    problems.raise_if_any()
    for line, cells in records:
        if len(cells) != len(names):
            problems.add(line, f"{len(cells)} cells, the header has {len(names)}: a comma in a value needs quotes")
            continue
        yield Row(line, dict(zip(names, (cell.strip() for cell in cells), strict=True)), problems)


def appended(path: Path, rows: Sequence[Mapping[str, str]]) -> str:
    """Returns a file's text with more rows at its end, in the order of its columns; what stands there stays.

    Cells of columns that the file does not have are left out.
    """
    text = _read_text(path)
    end = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    columns = [name.strip() for name in next(csv.reader(io.StringIO(text, newline="")), [])]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", extrasaction="ignore", lineterminator=end)
    writer.writerows(rows)
    return text + ("" if not text or text.endswith("\n") else end) + buffer.getvalue()


def replace_files(texts: Mapping[Path, str], check: Callable[[Mapping[Path, Path]], object]) -> None:
    """Puts new texts in the place of files, one after the other, after `check` has read them where they were written.

    A byte-order mark stays, and so do a file's mode and a link to it.
    """
    parts = {path: path.resolve().with_name(f".{path.name}.{os.getpid()}.partial") for path in texts}
    try:
        for path, text in texts.items():
            mark = "utf-8-sig" if path.read_bytes().startswith(b"\xef\xbb\xbf") else "utf-8"
            with parts[path].open("w", encoding=mark, newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(path, parts[path])
        check(parts)
        for path, part in parts.items():
            part.replace(path.resolve())
    except OSError as error:
        raise DataFileError(error.filename or next(iter(texts)), (), f"cannot be written: {error.strerror}") from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Returns the known word that is most like a word, or None where nothing is."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=NEAREST_SCORE)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns ' (did you mean ...?)', or '' where nothing known is near."""
    guess = nearest(word, known)
    return f' (did you mean "{guess}"?)' if guess else ""


def is_day(value: str) -> bool:
    """Tells whether a text is a day of the calendar as 2023-11-24, and nothing else."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_web_address(value: str) -> bool:
    """Tells whether a text is an http or https address with a host."""
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)
    except ValueError:
        return False


def _read_text(path: Path) -> str:
    """Returns a file's text, without the byte-order mark that spreadsheets write."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("no such file", path) from error
    except OSError as error:
        raise DataFileError(path, (), f"cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        message = f"{path}:{line}: byte 0x{byte:02x} is not UTF-8: save the file as UTF-8"
        raise DataFileError(path, [message]) from error


def _records(reader: Iterator[list[str]], problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yields each record with the line on which it begins, empty lines left out."""
    while True:
        line = reader.line_num + 1  # type: ignore[attr-defined]
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(line, f"cannot be read on from here ({error}): look for a lone quote")
            return
        if any(cell.strip() for cell in cells):
            yield line, cells


def _check_header(
    line: int, names: list[str], columns: tuple[str, ...], required: tuple[str, ...], problems: Problems
) -> None:
    for name in dict.fromkeys(names):
        if name not in columns:
            problems.add(line, f'unknown column "{name}"{did_you_mean(name, columns)}: known are {", ".join(columns)}')
        elif names.count(name) > 1:
            problems.add(line, f'column "{name}" stands {names.count(name)} times: keep one')
    for name in required:
        if name not in names:
            problems.add(line, f'missing column "{name}": add it to the header')

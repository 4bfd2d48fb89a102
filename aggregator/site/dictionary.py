"""The data dictionary: every table, view and column of the published file in the words of its own description."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from datasette import NotFound  # type: ignore[import-untyped]
from markupsafe import Markup, escape
from rapidfuzz import process

from aggregator.site import queries, responses
from aggregator.site.links import sql_address
from aggregator.site.queries.schema import ColumnRow, columns_of_tables
from aggregator.site.swap import DATABASE
from aggregator.store.views import KEPT, VIEWS

_LONGEST = 100
_COMMAND = re.compile(r"`([^`]+)`")
_PARAMETER = re.compile(r"(?<!:):([a-z_]+)")
# For how long the rows of a file may be counted, once; Datasette keeps the numbers.
_COUNT_MS = 60_000


@dataclass(frozen=True, slots=True)
class Column:
    """`type` is '' for what a view computes, `references` the table that it points to, `anchor` where it is told."""

    name: str
    type: str
    key: bool
    references: str | None
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A table or view; `sql` is how a view is counted, `rows` is None where that would take too long to count."""

    name: str
    kind: str
    description: str
    columns: Sequence[Column]
    rows: int | None
    sql: str | None

    @property
    def run(self) -> str | None:
        return sql_address(self.sql, {}) if self.sql else None


@dataclass(frozen=True, slots=True)
class Query:
    """A question that stands ready, with the names of its parameters."""

    name: str
    title: str
    description: str
    parameters: Sequence[str]


KINDS = {
    "table": "Tables",
    "kept view": "Views that are kept as tables",
    "view": "Views",
}


async def dictionary(request: Any, datasette: Any) -> Any:
    """Answers `/dictionary`, `/dictionary/NAME` and both with `.json`; `q` searches names and descriptions."""
    db = datasette.get_database(DATABASE)
    metadata = datasette.metadata()["databases"][DATABASE]
    entries = entries_of(metadata["tables"], await columns_of_tables(db), await db.table_counts(limit=_COUNT_MS))
    ready = queries_of(metadata["queries"])
    context = {"edition": await queries.edition(db), "now": datasette.reading_room.clock(),
               "linked": _linking([entry.name for entry in entries])}  # fmt: skip
    if name := request.url_vars["name"]:
        return await _one(request, datasette, context, _named(name, entries))
    asked = " ".join((request.args.get("q") or "").split())[:_LONGEST]
    found, answers = search(asked, entries), [one for one in ready if _fits(asked, _said(one))]
    if request.url_vars["format"]:
        told = {"q": asked, "tables": [_told(entry) for entry in found], "queries": [asdict(one) for one in answers]}
        return responses.as_json(request, told)
    context |= {
        "q": asked,
        "groups": [(words, [entry for entry in found if entry.kind == kind]) for kind, words in KINDS.items()],
        "found": len(found),
        "ready": answers,
    }
    return await responses.html(datasette, request, "dictionary.html", context)


async def _one(request: Any, datasette: Any, context: dict[str, Any], entry: Entry) -> Any:
    if request.url_vars["format"]:
        return responses.as_json(request, _told(entry))
    return await responses.html(datasette, request, "dictionary_entry.html", context | {"entry": entry})


def _linking(names: Sequence[str]) -> Callable[[str], Markup]:
    """Returns what writes a description as HTML: commands as code, names of tables that are no plain words as links."""
    known = re.compile(rf"\b({'|'.join(name for name in names if '_' in name)})\b")

    def linked(text: str) -> Markup:
        code = _COMMAND.sub(r"<code>\1</code>", str(escape(text)))
        return Markup(known.sub(r'<a href="/dictionary#\1">\1</a>', code))  # both are the project's own, and escaped

    return linked


def _named(name: str, entries: Sequence[Entry]) -> Entry:
    for entry in entries:
        if entry.name == name:
            return entry
    near = [found for found, *_ in process.extract(name[:_LONGEST], [entry.name for entry in entries], limit=3)]
    raise NotFound(f"There is no table or view called {name[:60]!r}. The nearest: {', '.join(near)}.")


def entries_of(
    told: Mapping[str, Mapping[str, Any]], columns: Mapping[str, Sequence[ColumnRow]], rows: Mapping[str, int | None]
) -> list[Entry]:
    """Joins the descriptions with what the file has; what is not described is no business of readers."""
    return [
        Entry(name, _kind(name), one["description"], _columns(name, one["columns"], columns[name]), rows.get(name),
              VIEWS[name].strip() if name in VIEWS else None)
        for name, one in told.items() if "columns" in one and name in columns
    ]  # fmt: skip


def _kind(name: str) -> str:
    return "kept view" if name in KEPT else "view" if name in VIEWS else "table"


def _columns(table: str, meanings: Mapping[str, str], found: Sequence[ColumnRow]) -> list[Column]:
    return [Column(**asdict(row), meaning=meanings.get(row.name, ""), anchor=f"{table}.{row.name}") for row in found]


def queries_of(told: Mapping[str, Mapping[str, str]]) -> list[Query]:
    return [Query(name, one["title"], one["description"], list(dict.fromkeys(_PARAMETER.findall(one["sql"]))))
            for name, one in told.items()]  # fmt: skip


def search(asked: str, entries: Sequence[Entry]) -> list[Entry]:
    """Finds the tables whose name or description holds every word, whole, and of others the columns that do."""
    found = []
    for entry in entries:
        if _fits(asked, f"{entry.name} {entry.description}"):
            found.append(entry)
            continue
        columns = [one for one in entry.columns if _fits(asked, f"{entry.name} {one.name} {one.meaning}")]
        if columns:
            found.append(replace(entry, columns=columns))
    return found


def _fits(asked: str, text: str) -> bool:
    return all(word in text.casefold() for word in asked.casefold().split())


def _said(one: Query) -> str:
    return f"{one.name} {one.title} {one.description}"


def _told(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"address": f"/dictionary#{entry.name}", "rows_address": f"/news/{entry.name}"}

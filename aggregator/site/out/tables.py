"""The question that a page of Datasette asks, without the limits of a page: a table's, a query's, or a reader's SQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from datasette import NotFound  # type: ignore[import-untyped]
from datasette.filters import Filters  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]
from datasette.utils import (  # type: ignore[import-untyped]
    InvalidSql,
    await_me_maybe,
    derive_named_parameters,
    escape_sqlite,
    filters_should_redirect,
    path_with_added_args,
    tilde_decode,
    validate_sql_select,
    value_as_boolean,
)
from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]
from datasette.views.table import TableView  # type: ignore[import-untyped]

from aggregator.site.out.reading import Question
from aggregator.site.swap import DATABASE

# What is ours in an address; no table has a column of this name (a test looks).
OWN_ARGUMENT = "form"


async def question_of(datasette: Any, request: Any) -> tuple[str, Question]:
    """Returns the name and the question of `/news/NAME.csv?...` or `/news.csv?sql=...`."""
    name = request.url_vars["table"]
    if name is None:
        return "query", await _of_sql(datasette, request)
    table = tilde_decode(name)
    canned = await datasette.get_canned_query(DATABASE, table, request.actor)
    if canned:
        return table, await _with_parameters(datasette, request, canned["sql"])
    return table, await _of_table(datasette, request, table)


def redirect_of(request: Any) -> str | None:
    """Returns where a form of Datasette's table pages leads: its filters stand in three fields each."""
    parameters = filters_should_redirect(request.args)
    return str(path_with_added_args(request, parameters)) if parameters else None


async def _of_sql(datasette: Any, request: Any) -> Question:
    sql = request.args.get("sql")
    if not sql:
        raise BadRequest("Name a table, as in /news/articles.csv, or ask in SQL: /news.csv?sql=select+...")
    await datasette.ensure_permissions(request.actor, [("execute-sql", DATABASE)])
    try:
        validate_sql_select(sql)
    except InvalidSql as error:
        raise BadRequest(str(error)) from error
    return await _with_parameters(datasette, request, sql)


async def _with_parameters(datasette: Any, request: Any, sql: str) -> Question:
    """Fills the parameters that the SQL names; one that the address does not have is empty, as on Datasette's page."""
    names = await derive_named_parameters(datasette.get_database(DATABASE), sql)
    return Question(sql, {name: request.args.get(name) or "" for name in names}, free=True)


async def _of_table(datasette: Any, request: Any, table: str) -> Question:
    db, view = datasette.get_database(DATABASE), TableView(datasette)
    if not (await db.table_exists(table) or await db.get_view_definition(table)):
        raise NotFound(f"There is no table, view or query {table[:60]!r}.")
    await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, table)), ("view-database", DATABASE)])
    keys = await db.primary_keys(table)
    # Of a table without a key Datasette shows the row's number; a view has none.
    numbered = not keys and not await db.get_view_definition(table)
    columns = await view.columns_to_select(await db.table_columns(table), keys, request)
    selected = [*(["rowid"] if numbered else []), *map(escape_sqlite, columns)]
    selected += await _labels(view, db, request, table, columns)
    where, parameters = await _where(datasette, request, table)
    sortable = await view.sortable_columns_for_table(DATABASE, table, numbered)
    order = _order(request, datasette.table_metadata(DATABASE, table), sortable)
    sql = f"select {', '.join(selected)} from {escape_sqlite(table)}"
    sql += f" where {' and '.join(where)}" if where else ""
    ordered = [*order, *(["rowid"] if numbered else map(escape_sqlite, keys))]
    sql += f" order by {', '.join(ordered)}" if ordered else ""
    return Question(sql + _limit(request), parameters, free="_where" in request.args)


async def _where(datasette: Any, request: Any, table: str) -> tuple[list[str], dict[str, object]]:
    """Builds the conditions by Datasette's own means: its filters, and all plugins that add to them."""
    pairs = [
        (key, value)
        for key in request.args
        if not (key.startswith("_") and "__" not in key) and key != OWN_ARGUMENT
        for value in request.args.getlist(key)
    ]
    hooks = pm.hook.filters_from_request(request=request, table=table, database=DATABASE, datasette=datasette)
    try:
        where, told = Filters(sorted(pairs)).build_where_clauses(table)
        for hook in hooks:
            if added := await await_me_maybe(hook):
                where += added.where_clauses
                told |= added.params
    except (ValueError, KeyError) as error:
        raise BadRequest("A filter that should be JSON is none.") from error
    return where, told


def _order(request: Any, metadata: Mapping[str, Any], sortable: set[str]) -> list[str]:
    up, down = request.args.get("_sort"), request.args.get("_sort_desc")
    if up and down:
        raise BadRequest("_sort and _sort_desc can't be had at the same time.")
    if not up and not down:
        up, down = metadata.get("sort"), metadata.get("sort_desc")
    for column in filter(None, (up, down)):
        if column not in sortable:
            raise BadRequest(f"The table can't be sorted by {column[:60]!r}.")
    return [escape_sqlite(up)] if up else [f"{escape_sqlite(down)} desc"] if down else []


async def _labels(view: Any, db: Any, request: Any, table: str, columns: list[str]) -> list[str]:
    """Adds what a reference means as a column of its own, where `_labels` or `_label` ask for it."""
    asked = set(request.args.getlist("_label")) if "_label" in request.args else None
    try:
        everything = value_as_boolean(request.args.get("_labels") or "off")
    except ValueError:
        everything = False
    if asked is None and not everything:
        return []
    return [
        f"(select {escape_sqlite(label)} from {escape_sqlite(key['other_table'])} other"
        f" where other.{escape_sqlite(key['other_column'])} = {escape_sqlite(table)}.{escape_sqlite(key['column'])})"
        f" as {escape_sqlite(key['column'] + '_label')}"
        for key, label in await view.expandable_columns(DATABASE, table)
        if label and key["column"] in columns and (asked is None or key["column"] in asked)
    ]


def _limit(request: Any) -> str:
    """Reads `_size`: all rows unless so many are asked for; Datasette's `max` would be a page's."""
    asked = request.args.get("_size") or "max"
    if asked == "max":
        return ""
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 15):
        raise BadRequest("_size must be a whole number of rows, or be left out for all of them.")
    return f" limit {int(asked)}"

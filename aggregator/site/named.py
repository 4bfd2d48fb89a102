"""Datasette's own markup with what a screen reader needs: its fields named, its headings one level below the first."""

from __future__ import annotations

from markupsafe import Markup

# Text of a cell is escaped, so that none of these stands in it.
_MENDED = {
    # A ready question is no custom one.
    "<h3>Custom SQL query returning": "<h3>The question in SQL, answered with",
    "<h3>Custom SQL query": "<h3>The question in SQL",
    "<h3": "<h2",
    "</h3>": "</h2>",
    **{
        f"{field}": f'{field.partition(" ")[0]} aria-label="{name}" {field.partition(" ")[2]}'
        for field, name in (
            ('<select name="_filter_column', "Column of the filter"),
            ('<select name="_filter_op', "How the filter compares"),
            ('<input type="text" name="_filter_value', "Value of the filter"),
            ('<select name="_sort"', "Sort by"),
            ('<textarea id="sql-editor"', "SQL"),
        )
    },
}


def named(markup: Markup) -> Markup:
    """Returns a page of Datasette's with names and levels.

    >>> named(Markup('<h3>3 rows</h3> <select name="_sort" id="sort_by">'))
    Markup('<h2>3 rows</h2> <select aria-label="Sort by" name="_sort" id="sort_by">')
    """
    told = str(markup)
    for theirs, ours in _MENDED.items():
        told = told.replace(theirs, ours)
    return Markup(told)

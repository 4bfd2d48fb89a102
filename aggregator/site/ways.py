"""What an error page says in plainer words than Datasette's, and where a reader can go from there."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlencode

# What Datasette says, in the words of somebody who only followed a link.
_PLAINER = (
    (r"(Database|Invalid database).*", "There is no page at this address."),
    (r"Table not found.*", "There is no table and no ready question of this name."),
    (r"Record not found.*", "There is no row of this number."),
    (r"Statement must be a SELECT", "Only questions are answered here: SQL that begins with select, with or explain."),
    (r"Cannot sort table by (.*)", r"There is no column \1 to sort by."),
    (r"Cannot use _sort and _sort_desc.*", "Rows can be sorted up or down, not both."),
    (r"Permission denied", "This page is for the people who run the site."),
)
_TITLES = {"Invalid SQL": "That can't be answered", "SQL Interrupted": "That took too long", "Forbidden": "Not open"}
# Where an address began, the pages that are nearest to what was looked for.
_NEAREST = (
    (
        "/news",
        (("/news#queries", "ready questions"), ("/news#tables", "all tables"), ("/dictionary", "the dictionary")),
    ),
    ("/storyline", (("/storylines", "all storylines"),)),
    ("/outlet", (("/outlets", "all outlets"),)),
    ("/research", (("/research", "all questions of the research"),)),
    ("/methodology", (("/methodology", "how things are counted"),)),
    ("/blindspots", (("/blindspots", "the latest blindspots"),)),
    ("/revisions", (("/revisions", "the latest changes"),)),
    ("/-/", (("/news", "the data"),)),
)
_LATEST = (("/", "the latest stories"),)
_DATA = (("/news", "the data"),)


def plainer(title: str, message: str) -> tuple[str, str]:
    """Says what Datasette says so that somebody who only followed a link understands it.

    >>> plainer("Invalid SQL", "Statement must be a SELECT")[0], plainer("Not here", "Table not found: nix")[1]
    ("That can't be answered", 'There is no table and no ready question of this name.')
    """
    for pattern, words in _PLAINER:
        if re.fullmatch(pattern, message, re.DOTALL):
            message = re.sub(pattern, words, message, flags=re.DOTALL)
            break
    return _TITLES.get(title, title), message


def ways(path: str, searched: str = "") -> tuple[tuple[str, str], ...]:
    """Lists where to go on from an address that has no page: what is nearest to it first.

    Words that a table was searched for lead to the search, which keeps itself to the days that it has time for.

    >>> [words for _, words in ways("/outlet/nobody.example")]
    ['all outlets', 'the latest stories']
    >>> ways("/news/articles", "port bill")[0]
    ('/search?q=port+bill', 'the search for these words')
    """
    if searched:
        return ((f"/search?{urlencode({'q': searched})}", "the search for these words"), *ways(path))
    near = next((found for start, found in _NEAREST if unquote(path).startswith(start)), None)
    return (*near, *_LATEST) if near else (*_LATEST, *_DATA)

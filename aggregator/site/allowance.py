"""How much of the machine one request may use: time in the database, a wait for a place, cells and bytes of an answer.

Datasette limits each query of a page by itself: a table with twenty facets asks twenty times, and an answer of
2,000 rows with a megabyte in each took 870 MB. What is asked for is known by the address alone.
"""

from __future__ import annotations

import math
from contextvars import ContextVar
from dataclasses import dataclass

DATA = "/news"
# A question that needs longer is ended; with the wait for a place it is answered within two seconds.
SECONDS = 1.0
WAIT_SECONDS = 0.8
# Of a processor, for the twenty or so questions of one page of ours: a busy machine or a cold disk makes it slow, and
# must not make it an error. A stranger can widen what it asks, not write it.
PAGE_SECONDS = 2.0
# Datasette writes some 25,000 cells of HTML a second, and nobody else is answered while it does; of JSON a million.
MOST_CELLS = 5_000
MOST_BYTES = 8_000_000


@dataclass(slots=True)
class Allowance:
    """What is left to a request; `seconds` is used up by its questions, `wait` by standing in line before them."""

    seconds: float
    wait: float = WAIT_SECONDS
    in_line: bool = True
    most_cells: float = math.inf
    most_bytes: float = MOST_BYTES


ALLOWED: ContextVar[Allowance | None] = ContextVar("allowed", default=None)


def allowance_of(path: str) -> Allowance:
    """Returns what a request may use, by its address.

    >>> allowance_of('/news/articles').most_cells, allowance_of('/news/articles.json').most_cells
    (5000, inf)
    >>> allowance_of('/story/1').in_line, allowance_of('/newsroom').in_line, allowance_of('/news.json').in_line
    (False, False, True)
    """
    if not is_data(path):
        return Allowance(PAGE_SECONDS, in_line=False)
    return Allowance(SECONDS, most_cells=math.inf if path.endswith(".json") else MOST_CELLS)


def is_data(path: str) -> bool:
    """Says whether an address is of Datasette's own pages: the tables, and anyone's SQL.

    >>> is_data('/news'), is_data('/news.json'), is_data('/news/articles'), is_data('/newsletter'), is_data('/')
    (True, True, True, False, False)
    """
    return path.startswith(DATA) and path[len(DATA) : len(DATA) + 1] in ("", "/", ".")

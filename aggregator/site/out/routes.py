"""The addresses of what leaves, which are looked at before the pages' own."""

from __future__ import annotations

from aggregator.site.digest.page import digest_out
from aggregator.site.out import lists, pages, storylines
from aggregator.site.out.tables_csv import table_csv

_SUFFIX = r"(?P<suffix>\.atom|\.feed\.json|\.csv)$"

ROUTES = [
    (r"^/news(?:/(?P<table>[^/]+?))?\.csv$", table_csv),
    *(
        (page + _SUFFIX, view)
        for page, view in {**lists.EVERY, **pages.EVERY, **storylines.EVERY, "^/digest": digest_out}.items()
    ),
]

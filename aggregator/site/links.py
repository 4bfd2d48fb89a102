"""Addresses of our own pages."""

from __future__ import annotations

from urllib.parse import quote


def outlet_path(domain: str | None, outlet_id: int | None = None) -> str | None:
    """Returns where an outlet's profile stands: by its domain, else by its number; None where neither is known.

    >>> outlet_path('abc.com/news'), outlet_path(None, 12), outlet_path(None)
    ('/outlet/abc.com/news', '/outlet/12', None)
    >>> outlet_path('odd?name#.example')
    '/outlet/odd~3Fname~23.example'
    """
    if domain:
        # Datasette leads addresses with % on to its own way of writing them, which has ~ instead.
        return "/outlet/" + quote(domain, safe="/@:").replace("~", "%7E").replace("%", "~")
    return f"/outlet/{outlet_id}" if outlet_id is not None else None

"""The days that a reader may ask for."""

from __future__ import annotations

from datetime import date
from typing import Any

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

FIRST_DAY, LAST_DAY = "0001-01-01", "9998-12-31"
"""Of the calendar's last day the next one could not be told."""


def asked_day(text: str | None) -> str | None:
    """Reads a day of an address; None for what is none.

    >>> asked_day("2026-11-22"), asked_day("9999-12-31"), asked_day("yesterday"), asked_day(None)
    ('2026-11-22', None, None, None)
    """
    try:
        day = date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None
    return day if day <= LAST_DAY else None


def day_of(args: Any, name: str) -> str | None:
    """Reads a field that takes a day, None where it is empty; raises BadRequest for what is none.

    Passed over, it would show other days than the address names.
    """
    text = (args.get(name) or "").strip()
    day = asked_day(text)
    if text and day is None:
        raise BadRequest(f"'{name}' takes a day such as 2026-11-22, and {text[:40]!r} is none.")
    return day

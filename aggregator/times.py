"""Moments as they are stored: UTC, ISO 8601 with Z, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(moment: datetime) -> str:
    """Writes an aware moment as it is stored.

    >>> iso(datetime(2026, 11, 3, 22, 41, 7, 5, tzinfo=UTC))
    '2026-11-03T22:41:07Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_iso(text: str) -> datetime:
    """Reads a moment as it is stored.

    >>> from_iso('2026-11-03T22:41:07Z').timestamp()
    1793745667.0
    """
    return datetime.fromisoformat(text).astimezone(UTC)


def utc_now() -> datetime:
    """Returns the present moment; only the edge of the program calls it."""
    return datetime.now(UTC)

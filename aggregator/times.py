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


def minute_words(text: str) -> str:
    """Writes a stored moment for who runs the program: to the minute, in UTC.

    >>> minute_words('2026-11-03T22:41:07Z')
    '2026-11-03 22:41'
    """
    return text[:16].replace("T", " ")


def duration_words(seconds: int) -> str:
    """Writes a duration with one unit.

    >>> duration_words(20), duration_words(300), duration_words(5400), duration_words(400000)
    ('1 min', '5 min', '2 h', '5 days')
    """
    if seconds < 3600:
        return f"{max(1, round(seconds / 60))} min"
    return f"{round(seconds / 3600)} h" if seconds < 2 * 86400 else f"{round(seconds / 86400)} days"


def utc_now() -> datetime:
    """Returns the present moment; only the edge of the program calls it."""
    return datetime.now(UTC)

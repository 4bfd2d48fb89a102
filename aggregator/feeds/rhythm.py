"""How often a feed says that it changes."""

from __future__ import annotations

_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 7 * 86400, "monthly": 30 * 86400, "yearly": 365 * 86400}
_DIGITS = 6  # minutes of two years


def update_seconds(ttl: str, period: str, frequency: str) -> int | None:
    """Returns the longer of RSS's ttl (minutes) and sy:updatePeriod over sy:updateFrequency; None where neither tells.

    >>> update_seconds("60", "", ""), update_seconds("", "hourly", "2"), update_seconds("soon", "now and then", "-1")
    (3600, 1800, None)
    """
    said = (_number(ttl) * 60, _PERIODS.get(period.strip().lower(), 0) // max(1, _number(frequency)))
    return max(said) or None


def _number(text: str) -> int:
    digits = text.strip()
    return int(digits[:_DIGITS]) if digits.isascii() and digits.isdigit() else 0

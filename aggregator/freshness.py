"""For how long an answer's headers ask to be left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

Header = Callable[[str], str]  # gives the value of a header by its name, '' where it is not there

_DIGITS = 10  # seconds of 300 years: what is longer is cut, and still a very long time
_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d+)\"?\s*(?:,|$)", re.IGNORECASE)
_NEVER_FRESH = re.compile(r"(?:^|,)\s*no-(?:cache|store)\s*(?:,|$)", re.IGNORECASE)


def retry_after(header: Header, now: datetime) -> int | None:
    """Returns the seconds that Retry-After names, as a number or a date; None for garbage and for a time in the past.

    A date is counted from the server's own clock where it tells that: ours may be wrong, or was set back.
    """
    value = header("Retry-After").strip()
    if (seconds := _seconds(value)) is not None:
        return seconds
    moment = _date(value)
    if moment is None:
        return None
    ahead = (moment - (_date(header("Date")) or now)).total_seconds()
    return round(ahead) if ahead > 0 else None


def fresh_for(header: Header, now: datetime) -> int | None:
    """Returns the seconds for which Cache-Control or Expires calls an answer fresh; None where neither does.

    The rules are those of RFC 9111, 4.2, for a private cache: s-maxage is not ours, Age has passed already, and
    max-age overrules Expires.
    """
    control = header("Cache-Control")
    if _NEVER_FRESH.search(control):
        return None
    if max_age := _MAX_AGE.search(control):
        seconds = int(max_age[1][:_DIGITS]) - (_seconds(header("Age").strip()) or 0)
        return seconds if seconds > 0 else None
    expires = _date(header("Expires"))
    if expires is None:
        return None
    ahead = (expires - (_date(header("Date")) or now)).total_seconds()
    return round(ahead) if ahead > 0 else None


def _seconds(value: str) -> int | None:
    return int(value[:_DIGITS]) if value.isascii() and value.isdigit() else None


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value[:64])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

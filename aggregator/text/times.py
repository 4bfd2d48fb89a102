"""Times as feeds and pages write them: read strictly, never repaired."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

MAX_RAW = 64  # characters; no date is longer, and date parsers are slow on prose (3.5 s for 10 kB)
EARLIEST_YEAR = 1990  # no outlet had a web page before; older dates are a broken clock or a default
FUTURE = timedelta(hours=24)  # a scheduled article, or a zone read wrongly, is less than a day ahead

_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d+)?)?)?\s*"
    r"(Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T|-]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?(?: Uhr)?")
# English, then German, French, Spanish, Italian, Portuguese and Dutch where they begin otherwise.
_MONTH_NAMES = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "mrz", "maa"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "giu", "juin"),
    ("jul", "lug", "juil"),
    ("aug", "ago", "aoû"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic", "déc"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_NAMED = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,?\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[ -](?:de )?(?P<month>[^\W\d_]{3,10})\.?|"
    r"(?P<month2>[^\W\d_]{3,10})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?),?[ -](?:de )?(?P<year>\d{4})"
    r"(?:(?:,? | at |, at | - )(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?)?"
    r"\s*(?P<zone>[a-z]{1,5}|(?:utc|gmt)?[+-]\d{1,2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"\[[A-Za-z_]+/[A-Za-z_/]+\]$")  # java.time writes ...+02:00[Europe/Berlin]
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
# Hours ahead of UTC. Names that mean several zones (IST, and CST outside America) follow RFC 2822 or are left out.
_ZONES = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0.0),
    **{"EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0},
    **{"ET": -5.0, "BST": 1.0, "WEST": 1.0, "CET": 1.0, "MEZ": 1.0, "CEST": 2.0, "MESZ": 2.0, "EET": 2.0, "EEST": 3.0},
    **{"SAST": 2.0, "MSK": 3.0, "WIB": 7.0, "HKT": 8.0, "SGT": 8.0, "KST": 9.0, "JST": 9.0, "AEST": 10.0, "AEDT": 11.0},
}
_ZONE_AT_END = re.compile(r"\s\(?([A-Z]{2,4})\)?$")


def parse_time(raw: str | None) -> datetime | None:
    """The moment that a date of a feed or page names, aware and in UTC; None when it names none.

    Reads ISO 8601 and its relatives, RFC 2822, seconds or milliseconds since 1970, `5 May 2025 14:30 CET`, `May 5,
    2025 2:30 pm`, `5.5.2025, 14:30`. A time without a zone is taken as UTC, a date without a time as midnight. Forms
    such as 04/05/2025, which two countries read as two days, are not read.

    >>> parse_time("Mon, 05 May 2025 14:30:00 EST").isoformat()
    '2025-05-05T19:30:00+00:00'
    >>> parse_time("2025-05-05T14:30:00.123+0200").isoformat(), parse_time("2025-13-05")
    ('2025-05-05T12:30:00+00:00', None)
    """
    text = _ZONE_NAME.sub("", " ".join((raw or "").split()))
    if not text or len(text) > MAX_RAW:
        return None
    try:
        return _epoch(text) or _numeric(text) or _named(text) or _rfc2822(text)
    except (ValueError, OverflowError, OSError):  # month 13, hour 25, year 0: no later reader may repair it
        return None


def plausible(published: datetime, now: datetime | None) -> bool:
    """Whether a time can be an article's: not before 1990, not more than a day after `now` (None: no such bound)."""
    return published.year >= EARLIEST_YEAR and (now is None or published <= now + FUTURE)


def _epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds >= 1e11 else seconds, UTC)


def _numeric(text: str) -> datetime | None:
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        *numbers, zone = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year, *clock = match.groups()
        numbers, zone = [year, month, day, *clock], None
    else:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    return _utc(datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC), zone)


def _rfc2822(text: str) -> datetime | None:
    if not any(char.isalpha() for char in text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    zone = _ZONE_AT_END.search(text)
    return _utc(moment.replace(tzinfo=UTC), zone[1] if zone else None)


def _named(text: str) -> datetime | None:
    match = _NAMED.fullmatch(text)
    if not match:
        return None
    name = (match["month"] or match["month2"]).lower()
    month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3], 0)
    hour = int(match["hour"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    day, minute, second = (int(part or 0) for part in (match["day"] or match["day2"], match["minute"], match["second"]))
    return _utc(datetime(int(match["year"]), month, day, hour, minute, second, tzinfo=UTC), match["zone"])


def _utc(moment: datetime, zone: str | None) -> datetime | None:
    """The moment as it is in UTC, when it was written in `zone`; None for a zone that nobody knows."""
    if not zone:
        return moment
    if match := _OFFSET.fullmatch(zone):
        sign, hours, minutes = match.groups()
        ahead = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    elif zone.upper() in _ZONES:
        ahead = timedelta(hours=_ZONES[zone.upper()])
    else:
        return None
    return moment.replace(tzinfo=timezone(ahead)).astimezone(UTC)

"""What a storyline's page says of a link between two stories: how long after, and by what they were linked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aggregator.site.words import plural, tells_time
from aggregator.times import from_iso

_HOUR, _DAY = 3600, 86400
_MOST_HOURS = 36
# Up to where a unit is told; the next one would be told as "1 week" or "2 months" of what is nearly one more or less.
_MOST_DAYS, _MOST_WEEKS, _MOST_MONTHS = 13, 8, 23
_MONTH_DAYS, _YEAR_DAYS = 30.44, 365.25


def gap_words(before: str, after: str) -> str:
    """Writes how long after one moment another came, as a person says it.

    >>> gap_words('2026-11-20T08:00:00Z', '2026-11-20T08:20:00Z')
    'within the hour'
    >>> gap_words('2026-10-02T08:00:00Z', '2026-11-06T10:00:00Z')
    '5 weeks later'
    >>> gap_words('2026-11-20T00:00:00Z', '2026-11-21T09:00:00Z')
    'the next day'
    """
    apart = (from_iso(after) - from_iso(before)).total_seconds()
    days = round(apart / _DAY)
    if apart < _MOST_HOURS * _HOUR or days < 2:
        return _soon(before, after, apart)
    if days <= _MOST_DAYS:
        return f"{plural(days, 'day')} later"
    if round(days / 7) <= _MOST_WEEKS:
        return f"{plural(round(days / 7), 'week')} later"
    if round(days / _MONTH_DAYS) <= _MOST_MONTHS:
        return f"{plural(round(days / _MONTH_DAYS), 'month')} later"
    return f"{plural(round(days / _YEAR_DAYS), 'year')} later"


def _soon(before: str, after: str, apart: float) -> str:
    if apart >= _DAY or not (tells_time(before) and tells_time(after)):
        days = (from_iso(after).date() - from_iso(before).date()).days
        return ("the same day", "the next day", "2 days later")[days]
    if apart < _HOUR:
        return "within the hour"
    return f"{plural(round(apart / _HOUR), 'hour')} later"


def span_words(first: str, last: str) -> str:
    """Writes how long a storyline has run.

    >>> span_words('2026-10-02T08:00:00Z', '2026-11-06T10:00:00Z')
    '5 weeks'
    """
    told = gap_words(first, last)
    return {"within the hour": "an hour", "the same day": "a day", "the next day": "2 days"}.get(
        told, told.removesuffix(" later")
    )


def link_words(reasons: str) -> str:
    """Says in words by what a story was linked with another; '' where nothing is told of it.

    >>> link_words('[{"name": "names", "value": 1.2, "weight": 2.4, "words": ["Highmoor", "Merrick"]}]')
    'both name Highmoor and Merrick'
    """
    try:
        return "; ".join(part for part in map(_phrase, json.loads(reasons)) if part)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ""


def _phrase(reason: Mapping[str, Any]) -> str:
    name, words = reason["name"], [str(word) for word in reason.get("words", ())]
    named = " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
    match name:
        case "person":
            return f"put here by a person: {named}" if named else "put here by a person"
        case "names" | "people" | "places" | "organisations" if named:
            return f"both name {named}"
        case "words" if named:
            return f"both write {named}"
        case "meaning" | "dense":
            return "headlines alike in meaning"
        case _:
            return ""

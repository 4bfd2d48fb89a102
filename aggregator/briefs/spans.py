"""Years and months that a sentence tells by when it was written: "last year", "im kommenden Monat"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

# How a language says the year and the month before, of, and after the writing. "The last year" is the twelve months.
_YEARS: Mapping[str, tuple[str, str, str]] = {
    "en": (r"(?<!the )(?<!past )last year", "this year", r"(?<!the )next year"),
    "de": (
        "(?:vergangene[ns]|letzte[ns]|vorige[ns]) Jahr",
        "(?:in )?diese[ms] Jahr",
        "(?:kommende[ns]|nächste[ns]) Jahr",
    ),
    "fr": ("l['’](?:an dernier|année dernière)", "cette année", "l['’](?:an prochain|année prochaine)"),
    "es": ("el (?:año pasado|pasado año)", "este año", "el (?:próximo año|año próximo|año que viene)"),
    "it": ("l['’]anno scorso", "quest['’]anno", "l['’]anno prossimo"),
    "pt": ("[no] ano passado", "este ano", "[no] próximo ano"),
}
_MONTHS: Mapping[str, tuple[str, str, str]] = {
    "en": (r"(?<!the )(?<!past )last month", "this month", r"(?<!the )next month"),
    "de": ("(?:vergangene[ns]|letzte[ns]|vorige[ns]) Monat", "diesen Monat", "(?:kommende[ns]|nächste[ns]) Monat"),
    "fr": ("le mois dernier", "ce mois-ci", "le mois prochain"),
    "es": ("el mes pasado", "este mes", "el (?:próximo mes|mes que viene)"),
    "it": ("il mese scorso", "questo mese", "il mese prossimo"),
    "pt": ("[no] mês passado", "este mês", "[no] próximo mês"),
}


def _pattern(code: str) -> re.Pattern[str]:
    years, months = (
        "|".join(f"(?P<{unit}{at}>{words})" for at, words in enumerate(table[code]))
        for unit, table in (("year", _YEARS), ("month", _MONTHS))
    )
    return re.compile(rf"(?<!\w)(?:{years}|{months})(?:['’]s)?(?!\w)(?!\s*[\[(]?\d)", re.IGNORECASE)


PATTERNS: Mapping[str, re.Pattern[str]] = {code: _pattern(code) for code in _YEARS}


def first_day(found: re.Match[str], written: date) -> tuple[date, bool]:
    """Gives the first day of the span that a pattern found, and whether it is a year; a month otherwise.

    >>> first_day(PATTERNS["en"].search("It fell last month."), date(2026, 1, 9))
    (datetime.date(2025, 12, 1), False)
    """
    unit, away = (found.lastgroup or "")[:-1], int((found.lastgroup or "1")[-1]) - 1
    if unit == "year":
        return date(written.year + away, 1, 1), True
    months = written.year * 12 + written.month - 1 + away
    return date(months // 12, months % 12 + 1, 1), False

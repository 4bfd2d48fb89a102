"""Days that a sentence tells by the day it was written: "on Tuesday", "yesterday" get their date in square brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from aggregator.briefs.spans import PATTERNS, first_day
from aggregator.briefs.speech import QUOTED
from aggregator.briefs.tenses import AHEAD, BEFORE, tense_at

# CLDR has these words too, but Babel does not give them out.
_RELATIVE: Mapping[str, Mapping[str, int]] = {
    "en": {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    "de": {"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
    "fr": {"avant-hier": -2, "hier": -1, "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1},
    "es": {"anteayer": -2, "ayer": -1, "hoy": 0},
    "it": {"ieri": -1, "oggi": 0, "domani": 1},
    "pt": {"anteontem": -2, "ontem": -1, "hoje": 0, "amanhã": 1},
}
# Weekdays as they are cut: Portuguese writes segunda for segunda-feira.
_SHORT: Mapping[str, Mapping[str, int]] = {
    "pt": {"segunda": 0, "terça": 1, "quarta": 2, "quinta": 3, "sexta": 4},
    "de": {"sonnabend": 5},
}
_LOCALES: Mapping[str, str] = {"en": "en_GB"}
_ANY = re.compile(
    r"\b(?:an?|any|every|each|most|one|jeden|jede[mr]?|eine[mnrs]?|ein|chaque|un|cada|todos los|ogni|um|toda?|or|oder"
    r"|ou|[oe])\s+$",
    re.IGNORECASE,
)
_DATED = re.compile(r"[\s,]*(?:the\s+|den\s+|dem\s+|le\s+|dia\s+)?[(\[]?\d")


@lru_cache(maxsize=32)
def _words(code: str) -> tuple[re.Pattern[str], Mapping[str, int], re.Pattern[str]] | None:
    """Gives the pattern of a language's days, the weekdays' numbers (Monday is 0), and the pattern of its months."""
    if code not in _RELATIVE:
        return None
    locale = Locale.parse(code)
    weekdays = {str(name): number for number, name in locale.days["format"]["wide"].items()}
    weekdays.update(_SHORT.get(code, {}))
    common = next(iter(weekdays))[0].islower()
    # Where weekdays are common nouns they stand in small letters; no other word is written so.
    words = {*weekdays, *_RELATIVE[code]} | {word.capitalize() for word in (*weekdays, *_RELATIVE[code])}
    if not common:
        words -= set(_SHORT.get(code, {}))
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    months = "|".join(re.escape(str(name)) for name in locale.months["format"]["wide"].values())
    return (
        re.compile(rf"(?<![\w-])(?:{either})(?:['’]s(?!\w))?(?![\w-])"),
        {name.casefold(): number for name, number in weekdays.items()},
        re.compile(rf"[\s,]*(?:den\s+)?(?:{months})\b", re.IGNORECASE),
    )


def tells_a_day(text: str, language: str | None) -> bool:
    """Says whether a sentence has a day that only its own day of writing explains, and no date for it yet.

    >>> tells_a_day('The Senate voted on Tuesday.', 'en'), tells_a_day('They met on Tuesday [17 November].', 'en')
    (True, False)
    """
    known = _words((language or "").split("-")[0])
    return known is not None and any(not _is_dated(text, found, known[2]) for found in known[0].finditer(text))


def resolved(text: str, language: str | None, day: date | None) -> str:
    """Adds to each day that is told by its weekday, or by today, the date that it was, in square brackets.

    So it does to the year and the month before, of, and after the writing. A day stays as it is where the sentence
    does not tell whether it was or is to come.

    >>> resolved('The Senate voted on Tuesday.', 'en', date(2026, 11, 19))
    'The Senate voted on Tuesday [17 November].'
    >>> resolved('The court will sit on Monday.', 'en', date(2026, 11, 19))
    'The court will sit on Monday [23 November].'
    >>> resolved('Er sagte gestern ab.', 'de', date(2026, 11, 19))
    'Er sagte gestern [18. November] ab.'
    >>> resolved('Prices fell last month.', 'en', date(2026, 11, 19))
    'Prices fell last month [October 2026].'
    >>> resolved('On Tuesday, 17 November, they met.', 'en', date(2026, 11, 19))
    'On Tuesday, 17 November, they met.'
    """
    code = (language or "").split("-")[0]
    known = _words(code)
    if known is None or day is None:
        return text
    pattern, weekdays, months = known

    quoted = [quote.span() for quote in QUOTED.finditer(text)]

    def dated(found: re.Match[str]) -> str:
        # A speaker's "today" is that of the speech, and "a Tuesday" is any.
        if any(start < found.start() < end for start, end in quoted) or _ANY.search(text[: found.start()]):
            return found[0]
        if _is_dated(text, found, months):
            return found[0]
        meant = _meant(text, found, weekdays, code, day)
        return found[0] if meant is None else f"{found[0]} [{_told(meant, day, code)}]"

    text = pattern.sub(dated, text)
    return PATTERNS[code].sub(lambda found: _with_span(found, code, day), text)


def _with_span(found: re.Match[str], code: str, day: date) -> str:
    first, is_year = first_day(found, day)
    if any(quote.start() < found.start() < quote.end() for quote in QUOTED.finditer(found.string)):
        return found[0]
    told = str(first.year) if is_year else str(format_skeleton("yMMMM", first, locale=_LOCALES.get(code, code)))
    return f"{found[0]} [{told}]"


def _is_dated(text: str, found: re.Match[str], months: re.Pattern[str]) -> bool:
    tail = text[found.end() :]
    return _DATED.match(tail) is not None or months.match(tail) is not None


def _meant(text: str, found: re.Match[str], weekdays: Mapping[str, int], code: str, day: date) -> date | None:
    word = re.sub(r"['’]s$", "", found[0]).casefold()
    tense = tense_at(text, found.start(), found.end(), code)
    if (number := weekdays.get(word)) is None:
        away = _RELATIVE[code][word]
        # "Today the authority owns nine quays" means these years, not that day.
        return None if away == 0 and tense is None and found.start() == 0 else day + timedelta(days=away)
    if tense is None and number != day.weekday():
        return None
    back = (day.weekday() - number) % 7
    if tense == AHEAD:
        return day + timedelta(days=(7 - back) % 7)
    return day - timedelta(days=back or (7 if tense == BEFORE else 0))


def _told(meant: date, written: date, code: str) -> str:
    locale = _LOCALES.get(code, code)
    if meant.year == written.year:
        return format_skeleton("MMMMd", meant, locale=locale)
    return format_date(meant, "long", locale=locale)

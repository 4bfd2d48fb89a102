"""Numbers of a text by what they are worth: digits and words, shares and money, days, scores and words of amount."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError

from aggregator.briefs.number_words import AMOUNTS, COUNTED, MULTIPLIERS, ONE, ORDINALS, UNITS

_POINTED = "de fr es it pt nl ru uk pl cs sk da sv no nb fi tr id el ro hu bg sr hr sl"
_POINT_FOR_THOUSANDS = frozenset(_POINTED.split())
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CODE = re.compile(r"\b[A-ZÀ-ÞА-Я][A-Za-zА-Яа-я]{0,9}[-–]?\d+[A-Za-z]?\b(?![.,]\d)")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)\b")
_CJK_DAY = re.compile(r"(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
_TO = r"\s*[-–—:]\s*|\s+(?:[^\W\d_]+\s+)?(?:to|bis|zu|à|contre|gegen|against|a|contra|до|против)\s+"
_BETWEEN = re.compile(_TO + r"$", re.IGNORECASE)
_FROM = re.compile(r"(?:^|\s)(?:from|von|vom|de|du|desde|da|dal|с|со|від|з)\s+\W?$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:to|auf|à|a|hasta|para|до)\s+\W?$", re.IGNORECASE)
# Two hundred thousand.
_MULTIPLIED = 2
# From 14 million tonnes in 2019 to 9 million: a clause, not two sentences.
_FROM_TO = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what it counts: percent, a currency, ordinal or ''; `written` is how the text has it."""

    value: Decimal
    kind: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a text: numbers in their order, pairs such as 31 to 28, days, times, codes and amounts.

    `rest` is the text without its numbers and days, in which November is no name and Milliarden no noun.
    """

    numbers: tuple[Number, ...] = ()
    pairs: frozenset[tuple[Decimal, Decimal]] = frozenset()
    days: dict[tuple[int, int], str] = field(default_factory=dict)
    clocks: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    rest: str = ""


def figures_of(text: str, language: str) -> Figures:
    """Reads the figures of a text as its language writes them.

    >>> [(f"{n.value:f}", n.kind) for n in figures_of("It cost $3.5bn, 12 percent of 1,200 plans.", "en").numbers]
    [('3500000000', 'USD'), ('12', 'percent'), ('1200', '')]
    >>> [(f"{n.value:f}", n.kind) for n in figures_of("Es kostet 3,5 Mrd. Euro und 1.200 Stunden.", "de").numbers]
    [('3500000000', 'EUR'), ('1200', '')]
    """
    text = unicodedata.normalize("NFKC", "".join(_digit(letter) for letter in text))
    days: dict[tuple[int, int], str] = {}
    years: list[Number] = []
    text = _masked(text, _ISO, lambda m: _keep(days, years, m, m[1], m[2], m[3]))
    text = _masked(text, _CJK_DAY, lambda m: _keep(days, years, m, m[1], m[2], m[3]))
    american = language == "en" and _is_american(text)
    day, month = (2, 1) if american else (1, 2)
    text = _masked(text, _SLASHED, lambda m: _keep(days, years, m, m[3], m[month], m[day]))
    for pattern, names in _day_patterns(language):
        text = _masked(
            text,
            pattern,
            lambda m, names=names: _keep(days, years, m, None, names[m["m"].casefold()], m["d"]),  # type: ignore[misc]
        )
    clocks, codes = set[str](), set[str]()
    text = _masked(text, _CODE, lambda m: codes.add(re.sub(r"[-–]", "", m[0]).casefold()))
    text = _masked(text, _CLOCK, lambda m: clocks.add(f"{int(m[1])}:{m[2]}"))
    numbers = list(_numbers(text, language))
    pairs, numbers = _paired(text, numbers)
    left = list(text)
    for number in numbers:
        left[number.start : number.end] = " " * (number.end - number.start)
    rest = "".join(left)
    amounts = frozenset(re.findall(r"[^\W\d_]+", rest.casefold())) & AMOUNTS
    return Figures((*years, *numbers), pairs, days, frozenset(clocks), frozenset(codes), amounts, rest)


def _digit(letter: str) -> str:
    """Writes the digits of every script as 0 to 9; superscripts and the like are none."""
    return str(unicodedata.decimal(letter)) if not letter.isascii() and letter.isdecimal() else letter


def _masked(text: str, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], object]) -> str:
    """Takes out what a pattern finds, so that the day of a date is not counted among the dead."""

    def blank(found: re.Match[str]) -> str:
        return found[0] if keep(found) is False else " " * len(found[0])

    return pattern.sub(blank, text)


def _keep(
    days: dict[tuple[int, int], str],
    years: list[Number],
    found: re.Match[str],
    year: str | None,
    month: object,
    day: str,
) -> bool:
    if not (1 <= int(str(month)) <= 12 and 1 <= int(day) <= 31):
        return False
    days[int(str(month)), int(day)] = found[0].strip(" .")
    if year and len(year) == 4:
        years.append(Number(Decimal(year), "", year, found.start(), found.end()))
    return True


def _is_american(text: str) -> bool:
    return any(int(found[2]) > 12 for found in _SLASHED.finditer(text))


@lru_cache(maxsize=32)
def _day_patterns(language: str) -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    """Gives how a language writes a day with its month, by the names that CLDR has: 17 November, November 17th."""
    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return ()
    names = {
        str(name).rstrip("."): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[form][width].items()
    }
    names |= {"Sept": 9} if language == "en" else {}
    names = {name: number for name, number in names.items() if not name[0].isdigit()}
    if not names:
        return ()
    month = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
    before = rf"\b{day}\s*(?:of\s+|de\s+|d['’])?(?P<m>{month})\b\.?"
    after = rf"\b(?P<m>{month})\b\.?\s+(?:the\s+)?{day}(?![\d,.]*\d)"
    # In English "may 12 people" is no day.
    flags = 0 if language in ("en", "de") else re.IGNORECASE
    by_name = {name.casefold(): number for name, number in names.items()}
    return tuple((re.compile(pattern, flags), by_name) for pattern in (before, after))


@lru_cache(maxsize=32)
def _number_pattern(language: str) -> re.Pattern[str]:
    thousands = r"[. \u202f'’]" if language in _POINT_FOR_THOUSANDS else r"[,\u202f'’]"
    decimals = r"[.,]\d{1,9}"
    digits = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)(?:{decimals})?|\d{{1,18}}(?!\d)(?:{decimals})?"
    words = sorted((*COUNTED.get(language, ()), *(ORDINALS if language == "en" else ())), key=len, reverse=True)
    told = rf"|(?<![\w-])(?:{'|'.join(words)})(?!\w)" if words else ""
    return re.compile(rf"(?<![\d.,])(?:{digits}){told}", re.IGNORECASE)


@lru_cache(maxsize=32)
def _multiplier_pattern(language: str) -> re.Pattern[str] | None:
    words = sorted(MULTIPLIERS.get(language, ()), key=len, reverse=True)
    end = "" if language in ("zh", "ja", "ko") else r"\b\.?"
    return re.compile(rf"[\s\u00a0-]?({'|'.join(words)}){end}", re.IGNORECASE) if words else None


_SIGNS = sorted((re.escape(word) for word in UNITS), key=len, reverse=True)
_AFTER = re.compile(rf"[\s-]?(?:d['’]|de\s)?({'|'.join(_SIGNS)})(?![^\W\d_])", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![^\W\d_])({'|'.join(_SIGNS)})\s?$", re.IGNORECASE)


def _numbers(text: str, language: str) -> Iterator[Number]:
    multiplier = _multiplier_pattern(language)
    end = 0
    for found in _number_pattern(language).finditer(text):
        if found.start() < end:
            continue
        value, kind = _value(found[0], language)
        end = found.end()
        if kind != "ordinal" and found[0][0].isdigit() and (ending := _ORDINAL_ENDING.match(text, end)):
            kind, end = "ordinal", ending.end()
        for _ in range(_MULTIPLIED if multiplier and kind != "ordinal" else 0):
            if times := multiplier.match(text, end) if multiplier else None:
                value, end = value * MULTIPLIERS[language][times[1].casefold()], times.end()
        if not kind and (unit := _AFTER.match(text, end)):
            kind, end = UNITS[unit[1].casefold()], unit.end()
        elif not kind and (unit := _BEFORE.search(text[max(0, found.start() - 12) : found.start()])):
            kind = UNITS[unit[1].casefold()]
        yield Number(value.normalize(), kind, text[found.start() : end].strip(" ."), found.start(), end)


def _value(written: str, language: str) -> tuple[Decimal, str]:
    if not written[0].isdigit():
        word = written.casefold()
        if language == "en" and word in ORDINALS:
            return Decimal(ORDINALS[word]), "ordinal"
        return Decimal(COUNTED[language][word]), ""
    separators = ". \u202f'’" if language in _POINT_FOR_THOUSANDS else ",\u202f'’"
    whole = re.sub(rf"(?<=\d)[{separators}](?=\d{{3}}(?!\d))", "", written)
    return Decimal(whole.replace(",", ".")), ""


def _paired(text: str, numbers: list[Number]) -> tuple[frozenset[tuple[Decimal, Decimal]], list[Number]]:
    """Finds pairs such as 31 to 28; the first of a pair is of the kind of the second: 10 to 12 percent."""
    pairs, told = set[tuple[Decimal, Decimal]](), list(numbers)
    for at, (one, other) in enumerate(pairwise(numbers)):
        if "ordinal" not in (one.kind, other.kind) and _BETWEEN.fullmatch(text, one.end, other.start):
            pairs.add((one.value, other.value))
            if not one.kind and other.kind not in ("", "ordinal"):
                told[at] = Number(one.value, other.kind, one.written, one.start, one.end)
    for at, one in enumerate(numbers):
        if not _FROM.search(text[max(0, one.start - 8) : one.start]):
            continue
        ends = (
            n for n in numbers[at + 1 :] if n.start - one.end <= _FROM_TO and _UNTIL.search(text[one.end : n.start])
        )
        pairs |= {(one.value, other.value) for other in ends}
    return frozenset(pairs), told


def is_asked(number: Number) -> bool:
    """Says whether a number must be found in the cited texts: "one" is a pronoun as often."""
    return number.written.casefold() not in ONE

"""Figures of a sentence that its cited texts do not have, or have of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from aggregator.briefs.numbers import Figures, Number, figures_of, is_asked
from aggregator.grouping.features import stem
from aggregator.grouping.words import STOPWORDS


@dataclass(frozen=True, slots=True)
class Told:
    """A text by its lines and sentences; `dated` has the sentences with the date of "on Tuesday" beside it.

    Figures are read of lines: as a sentence "8. August" was cut into two, and an eight was told that no text has.
    """

    language: str
    lines: Sequence[str]
    sentences: Sequence[str]
    dated: Sequence[str]


# How many words after a number may name what it counts: 40 badly injured people.
_WORDS_ON = 3
# Who is counted as anything else is one of the people too: 40 people arrested, 12 injured, so twelve people injured.
_ANYBODY = frozenset(map(stem, ("people", "persons", "men", "women", "menschen", "personen", "personnes", "personas",
                                "persone", "pessoas", "человек", "осіб", "residents", "others")))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_BOUNDARY = re.compile(r"[,;:.()]|\d")


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with its figures, and the word that follows each number, '' where none does."""

    figures: Figures
    counted: Sequence[tuple[Number, str]]


def unsupported_figures(text: str, cited: Sequence[Told], language: str) -> Iterator[str]:
    """Yields, in words, what of a sentence's numbers, days and amounts no cited text has."""
    claim = _read(text, language)
    told = [_read(line, one.language) for one in cited for line in one.lines]
    figures = [one.figures for one in told]
    days = {day for one in cited for line in one.dated for day in _read(line, one.language).figures.days}
    yield from _numbers(claim.figures, figures)
    yield from _pairs(claim.figures, figures)
    yield from _swapped(claim, told)
    for day, written in claim.figures.days.items():
        if day not in days and not any(day in one.days for one in figures):
            yield f"no cited text has the day {written!r}"
    for kind, asked in (("time", "clocks"), ("designation", "codes"), ("amount", "amounts")):
        for found in sorted(getattr(claim.figures, asked)):
            if not any(found in getattr(one, asked) for one in figures):
                yield f"no cited text has the {kind} {found!r}"


def _numbers(claim: Figures, told: Sequence[Figures]) -> Iterator[str]:
    known = [number for one in told for number in one.numbers]
    for number in filter(is_asked, claim.numbers):
        kinds = {other.kind for other in known if other.value == number.value}
        if not kinds:
            yield f"no cited text has the number {number.written!r}"
        elif number.kind not in kinds:
            yield f"the cited texts have {number.written!r} as {_kind(min(kinds))}, not as {_kind(number.kind)}"


def _kind(kind: str) -> str:
    return kind or "a plain number"


def _pairs(claim: Figures, told: Sequence[Figures]) -> Iterator[str]:
    """A score, a vote or a range the other way round."""
    known = frozenset[tuple[Decimal, Decimal]]().union(*(one.pairs for one in told))
    for one, other in sorted(claim.pairs):
        if one != other and (one, other) not in known and (other, one) in known:
            yield f"the cited texts have {other:f} to {one:f}, not {one:f} to {other:f}"


@lru_cache(maxsize=2048)
def _read(text: str, language: str) -> _Read:
    figures = figures_of(text, language)
    counted = []
    for number in figures.numbers:
        after = text[number.end : number.end + 60]
        boundary = _BOUNDARY.search(after)
        found = (
            word.casefold() for word in _WORD.findall(after[: boundary.start()] if boundary else after)[:_WORDS_ON]
        )
        counted.append((number, next((stem(word) for word in found if word not in STOPWORDS), "")))
    return _Read(figures, counted)


def _swapped(claim: _Read, told: Sequence[_Read]) -> Iterator[str]:
    """A number of something else: of "40 dead, 12 injured" the sentence makes 12 dead."""
    values = {number.value for number, _ in claim.counted}
    known = [(number.value, thing) for one in told for number, thing in one.counted if thing and not number.kind]
    for number, thing in claim.counted:
        if not thing or number.kind:
            continue
        of = {value for value, word in known if word == thing}
        elsewhere = of & values or (thing not in _ANYBODY and any(value == number.value for value, _ in known))
        if of and number.value not in of and elsewhere:
            there = ", ".join(f"{value:f}" for value in sorted(of))
            yield f"the cited texts have {there} with '{thing}', not {number.written}"

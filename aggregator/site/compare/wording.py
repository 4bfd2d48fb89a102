"""The words of two outlets' headlines on the stories of both: counted when the page is asked for, for no view has them.

The method of research/wording, with the words of the two as the prior: what all others write is not read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aggregator.site.queries.compare import Headline
from aggregator.site.shares import LEAST_FOR_SHARE
from aggregator.store.headline_words import Compared, Tally, compared, event_of
from aggregator.text.headline_words import UNSPACED, headline_words
from aggregator.text.log_odds import BEYOND_CHANCE

WORDS = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its headlines by each, its log-odds and z, both as far as they speak for the one that it is under."""

    word: str
    z: float
    log_odds: float
    headlines: int
    other_headlines: int
    address: str

    @property
    def beyond_chance(self) -> bool:
        return self.z >= BEYOND_CHANCE


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of each of the two in one language, those that are most its own first.

    `headlines` are how many of each were read; `languages` is what was read of which, most first.
    """

    language: str
    headlines: tuple[int, int]
    a: Sequence[Word]
    b: Sequence[Word]
    languages: Mapping[str, tuple[int, int]]

    @property
    def enough(self) -> bool:
        return min(self.headlines) >= LEAST_FOR_SHARE


def words_of(one: Headline) -> frozenset[str]:
    return headline_words(event_of(one.title, one.outlet))


def wording(
    mine: Sequence[Headline], theirs: Sequence[Headline], asked: str | None, address: Callable[[str], str]
) -> Wording | None:
    """Compares the words of two lists of headlines, in a language or in that of which both have most.

    `address` leads to the headlines of a word. None where neither has a headline whose words can be told apart.
    """
    languages = by_language(mine, theirs)
    language = asked or next(iter(languages), None)
    if language not in languages or language is None or language in UNSPACED:
        return None
    one, other = (_tally(those, language) for those in (mine, theirs))
    headlines = one.headlines, other.headlines
    if min(headlines) < LEAST_FOR_SHARE:
        return Wording(language, headlines, (), (), languages)
    found = list(compared(one, other, one.words + other.words))
    return Wording(language, headlines, _most_own(found, 1, address), _most_own(found, -1, address), languages)


def by_language(mine: Sequence[Headline], theirs: Sequence[Headline]) -> dict[str, tuple[int, int]]:
    """Counts the headlines of each of two by language, that of which both have most first."""
    one, other = (Counter(row.language or "und" for row in those) for those in (mine, theirs))
    found = {code: (one[code], other[code]) for code in one.keys() | other.keys()}
    return dict(sorted(found.items(), key=lambda item: (-min(item[1]), -sum(item[1]), item[0])))


def _tally(headlines: Sequence[Headline], language: str) -> Tally:
    tally = Tally()
    for row in headlines:
        if (row.language or "und") == language:
            tally.vote(words_of(row))
    return tally


def _most_own(found: Sequence[Compared], sign: int, address: Callable[[str], str]) -> list[Word]:
    ordered = sorted((row for row in found if sign * row.z > 0), key=lambda row: (-sign * row.z, row.word))
    return [_word(row, sign, address(row.word)) for row in ordered[:WORDS]]


def _word(row: Compared, sign: int, address: str) -> Word:
    mine, theirs = (row.headlines, row.other_headlines) if sign > 0 else (row.other_headlines, row.headlines)
    return Word(row.word, round(sign * row.z, 2), round(sign * row.log_odds, 2), mine, theirs, address)

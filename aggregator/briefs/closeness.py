"""Whether a sentence says something close to what others say, in other words: where it must not be called alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from aggregator.briefs.likeness import Matrix
from aggregator.briefs.number_words import COUNTED
from aggregator.briefs.words import NEGATIONS, PRONOUNS
from aggregator.grouping.words import CALENDAR, STOPWORDS

# Half of what a sentence or a clause of it says, in as many sentences in a row of another article.
CLOSE, _WINDOW = 0.5, 2
# A clause with fewer words that say something is no statement of its own.
_LEAST = 4
# What says nothing beside the rest: who says it, and a clause that tells who that is.
_SAID = frozenset(["said", "says", "say", "saying", "told", "some", "about", "around", "nearly", "almost"])
_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,]*,")
_CLAUSES = re.compile(r"[;:]\s|,\s(?=(?:where|which|who|whose|while|when|and|but|because|as|after|although)\s)")
_WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]{2,}")
_ENDING = re.compile(r"(?:ing|ed|es|s|d|e|t)$")
_SHORTEST, _BEGINNING = 3, 5
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_NOT = "not"
_DENIES = NEGATIONS | {"nothing", "nowhere"}


# A story's sentences are read for what is told twice and for what one side has alone.
@lru_cache(maxsize=1024)
def gist(text: str, language: str) -> frozenset[str]:
    """Gives what a sentence says by the beginnings of its words, numbers as digits, every denial alike.

    >>> sorted(gist("The company, which is private, said that nothing had been discharged.", "en"))
    ['compa', 'disch', 'not']
    >>> gist("Five voted in favour", "en") & gist("by 5 votes to two", "en") == {"5", "vot"}
    True
    """
    numbers = COUNTED.get(language, {})
    found = (word.casefold() for word in _WORD.findall(_THOUSANDS.sub("", _ASIDE.sub(" ", text))))
    return frozenset(_beginning(word, numbers.get(word)) for word in found if _tells(word))


def _tells(word: str) -> bool:
    if word in _DENIES:
        return True
    return not (word in STOPWORDS or word in CALENDAR or word in PRONOUNS or word in _SAID)


def _beginning(word: str, number: int | None) -> str:
    if word in _DENIES:
        return _NOT
    if number is not None:
        return str(number)
    bare = _ENDING.sub("", word)
    return (bare if len(bare) >= _SHORTEST else word)[:_BEGINNING]


def closeness(texts: Sequence[str], language: str, ends: Sequence[int]) -> tuple[Matrix, Matrix]:
    """Gives how much of a sentence, or of a clause of it, stands in each other, and in each with the one after it.

    The sentences of an article stand before its end in `ends`.
    """
    told = [gist(text, language) for text in texts]
    column = {term: place for place, term in enumerate(sorted(frozenset[str]().union(*told)))}
    has = _rows(told, column)
    near = has.copy()
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        for at in range(start, end):
            near[at] = has[at : min(at + _WINDOW, end)].max(axis=0)
    claims = [[whole, *_clauses(text, language)] for whole, text in zip(told, texts, strict=True)]
    rows = _rows([claim for of in claims for claim in of], column)
    sizes, firsts = np.maximum(rows.sum(axis=1, keepdims=True), 1.0), np.cumsum([0, *map(len, claims[:-1])])
    one, two = (np.maximum.reduceat(rows @ by.T / sizes, firsts, axis=0) for by in (has, near))
    return one, two


def retold(texts: Sequence[str], language: str) -> Matrix:
    """Gives how much of the smaller of two sentences stands in the other, numbers twice; 0 where they share none."""
    told = [gist(text, language) for text in texts]
    column = {term: place for place, term in enumerate(sorted(frozenset[str]().union(*told)))}
    has = _rows(told, column)
    counts = np.zeros(has.shape[1])
    counts[[place for term, place in column.items() if term[0].isdigit()]] = 1.0
    weights = has * (1.0 + counts)
    sizes = weights.sum(axis=1)
    smaller = np.maximum(np.minimum(sizes[:, None], sizes[None, :]), 1.0)
    found: Matrix = (weights @ has.T) / smaller
    found[(has * counts) @ has.T == 0] = 0.0
    return found


def _clauses(text: str, language: str) -> list[frozenset[str]]:
    parts = (gist(part, language) for part in _CLAUSES.split(_ASIDE.sub(" ", text)))
    return [part for part in parts if len(part) >= _LEAST]


def _rows(told: Sequence[frozenset[str]], column: Mapping[str, int]) -> Matrix:
    found = np.zeros((len(told), max(1, len(column))))
    for row, terms in enumerate(told):
        found[row, [column[term] for term in terms]] = 1.0
    return found

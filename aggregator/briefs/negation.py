"""A "not" that the cited texts do not have where they speak of the same, or have where the sentence has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aggregator.briefs.likeness import terms_of
from aggregator.briefs.quotes import without_quotes
from aggregator.briefs.words import NEGATIONS
from aggregator.text.plain import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNSAID = ("n't", "n’t")
# What says no without a "not"; each may stand for one.
_NO = """
reject refus deni deny declin fail lack without oppos stop cancel prevent avoid unable unlikely absen missing yet only
hardly barely few little ablehn abgelehn weiger verweiger bestritt bestreit fehl verhinder kaum
rejet rechaz negó niega
"""
_NO_BEGINNINGS = tuple(_NO.split())
_BEGINNING = 5
# A sentence of a text says the same, but for the "not", where each has so much of the other.
_OF_EITHER = 0.8


def turned(text: str, texts: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yields, in words, that a sentence says no where its texts say yes, or the reverse; they come as sentences."""
    told = _beginnings(text)
    nearest = [near for sentences in texts for near in _nearest(told, sentences)]
    if not told or not nearest:
        return
    if _negates(text):
        if not any(_says_no(around) for _, around in nearest):
            yield "no cited text says no where it speaks of this"
    elif not _says_no(text) and all(_negates(one) and _is_same(told, one) for one, _ in nearest):
        yield "the cited texts say no where they speak of this"


def _nearest(told: frozenset[str], sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields the sentences that share most words with this one, each alone and with those beside it."""
    shared = [len(told & _beginnings(sentence)) for sentence in sentences]
    most = max(shared, default=0)
    for at, count in enumerate(shared):
        if most and count == most:
            yield sentences[at], " ".join(sentences[max(0, at - 1) : at + 2])


def _is_same(told: frozenset[str], sentence: str) -> bool:
    there = _beginnings(sentence)
    shared = len(told & there)
    return shared >= _OF_EITHER * max(len(told), len(there))


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(term[:_BEGINNING] for term in terms_of(words(text)) if term.casefold() not in NEGATIONS)


def _negates(text: str) -> bool:
    return any(word in NEGATIONS or word.endswith(_UNSAID) for word in _words(text))


def _says_no(text: str) -> bool:
    return _negates(text) or any(word.startswith(_NO_BEGINNINGS) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(without_quotes(text))]

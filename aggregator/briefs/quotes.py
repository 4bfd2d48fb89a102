"""Quotes of a sentence: word for word in a cited text, and of whom that text has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from aggregator.briefs.common_words import GENERIC, OPENINGS
from aggregator.briefs.names import forms, words_of
from aggregator.briefs.words import PRONOUNS
from aggregator.text.plain import words

_QUOTES = (
    re.compile(r'"([^"]*)"|“([^”“]*)”|„([^“”]*)[“”]|«([^»]*)»|»([^«]*)«|「([^」]*)」|『([^』]*)』|‹([^›]*)›'),
    # A single mark within a word, or after one that ends in s, is an apostrophe.
    re.compile(r"(?<!\w)'([^'\s](?:[^']|'(?=\w))*)'(?!\w)|(?<!\w)‘((?:[^’]|’(?=\w))+)’(?!\w)"),
)
_MARKS = re.compile(r"[\"“”„«»「」『』‹›]|(?<!\w)‘")
# A quote may run over so many sentences, and "he said" after so many that name him.
_LONGEST, _BACK = 4, 2
_SPEAKERS = PRONOUNS - {"who", "you", "it", "es", "him", "her", "them", "ihm", "ihr", "ihnen", "lui"}


def quotes_of(text: str) -> list[str]:
    """Gives what stands between quotation marks.

    >>> quotes_of("She called it 'a museum' and the dockers' “last stand”.")
    ['last stand', 'a museum']
    """
    found = []
    for pattern in _QUOTES:
        found += [next(filter(None, match.groups()), "") for match in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return found


def altered_quotes(text: str, texts: Sequence[Sequence[str]], language: str) -> Iterator[str]:
    """Yields, in words, what speaks against the quotes of a sentence; the cited texts come as their sentences."""
    told = [_spoken(" ".join(sentences)) for sentences in texts]
    outside = without_quotes(text)
    for quote in quotes_of(text):
        spoken = _spoken(quote)
        if not spoken.strip():
            continue
        having = [sentences for sentences, one in zip(texts, told, strict=True) if spoken in one]
        if not having:
            yield f"no cited text has the quote '{quote}' word for word"
        elif not any(_may_be_theirs(spoken, sentences, outside, language) for sentences in having):
            yield f"the cited texts have the quote '{quote}' of others than it names"
    if _MARKS.search(outside):
        yield "a quotation mark stands without its other half"


def without_quotes(text: str) -> str:
    """Gives the words outside of quotes."""
    for pattern in _QUOTES:
        text = pattern.sub(" ", text)
    return text


def _spoken(text: str) -> str:
    """Gives the words alone, in small letters, a space around each."""
    return f" {' '.join(words(unicodedata.normalize('NFKC', text).casefold().replace('’', chr(39))))} "


def _may_be_theirs(spoken: str, sentences: Sequence[str], outside: str, language: str) -> bool:
    """Says whether a text may have a quote of somebody whom the sentence names beside it; who names nobody, may.

    Where the text says "he said", or names nobody there either, whom it named before is looked at.
    """
    named = _names(outside, language)
    start, end = _place(spoken, sentences)
    beside = " ".join(sentences[start:end])
    there = _names(beside, language)
    if not named or named & there:
        return True
    if there and not {word.casefold() for word in words(without_quotes(beside))} & _SPEAKERS:
        return False
    before = _names(" ".join(sentences[max(0, start - _BACK) : start]), language)
    return not before or bool(named & before)


def _place(spoken: str, sentences: Sequence[str]) -> tuple[int, int]:
    """Finds the fewest sentences in a row that have a quote; all of them where it runs over more."""
    for size in range(1, _LONGEST + 1):
        for start in range(len(sentences) - size + 1):
            if spoken in _spoken(" ".join(sentences[start : start + size])):
                return start, start + size
    return 0, len(sentences)


def _names(text: str, language: str) -> frozenset[str]:
    """Gives the words with a capital, outside of quotes, that are no opening and no office."""
    told = (
        word
        for word in words_of(without_quotes(text))
        if word.capital and len(word.text) > 1 and word.folded not in GENERIC
        and not (word.opens and word.folded in OPENINGS)
    )  # fmt: skip
    return frozenset().union(*(forms(word.folded, language) for word in told))

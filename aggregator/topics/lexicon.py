"""The lists of words as they are looked up: which terms stand at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from aggregator.topics.folding import folded
from aggregator.topics.words import WORDS

DECIDES, SURE, HINT = 6, 3, 1
"""What a word of a topic's first, second and third list counts."""

# The news use few words over and over: a summary of 300 characters takes 40 microseconds with, 150 without.
_WORDS_KEPT = 100_000
_ELIDED_WORDS = "l d qu n s c j m t jusqu lorsqu dell all nell sull dall un quell bell"
_ELIDED = frozenset(_ELIDED_WORDS.split())
_ARABIC_ARTICLE = re.compile(r"^(?:[وبكف]?ال|لل)(?=\w{3})")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a list: its words after the first, its topic and its weight."""

    rest: tuple[str, ...]
    topic: str
    weight: int


@dataclass(slots=True)
class _Lexicon:
    """A language's terms by their first word: whole, by how it begins, by how it ends."""

    whole: dict[str, list[Term]] = field(default_factory=dict)
    begins: dict[str, list[Term]] = field(default_factory=dict)
    ends: dict[str, list[Term]] = field(default_factory=dict)


@lru_cache(maxsize=_WORDS_KEPT)
def plain(word: str) -> str:
    """A word without what is written together with it: the English genitive, articles of French, Italian and Arabic.

    >>> [plain(word) for word in ("Court's", "l’Élysée", "dell'economia", "والسياسة")]
    ['court', 'elysee', 'economia', 'سياسه']
    """
    small = folded(word).replace("’", "'")
    head, apostrophe, tail = small.partition("'")
    if apostrophe:
        small = head if tail in ("s", "") else tail if head in _ELIDED else small
    return _ARABIC_ARTICLE.sub("", small)


@cache
def _lexicon(language: str) -> _Lexicon:
    made = _Lexicon()
    for topic, lists in WORDS[language].items():
        for terms, weight in zip(lists, (DECIDES, SURE, HINT), strict=True):
            for first, *rest in filter(None, ([plain(word) for word in term.split()] for term in terms.split(","))):
                if first.startswith("*"):
                    place = made.ends.setdefault(first[1:], [])
                elif first.endswith("*"):
                    place = made.begins.setdefault(first[:-1], [])
                else:
                    place = made.whole.setdefault(first, [])
                place.append(Term(tuple(rest), topic, weight))
    return made


def terms_at(words: Sequence[str], place: int, language: str) -> Sequence[Term]:
    """The longest terms that begin at a place; of equally long ones a whole word's before a beginning's or an end's.

    They are several where one word stands in the lists of several topics.
    """
    for terms in _candidates(words[place], language):
        if found := [term for term in terms if _fits(term.rest, words, place + 1)]:
            return found
    return ()


@lru_cache(maxsize=_WORDS_KEPT)
def _candidates(word: str, language: str) -> Sequence[Sequence[Term]]:
    """The terms whose first word this is or may be, in the order in which they are tried."""
    lexicon = _lexicon(language)
    lists = [lexicon.whole.get(word, ())]
    lists += [lexicon.begins.get(word[:length], ()) for length in range(len(word), 0, -1)]
    lists += [lexicon.ends.get(word[start:], ()) for start in range(len(word))]
    lengths = sorted({len(term.rest) for terms in lists for term in terms}, reverse=True)
    tried = ([term for term in terms if len(term.rest) == length] for length in lengths for terms in lists)
    return tuple(filter(None, tried))


def _fits(rest: Sequence[str], words: Sequence[str], place: int) -> bool:
    if not rest or len(words) - place < len(rest):
        return not rest
    return all(
        word.startswith(term[:-1]) if term.endswith("*") else word == term
        for term, word in zip(rest, words[place:], strict=False)
    )

"""Which articles say what a sentence says, and which do not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aggregator.briefs.closeness import CLOSE, closeness
from aggregator.briefs.likeness import Matrix, Terms
from aggregator.briefs.names import Known, unsupported_names
from aggregator.briefs.records import Sentence, Source
from aggregator.briefs.words import NEGATIONS
from aggregator.grouping.features import numbers
from aggregator.grouping.words import CALENDAR
from aggregator.models import Scope
from aggregator.text.plain import words

# An article says what a sentence says where two of its sentences in a row have so much of it, and all its numbers.
SAID = 0.6
# And so much of its words that are no names: the same people do many things.
_DONE = 0.4
# An article does not say it where it has no more of it than this, wherever; between the two nobody can tell.
UNSAID = 0.4
# Where it has all the numbers, so much is enough to say it: the words may be others.
_SAID_IN_NUMBERS = 0.25
# Of an article with fewer sentences nobody can say what it leaves out.
_ENOUGH = 3
# Numbers that are part of a name: G20, 4x4.
_MIXED = re.compile(r"\b(?:\d+[^\W\d_]|[^\W\d_]+\d)\w*")
# A day is a name by its capital, and today in another text.
_DAY = re.compile(rf"\b(?:{'|'.join(word.capitalize() for word in sorted(CALENDAR))})\b")
_NOT = re.compile(r"n['’]t\b")


@dataclass(frozen=True, slots=True)
class Support:
    """How much of each sentence each article has: in two sentences in a row, and in all.

    `figures` has the numbers of each sentence, `carried` the sides that printed each origin's text, its copies
    included, None for an outlet that is unrated; `enough` says whether an article has sentences enough. `alike` and
    `close` are how much of each sentence each other says in other words, by itself and with the one after it. Sentence
    `at` is of the article `place_of[at]`, and the last of an article stands before its end in `ends`.
    """

    articles: Sequence[Source]
    texts: Sequence[str]
    ends: Sequence[int]
    place_of: Sequence[int]
    figures: Matrix
    together: Matrix
    anywhere: Matrix
    alike: Matrix
    close: Matrix
    carried: Mapping[int, frozenset[str | None]]
    enough: Sequence[bool]
    _known: dict[int, Known] = field(default_factory=dict)
    _says: dict[int, list[Source]] = field(default_factory=dict)

    @classmethod
    def of(cls, sentences: Sequence[Sentence], terms: Terms, carried: Mapping[int, frozenset[str | None]]) -> Support:
        """Looks each sentence up in each article; the sentences of an article stand together."""
        starts = [at for at, one in enumerate(sentences) if not at or one.source.id != sentences[at - 1].source.id]
        ends = [*starts[1:], len(sentences)]
        # The sentence after each, itself where it is its article's last.
        after = np.minimum(np.arange(len(sentences)) + 1, np.repeat(ends, np.subtract(ends, starts)) - 1)
        told = _figures(sentences)
        together = np.maximum.reduceat(_together(sentences, terms, after, told), starts, axis=1)
        anywhere = terms.covered(np.maximum.reduceat(terms.has, starts, axis=0))
        counted = (told @ np.maximum.reduceat(told, starts, axis=0).T) >= np.maximum(told.sum(axis=1, keepdims=True), 1)
        anywhere[counted & (anywhere >= _SAID_IN_NUMBERS)] = 1.0
        enough = [end - start >= _ENOUGH for start, end in zip(starts, ends, strict=True)]
        articles, texts = [sentences[at].source for at in starts], [sentence.text for sentence in sentences]
        alike, close = closeness(texts, (articles[0].language or "en").split("-")[0], ends)
        places = np.repeat(np.arange(len(ends)), np.subtract(ends, starts)).tolist()
        return cls(articles, texts, ends, places, told, together, anywhere, alike, close, carried, enough)

    def saying(self, at: int, own: Source) -> list[Source]:
        """Gives the articles that a sentence rests on: its own, then the others that say the same."""
        if at not in self._says:
            found = enumerate(zip(self.articles, self.together[at], strict=True))
            others = [place for place, (one, much) in found if much >= SAID and one.scope is Scope.NEWS]
            saying = [self.articles[place] for place in others if self._names_all(at, place, own)]
            self._says[at] = [own, *saying]
        return self._says[at]

    def _names_all(self, at: int, place: int, own: Source) -> bool:
        """Says whether another article has all names of a sentence, in its headline or what was read of it."""
        article = self.articles[place]
        if article.id == own.id:
            return False
        if place not in self._known:
            start = self.ends[place - 1] if place else 0
            texts = [article.title, *self.texts[start : self.ends[place]]]
            self._known[place] = Known.of(texts, (article.language or "en").split("-")[0])
        return not any(unsupported_names(_DAY.sub("", self.texts[at]), self._known[place]))

    def is_alone(self, at: int, own: Source, side: str) -> bool:
        """Tells whether no article of another side, or of an unrated outlet, has much of a sentence, or is a copy.

        Nor something close to it, nor to what its own side says with another. Another side must have written enough to
        be silent on it.
        """
        if self.carried[own.origin] != {side}:
            return False
        others = [place for place, article in enumerate(self.articles) if self.carried[article.origin] != {side}]
        heard = any(self.enough[place] and self.articles[place].side not in (side, None) for place in others)
        if not heard or any(self.anywhere[at, place] > UNSAID for place in others):
            return False
        places = np.array([self.carried[self.articles[place].origin] != {side} for place in self.place_of])
        if np.any(self.close[at, places] >= CLOSE):
            return False
        near = np.flatnonzero((self.alike[at] >= CLOSE) & ~places).tolist()
        return not any(self._states_with_others(int(other), side) for other in near)

    def _states_with_others(self, at: int, side: str) -> bool:
        return any(one.side != side for one in self.saying(at, self.articles[self.place_of[at]]))


def _together(sentences: Sequence[Sentence], terms: Terms, after: NDArray[np.int_], told: Matrix) -> Matrix:
    """Gives how much of each sentence each has together with the one after it, 0 where it can't be the same."""
    single = terms.covered(terms.has)
    both = np.maximum(terms.has, terms.has[after])
    found = np.where(terms.covered(both, unnamed=True) >= _DONE, terms.covered(both), 0.0)
    # Of the two, the one that has more of it must deny where it denies, and only there.
    denied = np.array([is_denial(sentence.text) for sentence in sentences])
    first = single >= single[:, after]
    found[np.where(first, denied[None, :], denied[after][None, :]) != denied[:, None]] = 0.0
    found[told @ np.maximum(told, told[after]).T < told.sum(axis=1, keepdims=True)] = 0.0
    return found


def _figures(sentences: Sequence[Sentence]) -> Matrix:
    """Gives which of all numbers each sentence tells."""
    told = [numbers(sentence.text) | set(_MIXED.findall(sentence.text)) for sentence in sentences]
    column = {number: place for place, number in enumerate(sorted(set().union(*told)))}
    found = np.zeros((len(sentences), max(1, len(column))))
    for row, found_here in enumerate(told):
        found[row, [column[number] for number in found_here]] = 1.0
    return found


def is_denial(text: str) -> bool:
    """Says whether a sentence denies something.

    >>> is_denial("The minister didn't resign."), is_denial("The minister resigned.")
    (True, False)
    """
    return _NOT.search(text) is not None or not NEGATIONS.isdisjoint(word.casefold() for word in words(text))

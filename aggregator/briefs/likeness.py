"""How much of what one sentence says stands in others, and which sentences speak for most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aggregator.briefs.records import Sentence
from aggregator.grouping.features import stem
from aggregator.grouping.words import CALENDAR, STOPWORDS
from aggregator.text.plain import words

Matrix = NDArray[np.float64]

# Names and numbers tell one event from another; what is done has a dozen words.
_OF_A_NAME = 2.0
# The more often a word is used the shorter it is (Zipf 1935): what stands in for its frequency in the language, for
# which a file of each language would be needed. A word of so many letters weighs in full.
_FULL_LETTERS = 7
# One sentence that says the same counts for more than several that share a name with it: 0.403 to 0.443 of ROUGE-L on
# ECB+, 0.487 to 0.499 on the demo newsroom; with a power of 2 it falls again.
_CLOSE = 1.5
# A sentence that is like no other is worth a little all the same: somebody said it.
_LEAST = 0.02


def terms_of(found: Sequence[str]) -> list[str]:
    """Gives of the words of a sentence those that say something, by their stems; its numbers are words, too.

    >>> terms_of(words('The Senate passed the bill by 31 votes.'))
    ['senate', 'passed', 'bill', '31', 'vote']
    """
    folded = (word.casefold() for word in found)
    return [stem(word) for word in folded if word not in STOPWORDS and word not in CALENDAR]


def names_of(found: Sequence[str]) -> frozenset[str]:
    """Gives the stems of a sentence's numbers, and of its words with a capital after the first.

    >>> sorted(names_of(words('The Senate passed the Harbour Bill by 31 votes.')))
    ['31', 'bill', 'harbour', 'senate']
    """
    return frozenset(
        stem(word.casefold()) for at, word in enumerate(found) if word[0].isdigit() or (at and word[0].isupper())
    )


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of some texts: whether a text has one, what it weighs there, and which are names or numbers."""

    has: Matrix
    weights: Matrix
    named: NDArray[np.bool_]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Terms:
        """Reads texts; a term weighs by how few of them have it and by its length, and twice as a name or number."""
        split = [words(text) for text in texts]
        counted = [terms_of(found) for found in split]
        names = frozenset().union(*map(names_of, split))
        column = {term: place for place, term in enumerate(dict.fromkeys(term for terms in counted for term in terms))}
        has = np.zeros((len(texts), max(1, len(column))))
        for row, terms in enumerate(counted):
            has[row, [column[term] for term in terms]] = 1.0
        named = np.zeros(has.shape[1], dtype=np.bool_)
        named[[column[term] for term in column if term in names]] = True
        long = np.ones(has.shape[1])
        for term, place in column.items():
            long[place] = min(1.0, len(term) / _FULL_LETTERS)
        rarity = np.log(1 + len(texts) / np.maximum(has.sum(axis=0), 1))
        return cls(has, has * rarity * np.where(named, _OF_A_NAME, long), named)

    def covered(self, by: Matrix, *, unnamed: bool = False) -> Matrix:
        """Gives for each text how much of its weight stands in each row of `by`, from 0 to 1; of none it is 1.

        `unnamed` looks at the words alone that are neither names nor numbers: what is done, and not by whom.
        """
        weights = self.weights[:, ~self.named] if unnamed else self.weights
        by = by[:, ~self.named] if unnamed else by
        total = weights.sum(axis=1, keepdims=True)
        found: Matrix = np.divide(weights @ by.T, total, out=np.ones((len(self.has), len(by))), where=total > 0)
        return found

    def common(self) -> Matrix:
        """Gives for each two texts how much of the smaller stands in the other, all words alike but names and numbers.

        By their rarity, two sentences that tell one thing in other words would be told apart by these words.
        """
        weights = self.has * np.where(self.named, _OF_A_NAME, 1.0)
        sizes = weights.sum(axis=1)
        smaller = np.maximum(np.minimum(sizes[:, None], sizes[None, :]), 1.0)
        found: Matrix = (weights @ self.has.T) / smaller
        return found

    def share(self, at: int, others: Sequence[int]) -> float:
        """Gives how much of the weight of one text stands in some others together, from 0 to 1."""
        total = self.weights[at].sum()
        return float(self.weights[at] @ self.has[others].max(axis=0) / total) if total else 1.0

    def cosines(self, *, unnamed: bool = False) -> Matrix:
        weights = self.weights[:, ~self.named] if unnamed else self.weights
        lengths = np.linalg.norm(weights, axis=1)
        lengths[lengths == 0] = 1.0
        found: Matrix = (weights @ weights.T) / lengths[:, None] / lengths[None, :]
        return found


def central(sentences: Sequence[Sentence], alike: Matrix) -> Matrix:
    """Weighs each sentence by the mean, over the other origins, of how alike the sentence is that is most alike.

    Where there is one origin alone it is over the other sentences.
    """
    origins = np.array([sentence.source.origin for sentence in sentences])
    if np.all(origins == origins[0]):
        origins = np.arange(len(sentences))
    alike = alike**_CLOSE
    weights: Matrix = np.zeros(len(sentences))
    every = np.unique(origins)
    for origin in every:
        weights += np.where(origins == origin, 0.0, alike[:, origins == origin].max(axis=1))
    return _LEAST + weights / max(1, len(every) - 1)

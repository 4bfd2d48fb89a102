"""The shingles of a text, and which earlier texts share enough of a sample of them to be compared."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from zlib import crc32

SIZE = 5
"""Words in a shingle: five in a row are seldom equal by chance, and survive an editor who cuts whole sentences."""

WORDS_READ = 400
"""Words of a text that are compared: an abridged copy keeps the opening."""

SAMPLE = 4
"""One shingle in four, by its hash, is indexed: the same ones in a text and in its shortened copy, unlike a MinHash
signature, which only equal-sized texts share."""

HOLDERS = 8
"""Earliest and as many latest texts that a shingle leads to. A text that hundreds carry is found through these, and a
newsletter notice at the foot of hundreds costs no more; were it let go as boilerplate, 1,000 slightly edited copies of
one text would be 999 origins, as they were."""

SAMPLED = 48
"""The lowest so many hashes of the sample are indexed: of a long text one shingle in eight, so that seven of an
abridged copy of 60 words are among them."""

LEAST = 2
"""Sampled shingles in common that make a comparison worth while."""

NEAREST = 12
"""Texts compared at most for what they share: a notice brings strangers, but a copy shares more and comes first."""

_WORDS = re.compile(r"\w+", re.UNICODE)


def words_of(text: str) -> list[str]:
    """Give the words of a text as copies are compared: casefolded, without punctuation."""
    return _WORDS.findall(text.casefold())[:WORDS_READ]


def shingles(words: Sequence[str]) -> array[int]:
    """Hash every run of five words, in order; the hash is fixed, so that two machines find the same copies."""
    coded = [word.encode() for word in words]
    return array("I", map(crc32, map(b" ".join, zip(*(coded[start:] for start in range(SIZE)), strict=False))))


class ShingleIndex:
    """The texts seen so far, by a sample of their shingles."""

    def __init__(self) -> None:
        self._only: dict[int, int] = {}  # most shingles are one text's: a list for each would take twice the memory
        self._several: dict[int, list[int]] = {}

    def near(self, found: Sequence[int]) -> list[int]:
        """Give the numbers of the texts that share most with these shingles, the nearest first, ties by number."""
        sample = _sample(found)
        held = Counter(chain.from_iterable(self._several.get(shingle, ()) for shingle in sample))
        held.update(self._only[shingle] for shingle in sample if shingle in self._only)
        near = sorted((-count, number) for number, count in held.items() if count >= LEAST)
        return [number for _, number in near[:NEAREST]]

    def add(self, number: int, found: Sequence[int]) -> None:
        for shingle in _sample(found):
            if shingle in self._several:
                holders = self._several[shingle]
                holders.append(number)
                del holders[HOLDERS:-HOLDERS]
            elif shingle in self._only:
                self._several[shingle] = [self._only.pop(shingle), number]
            else:
                self._only[shingle] = number


def _sample(found: Sequence[int]) -> list[int]:
    return sorted({shingle for shingle in found if shingle % SAMPLE == 0})[:SAMPLED]

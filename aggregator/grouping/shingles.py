"""The shingles of a text, and which earlier texts share enough of a sample of them to be compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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

LEAST = 2
"""Sampled shingles in common that make a comparison worth while."""

NEAREST = 12
"""Texts compared at most for what they share: a notice brings strangers, but a copy shares more and comes first."""

_WORDS = re.compile(r"\w+", re.UNICODE)


def words_of(text: str) -> list[str]:
    """Give the words of a text as copies are compared: casefolded, without punctuation."""
    return _WORDS.findall(text.casefold())[:WORDS_READ]


def shingles(words: Sequence[str]) -> tuple[int, ...]:
    """Hash every run of five words, in order; the hash is fixed, so that two machines find the same copies."""
    return tuple(crc32(" ".join(words[i : i + SIZE]).encode()) for i in range(len(words) - SIZE + 1))


class ShingleIndex:
    """The texts seen so far, by a sample of their shingles."""

    def __init__(self) -> None:
        self._earliest: defaultdict[int, list[int]] = defaultdict(list)
        self._latest: defaultdict[int, list[int]] = defaultdict(list)

    def near(self, found: Sequence[int]) -> list[int]:
        """Give the numbers of the texts that share most with these shingles, the nearest first, ties by number."""
        sample = _sample(found)
        held = Counter(chain.from_iterable(self._earliest.get(shingle, ()) for shingle in sample))
        held.update(chain.from_iterable(self._latest.get(shingle, ()) for shingle in sample))
        near = sorted((-count, number) for number, count in held.items() if count >= LEAST)
        return [number for _, number in near[:NEAREST]]

    def add(self, number: int, found: Sequence[int]) -> None:
        for shingle in _sample(found):
            earliest = self._earliest[shingle]
            if len(earliest) < HOLDERS:
                earliest.append(number)
                continue
            latest = self._latest[shingle]
            latest.append(number)
            del latest[:-HOLDERS]


def _sample(found: Sequence[int]) -> list[int]:
    return [shingle for shingle in dict.fromkeys(found) if shingle % SAMPLE == 0]

"""The shingles of a text, and which texts share enough of a sample of them to be compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

SIZE = 5
"""Words in a shingle: five in a row are seldom equal by chance, and survive an editor who cuts whole sentences."""

WORDS_READ = 400
"""Words of a text that are compared: an abridged copy keeps the opening."""

SAMPLE = 4
"""One shingle in four, by its hash, is indexed: the same ones in a text and in its shortened copy, unlike a MinHash
signature, which only equal-sized texts share."""

BOILERPLATE = 30
"""A sampled shingle in more texts than this leads nowhere: it is a newsletter notice, or a copy found by others."""

_WORDS = re.compile(r"\w+", re.UNICODE)


def words_of(text: str) -> list[str]:
    """Give the words of a text as copies are compared: casefolded, without punctuation."""
    return _WORDS.findall(text.casefold())[:WORDS_READ]


def shingles(words: Sequence[str]) -> tuple[int, ...]:
    """Hash every run of five words, in order; the hash is fixed, so that two machines find the same copies."""
    return tuple(crc32(" ".join(words[i : i + SIZE]).encode()) for i in range(len(words) - SIZE + 1))


def sharing_pairs(texts: Mapping[int, Sequence[int]], least: int = 2) -> Iterator[tuple[int, int]]:
    """Give the pairs of texts that share at least `least` sampled shingles, each pair once, in order."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in texts.items():
        for shingle in dict.fromkeys(text):
            if shingle % SAMPLE == 0:
                holders[shingle].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for found in holders.values():
        if len(found) <= BOILERPLATE:
            for i, one in enumerate(found):
                for other in found[i + 1 :]:
                    shared[one, other] += 1
    return iter(sorted(pair for pair, count in shared.items() if count >= least))

"""A text as numbers: four bytes for each word, and from them its shingles, which tell what two texts share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SIZE = 5
"""Words in a shingle: five in a row are seldom equal by chance, and survive an editor who cuts whole sentences."""

WORDS_READ = 400
"""Words of a text that are compared: an abridged copy keeps the opening."""

SAMPLE = 4
"""One shingle in four, by its hash, is indexed: the same ones in a text and in its shortened copy, unlike a MinHash
signature, which only equal-sized texts share."""

SAMPLED = 48
"""The lowest so many hashes of the sample are indexed: of a long text one shingle in eight, so that seven of an
abridged copy of 60 words are among them."""

CODE = 4
"""Bytes of a word's code."""

_WORDS = re.compile(r"\w+", re.UNICODE)
_FACTOR = np.uint32(0x9E3779B1)  # 2**32 over the golden ratio, made odd: multiplying by it loses no bit
_MIXES = ((np.uint32(16), np.uint32(0x85EBCA6B)), (np.uint32(13), np.uint32(0xC2B2AE35)))
_LAST_MIX = np.uint32(16)  # the finaliser of MurmurHash3, so that the low bits are as good as the high ones

Hashes = NDArray[np.uint32]


def words_of(text: str) -> list[str]:
    """Give the words of a text as copies are compared: casefolded, without punctuation."""
    return _WORDS.findall(text.casefold())[:WORDS_READ]


def codes(words: Sequence[str]) -> bytes:
    """Give a number for each word, in order; the lowest bit tells whether the word begins with a digit.

    As bytes, 400 words take 1.6 kB and two texts are compared in no time; the number is fixed, so that two machines
    find the same copies.

    >>> one, other = codes(["ferry", "aground"]), codes(["ferry", "aground", "at", "6.30"])
    >>> other.startswith(one), len(numbers(other))
    (True, 1)
    """
    coded = np.fromiter(map(crc32, " ".join(words).encode().split(b" ") if words else ()), dtype="<u4")
    coded &= np.uint32(0xFFFFFFFE)
    coded[[place for place, word in enumerate(words) if word[0].isdigit()]] |= np.uint32(1)
    return coded.tobytes()


def vocabulary(coded: bytes) -> frozenset[int]:
    """Give the codes of the words of a text."""
    return frozenset(_array(coded).tolist())


def numbers(coded: bytes) -> frozenset[int]:
    """Give the codes of those words of a text that begin with a digit."""
    found = _array(coded)
    return frozenset(found[(found & np.uint32(1)).astype(bool)].tolist())


def hashes(coded: bytes) -> Hashes:
    """Hash every run of five words, in order."""
    found = _array(coded)
    runs = max(0, len(found) - SIZE + 1)
    mixed = np.zeros(runs, dtype=np.uint32)
    for start in range(SIZE):
        mixed *= _FACTOR
        mixed += found[start : start + runs]
    for shift, factor in _MIXES:
        mixed ^= mixed >> shift
        mixed *= factor
    return mixed ^ (mixed >> _LAST_MIX)


# A newcomer is compared with a dozen others, and a wire report with every copy of it.
@lru_cache(maxsize=256)
def shingles(coded: bytes) -> tuple[int, ...]:
    """Give the hashes of a text's runs of five words, in order."""
    return tuple(hashes(coded).tolist())


def sample(coded: bytes) -> Hashes:
    """Give the shingles by which a text is found: the lowest of one in four."""
    found = hashes(coded)
    return np.unique(found[found % np.uint32(SAMPLE) == 0])[:SAMPLED]


def _array(coded: bytes) -> Hashes:
    return np.frombuffer(coded, dtype="<u4")

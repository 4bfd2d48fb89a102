"""A text as numbers: four bytes for each word, and from them its shingles, which tell what two texts share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
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

CODE = 3
"""Bytes of a word's code: among the 200 words of a text one in 40,000 others is taken for one of them."""

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

    As bytes, 400 words take 1.2 kB and two texts are compared in no time; the number is fixed, so that two machines
    find the same copies.

    >>> one, other = codes(["ferry", "aground"]), codes(["ferry", "aground", "at", "6.30"])
    >>> other.startswith(one), len(numbers(other))
    (True, 1)
    """
    if not words:
        return b""
    coded = np.fromiter(map(crc32, " ".join(words).encode().split(b" ")), dtype="<u4", count=len(words))
    coded &= np.uint32(0xFFFFFE)
    coded |= np.fromiter(map(str.isdigit, map(itemgetter(0), words)), dtype=np.bool_, count=len(words))
    return coded.view(np.uint8).reshape(-1, 4)[:, :CODE].tobytes()


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
    if (runs := len(found) - SIZE + 1) <= 0:
        return np.empty(0, dtype=np.uint32)
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


def sample(coded: bytes) -> list[int]:
    """Give the shingles by which a text is found: the lowest of one in four."""
    found = hashes(coded)
    return sorted(set(found[found % np.uint32(SAMPLE) == 0].tolist()))[:SAMPLED]


def _array(coded: bytes) -> Hashes:
    wide = np.zeros((len(coded) // CODE, 4), dtype=np.uint8)
    wide[:, :CODE] = np.frombuffer(coded, dtype=np.uint8).reshape(-1, CODE)
    return wide.view("<u4").ravel()

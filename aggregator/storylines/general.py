"""How common words are in general language, so that a small database does not take "Australia" for rare."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from hashlib import blake2b
from importlib import resources
from math import exp

STORY_WORDS = 60
"""Words of a story that say something, about, with those of all its voices."""

LEAST = 1e-6
"""How much of all text a word makes up that is not listed: the list ends there."""

UNKNOWN = 1 - exp(-STORY_WORDS * LEAST)
"""The share of stories that hold a word that is not listed."""

_STEPS = 10.0
"""The list's levels are tenths of the natural logarithm."""


def key_of_stem(stem: str) -> int:
    """Give the number of a stem."""
    digest = blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


@functools.cache
def shares() -> Mapping[int, float]:
    """Map the keys of listed stems to the share of stories that hold each, as general language has them.

    The list is of the vocabulary of Google's multilingual Universal Sentence Encoder 3, in 16 languages, with the
    frequencies that its tokenizer was trained with (see NOTICE); `python -m bench.frequencies` writes it.
    """
    found: dict[int, float] = {}
    text = resources.files("aggregator.storylines").joinpath("frequencies.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        level, *stems = line.split()
        share = 1 - exp(-STORY_WORDS * exp(-int(level) / _STEPS))
        found.update((key_of_stem(stem), share) for stem in stems)
    return found


def is_known(key: int) -> bool:
    """Tell whether general language has a stem: names of persons and places that few know it has not."""
    return key in shares()


def share_of(key: int) -> float:
    """Give the share of stories that hold a stem, as general language has it."""
    return shares().get(key, UNKNOWN)

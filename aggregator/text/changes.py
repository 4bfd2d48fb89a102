"""What changed between two versions of a text, word by word, for a person to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from aggregator.text.plain import count_words
from aggregator.text.wording import wording

# A Chinese or Japanese character is a word of its own; so is a punctuation mark, or "bill," would not be "bill".
_WORD = re.compile(
    r"(?:[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+(?:['’.,-]\w+)*|[^\w\s])\s*"
)
_LINE = re.compile(r"[^\n]*\n*")

# The comparison is exact and takes a bit for each pair of words: 4,000 by 4,000 words take 2 MB and some milliseconds.
# Larger texts are compared line by line first, and then the words of the lines that differ.
PAIRS = 16_000_000
# Under this share of words that stayed a reader is better served by the two versions one after the other.
KEPT_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went or came, with the space that follows them."""

    kind: Literal["kept", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of both versions: equal, or changed as a whole."""

    equal: bool
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def size(self) -> int:
        """Words; a mark alone counts only where it is the change."""
        return count_words("".join(self.new)) if self.equal else max(len(self.old), len(self.new))

    def joined(self, other: _Part) -> _Part:
        return _Part(False, self.old + other.old, self.new + other.new)


def word_changes(old: str, new: str) -> tuple[Run, ...]:
    """The runs of words that were kept, removed and added; the kept and added ones together are the new text.

    Quotes, dashes and spaces that were only typed otherwise are no change.

    >>> [(run.kind, run.text) for run in word_changes("Senate close to vote", "Senate close to defeat")]
    [('kept', 'Senate close to '), ('removed', 'vote'), ('added', 'defeat')]
    """
    before, after = _WORD.findall(old.strip()), _WORD.findall(new.strip())
    small = len(before) * len(after) <= PAIRS
    parts = _without_islands(_parts(before, after) if small else list(_by_lines(old.strip(), new.strip())))
    kept = sum(part.size for part in parts if part.equal)
    if kept < KEPT_SHARE * max(count_words(old), count_words(new)):
        parts = [_Part(False, tuple(before), tuple(after))]
    return tuple(run for part in parts for run in _runs(part))


def _parts(before: list[str], after: list[str]) -> list[_Part]:
    found: list[_Part] = []
    for step in Indel.opcodes([*map(wording, before)], [*map(wording, after)]):
        old, new = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        part = _Part(step.tag == "equal", tuple(old), tuple(new))
        if found and not part.equal and not found[-1].equal:
            found[-1] = found[-1].joined(part)
        else:
            found.append(part)
    return found


def _by_lines(old: str, new: str) -> Iterator[_Part]:
    """Compares lines, and the words of those that differ; a stretch that is still too large is changed as a whole."""
    before, after = (_LINE.findall(text)[:-1] for text in (old, new))
    if len(before) * len(after) > PAIRS:
        yield _Part(False, (old,), (new,))
        return
    for part in _parts(before, after):
        left, right = (_WORD.findall("".join(lines)) for lines in (part.old, part.new))
        if part.equal:
            yield _Part(True, tuple(left), tuple(right))
        elif len(left) * len(right) <= PAIRS:
            yield from _parts(left, right)
        else:
            yield _Part(False, tuple(left), tuple(right))


def _without_islands(parts: Sequence[_Part]) -> list[_Part]:
    """Joins two changes with the few words between them that stayed: read alone, those say nothing."""
    found: list[_Part] = []
    for number, part in enumerate(parts):
        after = parts[number + 1] if number + 1 < len(parts) else None
        is_island = found and after and part.equal and 2 * part.size <= min(found[-1].size, after.size)
        if found and (is_island or not (part.equal or found[-1].equal)):
            found[-1] = found[-1].joined(part)
        else:
            found.append(part)
    return found


def _runs(part: _Part) -> Iterator[Run]:
    if part.equal:
        yield Run("kept", "".join(part.new))
        return
    if part.old:
        yield Run("removed", "".join(part.old))
    if part.new:
        yield Run("added", "".join(part.new))

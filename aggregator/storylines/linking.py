"""Joins stories into storylines, one after the other in the order of their time, and holds to a person's word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import inf, log
from typing import Protocol

from aggregator.grouping.rows import Array
from aggregator.storylines.config import StorylineConfig
from aggregator.storylines.index import ASKED, Index
from aggregator.storylines.rarity import Background
from aggregator.storylines.score import Likeness, Weighed, compare, weigh
from aggregator.storylines.terms import StoryTerms

KEPT = 20_000
"""Stories whose terms are kept unpacked."""


@dataclass(frozen=True, slots=True)
class Held:
    """A person's word on stories: those of one root go together, and two roots of a pair in `apart` never do."""

    root: Mapping[int, int] = field(default_factory=dict)
    apart: Set[frozenset[int]] = frozenset()

    def of(self, story: int) -> int:
        return self.root.get(story, story)

    def mates(self, story: int) -> list[int]:
        """Gives the stories that a person put together with this one."""
        if story not in self.root:
            return []
        return sorted(mate for mate, root in self.root.items() if root == self.root[story] and mate != story)


class Terms(Protocol):
    """All terms of all stories, one after the other: `sizes` says how many each story has."""

    @property
    def stories(self) -> Sequence[int]: ...
    @property
    def sizes(self) -> Array: ...
    @property
    def keys(self) -> Array: ...
    @property
    def weights(self) -> Array: ...
    @property
    def cases(self) -> Array: ...


class Linker:
    """Storylines as they grow: `line_of` maps each story to the key of its storyline, that of one story too."""

    def __init__(self, config: StorylineConfig, compare: Callable[[int, int], Likeness], held: Held) -> None:
        self._config = config
        self._least = log(config.threshold / (1 - config.threshold))
        self._compare = compare
        self._held = held
        self._free = 0
        self._enemies: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in (sorted(pair) for pair in held.apart if len(pair) == 2):
            self._enemies[one].add(other)
            self._enemies[other].add(one)
        self.line_of: dict[int, int] = {}
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        self.placed: list[int] = []
        self.matched: dict[int, tuple[int, Likeness]] = {}

    def stand(self, lines: Mapping[int, int]) -> None:
        """Takes in the storylines that stand, by their stories, the earliest first."""
        for story, line in lines.items():
            self.line_of[story] = line
            self.members[line].append(story)

    def place(self, story: int, candidates: Iterable[int]) -> None:
        """Puts a story into the storyline of those that it is most like, or into one of its own."""
        self.placed.append(story)
        self._free -= 1
        line = self._free
        self.line_of[story] = line
        self.members[line].append(story)
        for mate in self._held.mates(story):
            if mate in self.line_of:
                self._join(self.line_of[mate], self.line_of[story])
        # A mean reaches the threshold only where a pair does: all other storylines of candidates are let be.
        known = [other for other in candidates if other in self.line_of]
        likely = [other for other in known if self._compare(story, other).odds >= self._least]
        near = {self.line_of[other] for other in likely}
        while True:
            mine = self.line_of[story]
            means = {other: self._mean(mine, other) for other in near if other in self.members and other != mine}
            best = min(means, key=lambda other: (-means[other], -other), default=None)
            if best is None or means[best] < self._least:
                break
            self._join(best, mine)
        self._match(story)

    def sample(self, line: int) -> list[int]:
        """Gives the stories that stand for a storyline."""
        return self.members[line][-self._config.sample :]

    def _mean(self, one: int, other: int) -> float:
        """Gives the mean log odds between two storylines, none where they may not be one.

        Of log odds, as a pair that can't be of one affair then says more than one that is only unlikely.
        """
        first, second = self.members[one], self.members[other]
        if len(first) + len(second) > self._config.largest or self._parted(first, second):
            return -inf
        odds = [self._compare(a, b).odds for a in self.sample(one) for b in self.sample(other)]
        return sum(odds) / len(odds)

    def _parted(self, first: Iterable[int], second: Iterable[int]) -> bool:
        roots = {self._held.of(story) for story in second}
        return any(not self._enemies[self._held.of(story)].isdisjoint(roots) for story in first)

    def _join(self, one: int, other: int) -> None:
        if one == other:
            return
        kept, gone = sorted((one, other), key=lambda line: (line < 0, abs(line)))  # the oldest that stands, if any
        self.members[kept] += self.members.pop(gone)
        self.line_of.update(dict.fromkeys(self.members[kept], kept))

    def _match(self, story: int) -> None:
        """Notes the story of its storyline that a story is likest, and why."""
        others = [other for other in self.members[self.line_of[story]] if other != story]
        if others:
            found = {other: self._compare(story, other) for other in others[-self._config.sample :]}
            best = max(found, key=lambda other: (found[other].odds, -other))
            self.matched[story] = best, found[best]


def linked_in_turn(
    terms: Terms,
    days: Mapping[int, float],
    read: Callable[[Collection[int]], Iterable[StoryTerms]],
    standing: Mapping[int, int],
    new: Iterable[int],
    held: Held,
    config: StorylineConfig,
) -> tuple[Linker, Background]:
    """Link new stories in the order of their days, beside the storylines that stand; `read` gives stories' terms."""
    background = Background.counted(len(terms.stories), terms.keys, terms.cases)
    index = Index(terms.stories, terms.sizes, terms.keys, terms.weights, background)
    known: dict[int, Weighed] = {}
    likely: dict[tuple[int, int], Likeness] = {}

    def likeness(one: int, other: int) -> Likeness:
        pair = min(one, other), max(one, other)
        if pair not in likely:
            for story in pair:
                if story not in known:
                    known.update((found.story, weigh(found, background)) for found in read([story]))
            likely[pair] = compare(known[pair[0]], known[pair[1]], config.fitted)
        return likely[pair]

    linker = Linker(config, likeness, held)
    linker.stand(standing)
    ordered = sorted(new, key=lambda story: (days.get(story, 0.0), story))
    for start in range(0, len(ordered), ASKED):
        found = list(index.candidates(ordered[start : start + ASKED], config.candidates))
        near = {other for story, others in found for other in (story, *others)}
        near |= {mate for story in near if story in linker.line_of for mate in linker.sample(linker.line_of[story])}
        if len(known) > KEPT:
            known.clear()
        likely.clear()
        known.update((story.story, weigh(story, background)) for story in read(near - known.keys()))
        for story, candidates in found:
            linker.place(story, candidates)
    return linker, background

"""Puts articles into stories block after block, and mends by average linkage what each block changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from aggregator.grouping.candidates import Candidates
from aggregator.grouping.cells import Cell, cells, likelihoods, pairs_of
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.linkage import average_linkage
from aggregator.grouping.nearest import Nearest
from aggregator.grouping.neighbours import MEAN_PRIOR
from aggregator.grouping.rows import Array, Column
from aggregator.grouping.scoring import Pairs, Scorer
from aggregator.grouping.shelf import Shelf

BLOCK = 1024
"""Arrivals that are placed at once, in order of time: what a poll of many feeds brings."""

FLOOR = 0.7
"""Stories that hang together by pairs as likely as this are put together anew. With .5 the mean F1 of three sets
is .005 lower, with .8 .004."""

NOWHERE = -1
"""The story of a slot that is empty."""


class Stories:
    """The stories of the window; a slot is an article's place on the shelf, a key a story's name in here.

    `stored` holds the stored id of those keys that have one; `changed` the slots whose story changed since it was
    last emptied.
    """

    def __init__(self, shelf: Shelf, config: GroupingConfig) -> None:
        self._shelf = shelf
        self._config = config
        self._candidates = Candidates(shelf, config)
        self._next_key = 0
        self._nearest = Nearest()
        self._story = Column(np.int64)
        self.members: dict[int, list[int]] = {}
        self.stored: dict[int, int] = {}
        self.changed: set[int] = set()

    def scorer(self) -> Scorer:
        """Give a scorer for what the window holds now."""
        return Scorer(self._shelf, self._shelf.weights(), self._shelf.mean_vector(MEAN_PRIOR), self._config)

    def stand(self, members: Mapping[int, Iterable[int]]) -> None:
        """Take in standing members of stored stories, others of which may stand already."""
        self._grow()
        keys = {story: key for key, story in self.stored.items()}
        for story, slots in members.items():
            key = keys.get(story) or self._new_key()
            self.stored[key] = story
            found = self.members.setdefault(key, [])
            found += slots
            self._story.values[found] = key

    def leave(self, slots: Sequence[int]) -> None:
        """Take slots out of their stories."""
        for slot in slots:
            key = self.story_of(slot)
            self.members[key].remove(slot)
            self.changed.discard(slot)
            if not self.members[key]:
                del self.members[key]
                self.stored.pop(key, None)
        self._story.values[slots] = NOWHERE
        self._nearest.forget(slots)

    def renumber(self, kept: Sequence[int]) -> None:
        """Follow the shelf when it was compacted; `kept` are the old slots in their new order."""
        new = {old: slot for slot, old in enumerate(kept)}
        self.members = {key: [new[slot] for slot in slots] for key, slots in self.members.items()}
        self._story.keep(np.asarray(kept, dtype=np.int64))
        self._nearest.renumber(kept)
        self.changed = {new[slot] for slot in self.changed}
        self._candidates.forget()

    def story_of(self, slot: int) -> int:
        """Give the key of the story that a slot is in."""
        return int(self._story.values[slot])

    def near(self, slots: Sequence[int]) -> list[Sequence[int]]:
        """Give for each slot the members of its story to which it was found near, beside a sample of them."""
        story = self._story.values
        found: dict[int, dict[int, None]] = {slot: {} for slot in slots}
        one, other, _ = self._nearest.of(slots)
        same = story[one] == story[other]
        for slot, near in zip(one[same].tolist(), other[same].tolist(), strict=True):
            found[slot][near] = None
        for slot, key in zip(slots, story[slots].tolist(), strict=True):
            found[slot].update(dict.fromkeys(self.sample(self.members[key])))
            found[slot].pop(slot, None)
        return [list(others) for others in found.values()]

    def sample(self, members: Sequence[int]) -> Sequence[int]:
        """Give some members, evenly drawn, that stand for all where they are many."""
        limit = self._config.sample
        if len(members) <= limit:
            return members
        return [members[i * len(members) // limit] for i in range(limit)]

    def place(self, slots: Sequence[int]) -> None:
        """Place a block of new slots: each as a story of its own, then mended with the stories near it."""
        block = np.asarray(slots)
        self._grow()
        for slot in block.tolist():
            key = self._new_key()
            self._story.values[slot] = key
            self.members[key] = [slot]
        self.changed.update(block.tolist())
        scorer = self.scorer()
        pairs = self._met(block, scorer)
        likely = _likely(pairs, scorer.probability(pairs))
        self._nearest.remember(*likely)
        self._mend(self._cells(block, *likely), scorer)

    def _grow(self) -> None:
        """Make room for the slots that have come to the shelf."""
        self._story.extend(np.full(len(self._shelf) - len(self._story), NOWHERE))
        self._nearest.grow(len(self._shelf))

    def _met(self, block: Array, scorer: Scorer) -> Pairs:
        """Score a block with its candidates; of those that may matter it must be known how near others are to them."""
        pairs = scorer.pairs(*self._candidates.pairs(block, scorer.weights))
        scorer.meet(pairs)
        met = self._shelf.met.values
        met[block] = True
        likely = scorer.probability(pairs) >= FLOOR
        unmet = np.unique(np.concatenate([pairs.one[likely], pairs.other[likely]]))
        unmet = unmet[~met[unmet]]
        others = scorer.pairs(*self._candidates.pairs(unmet, scorer.weights))
        scorer.meet(others)
        met[unmet] = True
        self._nearest.remember(*_likely(others, scorer.probability(others)))
        return pairs

    def _cells(self, block: Array, one: Array, other: Array, value: Array) -> list[Cell]:
        """Give the stories that hang together with those of a block, and the neighbours that these remember.

        An arrival may link or loosen those, too. Without them the F1 of a month of news depends on the order of arrival
        by .015, with them by .009; the neighbours of neighbours change no set by more than .002.
        """
        story = self._story.values
        called = (story[one], story[other], value)
        further = self._neighbours(np.union1d(*called[:2]))
        left, right, values = (np.concatenate(parts) for parts in zip(called, further, strict=True))
        ends = np.stack([left, right], axis=1)
        return list(cells(ends, values, FLOOR, story[block], self._sizes, self._units))

    def _neighbours(self, keys: Array) -> tuple[Array, Array, Array]:
        """Give the links from stories to others by what their members remember."""
        story = self._story.values
        one, other, value = self._nearest.of([slot for key in keys.tolist() for slot in self.sample(self.members[key])])
        one, other = story[one], story[other]
        away = (other != NOWHERE) & (other != one)
        return one[away], other[away], value[away]

    def _sizes(self, keys: Array) -> Array:
        return np.minimum([len(self.members[key]) for key in keys.tolist()], self._config.recluster_limit)

    def _units(self, key: int) -> list[tuple[int, ...]]:
        """Give what a story is made of: its members, or where they are many, all of them as one."""
        members = self.members[key]
        if len(members) > self._config.recluster_limit:
            return [tuple(members)]
        return [(slot,) for slot in sorted(members)]

    def _mend(self, mended: Sequence[Cell], scorer: Scorer) -> None:
        """Put the units of each cell together anew, all pairs of all cells scored at once."""
        asked = [pairs_of(cell, self.sample) for cell in mended]
        if not asked:
            return
        one = np.concatenate([pairs[0] for pairs in asked])
        other = np.concatenate([pairs[1] for pairs in asked])
        pairs = scorer.pairs(one, other)
        scorer.meet(pairs)
        probability = scorer.probability(pairs)
        start = 0
        for cell, (cell_one, _, left, right) in zip(mended, asked, strict=True):
            stop = start + len(cell_one)
            self._recluster(cell, left, right, probability[start:stop])
            start = stop

    def _recluster(self, cell: Cell, left: Array, right: Array, probability: Array) -> None:
        likely, shares = likelihoods(len(cell.units), left, right, probability)
        sizes = np.array([len(unit) for unit in cell.units])
        parts = average_linkage(likely, shares, sizes, self._config.threshold, self._config.quorum)
        self._replace(cell.keys, [[slot for unit in part for slot in cell.units[unit]] for part in parts])

    def _new_key(self) -> int:
        self._next_key += 1
        return self._next_key

    def _replace(self, keys: Sequence[int], parts: Iterable[list[int]]) -> None:
        """Put `parts` in the place of some stories; each keeps the stored, else the earliest, key of its members."""
        for key in keys:
            del self.members[key]
        taken: list[int] = []
        aged = [sorted(part, key=self.age) for part in parts]
        for part in sorted(aged, key=lambda part: self.age(part[0])):
            old = sorted(dict.fromkeys(self._story.values[part].tolist()), key=lambda key: key not in self.stored)
            key = next((key for key in old if key not in self.members), None) or self._new_key()
            self.members[key] = part
            taken.append(key)
        for key in taken:
            self.changed.update(slot for slot in self.members[key] if self._story.values[slot] != key)
            self._story.values[self.members[key]] = key
        for key in set(keys) - set(taken):
            self.stored.pop(key, None)

    def age(self, slot: int) -> tuple[bool, float, str, int]:
        """Give what slots are sorted by: time, unknown last, a fixed hash, and the article's number."""
        time = float(self._shelf.time.values[slot])
        return (time != time, 0.0 if time != time else time, self._shelf.orders[slot], self._shelf.articles[slot])


def _likely(pairs: Pairs, probability: Array) -> tuple[Array, Array, Array]:
    """Give the pairs that may make stories hang together, and how likely they are."""
    chosen = probability >= FLOOR
    return pairs.one[chosen], pairs.other[chosen], probability[chosen]

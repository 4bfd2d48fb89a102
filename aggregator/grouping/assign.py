"""Puts articles into stories block after block, and mends by average linkage what each block changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from aggregator.grouping.candidates import Candidates
from aggregator.grouping.cells import Cell, cells, likelihoods, pairs_of
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.linkage import average_linkage
from aggregator.grouping.neighbours import MEAN_PRIOR
from aggregator.grouping.rows import Array
from aggregator.grouping.scoring import Pairs, Scorer
from aggregator.grouping.shelf import Shelf

BLOCK = 1024
"""Arrivals that are placed at once, in order of time: what a poll of many feeds brings."""

FLOOR = 0.7
"""Stories that hang together by pairs as likely as this are put together anew. With .3 the mean F1 of three sets is the
same, while a month of one theme hangs together as a whole and takes three times as long."""

HOPS = 2
"""How far beyond the stories that arrivals call their neighbours are called, too: an arrival may link or loosen them.
With one hop the F1 of a month of news depends on the order of arrival by .04, with two by .01."""

NEAREST_KEPT = 8
"""Likeliest candidates of an article that are remembered."""


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
        self._nearest: dict[int, dict[int, float]] = {}
        self.story_of: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self.stored: dict[int, int] = {}
        self.changed: set[int] = set()

    def scorer(self) -> Scorer:
        """Give a scorer for what the window holds now."""
        return Scorer(self._shelf, self._shelf.weights(), self._shelf.mean_vector(MEAN_PRIOR), self._config)

    def stand(self, members: Mapping[int, Iterable[int]]) -> None:
        """Take in standing members of stored stories, others of which may stand already."""
        keys = {story: key for key, story in self.stored.items()}
        for story, slots in members.items():
            key = keys.get(story) or self._new_key()
            self.stored[key] = story
            found = self.members.setdefault(key, [])
            found += slots
            self.story_of.update(dict.fromkeys(found, key))

    def leave(self, slots: Iterable[int]) -> None:
        """Take slots out of their stories."""
        for slot in slots:
            key = self.story_of.pop(slot)
            self.members[key].remove(slot)
            self._nearest.pop(slot, None)
            self.changed.discard(slot)
            if not self.members[key]:
                del self.members[key]
                self.stored.pop(key, None)

    def renumber(self, kept: Sequence[int]) -> None:
        """Follow the shelf when it was compacted; `kept` are the old slots in their new order."""
        new = {old: slot for slot, old in enumerate(kept)}
        self.members = {key: [new[slot] for slot in slots] for key, slots in self.members.items()}
        self.story_of = {slot: key for key, slots in self.members.items() for slot in slots}
        self._nearest = {
            new[slot]: {new[near]: value for near, value in known.items() if near in new}
            for slot, known in self._nearest.items()
            if slot in new
        }
        self.changed = {new[slot] for slot in self.changed}
        self._candidates.forget()

    def near(self, slot: int) -> Sequence[int]:
        """Give the members of a slot's story to which it was found near, beside a sample of them."""
        key = self.story_of[slot]
        near = [other for other in self._nearest.get(slot, ()) if self.story_of.get(other) == key]
        return [other for other in dict.fromkeys([*near, *self.sample(self.members[key])]) if other != slot]

    def sample(self, members: Sequence[int]) -> Sequence[int]:
        """Give some members, evenly drawn, that stand for all where they are many."""
        limit = self._config.sample
        if len(members) <= limit:
            return members
        return [members[i * len(members) // limit] for i in range(limit)]

    def place(self, slots: Sequence[int]) -> None:
        """Place a block of new slots: each as a story of its own, then mended with the stories near it."""
        block = np.asarray(slots)
        for slot in block.tolist():
            key = self._new_key()
            self.story_of[slot] = key
            self.members[key] = [slot]
        self.changed.update(block.tolist())
        scorer = self.scorer()
        pairs = self._met(block, scorer)
        probability = scorer.probability(pairs)
        self._remember(pairs, probability)
        self._mend(self._cells(pairs, probability), scorer)

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
        self._remember(others, scorer.probability(others))
        return pairs

    def _remember(self, pairs: Pairs, probability: Array) -> None:
        """Keep the likeliest candidates of each slot of some pairs."""
        for one, other, value in _likely(pairs, probability):
            for slot, near in ((one, other), (other, one)):
                known = self._nearest.setdefault(slot, {})
                known[near] = value
                if len(known) > NEAREST_KEPT:
                    del known[min(known, key=lambda near: (known[near], near))]

    def _cells(self, pairs: Pairs, probability: Array) -> list[Cell]:
        """Give the stories that hang together by likely pairs, from those of a block to neighbours of neighbours."""
        links = {(self.story_of[one], self.story_of[other]): value for one, other, value in _likely(pairs, probability)}
        seen: set[int] = set()
        for _ in range(HOPS):
            fresh = {key for link in links for key in link} - seen
            seen |= fresh
            for key in sorted(fresh):
                links.update(self._neighbours(key))
        return list(cells(links, FLOOR, self._size, self._units))

    def _neighbours(self, key: int) -> dict[tuple[int, int], float]:
        """Give the links of a story by what its members remember."""
        found: dict[tuple[int, int], float] = {}
        for slot in self.sample(self.members[key]):
            for near, value in self._nearest.get(slot, {}).items():
                if near in self.story_of and value >= FLOOR:
                    link = (key, self.story_of[near])
                    found[link] = max(value, found.get(link, 0.0))
        return found

    def _size(self, key: int) -> int:
        return min(len(self.members[key]), self._config.recluster_limit)

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
            old = sorted(dict.fromkeys(self.story_of[slot] for slot in part), key=lambda key: key not in self.stored)
            key = next((key for key in old if key not in self.members), None) or self._new_key()
            self.members[key] = part
            taken.append(key)
        for key in taken:
            self.changed.update(slot for slot in self.members[key] if self.story_of[slot] != key)
            self.story_of.update(dict.fromkeys(self.members[key], key))
        for key in set(keys) - set(taken):
            self.stored.pop(key, None)

    def age(self, slot: int) -> tuple[bool, float, str, int]:
        """Give what slots are sorted by: time, unknown last, a fixed hash, and the article's number."""
        time = float(self._shelf.time.values[slot])
        return (time != time, 0.0 if time != time else time, self._shelf.orders[slot], self._shelf.articles[slot])


def _likely(pairs: Pairs, probability: Array) -> Iterator[tuple[int, int, float]]:
    """Give the pairs that may make stories hang together, the least likely first."""
    chosen = np.flatnonzero(probability >= FLOOR)
    chosen = chosen[np.argsort(probability[chosen], kind="stable")]
    sides = (pairs.one[chosen].tolist(), pairs.other[chosen].tolist(), probability[chosen].tolist())
    return zip(*sides, strict=True)

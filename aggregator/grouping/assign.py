"""Puts articles into stories block after block, and mends by average linkage what each block changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aggregator.grouping.candidates import Candidates
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.linkage import average_linkage
from aggregator.grouping.neighbours import MEAN_PRIOR
from aggregator.grouping.rows import Array
from aggregator.grouping.rulings import NO_RULINGS, Rulings
from aggregator.grouping.scoring import Pairs, Scorer
from aggregator.grouping.shelf import Shelf

BLOCK = 1024
"""Arrivals that are placed at once, in order of time: what a poll of many feeds brings."""

FLOOR = 0.7
"""Stories that hang together by pairs as likely as this are put together anew. With .3 the mean F1 of three sets is the
same, while a month of one theme hangs together as a whole and takes three times as long."""

HOPS = 2
"""How far beyond the stories that arrivals call their neighbours are called up, too: an arrival may link or loosen them.
With one hop the F1 of a month of news depends on the order of arrival by .04, with two by .01."""

FLOOR_STEP = 0.05
CELL = 1500
"""Articles that are put together anew at once; above, the floor is raised for them until they fall into parts."""

NEAREST_KEPT = 8
"""Likeliest candidates of an article that are remembered."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Stories that a block may have changed: their keys, and the units that they are made of anew."""

    keys: tuple[int, ...]
    units: tuple[tuple[int, ...], ...]


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
        self.rulings: Rulings = NO_RULINGS
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

    def place(self, slots: Sequence[int]) -> None:
        """Place new slots: each as a story of its own, then mended with the stories near it."""
        for start in range(0, len(slots), BLOCK):
            self._place(np.asarray(slots[start : start + BLOCK]))

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

    def _place(self, block: Array) -> None:
        for slot in block.tolist():
            key = self._new_key()
            self.story_of[slot] = key
            self.members[key] = [slot]
        self.changed.update(block.tolist())
        scorer = self.scorer()
        pairs = self._met(block, scorer)
        probability = scorer.probability(pairs)
        self._remember(pairs, probability)
        cells = self._cells(pairs, probability)
        self._mend(cells, scorer)

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
        """Give the stories that hang together by likely pairs, from those of a block to their neighbours' neighbours."""
        links = {(self.story_of[one], self.story_of[other]): value for one, other, value in _likely(pairs, probability)}
        seen: set[int] = set()
        for _ in range(HOPS):
            fresh = {key for link in links for key in link} - seen
            seen |= fresh
            for key in sorted(fresh):
                links.update(self._neighbours(key))
        return [self._cell(keys) for keys in self._parts(links, FLOOR)]

    def _neighbours(self, key: int) -> dict[tuple[int, int], float]:
        """Give the links of a story by what its members remember."""
        found: dict[tuple[int, int], float] = {}
        for slot in self.sample(self.members[key]):
            for near, value in self._nearest.get(slot, {}).items():
                if near in self.story_of and value >= FLOOR:
                    link = (key, self.story_of[near])
                    found[link] = max(value, found.get(link, 0.0))
        return found

    def _parts(self, links: Mapping[tuple[int, int], float], floor: float) -> list[list[int]]:
        """Give the keys that hang together by links above a floor, which is raised where they are too many."""
        parent: dict[int, int] = {}

        def root(key: int) -> int:
            while parent.setdefault(key, key) != key:
                parent[key] = key = parent[parent[key]]
            return key

        for (one, other), value in links.items():
            if value >= floor:
                parent[root(one)] = root(other)
        parts: defaultdict[int, list[int]] = defaultdict(list)
        for key in sorted(parent):
            parts[root(key)].append(key)
        found: list[list[int]] = []
        for keys in parts.values():
            size = sum(min(len(self.members[key]), self._config.recluster_limit) for key in keys)
            if size <= CELL or floor >= 1:
                found.append(keys)
            else:
                inside = set(keys)
                found += self._parts({link: v for link, v in links.items() if link[0] in inside}, floor + FLOOR_STEP)
        return found

    def _cell(self, keys: Sequence[int]) -> Cell:
        units: list[tuple[int, ...]] = []
        for key in keys:
            members = self.members[key]
            if len(members) > self._config.recluster_limit:
                units.append(tuple(members))
            else:
                units += self._bound(members)
        return Cell(tuple(keys), tuple(units))

    def _bound(self, members: Sequence[int]) -> list[tuple[int, ...]]:
        """Give the members of a story one by one, but those that a person put together as one."""
        units: defaultdict[int, list[int]] = defaultdict(list)
        for slot in sorted(members):
            article = self._shelf.articles[slot]
            units[self.rulings.component_of.get(article, -slot - 1)].append(slot)
        return [tuple(unit) for unit in units.values()]

    def _mend(self, cells: Sequence[Cell], scorer: Scorer) -> None:
        """Put the units of each cell together anew, all pairs of all cells scored at once."""
        asked = [self._asked(cell) for cell in cells]
        if not asked:
            return
        one = np.concatenate([pairs[0] for pairs in asked])
        other = np.concatenate([pairs[1] for pairs in asked])
        pairs = scorer.pairs(one, other)
        scorer.meet(pairs)
        probability = scorer.probability(pairs)
        start = 0
        for cell, (cell_one, _, left, right) in zip(cells, asked, strict=True):
            stop = start + len(cell_one)
            self._recluster(cell, left, right, probability[start:stop])
            start = stop

    def _asked(self, cell: Cell) -> tuple[Array, Array, Array, Array]:
        """Give the pairs of slots that a cell needs scored, and the units that they belong to."""
        drawn = [self.sample(unit) for unit in cell.units]
        slots = np.array([slot for unit in drawn for slot in unit])
        units = np.repeat(np.arange(len(drawn)), [len(unit) for unit in drawn])
        left, right = np.triu_indices(len(slots), 1)
        apart = units[left] != units[right]
        left, right = left[apart], right[apart]
        return slots[left], slots[right], units[left], units[right]

    def _recluster(self, cell: Cell, left: Array, right: Array, probability: Array) -> None:
        size = len(cell.units)
        if size < 2:
            return
        sums, shares, counts = (np.zeros((size, size)) for _ in range(3))
        np.add.at(sums, (left, right), probability)
        np.add.at(shares, (left, right), probability >= 0.5)
        np.add.at(counts, (left, right), 1)
        counts = np.maximum(counts + counts.T, 1)
        likely, shares = (sums + sums.T) / counts, (shares + shares.T) / counts
        self._forbid(cell, likely)
        sizes = np.array([len(unit) for unit in cell.units])
        parts = average_linkage(likely, shares, sizes, self._config.threshold, self._config.quorum)
        self._replace(cell.keys, [[slot for unit in part for slot in cell.units[unit]] for part in parts])

    def _forbid(self, cell: Cell, likely: Array) -> None:
        """Keep the units apart that hold articles which a person put apart."""
        if not self.rulings.apart:
            return
        unit_of = {self._shelf.articles[slot]: number for number, unit in enumerate(cell.units) for slot in unit}
        for one, other in self.rulings.apart:
            if one in unit_of and other in unit_of:
                likely[unit_of[one], unit_of[other]] = likely[unit_of[other], unit_of[one]] = -np.inf

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

    def age(self, slot: int) -> tuple[bool, float, str]:
        """Give what slots are sorted by: time, unknown last, and a fixed hash."""
        time = float(self._shelf.time.values[slot])
        return (time != time, 0.0 if time != time else time, self._shelf.orders[slot])


def _likely(pairs: Pairs, probability: Array) -> Iterator[tuple[int, int, float]]:
    """Give the pairs that may make stories hang together, the least likely first."""
    chosen = np.flatnonzero(probability >= FLOOR)
    chosen = chosen[np.argsort(probability[chosen], kind="stable")]
    sides = (pairs.one[chosen].tolist(), pairs.other[chosen].tolist(), probability[chosen].tolist())
    return zip(*sides, strict=True)

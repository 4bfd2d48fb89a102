"""Puts articles into stories block after block, and mends by average linkage what each block changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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

BLOCK = 128
"""Arrivals that are placed at once; one by one the arrays would be too short to be worth it."""

FLOOR = 0.3
"""A candidate less likely than this calls no story up: of 33,800 such pairs of three sets 2 % were of one event."""

FLOOR_STEP = 0.1
CELL = 400
"""Articles that are put together anew at once; above, the floor is raised for them until they fall into parts."""

NEAREST_KEPT = 5
"""Likeliest candidates of an arrival that are remembered, to tell which member it was nearest to."""


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
        self._nearest: dict[int, tuple[int, ...]] = {}
        self.rulings: Rulings = NO_RULINGS
        self.story_of: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self.stored: dict[int, int] = {}
        self.changed: set[int] = set()

    def scorer(self) -> Scorer:
        """Give a scorer for what the window holds now."""
        return Scorer(self._shelf, self._shelf.weights(), self._shelf.mean_vector(MEAN_PRIOR), self._config)

    def stand(self, slots: Iterable[int], story: int) -> None:
        """Take in the standing members of a stored story."""
        key = self._new_key()
        self.stored[key] = story
        self.members[key] = list(slots)
        self.story_of.update(dict.fromkeys(self.members[key], key))

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
        self._nearest.clear()
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
        cells = self._cells(pairs, probability, set(block.tolist()))
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
        for start in range(0, len(unmet), BLOCK):
            scorer.meet(scorer.pairs(*self._candidates.pairs(unmet[start : start + BLOCK], scorer.weights)))
        met[unmet] = True
        return pairs

    def _remember(self, pairs: Pairs, probability: Array) -> None:
        """Keep the likeliest candidates of each slot of some pairs."""
        found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        likely = probability >= FLOOR
        for one, other, value in zip(
            pairs.one[likely].tolist(), pairs.other[likely].tolist(), probability[likely].tolist(), strict=True
        ):
            found[one].append((-value, other))
            found[other].append((-value, one))
        for slot, near in found.items():
            self._nearest[slot] = tuple(other for _, other in sorted(near)[:NEAREST_KEPT])

    def _cells(self, pairs: Pairs, probability: Array, block: set[int]) -> list[Cell]:
        """Give the stories that hang together by likely pairs of the block, with the stories that each arrival calls."""
        edges = sorted(
            (-value, one, other)
            for one, other, value in zip(
                pairs.one.tolist(), pairs.other.tolist(), probability.tolist(), strict=True
            )
            if value >= FLOOR
        )
        called: defaultdict[int, dict[int, float]] = defaultdict(dict)
        links: list[tuple[float, int, int]] = []
        for value, one, other in edges:
            for slot, near in ((one, other), (other, one)):
                key, called_key = self.story_of[slot], self.story_of[near]
                if slot not in block or key == called_key:
                    continue
                if near in block or called_key in called[slot] or len(called[slot]) < self._config.near_stories:
                    called[slot].setdefault(called_key, -value)
                    links.append((-value, key, called_key))
        return [self._cell(keys) for keys in self._parts(links, FLOOR)]

    def _parts(self, links: Sequence[tuple[float, int, int]], floor: float) -> list[list[int]]:
        """Give the keys that hang together by links above a floor, which is raised where they are too many."""
        parent: dict[int, int] = {}

        def root(key: int) -> int:
            while parent.setdefault(key, key) != key:
                parent[key] = key = parent[parent[key]]
            return key

        for value, one, other in links:
            if value >= floor:
                parent[root(one)] = root(other)
        parts: defaultdict[int, list[int]] = defaultdict(list)
        for key in sorted(parent):
            parts[root(key)].append(key)
        found: list[list[int]] = []
        for keys in parts.values():
            size = sum(min(len(self.members[key]), self._config.recluster_limit) for key in keys)
            if size <= CELL or floor >= 1 - FLOOR_STEP:
                found.append(keys)
            else:
                inside = set(keys)
                found += self._parts([link for link in links if link[1] in inside], floor + FLOOR_STEP)
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

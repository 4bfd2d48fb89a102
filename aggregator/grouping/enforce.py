"""Holds a finished grouping to a person's word, and moves nothing else that it need not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from aggregator.grouping.rulings import Components, Ruling, Rulings
from aggregator.models import Reason


def person_reason(note: str) -> tuple[Reason, ...]:
    """Give the one reason of an article that is where a person put it."""
    return (Reason("person", 1.0, 0.0, (note,) if note else ()),)


def partners_of(rows: Iterable[Ruling], story_of: Mapping[int, int]) -> dict[int, int]:
    """Map articles to one of the same story that a ruling holds them together with, by the latest ruling."""
    found: dict[int, int] = {}
    for row in rows:
        if row.kind == "together" and row.first in story_of and story_of[row.first] == story_of.get(row.other):
            found |= {row.first: row.other, row.other: row.first}
    return found


def glued(texts: Mapping[int, int], own: Mapping[int, int], named: Set[int]) -> dict[int, int]:
    """Map the copies that go with what they copy to the article that stands for their text.

    Those do that grouping has in one story with it, and that no ruling names.
    """
    return {
        copy: text
        for copy, text in texts.items()
        if copy != text == texts.get(text, text) and copy not in named and copy in own and own.get(text) == own[copy]
    }


def enforce(
    own: Mapping[int, int], rulings: Rulings, near: Mapping[int, int], texts: Mapping[int, int]
) -> dict[int, int]:
    """Give the partition on which every ruling holds; its keys mean nothing beyond it.

    `own` maps the articles, the oldest first, to the stories that grouping alone made: whole stories, all that hold a
    ruled article. Two stories that a person merged are one, with all that was put with either; any other ruled article
    moves alone, with the copies of its text (`texts` maps a copy to its original). Where articles must part, one
    without a ruling goes with the ruled one that it is like (`near`).
    """
    copies = glued(texts, own, rulings.bound)
    like = {article: copies.get(other, other) for article, other in near.items()}
    law = _Law({article: story for article, story in own.items() if article not in copies}, rulings, like)
    law.part()
    law.unite_merged()
    law.gather()
    law.part()
    return {article: law.key[copies.get(article, article)] for article in own}


def numbered(after: Mapping[int, int], own: Mapping[int, int], stored: Mapping[int, int]) -> dict[int, int]:
    """Map the keys of a partition to numbers of stories: each number goes to one, new ones are below zero.

    A story that is as grouping made it has grouping's number. Any other has the one of most of its articles that is
    grouping's and stored; else a stored one; else grouping's.
    """
    homes: defaultdict[int, set[int]] = defaultdict(set)
    makers: defaultdict[int, set[int]] = defaultdict(set)
    for article, key in after.items():
        homes[own[article]].add(key)
        makers[key].add(own[article])
    whole = {a: own[a] for a, key in after.items() if len(makers[key]) == len(homes[own[a]]) == 1}
    both = {article: story for article, story in own.items() if stored.get(article) == story}
    numbers: dict[int, int] = {}
    taken: set[int] = set()
    for known in (whole, both, stored, own):
        shared = Counter((key, known[article]) for article, key in after.items() if article in known)
        for key, story in sorted(shared, key=lambda pair: (-shared[pair], pair[1], pair[0])):
            if key not in numbers and story not in taken:
                numbers[key] = story
                taken.add(story)
    fresh = (key for key in dict.fromkeys(after.values()) if key not in numbers)
    numbers |= {key: -count for count, key in enumerate(fresh, 1)}
    return {article: numbers[key] for article, key in after.items()}


class _Law:
    """One call of `enforce`."""

    def __init__(self, story_of: Mapping[int, int], rulings: Rulings, near: Mapping[int, int]) -> None:
        self.key = dict(story_of)
        self._rank = {article: rank for rank, article in enumerate(self.key)}
        self._rows = rulings.rows
        self._bound = sorted(rulings.bound & self.key.keys(), key=self._rank.__getitem__)
        self._pinned = rulings.pinned
        self._components = Components(rulings.rows)
        self._near = near
        self._free = -1 - max(map(abs, self.key.values()), default=0)

    def unite_merged(self) -> None:
        """Make stories one that a person merged; of each, the one that holds most of its articles is meant."""
        stars: defaultdict[tuple[int, int], defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in self._rows:
            if row.word == "merge":
                stars[row.act, row.first][row.first_story].add(row.first)
                stars[row.act, row.first][row.other_story].add(row.other)
        for formers in stars.values():
            present = [articles & self.key.keys() for articles in formers.values()]
            heirs = {self._most(articles, articles - self._pinned) for articles in present if articles}
            if len(heirs) > 1:
                target = min(heirs, key=self._age)
                self.key.update({article: target for article, key in self.key.items() if key in heirs})

    def gather(self) -> None:
        """Bring each component into the story that holds most of it; those who are pinned to it do not count.

        Where all are pinned, to each other, the article counts to which the first was.
        """
        anchors = {row.other: row.first for row in self._rows if row.word == "pin"}
        components: defaultdict[int, list[int]] = defaultdict(list)
        for article in self._bound:
            components[self._components.of(article)].append(article)
        for articles in components.values():
            free = [article for article in articles if article not in self._pinned]
            first = [anchors[article] for article in anchors if article in articles][:1]
            target = self._most(articles, free or [article for article in first if article in self.key])
            self.key.update(dict.fromkeys(articles, target))

    def part(self) -> None:
        """Take stories apart that hold articles which must not be together."""
        held: defaultdict[int, set[int]] = defaultdict(set)
        for article in self._bound:
            held[self._components.of(article)].add(self.key[article])
        conflicts: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in self._rows:
            if row.kind == "apart":
                one, other = self._components.of(row.first), self._components.of(row.other)
                for key in held[one] & held[other]:
                    conflicts[key][one].add(other)
                    conflicts[key][other].add(one)
        for key in sorted(conflicts):
            self._part(key, conflicts[key])

    def _part(self, key: int, conflicts: Mapping[int, Set[int]]) -> None:
        units: defaultdict[int, list[int]] = defaultdict(list)
        for article in (a for a in self.key if self.key[a] == key):
            units[self._components.of(article)].append(article)
        side = self._sides(units, conflicts)
        sides: defaultdict[int, list[int]] = defaultdict(list)
        for root, number in side.items():
            sides[number] += units[root]
        largest = min(sides, key=lambda number: (-len(sides[number]), min(map(self._rank.__getitem__, sides[number]))))
        for root in units.keys() - side.keys():
            side[root] = self._beside(units[root], side, largest)
        for number in sorted(sides.keys() - {largest}):
            self.key.update({article: self._free for root in units if side[root] == number for article in units[root]})
            self._free -= 1

    def _sides(self, units: Mapping[int, Sequence[int]], conflicts: Mapping[int, Set[int]]) -> dict[int, int]:
        """Number the sides of a quarrel: each unit takes the first without an adversary."""
        side: dict[int, int] = {}
        for root in sorted(conflicts, key=lambda root: (-len(units[root]), self._rank[units[root][0]])):
            taken = {side[other] for other in conflicts[root] if other in side}
            side[root] = next(number for number in range(len(conflicts)) if number not in taken)
        return side

    def _beside(self, unit: Sequence[int], side: Mapping[int, int], otherwise: int) -> int:
        """Give the side of a unit without a quarrel: that of the article which its members are like."""
        for article in unit:
            seen: set[int] = set()
            while article in self._near and article not in seen:
                seen.add(article)
                article = self._near[article]
                if (number := side.get(self._components.of(article))) is not None:
                    return number
        return otherwise

    def _most(self, articles: Collection[int], core: Collection[int]) -> int:
        """Give the story that holds most of some articles, of the core where it has any; the oldest on a tie."""
        counts = Counter(self.key[article] for article in core or articles)
        return next(iter(counts)) if len(counts) == 1 else min(counts, key=lambda key: (-counts[key], self._age(key)))

    def _age(self, key: int) -> int:
        return min(self._rank[article] for article, other in self.key.items() if other == key)

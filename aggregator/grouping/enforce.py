"""Holds a finished grouping to a person's word, and moves nothing else that it need not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.rulings import Components, Ruling, Rulings
from aggregator.models import CopyLink, Document, Member, Reason

_NONE: Mapping[int, int] = MappingProxyType({})


def obey(
    members: Sequence[Member], copies: Iterable[CopyLink], documents: Iterable[Document], rulings: Rulings
) -> tuple[Member, ...]:
    """Give the members of a finished grouping as a person's word wants them.

    A copy without a ruling goes where the article goes that stands for its text, if both were in one story. `members`
    may be those only that changed: ruled articles that are not among them stay in their `rulings.homes`.
    """
    if not rulings.rows:
        return tuple(members)
    aged = sorted(documents, key=arrival_key)
    named = {member.article: _key(member) for member in members}
    before = {document.id: named[document.id] for document in aged if document.id in named}
    glued = _glued(copies, before, rulings.bound)
    near = {m.article: glued.get(m.matched, m.matched) for m in members if m.matched is not None}
    stored = {document.id: document.story for document in aged if document.story is not None}
    free = {article: key for article, key in before.items() if article not in glued}
    after = enforce(free, rulings, near, stored)
    after |= {copy: after[text] for copy, text in glued.items()}
    founders: dict[int, int] = {}
    for article in before:
        founders.setdefault(after[article], article)
    moved = {article for article in rulings.bound if article in before and before[article] != after[article]}
    where = {**rulings.homes, **after}
    ruled = {article: partner(article, rulings.rows, where) for article in moved | (rulings.pinned & before.keys())}
    notes = rulings.notes
    return tuple(
        _placed(member, after[member.article], founders, ruled, notes.get(member.article, "")) for member in members
    )


def _key(member: Member) -> int:
    """Give a story's name in here: the stored id, or for a new story its founder below zero."""
    return member.story if member.story is not None else -member.founder


def _glued(copies: Iterable[CopyLink], story_of: Mapping[int, int], bound: Set[int]) -> dict[int, int]:
    """Map the copies without a ruling to the article of their story that stands for their text."""
    return {
        link.article: link.representative
        for link in copies
        if link.article != link.representative
        and link.article in story_of
        and link.article not in bound
        and story_of.get(link.representative) == story_of[link.article]
    }


def _placed(
    member: Member, key: int, founders: Mapping[int, int], ruled: Mapping[int, int | None], note: str
) -> Member:
    founder = founders[key]
    if member.article not in ruled and (key, founder) == (_key(member), member.founder):
        return member
    placed = replace(member, story=key if key > 0 else None, founder=founder)
    if member.article not in ruled:
        return placed
    matched = None if member.article == founder else ruled[member.article] or founder
    return replace(placed, score=1.0, matched=matched, reasons=person_reason(note), provisional=False)


def person_reason(note: str) -> tuple[Reason, ...]:
    """Give the one reason of an article that is where a person put it."""
    return (Reason("person", 1.0, 0.0, (note,) if note else ()),)


def partner(article: int, rows: Sequence[Ruling], story_of: Mapping[int, int]) -> int | None:
    """Give the article of the same story that a ruling holds this one together with, the latest ruling first."""
    for row in reversed(rows):
        if row.kind == "together" and article in (row.first, row.other):
            other = row.other if row.first == article else row.first
            if story_of.get(other) == story_of[article]:
                return other
    return None


def enforce(
    story_of: Mapping[int, int],
    rulings: Rulings,
    near: Mapping[int, int] = _NONE,
    stored: Mapping[int, int] = _NONE,
) -> dict[int, int]:
    """Give the partition on which every ruling holds: `story_of` maps articles, the oldest first, to their stories.

    A story is named by its stored id, a new one by a number below zero. Two stories that a person merged are one, with
    all that was put with either; any other ruled article moves alone. Where articles must part, one without a ruling
    goes with the ruled one that it is like (`near`), and those who leave get the story back that they had (`stored`),
    where nobody else has it. Articles of `rulings.homes` that are not in `story_of` lie outside the window and stay.
    """
    law = _Law(story_of, rulings, near, stored)
    law.unite_merged()
    law.gather()
    law.part()
    return {article: law.key[article] for article in story_of}


class _Law:
    """One call of `enforce`."""

    def __init__(
        self, story_of: Mapping[int, int], rulings: Rulings, near: Mapping[int, int], stored: Mapping[int, int]
    ) -> None:
        self._fixed = rulings.homes.keys() - story_of.keys()
        self.key = {article: rulings.homes[article] for article in sorted(self._fixed)} | dict(story_of)
        self._rank = {article: rank for rank, article in enumerate(self.key)}
        self._rows = rulings.rows
        self._bound = sorted(rulings.bound & self.key.keys(), key=self._rank.__getitem__)
        self._pinned = rulings.pinned
        self._components = Components(rulings.rows)
        self._near = near
        self._stored = stored

    def unite_merged(self) -> None:
        """Make stories one that a person merged; of each, the one that holds most of its articles is meant."""
        stars: defaultdict[tuple[int, int], defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in self._rows:
            if row.word == "merge":
                stars[row.act, row.first][row.first_story].add(row.first)
                stars[row.act, row.first][row.other_story].add(row.other)
        for formers in stars.values():
            present = [articles & self.key.keys() for articles in formers.values()]
            heirs = {self._most(articles) for articles in present if articles}
            if len(heirs) > 1:
                target = min(heirs, key=self._seniority)
                moved = [a for a, key in self.key.items() if key in heirs and a not in self._fixed]
                self.key.update(dict.fromkeys(moved, target))

    def gather(self) -> None:
        """Bring each component into the story that holds most of it; those who are pinned to it do not count."""
        components: defaultdict[int, list[int]] = defaultdict(list)
        for article in self._bound:
            components[self._components.of(article)].append(article)
        for articles in components.values():
            target = self._most(articles, [article for article in articles if article not in self._pinned])
            self.key.update({article: target for article in articles if article not in self._fixed})

    def part(self) -> None:
        """Take stories apart that hold articles which must not be together."""
        conflicts: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in self._rows:
            key = self.key.get(row.first)
            if key is not None and row.kind == "apart" and key == self.key.get(row.other):
                one, other = self._components.of(row.first), self._components.of(row.other)
                conflicts[key][one].add(other)
                conflicts[key][other].add(one)
        for key in sorted(conflicts):
            self._part(key, conflicts[key])

    def _part(self, key: int, conflicts: Mapping[int, Set[int]]) -> None:
        units: defaultdict[int, list[int]] = defaultdict(list)
        for article in sorted((a for a in self.key if self.key[a] == key), key=self._rank.__getitem__):
            units[self._components.of(article)].append(article)
        side = self._sides(units, conflicts)
        sides: defaultdict[int, list[int]] = defaultdict(list)
        for root, number in side.items():
            sides[number] += units[root]
        keeps = min(sides, key=lambda number: self._claim(key, sides[number]))
        for root in units.keys() - side.keys():
            side[root] = self._beside(units[root], side, keeps)
        for number in sorted(sides.keys() - {keeps}):
            articles = [article for root in units if side[root] == number for article in units[root]]
            self.key.update(dict.fromkeys(articles, self._new_key(articles)))

    def _sides(self, units: Mapping[int, Sequence[int]], conflicts: Mapping[int, Set[int]]) -> dict[int, int]:
        """Number the sides of a quarrel: each unit takes the first without an adversary."""
        side: dict[int, int] = {}
        for root in sorted(conflicts, key=lambda root: (-len(units[root]), self._rank[units[root][0]])):
            taken = {side[other] for other in conflicts[root] if other in side}
            side[root] = next(number for number in range(len(conflicts)) if number not in taken)
        return side

    def _claim(self, key: int, articles: Sequence[int]) -> tuple[bool, int, int, int]:
        """Rank who keeps the story: those who can't move, those who were in it, the many, the oldest."""
        were_in = sum(self._stored.get(article) == key for article in articles)
        fixed = any(article in self._fixed for article in articles)
        return (not fixed, -were_in, -len(articles), min(map(self._rank.__getitem__, articles)))

    def _beside(self, unit: Sequence[int], side: Mapping[int, int], keeps: int) -> int:
        """Give the side of a unit without a quarrel: that of the article which its members are like."""
        for article in unit:
            seen: set[int] = set()
            while article in self._near and article not in seen:
                seen.add(article)
                article = self._near[article]
                if (number := side.get(self._components.of(article))) is not None:
                    return number
        return keeps

    def _new_key(self, articles: Sequence[int]) -> int:
        used = set(self.key.values())
        old = Counter(self._stored[article] for article in articles if article in self._stored)
        for story in sorted(old, key=lambda story: (-old[story], story)):
            if story not in used:
                return story
        first = -min(articles, key=self._rank.__getitem__)
        return first if first not in used else min(used) - 1

    def _most(self, articles: Collection[int], core: Collection[int] = ()) -> int:
        """Give the story that holds most of some articles: of those that can't move, else of the core, else of all."""
        here = [article for article in articles if article in self._fixed] or core or articles
        counts = Counter(self.key[article] for article in here)
        return (
            next(iter(counts))
            if len(counts) == 1
            else min(counts, key=lambda key: (-counts[key], self._seniority(key)))
        )

    def _seniority(self, key: int) -> tuple[bool, bool, int]:
        """Rank stories: one with articles that can't move, then stored ones by id, then new ones by age."""
        fixed = any(self.key[article] == key for article in self._fixed)
        return (not fixed, key <= 0, key if key > 0 else min(self._rank[a] for a, k in self.key.items() if k == key))

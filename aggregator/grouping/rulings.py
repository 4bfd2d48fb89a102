"""A person's word on which articles belong together and which do not: must-link and cannot-link between articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal

Word = Literal["merge", "split", "pin"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One link in force: two articles that a person put together or apart, with the command that said so.

    `first_story` and `other_story` are the stories in which the two articles were before the command. `other` is the
    article that a pin holds; `first` is the middle of a star: an act of n articles is n - 1 links, not n * n / 2.
    """

    act: int
    kind: Literal["together", "apart"]
    first: int
    other: int
    word: Word
    first_story: int
    other_story: int
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a new act changes of those in force: links that it takes back, and links of old acts that are tied anew."""

    withdrawn: tuple[Ruling, ...]
    tied: tuple[Ruling, ...]


class Components:
    """Union-find over the articles that are held together; the root is the smallest number."""

    def __init__(self, rows: Iterable[Ruling]) -> None:
        self._parent: dict[int, int] = {}
        for row in rows:
            if row.kind == "together":
                first, second = sorted((self.of(row.first), self.of(row.other)))
                self._parent[second] = first

    def of(self, article: int) -> int:
        root = article
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while article != root:
            self._parent[article], article = root, self._parent.get(article, root)
        return root


@dataclass(frozen=True, slots=True)
class Rulings:
    """All rulings in force, oldest first, and the story in which each of their articles stands now."""

    rows: tuple[Ruling, ...] = ()
    homes: Mapping[int, int] = field(default_factory=dict)

    @property
    def apart(self) -> Set[tuple[int, int]]:
        """The pairs of articles that must not be in one story."""
        return {(row.first, row.other) for row in self.rows if row.kind == "apart"}

    @property
    def bound(self) -> Set[int]:
        """The articles that a ruling names."""
        return {article for row in self.rows for article in (row.first, row.other)}

    @property
    def pinned(self) -> Set[int]:
        return {row.other for row in self.rows if row.word == "pin"}

    @property
    def notes(self) -> Mapping[int, str]:
        """The note of the latest ruling that put each article where it is."""
        found: dict[int, str] = {}
        for row in self.rows:
            if row.word != "pin":
                found[row.first] = row.note
            if row.kind == "together":
                found[row.other] = row.note
        return found


NO_RULINGS = Rulings()


def contradicted(rows: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Give the links that keep articles apart which others of these links hold together."""
    components = Components(rows)
    return tuple(row for row in rows if row.kind == "apart" and components.of(row.first) == components.of(row.other))


def amend(
    rows: Sequence[Ruling],
    new: Sequence[Ruling],
    leavers: Set[int],
    company: Set[int],
    rank: Mapping[int, int],
) -> Amendment:
    """Tell what becomes of the rulings in force when a new act takes `leavers` out of their stories: the later wins.

    A link between one that leaves and one that stays is taken back, and so is a cannot-link between what the new act
    puts together, `company` being all articles that will share its story. What else the old act said still holds: where
    its star loses its middle, the rest is tied to the earliest of them by `rank`, and stays apart from those that the
    old act kept away.
    """
    stars: defaultdict[tuple[int, int], list[Ruling]] = defaultdict(list)
    for row in rows:
        stars[row.act, row.first].append(row)
    withdrawn: list[Ruling] = []
    tied: list[Ruling] = []
    for star in stars.values():
        broken = [row for row in star if row.kind == "together" and (row.first in leavers) != (row.other in leavers)]
        if broken:
            withdrawn += broken
            tied += _tied_anew(broken, [row for row in star if row.kind == "apart"], rank)
    gone = set(withdrawn)
    standing = [row for row in (*rows, *tied) if row not in gone]
    beaten = set(contradicted([*standing, *new]))
    beaten |= {row for row in standing if row.kind == "apart" and row.first in company and row.other in company}
    return Amendment(
        (*withdrawn, *(row for row in rows if row in beaten)), tuple(row for row in tied if row not in beaten)
    )


def _tied_anew(broken: Sequence[Ruling], apart: Sequence[Ruling], rank: Mapping[int, int]) -> list[Ruling]:
    middle, *points = sorted(broken, key=lambda row: (rank.get(row.other, -1), row.other))
    anew = [(*points,), (*apart,)]
    return [
        replace(row, id=0, first=middle.other, first_story=middle.other_story)
        for rows in anew
        for row in rows
        if row.other != middle.other
    ]

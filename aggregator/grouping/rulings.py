"""A person's word on which articles belong together and which do not: must-link and cannot-link between articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Literal

Word = Literal["merge", "split", "pin"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One link: two articles that a person put together or apart, with the command that said so.

    `first_story` and `other_story` are the stories in which the two articles were before the command. An act of n
    articles is a star of n - 1 links around `first`, not n * n / 2. A pin links each article of its story, `first`,
    with the one that it holds, `other`. `named` is what the command named, of words on storylines.
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
    named: tuple[str, ...] = ()


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
    """The rulings in force, the oldest first; `contradicted` maps rows as they were said to the act that ended them.

    What an act said of others than those that a later one moved still holds: where a star loses its middle, the rest is
    held together by the next of them, and a pin by the oldest article of its story that is still there.
    """

    rows: tuple[Ruling, ...] = ()
    contradicted: Mapping[Ruling, int] = field(default_factory=dict)

    @property
    def acts(self) -> Set[int]:
        """The acts of which anything is in force."""
        return {row.act for row in self.rows}

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

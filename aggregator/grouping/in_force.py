"""Which rulings are in force: a function of what was said and not taken back, act after act; the later word wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from aggregator.grouping.rulings import Ruling, Rulings


def in_force(said: Iterable[Ruling]) -> Rulings:
    """Give what holds of all that was said and not taken back by name, act after act: the later word wins.

    An act takes the articles that it moves away from those that they were held together with, and ends what kept them
    apart from those that they come to. Nothing else decides: an act that is left out leaves no trace.
    """
    force = _Force()
    for _, rows in groupby(sorted(said, key=lambda row: (row.act, row.id)), key=lambda row: row.act):
        force.say(tuple(rows))
    return Rulings(tuple(force.rows()), force.contradicted)


@dataclass(slots=True, eq=False)
class _Star:
    """Articles that are one by an act's word, with their former stories, and those that it keeps them away from.

    Of a pin the one member is held by the first of its anchors that is not pinned itself: two that are pinned to one
    story must not hold each other in another. `rows` are those of the act that still say it.
    """

    said: Ruling
    members: dict[int, int]
    away: dict[int, int] = field(default_factory=dict)
    anchors: dict[int, int] = field(default_factory=dict)
    rows: tuple[Ruling, ...] = ()

    def joined(self) -> Iterator[int]:
        """Give the articles that it holds together, with all that may come to be its anchor."""
        yield from self.members
        yield from self.anchors

    def links(self, pinned: Set[int]) -> Iterator[Ruling]:
        middle, story = next(iter(self.members.items()))
        for anchor in sorted(self.anchors, key=lambda anchor: anchor in pinned)[:1]:
            yield self._link("together", anchor, middle, self.anchors[anchor], story)
        for other, home in list(self.members.items())[1:]:
            yield self._link("together", middle, other, story, home)
        for other, home in self.away.items():
            yield self._link("apart", middle, other, story, home)

    def _link(self, kind: Literal["together", "apart"], first: int, other: int, *stories: int) -> Ruling:
        first_story, other_story = stories
        stored = (row.id for row in self.rows if (row.kind, row.first, row.other) == (kind, first, other))
        return replace(
            self.said, kind=kind, first=first, other=other, first_story=first_story, other_story=other_story,
            id=next(stored, 0),
        )  # fmt: skip


class _Force:
    """What is in force after each act."""

    def __init__(self) -> None:
        self.contradicted: dict[Ruling, int] = {}
        self._stars: dict[_Star, None] = {}
        self._of: defaultdict[int, dict[_Star, None]] = defaultdict(dict)

    def rows(self) -> Iterator[Ruling]:
        pinned = {article for star in self._stars if star.anchors for article in star.members}
        for star in sorted(self._stars, key=lambda star: star.said.act):
            yield from star.links(pinned)

    def say(self, rows: tuple[Ruling, ...]) -> None:
        """Take in an act: what it moves leaves its old company, then nothing keeps it from the new one."""
        new = _stars(rows)
        moved = {article for star in new for article in star.members}
        company = {anchor for star in new for anchor in star.anchors}
        if rows[0].word != "merge":
            self._cut(moved, company, rows[0].act)
        for star in new:
            self._add(star)
        self._reconcile(self._component(moved), moved, company, rows[0].act)

    def _add(self, star: _Star) -> None:
        self._stars[star] = None
        for article in (*star.members, *star.away, *star.anchors):
            self._of[article][star] = None

    def _drop(self, star: _Star) -> None:
        del self._stars[star]
        for article in (*star.members, *star.away, *star.anchors):
            self._of[article].pop(star, None)

    def _cut(self, moved: Set[int], company: Set[int], act: int) -> None:
        """Part the articles that move from those that were held together with them and are not where they go."""
        for star in {star: None for article in sorted(moved) for star in self._of[article]}:
            self._drop(star)
            for part in _parts(star, moved, company):
                part.rows = tuple(row for row in star.rows if _says(part, row))
                self._add(part)
            self._end(star, act)

    def _reconcile(self, joined: Set[int], moved: Set[int], company: Set[int], act: int) -> None:
        """End what keeps articles apart that are one now, and the moved ones from the company that they come to."""
        for star in {star: None for article in sorted(joined | moved) for star in self._of[article]}:
            one, gone = star.members.keys(), set[int]()
            if one & joined:
                gone |= star.away.keys() & joined
            if one & moved:
                gone |= star.away.keys() & company
            if one & company:
                gone |= star.away.keys() & moved
            if gone:
                self._drop(star)
                star.away = {article: story for article, story in star.away.items() if article not in gone}
                self._add(star)
                self._end(star, act)

    def _end(self, star: _Star, act: int) -> None:
        """Note which rows an act ended: those that nothing of their star says any more."""
        for row in star.rows:
            if not any(_says(other, row) for other in self._of[row.other] if other.said.act == row.act):
                self.contradicted.setdefault(row, act)

    def _component(self, articles: Set[int]) -> Set[int]:
        """Give the articles that are held together with any of these."""
        found, ahead = set(articles), list(articles)
        while ahead:
            for star in self._of[ahead.pop()]:
                one = set(star.joined())
                if one & found:
                    ahead += one - found
                    found |= one
        return found


def _stars(rows: Sequence[Ruling]) -> list[_Star]:
    """Give the stars of an act."""
    if rows[0].word == "pin":
        anchors = {row.first: row.first_story for row in rows}
        return [_Star(rows[0], {rows[0].other: rows[0].other_story}, anchors=anchors, rows=tuple(rows))]
    found: dict[int, _Star] = {}
    for row in rows:
        star = found.setdefault(row.first, _Star(row, {row.first: row.first_story}))
        (star.members if row.kind == "together" else star.away)[row.other] = row.other_story
        star.rows += (row,)
    return list(found.values())


def _parts(star: _Star, moved: Set[int], company: Set[int]) -> list[_Star]:
    """Give what is left of a star when some articles move to a company."""
    goes, stays = star.members.keys() & moved, star.members.keys() - moved
    if star.anchors:
        if not goes and stays & company:
            return [star]
        held = moved | company if goes else star.anchors.keys() - moved
        anchors = {article: story for article, story in star.anchors.items() if article in held}
        return [replace(star, anchors=anchors)] if anchors else []
    if not goes or not stays or stays & company:
        return [star]
    return [
        replace(star, members={article: story for article, story in star.members.items() if article in side})
        for side in (stays, goes)
    ]


def _says(star: _Star, row: Ruling) -> bool:
    """Tell whether a star still says what a row does."""
    if star.anchors:
        return row.other in star.members and row.first in star.anchors
    return row.first in star.members and row.other in (star.members if row.kind == "together" else star.away)

"""The members of a story as a tree: each hangs from the one that it was joined with, and all from where it began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Link = tuple[float, int, int]
"""How likely two members are of one event, and which."""

_GROUND = -1


class Tree:
    """A maximum spanning tree of some members that keeps what it can of the tree that stands.

    `loose` are the members that need links: those that hang from nobody, be they new or left behind by one that moved.

    >>> tree = Tree([1, 2, 3, 4], roots=[1], standing={2: 1})
    >>> tree.loose
    [3, 4]
    >>> tree.join([(0.9, 3, 4), (0.6, 3, 2), (0.7, 4, 1), (0.8, 4, 2)])
    {2: 1, 4: 2, 3: 4}
    """

    def __init__(self, members: Iterable[int], roots: Collection[int], standing: Mapping[int, int]) -> None:
        self._leader: dict[int, int] = {}
        self._beside: defaultdict[int, list[int]] = defaultdict(list)
        for root in roots:
            self._tie(_GROUND, root)
        hanging = {child for child, parent in standing.items() if self._tie(child, parent)}
        self.loose = [member for member in members if member not in hanging and member not in roots]

    def join(self, links: Iterable[Link]) -> dict[int, int]:
        """Tie the loose by their likeliest links, and give for each member but the roots the one that it hangs from."""
        for _, one, other in sorted(links, key=lambda link: (-link[0], *sorted(link[1:]))):
            self._tie(one, other)
        found: dict[int, int] = {}
        waiting = [(_GROUND, root) for root in self._beside[_GROUND]]
        while waiting:
            parent, member = waiting.pop()
            if parent != _GROUND:
                found[member] = parent
            waiting += [(member, other) for other in self._beside[member] if other not in (parent, _GROUND)]
        return found

    def _tie(self, one: int, other: int) -> bool:
        """Tie two members, unless that would close a circle."""
        first, second = self._lead(one), self._lead(other)
        if first == second:
            return False
        self._leader[second] = first
        self._beside[one].append(other)
        self._beside[other].append(one)
        return True

    def _lead(self, member: int) -> int:
        lead = member
        while (above := self._leader.get(lead, lead)) != lead:
            lead = above
        while member != lead:
            self._leader[member], member = lead, self._leader.get(member, member)
        return lead

"""The groups of articles that are one text, and by which match each article is in its group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aggregator.grouping.copy_evidence import Match


class Groups:
    """Articles, by slot, in groups; one that is in no group is a group of its own and takes no memory."""

    def __init__(self) -> None:
        self._group: dict[int, list[int]] = {}
        self._match: dict[int, Match] = {}

    def of(self, slots: Iterable[int]) -> Iterator[list[int]]:
        """Give the groups of some articles, each once."""
        seen: set[int] = set()
        for slot in slots:
            if slot not in seen:
                group = self._group.get(slot, [slot])
                seen.update(group)
                yield group

    def are_one(self, slot: int, other: int) -> bool:
        return slot == other or (slot in self._group and self._group[slot] is self._group.get(other))

    def match(self, slot: int) -> Match | None:
        """Give the first match that an article was in, None where it is alone."""
        return self._match.get(slot)

    def join(self, slot: int, other: int, match: Match) -> None:
        """Make the groups of two articles one; both keep the match that they were in before."""
        small, large = sorted((self._group.get(slot, [slot]), self._group.get(other, [other])), key=len)
        large.extend(small)
        for member in (*small, slot, other):
            self._group[member] = large
        self._match.setdefault(slot, match)
        self._match.setdefault(other, match)

    def keep(self, slot: int, match: Match) -> None:
        """Note by which match an article is known to be in its group, where none is noted."""
        self._match.setdefault(slot, match)

    def dissolve(self, slots: Iterable[int]) -> set[int]:
        """Take the groups of some articles apart; give their members, those articles among them."""
        apart = {member for group in self.of(slots) for member in group}
        for member in apart:
            self._group.pop(member, None)
            self._match.pop(member, None)
        return apart

"""What the store knows of texts that were let go of: which articles were one text when they could still be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from aggregator.grouping.copy_evidence import Match
from aggregator.grouping.copy_text import Text
from aggregator.models import CopyLink


class StoredTexts:
    """The known articles by the article that stood for their text when they were last grouped."""

    def __init__(self) -> None:
        self._links: dict[int, CopyLink] = {}
        self._slots: defaultdict[int, set[int]] = defaultdict(set)
        self._purged: set[int] = set()

    def add(self, texts: Mapping[int, Text]) -> None:
        for slot, text in texts.items():
            if text.stored is not None:
                self._links[slot] = text.stored
                self._slots[text.stored.representative].add(slot)
            if text.purged:
                self._purged.add(slot)

    def remove(self, texts: Mapping[int, Text]) -> None:
        for slot, text in texts.items():
            if text.stored is not None:
                del self._links[slot]
                self._slots[text.stored.representative].discard(slot)
            self._purged.discard(slot)

    def groups(self, slots: Iterable[int]) -> Iterator[Mapping[int, Match]]:
        """Give the groups of some articles that lost a text: their slots with the matches that are stored.

        A group of which every text is there is compared anew.
        """
        representatives = {link.representative for slot in slots if (link := self._links.get(slot))}
        for representative in sorted(representatives):
            group = sorted(self._slots[representative])
            if len(group) > 1 and not self._purged.isdisjoint(group):
                yield {slot: Match(self._links[slot].method, self._links[slot].score) for slot in group}

    @staticmethod
    def told_apart(one: Text, other: Text) -> bool:
        """Tell whether two articles were compared with their texts, one of which is gone: the store knows better."""
        if not (one.purged or other.purged) or one.stored is None or other.stored is None:
            return False
        return one.stored.representative != other.stored.representative

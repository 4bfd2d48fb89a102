"""Which articles are one text: wire copies, reprints and syndication, whole, abridged or under another headline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copy_candidates import Candidates
from aggregator.grouping.copy_evidence import compare
from aggregator.grouping.copy_groups import Groups
from aggregator.grouping.copy_links import links
from aggregator.grouping.copy_stored import StoredTexts
from aggregator.grouping.copy_templates import Templates
from aggregator.grouping.copy_text import Text, read, wire_of
from aggregator.models import CopyLink, Document

__all__ = ["CopyFinder", "find_copies", "wire_of"]

UNSEEN = frozenset({"lead", "title"})
"""The methods that go by what was seen of a text, where the rest of it was not."""

AT_ONCE = 1000
"""Articles whose candidates are looked up together; a thousand near-identical texts take 40 MB meanwhile."""


def find_copies(documents: Sequence[Document], config: GroupingConfig) -> list[CopyLink]:
    """Link every article to the one that stands for its text, itself where there is no other.

    The order of `documents` changes nothing, nor does an article that is in them twice.
    """
    finder = CopyFinder(config)
    finder.add(documents)
    return finder.links()


class CopyFinder:
    """Finds copies among the articles that it is given little by little, and forgets them again.

    Every article has a link to the one that stands for its text: the agency's own, else the one that the others name as
    the original, else the earliest. Methods: itself, canonical, exact, shingles, contained, lead, title. All articles
    of one text have its kind: wire (an agency is named on any of them), reprint (several carry it and no agency is
    named), original. The score is that of the first match found.
    """

    def __init__(self, config: GroupingConfig) -> None:
        self._config = config
        self._texts: dict[int, Text] = {}
        self._slots: dict[int, int] = {}
        self._next = 0
        self._candidates = Candidates()
        self._groups = Groups()
        self._templates = Templates()
        self._stored = StoredTexts()
        self._given: dict[int, CopyLink] = {}
        self._moved: set[int] = set()

    def add(self, documents: Sequence[Document]) -> None:
        """Join articles, in order of arrival, with those that are known; one that is known already changes nothing.

        Batches in order of time give what one batch of all gives. A late article has no such place: a blurb that fits
        two reports stays with the one that was known first.
        """
        new = {document.id: document for document in documents if document.id not in self._slots}
        texts = {
            slot: read(document) for slot, document in enumerate(sorted(new.values(), key=arrival_key), self._next)
        }
        self._next += len(texts)
        self._texts |= texts
        self._slots |= {text.id: slot for slot, text in texts.items()}
        self._candidates.add(texts)
        self._stored.add(texts)
        self._join(texts.keys() | self._groups.dissolve(self._believe(texts)))

    def forget(self, articles: Iterable[int]) -> None:
        """Let go of articles, those that left the window or whose text changed: what they had joined is compared anew.

        A group that only they held together falls apart. So a corrected text takes back what its first version joined,
        and a process that has run for weeks finds what one that has just started does; what was told of an old story is
        in the store. Who stayed out for the sake of those that are gone, by an opening or a headline, stays out.
        """
        gone = {self._slots[article] for article in set(articles) if article in self._slots}
        left = self._groups.dissolve(gone) - gone
        texts = {slot: self._texts.pop(slot) for slot in sorted(gone)}
        self._candidates.remove(texts)
        self._stored.remove(texts)
        for text in texts.values():
            del self._slots[text.id]
            self._given.pop(text.id, None)
        self._moved -= gone
        self._join(left | self._groups.dissolve(self._believe(texts)))

    def links(self) -> list[CopyLink]:
        """Give the link of every article, in order of arrival, those of one text together."""
        return self._links(self._texts)

    def changed(self) -> list[CopyLink]:
        """Give the links that are new or other than when they were last given by this method."""
        found = [link for link in self._links(self._moved) if self._given.get(link.article) != link]
        self._given |= {link.article: link for link in found}
        self._moved = set()
        return found

    def _believe(self, texts: Mapping[int, Text]) -> set[int]:
        """Believe the original that an article names while no other of its outlet names the same: then a template does.

        Gives the slots for which that has turned now that these texts have come or gone, with those that they lead to.
        """
        turned = self._templates.turned(texts, self._texts)
        if not turned:
            return set()
        self._candidates.remove(turned)
        mended = {slot: replace(text, canonical=text.named - text.canonical) for slot, text in turned.items()}
        self._candidates.add(mended)
        self._texts |= mended
        return turned.keys() | self._candidates.linked(mended.values())

    def _join(self, slots: Iterable[int]) -> None:
        """Join articles with the earlier ones that carry their text, each in its turn."""
        waiting = sorted(slots)
        for group in self._stored.groups(waiting):
            for slot, match in group.items():
                self._groups.keep(slot, match)
            first, *others = group
            for other in others:
                self._groups.join(first, other, group[other])
        for start in range(0, len(waiting), AT_ONCE):
            texts = {slot: self._texts[slot] for slot in waiting[start : start + AT_ONCE]}
            found = self._candidates.of(texts)
            for slot in sorted(found):
                for other in found[slot]:
                    self._try(slot, other)
        self._moved.update(waiting)

    def _try(self, slot: int, other: int) -> None:
        text = self._texts[slot]
        if self._groups.are_one(slot, other) or self._stored.told_apart(text, self._texts[other]):
            return
        if not (match := compare(self._texts[other], text, self._config)):
            return
        # A blurb that fits two reports is no bridge between them, nor are two whole texts one for its sake.
        if match.method in UNSEEN and (self._groups.match(slot) or (text.whole and self._has_whole(other))):
            return
        self._groups.join(slot, other, match)

    def _has_whole(self, slot: int) -> bool:
        return any(self._texts[member].whole for group in self._groups.of([slot]) for member in group)

    def _links(self, slots: Iterable[int]) -> list[CopyLink]:
        groups = [sorted(group, key=self._arrival) for group in self._groups.of(slots)]
        return [
            link
            for group in sorted(groups, key=lambda group: self._arrival(group[0]))
            for link in links([(self._texts[slot], self._groups.match(slot)) for slot in group])
        ]

    def _arrival(self, slot: int) -> tuple[bool, float, int]:
        """Give what links are sorted by: time, unknown last, then who came first (`add` sorts by arrival_key)."""
        published = self._texts[slot].published
        return (published is None, published or 0.0, slot)

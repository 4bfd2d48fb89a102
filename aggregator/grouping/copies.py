"""Which articles are one text: wire copies, reprints and syndication, whole, abridged or under another headline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copy_candidates import Candidates
from aggregator.grouping.copy_evidence import Match, compare
from aggregator.grouping.copy_text import Text, read, wire_of
from aggregator.models import CopyLink, Document

__all__ = ["find_copies", "wire_of"]

ITSELF = Match("itself", 1.0)

UNSEEN = frozenset({"lead", "title"})
"""The methods that go by what was seen of a text, where the rest of it was not."""


def find_copies(documents: Sequence[Document], config: GroupingConfig) -> list[CopyLink]:
    """Link every article to the one that stands for its text, itself where there is no other.

    That one is the agency's own, else the one that the others name as the original, else the earliest. Methods:
    itself, canonical, exact, shingles, contained, lead, title. All articles of one text have its kind: wire (an agency
    is named on any of them), reprint (several carry it and no agency is named), original. The score is that of the
    first match found. The order of `documents` changes nothing, nor does an article that is in them twice.
    """
    by_id = {document.id: document for document in documents}
    texts = _without_template_links([read(document) for document in sorted(by_id.values(), key=arrival_key)])
    roots, matches = _joined(texts, config)
    return [link for group in roots.groups() for link in _links([texts[number] for number in group], group, matches)]


def _joined(texts: Sequence[Text], config: GroupingConfig) -> tuple[_Roots, dict[int, Match]]:
    """Join each article with the earlier ones that carry its text; an article keeps the first match it is in."""
    roots, matches = _Roots([text.whole for text in texts]), dict[int, Match]()
    candidates = Candidates()
    for number, text in enumerate(texts):
        for other in candidates.of(number, text):
            if roots.of(other) == roots.of(number) or not (match := compare(texts[other], text, config)):
                continue
            # A blurb that fits two reports is no bridge between them, nor are two whole texts one for its sake.
            if match.method in UNSEEN and (number in matches or (text.whole and roots.has_whole(other))):
                continue
            roots.join(other, number)
            matches.setdefault(number, match)
            matches.setdefault(other, match)
    return roots, matches


class _Roots:
    """Union-find over the articles in order of arrival; the root is always the earliest.

    It knows of each group whether a whole text is in it.
    """

    def __init__(self, whole: Iterable[bool]) -> None:
        self._whole = list(whole)
        self._parent = list(range(len(self._whole)))

    def has_whole(self, number: int) -> bool:
        return self._whole[self.of(number)]

    def of(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._parent[second] = first
        self._whole[first] |= self._whole[second]

    def groups(self) -> list[list[int]]:
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            groups[self.of(number)].append(number)
        return list(groups.values())


def _without_template_links(texts: Sequence[Text]) -> list[Text]:
    """Forget a canonical link that several articles of one outlet carry: it is their template's, not the article's."""
    named = Counter((text.outlet, text.canonical) for text in texts if text.canonical)
    return [replace(text, canonical="") if named[text.outlet, text.canonical] > 1 else text for text in texts]


def _links(texts: Sequence[Text], numbers: Sequence[int], matches: dict[int, Match]) -> Iterator[CopyLink]:
    wire = _most_named(text.wire for text in texts)
    standing = _representative(texts, wire)
    kind = "wire" if wire else "reprint" if len(texts) > 1 else "original"
    for number, text in zip(numbers, texts, strict=True):
        match = ITSELF if text is standing else matches[number]
        yield CopyLink(text.id, standing.id, kind, match.score, match.method)


def _representative(texts: Sequence[Text], wire: str | None) -> Text:
    """Give the agency's own article, else the one that is named as the original, else the earliest."""
    if wire and (own := next((text for text in texts if _is_of(text, wire)), None)):
        return own
    named = {text.canonical for text in texts} - {""}
    return next((text for text in texts if text.address in named and not text.canonical), texts[0])


def _is_of(text: Text, wire: str) -> bool:
    """Tell whether the outlet is the agency: listed as such, or of its name (National Wire at nationalwire.example)."""
    outlet = (text.outlet or "").casefold()
    return text.own == wire or wire.casefold().replace(" ", "") in (outlet.partition(".")[0], outlet.replace(" ", ""))


def _most_named(wires: Iterable[str | None]) -> str | None:
    counts = Counter(wire for wire in wires if wire)
    return next((wire for wire, _ in counts.most_common(1)), None)


class CopyFinder:
    """shim"""

    def __init__(self, config: GroupingConfig) -> None:
        self._config = config
        self._documents: dict[int, Document] = {}
        self._given: dict[int, CopyLink] = {}

    def add(self, documents: Sequence[Document]) -> None:
        self._documents.update((d.id, d) for d in documents)

    def forget(self, articles: Iterable[int]) -> None:
        for a in articles:
            del self._documents[a]

    def links(self) -> list[CopyLink]:
        return find_copies(list(self._documents.values()), self._config)

    def changed(self) -> list[CopyLink]:
        found = [link for link in self.links() if self._given.get(link.article) != link]
        self._given.update((link.article, link) for link in found)
        return found

"""The open window of a database in memory: what grouping has read of it, from one cycle to the next."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from aggregator.encoder import installed_encoder
from aggregator.grouping import Grouper, Grouping
from aggregator.grouping.explain import worded
from aggregator.models import Document, Member
from aggregator.semantic import with_vectors
from aggregator.store.connection import store_errors
from aggregator.times import from_iso
from aggregator.workspace import Workspace

READ_AT_ONCE = 5000
"""Articles read with their bodies at once, about 20 MB."""


class OpenWindow:
    """The articles of a stretch of time with all that grouping derives from them; the store remains the truth.

    Each call reads which articles the stretch holds now, the version of their texts and their stories: what left is let
    go of, what is new or was changed by anybody else is read anew.
    """

    def __init__(self) -> None:
        self._grouper: Grouper | None = None
        self._versions: dict[int, int] = {}
        self.until = ""

    def __len__(self) -> int:
        return len(self._versions)

    def __contains__(self, article: object) -> bool:
        return article in self._versions

    @property
    def stories(self) -> int:
        return self._grouper.stories if self._grouper else 0

    def group(self, workspace: Workspace, since: str, until: str) -> tuple[Grouping, Sequence[Document]]:
        """Groups the articles of a stretch; returns what changed, and the documents of the changed members."""
        with self.lost_unless_stored(), store_errors(workspace.store.path):
            return self._group(workspace, since, until)

    def _group(self, workspace: Workspace, since: str, until: str) -> tuple[Grouping, Sequence[Document]]:
        if self._grouper is None:
            self._grouper = Grouper(workspace.config.grouping)
        grouper, articles = self._grouper, workspace.store.articles
        present = articles.window(since, until)
        self.until = until
        stale = [
            article
            for article in grouper
            if (now := present.get(article)) is None or now != (self._versions[article], grouper.story_of(article))
        ]
        grouper.forget(stale)
        self._versions = {article: version for article, (version, _) in present.items()}
        placed: dict[int, Document] = {}
        for documents in self._read(workspace, present):
            placed.update((document.id, _bare(document)) for document in documents if document.story is None)
            grouper.take(documents)
        found = grouper.changes()
        moved = [member.article for member in found.members if member.article not in placed]
        members = tuple(sorted(self._worded(workspace, found.members), key=lambda member: member.article))
        return Grouping(members, found.copies), [*placed.values(), *articles.documents_of(moved)]

    def reaches(self, until: str, length: timedelta) -> bool:
        """Tells whether a stretch that ends then is that of the window, and not an old one: clocks differ by hours."""
        return not self.until or from_iso(until) >= from_iso(self.until) - length

    def adopt(self, founded: Mapping[int, int]) -> None:
        """Learns the numbers of new stories, by their founders."""
        if self._grouper:
            self._grouper.adopt(founded)

    def forget(self) -> None:
        """Lets go of everything; the next call reads all anew."""
        self._grouper = None
        self._versions.clear()
        self.until = ""

    @contextlib.contextmanager
    def lost_unless_stored(self) -> Iterator[None]:
        """Lets go of everything where what was found could not be stored: it would not be told again."""
        try:
            yield
        except BaseException:
            self.forget()
            raise

    def _worded(self, workspace: Workspace, members: Sequence[Member]) -> Iterator[Member]:
        """Reads the words of reasons as their articles write them; what is kept in memory are stems."""
        told = [member for member in members if member.reasons]
        yield from (member for member in members if not member.reasons)
        for start in range(0, len(told), READ_AT_ONCE):
            some = told[start : start + READ_AT_ONCE]
            named = {article for member in some for article in (member.article, member.matched) if article is not None}
            yield from worded(some, workspace.store.articles.documents_of(named))

    def _read(
        self, workspace: Workspace, present: Mapping[int, tuple[int, int | None]]
    ) -> Iterator[Sequence[Document]]:
        """Reads the articles that are not known yet, with their vectors: those with a story first, each in order."""
        new = [article for article in present if self._grouper is None or article not in self._grouper]
        encoder = installed_encoder()
        for standing in (True, False):
            asked = [article for article in new if (present[article][1] is not None) == standing]
            for start in range(0, len(asked), READ_AT_ONCE):
                documents = list(workspace.store.articles.documents_of(asked[start : start + READ_AT_ONCE]))
                yield with_vectors(documents, encoder, workspace.store.path)


def _bare(document: Document) -> Document:
    """Drops the texts: what is kept until all is stored must not hold the bodies of a large import."""
    return replace(document, summary="", body="", vector=None)

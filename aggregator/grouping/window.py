"""The whole of grouping: the articles of the open window in, memberships and copies out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.assign import BLOCK, Stories
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copies import CopyFinder
from aggregator.grouping.explain import worded
from aggregator.grouping.features import read
from aggregator.grouping.headlines import Furniture, cleaned_title
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.tell import Age, Roll, Teller
from aggregator.models import CopyLink, Document, Member

MOSTLY_FILLED = 0.75
"""Below this share of filled slots the columns are compacted."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Members and copies by article id: those of all articles, or of those that are new or changed."""

    members: tuple[Member, ...]
    copies: tuple[CopyLink, ...]


def group(documents: Sequence[Document], config: GroupingConfig | None = None) -> Grouping:
    """Group the articles of the open window; those that have a story keep it unless a repair moves them.

    New ones are placed block after block by publication time, so nothing is learned from later blocks; those without
    a time come last, ties in the order of their fixed hash. The order of `documents` changes nothing. A copy has no
    vote: it goes where the earliest article with its text goes. An article without a word in its title stays alone.
    What a person ruled comes last and beats everything else, copies included.
    """
    grouper = Grouper(config or GroupingConfig())
    grouper.take(documents)
    found = grouper.every()
    return Grouping(worded(found.members, documents), found.copies)


class Grouper:
    """The open window, kept from one call to the next: what came before is not read again."""

    def __init__(self, config: GroupingConfig) -> None:
        self._config = config
        self._shelf = Shelf()
        self._stories = Stories(self._shelf, config)
        self._finder = CopyFinder(config)
        self._furniture = Furniture()
        self._ages: dict[int, Age] = {}
        self._links: dict[int, CopyLink] = {}
        self._texts: defaultdict[int, set[int]] = defaultdict(set)
        self._voter: dict[int, int] = {}
        self._followers: defaultdict[int, set[int]] = defaultdict(set)
        self._teller = Teller(
            self._shelf, self._stories, config, Roll(self._ages, self._links, self._voter, self._followers)
        )
        self._new: set[int] = set()
        self._changed: dict[int, CopyLink] = {}

    def __contains__(self, article: int) -> bool:
        return article in self._ages

    def __len__(self) -> int:
        return len(self._ages)

    def __iter__(self) -> Iterator[int]:
        return iter(self._ages)

    @property
    def stories(self) -> int:
        """The number of stories of the window."""
        return len(self._stories.members)

    def story_of(self, article: int) -> int | None:
        """Give the stored story of an article, None where it has none yet."""
        return self._stories.stored.get(self._key(article))

    def take(self, documents: Iterable[Document]) -> None:
        """Take articles in: those with a stored story stand in it, the others are placed."""
        ordered = sorted({d.id: d for d in documents if d.id not in self._ages}.values(), key=arrival_key)
        self._ages.update((document.id, arrival_key(document)) for document in ordered)
        self._furniture.see((cleaned_title(d.title), d.outlet) for d in ordered)
        self._finder.add(ordered)
        self._link(self._finder.changed())
        self._stand([document for document in ordered if document.story is not None])
        self._place([document for document in ordered if document.story is None])

    def forget(self, articles: Iterable[int]) -> None:
        """Let go of articles that left the window, or whose text changed; they may be taken in again.

        Copies that followed one of them, or that are of another text without it, are let go of as well.
        """
        gone = {article for article in articles if article in self._ages}
        while gone:
            gone |= {follower for article in gone for follower in self._followers.get(article, ())}
            self._drop(sorted(gone))
            links = self._finder.changed()
            self._link(links)
            gone = {link.article for link in links if self._is_estranged(link)}
        if self._shelf.empty > (1 - MOSTLY_FILLED) * len(self._shelf):
            self.close_up()

    def _drop(self, gone: Sequence[int]) -> None:
        self._finder.forget(gone)
        for article in gone:
            del self._ages[article]
            self._new.discard(article)
            self._changed.pop(article, None)
            self._teller.forget(article)
            self._followers.pop(article, None)
            self._part(self._links.pop(article))
            if (voter := self._voter.pop(article)) != article and voter in self._followers:
                self._followers[voter].discard(article)
        left = [article for article in gone if article in self._shelf.slot_of]
        self._stories.leave([self._shelf.slot_of[article] for article in left])
        self._shelf.clear(left)

    def _is_estranged(self, link: CopyLink) -> bool:
        """Tell whether an article follows one that is not of its text any more."""
        voter = self._voter.get(link.article, link.article)
        return voter != link.article and self._links[voter].representative != link.representative

    def close_up(self) -> None:
        """Close the gaps that articles left in the columns, and forget what only they said."""
        self._stories.renumber(self._shelf.compact().tolist())
        self._furniture.forget_titles()

    def adopt(self, stored: Mapping[int, int]) -> None:
        """Learn the stored ids of new stories, by their founders."""
        for founder, story in stored.items():
            self._stories.stored.setdefault(self._key(founder), story)

    def every(self) -> Grouping:
        """Give one Member and one CopyLink for every article."""
        return Grouping(
            tuple(self._teller.members(self._ages.keys())), tuple(self._links[a] for a in sorted(self._links))
        )

    def changes(self) -> Grouping:
        """Give the articles that have another story, or were joined with another one, and those of another origin.

        A caller that can't keep what it was given must start with a new grouper.
        """
        moved = {self._shelf.articles[slot] for slot in self._stories.changed}
        asked = self._new | moved | {copy for article in moved for copy in self._followers.get(article, ())}
        members = self._teller.members(asked, self._teller.moved(moved - self._new))
        for member in members:
            self._teller.note(member.article, member.matched)
        self._stories.changed.clear()
        self._new.clear()
        links, self._changed = tuple(self._changed[a] for a in sorted(self._changed)), {}
        return Grouping(tuple(members), links)

    def _key(self, article: int) -> int:
        return self._stories.story_of(self._shelf.slot_of[self._voter[article]])

    def _link(self, links: Iterable[CopyLink]) -> None:
        for link in links:
            if old := self._links.get(link.article):
                self._part(old)
            self._links[link.article] = self._changed[link.article] = link
            self._texts[link.representative].add(link.article)

    def _part(self, link: CopyLink) -> None:
        """Take an article from those of its text."""
        same = self._texts[link.representative]
        same.discard(link.article)
        if not same:
            del self._texts[link.representative]

    def _stand(self, documents: Sequence[Document]) -> None:
        standing: defaultdict[int, list[Document]] = defaultdict(list)
        texts = {self._links[document.id].representative for document in documents}
        voters = {text: self._standing_voters(text) for text in texts}
        for document in documents:
            if document.story is None:
                continue
            self._teller.note(document.id, document.matched)
            voter = voters[self._links[document.id].representative].setdefault(document.story, document.id)
            self._follow(document.id, voter)
            if voter == document.id:
                standing[document.story].append(document)
        slots = iter(self._enter([document for members in standing.values() for document in members]))
        self._stories.stand({story: list(islice(slots, len(members))) for story, members in standing.items()})

    def _standing_voters(self, text: int) -> dict[int, int]:
        """Give the earliest article of a text that votes already, for each stored story."""
        voting = {self._voter[other] for other in self._texts[text] if other in self._voter}
        found: dict[int, int] = {}
        for voter in sorted(voting & self._shelf.slot_of.keys(), key=self._ages.__getitem__):
            if (story := self.story_of(voter)) is not None:
                found.setdefault(story, voter)
        return found

    def _place(self, documents: Sequence[Document]) -> None:
        self._new.update(document.id for document in documents)
        self._vote(documents)
        voting = [document for document in documents if self._voter[document.id] == document.id]
        for start in range(0, len(voting), BLOCK):
            self._stories.place(self._enter(voting[start : start + BLOCK]))

    def _vote(self, documents: Sequence[Document]) -> None:
        """Have each new article follow the earliest of its text that votes, if there is one, or vote itself."""
        voters: dict[int, int] = {}
        for document in documents:
            text = self._links[document.id].representative
            if text not in voters:
                voting = (other for other in self._texts[text] if self._voter.get(other) == other)
                voters[text] = min(voting, key=self._ages.__getitem__, default=document.id)
            self._follow(document.id, voters[text])

    def _follow(self, article: int, voter: int) -> None:
        self._voter[article] = voter
        if article != voter:
            self._followers[voter].add(article)

    def _enter(self, documents: Sequence[Document]) -> range:
        return self._shelf.enter([read(document, self._furniture) for document in documents])

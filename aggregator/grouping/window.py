"""The whole of grouping: the articles of the open window in, memberships and copies out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aggregator.grouping.arrival import arrival_key, arrivals
from aggregator.grouping.assign import Stories
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copies import find_copies
from aggregator.grouping.enforce import obey
from aggregator.grouping.explain import copy_reason, pair_reasons
from aggregator.grouping.rulings import NO_RULINGS, Rulings
from aggregator.models import CopyLink, Document, Member

PROVISIONAL = 0.1
"""A member whose mean probability is less than this above the threshold is marked as one that may yet move."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One Member and one CopyLink for every article that was handed in, both by article id."""

    members: tuple[Member, ...]
    copies: tuple[CopyLink, ...]


def group(
    documents: Sequence[Document], config: GroupingConfig | None = None, rulings: Rulings = NO_RULINGS
) -> Grouping:
    """Group the articles of the open window; those that have a story keep it unless a repair moves them.

    New ones are placed one after another by publication time, so nothing is learned from later articles; those
    without a time come last, ties in the order of their fixed hash. The order of `documents` changes nothing. A copy
    has no vote: it goes where the earliest article with its text goes. An article without a word in its title stays
    alone. What a person ruled comes last and beats everything else, copies included.
    """
    config = config or GroupingConfig()
    copies = find_copies(documents, config)
    found = _Run(documents, copies, config).result()
    return Grouping(obey(found.members, found.copies, documents, rulings), found.copies)


class _Run:
    """One call of `group`."""

    def __init__(self, documents: Sequence[Document], copies: Sequence[CopyLink], config: GroupingConfig) -> None:
        self._config = config
        self._copies = {link.article: link for link in copies}
        self._documents = {document.id: document for document in sorted(documents, key=arrival_key)}
        self._voter = self._voters()
        voting = [self._documents[number] for number in dict.fromkeys(self._voter.values())]
        self._features = arrivals(voting)
        self._slot = {features.id: slot for slot, features in enumerate(self._features)}
        self._stories = Stories(self._features, config)

    def result(self) -> Grouping:
        self._stand()
        for slot, features in enumerate(self._features):
            if self._documents[features.id].story is None:
                self._stories.place(slot)
        members = tuple(sorted(self._members(), key=lambda member: member.article))
        return Grouping(members, tuple(sorted(self._copies.values(), key=lambda link: link.article)))

    def _voters(self) -> dict[int, int]:
        """Give for each article the one that votes for its text: in its own story, else wherever the text stands."""
        standing: dict[tuple[int, int], int] = {}
        anywhere: dict[int, int] = {}
        for document in self._documents.values():
            if document.story is not None:
                origin = self._copies[document.id].representative
                first = standing.setdefault((origin, document.story), document.id)
                anywhere.setdefault(origin, first)
        voters: dict[int, int] = {}
        for document in self._documents.values():
            origin = self._copies[document.id].representative
            if document.story is not None:
                voters[document.id] = standing[origin, document.story]
            else:
                voters[document.id] = anywhere.setdefault(origin, document.id)
        return voters

    def _stand(self) -> None:
        standing: defaultdict[int, list[int]] = defaultdict(list)
        for slot, features in enumerate(self._features):
            story = self._documents[features.id].story
            if story is not None:
                standing[story].append(slot)
        for story, slots in standing.items():
            self._stories.stand(slots, story)

    def _members(self) -> Iterator[Member]:
        founders = self._founders()
        votes = {self._features[slot].id: self._vote(slot, founders) for slot in range(len(self._features))}
        for article, voter in self._voter.items():
            yield votes[voter] if article == voter else self._follow(article, votes[voter])

    def _founders(self) -> Mapping[int, int]:
        """Give the earliest article of each story, copies included."""
        founders: dict[int, int] = {}
        for article, voter in self._voter.items():
            founders.setdefault(self._stories.story_of[self._slot[voter]], article)
        return founders

    def _vote(self, slot: int, founders: Mapping[int, int]) -> Member:
        key = self._stories.story_of[slot]
        article, story, founder = self._features[slot].id, self._stories.stored.get(key), founders[key]
        fit = self._stories.fit(slot)
        if fit is None:
            return Member(article, story, founder, 1.0, None)
        matched, score = fit
        return Member(
            article=article,
            story=story,
            founder=founder,
            score=round(score, 4),
            matched=None if article == founder else self._features[matched].id,
            reasons=() if article == founder else pair_reasons(self._stories, slot, matched),
            provisional=score < self._config.threshold + PROVISIONAL,
        )

    def _follow(self, article: int, vote: Member) -> Member:
        link = self._copies[article]
        if link.method == "itself":  # the agency's own text, which came after a copy of it
            link = self._copies[vote.article]
        return Member(
            article=article,
            story=vote.story,
            founder=vote.founder,
            score=link.score,
            matched=None if article == vote.founder else vote.article,
            reasons=() if article == vote.founder else copy_reason(link.method, link.score),
            provisional=vote.provisional,
        )

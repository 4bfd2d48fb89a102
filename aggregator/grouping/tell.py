"""Tells of each article which story it is in, what it was joined with there, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from aggregator.grouping.assign import Stories
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.explain import copy_reason, pair_reasons
from aggregator.grouping.scoring import Scorer
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.tree import Tree
from aggregator.models import CopyLink, Member, Reason

PROVISIONAL = 0.1
"""A member whose mean probability is less than this above the threshold is marked as one that may yet move."""

Age = tuple[bool, float, str, int]
Near = dict[int, dict[int, float]]
"""For a slot, how likely it is of one event with others of its story."""


@dataclass(frozen=True, slots=True)
class Roll:
    """The articles of the window by number: when each came, whose text it has, who votes for it, for whom it votes."""

    ages: Mapping[int, Age]
    links: Mapping[int, CopyLink]
    voter: Mapping[int, int]
    followers: Mapping[int, Set[int]]


class Teller:
    """Makes members of the articles of the window, and remembers with which article each was told to be joined.

    What articles of a story were joined with leads from one to the next to the article that the story began with. What
    was told stands as long as it does that; an article that left the window still stands for those that were joined
    with it.
    """

    def __init__(self, shelf: Shelf, stories: Stories, config: GroupingConfig, roll: Roll) -> None:
        self._shelf = shelf
        self._stories = stories
        self._config = config
        self._roll = roll
        self._told: dict[int, int | None] = {}

    def note(self, article: int, matched: int | None) -> None:
        """Remember what an article was joined with, as it was told or stored."""
        self._told[article] = matched

    def forget(self, article: int) -> None:
        self._told.pop(article, None)

    def moved(self, articles: Set[int]) -> set[int]:
        """Take note that articles went to other stories, and give those that were joined with one of them."""
        for article in articles:
            if self._told.get(article) not in self._roll.ages:
                self.forget(article)
        return {child for child, parent in self._told.items() if parent in articles} if articles else set()

    def members(self, asked: Set[int], beside: Set[int] = frozenset()) -> list[Member]:
        """Give the members of some articles, and of those of their stories that are joined with another one now.

        The stories of the articles `beside` are looked at, too.
        """
        founders = self._founders({self._key(article) for article in (*asked, *beside)})
        trees = {key: self._tree(key, founders[key]) for key in sorted(founders)}
        scorer = self._stories.scorer()
        near = self._near(scorer, self._wanted(trees, founders, {self._roll.voter[article] for article in asked}))
        hangs: dict[int, int] = {}
        for tree in trees.values():
            hangs |= tree.join((p, slot, other) for slot in tree.loose for other, p in near[slot].items())
        matched = {a: other for key in founders for a, other in self._matched(key, founders[key], hangs).items()}
        told = sorted(asked | {a for a, other in matched.items() if self._told.get(a, other) != other})
        voters = {self._roll.voter[article] for article in told}
        near |= self._near(scorer, {s: self._sample(s) for a in voters if (s := self._shelf.slot_of[a]) not in near})
        scores = {article: self._score(self._shelf.slot_of[article], near) for article in voters}
        why = self._reasons(scorer, [a for a in told if a in voters], matched)
        return [self._member(article, founders, matched[article], scores, why) for article in told]

    def _key(self, article: int) -> int:
        return self._stories.story_of(self._shelf.slot_of[self._roll.voter[article]])

    def _founders(self, keys: Iterable[int]) -> Mapping[int, int]:
        """Give the earliest article of each story, copies included."""
        founders = {}
        for key in keys:
            voters = [self._shelf.articles[slot] for slot in self._stories.members[key]]
            every = [a for voter in voters for a in (voter, *self._roll.followers.get(voter, ()))]
            founders[key] = min(every, key=self._roll.ages.__getitem__)
        return founders

    def _tree(self, key: int, founder: int) -> Tree:
        """Give a story as it was told: a tree of its slots from the founder, or from what was before the window."""
        roll, slots = self._roll, self._stories.members[key]
        standing: dict[int, int] = {}
        roots = {slot for slot in slots if self._is_outside(self._shelf.articles[slot])}
        for slot in slots:
            article = self._shelf.articles[slot]
            parent = self._told.get(article)
            if parent is None:
                continue
            if parent in roll.voter and roll.voter[parent] != article and self._key(parent) == key:
                standing[slot] = self._shelf.slot_of[roll.voter[parent]]
        if roots:
            began = (slot for slot in slots if self._told.get(self._shelf.articles[slot], 0) is None)
            roots.update(began)
        if not roots or self._told.get(founder, founder) is None:
            roots.add(self._shelf.slot_of[roll.voter[founder]])
        return Tree(slots, roots, standing)

    def _is_outside(self, article: int) -> bool:
        """Tell whether an article was joined with one that has left the window."""
        parent = self._told.get(article)
        return parent is not None and parent not in self._roll.ages

    def _wanted(
        self, trees: Mapping[int, Tree], founders: Mapping[int, int], voters: Set[int]
    ) -> dict[int, Sequence[int]]:
        """Give for the loose slots, and those that are told anyway, the slots that they must be compared with."""
        wanted: dict[int, Sequence[int]] = {self._shelf.slot_of[article]: () for article in voters}
        for key, tree in trees.items():
            first = self._shelf.slot_of[self._roll.voter[founders[key]]]
            loose = list(tree.loose)
            for slot, near in zip(loose, self._stories.near(loose), strict=True):
                wanted[slot] = [other for other in dict.fromkeys([*near, first]) if other != slot]
        return {slot: others or self._sample(slot) for slot, others in wanted.items()}

    def _sample(self, slot: int) -> list[int]:
        members = self._stories.members[self._stories.story_of(slot)]
        return [other for other in self._stories.sample(members) if other != slot]

    def _near(self, scorer: Scorer, wanted: Mapping[int, Sequence[int]]) -> Near:
        one = np.repeat(np.array([*wanted], dtype=np.int64), [len(others) for others in wanted.values()])
        other = np.array([slot for others in wanted.values() for slot in others], dtype=np.int64)
        likely = iter(scorer.probability(scorer.pairs(one, other)).tolist()) if len(one) else iter(())
        return {slot: {other: next(likely) for other in others} for slot, others in wanted.items()}

    def _score(self, slot: int, near: Near) -> float:
        """Give the mean probability of a slot with those that stand for its story, 1 where it is alone."""
        likely = [near[slot][other] for other in self._sample(slot)]
        return round(sum(likely) / len(likely), 4) if likely else 1.0

    def _matched(self, key: int, founder: int, hangs: Mapping[int, int]) -> dict[int, int | None]:
        """Give what each article of a story is joined with, none for the one that it began with."""
        found: dict[int, int | None] = {}
        for slot in self._stories.members[key]:
            voter = self._shelf.articles[slot]
            copies = self._roll.followers.get(voter, frozenset())
            found |= {copy: self._told[copy] if self._is_outside(copy) else voter for copy in copies}
            if slot in hangs:
                found[voter] = self._shelf.articles[hangs[slot]]
            elif self._is_outside(voter):
                found[voter] = self._told[voter]
            elif founder in copies:
                found[voter], found[founder] = founder, None
            else:
                found[voter] = None
        return found

    def _reasons(
        self, scorer: Scorer, voters: Sequence[int], matched: Mapping[int, int | None]
    ) -> dict[int, tuple[Reason, ...]]:
        """Give the reasons of voters that were joined with another voter."""
        pairs = {a: other for a in voters if (other := matched[a]) is not None and other in self._shelf.slot_of}
        slots = self._shelf.slot_of
        why = pair_reasons(self._shelf, scorer, [slots[a] for a in pairs], [slots[other] for other in pairs.values()])
        return dict(zip(pairs, why, strict=True))

    def _member(
        self,
        article: int,
        founders: Mapping[int, int],
        matched: int | None,
        scores: Mapping[int, float],
        why: Mapping[int, tuple[Reason, ...]],
    ) -> Member:
        voter, key = self._roll.voter[article], self._key(article)
        reasons = why.get(article, ())
        if matched is not None and self._roll.voter.get(matched) == voter:
            link = self._copy_link(article, matched)
            reasons = copy_reason(link.method, link.score)
        score = scores[voter] if article == voter else self._copy_link(article, voter).score
        return Member(
            article=article,
            story=self._stories.stored.get(key),
            founder=founders[key],
            score=score,
            matched=matched,
            reasons=reasons,
            provisional=len(self._stories.members[key]) > 1 and scores[voter] < self._config.threshold + PROVISIONAL,
        )

    def _copy_link(self, article: int, other: int) -> CopyLink:
        """Give how two articles of one text are copies: of the agency's own text, how the other is one of it."""
        link = self._roll.links[article]
        return self._roll.links[other] if link.method == "itself" else link

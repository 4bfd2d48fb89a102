"""Says a person's word: two stories are one, articles leave a story, an article belongs to a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Literal

from aggregator.errors import AggregatorError, UsageError
from aggregator.grouping.rulings import Ruling, Word, amend
from aggregator.lookup import FoundStory, find_article, find_story
from aggregator.overrides.settle import Outcome, one_transaction, settle
from aggregator.store.stories import Placement
from aggregator.times import iso
from aggregator.workspace import Workspace

NEW = -1
"""The name of a story that is still to be founded."""


def merge(workspace: Workspace, one: str, other: str, note: str = "") -> Outcome:
    """Makes two stories one, under the older number; the other becomes a redirect."""
    with one_transaction(workspace) as run_id:
        found = find_story(workspace.store, one), find_story(workspace.store, other)
        told = _redirects(found)
        if found[0].id == found[1].id:
            raise UsageError("; ".join((*told, f"{one} and {other} are one story already")))
        kept, gone = sorted(story.id for story in found)
        places = workspace.store.stories.members_of((kept, gone))
        articles = list(places)
        act = _Act(workspace, run_id, "merge", note, places)
        rows = [act.row("together", articles[0], article) for article in articles[1:]]
        return replace(act.say(rows, set(), {a: kept for a in articles if places[a].story == gone}, kept), told=told)


def split(workspace: Workspace, story: str, articles: Sequence[str], note: str = "") -> Outcome:
    """Takes articles out of a story and makes them a story of their own."""
    with one_transaction(workspace) as run_id:
        found = find_story(workspace.store, story)
        places = workspace.store.stories.members_of((found.id,))
        asked = dict.fromkeys(find_article(workspace.store, article) for article in articles)
        _refuse_strangers(workspace, asked, places, found.id)
        named = [article for article in places if article in asked]
        staying = [article for article in places if article not in asked]
        if not staying:
            raise UsageError(
                f"all {len(places)} articles of story {found.id} are named, so none would be left to part from;"
                " name only those that shall leave"
            )
        act = _Act(workspace, run_id, "split", note, places)
        rows = [act.row("together", named[0], article) for article in named[1:]]
        rows += [act.row("apart", named[0], article) for article in staying]
        outcome = act.say(rows, set(named), dict.fromkeys(named, NEW), found.id)
        home = workspace.store.stories.memberships(named[:1])[named[0]]
        return replace(outcome, story=home, told=_redirects([found]))


def pin(workspace: Workspace, article: str, story: str, note: str = "") -> Outcome:
    """Puts an article into a story for good, with the unruled copies of its text that stand beside it."""
    with one_transaction(workspace) as run_id:
        number, found = find_article(workspace.store, article), find_story(workspace.store, story)
        home = workspace.store.stories.memberships([number]).get(number)
        places = workspace.store.stories.members_of({found.id, home or found.id})
        anchor = next((a for a in places if places[a].story == found.id and a != number), None)
        if anchor is None:
            raise UsageError(f"story {found.id} has no article but a{number} itself, so there is nothing to pin it to")
        places.setdefault(number, Placement(found.id))  # an article that grouping has not placed yet
        act = _Act(workspace, run_id, "pin", note, places)
        beside = _copies_of(number, places, workspace.store.overrides.rulings().bound)
        wishes = dict.fromkeys((number, *beside), found.id)
        leaves = {number} if home != found.id else set[int]()
        outcome = act.say([act.row("together", anchor, number)], leaves, wishes, found.id)
        return replace(outcome, told=_redirects([found]))


def _redirects(found: Iterable[FoundStory]) -> tuple[str, ...]:
    return tuple(story.redirect for story in found if story.redirect)


def _refuse_strangers(workspace: Workspace, asked: Iterable[int], places: Mapping[int, Placement], story: int) -> None:
    strangers = [article for article in asked if article not in places]
    homes = workspace.store.stories.memberships(strangers)
    told = [f"a{a} is in {f'story {homes[a]}' if a in homes else 'no story yet'}" for a in strangers]
    if told:
        raise AggregatorError(f"not in story {story}: {', '.join(told)}")


def _copies_of(article: int, places: Mapping[int, Placement], bound: Set[int]) -> list[int]:
    """Lists the copies without a ruling that an article has in its story."""
    same_story = (other for other in places if places[other].story == places[article].story and other != article)
    return [other for other in same_story if places[other].text == article and other not in bound]


class _Act:
    """An act while it is being said."""

    def __init__(
        self, workspace: Workspace, run_id: int, word: Word, note: str, places: Mapping[int, Placement]
    ) -> None:
        self._workspace = workspace
        self._run_id = run_id
        self._word = word
        self._note = note
        self._places = places
        self._number = workspace.store.overrides.next_act()

    def row(self, kind: Literal["together", "apart"], first: int, other: int) -> Ruling:
        stories = self._places[first].story, self._places[other].story
        return Ruling(self._number, kind, first, other, self._word, *stories, self._note)

    def say(self, rows: Sequence[Ruling], leavers: Set[int], wishes: Mapping[int, int], story: int) -> Outcome:
        """Writes the rows, takes back what they contradict, and moves the articles."""
        places = self._places
        company = (
            {a for a in places if wishes.get(a, places[a].story) == story} if NEW not in wishes.values() else set()
        )
        overrides = self._workspace.store.overrides
        now = iso(self._workspace.clock())
        rank = {article: rank for rank, article in enumerate(self._places)}
        before = overrides.rulings().rows
        changed = amend(before, rows, leavers, company, rank)
        overrides.withdraw(changed.withdrawn, now, self._number)
        overrides.write([*changed.tied, *rows], now)
        left = {row.act for row in overrides.rulings().rows}
        beaten = tuple((act, act not in left) for act in sorted({row.act for row in changed.withdrawn}))
        moved = settle(self._workspace, wishes, self._run_id, self._note, [row.other for row in rows])
        return Outcome(self._number, story, moved, beaten)

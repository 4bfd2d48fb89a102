"""Says a person's word: two stories are one, articles leave a story, an article belongs to a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Literal

from aggregator.errors import AggregatorError
from aggregator.grouping.enforce import glued
from aggregator.grouping.rulings import Ruling, Word
from aggregator.lookup import FoundStory, find_article, find_story
from aggregator.overrides.act import Outcome, change, one_transaction
from aggregator.store.stories import Standing
from aggregator.times import iso
from aggregator.workspace import Workspace


def merge(workspace: Workspace, one: str, other: str, note: str = "") -> Outcome:
    """Makes two stories one, under the older number; the other becomes a redirect."""
    with one_transaction(workspace) as run_id:
        found = find_story(workspace.store, one), find_story(workspace.store, other)
        told = _redirects(found)
        if found[0].id == found[1].id:
            raise AggregatorError("; ".join((*told, f"{one} and {other} are one story already", "name two")))
        act = _Act(workspace, "merge", note, [story.id for story in found])
        voices = act.voices(set())
        rows = [act.row("together", voices[0], article) for article in voices[1:]]
        kept = min(story.id for story in found)
        return replace(act.say(run_id, rows, dict.fromkeys(act.standing, kept)), story=kept, told=told)


def split(workspace: Workspace, story: str, articles: Sequence[str], note: str = "") -> Outcome:
    """Takes articles, with the copies of their texts, out of a story and makes them a story of their own."""
    with one_transaction(workspace) as run_id:
        found = find_story(workspace.store, story)
        asked = {find_article(workspace.store, article) for article in articles}
        act = _Act(workspace, "split", note, [found.id])
        _refuse_strangers(workspace, asked - act.standing.keys(), found.id)
        named = [article for article in act.standing if article in asked]
        staying = [article for article in act.voices(asked) if article not in asked]
        if not staying:
            raise AggregatorError(
                f"none of the {len(act.standing)} articles of story {found.id} would be left to part from;"
                " name only those that shall leave"
                if len(named) == len(act.standing)
                else f"the other articles of story {found.id} are copies of those that you name, and"
                " copies go with what they copy: name the copies that shall leave"
            )
        rows = [act.row("together", named[0], article) for article in named[1:]]
        rows += [act.row("apart", named[0], article) for article in staying]
        outcome = act.say(run_id, rows, dict.fromkeys((*named, *act.copies_of(asked)), None))
        home = workspace.store.stories.memberships(named[:1])[named[0]]
        return replace(outcome, story=home, told=_redirects([found]))


def pin(workspace: Workspace, article: str, story: str, note: str = "") -> Outcome:
    """Puts an article into a story for good, with the copies of its text that no ruling names."""
    with one_transaction(workspace) as run_id:
        number, found = find_article(workspace.store, article), find_story(workspace.store, story)
        home = workspace.store.stories.memberships([number]).get(number)
        act = _Act(workspace, "pin", note, [found.id, *([] if home is None else [home])])
        anchors = [a for a in act.voices({number}) if act.standing[a].live.story == found.id and a != number]
        if not anchors:
            raise AggregatorError(
                f"story {found.id} has no article but a{number} itself, so there is nothing to pin it to"
            )
        rows = [act.row("together", anchor, number) for anchor in anchors]
        outcome = act.say(run_id, rows, dict.fromkeys((number, *act.copies_of({number})), found.id))
        later = () if home else (f"a{number} is not grouped yet; `aggregator group` puts it there",)
        return replace(outcome, story=found.id, told=(*_redirects([found]), *later))


def _redirects(found: Iterable[FoundStory]) -> tuple[str, ...]:
    return tuple(story.redirect for story in found if story.redirect)


def _refuse_strangers(workspace: Workspace, strangers: Set[int], story: int) -> None:
    homes = workspace.store.stories.memberships(strangers)
    told = [f"a{a} is in {f'story {homes[a]}' if a in homes else 'no story yet'}" for a in sorted(strangers)]
    if told:
        raise AggregatorError(f"not in story {story}: {', '.join(told)}")


class _Act:
    """An act while it is being said; `standing` are the articles of the stories that it is about, the oldest first."""

    def __init__(self, workspace: Workspace, word: Word, note: str, stories: Sequence[int]) -> None:
        self._workspace = workspace
        self._word = word
        self._note = note
        self._story = stories[0]
        self._number = workspace.store.overrides.next_act()
        self._bound = workspace.store.overrides.rulings().bound
        self.standing: Mapping[int, Standing] = workspace.store.stories.members_of(stories)

    def voices(self, named: Set[int]) -> list[int]:
        """Lists the articles that are not copies which go with what they copy."""
        copies = self._copies(named)
        return [article for article in self.standing if article not in copies]

    def copies_of(self, named: Set[int]) -> list[int]:
        """Lists the copies that go with the articles that a person names."""
        return [copy for copy, text in self._copies(named).items() if text in named]

    def _copies(self, named: Set[int]) -> dict[int, int]:
        texts = {article: place.text for article, place in self.standing.items()}
        return glued(texts, {a: place.own.story for a, place in self.standing.items()}, self._bound | named)

    def row(self, kind: Literal["together", "apart"], first: int, other: int) -> Ruling:
        homes = [self.standing[a].live.story if a in self.standing else self._story for a in (first, other)]
        return Ruling(self._number, kind, first, other, self._word, homes[0], homes[1], self._note)

    def say(self, run_id: int, rows: Sequence[Ruling], wishes: Mapping[int, int | None]) -> Outcome:
        """Writes the rows, and moves the articles."""
        workspace = self._workspace
        changed = change(
            workspace, run_id, lambda: workspace.store.overrides.write(rows, iso(workspace.clock())), wishes
        )
        return Outcome(self._number, self._story, changed.moved, changed.contradicted)

"""Moves articles as a person wants it, and holds their stories to every other ruling."""

from __future__ import annotations

import contextlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from aggregator.cycle import close_stories
from aggregator.grouping.enforce import enforce, partner, person_reason
from aggregator.grouping.rulings import Rulings
from aggregator.models import Member
from aggregator.times import iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its act (None for unpin and undo), the story that it is about, and what else is worth saying.

    `moved` counts the articles that changed their story; `taken_back` holds the earlier acts that it contradicts, with
    whether nothing of them is left.
    """

    act: int | None
    story: int
    moved: int
    taken_back: tuple[tuple[int, bool], ...] = ()
    told: tuple[str, ...] = ()


@contextlib.contextmanager
def one_transaction(workspace: Workspace) -> Iterator[int]:
    """Makes a command and its row in the run log one transaction, so that a mistake leaves nothing behind."""
    with workspace.store.transaction(), workspace.run("override") as run_id:
        yield run_id


def settle(
    workspace: Workspace,
    wishes: Mapping[int, int],
    run_id: int,
    note: str,
    named: Collection[int],
    near_by: Collection[int] = (),
) -> int:
    """Moves articles to the stories that `wishes` maps them to, and returns how many changed their story.

    A number below zero is a story to be founded, the number of a redirect one to be revived. `named` are the articles
    that the person named; the others on the way keep their scores and reasons. Rulings are enforced on all stories that
    hold an article of `wishes` or `near_by`.
    """
    stories, rulings = workspace.store.stories, workspace.store.overrides.rulings()
    homes = stories.memberships({*wishes, *near_by})
    places = stories.members_of({*homes.values(), *(story for story in wishes.values() if story > 0)})
    before = {article: place.story for article, place in places.items()}
    near = {article: place.matched for article, place in places.items() if place.matched is not None}
    after = _founded(workspace, enforce({**before, **wishes}, rulings, near, before))
    changed = [article for article, story in after.items() if before.get(article) != story]
    for story in {after[article] for article in changed}:
        if stories.living(story) != story:
            stories.revive(story)
    ruled = [article for article in changed if article in rulings.bound or article in named]
    stories.carry({article: after[article] for article in changed if article not in ruled}, run_id)
    stories.lift(ruled)
    notes = {**rulings.notes, **dict.fromkeys(named, note)}
    stories.place([(_member(a, after, rulings, notes.get(a, "")), after[a]) for a in ruled], run_id)
    _tidy(workspace, before, after)
    return len(changed)


def _founded(workspace: Workspace, after: Mapping[int, int]) -> dict[int, int]:
    """Gives the stories that are still to be founded their ids."""
    now = iso(workspace.clock())
    new = {story: workspace.store.stories.found(now) for story in dict.fromkeys(after.values()) if story <= 0}
    return {article: new.get(story, story) for article, story in after.items()}


def _member(article: int, after: Mapping[int, int], rulings: Rulings, note: str) -> Member:
    story = after[article]
    oldest = next(other for other in after if after[other] == story)
    matched = partner(article, rulings.rows, {**rulings.homes, **after}) or oldest
    return Member(article, story, oldest, 1.0, None if article == oldest else matched, person_reason(note))


def _tidy(workspace: Workspace, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Counts the stories that changed, and leaves a redirect where one lost its last article."""
    stories = workspace.store.stories
    went: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for article, story in before.items():
        if after[article] != story:
            went[story][after[article]] += 1
    for story in sorted({*before.values(), *after.values()}):
        stories.refresh(story)
    for story, counts in sorted(went.items()):
        if stories.is_empty(story):
            stories.merge(story, min(counts, key=lambda into: (-counts[into], into)))
    close_stories(workspace)

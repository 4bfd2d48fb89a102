"""Takes a person's word back: a pin, or a whole act."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from aggregator.errors import NotFoundError, UsageError
from aggregator.grouping.rulings import Ruling, contradicted
from aggregator.lookup import find_article
from aggregator.overrides.settle import Outcome, one_transaction, settle
from aggregator.store.overrides import Act
from aggregator.times import iso
from aggregator.workspace import Workspace


def unpin(workspace: Workspace, article: str) -> Outcome:
    """Takes the pins of an article back and leaves it to the next grouping, unless another ruling still holds it."""
    with one_transaction(workspace) as run_id:
        overrides, stories = workspace.store.overrides, workspace.store.stories
        number = find_article(workspace.store, article)
        pins = [row for row in overrides.rulings().rows if row.word == "pin" and row.other == number]
        if not pins:
            raise UsageError(f"a{number} is not pinned")
        back = _take_back(workspace, pins)
        moved = settle(workspace, {}, run_id, "", (), [number, *_articles(back)])
        story = stories.memberships([number])[number]
        told = _again(workspace, back)
        if any(row.kind == "together" and number in (row.first, row.other) for row in overrides.rulings().rows):
            return Outcome(None, story, moved, told=(*told, "another ruling still holds it"))
        if len(stories.members_of([story])) == 1:
            return Outcome(None, story, moved, told=(*told, "it is alone there, and stays"))
        stories.lift([number])
        stories.refresh(story)
        return Outcome(None, story, moved + 1, told=(*told, "the next `aggregator group` places it anew"))


def undo(workspace: Workspace, number: int) -> Outcome:
    """Takes a whole act back: its articles return to the stories that they were in, where no other ruling objects.

    An article without a ruling that joined since goes with the article that it was matched with. What the act had
    taken back is in force again, unless a later act contradicts that too.
    """
    with one_transaction(workspace) as run_id:
        overrides = workspace.store.overrides
        act = next((act for act in overrides.acts() if act.number == number), None)
        if act is None:
            raise NotFoundError(f"there is no act {number}; `aggregator undo` lists those that there are")
        if not act.in_force:
            raise UsageError(f"act {number} ({act.words}) {when_undone(act)}")
        rows = [row for row in overrides.rulings().rows if row.act == number]
        back = _take_back(workspace, rows)
        wishes = _ways_back(workspace, rows)
        with_them = _followers(workspace, wishes, _articles(rows))
        moved = settle(workspace, {**with_them, **wishes}, run_id, f"act {number} undone", wishes, _articles(back))
        _lead_on(workspace)
        story = workspace.store.stories.memberships([rows[0].other]).get(rows[0].other, rows[0].other_story)
        return Outcome(None, story, moved, told=_again(workspace, back))


def when_undone(act: Act) -> str:
    """Says when, and by which act if by one, an act was taken back that holds no longer."""
    return f"was taken back on {act.undone}{f' by act {act.undone_by}' if act.undone_by else ''}"


def _again(workspace: Workspace, back: Sequence[Ruling]) -> tuple[str, ...]:
    acts = {act.number: act for act in workspace.store.overrides.acts()}
    again = [acts[number] for number in sorted({row.act for row in back})]
    return tuple(f"{'' if a.in_force == a.rows else 'part of '}act {a.number} is in force again" for a in again)


def _articles(rows: Sequence[Ruling]) -> set[int]:
    return {article for row in rows for article in (row.first, row.other)}


def _take_back(workspace: Workspace, rows: Sequence[Ruling]) -> list[Ruling]:
    """Takes rows back, and puts in force again what their acts had taken back; returns that.

    An act whose rows would contradict what is in force now stays as it is: a later word has said otherwise since.
    """
    overrides = workspace.store.overrides
    overrides.withdraw(rows, iso(workspace.clock()))
    beaten: defaultdict[int, list[Ruling]] = defaultdict(list)
    for row in overrides.beaten_by({row.act for row in rows}):
        beaten[row.act].append(row)
    back: list[Ruling] = []
    standing = list(overrides.rulings().rows)
    for again in beaten.values():
        if not contradicted([*standing, *again]):
            standing += again
            back += again
    overrides.revive(back)
    return back


def _ways_back(workspace: Workspace, rows: Sequence[Ruling]) -> dict[int, int]:
    """Maps the articles that an act moved to where they were; a story that the act made a redirect is revived."""
    stories = workspace.store.stories
    formers = _moved_from(rows)
    ways: dict[int, int] = {}
    for article, home in stories.memberships(formers).items():
        former = formers[article]
        leads_to = stories.living(former)
        if leads_to == home and rows[0].word != "split":
            leads_to = former
        if leads_to not in (None, home):
            ways[article] = leads_to or former
    return ways


def _moved_from(rows: Sequence[Ruling]) -> Mapping[int, int]:
    """Maps the articles that an act moved to the stories that they were in."""
    if rows[0].word == "pin":
        return {row.other: row.other_story for row in rows}
    if rows[0].word == "split":
        named = {row.first: row.first_story for row in rows}
        return named | {row.other: row.other_story for row in rows if row.kind == "together"}
    formers = {row.first: row.first_story for row in rows} | {row.other: row.other_story for row in rows}
    return {article: story for article, story in formers.items() if story != min(formers.values())}


def _followers(workspace: Workspace, wishes: Mapping[int, int], of_the_act: set[int]) -> dict[int, int]:
    """Maps what came with an article that goes back, or since, as a copy of it or matched with it, to where it goes."""
    stories = workspace.store.stories
    places = stories.members_of(set(stories.memberships(wishes).values()))
    since = min((places[article].run or 0 for article in wishes), default=0)
    bound = workspace.store.overrides.rulings().bound | of_the_act
    free = {a: place for a, place in places.items() if a not in bound and (place.run or 0) >= since}
    found = dict(wishes)
    count = 0
    while count < len(found):
        count = len(found)
        for article, place in free.items():
            leader = next((other for other in (place.text, place.matched) if other in found), None)
            if leader is not None and article not in found:
                found[article] = found[leader]
    return {article: story for article, story in found.items() if article not in wishes}


def _lead_on(workspace: Workspace) -> None:
    """Leads each redirect that a merge left to where its articles are: the story that it led to may have lost them."""
    stories = workspace.store.stories
    former = workspace.store.overrides.merged_from()
    homes = stories.memberships({article for articles in former.values() for article in articles})
    for story, articles in former.items():
        went = Counter(homes[article] for article in articles if article in homes)
        leads_to = stories.living(story)
        if went and leads_to != story and leads_to not in went:
            stories.merge(story, min(went, key=lambda into: (-went[into], into)))

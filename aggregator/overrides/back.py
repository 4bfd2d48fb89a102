"""Takes a person's word back: an act, or all pins of an article. What is taken back by name counts no longer, ever."""

from __future__ import annotations

from aggregator.errors import AggregatorError, NotFoundError
from aggregator.lookup import find_article
from aggregator.overrides.act import Change, Outcome, change, one_transaction
from aggregator.store.overrides import Act
from aggregator.times import iso, minute_words
from aggregator.workspace import Workspace


def unpin(workspace: Workspace, article: str) -> Outcome:
    """Takes every pin of an article back: it goes where grouping has it, unless another ruling still holds it."""
    with one_transaction(workspace) as run_id:
        overrides = workspace.store.overrides
        number = find_article(workspace.store, article)
        pins = {row.act for row in overrides.said() if row.word == "pin" and row.other == number}
        if not pins:
            raise AggregatorError(f"a{number} is not pinned; `aggregator explain a{number}` tells what holds it")
        told = [f"takes back act {a.number} ({a.words})" for a in overrides.acts() if a.number in pins]
        changed = change(workspace, run_id, lambda: overrides.take_back(pins, iso(workspace.clock())))
        rows = overrides.rulings().rows
        holding = sorted({row.act for row in rows if row.kind == "together" and number in (row.first, row.other)})
        held = [f"still held by act {act}" for act in holding]
        home = workspace.store.stories.memberships([number]).get(number)
        return Outcome(None, home, changed.moved, told=(*told, *_again(changed), *held))


def undo(workspace: Workspace, number: int) -> Outcome:
    """Takes a whole act back: all stories are as if it had never been said.

    What it alone contradicted is in force again; what a person took back by name is not.
    """
    with one_transaction(workspace) as run_id:
        overrides = workspace.store.overrides
        act = next((act for act in overrides.acts() if act.number == number), None)
        if act is None:
            raise NotFoundError(f"there is no act {number}; `aggregator undo` lists those that there are")
        if act.undone:
            raise AggregatorError(f"act {number} ({act.words}) was {state(act)}; say it again if it shall hold")
        changed = change(workspace, run_id, lambda: overrides.take_back([number], iso(workspace.clock())))
        homes = workspace.store.stories.memberships(act.articles)
        story = next((homes[article] for article in act.articles if article in homes), None)
        return Outcome(None, story, changed.moved, told=_again(changed))


def state(act: Act) -> str:
    """Says why an act, or part of it, is not in force; '' where all of it is."""
    if act.undone:
        return f"taken back by a person on {minute_words(act.undone)}"
    acts = f"act{'s' if len(act.contradicted_by) > 1 else ''} {', '.join(map(str, act.contradicted_by))}"
    return f"{'partly ' if act.in_force else ''}contradicted by {acts}" if act.contradicted_by else ""


def _again(changed: Change) -> tuple[str, ...]:
    return tuple(f"{'' if wholly else 'part of '}act {act} is in force again" for act, wholly in changed.again)

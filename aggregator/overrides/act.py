"""What the words of a person have in common: each is one transaction, and holds at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from aggregator.placing import settle
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its act (None for unpin and undo), the story that it is about, and what else is worth saying.

    `story` is None where the article is not grouped yet. `moved` counts the articles that changed their story;
    `contradicted` holds the earlier acts that it contradicts, with whether nothing of them is left.
    """

    act: int | None
    story: int | None
    moved: int
    contradicted: tuple[tuple[int, bool], ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a word changed: articles moved, acts that it contradicts and acts that hold again, each with: wholly?"""

    moved: int
    contradicted: tuple[tuple[int, bool], ...]
    again: tuple[tuple[int, bool], ...]


@contextlib.contextmanager
def one_transaction(workspace: Workspace) -> Iterator[int]:
    """Makes a command and its row in the run log one transaction, so that a mistake leaves nothing behind."""
    with workspace.store.transaction(), workspace.run("override") as run_id:
        yield run_id


def change(
    workspace: Workspace, run_id: int, write: Callable[[], None], wishes: Mapping[int, int | None] | None = None
) -> Change:
    """Changes what was said, and brings all stories to what that makes."""
    overrides = workspace.store.overrides
    before = overrides.rulings()
    write()
    after = overrides.rulings()
    overrides.mark(after.contradicted)
    counting = {row.act for row in overrides.said()}
    beaten = {row.act for row in after.contradicted.keys() - before.contradicted.keys()}
    back = {row.act for row in before.contradicted.keys() - after.contradicted.keys()} & counting
    still = {row.act for row in after.contradicted}
    return Change(
        settle(workspace, run_id, wishes=wishes).moved,
        tuple((act, act not in after.acts) for act in sorted(beaten)),
        tuple((act, act not in still) for act in sorted(back)),
    )

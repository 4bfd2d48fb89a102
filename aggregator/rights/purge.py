"""Lets go of texts that were kept as long as store.keep_bodies_days says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from aggregator.store.bodies import Bodies
from aggregator.times import iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Purged:
    """How many articles lost their text, and how many earlier versions of texts went."""

    bodies: int
    revisions: int


def due(workspace: Workspace, days: int) -> int:
    """Counts the texts that a purge after so many days would remove; 0 days keep all."""
    if not days:
        return 0
    return Bodies(workspace.store.db).count(iso(workspace.clock() - timedelta(days=days)))


def purge_bodies(workspace: Workspace, days: int | None = None) -> Purged:
    """Removes the texts of articles that reached us so many days ago; by default store.keep_bodies_days, 0 keeps all.

    Headlines, summaries, stories and copies stay as they are: grouping keeps an opening of at most 320 characters where
    an article has no summary, and takes from the store which articles are one text.
    """
    kept = workspace.config.store.keep_bodies_days if days is None else days
    if not kept:
        return Purged(0, 0)
    before = iso(workspace.clock() - timedelta(days=kept))
    with workspace.store.transaction():
        return Purged(*Bodies(workspace.store.db).purge(before))

"""Grouping over the store: the open window is read, grouped by pure code, and what changed is written in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from aggregator.encoder import installed_encoder
from aggregator.grouping import Grouping
from aggregator.models import Document
from aggregator.open_window import OpenWindow
from aggregator.placing import settle
from aggregator.semantic import forget_unused
from aggregator.times import from_iso, iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GroupReport:
    articles: int
    new_articles: int
    stories: int
    new_stories: int
    merged_stories: int


def group_articles(workspace: Workspace, window: OpenWindow | None = None) -> GroupReport:
    """Places every article that has no story yet, with the stories of its window, and repairs what that changed.

    `window` is what an earlier call in this process has read already; it is brought up to date.
    """
    length = timedelta(days=workspace.config.grouping.window_days)
    total = GroupReport(0, 0, 0, 0, 0)
    ahead = stretches(workspace.store.articles.ungrouped(), length)
    for number, (since, until) in enumerate(ahead, 1):
        if window is not None and number == len(ahead) and window.reaches(until, length):
            report = _group_stretch(workspace, since, max(until, window.until), window)
        else:
            report = _group_stretch(workspace, since, until, OpenWindow())
        total = GroupReport(*(one + more for one, more in zip(astuple(total), astuple(report), strict=True)))
    if ahead:
        forget_unused(workspace.store, installed_encoder())
    return total


def _group_stretch(workspace: Workspace, since: str, until: str, window: OpenWindow) -> GroupReport:
    """Groups the articles of a stretch of time, again where a rebuild or a removal came in between."""
    store = workspace.store
    while True:
        last_upheaval = store.last_upheaval()
        grouping, documents = window.group(workspace, since, until)
        with window.lost_unless_stored(), workspace.run("group") as run_id, store.transaction():
            if store.last_upheaval() == last_upheaval:
                report, founded = _write(workspace, grouping, run_id, documents, window)
                window.adopt(founded)
                return report
            window.forget()


def stretches(times: Sequence[str], window: timedelta) -> list[tuple[str, str]]:
    """Returns the stretches of time that must be read to group articles of these times, given earliest first.

    A story may have begun a window before its earliest new article, and its members' copies a window before that. An
    old piece that turns up in a feed makes a stretch of its own, and not the years up to now part of the window.

    >>> stretches(['2015-03-01T12:00:00Z', '2026-11-03T09:00:00Z', '2026-11-04T09:00:00Z'], timedelta(days=7))
    [('2015-02-15T12:00:00Z', '2015-03-15T12:00:00Z'), ('2026-10-20T09:00:00Z', '2026-11-18T09:00:00Z')]
    """
    found: list[tuple[datetime, datetime]] = []
    for moment in map(from_iso, times):
        since, until = moment - 2 * window, moment + 2 * window
        if found and since <= found[-1][1]:
            found[-1] = found[-1][0], until
        else:
            found.append((since, until))
    return [(iso(since), iso(until)) for since, until in found]


def _write(
    workspace: Workspace, grouping: Grouping, run_id: int, documents: Sequence[Document], window: OpenWindow
) -> tuple[GroupReport, dict[int, int]]:
    """Stores the members and origins that changed; returns the new stories by their founders, too."""
    stories = workspace.store.stories
    now = iso(workspace.clock())
    own = {document.id: document.story for document in documents}
    matched = {document.id: document.matched for document in documents}
    founded = {member.founder: 0 for member in grouping.members if member.story is None}
    for founder in founded:
        founded[founder] = stories.found(now)
    placed = [(m, m.story if m.story is not None else founded[m.founder]) for m in grouping.members]
    changed = [
        (member, story)
        for member, story in placed
        if (own[member.article], matched[member.article]) != (story, member.matched)
    ]
    homes = stories.memberships(own)
    stories.place(changed, run_id)
    regrouped = stories.set_origins(grouping.copies, window)
    touched = stories.memberships([*regrouped, *(member.article for member, _ in changed)])
    settled = settle(
        workspace, run_id, before={m.article: homes.get(m.article) for m, _ in changed}, touched={*touched.values()}
    )
    new = sum(story is None for story in own.values())
    return GroupReport(len(window), new, window.stories, len(founded), settled.emptied), founded

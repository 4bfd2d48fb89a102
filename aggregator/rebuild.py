"""Groups everything stored from scratch, and tells how far the live stories are from that."""

from __future__ import annotations

import contextlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from aggregator.encoder import installed_encoder
from aggregator.grouping import group
from aggregator.grouping.measure import score
from aggregator.models import CopyLink, Document, Member
from aggregator.placing import settle
from aggregator.semantic import forget_unused, with_vectors
from aggregator.times import from_iso, iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How the stories of a rebuild compare with the live ones; `agreement` is the B-cubed F1 of live against rebuilt.

    `moved` counts the articles whose story would have, or has, another number; `stored` tells which.
    """

    articles: int
    live_stories: int
    rebuilt_stories: int
    agreement: float
    moved: int
    stored: bool


@dataclass(frozen=True, slots=True)
class _Rebuilt:
    """Every article's member, with numbers of this rebuild for stories, and its origin."""

    members: Mapping[int, Member]
    copies: Mapping[int, CopyLink]


class _DryError(Exception):
    """Rolls a dry run back."""


def rebuild(
    workspace: Workspace, *, dry_run: bool = False, progress: Callable[[int], None] = lambda articles: None
) -> RebuildReport:
    """Groups all articles as a fresh database would, window after window, and stores that, with the rulings in force.

    A rebuilt story takes the number of the live story that it shares most articles with; a live story that is left
    without an article leads to where most of them went. A dry run is rolled back. Where articles are added or grouped
    anew while it runs, it starts again.
    """
    store = workspace.store
    unsaved: dict[str, bytes] | None = {} if dry_run else None
    while True:
        seen = store.articles.last_id(), store.last_upheaval()
        rebuilt = _regroup(workspace, progress, unsaved)
        report: RebuildReport | None = None
        with contextlib.suppress(_DryError), store.transaction():
            if seen == (store.articles.last_id(), store.last_upheaval()):
                report = _store(workspace, rebuilt, stored=not dry_run)
                if dry_run:
                    raise _DryError
        if report is not None:
            break
    if not dry_run:
        forget_unused(store, installed_encoder())
    return report


def _regroup(workspace: Workspace, progress: Callable[[int], None], unsaved: dict[str, bytes] | None) -> _Rebuilt:
    window = timedelta(days=workspace.config.grouping.window_days)
    articles = workspace.store.articles
    members: dict[int, Member] = {}
    copies: dict[int, CopyLink] = {}
    free = itertools.count(1)
    for since, until in _windows(workspace, window):
        context = iso(from_iso(since) - 2 * window)
        read = list(_as_rebuilt(articles.documents(context, until), members))
        documents = with_vectors(read, installed_encoder(), workspace.store.path, unsaved)
        found = group(documents, workspace.config.grouping)
        founders = sorted({member.founder for member in found.members if member.story is None})
        numbers = {founder: next(free) for founder in founders}
        for member in found.members:
            _take(members, member if member.story is not None else replace(member, story=numbers[member.founder]))
        _keep_origins(copies, found.copies)
        progress(len(members))
    return _Rebuilt(members, copies)


def _windows(workspace: Workspace, window: timedelta) -> Iterator[tuple[str, str]]:
    """Gives stretches of a window's length, each from an article to before the next one's; empty years are skipped."""
    articles = workspace.store.articles
    since = articles.next_time("")
    while since:
        until = iso(from_iso(since) + window)
        yield since, until
        since = articles.next_time(until)


def _as_rebuilt(documents: Iterable[Document], members: Mapping[int, Member]) -> Iterator[Document]:
    """Forgets the live story of each document in favour of the one that it has in this rebuild so far."""
    for document in documents:
        member = members.get(document.id)
        yield replace(document, story=member.story if member else None, matched=member.matched if member else None)


def _take(members: dict[int, Member], member: Member) -> None:
    """Takes in an article's place; one that stays where it was keeps the reasons of the day on which it was placed."""
    old = members.get(member.article)
    if old is None or (old.story, old.matched) != (member.story, member.matched):
        members[member.article] = member


def _keep_origins(kept: dict[int, CopyLink], found: Iterable[CopyLink]) -> None:
    """Takes in the origins of a window; a text whose first article is older than the window keeps that origin."""
    links = {link.article: link for link in found}
    outside = {
        article: kept[article].representative
        for article in links.keys() & kept.keys()
        if kept[article].representative not in links
    }
    for article, link in links.items():
        if article not in outside:
            kept[article] = replace(link, representative=outside.get(link.representative, link.representative))


def _story(member: Member) -> int:
    return member.story or 0


def match_numbers(live: Mapping[int, int], rebuilt: Mapping[int, int]) -> dict[int, int]:
    """Maps the stories of a rebuild to the live ones that they share most articles with; the older first on a tie.

    A rebuilt story that finds no live one free is not among them.

    >>> match_numbers({1: 7, 2: 7, 3: 7, 4: 9}, {1: 1, 2: 1, 3: 2, 4: 2})
    {1: 7, 2: 9}
    """
    shared = Counter((story, live[article]) for article, story in rebuilt.items() if article in live)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for story, number in sorted(shared, key=lambda pair: (-shared[pair], pair[1], pair[0])):
        if story not in found and number not in taken:
            found[story] = number
            taken.add(number)
    return found


def _store(workspace: Workspace, rebuilt: _Rebuilt, *, stored: bool) -> RebuildReport:
    stories = workspace.store.stories
    before = stories.all_memberships()
    with workspace.run("rebuild") as run_id:
        _write(workspace, rebuilt, before, run_id)
    after = stories.all_memberships()
    gold = {str(article): str(story) for article, story in before.items()}
    scores = score(gold, {str(article): str(after[article]) for article in before})
    return RebuildReport(
        articles=len(after),
        live_stories=len(set(before.values())),
        rebuilt_stories=len(set(after.values())),
        agreement=round(scores.bcubed.f1, 4) if gold else 1.0,
        moved=sum(after[article] != story for article, story in before.items()),
        stored=stored,
    )


def _write(workspace: Workspace, rebuilt: _Rebuilt, before: Mapping[int, int], run_id: int) -> None:
    stories = workspace.store.stories
    now = iso(workspace.clock())
    own = {article: _story(member) for article, member in rebuilt.members.items()}
    numbers = match_numbers(stories.own_memberships(), own)
    ids = {story: numbers.get(story) or stories.found(now) for story in sorted(set(own.values()))}
    changed = stories.unlike((member, ids[own[article]]) for article, member in rebuilt.members.items())
    stories.place(changed, run_id)
    regrouped = stories.set_origins(tuple(rebuilt.copies.values()), rebuilt.copies)
    articles = [member.article for member, _ in changed]
    touched = stories.memberships([*regrouped, *articles])
    settle(workspace, run_id, before={a: before.get(a) for a in articles}, touched={*touched.values()})

"""Groups everything stored from scratch, and tells how far the live stories are from that."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from aggregator.cycle import close_stories
from aggregator.encoder import installed_encoder
from aggregator.grouping import group
from aggregator.grouping.measure import score
from aggregator.grouping.rulings import Rulings
from aggregator.models import CopyLink, Document, Member
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


def rebuild(
    workspace: Workspace, *, dry_run: bool = False, progress: Callable[[int], None] = lambda articles: None
) -> RebuildReport:
    """Groups all articles as a fresh database would, window after window, with the rulings in force, and stores that.

    A rebuilt story takes the number of the live story that it shares most articles with; a live story that is left
    without an article leads to where most of them went. A dry run stores nothing. What a person says while it runs is
    heeded: it starts again.
    """
    store = workspace.store
    unsaved: dict[str, bytes] | None = {} if dry_run else None
    while True:
        last_word, latest = store.overrides.last_word(), store.articles.last_id()
        rebuilt = _regroup(workspace, progress, unsaved)
        live = store.stories.all_memberships()
        numbers = match_numbers(live, {article: _story(member) for article, member in rebuilt.members.items()})
        report = _report(live, rebuilt, numbers, stored=not dry_run)
        if dry_run:
            return report
        with store.transaction():
            if (last_word, latest) == (store.overrides.last_word(), store.articles.last_id()):
                with workspace.run("rebuild") as run_id:
                    _write(workspace, rebuilt, live, numbers, run_id)
                break
    forget_unused(store, installed_encoder())
    return report


def _regroup(workspace: Workspace, progress: Callable[[int], None], unsaved: dict[str, bytes] | None) -> _Rebuilt:
    window = timedelta(days=workspace.config.grouping.window_days)
    articles = workspace.store.articles
    rulings = workspace.store.overrides.rulings()
    members: dict[int, Member] = {}
    copies: dict[int, CopyLink] = {}
    free = itertools.count(1)
    for since, until in _windows(workspace, window):
        context = iso(from_iso(since) - 2 * window)
        read = list(_as_rebuilt(articles.documents(context, until), members))
        documents = with_vectors(read, installed_encoder(), workspace.store.path, unsaved)
        homes = {article: _story(members[article]) for article in rulings.bound & members.keys()}
        found = group(documents, workspace.config.grouping, Rulings(rulings.rows, homes))
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


def _report(live: Mapping[int, int], rebuilt: _Rebuilt, numbers: Mapping[int, int], *, stored: bool) -> RebuildReport:
    stories = {article: _story(member) for article, member in rebuilt.members.items()}
    gold = {str(article): str(story) for article, story in live.items() if article in stories}
    scores = score(gold, {article: str(stories[int(article)]) for article in gold})
    return RebuildReport(
        articles=len(stories),
        live_stories=len(set(live.values())),
        rebuilt_stories=len(set(stories.values())),
        agreement=round(scores.bcubed.f1, 4) if gold else 1.0,
        moved=sum(numbers.get(stories[article]) != story for article, story in live.items() if article in stories),
        stored=stored,
    )


def _write(
    workspace: Workspace, rebuilt: _Rebuilt, live: Mapping[int, int], numbers: Mapping[int, int], run_id: int
) -> None:
    stories = workspace.store.stories
    now = iso(workspace.clock())
    used = sorted({_story(member) for member in rebuilt.members.values()})
    ids = {story: numbers.get(story) or stories.found(now) for story in used}
    placed = [(member, ids[_story(member)]) for member in rebuilt.members.values()]
    changed = stories.unlike(placed)
    stories.lift(member.article for member, _ in changed)
    stories.place(changed, run_id)
    regrouped = stories.set_origins(tuple(rebuilt.copies.values()), rebuilt.copies)
    went: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for member, story in placed:
        if (before := live.get(member.article, story)) != story:
            went[before][story] += 1
    homes = {member.article: story for member, story in placed}
    for story in sorted({story for _, story in changed} | went.keys() | {homes[article] for article in regrouped}):
        stories.refresh(story)
    for story, counts in sorted(went.items()):
        if stories.is_empty(story):
            stories.merge(story, min(counts, key=lambda into: (-counts[into], into)))
    close_stories(workspace)

"""Brings the stored stories to what grouping says and, where a person said otherwise, to what the person said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from aggregator.grouping.enforce import enforce, numbered, partners_of, person_reason
from aggregator.grouping.rulings import Rulings
from aggregator.store.stories import Place, Standing, reasons_json
from aggregator.times import from_iso, iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Settled:
    """How many articles changed their story, and how many stories lost their last article by that."""

    moved: int
    emptied: int


def settle(
    workspace: Workspace,
    run_id: int,
    *,
    before: Mapping[int, int | None] | None = None,
    touched: Collection[int] = (),
    wishes: Mapping[int, int | None] | None = None,
) -> Settled:
    """Enforces the rulings in force on the stories of grouping, and brings counts, titles and redirects up to date.

    The partition depends on nothing else; `wishes` says only which number a story shall have where a person put these
    articles (None for a new one). `before` maps articles that grouping has just placed to the stories in which they
    stood; `touched` are stories whose counts may have changed.
    """
    stories, rulings = workspace.store.stories, workspace.store.overrides.rulings()
    standing = stories.ruled(rulings.bound)
    after = _homes(workspace, standing, rulings, wishes or {})
    wanted = _places(standing, after, rulings, run_id)
    changed = {article: place for article, place in wanted.items() if _differ(place, standing[article])}
    stories.stand(changed, {article: standing[article].own for article in changed})
    were = {article: standing[article].live.story for article in changed} | dict(before or {})
    now = after | stories.memberships(were)
    ways = [(standing[article].own.story, article) for article in standing]
    ways += [(standing[article].live.story, article) for article in changed]
    ways += [(story, article) for article, story in were.items() if story is not None]
    went = Counter((story, now[article]) for story, article in ways if story != now[article])
    retold = {standing[article].live.story for article in changed} | {now[article] for article in were}
    emptied = _tidy(workspace, went, {*touched, *retold})
    return Settled(sum(story != now[article] for article, story in were.items()), emptied)


def _homes(
    workspace: Workspace, standing: Mapping[int, Standing], rulings: Rulings, wishes: Mapping[int, int | None]
) -> dict[int, int]:
    """Gives the story of each article, founded or revived where that is needed."""
    own = {article: place.own.story for article, place in standing.items()}
    near = {article: place.own.matched for article, place in standing.items() if place.own.matched is not None}
    texts = {article: place.text for article, place in standing.items()}
    wished = {article: place.live.story for article, place in standing.items()} | dict(wishes)
    stored = {article: story for article, story in wished.items() if story is not None}
    after = numbered(enforce(own, rulings, near, texts), own, stored)
    stories, now = workspace.store.stories, iso(workspace.clock())
    new = {story: stories.found(now) for story in dict.fromkeys(after.values()) if story < 0}
    for story in set(after.values()) - new.keys():
        if stories.living(story) != story:
            stories.revive(story)
    return {article: new.get(story, story) for article, story in after.items()}


def _places(
    standing: Mapping[int, Standing], after: Mapping[int, int], rulings: Rulings, run_id: int
) -> dict[int, Place]:
    """Gives the row of each article: grouping's own, unless a ruling put the article where it is."""
    places = {article: replace(place.own, story=after[article]) for article, place in standing.items()}
    oldest: dict[int, int] = {}
    for article, story in after.items():
        oldest.setdefault(story, article)
    moved = {article for article in rulings.bound & after.keys() if after[article] != standing[article].own.story}
    partners, notes = partners_of(rulings.rows, after), rulings.notes
    for article in moved | (rulings.pinned & after.keys()):
        first = oldest[after[article]]
        matched = None if article == first else partners.get(article, first)
        reasons = reasons_json(person_reason(notes.get(article, "")))
        places[article] = Place(after[article], 1.0, matched, reasons, run_id, 0)
    return places


def _differ(wanted: Place, standing: Standing) -> bool:
    """Tells whether a row must be written; the run alone makes no difference, unless it is grouping's own."""
    return wanted != (standing.live if wanted == standing.own else replace(standing.live, run=wanted.run))


def _tidy(workspace: Workspace, went: Mapping[tuple[int, int], int], touched: Collection[int]) -> int:
    """Counts stories anew, and leads those without an article to where most of theirs went; returns how many are new.

    `went` maps stories, and those where articles of theirs are now, to how many.
    """
    stories = workspace.store.stories
    heirs: dict[int, int] = {}
    for story, into in sorted(went, key=lambda way: (-went[way], way)):
        heirs.setdefault(story, into)
    for story in sorted({*touched, *heirs}):
        stories.refresh(story)
    empty = [story for story in sorted(heirs) if stories.is_empty(story)]
    new = sum(stories.living(story) == story for story in empty)
    for story in empty:
        stories.merge(story, heirs[story])
    close_stories(workspace)
    return new


def close_stories(workspace: Workspace) -> None:
    """Closes the stories whose window is over, and opens those that got a late article."""
    if latest := workspace.store.articles.latest():
        before = from_iso(latest) - timedelta(days=workspace.config.grouping.window_days)
        workspace.store.stories.close(iso(before))

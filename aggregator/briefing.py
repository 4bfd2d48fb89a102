"""Makes the briefs of the stories that changed, when they change and not when they are read.

The store keeps a journal of the stories that changed, and here stands how far it was worked off: `briefs_upto`. What is
new in it is worked off wholly, the oldest first. What is due for another reason (a database that had no briefs yet, a
new rule, more characters, other ratings) is worked off beside it from the journal's end backwards, `briefs_below`, so
many stories a cycle: of a million articles the newest come first, and no cycle waits for the oldest. The journal is not
written for it, as others follow it too, who need no new look at a story because its sentences are picked otherwise.

A batch of stories is read and told outside of a transaction, and written in one, with the place in the journal: a crash
loses a batch of work. Who was changed in between is left to its later entry in the journal: what was removed from a
story meanwhile must not come back with its brief.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aggregator.briefs import RULE, ArticleBrief, Brief, Source, brief_of, brief_of_article
from aggregator.briefs.bound import within
from aggregator.store.briefs import Briefs, Stored, Told, short_hash
from aggregator.times import iso
from aggregator.workspace import Workspace

# A story and its articles took 14 ms of a processor (python -m bench.briefing): a crash loses a second of work.
BATCH = 50
# Stories that a cycle looks at besides those that changed: less than a minute of a quarter of an hour.
AGAIN = 3000


@dataclass(frozen=True, slots=True)
class BriefReport:
    """How many briefs of stories and of articles were written, of how many stories that were looked at.

    `awaiting` says whether older stories are due, which later cycles look at.
    """

    looked_at: int = 0
    stories: int = 0
    articles: int = 0
    awaiting: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be written of a story and its articles; an empty brief of an article is none.

    `brief` is None where the one that there is stays, or none shall be; `inputs` where nothing is to be noted of it.
    """

    story: int
    articles: Mapping[int, tuple[ArticleBrief, str]]
    brief: Brief | None = None
    inputs: Stored | None = None
    dropped: bool = False
    emptied: bool = False


def write_briefs(
    workspace: Workspace, again: int | None = AGAIN, progress: Callable[[int], None] = lambda stories: None
) -> BriefReport:
    """Tells the stories that changed since the last call, and of those due for another reason the newest `again`.

    None looks at all of them. A brief is written anew only where what it is made from differs.
    """
    heed_settings(workspace)
    desk = _Desk(workspace)
    report = BriefReport()
    while (batch := desk.new()) and (worked := desk.work(batch, {"briefs_upto": batch[-1][0]})):
        report = _added(report, worked)
        progress(report.looked_at)
    done = 0
    while (again is None or done < again) and (batch := desk.due(BATCH)):
        if not (worked := desk.work(batch, {"briefs_below": batch[-1][0] - 1})):
            break
        report = _added(report, worked)
        done += len(batch)
        progress(report.looked_at)
    return replace(report, awaiting=desk.is_awaiting())


def heed_settings(workspace: Workspace) -> None:
    """Takes from the briefs what may not be shown any more under the settings and the ratings of now.

    Whoever publishes does so first; the briefs are written anew with the next cycle.
    """
    with workspace.store.transaction():
        _Desk(workspace).take_settings()


def _added(one: BriefReport, more: BriefReport) -> BriefReport:
    return BriefReport(one.looked_at + more.looked_at, one.stories + more.stories, one.articles + more.articles)


class _Desk:
    """The store as briefs need it, with what they are made by."""

    def __init__(self, workspace: Workspace) -> None:
        self._store = workspace.store
        self._briefs = Briefs(workspace.store.db)
        self._site = workspace.config.site
        self._clock = workspace.clock
        self._under = self._settings()

    def _settings(self) -> tuple[str | None, str | None]:
        return self._setting("briefs_rule"), self._setting("briefs_sides")

    def take_settings(self) -> None:
        """Makes due what a new rule, another number of characters or other ratings change.

        A brief that names sides by other ratings loses at once what names them. Where fewer characters are allowed, all
        briefs go at once.
        """
        last, characters = self._briefs.last_change(), self._site.brief_characters
        rule, before = f"{RULE}, {characters} characters", self._setting("briefs_rule")
        if before is None:
            self._set({"briefs_upto": last, "briefs_sides": json.dumps(self._briefs.sides())})
        elif self._mark_moved():
            all_due = self._number("briefs_below") and self._setting("briefs_due") == "all"
            self._set({"briefs_below": last, "briefs_due": "all" if all_due else "marked"})
        if before != rule:
            if before and int(before.split()[-2]) > characters:
                self._briefs.drop_all()
            self._set({"briefs_rule": rule, "briefs_below": last if characters else 0, "briefs_due": "all"})

    def _mark_moved(self) -> int:
        """Marks the briefs of stories that may have other sides by now, and returns how many they are."""
        told, sides = json.loads(self._setting("briefs_sides") or "{}"), self._briefs.sides()
        if told == sides:
            return 0
        self._set({"briefs_sides": json.dumps(sides)})
        return self._briefs.mark(outlet for outlet in {**told, **sides} if told.get(outlet) != sides.get(outlet))

    def new(self) -> list[tuple[int, int]]:
        return self._briefs.changes_after(self._number("briefs_upto"), BATCH)

    def is_awaiting(self) -> bool:
        """Says whether any story is due besides those that changed, and where none is, closes the book on it."""
        if self._number("briefs_below") and not self.due(1):
            with self._store.transaction():
                self._set({"briefs_below": 0})
        return self._number("briefs_below") > 0

    def due(self, limit: int) -> list[tuple[int, int]]:
        below = self._number("briefs_below")
        marked = self._setting("briefs_due") == "marked"
        return self._briefs.changes_before(below, limit, marked) if below else []

    def work(self, batch: Sequence[tuple[int, int]], place: Mapping[str, object]) -> BriefReport | None:
        """Tells a batch of stories, and writes what differs, with the place in the journal.

        None, and nothing written, where another process has meanwhile heeded other settings or ratings.
        """
        made = self._tell([story for _, story in batch])
        now = iso(self._clock())
        with self._store.transaction():
            if self._settings() != self._under:
                return None
            unchanged = self._briefs.unchanged(batch)
            made = [one for one in made if one.story in unchanged]
            for one in made:
                self._write(one, now)
            self._set(place)
        written = sum(one.brief is not None for one in made)
        articles = sum(1 for one in made for brief, _ in one.articles.values() if brief.summary)
        return BriefReport(len(batch), written, articles)

    def _tell(self, stories: Sequence[int]) -> list[_Made]:
        members, stored = self._briefs.members(stories), self._briefs.stored(stories)
        own = [one.source.id for told in members.values() for one in told]
        briefed = self._briefs.stored_articles(own)
        return [self._story(story, members.get(story, []), stored.get(story), briefed) for story in stories]

    def _story(self, story: int, told: Sequence[Told], stored: Stored | None, briefed: Mapping[int, str]) -> _Made:
        characters = self._site.brief_characters
        told = [replace(one, source=bounded(one)) for one in told]
        inputs = Stored(
            short_hash((RULE, characters)),
            short_hash([(one.source.id, one.source.origin, one.source.side) for one in told]),
            {one.source.id: _text_hash(one, stored) for one in told},
        )
        articles = dict(self._articles(told, inputs, stored, briefed))
        if not characters or len({one.source.origin for one in told}) < 2:
            return _Made(story, articles, dropped=True, emptied=not told)
        if stored == inputs:
            return _Made(story, articles)
        if stored and stored.texts == inputs.texts and any(one.purged for one in told):
            return _Made(story, articles, inputs=inputs)
        return _Made(story, articles, brief_of([one.source for one in told], characters), inputs)

    def _articles(
        self, told: Iterable[Told], inputs: Stored, stored: Stored | None, briefed: Mapping[int, str]
    ) -> Iterator[tuple[int, tuple[ArticleBrief, str]]]:
        """Gives the briefs of articles that are to be written.

        A text that was purged can't be read again: its brief stays, in the words that it was made of.
        """
        characters = self._site.brief_characters
        for one in told:
            article = one.source.id
            made_of = short_hash((inputs.rule, inputs.texts[article], one.is_own))
            seen = stored and (stored.rule, stored.texts.get(article)) == (inputs.rule, inputs.texts[article])
            if briefed.get(article, made_of if seen else "") == made_of or (one.purged and one.bound is None):
                continue
            says_more = len(one.source.text) > min(len(one.summary), self._site.summary_characters)
            if characters and one.is_own and says_more:
                yield article, (brief_of_article(one.source, characters), made_of)
            elif article in briefed:
                yield article, (ArticleBrief(), made_of)

    def _write(self, made: _Made, now: str) -> None:
        if made.dropped:
            self._briefs.drop([made.story], generated=made.emptied)
        elif made.brief and made.inputs:
            self._briefs.put(made.story, made.brief, made.inputs, RULE, now)
        elif made.inputs:
            self._briefs.keep(made.story, made.inputs)
        self._briefs.drop_articles(article for article, (brief, _) in made.articles.items() if not brief.summary)
        for article, (brief, made_of) in made.articles.items():
            if brief.summary:
                self._briefs.put_article(article, brief, made_of, RULE, now)

    def _setting(self, key: str) -> str | None:
        return self._store.reference.setting(key)

    def _number(self, key: str) -> int:
        return int(self._setting(key) or 0)

    def _set(self, values: Mapping[str, object]) -> None:
        self._store.reference.set_settings(dict(values))


def bounded(told: Told) -> Source:
    """Gives an article as a brief may read it: a page may let less of its text be shown than all of it."""
    source = told.source
    return source if told.bound is None else replace(source, text=within(source.text, source.language, told.bound))


def _text_hash(told: Told, stored: Stored | None) -> str:
    """Names an article's words; those of a text that is gone by what they were when it was there."""
    source = told.source
    if told.purged and told.bound is None and stored and source.id in stored.texts:
        return stored.texts[source.id]
    return short_hash((source.title, source.text, source.language, source.day, source.scope, source.text_kind,
                       source.is_commentary))  # fmt: skip

"""Keeps storylines up to date: reads the stories that changed, links them, and stores what that makes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from itertools import count

from aggregator.encoder import Encoder, installed_encoder
from aggregator.grouping.enforce import person_reason
from aggregator.models import Document, Reason
from aggregator.store.story_terms import StoryTermsFile
from aggregator.store.storylines import StorylineStory
from aggregator.storylines import (
    Background,
    Held,
    Likeness,
    Linker,
    StorylineConfig,
    name_of,
    read_story,
    written,
)
from aggregator.storylines.linking import linked_in_turn
from aggregator.storylines.subject import with_meaning
from aggregator.storylines.terms import voices_of
from aggregator.times import iso
from aggregator.workspace import Workspace

READ_AT_ONCE = 500
"""Stories whose articles are read at once."""

NAMED_BY = 30
"""The latest stories of a storyline whose headlines name it."""


@dataclass(frozen=True, slots=True)
class StorylineReport:
    """What a run did: stories looked at, those of them that are in a storyline now, storylines begun and led on."""

    stories: int
    linked: int
    new: int
    ended: int


def write_storylines(workspace: Workspace, *, again: Collection[int] = (), anew: bool = False) -> StorylineReport:
    """Links the stories that changed since the last time; `again` are stories to be linked as if they were new.

    With `anew` all are. Storylines keep their numbers; one that is joined to an older one leads there.
    """
    with workspace.store.transaction():
        store, lines = workspace.store, workspace.store.storylines
        held, notes = _held(workspace)
        bound = held.root.keys() | {story for pair in held.apart for story in pair}
        eligible, last = lines.eligible(bound), lines.last_change()
        upto = int(store.reference.setting("storylines_upto") or 0)
        before = lines.lines()
        new = {story for story, change in eligible.items() if anew or change > upto or story in again}
        gone = before.keys() - eligible.keys()
        if not new and not gone:
            return StorylineReport(0, 0, 0, 0)
        encoder = installed_encoder()
        cache = StoryTermsFile(
            store.path, encoder.name if encoder else "", store.reference.setting("story_terms") or ""
        )
        _read_changed(workspace, cache, eligible, encoder)
        standing = _standing(before, eligible.keys() - new)
        linker, background = linked_in_turn(
            cache.held(), cache.days(), cache.of, standing, sorted(new), held, StorylineConfig()
        )
        with workspace.run("group") as run_id:
            report = _store(workspace, linker, background, before, held, notes, run_id)
        store.reference.set_settings({"storylines_upto": last, "story_terms": cache.state})
        return replace(report, stories=len(new))


def _held(workspace: Workspace) -> tuple[Held, Mapping[int, str]]:
    """Gives the words in force as of stories, with the note on each: articles may have moved since they were said."""
    rulings = workspace.store.continuations.rulings()
    story_of = workspace.store.stories.memberships(rulings.bound)
    root: dict[int, int] = {}

    def find(story: int) -> int:
        while root.get(story, story) != story:
            story = root[story]
        return story

    rows = [row for row in rulings.rows if row.first in story_of and row.other in story_of]
    for row in rows:
        if row.kind == "together":
            one, other = sorted((find(story_of[row.first]), find(story_of[row.other])))
            root[one] = root[other] = one
    apart = {frozenset((find(story_of[row.first]), find(story_of[row.other]))) for row in rows if row.kind == "apart"}
    notes = {story_of[article]: note for article, note in rulings.notes.items() if article in story_of}
    return Held({story: find(story) for story in root}, apart), notes


def _standing(before: Mapping[int, int], unchanged: Set[int]) -> dict[int, int]:
    """Gives the stories that didn't change with the keys of their storylines; each that is in none has one of its own.

    Such a key is no stored number: it is larger than all of them, so that of two that are joined the stored one stays.
    """
    lines = {story: line for story, line in before.items() if story in unchanged}
    free = count(max(before.values(), default=0) + 1)
    return lines | dict(zip(sorted(unchanged - before.keys()), free, strict=False))


def _read_changed(
    workspace: Workspace, cache: StoryTermsFile, eligible: Mapping[int, int], encoder: Encoder | None
) -> None:
    """Reads the terms of the stories of which the file has none, or older ones."""
    kept = cache.changes()
    stale = sorted(story for story, change in eligible.items() if kept.get(story) != change)
    gone = kept.keys() - eligible.keys()
    for start in range(0, max(len(stale), 1), READ_AT_ONCE):
        voices = _voices(workspace, stale[start : start + READ_AT_ONCE])
        meant = with_meaning(voices, encoder.encode) if encoder else voices
        read = [(read_story(story, said), eligible[story]) for story, said in meant.items()]
        cache.put(read, gone if not start else ())


def _voices(workspace: Workspace, stories: Iterable[int]) -> dict[int, list[Document]]:
    """Reads the voices of some stories."""
    articles = workspace.store.storylines.articles_of(stories)
    every = (article for some in articles.values() for article in some)
    documents = {document.id: document for document in workspace.store.articles.documents_of(every)}
    return {story: voices_of(documents[article] for article in some) for story, some in articles.items()}


def _store(
    workspace: Workspace,
    linker: Linker,
    background: Background,
    before: Mapping[int, int],
    held: Held,
    notes: Mapping[int, str],
    run_id: int,
) -> StorylineReport:
    """Writes the storylines of two stories and more under their numbers, and ends those that have lost all."""
    lines, now = workspace.store.storylines, iso(workspace.clock())
    groups = {line: stories for line, stories in linker.members.items() if len(stories) > 1}
    loose = groups.keys() - before.values()
    numbers = _numbers(groups, before, lines.former(story for key in loose for story in groups[key]))
    new = [key for key in groups if key not in numbers]
    numbers |= {key: lines.found(now) for key in new}
    after = {story: numbers[key] for key, stories in groups.items() for story in stories}
    lines.take_out(before.keys() - after.keys())
    lines.move({story: line for story, line in after.items() if story in before and before[story] != line})
    # A story that was linked anew and found none has no reason any more: its old row may tell of a word taken back.
    placed = set(linker.placed)
    written_now = [story for story in after if story in placed or story not in before]
    lines.put(_places(workspace, linker, after, written_now, held, notes), run_id)
    ended = _ended(before, after)
    last: defaultdict[int, list[int]] = defaultdict(list)
    for story in sorted(before):
        if before[story] in ended:
            last[before[story]].append(story)
    lines.end(ended, last)
    touched = {after[story] for story in after if story in placed or before.get(story) != after[story]}
    touched |= {line for story, line in before.items() if after.get(story) != line} - ended.keys()
    touched |= set(lines.nameless()) - ended.keys()
    members: defaultdict[int, list[int]] = defaultdict(list)
    for story, line in after.items():
        members[line].append(story)
    titles = lines.titles()
    lines.rename({
        line: _name(workspace, members[line], background, titles.get(line, ""))
        for line in sorted(touched) if line in members
    })  # fmt: skip
    return StorylineReport(0, len(placed & after.keys()), len(new), len(ended))


def _numbers(
    groups: Mapping[int, Sequence[int]], before: Mapping[int, int], former: Mapping[int, Set[int]]
) -> dict[int, int]:
    """Maps keys of storylines to the stored number whose stories are likest theirs; each number goes to one.

    `former` are numbers that ended, with the stories that each had then: it comes back to those with half of them, so
    that an address outlives a merge that is taken back.
    """
    had: defaultdict[int, set[int]] = defaultdict(set)
    for story, line in before.items():
        had[line].add(story)
    numbers = {key: key for key in groups if key in had}
    living = set(had)
    had.update({line: set(stories) for line, stories in former.items()})
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for line, stories in had.items():
        for story in stories:
            homes[story].append(line)
    loose = groups.keys() - numbers.keys()
    shared = Counter((key, line) for key in loose for story in groups[key] for line in homes.get(story, ()))
    alike = {
        (key, line): common / (len(groups[key]) + len(had[line]) - common)
        for (key, line), common in shared.items()
        if line in living or 2 * common >= len(had[line])
    }
    taken = set(numbers.values())
    for key, line in sorted(alike, key=lambda way: (-alike[way], way[1] not in living, way[1], -way[0])):
        if key not in numbers and line not in taken:
            numbers[key] = line
            taken.add(line)
    return numbers


def _ended(before: Mapping[int, int], after: Mapping[int, int]) -> dict[int, int | None]:
    """Maps the storylines that lost all their stories to the one that most of them are in now, None where in none."""
    living = set(after.values())
    ended: dict[int, int | None] = dict.fromkeys(sorted(set(before.values()) - living))
    went = Counter((line, after[story]) for story, line in before.items() if line in ended and story in after)
    for line, into in sorted(went, key=lambda way: (-went[way], way)):
        ended[line] = ended[line] or into
    return ended


def _places(
    workspace: Workspace,
    linker: Linker,
    after: Mapping[int, int],
    stories: Sequence[int],
    held: Held,
    notes: Mapping[int, str],
) -> list[StorylineStory]:
    told: list[StorylineStory] = []
    for story in stories:
        matched, likeness = linker.matched.get(story, (None, None))
        if matched is None or likeness is None or after.get(matched) != after[story]:
            told.append(StorylineStory(story, after[story], None, 1.0, "[]"))
            continue
        by_a_person = story in held.root and held.of(story) == held.of(matched)
        reasons = person_reason(notes.get(story, "")) if by_a_person else _reasons(workspace, story, likeness)
        score = 1.0 if by_a_person else round(likeness.probability, 4)
        told.append(StorylineStory(story, after[story], matched, score, json.dumps([asdict(r) for r in reasons])))
    return told


def _reasons(workspace: Workspace, story: int, likeness: Likeness) -> list[Reason]:
    """Words why a story is in its storyline: the terms as its own articles write them."""
    ways = written(_voices(workspace, [story]).get(story, ()))
    names, words = (
        tuple(ways[key] for key in keys if key in ways)[:6] for keys in (likeness.shared_names, likeness.shared_words)
    )
    effects = likeness.effects()
    found = [
        Reason("names", round(likeness.names, 4), effects["names"], names),
        Reason("words", round(likeness.words, 4), effects["words"], words),
    ]
    if likeness.meaning is not None:
        found.append(Reason("meaning", round(likeness.meaning, 4), effects["meaning"]))
    if likeness.gap_days is not None:
        found.append(Reason("gap", round(likeness.gap_days, 1), effects["gap"]))
    return found


def _name(workspace: Workspace, stories: Sequence[int], background: Background, kept: str) -> str:
    voices = _voices(workspace, stories[-NAMED_BY:])
    return name_of([voices[story] for story in stories[-NAMED_BY:] if story in voices], background, kept)

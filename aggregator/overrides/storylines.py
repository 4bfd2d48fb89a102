"""Says a person's word on storylines: storylines are one, stories leave one. Each holds at once, as on stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aggregator.errors import AggregatorError, UsageError
from aggregator.grouping.rulings import Components, Ruling, Word
from aggregator.lookup import find_line
from aggregator.overrides.act import one_transaction
from aggregator.storylining import write_storylines
from aggregator.times import iso
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What a command did: its act (None for undo), the storyline that it is about (None where that has ended).

    `stories` are those of the storyline now, `alone` those that it is about and that are in none; `contradicted` holds
    the earlier acts that it contradicts, with whether nothing of them is left; `told` is what else is worth saying.
    """

    act: int | None
    storyline: int | None
    stories: tuple[int, ...]
    alone: tuple[int, ...] = ()
    contradicted: tuple[tuple[int, bool], ...] = ()
    told: tuple[str, ...] = ()


def merge_lines(workspace: Workspace, named: Sequence[str], note: str = "") -> LineOutcome:
    """Makes the storylines of some stories or storylines one; a story that is in none comes alone."""
    if len(named) < 2:
        raise UsageError("name two stories or storylines")
    with one_transaction(workspace):
        lines = list(dict.fromkeys(tuple(find_line(workspace.store, one)) for one in named))
        stories = list(dict.fromkeys(story for line in lines for story in line))
        if len(lines) < 2:
            raise AggregatorError(f"{' and '.join(named)} are one storyline already; name two")
        act = _Act(workspace, "merge", note, stories, named)
        rows = [act.row("together", stories[0], story) for story in stories[1:]]
        return act.say(rows, stories, stories[0])


def split_line(workspace: Workspace, line: str, named: Sequence[str], note: str = "") -> LineOutcome:
    """Takes stories out of a storyline; two and more are one of their own, apart from those that stay."""
    with one_transaction(workspace):
        stories = find_line(workspace.store, line)
        if len(stories) < 2:
            raise AggregatorError(f"s{stories[0]} is in no storyline")
        leaving = list(dict.fromkeys(find_line(workspace.store, one, alone=True)[0] for one in named))
        strangers = [f"s{story}" for story in leaving if story not in stories]
        if strangers:
            raise AggregatorError(f"not in the storyline of {line}: {', '.join(strangers)}")
        staying = [story for story in stories if story not in leaving]
        if not staying:
            raise AggregatorError(f"none of the {len(stories)} stories would be left; name only those that shall leave")
        act = _Act(workspace, "split", note, stories, (line, *named))
        rows = [act.row("together", leaving[0], story) for story in leaving[1:]]
        rows += [act.row("apart", leaving[0], story) for story in staying]
        return act.say(rows, stories, staying[0])


def undo_line(workspace: Workspace, number: int) -> LineOutcome | None:
    """Takes an act on storylines back, for good; None where the number is no such act."""
    with one_transaction(workspace):
        words = workspace.store.continuations
        act = next((act for act in words.acts() if act.number == number), None)
        if act is None:
            return None
        if act.undone:
            raise AggregatorError(f"act {number} ({act.words}) was taken back; say it again if it shall hold")
        homes = workspace.store.stories.memberships(act.articles)
        before = [row for row in words.rulings().rows if row.act == number]
        outcome = _change(
            workspace,
            lambda: words.take_back([number], iso(workspace.clock())),
            sorted(set(homes.values())),
            None,
            next((homes[article] for article in act.articles if article in homes), None),
        )
        return replace(outcome, told=(*outcome.told, *_still(before, words.rulings().rows, homes)))


def _still(before: Sequence[Ruling], after: Sequence[Ruling], homes: Mapping[int, int]) -> tuple[str, ...]:
    """Says what an act that was taken back had put together and others do too, by the stories of its articles."""
    held = Components(after)
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for row in before:
        if row.kind == "together":
            groups[held.of(row.first)].add(row.first)
            groups[held.of(row.other)].add(row.other)
    told = []
    for root, articles in groups.items():
        stories = sorted({homes[article] for article in articles if article in homes})
        acts = sorted({row.act for row in after if row.kind == "together" and held.of(row.first) == root})
        if len(stories) > 1:
            say = f"act {acts[0]} says" if len(acts) == 1 else f"acts {_listed(acts)} say"
            told.append(f"{', '.join(f's{story}' for story in stories)} stay one storyline: {say} so too")
    return tuple(told)


def _listed(acts: Sequence[int]) -> str:
    return f"{', '.join(map(str, acts[:-1]))} and {acts[-1]}"


class _Act:
    """An act while it is being said; each story is named by its earliest article, which outlives a regrouping."""

    def __init__(
        self, workspace: Workspace, word: Word, note: str, stories: Sequence[int], named: Sequence[str]
    ) -> None:
        self._workspace = workspace
        self._word = word
        self._note = note
        self._named = tuple(f"s{one}" if one.isdigit() else one.lower() for one in named)
        self._number = workspace.store.overrides.next_act()
        self._article = {
            story: articles[0] for story, articles in workspace.store.storylines.articles_of(stories).items()
        }

    def row(self, kind: Literal["together", "apart"], first: int, other: int) -> Ruling:
        articles = self._article[first], self._article[other]
        return Ruling(self._number, kind, *articles, self._word, first, other, self._note, named=self._named)

    def say(self, rows: Sequence[Ruling], stories: Iterable[int], shown: int) -> LineOutcome:
        workspace = self._workspace
        at = iso(workspace.clock())
        return _change(workspace, lambda: workspace.store.continuations.write(rows, at), stories, self._number, shown)


def _change(
    workspace: Workspace, write: Callable[[], None], stories: Iterable[int], act: int | None, shown: int | None
) -> LineOutcome:
    """Changes what was said, and links all stories of the storylines concerned as if they were new."""
    words, lines = workspace.store.continuations, workspace.store.storylines
    before = words.rulings()
    about = set(stories)
    standing = lines.lines()
    write()
    after = words.rulings()
    words.mark(after.contradicted)
    beaten = sorted({row.act for row in after.contradicted.keys() - before.contradicted.keys()})
    again = sorted({row.act for row in before.contradicted.keys() - after.contradicted.keys()} & after.acts)
    touched = {standing[story] for story in about if story in standing}
    concerned = about | {story for story, line in standing.items() if line in touched}
    write_storylines(workspace, again=concerned)
    now = lines.lines()
    line = now.get(shown) if shown is not None else None
    return LineOutcome(
        act,
        line,
        tuple(lines.stories_of(line)) if line is not None else (),
        tuple(sorted(about - now.keys())),
        tuple((number, number not in after.acts) for number in beaten),
        tuple(f"act {number} is in force again" for number in again),
    )

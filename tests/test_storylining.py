"""Storylines over the store: cycle after cycle, as stories come, grow, merge and go, and the cache of their terms."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from aggregator.errors import AggregatorError
from aggregator.models import ArticleDraft
from aggregator.overrides import merge, merge_lines, split, split_line, undo_line
from aggregator.rights import forget
from aggregator.store.story_terms import StoryTermsFile, story_terms_path
from aggregator.storylining import write_storylines
from aggregator.workspace import Workspace
from tests.storyline_newsroom import HOUSE_FIRE, QUAKE_NORTH, QUAKE_SOUTH, RAID, SECOND_RAID, story_of, take
from tests.test_cycle import article

DAY = 24.0
PORT_SOLD = [
    article(
        "left.example", "Quillon port sold to Basalt Freight after night sitting",
        "The council of Quillon sold its container port to Basalt Freight; dockers of the Ropewalk union booed.",
        40 * DAY),
    article(
        "right.example", "Basalt Freight buys Quillon container port",
        "Basalt Freight buys the container port of Quillon. The Ropewalk union of dockers says it will fight.",
        40 * DAY + 2),
]  # fmt: skip
PORT_STRIKE = [
    article(
        "left.example", "Ropewalk union dockers down tools at Quillon port over Basalt Freight rota",
        "Dockers of the Ropewalk union stopped work at the container port of Quillon; Basalt Freight had cut the rota.",
        70 * DAY),
    article(
        "center.example", "Quillon port at a standstill as Ropewalk union fights Basalt Freight",
        "The container port of Quillon stood still; the Ropewalk union wants Basalt Freight to restore the rota.",
        70 * DAY + 3),
]  # fmt: skip
PORT_COURT = [
    article(
        "left.example", "Court: Basalt Freight must restore Quillon port rota, Ropewalk union says it won",
        "A court told Basalt Freight to restore the rota of dockers at the container port of Quillon.", 110 * DAY),
    article(
        "right.example", "Basalt Freight loses Quillon port case against Ropewalk union dockers",
        "Basalt Freight lost before court: the Ropewalk union keeps its rota at the container port of Quillon.",
        110 * DAY + 1),
]  # fmt: skip


def lines(workspace: Workspace) -> dict[int, list[int]]:
    """Maps storylines to their stories."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = workspace.store.db.execute("select storyline_id, story_id from storyline_stories order by 1, 2")
    for line, story in rows.fetchall():
        found[line].append(story)
    return dict(found)


def stories_of(workspace: Workspace, *events: list[ArticleDraft]) -> list[int]:
    return sorted(story_of(workspace, event[0]) for event in events)


def ended(workspace: Workspace) -> dict[int, int | None]:
    """Maps the storylines that ended to where they lead."""
    rows = workspace.store.db.execute("select id, merged_into from storylines where stories = 0")
    return dict(rows.fetchall())


def cycle(workspace: Workspace, *events: Iterable[ArticleDraft]) -> None:
    take(workspace, *(draft for event in events for draft in event))
    write_storylines(workspace)


def test_a_new_story_links_with_an_older_one_that_stood_alone(workspace: Workspace) -> None:
    cycle(workspace, RAID, QUAKE_NORTH)
    assert lines(workspace) == {}
    cycle(workspace, SECOND_RAID)
    assert list(lines(workspace).values()) == [stories_of(workspace, RAID, SECOND_RAID)]
    [(matched, reasons)] = workspace.store.db.execute(
        "select matched_story_id, reasons from storyline_stories where story_id = ?",
        [story_of(workspace, SECOND_RAID[0])],
    ).fetchall()
    assert matched == story_of(workspace, RAID[0])
    assert "Talvia" in reasons


def test_a_line_goes_on_when_a_story_takes_it_up(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, QUAKE_NORTH)
    cycle(workspace, PORT_STRIKE)
    [line] = lines(workspace)
    cycle(workspace, QUAKE_SOUTH, PORT_COURT)
    assert lines(workspace) == {line: stories_of(workspace, PORT_SOLD, PORT_STRIKE, PORT_COURT)}


@pytest.mark.parametrize(
    "cycles",
    [
        pytest.param([[RAID], [HOUSE_FIRE], [QUAKE_NORTH], [QUAKE_SOUTH], [SECOND_RAID]], id="one by one"),
        pytest.param([[RAID, QUAKE_NORTH], [HOUSE_FIRE, QUAKE_SOUTH, SECOND_RAID]], id="in two"),
        pytest.param([[SECOND_RAID], [QUAKE_SOUTH, RAID], [HOUSE_FIRE, QUAKE_NORTH]], id="the earliest last"),
    ],
)
def test_cycles_one_after_the_other_end_as_all_at_once_does(
    workspace: Workspace, cycles: list[list[list[ArticleDraft]]]
) -> None:
    for events in cycles:
        cycle(workspace, *events)
    one_by_one = sorted(lines(workspace).values())
    write_storylines(workspace, anew=True)
    assert sorted(lines(workspace).values()) == one_by_one == [stories_of(workspace, RAID, SECOND_RAID)]


def test_nothing_changes_where_nothing_changed(workspace: Workspace) -> None:
    cycle(workspace, RAID, HOUSE_FIRE, QUAKE_NORTH, QUAKE_SOUTH, SECOND_RAID)
    dump = workspace.store.db.execute("select * from storylines").fetchall()
    places = workspace.store.db.execute("select * from storyline_stories").fetchall()
    write_storylines(workspace)
    write_storylines(workspace, anew=True)
    assert workspace.store.db.execute("select * from storylines").fetchall() == dump
    kept = workspace.store.db.execute("select * from storyline_stories").fetchall()
    assert [row[:5] for row in kept] == [row[:5] for row in places]


def test_of_two_storylines_that_a_story_joins_the_older_number_stays(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_COURT, RAID, SECOND_RAID)
    port, raids = lines(workspace)
    merge_lines(workspace, [f"l{port}", f"l{raids}"])
    assert lines(workspace) == {port: stories_of(workspace, PORT_SOLD, PORT_COURT, RAID, SECOND_RAID)}
    assert ended(workspace) == {raids: port}


def test_a_story_that_grouping_merged_takes_its_place_in_the_line(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, QUAKE_NORTH)
    [line] = lines(workspace)
    sold, strike, quake = (story_of(workspace, one[0]) for one in (PORT_SOLD, PORT_STRIKE, QUAKE_NORTH))
    merge(workspace, str(strike), str(quake))
    write_storylines(workspace)
    merged = min(strike, quake)
    assert lines(workspace) == {line: sorted([sold, merged])}
    [(matched, reasons)] = workspace.store.db.execute(
        "select matched_story_id, reasons from storyline_stories where story_id = ?", [merged]
    ).fetchall()
    assert matched == sold
    assert "Quillon" in reasons


def test_a_story_that_lost_its_second_origin_leaves_and_its_line_ends(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE)
    [line] = lines(workspace)
    strike = story_of(workspace, PORT_STRIKE[0])
    split_off(workspace, PORT_STRIKE[1], strike)
    assert (lines(workspace), ended(workspace)) == ({}, {line: None})
    cycle(workspace, PORT_COURT)
    assert lines(workspace) == {line: stories_of(workspace, PORT_SOLD, PORT_COURT)}


def split_off(workspace: Workspace, draft: ArticleDraft, story: int) -> None:
    [(article_id,)] = workspace.store.db.execute("select id from articles where title = ?", [draft.title]).fetchall()
    split(workspace, str(story), [f"a{article_id}"])
    write_storylines(workspace)


@pytest.mark.parametrize(
    "later",
    [
        pytest.param((), id="at once"),
        pytest.param((PORT_COURT,), id="after a third story came"),
    ],
)
def test_the_address_of_a_storyline_outlives_a_merge_that_is_taken_back(
    workspace: Workspace, later: tuple[list[ArticleDraft], ...]
) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE)
    cycle(workspace, RAID, SECOND_RAID)
    before = lines(workspace)
    port, raids = before
    outcome = merge_lines(workspace, [f"l{port}", f"l{raids}"])
    assert ended(workspace) == {raids: port}
    cycle(workspace, *later)
    assert outcome.act
    undo_line(workspace, outcome.act)
    more = stories_of(workspace, *later)
    assert lines(workspace) == {port: sorted([*before[port], *more]), raids: before[raids]}
    assert ended(workspace) == {}


@pytest.mark.parametrize(
    "later",
    [pytest.param(False, id="at once"), pytest.param(True, id="after a cycle of other stories")],
)
def test_no_mark_of_a_person_is_left_by_a_merge_that_is_taken_back(workspace: Workspace, later: bool) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, RAID, SECOND_RAID)
    before = places(workspace)
    act = merge_lines(workspace, [f"l{line}" for line in lines(workspace)]).act
    assert "person" in str(places(workspace))
    if later:
        cycle(workspace, HOUSE_FIRE)
    assert act
    undo_line(workspace, act)
    after = places(workspace)
    assert [row[:3] for row in after] == [row[:3] for row in before]
    assert "person" not in str(after)


def test_what_another_act_holds_together_stays_and_is_told(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, HOUSE_FIRE, QUAKE_NORTH)
    [line] = lines(workspace)
    ports, fire, quake = (
        stories_of(workspace, *events) for events in ((PORT_SOLD, PORT_STRIKE), (HOUSE_FIRE,), (QUAKE_NORTH,))
    )
    merge_lines(workspace, [f"l{line}", f"s{fire[0]}"])
    merge_lines(workspace, [f"l{line}", f"s{quake[0]}"])
    held = ", ".join(f"s{story}" for story in sorted([*ports, *fire]))
    outcome = undo_line(workspace, 1)
    assert outcome
    assert outcome.told == (f"{held} stay one storyline: act 2 says so too",)
    assert lines(workspace) == {line: sorted([*ports, *fire, *quake])}
    outcome = undo_line(workspace, 2)
    assert outcome
    assert outcome.told == ()
    assert lines(workspace) == {line: ports}


def test_an_act_is_listed_as_it_was_typed(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, PORT_COURT, HOUSE_FIRE)
    [line] = lines(workspace)
    court, fire = (story_of(workspace, one[0]) for one in (PORT_COURT, HOUSE_FIRE))
    split_line(workspace, f"L{line}", [str(court)])
    merge_lines(workspace, [f"l{line}", f"s{fire}", str(court)])
    acts = workspace.store.continuations.acts()
    assert [act.words for act in acts] == [
        f"storyline split l{line} s{court}", f"storyline merge l{line} s{fire} s{court}",
    ]  # fmt: skip


def test_an_act_is_listed_as_it_was_typed_when_an_article_of_it_was_removed(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, HOUSE_FIRE, QUAKE_NORTH)
    sold, fire, quake = (story_of(workspace, one[0]) for one in (PORT_SOLD, HOUSE_FIRE, QUAKE_NORTH))
    merge_lines(workspace, [f"s{fire}", f"l{next(iter(lines(workspace)))}", f"s{quake}"])
    [before] = workspace.store.continuations.acts()
    middle = workspace.store.continuations.rulings().rows[0].first
    forget(workspace, f"a{middle}")
    write_storylines(workspace)
    [after] = workspace.store.continuations.acts()
    assert after.words == before.words
    assert middle not in after.articles
    assert {sold, quake} <= {story for stories in lines(workspace).values() for story in stories}


def test_an_act_that_dissolves_a_storyline_says_so_of_its_stories(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, RAID, SECOND_RAID, HOUSE_FIRE, QUAKE_NORTH)
    sold, strike = stories_of(workspace, PORT_SOLD, PORT_STRIKE)
    fire, quake = stories_of(workspace, HOUSE_FIRE, QUAKE_NORTH)
    parted = split_line(workspace, f"s{sold}", [f"s{strike}"])
    assert (parted.storyline, parted.stories, parted.alone) == (None, (), (sold, strike))
    assert merge_lines(workspace, [f"s{fire}", f"s{quake}"]).alone == ()
    undone = undo_line(workspace, 2)
    assert undone
    assert (undone.storyline, undone.alone) == (None, (fire, quake))
    back = undo_line(workspace, 1)
    assert back
    assert (back.stories, back.alone) == ((sold, strike), ())


@pytest.mark.parametrize(
    ("say", "told", "code"),
    [
        pytest.param(lambda w, s: merge_lines(w, [s]), "name two stories or storylines", 2, id="one name"),
        pytest.param(
            lambda w, s: merge_lines(w, [s, s]), "{s} and {s} are one storyline already; name two", 1, id="twice"),
        pytest.param(lambda w, s: split_line(w, s[1:], ["s1"]), "{s} is in no storyline", 1, id="a story in none"),
        pytest.param(lambda w, s: split_line(w, s, [s]), "{s} is in no storyline", 1, id="itself"),
        pytest.param(lambda w, s: split_line(w, "l1", [s]), "not in the storyline of l1: {s}", 1, id="a stranger"),
    ],
)  # fmt: skip
def test_what_a_word_on_storylines_is_refused_for(
    workspace: Workspace, say: Callable[[Workspace, str], object], told: str, code: int
) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, HOUSE_FIRE)
    alone = f"s{story_of(workspace, HOUSE_FIRE[0])}"
    with pytest.raises(AggregatorError) as raised:
        say(workspace, alone)
    assert (str(raised.value), raised.value.exit_code) == (told.format(s=alone), code)


def places(workspace: Workspace) -> list[tuple[int, int, int | None, float, str]]:
    """Lists where each story is, with which other it was linked, and why."""
    return workspace.store.db.execute(
        "select story_id, storyline_id, matched_story_id, score, reasons from storyline_stories order by story_id"
    ).fetchall()


def test_a_split_that_is_said_again_has_its_old_number(workspace: Workspace) -> None:
    cycle(workspace, PORT_SOLD, PORT_STRIKE, PORT_COURT)
    [port] = lines(workspace)
    sold, strike, court = (story_of(workspace, one[0]) for one in (PORT_SOLD, PORT_STRIKE, PORT_COURT))
    outcome = split_line(workspace, f"l{port}", [f"s{strike}", f"s{court}"])
    halves = lines(workspace)
    assert outcome.act
    assert [strike, court] in halves.values()
    undo_line(workspace, outcome.act)
    assert lines(workspace) == {port: sorted([sold, strike, court])}
    split_line(workspace, f"l{port}", [f"s{strike}", f"s{court}"])
    assert lines(workspace) == halves


@pytest.mark.parametrize("removed", [pytest.param(True, id="without the cache"), pytest.param(False, id="with it")])
def test_a_database_that_was_put_back_is_not_linked_by_the_terms_of_what_came_later(
    open_db: Callable[[], Workspace], tmp_path: Path, removed: bool
) -> None:
    """The story that comes after the backup has the number and the change of the one that is gone."""
    file, saved = tmp_path / "news.db", tmp_path / "saved.db"
    workspace = open_db()
    cycle(workspace, RAID)
    workspace.store.db.execute("vacuum into ?", [str(saved)])
    cycle(workspace, HOUSE_FIRE)
    workspace.store.close()
    for path in tmp_path.glob("news.db*"):
        path.unlink()
    shutil.copy(saved, file)
    if removed:
        story_terms_path(file).unlink()
    workspace = open_db()
    cycle(workspace, SECOND_RAID)
    assert list(lines(workspace).values()) == [stories_of(workspace, RAID, SECOND_RAID)]
    kept = StoryTermsFile(file, *made(file)).of(stories_of(workspace, RAID, SECOND_RAID))
    assert len(list(kept)) == 2


def made(database: Path) -> tuple[str, str]:
    """Reads what a file of terms says of itself: who read it, and its state."""
    with contextlib.closing(sqlite3.connect(story_terms_path(database))) as connection:
        [(rule, state)] = connection.execute("select rule, state from made").fetchall()
    return rule.split(" ", 1)[1], state


def test_terms_of_a_cycle_that_was_rolled_back_are_read_anew(workspace: Workspace) -> None:
    cycle(workspace, RAID)
    before = made(Path(workspace.store.path))
    take(workspace, *SECOND_RAID)
    with contextlib.suppress(ZeroDivisionError), workspace.store.transaction():
        write_storylines(workspace)
        raise ZeroDivisionError
    assert made(Path(workspace.store.path)) != before
    write_storylines(workspace)
    assert list(lines(workspace).values()) == [stories_of(workspace, RAID, SECOND_RAID)]

"""Taking a word back: `undo` means that this act no longer counts, and `unpin` that no pin of the article does."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable

import pytest

from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError, UsageError
from aggregator.overrides import Outcome, merge, pin, split, state, undo, unpin
from aggregator.rebuild import rebuild
from aggregator.store.publish import publish
from aggregator.workspace import Workspace
from tests.test_cycle import DAM_LEAD, DAM_LEFT, DAM_RIGHT, RATE_CENTER, article
from tests.test_overrides import DAM_COPY_BODY, newsroom, redirects, stories

__all__ = ["newsroom"]

Say = Callable[[Workspace], Outcome]


def parts(workspace: Workspace) -> set[tuple[int, ...]]:
    return {tuple(articles) for articles in stories(workspace).values()}


def states(workspace: Workspace) -> list[str]:
    return [state(act) for act in workspace.store.overrides.acts()]


@pytest.mark.parametrize(
    ("first", "second", "afterwards"),
    [
        pytest.param(lambda w: merge(w, "1", "2"), lambda w: split(w, "1", ["a3", "a4"]), {}, id="a merge"),
        pytest.param(lambda w: split(w, "1", ["a2"]), lambda w: pin(w, "a2", "1"), {}, id="a split"),
        pytest.param(lambda w: pin(w, "a5", "1"), lambda w: pin(w, "a5", "2"), {}, id="a pin"),
    ],
)
def test_an_act_that_was_undone_by_name_stays_undone(
    newsroom: Workspace, first: Say, second: Say, afterwards: dict[int, int]
) -> None:
    before = stories(newsroom)
    first(newsroom)
    second(newsroom)
    undo(newsroom, 1)
    assert undo(newsroom, 2).told == ()
    assert stories(newsroom) == before
    assert newsroom.store.overrides.rulings().rows == ()
    rebuild(newsroom)
    assert stories(newsroom) == before


@pytest.mark.parametrize("order", [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)], ids=str)
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            [lambda w: merge(w, "2", "3"), lambda w: merge(w, "1", "2"), lambda w: split(w, "1", ["a4"])], id="merges"
        ),
        pytest.param(
            [lambda w: pin(w, "a2", "2"), lambda w: merge(w, "2", "3"), lambda w: split(w, "2", ["a2", "a5"])],
            id="a pin inside a merge",
        ),
        pytest.param(
            [lambda w: split(w, "1", ["a1"]), lambda w: pin(w, "a2", "2"), lambda w: pin(w, "a2", "3")], id="pins"
        ),
    ],
)
def test_when_all_is_undone_in_any_order_the_stories_are_those_of_grouping(
    newsroom: Workspace, words: list[Say], order: tuple[int, ...]
) -> None:
    before = stories(newsroom)
    for say in words:
        say(newsroom)
    for act in order:
        undo(newsroom, act)
    assert stories(newsroom) == before
    reasons = newsroom.store.db.execute("select count(*) from story_articles where reasons like '%person%'").fetchall()
    assert reasons == [(0,)]
    assert newsroom.store.db.execute("select count(*) from overruled").fetchall() == [(0,)]
    assert set(redirects(newsroom).values()) <= set(before)


@pytest.fixture
def reprinted(workspace: Workspace) -> Workspace:
    """Story 1: the dam, a1 with its copies a2 and a3, and a5, another report. Story 2: the rate, a4."""
    body = f"MERROW (National Wire) - {DAM_COPY_BODY}"
    copies = [
        article(outlet, DAM_LEFT.title, DAM_LEAD, hour, body=body)
        for hour, outlet in enumerate(("left.example", "right.example", "center.example"))
    ]
    own_words = article("unrated.example", DAM_RIGHT.title, DAM_RIGHT.summary or "", 4.0)
    workspace.ingest().add_all([*copies, RATE_CENTER, own_words])
    group_articles(workspace)
    assert stories(workspace) == {1: [1, 2, 3, 5], 2: [4]}
    return workspace


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([lambda w: split(w, "1", ["a1"])], {(1, 2, 3), (4,), (5,)}, id="copies go with what they copy"),
        pytest.param([lambda w: split(w, "1", ["a2"])], {(1, 3, 5), (2,), (4,)}, id="a copy that is named goes alone"),
        pytest.param(
            [lambda w: split(w, "1", ["a2"]), lambda w: pin(w, "a1", "2")], {(1, 3, 4), (2,), (5,)},
            id="a copy that was named before stays",
        ),
        pytest.param(
            [lambda w: merge(w, "1", "2"), lambda w: split(w, "1", ["a1"])], {(1, 2, 3), (4, 5)},
            id="a merge names stories, not their copies",
        ),
        pytest.param([lambda w: pin(w, "a1", "2")], {(1, 2, 3, 4), (5,)}, id="a pin takes them along"),
    ],
)  # fmt: skip
def test_copies_go_where_their_original_goes_unless_they_are_named(
    reprinted: Workspace, words: list[Say], expected: set[tuple[int, ...]]
) -> None:
    for say in words:
        say(reprinted)
    assert parts(reprinted) == expected
    assert rebuild(reprinted).moved == 0
    assert parts(reprinted) == expected
    group_articles(reprinted)
    assert parts(reprinted) == expected


def test_an_original_cannot_leave_behind_copies_alone(reprinted: Workspace) -> None:
    split(reprinted, "1", ["a5"])
    with pytest.raises(AggregatorError, match="copies go with what they copy: name the copies that shall leave"):
        split(reprinted, "1", ["a1"])


def test_unpin_takes_every_pin_of_an_article_back(newsroom: Workspace) -> None:
    before = stories(newsroom)
    pin(newsroom, "a5", "1")
    pin(newsroom, "a2", "2")
    pin(newsroom, "a5", "2")
    told = unpin(newsroom, "a5").told
    assert told == ("takes back act 1 (pin a5 1)", "takes back act 3 (pin a5 2)")
    undo(newsroom, 2)
    assert stories(newsroom) == before
    with pytest.raises(AggregatorError, match="a5 is not pinned; `aggregator explain a5` tells what holds it"):
        unpin(newsroom, "a5")


def test_a_pin_outlives_the_article_that_it_was_tied_to(newsroom: Workspace) -> None:
    pin(newsroom, "a5", "2")
    split(newsroom, "2", ["a3"])
    assert parts(newsroom) == {(1, 2), (3,), (4, 5)}
    undo(newsroom, 2)
    pin(newsroom, "a3", "1")
    assert parts(newsroom) == {(1, 2, 3), (4, 5)}
    assert rebuild(newsroom).moved == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            [lambda w: pin(w, "a2", "2"), lambda w: pin(w, "a3", "2")], {1: [1], 2: [2, 3, 4], 3: [5]},
            id="the story has others",
        ),
        pytest.param(
            [lambda w: pin(w, "a2", "3"), lambda w: pin(w, "a5", "3")], {1: [1], 2: [3, 4], 3: [2, 5]},
            id="the story has no other",
        ),
    ],
)  # fmt: skip
def test_two_that_are_pinned_to_one_story_stay_there(
    newsroom: Workspace, words: list[Say], expected: dict[int, list[int]]
) -> None:
    for say in words:
        say(newsroom)
    assert stories(newsroom) == expected
    assert rebuild(newsroom).moved == 0


def test_the_list_tells_who_took_an_act_back(newsroom: Workspace) -> None:
    at = "taken back by a person on 2026-11-03 12:00"
    merge(newsroom, "1", "2")
    split(newsroom, "1", ["a3", "a4"])
    assert states(newsroom) == ["partly contradicted by act 2", ""]
    undo(newsroom, 2)
    assert states(newsroom) == ["", at]
    pin(newsroom, "a4", "3")
    assert states(newsroom) == ["partly contradicted by act 3", at, ""]
    undo(newsroom, 1)
    assert states(newsroom) == [at, at, ""]
    pin(newsroom, "a4", "1")
    assert states(newsroom) == [at, at, "contradicted by act 4", ""]


@pytest.mark.parametrize(
    ("say", "told"),
    [
        pytest.param(lambda w: merge(w, "2", "2"), "2 and 2 are one story already; name two", id="a merge"),
        pytest.param(lambda w: unpin(w, "a1"), "a1 is not pinned; `aggregator explain a1`", id="an unpin"),
        pytest.param(lambda w: undo(w, 1), "taken back by a person on 2026-11-03 12:00; say it again", id="undo"),
        pytest.param(lambda w: undo(w, 7), "there is no act 7; `aggregator undo` lists", id="undo of nothing"),
        pytest.param(lambda w: split(w, "2", ["a3", "a4"]), "name only those that shall leave", id="a split"),
        pytest.param(lambda w: pin(w, "a5", "3"), "story 3 has no article but a5 itself", id="a pin"),
    ],
)
def test_what_the_stories_refuse_is_no_wrong_usage(newsroom: Workspace, say: Say, told: str) -> None:
    """Exit code 2 is for words that no database could make right."""
    split(newsroom, "1", ["a2"])
    undo(newsroom, 1)
    with pytest.raises(AggregatorError) as raised:
        say(newsroom)
    assert told in str(raised.value)
    assert (raised.value.exit_code, isinstance(raised.value, UsageError)) == (1, False)


def test_a_redirect_leads_on_and_back_again_and_in_public_to_where_it_ends(newsroom: Workspace) -> None:
    def published() -> list[tuple[int, int]]:
        path = publish(newsroom.store.path, summary_characters=300).path
        with contextlib.closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
            return connection.execute("select id, merged_into from stories where state = 'merged'").fetchall()

    split(newsroom, "2", ["a4"])
    merge(newsroom, "2", "4")
    merge(newsroom, "1", "2")
    assert redirects(newsroom) == {2: 1, 4: 2}
    assert published() == [(2, 1), (4, 1)]
    undo(newsroom, 3)
    assert published() == [(4, 2)]

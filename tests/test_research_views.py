"""Each view of research against a plain recount, on newsrooms drawn by dice."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from aggregator.store.publish import publish
from aggregator.store.views import KEPT
from aggregator.workspace import Workspace
from tests import research_newsroom as newsroom
from tests.research_newsroom import OUTLETS, PROVIDERS, Piece

pytestmark = pytest.mark.parametrize("drawn", [pytest.param(seed, id=f"newsroom {seed}") for seed in (1, 2, 3)],
                                     indirect=True)  # fmt: skip
Drawn = tuple[list[Piece], sqlite3.Connection]


@pytest.fixture
def drawn(request: pytest.FixtureRequest, workspace: Workspace) -> Iterator[Drawn]:
    pieces = newsroom.drawn(request.param)
    connection = newsroom.published(workspace, pieces)
    yield pieces, connection
    connection.close()


def test_coverage_and_agendas_and_copies(drawn: Drawn) -> None:
    pieces, db = drawn
    found: Counter[tuple[object, ...]] = Counter()
    for *place, articles, independent in db.execute(
        "select provider, day, side, topic, language, articles, independent from coverage"
    ):
        found[(*place, True)] += independent
        found[(*place, False)] += articles - independent
    assert +found == newsroom.coverage(pieces)
    told = Counter()
    for month, domain, articles, wire, copies, own in db.execute(
        "select month, domain, articles, wire, copies, own from wire_share"
    ):
        assert articles == wire + copies + own
        told.update({(month, domain, "wire"): wire, (month, domain, "copy"): copies, (month, domain, "own"): own})
    assert +told == newsroom.kinds(pieces)
    own = {outlet: {one.story for one in pieces if one.outlet == outlet and one.independent} for outlet in OUTLETS}
    several = {story for one, other in combinations(OUTLETS, 2) for story in own[one] & own[other]}
    stories = {outlet: found & several for outlet, found in own.items()}
    names = dict(db.execute("select id, domain from outlets"))
    alike = {
        frozenset((names[one], names[other])): (shared, either, jaccard)
        for one, other, shared, either, jaccard in db.execute(
            "select outlet_id, other_id, shared, either, jaccard from agenda_similarity"
        )
    }
    for one in OUTLETS:
        for other in OUTLETS:
            shared, either = stories[one] & stories[other], stories[one] | stories[other]
            if one != other and shared:
                likeness = round(len(shared) / len(either), 4)
                assert alike.pop(frozenset((one, other)), None) in (None, (len(shared), len(either), likeness))
    assert alike == {}


def test_retitling(drawn: Drawn) -> None:
    pieces, db = drawn
    rows = db.execute("select month, provider, side, articles, watched, retitled, changes, median_hours from retitling")
    assert {row[:3]: row[3:] for row in rows} == newsroom.retitling(pieces)


def test_firsts(drawn: Drawn) -> None:
    pieces, db = drawn
    for provider in PROVIDERS:
        rows = db.execute("select story_id, side, place, lag_minutes from story_firsts where provider = ?", [provider])
        assert set(rows) == newsroom.story_firsts(pieces, provider)
        counted = db.execute("select month, side, stories, first, tied, later, median_minutes from first_reports"
                             " where provider = ?", [provider])  # fmt: skip
        assert {row[:2]: row[2:] for row in counted} == newsroom.firsts(pieces, provider)
    outlets = db.execute("select month, domain, stories, first, tied, later, median_minutes from outlet_firsts")
    assert {row[:2]: row[2:] for row in outlets} == newsroom.firsts(pieces, None)


def test_times_that_are_left_out_are_counted(drawn: Drawn) -> None:
    pieces, db = drawn
    several = {one.story for one in pieces if one.story
               and len({other.outlet for other in pieces if other.story == one.story}) > 1}  # fmt: skip
    mine = [one for one in pieces if one.independent and one.story in several]
    none = sum(one.published is None for one in mine)
    told = sum(one.minute is not None for one in mine)
    row = db.execute("select articles, told, none, day_only from report_times where month = 'all'").fetchone()
    assert row == (len(mine), told, none, len(mine) - told - none)


def test_leaders_under_each_provider(drawn: Drawn) -> None:
    pieces, db = drawn
    mine = {provider: newsroom.leaders(pieces, provider) for provider in PROVIDERS}
    rows = db.execute("select story_id, provider, leader from story_leaders")
    assert {(row[1], row[0]): row[2] for row in rows} == {
        (provider, story): leader for provider, told in mine.items() for story, leader in told.items()
    }
    one, other = (mine[provider] for provider in PROVIDERS)
    both = [(one[story], other[story]) for story in one.keys() & other.keys()]
    changed = sum(a != b for a, b in both)
    swapped = sum(a != b and "tie" not in (a, b) for a, b in both)
    row = db.execute("select stories, changed, swapped from leader_changes where month = 'all'").fetchone()
    assert row == ((len(both), changed, swapped) if both else None)


def test_findings_under_each_provider(drawn: Drawn) -> None:
    pieces, db = drawn
    rows = db.execute("select finding, side, provider, part, rests_on from provider_sensitivity where month = 'all'")
    found = {row[:3]: row[3:] for row in rows}
    for provider in PROVIDERS:
        rated = Counter(one.side(provider) for one in pieces if one.independent)
        del rated["unrated"]
        firsts = newsroom.story_firsts(pieces, provider)
        led = newsroom.leaders(pieces, provider)
        for side in ("left", "center", "right"):
            expected = {
                "share of rated independent articles": (rated[side], rated.total()),
                "share of stories reported first": (
                    sum(row[1:3] == (side, "first") for row in firsts), len({row[0] for row in firsts})),
                "share of stories led": (list(led.values()).count(side), len(led)),
            }  # fmt: skip
            for finding, numbers in expected.items():
                assert found.get((finding, side, provider), (0, numbers[1])) == numbers, finding
        watched = newsroom.retitling(pieces)
        for (month, rater, side), numbers in watched.items():
            if (month, rater) == ("all", provider) and side != "unrated":
                told = found["share of watched articles retitled", side, provider]
                assert told == (numbers[2], numbers[1])


def test_permuted_providers_permute_the_answers(drawn: Drawn, workspace: Workspace) -> None:
    """Whoever rates, the views read the ratings and not the name: two providers that swap names swap their numbers."""
    _, db = drawn
    views = ("coverage", "retitling", "first_reports", "headline_wording", "provider_sensitivity", "leading_sides")
    before = {view: _swapped(db, view) for view in views}
    with workspace.store.transaction():
        swap = "case provider when 'AllSides' then 'MBFC' else 'AllSides' end"
        workspace.store.db.execute(f"update ratings set provider = {swap}")
    path = publish(workspace.store.path, summary_characters=300).path
    after = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    assert {view: sorted(map(repr, after.execute(f"select * from {view}"))) for view in views} == before
    after.close()


def _swapped(db: sqlite3.Connection, view: str) -> list[str]:
    other = {"AllSides": "MBFC", "MBFC": "AllSides"}
    return sorted(repr(tuple(other.get(value, value) for value in row)) for row in db.execute(f"select * from {view}"))


@pytest.mark.parametrize("view", [name for name, kept in KEPT.items() if kept.filled_by])
def test_what_is_filled_another_way_is_what_the_view_says(drawn: Drawn, workspace: Workspace, view: str) -> None:
    _, db = drawn
    told = workspace.store.db.execute(f"select * from {view}").fetchall()
    assert sorted(map(repr, db.execute(f"select * from {view}"))) == sorted(map(repr, told))
    assert len(told) > 20

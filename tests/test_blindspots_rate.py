"""The false discovery rate of a day is that of plain Python, whatever the day; the tables say what the views say."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from aggregator.store.publish import publish
from aggregator.store.views import VIEWS
from aggregator.times import iso
from aggregator.workspace import Workspace
from tests.test_blindspots import OUTLETS, poll, rows, write


def plain_rule(tests: Sequence[tuple[float, bool]], rate: float) -> list[tuple[float, bool]]:
    """What the view must say of a day: q of each silent test, and whether it is named; chances of 1 say nothing."""
    found = []
    for chance, silent in tests:
        if silent and chance < 1:
            ratios = []
            for bar, mute in tests:
                if mute and chance <= bar < 1:
                    as_sharp = [one for one in tests if one[0] <= bar]
                    ratios.append(sum(p / (1 - p) for p, _ in as_sharp) / sum(one[1] for one in as_sharp))
            q = min(1.0, *ratios)
            found.append((q, q <= rate))
    return sorted(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from([0.001, 0.01, 0.02, 0.05, 0.2, 0.5, 0.9, 1.0]), st.booleans()), max_size=30),
    st.sampled_from([0.05, 0.1, 0.3]),
)
# Five that spoke and one silence at .05, one at .2: the first takes the lower q of the second.
@example([(0.05, False)] * 5 + [(0.05, True), (0.2, True)], 0.3)
def test_the_false_discovery_rate_is_that_of_plain_python(tests: list[tuple[float, bool]], rate: float) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create table settings (key, value)")
    db.execute("insert into settings values ('blindspot_false_discoveries', ?)", [rate])
    db.execute("create table stories (id, title)")
    names = ("provider, story_id, day, side, observed, rated_origins, polled_outlets, outlets, wrote, shared, share,"
             " chance, opens, closes, state, dispersion, heard_origins")  # fmt: skip
    db.execute(f"create table side_tests ({names})")
    for number, (chance, silent) in enumerate(tests):
        for place, day in enumerate(("a", "b")):  # two days of the same tests don't disturb each other
            db.execute("insert into stories values (?, 'T')", [2 * number + place])
            db.execute(f"insert into side_tests ({names}) values ('P', ?, ?, 'left', ?, 5, 3, 9, 1, 9, .3, ?, '', '',"
                       " 'tested', 1, 5)", [2 * number + place, day, 0 if silent else 2, chance])  # fmt: skip
    found = db.execute(
        f"select q, verdict = 'blindspot' from ({VIEWS['blindspots_by_provider']}) where day = 'a' and p < 1 order by 1"
    ).fetchall()
    assert [(q, bool(named)) for q, named in found] == [
        (pytest.approx(q, abs=6e-5), named) for q, named in plain_rule(tests, rate)
    ]


def test_the_kept_tables_are_the_plain_views(workspace: Workspace) -> None:
    """Some weeks of made-up polls, with outages, for four outlets and forty stories."""
    dice = random.Random(4)
    with workspace.store.transaction():
        for number in range(1, 41):
            write(workspace, number, f"2026-11-{1 + number % 20:02}", dice.choices(OUTLETS[: 2 + number % 3], k=7))
        for domain in OUTLETS:
            for hour in range(0, 24 * 24, 3):
                at = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=hour)
                reach = iso(at - timedelta(hours=4)) if dice.random() < 0.98 else None
                poll(workspace, domain, iso(at), reach, "timeout" if dice.random() < 0.05 else "ok")
    names = ("feed_coverage", "outlet_coverage", "outlet_weeks", "side_tests", "blindspots_by_provider", "blindspots")
    report = publish(workspace.store.path, summary_characters=0)
    kept = sqlite3.connect(report.path)
    for name in names:
        plain = rows(workspace, f"select * from {name}")
        assert plain
        assert sorted(map(repr, plain)) == sorted(map(repr, kept.execute(f"select * from {name}").fetchall()))
    told_otherwise = kept.execute(
        "select * from side_tests test where polled_outlets <> (select count(*) from story_polls_by_provider poll where"
        " poll.story_id = test.story_id and poll.provider = test.provider and poll.side = test.side and poll.counted)"
    ).fetchall()
    assert told_otherwise == []
    verdicts = {row[0] for row in kept.execute("select verdict from blindspots")}
    assert verdicts >= {"blindspot", "not known"}


@pytest.mark.parametrize(("stories", "known"), [(10, False), (40, True)], ids=["too few tests to know", "known"])
def test_counts_that_scatter_widely_make_a_silence_likelier(workspace: Workspace, stories: int, known: bool) -> None:
    """Every other story is the left's: as if each origin counted for less. Who is not heard counts for none."""
    workspace.store.reference.set_settings({"blindspot_min_polled": 1})
    with workspace.store.transaction():
        for number in range(1, stories + 1):
            write(
                workspace,
                number,
                f"2026-11-{1 + number % 20:02}",
                OUTLETS[: 1 + number % 2] * 3 + OUTLETS[:2] + OUTLETS[3:],
            )
        for number in range(stories + 1, stories + 21):
            write(workspace, number, f"2026-11-{number - stories:02}", OUTLETS)
        for domain in OUTLETS[:3]:
            poll(workspace, domain, "2026-11-30T00:00:00Z", "2026-10-31T00:00:00Z")
    tests = rows(
        workspace, "select heard_observed, heard_origins, share, chance, dispersion from side_tests"
        " where state = 'tested' and provider = 'AllSides'")  # fmt: skip
    squares = [(k - n * s) ** 2 / (n * s * (1 - s)) for k, n, s, _, _ in tests if 0 < s < 1]
    assert (len(squares) >= 100) == known
    expected = max(1.0, sum(squares) / len(squares)) if known else 1.0
    assert [row[4] for row in tests] == [pytest.approx(expected, abs=0.001)] * len(tests)
    assert (expected > 1) == known
    assert all(chance == pytest.approx((1 - s) ** (n / d)) for _, n, s, chance, d in tests)

"""A side is silent only where its outlets were heard without a gap, had time to publish, and chance explains less."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.rights import forget
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.store.views import VIEWS
from aggregator.times import from_iso
from aggregator.workspace import Workspace
from tests.conftest import Clock
from tests.site_fixtures import METADATA

ORIGINS = 8
BEFORE, AFTER = "2026-11-03T07:00:00Z", "2026-11-04T10:00:00Z"
OUTLETS = ("left.example", "center.example", "right.example", "rightweekly.example")
RIGHT = ("right.example", "rightweekly.example")
EVERYBODY = dict.fromkeys(OUTLETS, "ok")

Polls = Sequence[tuple[str, str | None]]


def story(workspace: Workspace, polls: dict[str, str], origins: int = ORIGINS, language: str | None = None) -> None:
    """A story with so many origins of the left and none of the right; `polls` maps outlets to how their poll ended.

    The day before, each of the four outlets had a part in another story: so none is weighed more than its fellows.
    """
    db = workspace.store.db
    with workspace.store.transaction():
        write(workspace, 1, "2026-11-03", ["left.example"] * origins, language)
        write(workspace, 2, "2026-11-02", OUTLETS, language)
        for domain, code in polls.items():
            poll(workspace, domain, AFTER, BEFORE, code)
        db.execute("update stories set outlets = 1 where id = 1")


def write(workspace: Workspace, story_id: int, day: str, domains: Sequence[str], language: str | None = None) -> None:
    """A story of a day from 08:00 to 10:00, with an article of its own by each outlet."""
    db = workspace.store.db
    outlet = dict(db.execute("select domain, id from outlets").fetchall())
    db.execute(
        "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
        " origins) values (?, 'T', ?, ?, ?, ?, ?, ?, ?)",
        [story_id, f"{day}T08:00:00Z", f"{day}T08:00:00Z", f"{day}T10:00:00Z", *[len(domains)] * 4],
    )
    for n, domain in enumerate(domains, 1 + (db.execute("select max(id) from articles").fetchone()[0] or 0)):
        db.execute(
            "insert into articles (id, url, original_url, outlet_id, title, published, first_seen, last_seen,"
            " title_from, language) values (?, 'u' || ?, 'u', ?, 'T', ?, ?, '', 'feed', ?)",
            [n, n, outlet[domain], f"{day}T09:00:00Z", f"{day}T09:00:00Z", language],
        )
        db.execute("insert into origins (id, representative_id, kind) values (?, ?, 'original')", [n, n])
        db.execute("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, 'itself')", [n, n])
        db.execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)", [story_id, n])


def poll(workspace: Workspace, domain: str, at: str, reaches_back: str | None, code: str = "ok") -> None:
    workspace.store.db.execute(
        "insert into polls (feed_id, at, code, reaches_back) select feeds.id, ?, ?, ? from feeds"
        " join outlets on outlets.id = feeds.outlet_id where domain = ?",
        [at, code, reaches_back, domain],
    )


def rows(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(sql).fetchall()


def on_the_right(workspace: Workspace, columns: str = "verdict") -> list[tuple[object, ...]]:
    return rows(workspace, f"select {columns} from blindspots where side = 'right' and story_id = 1")


@pytest.mark.parametrize(
    ("polls", "verdict", "polled"),
    [
        pytest.param(EVERYBODY, "blindspot", 2, id="both outlets of the right answered and wrote nothing"),
        pytest.param(EVERYBODY | {"right.example": "not_modified"}, "blindspot", 2, id="a 304 is an answer"),
        pytest.param(EVERYBODY | {"right.example": "timeout"}, "not known", 1, id="a feed outage"),
        pytest.param({}, "not known", 0, id="nobody was polled"),
    ],
)
def test_the_verdict_on_the_right(workspace: Workspace, polls: dict[str, str], verdict: str, polled: int) -> None:
    story(workspace, polls)
    assert on_the_right(workspace, "verdict, polled_outlets, observed, rated_origins") == [
        (verdict, polled, 0, ORIGINS)
    ]


def test_the_numbers_behind_a_verdict(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    chance = (1 - 2 / 4) ** ORIGINS
    assert on_the_right(workspace, "provider, day, share, expected, p, tested, silences") == [
        ("AllSides", "2026-11-03", 0.5, ORIGINS * 2 / 4, round(chance, 4), 1, 1)
    ]
    assert on_the_right(workspace, "by_chance, q") == [(round(chance / (1 - chance), 4),) * 2]


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        pytest.param([0.078], [0.0846], id="alone it is above p"),
        pytest.param([0.047, 0.078], [0.0493, 0.067], id="beside a less likely one it is below p"),
        pytest.param([0.078, 0.078], [0.0846, 0.0846], id="of two alike it is above p"),
        pytest.param([0.047, 0.078, 0.6], [0.0493, 0.067, 0.5446], id="a likely one takes nothing of the others"),
    ],
)
def test_q_is_what_chance_brings_of_the_days_silences_that_are_as_unlikely(
    chances: list[float], expected: list[float]
) -> None:
    """Sum of p / (1 - p) up to each, over how many they are: 0.0493 + 0.0846 over two is 0.067."""
    db = sqlite3.connect(":memory:")
    db.executescript(
        "create table settings (key, value); insert into settings values ('blindspot_false_discoveries', 0.1);"
        " create table stories (id, title);"
        " create table side_tests (provider, story_id, day, side, observed, rated_origins, polled_outlets, outlets,"
        " wrote, shared, share, chance, opens, closes, state, dispersion, heard_origins, heard_observed);"
    )
    for number, chance in enumerate(chances):
        db.execute("insert into stories values (?, 'x')", [number])
        db.execute("insert into side_tests (provider, story_id, day, observed, chance, state, share, heard_origins)"
                   " values ('P', ?, '2026-11-22', 0, ?, 'tested', 0.4, 5)", [number, chance])  # fmt: skip
    found = db.execute(f"select q from ({VIEWS['blindspots_by_provider']}) order by story_id").fetchall()
    assert [q for (q,) in found] == expected


def test_origins_of_outlets_that_were_not_heard_are_no_draws_from_those_that_were(workspace: Workspace) -> None:
    """Eight texts of an outlet whose feed was out tell nothing of what the other three would have brought."""
    story(workspace, EVERYBODY | {"left.example": "timeout"})
    told = "rated_origins, heard_origins, share, expected, p, verdict"
    assert on_the_right(workspace, told) == [(ORIGINS, 0, 0.6667, 0.0, 1.0, "no finding")]


def test_origins_in_another_language_are_no_draws_from_who_writes_in_the_storys(workspace: Workspace) -> None:
    story(workspace, EVERYBODY, language="en")
    workspace.store.db.execute("update articles set language = 'es' where id in (1, 2, 3)")
    assert on_the_right(workspace, "rated_origins, heard_origins, expected, p") == [(ORIGINS, 5, 2.5, 0.0313)]


def test_a_storys_own_articles_do_not_weigh_the_sides(workspace: Workspace) -> None:
    """Of the week's articles only those of the other story count: one by each outlet."""
    story(workspace, EVERYBODY)
    with workspace.store.transaction():
        write(workspace, 3, "2026-11-03", ["left.example", "left.example", "center.example", "center.example"])
    weights = "select side, wrote, shared, heard_observed from side_tests where story_id = 3 and provider = 'AllSides'"
    assert sorted(rows(workspace, weights)) == [("center", 1, 4, 2), ("left", 1, 4, 2), ("right", 2, 4, 0)]


def test_every_side_is_a_test_silent_or_not(workspace: Workspace) -> None:
    workspace.store.reference.set_settings({"blindspot_min_polled": 1})
    story(workspace, EVERYBODY)
    sides = "select side, observed, polled_outlets, outlets, state from side_tests where story_id = 1 and provider = ?"
    assert sorted(workspace.store.db.execute(sides, ["AllSides"]).fetchall()) == [
        ("center", 0, 1, 4, "tested"), ("left", 8, 1, 4, "tested"), ("right", 0, 2, 4, "tested"),
    ]  # fmt: skip


def test_a_chance_silence_is_no_finding(workspace: Workspace) -> None:
    workspace.store.reference.set_settings({"blindspot_min_polled": 1})
    story(workspace, EVERYBODY, origins=4)
    found = rows(workspace, "select side, p, verdict from blindspots where story_id = 1 order by side")
    assert found == [("center", round(0.75**4, 4), "no finding"), ("right", 0.0625, "blindspot")]


def test_a_side_that_publishes_little_is_expected_little(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    with workspace.store.transaction():
        for number in range(3, 9):
            write(workspace, number, "2026-11-01", ["left.example", "center.example"])
    assert on_the_right(workspace, "share, verdict") == [(0.125, "no finding")]  # 2 of 16 articles, 2 of 4 outlets


def test_a_story_that_lost_an_article_on_request_tells_no_finding(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    forget(workspace, "a8")
    verdicts = dict(workspace.store.db.execute("select side, verdict from blindspots").fetchall())
    assert verdicts == {"center": "not told", "right": "not told"}
    report = publish(workspace.store.path, summary_characters=300)
    site = make_app(report.path, METADATA, clock=workspace.clock)
    page = asyncio.run(site.client.get("/story/1"))
    assert "An article of this story was removed on request, so nobody is called silent." in page.text
    assert "left the story out" not in page.text
    with workspace.store.transaction():
        into = workspace.store.stories.found("2026-11-03T08:00:00Z")
        workspace.store.stories.merge(1, into)
    thinned = workspace.store.db.execute("select thinned is not null from stories where id <> 2").fetchall()
    assert thinned == [(1,), (1,)]


# The story of these tests opens on 3 November at 08:00 and its window closes on 4 November at 10:00.
@pytest.mark.parametrize(
    ("polls", "verdict"),
    [
        pytest.param([(AFTER, BEFORE)], "blindspot", id="afterwards, back to before the story"),
        pytest.param([(AFTER, "2026-11-03T08:00:00Z")], "blindspot", id="back to its very start"),
        pytest.param([(AFTER, "2026-11-03T08:00:01Z")], "not known", id="not back to its start"),
        pytest.param([(AFTER, None)], "not known", id="entries without dates"),
        pytest.param([("2026-11-04T09:59:59Z", BEFORE)], "not known", id="too early: it may still write"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T20:00:00Z", "2026-11-03T09:00:00Z"),
             (AFTER, "2026-11-03T20:00:00Z")], "blindspot", id="again and again, each back to the one before"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T20:00:00Z", "2026-11-03T10:00:00Z"),
             (AFTER, "2026-11-03T20:00:00Z")], "not known", id="with a gap in the middle"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T20:00:00Z", "2026-11-03T10:00:00Z"),
             ("2026-11-03T21:00:00Z", "2026-11-03T09:00:00Z"), (AFTER, "2026-11-03T20:00:00Z")], "blindspot",
            id="with a gap that a longer list closes later"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T20:00:00Z", None), (AFTER, "2026-11-03T20:00:00Z")],
            "not known", id="with an answer in the middle that can't tell how far back it lists"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), (AFTER, "2026-11-03T20:00:00Z")], "not known",
            id="with a gap at the end"),
        pytest.param(
            [("2026-11-03T09:00:00Z", "2026-11-03T08:30:00Z"), (AFTER, "2026-11-03T09:00:00Z")], "not known",
            id="with a gap at the start"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", [1, -1], ids=["in order", "backwards"])
def test_a_side_was_looked_at(workspace: Workspace, polls: Polls, verdict: str, order: int) -> None:
    story(workspace, {"left.example": "ok", "center.example": "ok"})
    with workspace.store.transaction():
        for domain in RIGHT:
            for at, reaches_back in polls[::order]:
                poll(workspace, domain, at, reaches_back)
    assert on_the_right(workspace) == [(verdict,)]


def test_feed_coverage_has_the_stretches(workspace: Workspace) -> None:
    with workspace.store.transaction():
        for at, reach in (("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T10:00:00Z", "2026-11-03T09:00:00Z"),
                          ("2026-11-03T14:00:00Z", "2026-11-03T12:00:00Z")):  # fmt: skip
            poll(workspace, "left.example", at, reach)
        poll(workspace, "left.example", "2026-11-03T11:00:00Z", BEFORE, "timeout")
    assert rows(workspace, "select since, until, polls from feed_coverage order by since") == [
        (BEFORE, "2026-11-03T10:00:00Z", 2), ("2026-11-03T12:00:00Z", "2026-11-03T14:00:00Z", 1),
    ]  # fmt: skip


WHOLE = [(AFTER, BEFORE)]


@pytest.mark.parametrize(
    ("section", "polls", "verdict"),
    [
        pytest.param("politics", WHOLE, "blindspot", id="a second section that was heard too"),
        pytest.param("politics", [(BEFORE, "2026-11-03T01:00:00Z")], "not known", id="a second section that fell out"),
        pytest.param("politics", [("2026-10-20T07:00:00Z", "2026-10-19T01:00:00Z")], "blindspot",
                     id="a section that has been out for a fortnight is given up"),
        pytest.param("politics", [(AFTER, None)], "blindspot", id="a section without dates neither vouches nor harms"),
        pytest.param("business", [(BEFORE, "2026-11-03T01:00:00Z")], "blindspot",
                     id="a feed of one subject that fell out"),
    ],
)  # fmt: skip
def test_an_outlet_of_several_feeds(workspace: Workspace, section: str, polls: Polls, verdict: str) -> None:
    story(workspace, EVERYBODY)
    _second_feed(workspace, section, polls)
    assert on_the_right(workspace) == [(verdict,)]


def test_a_feed_of_one_subject_alone_is_no_evidence(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    workspace.store.db.execute(
        "update feeds set section = 'business' where outlet_id = (select id from outlets where domain = ?)", [RIGHT[0]]
    )
    assert on_the_right(workspace, "verdict, polled_outlets") == [("not known", 1)]


def _second_feed(workspace: Workspace, section: str, polls: Polls) -> None:
    db = workspace.store.db
    with workspace.store.transaction():
        feed = db.execute(
            "insert into feeds (url, outlet_id, section) select 'http://right.example/2', id, ? from outlets"
            " where domain = 'right.example'", [section]).lastrowid  # fmt: skip
        for at, reach in polls:
            db.execute("insert into polls (feed_id, at, code, reaches_back) values (?, ?, 'ok', ?)", [feed, at, reach])


@pytest.mark.parametrize(
    ("other", "verdict", "polled"),
    [
        pytest.param("en", "blindspot", 2, id="in the story's language"),
        pytest.param("es", "not known", 0, id="in another one"),
    ],
)
def test_who_writes_in_another_language_is_not_silent(
    workspace: Workspace, other: str, verdict: str, polled: int
) -> None:
    story(workspace, EVERYBODY, language="en")
    workspace.store.db.execute(
        "update articles set language = ? where outlet_id in (select id from outlets where domain like 'right%')",
        [other],
    )
    assert on_the_right(workspace, "verdict, polled_outlets") == [(verdict, polled)]
    counted = "select domain, counted from story_polls where story_id = 1 and side = 'right' and answered order by 1"
    assert rows(workspace, counted) == [(domain, int(polled > 0)) for domain in RIGHT]


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        pytest.param(PollCode.OK, "blindspot", id="its list goes back to before the story"),
        pytest.param(PollCode.NOT_MODIFIED, "blindspot", id="nothing new: as far back as the answer before"),
        pytest.param(PollCode.TIMEOUT, "not known", id="it failed that one time"),
    ],
)
def test_a_feed_that_is_polled_once_a_day_is_still_looked_at(
    workspace: Workspace, clock: Clock, code: PollCode, verdict: str
) -> None:
    """Two dailies are asked every six hours at first and then, silent, more rarely: none of it is in the window."""
    story(workspace, {"left.example": "ok", "center.example": "ok"})
    _dailies(workspace, clock, ("2026-11-02T20:00:00Z", PollCode.OK), ("2026-11-05T07:00:00Z", code))
    assert on_the_right(workspace) == [(verdict,)]


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        pytest.param("2026-10-29", "blindspot", id="its list still reaches back to before it"),
        pytest.param("2026-11-04", "not known", id="its list begins after it"),
    ],
)
def test_an_outage_over_the_whole_story(workspace: Workspace, clock: Clock, first: str, verdict: str) -> None:
    """Nothing answers from before the story until two days after; what is listed then decides."""
    story(workspace, {"left.example": "ok", "center.example": "ok"})
    _dailies(workspace, clock, ("2026-11-02T20:00:00Z", PollCode.OK), ("2026-11-03T02:00:00Z", PollCode.CONNECT),
             ("2026-11-03T12:00:00Z", PollCode.CONNECT), ("2026-11-04T09:00:00Z", PollCode.HTTP))  # fmt: skip
    assert on_the_right(workspace) == [("not known",)]
    _dailies(workspace, clock, ("2026-11-06T07:00:00Z", PollCode.OK), first=first)
    assert on_the_right(workspace) == [(verdict,)]
    failed = "select distinct failed from story_polls where story_id = 1 and side = 'right'"
    assert rows(workspace, failed) == [("http",)]


def test_nothing_new_says_no_more_than_the_answer_before(workspace: Workspace, clock: Clock) -> None:
    """An answer that can't tell how far back it lists is followed by a 304, which can't either."""
    undated = ArticleDraft(DraftKind.FEED, "http://right.example/x", "http://right.example/x", "A title", guid="x")
    for hour, code, drafts in (("07", PollCode.OK, _daily(RIGHT[0])), ("08", PollCode.OK, (undated,)),
                               ("09", PollCode.NOT_MODIFIED, ())):  # fmt: skip
        clock.now = from_iso(f"2026-11-03T{hour}:00:00Z")
        workspace.ingest().poll(FeedPoll(3, clock(), code, drafts=drafts))
    told = rows(workspace, "select reaches_back is not null from polls order by at")
    assert told == [(1,), (0,), (0,)]


def _dailies(workspace: Workspace, clock: Clock, *polls: tuple[str, PollCode], first: str = "2026-10-29") -> None:
    """Polls the right's two feeds; each lists a column a day from the first day to the one before the poll."""
    feeds = dict(rows(workspace, "select outlets.domain, feeds.id from feeds join outlets on outlets.id = outlet_id"))
    for at, ended in polls:
        clock.now = from_iso(at)
        for domain in RIGHT:
            drafts = _daily(domain, first, at[:10]) if ended is PollCode.OK else ()
            workspace.ingest().poll(FeedPoll(int(str(feeds[domain])), clock(), ended, drafts=drafts))


def _daily(domain: str, first: str = "2026-10-29", before: str = "2026-11-01") -> tuple[ArticleDraft, ...]:
    """A column for each day from the first one on, at four in the morning."""
    days = (date.fromisoformat(first) + timedelta(days=n) for n in range(20))
    urls = {f"{day}": f"http://{domain}/column/{day}" for day in days if f"{day}" < before}
    return tuple(
        ArticleDraft(DraftKind.FEED, url, url, f"Column of day {day}", guid=url,
                     published=from_iso(f"{day}T04:00:00Z"))
        for day, url in urls.items()
    )  # fmt: skip


def test_too_few_origins_say_nothing(workspace: Workspace) -> None:
    story(workspace, EVERYBODY, origins=3)
    assert rows(workspace, "select * from blindspots") == []


def test_each_provider_has_its_own_blindspots(workspace: Workspace) -> None:
    """MBFC places the left alone: by its ratings no outlet of the right was heard."""
    story(workspace, EVERYBODY)
    told = "select provider, verdict from blindspots_by_provider where side = 'right' and story_id = 1 order by 1"
    assert rows(workspace, told) == [("AllSides", "blindspot"), ("MBFC", "not known")]
    workspace.store.reference.set_settings({"provider": "MBFC"})
    assert on_the_right(workspace, "provider, verdict") == [("MBFC", "not known")]


def test_permuted_providers_permute_the_answers(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    sql = "select provider, story_id, side, verdict, p, q from blindspots_by_provider order by 1, 2, 3"
    swap = {"AllSides": "MBFC", "MBFC": "AllSides"}
    before = rows(workspace, sql)
    db = workspace.store.db
    with workspace.store.transaction():
        for old, new in (("AllSides", "x"), ("MBFC", "AllSides"), ("x", "MBFC")):
            db.execute("update ratings set provider = ? where provider = ?", [new, old])
    assert rows(workspace, sql) == sorted((swap[str(provider)], *rest) for provider, *rest in before)
    assert len(before) > 2


def test_the_side_is_that_of_the_day_on_which_the_story_opened(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    workspace.store.db.execute(
        "update ratings set valid_to = '2026-11-04' where outlet_id = (select id from outlets where domain = ?)",
        [RIGHT[0]],
    )
    workspace.store.db.execute(
        "insert into ratings (outlet_id, provider, scope, label, lean, valid_from) select id, 'AllSides', 'news',"
        " 'left', -2, '2026-11-04' from outlets where domain = ?", [RIGHT[0]])  # fmt: skip
    assert on_the_right(workspace, "verdict, polled_outlets") == [("blindspot", 2)]


@pytest.mark.parametrize(
    ("polls", "failures", "awaited"),
    [
        pytest.param([("2026-11-04T09:00:00Z", BEFORE)], 0, 1, id="its next poll may tell"),
        pytest.param([("2026-11-04T09:00:00Z", BEFORE)], 1, 0, id="it fails since"),
        pytest.param([("2026-11-04T09:00:00Z", "2026-11-03T09:00:00Z")], 0, 0, id="its story's start is lost"),
        pytest.param(WHOLE, 0, 0, id="it has told"),
    ],
)
def test_an_outlet_whose_next_poll_may_tell_is_awaited(
    workspace: Workspace, polls: Polls, failures: int, awaited: int
) -> None:
    story(workspace, {})
    with workspace.store.transaction():
        for at, reaches_back in polls:
            poll(workspace, "right.example", at, reaches_back)
        workspace.store.db.execute("update feeds set failures = ?", [failures])
    told = "select awaited from story_polls where story_id = 1 and domain = 'right.example'"
    assert rows(workspace, told) == [(awaited,)]

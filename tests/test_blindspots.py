"""A side is silent only where its outlets were polled, answered, and had time to publish."""

from __future__ import annotations

import asyncio

import pytest

from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.rights import forget
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.times import from_iso
from aggregator.workspace import Workspace
from tests.conftest import Clock
from tests.site_fixtures import METADATA

ORIGINS = 8
BEFORE, AFTER = "2026-11-03T07:00:00Z", "2026-11-04T10:00:00Z"


def story(workspace: Workspace, polls: dict[str, str], origins: int = ORIGINS) -> None:
    """A story with so many origins of the left and none of the right; `polls` maps outlets to how their poll ended."""
    db = workspace.store.db
    with workspace.store.transaction():
        outlet = dict(db.execute("select domain, id from outlets").fetchall())
        db.execute(
            "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            " origins)"
            " values (1, 'T', '2026-11-03T08:00:00Z', '2026-11-03T08:00:00Z', '2026-11-03T10:00:00Z', 8, 1, 1, 8)"
        )
        for n in range(1, origins + 1):
            db.execute(
                "insert into articles (id, url, original_url, outlet_id, title, published, first_seen, last_seen,"
                " title_from)"
                " values (?, 'u' || ?, 'u', ?, 'T', '2026-11-03T09:00:00Z', '2026-11-03T09:00:00Z', '', 'feed')",
                [n, n, outlet["left.example"]],
            )
            db.execute("insert into origins (id, representative_id, kind) values (?, ?, 'original')", [n, n])
            db.execute("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, 'itself')", [n, n])
            db.execute("insert into story_articles (story_id, article_id, score) values (1, ?, 1)", [n])
        for domain, code in polls.items():
            poll(workspace, domain, AFTER, BEFORE, code)


def poll(workspace: Workspace, domain: str, at: str, reaches_back: str | None, code: str = "ok") -> None:
    workspace.store.db.execute(
        "insert into polls (feed_id, at, code, reaches_back) select feeds.id, ?, ?, ? from feeds"
        " join outlets on outlets.id = feeds.outlet_id where domain = ?",
        [at, code, reaches_back, domain],
    )


EVERYBODY = dict.fromkeys(("left.example", "center.example", "right.example", "rightweekly.example"), "ok")


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
    rows = workspace.store.db.execute(
        "select verdict, polled_outlets, observed, rated_origins from blindspots where side = 'right'"
    ).fetchall()
    assert rows == [(verdict, polled, 0, ORIGINS)]


def test_the_numbers_behind_a_verdict(workspace: Workspace) -> None:
    story(workspace, EVERYBODY)
    rows = workspace.store.db.execute("select expected, p from blindspots where side = 'right'").fetchall()
    assert rows == [(ORIGINS * 2 / 4, round((1 - 2 / 4) ** ORIGINS, 4))]


def test_a_chance_silence_is_no_finding(workspace: Workspace) -> None:
    story(workspace, EVERYBODY | {"center.example": "ok"}, origins=4)
    verdicts = dict(workspace.store.db.execute("select side, verdict from blindspots").fetchall())
    assert verdicts == {"center": "not known", "right": "blindspot"}
    rows = workspace.store.db.execute("select p from blindspots where side = 'right'").fetchall()
    assert rows == [(0.0625,)]


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
    assert workspace.store.db.execute("select thinned is not null from stories").fetchall() == [(1,), (1,)]


# The story of these tests opens on 3 November at 08:00 and its window closes on 4 November at 10:00.
@pytest.mark.parametrize(
    ("polls", "verdict"),
    [
        pytest.param([(AFTER, BEFORE)], "blindspot", id="afterwards, back to before the story"),
        pytest.param([(AFTER, "2026-11-03T08:00:00Z")], "blindspot", id="back to its very start"),
        pytest.param([(AFTER, "2026-11-03T08:00:01Z")], "not known", id="not back to its start"),
        pytest.param([(AFTER, None)], "not known", id="entries without dates"),
        pytest.param([("2026-11-04T09:59:59Z", BEFORE)], "not known", id="before it had time to publish"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), ("2026-11-03T20:00:00Z", "2026-11-03T10:00:00Z"),
             (AFTER, "2026-11-03T20:00:00Z")], "blindspot", id="again and again, without a gap at the end"),
        pytest.param(
            [("2026-11-03T09:00:00Z", BEFORE), (AFTER, "2026-11-03T20:00:00Z")], "not known",
            id="with a gap at the end"),
        pytest.param(
            [("2026-11-03T09:00:00Z", "2026-11-03T08:30:00Z"), (AFTER, "2026-11-03T09:00:00Z")], "not known",
            id="with a gap at the start"),
    ],
)  # fmt: skip
def test_a_side_was_looked_at(workspace: Workspace, polls: list[tuple[str, str | None]], verdict: str) -> None:
    story(workspace, {"left.example": "ok", "center.example": "ok"})
    with workspace.store.transaction():
        for domain in ("right.example", "rightweekly.example"):
            for at, reaches_back in polls:
                poll(workspace, domain, at, reaches_back)
    rows = workspace.store.db.execute("select verdict from blindspots where side = 'right'").fetchall()
    assert rows == [(verdict,)]


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
    feeds = dict(workspace.store.db.execute("select outlets.domain, feeds.id from feeds join outlets"
                                            " on outlets.id = outlet_id").fetchall())  # fmt: skip
    for at, ended in (("2026-11-02T20:00:00Z", PollCode.OK), ("2026-11-05T07:00:00Z", code)):
        clock.now = from_iso(at)
        for domain in ("right.example", "rightweekly.example"):
            drafts = _daily(domain) if ended is PollCode.OK else ()
            workspace.ingest().poll(FeedPoll(feeds[domain], clock(), ended, drafts=drafts))
    rows = workspace.store.db.execute("select verdict from blindspots where side = 'right'").fetchall()
    assert rows == [(verdict,)]


def _daily(domain: str) -> tuple[ArticleDraft, ...]:
    """A column every day up to the day before the story."""
    urls = {day: f"http://{domain}/column/{day}" for day in range(29, 32)}
    return tuple(
        ArticleDraft(DraftKind.FEED, url, url, f"Column of day {day}", guid=url,
                     published=from_iso(f"2026-10-{day}T09:00:00Z"))
        for day, url in urls.items()
    )  # fmt: skip


def test_too_few_origins_say_nothing(workspace: Workspace) -> None:
    story(workspace, EVERYBODY, origins=3)
    assert workspace.store.db.execute("select * from blindspots").fetchall() == []

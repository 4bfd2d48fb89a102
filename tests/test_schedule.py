"""When a feed is polled next, from what is known of it and one poll: no database, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from aggregator.models import ArticleDraft, DraftKind, FeedPoll, FeedState, PollCode
from aggregator.schedule import DEAD_INTERVAL, LONGEST, PATIENCE, Brought, Schedule, after_poll, back_off, dated_gap

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
SHORTEST = timedelta(minutes=15)
URL = "http://left.example/feed"
MINUTE, HOUR, DAY = 60, 3600, 86400
FRESH = Brought(3)
NOTHING = Brought()
YEARS = 10 * 365 * DAY


def polled(code: PollCode = PollCode.NOT_MODIFIED, at: datetime = NOW, **told: object) -> FeedPoll:
    return replace(FeedPoll(1, at, code), **told)


def entries(*hours_ago: float) -> tuple[ArticleDraft, ...]:
    return tuple(
        ArticleDraft(DraftKind.FEED, f"u{n}", f"u{n}", "T", published=NOW - timedelta(hours=hours))
        for n, hours in enumerate(hours_ago)
    )


def after(before: Schedule, poll: FeedPoll, brought: Brought = NOTHING) -> Schedule:
    return after_poll(before, poll, brought, poll.at, SHORTEST)


def seconds_until_next(schedule: Schedule, poll: FeedPoll) -> int:
    assert schedule.next_poll
    return round((schedule.next_poll - poll.at).total_seconds())


@pytest.mark.parametrize(
    ("gap", "silence", "seconds"),
    [
        pytest.param(None, None, PATIENCE * 15 * MINUTE, id="nothing known yet: as often as we poll at all"),
        pytest.param(5 * MINUTE, 0, PATIENCE * 15 * MINUTE, id="a wire: no more often than that"),
        pytest.param(4 * HOUR, 0, PATIENCE * HOUR, id="an entry every four hours: every hour"),
        pytest.param(DAY, 0, PATIENCE * 6 * HOUR, id="a daily: every six hours"),
        pytest.param(30 * DAY, 0, PATIENCE * DAY, id="a monthly: daily"),
        pytest.param(15 * MINUTE, 8 * HOUR, PATIENCE * 30 * MINUTE, id="asleep for a night"),
        pytest.param(15 * MINUTE, 16 * DAY, PATIENCE * DAY, id="silent for 16 days: daily"),
        pytest.param(15 * MINUTE, YEARS, PATIENCE * DAY, id="silent for years: daily still"),
        pytest.param(HOUR, -DAY, PATIENCE * 15 * MINUTE, id="an entry from tomorrow: the clock was set back"),
    ],
)
def test_a_feed_has_its_own_rhythm(gap: int | None, silence: int | None, seconds: float) -> None:
    newest = None if silence is None else NOW - timedelta(seconds=silence)
    schedule = after(Schedule(URL, gap=gap, newest=newest), polled())
    assert seconds_until_next(schedule, polled()) == seconds


@pytest.mark.parametrize(
    ("told", "brought", "seconds"),
    [
        pytest.param({"fresh_for": HOUR}, NOTHING, HOUR, id="Cache-Control"),
        pytest.param({"fresh_for": MINUTE}, NOTHING, PATIENCE * 15 * MINUTE, id="Cache-Control below our least"),
        pytest.param({"fresh_for": YEARS}, NOTHING, DAY, id="Cache-Control of ten years"),
        pytest.param({"update_seconds": 2 * HOUR}, NOTHING, 2 * HOUR, id="ttl"),
        pytest.param({"update_seconds": YEARS}, NOTHING, DAY, id="sy:updatePeriod of years"),
        pytest.param(
            {"update_seconds": DAY}, Brought(0, NOW - timedelta(hours=6)), 3 * HOUR, id="a ttl longer than the feed"
        ),
        pytest.param(
            {"update_seconds": HOUR, "fresh_for": 2 * HOUR}, Brought(0, NOW - timedelta(hours=6)), 2 * HOUR, id="both"
        ),
        pytest.param({"retry_after": DAY}, NOTHING, PATIENCE * 15 * MINUTE, id="Retry-After of a good answer"),
    ],
)
def test_what_server_and_feed_ask_for_is_kept(told: dict[str, int], brought: Brought, seconds: float) -> None:
    poll = polled(PollCode.OK, **told)
    assert seconds_until_next(after(Schedule(URL), poll, brought), poll) == seconds


def test_a_304_shows_no_document_so_its_ttl_stands() -> None:
    told = after(Schedule(URL), polled(PollCode.OK, update_seconds=2 * HOUR), FRESH)
    assert after(told, polled()).update_seconds == 2 * HOUR
    assert after(told, polled(PollCode.OK)).update_seconds is None


@pytest.mark.parametrize(
    ("retry_after", "low", "high"),
    [
        pytest.param(None, 15 * MINUTE, 30 * MINUTE, id="none: backed off"),
        pytest.param(0, 15 * MINUTE, 30 * MINUTE, id="at once: backed off all the same"),
        pytest.param(2 * HOUR, 2 * HOUR, 2 * HOUR, id="two hours"),
        pytest.param(YEARS, DAY, DAY, id="ten years: a day"),
    ],
)
@pytest.mark.parametrize("code", [PollCode.RATE_LIMITED, PollCode.HTTP])
def test_case_12_retry_after_is_honoured(code: PollCode, retry_after: int | None, low: int, high: int) -> None:
    poll = polled(code, retry_after=retry_after)
    assert low <= seconds_until_next(after(Schedule(URL), poll), poll) <= high


def test_case_13_a_storm_of_errors_is_backed_off_from() -> None:
    schedule, waits = Schedule(URL), []
    for _ in range(30):
        poll = polled(PollCode.HTTP)
        schedule = after(schedule, poll)
        waits.append(timedelta(seconds=seconds_until_next(schedule, poll)))
    assert all(SHORTEST * 2**n <= wait <= SHORTEST * 2 ** (n + 1) for n, wait in enumerate(waits[:5]))
    assert all(LONGEST / 2 <= wait <= LONGEST for wait in waits[7:])
    assert (schedule.failures, schedule.failing_since, schedule.state) == (30, NOW, FeedState.ACTIVE)
    assert after(schedule, polled()).failures == 0


def test_the_feeds_of_a_broken_host_do_not_come_back_all_at_once() -> None:
    waits = sorted(back_off(f"http://left.example/{n}", 3, SHORTEST) for n in range(20))
    assert len(set(waits)) == 20
    assert waits[-1] - waits[0] > timedelta(minutes=30)
    assert max(later - earlier for earlier, later in pairwise(waits)) < timedelta(minutes=30)


def test_jitter_is_drawn_once_for_all() -> None:
    assert back_off(URL, 4, SHORTEST) == back_off(URL, 4, SHORTEST) != back_off(URL, 5, SHORTEST)


def test_an_answer_that_breaks_off_is_a_failure_but_not_backed_off_from() -> None:
    schedule = Schedule(URL)
    for failures in range(1, 9):
        poll = polled(PollCode.TRUNCATED, drafts=entries(0, 1, 2))
        schedule = after(schedule, poll, FRESH)
        assert (schedule.failures, schedule.newest) == (failures, NOW)
        assert seconds_until_next(schedule, poll) == PATIENCE * 15 * MINUTE


# -- States


def test_case_10_a_feed_that_is_gone_is_polled_no_more() -> None:
    schedule = after(Schedule(URL), polled(PollCode.GONE))
    assert (schedule.state, schedule.next_poll) == (FeedState.DISABLED, None)
    assert schedule.state_reason == "410 Gone on 2026-11-03: it will not come back"


def test_case_10_ten_times_not_found_is_dead_and_asked_weekly() -> None:
    schedule, states = Schedule(URL), []
    for _ in range(9):
        schedule = after(schedule, polled(PollCode.NOT_FOUND))
        schedule = after(schedule, polled(PollCode.TIMEOUT))  # no answer says nothing of the feed
        states.append(schedule.state)
    dead = after(schedule, polled(PollCode.NOT_FOUND))
    assert states == [FeedState.ACTIVE] * 9
    assert (dead.state, dead.next_poll) == (FeedState.DEAD, NOW + DEAD_INTERVAL)
    assert dead.state_reason == "404 Not Found 10 times up to 2026-11-03: asked once a week"
    assert after(dead, polled(PollCode.TIMEOUT)).next_poll == NOW + DEAD_INTERVAL
    alive = after(dead, polled(PollCode.OK), FRESH)
    assert (alive.state, alive.state_reason, alive.missing, alive.failures) == (FeedState.ACTIVE, None, 0, 0)


def test_an_answer_between_takes_404s_back() -> None:
    schedule = after(Schedule(URL, missing=9), polled())
    assert after(schedule, polled(PollCode.NOT_FOUND)).state is FeedState.ACTIVE


@pytest.mark.parametrize("state", [FeedState.UNLISTED, FeedState.DISABLED])
@pytest.mark.parametrize("code", [PollCode.OK, PollCode.GONE, PollCode.NOT_FOUND])
def test_a_feed_taken_out_while_it_was_polled_stays_out(state: FeedState, code: PollCode) -> None:
    schedule = after(Schedule(URL, state, "why", missing=20), polled(code), FRESH)
    assert (schedule.state, schedule.state_reason) == (state, "why")


# -- Moving


def moving(*days: tuple[int, str | None]) -> Schedule:
    """The schedule after polls on days of November that led to these addresses."""
    schedule = Schedule(URL)
    for day, target in days:
        schedule = after(schedule, polled(PollCode.OK, NOW.replace(day=day), moved_to=target))
    return schedule


NEW, OTHER = "http://left.example/new", "http://left.example/other"


@pytest.mark.parametrize(
    ("days", "url", "moved_days"),
    [
        pytest.param([(3, NEW)], URL, 1, id="once"),
        pytest.param([(3, NEW), (3, NEW), (3, NEW), (3, NEW)], URL, 1, id="four times on one day"),
        pytest.param([(3, NEW), (4, NEW)], URL, 2, id="on two days"),
        pytest.param([(3, NEW), (4, NEW), (7, NEW)], NEW, 0, id="on three days"),
        pytest.param([(3, NEW), (4, NEW), (5, OTHER), (6, NEW)], URL, 1, id="to two addresses in turn"),
        pytest.param([(3, NEW), (4, NEW), (5, None), (6, NEW)], URL, 1, id="taken back in between"),
        pytest.param([(3, NEW + "#top"), (4, NEW), (5, NEW)], NEW, 0, id="a fragment is no other address"),
    ],
)
def test_case_09_an_address_changes_after_three_days(
    days: list[tuple[int, str | None]], url: str, moved_days: int
) -> None:
    schedule = moving(*days)
    assert (schedule.url, schedule.moved_days) == (url, moved_days)


def test_a_failure_in_between_says_nothing_of_a_move() -> None:
    schedule = after(moving((3, NEW), (4, NEW)), polled(PollCode.TIMEOUT, NOW.replace(day=5)))
    assert after(schedule, polled(PollCode.OK, NOW.replace(day=6), moved_to=NEW)).url == NEW


# -- Rhythm


@pytest.mark.parametrize(
    ("hours_ago", "gap"),
    [
        pytest.param((0, 2, 4, 6), 2 * HOUR, id="every two hours"),
        pytest.param((0, 2, 4, 20000), 2 * HOUR, id="an old piece pinned"),
        pytest.param((0, 0, 0, 24, 24, 24, 48, 48, 48), 6 * HOUR, id="three at once, daily"),
        pytest.param((0, 2), None, id="too few to tell"),
    ],
)
def test_the_rhythm_of_dated_entries(hours_ago: tuple[float, ...], gap: int | None) -> None:
    assert dated_gap([draft.published for draft in entries(*hours_ago) if draft.published]) == gap


def test_only_news_changes_the_rhythm() -> None:
    known = after(Schedule(URL), polled(PollCode.OK, drafts=entries(0, 2, 4, 6)), FRESH)
    assert (known.gap, known.newest) == (2 * HOUR, NOW)
    again = after(known, polled(PollCode.OK, NOW + timedelta(hours=9), drafts=entries(0, 2, 4, 6)), NOTHING)
    assert (again.gap, again.newest) == (2 * HOUR, NOW)


def test_a_feed_without_dates_is_known_by_its_polls() -> None:
    undated = tuple(replace(draft, published=None) for draft in entries(0, 0, 0))
    schedule = after(Schedule(URL), polled(PollCode.OK, drafts=undated), FRESH)
    assert (schedule.gap, schedule.newest) == (None, NOW)
    schedule = after(schedule, polled(PollCode.OK, NOW + timedelta(hours=6), drafts=undated), Brought(3))
    assert schedule.gap == 2 * HOUR
    schedule = after(schedule, polled(PollCode.OK, NOW + timedelta(hours=12), drafts=undated), Brought(1))
    assert schedule.gap == 3 * HOUR


def test_a_new_feed_whose_last_entry_is_years_old_is_asked_daily() -> None:
    poll = polled(PollCode.OK, drafts=entries(9000, 9002, 9004))
    assert seconds_until_next(after(Schedule(URL), poll, FRESH), poll) == PATIENCE * DAY


def test_no_time_between_polls_at_all_asks_in_every_run_but_leaves_servers_their_time() -> None:
    def due(code: PollCode, **told: object) -> datetime | None:
        return after_poll(Schedule(URL, gap=DAY), polled(code, **told), FRESH, NOW, timedelta(0)).next_poll

    assert due(PollCode.OK, update_seconds=DAY, fresh_for=DAY) == due(PollCode.TIMEOUT) == NOW
    assert due(PollCode.RATE_LIMITED, retry_after=HOUR) == NOW + timedelta(hours=1)


def test_a_cycle_that_took_long_is_counted_from_its_start() -> None:
    poll = polled(PollCode.OK)
    schedule = after_poll(Schedule(URL), poll, FRESH, NOW - timedelta(minutes=5), SHORTEST)
    assert seconds_until_next(schedule, poll) == PATIENCE * 15 * MINUTE - 5 * MINUTE
    late = after_poll(Schedule(URL), poll, FRESH, NOW - timedelta(hours=5), SHORTEST)
    assert late.next_poll == NOW

"""When a feed is polled next, and whether it is polled at all: pure decisions from what is known of it and one poll."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from urllib.parse import urldefrag, urlsplit, urlunsplit

from aggregator.models import ANSWERED, ArticleDraft, FeedPoll, FeedState, PollCode

# A feed that has been silent for months may speak again, and whoever reads the comparison reads it by the day. It is
# also the longest that a server may put us off: a Retry-After of ten years is a mistake.
LONGEST = timedelta(hours=24)
# A quarter of the usual gap: an article is seen an eighth of a gap after it came out, on the average.
POLLS_A_GAP = 4
# A silent feed's gap counts as a quarter of its silence at least: eight hours of night make 15 minutes 30, and after 16
# days without an article a feed is asked once a day.
SILENCE_SHARE = 4
# A feed is due again when nine tenths of its time are over, counted from the start of the run: a cycle that starts
# every 15 minutes would else find its feeds due a second too late, and poll them every other time. What a server asked
# for is kept to the second.
PATIENCE = 0.9
NOT_FOUND_LIMIT = 10  # with the back-off between them they take two to four days: a long week's end of repairs
DEAD_INTERVAL = timedelta(days=7)
MOVED_DAYS = 3  # a redirect that was set by mistake is mended within three days
NEWEST_ENTRIES = 20  # whose gaps tell the rhythm; most feeds of news list 10 to 50
_MOST_DOUBLINGS = 20  # 15 minutes doubled as often are 30 years; a larger power is only slow


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is known of a feed's ways before and after a poll; durations in seconds.

    `interval` is the longest that `next_poll` may lie ahead. `missing` counts the 404s since the last answer. `gap` is
    the usual time between two of its entries, `newest` when its newest one came. `moved_days` counts the days on which
    it led to `moved_to` for good, of which `moved_on` is the last.
    """

    url: str
    state: FeedState = FeedState.ACTIVE
    state_reason: str | None = None
    next_poll: datetime | None = None
    interval: int = 0
    failures: int = 0
    missing: int = 0
    failing_since: datetime | None = None
    last_good: datetime | None = None
    gap: int | None = None
    newest: datetime | None = None
    update_seconds: int | None = None
    moved_to: str | None = None
    moved_days: int = 0
    moved_on: str | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What a poll was worth: entries that the feed had not carried before, and how far back the answer listed all."""

    fresh: int = 0
    reaches_back: datetime | None = None


def after_poll(before: Schedule, poll: FeedPoll, brought: Brought, started: datetime, shortest: timedelta) -> Schedule:
    """Decides how a feed goes on after a poll.

    `started` is the start of the run; `shortest` the least time between two polls, where 0 asks in every run (the demo)
    whatever the feed's rhythm is, though never sooner than a server wants to be asked.
    """
    answered = poll.code in ANSWERED
    after = _answered(before, poll) if answered else _failed(before, poll)
    if brought.fresh:
        after = replace(after, newest=newest_entry(poll.drafts, poll.at), gap=_gap(before, poll, brought.fresh))
    if before.state in (FeedState.UNLISTED, FeedState.DISABLED):  # it was taken out while it was polled
        after = replace(after, state=before.state, state_reason=before.state_reason)
    if after.state is FeedState.DISABLED:
        return replace(after, next_poll=None, interval=0)
    if after.state is FeedState.DEAD:
        return _at(after, poll, poll.at + DEAD_INTERVAL)
    if not answered and not poll.drafts:
        asked = timedelta(seconds=poll.retry_after or 0)
        return _at(after, poll, poll.at + min(LONGEST, max(asked, back_off(before.url, after.failures, shortest))))
    # An answer that breaks off brings its whole entries all the same: some servers count their bytes wrongly for years.
    due = started + PATIENCE * own_interval(after, poll.at, shortest)
    return _at(after, poll, max(due, poll.at + min(LONGEST, _asked_for(after, poll, brought, shortest))))


def _at(after: Schedule, poll: FeedPoll, moment: datetime) -> Schedule:
    moment = max(moment, poll.at)
    return replace(after, next_poll=moment, interval=math.ceil((moment - poll.at).total_seconds()))


def _answered(before: Schedule, poll: FeedPoll) -> Schedule:
    after = replace(
        before, state=FeedState.ACTIVE, state_reason=None, failures=0, missing=0, failing_since=None, last_good=poll.at
    )
    if poll.code in (PollCode.OK, PollCode.EMPTY):  # the others showed us no document
        after = replace(after, update_seconds=poll.update_seconds)
    return _moved(after, poll)


def _failed(before: Schedule, poll: FeedPoll) -> Schedule:
    after = replace(
        before,
        failures=before.failures + 1,
        missing=before.missing + (poll.code is PollCode.NOT_FOUND),
        failing_since=before.failing_since or poll.at,
    )
    day = poll.at.date().isoformat()
    if poll.code is PollCode.GONE:
        return replace(after, state=FeedState.DISABLED, state_reason=f"410 Gone on {day}: it will not come back")
    if after.missing >= NOT_FOUND_LIMIT and before.state is FeedState.ACTIVE:
        reason = f"404 Not Found {after.missing} times up to {day}: asked once a week"
        return replace(after, state=FeedState.DEAD, state_reason=reason)
    return after


def back_off(url: str, failures: int, shortest: timedelta) -> timedelta:
    """Returns how long a failing feed is left alone: doubled with each failure, between half of that and all of it.

    The jitter keeps the feeds of a host that broke down from coming back all at once. It is a hash of address and
    failures, so that a restart neither forgets nor redraws it.

    >>> [str(back_off('http://a.example/f', failures, timedelta(minutes=15))) for failures in (1, 2, 9)]
    ['0:28:18', '0:38:09', '15:27:22']
    """
    whole = min(LONGEST, shortest * 2 ** min(failures, _MOST_DOUBLINGS))
    drawn = int.from_bytes(hashlib.sha256(f"{failures} {url}".encode()).digest()[:4]) / 2**32
    return timedelta(seconds=round(whole.total_seconds() * (1 + drawn) / 2))


def own_interval(feed: Schedule, now: datetime, shortest: timedelta) -> timedelta:
    """Returns the time between two polls that a feed's own rhythm asks for."""
    if not shortest:
        return timedelta(0)
    silence = max(0.0, (now - feed.newest).total_seconds()) if feed.newest else 0.0
    seconds = max(feed.gap or 0, silence / SILENCE_SHARE) / POLLS_A_GAP
    return min(LONGEST, max(shortest, timedelta(seconds=seconds)))


def _asked_for(feed: Schedule, poll: FeedPoll, brought: Brought, shortest: timedelta) -> timedelta:
    """The time that server and feed ask to be left alone after a good answer.

    What the document says is often its template's default: WordPress writes "hourly" into every feed. It counts no
    further than half of what the answer lists, or articles would be gone before they are seen.
    """
    if not shortest:
        return timedelta(0)
    said = timedelta(seconds=feed.update_seconds or 0)
    if brought.reaches_back:
        said = min(said, max(timedelta(0), poll.at - brought.reaches_back) / 2)
    return max(said, timedelta(seconds=poll.fresh_for or 0))


def newest_entry(drafts: Sequence[ArticleDraft], at: datetime) -> datetime:
    """Returns when the newest entry came out; where none has a date, now."""
    return min(at, max((draft.published for draft in drafts if draft.published), default=at))


def _gap(before: Schedule, poll: FeedPoll, fresh: int) -> int | None:
    """The usual gap of a feed that brought something: from the dates of its entries, else from its polls."""
    if (dated := dated_gap([draft.published for draft in poll.drafts if draft.published])) is not None:
        return dated
    if before.newest is None or poll.at <= before.newest:
        return before.gap
    seen = (poll.at - before.newest).total_seconds() / fresh
    # The latest observation counts a quarter: a week's end doesn't make a weekly of a daily.
    return round(seen if before.gap is None else (3 * before.gap + seen) / 4)


def dated_gap(moments: Sequence[datetime]) -> int | None:
    """Returns the median time between the newest entries, their mean where most came at once; None below three.

    >>> hours = [datetime(2026, 11, 3, hour) for hour in (6, 8, 9, 10)]
    >>> dated_gap([datetime(2021, 1, 1), *hours]), dated_gap(hours[:2])
    (5400, None)
    """
    newest = sorted(moments)[-NEWEST_ENTRIES:]
    if len(newest) < 3:
        return None
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(newest)]
    return round(median(gaps) or sum(gaps) / len(gaps))


def _moved(after: Schedule, poll: FeedPoll) -> Schedule:
    """Counts the days on which a feed led elsewhere for good; on the third its address changes."""
    if poll.moved_to is None:
        return replace(after, moved_to=None, moved_days=0, moved_on=None)
    target, day = address_after(after.url, poll.moved_to), poll.at.date().isoformat()
    days = after.moved_days if target == after.moved_to else 0
    if target == after.moved_to and day == after.moved_on:
        return after
    if days + 1 < MOVED_DAYS:
        return replace(after, moved_to=target, moved_days=days + 1, moved_on=day)
    return replace(after, url=target, moved_to=None, moved_days=0, moved_on=None)


def address_after(old: str, new: str) -> str:
    """Returns the address to poll after a redirect: without a fragment, and with the login where the host is the same.

    >>> address_after('https://ada:pw@a.example/rss', 'https://a.example/feed#top')
    'https://ada:pw@a.example/feed'
    >>> address_after('https://ada:pw@a.example/rss', 'https://b.example/feed')
    'https://b.example/feed'
    """
    before, after = urlsplit(old), urlsplit(urldefrag(new).url)
    login, at, place = before.netloc.rpartition("@")
    if at and (place, before.scheme) == (after.netloc, after.scheme):
        after = after._replace(netloc=f"{login}@{place}")
    return urlunsplit(after)

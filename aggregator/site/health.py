"""The page of the feeds: which bring nothing any more, since when, and why; worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from aggregator.models import PollCode
from aggregator.site import queries, responses
from aggregator.site.links import sql_address
from aggregator.site.words import plural
from aggregator.store.health import CONDITIONS, FALLEN_SILENT, WORST_FIRST, FeedHealth
from aggregator.times import iso

# A row is half a kilobyte: six hundred feeds in order would make the page heavy and say nothing.
ROWS_IN_A_SECTION = 100
_MEANINGS = {
    "failing": "No good answer for a day or longer. They are asked ever more rarely, once a day in the end.",
    "silent": "They answer, but brought no new article for ten times their usual gap, and for three days at least.",
    "dead": "Not found ten times; asked once a week, in case they come back.",
    "disabled": "Their outlets said that they will not come back. They are asked no more.",
    "unsteady": "The last poll failed, for less than a day so far.",
    "new": "Not asked yet.",
    "well": "They answer, and bring articles about as often as usual.",
    "unlisted": "No longer in feeds.csv, left alone as their outlets asked, or removed on request. They are not asked.",
}
_CODES = {
    PollCode.ROBOTS: "robots.txt forbids it",
    PollCode.DNS: "its name leads nowhere",
    PollCode.BLOCKED_ADDRESS: "leads into a network that is not public",
    PollCode.CONNECT: "nobody listens there",
    PollCode.RESET: "the connection broke",
    PollCode.TIMEOUT: "no whole answer in time",
    PollCode.TOO_LARGE: "too large",
    PollCode.TRUNCATED: "the answer broke off",
    PollCode.DECODE: "its compression is damaged",
    PollCode.PROTOCOL: "what came is not HTTP",
    PollCode.REDIRECT: "redirected in vain",
    PollCode.SCHEME: "no address of the web",
    PollCode.DOWNGRADE: "leads from https to http",
    PollCode.DUPLICATE_FEED: "leads to another feed of ours",
    PollCode.TLS: "no safe connection",
    PollCode.HTTP: "the server refused or failed",
    PollCode.NOT_FOUND: "not found",
    PollCode.GONE: "gone for good",
    PollCode.RATE_LIMITED: "asked to come less often",
    PollCode.NOT_A_FEED: "no feed, but something else",
    PollCode.PARSE: "cannot be read",
    PollCode.PARSE_TIMEOUT: "takes too long to read",
    PollCode.FAILED: "failed in a way that nobody foresaw",
}


@dataclass(frozen=True, slots=True)
class Section:
    """The feeds in one condition; `feeds` are the first of them."""

    condition: str
    meaning: str
    count: int
    feeds: Sequence[FeedHealth]


async def health(request: Any, datasette: Any) -> Any:
    """Answers `/health` and `/health.json`."""
    db = datasette.get_database("news")
    feeds = await queries.feeds(db)
    if request.path.endswith(".json"):
        return responses.as_json(request, told(feeds))
    now = datasette.reading_room.clock()
    context = {
        "edition": await queries.edition(db),
        "now": now,
        "due": iso(now),
        "headline": headline([feed.condition for feed in feeds]),
        "sections": sections(feeds),
        "sql": sql_address(WORST_FIRST, {}),
    }
    return await responses.html(datasette, request, "health.html", context)


def headline(conditions: Sequence[str]) -> str:
    """Says in one line how many of the listed feeds speak; one that was never asked, or failed just now, does not.

    >>> headline(["well", "well", "unlisted"]), headline(["silent", "well"]), headline(["new", "well"])
    ('2 feeds, and all of them speak', '1 of 2 feeds brings nothing any more', '1 of 2 feeds speaks')
    >>> headline(["new"] * 608), headline([])
    ('608 feeds, none asked yet', 'No feeds yet')
    """
    listed = [one for one in conditions if one != "unlisted"]
    fallen, well = sum(one in FALLEN_SILENT for one in listed), listed.count("well")
    feeds = plural(len(listed), "feed")
    if not listed:
        return "No feeds yet" if not conditions else "No feed is listed any more"
    if listed.count("new") == len(listed):
        return f"{feeds}, none asked yet"
    if fallen:
        return f"{fallen:,} of {feeds} {'brings' if fallen == 1 else 'bring'} nothing any more"
    if well == len(listed):
        return f"{feeds}, and all of them speak"
    return f"{f'{well:,}' if well else 'None'} of {feeds} {'speak' if well > 1 else 'speaks'}"


def sections(feeds: Sequence[FeedHealth]) -> list[Section]:
    """Groups feeds, which come worst first, by their condition."""
    found = []
    for condition in CONDITIONS:
        those = [feed for feed in feeds if feed.condition == condition]
        if those:
            found.append(Section(condition, _MEANINGS[condition], len(those), those[:ROWS_IN_A_SECTION]))
    return found


def code_words(code: str | None) -> str:
    """Says how a poll ended, in a few words.

    >>> code_words('dns'), code_words('brand_new'), code_words(None)
    ('its name leads nowhere', 'brand new', '')
    """
    words: Mapping[str, str] = {str(known): said for known, said in _CODES.items()}
    return words.get(code or "", (code or "").replace("_", " "))


def told(feeds: Sequence[FeedHealth]) -> dict[str, object]:
    """Says the same as the page, and of every feed, for programs."""
    counts = {condition: sum(feed.condition == condition for feed in feeds) for condition in CONDITIONS}
    return {"counts": counts, "feeds": [asdict(feed) for feed in feeds]}

"""Lists of feeds taken into feeds.csv, and feeds.csv as a list for other readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from aggregator.carriers import is_pipe
from aggregator.config import FilesConfig
from aggregator.datafiles import appended, is_web_address, replace_files
from aggregator.errors import DataFileError
from aggregator.leave_alone import LeaveAlone
from aggregator.models import FeedSource, Outlet
from aggregator.opml import OpmlFeed, OpmlGroup, OpmlList, write_opml
from aggregator.outlets import OutletIndex, name_key
from aggregator.ratings import known_kinds, read_feeds, read_outlets, same_address
from aggregator.urls import canonical_url, without_credentials
from aggregator.whose import place_of

TITLE = "Feeds of an aggregator"


@dataclass(frozen=True, slots=True)
class Known:
    """A feed of a list that is there already, as `listed`; told without user names and passwords."""

    url: str
    listed: str


@dataclass(frozen=True, slots=True)
class Refused:
    url: str
    why: str


@dataclass(slots=True)
class Plan:
    """What a list would add: rows of feeds.csv, rows of outlets.csv for them, and what is left out."""

    feeds: list[FeedSource] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def plan_import(
    told: OpmlList, outlets: Iterable[Outlet], feeds: Iterable[FeedSource], leave_alone: LeaveAlone | None = None
) -> Plan:
    """Says what a list adds to the feeds that are there; an outlet that nobody listed gets a row of its own."""
    plan, alone = Plan(), leave_alone or LeaveAlone((), ())
    index = OutletIndex(outlets)
    addresses = {_key(feed.url): feed.url for feed in feeds}
    added: dict[str, list[OpmlFeed]] = {}
    for entry in told.feeds:
        url = _web_address(entry.url)
        if listed := addresses.get(_key(url)):
            plan.known.append(Known(_told(entry.url), _told(listed)))
            continue
        domain = _outlet_of(entry, url, index)
        why = _unfit(entry, url) or alone.why(url) or (alone.why(domain) if domain else _NOBODYS)
        if domain is None or why:
            plan.refused.append(Refused(_told(entry.url), why))
            continue
        addresses[_key(url)] = url
        if index.by_address(domain) is None:
            added.setdefault(domain, []).append(entry)
        plan.feeds.append(FeedSource(url, domain, entry.section, entry.language, entry.fetch_pages, kind=entry.kind))
    names: set[str] = set()
    plan.outlets = [Outlet(domain, _name(domain, entries, index, names)) for domain, entries in added.items()]
    return plan


def carry_out(plan: Plan, files: FilesConfig) -> None:
    """Adds the planned rows at the end of outlets.csv and feeds.csv; what stands there stays, byte by byte.

    The new files are read once before they take the old ones' place.
    """
    # The outlets first: should the machine stop in between, feeds.csv names none that is not there.
    rows: dict[Path, list[Mapping[str, str]]] = {
        files.outlets: [{"domain": outlet.domain, "name": outlet.name} for outlet in plan.outlets],
        files.feeds: [_row(feed) for feed in plan.feeds],
    }
    texts = {path: appended(path, added) for path, added in rows.items() if added}

    def check(parts: Mapping[Path, Path]) -> None:
        read = read_feeds(parts.get(files.feeds, files.feeds), read_outlets(parts.get(files.outlets, files.outlets)))
        kinds = {feed.url: feed.kind for feed in read}
        if any(kinds[feed.url] != feed.kind for feed in plan.feeds):
            raise DataFileError(files.feeds, (), "it has no column kind, which a feed of the list needs: add it")

    replace_files(texts, check)


def export_list(outlets: Iterable[Outlet], feeds: Iterable[FeedSource]) -> bytes:
    """Returns all feeds as OPML, an outline an outlet, without user names and passwords."""
    by_domain = {outlet.domain: outlet for outlet in outlets}
    in_order = sorted(feeds, key=lambda feed: (by_domain[feed.outlet].name.casefold(), feed.outlet))
    groups = [
        OpmlGroup(by_domain[domain].name, tuple(_entry(feed, by_domain[domain]) for feed in members))
        for domain, members in groupby(in_order, key=lambda feed: feed.outlet)
    ]
    return write_opml(TITLE, groups)


_NOBODYS = "it is delivered by another, and no htmlUrl tells whose it is"


def _unfit(entry: OpmlFeed, url: str) -> str:
    if not canonical_url(url) or not is_web_address(url):
        return "no http or https address"
    known = entry.kind in known_kinds()
    return "" if known else f"no spider reads what it calls {entry.kind!r}"


def _told(url: str) -> str:
    return without_credentials(url) or ""


def _web_address(url: str) -> str:
    """Turns feed: addresses, which some readers write, into the ones they stand for.

    >>> _web_address("feed://tidewater.example/rss"), _web_address("feed:https://tidewater.example/rss")
    ('http://tidewater.example/rss', 'https://tidewater.example/rss')
    """
    url = re.sub(r"^feed:(?=https?://)", "", url.strip(), flags=re.IGNORECASE)
    return re.sub(r"^feed://", "http://", url, flags=re.IGNORECASE)


def _key(url: str) -> str:
    return same_address(canonical_url(url) or url)


def _outlet_of(entry: OpmlFeed, url: str, index: OutletIndex) -> str | None:
    """Finds whose a feed is: by its own address, which nobody else can claim, else by that of its homepage."""
    homepage = canonical_url(entry.homepage)
    for address in (url, homepage):
        listed = index.by_address(address) if address and not is_pipe(address) else None
        if listed:
            return listed.domain
    if is_pipe(url):
        return place_of(homepage) if homepage and not is_pipe(homepage) else None
    return place_of(url)


def _name(domain: str, entries: Sequence[OpmlFeed], index: OutletIndex, taken: set[str]) -> str:
    """Names a new outlet as the list calls its one feed; by its domain where the name could be another outlet's."""
    title = entries[0].title
    odd = not title or title[0] in "=+-@" or is_web_address(title)  # a formula, where a spreadsheet opens the file
    if len(entries) > 1 or odd or name_key(title) in taken:
        return domain
    match = index.by_name(title)
    if match.outlet or match.score >= 100:
        return domain
    taken.add(name_key(title))
    return title


def _row(feed: FeedSource) -> Mapping[str, str]:
    return {
        "url": feed.url,
        "outlet": feed.outlet,
        "section": feed.section or "",
        "language": feed.language or "",
        "fetch_pages": "1" if feed.fetch_pages else "0",
        "kind": "" if feed.kind == "feed" else feed.kind,
    }


def _entry(feed: FeedSource, outlet: Outlet) -> OpmlFeed:
    return OpmlFeed(
        url=_told(feed.url),
        title=f"{outlet.name}: {feed.section}" if feed.section else outlet.name,
        homepage=outlet.homepage or f"https://{outlet.domain}/",
        language=feed.language,
        section=feed.section,
        fetch_pages=feed.fetch_pages,
        kind=feed.kind,
    )

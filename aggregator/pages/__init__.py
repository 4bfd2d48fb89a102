"""Article pages: bytes in, a record of what the page tells out (docs/pages.md says how it is read)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lxml import etree

from aggregator import text
from aggregator.errors import PageParseError
from aggregator.models import ArticleDraft, DraftKind, ParsedPage, TextKind
from aggregator.pages.account import Account, Told, account_of
from aggregator.pages.document import MAX_PAGE
from aggregator.pages.page import read_page
from aggregator.pages.robots import header_forbids, header_snippet
from aggregator.pages.selectors import NO_SELECTORS, Selectors
from aggregator.pages.trail import Trail
from aggregator.urls import canonical_url, host_of

__all__ = ["MAX_PAGE", "NO_SELECTORS", "Account", "Selectors", "Told", "explain_page", "parse_page", "to_draft"]

# What lxml, extruct, trafilatura and htmldate were seen to raise on odd markup, or say that they may.
_LIBRARY_ERRORS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError, etree.LxmlError)
_MOBILE = ("www.", "m.", "mobile.", "amp.")


def parse_page(html: bytes, url: str, now: datetime | None = None, selectors: Selectors = NO_SELECTORS) -> ParsedPage:
    """What the page of one article tells; a field is empty where it tells nothing. Raises PageParseError.

    `url` is where the page came from. A page beyond the limits gives what its head says and the flag `too_large`.
    """
    try:
        return read_page(html, url, now, selectors, Trail())
    except _LIBRARY_ERRORS as error:
        raise PageParseError("the page could not be read", url, error) from error


def explain_page(html: bytes, url: str, now: datetime | None = None, selectors: Selectors = NO_SELECTORS) -> Account:
    """What parse_page makes of a page, with what each place of it said and what was left out. Raises PageParseError."""
    try:
        return account_of(html, url, now, selectors)
    except _LIBRARY_ERRORS as error:
        raise PageParseError("the page could not be read", url, error) from error


def to_draft(page: ParsedPage, url: str, robots: Iterable[str] = ()) -> ArticleDraft:
    """The draft of a page that was fetched from `url`; `robots` are the X-Robots-Tag headers that came with it.

    A page that asks that its text not be kept (noindex, noarchive, none) gives a draft without text and says so by a
    flag; one that limits what may be shown of it (nosnippet, max-snippet) has a flag for that. The same header on a
    feed is no such wish: many sites keep their feeds out of search engines, and yet write them to be read by programs.

    The address is the page's own canonical link only where that stays on the host: else any page could speak in
    another outlet's name. A link to another host is kept beside it, as `canonical_url`.
    """
    fetched = canonical_url(url)
    byline = ", ".join(page.authors)
    robots = tuple(robots)
    asked = (*(("noarchive",) if header_forbids(robots) else ()), *header_snippet(robots))
    page = replace(page, flags=tuple(dict.fromkeys((*page.flags, *asked))))
    if "noarchive" in page.flags:
        page = replace(page, body="", body_status=None, word_count=None)
    elsewhere = bool(page.url) and not _same_site(page.url or "", fetched)
    named = (page.url or "",) if elsewhere else ()
    retells = page.text_kind not in (None, TextKind.PUBLISHER)
    return ArticleDraft(
        draft_kind=DraftKind.PAGE,
        url=fetched if elsewhere else page.url or fetched,
        original_url=url,
        title=page.title,
        summary=page.summary,
        body=page.body or None,
        body_status=page.body_status,
        byline=byline or None,
        language=page.language,
        section=page.section,
        scope=page.scope,
        kind=page.kind,
        image=page.image,
        published=page.published,
        published_raw=page.published_raw,
        wire=text.wire_of(byline, page.body, page.summary) or (text.agency_at(page.url or "") if elsewhere else None),
        flags=(*page.flags, "canonical_elsewhere") if elsewhere else page.flags,
        word_count=page.word_count,
        canonical_url=page.original or (page.url if elsewhere else None),
        text_kind=page.text_kind,
        about=tuple(dict.fromkeys((*page.about, *named))) if retells else (),
        printed_ratings=page.printed_ratings,
    )


def _same_site(one: str, other: str) -> bool:
    first, second = (_without_mobile(host_of(address)) for address in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _without_mobile(host: str) -> str:
    return next((host.removeprefix(prefix) for prefix in _MOBILE if host.startswith(prefix)), host)

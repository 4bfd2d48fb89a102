"""Article pages: bytes in, a record of what the page tells out; JSON-LD first, then trafilatura, then htmldate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from aggregator import text
from aggregator.errors import PageParseError
from aggregator.models import ArticleDraft, BodyStatus, DraftKind, MediaKind, ParsedPage
from aggregator.pages.authors import authors_of
from aggregator.pages.body import body_of
from aggregator.pages.dates import published_of
from aggregator.pages.document import MAX_PAGE, TooLargeError, head_of, tree_of
from aggregator.pages.robots import header_forbids, meta_forbids
from aggregator.pages.status import has_paywall_line, status_of
from aggregator.pages.structured import VIDEO_TYPES, Structured, first_string, read_structured
from aggregator.pages.titles import headline
from aggregator.urls import canonical_url, host_of

__all__ = ["MAX_PAGE", "parse_page", "to_draft"]

# What lxml, extruct, trafilatura and htmldate were seen to raise on odd markup, or say that they may.
_LIBRARY_ERRORS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError, etree.LxmlError)
_MOBILE = ("www.", "m.", "mobile.", "amp.")


def parse_page(html: bytes, url: str, now: datetime | None = None) -> ParsedPage:
    """What the page of one article tells; a field is empty where it tells nothing. Raises PageParseError.

    `url` is where the page came from. A page beyond the limits gives what its head says and the flag `too_large`.
    """
    try:
        return _parsed(html, url, now)
    except _LIBRARY_ERRORS as error:
        raise PageParseError("the page could not be read", url, error) from error


def to_draft(page: ParsedPage, url: str, robots: Iterable[str] = ()) -> ArticleDraft:
    """The draft of a page that was fetched from `url`; `robots` are the X-Robots-Tag headers that came with it.

    A page that asks that its text not be kept (noindex, noarchive, none) gives a draft without text and says so by a
    flag. The same header on a feed is no such wish: many sites keep their feeds out of search engines, and yet write
    them to be read by programs.

    The address is the page's own canonical link only where that stays on the host: else any page could speak in
    another outlet's name. A link to another host is kept beside it, as `canonical_url`.
    """
    fetched = canonical_url(url)
    byline = ", ".join(page.authors)
    if header_forbids(robots):
        page = replace(page, flags=tuple(dict.fromkeys((*page.flags, "noarchive"))))
    if "noarchive" in page.flags:
        page = replace(page, body="", body_status=None, word_count=None)
    elsewhere = bool(page.url) and not _same_site(page.url or "", fetched)
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
        canonical_url=page.url if elsewhere else None,
    )


def _parsed(html: bytes, url: str, now: datetime | None) -> ParsedPage:
    flags: tuple[str, ...] = ()
    try:
        tree = tree_of(html)
    except TooLargeError:
        tree, flags = head_of(html), ("too_large",)
    if tree is None:
        return ParsedPage(body_status=BodyStatus.SUSPECT, flags=("empty_page",))
    data = read_structured(tree)
    title = headline(tree, data, url)
    published, raw, date_flags = published_of(tree, data, url, now)
    authors = authors_of(tree, data)
    paywall_line = has_paywall_line(tree)
    language = _language(tree, data)
    address = _own_address(tree, data, url)
    body = "" if flags else body_of(tree, data, title, url)  # last: it takes the tree apart
    sections = _sections(data)
    summary = data.string("description") or text.plain_text(data.meta("og:description", "description"))
    return ParsedPage(
        url=address,
        title=title,
        published=published,
        published_raw=raw,
        authors=authors,
        body=text.cut_bytes(body),
        body_status=status_of(body, data, paywall_line),
        summary=text.cut(summary, text.SUMMARY_LIMIT) or None,
        language=language,
        section=text.cut(sections[0], 100) if sections else None,
        scope=text.scope_of(url, sections, title, data.types),
        kind=MediaKind.VIDEO if _is_video(data) else MediaKind.TEXT,
        image=canonical_url(_image(data), base=url) or None,
        flags=flags + date_flags + (("noarchive",) if meta_forbids(data) else ()),
        word_count=text.count_words(body),
    )


def _own_address(tree: HtmlElement, data: Structured, url: str) -> str | None:
    """The canonical link, unless it is a front page's, which a broken template gives to every article."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in (*links[:1], data.meta("og:url")):
        address = canonical_url(candidate, base=url) if candidate else ""
        if address and urlsplit(address).path.strip("/"):
            return address
    return canonical_url(url) or None


def _language(tree: HtmlElement, data: Structured) -> str | None:
    told = (tree.get("lang"), data.string("inLanguage"), data.meta("og:locale", "content-language", "language"))
    return next(filter(None, map(text.language_code, told)), None)


def _sections(data: Structured) -> list[str]:
    raw = data.article.get("articleSection")
    told = [first_string(section) for section in (raw if isinstance(raw, list) else [raw])[:5]]
    told.append(text.one_line(data.meta("article:section", "og:article:section", "section", "parsely-section")))
    return [section for section in told if section]


def _image(data: Structured) -> str:
    image = data.article.get("image")
    image = image[0] if isinstance(image, list) and image else image
    address = image.get("url") if isinstance(image, dict) else image
    return data.meta("og:image", "og:image:url", "twitter:image") or (address if isinstance(address, str) else "")


def _is_video(data: Structured) -> bool:
    return data.meta("og:type").lower().startswith("video") or bool(VIDEO_TYPES.intersection(data.types))


def _same_site(one: str, other: str) -> bool:
    first, second = (_without_mobile(host_of(address)) for address in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _without_mobile(host: str) -> str:
    return next((host.removeprefix(prefix) for prefix in _MOBILE if host.startswith(prefix)), host)

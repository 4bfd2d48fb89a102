"""Google-News sitemaps (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap): drafts out.

They list an outlet's articles of the last two days with title, date and language, and stand where no feed does.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin

from lxml import etree

from aggregator.feeds.entries import EARLIEST, MAX_BODY, MAX_ENTRIES, RawEntry, RawFeed, draft_of
from aggregator.models import ArticleDraft, ParsedFeed, PollCode
from aggregator.text import parse_time
from aggregator.urls import canonical_url

MAX_AGE = timedelta(days=2)  # what the standard tells outlets to list; some never clear theirs
# Sitemaps of an index that one poll reads: news is in one, rarely two (one a day, or one a language).
MAX_SITEMAPS = 3

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(urlset|sitemapindex|[\w.-]+)[\s>/]")
_PROLOG = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOTS = (b"urlset", b"sitemapindex")


def is_sitemap(body: bytes) -> bool:
    """Whether a body is a sitemap or an index of some, packed or not."""
    try:
        return _root(_unpacked(body[:4096])) in _ROOTS
    except zlib.error:
        return False


def parse_sitemap(body: bytes, url: str, content_type: str = "", now: datetime | None = None) -> ParsedFeed:
    """The drafts of a news sitemap, or of an index the addresses to read instead (`follow`); any body gives a code.

    `url` is where the body came from, `now` bounds the entries' dates; the document's own encoding counts.
    """
    try:
        unpacked = _unpacked(body)
    except zlib.error as error:
        return ParsedFeed(PollCode.DECODE, message=f"gzip cannot be decompressed: {error}")
    if len(unpacked) > MAX_BODY:
        return ParsedFeed(PollCode.TOO_LARGE, message=f"unpacks to more than {MAX_BODY} bytes")
    root = _root(unpacked)
    if root not in _ROOTS:
        begins = f"it begins with <{root.decode('ascii', 'replace')}>" if root else "no element in it"
        return ParsedFeed(PollCode.NOT_A_FEED, message=f"no sitemap: {begins}")
    tree = _tree(unpacked)
    if tree is None:
        return ParsedFeed(PollCode.PARSE, message="not XML")
    return _index(tree, url, now) if root == b"sitemapindex" else _articles(tree, url, now)


def _index(tree: etree._Element, url: str, now: datetime | None) -> ParsedFeed:
    """The sitemaps to read: those that are called news first, then the newest; none that is two days old."""
    listed: list[tuple[bool, datetime, str]] = []
    for entry in _children(tree, "sitemap"):
        address = urljoin(url, _text(entry, "loc"))
        changed = parse_time(_text(entry, "lastmod"))
        if canonical_url(address) and not (now and changed and changed < now - MAX_AGE):
            listed.append(("news" in address.rpartition("/")[2].lower(), changed or EARLIEST, address))
    if not listed:
        return ParsedFeed(PollCode.EMPTY, "sitemapindex", message="no sitemap of the last two days in the index")
    # Of equals the last in the file, where outlets that number their sitemaps put the newest.
    listed.sort(key=lambda found: found[:2])
    newest_first = tuple(address for *_, address in reversed(listed))
    more = len(newest_first) > MAX_SITEMAPS
    return ParsedFeed(PollCode.OK, "sitemapindex", follow=newest_first[:MAX_SITEMAPS], partial=more)


def _articles(tree: etree._Element, url: str, now: datetime | None) -> ParsedFeed:
    entries = [(entry, news) for entry in _children(tree, "url") for news in _children(entry, "news")]
    listed = sum(1 for _ in _children(tree, "url"))
    if listed and not entries:
        return ParsedFeed(PollCode.NOT_A_FEED, "sitemap", message=f"none of {listed} addresses has a news:news element")
    drafts = [draft for entry, news in entries if (draft := draft_of(_raw(entry, news), _NO_FEED, url, now))]
    recent = [draft for draft in drafts if _is_recent(draft, now)]
    newest = sorted(recent, key=lambda draft: draft.published or EARLIEST, reverse=True)[:MAX_ENTRIES]
    return ParsedFeed(
        code=PollCode.OK if newest else PollCode.EMPTY,
        version="sitemap",
        entries=tuple(newest),
        message=_message(listed, len(drafts), len(recent), len(newest)),
        skipped=listed - len(newest),
    )


_NO_FEED = RawFeed(version="sitemap")
_NESTED = ParsedFeed(PollCode.NOT_A_FEED, message="an index in an index is not read")


def _raw(entry: etree._Element, news: etree._Element) -> RawEntry:
    publication = next(_children(news, "publication"), None)
    image = next(_children(entry, "image"), None)
    genres = _text(news, "genres").split(",")
    return RawEntry(
        title=_text(news, "title"),
        link=_text(entry, "loc"),
        published_raw=_text(news, "publication_date"),
        sections=tuple(genre.strip() for genre in genres if genre.strip()),
        language=_text(publication, "language"),
        source=_text(publication, "name"),
        image=_text(image, "loc"),
    )


def _is_recent(draft: ArticleDraft, now: datetime | None) -> bool:
    return now is None or draft.published is None or draft.published >= now - MAX_AGE


def _message(listed: int, usable: int, recent: int, kept: int) -> str:
    told = (
        (listed - usable, "without a title or a usable address"),
        (usable - recent, "older than two days"),
        (recent - kept, f"beyond the newest {MAX_ENTRIES}"),
    )
    return "; ".join(f"{count} {'entry' if count == 1 else 'entries'} {what} skipped" for count, what in told if count)


def merged(parts: list[tuple[str, ParsedFeed]]) -> ParsedFeed:
    """One feed made of several documents by address: good where one of them is, with the failures of the others told.

    An article in two of them is there once.
    """
    parts = [(url, _NESTED if part.follow else part) for url, part in parts]
    good = [part for _, part in parts if part.code in (PollCode.OK, PollCode.EMPTY)]
    failed = [f"{url}: {part.code} {part.message}".strip() for url, part in parts if part not in good]
    entries = {draft.url: draft for part in reversed(good) for draft in part.entries}
    code = PollCode.OK if entries else next((part.code for part in good), parts[0][1].code)
    return ParsedFeed(
        code=code,
        version=next((part.version for part in good), ""),
        entries=tuple(entries.values()),
        message="; ".join(filter(None, [*failed, *(part.message for part in good)])),
        skipped=sum(part.skipped for part in good),
        partial=bool(failed),
    )


def _unpacked(body: bytes) -> bytes:
    """The body, or what a .gz file holds, at most one byte more than is allowed. Raises zlib.error."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MAX_BODY + 1)


def _root(body: bytes) -> bytes:
    """The name of a document's first element, whatever prefix it has; b'' where there is none in its beginning."""
    head = _PROLOG.sub(b"", body[:4096].replace(b"\0", b""))
    found = _ROOT.search(head)
    return found[1].lower() if found else b""


def _tree(body: bytes) -> etree._Element | None:
    # Entities stay unexpanded, so neither a billion laughs nor a file's contents; broken XML gives what is whole.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of a name in whatever namespace: http or https, with a version or without, outlets vary."""
    for child in parent if parent is not None else ():
        if isinstance(child.tag, str) and etree.QName(child).localname.lower() == name:
            yield child


def _text(parent: etree._Element | None, name: str) -> str:
    child = next(_children(parent, name), None)
    return "".join(str(piece) for piece in child.itertext()).strip() if child is not None else ""

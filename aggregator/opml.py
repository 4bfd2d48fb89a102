"""OPML, the form in which feed readers exchange their lists: bytes in, feeds out, and the other way round."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from listparser.opml import OpmlMixin
from lxml import etree

from aggregator.errors import ParseError
from aggregator.feeds.sniff import decoded
from aggregator.text import TITLE_LIMIT, cut, language_code, one_line

MAX_OPML = 5 * 1024 * 1024  # bytes; 20,000 feeds, ten times what the largest reader's list was seen to hold
MAX_DEPTH = 50  # outlines within outlines; lists have two or three, and each feed keeps the names of all above it
# What feeds.csv knows and OPML has no attribute for goes into a namespace of our own, as OPML 2.0 asks.
NAMESPACE = "urn:aggregator:feeds"
PREFIX = "aggregator"

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """A feed of a list; the outlines around it are a reader's own folders, and are not kept."""

    url: str
    title: str = ""
    homepage: str = ""
    language: str | None = None
    section: str | None = None
    fetch_pages: bool = False
    kind: str = "feed"  # as in feeds.csv


@dataclass(frozen=True, slots=True)
class OpmlList:
    """A list: `included` are addresses of further lists that it names, `broken` says why it is not well-formed."""

    title: str
    feeds: tuple[OpmlFeed, ...]
    included: tuple[str, ...] = ()
    broken: str = ""


@dataclass(frozen=True, slots=True)
class OpmlGroup:
    """The feeds of one outlet, as they are written."""

    title: str
    feeds: tuple[OpmlFeed, ...]


def read_opml(body: bytes) -> OpmlList:
    """Returns the feeds of a list, well-formed or not; raises ParseError for what is no list."""
    if len(body) > MAX_OPML:
        raise ParseError(f"{len(body):,} bytes, over the limit of {MAX_OPML:,}")
    reader = _Reader()
    # As ASCII with references: the HTML reader, which is the one that mends, does not look at the XML declaration.
    plain = _text(body).replace("\x00", "").encode("ascii", "xmlcharrefreplace")
    try:
        target: Any = reader  # listparser's methods take less than lxml's protocol says
        etree.parse(io.BytesIO(plain), etree.HTMLParser(target=target, recover=True, huge_tree=True))
    except (etree.LxmlError, IndexError, KeyError, ValueError) as error:
        raise ParseError("it can't be read as OPML", cause=error) from error
    if not reader.is_opml:
        raise ParseError("it is no OPML list: it has no <opml>")
    return OpmlList(
        title=cut(one_line(reader.harvest["meta"].get("title", "")), TITLE_LIMIT),
        feeds=tuple(reader.found.values()),
        included=tuple(entry["url"] for entry in reader.harvest["lists"]),
        broken=_broken(body),
    )


def write_opml(title: str, groups: Iterable[OpmlGroup]) -> bytes:
    """Returns a well-formed OPML 2.0 list with an outline a group."""
    root = etree.Element("opml", {"version": "2.0"}, nsmap={PREFIX: NAMESPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for group in groups:
        outline = etree.SubElement(body, "outline", {"text": group.title, "title": group.title})
        for feed in group.feeds:
            etree.SubElement(outline, "outline", _attributes(feed))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class _Reader(OpmlMixin):
    """listparser's reader of OPML, which also keeps the attributes that it drops: homepage, language and our own."""

    def __init__(self) -> None:
        super().__init__()
        self.harvest |= {"feeds": [], "lists": [], "opportunities": [], "meta": {}, "version": ""}
        self.found: dict[str, OpmlFeed] = {}

    @property
    def is_opml(self) -> bool:
        return bool(self.harvest["version"])

    def start_opml_outline(self, attrs: dict[str, str]) -> None:
        if len(self.hierarchy) > MAX_DEPTH:
            raise ValueError(f"outlines lie more than {MAX_DEPTH} deep")
        super().start_opml_outline(attrs)
        url = attrs.get("xmlurl", "").strip()
        entry = self.found_urls.get(url)
        if entry and entry[0] == "feeds" and url not in self.found:
            self.found[url] = _feed(url, entry[1]["title"], attrs)

    def end_opml_outline(self) -> None:
        if self.hierarchy:  # a closing tag too many, as a list that was mended by hand has
            super().end_opml_outline()


def _feed(url: str, title: str, attrs: dict[str, str]) -> OpmlFeed:
    said = {name: one_line(value or "") for name, value in attrs.items()}
    own = said.get(f"{PREFIX}:section") if f"{PREFIX}:section" in said else None
    category = said.get("category", "").split(",")[0].strip("/ ").rpartition("/")[2].strip()
    return OpmlFeed(
        url=url,
        title=cut(one_line(title), TITLE_LIMIT),
        homepage=said.get("htmlurl", ""),
        language=language_code(said.get("language")),
        section=cut(own if own is not None else category, 100) or None,
        fetch_pages=said.get(f"{PREFIX}:fetch_pages") == "1",
        kind=cut(said.get(f"{PREFIX}:kind", ""), 100) or "feed",
    )


def _attributes(feed: OpmlFeed) -> dict[str, str]:
    told = {
        "text": feed.title,
        "title": feed.title,
        "type": "rss",
        "xmlUrl": feed.url,
        "htmlUrl": feed.homepage,
        "language": feed.language,
        f"{{{NAMESPACE}}}section": feed.section,
        f"{{{NAMESPACE}}}fetch_pages": "1" if feed.fetch_pages else "",
        f"{{{NAMESPACE}}}kind": feed.kind if feed.kind != "feed" else "",
    }
    return {name: value for name, value in told.items() if value}


def _text(body: bytes) -> str:
    declared = _DECLARED.search(body[:1024])
    if declared and not body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return body.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decoded(body)
    return decoded(body)


def _broken(body: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        return re.sub(r"\s*\(<string>.*\)$", "", str(error))[:200]
    return ""

"""OutletSpider: the base of a spider that one outlet needs for itself (docs/adding-an-outlet.md)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlsplit

from aggregator.feeds import is_sitemap, parse_sitemap
from aggregator.feeds.section import parse_section
from aggregator.models import DueFeed, ParsedFeed, ParsedPage, PollCode
from aggregator.pages import Selectors, parse_page
from aggregator.urls import host_of
from spiders.feeds import FeedReader, FeedSpider, PageReader


class OutletSpider(FeedSpider):
    """Reads the rows of feeds.csv whose kind is this spider's name: section pages or sitemaps, and articles' pages.

    A row is a section: its address, section, language and fetch_pages hold for what is found there. The hook points are
    the class's constants, a CSS selector each where nothing else is said, and the three methods below them; all are
    pure and run in a process that is killed when it takes too long.

    - `name`: the spider's name, the file's name, and the kind in feeds.csv
    - `host`: where its articles stand; hosts below it count too
    - `article`: a regular expression that the path of an article's address matches as a whole, and no other path does
    - `links`: the links of a section page, or what holds them; else all links are looked at
    - `title`, `authors`, `body`: where a page has these; what is '' or finds nothing is left to the general rules
    - `drop`: what is no part of the article, taken out before anything is read
    """

    name = ""
    accept: ClassVar[str] = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
    host: ClassVar[str]
    article: ClassVar[str]
    links: ClassVar[str] = "a"
    title: ClassVar[str] = ""
    authors: ClassVar[str] = ""
    body: ClassVar[str] = ""
    drop: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.kind = cls.name

    @classmethod
    def is_article(cls, url: str) -> bool:
        """Whether a canonical address is an article's; all other links of a section page are passed over."""
        host = host_of(url)
        ours = host == cls.host or host.endswith(f".{cls.host}")
        return ours and bool(re.fullmatch(cls.article, urlsplit(url).path))

    @classmethod
    def parse_listing(cls, body: bytes, url: str, content_type: str, now: datetime | None) -> ParsedFeed:
        """The articles of a section page or a sitemap."""
        if is_sitemap(body):
            return cls._own(parse_sitemap(body, url, content_type, now))
        return parse_section(body, url, cls.is_article, cls.links)

    @classmethod
    def _own(cls, listed: ParsedFeed) -> ParsedFeed:
        """Leaves the articles of the outlet; a sitemap may list its videos and another's pages as well."""
        own = tuple(draft for draft in listed.entries if cls.is_article(draft.url))
        if own or not listed.entries:
            return replace(listed, entries=own)
        message = f"none of {len(listed.entries)} entries is an article's"
        return replace(listed, code=PollCode.EMPTY, entries=(), message=message)

    @classmethod
    def parse_article(cls, html: bytes, url: str, now: datetime | None) -> ParsedPage:
        """What an article's page tells; override it to mend what no selector can."""
        return parse_page(html, url, now, cls.selectors())

    @classmethod
    def selectors(cls) -> Selectors:
        return Selectors(cls.title, cls.authors, cls.body, cls.drop)

    @classmethod
    def feed_reader(cls) -> FeedReader:
        return cls.parse_listing

    @classmethod
    def page_reader(cls) -> PageReader:
        return cls.parse_article

    def polls(self, feed: DueFeed) -> bool:
        return feed.kind == self.kind

"""The demo newsroom: what each of its hosts answers, as a pure function of the request and the edition."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from demo.feeds import CONTENT_TYPES, FeedView, write_feed
from demo.load import csv_text, read_editions, read_sites
from demo.pages import article_page, home_page, picture
from demo.records import Article, Edition, Feed, Response, Site


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Twelve outlets over the three days before `start`, in two editions: the first poll's and the second's."""

    start: datetime
    sites: tuple[Site, ...]
    editions: tuple[Edition, ...]

    @classmethod
    def load(cls, start: datetime) -> Newsroom:
        """Reads the newsroom's files and places its articles before `start`, an aware time."""
        if start.tzinfo is None:
            raise ValueError("the newsroom's start needs a time zone")
        sites = read_sites()
        return cls(start.astimezone(UTC), sites, read_editions(start, sites))

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(site.host for site in self.sites)

    def state(self, edition: int) -> Edition:
        """Gives what stands in the newsroom at poll number `edition`; after the second nothing changes."""
        return self.editions[min(edition, len(self.editions)) - 1]

    def gold(self) -> dict[str, str]:
        """Maps each article's address (`host/path`, without scheme and port) to its event; a lone article to itself."""
        return {article.address: article.event or article.id for article in self.editions[-1].articles}

    def copies(self) -> dict[str, str]:
        """Maps the address of each copy to the address of the article whose text it prints."""
        by_id = {article.id: article for article in self.editions[-1].articles}
        return {one.address: by_id[one.copy_of].address for one in by_id.values() if one.copy_of}

    def outlets_csv(self) -> str:
        return "".join(csv_text("outlets.csv"))

    def ratings_csv(self) -> str:
        return "".join(csv_text("ratings.csv"))

    def feeds_csv(self, port: int) -> str:
        """Gives feeds.csv with the server's port in its addresses."""
        return "".join(re.sub(r"^http://([^/:,]+)/", rf"http://\1:{port}/", line) for line in csv_text("feeds.csv"))

    def answer(self, host: str, path: str, edition: int, headers: Mapping[str, str]) -> Response:
        """Answers a GET of `path` (with its query) at `host` (with its port), honouring conditional requests."""
        site = next((site for site in self.sites if site.host == host.partition(":")[0].casefold()), None)
        if site is None:
            return _plain(404, "No such host here. The newsroom's hosts are:\n" + "\n".join(self.hosts) + "\n")
        return _Desk(self, site, f"http://{host}", self.state(edition)).answer(path, headers)


@dataclass(frozen=True, slots=True)
class _Desk:
    """One site of the newsroom in one edition."""

    newsroom: Newsroom
    site: Site
    base: str
    edition: Edition

    def answer(self, path: str, headers: Mapping[str, str]) -> Response:
        target = _without_tracking(path)
        if target == "/robots.txt":
            return _plain(200, self.site.robots) if self.site.robots else _plain(404, "not found\n")
        for feed in self.site.feeds:
            if target == feed.path:
                return self._feed(feed, headers)
        if target == "/":
            return _html(home_page(self.site, self.base, self._articles()))
        return self._article(target, headers)

    def _articles(self) -> tuple[Article, ...]:
        return tuple(article for article in self.edition.articles if article.host == self.site.host)

    def _feed(self, feed: Feed, headers: Mapping[str, str]) -> Response:
        claimed = {section for other in self.site.feeds for section in other.sections}
        articles = tuple(
            article
            for article in self._articles()
            if (article.section in feed.sections if feed.sections else article.section not in claimed)
        )
        updated = self._updated(articles)
        body = write_feed(FeedView(feed, self.site, self.base, articles, self._sources(articles), updated))
        content_type = f"{CONTENT_TYPES[feed.format]}; charset={feed.encoding}"
        return _conditional(body, content_type, updated, feed.validators, headers)

    def _sources(self, articles: tuple[Article, ...]) -> dict[str, Site]:
        by_outlet = {site.outlet: site for site in reversed(self.newsroom.sites)}
        return {one.id: by_outlet[one.copy_of.partition("/")[0]] for one in articles if one.copy_of}

    def _updated(self, articles: tuple[Article, ...]) -> datetime:
        """A changed feed is dated by the start, so that an article that comes late with an old date makes it newer."""
        if any(article.id in self.edition.changed for article in articles):
            return self.newsroom.start
        return max(article.modified for article in articles)

    def _article(self, target: str, headers: Mapping[str, str]) -> Response:
        for article in self._articles():
            if target == article.target:
                page = article_page(self.site, article, self.base, self._articles())
                return _conditional(page.encode(), "text/html; charset=utf-8", article.modified, "both", headers)
            if target == f"/media/{article.slug}.svg":
                return Response(200, {"Content-Type": "image/svg+xml"}, picture(article).encode())
        return _plain(404, "not found\n")


def _conditional(
    body: bytes, content_type: str, modified: datetime, validators: str, headers: Mapping[str, str]
) -> Response:
    """Answers 304 where the client's validator still holds; If-None-Match goes before If-Modified-Since (RFC 9110)."""
    asked = {key.casefold(): value for key, value in headers.items()}
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    told = {}
    if validators in ("both", "weak"):
        told["ETag"] = f"W/{etag}" if validators == "weak" else etag
    if validators in ("both", "modified"):
        told["Last-Modified"] = format_datetime(modified.replace(microsecond=0), usegmt=True)
    if _still_fresh(asked, told):
        return Response(304, told)
    return Response(200, {"Content-Type": content_type} | told, body)


def _still_fresh(asked: Mapping[str, str], told: Mapping[str, str]) -> bool:
    if "if-none-match" in asked and "ETag" in told:
        return told["ETag"].removeprefix("W/") in asked["if-none-match"]
    if "if-modified-since" in asked and "Last-Modified" in told:
        return _moment(told["Last-Modified"]) <= _moment(asked["if-modified-since"])
    return False


def _moment(value: str) -> datetime:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _without_tracking(path: str) -> str:
    parts = urlsplit(path)
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not key.startswith("utm_")]
    return parts.path + (f"?{urlencode(kept)}" if kept else "")


def _html(page: str) -> Response:
    return Response(200, {"Content-Type": "text/html; charset=utf-8"}, page.encode())


def _plain(status: int, words: str) -> Response:
    return Response(status, {"Content-Type": "text/plain; charset=utf-8"}, words.encode())

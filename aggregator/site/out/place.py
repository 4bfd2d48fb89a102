"""Where a feed stands: the site's address and name, whose the words and the ratings are, and what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from aggregator.site import providers
from aggregator.site.links import outlet_path, site_address
from aggregator.site.out.feed import Entry, Feed, Person
from aggregator.site.queries import Edition
from aggregator.site.words import web_address

# What says whose ratings are shown, or which part of a list: the feed is the same one.
_NOT_IN_IDS = {"provider", "before"}
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Place:
    """`path` is that of the page, `suffix` what makes it a feed; `asked` are the filters as the address has them."""

    site: str
    title: str
    contact: str
    rights: str
    made: str | None
    path: str
    suffix: str
    asked: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, request: Any, datasette: Any, edition: Edition, path: str) -> Place:
        settings = datasette.reading_room.settings
        return cls(
            site_address(request, settings), datasette.metadata()["title"], settings.contact, rights(edition),
            edition.made, path, request.url_vars["suffix"], tuple(parse_qsl(request.query_string)),
        )  # fmt: skip

    def feed(self, words: str, entries: Iterable[Entry], following: str | None = None) -> Feed:
        """Makes a feed; `following` is the query of the next part's address."""
        found = tuple(entries)
        known = [(key, value) for key, value in self.asked if key not in _NOT_IN_IDS]
        filters = ", ".join(f"{key} {value}" for key, value in known if value)
        return Feed(
            id=self._address(self.suffix, sorted(known)),
            title=" · ".join(part for part in (words, filters, self.title) if part),
            updated=max((entry.updated for entry in found), default=self.made or _NEVER),
            author=Person(self.title, self.site + "/", self.contact),
            rights=self.rights,
            page=self._address("", self.asked),
            self_address=self._address(self.suffix, self.asked),
            entries=found,
            next=self._address(self.suffix, parse_qsl(following)) if following else None,
        )

    def with_other(self, name: str, value: str | None) -> str | None:
        """Writes the query of this address with another value; None where there is no next part."""
        kept = [(key, told) for key, told in self.asked if key != name]
        return urlencode([*kept, (name, value)]) if value else None

    def _address(self, suffix: str, asked: Sequence[tuple[str, str]]) -> str:
        return f"{self.site}{self.path}{suffix}{'?' if asked else ''}{urlencode(asked)}"

    def story(self, story_id: int) -> str:
        """The permanent address of a story: its entry's id, whoever rates and whatever is filtered."""
        return f"{self.site}/story/{story_id}"

    def article(self, article_id: int) -> str:
        return f"{self.site}/article/{article_id}"

    def shown(self, shown: providers.Shown, story_id: int) -> str:
        return self.site + shown.kept(f"/story/{story_id}")

    def outlet(self, name: str, domain: str | None, outlet_id: int) -> Person:
        return Person(name, f"{self.site}{outlet_path(domain, outlet_id) or '/outlets'}")


def rights(edition: Edition) -> str:
    """Says whose the headlines and whose the ratings are."""
    told = [
        f"{one.title or one.name}{f', {one.licence} ({one.licence_url})' if one.licence else ''}"
        for one in edition.credited()
    ]
    ratings = f" Ratings: {'; '.join(told)}." if told else ""
    return f"Headlines and the sentences of briefs belong to their publishers.{ratings}"


def leads_to(url: str, otherwise: str) -> str:
    """Returns an article's own address, or ours of it where its own is none that a link may lead to."""
    return web_address(url) or otherwise

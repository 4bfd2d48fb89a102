"""The records of the demo newsroom: what its files say, resolved for one start time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SecondText:
    """A second, unrelated text that stands on an article's page, as at the foot of many real ones."""

    title: str
    caption: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as one edition shows it; times are aware and in UTC, `body` is its paragraphs.

    `id` is `outlet/slug`; `target` the path and query of its page on `host`; `event` is None for an article that no
    other outlet has; `copy_of` the id of the article whose text this one prints, whole or abridged; `retells` is the
    address of the piece that a machine summarised here, with its outlet's.
    """

    id: str
    event: str | None
    outlet: str
    host: str
    target: str
    title: str
    summary: str
    section: str
    language: str
    byline: str
    published: datetime
    modified: datetime
    body: tuple[str, ...] = ()
    opinion: bool = False
    video: str | None = None
    paywall: bool = False
    captions: tuple[str, ...] = ()
    second: SecondText | None = None
    copy_of: str | None = None
    retells: tuple[str, str] | None = None

    @property
    def slug(self) -> str:
        return self.id.partition("/")[2]

    @property
    def address(self) -> str:
        """The address without scheme and port, which differ from run to run."""
        return self.host + self.target


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a site and its habits (demo/newsroom.toml says what each means); no `sections` means all the rest."""

    host: str
    path: str
    format: str
    validators: str
    guid: str | None = None
    sections: tuple[str, ...] = ()
    full: bool = False
    relative: bool = False
    tracking: str | None = None
    zone_hours: int = 0
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Site:
    """A host of the newsroom: how its articles are addressed, how its pages tell their data, what robots may read."""

    host: str
    outlet: str
    name: str
    address: str
    page: str
    robots: str
    language: str = "en"
    newsletter: str | None = None
    channel: str | None = None
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What the newsroom shows at one poll, newest article first; `changed` holds the ids that differ from before."""

    number: int
    articles: tuple[Article, ...]
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to a request; the body is not there for a 304."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

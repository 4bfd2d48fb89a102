"""The records that pass between the layers: frozen, without behaviour beyond what their fields say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftKind(StrEnum):
    """Where a draft was read: a feed's blurb, the article's page, or a row of an imported file."""

    FEED = "feed"
    PAGE = "page"
    IMPORT = "import"


class LanguageSource(StrEnum):
    """Where an article's language was told; `text` is a guess from its words."""

    FEED = "feed"
    PAGE = "page"
    IMPORT = "import"
    TEXT = "text"


class MediaKind(StrEnum):
    TEXT = "text"
    VIDEO = "video"


class TextKind(StrEnum):
    """Who wrote a text: its publisher, somebody who retells another outlet's piece, or a machine."""

    PUBLISHER = "publisher"
    AGGREGATOR = "aggregator"
    MACHINE = "machine"


class Scope(StrEnum):
    """What a provider's rating is about, and what an article is."""

    NEWS = "news"
    OPINION = "opinion"
    FACT_CHECK = "fact check"


class BodyStatus(StrEnum):
    """How much of an article its page gave: all, the free part, nothing but a paywall, or text we do not trust."""

    FULL = "full"
    TEASER = "teaser"
    PAYWALLED = "paywalled"
    SUSPECT = "suspect"


class PollCode(StrEnum):
    """The closed list of how a poll can end (docs/polls.md)."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    ROBOTS = "robots"
    DNS = "dns"
    BLOCKED_ADDRESS = "blocked_address"
    CONNECT = "connect"
    RESET = "reset"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    DECODE = "decode"
    PROTOCOL = "protocol"
    REDIRECT = "redirect"
    SCHEME = "scheme"
    DOWNGRADE = "downgrade"
    DUPLICATE_FEED = "duplicate_feed"
    TLS = "tls"
    HTTP = "http"
    NOT_FOUND = "not_found"
    GONE = "gone"
    RATE_LIMITED = "rate_limited"
    NOT_A_FEED = "not_a_feed"
    PARSE = "parse"
    PARSE_TIMEOUT = "parse_timeout"
    FAILED = "failed"


class FeedState(StrEnum):
    """Whether a feed is polled: as its schedule says, no longer listed, not at all, or once a week (docs/polls.md)."""

    ACTIVE = "active"
    UNLISTED = "unlisted"
    DISABLED = "disabled"
    DEAD = "dead"


ANSWERED = (PollCode.OK, PollCode.NOT_MODIFIED, PollCode.UNCHANGED, PollCode.EMPTY)
"""The codes of a poll whose feed answered; every other is a failure."""


@dataclass(frozen=True, slots=True)
class PrintedRating:
    """A rating as a page prints it, of the outlet that its text is about: a claim of that page, and no rating of ours.

    `provider` is '' where the page names none.
    """

    provider: str
    label: str


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What one response, or one row of a file, said of an article.

    `url` is canonical (urls.canonical_url), `original_url` as it was written; `url` is '' for an imported row that has
    none and gets an urn: address from its doc_id. Times are aware and in UTC. `outlet_name` is a name as the text
    writes it (an import's column, RSS <source>), `outlet_url` the address that stands with it; both are used only where
    the article's address does not tell the outlet. `about` has the addresses that may tell whose piece a text of
    another kind than a publisher's is about, the surest first; `carrier` is the domain of who showed it, where a file
    says so.
    """

    draft_kind: DraftKind
    url: str
    original_url: str
    title: str
    guid: str | None = None
    outlet_name: str | None = None
    summary: str | None = None
    body: str | None = None
    body_status: BodyStatus | None = None
    byline: str | None = None
    language: str | None = None
    section: str | None = None
    scope: Scope = Scope.NEWS
    kind: MediaKind = MediaKind.TEXT
    image: str | None = None
    published: datetime | None = None
    published_raw: str | None = None
    wire: str | None = None
    flags: tuple[str, ...] = ()
    word_count: int | None = None  # of the whole body, also where `body` was cut
    canonical_url: str | None = None  # of a page that names another host's article as the original
    outlet_url: str | None = None
    language_from: LanguageSource | None = None  # set where the draft is stored
    text_kind: TextKind | None = None  # None where nothing is told of it
    about: tuple[str, ...] = ()
    printed_ratings: tuple[PrintedRating, ...] = ()
    carrier: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed's bytes held: `code` is ok, empty, not_a_feed or parse; `version` such as rss20, atom10, json11.

    `skipped` counts the entries that gave no draft: without a usable address, or beyond the newest 500.
    `update_seconds` is how often the feed says that it changes (ttl, sy:updatePeriod), None where it does not. A packed
    sitemap may also be decode or too_large. `follow` has the addresses of the documents that an index gives in place
    of entries. `partial` says that it names more such documents than were read.
    """

    code: PollCode
    version: str = ""
    title: str = ""
    language: str | None = None
    entries: tuple[ArticleDraft, ...] = ()
    message: str = ""
    skipped: int = 0
    update_seconds: int | None = None
    follow: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What an article's page held; a field is empty where the page does not tell it.

    `original` is the address of another's piece that the text says it is about, `about` as in ArticleDraft. `notices`
    are the lines that tell how the text was made, and whose piece it is about; they are no part of it.
    """

    url: str | None = None
    title: str = ""
    published: datetime | None = None
    published_raw: str | None = None
    authors: tuple[str, ...] = ()
    body: str = ""
    body_status: BodyStatus | None = None
    summary: str | None = None
    language: str | None = None
    section: str | None = None
    scope: Scope = Scope.NEWS
    kind: MediaKind = MediaKind.TEXT
    image: str | None = None
    flags: tuple[str, ...] = ()
    word_count: int | None = None
    text_kind: TextKind | None = None  # None where no text was read
    original: str | None = None
    about: tuple[str, ...] = ()
    printed_ratings: tuple[PrintedRating, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """An address that may be a page's feed, and what was found there; `code` is as in a poll.

    `named` says whether the page names it, or is it; else the address was a guess.
    """

    url: str
    code: PollCode
    named: bool
    title: str = ""
    version: str = ""
    language: str | None = None
    entries: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A feed whose time has come, with the validators of its last good answer.

    `kind` is what it is: a feed, a sitemap, or pages that the spider of this name reads.
    """

    id: int
    url: str
    language: str | None = None
    section: str | None = None
    fetch_pages: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    kind: str = "feed"


@dataclass(frozen=True, slots=True)
class FeedPoll:
    """How one poll of a feed ended, with the drafts it brought, so that both are stored in one transaction.

    `etag`, `last_modified` and `body_hash` are the validators to keep from now on: those of the answer, or the old
    ones where it gave none (a 304 without an ETag must not wipe the stored one). In seconds: `retry_after` is for how
    long the server wants to be left alone, `fresh_for` how long it calls its answer fresh, `update_seconds` as in
    ParsedFeed; each None where nothing usable was said. `moved_to` is where permanent redirects alone (301, 308) led.
    `partial` is as in ParsedFeed: what such an answer leaves out may stand where nobody looked.
    """

    feed_id: int
    at: datetime
    code: PollCode
    status: int | None = None
    drafts: tuple[ArticleDraft, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    bytes: int = 0
    elapsed_ms: int = 0
    message: str = ""
    retry_after: int | None = None
    fresh_for: int | None = None
    update_seconds: int | None = None
    moved_to: str | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article as grouping sees it: words, time and outlet; never a rating.

    `order` breaks ties of time and is a fixed hash, so that the order of a file cannot leak into a story. `published`
    is seconds since 1970, UTC, or None. `story` is its stored story, None for a newcomer. `url` and `canonical` (the
    address of the article on another host that its page names as the original) serve the copy tier. `vector` is what an
    encoder made of the headline, little-endian float16, or None. `matched` is the article that it was joined with in
    its stored story, None for the one that the story began with. `purged` says that its body was there once and is let
    go of; `copy_link` is its stored origin, which then counts instead of the body. `retold_by` is who carries the text
    where it only retells a piece of its outlet.
    """

    id: int
    order: str
    title: str
    summary: str = ""
    body: str = ""
    published: float | None = None
    outlet: str | None = None
    language: str | None = None
    wire: str | None = None
    story: int | None = None
    url: str = ""
    canonical: str | None = None
    vector: bytes | None = None
    matched: int | None = None
    purged: bool = False
    copy_link: CopyLink | None = None
    retold_by: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of why an article is in a story: a name from a closed list, what was seen, and its part of the score."""

    name: str
    value: float
    weight: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """An article's place in a story after grouping.

    `story` is a stored story's id, or None for a new story; `founder` is the article that founded the story, which
    tells new stories apart. `matched` is the member it was joined with (None for the founder): from one to the next
    they lead to the founder.
    """

    article: int
    story: int | None
    founder: int
    score: float
    matched: int | None
    reasons: tuple[Reason, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class CopyLink:
    """An article's origin: the article that stands for the independent text (itself, where it is independent)."""

    article: int
    representative: int
    kind: str
    score: float
    method: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publishing organisation as outlets.csv has it; `other_domains` may be hosts or path prefixes (abc.com/news)."""

    domain: str
    name: str
    other_domains: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    homepage: str | None = None
    country: str | None = None
    owner: str | None = None
    ownership_type: str | None = None
    description: str | None = None
    youtube: str | None = None


@dataclass(frozen=True, slots=True)
class FeedSource:
    """A row of feeds.csv; `outlet` is the domain of a row of outlets.csv, `kind` as in DueFeed."""

    url: str
    outlet: str
    section: str | None = None
    language: str | None = None
    fetch_pages: bool = False
    last_seen: str | None = None
    kind: str = "feed"


@dataclass(frozen=True, slots=True)
class Rating:
    """One provider's verdict on one outlet, of one scope, from one day on; `lean` is None off the spectrum."""

    domain: str
    provider: str
    scope: Scope
    label: str
    lean: int | None
    valid_from: str
    score: float | None = None
    confidence: str | None = None
    factual_reporting: str | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """Who rates: the name in the ratings, what to credit, and the country that its scale is meant for.

    `scale` is None where the provider says nothing of it. A private provider is never published.
    """

    name: str
    title: str | None = None
    scale: str | None = None
    homepage: str | None = None
    licence: str | None = None
    licence_url: str | None = None
    private: bool = False

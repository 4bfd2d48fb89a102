"""An entry as a reader of one format found it, and the draft that is made of it whatever the format was."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from aggregator import text
from aggregator.carriers import behind
from aggregator.kinds import Told, lines_of, may_tell, told_of, without_lines, without_words
from aggregator.models import ArticleDraft, DraftKind, MediaKind, TextKind
from aggregator.urls import canonical_url, host_of

MAX_BODY = 15 * 1024 * 1024  # bytes, as the fetch allows after decompression; the largest feed seen in the wild is 9 MB
# A feed of news has 10 to 100; more is an archive, and its old part does not change. A news sitemap may have 1,000, and
# what lies behind the newest of them came with an earlier poll.
MAX_ENTRIES = 500
EARLIEST = datetime(1, 1, 1, tzinfo=UTC)  # of an entry without a readable date: it is the oldest

MAX_RAW_DATE = 100  # characters of a date that are kept for a reader to look at
MAX_GUID = 500  # a longer one is hashed; the column is indexed
BODY_WORDS = 150  # an entry's text from here on is an article and not a blurb; feeds' blurbs run to about 100 words
# A text beside the blurb that is this many times as long is the article too: an agency's short report has 100 words.
BODY_RATIO = 2

_VIDEO_HOSTS = ("youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "vimeo.com", "www.dailymotion.com")
_VIDEO_FOLDERS = {"video", "videos"}
# WordPress ends every excerpt so; it would make two articles of one outlet look alike.
_APPEARED_FIRST = re.compile(r"\s*The post .{1,600} appeared first on .{1,200}\.?\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawEntry:
    """The strings of one entry, markup and all; `published` is what the format's own reader made of the date."""

    title: str = ""
    link: str = ""
    guid: str = ""
    summary: str = ""
    content: str = ""
    published_raw: str = ""
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    image: str = ""
    language: str = ""
    source: str = ""
    source_url: str = ""
    is_video: bool = False


@dataclass(frozen=True, slots=True)
class RawFeed:
    """A feed before its entries are made into drafts.

    `broken` is why it may be cut short, `note` what else is odd, `left_out` counts the entries that were not read.
    `update_seconds` is as in ParsedFeed.
    """

    version: str
    title: str = ""
    language: str = ""
    entries: tuple[RawEntry, ...] = ()
    broken: str = ""
    note: str = ""
    left_out: int = 0
    update_seconds: int | None = None


def draft_of(entry: RawEntry, feed: RawFeed, feed_url: str, now: datetime | None) -> ArticleDraft | None:
    """The draft of an entry, None when it has no address that is safe to open, or neither title nor text."""
    url, original, link_flags = _address(entry, feed_url)
    summary, body = _texts(entry)
    told = _told(entry, body or summary, url) if url else None
    if told:
        summary, body = without_words(summary, told.notices), without_lines(body, told.notices)
    title, title_flags = _title(entry, summary or body)
    if not url or not title:
        return None
    published, raw, date_flags = _date(entry, now)
    authors = text.author_names(entry.authors)
    sections = tuple(text.one_line(section) for section in entry.sections)
    return ArticleDraft(
        draft_kind=DraftKind.FEED,
        url=url,
        original_url=original,
        title=title,
        guid=_guid(entry, url),
        outlet_name=text.cut(text.plain_text(entry.source), text.TITLE_LIMIT) or None,
        outlet_url=canonical_url(entry.source_url) or None,
        summary=text.cut(summary, text.SUMMARY_LIMIT) or None,
        body=text.cut_bytes(body) or None,
        byline=", ".join(authors) or None,
        language=text.language_code(entry.language) or text.language_code(feed.language),
        section=text.cut(sections[0], 100) if sections and sections[0] else None,
        scope=text.scope_of(url, sections, title),
        kind=MediaKind.VIDEO if entry.is_video or _is_video(url) else MediaKind.TEXT,
        image=canonical_url(entry.image, base=feed_url) or None,
        published=published,
        published_raw=raw,
        wire=text.wire_of(", ".join(entry.authors), body, summary) or text.agency_named(text.plain_text(entry.source)),
        flags=link_flags + title_flags + date_flags,
        word_count=text.count_words(body) if body else None,
        canonical_url=told.original if told else None,
        text_kind=told.kind if told and told.kind != TextKind.PUBLISHER else None,  # a blurb is silent on most of it
        about=told.about if told else (),
        printed_ratings=told.printed if told else (),
    )


def _address(entry: RawEntry, feed_url: str) -> tuple[str, str, tuple[str, ...]]:
    """The canonical address, behind redirectors that tell where they lead; the link as it was written, made absolute;
    and a flag when the link could not be used.
    """
    if url := canonical_url(entry.link, base=feed_url) if entry.link else "":
        return behind(url), urljoin(feed_url, entry.link.strip()), ()
    if url := canonical_url(entry.guid):  # most guids are the article's address
        return behind(url), entry.guid.strip(), ("unsafe_link",) if entry.link.strip() else ()
    return "", entry.link, ()


def _texts(entry: RawEntry) -> tuple[str, str]:
    """The blurb on one line, and the article where the feed carries it whole."""
    lines = text.paragraphs(entry.summary)
    summary = _APPEARED_FIRST.sub("", lines.replace("\n", " "))
    content = _APPEARED_FIRST.sub("", text.paragraphs(entry.content) if entry.content else lines)
    if len(content) < len(summary):
        content = lines
    return summary or text.one_line(content), content if _is_article(content, summary) else ""


def _told(entry: RawEntry, whole: str, url: str) -> Told | None:
    """What the longer text of an entry says of its making; None where there is no word of it, as in nearly all."""
    markup = max(entry.content, entry.summary, key=len)
    if not may_tell(markup):
        return None
    video = entry.is_video or _is_video(url)
    return told_of(lines_of(markup), text.count_words(whole), url, video=video)


def _is_article(content: str, summary: str) -> bool:
    words = text.count_words(content)
    return words >= BODY_WORDS or (bool(summary) and words >= BODY_RATIO * text.count_words(summary))


def _title(entry: RawEntry, otherwise: str) -> tuple[str, tuple[str, ...]]:
    title = text.plain_text(entry.title)
    source = text.plain_text(entry.source)
    if source:  # a carrier such as a news search writes "Headline - Outlet"
        title = title.removesuffix(f" - {source}")
    if title:
        return text.cut(title, text.TITLE_LIMIT), ("title_cut",) if len(title) > text.TITLE_LIMIT else ()
    return text.cut(text.one_line(otherwise), 100), ("no_title",)


def _guid(entry: RawEntry, url: str) -> str:
    guid = text.one_line(entry.guid) or url
    return guid if len(guid) <= MAX_GUID else "sha256:" + hashlib.sha256(guid.encode()).hexdigest()


def _date(entry: RawEntry, now: datetime | None) -> tuple[datetime | None, str | None, tuple[str, ...]]:
    raw = text.one_line(entry.published_raw)
    if not raw:
        return None, None, ("no_date",)
    kept = text.cut(raw, MAX_RAW_DATE)
    # A reader's own date only for months spelled out in a script we do not read: from digits alone it repairs month 13
    # to January, which is a wrong day and not an unknown one.
    spelled = any(char.isalpha() and not char.isascii() for char in raw)
    published = text.parse_time(raw) or (entry.published if spelled else None)
    if published is None:
        return None, kept, ("date_unreadable",)
    if not text.plausible(published, now):
        return None, kept, ("date_implausible",)
    return published, kept, ()


def _is_video(url: str) -> bool:
    folders = set(urlsplit(url).path.lower().split("/")[1:-1])
    return host_of(url) in _VIDEO_HOSTS or bool(folders & _VIDEO_FOLDERS)

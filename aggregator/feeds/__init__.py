"""Feeds: bytes in, drafts out. RSS 0.9x to 2.0, RDF, Atom, CDF, JSON Feed 1.0 and 1.1, video channel feeds.

Section pages have their own module: it needs what reads pages, 30 MB that a process which parses feeds does without.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aggregator.errors import FeedParseError
from aggregator.feeds.entries import EARLIEST, MAX_BODY, MAX_ENTRIES, RawEntry, RawFeed, draft_of
from aggregator.feeds.json_feed import read_json_feed
from aggregator.feeds.sitemap import is_sitemap, merged, parse_sitemap
from aggregator.feeds.sniff import FormKind, form_of
from aggregator.feeds.xml_feed import read_xml_feed
from aggregator.models import ArticleDraft, ParsedFeed, PollCode
from aggregator.text import TITLE_LIMIT, cut, language_code, parse_time, plain_text

__all__ = ["MAX_BODY", "MAX_ENTRIES", "is_sitemap", "merged", "parse_feed", "parse_sitemap"]


def parse_feed(body: bytes, url: str, content_type: str = "", now: datetime | None = None) -> ParsedFeed:
    """The drafts of a feed, whatever the bytes are: a body that is no feed, or breaks its parser, is a code.

    `url` is where the body came from and resolves relative links; `now` bounds the entries' dates.
    """
    if len(body) > MAX_BODY:
        return ParsedFeed(PollCode.PARSE, message=f"{len(body)} bytes, over the limit of {MAX_BODY}")
    form = form_of(body)
    if form.kind is FormKind.OTHER:
        return ParsedFeed(PollCode.NOT_A_FEED, message=form.message)
    try:
        raw = read_json_feed(body) if form.kind is FormKind.JSON else read_xml_feed(body, content_type, MAX_ENTRIES)
        return _parsed(raw, url, now)
    except FeedParseError as error:
        return ParsedFeed(PollCode.PARSE, message=error.message)
    except MemoryError:  # the process in which this happens has had its day
        raise
    except Exception as error:  # noqa: BLE001  feedparser raises TypeError on b"x</width>", and fuzzing finds others:
        # whatever the bytes are, one feed must never stop another, so this is the one place that catches everything.
        return ParsedFeed(PollCode.PARSE, message=f"{type(error).__name__}: {error}"[:200])


def _parsed(raw: RawFeed | None, url: str, now: datetime | None) -> ParsedFeed:
    if raw is None:
        return ParsedFeed(PollCode.NOT_A_FEED, message="no feed element was found")
    title = cut(plain_text(raw.title), TITLE_LIMIT)
    if not raw.entries:
        code = PollCode.PARSE if raw.broken else PollCode.EMPTY
        message = raw.broken or raw.note
        language = language_code(raw.language)
        return ParsedFeed(code, raw.version, title, language, message=message, update_seconds=raw.update_seconds)
    newest = _newest(raw.entries)
    drafts = tuple(draft for draft in (draft_of(entry, raw, url, now) for entry in newest) if draft is not None)
    return ParsedFeed(
        code=PollCode.OK,
        version=raw.version,
        title=title,
        language=language_code(raw.language),
        entries=drafts,
        message=_message(raw, len(newest), drafts),
        skipped=raw.left_out + len(raw.entries) - len(drafts),
        update_seconds=raw.update_seconds,
    )


def _newest(entries: tuple[RawEntry, ...]) -> Sequence[RawEntry]:
    if len(entries) <= MAX_ENTRIES:
        return entries
    by_time = sorted(range(len(entries)), key=lambda n: parse_time(entries[n].published_raw) or EARLIEST, reverse=True)
    return [entries[n] for n in sorted(by_time[:MAX_ENTRIES])]


def _message(raw: RawFeed, kept: int, drafts: tuple[ArticleDraft, ...]) -> str:
    notes = [note for note in (raw.broken, raw.note) if note]
    if old := raw.left_out + len(raw.entries) - kept:
        notes.append(f"only the newest {MAX_ENTRIES} entries were kept, {old} older ones skipped")
    if without := kept - len(drafts):
        notes.append(f"{without} {'entry' if without == 1 else 'entries'} without a usable address skipped")
    return "; ".join(notes)

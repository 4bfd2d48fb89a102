"""Feeds in XML, well formed or not, by feedparser: its answers turned into raw entries."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from xml.sax import SAXParseException

import feedparser  # type: ignore[import-untyped]

from aggregator.errors import FeedParseError
from aggregator.feeds.entries import RawEntry, RawFeed
from aggregator.feeds.newest import newest_only
from aggregator.feeds.rhythm import update_seconds

MAX_TAGS = 200_000  # 400 for each of 500 entries; feedparser takes 49 s for 2,000,000
# feedparser raises UnicodeEncodeError on them, and they stand for no character.
_SURROGATE_REFERENCE = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));"
)
_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.-]+)", re.IGNORECASE)
# An unclosed CDATA section runs to the end, so that the expression stays linear.
_CDATA_OR_AMPERSAND = re.compile(
    rb"<!\[CDATA\[(?:.*?\]\]>|.*\Z)|&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)", re.DOTALL
)
_CDF = re.compile(rb"<channel[\s>]", re.IGNORECASE)  # feedparser names no version for a CDF channel without items
_HARMLESS = (feedparser.NonXMLContentType, feedparser.CharacterEncodingOverride)


def read_xml_feed(body: bytes, content_type: str, limit: int) -> RawFeed | None:
    """What feedparser finds in a body, of which the newest `limit` entries; None when it is no feed."""
    body, left_out = newest_only(body, limit)
    if (tags := body.count(b"<")) > MAX_TAGS:
        raise FeedParseError(f"{tags} tags, over the limit of {MAX_TAGS}")
    body = _SURROGATE_REFERENCE.sub(b"", body)
    found = _parse(body, content_type)
    if found.bozo and (mended := _escape_ampersands(body)) != body:  # else "AT&T wins" becomes "AT&T; wins"
        found = _parse(mended, content_type)
    entries = tuple(_entry(entry) for entry in found.entries)
    if not found.version and not entries and not _CDF.search(body[:1024]):
        return None
    feed = found.feed
    return RawFeed(
        version=found.version or "cdf",
        title=_string(feed, "title"),
        language=_string(feed, "language"),
        entries=entries,
        broken=_broken(found),
        note=_encoding_note(found),
        left_out=left_out,
        update_seconds=update_seconds(
            _string(feed, "ttl"), _string(feed, "sy_updateperiod"), _string(feed, "sy_updatefrequency")
        ),
    )


def _parse(body: bytes, content_type: str) -> Any:
    # Only ever a stream: feedparser opens bytes that are a path, and fetches bytes that are an address.
    return feedparser.parse(
        io.BytesIO(body),
        # No content-location: feedparser would resolve a guid such as "12" against it, and a feed that moves would give
        # every article anew. Links are resolved by canonical_url; xml:base is feedparser's.
        response_headers={"content-type": _content_type(body, content_type)},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _content_type(body: bytes, content_type: str) -> str:
    """A media type that makes feedparser believe the body before the server.

    Text that is valid UTF-8 beyond ASCII is UTF-8 whatever is declared; a server's charset counts only where the
    document declares none, as servers send their default with everything.
    """
    charset = "utf-8" if _is_utf8(body) else ""
    if not charset and not _DECLARATION.search(body[:1024]) and (match := _CHARSET.search(content_type)):
        charset = match[1]
    return f"application/xml; charset={charset}" if charset else "application/xml"


def _is_utf8(body: bytes) -> bool:
    if body.isascii() or b"\x00" in body[:1024]:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _escape_ampersands(body: bytes) -> bytes:
    return _CDATA_OR_AMPERSAND.sub(lambda match: b"&amp;" if match[0] == b"&" else match[0], body)


def _broken(found: Any) -> str:
    error = found.get("bozo_exception") if found.bozo else None
    if error is None or isinstance(error, _HARMLESS):
        return ""
    reason = error.getMessage() if isinstance(error, SAXParseException) else str(error)
    return f"not well-formed: {reason}"[:200]


def _encoding_note(found: Any) -> str:
    overridden = found.bozo and isinstance(found.get("bozo_exception"), feedparser.CharacterEncodingOverride)
    return f"read as {found.get('encoding', 'unknown')}, not as declared" if overridden else ""


def _entry(entry: Any) -> RawEntry:
    date_key = next((key for key in ("published", "updated", "created") if key in entry), "")
    return RawEntry(
        title=_string(entry, "title"),
        link=_string(entry, "feedburner_origlink") or _string(entry, "link"),
        guid=_string(entry, "id"),
        summary=_string(entry, "summary"),
        content=max((_string(part, "value") for part in entry.get("content", ())), key=len, default=""),
        published_raw=_string(entry, date_key) if date_key else "",
        published=_moment(entry.get(f"{date_key}_parsed")) if date_key else None,
        authors=_authors(entry),
        sections=tuple(filter(None, (_string(tag, "term") for tag in entry.get("tags", ())))),
        image=_image(entry),
        language=_string(entry, "language"),
        source=_string(entry.get("source", {}), "title"),
        source_url=_source_url(entry),
        is_video="yt_videoid" in entry,
    )


def _string(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _moment(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _authors(entry: Any) -> tuple[str, ...]:
    names = (_string(author, "name") for author in entry.get("authors", ()))
    return tuple(filter(None, names)) or tuple(filter(None, (_string(entry, "author"),)))


def _source_url(entry: Any) -> str:
    """The address of the outlet: RSS <source url>, the link of an Atom <source>, the channel of a video."""
    source = entry.get("source", {})
    channels = (_string(author, "href") for author in entry.get("authors", ()) if "yt_videoid" in entry)
    return _string(source, "href") or _string(source, "link") or next(channels, "")


def _image(entry: Any) -> str:
    candidates: Iterable[str] = (
        *(_string(thumbnail, "url") for thumbnail in entry.get("media_thumbnail", ())),
        *(_string(media, "url") for media in entry.get("media_content", ()) if _is_image(media)),
        *(_string(enclosure, "href") for enclosure in entry.get("enclosures", ()) if _is_image(enclosure)),
        _string(entry.get("image", {}), "href"),
    )
    return next(filter(None, candidates), "")


def _is_image(media: Mapping[str, Any]) -> bool:
    return media.get("medium") == "image" or _string(media, "type").startswith("image/")

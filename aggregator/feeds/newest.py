"""The newest entries of a huge feed, picked before it is parsed: feedparser takes 90 ms for 100 entries."""

from __future__ import annotations

import re
from datetime import datetime

from aggregator.feeds.entries import EARLIEST
from aggregator.text import parse_time

_EDGE = re.compile(rb"<(/?)(?:item|entry)(?=[\s>])[^>]*>")
_DATE = re.compile(rb"<(?:pubDate|dc:date|published|updated|date|issued)\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<\]]{4,64})")


def newest_only(body: bytes, limit: int) -> tuple[bytes, int]:
    """The body with its newest `limit` entries in their order, and how many were taken out.

    Entries without a readable date are the oldest; among equals the first in the feed are kept.
    """
    if body.count(b"<item") + body.count(b"<entry") <= limit:
        return body, 0
    spans = _spans(body)
    if len(spans) <= limit:
        return body, 0
    newest = sorted(range(len(spans)), key=lambda n: _time(body, *spans[n]), reverse=True)[:limit]
    kept = b"".join(body[start:end] for start, end in (spans[n] for n in sorted(newest)))
    return body[: spans[0][0]] + kept + body[spans[-1][1] :], len(spans) - limit


def _spans(body: bytes) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = -1
    for edge in _EDGE.finditer(body):
        if not edge[1]:
            start = edge.start() if start < 0 else start
        elif start >= 0:
            spans.append((start, edge.end()))
            start = -1
    return spans


def _time(body: bytes, start: int, end: int) -> datetime:
    match = _DATE.search(body, start, end)
    return (parse_time(match[1].decode("utf-8", "replace")) if match else None) or EARLIEST

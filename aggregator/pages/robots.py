"""Whether a page asks that its text not be kept: robots meta elements and X-Robots-Tag headers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aggregator.pages.structured import Structured

AGENT = "aggregator"
"""Our product token, in robots.txt, in meta elements and in X-Robots-Tag."""

# Who wants no entry in an index, or no copy of a page, does not want its text in a database either.
_FORBID = {"noindex", "noarchive", "none"}
# Directives with a value: their names are no user agents, though a colon follows.
# https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
_WITH_VALUE = {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
_SPLIT = re.compile(r"[,;\s]+")


def meta_forbids(data: Structured) -> bool:
    """Whether a meta element for all robots, or for us, forbids to keep the page's text."""
    told = (content for name in ("robots", AGENT) for content in data.metas.get(name, ()))
    return any(_FORBID.intersection(_SPLIT.split(content.lower())) for content in told)


def header_forbids(headers: Iterable[str]) -> bool:
    """Whether an X-Robots-Tag for all robots, or for us, forbids to keep the page's text.

    A name and a colon address what follows to one robot, until the next name.

    >>> header_forbids(["otherbot: noindex, nofollow"]), header_forbids(["nofollow, aggregator: noarchive"])
    (False, True)
    """
    return any(_forbids(header.lower()) for header in headers)


def _forbids(header: str) -> bool:
    agent = ""
    for part in header.split(","):
        name, colon, rest = (piece.strip() for piece in part.partition(":"))
        if colon and name not in _WITH_VALUE and re.fullmatch(r"[a-z][\w-]*|\*", name):
            agent, part = name, rest
        if agent in ("", "*", AGENT) and _FORBID.intersection(_SPLIT.split(part.strip())):
            return True
    return False

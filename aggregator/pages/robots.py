"""Whether a page asks that its text not be kept, or not be shown: robots meta elements and X-Robots-Tag headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aggregator.decide import MAX_SNIPPET, NO_SNIPPET
from aggregator.pages.structured import Structured

AGENT = "aggregator"
"""Our product token, in robots.txt, in meta elements and in X-Robots-Tag."""

# Who wants no entry in an index, or no copy of a page, does not want its text in a database either.
_FORBID = {"noindex", "noarchive", "none"}
# Directives with a value: their names are no user agents, though a colon follows.
# https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
_WITH_VALUE = {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
_SPLIT = re.compile(r"[,;\s]+")
# nosnippet is max-snippet:0; -1 sets no limit. The same document.
_SNIPPET = re.compile(r"\b(?:nosnippet\b|max-snippet\s*:\s*(\d{1,9})\b)")


def meta_forbids(data: Structured) -> bool:
    """Whether a meta element for all robots, or for us, forbids to keep the page's text."""
    return any(map(_forbids, _metas(data)))


def header_forbids(headers: Iterable[str]) -> bool:
    """Whether an X-Robots-Tag for all robots, or for us, forbids to keep the page's text.

    A name and a colon address what follows to one robot, until the next name.

    >>> header_forbids(["otherbot: noindex, nofollow"]), header_forbids(["nofollow, aggregator: noarchive"])
    (False, True)
    """
    return any(map(_forbids, _addressed(headers)))


def meta_snippet(data: Structured) -> tuple[str, ...]:
    """The flag for how much of a page's text its meta elements let robots, or us, show; none without a limit."""
    return _snippet(_metas(data))


def header_snippet(headers: Iterable[str]) -> tuple[str, ...]:
    """The flag for how much of a page's text its X-Robots-Tags let robots, or us, show.

    >>> header_snippet(["max-snippet: 50"]), header_snippet(["otherbot: nosnippet, aggregator: max-snippet:-1"])
    (('max-snippet:50',), ())
    """
    return _snippet(_addressed(headers))


def _snippet(told: Iterable[str]) -> tuple[str, ...]:
    limits = [int(found[1] or 0) for content in told for found in _SNIPPET.finditer(content)]
    if not limits:
        return ()
    return (f"{MAX_SNIPPET}{min(limits)}" if min(limits) else NO_SNIPPET,)


def _metas(data: Structured) -> Iterator[str]:
    return (content.lower() for name in ("robots", AGENT) for content in data.metas.get(name, ()))


def _addressed(headers: Iterable[str]) -> Iterator[str]:
    """Gives what headers say to all robots, or to us."""
    for header in headers:
        agent = ""
        for part in header.lower().split(","):
            name, colon, rest = (piece.strip() for piece in part.partition(":"))
            if colon and name not in _WITH_VALUE and re.fullmatch(r"[a-z][\w-]*|\*", name):
                agent, part = name, rest
            if agent in ("", "*", AGENT):
                yield part.strip()


def _forbids(told: str) -> bool:
    return bool(_FORBID.intersection(_SPLIT.split(told)))

"""Answers with a feed, in the format that the address asks for."""

from __future__ import annotations

from typing import Any

from datasette import Response  # type: ignore[import-untyped]

from aggregator.site import responses
from aggregator.site.out import atom, json_feed
from aggregator.site.out.feed import Feed


def answer_feed(request: Any, feed: Feed) -> Response:
    """Writes a feed; who has it already gets a 304."""
    if request.url_vars["suffix"] == ".atom":
        return responses.as_text(request, atom.atom(feed), atom.CONTENT_TYPE)
    return responses.as_text(request, json_feed.json_feed(feed), json_feed.CONTENT_TYPE)

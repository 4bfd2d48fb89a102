"""Counters for a Prometheus on this machine: how many feeds are how, how polls ended, and how fresh the edition is."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]

from aggregator.models import PollCode
from aggregator.site import queries
from aggregator.site.queries import Metrics
from aggregator.store.health import CONDITIONS
from aggregator.times import from_iso

ADDRESS = "/-/metrics"
# What a proxy adds to a request that it passes on: with any of these the asker is somewhere else, whatever they say.
_FORWARDED = (b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip")
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


async def metrics(request: Any, datasette: Any) -> Response:
    """Answers `/-/metrics` to this machine; to everybody else there is no such page."""
    if not is_local(request.scope):
        raise NotFound("There is no such page.")
    found = await queries.metrics(datasette.get_database("news"))
    headers = {"cache-control": "no-store"}
    return Response(text_of(found), headers=headers, content_type="text/plain; version=0.0.4; charset=utf-8")


def is_local(scope: Mapping[str, Any]) -> bool:
    """Says whether a request was made on this machine to a name of this machine, with no proxy in between.

    The name is looked at for two reasons: a proxy that adds nothing often passes on the name that it is known by, and
    a web page elsewhere can have its own name lead to 127.0.0.1 in a visitor's browser.
    """
    headers = {name.lower(): value for name, value in scope["headers"]}
    if any(name in headers for name in _FORWARDED):
        return False
    host = headers.get(b"host", b"").decode("latin-1")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return name in _LOCAL_NAMES and _is_loopback((scope.get("client") or ("",))[0])


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def text_of(found: Metrics) -> str:
    """Writes the counters as Prometheus reads them; a label that has no row is told as 0, so that it can be watched."""
    feeds = {f'{{condition="{name}"}}': found.feeds.get(name, 0) for name in CONDITIONS}
    polls = {f'{{code="{code}"}}': found.polls.get(code, 0) for code in PollCode}
    lines = [
        *_metric("feeds", "gauge", "Feeds by how they are (docs/polls.md).", feeds),
        *_metric("polls_total", "counter", "Polls by how they ended (docs/polls.md).", polls),
        *_metric("articles_total", "counter", "Articles in the edition.", {"": found.articles}),
        *_metric(
            "revisions_total", "counter", "Changed headlines and summaries in the edition.", {"": found.revisions}
        ),
        *_metric("stories", "gauge", "Stories in the edition.", {"": found.stories}),
        *_metric("last_poll_timestamp_seconds", "gauge", "When a feed was last polled.", _seconds(found.last_poll)),
        *_metric("edition_timestamp_seconds", "gauge", "When the edition's last run ended.", _seconds(found.made)),
    ]
    return "\n".join(lines) + "\n"


def _metric(name: str, kind: str, meaning: str, values: Mapping[str, int]) -> Iterable[str]:
    yield f"# HELP aggregator_{name} {meaning}"
    yield f"# TYPE aggregator_{name} {kind}"
    for labels, value in values.items():
        yield f"aggregator_{name}{labels} {value}"


def _seconds(moment: str | None) -> dict[str, int]:
    return {"": int(from_iso(moment).timestamp())} if moment else {}

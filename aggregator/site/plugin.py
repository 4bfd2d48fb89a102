"""The reading room as a plugin of Datasette: routes, templates, cells, headers, and the guard of its connections."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from datasette import Response, hookimpl  # type: ignore[import-untyped]

from aggregator.grouping.explain import sentence
from aggregator.site import assets, cells, words
from aggregator.site.blindspots import blindspots
from aggregator.site.diffs import diff
from aggregator.site.distribution import led_words, percent, range_words
from aggregator.site.documents import document
from aggregator.site.headers import App, Receive, Scope, Send, with_headers
from aggregator.site.health import code_words, health
from aggregator.site.home import home
from aggregator.site.links import outlet_path
from aggregator.site.metrics import metrics
from aggregator.site.outlet import outlet
from aggregator.site.outlets import outlets
from aggregator.site.problems import problem
from aggregator.site.research import research
from aggregator.site.revisions import revisions
from aggregator.site.sql_guard import guard
from aggregator.site.story import story
from aggregator.site.swap import DATABASE, Watch
from aggregator.times import duration_words

_F = TypeVar("_F", bound=Callable[..., Any])
_hook: Callable[[_F], _F] = hookimpl


@dataclass(frozen=True, slots=True)
class ReadingRoom:
    """What the pages need beside the database; `serve.make_app` puts it on the Datasette as `reading_room`."""

    watch: Watch
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the navigation; `rated` = what it shows hangs on whose ratings are chosen."""

    name: str
    address: str
    words: str
    rated: bool = False


PAGES = (
    Page("stories", "/", "Stories", rated=True),
    Page("blindspots", "/blindspots", "Blindspots", rated=True),
    Page("outlets", "/outlets", "Outlets", rated=True),
    Page("changes", "/revisions", "Changes"),
    Page("research", "/research", "Research", rated=True),
    Page("feeds", "/health", "Feeds"),
    Page("methodology", "/methodology", "Methodology"),
    Page("data", "/news", "Data & SQL"),
)


@dataclass(frozen=True, slots=True)
class Room:
    """What every template may name."""

    name: str
    description: str
    style: str
    pages: Sequence[Page] = PAGES


@_hook
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    return [
        (r"^/(?:\.json)?$", home),
        (r"^/story/s?(?P<story>\d{1,15})(?P<format>\.json)?$", story),
        (r"^/blindspots(?P<format>\.json)?$", blindspots),
        (r"^/health(?:\.json)?$", health),
        (r"^/-/metrics$", metrics),
        (r"^/outlets(?P<format>\.json)?$", outlets),
        (r"^/outlet(?:/(?P<outlet>.*?))?(?P<format>\.json)?$", outlet),
        (r"^/revisions(?P<format>\.json)?$", revisions),
        (r"^/research(?:/(?P<name>[a-z-]{1,60}))?(?P<format>\.json)?$", research),
        (r"^/methodology(?:/(?P<name>[a-z]+))?$", document),
        (assets.ROUTE, assets.asset),
        (r"^/-/databases(?:\.json)?$", _databases),
    ]


async def _databases(datasette: Any) -> Response:
    """Names what is served; Datasette's own page of this address tells where on the disk it lies."""
    database = datasette.get_database(DATABASE)
    return Response.json([{"name": DATABASE, "size": database.size, "hash": database.hash}])


@_hook
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    metadata = datasette.metadata()
    env.globals["room"] = Room(metadata["title"], metadata.get("description", ""), assets.address("style"))
    env.filters |= {
        "age": lambda text, now: words.time_element(text, words.age_words(text, now)),
        "moment": lambda text, now: words.time_element(text, words.moment_words(text, now)),
        "exact": words.exact_words,
        "day": words.day_words,
        "short_day": words.short_day,
        "language": words.language_name,
        "plural": words.plural,
        "of_country": words.of_country,
        "joined": words.joined,
        "sentence": sentence,
        "web_address": words.web_address,
        "chance": _chance,
        "percent": percent,
        "range_words": range_words,
        "led": led_words,
        "code_words": code_words,
        "duration": duration_words,
        "outlet_path": outlet_path,
        "diff": lambda change: diff(change.old, change.new),
    }


def _chance(p: float) -> str:
    """Writes a probability with two digits.

    >>> _chance(0.0675), _chance(0.0001), _chance(1.0)
    ('p = .07', 'p < .01', 'p = 1')
    """
    if p < 0.005:
        return "p < .01"
    return f"p = {p:.2f}".replace("0.", ".").replace("1.00", "1")


@_hook
def extra_css_urls(template: str) -> list[str]:
    return [assets.address("tables")]


@_hook
def prepare_connection(conn: Any, database: str) -> None:
    if database == DATABASE:
        guard(conn)


@_hook
def render_cell(row: Any, value: object, column: str, table: str | None, database: str) -> Any:
    return cells.cell(row, value, column, table) if database == DATABASE else None


@_hook
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    return lambda: problem(datasette, request, exception)


# A visitor's SQL may hold a thread for its full second; with two of the four threads left, ten slow questions at once
# keep no page waiting (without this a page took 2.8 s behind them).
_QUESTIONS_AT_ONCE = 2


@_hook
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    def wrap(app: App) -> App:
        questions = asyncio.Semaphore(_QUESTIONS_AT_ONCE)

        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http":
                datasette.reading_room.watch.look(datasette)
            if b"sql=" not in scope.get("query_string", b""):
                await app(scope, receive, send)
                return
            async with questions:
                await app(scope, receive, send)

        return with_headers(watched)

    return wrap

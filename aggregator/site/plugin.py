"""The reading room as a plugin of Datasette: routes, templates, cells, headers, and the guard of its connections."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from datasette import Response, hookimpl  # type: ignore[import-untyped]

from aggregator.config import SiteConfig
from aggregator.grouping.explain import sentence
from aggregator.site import assets, cells, queries, words
from aggregator.site.allowance import Allowance, allowance_of
from aggregator.site.article import article
from aggregator.site.blindspots import blindspots, unheard_words
from aggregator.site.catalogue import catalogue
from aggregator.site.compare import compare
from aggregator.site.delivery import delivered
from aggregator.site.dictionary import dictionary
from aggregator.site.diffs import diff
from aggregator.site.digest.page import digest
from aggregator.site.distribution import led_words, percent, range_words
from aggregator.site.documents import document
from aggregator.site.doors import doors
from aggregator.site.headers import App, Receive, Scope, Send
from aggregator.site.health import code_words, health
from aggregator.site.home import home
from aggregator.site.line import Line
from aggregator.site.links import as_kind, outlet_path
from aggregator.site.mend import ruling_words
from aggregator.site.metrics import ADDRESS, metrics
from aggregator.site.moments import Terms, terms_of
from aggregator.site.named import named
from aggregator.site.out import routes as out
from aggregator.site.out.downloads import Downloads
from aggregator.site.outlet import outlet
from aggregator.site.outlet_names import outlet_names
from aggregator.site.outlets import outlets
from aggregator.site.problems import problem
from aggregator.site.research import research
from aggregator.site.revisions import revisions
from aggregator.site.robots import robots
from aggregator.site.search import search
from aggregator.site.sql_guard import guard
from aggregator.site.story import story
from aggregator.site.storylines import storyline, storylines
from aggregator.site.swap import DATABASE, Watch
from aggregator.site.ways import plainer, ways
from aggregator.snapshots import DATABASE as SNAPSHOT_FILE
from aggregator.snapshots import Snapshot
from aggregator.times import duration_words

_F = TypeVar("_F", bound=Callable[..., Any])
_hook: Callable[[_F], _F] = hookimpl


@dataclass(frozen=True, slots=True)
class ReadingRoom:
    """What the pages need beside the database; `serve.make_app` puts it on the Datasette as `reading_room`."""

    watch: Watch
    clock: Callable[[], datetime]
    settings: SiteConfig = field(default_factory=SiteConfig)
    downloads: Downloads = field(default_factory=Downloads)
    line: Line = field(default_factory=Line)
    allowance: Callable[[str], Allowance] = allowance_of
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the navigation; `rated` = what it shows hangs on whose ratings are chosen."""

    name: str
    address: str
    words: str
    rated: bool = False


PAGES = (
    Page("stories", "/", "Stories", rated=True),
    Page("search", "/search", "Search", rated=True),
    Page("blindspots", "/blindspots", "Blindspots", rated=True),
    Page("storylines", "/storylines", "Storylines", rated=True),
    Page("outlets", "/outlets", "Outlets", rated=True),
    Page("compare", "/compare", "Compare", rated=True),
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
    icon: str
    pages: Sequence[Page] = PAGES

    def skip(self, here: str, path: str) -> str:
        """Says where the link past the navigation leads.

        >>> room = Room("The Reading Room", "", "", "")
        >>> room.skip("stories", "/"), room.skip("", "/story/12"), room.skip("", "/methodology/glossary")
        ('the stories', 'the story', 'the text')
        """
        page = next((page.words.lower() for page in self.pages if page.name == here), None)
        return f"the {page or _ONE_OF.get(path.strip('/').split('/')[0], 'text')}"


_ONE_OF = {"story": "story", "storyline": "storyline", "article": "article"}


@_hook
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    return [
        *out.ROUTES,
        (r"^/(?:\.json)?$", home),
        (r"^/story/s?(?P<story>\d{1,15})(?P<format>\.json|\.bib|\.csl\.json)?$", story),
        (r"^/article/a?(?P<article>\d{1,15})(?P<format>\.json)?$", article),
        (r"^/storyline/l?(?P<storyline>\d{1,15})(?P<format>\.json|\.bib|\.csl\.json)?$", storyline),
        (r"^/storylines(?P<format>\.json)?$", storylines),
        (r"^/blindspots(?P<format>\.json)?$", blindspots),
        (r"^/digest(?P<format>\.json)?$", digest),
        (r"^/health(?:\.json)?$", health),
        (f"^{ADDRESS}$", metrics),
        (r"^/outlets(?P<format>\.json)?$", outlets),
        (r"^/outlet(?:/(?P<outlet>.*?))?(?P<format>\.json)?$", outlet),
        (r"^/search(?P<format>\.json)?$", search),
        (r"^/compare(?P<format>\.json)?$", compare),
        (r"^/revisions(?P<format>\.json)?$", revisions),
        (r"^/research(?:/(?P<name>[a-z-]{1,60}))?(?P<format>\.json)?$", research),
        (r"^/dictionary(?:/(?P<name>\w{1,100}))?(?P<format>\.json)?$", dictionary),
        (r"^/methodology(?:/(?P<name>[a-z]+))?(?P<format>\.json)?$", document),
        (assets.ROUTE, assets.asset),
        (r"^/favicon\.ico$", assets.favicon),
        (r"^/robots\.txt$", robots),
        (r"^/-/databases(?:\.json)?$", _databases),
    ]


async def _databases(datasette: Any) -> Response:
    """Names what is served; Datasette's own page of this address tells where on the disk it lies."""
    database = datasette.get_database(DATABASE)
    return Response.json([{"name": DATABASE, "size": database.size, "hash": await database.known_hash()}])


@_hook
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    def told() -> Terms:
        # Datasette makes its templates before the reading room is put on it.
        return terms_of(datasette.reading_room.settings)

    def snapshot() -> dict[str, str] | None:
        found = datasette.reading_room.snapshot
        if found is None:
            return None
        # The manifest's hash until that of the file is made: were the file another one, the page would say so.
        digest = datasette.get_database(DATABASE).hash or found.files[SNAPSHOT_FILE]
        return {"name": found.name, "made": found.made, "sha256": digest}

    metadata = datasette.metadata()
    env.globals |= {"catalogue": catalogue, "setting": datasette.setting, "plainer": plainer, "ways_from": ways}
    env.globals["snapshot_served"] = snapshot
    env.globals["zone_words"] = lambda now: told().zone_words(now)
    env.globals["room"] = Room(
        metadata["title"], metadata.get("description", ""), assets.address("style"), assets.icon_address()
    )
    env.filters |= {
        "age": lambda text, now: told().age(text, now),
        "moment": lambda text, now: told().moment(text, now),
        "published": lambda text, now: told().published(text, now),
        "published_age": lambda text, now: told().published_age(text, now),
        "exact": words.exact_words,
        "day": lambda day: told().day(day),
        "commands": words.commands,
        "unheard": unheard_words,
        "short_day": lambda day: told().short_day(day),
        "language": words.language_name,
        "plural": words.plural,
        "of_country": words.of_country,
        "country": words.country_name,
        "joined": words.joined,
        "sentence": sentence,
        "web_address": words.web_address,
        "chance": _chance,
        "percent": percent,
        "range_words": range_words,
        "named": named,
        "led": led_words,
        "code_words": code_words,
        "duration": duration_words,
        "outlet_path": outlet_path,
        "ruling": ruling_words,
        "as_kind": as_kind,
        "diff": lambda change: diff(change.old, change.new),
    }


def _chance(value: float, name: str = "p") -> str:
    """Writes a probability, or a rate, with two digits.

    >>> _chance(0.0675), _chance(0.0001), _chance(1.0, "q")
    ('p = .07', 'p < .01', 'q = 1')
    """
    if value < 0.005:
        return f"{name} < .01"
    return f"{name} = {value:.2f}".replace("0.", ".").replace("1.00", "1")


@_hook
def extra_css_urls(template: str) -> list[str]:
    return [assets.address("tables")]


@_hook
def extra_js_urls(template: str) -> list[dict[str, object]]:
    """Names the one script: a module, so that it runs when the page is read; only Datasette's pages ask for it."""
    return [{"url": assets.script_address(), "module": True}]


@_hook
def extra_template_vars(view_name: str | None, datasette: Any) -> Any:
    """Datasette's own pages say from when they are, as ours do, which bring this themselves."""

    async def told() -> dict[str, object]:
        edition = await queries.edition(datasette.get_database(DATABASE))
        return {"edition": edition, "now": datasette.reading_room.clock()}

    return told if view_name else {}


@_hook
def prepare_connection(conn: Any, database: str) -> None:
    if database == DATABASE:
        guard(conn)


@_hook
def render_cell(row: Any, value: object, column: str, table: str | None, database: str, datasette: Any) -> Any:
    if database != DATABASE:
        return None
    terms = terms_of(datasette.reading_room.settings)
    if column not in cells.OUTLETS or not isinstance(value, int):
        return cells.cell(row, value, column, table, terms)

    async def named() -> Any:
        return cells.cell(row, value, column, table, terms, await outlet_names(datasette.get_database(DATABASE)))

    return named


@_hook
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    return lambda: problem(datasette, request, exception)


@_hook
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    def wrap(app: App) -> App:
        inside = doors(datasette, app)

        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            # First of all: who asks for nothing but whether there is something new would else be told "no" for good.
            if scope["type"] == "http":
                datasette.reading_room.watch.look(datasette)
            await inside(scope, receive, send)

        return delivered(watched)

    return wrap

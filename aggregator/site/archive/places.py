"""Where each address of the site stands among the files of an archive, and which are not in it."""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, parse_qsl, unquote, urljoin, urlsplit

DATA_PAGE, STORIES_PAGE = "data.html", "stories.html"
DATA_FILE, DATA_ADDRESS = "snapshot/news.db", "/news.db"
_FORMATS = (".feed.json", ".csl.json", ".json", ".atom", ".csv", ".bib")
_NUMBERED = re.compile(r"/(story|article)/[sa]?(\d{1,15})")
# No file name is made of what a feed has brought, but of these letters; another address stands under its hash.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the many pages are archived: days (2026-11-23), and the numbers of stories and of their articles."""

    days: frozenset[str]
    stories: frozenset[int]
    articles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SQL that a page links to, and what stands for its parameters."""

    sql: str
    values: tuple[tuple[str, str], ...]

    @property
    def file(self) -> str:
        return f"sql/{hashlib.sha256(self.sql.encode()).hexdigest()[:12]}.html"


def absolute(href: str, page: str) -> str | None:
    """Returns the address that a link of a page leads to on the site, None where it leads elsewhere.

    >>> absolute("?day=2026-11-22#top", "/blindspots"), absolute("//evil.example/", "/")
    ('/blindspots?day=2026-11-22#top', None)
    """
    if href.startswith("//") or urlsplit(href).scheme:
        return None
    return urljoin(page, href)


def file_of(address: str, chosen: Chosen, feeds: bool = True) -> str | None:
    """Names the file of an address, None for one that is not in the archive.

    >>> chosen = Chosen(frozenset({"2026-11-22"}), frozenset({12}), frozenset())
    >>> [file_of(one, chosen) for one in ("/", "/?day=2026-11-22", "/story/s12.json", "/outlet/abc.example/news")]
    ['index.html', 'day/2026-11-22.html', 'story/12.json', 'outlet/abc.example/news.html']
    >>> [file_of(one, chosen) for one in ("/story/13", "/?q=vote", "/news/articles", "/-/room/style.1.css")]
    [None, None, None, 'room/style.1.css']
    """
    parts = urlsplit(address)
    path, query = unquote(parts.path), parse_qsl(parts.query, keep_blank_values=True)
    if path.startswith("/-/room/"):
        return _safe(path[3:])
    if (
        path == DATA_ADDRESS
        or path.startswith("/-/")
        or table_of(path) is not None
        or (query and not _is_day(query, chosen))
    ):
        return None
    stem, ending = _split(path)
    if ending in (".atom", ".feed.json") and not feeds:
        return None
    if numbered := _NUMBERED.fullmatch(stem):
        kind, number = numbered[1], int(numbered[2])
        known = chosen.stories if kind == "story" else chosen.articles
        return f"{kind}/{number}{ending}" if number in known and not query else None
    if query:
        return f"{_safe(stem) or 'day'}/{query[0][1]}{ending}"
    return f"{_safe(stem) or 'index'}{ending}"


def question_of(address: str) -> Question | None:
    """Returns the question in SQL that an address asks, None for one that asks none."""
    parts = urlsplit(address)
    asked = parse_qs(parts.query)
    if parts.path != "/news" or "sql" not in asked:
        return None
    rest = tuple((key, values[0]) for key, values in asked.items() if key != "sql" and not key.startswith("_"))
    return Question(asked["sql"][0], rest)


def table_of(address: str) -> str | None:
    """Names the table or question of the data's pages that an address leads to, '' for all; None for another address.

    >>> table_of("/news/stories?origins=1"), table_of("/news"), table_of("/newsletter")
    ('stories', '', None)
    """
    path = urlsplit(address).path
    if path != "/news" and not path.startswith("/news/"):
        return None
    return path.removeprefix("/news").strip("/").partition("/")[0].partition(".")[0]


def relative(target: str, page: str) -> str:
    """Writes the way from one file to another.

    >>> relative("index.html", "story/12.html"), relative("day/1.html", "index.html")
    ('../index.html', 'day/1.html')
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def _is_day(query: list[tuple[str, str]], chosen: Chosen) -> bool:
    return len(query) == 1 and query[0][0] == "day" and query[0][1] in chosen.days


def _split(path: str) -> tuple[str, str]:
    """Parts an address from its format: '/story/12.json' is the page /story/12, and an outlet's name has dots too."""
    for ending in _FORMATS:
        if path.endswith(ending):
            return path.removesuffix(ending), ending
    return path, ".html"


def _safe(path: str) -> str:
    pieces = [piece for piece in path.split("/") if piece]
    return "/".join(
        piece if _PLAIN.fullmatch(piece) else "x-" + hashlib.sha256(piece.encode()).hexdigest()[:16] for piece in pieces
    )

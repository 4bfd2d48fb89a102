"""Who wrote a page: the people that JSON-LD names, else the meta elements, else the byline that readers see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.structured import Structured
from aggregator.pages.titles import fold

_METAS = (
    *("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "cxenseparse:author"),
    *("og:author", "mrf:authors", "byl", "article:author"),
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor|autoren|auteur|autore|reporter|writer)s?(?:[\s_-]?names?)?(?=$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE_LENGTH = 120  # characters; more is an author's biography
_PIECES = 40


def authors_of(tree: HtmlElement, data: Structured) -> tuple[str, ...]:
    """The names of a page's authors in order, people before the outlet's own name; empty when it tells none."""
    own_names = {fold(name) for name in data.site_names}
    spare: tuple[str, ...] = ()
    for raw in _sources(tree, data):
        names = text.author_names(raw)
        if people := tuple(name for name in names if fold(name) not in own_names):
            return people
        spare = spare or names
    return spare


def _sources(tree: HtmlElement, data: Structured) -> Iterator[Iterable[str]]:
    yield _people(data.article.get("author"), data.people)
    for name in _METAS:
        yield data.metas.get(name, ())[:5]
    yield _bylines(tree)


def _people(value: Any, known: dict[str, str]) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, str):
            yield person
        elif isinstance(person, dict):
            yield _name(person) or known.get(str(person.get("@id")), "")


def _name(person: dict[str, Any]) -> str:
    if isinstance(person.get("name"), str):
        return str(person["name"])
    parts = (person.get("givenName"), person.get("familyName"))
    return " ".join(part for part in parts if isinstance(part, str))


def _bylines(tree: HtmlElement) -> Iterator[str]:
    """The first short line of text that the page marks as a byline."""
    for element in tree.iter("a", "span", "div", "p", "address", "strong", "em", "li"):
        mark = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
        if len(mark) > 2 and _BYLINE.search(mark):
            line = text.one_line(" ".join(islice(element.itertext(), _PIECES)))
            if 3 < len(line) <= _BYLINE_LENGTH and text.author_names([line]):
                yield line
                return

"""Who wrote a page: the people that JSON-LD names, else the meta elements, else the byline that readers see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice
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
_RAW_LENGTH = 2000  # characters with the indentation: 10,000 nested elements would else read all of their text each
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # metaInfoAuthorList
# Two to five words of which the first and the last begin with a capital, as a person's name does in the scripts that
# have any: "Dr. Ada Lovelace", "Guido van Rossum".
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s[\w.'’-]+){0,3}\s[^\W\d_a-z][\w.'’-]+"
_NAMES = rf"{_NAME}(?:\s*(?:,|/|&|\band\b|\bund\b|\bet\b|\by\b)\s*{_NAME}){{0,3}}"
_SIGNED = re.compile(
    rf"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]oor|Text|Autorin/Autor|Autor(?:in)?|Author):?\s+({_NAMES})"
)
_ALONE = re.compile(_NAMES)
_PARAGRAPH = 80  # characters; what follows a byline in bold is a sentence, what follows a sub-heading may be a list


def authors_of(tree: HtmlElement, data: Structured) -> tuple[str, ...]:
    """The names of a page's authors in order, people before the outlet's own name; empty when it tells none."""
    own_names = {fold(name) for name in data.site_names}
    spare: tuple[str, ...] = ()
    for _, raw in authors_told(tree, data):
        names = text.author_names(raw)
        if people := tuple(name for name in names if fold(name) not in own_names):
            return people
        spare = spare or names
    return spare


def authors_told(tree: HtmlElement, data: Structured) -> Iterator[tuple[str, Iterable[str]]]:
    """Each place of a page that may name its authors, and what it says, the most trusted first."""
    yield "JSON-LD author", _people(data.article.get("author"), data.people)
    for name in _METAS:
        yield f"meta {name}", data.metas.get(name, ())[:5]
    yield from (("marked byline", [line]) for line in islice(_marked(tree), 1))
    yield from (("signed line", [line]) for line in _unmarked(tree))


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


def _marked(tree: HtmlElement) -> Iterator[str]:
    """The short lines of text that a page marks as a byline, by class, itemprop or rel."""
    for element in tree.iter("a", "span", "div", "p", "address", "strong", "em", "li", "ul"):
        mark = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
        if len(mark) > 2 and _BYLINE.search(_CAMEL.sub("-", mark[:500])):
            line = _line(element)
            if 3 < len(line) <= _BYLINE_LENGTH and any(map(_is_like_a_name, text.author_names([line]))):
                yield line


def _is_like_a_name(name: str) -> bool:
    """Initials, or words of which the last is not in small letters: no button says so ("edit topics")."""
    return " " not in name or not name.rpartition(" ")[2][:1].islower()


def _unmarked(tree: HtmlElement) -> Iterator[str]:
    """The first line below the headline that says "By ...", or is a name in bold above the text."""
    heading = next(iter(tree.iter("h1")), None)
    below = dropwhile(lambda element: element is not heading, tree.iter()) if heading is not None else tree.iter()
    for element in below:
        if element.tag in ("p", "div", "span", "li", "address") and (line := _signed(element)):
            yield line
            return


def _signed(element: HtmlElement) -> str:
    line = _line(element)
    if not 3 < len(line) <= _BYLINE_LENGTH:
        return ""
    if match := _SIGNED.fullmatch(line):
        return match[1]
    return line if _is_bold_name(element, line) else ""


def _is_bold_name(element: HtmlElement, line: str) -> bool:
    """Whether a paragraph is nothing but a name in bold, with the text's first paragraph after it."""
    if element.tag != "p" or len(element) != 1 or element[0].tag not in ("b", "strong") or not _ALONE.fullmatch(line):
        return False
    before, after = element.getprevious(), element.getnext()
    is_first = before is None or before.tag != "p" or len(_line(before)) < _PARAGRAPH
    return is_first and after is not None and len(_line(after)) > _PARAGRAPH


def _line(element: HtmlElement) -> str:
    """The beginning of an element's text on one line, long enough to tell whether it is a byline."""
    pieces: list[str] = []
    size = 0
    for piece in islice(element.itertext(), _PIECES):
        pieces.append(str(piece)[:_RAW_LENGTH])
        size += len(piece)
        if size > _RAW_LENGTH:
            break
    return text.one_line(" ".join(pieces))

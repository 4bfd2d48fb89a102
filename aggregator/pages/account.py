"""How a page's record came about: what each place said, what was taken for it, and what was left out of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from aggregator import text
from aggregator.models import ParsedPage, Scope
from aggregator.pages.authors import authors_told
from aggregator.pages.dates import dates_told
from aggregator.pages.document import TooLargeError, head_of, tree_of
from aggregator.pages.page import read_page, sections_of
from aggregator.pages.selectors import Selectors, headline_at, lines_at, take_out
from aggregator.pages.structured import Structured, read_structured
from aggregator.pages.titles import WEIGHTS, fold, headlines
from aggregator.pages.trail import Trail

_SAMPLE = 80  # characters of a part that was taken out


@dataclass(frozen=True, slots=True)
class Told:
    """What one place of a page says of one field; `note` is the weight of a vote, or what is made of it."""

    field: str
    place: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A page's record with its reasons; `parts` and `lines` were left out of the text, each (what, why)."""

    page: ParsedPage
    told: tuple[Told, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    text_from: str = ""
    status: str = ""


def account_of(html: bytes, url: str, now: datetime | None, selectors: Selectors) -> Account:
    """Reads a page once more with its reasons kept. Raises what the libraries raise on odd markup."""
    trail = Trail()
    page = read_page(html, url, now, selectors, trail)
    return Account(
        page=page,
        told=tuple(_told(html, url, page, selectors)),
        parts=tuple((_described(part), why) for part, why in trail.parts),
        lines=tuple(trail.lines),
        text_from=trail.text_from,
        status=trail.status,
    )


def _told(html: bytes, url: str, page: ParsedPage, selectors: Selectors) -> Iterator[Told]:
    try:
        tree = tree_of(html)
    except TooLargeError:
        tree = head_of(html)
    if tree is None:
        return
    take_out(tree, selectors.drop, Trail())
    data = read_structured(tree)
    yield from _titles(tree, data, url, page, selectors)
    for number, (place, raw) in enumerate(dates_told(tree, data)):
        taken = raw == page.published_raw
        yield Told("published", place, raw, ("agrees" if number else "taken") if taken else _unread(raw))
    if "date_guessed" in page.flags:
        yield Told("published", "htmldate's guess", page.published_raw or "", "taken")
    yield from _authors(tree, data, page, selectors)
    yield from _scopes(data, url, page)


def _titles(tree: HtmlElement, data: Structured, url: str, page: ParsedPage, selectors: Selectors) -> Iterator[Told]:
    chosen = headline_at(tree, selectors.title)
    if selectors.title:
        yield Told("title", f"the spider's {selectors.title}", chosen, "taken" if chosen else "finds nothing")
    for place, line in headlines(tree, data, url).items():
        won = ", won" if fold(line) == fold(page.title) and not chosen else ""
        yield Told("title", place, line, f"vote {WEIGHTS[place]:g}{won}")


def _authors(tree: HtmlElement, data: Structured, page: ParsedPage, selectors: Selectors) -> Iterator[Told]:
    chosen = text.author_names(lines_at(tree, selectors.authors))
    if selectors.authors:
        found = "taken" if chosen else "finds nothing"
        yield Told("authors", f"the spider's {selectors.authors}", ", ".join(chosen), found)
    taken = bool(chosen)
    for place, raw in authors_told(tree, data):
        said = list(raw)
        if any(said):
            names = text.author_names(said)
            note = _note(names, page.authors, taken)
            taken = taken or note == "taken"
            yield Told("authors", place, "; ".join(said), note)


def _scopes(data: Structured, url: str, page: ParsedPage) -> Iterator[Told]:
    sections = sections_of(data)
    yield Told("scope", "JSON-LD type", ", ".join(data.types), text.scope_of("", types=data.types))
    yield Told("scope", "section", ", ".join(sections), text.scope_of("", sections))
    yield Told("scope", "address", url, text.scope_of(url))
    if text.scope_of("", title=page.title) != Scope.NEWS:
        yield Told("scope", "headline", page.title, text.scope_of("", title=page.title))


def _note(names: tuple[str, ...], authors: tuple[str, ...], taken: bool) -> str:
    if not names:
        return "no name"
    if not set(authors) <= set(names):
        return "passed over: the outlet's own name" if not taken else ""
    return "agrees" if taken else "taken"


def _unread(raw: str) -> str:
    return "" if text.parse_time(raw) else "no date that can be read"


def _described(part: HtmlElement) -> str:
    """An element as its tag with id and class, and how its text begins."""
    name = "".join(f' {key}="{part.get(key)}"' for key in ("id", "class") if part.get(key))
    return (
        f"<{part.tag}{text.cut(name, _SAMPLE)}> {text.cut(text.one_line(' '.join(part.itertext())), _SAMPLE)}".strip()
    )

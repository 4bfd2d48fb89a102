"""Where one outlet's pages have what: CSS selectors that go before the general rules."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement, tostring

from aggregator import text
from aggregator.pages.prune import prune
from aggregator.pages.trail import Trail

_PIECES = 60
_MATCHES = 50  # elements of one selector; more is a selector that fits everything


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of an outlet's pages; what is '' or finds nothing is left to the general rules.

    `drop` names what is no part of the article; it is taken out before anything is read.
    """

    title: str = ""
    authors: str = ""
    body: str = ""
    drop: str = ""


NO_SELECTORS = Selectors()


def lines_at(tree: HtmlElement, selector: str) -> list[str]:
    """The text of each element that a selector finds, on a line each."""
    found = (" ".join(islice(element.itertext(), _PIECES)) for element in _found(tree, selector))
    return [line for line in map(text.one_line, found) if line]


def headline_at(tree: HtmlElement, selector: str) -> str:
    """The first line that a selector finds, '' where it finds none."""
    return text.cut(next(iter(lines_at(tree, selector)), ""), text.TITLE_LIMIT)


def paragraphs_at(tree: HtmlElement, selector: str, trail: Trail) -> list[str]:
    """The lines of the parts that a selector finds, without boxes and captions. Takes them out of the parts."""
    parts = _found(tree, selector)
    outermost = [part for part in parts if not any(other in part.iterancestors() for other in parts)]
    lines: list[str] = []
    for part in outermost:
        prune(part, trail)
        lines += text.paragraphs(tostring(part, encoding="unicode", with_tail=False)).split("\n")
    return [line.strip() for line in lines if line.strip()]


def take_out(tree: HtmlElement, selector: str, trail: Trail) -> None:
    """Drops what a selector finds."""
    for element in _found(tree, selector):
        if element.getparent() is not None:
            trail.drop(element, f"the spider drops it: {selector}")


def _found(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    return tree.cssselect(selector)[:_MATCHES] if selector else []

"""A text's lines with the addresses that each links to, from a page's tree, from markup or from plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from aggregator import text

_BLOCKS = {
    *("address", "article", "body", "br", "dd", "div", "dl", "dt", "fieldset"),
    *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody"),
    *("td", "th", "tr", "ul"),
}
# What never speaks of the text that it stands beside: other articles, and what somebody else said.
_SKIPPED = {
    *("aside", "blockquote", "button", "dialog", "figcaption", "form", "head", "iframe", "nav"),
    *("noscript", "object", "q", "script", "select", "style", "svg", "template", "textarea"),
}
_MARKUP_LIMIT = 400_000  # characters; the notices of a text stand at its foot, but no article's is longer
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+")
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    links: tuple[str, ...] = ()


def lines_of_tree(tree: Any) -> list[Line]:
    """The lines of an lxml tree, as readers see them; boxes beside the text, lists of links and quotations left out."""
    lines: list[Line] = []
    pieces: list[str] = []
    links: list[str] = []

    def end_line() -> None:
        if line := text.one_line("".join(pieces)):
            lines.append(Line(line, tuple(links)))
        pieces.clear()
        links.clear()

    for event, element, skipped in _walk(tree):
        if element.tag in _BLOCKS:
            end_line()
        if event == "start" and not skipped:
            pieces.append(element.text or "")
            if element.tag == "a" and element.get("href"):
                links.append(element.get("href"))
        elif event == "end" and element is not tree:
            pieces.append(element.tail or "")
    end_line()
    return lines


def lines_of(written: str) -> list[Line]:
    """The lines of a text, with or without markup; an address that is written out counts as a link."""
    if "<" not in written:
        told = (text.one_line(line) for line in written[:_MARKUP_LIMIT].split("\n"))
        return [_with_addresses(Line(line)) for line in told if line]
    tree = etree.fromstring(f"<div>{written[:_MARKUP_LIMIT]}</div>".encode("utf-8", "replace"), parser=_PARSER)
    return [_with_addresses(line) for line in lines_of_tree(tree)] if tree is not None else []


def without_lines(body: str, left_out: Iterable[str]) -> str:
    """A text without these lines of it."""
    gone = {_plain(line) for line in left_out}
    return "\n".join(line for line in body.split("\n") if _plain(line) not in gone) if gone else body


def without_words(blurb: str, left_out: Iterable[str]) -> str:
    """A text on one line without what were lines of it."""
    for line in left_out:
        blurb = blurb.replace(line, " ")
    return text.one_line(blurb)


def _walk(tree: Any) -> Iterator[tuple[str, Any, bool]]:
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        skipped = element.tag in _SKIPPED or "hidden" in element.attrib
        if event == "start" and skipped:
            walker.skip_subtree()
        yield event, element, skipped


def _with_addresses(line: Line) -> Line:
    return line if line.links else Line(line.text, tuple(found.rstrip(".,;:") for found in _ADDRESS.findall(line.text)))


def _plain(line: str) -> str:
    return text.one_line(line).lstrip("-•·* ").casefold()

"""Parts of a page that are not to be shown elsewhere: what stands in an element with data-nosnippet.

https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#data-nosnippet-attr
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from aggregator import text
from aggregator.decide import NO_SNIPPET
from aggregator.pages.titles import fold
from aggregator.pages.trail import Trail

_ATTRIBUTE = "data-nosnippet"
# Of a text whose page marks more than this, all is kept from being shown: what was left would be no article, and
# without the rest a copy of it would no longer be known as one.
_MOST = 0.3
# Letters from which on a marked text is known wherever it stands: "Foto" may stand anywhere.
_SHORTEST = 12
_UNSEEN = frozenset(("script", "style", "noscript", "template"))
_INLINE = frozenset(("a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"))


@dataclass(frozen=True, slots=True)
class Unshown:
    """What readers see of a page, folded: all of it, what is not marked, and the marked texts that are in no other."""

    whole: str
    rest: str
    parts: frozenset[str]

    def marks(self, line: str) -> bool:
        """Says whether a line has something that is marked, and stands nowhere as it is without it."""
        folded = fold(line)
        if not folded or folded in self.rest:
            return False
        return folded in self.whole or any(part in folded for part in self.parts)


def unshown_of(tree: HtmlElement) -> Unshown | None:
    """Reads what a page marks so, whatever the value; None where that is nothing."""
    if next(tree.iterfind(f".//*[@{_ATTRIBUTE}]"), None) is None and tree.get(_ATTRIBUTE) is None:
        return None
    seen = list(_seen(tree))
    rest = _folded([piece for piece, marked in seen if marked is None])
    # A line may have a marked text without what stands around it on the page, or with what the page has elsewhere.
    within: dict[HtmlElement, list[str]] = {}
    for piece, marked in seen:
        if marked is not None:
            within.setdefault(marked, []).append(piece)
    blocks = {block: None for marked in within if (block := _block(marked)) is not marked}
    told = [_folded([piece]) for pieces in within.values() for piece in pieces]
    told += map(_folded, within.values())
    told += (_folded([piece for piece, _ in _seen(block)]) for block in blocks)
    parts = frozenset(part for part in told if len(part) >= _SHORTEST and part not in rest)
    return Unshown(_folded([piece for piece, _ in seen]), rest, parts)


def without_unshown(body: str, unshown: Unshown | None, trail: Trail) -> tuple[str, tuple[str, ...]]:
    """Gives a text without the lines that its page marks; or all of it, and the flag that nothing of it be shown."""
    if unshown is None:
        return body, ()
    lines = body.split("\n")
    marked = [line for line in lines if unshown.marks(line)]
    if sum(map(len, marked)) > _MOST * len(body):
        return body, (NO_SNIPPET,)
    trail.lines.extend((line, f"its page asks that it not be shown ({_ATTRIBUTE})") for line in marked)
    out = frozenset(marked)
    return "\n".join(line for line in lines if line not in out), ()


def _seen(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement | None]]:
    """Yields the pieces of text that readers see, in their order, each with the outermost marked element around it."""
    marked: HtmlElement | None = None
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if marked is None and element.get(_ATTRIBUTE) is not None:
                marked = element
            if element.tag in _UNSEEN:
                walker.skip_subtree()
            elif element.text:
                yield element.text, marked
            continue
        if element is marked:
            marked = None
        if element.tail and element is not tree:
            yield element.tail, marked


def _block(element: HtmlElement) -> HtmlElement:
    """Returns the paragraph, or the like, in which an element stands: itself where it is one."""
    while element.tag in _INLINE and (parent := element.getparent()) is not None:
        element = parent
    return element


def _folded(pieces: list[str]) -> str:
    return fold(text.clean("".join(pieces)))

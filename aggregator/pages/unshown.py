"""Parts of a page that are not to be shown elsewhere: what stands in an element with data-nosnippet.

https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#data-nosnippet-attr
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from aggregator.decide import NO_SNIPPET
from aggregator.pages.titles import fold
from aggregator.pages.trail import Trail

_ATTRIBUTE = "data-nosnippet"
# Of a text whose page marks more than this, all is kept from being shown: what was left would be no article, and
# without the rest a copy of it would no longer be known as one.
_MOST = 0.3
# Letters of a marked part from which on a line that has it is marked: "Foto" may stand anywhere.
_SHORTEST = 12


def unshown_parts(tree: HtmlElement) -> list[str]:
    """Lists the texts of the elements that a page marks so; its value is of no matter."""
    return [fold("".join(element.itertext())) for element in tree.iter() if element.get(_ATTRIBUTE) is not None]


def without_unshown(body: str, parts: Sequence[str], trail: Trail) -> tuple[str, tuple[str, ...]]:
    """Gives a text without the lines that its page marks; or all of it, and the flag that nothing of it be shown."""
    lines = body.split("\n")
    marked = [line for line in lines if line and _is_marked(fold(line), parts)] if parts else []
    if sum(map(len, marked)) > _MOST * len(body):
        return body, (NO_SNIPPET,)
    trail.lines.extend((line, f"its page asks that it not be shown ({_ATTRIBUTE})") for line in marked)
    out = frozenset(marked)
    return "\n".join(line for line in lines if line not in out), ()


def _is_marked(line: str, parts: Sequence[str]) -> bool:
    return bool(line) and any(line in part or (len(part) >= _SHORTEST and part in line) for part in parts)

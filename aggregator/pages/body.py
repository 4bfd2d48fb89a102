"""The article's text: trafilatura on a pruned tree, the lead put before it, the layout's lines taken out."""

from __future__ import annotations

import logging
from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.lines import own_lines
from aggregator.pages.own import keep_own_article
from aggregator.pages.prune import prune
from aggregator.pages.selectors import paragraphs_at
from aggregator.pages.stored import stored_markup
from aggregator.pages.structured import Structured
from aggregator.pages.titles import fold
from aggregator.pages.trail import Trail

# They log a page without text or date as a warning; the record tells it.
for _noisy in ("trafilatura", "htmldate", "extruct"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)

MIN_BODY = 250  # characters; a shorter text is a teaser or a failed extraction
_PLACE_LENGTH = 30  # characters of a place before a standfirst
_LEAD_LENGTH = (40, 700)  # characters of a standfirst


def body_of(tree: HtmlElement, data: Structured, title: str, url: str, selector: str, trail: Trail) -> str:
    """The article's text, a line for each paragraph and sub-heading, '' where none was found. Changes the tree.

    `selector` is where an outlet's pages have it; where that finds nothing the general rules do.
    """
    visible = _visible_lines(tree)
    if chosen := own_lines(paragraphs_at(tree, selector, trail), title, trail):
        trail.text_from = f"the spider's selector {selector}"
        return "\n".join(_with_lead(chosen, data, visible))
    keep_own_article(tree, title, trail)
    whole = deepcopy(tree)
    prune(tree, trail)
    lines = own_lines(_extracted(tree, url), title, trail)
    trail.text_from = "the page, without what was taken out"
    told_lines = own_lines(text.paragraphs(_articles_body(data)).split("\n"), title)
    if _size(lines) < _size(told_lines) / 2:
        lines, trail.text_from = told_lines, "JSON-LD articleBody"
    if _size(lines) < MIN_BODY:  # the pruning took the article for a box, or a script draws it
        others = {
            trail.text_from: lines,
            "the page, boxes included": own_lines(_extracted(whole, url), title),
            "a script that draws the page": own_lines(stored_markup(whole).split("\n"), title),
        }
        trail.text_from, lines = max(others.items(), key=lambda other: _size(other[1]))
    return "\n".join(_with_lead(lines, data, visible))


def _extracted(tree: HtmlElement, url: str) -> list[str]:
    document = trafilatura.bare_extraction(
        tree, url=url or None, include_comments=False, include_tables=False, with_metadata=False
    )
    found = getattr(document, "text", None) or ""
    return [line.lstrip("- ").strip() for line in text.clean(found).split("\n") if line.strip("- \t")]


def _articles_body(data: Structured) -> str:
    told = data.article.get("articleBody")
    return told if isinstance(told, str) else ""


def _with_lead(lines: list[str], data: Structured, visible: list[str]) -> list[str]:
    """The lines after the standfirst: a description that readers see too is the article's first paragraph.

    What they see may begin with the place ("Berlin. The vote ...").
    """
    shortest, longest = _LEAD_LENGTH
    for told in (data.string("description"), text.plain_text(data.meta("og:description", "description"))):
        folded = fold(told)
        alike = (
            line for line in visible if abs(len(line) - len(told)) < _PLACE_LENGTH and shortest <= len(told) <= longest
        )
        shown = next((line for line in alike if fold(line).endswith(folded)), "")
        if shown and folded:
            in_text = any(folded in fold(line) or fold(line).startswith(folded) for line in lines[:4])
            return lines if in_text else [shown, *lines]
    return lines


def _visible_lines(tree: HtmlElement) -> list[str]:
    found = []
    for element in tree.iter("p", "div", "h2", "h3", "h4", "span", "strong", "b", "section", "header"):
        line = "".join(element.itertext()) if len(element) <= 5 else ""
        if _LEAD_LENGTH[0] <= len(line) <= 2 * _LEAD_LENGTH[1]:
            found.append(text.one_line(line))
    return sorted(found, key=len)


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))

"""What stands before and after the article on its page: a teaser above the headline, a second article below."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from aggregator.pages.prune import paragraph_text
from aggregator.pages.titles import fold
from aggregator.pages.trail import Trail

# Characters of paragraphs that make a part of a page an article; teasers of other articles have one sentence.
ENOUGH = 500


def keep_own_article(tree: HtmlElement, title: str, trail: Trail) -> None:
    """Takes every article but the one under the page's headline out of a tree, and what is above, in place."""
    order = {element: place for place, element in enumerate(tree.iter())}
    headings = [heading for heading in tree.iter("h1", "h2") if title and _is(heading, title)]
    if not headings:
        return
    _drop_above(tree, headings[0], order, trail)
    _drop_other_parts(tree, headings, order, trail)
    _drop_later_headlines(tree, headings, order, trail)
    _name_article(tree, headings[0])


def _drop_above(tree: HtmlElement, heading: HtmlElement, order: dict[HtmlElement, int], trail: Trail) -> None:
    """Drops the paragraphs above the headline, where most of the text is below it."""
    above = [p for p in tree.iter("p") if order[p] < order[heading]]
    size = sum(len("".join(p.itertext())) for p in above)
    if size < paragraph_text(tree) / 2:
        for paragraph in above:
            trail.drop(paragraph, "above the headline")


def _drop_other_parts(
    tree: HtmlElement, headings: list[HtmlElement], order: dict[HtmlElement, int], trail: Trail
) -> None:
    """Of the page's <article> elements the one with the headline stays, or the first of some length after it."""
    outermost = [part for part in tree.iter("article") if not any(a.tag == "article" for a in part.iterancestors())]
    with_text = [part for part in outermost if paragraph_text(part) >= ENOUGH]
    own = next((part for part in with_text if any(part in heading.iterancestors() for heading in headings)), None)
    own = own if own is not None else next((p for p in with_text if order[p] > order[headings[0]]), None)
    for part in outermost if own is not None else ():
        if part is not own and order[part] > order[headings[0]]:
            trail.drop(part, "another <article> than the headline's")


def _drop_later_headlines(
    tree: HtmlElement, headings: list[HtmlElement], order: dict[HtmlElement, int], trail: Trail
) -> None:
    """Drops the part that each later h1 opens, once the page's own article has had its text.

    An h1 among an article's paragraphs is a sub-heading: some outlets set them so.
    """
    ancestors = {tree, *(ancestor for heading in headings for ancestor in heading.iterancestors())}
    for later in list(tree.iter("h1")):
        if order[later] <= order[headings[-1]] or tree not in later.iterancestors():
            continue  # not later, or dropped with another part
        part = _opened_by(later, ancestors, order)
        if part is not later and _text_between(tree, headings[-1], part, order) >= ENOUGH:
            trail.drop(part, "a second article, under a headline of its own")


def _opened_by(heading: HtmlElement, forbidden: set[HtmlElement], order: dict[HtmlElement, int]) -> HtmlElement:
    part = heading
    for parent in heading.iterancestors():
        if parent in forbidden or any(order[p] < order[heading] for p in islice(parent.iter("p"), 1)):
            break
        part = parent
    return part


def _text_between(tree: HtmlElement, start: HtmlElement, end: HtmlElement, order: dict[HtmlElement, int]) -> int:
    between = (p for p in tree.iter("p") if order[start] < order[p] < order[end])
    return sum(len("".join(p.itertext())) for p in between)


def _name_article(tree: HtmlElement, heading: HtmlElement) -> None:
    """Makes the nearest part with the headline and most of the text an <article>, where the page has none.

    Without a mark of any kind trafilatura takes the paragraphs alone and loses the sub-headings.
    """
    if tree.find(".//article") is not None:
        return
    total = paragraph_text(tree)
    for part in heading.iterancestors("div", "section", "main"):
        if paragraph_text(part) > 0.8 * total:
            part.tag = "article"
            return


def _is(heading: HtmlElement, title: str) -> bool:
    return fold("".join(heading.itertext())) == fold(title)

"""Section pages: the articles that an outlet's front page, or a desk's, links to, for outlets without a useful feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from aggregator import text
from aggregator.feeds.entries import RawEntry, RawFeed, draft_of
from aggregator.models import ParsedFeed, PollCode
from aggregator.pages.document import TooLargeError, tree_of
from aggregator.urls import canonical_url

MAX_LINKS = 500  # articles of one page; front pages have 50 to 200
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING_DEPTH = 3  # levels between a link and the heading that it stands in
_PIECES = 60
_TITLE = (10, 300)  # characters: shorter is "More" or "Live", longer a whole teaser
_FEED = RawFeed(version="section")


def parse_section(body: bytes, url: str, is_article: Callable[[str], bool], links: str = "a") -> ParsedFeed:
    """A draft for each article that a page links to, in the page's order; the headline is the link's.

    `is_article` is asked about each canonical address; `links` is a CSS selector of the links, or of elements that hold
    them. A page without a single article is `not_a_feed`: its layout has changed, or it is a login.
    """
    try:
        tree = tree_of(body)
    except TooLargeError as error:
        return ParsedFeed(PollCode.PARSE, message=str(error))
    if tree is None:
        return ParsedFeed(PollCode.NOT_A_FEED, message="no page: not an element in it")
    found: dict[str, tuple[int, str]] = {}
    others = 0
    for link in _links(tree, links):
        address = canonical_url(link.get("href") or "", base=url)
        if not address or not is_article(address):
            others += 1
            continue
        found[address] = max(found.get(address, (0, "")), _headline(link), key=lambda headline: headline[0])
    return _parsed(found, others, url)


def _parsed(found: dict[str, tuple[int, str]], others: int, url: str) -> ParsedFeed:
    titled = {address: title for address, (rank, title) in found.items() if rank}
    entries = [RawEntry(title=title, link=address) for address, title in list(titled.items())[:MAX_LINKS]]
    drafts = tuple(draft for entry in entries if (draft := draft_of(entry, _FEED, url, None)))
    if not drafts:
        why = f"{len(found)} of them articles without a headline" if found else "none of them an article's"
        links = others + len(found)
        return ParsedFeed(PollCode.NOT_A_FEED, "section", message=f"{links} {'link' if links == 1 else 'links'}, {why}")
    return ParsedFeed(PollCode.OK, "section", entries=drafts, skipped=len(found) - len(drafts))


def _links(tree: HtmlElement, selector: str) -> Iterator[HtmlElement]:
    for element in tree.cssselect(selector):
        if element.tag == "a":
            yield element
        else:
            yield from element.iter("a")


def _headline(link: HtmlElement) -> tuple[int, str]:
    """The headline that a link shows, and how sure it is that it is one; 0 where there is none.

    A teaser links to its article by its picture, its headline and "Read more", or by one link round it all.
    """
    inside = next(iter(link.iter(*_HEADINGS)), None)
    in_heading = any(parent.tag in _HEADINGS for parent in islice(link.iterancestors(), _HEADING_DEPTH))
    shortest, longest = _TITLE
    told = (
        (4, _words(inside) if inside is not None else ""),
        (3, _words(link) if in_heading else ""),
        (2, _words(link)),
        (1, text.one_line(link.get("aria-label") or link.get("title") or "")),
    )
    return next(((rank, line) for rank, line in told if shortest <= len(line) <= longest), (0, ""))


def _words(element: HtmlElement) -> str:
    return text.one_line(" ".join(islice(element.itertext(), _PIECES)))

"""What is on an article's page and not its text: taken out of the tree before the text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from aggregator.pages.trail import Trail

# Elements that never hold an article's own sentences.
_ELEMENTS = {
    "aside",
    "nav",
    "footer",
    "form",
    "figcaption",
    "button",
    "dialog",
    "iframe",
    "select",
    "textarea",
    "noscript",
}
# Inline elements stay: a word of a sentence may be linked as "tag-link" or "keyword".
_NEVER = {
    "html",
    "body",
    "head",
    "main",
    "a",
    "span",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "mark",
    "font",
    "sup",
    "sub",
    "br",
}
# Words that designers put into a class or an id of such a part, between borders of words. No outlet's name is among
# them: each stands on pages of many.
_MARKS = re.compile(
    r"(?:^|[\s_-])(?:"
    r"newsletters?|sign-?up|signup|subscri(?:be|ption)s?|paywalls?|regwall|offers?|upsell|"
    r"related|recommend(?:ed|ation|ations)?|read-?more|more-?(?:on|from|stories)|also-?read|see-?also|further-?reading|"
    r"most-?(?:read|popular|viewed)|popular|trending|outbrain|taboola|promos?|promoted|promotion|infobox-?links|"
    r"share|sharing|social|socials|comments?|disqus|author-?(?:bio|box|info|profile)|bio|about-?author|"
    r"breadcrumbs?|tags?|tag-?list|topics|keywords|ads?|advert|advertisement|advertorial|sponsored|banner|cookies?|consent|"
    r"poll|voting|quiz|rating|app-?promo|download-?app|embed-?(?:consent|placeholder)|pull-?quotes?|pullout|"
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|video-?(?:player|caption)|toc|table-of-contents|"
    r"affiliate|disclaimer|error-?report|correction-?form|print-?only|hidden|sr-only|visually-hidden|screen-reader-text"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
# A paragraph is dropped for these alone: "paywall", or hidden, on a paragraph marks the article's text behind it.
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|(?:wp-)?caption-text|credits?|copyright|image-?(?:caption|credit|source)|legend)(?=$|[\s_-])",
    re.IGNORECASE,
)
# German designers call an article's standfirst so too; a box that leads elsewhere has a link.
_TEASER = re.compile(r"(?:^|[\s_-])teasers?(?=$|[\s_-])", re.IGNORECASE)
_EDGES = " _-\t\n"
_BORDER = re.compile(r"[\s_-]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A marked element with more of the page's paragraph text than this is the article itself with an unlucky class
# ("has-newsletter", "article--paywall").
MAX_SHARE = 0.3


def prune(tree: HtmlElement, trail: Trail) -> None:
    """Takes captions, boxes, lists of links, embeds and forms out of a tree, in place."""
    total = max(1, paragraph_text(tree))
    for element in list(tree.iter()):
        why = _why_beside(element)
        if why and element.getparent() is not None and paragraph_text(element) <= MAX_SHARE * total:
            trail.drop(element, why)
    for lines in list(tree.iter("ul", "ol", "p", "div")):
        if lines.getparent() is not None and _is_link_list(lines):
            trail.drop(lines, "a list of links")


def _why_beside(element: HtmlElement) -> str:
    """What an element is beside the article's text, '' where it may be text."""
    if not isinstance(element.tag, str) or element.tag in _NEVER:
        return ""
    is_paragraph = element.tag == "p"
    if element.tag in _ELEMENTS:
        return f"<{element.tag}> holds no text of an article"
    if _is_hidden(element) and not is_paragraph:
        return "hidden"
    mark = _mark(element)
    if not mark:
        return ""
    if found := _CAPTION.search(mark):
        return f"a caption by its name: {found[0].strip(_EDGES)}"
    if is_paragraph:
        return ""
    found = _MARKS.search(mark) or (_TEASER.search(mark) if element.find(".//a") is not None else None)
    return f"a box by its name: {found[0].strip(_EDGES)}" if found else ""


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("aria-hidden") == "true" or "hidden" in element.attrib


def _mark(element: HtmlElement) -> str:
    """An element's class and id, camel case apart; an id of many words is a headline's slug and says nothing."""
    name = element.get("id") or ""
    mark = f"{element.get('class') or ''} {name if len(_BORDER.split(name)) <= 3 else ''}"
    return _CAMEL.sub("-", mark[:500]).strip()


def _is_link_list(element: HtmlElement) -> bool:
    """A list of at least two links with hardly any text beside them."""
    if element.tag not in ("ul", "ol"):
        return False
    links = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return links > 0 and links >= 0.8 * len("".join(element.itertext()).strip())


def paragraph_text(element: HtmlElement) -> int:
    """How many characters of an element stand in paragraphs."""
    return sum(map(len, _paragraphs(element)))


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    for paragraph in element.iter("p"):
        yield "".join(paragraph.itertext()).strip()

"""Writes article pages that mark nothing: no <article>, no <aside>, and what is no part of the text stands in it.

This is how the pages of many outlets with a paywall reach a crawler: an offer before the headline, a newsletter's box
and captions between the paragraphs, and a second text at the foot that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from demo.markup import element, iso, paragraph_html, text
from demo.records import Article, SecondText, Site

# A paywalled page gives this much of its text away, subheads included.
FREE_PARAGRAPHS = 4


def unmarked_story(site: Site, article: Article, base: str, related: str) -> str:
    """Writes the column of a page: offer, story, offer again, what else there is to read, and a second text."""
    parts = [_story(site, article, base)]
    if article.paywall:
        parts = [_lines("offer", _offer(site)), *parts, _lines("limit", _limit(site))]
    parts.append(related)
    if article.second:
        parts.append(_second_story(article.second))
    return element("div", "\n".join(parts), class_="col main")


def _story(site: Site, article: Article, base: str) -> str:
    shown = article.body[:FREE_PARAGRAPHS] if article.paywall else article.body
    paragraphs = [paragraph_html(paragraph) for paragraph in shown]
    captions = [_captioned(caption, f"{base}/media/{article.slug}.svg") for caption in article.captions]
    paragraphs[1:1] = [_lines("signup-box", (f"{site.newsletter}", "Sign up to our free newsletter."))]
    paragraphs[-1:-1] = captions[1:]
    head = (
        element("h1", text(article.title)),
        element("div", text(article.summary), class_="dek"),
        *captions[:1],
        element("div", element("a", text(article.byline), href="/people"), class_="by"),
        element("div", element("time", f"{article.published:%d %B %Y}", datetime=iso(article.published))),
    )
    return element("div", "\n".join((*head, element("div", "\n".join(paragraphs), class_="txt"))), class_="post")


def _captioned(caption: str, image: str) -> str:
    words, _, credit = caption.partition(" Photo: ")
    picture = f'<img src="{image}" alt="">'
    return element("div", picture + _caption(words, credit), class_="pic")


def _caption(words: str, credit: str) -> str:
    return element("p", text(words), class_="media-caption") + element("p", text(credit), class_="media-credit")


def _second_story(second: SecondText) -> str:
    body = "\n".join(element("p", text(paragraph)) for paragraph in second.body)
    words, _, credit = second.caption.partition(" Photo: ")
    head = element("h2", text(second.title)) + _caption(words, credit)
    more = element("p", element("a", "Keep reading... Show less", href="#"))
    return element("div", "\n".join((head, body, more)), class_="post")


def _offer(site: Site) -> tuple[str, ...]:
    return (
        f"{site.name}: we count so that you may read.",
        "Already a subscriber? Log in.",
        "You have reached your limit of one free article.",
        "Get unlimited access. Cancel whenever you like.",
        "Monthly: 9.90 crowns",
        "Yearly: 89 crowns, BEST VALUE",
        "The morning figures",
        "Archive since 1904",
    )


def _limit(site: Site) -> tuple[str, ...]:
    return (
        "You have reached your limit of free articles.",
        "To read the full story, start your free trial today.",
        f"{site.name}: sums that add up, every morning.",
    )


def _lines(name: str, lines: Iterable[str]) -> str:
    return element("div", "\n".join(element("p", text(line)) for line in lines), class_=name)

"""What a page says of itself to machines: JSON-LD (by extruct), OpenGraph and the other meta elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extruct.jsonld import JsonLdExtractor  # type: ignore[import-untyped]
from lxml.html import HtmlElement

from aggregator.text import plain_text

# schema.org's article types and their subtypes, as outlets use them.
ARTICLE_TYPES = {
    *("article", "newsarticle", "opinionnewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "report"),
    *("reportagenewsarticle", "reviewnewsarticle", "asknewsarticle", "advertisercontentarticle", "satiricalarticle"),
    *("liveblogposting", "blogposting", "socialmediaposting", "techarticle", "scholarlyarticle", "review"),
}
VIDEO_TYPES = {"videoobject"}
_MAX_NODES = 500
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")


@dataclass(frozen=True, slots=True)
class Structured:
    """The article's own JSON-LD node (empty when there is none) with its types, and the page's meta elements.

    `metas` is by name in lower case, `people` the name of each node with an @id that others refer to.
    """

    article: dict[str, Any] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    metas: dict[str, list[str]] = field(default_factory=dict)
    site_names: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=dict)

    def meta(self, *names: str) -> str:
        """The first non-empty content among meta elements of these names."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    def string(self, key: str) -> str:
        """A member of the article's node as one line of text."""
        return first_string(self.article.get(key))


def read_structured(tree: HtmlElement) -> Structured:
    """Everything that a page's head and scripts say, read once; broken JSON is passed over, script by script."""
    nodes = list(_nodes(_scripts(tree)))
    metas = _metas(tree)
    own = _own_article(nodes, metas)
    return Structured(
        article=own,
        types=tuple(types_of(own)),
        metas=metas,
        site_names=tuple(_site_names(nodes, metas)),
        people={
            node["@id"]: name for node in nodes if isinstance(node.get("@id"), str) and (name := first_string(node))
        },
    )


def types_of(node: dict[str, Any]) -> list[str]:
    """A node's types in lower case, without the vocabulary's address."""
    raw = node.get("@type", [])
    names = raw if isinstance(raw, list) else [raw]
    return [name.rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str)]


def first_string(value: Any) -> str:
    """The text of a JSON-LD value, of its name or @value, or of the first in a list."""
    if isinstance(value, list):
        return next(filter(None, map(first_string, value[:20])), "")
    if isinstance(value, dict):
        return first_string(value.get("name") or value.get("@value") or value.get("headline"))
    return plain_text(value) if isinstance(value, str) else ""


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    extractor = JsonLdExtractor()
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield from extractor.extract_items(script)
        except (ValueError, RecursionError, AttributeError, TypeError):  # not JSON, or JSON of no shape at all
            continue


def _nodes(items: Iterable[Any]) -> Iterator[dict[str, Any]]:
    waiting = list(items)[::-1]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item[:_MAX_NODES]))
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in reversed(_NESTED) if key in item)


def _own_article(nodes: list[dict[str, Any]], metas: dict[str, list[str]]) -> dict[str, Any]:
    """The article's node: of several, the one whose headline is most like the page's title."""
    articles = [node for node in nodes if ARTICLE_TYPES.intersection(types_of(node)) and not _is_list_entry(node)]
    if len(articles) <= 1:
        return articles[0] if articles else next((n for n in nodes if VIDEO_TYPES.intersection(types_of(n))), {})
    title = set(" ".join(metas.get("og:title", [])).lower().split())
    return max(articles, key=lambda node: _likeness(node, title))


def _is_list_entry(node: dict[str, Any]) -> bool:
    return not any(node.get(key) for key in ("headline", "name", "datePublished", "articleBody", "author"))


def _likeness(node: dict[str, Any], title: set[str]) -> tuple[float, int]:
    words = set(first_string(node.get("headline") or node.get("name")).lower().split())
    shared = len(words & title) / max(1, len(words | title))
    return round(shared, 1), sum(bool(node.get(key)) for key in ("datePublished", "author", "articleBody"))


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _site_names(nodes: list[dict[str, Any]], metas: dict[str, list[str]]) -> Iterator[str]:
    for name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher"):
        yield from metas.get(name, ())
    for node in nodes:
        for name in (first_string(node.get("publisher")), first_string(node.get("name")) if _is_site(node) else ""):
            if name:
                yield name


def _is_site(node: dict[str, Any]) -> bool:
    return bool({"website", "organization", "newsmediaorganization"}.intersection(types_of(node)))

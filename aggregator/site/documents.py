"""The documents that readers need, as pages: what a number means should be one click from it, and offline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from datasette import NotFound  # type: ignore[import-untyped]
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from aggregator.resources import ROOT
from aggregator.site import queries, responses
from aggregator.site.links import sql_address

FIRST = "methodology"
# docs/schema.md is for who has the program; readers have the same words, and the tables beside, on a page of their own.
DICTIONARY = "/dictionary"
DOCUMENTS = {
    "methodology": "Methodology",
    "accuracy": "How accurate grouping is",
    "ratings": "Ratings",
    "glossary": "Glossary",
    "polls": "Polls",
    "rights": "Rights",
    "snapshots": "Taking the data out",
}


async def document(request: Any, datasette: Any) -> Any:
    """Answers `/methodology`, and `/methodology/NAME` for the documents that it leads to, each with `.json` too."""
    name = request.url_vars["name"] or FIRST
    if name == "schema":
        return responses.redirect(DICTIONARY)
    if name not in DOCUMENTS:
        raise NotFound(f"There is no such document. There are: {', '.join(DOCUMENTS)}.")
    db = datasette.get_database("news")
    context = {
        "name": name,
        "title": DOCUMENTS[name],
        "documents": DOCUMENTS,
        "edition": await queries.edition(db),
    }
    if name == FIRST:
        context |= {"settings": await queries.settings(db), "sample": await queries.sample(db)}
    if request.url_vars["format"]:
        return responses.as_json(request, _told(context))
    context |= {
        "contents": contents(name),
        "text": rendered(name),
        "sql": sql_address(queries.SAMPLE, {}),
        "now": datasette.reading_room.clock(),
    }
    return await responses.html(datasette, request, "document.html", context)


def _told(context: dict[str, Any]) -> dict[str, object]:
    told = {"name": context["name"], "title": context["title"], "markdown": _written(context["name"]),
            "documents": context["documents"], "edition": asdict(context["edition"])}  # fmt: skip
    if "settings" in context:
        told |= {"settings": context["settings"], "sample": [asdict(row) for row in context["sample"]]}
    return told


@cache
def _written(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


@cache
def rendered(name: str) -> Markup:
    """Returns a document of docs/ as HTML; it changes only with the program."""
    return Markup(html_of(_written(name)))  # the project's own text, with its HTML switched off


@cache
def contents(name: str) -> tuple[tuple[str, str], ...]:
    """Lists the sections of a document: where each is, and its heading."""
    found = re.findall(r"^## (.+)$", _written(name), re.MULTILINE)
    return tuple((slug(heading), heading) for heading in found)


def html_of(text: str) -> str:
    """Renders Markdown: headings can be led to, wide tables scroll by themselves, links stay on the site.

    >>> html_of("## Two words")
    '<h2 id="two-words">Two words</h2>\\n'
    >>> html_of("[a](glossary.md) [b](../NOTICE) [c](https://a.example/)").count("href")
    2
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("table_open", lambda *_: '<div class="wide" tabindex="0"><table>\n')
    reader.add_render_rule("table_close", lambda *_: "</table></div>\n")
    tokens = reader.parse(text)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", slug(words.content))
    for opened, words, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type == "th_open" and words.content:
            opened.attrSet("scope", "col")
        elif opened.type == "th_open":
            opened.tag = closed.tag = "td"  # the corner of a table heads nothing: a screen reader would read a blank
    for token in tokens:
        if token.children:
            token.children = list(_links_that_lead(token.children))
    # A formula that is wider than a phone scrolls by itself, with the keyboard too.
    return str(reader.renderer.render(tokens, reader.options, {})).replace("<pre>", '<pre tabindex="0">')


def slug(heading: str) -> str:
    """Names a heading in an address, as GitHub does.

    >>> slug("What is a `rating`, and what isn't?")
    'what-is-a-rating-and-what-isnt'
    """
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading.lower())).strip("-")


def _links_that_lead(tokens: Sequence[Token]) -> Iterator[Token]:
    """Turns links between documents into links of the site; one to a file that is no page of it is plain text."""
    inside = True
    for token in tokens:
        if token.type == "link_open":
            target = address(str(token.attrGet("href")))
            inside = target is not None
            token.attrSet("href", target or "")
        if inside or token.type not in ("link_open", "link_close"):
            yield token
        inside = inside or token.type == "link_close"


def address(link: str) -> str | None:
    """Returns where a link of a document leads on the site, None where it leads nowhere.

    >>> address("accuracy.md#scores"), address("docs/glossary.md"), address("../NOTICE")
    ('/methodology/accuracy#scores', '/methodology/glossary', None)
    >>> address("methodology.md#shares"), address("#shares"), address("/blindspots")
    ('/methodology#shares', '#shares', '/blindspots')
    >>> address("schema.md#story_bias")
    '/dictionary#story_bias'
    """
    parts = urlsplit(link)
    if parts.scheme in ("http", "https") or link.startswith(("#", "/")):
        return link
    name = parts.path.rpartition("/")[2].removesuffix(".md")
    if not parts.path.endswith(".md") or name not in (*DOCUMENTS, "schema"):
        return None
    page = DICTIONARY if name == "schema" else f"/{FIRST}" if name == FIRST else f"/{FIRST}/{name}"
    return f"{page}#{parts.fragment}" if parts.fragment else page

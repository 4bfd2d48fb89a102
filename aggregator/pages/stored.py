"""An article that a page keeps in a script and draws in the browser."""

from __future__ import annotations

import json
import re

from lxml import html
from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.prune import prune
from aggregator.pages.trail import Trail

_STRING = re.compile(r'"((?:[^"\\]|\\.){800,200000})"')  # a JSON string long enough to be an article
_PARAGRAPH = re.compile(r"<p[\s>]")


def stored_markup(tree: HtmlElement) -> str:
    """The text of the longest string of paragraphs in a page's scripts, '' when there is none."""
    found = (text_of for script in tree.iter("script") for text_of in _articles(script.text or ""))
    return max(found, key=len, default="")


def _articles(script: str) -> list[str]:
    return [
        _text(string)
        for match in _STRING.finditer(script)
        if len(_PARAGRAPH.findall(string := _unescaped(match[1]))) > 2
    ]


def _unescaped(literal: str) -> str:
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        return ""


def _text(markup: str) -> str:
    tree = html.fromstring(f"<div>{text.clean(markup)}</div>")
    prune(tree, Trail())
    return text.paragraphs(html.tostring(tree, encoding="unicode"))

"""The headline: a vote among what the page shows, what it tells machines and what it tells other sites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.structured import Structured

# A page shows its h1 to readers and its JSON-LD headline to news searches; OpenGraph is often reworded for sharing and
# <title> for search engines. Measured on 128 pages: the first headline alone is right on 68 % of JSON-LD, 74 % of h1,
# 67 % of OpenGraph.
# The other two only stand in where these three are silent: with a vote of 0.2 each the winner is right on 2 % fewer.
_WEIGHTS = {"ld": 1.1, "h1": 1.0, "og": 1.0, "twitter": 0.0, "title": 0.0}
_SUFFIX = re.compile(r"\s+(?:[-–—|·•*»:]|\|\|)\s+|\s*[|｜ㅣ︱]\s*")
# One word between the headline and the outlet's name is the section.
_SECTION = re.compile(r"(?:\s+[-–—|·]\s+|-(?=[^\x00-\x7f]))\w{2,15}$")
_AFTER_SHOWN = re.compile(r"\s*[-–—|·•*»:,｜ㅣ]")
_FOLD = re.compile(r"\W+")
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")


def fold(line: str) -> str:
    """A line reduced to its letters and digits, for comparing headlines that differ in quotes and spaces."""
    return _FOLD.sub("", line.casefold())


def headline(tree: HtmlElement, data: Structured, url: str) -> str:
    """The page's headline, '' where it has none."""
    shown = [text.plain_text(" ".join(h1.itertext())) for h1 in tree.iter("h1")]
    raw = {
        "ld": data.string("headline") or data.string("name"),
        "og": text.plain_text(data.meta("og:title")),
        "twitter": text.plain_text(data.meta("twitter:title")),
        "title": text.plain_text(_title_element(tree)),
    }
    raw["h1"] = _own_h1(shown, raw.values())
    names = {fold(name) for name in (*data.site_names, *_names_of_host(url)) if fold(name)}
    stripped = {kind: without_site_name(line, names, raw["h1"]) for kind, line in raw.items() if line}
    return text.cut(_winner(stripped), text.TITLE_LIMIT)


def without_site_name(line: str, names: set[str], shown: str = "") -> str:
    """A headline without what follows it in a window's title: the outlet, a section, a date.

    >>> without_site_name("Dam breaks - News - The Example", {"theexample"})
    'Dam breaks'
    >>> without_site_name("Dam breaks | World | The Example", {"theexample"}, shown="Dam breaks")
    'Dam breaks'
    """
    if shown and fold(line) != fold(shown) and line.startswith(shown) and _ends_title(line, shown):
        return shown
    whole = line
    while len(parts := _SUFFIX.split(line)) > 1:
        last = parts[-1]
        if not (fold(last) in names or _DATE.fullmatch(last) or _is_domain(last)):
            break
        line = line[: line.rindex(last)].rstrip(" -–—|·•*»:｜ㅣ︱")
    return line if line == whole else _SECTION.sub("", line)


def _winner(candidates: dict[str, str]) -> str:
    votes: dict[str, float] = {}
    for kind, line in candidates.items():
        votes[fold(line)] = votes.get(fold(line), 0.0) + _WEIGHTS[kind]
    best = max(votes, key=lambda folded: votes[folded], default="")
    # Of the spellings of one headline the shown one: og:title often has straight quotes.
    spellings = (candidates.get(kind, "") for kind in ("h1", "ld", "og", "twitter", "title"))
    return next((line for line in spellings if line and fold(line) == best), "")


def _own_h1(shown: list[str], others: Iterable[str]) -> str:
    """The h1 that another place of the page agrees with, else the first with more than one word."""
    told = [set(other.casefold().split()) for other in others if other]
    agreeing = [
        (max((len(told_words & set(h1.casefold().split())) for told_words in told), default=0), h1) for h1 in shown
    ]
    best = max(agreeing, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] >= 2 else next((h1 for h1 in shown if " " in h1), "")


def _title_element(tree: HtmlElement) -> str:
    title = tree.find(".//head/title")
    return (title.text or "") if title is not None else ""


def _ends_title(line: str, shown: str) -> bool:
    return bool(_AFTER_SHOWN.match(line.removeprefix(shown)))


def _names_of_host(url: str) -> Iterable[str]:
    labels = text.one_line(url).split("/")[2].lower().removeprefix("www.").split(".") if "//" in url else []
    return (".".join(labels), *labels[:1])


def _is_domain(part: str) -> bool:
    return bool(re.fullmatch(r"(?:[\w-]+\.)+[a-zA-Z]{2,}", part))

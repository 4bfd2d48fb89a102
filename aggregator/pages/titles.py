"""The headline: a vote among what the page shows, what it tells machines and what it tells other sites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from aggregator import text
from aggregator.pages.structured import Structured
from aggregator.urls import host_of

# A page shows its h1 to readers and its JSON-LD headline to news searches; OpenGraph is often reworded for sharing and
# <title> for search engines. Measured on 128 pages: the first headline alone is right on 68 % of JSON-LD, 74 % of h1,
# 67 % of OpenGraph. Some newsrooms set the search engine's headline as h1 and <title> and show their own, which JSON-LD
# or OpenGraph repeats, as the first h2: 6 of the 128, where both together go before h1 and the third.
# The others only stand in where these are silent: <title> and Twitter with a vote of 0.2 each lose 2 % of the pages,
# microdata with any vote 2 of 128.
WEIGHTS = {"JSON-LD": 1.1, "h1": 1.0, "h2": 1.2, "OpenGraph": 1.0, "microdata": 0.0, "Twitter": 0.0, "title": 0.0}
_SUFFIX = re.compile(r"\s+(?:[-–—|·•*»:]|\|\|)\s+|\s*[|｜ㅣ︱]\s*")
# One word between the headline and the outlet's name is the section.
_SECTION = re.compile(r"(?:\s+[-–—|·]\s+|-(?=[^\x00-\x7f]))\w{2,15}$")
_AFTER_SHOWN = re.compile(r"\s*[-–—|·•*»:,｜ㅣ]")
_SHORTEST = 15  # characters; a heading may well end in fewer by chance
# A headline is among the first headings; further down, the same words are a link to the article in a list.
_H2_READ = 2
_FOLD = re.compile(r"\W+")
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")


def fold(line: str) -> str:
    """A line reduced to its letters and digits, for comparing headlines that differ in quotes and spaces."""
    return _FOLD.sub("", line.casefold())


def headline(tree: HtmlElement, data: Structured, url: str) -> str:
    """The page's headline, '' where it has none."""
    return text.cut(winner(headlines(tree, data, url)), text.TITLE_LIMIT)


def headlines(tree: HtmlElement, data: Structured, url: str) -> dict[str, str]:
    """What each place of a page says its headline is, without the outlet's name; places that say nothing left out."""
    shown = [text.plain_text(" ".join(h1.itertext())) for h1 in tree.iter("h1")]
    raw = {
        "JSON-LD": data.string("headline") or data.string("name"),
        "OpenGraph": text.plain_text(data.meta("og:title")),
        "microdata": _microdata(tree),
        "Twitter": text.plain_text(data.meta("twitter:title")),
        "title": text.plain_text(_title_element(tree)),
    }
    names = {fold(name) for name in (*data.site_names, *_names_of_host(url)) if fold(name)}
    # Some set the outlet's name above the page as an h1, and end the window's title with it.
    names |= {fold(_SUFFIX.split(raw["title"])[-1])} & {fold(h1) for h1 in shown if fold(h1) != fold(raw["title"])}
    raw["h1"] = _own_h1([h1 for h1 in shown if fold(h1) not in names], raw.values())
    raw["h2"] = _own_h2(tree, (raw["JSON-LD"], raw["OpenGraph"]), raw["h1"])
    return {place: without_site_name(line, names, raw["h1"]) for place, line in raw.items() if line}


def votes(told: dict[str, str]) -> dict[str, float]:
    """The weight behind each headline, by its letters and digits: quotes and spaces differ from place to place."""
    sums: dict[str, float] = {}
    for place, line in told.items():
        sums[fold(line)] = sums.get(fold(line), 0.0) + WEIGHTS[place]
    return sums


def winner(told: dict[str, str]) -> str:
    """The headline with the most weight behind it; '' where no place says one."""
    sums = votes(told)
    best = max(sums, key=lambda folded: sums[folded], default="")
    # Of the spellings of one headline the shown one: og:title often has straight quotes.
    spellings = (told.get(place, "") for place in ("h1", "JSON-LD", "OpenGraph", "h2", "microdata", "Twitter", "title"))
    return next((line for line in spellings if line and fold(line) == best), "")


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


def _own_h1(shown: list[str], others: Iterable[str]) -> str:
    """The h1 that another place of the page agrees with, else the first with more than one word."""
    told = [set(other.casefold().split()) for other in others if other]
    agreeing = [
        (max((len(told_words & set(h1.casefold().split())) for told_words in told), default=0), h1) for h1 in shown
    ]
    best = max(agreeing, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] >= 2 else next((h1 for h1 in shown if " " in h1), "")


def _own_h2(tree: HtmlElement, told: Iterable[str], shown: str) -> str:
    """What JSON-LD or OpenGraph says and an h2 shows, where the h1 says something else; a kicker may go before it."""
    others = [line for line in told if len(line) >= _SHORTEST and fold(line) != fold(shown)]
    for h2 in islice(tree.iter("h2"), _H2_READ):
        heading = fold("".join(h2.itertext()))
        for line in others:
            if heading.endswith(fold(line)):
                return line
    return ""


def _microdata(tree: HtmlElement) -> str:
    """The page's one itemprop="headline"; several are those of a list of articles."""
    marked = [element for element in tree.iter() if "headline" in (element.get("itemprop") or "").lower().split()]
    lines = {text.plain_text(element.get("content") or " ".join(element.itertext())) for element in marked[:10]}
    return lines.pop() if len(lines) == 1 else ""


def _title_element(tree: HtmlElement) -> str:
    title = tree.find(".//head/title")
    return (title.text or "") if title is not None else ""


def _ends_title(line: str, shown: str) -> bool:
    return bool(_AFTER_SHOWN.match(line.removeprefix(shown)))


def _names_of_host(url: str) -> Iterable[str]:
    labels = host_of(url).removeprefix("www.").split(".")
    return (".".join(labels), *labels[:1])


def _is_domain(part: str) -> bool:
    return bool(re.fullmatch(r"(?:[\w-]+\.)+[a-zA-Z]{2,}", part))

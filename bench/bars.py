"""The bias bar that a reader sees above a story, compared with that of the gold story it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aggregator.grouping import GroupingConfig
from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.copies import find_copies
from aggregator.models import Document
from bench.measures import Gold, Told, stories

LEAST_MEMBERS = 3

SIDES = ("left", "center", "right", "unrated")

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BarError:
    """Mean L1 distance of bars (0: the same, 2: nothing in common) before and after copies are collapsed.

    `exact` is the share of stories whose bar, copies collapsed, is that of the gold story.
    """

    stories: int
    articles: float
    origins: float
    exact: float


def side(lean: str) -> str:
    """Give the side of a lean as AllSides writes it or as a number: 'Lean Left' and '-1' are left, '' is unrated."""
    word = lean.strip().casefold().removeprefix("lean ")
    if word in SIDES:
        return word
    if word.lstrip("+-").isdigit():
        return SIDES[1 + (int(word) > 0) - (int(word) < 0)]
    return "unrated"


def bar_error(documents: Sequence[Document], gold: Gold, told: Told, leans: Mapping[int, str]) -> BarError | None:
    """Compare the bar of each gold story of LEAST_MEMBERS or more with that of the story that holds most of it.

    An origin speaks once, by the article that stands for it where the story holds it, else by its earliest there.
    None where no article has a side.
    """
    sides = {article: side(lean) for article, lean in leans.items()}
    if set(sides.values()) == {"unrated"}:
        return None
    origins = {link.article: link.representative for link in find_copies(documents, GroupingConfig())}
    age = {document.id: place for place, document in enumerate(sorted(documents, key=arrival_key))}
    members = {told[articles[0]]: articles for articles in stories(told)}
    before, after = [], []
    for articles in stories(gold):
        if len(articles) < LEAST_MEMBERS:
            continue
        shown = members[max(Counter(told[a] for a in articles).items(), key=lambda held: (held[1], held[0]))[0]]
        before.append(distance(bar(articles, sides), bar(shown, sides)))
        voices, shown_voices = (speakers(some, origins, age) for some in (articles, shown))
        after.append(distance(bar(voices, sides), bar(shown_voices, sides)))
    count = max(1, len(before))
    exact = sum(error < 1e-9 for error in after) / count
    return BarError(len(before), sum(before) / count, sum(after) / count, exact)


def bar(articles: Sequence[int], sides: Mapping[int, str]) -> Shares:
    counts = Counter(sides[article] for article in articles)
    return {name: counts[name] / len(articles) for name in SIDES}


def speakers(articles: Sequence[int], origins: Mapping[int, int], age: Mapping[int, int]) -> list[int]:
    """Give one article for each origin."""
    first: dict[int, int] = {}
    for article in sorted(articles, key=lambda article: (origins[article] != article, age[article])):
        first.setdefault(origins[article], article)
    return list(first.values())


def distance(one: Shares, other: Shares) -> float:
    return sum(abs(one[name] - other[name]) for name in SIDES)

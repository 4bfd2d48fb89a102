"""How well storylines agree with labelled ones, and with what little one could do instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, utils

from aggregator.grouping.features import read
from aggregator.grouping.measure import Measure
from aggregator.models import Document
from aggregator.storylines.config import StorylineConfig
from aggregator.storylines.linking import Held, Linker, linked_in_turn
from aggregator.storylines.terms import StoryTerms, read_story

TITLES_ALIKE = 60
"""Likeness (0 to 100) of two headlines at which the first baseline links their stories."""


@dataclass(frozen=True, slots=True)
class PairScores:
    """Of the pairs of stories: precision and recall, how many were found and are true, those wrong and those missed."""

    measure: Measure
    found: int
    true: int
    wrong: tuple[tuple[int, int], ...]
    missed: tuple[tuple[int, int], ...]


def linked(terms: Sequence[StoryTerms], config: StorylineConfig) -> Linker:
    """Link stories as the store does, all at once, with the frequencies of these stories alone."""
    by_story = {story.story: story for story in terms}
    days = {story.story: story.time or 0.0 for story in terms}
    found = linked_in_turn(
        _Terms(terms), days, lambda some: (by_story[story] for story in some), {}, by_story, Held(), config
    )
    return found[0]


class _Terms:
    """The terms of some stories as columns."""

    def __init__(self, terms: Sequence[StoryTerms]) -> None:
        self.stories = [story.story for story in terms]
        self.sizes = np.array([len(story.weight) for story in terms], dtype=np.int64)
        self.keys = np.array([key for story in terms for key in story.weight], dtype=np.int64)
        self.weights = np.array([weight for story in terms for weight in story.weight.values()])
        self.cases = np.array([case for story in terms for case in story.case.values()], dtype=np.int64)


def pair_scores(gold: Mapping[int, str], line_of: Mapping[int, int]) -> PairScores:
    """Score storylines; `gold` maps each story to its storyline, '' where it has none.

    >>> pair_scores({1: "a", 2: "a", 3: ""}, {1: 7, 2: 7, 3: 7}).measure
    Measure(precision=0.3333333333333333, recall=1.0)
    """
    pairs = list(combinations(sorted(gold), 2))
    true = {pair for pair in pairs if gold[pair[0]] and gold[pair[0]] == gold[pair[1]]}
    found = {pair for pair in pairs if line_of[pair[0]] == line_of[pair[1]]}
    right = len(true & found)
    measure = Measure(right / len(found) if found else 1.0, right / len(true) if true else 1.0)
    return PairScores(measure, len(found), len(true), tuple(sorted(found - true)), tuple(sorted(true - found)))


def by_headlines(stories: Mapping[int, Sequence[Document]]) -> dict[int, int]:
    """The first baseline: stories any two of whose headlines share most of their words, chained."""
    titles = {story: [voice.title for voice in voices] for story, voices in stories.items()}
    return _chained(titles, lambda one, other: max(
        fuzz.token_set_ratio(a, b, processor=utils.default_process) for a in titles[one] for b in titles[other]
    ) >= TITLES_ALIKE)  # fmt: skip


def by_names(stories: Mapping[int, Sequence[Document]]) -> dict[int, int]:
    """The second baseline: stories that share two words that may be names, chained."""
    names = {story: frozenset().union(*(_names(voice) for voice in voices)) for story, voices in stories.items()}
    return _chained(names, lambda one, other: len(names[one] & names[other]) >= 2)


def _names(document: Document) -> frozenset[str]:
    features = read(document)
    return features.names - features.lower


def _chained(stories: Mapping[int, object], alike: Callable[[int, int], bool]) -> dict[int, int]:
    line = {story: story for story in stories}
    for one, other in combinations(sorted(stories), 2):
        if line[one] != line[other] and alike(one, other):
            line = {story: line[one] if key == line[other] else key for story, key in line.items()}
    return line


def read_all(stories: Mapping[int, Sequence[Document]], meaning: bool) -> list[StoryTerms]:
    """Reads stories, with what an encoder made of their headlines or without."""
    read_with = [read_story(story, voices) for story, voices in stories.items()]
    return read_with if meaning else [replace(story, vectors=()) for story in read_with]


def sizes(line_of: Mapping[int, int]) -> list[int]:
    """Lists the sizes of the storylines of two stories or more, the largest first."""
    return sorted((size for size in Counter(line_of.values()).values() if size > 1), reverse=True)

"""Ways of grouping the articles of a gold file, and what is measured on the stories they give; pure, nothing is read.

`Gold` maps an article to its gold story, `Told` to the name of the story it was put in.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz, utils
from rapidfuzz.process import cdist
from scipy.sparse.csgraph import connected_components

from aggregator.grouping import GroupingConfig, group
from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.candidates import Candidates
from aggregator.grouping.copies import find_copies
from aggregator.grouping.features import read
from aggregator.grouping.headlines import TITLE_CHARACTERS, Furniture, clean
from aggregator.grouping.measure import Scores, score
from aggregator.grouping.neighbours import MEAN_PRIOR
from aggregator.grouping.scoring import Pairs, Scorer
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.window import Grouper
from aggregator.models import Document

Gold = Mapping[int, str]
Told = Mapping[int, str]

DAY = 86_400
LEAST_ARTICLES = 200
"""Articles of a language from which on it is measured, and fitted to, on its own."""

FUZZY_THRESHOLDS = range(50, 100, 2)


def compared(gold: Gold, told: Told) -> Scores:
    """Score the stories of the articles that are told."""
    return score({str(article): gold[article] for article in told}, {str(article): s for article, s in told.items()})


def at_once(documents: Sequence[Document], config: GroupingConfig | None = None) -> dict[int, str]:
    """Group all documents in one call; a story is named by its founder."""
    return {member.article: str(member.founder) for member in group(documents, config).members}


def in_batches(documents: Sequence[Document], batches: int) -> dict[int, str]:
    """Group batch after batch in order of time, each anew with the standing stories of the open window before it."""
    config = GroupingConfig()
    stories: dict[int, int] = {}
    before: list[Document] = []
    for new in cut(sorted(documents, key=arrival_key), batches):
        standing = [replace(document, story=stories[document.id]) for document in open_window(before, new, config)]
        for member in group([*standing, *new], config).members:
            stories[member.article] = member.founder if member.story is None else member.story
        before += new
    return {document: str(story) for document, story in stories.items()}


def shuffled(documents: Sequence[Document], batches: int, seed: int) -> dict[int, str]:
    """Group batches of articles from anywhere in the file by one living grouper: all that is late comes late."""
    grouper = Grouper(GroupingConfig())
    for new in cut(random.Random(seed).sample(list(documents), len(documents)), batches):
        grouper.take(new)
    return {member.article: str(member.founder) for member in grouper.every().members}


def cut(documents: Sequence[Document], batches: int) -> Iterator[Sequence[Document]]:
    size = max(1, -(-len(documents) // batches))
    return (documents[start : start + size] for start in range(0, len(documents), size))


def open_window(stored: Sequence[Document], new: Sequence[Document], config: GroupingConfig) -> list[Document]:
    """Give the stored documents that a new one could join."""
    times = [document.published for document in new if document.published is not None]
    since = min(times, default=0.0) - config.window_days * DAY
    return [document for document in stored if document.published is None or document.published >= since]


def one_of_each(documents: Sequence[Document], gold: Gold) -> list[Document]:
    """Keep one article of each story, the first by hash: then nothing belongs together, and every link is wrong."""
    kept = {gold[document.id]: document for document in sorted(documents, key=lambda d: d.order, reverse=True)}
    return list(kept.values())


def alone(documents: Sequence[Document], gold: Gold) -> float:
    """Give the B-cubed precision with one article of each story kept."""
    return compared(gold, at_once(one_of_each(documents, gold))).bcubed.precision


def by_language(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Give the articles of each language that has enough of them, and of the one that has most."""
    counts = Counter(document.language for document in documents)
    for language, count in sorted(counts.items(), key=str):
        if count >= LEAST_ARTICLES or count == max(counts.values()):
            yield [document for document in documents if document.language == language]


def scored(documents: Sequence[Document]) -> tuple[Shelf, Scorer, Pairs]:
    """Give a shelf of the articles that vote, its scorer and the pairs of candidates, as when all have arrived."""
    config = GroupingConfig()
    copies = {link.article for link in find_copies(documents, config) if link.article != link.representative}
    voting = [document for document in documents if document.id not in copies]
    furniture = Furniture()
    furniture.see((clean(d.title[:TITLE_CHARACTERS]), d.outlet) for d in voting)
    shelf = Shelf()
    shelf.enter([read(document, furniture) for document in voting])
    candidates, weights = Candidates(shelf, config), shelf.weights()
    scorer = Scorer(shelf, weights, shelf.mean_vector(MEAN_PRIOR), config)
    pairs = scorer.pairs(*candidates.pairs(np.arange(len(shelf)), weights))
    scorer.meet(pairs)
    return shelf, scorer, pairs


def stories(told: Told) -> list[list[int]]:
    """Give the articles of each story."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for article, story in told.items():
        found[story].append(article)
    return list(found.values())


def with_strangers(gold: Gold, told: Told) -> tuple[int, int]:
    """Count the stories of two articles or more, and those of them that hold an article of another gold story."""
    several = [articles for articles in stories(told) if len(articles) > 1]
    return len(several), sum(len({gold[article] for article in articles}) > 1 for articles in several)


def kept_whole(gold: Gold, told: Told, sizes: range) -> tuple[int, int]:
    """Count the gold stories of some sizes, and those whose articles are all in one story."""
    asked = [articles for articles in stories(gold) if len(articles) in sizes]
    return len(asked), sum(len({told[article] for article in articles}) == 1 for articles in asked)


def fuzzy_titles(documents: Sequence[Document], gold: Gold) -> tuple[int, dict[int, str]]:
    """Group by all pairs of titles whose token_set_ratio reaches a threshold; give the best threshold for this gold."""
    titles = [document.title[:TITLE_CHARACTERS] for document in documents]
    ratio = cdist(titles, titles, scorer=fuzz.token_set_ratio, processor=utils.default_process, dtype=np.uint8)
    best: tuple[float, int, dict[int, str]] = (-1.0, 0, {})
    for threshold in FUZZY_THRESHOLDS:
        labels = connected_components(ratio >= threshold, directed=False)[1].tolist()
        told = {document.id: str(label) for document, label in zip(documents, labels, strict=True)}
        best = max(best, (compared(gold, told).bcubed.f1, threshold, told), key=lambda found: found[0])
    return best[1], best[2]

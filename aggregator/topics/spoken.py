"""The topic by the words of a headline and the summary under it: a count that a reader can do by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from aggregator.topics.lexicon import SURE, Term, plain, terms_at
from aggregator.topics.model import Topic
from aggregator.topics.words import NOTHING, WORDS

READ = 300  # characters of the summary: what is published of it
TITLE = 2  # a word of the headline counts so many times
# What a topic must have, and how many times the count of the next one: docs/topics.md has what other values cost.
LEAST = 5
MARGIN = 1.5
_SHOWN = 6
_WORD = re.compile(r"\w+(?:['’&.-]\w+)*")

Counted = Mapping[str, Mapping[str, tuple[int, str]]]
"""By topic and word: what it counts, and how the article writes it."""


def spoken_topic(title: str, summary: str | None, language: str | None) -> Topic | None:
    """Tells the topic that the words speak of; None where they are too few, or speak of another as well.

    >>> spoken_topic("Court says the climate of fear must end", None, "en")
    >>> spoken_topic("Goalkeeper saves late penalty", None, "en")
    Topic(name='sport', from_='words', told=('Goalkeeper', 'late', 'penalty'))
    """
    if language not in WORDS:
        return None
    counted: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for text, times in ((title[:READ], TITLE), ((summary or "")[:READ], 1)):
        for term, shown in _found(text, language):
            counted[term.topic].setdefault(plain(shown), (term.weight * times, shown))
    counted.pop(NOTHING, None)
    return _decided(counted)


def _decided(counted: Counted) -> Topic | None:
    counts = sorted((-sum(count for count, _ in words.values()), topic) for topic, words in counted.items())
    most, topic = counts[0] if counts else (0, "")
    if -most < LEAST or (len(counts) > 1 and most > MARGIN * counts[1][0]):
        return None
    words = sorted(counted[topic].values(), key=lambda word: -word[0])
    if words[0][0] < SURE:  # hints alone are wrong more often than the rest: docs/topics.md
        return None
    return Topic(topic, "words", tuple(shown for _, shown in words[:_SHOWN]))


def _found(text: str, language: str) -> Iterator[tuple[Term, str]]:
    """Finds the terms of a text, the longest first; a word is read in one term only."""
    shown = _WORD.findall(text)
    words, place = [plain(word) for word in shown], 0
    while place < len(words):
        terms = terms_at(words, place, language)
        length = 1 + len(terms[0].rest) if terms else 1
        for term in terms:
            yield term, " ".join(shown[place : place + length])
        place += length

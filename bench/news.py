"""Generated news for benchmarks: events that outlets report more or less often, in words as unevenly used as real ones.

Words are made up and used by Zipf's law behind the English ones that every text has. An event is a handful of rarer
words, a few names and numbers; three in five have one report, the most 60. A report takes some of them into a headline
of 6 to 14 words, every other one with a summary of 30. One later report in eight carries the first one's text. Titles
of a file may stand for the headlines. Everything follows from the seed.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

import numpy as np

from aggregator.models import Document

SMALL_WORDS = (
    *("the", "to", "of", "in", "a", "and", "for", "on", "with", "at", "from", "by"),
    *("as", "is", "after", "over", "says", "new", "will", "more", "not", "its", "out", "up"),
)
VOCABULARY = 40_000
NAMES = 8_000
RARER = 300
"""Events are of words beyond these; the small words come before."""

LARGEST = 60
COPIED = 0.125
OUTLETS = 300
DAY = 86_400
WINDOW = 7 * DAY
START = 1_790_812_800
"""2026-10-01, in seconds since 1970."""

VECTOR = 512
DECAY, AROUND = 0.4, 1.2
"""A drawn vector's directions weaken by their rank to this power, and a report lies so far from its event's centre.

So the projections of 2.2 in 100 unrelated pairs have a cosine above .25, and the cosine of two reports of one event is
.40 in the middle; of 2,000 encoded titles of UCI's news, their mean taken out, it is 2.3 in 100 and .38."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article and the event that it tells of."""

    document: Document
    event: int


@dataclass(frozen=True, slots=True)
class Event:
    words: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]


class News:
    """Reports in order of time, `window` of them in seven days; `titles` are pairs of a title and its story's name."""

    def __init__(self, window: int, titles: Sequence[tuple[str, str]] = (), seed: int = 1) -> None:
        self._window = window
        self._titles = titles
        self._seed = seed
        dice = random.Random(seed)
        made = _made_up(dice, VOCABULARY + NAMES)
        self._words = (*SMALL_WORDS, *made[:VOCABULARY])
        self._rarer = self._words[RARER:]
        self._names = tuple(name.capitalize() for name in made[VOCABULARY:])
        self._used = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._rare = list(accumulate(1 / rank for rank in range(RARER + 1, len(self._words) + 1)))
        self._named = list(accumulate(1 / (rank + 10) for rank in range(1, NAMES + 1)))

    def reports(self, count: int) -> Iterator[Report]:
        """Give so many reports, the first `window` of them within the window, the rest at the same pace after it."""
        for number, (event, turn) in enumerate(self._titled(count) if self._titles else self._plan(count)):
            published = float(START + number * WINDOW // self._window // 60 * 60)
            if self._titles:
                title, summary = _shifted(self._titles[number % len(self._titles)][0], number // len(self._titles)), ""
            else:
                title, summary = self._text(event, turn)
            yield Report(self._document(number, published, title, summary), event)

    def vector(self, report: Report) -> bytes:
        """Draw a unit vector near the centre of the report's event, as float16."""
        return drawn_vector(self._seed, report.event, report.document.id)

    def _titled(self, count: int) -> list[tuple[int, int]]:
        """Give the event of each title: UCI's stories run for weeks, so each 60 titles of one are an event."""
        seen: Counter[tuple[str, int]] = Counter()
        events: dict[tuple[str, int, int], int] = {}
        found = []
        for number in range(count):
            turn, place = divmod(number, len(self._titles))
            story = (self._titles[place][1], turn)
            found.append((events.setdefault((*story, seen[story] // LARGEST), len(events)), 0))
            seen[story] += 1
        return found

    def _plan(self, count: int) -> list[tuple[int, int]]:
        """Give the event of each report and whether it is its event's first, second ..., in order of time."""
        dice = random.Random(self._seed)
        sizes = list(accumulate(size**-2 for size in range(1, LARGEST + 1)))
        told: list[tuple[float, int, int]] = []
        event = 0
        span = WINDOW * count / self._window
        while len(told) < count:
            begins = dice.random() * span
            for turn in range(dice.choices(range(1, LARGEST + 1), cum_weights=sizes)[0]):
                # What would come after the end stands at the beginning, so that news is as dense in the last hours.
                at = (begins + (dice.expovariate(2 / DAY) if turn else 0)) % span
                told.append((at, event, turn))
            event += 1
        return [(event, turn) for _, event, turn in sorted(told[:count])]

    def _text(self, event: int, turn: int) -> tuple[str, str]:
        dice = random.Random(self._seed + 1_000_003 * event)
        told = self._event(dice)
        if turn and random.Random(self._seed + 7919 * turn + event).random() >= COPIED:
            dice = random.Random(self._seed + 1_000_003 * event + 7 * turn)
        length = dice.randint(6, 14)
        own = (*told.names, *told.words, *told.numbers)
        title = dice.sample(own, min(len(own), round(length * dice.uniform(0.4, 0.7))))
        title = [*title, *self._drawn(dice, length - len(title))]
        dice.shuffle(title)
        if dice.random() < 0.5:
            title = [word if word in SMALL_WORDS else word.capitalize() for word in title]
        lead = [*dice.sample(own, min(len(own), 8)), *self._drawn(dice, 22)] if dice.random() < 0.5 else []
        dice.shuffle(lead)
        return " ".join((title[0].capitalize(), *title[1:])), " ".join(lead)

    def _event(self, dice: random.Random) -> Event:
        words = dice.choices(self._rarer, cum_weights=self._rare, k=dice.randint(5, 8))
        names = dice.choices(self._names, cum_weights=self._named, k=dice.randint(1, 3))
        numbers = [str(int(10 ** dice.uniform(0.3, 3.5))) for _ in range(dice.randint(0, 2))]
        return Event(tuple(words), tuple(names), tuple(numbers))

    def _drawn(self, dice: random.Random, count: int) -> list[str]:
        return dice.choices(self._words, cum_weights=self._used, k=count)

    def _document(self, number: int, published: float, title: str, summary: str) -> Document:
        outlet = f"outlet{number * 7919 % OUTLETS}.example"
        url = f"https://www.{outlet}/{number}"
        order = hashlib.sha256(url.encode()).hexdigest()
        return Document(number + 1, order, title, summary, published=published, outlet=outlet, language="en", url=url)


def read_titles(path: Path) -> list[tuple[str, str]]:
    """Read the titles of a gold file, each with its story (itself where the file tells none), in the file's order."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [(row["title"], row.get("gold_story_id") or str(number)) for number, row in enumerate(rows)]


@functools.lru_cache(maxsize=1024)
def _centre(seed: int, event: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng((seed, event)).standard_normal(VECTOR) * _SCALE


def drawn_vector(seed: int, event: int, article: int) -> bytes:
    noise = np.random.default_rng((seed, event, article)).standard_normal(VECTOR) * _SCALE
    vector = _centre(seed, event) + AROUND * noise
    return (vector / np.linalg.norm(vector)).astype("<f2").tobytes()


def _made_up(dice: random.Random, count: int) -> list[str]:
    """Give different words of two to four syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = (dice.choice("bcdfghjklmnprstvwz") + dice.choice("aeiou") for _ in range(dice.randint(2, 4)))
        found["".join(syllables) + dice.choice(("", "n", "r", "s", "t", "l"))] = None
    return list(found)


def _shifted(title: str, by: int) -> str:
    """Give a title with each letter so many places further in the alphabet: as long and as like others, of other words.

    >>> _shifted("Dam bursts", 1)
    'Ebn cvstut'
    """
    return title.translate(_alphabets()[by % 26])


@functools.cache
def _alphabets() -> list[dict[int, int]]:
    cases = (ascii_lowercase, ascii_uppercase)
    return [str.maketrans("".join(cases), "".join(case[by:] + case[:by] for case in cases)) for by in range(26)]


_SCALE = np.arange(1, VECTOR + 1) ** -DECAY

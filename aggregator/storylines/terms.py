"""What storylines read of a story: the names and words of its headlines and summaries, each origin with one voice."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from aggregator.grouping.features import DATELINE, LEAD_CHARACTERS
from aggregator.grouping.headlines import clean, cleaned_title, headline
from aggregator.grouping.words import CALENDAR, LABELS, STOPWORDS
from aggregator.models import Document
from aggregator.storylines.general import is_known, key_of_stem

VOICES = 12
"""Origins of a story that are read, the earliest: a larger one says the same again."""

ENCODED = 3
"""Voices whose headline and summary an encoder reads, 300 a second."""

TERMS = 60
"""Terms kept of a story, those that most of its voices use; a story of one voice has about 30."""

LEAD_ONLY = 0.6
"""What a term counts that a voice has in its summary alone: .5 and .8 change the F1 of the labelled stories by .01."""

NOUNS_CAPITAL = frozenset(["de", "deu", "ger", "lb", "ltz"])
"""Languages that write all nouns with a capital: there it tells a name only of a word that few know."""

TITLE_CASE = 0.8
"""Share of capitalised words at which a headline is set in title case, and its capitals tell no names."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.!?:;|–—]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "er", "ed", "ions", "ion", "ies", "es", "s", "e", "y")
_STEM = 4
_ARTICLE = len("dell")
_LAST_LATIN = "ɏ"


@dataclass(frozen=True, slots=True)
class StoryTerms:
    """The terms of a story by their keys: `weight` says how much of its voices use each, `case` how it is written.

    `case` is 1 for a term that is only written with a capital, -1 for one that is written small, 0 where nothing tells.
    `pairs` are terms that stand beside each other as one name. `time` is in days since 1970, None where unknown.
    `vectors` are what an encoder made of its first voices (subject.py), each little-endian float16.
    """

    story: int
    time: float | None
    weight: Mapping[int, float]
    case: Mapping[int, int]
    pairs: frozenset[tuple[int, int]] = frozenset()
    vectors: tuple[bytes, ...] = ()


@functools.lru_cache(maxsize=100_000)
def term_of(word: str) -> str:
    """Give the stem under which a word is compared: inflections and peoples' names fall together.

    >>> term_of("elections") == term_of("elected"), term_of("Russian") == term_of("Russia's")
    (True, True)
    >>> term_of("levelled") == term_of("levels"), term_of("l'Élysée") == term_of("Elysee")
    (True, True)
    """
    stem = _cut(_plain(word.casefold().replace("’", "'")))
    return stem[:-1] if len(stem) >= _STEM and stem[-1] == stem[-2] else stem


def _plain(word: str) -> str:
    """Give a word without the article before its apostrophe or the ending after it, and without accents.

    The languages of one storyline write a name each in its way: "d'Odebrecht", "Perú", "Erdoğan'ın".
    """
    before, _, after = word.partition("'")
    if after:
        ending = len(before) > _ARTICLE if len(after) >= _STEM else len(before) > 2
        word = before if ending else after.replace("'", "")
    if word.isascii() or max(word) > _LAST_LATIN:
        return word
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _cut(word: str) -> str:
    singular = word.removesuffix("s") if len(word) > 6 else word
    for ending, cut in (("an", 1), ("ic", 2)):
        if singular.endswith(ending) and len(singular) >= 6:
            return singular[:-cut]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@functools.lru_cache(maxsize=200_000)
def key_of(word: str) -> int:
    """Give the number of a word's stem: what is kept of a story holds no word of it."""
    return key_of_stem(term_of(word))


def texts_of(document: Document) -> tuple[str, str]:
    """Give the headline and the first sentences of an article, as they are read."""
    title = headline(cleaned_title(document.title), document.outlet)
    lead = clean((document.summary or document.body)[: 4 * LEAD_CHARACTERS])
    return title, DATELINE.sub("", lead)[:LEAD_CHARACTERS]


def written(documents: Iterable[Document]) -> dict[int, str]:
    """Map the keys of some articles' terms to how they write them first, without a possessive s."""
    found: dict[int, str] = {}
    for document in documents:
        for text in texts_of(document):
            for word, _ in words_of(text):
                found.setdefault(key_of(word), word.removesuffix("'s").removesuffix("’s"))
    return found


def voices_of(documents: Iterable[Document]) -> list[Document]:
    """Give the voices of a story that are read: of each origin the earliest article."""
    found: dict[int, Document] = {}
    for document in sorted(documents, key=lambda one: (one.published is None, one.published or 0.0, one.order)):
        found.setdefault(document.copy_link.representative if document.copy_link else document.id, document)
    return list(found.values())[:VOICES]


def words_of(text: str) -> Iterator[tuple[str, bool]]:
    """Give the words of a text in their order, each with whether a sentence begins with it."""
    first = True
    for word in _WORD.findall(text):
        if not word[0].isalpha():
            first = True
        else:
            yield word, first
            first = False


def says_something(word: str) -> bool:
    """Tell whether a word, casefolded, tells anything of what happened."""
    return len(word) > 1 and word not in STOPWORDS and word not in CALENDAR and word not in LABELS


def read_story(story: int, voices: Sequence[Document]) -> StoryTerms:
    """Read a story from its voices (`voices_of`), the earliest first."""
    said: defaultdict[int, float] = defaultdict(float)
    capital, small = Counter[int](), Counter[int]()
    pairs: set[tuple[int, int]] = set()
    for voice in voices:
        title, lead = texts_of(voice)
        nouns = (voice.language or "").casefold() in NOUNS_CAPITAL
        heard = dict.fromkeys(_terms(lead, nouns, capital, small, pairs), LEAD_ONLY)
        heard |= dict.fromkeys(_terms(title, nouns, capital, small, pairs), 1.0)
        for term, part in heard.items():
            said[term] += part / len(voices)
    kept = sorted(said, key=lambda term: (-said[term], term))[:TERMS]
    times = [voice.published for voice in voices if voice.published is not None]
    return StoryTerms(
        story,
        min(times) / 86_400 if times else None,
        {term: said[term] for term in kept},
        {term: -1 if small[term] else int(capital[term] > 0) for term in kept},
        frozenset(pair for pair in pairs if pair[0] in said and pair[1] in said),
        tuple(voice.vector for voice in voices if voice.vector)[:ENCODED],
    )


def _terms(
    text: str, nouns: bool, capital: Counter[int], small: Counter[int], pairs: set[tuple[int, int]]
) -> Iterable[int]:
    """Give the terms of a text, and note how each is written and which stand beside each other as one name.

    `nouns` says that its language writes all nouns with a capital.
    """
    words = list(words_of(text))
    telling = tells_names(words)
    found: dict[int, None] = {}
    before = 0
    for word, first in words:
        if not says_something(word.casefold()):
            before = 0
            continue
        term = key_of(word)
        found[term] = None
        if word[0].islower():
            small[term] += 1
        elif telling and not first and not (nouns and is_known(term)):
            capital[term] += 1
        if before and word[0].isupper() and before != term:
            pairs.add((before, term))
        before = term if word[0].isupper() and telling else 0
    return found


def tells_names(words: Sequence[tuple[str, bool]]) -> bool:
    """Tell whether capitals in a text tell names: not in a headline that is set in title case."""
    long = [word for word, _ in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) < TITLE_CASE * len(long)

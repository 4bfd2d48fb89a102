"""What grouping reads of an article: its headline's words and n-grams, its lead, its numbers and names."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass

from aggregator.grouping.headlines import Affix, clean, cleaned_title, headline
from aggregator.grouping.words import CALENDAR, STOPWORDS
from aggregator.models import Document

MATCH_CHARACTERS = 160
MATCH_WORDS = 30
"""What of a title is compared: the longest headlines in use are shorter, and 1,000 hostile titles of 512 characters
must not cost more than real ones."""

LEAD_CHARACTERS = 320
"""About two sentences: they help more than the rest of the text, which drifts to background that events share."""

GRAM = 4
"""Length of the character n-grams; with 3 or 5 the mean F1 of three sets differs by less than .003."""

HALF_DAY = 43_200
"""A time at midnight or noon, UTC, is a date without a time of day: the two ways in which such dates are written."""

CASED_WORDS = 160
"""Words of a title or lead whose capitals are looked at: no lead has more."""

NUMBERS_READ = 20
"""Numbers of an article that are compared; a table in a lead is no event."""

DATELINE = re.compile(r"^[^()]{0,50}\([^()]{2,20}\)\s*[-–—:]\s*")
"""An agency's opening, such as 'HARBOURTON (Reuters) -': where it was written, not what happened."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'.][^\W\d_]+)*")
_PLACE = re.compile(r"\b(?i:in|at|near|off|of|on|from|hits|rocks|shakes|bei|en|em|à)\s+(?:the\s+)?([A-Z][^\W\d_]{2,})")
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r",(?=\d{3}\b)")

_NUMBER_WORDS: Mapping[str, str] = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """What is read of one article; `words` counts the stems of title (twice) and lead, `time` is in hours.

    `whole_day` says that the time tells no more than the day. `names` are the words that may be names: written with a
    capital after the first word, and the first word itself; `capitals` and `lower` are how words were seen written.
    """

    id: int
    order: str
    time: float | None
    whole_day: bool
    language: str
    title: str
    sorted_title: str
    words: Mapping[str, float]
    title_words: Mapping[str, float]
    has_lead: bool
    grams: Mapping[str, float]
    names: frozenset[str]
    capitals: frozenset[str]
    lower: frozenset[str]
    numbers: frozenset[str]
    all_numbers: frozenset[str]
    places: frozenset[str]
    vector: bytes | None


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give the word without possessive and plural s: the n-grams carry every other inflection."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def numbers(text: str) -> frozenset[str]:
    """Give the numbers and ordinals of a text, those in words included, without thousands separators.

    >>> sorted(numbers("Two dead, 1,200 homes lost in third quake of 6.1"))
    ['1200', '2', '3rd', '6.1']
    """
    found = {f"{number}{ending.lower()}" for number, ending in _ORDINAL.findall(text)}
    for word in _WORD.findall(_ORDINAL.sub(" ", text)):
        if word[0].isdigit():
            found.add(_THOUSANDS.sub("", word))
        elif (number := _NUMBER_WORDS.get(word.lower())) is not None:
            found.add(number)
    return frozenset(found)


def places(text: str) -> frozenset[str]:
    """Give the stems of the capitalised words that follow a word of place.

    >>> sorted(places("Floods in Valdoro, Near Cape Tarn and off the coast"))
    ['cape', 'valdoro']
    """
    found = (word.casefold() for word in _PLACE.findall(text))
    return frozenset(stem(word) for word in found if word not in CALENDAR and word not in STOPWORDS)


def grams(text: str) -> Mapping[str, float]:
    """Count the character n-grams of the words of a text, each word padded by a space."""
    padded = f" {text} "
    return Counter(padded[i : i + GRAM] for i in range(len(padded) - GRAM + 1))


def _case_channels(text: str) -> tuple[str | None, frozenset[str], frozenset[str]]:
    """Give the first word, and the words written with a capital and without one after it; none where all shout."""
    found = _WORD.findall(text)[:CASED_WORDS]
    if not found or text == text.upper():
        return None, frozenset(), frozenset()
    capitals = frozenset(stem(word.casefold()) for word in found[1:] if word[0].isupper() and len(word) > 1)
    lower = frozenset(stem(word.casefold()) for word in found if word[0].islower())
    return stem(found[0].casefold()), capitals, lower


def lead_of(document: Document) -> str:
    """Give the first sentences of the summary, or of the body, without an agency's dateline."""
    text = clean((document.summary or document.body)[: 4 * LEAD_CHARACTERS])[: 4 * LEAD_CHARACTERS]
    return DATELINE.sub("", text)[:LEAD_CHARACTERS]


def encoded_text(document: Document) -> str:
    """Give what of an article a sentence encoder reads: the headline without its series label and outlet name."""
    return headline(cleaned_title(document.title), document.outlet)[:MATCH_CHARACTERS]


def written(document: Document) -> dict[str, str]:
    """Map the stems of an article's headline and lead to how it writes them first, without a possessive s.

    >>> found = written(Document(1, "", "Merkel's talks in Texas"))
    >>> found["merkel"], found["texa"]
    ('Merkel', 'Texas')
    """
    found: dict[str, str] = {}
    for text in (cleaned_title(document.title), lead_of(document)):
        for word in _WORD.findall(text):
            for part in _WORD.findall(word.casefold()):
                found.setdefault(stem(part), word.removesuffix("'s").removesuffix("’s"))
    return found


def read(document: Document, furniture: Container[Affix] = frozenset()) -> Features:
    """Read the features of an article; `furniture` holds the affixes to take from its title."""
    title = headline(cleaned_title(document.title), document.outlet, furniture)
    lead = lead_of(document)
    words = [stem(word) for word in _WORD.findall(title.casefold())[:MATCH_WORDS]]
    lead_words = dict.fromkeys(stem(word) for word in _WORD.findall(lead.casefold()))
    title_counts = Counter(words + list(dict.fromkeys(words)))
    known = title_counts.keys() | lead_words.keys()
    first, capitals, lower = _case_channels(title)
    _, lead_capitals, lead_lower = _case_channels(lead)
    capitals, lower = (capitals | lead_capitals) & known, (lower | lead_lower) & known
    title_numbers = sorted(numbers(title))[:NUMBERS_READ]
    lead_numbers = sorted(numbers(lead).difference(title_numbers))[: NUMBERS_READ - len(title_numbers)]
    return Features(
        id=document.id,
        order=document.order,
        time=None if document.published is None else document.published / 3600,
        whole_day=document.published is not None and document.published % HALF_DAY == 0,
        language=document.language or "",
        title=title,
        sorted_title=" ".join(sorted(words))[:MATCH_CHARACTERS],
        words=title_counts + Counter(lead_words.keys()),
        title_words=title_counts,
        has_lead=bool(lead_words),
        grams=grams(" ".join(words)[:MATCH_CHARACTERS]),
        names=capitals | (frozenset({first} & known) if first else frozenset()),
        capitals=capitals,
        lower=lower,
        numbers=frozenset(title_numbers),
        all_numbers=frozenset(title_numbers + lead_numbers),
        places=(places(title) or places(lead)) & known,
        vector=document.vector,
    )

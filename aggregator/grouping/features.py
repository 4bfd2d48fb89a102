"""What grouping reads of an article: its title without the furniture, its words, numbers and names."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from aggregator.models import Document

TITLE_CHARACTERS = 512
"""A title is cut here before anything else reads it: rapidfuzz needs over 25 s for a title of 1 MB."""

MATCH_CHARACTERS = 200
"""What of a title is compared character by character: the longest headlines in use are shorter, and 1,000 hostile
titles of 512 characters must not cost more than real ones."""

LEAD_CHARACTERS = 320
"""About two sentences: they help more than the rest of the text, which drifts to background that events share."""

GRAM = 4
"""Length of the character n-grams; 3 to 5 together cost three times as much and change F1 by less than .003."""

_TAGS = re.compile(r"<[^<>]{0,300}>")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f]")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'.][^\W\d_]+)*", re.UNICODE)
_SPACE = re.compile(r"\s+")
_TRAILING = re.compile(r"\s+[|–—\-«»·•]\s+")
_LEADING = re.compile(r"\s*[:|–—»]\s+")
DATELINE = re.compile(r"^[^()]{0,50}\([^()]{2,20}\)\s*[-–—:]\s*")
"""An agency\'s opening, such as \'HARBOURTON (Reuters) -\': where it was written, not what happened."""


LABELS = frozenset(
    "live watch video videos photos pictures gallery breaking exclusive updated update updates latest opinion analysis "
    "editorial explainer review podcast listen read recap briefing factbox correction corrected urgent alert "
    "vivo directo video vídeo eilmeldung liveticker ticker direct".split()
)
"""Words that say what kind of post it is and nothing of the event."""

MEDIA_WORDS = frozenset(
    "news times post herald tribune newspaper newspapers broadcasting radio tv press gazette journal chronicle daily "
    "magazine online today guardian observer telegraph express mirror standard independent com reuters bloomberg cnn bbc "
    "npr afp network media zeitung nachrichten noticias diario".split()
)
"""Words that make a trailing ' - Something' the name of an outlet; without one it must repeat to be taken away."""

STOPWORDS = frozenset(
    "a an and are as at be been being but by can could did do does for from had has have he her here hers him his how i "
    "if in into is it its may might more most must my no nor not of off on or our out over own says say said she should "
    "so some such than that the their them then there these they this those to too under up us very was we were what "
    "when where which while who whom why will with would you your after before about amid new via per vs "
    "der die das den dem des ein eine einer eines und oder aber nicht mit von vor nach bei aus auf für im am zu zum zur "
    "ist sind war wird werden hat haben el la los las un una unos unas y o de del al en con por para que se su sus es "
    "son fue ha han le les des du au aux et ou dans sur pour par avec est sont il elle ne pas plus il lo gli della dei "
    "delle di da e è che non si o os um uma dos das na no nas em com não mais".split()
)

_NUMBER_WORDS: Mapping[str, str] = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Features:
    """An article as the scorer sees it; `words` counts the stems of title (twice) and lead, `time` is in hours."""

    id: int
    order: str
    time: float | None
    outlet: str | None
    language: str | None
    title: str
    sorted_title: str
    title_words: frozenset[str]
    lead_words: frozenset[str]
    words: Mapping[str, float]
    grams: Mapping[str, int]
    numbers: frozenset[str]
    all_numbers: frozenset[str]
    capitals: frozenset[str]
    lower: frozenset[str]


def clean(text: str) -> str:
    """Give the text without markup, entities, invisible and control characters, in NFKC with single spaces.

    >>> clean("<b>Fed\\u200b lifts</b>&nbsp;rates")
    'Fed lifts rates'
    """
    text = html.unescape(_TAGS.sub(" ", text))
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).strip()


def affixes(title: str) -> tuple[str | None, str | None]:
    """Give the leading 'Series:' and the trailing '- Outlet' of a cleaned title, casefolded, where it has them.

    >>> affixes("Harbour Latest: ferry runs again - The Quay Post")
    ('harbour latest', 'the quay post')
    """
    lead = _LEADING.split(title, maxsplit=1)
    trail = _TRAILING.split(title)
    head = lead[0].casefold() if len(lead) == 2 and 0 < len(lead[0].split()) <= 4 else None
    tail = trail[-1].casefold() if len(trail) > 1 and len(trail[-1].split()) <= 8 else None
    return head, tail


def repeated_affixes(titles: Iterable[tuple[str, str | None]], least: int = 3) -> frozenset[str]:
    """Give the affixes that at least `least` different titles share: the furniture of a series or of an outlet.

    A trailing one may repeat anywhere; a leading one only at the same outlet, for "Brexit: ..." at three outlets is
    the event itself.
    """
    seen: Counter[tuple[str, str | None]] = Counter()
    for title, outlet in set(titles):
        head, tail = affixes(title)
        if head and outlet:
            seen[head, outlet] += 1
        if tail:
            seen[tail, None] += 1
    return frozenset(affix for (affix, _), count in seen.items() if count >= least)


def _names_outlet(segment: str, outlet: str | None) -> bool:
    words = re.findall(r"\w+", segment.casefold())
    if MEDIA_WORDS.intersection(words):
        return True
    if not outlet:
        return False
    squashed, name = "".join(words), re.sub(r"\W", "", outlet.casefold())
    return bool(squashed) and (squashed in name or fuzz.ratio(squashed, name) >= 85)


def _is_label(segment: str) -> bool:
    words = re.findall(r"\w+", segment.casefold())
    return bool(words) and len(words) <= 4 and not LABELS.isdisjoint(words)


def headline(title: str, outlet: str | None = None, furniture: frozenset[str] = frozenset()) -> str:
    """Give the headline without its series label and without the outlet's own name.

    >>> headline("LIVE: Harbour bridge reopens | The Quay Post")
    'Harbour bridge reopens'
    >>> headline("Mayor resigns - budget row deepens")
    'Mayor resigns - budget row deepens'
    """
    text = title
    while len(parts := _TRAILING.split(text)) > 1:
        tail = parts[-1]
        cut = len(text) - len(tail)
        piped = "|" in text[len(text[:cut].rstrip()) - 1 : cut]
        if not (piped or tail.casefold() in furniture or _names_outlet(tail, outlet)) or len(parts[0].split()) < 2:
            break
        text = _TRAILING.sub("\n", text).rsplit("\n", 1)[0] if len(parts) == 2 else text[:cut].rstrip(" |–—-«»·•")
    pieces = _LEADING.split(text, maxsplit=1)
    if len(pieces) == 2 and len(pieces[1].split()) >= 2:
        label = pieces[0]
        if label.casefold() in furniture or _is_label(label) or (outlet and _names_outlet(label, outlet)):
            text = pieces[1]
    return text


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
            found.add(re.sub(r",(?=\d{3}\b)", "", word))
        elif (number := _NUMBER_WORDS.get(word.lower())) is not None:
            found.add(number)
    return frozenset(found)


def grams(text: str) -> Mapping[str, int]:
    """Count the character n-grams of the words of a text, each word padded by a space."""
    padded = f" {text} "
    return Counter(padded[i : i + GRAM] for i in range(len(padded) - GRAM + 1))


def _case_channels(text: str) -> tuple[frozenset[str], frozenset[str]]:
    found = _WORD.findall(text)
    upper = sum(word[0].isupper() for word in found)
    capitals = frozenset(stem(word.casefold()) for word in found[1:] if word[0].isupper() and len(word) > 1)
    lower = frozenset(stem(word.casefold()) for word in found if word[0].islower())
    if found and len(found[0]) > 1 and found[0][0].isupper() and found[0].casefold() not in STOPWORDS:
        capitals |= {stem(found[0].casefold())}
    shouting = upper > 0.9 * len(found) and text.upper() == text
    return (frozenset(), lower) if shouting else (capitals, lower)


def lead_of(document: Document) -> str:
    """Give the first sentences of the summary, or of the body, without an agency's dateline."""
    text = clean((document.summary or document.body)[: 4 * LEAD_CHARACTERS])
    return DATELINE.sub("", text)[:LEAD_CHARACTERS]


def read(document: Document, furniture: frozenset[str] = frozenset()) -> Features:
    """Read the features of an article; `furniture` holds the affixes to take from its title."""
    title = headline(clean(document.title[:TITLE_CHARACTERS]), document.outlet, furniture)
    lead = lead_of(document)
    words = [stem(word) for word in _WORD.findall(title.casefold())]
    lead_words = [stem(word) for word in _WORD.findall(lead.casefold())]
    matched = " ".join(words)[:MATCH_CHARACTERS]
    counts = Counter(words + list(dict.fromkeys(words)) + list(dict.fromkeys(lead_words)))
    capitals, lower = _case_channels(f"{title} . {lead}" if lead else title)
    title_numbers = numbers(title)
    return Features(
        id=document.id,
        order=document.order,
        time=None if document.published is None else document.published / 3600,
        outlet=document.outlet,
        language=document.language,
        title=title,
        sorted_title=" ".join(sorted(words))[:MATCH_CHARACTERS],
        title_words=frozenset(words),
        lead_words=frozenset(lead_words),
        words=counts,
        grams=grams(matched),
        numbers=title_numbers,
        all_numbers=title_numbers | numbers(lead),
        capitals=capitals,
        lower=lower,
    )

"""Which sentences of an article can stand by themselves, away from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from sentencex import segment

from aggregator.briefs.furniture import ends_article, is_furniture
from aggregator.briefs.leaning import is_statement, leans
from aggregator.briefs.records import Sentence, Source
from aggregator.briefs.speech import is_open, stands_by_itself, without_quotes
from aggregator.briefs.words import LEANING
from aggregator.grouping.words import CALENDAR
from aggregator.models import Scope

# Of one article: what comes later is background, and a long piece must not outweigh the others.
MOST_SENTENCES = 12
SHORTEST, LONGEST = 40, 320
SHORTEST_WITHOUT_SPACES, _LONGEST_WITHOUT_SPACES = 15, 140
# Of a page's text; a paragraph longer than this is no paragraph of news.
_MOST_CHARACTERS = 8_000
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_ENDS = re.compile(r"(?:[.。．۔।]|[.,!?]\s?[\"”»’']|[。！？][」』])$|[.][)]$")
_CUT = re.compile(r"(?:…|\.\.|\[…\]|\[\.\.\.\])[\"”»)]*\.?$|\s[a-z]\.$")
_DATELINES = (
    re.compile(r"^(?:[^\W\d_][^()\n]{0,50}?)?\s*\([^()\n]{2,30}\)\s*\.?\s*[-–—:]+\s*(?=[\"“„«A-ZÀ-Þ\d])"),
    re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,’'/-]{2,40}(?:,\s\w{3,9}\.?\s\d{1,2})?\s*[-–—]+\s+(?=[\"“„«A-ZÀ-Þ\d])"),
    re.compile(r"^[A-ZÀ-Þ][^\W\d_]+(?:[/ -][A-ZÀ-Þ][^\W\d_]+){0,2}\s[–—]\s(?=[\"“„«A-ZÀ-Þ])"),
)
_MOST_WORDS_OF_A_DATELINE = 7
# Lines of a page that may stand before its first sentence.
_BEGINNING = 4
# Texts whose sentences are kept: an article's brief and its story's are made of the same, one right after the other.
_MOST_READ = 256
# A line that ends like no sentence is a heading, a caption or a name, up to so many characters.
_LONGEST_HEADING = 100
# Usable sentences from which on a page may say that its article is at its end.
_WRITTEN = 3
_ADDRESS = re.compile(r"https?\s*:|www\.|@\w|\S+@\S+|#\w|\|")
# In these languages an ordinal has a full stop: "am 3. Januar".
_ORDINALS = frozenset(["de", "da", "nb", "no", "fi", "cs", "sk", "sl", "hr", "hu", "pl", "et", "lv", "is"])
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_HOUR = re.compile(r"\d\s?[ap]\.m\.$")


def sentences_of(source: Source) -> Iterator[Sentence]:
    """Yields the sentences of an article's beginning; usable are those that are whole and name whom they speak of.

    Of a language whose pronouns nobody listed the first alone is, as it leans on none. Of an opinion and of a fact
    check none is: by itself it would read like a report.
    """
    language = (source.language or "en").split("-")[0]
    for place, (text, usable) in enumerate(_read(source.title, source.text[:_MOST_CHARACTERS], language)):
        yield Sentence(source, place, text, usable and source.scope is Scope.NEWS)


@lru_cache(maxsize=_MOST_READ)
def _read(title: str, text: str, language: str) -> tuple[tuple[str, bool], ...]:
    return tuple(islice(_sentences(title, text, language), MOST_SENTENCES))


def _sentences(title: str, text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yields the sentences of a text, each with whether it can stand by itself."""
    place = used = 0
    for paragraph in text.splitlines():
        if used >= _WRITTEN and ends_article(paragraph):
            return
        line = " ".join(paragraph.split())
        if place == 0 and len(line) > len(title):
            line = line.removeprefix(title).lstrip()
        for told in split(_without_dateline(line, first=place == 0), language):
            if is_furniture(told) or (len(told) < _LONGEST_HEADING and not _ENDS.search(told)):
                continue
            listed = language in LEANING or (place < _BEGINNING and not used)
            usable = listed and reads_alone(told, language)
            used += usable
            yield told, usable
            place += 1


def split(paragraph: str, language: str) -> Iterator[str]:
    """Yields the sentences of a paragraph; those between the opening and the end of a quote are its own, and left out.

    >>> list(split("Er sagte am 3. Januar ab. Dann ging er.", "de"))
    ['Er sagte am 3. Januar ab.', 'Dann ging er.']
    >>> list(split("“This is mine. That is yours. I go,” he said. Nobody went.", "en"))[-1]
    'Nobody went.'
    """
    held, quoting = "", False
    for piece in segment(language, paragraph):
        text = piece.strip()
        if held and _HOUR.search(held) and text.split(" ")[0].rstrip(",.").casefold() not in CALENDAR:
            yield held
        elif held:
            text = f"{held} {text}"
        if (language in _ORDINALS and _ORDINAL.search(text)) or _HOUR.search(text):
            held = text
            continue
        held = ""
        if is_open(text):
            quoting = not quoting
        elif not quoting:
            yield text
    if held:
        yield held


def _without_dateline(paragraph: str, *, first: bool) -> str:
    paragraph = paragraph.lstrip("•·*▪■►–—- ")
    for pattern in _DATELINES if first else _DATELINES[:2]:
        found = pattern.match(paragraph)
        if found and len(found[0].split()) <= _MOST_WORDS_OF_A_DATELINE:
            return paragraph[found.end() :]
    return paragraph


def is_usable(text: str, language: str = "en") -> bool:
    """Says whether a sentence can be read without those before it.

    >>> is_usable('The Senate passed the Harbour Reform Bill by 31 votes to 28.')
    True
    >>> is_usable('They passed it by 31 votes to 28 after an eleven-hour sitting.')
    False
    >>> is_usable('The Senate passed the Harbour Reform Bill by 31 votes to…')
    False
    """
    return not is_furniture(text) and reads_alone(text, language)


def reads_alone(text: str, language: str) -> bool:
    """Says so of a sentence that is one of the article's."""
    if not _fits(text) or not _ENDS.search(text) or _CUT.search(text) or _ADDRESS.search(text):
        return False
    outside = without_quotes(text)
    if text[0].islower() or text.count("(") != text.count(")") or text.count("[") != text.count("]") or "?" in outside:
        return False
    if leans(text, outside, language) or not is_statement(outside, language):
        return False
    return stands_by_itself(text)


def _fits(text: str) -> bool:
    if len(_WITHOUT_SPACES.findall(text)) > len(text) / 3:
        return SHORTEST_WITHOUT_SPACES <= len(text) <= _LONGEST_WITHOUT_SPACES
    return SHORTEST <= len(text) <= LONGEST

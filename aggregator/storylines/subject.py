"""What an encoder reads of a story: its reports without the names, so that likeness in meaning is that of the matter.

Names are compared as names. Left in, they make two matters of one club or minister alike, and one affair told of
another place as alike as the same one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from aggregator.models import Document
from aggregator.storylines.general import is_known
from aggregator.storylines.terms import ENCODED, NOUNS_CAPITAL, key_of, tells_names, texts_of, words_of
from aggregator.storylines.words import NEVER_NAMES

LEAST_LETTERS = 6
"""What is left of a report without its names says nothing if it has fewer: two empty texts are as alike as can be."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPACES = re.compile(r"\s+")


def with_meaning(
    stories: Mapping[int, Sequence[Document]], encode: Callable[[Sequence[str]], list[bytes]]
) -> dict[int, list[Document]]:
    """Gives the first voices of stories the vectors of what is read of them, those that say anything without names."""
    texts = {
        (story, number): text
        for story, voices in stories.items()
        for number, text in enumerate(encoded_texts(voices))
        if sum(map(str.isalpha, text)) >= LEAST_LETTERS
    }
    vectors = dict(zip(texts, encode(list(texts.values())) if texts else (), strict=True))
    return {
        story: [replace(voice, vector=vectors.get((story, number))) for number, voice in enumerate(voices)]
        for story, voices in stories.items()
    }


def encoded_texts(voices: Sequence[Document]) -> list[str]:
    """Give the headline and first sentences of a story's first voices, without what any voice writes as a name."""
    names = {word for voice in voices for word in _names(voice)}
    names -= {key_of(word) for voice in voices for word in _words(voice) if word[0].islower()}

    def without(found: re.Match[str]) -> str:
        word = found.group()
        return "" if word[0].isupper() and key_of(word) in names else word

    texts = (". ".join(filter(None, texts_of(voice))) for voice in voices[:ENCODED])
    return [_SPACES.sub(" ", _WORD.sub(without, text)).strip() for text in texts]


def _words(voice: Document) -> Iterator[str]:
    return (word for text in texts_of(voice) for word, _ in words_of(text))


def _names(voice: Document) -> Iterator[int]:
    nouns = (voice.language or "").casefold() in NOUNS_CAPITAL
    for text in texts_of(voice):
        words = list(words_of(text))
        telling = tells_names(words) and not nouns
        for word, first in words:
            key = key_of(word)
            if word[0].isupper() and key not in NEVER_NAMES and ((telling and not first) or not is_known(key)):
                yield key

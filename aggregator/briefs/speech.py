"""Quotes: a sentence that has one names its speaker, or is no sentence of a brief."""

from __future__ import annotations

import re

from aggregator.briefs.words import PRONOUNS, SAYS

QUOTED = re.compile(
    r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|``.*?''|''.*?''"
    r"|(?<!\w)‘[^‘]*?[’](?!\w)|(?<![\w'])'[^'\s][^']*'(?![\w'])"
)
_MARKS = re.compile(r"[\"“”„«»「」『』‘]|``|''")
WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
# A term in quotes ("bridge law") is the outlet's own words; five words are somebody's.
_WORDS_OF_A_SPEECH = 5
_WORDS_OUTSIDE = 3


def without_quotes(text: str) -> str:
    """Gives the words of the outlet's own, a space in place of each quote.

    >>> without_quotes('The bill is “a museum”, Denholm said.')
    'The bill is  , Denholm said.'
    """
    return QUOTED.sub(" ", text)


def is_open(text: str) -> bool:
    """Says whether a quote begins in a text and does not end, or ends and did not begin."""
    return _MARKS.search(without_quotes(text)) is not None


def stands_by_itself(text: str) -> bool:
    """Says whether a sentence has no quote, or one with its speaker: a verb of saying and a name or a description.

    >>> stands_by_itself('"A port is no museum," Harbour Minister Rufus Denholm said.')
    True
    >>> stands_by_itself('"A port is no museum," he told senators.'), stands_by_itself('"A port is no museum."')
    (False, False)
    >>> stands_by_itself('It is “a museum, she said.'), stands_by_itself('The so-called "bridge law" passed.')
    (False, True)
    """
    if is_open(text):
        return False
    quotes = QUOTED.findall(text)
    if not quotes:
        return True
    words = WORD.findall(without_quotes(text))
    if all(len(WORD.findall(quote)) < _WORDS_OF_A_SPEECH for quote in quotes):
        return len(words) >= _WORDS_OUTSIDE
    return any(word.casefold() in SAYS and _is_named(words, at) for at, word in enumerate(words))


def _is_named(words: list[str], at: int) -> bool:
    """Says whether beside the verb stands a name, or a thing with its article, and no pronoun."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return bool(beside) and not any(word.casefold() in PRONOUNS for word in beside)

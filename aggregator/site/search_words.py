"""What a person types into the search, as a question to the full-text index that holds for every input."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aggregator.site.narrowing import readable

MOST_CHARACTERS = 200
MOST_TERMS = 20
# A beginning brings all its words together: of 100,000 articles one letter took 1.2 s, two 35 ms, three 6 ms.
LEAST_OF_A_BEGINNING = 4
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
# A beginning as `match` has it. Others than of ASCII are left to the index, which folds accents by a table of its own.
_BEGINNING = re.compile(r'"([A-Za-z0-9]+)"\*')
# No spaces stand between words, or endings are written onto them (Korean): the index has a whole run as one word.
_RUNS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for and what is left out, as the index takes them; `cut` where there was more than is taken."""

    typed: str = ""
    wanted: Sequence[str] = ()
    unwanted: Sequence[str] = ()
    cut: bool = False

    @property
    def match(self) -> str | None:
        """The question to the index; None where nothing is looked for."""
        if not self.wanted:
            return None
        return " NOT ".join([f"({' AND '.join(self.wanted)})", *self.unwanted])

    @property
    def in_runs(self) -> bool:
        """Whether a word is of a script that the index can't take apart."""
        return _RUNS.search(self.typed) is not None


def read_words(text: str | None) -> Words:
    """Reads words, "phrases" in quotes, -words to leave out and beginnings*; everything else is no operator.

    >>> read_words('O\\'Neil "port bill" -tariff harb* AND').match
    '("O\\'Neil" AND "port bill" AND "harb"* AND "AND") NOT "tariff"'
    >>> read_words('-tariff').match, read_words(' *** ').match
    (None, None)
    """
    plain = " ".join(readable(text).split())
    typed = plain[:MOST_CHARACTERS].rstrip()
    wanted: list[str] = []
    unwanted: list[str] = []
    terms = list(_terms(typed))
    for minus, term in terms[:MOST_TERMS]:
        (unwanted if minus else wanted).append(term)
    return Words(typed, wanted, unwanted, len(typed) < len(plain) or len(terms) > MOST_TERMS)


def beginnings(match: str) -> list[str]:
    """Lists the beginnings of words in a question to the index, as it spells them.

    >>> beginnings('("Harb"* AND "port bill" AND "caf\u00e9"*) NOT "tari"*')
    ['harb', 'tari']
    """
    return [found.lower() for found in _BEGINNING.findall(match)]


def spelled_out(match: str, words: Mapping[str, Sequence[str]]) -> str:
    """Puts the words that begin so in the place of each beginning that has any.

    >>> spelled_out('("harb"* AND "port") NOT "tari"*', {"harb": ["harbor", "harbour"], "tari": []})
    '(("harbor" OR "harbour") AND "port") NOT "tari"*'
    """

    def spelled(found: re.Match[str]) -> str:
        those = [f'"{word}"' for word in words.get(found[1].lower(), ())]
        return f"({' OR '.join(those)})" if those else found[0]

    return _BEGINNING.sub(spelled, match)


def _terms(typed: str) -> Iterator[tuple[bool, str]]:
    for minus, phrase, word in _TERM.findall(typed):
        term = (phrase or word).replace('"', " ").strip()
        letters = sum(letter.isalnum() for letter in term)
        if letters:
            beginning = not phrase and _is_beginning(term, letters)
            yield bool(minus), f'"{term.rstrip("*")}"' + ("*" if beginning else "")


def _is_beginning(word: str, letters: int) -> bool:
    if word.endswith("*"):
        return letters >= LEAST_OF_A_BEGINNING
    return letters > 1 and _RUNS.search(word) is not None

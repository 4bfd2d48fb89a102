"""Noun phrases of headlines, as they are written: found by what stands around words, not by a dictionary."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aggregator.grouping.words import STOPWORDS
from aggregator.storylines.grammar import EVENTS, IN_ING, MAGNITUDES, OFFICES, PARTICIPLES, UNITS, VERBS_TOO, Grammar
from aggregator.storylines.terms import TITLE_CASE, key_of, says_something, words_of
from aggregator.storylines.words import COMMON_WORDS

SURE = 1.0
"""How often a word must be seen as a noun: an article or preposition right before it, or twice with others between."""

LONGEST = 6
"""Words of a phrase at most."""

_CLAUSE = re.compile(r"\s[-–—]\s|[.!?:;,|–—\"“”«»„()\[\]…/]+(?=\s|$)|[\"“”«»„()\[\]…]+")
_WORD = re.compile(r"(?:[dDlLnNsS]|[qQ]u|[dDnNaA]?[eE]?ll)['’](?=\w)|\S+")
_TRIM = "'’‘`*#@&%+=<>~^_"
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_PARTICIPLE = re.compile(r"(?:ed|ly)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a headline: `keys` are its terms, `kind` is name, noun, small or other."""

    text: str
    keys: tuple[int, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a headline writes it: the terms of its names and of its nouns, and how many small words.

    `owned` says that a possessive is within: Kenya's tax bill.
    """

    text: str
    names: tuple[int, ...]
    nouns: tuple[int, ...]
    links: int
    owned: bool = False

    @property
    def keys(self) -> tuple[int, ...]:
        return self.names + self.nouns


class Reader:
    """Reads the noun phrases of headlines of one language, by what the texts of a storyline tell of their words."""

    def __init__(self, grammar: Grammar, texts: Iterable[str], is_name: Callable[[int], bool]) -> None:
        self._grammar = grammar
        self._is_name = is_name
        self._noun: Counter[str] = Counter()
        self._head: defaultdict[str, float] = defaultdict(float, dict.fromkeys(EVENTS, SURE))
        self._verb: Counter[str] = Counter()
        self._times: Counter[str] = Counter()
        self._end: Counter[str] = Counter()
        self._large: Counter[str] = Counter()
        self._beside: Counter[tuple[str, str]] = Counter()
        self._places: set[str] = set()
        self._counted: set[int] = set()
        for text in texts:
            telling = tells_names(text)
            for clause in clauses(text):
                self._count(clause, telling)

    def _count(self, clause: Sequence[str], telling: bool) -> None:
        """Notes what stands around the words of a clause."""
        before, run = "", 0  # `run` counts the words since the last one that a noun follows, 0 where there is none
        for place, text in enumerate(clause):
            word = _bare(text)
            after = clause[place + 1].casefold() if place + 1 < len(clause) else ""
            ends = not after or self._is_small(clause[place + 1])
            self._times[word] += 1
            self._end[word] += ends
            self._verb[word] += before.casefold() in self._grammar.before_verb and self._is_small(before)
            if after in self._grammar.after_noun and not self._is_small(text):
                self._head[word] += SURE
            self._noun[word] += run == 1
            if run and ends:  # of "the storm fell in" the last word is no noun, of "the storm in" it is
                self._head[word] += SURE if run == 1 else SURE / 2
            if telling and place and text[0].isupper():
                self._large[word] += 1
            self._beside[before.casefold(), word] += 1
            if before.casefold() in MAGNITUDES and word not in EVENTS:
                self._counted.add(key_of(word))
            behind = clause[place - 2] if before.casefold() == "the" and place > 1 else before
            if behind.casefold() in self._grammar.before_place:
                self._places.add(word)
            small, owner = self._is_small(text), bool(_POSSESSIVE.search(text))
            self._head[word] += SURE if owner and not small else 0.0
            opens = owner or (small and word in self._grammar.before_noun)
            run = 1 if opens else 0 if small or not run else run + 1
            before = text

    def _headed(self, word: str) -> float:
        """Gives how often a word is seen at the end of a noun phrase; where it is once, other ends count a little."""
        return self._head[word] + (self._end[word] / 4 if self._head[word] else 0.0)

    def _is_small(self, text: str) -> bool:
        # "US" and "us" are written apart, and so are IT and it.
        return self._grammar.is_small(text.casefold()) and not (len(text) > 1 and text.isupper())

    def phrases(self, headline: str) -> Iterator[Phrase]:
        """Gives the noun phrases of a headline, overlapping ones too."""
        telling = tells_names(headline)
        for clause in clauses(headline):
            words = [self._word(text, place == 0, telling) for place, text in enumerate(clause)]
            for first, word in enumerate(words):
                behind_name = first > 0 and words[first - 1].kind == "name"
                if word.kind not in ("name", "noun"):
                    continue
                if behind_name and (word.kind == "name" or word.text.casefold() in VERBS_TOO):
                    continue
                yield from self._from(words, first)

    def is_place(self, phrase: Phrase) -> bool:
        """Tells whether a name is seen where places stand: in the Brack, near Lower Brack."""
        return phrase.text.split(" ", 1)[0].casefold() in self._places

    def _word(self, text: str, first: bool, telling: bool) -> Word:
        bare = _POSSESSIVE.sub("", text)
        word = bare.casefold()
        if self._is_small(bare):
            return Word(text, (), "small")
        keys = tuple(key_of(part) for part, _ in words_of(bare) if says(part, self._grammar, not first and telling))
        if not keys and word in STOPWORDS and bare[0].isupper() and telling and (self._large[word] or not first):
            return Word(text, (), "name")  # another language's article before a name: El Fasher
        if not keys or not bare[0].isalpha() or word in UNITS or (len(word) < 3 and not bare.isupper()):
            return Word(text, keys, "other")
        known = self._large[word] or any(map(self._is_name, keys))
        if bare[0].isupper() and (known if first or not telling else True):
            return Word(text, keys, "name")
        if not self._counted.isdisjoint(keys):
            return Word(text, keys, "other")
        lower = text if bare.isupper() and telling else text[0].lower() + text[1:]
        if word.endswith("ing") and self._grammar.compounds and not (word in EVENTS or word in IN_ING or "-" in word):
            return Word(lower, keys, "other")  # "under fire for kissing player"
        seen = self._noun[word] + self._headed(word)
        nominal = seen >= max(SURE, self._verb[word]) and not self._grammar.nouns_large
        return Word(lower, keys, "noun" if nominal else "other")

    def _from(self, words: Sequence[Word], first: int) -> Iterator[Phrase]:
        """Gives the phrases that begin with a word."""
        for end in range(first, min(len(words), first + LONGEST)):
            word, before = words[end], words[end - 1] if end > first else None
            small = word.text.casefold()
            if word.kind == "other" or (word.kind == "small" and small not in self._grammar.within):
                return
            if word.kind == "small":
                continue
            if (before and not self._follows(before, word)) or _is_sentence(words[first : end + 1]):
                return
            if self._ends(words, first, end):
                yield _phrase(words[first : end + 1])

    def _follows(self, before: Word, word: Word) -> bool:
        """Tells whether a phrase may go on with a word."""
        if before.kind == "small":
            return word.kind == "name" or before.text.casefold() not in self._grammar.before_name
        # Where all nouns have a capital, what stands beside each other once need not belong together.
        if self._grammar.nouns_large and self._beside[before.text.casefold(), _bare(word.text)] < 2:
            return False
        # "Premier League charges Manchester City" is a sentence, "Istanbul mayor Imamoglu" is not.
        if before.kind == "noun" and word.kind == "name":
            return before.text.casefold() in OFFICES or bool(_POSSESSIVE.search(before.text))
        return True

    def _ends(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Tells whether a phrase may end with a word: it cuts no name and leaves no noun behind."""
        word, after = words[end], words[end + 1] if end + 1 < len(words) else None
        if word.kind == "name":  # of "rail strike in Deutsche Bahn history" the end would be another's
            linked = self._grammar.compounds and any(one.kind == "small" for one in words[first:end])
            return not after or (after.kind != "name" and (after.kind == "small" or not linked))
        plain = _bare(word.text)
        if (after and after.kind == "noun") or _PARTICIPLE.search(word.text) or plain in PARTICIPLES:
            return False
        return self._headed(plain) >= SURE and 3 * self._end[plain] >= self._times[plain]


def _is_sentence(words: Sequence[Word]) -> bool:
    """Tells whether what ends with a noun has a verb: "rob the Louvre of jewels", "Osgood raids pension fund"."""
    if len(words) < 3 or words[-1].kind != "noun":
        return False
    first, before = words[-3], words[-2]
    if before.kind == "small":
        return any(word.kind == "name" for word in words)
    return first.kind == "name" and before.text.casefold() in VERBS_TOO and not _POSSESSIVE.search(first.text)


def _bare(text: str) -> str:
    return _POSSESSIVE.sub("", text).casefold()


def _phrase(words: Sequence[Word]) -> Phrase:
    text = " ".join(word.text for word in words).replace("' ", "'").replace("’ ", "’")
    names, nouns = (
        tuple(dict.fromkeys(key for word in words if word.kind == kind for key in word.keys))
        for kind in ("name", "noun")
    )
    links = sum(word.kind == "small" for word in words)
    owned = any(_POSSESSIVE.search(word.text) for word in words[:-1])
    return Phrase(_POSSESSIVE.sub("", text), names, tuple(key for key in nouns if key not in names), links, owned)


def says(word: str, grammar: Grammar, telling: bool) -> bool:
    """Tell whether a word says something: a small one in capitals is a name (US), as another language's may be (Oder).

    >>> from aggregator.storylines.grammar import ENGLISH
    >>> says("US", ENGLISH, True), says("us", ENGLISH, True), says("Oder", ENGLISH, True)
    (True, False, True)
    """
    small = word.casefold()
    if says_something(small) or not (telling and word[0].isupper()):
        return says_something(small)
    if word.isupper():
        return key_of(word) in COMMON_WORDS
    return len(word) > 2 and small in STOPWORDS and not grammar.is_small(small)


def keys_in(text: str, grammar: Grammar) -> set[int]:
    """Give the terms of a text."""
    telling = tells_names(text)
    return {key_of(word) for word, first in words_of(text) if says(word, grammar, telling and not first)}


def clauses(text: str) -> Iterator[list[str]]:
    """Give the words of each clause of a text, without the signs around them.

    >>> list(clauses("Louvre robbery: eight pieces of France's jewels stolen"))
    [['Louvre', 'robbery'], ['eight', 'pieces', 'of', "France's", 'jewels', 'stolen']]
    """
    for part in _CLAUSE.split(text):
        words = [word for found in _WORD.findall(part or "") if (word := _trimmed(found))]
        if words:
            yield words


def _trimmed(word: str) -> str:
    kept = word.lstrip(_TRIM).rstrip(_TRIM.replace("'", "").replace("’", ""))
    return kept if any(letter.isalnum() for letter in kept) else ""


def tells_names(text: str) -> bool:
    """Tell whether the capitals of a text tell names: it is not set in title case, nor in capitals alone."""
    long = [word for word, _ in words_of(text) if len(word) > 3]
    return sum(word[0].isupper() for word in long) < TITLE_CASE * len(long)

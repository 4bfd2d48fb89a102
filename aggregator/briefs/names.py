"""Names of a sentence that its cited texts do not have, told by their capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aggregator.briefs.common_words import (
    COUNTRY_OF,
    ENDINGS,
    GENERIC,
    GERMAN_DETERMINERS,
    GERMAN_NAMES_WITH_ARTICLE,
    GERMAN_NOUN_ENDINGS,
    GERMAN_NOUNS,
    GERMAN_PLACE_TAILS,
    NAME_PARTICLES,
    NOUN_ENDINGS,
    OPENINGS,
    SHORT_FOR,
)
from aggregator.grouping.features import stem

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*(?:['’][sS]\b)?")
# What begins anew after a stop, a colon, a dash or an opening mark is written with a capital whatever it is.
_OPENS = re.compile(r"(?:^|[.!?:;–—]\s|[\"“„«‹»(\[]|(?<!\w)['‘])[\s\"“„«(\[]*$")
# How far apart the words of one name may stand: Rufus J. W. Denholm.
_NEAR = 3
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands: `text` without a possessive s; `opens` where a capital tells nothing.

    `joined` says that nothing but a space or hyphen parts it from `before`, the word before it.
    """

    text: str
    possessive: bool
    opens: bool
    joined: bool
    before: str

    @property
    def capital(self) -> bool:
        return any(letter.isupper() for letter in self.text)

    @property
    def folded(self) -> str:
        return self.text.casefold()


def words_of(text: str) -> list[Word]:
    """Reads the words of a text; U.S. is one, and an Anglo-Irish treaty has two.

    >>> [word.text for word in words_of("The U.S. Senate's Anglo-Irish vote")]
    ['The', 'US', 'Senate', 'Anglo', 'Irish', 'vote']
    """
    found: list[Word] = []
    end, before = 0, ""
    for match in _WORD.finditer(text):
        bare = re.sub(r"['’][sS]$", "", match[0])
        gap = text[end : match.start()]
        opens = _OPENS.search(text[max(0, match.start() - 4) : match.start()]) is not None or not found
        joined = bool(found) and (gap in (" ", "-", "\u00a0") or (gap == ". " and len(before) == 1))
        found.append(Word(bare.replace(".", ""), bare != match[0], opens and not joined, joined, before))
        end, before = match.end(), found[-1].text
    return found


def forms(word: str, language: str) -> frozenset[str]:
    """Gives a word with and without the endings that its language has for names.

    >>> sorted(forms("москве", "ru")), sorted(forms("dockers", "en"))
    (['москв', 'москве'], ['docker'])
    """
    if language not in ENDINGS:
        return frozenset([stem(word)])
    cut = (word[: -len(end)] for end in ENDINGS[language] if word.endswith(end))
    return frozenset([word, *(short for short in cut if len(short) >= _SHORTEST_STEM)])


@dataclass(slots=True)
class Known:
    """The words of the cited texts: all of them, those with a capital, and which stand near which."""

    language: str
    all: set[str] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)
    near: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    after: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    owners: set[str] = field(default_factory=set)
    folded: str = ""

    @classmethod
    def of(cls, texts: Iterable[str], language: str) -> Known:
        known = cls(language)
        for text in texts:
            words = words_of(text)
            known._take(words)
            known.folded += " " + " ".join(word.folded for word in words)
        return known

    def _take(self, words: Sequence[Word]) -> None:
        told = [forms(word.folded, self.language) for word in words]
        for at, word in enumerate(words):
            self.all |= told[at]
            if not word.capital:
                continue
            self.capitals |= told[at]
            if word.possessive:
                self.owners |= told[at]
            for other in range(at + 1, min(at + 1 + _NEAR, len(words))):
                if not words[other].joined or not (words[other].capital or words[other].text in NAME_PARTICLES):
                    break
                self._link(told[at], told[other], adjacent=other == at + 1)

    def _link(self, one: frozenset[str], other: frozenset[str], *, adjacent: bool) -> None:
        for left in one:
            self.near[left] |= other
            if adjacent:
                self.after[left] |= other
        for right in other:
            self.near[right] |= one

    def has(self, word: Word, *, capital: bool) -> bool:
        return bool(forms(word.folded, self.language) & (self.capitals if capital else self.all))


def unsupported_names(text: str, known: Known) -> Iterator[str]:
    """Yields, in words, what of the names of a sentence the cited texts do not have."""
    words = words_of(text)
    for word in words:
        if word.capital and len(word.text) > 1 and not _is_supported(word, known):
            yield f"no cited text has the name {word.text!r}"
    for one, other in pairwise(words):
        if other.joined and _is_mixed(one, other, known):
            yield f"no cited text has the name '{one.text} {other.text}', though it has its parts"


def _is_supported(word: Word, known: Known) -> bool:
    opens = word.opens and not word.text[1:].isupper()
    if opens and (word.folded in OPENINGS or known.has(word, capital=False) or _is_noun(word, known)):
        return True
    if known.has(word, capital=not (word.folded in GENERIC or known.language == "de")):
        return True
    return _is_nationality(word, known) or _is_abbreviation(word, known) or _is_german_noun(word, known)


def _is_noun(word: Word, known: Known) -> bool:
    endings = NOUN_ENDINGS.get(known.language)
    return endings is not None and word.folded.endswith(endings)


def _is_nationality(word: Word, known: Known) -> bool:
    """German of Germany; of a German, Germany's, but not "in Germany": a German may be anywhere."""
    if known.language != "en":
        return False
    adjective = word.folded if word.folded in COUNTRY_OF else stem(word.folded)
    if country := COUNTRY_OF.get(adjective):
        others = {other for other, of in COUNTRY_OF.items() if of == country}
        return any(stem(other) in known.capitals for other in (country, *others))
    return word.possessive and any(
        of == word.folded and stem(adjective) in known.capitals for adjective, of in COUNTRY_OF.items()
    )


def _is_abbreviation(word: Word, known: Known) -> bool:
    """Says whether a text writes out what a word of capitals stands for."""
    if any(f" {name} " in f"{known.folded} " for name in SHORT_FOR.get(word.folded, ())):
        return True
    if any(
        word.folded in name.split() for short, names in SHORT_FOR.items() for name in names if short in known.capitals
    ):
        return True
    return word.text.isupper() and len(word.text) >= _SHORTEST_STEM and _is_spelt_out(word.folded, known)


def _is_spelt_out(letters: str, known: Known) -> bool:
    """Looks for names beside one another with these first letters, little words between them left out."""
    told = [word for word in known.folded.split() if word not in OPENINGS]
    starts = (at for at in range(len(told) - len(letters) + 1) if told[at][0] == letters[0])
    found = (told[at : at + len(letters)] for at in starts)
    return any(
        "".join(word[0] for word in names) == letters
        and all(forms(word, known.language) & known.capitals for word in names)
        for names in found
    )


def _is_german_noun(word: Word, known: Known) -> bool:
    """Says whether a German word with a capital is no name, though no text has it: by its ending, parts or article."""
    if known.language != "de" or word.text.isupper() or word.folded in GERMAN_NAMES_WITH_ARTICLE:
        return False
    if word.folded in GERMAN_NOUNS or word.folded in GERMAN_PLACE_TAILS:
        return True
    if word.folded.endswith(GERMAN_PLACE_TAILS):
        return False
    if word.folded.endswith(GERMAN_NOUN_ENDINGS) or word.before.casefold() in GERMAN_DETERMINERS:
        return True
    noun = word.folded
    long = [known_word for known_word in known.all if len(known_word) >= _COMPOUND]
    return noun.endswith(tuple(long)) or (len(noun) >= _COMPOUND and any(one.startswith(noun) for one in long))


# "Reformgesetz" of a text that says "Gesetz", "Hafen" of "Hafengesetz"; shorter words end names by chance.
_COMPOUND = 5


def _is_mixed(one: Word, other: Word, known: Known) -> bool:
    """Says whether two words that stand together here stand in the texts with others only: the name of nobody."""
    if not (one.capital and other.capital) or one.possessive or len(one.text) == 1 or len(other.text) == 1:
        return False
    if (one.opens and one.folded in OPENINGS) or not (known.has(one, capital=True) and known.has(other, capital=True)):
        return False
    left, right = forms(one.folded, known.language), forms(other.folded, known.language)
    if any(known.near[word] & right for word in left if word in known.near):
        return False
    follows = any(known.after.get(word) for word in left)
    led = any(right & others for others in known.after.values())
    plain = known.language != "de" and not {one.folded, other.folded} & GENERIC and stem(one.folded) not in COUNTRY_OF
    return (follows and led) or (plain and (follows or led))

"""A storyline's name from the headlines of its stories: who or where, and what, as an editor could print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aggregator.models import Document
from aggregator.storylines.grammar import ACCUSES, ENGLISH, EVENTS, GRAMMARS, Grammar
from aggregator.storylines.phrases import Phrase, Reader, clauses, keys_in
from aggregator.storylines.rarity import Background
from aggregator.storylines.terms import key_of, texts_of

LEAD_ONLY = 0.4
"""What a term counts in a story that has it in its summaries alone."""

ONE_HEADLINE = 0.6
"""What it counts if one headline of many has it."""

COMMON = 0.2
"""What a word is worth at least that the stories share, however common it is."""

HAPPENS = 0.5
"""The same of a name, and of a word for what happens: "fire" tells it of Grenfell Tower."""

BESIDE = 0.3
"""What the others count beside the name and the noun worth most: first and last name are one person, not two."""

COMPOSED = 0.6
"""What is taken off a name that no headline writes so."""

LONE = 0.4
"""What is taken off one word of an English name that is no place: "Biden" names many storylines, and none."""

PLACED = 0.2
"""What is added to it where the name is a place."""

KEPT = 0.75
"""A name stays while it is worth so much of the best one: who links to it shall find it again."""

CENTRAL = 70
"""Characters of a headline from which on its first clause stands for it."""

PAIRED = 8
"""Names, and nouns, of which the best are put together."""


def name_of(stories: Sequence[Sequence[Document]], background: Background, kept: str = "") -> str:
    """Name a storyline by a phrase of its headlines that holds what most of its stories share.

    Where no headline writes the shared name beside the shared noun they are put together, and where neither is found
    the most central headline stands. `kept` is the name that it has: it stays while it is about as good as the best.
    """
    grammar, told = _language(stories)
    shares = _Shares(stories, background)
    found = _candidates(told, grammar, shares, background)
    if not found:
        return _central(told, grammar, shares)
    best = min(found, key=lambda name: (-found[name], len(name), name))
    return kept if found.get(kept, 0.0) >= KEPT * found[best] else best


def _language(stories: Sequence[Sequence[Document]]) -> tuple[Grammar, list[list[Document]]]:
    """Gives the grammar of the language in which most stories have a headline, with the voices in it by story."""
    in_stories = Counter(language for voices in stories for language in {_code(voice) for voice in voices})
    in_voices = Counter(_code(voice) for voices in stories for voice in voices)
    best = min(in_stories, key=lambda code: (-in_stories[code], -in_voices[code], code), default="en")
    told = [[voice for voice in voices if _code(voice) == best] for voices in stories]
    return GRAMMARS.get(best, ENGLISH), [voices for voices in told if voices]


def _code(voice: Document) -> str:
    return (voice.language or "en").split("-")[0].lower()


class _Shares:
    """How much each term says of a storyline: the part of its stories that hold it, and how rare it is elsewhere."""

    def __init__(self, stories: Sequence[Sequence[Document]], background: Background) -> None:
        held: Counter[int] = Counter()
        parts: defaultdict[int, float] = defaultdict(float)
        for voices in stories:
            titles: Counter[int] = Counter()
            leads: set[int] = set()
            for voice in voices:
                title, lead = texts_of(voice)
                grammar = GRAMMARS.get(_code(voice), ENGLISH)
                titles.update(keys_in(title, grammar))
                leads |= keys_in(lead, grammar)
            held.update(titles.keys() | leads)
            for key in titles.keys() | leads:
                heads = titles[key] / len(voices)
                parts[key] += ONE_HEADLINE + (1 - ONE_HEADLINE) * heads if heads else LEAD_ONLY
        worth = {
            key: parts[key] / len(stories) * max(background.rarity(key) ** 2, _least(key, background))
            for key in held
            if held[key] > 1
        }
        largest = max(worth.values(), default=1.0)
        self._worth = {key: value / largest for key, value in worth.items()}

    def of(self, key: int) -> float:
        return self._worth.get(key, 0.0)

    def score(self, phrase: Phrase, times: int) -> float:
        """Gives what a phrase is worth that so many headlines write."""
        names, nouns = ([self.of(key) for key in keys] for keys in (phrase.names, phrase.nouns))
        worth = sum(max(some, default=0.0) * (1 - BESIDE) + sum(some) * BESIDE for some in (names, nouns))
        again = 0.1 * (min(times, 4) - 1)
        strange, more = sum(not one for one in (*names, *nouns)), max(0, len(phrase.keys) - 4)
        return worth - 0.3 * strange - 0.2 * more - 0.15 * phrase.links + again


_EVENTS = frozenset(map(key_of, EVENTS))


def _least(key: int, background: Background) -> float:
    return HAPPENS if key in _EVENTS or background.is_name(key) else COMMON


def _candidates(
    told: Sequence[Sequence[Document]], grammar: Grammar, shares: _Shares, background: Background
) -> dict[str, float]:
    """Maps the names that the headlines offer to what each is worth."""
    titles = [[texts_of(voice)[0] for voice in voices] for voices in told]
    texts = [text for voices in told for voice in voices for text in texts_of(voice)]
    reader = Reader(grammar, texts, background.is_name)
    times: Counter[Phrase] = Counter()
    for title in (title for some in titles for title in some):
        times.update(set(reader.phrases(title)))
    # A word alone is worth what it is shared; that many headlines write it says the same again, and where all nouns
    # have a capital it would go before "Streik bei Boeing".
    lone = grammar.nouns_large
    score = {
        phrase: shares.score(phrase, 1 if lone and len(phrase.keys) == 1 else count)
        for phrase, count in times.items()
        if any(map(shares.of, phrase.keys))
    }
    found: dict[str, float] = {}
    written = {phrase.text.casefold() for phrase in score}
    for phrase, worth in score.items():
        if len(phrase.keys) > 1 or phrase.names:
            whole = 0.3 if phrase.names and phrase.nouns else 0.5 if grammar.nouns_large and phrase.links else 0.0
            alone = len(phrase.keys) == 1 and grammar.compounds and not reader.is_place(phrase)
            _add(found, phrase.text, worth + whole + _happens(phrase) - LONE * alone)
    if not grammar.nouns_large:
        for name, noun, worth in _paired(score, shares, reader):
            pair = f"{name.text} {noun.text}" if grammar.compounds else f"{name.text}: {noun.text}"
            if pair.casefold() not in written:
                _add(found, pair, worth)
    return found


def _add(found: dict[str, float], name: str, worth: float) -> None:
    name = name[0].upper() + name[1:]
    found[name] = max(worth, found.get(name, 0.0))


def _paired(score: Mapping[Phrase, float], shares: _Shares, reader: Reader) -> Iterator[tuple[Phrase, Phrase, float]]:
    """Gives the best names with the best nouns that stand beside none of them.

    No name is given a noun that accuses, and places go first: a firm may deny that the spill in the river is its own.
    """
    ordered = sorted(score, key=lambda phrase: (-score[phrase], phrase.text))
    names = [phrase for phrase in ordered if not (phrase.nouns or phrase.links or phrase.owned)][:PAIRED]
    nouns = [
        phrase
        for phrase in ordered
        if not (phrase.names or phrase.links)
        and all(map(shares.of, phrase.keys))
        and not ACCUSES & set(phrase.text.casefold().split())
    ][:PAIRED]
    for name in names:
        placed = PLACED if reader.is_place(name) else 0.0
        for noun in nouns:
            if not set(name.keys) & set(noun.keys):
                yield name, noun, score[name] + score[noun] + 0.3 + placed + _happens(noun) - COMPOSED


def _happens(phrase: Phrase) -> float:
    """Gives what it adds that a phrase says what happened."""
    return 0.3 if phrase.text.rsplit(" ", 1)[-1].casefold() in EVENTS else 0.0


def _central(told: Sequence[Sequence[Document]], grammar: Grammar, shares: _Shares) -> str:
    """Gives the headline that holds most of what the stories share; of a long one its first clause."""
    titles = [title for voices in told for voice in voices if (title := texts_of(voice)[0])]
    best = max(titles, key=lambda title: (sum(map(shares.of, keys_in(title, grammar))), -len(title), title), default="")
    if len(best) < CENTRAL:
        return best
    return " ".join(next(clauses(best), [])) or best

"""A storyline's name from the headlines of its stories: who or where, and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from aggregator.models import Document
from aggregator.storylines.rarity import Background
from aggregator.storylines.terms import key_of, says_something, texts_of, words_of
from aggregator.storylines.words import COMMON_WORDS

LONGEST = 4
"""Words of a name, such as "Freedom of Russia Legion"."""

_LINKS = frozenset(["of", "the", "de", "la", "del", "du", "des", "da", "do", "di", "von", "van", "der"])


def name_of(stories: Sequence[Sequence[Document]], background: Background) -> str:
    """Name a storyline by the name and the two words that most of its stories' headlines have, the rarest first.

    The headline of its middle story stands where the headlines have no word in common.
    """
    headlines = [[texts_of(voice)[0] for voice in voices] for voices in stories]
    told = [{key_of(word) for title in titles for word, _ in words_of(title)} for titles in headlines]
    counts = Counter(key for keys in told for key in keys)
    weight = {
        key: count * background.rarity(key) ** 2
        for key, count in counts.items()
        if count > 1 and key not in COMMON_WORDS
    }
    ways = _ways(headlines)
    ordered = [key for key in sorted(weight, key=lambda key: (-weight[key], key)) if key in ways]
    names = [key for key in ordered if background.is_name(key)]
    phrase = _phrase(names[0], headlines, ways) if names else ""
    within = {key_of(word) for word, _ in words_of(phrase)}
    words = [_way(ways[key]) for key in ordered if key not in within and not background.is_name(key)][:2]
    others = [_phrase(key, headlines, ways) for key in names if key not in within][:1]
    if phrase and not words:
        words = others
    if not words or not phrase:
        return phrase if phrase and len(phrase.split()) > 1 else _middle(headlines)
    return f"{phrase}: {', '.join(words)}"


def _middle(headlines: Sequence[Sequence[str]]) -> str:
    """Give the first headline of the story that shares most words with the others; the earliest on a tie."""
    told = [{key_of(word) for title in titles for word, _ in words_of(title)} for titles in headlines]
    shared = [sum(len(keys & other) for other in told) - len(keys) for keys in told]
    place = max(range(len(headlines)), key=lambda number: (shared[number], -number))
    return next(iter(headlines[place]), "")


def _ways(headlines: Sequence[Sequence[str]]) -> Mapping[int, Counter[str]]:
    """Count how each term that says something is written."""
    found: dict[int, Counter[str]] = {}
    for titles in headlines:
        for title in titles:
            for word, _ in words_of(title):
                if says_something(word.casefold()):
                    found.setdefault(key_of(word), Counter())[word.removesuffix("'s").removesuffix("’s")] += 1
    return found


def _way(ways: Counter[str]) -> str:
    """Give the most frequent way to write a word, small where any headline writes it so."""
    return min(ways, key=lambda word: (word[0].isupper(), -ways[word], len(word), word))


def _phrase(key: int, headlines: Sequence[Sequence[str]], ways: Mapping[int, Counter[str]]) -> str:
    """Give the name that a term is part of, as at least half of the headlines with it write it; else the word."""
    found = Counter(phrase for titles in headlines for title in titles for phrase in _phrases(title, key))
    times = sum(found.values())
    whole = [phrase for phrase, count in found.items() if 2 * count >= times and count > 1]
    return max(whole, key=lambda phrase: (len(phrase), phrase)) if whole else max(
        ways[key], key=lambda word: (ways[key][word], word)
    )  # fmt: skip


def _phrases(title: str, key: int) -> Iterator[str]:
    """Give the runs of capitalised words of a headline that hold a term, small words of names within."""
    run: list[str] = []
    for word, first in (*words_of(title), ("", True)):
        if word[:1].isupper() and not (first and run):
            run.append(word.removesuffix("'s").removesuffix("’s"))
            continue
        if word in _LINKS and run:
            run.append(word)
            continue
        yield from _kept(run, key)
        run = [word] if word[:1].isupper() else []


def _kept(run: list[str], key: int) -> Iterator[str]:
    while run and run[-1] in _LINKS:
        run.pop()
    if 0 < len(run) <= LONGEST and key in map(key_of, run):
        yield " ".join(run)

"""Why an article is in a story: the terms of the pair score as reasons, and the reasons as a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from aggregator.grouping.features import written
from aggregator.grouping.rows import Array, Rows
from aggregator.grouping.scoring import GAP_HOURS, Scorer
from aggregator.grouping.shelf import Shelf
from aggregator.grouping.weights import ACROSS, WEIGHTS
from aggregator.grouping.words import STOPWORDS
from aggregator.models import Document, Member, Reason

SHOWN_WORDS = 4
"""Words that a reason names; more make no reader surer."""

COPY_METHODS = {
    "exact": "the same text",
    "shingles": "nearly the same text",
    "contained": "a shortened copy of the text",
    "lead": "the same opening",
    "title": "the same long headline",
    "canonical": "its page names the other as the original",
}

STEMMED = frozenset({"words", "names", "places"})
"""Terms whose words are compared as stems."""

ALWAYS = frozenset({"gap", "clash"})
"""Terms that are told also where they are nothing: how far apart, and that no numbers conflict."""


def pair_reasons(shelf: Shelf, scorer: Scorer, one: Sequence[int], other: Sequence[int]) -> list[tuple[Reason, ...]]:
    """Give for each pair of slots the terms by which they were matched; weight is the term's part in log-odds."""
    if not one:
        return []
    pairs = scorer.pairs(np.asarray(one), np.asarray(other))
    terms = {**pairs.terms, "nearest": scorer.nearness(pairs)}
    values = {name: terms[name].tolist() for name in terms}
    names = {rows: rows.terms.names for rows in (shelf.words, shelf.names, shelf.all_numbers, shelf.places)}
    names[shelf.numbers] = names[shelf.all_numbers]
    return [
        tuple(
            Reason(
                name, round(values[name][place], 4), round(values[name][place] * weight, 4),
                _words(name, shelf, scorer, values[name][place], (one[place], other[place]), names),
            )
            for name, weight in (WEIGHTS if pairs.within[place] else ACROSS).items()
            if values[name][place] or name in ALWAYS
        )
        for place in range(len(one))
    ]  # fmt: skip


def copy_reason(method: str, score: float) -> tuple[Reason, ...]:
    """Give the one reason of a copy: it goes where its origin goes."""
    return (Reason("copy", score, 0.0, (method,)),)


def worded(members: Iterable[Member], documents: Iterable[Document]) -> tuple[Member, ...]:
    """Give members whose reasons name words as the two articles write them, and not as stems.

    Those stay stems that neither of them is among the documents, or that it does not write in its headline or lead.
    """
    texts = {document.id: written(document) for document in documents}
    return tuple(
        replace(member, reasons=tuple(_as_written(reason, member, texts) for reason in member.reasons))
        for member in members
    )


def _as_written(reason: Reason, member: Member, texts: Mapping[int, Mapping[str, str]]) -> Reason:
    if reason.name not in STEMMED:
        return reason
    own, other = texts.get(member.article, {}), texts.get(member.matched or 0, {})
    return replace(reason, words=tuple(own.get(word) or other.get(word, word) for word in reason.words))


def sentence(reasons: Iterable[Reason]) -> str:
    """Say in words why an article was joined with the one it matched.

    >>> sentence([Reason("words", 0.4, 1.4, ("ferry", "harbour")), Reason("gap", 0.4055, -0.4), Reason("clash", 0, 0)])
    'rare words ferry, harbour; 3 h apart; no conflicting numbers'
    """
    return "; ".join(part for part in map(_phrase, reasons) if part)


def _phrase(reason: Reason) -> str:
    named = ", ".join(reason.words)
    match reason.name:
        case "person":
            return f"put here by a person: {named}" if named else "put here by a person"
        case "copy":
            return COPY_METHODS.get(named, named)
        case "words" if named:
            return f"rare words {named}"
        case "names" if named:
            return f"names {named}"
        case "numbers" if named:
            return f"same numbers {named}"
        case "places":
            return f"other places {named}".rstrip()
        case "clash":
            return f"conflicting numbers {named}".rstrip() if reason.value else "no conflicting numbers"
        case "dense":
            return f"alike in meaning ({reason.value:.2f}), in another language"
        case "gap":
            return named or _apart(reason.value)
        case _:
            return ""


def _apart(gap: float) -> str:
    hours = round(float(np.expm1(gap)) * GAP_HOURS)
    if not hours:
        return "under an hour apart"
    return f"{hours} h apart" if hours < 48 else f"{round(hours / 24)} days apart"


def _words(
    name: str, shelf: Shelf, scorer: Scorer, value: float, slots: tuple[int, int], names: Mapping[Rows, Sequence[str]]
) -> tuple[str, ...]:
    weights = scorer.weights
    match name:
        case "words":
            return _heaviest(shelf.words, weights.words, slots, names, shared=True)
        case "names":
            return _heaviest(shelf.names, weights.names, slots, names, shared=True)
        case "numbers":
            return _heaviest(shelf.all_numbers, weights.rare_numbers, slots, names, shared=True)
        case "places" if value:
            return _heaviest(shelf.places, weights.rare_words, slots, names, shared=False)
        case "gap":
            return _when(shelf, *slots)
        case "clash" if value:
            return _heaviest(shelf.numbers, weights.rare_numbers, slots, names, shared=False)
        case _:
            return ()


def _when(shelf: Shelf, one: int, other: int) -> tuple[str, ...]:
    """Say how far apart two articles are where the time of day, or the day, of one of them is not known."""
    hours = abs(float(shelf.time.values[one] - shelf.time.values[other]))
    if hours != hours:
        return ("time not known",)
    if not (shelf.whole_day.values[one] or shelf.whole_day.values[other]):
        return ()
    return ("about the same day",) if hours < 24 else (f"about {round(hours / 24)} days apart",)


def _heaviest(
    rows: Rows, weights: Array, slots: tuple[int, int], names: Mapping[Rows, Sequence[str]], shared: bool
) -> tuple[str, ...]:
    """Give the terms of two slots, or those that they share, that weigh most."""
    left, right = (set(rows.row(slot)) for slot in slots)
    found = {names[rows][term]: float(weights[term]) for term in (left & right if shared else left | right)}
    ranked = sorted(found, key=lambda term: (-found[term], term))
    return tuple(term for term in ranked if found[term] > 0 and term not in STOPWORDS)[:SHOWN_WORDS]

"""Why an article is in a story: the terms of the pair score as reasons, and the reasons as a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from aggregator.grouping.assign import Stories
from aggregator.grouping.weights import WEIGHTS
from aggregator.grouping.words import STOPWORDS
from aggregator.models import Reason

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


def pair_reasons(stories: Stories, slot: int, matched: int) -> tuple[Reason, ...]:
    """Give the terms by which an article was matched; weight is the term's part of the score in log-odds."""
    terms = stories.scorer.terms(slot, matched)
    return tuple(
        Reason(name, round(value, 4), round(value * WEIGHTS[name], 4), _words(name, stories, slot, matched))
        for name, value in terms.items()
        if name == "days" or value
    )


def copy_reason(method: str, score: float) -> tuple[Reason, ...]:
    """Give the one reason of a copy: it goes where its origin goes."""
    return (Reason("copy", score, 0.0, (method,)),)


def sentence(reasons: Iterable[Reason]) -> str:
    """Say in words why an article was joined with the one it matched.

    >>> sentence([Reason("text", 0.4, 1.4, ("ferry", "harbour")), Reason("days", 0.125, -0.1)])
    'rare words ferry, harbour; 3 h apart'
    """
    return "; ".join(part for part in map(_phrase, reasons) if part)


def _phrase(reason: Reason) -> str:
    named = ", ".join(reason.words)
    match reason.name:
        case "person":
            return f"put here by a person: {named}" if named else "put here by a person"
        case "copy":
            return COPY_METHODS.get(named, named)
        case "text" if named:
            return f"rare words {named}"
        case "names" if named:
            return f"names {named}"
        case "numbers" if named:
            return f"same numbers {named}"
        case "places":
            return f"other places {named}".rstrip()
        case "clash":
            return f"conflicting numbers {named}".rstrip()
        case "no_names":
            return "no name in common"
        case "days":
            return _apart(reason.value)
        case _:
            return ""


def _apart(days: float) -> str:
    hours = round(24 * days)
    return f"{hours} h apart" if hours < 48 else f"{round(days)} days apart"


def _words(name: str, stories: Stories, slot: int, matched: int) -> tuple[str, ...]:
    one, other = stories.scorer.sketch(slot), stories.scorer.sketch(matched)
    match name:
        case "text":
            shared = {word: weight for word, weight in one.text.items() if word in other.text}
            return _heaviest(word for word in sorted(shared, key=lambda word: (-shared[word], word)))
        case "names":
            return _heaviest(sorted(one.names.keys() & other.names.keys()))
        case "numbers":
            return tuple(sorted(one.all_numbers & other.all_numbers))[:SHOWN_WORDS]
        case "places":
            return tuple(sorted(one.places | other.places))[:SHOWN_WORDS]
        case "clash":
            return tuple(sorted(one.numbers | other.numbers))[:SHOWN_WORDS]
        case _:
            return ()


def _heaviest(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOPWORDS)[:SHOWN_WORDS]

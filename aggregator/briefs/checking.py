"""Which sentences of a generated text stand: each cites articles, and these have its names, numbers and quotes.

What it cannot see: who did what to whom, verbs, and a judgement in small letters (docs/generated.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sentencex import segment

from aggregator.briefs.days import resolved
from aggregator.briefs.figures import Told, unsupported_figures
from aggregator.briefs.likeness import terms_of
from aggregator.briefs.names import Known, unsupported_names
from aggregator.briefs.negation import turned
from aggregator.briefs.numbers import figures_of
from aggregator.briefs.quotes import altered_quotes
from aggregator.briefs.records import Statement
from aggregator.briefs.uncased import unsupported_words
from aggregator.text.plain import words

# A sentence of another subject shares fewer; what this and the other rules drop together, rightly and wrongly, is
# printed by `python -m bench.checker`.
_LEAST_SHARED, _BEGINNING = 0.25, 5


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a model was given it: `text` is all of it, word for word; `day` is that of its publication."""

    id: int
    text: str
    language: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that does not stand, and why, in words; it is never shown as what an article says."""

    text: str
    articles: Sequence[int]
    why: Sequence[str]


def checked(
    claims: Sequence[Statement], given: Mapping[int, Given], language: str
) -> tuple[list[Statement], list[Dropped]]:
    """Parts the sentences of a generated text that stand from those that do not; `language` is that of the text."""
    kept: list[Statement] = []
    dropped: list[Dropped] = []
    for claim in claims:
        why = list(dict.fromkeys(reasons(claim, given, language)))
        if why:
            dropped.append(Dropped(claim.text, claim.articles, why))
        else:
            kept.append(claim)
    return kept, dropped


def reasons(claim: Statement, given: Mapping[int, Given], language: str) -> Iterator[str]:
    """Yields what speaks against a sentence, in words; nothing for one that stands."""
    if not claim.text.strip():
        yield "it is empty"
    elif not claim.articles:
        yield "it cites no article"
    elif strangers := [article for article in claim.articles if article not in given]:
        yield f"it cites what was not given: {', '.join(f'a{article}' for article in strangers)}"
    else:
        yield from _unsupported(claim.text, [given[article] for article in claim.articles], language)


def _unsupported(text: str, cited: Sequence[Given], language: str) -> Iterator[str]:
    texts = [article.text for article in cited]
    told = [_told(article) for article in cited]
    yield from altered_quotes(text, [one.sentences for one in told], language)
    yield from turned(text, [one.sentences for one in told])
    yield from _strange(text, [article.text for article in cited if article.language == language])
    yield from unsupported_names(figures_of(text, language).rest, Known.of(texts, language))
    yield from unsupported_words(text, texts)
    yield from unsupported_figures(text, told, language)


def _strange(text: str, texts: Sequence[str]) -> Iterator[str]:
    """A sentence of another subject, though it has no name and no number: a verdict, or what an article ordered."""
    told = _beginnings(text)
    if not told or not texts:
        return
    shared = told & frozenset[str]().union(*map(_beginnings, texts))
    if len(shared) < _LEAST_SHARED * len(told):
        yield f"the cited texts have {len(shared)} of its {len(told)} words"


def _beginnings(text: str) -> frozenset[str]:
    """Gives the words that say something by their first letters, as forms of a word differ at its end."""
    return frozenset(term[:_BEGINNING] for term in terms_of(words(text)) if term.isalpha() and term.upper() != term)


# Every sentence of an answer is held against the same few articles.
@lru_cache(maxsize=64)
def _told(article: Given) -> Told:
    language = article.language or "en"
    lines = article.text.splitlines()
    sentences = [sentence for line in lines for sentence in segment(language, line)]
    dated = [resolved(sentence, language, article.day) for sentence in sentences] if article.day else []
    return Told(language, lines, sentences, dated)

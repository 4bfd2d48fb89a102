"""Which articles of a story a brief is made from, and their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aggregator.briefs.records import Sentence, Source
from aggregator.briefs.sentences import SHORTEST_WITHOUT_SPACES, sentences_of
from aggregator.models import Scope

# Of a story: what a hundred articles say is told by these. 150 of long articles take 41 ms, and on a busy machine 50.
MOST_SENTENCES = 120
_PARTIES = frozenset(["left", "right"])


def code_of(source: Source) -> str:
    return (source.language or "").split("-")[0]


def is_usable(sentences: Sequence[Sentence]) -> bool:
    return any(sentence.usable for sentence in sentences)


def language_of(sources: Sequence[Source]) -> str:
    """Gives the language in which left and right both wrote, then that of most origins with a text."""
    told = [source for source in sources if _is_told(source) and source.scope is Scope.NEWS]
    origins: defaultdict[str, dict[int, str | None]] = defaultdict(dict)
    for source in told or sources:
        origins[code_of(source)].setdefault(source.origin, source.side)
    both = {code: set(found.values()) >= _PARTIES for code, found in origins.items()}
    return min(origins, key=lambda code: (not both[code], -len(origins[code]), code), default="")


def read(sources: Sequence[Source], language: str, characters: int) -> list[list[Sentence]]:
    """Gives the sentences of each origin of a language, until there are enough, the sides taking turns, news first.

    They are of the article whose text it is, or where that can't be used of the earliest copy that can. What a machine
    or an aggregator wrote gives none; an opinion gives sentences that can't be used, but say what it says. A sentence
    of more than `characters` is no usable one either.
    """
    origins: defaultdict[int, list[Source]] = defaultdict(list)
    for source in sources:
        if _is_told(source) and code_of(source) == language:
            origins[source.origin].append(source)
    found: list[list[Sentence]] = []
    for articles in _by_turns(list(origins.values())):
        if sum(map(len, found)) >= MOST_SENTENCES:
            break
        if sentences := _of_origin(articles, characters):
            found.append(sentences)
    place = {source.id: at for at, source in enumerate(sources)}
    return sorted(found, key=lambda sentences: place[sentences[0].source.id])


def _is_told(source: Source) -> bool:
    return source.text_kind == "publisher" and len(source.text) >= SHORTEST_WITHOUT_SPACES


def _by_turns(origins: Sequence[Sequence[Source]]) -> Iterator[Sequence[Source]]:
    turns: defaultdict[tuple[bool, str | None], int] = defaultdict(int)
    keys = []
    for at, articles in enumerate(origins):
        kind = articles[0].scope is not Scope.NEWS, articles[0].side
        keys.append((kind[0], turns[kind], at))
        turns[kind] += 1
    yield from (origins[key[-1]] for key in sorted(keys))


def _of_origin(articles: Sequence[Source], characters: int) -> list[Sentence]:
    best: list[Sentence] = []
    for article in sorted(articles, key=lambda article: article.id != article.origin):
        found = [replace(sentence, usable=sentence.usable and len(sentence.text) <= characters)
                 for sentence in sentences_of(article)]  # fmt: skip
        if is_usable(found):
            return found
        best = best or found
    return best

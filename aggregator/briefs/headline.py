"""The headline of a brief: of the articles' own the one that most others are like, and that tells something."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from aggregator.briefs.likeness import Terms
from aggregator.briefs.records import Source, Statement
from aggregator.grouping.words import LABELS
from aggregator.models import Scope

# Headlines that ask, promise or list instead of telling; in the languages of our word lists.
_OPENINGS = (
    "how|why|what|who|where|when|which|here['’]?s?|this is|these are|the (?:reason|moment|truth|one thing)|meet|inside"
    "|everything|all (?:you|about)|\\d+ (?:things|ways|reasons|facts|takeaways|photos|charts|questions)"
    "|wie|warum|wieso|was|wer|so|das|darum|pourquoi|comment|ce que|voici|qui|por qué|cómo|qué|quién|así|estas? son"
    "|perché|come|cosa|chi|ecco|por que|como|o que|quem|entenda|veja|saiba"
)
_BAITS = (
    "you(?:['’]ll|['’]re|r)?|won['’]t believe|need to know|what happened next|going viral|goes viral|shocking|slams?"
    "|destroys|the moment|das müssen|que hay que saber|tout savoir|must[- ](?:see|read)"
)
_TELLS_NOTHING = re.compile(rf"\?|!\s*$|…|\.\.\.|^(?:{_OPENINGS})\b|\b(?:{_BAITS})\b", re.IGNORECASE)
_LABEL = re.compile(r"^\W*([\w&-]+(?:\s[\w&-]+)?)\s*(?:[:|]|\s[-–—]\s)")
_MORE_LABELS = frozenset(
    ["map", "interview", "q&a", "quiz", "profile", "timeline", "letters", "newsletter", "karte", "carte", "mapa"]
)
_SHORTEST = 20
# Of a story's headlines the earliest: how the first hundred are like each other is told by these.
_MOST = 40
# Of a text, about its first two sentences.
_BEGINNING = 320
# A headline that tells nothing stands behind any that does.
_BEHIND = 2.0


def headline_of(sources: Sequence[Source]) -> Statement:
    """Gives the headline that is most like the other headlines and the beginnings of the other texts.

    An opinion's, a machine's, and one that asks, promises or is labelled comes only where there is no other. Of equals
    it is the earlier one.
    """
    sources = sources[:_MOST]
    texts = [source.title for source in sources] + [source.text[:_BEGINNING] for source in sources]
    alike = Terms.of(texts).cosines()[: len(sources)]
    count = len(sources)
    others = 1.0 - np.eye(count)
    worth = ((alike[:, :count] + alike[:, count:]) * others).sum(axis=1).round(9)
    worth -= [_BEHIND * count * _faults(source) for source in sources]
    best = int(np.argmax(worth))
    return Statement(sources[best].title, [sources[best].id])


def _faults(source: Source) -> int:
    return (
        10 * (not source.title.strip())
        + 3 * (source.text_kind != "publisher")
        + 2 * (source.scope is not Scope.NEWS)
        + (len(source.title) < _SHORTEST and " " in source.title)
        + tells_nothing(source.title)
    )


def tells_nothing(title: str) -> bool:
    """Says whether a headline asks, promises or labels where others tell.

    >>> tells_nothing("Who owns the harbour?"), tells_nothing("Map: all 212 discharges"), tells_nothing("Senate votes")
    (True, True, False)
    """
    label = _LABEL.match(title)
    words = set(label[1].casefold().split()) if label else set()
    return not words.isdisjoint(LABELS | _MORE_LABELS) or _TELLS_NOTHING.search(title) is not None

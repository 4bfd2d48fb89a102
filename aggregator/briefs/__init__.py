"""Briefs: what happened and who says so, in sentences of the articles themselves.

The order of work: the sentences that can stand by themselves, how alike they are, which speak for most, which are
picked so that no side is left out and nothing is said twice, and which articles each rests on. Same articles in any
order, same brief: there is no chance in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from aggregator.briefs.comment import is_comment
from aggregator.briefs.headline import headline_of
from aggregator.briefs.likeness import Terms, central
from aggregator.briefs.picking import Board, agreed, alone, points, summary
from aggregator.briefs.reading import code_of, is_usable, language_of, read
from aggregator.briefs.records import ArticleBrief, Brief, Sentence, Source, Statement
from aggregator.briefs.support import Support
from aggregator.models import Scope

# Of the likeness of a further sentence, what is done; the rest is who and how many.
_OF_DEEDS = 0.35

__all__ = ["RULE", "ArticleBrief", "Brief", "Sentence", "Source", "Statement", "brief_of", "brief_of_article"]

RULE = "sentences 1"
"""The version of the method, which stands with what it made: briefs of another are made anew."""


def brief_of(sources: Sequence[Source], characters: int = 600) -> Brief:
    """Makes the brief of a story from its articles; a copy gives no sentences beside its origin.

    The sentences are of one language, that in which most sides and origins can be read: those of another can't be
    compared by their words. At most `characters` of the text of any one article stand in all lists together, a sentence
    counted once; 0 = none.
    """
    ordered = sorted(sources, key=lambda source: (source.day or date.max, source.id))
    language = language_of(ordered)
    articles = read(ordered, language, characters)
    headline = headline_of([source for source in ordered if code_of(source) == language])
    used = sum(map(is_usable, articles))
    left_out = len({source.origin for source in ordered}) - used
    if not used:
        return Brief(headline, language=language, left_out=left_out)
    carried: defaultdict[int, set[str | None]] = defaultdict(set)
    for source in ordered:
        carried[source.origin].add(source.side)
    board = _board(articles, {origin: frozenset(sides) for origin, sides in carried.items()}, characters)
    told = summary(board)
    further = points(board, told)
    return Brief(headline, board.statements(told), board.statements(further), board.statements(agreed(board)),
                 {side: board.statements(found) for side, found in alone(board).items()}, language,
                 used, left_out)  # fmt: skip


def brief_of_article(source: Source, characters: int = 600) -> ArticleBrief:
    """Makes the brief of one article from its text, at most so many characters of it; 0 = none."""
    # Of a story an opinion tells nothing as its own; of itself it does.
    source = replace(source, origin=source.id, scope=Scope.NEWS)
    language = code_of(source)
    articles = read([source], language, characters)
    if not any(map(is_usable, articles)):
        return ArticleBrief(language=language)
    board = _board(articles, {source.origin: frozenset([source.side])}, characters)
    told = summary(board)
    return ArticleBrief(board.statements(told), board.statements(points(board, told)), language)


def _board(
    articles: Sequence[Sequence[Sentence]], carried: Mapping[int, frozenset[str | None]], characters: int
) -> Board:
    sentences = [sentence for own in articles for sentence in own]
    terms = Terms.of([sentence.text for sentence in sentences])
    usable = [at for at, sentence in enumerate(sentences) if sentence.usable]
    weights, deeds = np.zeros(len(sentences)), np.zeros(len(sentences))
    own, alike = [sentences[at] for at in usable], terms.cosines()[np.ix_(usable, usable)]
    weights[usable] = central(own, alike)
    done = terms.cosines(unnamed=True)[np.ix_(usable, usable)]
    deeds[usable] = central(own, (1 - _OF_DEEDS) * alike + _OF_DEEDS * done)
    several = articles if len(articles) > 1 else ()
    comments = frozenset(own[0].source.id for own in several if is_comment(own[0].source, own))
    return Board(sentences, terms, Support.of(sentences, terms, carried), weights, deeds, characters, comments)

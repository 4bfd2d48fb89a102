"""Which sentences a brief is made of: those that speak for most, of every side that wrote, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from aggregator.briefs.closeness import retold
from aggregator.briefs.comment import judges
from aggregator.briefs.days import resolved, tells_a_day
from aggregator.briefs.likeness import Matrix, Terms
from aggregator.briefs.records import Sentence, Source, Statement
from aggregator.briefs.support import Support
from aggregator.briefs.tenses import looks_ahead

LEAST_SUMMARY, MOST_SUMMARY = 2, 4
MOST_POINTS = 6
MOST_AGREED, MOST_ALONE = 4, 3
# News tells the most important first: as what happened the third sentence weighs half of the first, as what adds to it
# the ninth. An article that begins with a scene tells what it adds later.
_HALF_AFTER, _HALF_AFTER_LATER = 2.0, 8.0
# The first sentence of a summary tells what happened: it stands among the first two of its article.
_OPENINGS = 2
_BEGINNINGS = 6
# What happened is told by a report where there is one: a comment's first sentence weighs half. And it weighs half more
# where the articles of all other sides state it: on ECB+ 0.426 to 0.429 and on the demo newsroom 0.463 to 0.477 of
# ROUGE-L; weighed by the articles of all sides alike it is 0.420 and 0.477.
_OF_COMMENT, _BY_OTHERS = 0.5, 0.5
# A sentence of which so much is told already says nothing new.
_REPEATS, _REPEATS_BY_LETTERS = 0.6, 80.0
_COMMON, _COMMON_OF_A_PARTY = 0.45, 0.6
# Of a sentence whose numbers are all told.
_REPEATS_IN_NUMBERS = 0.45
# What is worth less: a day that nobody can date, what is to come beside what was, what ought to be in the outlet's own
# words, and what has fewer terms than this.
_UNDATED, _TO_COME, _JUDGES = 0.7, 0.7, 0.25
_FULL_TERMS = 8
_PARTIES: frozenset[str | None] = frozenset(["left", "right"])


@dataclass
class Board:
    """The sentences of a story with all that picking them looks at; at most `characters` of each article are spent.

    `weights` is how central each is, `deeds` the same with more regard to what is done than to who does it: the first
    sentence names them all, and one that adds to it must do more than name them again. `comments` are the articles that
    comment on the news though they are filed as such.
    """

    sentences: Sequence[Sentence]
    terms: Terms
    support: Support
    weights: Matrix
    deeds: Matrix
    characters: int
    comments: frozenset[int] = frozenset()
    most_common: float = _COMMON
    spent: dict[int, dict[int, int]] = field(default_factory=dict)

    @cached_property
    def order(self) -> list[int]:
        """The usable sentences, those first that say most for most; of equals the one that stands first."""
        found = [at for at, sentence in enumerate(self.sentences) if self.weights[at] > 0 and sentence.usable]
        return sorted(found, key=lambda at: (-round(self.worth(at, self.weights, _HALF_AFTER), 12), at))

    @cached_property
    def firsts(self) -> list[int]:
        """The same sentences as they tell what happened: a report's first, and what other sides state as well."""
        worth = {at: self.worth(at, self.weights, _HALF_AFTER) * self._as_first(at) for at in self.order}
        return sorted(self.order, key=lambda at: (-round(worth[at], 12), at))

    def _as_first(self, at: int) -> float:
        own = self.sentences[at].source
        saying = {source.id for source in self.saying(at)}
        others = [source.id in saying for source in self.support.articles if source.side != own.side]
        stated = 1.0 + _BY_OTHERS * sum(others) / max(1, len(others))
        return stated * (_OF_COMMENT if own.id in self.comments else 1.0)

    @cached_property
    def others(self) -> list[int]:
        """The same sentences as they add to a first one: where a sentence stands matters less."""
        worth = {at: self.worth(at, self.deeds, _HALF_AFTER_LATER) for at in self.order}
        return sorted(self.order, key=lambda at: (-round(worth[at], 12), at))

    def worth(self, at: int, weights: Matrix, half: float) -> float:
        """Gives how much a sentence speaks for: by how central, how early, how full it is, and what it tells of."""
        return float(weights[at]) * half / (half + self.sentences[at].place) * self._tells[at]

    @cached_property
    def _tells(self) -> list[float]:
        """How full each usable sentence is, and how much it tells of what was, from 0 to 1."""
        return [self._telling(at) if one.usable else 0.0 for at, one in enumerate(self.sentences)]

    def _telling(self, at: int) -> float:
        sentence = self.sentences[at]
        code = (sentence.source.language or "").split("-")[0]
        told = min(1.0, float(self.terms.has[at].sum()) / _FULL_TERMS)
        told *= _UNDATED if tells_a_day(self.told[at], code) else 1.0
        told *= _TO_COME if looks_ahead(sentence.text, code) else 1.0
        return told * (_JUDGES if judges(sentence.text) else 1.0)

    @cached_property
    def told(self) -> list[str]:
        """The sentences with their days resolved."""
        return [resolved(one.text, one.source.language, one.source.day) if one.usable else "" for one in self.sentences]

    @cached_property
    def common(self) -> Matrix:
        """How much of the smaller of two sentences stands in the other."""
        return self.terms.common()

    @cached_property
    def retold(self) -> Matrix:
        """How much of the smaller of two sentences with a number in common stands in the other, in other forms, too."""
        code = (self.sentences[0].source.language or "en").split("-")[0]
        return retold([sentence.text for sentence in self.sentences], code)

    def repeats(self, at: int, told: Sequence[int]) -> bool:
        """Says whether a sentence tells what one other tells, or nothing that is not told by all of them."""
        if not told:
            return False
        others = list(told)
        if max(self.common[at, others].max(), self.retold[at, others].max()) >= self.most_common:
            return True
        figures = self.support.figures
        counted = figures[at].any() and figures[at] @ figures[others].max(axis=0) >= figures[at].sum()
        if self.terms.share(at, others) >= (_REPEATS_IN_NUMBERS if counted else _REPEATS):
            return True
        text, texts = self.sentences[at].text, [self.sentences[other].text for other in others]
        like = partial(fuzz.token_set_ratio, text, processor=default_process, score_cutoff=_REPEATS_BY_LETTERS)
        return any(like(other) for other in texts)

    def statements(self, told: Iterable[int]) -> list[Statement]:
        return [Statement(self.told[at], [article.id for article in self.saying(at)]) for at in told]

    def saying(self, at: int) -> Sequence[Source]:
        return self.support.saying(at, self.sentences[at].source)

    def side(self, at: int) -> str | None:
        return self.sentences[at].source.side

    @cached_property
    def sides(self) -> list[str]:
        """The sides that wrote something a brief can be made of; the unrated are none."""
        return sorted({side for at in self.order if (side := self.side(at)) is not None})

    def add(self, picked: list[int], order: Iterable[int], most: int, told: Sequence[int] = ()) -> None:
        """Adds to what is picked, in the order given, what says something new and its article can afford."""
        for at in order:
            if len(picked) >= most:
                return
            if at not in picked and self._affords(at) and not self.repeats(at, [*picked, *told]):
                self.spent.setdefault(self.sentences[at].source.id, {})[at] = len(self.sentences[at].text)
                picked.append(at)

    def _affords(self, at: int) -> bool:
        used = self.spent.get(self.sentences[at].source.id, {})
        return at in used or sum(used.values()) + len(self.sentences[at].text) <= self.characters

    @property
    def is_single(self) -> bool:
        return len(self.support.articles) == 1

    def hears_both(self, picked: Iterable[int]) -> bool:
        """Says whether left and right both stand behind what is picked, or one of them wrote nothing."""
        return not set(self.sides) >= _PARTIES or frozenset().union(*map(self._parties, picked)) == _PARTIES

    def fair(self, picked: list[int]) -> list[int]:
        """Leaves out left and right where only one of them is heard although both wrote, and gives back their share."""
        if self.hears_both(picked):
            return picked
        for at in picked:
            if self._parties(at):
                del self.spent[self.sentences[at].source.id][at]
        return [at for at in picked if not self._parties(at)]

    def _parties(self, at: int) -> frozenset[str | None]:
        return _PARTIES & {source.side for source in self.saying(at)}


def summary(board: Board) -> list[int]:
    """Picks two to four sentences: one that tells what happened, one of each side that wrote, then of other origins.

    Where what happened leaves a side nothing new to say, another sentence tells it, which does.
    """
    first = [at for at in board.firsts if board.sentences[at].place < _OPENINGS] or board.firsts
    if board.is_single:
        first = board.order and [min(board.order)]
    for at in (*first[:_BEGINNINGS], *first[:1]):
        board.spent.clear()
        picked = _summary(board, at)
        if board.hears_both(picked):
            break
    picked = board.fair(picked)
    return picked[:1] + sorted(picked[1:], key=lambda at: (board.sentences[at].place, at))


def _summary(board: Board, first: int) -> list[int]:
    picked: list[int] = []
    board.add(picked, [first], 1)
    for side in sorted(board.sides, key=lambda side: (_times(board, board.order, side), side)):
        if side not in {board.side(at) for at in picked}:
            board.add(picked, [at for at in board.others if board.side(at) == side], len(picked) + 1)
    for new_origin in (True, False):
        origins = {board.sentences[at].source.origin for at in picked} if new_origin else set()
        board.add(picked, [at for at in board.others if board.sentences[at].source.origin not in origins],
                  max(_usual(board), len(picked)))  # fmt: skip
    return picked


def _usual(board: Board) -> int:
    """Gives how long a summary is where no side asks for more: of one article, so short that something is left."""
    return LEAST_SUMMARY if board.is_single else LEAST_SUMMARY + 1


def points(board: Board, told: Sequence[int]) -> list[int]:
    """Picks up to six further sentences, the sides taking turns as long as each has something new to say.

    Where a party has nothing quite new, what is nearly new is taken before both are left out.
    """
    spent = {article: dict(used) for article, used in board.spent.items()}
    for board.most_common in (_COMMON, _COMMON_OF_A_PARTY):
        board.spent = {article: dict(used) for article, used in spent.items()}
        picked = _points(board, told)
        if board.hears_both(picked):
            break
    board.most_common = _COMMON
    return sorted(picked) if board.is_single else board.fair(picked)


def _points(board: Board, told: Sequence[int]) -> list[int]:
    picked: list[int] = []
    while len(picked) < MOST_POINTS:
        turn = sorted({board.side(at) for at in board.order}, key=lambda side: (_times(board, picked, side), str(side)))
        before = len(picked)
        for side in turn:
            board.add(picked, [at for at in board.others if board.side(at) == side], before + 1, told)
            if len(picked) > before:
                break
        if len(picked) == before:
            break
    return picked


def agreed(board: Board) -> list[int]:
    """Picks what articles of at least two sides state."""
    found = [at for at in board.order if len({source.side for source in board.saying(at)} - {None}) > 1]
    picked: list[int] = []
    board.add(picked, found, MOST_AGREED)
    return picked


def alone(board: Board) -> Mapping[str, list[int]]:
    """Picks for each side what its articles alone state, where another side wrote too."""
    found: dict[str, list[int]] = {}
    for side in board.sides if len(board.sides) > 1 else ():
        own = [at for at in board.order if board.side(at) == side and _is_alone(board, at, side)]
        board.add(found.setdefault(side, []), own, MOST_ALONE)
    return {side: picked for side, picked in found.items() if picked}


def _is_alone(board: Board, at: int, side: str) -> bool:
    return board.support.is_alone(at, board.sentences[at].source, side)


def _times(board: Board, picked: Sequence[int], side: str | None) -> int:
    return sum(board.side(at) == side for at in picked)

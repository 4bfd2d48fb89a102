"""How an outlet was rated through time, as steps: a chart for each provider and scope, time from left to right.

Widths and places are percentages in attributes and colours are classes, as in the bars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from markupsafe import Markup

from aggregator.site.bars import RATED_STEPS, UNRATED, Step, step
from aggregator.site.queries import OutletRating
from aggregator.site.words import short_day

# A row for each place on the line and one for what stands off it, in pixels; letters stand in the first 7 %.
_ROW = 22
_PLACES = (*RATED_STEPS, UNRATED)
_LEFT, _RIGHT = 7.0, 99.0
# A chart of a month is as wide as one of years: so long a time at least, that a first day is no flat line to the edge.
_LEAST_DAYS = 365
_MOST_YEARS = 8


@dataclass(frozen=True, slots=True)
class Move:
    """A rating with what it changed: `steps` to the right (negative: left), None for the first or off the line."""

    rating: OutletRating
    place: Step
    steps: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Through:
    """The ratings of one provider and scope through time."""

    provider: str
    scope: str
    drawing: Markup
    moves: Sequence[Move]

    @property
    def told(self) -> Mapping[str, bool]:
        """Which of the columns that only some providers fill have anything in them."""
        rows = [move.rating for move in self.moves]
        return {
            "score": any(row.score is not None for row in rows),
            "confidence": any(row.confidence for row in rows),
            "factual": any(row.factual_reporting for row in rows),
        }

    @property
    def moved(self) -> int:
        """How often the place changed."""
        return sum(bool(move.words) for move in self.moves)


def through_time(ratings: Sequence[OutletRating], today: str) -> list[Through]:
    """Draws the ratings, which come by provider, scope and day, up to a day."""
    found = [(key, list(group)) for key, group in groupby(ratings, key=lambda one: (one.provider, one.scope))]
    first = min((rating.valid_from for rating in ratings), default=today)
    scale = Scale.over(first, today)
    return [
        Through(provider, scope, _drawing(f"{provider}, {scope}", group, scale), moves(group))
        for (provider, scope), group in found
    ]


def moves(ratings: Sequence[OutletRating]) -> list[Move]:
    """Says of each rating how far it is from the one before."""
    before = [None, *ratings[:-1]]
    return [Move(now, step(now.lean), _steps(old, now), _words(old, now))
            for old, now in zip(before, ratings, strict=True)]  # fmt: skip


def _steps(old: OutletRating | None, now: OutletRating) -> int | None:
    return None if old is None or old.lean is None or now.lean is None else now.lean - old.lean


def _words(old: OutletRating | None, now: OutletRating) -> str:
    """Says how the place changed, '' where it did not."""
    if old is None or (old.lean == now.lean and (now.lean is not None or old.label == now.label)):
        return ""
    if old.lean is None:
        return "changed its category" if now.lean is None else "moved onto the line"
    if now.lean is None:
        return "moved off the line"
    steps = now.lean - old.lean
    return f"moved {abs(steps)} {'step' if abs(steps) == 1 else 'steps'} to the {'right' if steps > 0 else 'left'}"


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that a chart spans."""

    first: date
    last: date

    @classmethod
    def over(cls, first: str, last: str) -> Scale:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
        end = max(begin, end)
        return cls(date.fromordinal(min(begin.toordinal(), end.toordinal() - _LEAST_DAYS)), end)

    def at(self, day: date) -> float:
        """The place of a day in percent of the width."""
        gone = (min(max(day, self.first), self.last) - self.first).days / (self.last - self.first).days
        return _LEFT + gone * (_RIGHT - _LEFT)

    def years(self) -> list[int]:
        """The years whose first day is marked: all, or every second, third, ... of them."""
        all_of_them = list(range(self.first.year + 1, self.last.year + 1))
        return all_of_them[:: 1 + len(all_of_them) // _MOST_YEARS]


def _drawing(name: str, ratings: Sequence[OutletRating], scale: Scale) -> Markup:
    rows = [place for place in _PLACES if place != UNRATED or any(rating.lean is None for rating in ratings)]
    height = _ROW * len(rows) + 18
    parts = [_grid(rows), *(_year(year, scale, _ROW * len(rows)) for year in scale.years())]
    parts += [_jump(old, now, scale) for old, now in pairwise(ratings)]
    parts += [_span(rating, scale) for rating in ratings]
    told = "; ".join(f"{rating.label} from {rating.valid_from}" for rating in ratings)
    return Markup('<svg class="steps" role="img" aria-label="{}: {}" height="{}">{}</svg>').format(
        name, told, height, Markup("").join(parts)
    )


def _y(lean: int | None) -> int:
    return _ROW * _PLACES.index(step(lean)) + _ROW // 2


def _grid(rows: Sequence[Step]) -> Markup:
    line = Markup('<text class="tick" x="0" y="{y}">{letter}</text>'
                  '<line class="line" x1="{left}%" x2="100%" y1="{y}" y2="{y}"/>')  # fmt: skip
    return Markup("").join(
        line.format(y=_ROW * number + _ROW // 2, letter=place.letter, left=_LEFT) for number, place in enumerate(rows)
    )


def _year(year: int, scale: Scale, height: int) -> Markup:
    return Markup(
        '<line class="line" x1="{x:.2f}%" x2="{x:.2f}%" y1="0" y2="{height}"/>'
        '<text class="tick year" x="{x:.2f}%" y="{low}">{year}</text>'
    ).format(x=scale.at(date(year, 1, 1)), height=height, low=height + 10, year=year)


def _span(rating: OutletRating, scale: Scale) -> Markup:
    """A rating as a thick line over its days, with a dot on the day on which it was first seen."""
    left = scale.at(date.fromisoformat(rating.valid_from))
    right = scale.at(date.fromisoformat(rating.valid_to)) if rating.valid_to else _RIGHT
    place = step(rating.lean)
    label = f"{rating.label}, from {short_day(rating.valid_from)}"
    return Markup(
        '<rect class="{key}" x="{x:.2f}%" y="{top}" width="{width:.2f}%" height="8"><title>{label}</title></rect>'
        '<circle class="dot-{key}" cx="{x:.2f}%" cy="{middle}" r="6"><title>{label}</title></circle>'
    ).format(
        key=place.key if rating.lean is not None else "hatched", x=left, width=max(0.3, right - left),
        top=_y(rating.lean) - 4, middle=_y(rating.lean), label=label,
    )  # fmt: skip


def _jump(old: OutletRating, now: OutletRating, scale: Scale) -> Markup:
    """The way from one place to another, on the day of the move."""
    if _y(old.lean) == _y(now.lean):
        return Markup("")
    return Markup('<line class="jump" x1="{x:.2f}%" x2="{x:.2f}%" y1="{one}" y2="{other}"/>').format(
        x=scale.at(date.fromisoformat(now.valid_from)), one=_y(old.lean), other=_y(now.lean)
    )

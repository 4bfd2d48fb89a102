"""The timeline of a story: a lane a side, a dot an article, filled where its text is independent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aggregator.site.bars import SIDES, Step
from aggregator.times import from_iso

# Dots keep clear of the lane's ends, so that the first and the last are whole on a phone too (6 px of 250 are 2.4 %).
_INSET = 3.0


@dataclass(frozen=True, slots=True)
class Dot:
    at: str
    place: Step
    independent: bool
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    side: str
    drawing: Markup


def lanes(dots: Sequence[Dot]) -> tuple[Lane, ...]:
    """Draws the lanes of the sides that wrote; all lanes share one scale, from the first article to the last."""
    moments = [from_iso(dot.at).timestamp() for dot in dots]
    first, last = min(moments, default=0.0), max(moments, default=0.0)
    placed = [(dot, _position(moment, first, last)) for dot, moment in zip(dots, moments, strict=True)]
    by_side = {side: [(dot, x) for dot, x in placed if dot.place.side == side] for side in SIDES}
    return tuple(Lane(side, _drawing(side, found)) for side, found in by_side.items() if found)


def _position(moment: float, first: float, last: float) -> float:
    share = (moment - first) / (last - first) if last > first else 0.0
    return _INSET + share * (100 - 2 * _INSET)


def _drawing(side: str, found: Sequence[tuple[Dot, float]]) -> Markup:
    circles = Markup("").join(_circle(dot, x) for dot, x in found)
    label = f"{side}: {'; '.join(dot.label for dot, _ in found)}"
    line = Markup('<line class="line" x1="0" x2="100%" y1="50%" y2="50%"/>')
    return Markup('<svg class="lane" role="img" aria-label="{}">{}{}</svg>').format(label, line, circles)


def _circle(dot: Dot, x: float) -> Markup:
    radius, extra = (6, "") if dot.independent else (4, " open")
    return Markup('<circle class="dot-{}{}" cx="{:.2f}%" cy="50%" r="{}"><title>{}</title></circle>').format(
        dot.place.key, extra, x, radius, dot.label
    )

"""A storyline in time: a dot a story on one line, the gaps between them to scale.

Places along the line are percentages and heights pixels, so that dots and words keep their size on a phone. A dot is a
link to its story in the list below, which says the same in words; of very many it is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from aggregator.times import from_iso

# The first and the last dot are whole on a phone too (9 px of 280 are 3.2 %).
_INSET = 4.0
_ROW, _MARGIN, _RADIUS, _SMALL = 20, 12, 9, 5
# Dots that would touch on a phone (20 px of 280 are 7.1 %, 12 px of small ones 4.3 %) stand over one another, in no
# more rows than these.
_TOUCHING, _TOUCHING_SMALL, _MOST_ROWS = 7.2, 4.5, 6
# Of more stories dots have no number, of which they hold two digits, and are no links: the keyboard goes through all.
MOST_NUMBERED = 60
# Six names of months need 45 px each; on a phone every second one is left out.
_MOST_TICKS = 6
_MONTHS, _DAYS = (1, 2, 3, 6, 12, 24, 60, 120, 240), (1, 2, 7, 14)
_YEAR = 12
_AXIS = 20


@dataclass(frozen=True, slots=True)
class Point:
    """A story on the line: `at` is when it began, `label` says what it is, `href` leads to it."""

    number: int
    at: str
    label: str
    href: str


def line_chart(points: Sequence[Point], label: str) -> Markup | None:
    """Draws the stories of a storyline, the earliest first; None where all began at one moment."""
    if not points or points[0].at == points[-1].at:
        return None
    first, last = (from_iso(points[end].at).timestamp() for end in (0, -1))

    def place(moment: float) -> float:
        return _INSET + (moment - first) / (last - first) * (100 - 2 * _INSET)

    places = [place(from_iso(point.at).timestamp()) for point in points]
    numbered = len(points) <= MOST_NUMBERED
    rows = _rows(places, _TOUCHING if numbered else _TOUCHING_SMALL)
    foot = _MARGIN + _ROW * max(rows)
    drawn = Markup('<line class="line" x1="0" x2="100%" y1="{}" y2="{}"/>').format(foot, foot)
    drawn += _axis(points, place, foot + _MARGIN + 2)
    for x, row in zip(places, rows, strict=True):
        if row:  # a dot over others still stands at its own moment
            stem = Markup('<line class="line" x1="{:.2f}%" x2="{:.2f}%" y1="{}" y2="{}"/>')
            drawn += stem.format(x, x, foot - _ROW * row, foot)
    for point, x, row in zip(points, places, rows, strict=True):
        drawn += (_dot if numbered else _small_dot)(point, x, foot - _ROW * row)
    # What holds links is a group to a screen reader; what holds none is one picture, and the list below says the rest.
    return Markup('<svg class="chart moments" role="{}" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        "group" if numbered else "img", label, foot + _MARGIN + _AXIS, drawn
    )


def _dot(point: Point, x: float, y: int) -> Markup:
    """Draws a story with its number, as a link."""
    return Markup(
        '<a href="{}" aria-label="{}"><title>{}</title><circle class="mark plain" cx="{:.2f}%" cy="{}" r="{}"/>'
        '<text class="in-mark" x="{:.2f}%" y="{}">{}</text></a>'
    ).format(point.href, point.label, point.label, x, y, _RADIUS, x, y, point.number)


def _small_dot(point: Point, x: float, y: int) -> Markup:
    return Markup('<circle class="mark plain" cx="{:.2f}%" cy="{}" r="{}"><title>{}</title></circle>').format(
        x, y, _SMALL, point.label
    )


def _rows(places: Sequence[float], apart: float) -> list[int]:
    """Gives each dot the lowest row in which it touches no other; past the highest they may."""
    ends: list[float] = []
    rows = []
    for place in places:
        row = next((row for row, end in enumerate(ends) if place - end >= apart), len(ends))
        row = min(row, _MOST_ROWS - 1)
        if row == len(ends):
            ends.append(place)
        ends[row] = place
        rows.append(row)
    return rows


def _axis(points: Sequence[Point], place: Callable[[float], float], y: int) -> Markup:
    drawn = Markup("")
    ticks = ticks_of(date.fromisoformat(points[0].at[:10]), date.fromisoformat(points[-1].at[:10]))
    for number, (day, words) in enumerate(ticks):
        x = place(from_iso(f"{day.isoformat()}T00:00:00Z").timestamp())
        if not 0 <= x <= 100:
            continue
        anchor = "start" if x < 12 else "end" if x > 88 else "middle"
        drawn += Markup('<text class="tick{}" x="{:.2f}%" y="{}" text-anchor="{}">{}</text>').format(
            " second" if number % 2 else "", x, y + 8, anchor, words
        )
    return drawn


def ticks_of(first: date, last: date) -> list[tuple[date, str]]:
    """Lists the days under the line with their words: first days of months or years, or days where it is short.

    >>> [words for _, words in ticks_of(date(2026, 10, 2), date(2027, 1, 20))]
    ['Nov 2026', 'Dec', 'Jan 2027']
    >>> [words for _, words in ticks_of(date(2026, 11, 20), date(2026, 11, 22))]
    ['20 Nov', '21 Nov', '22 Nov']
    """
    months = [day for day in _firsts(first, last) if day >= first]
    if len(months) < 2:
        return _of_days(first, last)
    step = next((step for step in _MONTHS if len(_every(months, step)) <= _MOST_TICKS), _MONTHS[-1])
    found, year = [], None
    for day in _every(months, step):
        words = f"{day:%Y}" if step >= _YEAR else f"{day:%b}" if day.year == year else f"{day:%b %Y}"
        found.append((day, words))
        year = day.year
    return found


def _every(months: Sequence[date], step: int) -> list[date]:
    return [day for day in months if (day.year * 12 + day.month - 1) % step == 0]


def _firsts(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count + 1)]


def _of_days(first: date, last: date) -> list[tuple[date, str]]:
    whole = (last - first).days
    step = next((step for step in _DAYS if whole // step < _MOST_TICKS), _DAYS[-1])
    days = [first + timedelta(days=number) for number in range(0, whole + 1, step)]
    return [(day, f"{day.day} {day:%b}") for day in days]

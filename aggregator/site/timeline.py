"""The timeline of a story: a lane a side on one scale with its hours; a dot an article, filled where independent.

Places along a lane are percentages and heights pixels, so that dots and words keep their size on a phone. A dot is a
link to its article; what it is stands in its title, and beside it while it is pointed at or has the focus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from markupsafe import Markup

from aggregator.site.bars import SIDES, Step
from aggregator.site.words import short_day
from aggregator.times import duration_words, from_iso

# Dots keep clear of the lane's ends, so that the first and the last are whole on a phone too (6 px of 250 are 2.4 %).
_INSET = 3.0
_ROW, _MARGIN = 16, 12
# Dots that would touch on a phone (12 px of 250 are 4.8 %) stand in rows over one another, in no more than these.
_TOUCHING, _MOST_ROWS = 4.8, 6
# Seven times of day need 40 px each; on a phone, whose lanes are 210 px wide, every second one is left out.
_MOST_TICKS = 6
_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)) + tuple(
    timedelta(days=days) for days in (1, 2, 3, 7, 14, 30, 61, 92, 183, 365)
)


@dataclass(frozen=True, slots=True)
class Dot:
    """An article on the timeline; `label` says what it is, `told` whether its outlet told a time of day, `seen` whether
    its time is that of our first sight.
    """

    article: int
    at: str
    place: Step
    independent: bool
    outlet: str
    label: str
    told: bool = True
    seen: bool = False
    retold: bool = False

    @property
    def whose(self) -> str:
        return "independent" if self.independent else "retelling" if self.retold else "reprint"


@dataclass(frozen=True, slots=True)
class Lane:
    side: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Report:
    """A line of the timeline as a table: `after` is how long after the first, '' for the first itself or not told."""

    dot: Dot
    after: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`axis` has the hours under the lanes; `firsts` is who was first on each side, of independent texts."""

    lanes: Sequence[Lane]
    axis: Markup
    reports: Sequence[Report]
    firsts: Sequence[Report]


@dataclass(frozen=True, slots=True)
class _Scale:
    """The first moment and the last, in the zone in which the axis tells them."""

    first: datetime
    last: datetime

    def place(self, moment: datetime) -> float:
        # Of two moments in one zone Python subtracts what the clock shows, which summer time sets back.
        start, end = self.first.timestamp(), self.last.timestamp()
        return _INSET + (moment.timestamp() - start) / (end - start) * (100 - 2 * _INSET)


def timeline(dots: Sequence[Dot], zone: tzinfo = UTC) -> Timeline | None:
    """Draws the lanes of the sides that wrote, the earliest dot first; None where all came at one moment."""
    if not dots or dots[0].at == dots[-1].at:
        return None
    scale = _Scale(from_iso(dots[0].at).astimezone(zone), from_iso(dots[-1].at).astimezone(zone))
    ticks = _ticks(scale)
    by_side = {side: [dot for dot in dots if dot.place.side == side] for side in SIDES}
    reports = [Report(dot, _after(dot, dots[0])) for dot in dots]
    return Timeline(
        tuple(Lane(side, _lane(side, found, scale, ticks)) for side, found in by_side.items() if found),
        _axis(scale, ticks),
        reports,
        _firsts(reports),
    )


def _after(dot: Dot, first: Dot) -> str:
    gap = from_iso(dot.at) - from_iso(first.at)
    return duration_words(int(gap.total_seconds())) if gap and dot.told and first.told else ""


def _firsts(reports: Sequence[Report]) -> list[Report]:
    found: dict[str, Report] = {}
    for report in reports:
        if report.dot.told and report.dot.independent and report.dot.place.side != SIDES[-1]:
            found.setdefault(report.dot.place.side, report)
    return list(found.values())


def _ticks(scale: _Scale) -> list[datetime]:
    """Lists round times between the first report and the last, at the finest step that leaves them room."""
    whole = scale.last - scale.first
    for step in _STEPS:
        if whole / step <= _MOST_TICKS:
            break
    midnight = datetime.combine(scale.first.date(), datetime.min.time(), scale.first.tzinfo)
    start = midnight + step * (-((midnight - scale.first) // step))
    found = []
    while start <= scale.last:
        found.append(start)
        start += step
    return found


def _axis(scale: _Scale, ticks: Sequence[datetime]) -> Markup:
    """Writes the times under the lanes: the time of day, and the day where it begins or the axis does."""
    drawn, day = Markup(""), None
    by_day = not any(tick.hour or tick.minute for tick in ticks)
    for number, tick in enumerate(ticks):
        x = scale.place(tick)
        anchor = "start" if x < 12 else "end" if x > 88 else "middle"
        words = Markup('<text class="tick{}" x="{:.2f}%" y="{}" text-anchor="{}">{}</text>')
        second = " second" if number % 2 else ""
        if not by_day:
            drawn += words.format(second, x, 10, anchor, f"{tick:%H:%M}")
        if tick.date() != day:
            name = short_day(tick.date().isoformat())[:-5]
            drawn += words.format(second if by_day else "", x, 10 if by_day else 26, anchor, name)
            day = tick.date()
    return Markup('<svg class="axis" aria-hidden="true" width="100%" height="34">{}</svg>').format(drawn)


def _lane(side: str, found: Sequence[Dot], scale: _Scale, ticks: Sequence[datetime]) -> Markup:
    rows = _rows([scale.place(from_iso(dot.at)) for dot in found])
    height = 2 * _MARGIN + _ROW * max(rows)
    drawn = Markup("").join(
        Markup('<line class="line" x1="{:.2f}%" x2="{:.2f}%" y1="0" y2="100%"/>').format(x, x)
        for x in map(scale.place, ticks)
    )
    drawn += Markup('<line class="line" x1="0" x2="100%" y1="100%" y2="100%"/>')
    for dot, row in zip(found, rows, strict=True):
        drawn += _circle(dot, scale.place(from_iso(dot.at)), height - _MARGIN - _ROW * row)
    return Markup('<svg class="lane" role="group" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        side, height, drawn
    )


def _rows(places: Sequence[float]) -> list[int]:
    """Gives each dot the lowest row in which it touches no other; past the highest they may."""
    ends: list[float] = []
    rows = []
    for place in places:
        row = next((row for row, end in enumerate(ends) if place - end >= _TOUCHING), len(ends))
        row = min(row, _MOST_ROWS - 1)
        if row == len(ends):
            ends.append(place)
        ends[row] = place
        rows.append(row)
    return rows


def _circle(dot: Dot, x: float, y: int) -> Markup:
    radius, extra = (6, "") if dot.independent else (4, " open")
    anchor = "start" if x < 50 else "end"
    return Markup(
        '<a class="dot" href="#a{}" aria-label="{}"><title>{}</title>'
        '<circle class="dot-{}{}" cx="{:.2f}%" cy="{}" r="{}"/>'
        '<text class="told" x="{:.2f}%" y="{}" dx="{}" text-anchor="{}" aria-hidden="true">{}</text></a>'
    ).format(
        dot.article, dot.label, dot.label, dot.place.key, extra, x, y, radius,
        x, y, 10 if x < 50 else -10, anchor, dot.outlet,
    )  # fmt: skip

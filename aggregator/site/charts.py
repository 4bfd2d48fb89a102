"""Charts as SVG made on the server: widths are percentages in attributes, colours are classes, letters stand besides.

Text keeps its size at every width, for nothing is scaled: places along a line are percentages, heights are pixels. Each
chart says in its label what it shows; the numbers stand in a table under it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

ROW = 28
_BAR = 18
# Points at one place are still seen to be several.
_LIFT = 10
# Names of outlets need some 110 px of the 280 that a phone has.
_NAMES = 40.0
_NAME_CHARACTERS = 17
# "13 h 27 min" at the end of the longest bar needs 65 px of the 168 beside the names.
_LONGEST = 0.6
_HEIGHT = 200
# A column of 4 % is 11 px wide on a phone, a letter 8; a part of 9 % is as high as the letter.
_WIDE_ENOUGH, _HIGH_ENOUGH = 4.0, 9.0
# Ink on paper that is a third ink is still read: 5 to 1 in the dark theme, 7 to 1 in the light one.
_DARKEST = 0.35


@dataclass(frozen=True, slots=True)
class Kind:
    """A part of a whole: its class in the stylesheet, its letter, its name."""

    key: str
    letter: str
    name: str


SIDES = (Kind("left", "L", "left"), Kind("center", "C", "center"), Kind("right", "R", "right"),
         Kind("unrated", "?", "unrated"))  # fmt: skip
PLAIN = Kind("plain", "", "")


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart: `text` stands at the bar's end."""

    name: str
    value: float
    text: str
    kind: Kind = PLAIN


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on a row: `place` from 0 to 1."""

    place: float
    kind: Kind
    title: str


def columns(label: str, wholes: Sequence[tuple[str, Mapping[str, float]]], kinds: Sequence[Kind]) -> Markup:
    """Draws stacked columns, the first kind at the foot; a whole is its name and the value of each kind."""
    highest = max((sum(values.values()) for _, values in wholes), default=0) or 1
    width = 100 / max(1, len(wholes))
    drawn = Markup("")
    for number, (name, values) in enumerate(wholes):
        foot = 100.0
        for kind in kinds:
            high = 100 * values.get(kind.key, 0) / highest
            if high:
                box = Markup('x="{:.3f}%" width="{:.3f}%" y="{:.2f}%" height="{:.2f}%"').format(
                    number * width, width, foot - high, high
                )
                drawn += _filled(kind, box, f"{name}: {values[kind.key]:g} {kind.name}")
                if width >= _WIDE_ENOUGH and high >= _HIGH_ENOUGH:
                    drawn += _letter(kind, kind.letter, (number + 0.5) * width, f"{foot - high / 2:.2f}%")
                foot -= high
    return _svg("chart columns", label, _HEIGHT, drawn)


def shares(label: str, wholes: Sequence[tuple[str, Mapping[str, float]]], kinds: Sequence[Kind]) -> Markup:
    """Draws one bar a row that is split into the shares of its kinds."""
    drawn = Markup("")
    for number, (name, values) in enumerate(wholes):
        total = sum(values.get(kind.key, 0) for kind in kinds) or 1
        drawn += _name(name, number)
        start = _NAMES
        for kind in kinds:
            share = values.get(kind.key, 0) / total
            if share:
                wide = share * (100 - _NAMES)
                drawn += _filled(kind, _box(start, wide, number), f"{name}: {100 * share:.0f} % {kind.name}")
                if wide >= _WIDE_ENOUGH:
                    drawn += _letter(kind, kind.letter, start + wide / 2, _middle(number))
                start += wide
    return _svg("chart", label, ROW * len(wholes), drawn)


def bars(label: str, rows: Sequence[Bar]) -> Markup:
    """Draws one bar a row, the longest over most of the width."""
    longest = max((abs(row.value) for row in rows), default=0) or 1
    drawn = Markup("")
    for number, row in enumerate(rows):
        wide = abs(row.value) / longest * (100 - _NAMES) * _LONGEST
        drawn += _name(row.name, number) + _filled(row.kind, _box(_NAMES, wide, number), f"{row.name}: {row.text}")
        drawn += Markup('<text class="at-end" x="{:.2f}%" y="{}" dx="5">{}</text>').format(
            _NAMES + wide, _middle(number), row.text
        )
    return _svg("chart", label, ROW * len(rows), drawn)


def dots(label: str, rows: Sequence[tuple[str, Sequence[Dot]]]) -> Markup:
    """Draws points on lines that share one scale from 0 to 1."""
    drawn = Markup("")
    for number, (name, points) in enumerate(rows):
        middle = _middle(number)
        drawn += _name(name, number)
        drawn += Markup('<line class="line" x1="{}%" x2="100%" y1="{}" y2="{}"/>').format(_NAMES, middle, middle)
        for turn, point in enumerate(points):
            x = _NAMES + 3 + point.place * (94 - _NAMES)
            height = float(middle) + _LIFT * (turn - (len(points) - 1) / 2)
            drawn += Markup(
                '<circle class="mark {}" cx="{:.2f}%" cy="{}" r="8"><title>{}</title></circle>'
                '<text class="in-mark" x="{:.2f}%" y="{}">{}</text>'
            ).format(point.kind.key, x, height, point.title, x, height, point.kind.letter)
    return _svg("chart", label, ROW * len(rows), drawn)


def heat(label: str, names: Sequence[str], cells: Mapping[tuple[int, int], float]) -> Markup:
    """Draws a square of cells, darker where the value (0 to 1) is greater; rows and columns have the same numbers."""
    greatest = max(cells.values(), default=0) or 1
    wide = 100 / (len(names) + 1)
    drawn = Markup("")
    for number in range(len(names)):
        drawn += _number(number, 0.5 * wide, (number + 1) * ROW) + _number(number, (number + 1.5) * wide, 0)
    for (row, column), value in sorted(cells.items()):
        box = Markup('x="{:.3f}%" width="{:.3f}%" y="{}" height="{}"').format(
            (column + 1) * wide, wide, (row + 1) * ROW, ROW
        )
        title = f"{names[row]} and {names[column]}: {value:.2f}"
        drawn += Markup('<rect class="heat" fill-opacity="{:.3f}" {}><title>{}</title></rect>').format(
            _DARKEST * value / greatest, box, title
        )
    return _svg("chart square", label, ROW * (len(names) + 1), drawn)


def _svg(kind: str, label: str, height: int, drawn: Markup) -> Markup:
    return Markup('<svg class="{}" role="img" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        kind, label, height, drawn
    )


def _middle(number: int) -> str:
    return str(number * ROW + ROW // 2)


def _box(start: float, wide: float, number: int) -> Markup:
    return Markup('x="{:.3f}%" width="{:.3f}%" y="{}" height="{}"').format(
        start, wide, number * ROW + (ROW - _BAR) // 2, _BAR
    )


def _filled(kind: Kind, box: Markup, title: str) -> Markup:
    rect = Markup('<rect class="{}" {}><title>{}</title></rect>').format(kind.key, box, title)
    return rect + Markup('<rect fill="url(#hatch)" {}/>').format(box) if kind.key in ("unrated", "copy") else rect


def _letter(kind: Kind, letter: str, x: float, y: str) -> Markup:
    return Markup('<text class="on on-{}" x="{:.2f}%" y="{}">{}</text>').format(kind.key, x, y, letter)


def _name(name: str, number: int) -> Markup:
    shown = name if len(name) <= _NAME_CHARACTERS else name[: _NAME_CHARACTERS - 1].rstrip() + "…"
    return Markup('<text class="name" x="0" y="{}">{}<title>{}</title></text>').format(_middle(number), shown, name)


def _number(number: int, x: float, top: int) -> Markup:
    return Markup('<text class="on" x="{:.2f}%" y="{}">{}</text>').format(x, top + ROW // 2, number + 1)

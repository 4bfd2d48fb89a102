"""Counts by day as columns: an SVG whose places are percentages in attributes and whose colour is a class."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from aggregator.site.words import plural, short_day

_HEIGHT = 90


def day_columns(counts: Sequence[tuple[str, int]], label: str) -> Markup:
    """Draws a column for each day; a day with one article at least can be seen beside one of thousands."""
    most = max((count for _, count in counts), default=0)
    width = 100 / max(1, len(counts))
    columns = Markup("").join(
        _column(day, count, number * width, width, most) for number, (day, count) in enumerate(counts)
    )
    total = plural(sum(count for _, count in counts), "article")
    return Markup('<svg class="days-drawn" role="img" aria-label="{}: {}, at most {} on a day">{}{}</svg>').format(
        label, total, most, columns,
        Markup('<line class="line" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(_HEIGHT),
    )  # fmt: skip


def _column(day: str, count: int, x: float, width: float, most: int) -> Markup:
    height = max(2, round((_HEIGHT - 4) * count / most)) if count else 0
    return Markup('<rect x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"><title>{}: {}</title></rect>').format(
        x + width * 0.12, _HEIGHT - height, width * 0.76, height, short_day(day), plural(count, "article")
    )

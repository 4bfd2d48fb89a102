"""The sets of an accuracy report, and tables as Markdown writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.ablations import GoldFile


@dataclass(frozen=True, slots=True)
class Sets:
    """The files that means are taken over, those of several languages, and those of which precision alone counts."""

    gold: Sequence[GoldFile]
    multi: Sequence[GoldFile]
    broad: Sequence[GoldFile]

    @property
    def scored(self) -> Iterator[GoldFile]:
        """The files whose gold stories are events."""
        yield from self.gold
        yield from self.multi


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def points(value: float) -> str:
    """Give a share with three decimals, without the zero before the point.

    >>> points(0.75), points(-0.004), points(1.0)
    ('.750', '-.004', '1.000')
    """
    return f"{value:.3f}".replace("0.", ".", 1)


def signed(value: float) -> str:
    return ("+" if round(value, 3) >= 0 else "") + points(value)


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

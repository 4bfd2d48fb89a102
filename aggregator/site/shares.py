"""Shares of articles and stories, each with the number it rests on."""

from __future__ import annotations

from dataclasses import dataclass

# Of ten articles or stories each is ten points of a share, and 5 of 10 are 24 to 76 % with 95 % confidence (Wilson): of
# fewer no share is told, nor a median, nor a likeness.
LEAST_FOR_SHARE = 10


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The share in percent, None where too few are there for one.

        >>> Share(5, 200).percent, Share(5, 9).percent
        (2.5, None)
        """
        return 100 * self.part / self.whole if self.whole >= LEAST_FOR_SHARE else None

    @property
    def words(self) -> str:
        """Writes the share with the numbers it rests on.

        >>> Share(5, 1200).words, Share(5, 9).words, Share(0, 40).words
        ('0.4 % (5 of 1,200)', '5 of 9', '0 % (0 of 40)')
        """
        counts = f"{self.part:,} of {self.whole:,}"
        if self.percent is None:
            return counts
        return f"{self.percent:.{1 if 0 < self.percent < 10 else 0}f} % ({counts})"

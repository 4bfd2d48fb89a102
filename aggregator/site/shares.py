"""Shares of an outlet's articles, each with the number it rests on."""

from __future__ import annotations

from dataclasses import dataclass

# Of twenty articles one is 5 %, and a half may as well be 30 % or 70 % (95 %, Wilson): under that a percentage says
# nothing that the two numbers do not.
LEAST_FOR_SHARE = 20


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The share in percent, None where too few are there for one.

        >>> Share(5, 200).percent, Share(5, 19).percent
        (2.5, None)
        """
        return 100 * self.part / self.whole if self.whole >= LEAST_FOR_SHARE else None

    @property
    def words(self) -> str:
        """Writes the share with the numbers it rests on.

        >>> Share(5, 1200).words, Share(5, 19).words, Share(0, 40).words
        ('0.4 % (5 of 1,200)', '5 of 19', '0 % (0 of 40)')
        """
        counts = f"{self.part:,} of {self.whole:,}"
        if self.percent is None:
            return counts
        return f"{self.percent:.{1 if 0 < self.percent < 10 else 0}f} % ({counts})"

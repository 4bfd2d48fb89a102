"""What an import brought."""

from __future__ import annotations

from dataclasses import dataclass, field

from aggregator.ingest import PollCounts


@dataclass(slots=True)
class ImportReport:
    """Counts of rows, or of an archive's pages; `bad` has a line for each that could not be taken.

    `read_as` maps the columns that other programs name otherwise to ours; `left_out` counts by reason what an archive
    holds beside articles; `repeated` counts the rows that a later row of the file replaced.
    """

    rows: int = 0
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: int = 0
    bad: list[str] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    repeated: int = 0

    def count(self, counts: PollCounts) -> None:
        self.new += counts.new
        self.revised += counts.revised
        self.unchanged += counts.unchanged
        self.refused += counts.refused

    def leave_out(self, why: str) -> None:
        self.left_out[why] = self.left_out.get(why, 0) + 1

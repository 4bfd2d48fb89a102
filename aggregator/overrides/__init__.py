"""A person's word on stories: merge, split, pin, and taking a word back. Each is one transaction and holds at once."""

from __future__ import annotations

from aggregator.overrides.act import Outcome
from aggregator.overrides.back import state, undo, unpin
from aggregator.overrides.say import merge, pin, split
from aggregator.overrides.storylines import LineOutcome, merge_lines, split_line, undo_line

__all__ = [
    "LineOutcome",
    "Outcome",
    "merge",
    "merge_lines",
    "pin",
    "split",
    "split_line",
    "state",
    "undo",
    "undo_line",
    "unpin",
]

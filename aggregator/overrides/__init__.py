"""A person's word on stories: merge, split, pin, and taking a word back. Each is one transaction and holds at once."""

from __future__ import annotations

from aggregator.overrides.back import undo, unpin, when_undone
from aggregator.overrides.say import merge, pin, split
from aggregator.overrides.settle import Outcome

__all__ = ["Outcome", "merge", "pin", "split", "undo", "unpin", "when_undone"]

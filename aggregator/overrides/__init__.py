"""A person's word on stories: merge, split, pin, and taking a word back. Each is one transaction and holds at once."""

from __future__ import annotations

from aggregator.overrides.act import Outcome
from aggregator.overrides.back import state, undo, unpin
from aggregator.overrides.say import merge, pin, split

__all__ = ["Outcome", "merge", "pin", "split", "state", "undo", "unpin"]

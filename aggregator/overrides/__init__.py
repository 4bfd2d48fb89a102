"""A person's word on stories, storylines and topics, and taking it back. Each is one transaction and holds at once."""

from __future__ import annotations

from aggregator.overrides.act import Outcome
from aggregator.overrides.back import state, undo, unpin
from aggregator.overrides.say import merge, pin, split
from aggregator.overrides.storylines import LineOutcome, merge_lines, split_line, undo_line
from aggregator.overrides.topics import TopicOutcome, rule_topic, undo_topic

__all__ = [
    "LineOutcome",
    "Outcome",
    "TopicOutcome",
    "merge",
    "merge_lines",
    "pin",
    "rule_topic",
    "split",
    "split_line",
    "state",
    "undo",
    "undo_line",
    "undo_topic",
    "unpin",
]

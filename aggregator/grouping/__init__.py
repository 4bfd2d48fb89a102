"""Groups articles into stories: copies first, then events; pure, and blind to every rating."""

from __future__ import annotations

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.explain import sentence
from aggregator.grouping.window import Grouper, Grouping, group

__all__ = ["Grouper", "Grouping", "GroupingConfig", "group", "sentence"]

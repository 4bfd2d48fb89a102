"""Storylines: stories that follow one another over weeks and months, by who and what they are about."""

from __future__ import annotations

from aggregator.storylines.config import StorylineConfig
from aggregator.storylines.index import Index
from aggregator.storylines.linking import Held, Linker
from aggregator.storylines.naming import name_of
from aggregator.storylines.rarity import Background
from aggregator.storylines.score import Likeness, Weighed, compare, weigh
from aggregator.storylines.terms import StoryTerms, read_story, texts_of, voices_of, written

__all__ = [
    "Background",
    "Held",
    "Index",
    "Likeness",
    "Linker",
    "StoryTerms",
    "StorylineConfig",
    "Weighed",
    "compare",
    "name_of",
    "read_story",
    "texts_of",
    "voices_of",
    "weigh",
    "written",
]

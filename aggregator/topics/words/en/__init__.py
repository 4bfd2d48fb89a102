"""English."""

from __future__ import annotations

from aggregator.topics.words.en.knowledge import KNOWLEDGE
from aggregator.topics.words.en.leisure import LEISURE
from aggregator.topics.words.en.living import LIVING
from aggregator.topics.words.en.public import PUBLIC

EN = {**PUBLIC, **KNOWLEDGE, **LEISURE, **LIVING}

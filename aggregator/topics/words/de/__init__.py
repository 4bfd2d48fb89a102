"""German."""

from __future__ import annotations

from aggregator.topics.words.de.knowledge import KNOWLEDGE
from aggregator.topics.words.de.leisure import LEISURE
from aggregator.topics.words.de.living import LIVING
from aggregator.topics.words.de.public import PUBLIC

DE = {**PUBLIC, **KNOWLEDGE, **LEISURE, **LIVING}

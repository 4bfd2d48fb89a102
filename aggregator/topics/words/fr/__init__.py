"""French."""

from __future__ import annotations

from aggregator.topics.words.fr.knowledge import KNOWLEDGE
from aggregator.topics.words.fr.leisure import LEISURE
from aggregator.topics.words.fr.living import LIVING
from aggregator.topics.words.fr.public import PUBLIC

FR = {**PUBLIC, **KNOWLEDGE, **LEISURE, **LIVING}

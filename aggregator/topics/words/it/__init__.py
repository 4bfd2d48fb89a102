"""Italian."""

from __future__ import annotations

from aggregator.topics.words.it.knowledge import KNOWLEDGE
from aggregator.topics.words.it.leisure import LEISURE
from aggregator.topics.words.it.living import LIVING
from aggregator.topics.words.it.public import PUBLIC

IT = {**PUBLIC, **KNOWLEDGE, **LEISURE, **LIVING}

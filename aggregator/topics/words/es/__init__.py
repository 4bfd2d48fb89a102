"""Spanish."""

from __future__ import annotations

from aggregator.topics.words.es.knowledge import KNOWLEDGE
from aggregator.topics.words.es.leisure import LEISURE
from aggregator.topics.words.es.living import LIVING
from aggregator.topics.words.es.public import PUBLIC

ES = {**PUBLIC, **KNOWLEDGE, **LEISURE, **LIVING}

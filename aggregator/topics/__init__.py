"""What an article is about, out of eleven topics: by its outlet's section first, else by its own words, else not told.

Where both tell a topic and not the same one, neither is sure (docs/topics.md has what that costs and gains).
"""

from __future__ import annotations

import hashlib

from aggregator.topics.lexicon import DECIDES, HINT, SURE
from aggregator.topics.model import NOT_TOLD, TOPICS, UNTOLD, Topic
from aggregator.topics.named import named_topic
from aggregator.topics.sections import EMPTY, SECTIONS
from aggregator.topics.spoken import LEAST, MARGIN, READ, TITLE, spoken_topic
from aggregator.topics.words import WORDS

__all__ = ["NOT_TOLD", "RULE", "TOPICS", "UNTOLD", "Topic", "topic_of"]


def topic_of(section: str | None, url: str, title: str, summary: str | None, language: str | None) -> Topic:
    """Tells an article's topic; UNTOLD where nothing does, or section and words speak of different ones.

    >>> topic_of("Sport", "https://a.example/1", "Rain over the harbour", None, "en")
    Topic(name='sport', from_='section', told=('Sport',))
    >>> topic_of("News", "https://a.example/1", "Striker joins on a free transfer", None, "en").told
    ('Striker', 'free transfer')
    """
    named, spoken = named_topic(section, url), spoken_topic(title, summary, language)
    if named and spoken and named.name != spoken.name:
        return UNTOLD
    return named or spoken or UNTOLD


def _rule() -> str:
    """Names this version's rule and lists; what was told by another is told anew."""
    lists = (sorted(SECTIONS.items()), EMPTY, sorted(WORDS.items()), LEAST, MARGIN, TITLE, READ, DECIDES, SURE, HINT, 2)
    return hashlib.sha256(repr(lists).encode()).hexdigest()[:16]


RULE = _rule()

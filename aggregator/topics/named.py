"""The topic by what an outlet calls its section, or by the folders of the article's address."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from aggregator.topics.folding import folded
from aggregator.topics.model import Topic
from aggregator.topics.sections import EMPTY, SECTIONS

_AND_WORDS = "and und et y e og och en i и"
_AND = frozenset(_AND_WORDS.split())
_NO_WORDS = frozenset(EMPTY.split())
_SIGNS = re.compile(r"[\W_]+")
# "News > Sport > Football", "Sport/Tennis", "UK | Scotland", "Mobiles, Mobiles Internet"
_PARTS = re.compile(r"[|>/,;:»›·]")
_LONGEST = 200  # of an address' path: the folders that name a section stand at its start
# What a folder or a host may be called for other reasons: an edition's language or country, the page for telephones.
_NO_FOLDERS = frozenset(("it", "mobile", "digital", "app", "web"))


def _key(name: str) -> str:
    """A name without case, accents, signs and "and".

    >>> _key("Arts & Entertainment"), _key("arts-and-entertainment")
    ('arts entertainment', 'arts entertainment')
    """
    return " ".join(word for word in _SIGNS.sub(" ", folded(name)).split() if word not in _AND)


_TOPIC_OF = {_key(name): topic for topic, names in SECTIONS.items() for name in names.split(",")}


def named_topic(section: str | None, url: str) -> Topic | None:
    """Tells the topic by the section, else by the address; None where neither names just one.

    >>> named_topic("UK Politics", ""), named_topic("Science / Sport", "")
    (Topic(name='politics', from_='section', told=('UK Politics',)), None)
    >>> named_topic("News", "https://a.example/2026/sport/tennis/final-123").told
    ('/sport/',)
    """
    if section:
        whole = _topic_of(section)
        found = {whole} if whole else {topic for part in _PARTS.split(section) if (topic := _topic_of(part))}
        if len(found) == 1:
            return Topic(found.pop(), "section", (section,))
    return _by_address(url)


def _topic_of(name: str) -> str | None:
    key = _key(name)
    if key in _TOPIC_OF:
        return _TOPIC_OF[key]
    return _TOPIC_OF.get(" ".join(word for word in key.split() if word not in _NO_WORDS))


def _by_address(url: str) -> Topic | None:
    """Reads the folders, and what stands before a host's own name (sport.orf.at)."""
    if not url.startswith("http"):
        return None
    try:
        address = urlsplit(url)
        labels = (address.hostname or "").split(".")
    except ValueError:  # "https://[/sport/": an imported address may be anything
        return None
    folders = [f"/{unquote(folder)}/" for folder in address.path[:_LONGEST].split("/")[1:-1] if folder]
    hosts = [f"{labels[0]}."] if len(labels) > 2 else []
    told = [(place, topic) for place in (*folders, *hosts) if (topic := _by_place(place))]
    if len({topic for _, topic in told}) != 1:
        return None
    return Topic(told[0][1], "section", (told[0][0],))


def _by_place(place: str) -> str | None:
    name = place.strip("/.")
    return None if name.casefold() in _NO_FOLDERS else _topic_of(name)

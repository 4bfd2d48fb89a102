"""The topics, and what is told of one article's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TOPICS = (
    "politics",
    "economy",
    "war and conflict",
    "science",
    "health",
    "climate",
    "technology",
    "sport",
    "culture",
    "crime and courts",
    "society",
)
NOT_TOLD = "not told"
"""How pages and counts name what has no topic."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, by what it was told, and what told it: the section or the folder of the address, or the words."""

    name: str | None
    from_: Literal["section", "words"] | None
    told: tuple[str, ...] = ()


UNTOLD = Topic(None, None)

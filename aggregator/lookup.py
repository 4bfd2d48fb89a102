"""What a person means by 12, s12, a34 or an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aggregator.datafiles import did_you_mean
from aggregator.errors import NotFoundError, UsageError
from aggregator.store import Store
from aggregator.urls import canonical_url


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A living story; `asked` is the number that was asked for, another one where that story was merged."""

    id: int
    asked: int

    @property
    def redirect(self) -> str:
        """Says that the number leads to another story; '' where it does not."""
        return f"story {self.asked} was merged into {self.id}" if self.asked != self.id else ""


def kind_of(text: str) -> Literal["story", "article"]:
    """Tells what a word of the command line names: digits and s12 a story, a34 and an address an article.

    >>> kind_of("12"), kind_of("s12"), kind_of("a34"), kind_of("https://tidewater.example/1")
    ('story', 'story', 'article', 'article')
    """
    return "story" if re.fullmatch(r"s?\d+", text) else "article"


def find_story(store: Store, text: str) -> FoundStory:
    """Finds the story of a number, and where it leads if it was merged; raises NotFoundError or UsageError."""
    found = re.fullmatch(r"s?(\d{1,18})", text)
    if not found:
        raise UsageError(f"{text!r} is no story; a story is a number such as 12 or s12, as in the address of its page")
    asked = int(found[1])
    story = store.stories.living(asked)
    if story is None:
        largest = store.stories.largest()
        raise NotFoundError(f"there is no story {asked}; {f'they go up to {largest}' if largest else 'there is none'}")
    return FoundStory(story, asked)


def find_article(store: Store, text: str) -> int:
    """Finds the article of a number or of an address, an old one too; raises NotFoundError or UsageError."""
    if found := re.fullmatch(r"a?(\d{1,18})", text):
        if not store.articles.exists(int(found[1])):
            raise NotFoundError(f"there is no article a{found[1]}")
        return int(found[1])
    if re.fullmatch(r"s\d+", text):
        raise UsageError(f"{text} is a story; an article is a number such as a34, or its address")
    if ":" not in text:
        raise UsageError(f"{text!r} is no article; an article is a number such as a34, or its address")
    for url in (text, canonical_url(text)):
        article = store.articles.by_url(url) or store.articles.by_old_url(url)
        if article:
            return article.id
    raise NotFoundError(f"there is no article at {text}{did_you_mean(text, store.articles.addresses_like(text))}")

"""What a person means by 12, s12, a34 or an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aggregator.datafiles import did_you_mean
from aggregator.decide import StoredArticle
from aggregator.errors import NotFoundError, UsageError
from aggregator.store import Store
from aggregator.urls import canonical_url

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
"""How a whole address begins; after the colon of left.example:8080/1 comes a port."""


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


def find_line(store: Store, text: str, *, alone: bool = False) -> list[int]:
    """Finds the stories of a storyline, given as l7 or by one of its stories; the earliest first.

    A story that is in none stands for itself; with `alone` any story does. Raises NotFoundError or UsageError.
    """
    if (found := re.fullmatch(r"[lL](\d{1,18})", text)) and not alone:
        line = store.storylines.living(int(found[1]))
        if line is None:
            raise NotFoundError(f"there is no storyline {text}; a story's page tells the one that it is in")
    else:
        if kind_of(text) != "story":
            what = "story" if alone else "story or storyline"
            raise UsageError(f"{text!r} is no {what}; a story is 12 or s12, a storyline l7")
        story = find_story(store, text).id
        line = None if alone else store.storylines.lines().get(story)
        if line is None:
            return [story]
    return [story for story, other in store.storylines.lines().items() if other == line]


def find_article(store: Store, text: str) -> int:
    """Finds the article of a number or of an address, an old one too; raises NotFoundError or UsageError."""
    if found := re.fullmatch(r"a?(\d{1,18})", text):
        if not store.articles.exists(int(found[1])):
            raise NotFoundError(f"there is no article a{found[1]}")
        return int(found[1])
    if re.fullmatch(r"s\d+", text):
        raise UsageError(f"{text} is a story; an article is a number such as a34, or its address")
    if not _SCHEME.match(text):
        raise _no_whole_address(store, text)
    if article := _at(store, text):
        return article.id
    raise NotFoundError(f"there is no article at {text}{did_you_mean(text, store.articles.addresses_like(text))}")


def _at(store: Store, url: str) -> StoredArticle | None:
    spellings = (url, canonical_url(url))
    found = (store.articles.by_url(spelt) or store.articles.by_old_url(spelt) for spelt in spellings)
    return next((article for article in found if article), None)


def _no_whole_address(store: Store, text: str) -> NotFoundError | UsageError:
    """Gives the error for a word that is no number and has no scheme: an address short of its https, or no address."""
    guesses = [f"{scheme}://{text}" for scheme in ("https", "http")]
    for guess in guesses:
        if article := _at(store, guess):
            return NotFoundError(f'there is no article at {text} (did you mean "{article.url}"?)')
    if "/" in text:
        near = [url for guess in guesses for url in store.articles.addresses_like(guess)]
        return NotFoundError(f"there is no article at {text}{did_you_mean(guesses[0], near)}")
    return UsageError(
        f"{text!r} is no article; an article is a number such as a34, or its whole address, https and all;"
        " a story is a number such as 12 or s12"
    )

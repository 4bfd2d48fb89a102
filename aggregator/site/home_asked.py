"""What a reader asks of the home page: its filters, what each says of the stories, and the page without it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import narrowing
from aggregator.site.narrowing import NO_DAYS, Narrowed, Span
from aggregator.site.queries import Place

TIMES = {"3d": ("the last 3 days", 3), "7d": ("the last week", 7), "31d": ("the last 31 days", 31)}
# What each choice of a side says of the stories; the sides are those of the ratings shown.
SIDES = {
    "left": "on which the left wrote",
    "center": "on which the center wrote",
    "right": "on which the right wrote",
    "all": "on which left, center and right wrote",
    "only-left": "on which, of the rated outlets, those of the left alone wrote",
    "only-center": "on which, of the rated outlets, those of the center alone wrote",
    "only-right": "on which, of the rated outlets, those of the right alone wrote",
    "no-left": "without the left",
    "no-center": "without the center",
    "no-right": "without the right",
    "blindspot": "with a blindspot",
}
_AFTER = re.compile(r"(\d{1,6})_(\d{4}-\d\d-\d\dT[\d:]{8}Z)_(\d{1,15})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of the home page; an empty field is left out."""

    span: Span = NO_DAYS
    time: str | None = None
    language: str | None = None
    country: str | None = None
    topic: str | None = None
    side: str | None = None
    after: Place | None = None

    @classmethod
    def of(cls, request: Any) -> Asked:
        """Reads an address; raises BadRequest for what can't be meant."""
        args = request.args
        span, time = narrowing.asked_span(args), narrowing.one_of(args, "time", TIMES)
        return cls(
            span,
            None if span else time,
            narrowing.language_of(args),
            narrowing.name_of(args, "country"),
            narrowing.topic_of(args),
            narrowing.one_of(args, "side", SIDES),
            _after((args.get("after") or "").strip()),
        )

    @property
    def day(self) -> str | None:
        return self.span.first if self.span.first == self.span.last else None

    @property
    def of_time(self) -> bool:
        return bool(self.span or self.time)

    @property
    def narrowed(self) -> bool:
        """Whether anything but a time is asked for."""
        return bool(self.language or self.country or self.topic or self.side)

    def filters(self) -> dict[str, str | None]:
        return {"language": self.language, "country": self.country, "topic": self.topic, "side": self.side}

    def times(self) -> dict[str, str | None]:
        if self.day:
            return {"day": self.day}
        return {"from": self.span.first, "to": self.span.last, "time": self.time}


def _after(text: str) -> Place | None:
    if not text:
        return None
    found = _AFTER.fullmatch(text)
    if not found:
        raise BadRequest("'after' is what a link to the next page writes. The first page has no such part.")
    return Place(int(found[1]), found[2], int(found[3]))


def place_words(place: Place) -> str:
    """Writes a place as `after` has it.

    >>> place_words(Place(4, "2026-11-22T08:30:00Z", 17))
    '4_2026-11-22T08:30:00Z_17'
    """
    return f"{place.origins}_{place.last_published}_{place.story_id}"


def chosen(request: Any, asked: Asked, provider: str) -> list[Narrowed]:
    """Lists the filters that are on, each with the same page without it."""

    def narrowed(names: tuple[str, ...], words: str) -> Narrowed:
        return Narrowed(names, words, narrowing.without(request, "/", names))

    found = [narrowed((name,), words)
             for name, words in narrowing.of_articles(asked.language, asked.country, asked.topic).items()]  # fmt: skip
    if asked.side:
        found.append(narrowed(("side",), f"{SIDES[asked.side]}, by {provider}"))
    return [*found, narrowed(("day", "from", "to", "time"), "")] if asked.of_time else found

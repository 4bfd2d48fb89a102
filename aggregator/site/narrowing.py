"""How lists are narrowed by an address: the parts that home and search share, and how they are said back in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site.days import day_of
from aggregator.site.words import language_name, of_country
from aggregator.topics import NOT_TOLD, TOPICS

_LONGEST = 100  # of a country's name
# What is told of the choices where none was meant is one line, also where a thousand outlets stand to choose from.
_MOST_TOLD = 30
_MOST_PAGES = 100_000
_TOPICS = (*TOPICS, NOT_TOLD)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that were asked for, both included; None is an open end."""

    first: str | None = None
    last: str | None = None

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None


NO_DAYS = Span()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that follow one another, both ends included.

    >>> Stretch('2026-11-20', '2026-11-22').days, Stretch('2026-11-20', '2026-11-22').moved(-1)
    (3, Stretch(first='2026-11-17', last='2026-11-19'))
    """

    first: str
    last: str

    @property
    def days(self) -> int:
        return date.fromisoformat(self.last).toordinal() - date.fromisoformat(self.first).toordinal() + 1

    def moved(self, times: int) -> Stretch:
        """Returns the stretch of the same length that lies so many lengths later, or earlier below zero."""
        return Stretch(days_before(self.first, -times * self.days), days_before(self.last, -times * self.days))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A filter that is on: its name in the address, what it says of what is listed, and the same page without it.

    `words` is empty for a time, which the page writes in the reader's own terms.
    """

    names: tuple[str, ...]
    words: str
    without: str


def asked_span(args: Any) -> Span:
    """Reads `day`, else `from` and `to`; raises BadRequest for what is no day, or for two the wrong way round."""
    day, first, last = (day_of(args, name) for name in ("day", "from", "to"))
    if day:
        return Span(day, day)
    if first and last and first > last:
        raise BadRequest(f"The first day asked for, {first}, is after the last, {last}.")
    return Span(first, last)


def one_of(args: Any, name: str, values: Mapping[str, object] | Sequence[str]) -> str | None:
    """Reads a choice; raises BadRequest that tells the choices where it is none of them."""
    asked = (args.get(name) or "").strip()
    if not asked or asked in values:
        return asked or None
    raise none_of(name, asked, list(values))


def none_of(name: str, asked: str, choices: Sequence[str]) -> BadRequest:
    """Makes the error of what is no choice, which tells them.

    >>> print(none_of("side", "up", ["left", "right"]), none_of("topic", "up", []), sep=chr(10))
    'side' is one of left, right, and 'up' is none of them.
    'topic' has nothing to choose from in this edition, so 'up' is not there.
    """
    if not choices:
        return BadRequest(f"'{name}' has nothing to choose from in this edition, so {asked[:40]!r} is not there.")
    more = len(choices) - _MOST_TOLD
    told = ", ".join([*choices[:_MOST_TOLD], *([f"{more:,} more"] if more > 0 else [])])
    return BadRequest(f"'{name}' is one of {told}, and {asked[:40]!r} is none of them.")


def language_of(args: Any) -> str | None:
    """Reads a language by its code; raises BadRequest for what is no code. One that nobody writes finds nothing."""
    asked = (args.get("language") or "").strip()
    if asked and not re.fullmatch(r"[a-z]{2,3}", asked):
        raise BadRequest(f"'language' takes a code such as en, in two or three letters, and {asked[:40]!r} is none.")
    return asked or None


def page_of(args: Any) -> int:
    """Reads which page of a list is asked for; raises BadRequest for what is no number."""
    asked = (args.get("page") or "").strip() or "1"
    if not re.fullmatch(r"[0-9]{1,9}", asked) or int(asked) == 0:
        raise BadRequest(f"'page' is a whole number from 1 on, and {asked[:40]!r} is none.")
    return min(int(asked), _MOST_PAGES)


def name_of(args: Any, name: str) -> str | None:
    """Reads the name of a country."""
    return " ".join(readable(args.get(name)).split())[:_LONGEST] or None


def topic_of(args: Any) -> str | None:
    """Reads a topic, in any letters; raises BadRequest that tells the topics where it is none of them."""
    asked = " ".join(readable(args.get("topic")).split())
    if not asked or asked.lower() in _TOPICS:
        return asked.lower() or None
    raise none_of("topic", asked, _TOPICS)


def readable(text: str | None) -> str:
    """Puts a space in place of each character that nobody types and that the database takes for the end of a text.

    >>> readable('port\\0bill')
    'port bill'
    """
    return "".join(letter if letter.isprintable() else " " for letter in text or "")


def days_before(day: str, count: int) -> str:
    """Returns the day so many days earlier, the first of the calendar at the least.

    >>> days_before('2026-11-22', 6), days_before('0001-01-03', 31)
    ('2026-11-16', '0001-01-01')
    """
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - count)).isoformat()


def address(path: str, told: Mapping[str, object | None]) -> str:
    """Writes an address with the parameters that have a value.

    >>> address('/', {'day': '2026-11-22', 'language': None}), address('/', {})
    ('/?day=2026-11-22', '/')
    """
    query = urlencode({name: value for name, value in told.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def without(request: Any, path: str, names: Sequence[str]) -> str:
    """Returns the address of the same list without some of its filters, from its first page on."""
    dropped = {*names, "after", "page"}
    kept = [(name, value) for name, value in parse_qsl(request.query_string) if name not in dropped]
    return f"{path}?{urlencode(kept)}" if kept else path


def of_articles(language: str | None, country: str | None, topic: str | None) -> dict[str, str]:
    """Says by name what articles, or one article of each story, are narrowed to."""
    words = {
        "language": language and f"in {language_name(language)}",
        "country": country and f"of outlets in {of_country(country)}",
        "topic": topic and (f"on {topic}" if topic != NOT_TOLD else "on no topic that is told"),
    }
    return {name: said for name, said in words.items() if said}

"""What a reader asks of the search, and what each filter says of what is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aggregator.site import narrowing, queries
from aggregator.site.find_outlet import known_as, of_name
from aggregator.site.narrowing import NO_DAYS, Narrowed, Span
from aggregator.site.providers import Shown
from aggregator.site.queries import KnownOutlet, SearchChoice
from aggregator.site.search_words import Words, read_words

SIDES = ("left", "center", "right", "unrated")
KINDS = {"text": "to read", "video": "videos"}
SCOPES = {"news": "news", "opinion": "opinion", "fact check": "fact checks"}
ARTICLES, STORIES = "articles", "stories"
ORDERS = {
    ARTICLES: {"latest": "latest first", "best": "best match first"},
    STORIES: {"origins": "most independent origins first", "latest": "latest first"},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of the search; an empty field is left out."""

    words: Words
    outlet: str | None = None
    side: str | None = None
    language: str | None = None
    country: str | None = None
    topic: str | None = None
    kind: str | None = None
    scope: str | None = None
    span: Span = NO_DAYS
    show: str = ARTICLES
    order: str = "latest"
    page: int = 1

    @classmethod
    def of(cls, request: Any) -> Asked:
        """Reads an address; raises BadRequest for what can't be meant."""
        args = request.args
        words = read_words(args.get("q"))
        show = narrowing.one_of(args, "show", ORDERS) or ARTICLES
        order = narrowing.one_of(args, "order", dict.fromkeys(name for orders in ORDERS.values() for name in orders))
        if order not in ORDERS[show] or (order == "best" and not words.match):
            order = None
        return cls(
            words,
            narrowing.name_of(args, "outlet"),
            narrowing.one_of(args, "side", SIDES),
            narrowing.language_of(args),
            narrowing.name_of(args, "country"),
            narrowing.topic_of(args),
            narrowing.one_of(args, "kind", KINDS),
            narrowing.one_of(args, "scope", SCOPES),
            narrowing.asked_span(args),
            show,
            order or next(iter(ORDERS[show])),
            narrowing.page_of(args),
        )

    @property
    def narrowed(self) -> bool:
        return bool(self.span) or any((self.outlet, self.side, self.language, self.country, self.topic, self.kind,
                                       self.scope))  # fmt: skip

    @property
    def looks(self) -> bool:
        """Whether there is anything to look for: words, or filters alone."""
        return bool(self.words.match) or (self.narrowed and not self.words.typed)

    def choice(self, outlet: KnownOutlet | None, shown: Shown) -> SearchChoice:
        return SearchChoice(self.words.match, self.span.first, self.span.last, shown.name, shown.default,
                            outlet.id if outlet else None, self.side, self.language, self.country, self.topic,
                            self.kind, self.scope)  # fmt: skip

    def address(self, shown: Shown, other: Mapping[str, object | None]) -> str:
        """Returns the address of this search with something changed; None takes a part away."""
        orders = ORDERS[self.show]
        told: dict[str, object | None] = {
            "q": self.words.typed, "outlet": self.outlet, "side": self.side, "language": self.language,
            "country": self.country, "topic": self.topic, "kind": self.kind, "scope": self.scope,
            "from": self.span.first, "to": self.span.last,
            "show": None if self.show == ARTICLES else self.show,
            "order": None if self.order == next(iter(orders)) else self.order,
        }  # fmt: skip
        return shown.kept(narrowing.address("/search", {**told, **other}))


def chosen(asked: Asked, outlet: KnownOutlet | None, shown: Shown) -> list[Narrowed]:
    """Lists the filters that are on, each with the same search without it."""

    def narrowed(names: tuple[str, ...], words: str) -> Narrowed:
        return Narrowed(names, words, asked.address(shown, dict.fromkeys(names)))

    found = [narrowed(("outlet",), f"by {outlet.name}")] if outlet else []
    if asked.side:
        rated = "unrated" if asked.side == "unrated" else f"{asked.side}-rated"
        found.append(narrowed(("side",), f"of {rated} outlets, by {shown.name}"))
    for name, words in narrowing.of_articles(asked.language, asked.country, asked.topic).items():
        found.append(narrowed((name,), words))
    if asked.scope:
        found.append(narrowed(("scope",), f"{SCOPES[asked.scope]} only"))
    if asked.kind:
        found.append(narrowed(("kind",), "videos only" if asked.kind == "video" else "no videos"))
    return [*found, narrowed(("from", "to"), "")] if asked.span else found


async def outlet_asked(db: queries.Reader, name: str) -> KnownOutlet | None:
    """Finds the outlet that a reader names, by domain, number or name; None where none, or more than one, is meant."""
    known = await known_as(db, name)
    if known is not None:
        return known
    named = of_name(name, await queries.known_outlets(db))
    return named[0] if len(named) == 1 else None

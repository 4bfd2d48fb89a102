"""The two that are compared: outlets or sides, as an address names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import queries
from aggregator.site.bars import Step, step
from aggregator.site.compare.asked import Asked
from aggregator.site.find_outlet import known_as, nearest_outlets, of_name
from aggregator.site.links import outlet_path
from aggregator.site.outlet import languages_of
from aggregator.site.problems import NoSuchOutlet
from aggregator.site.providers import Shown
from aggregator.site.queries import Edition, KnownOutlet
from aggregator.site.queries.compare import Question, of_outlets, of_sides
from aggregator.site.queries.compare_choice import lean_today

SIDES = ("left", "center", "right")
_STEP_OF_SIDE = {"left": -2, "center": 0, "right": 2}


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two: `key` names it in an address, `outlet_id` is None for a side.

    `place` is a side's own, or that of an outlet's news today; `polled` says whether an outlet has a feed.
    """

    key: str
    name: str
    place: Step
    outlet_id: int | None = None
    path: str | None = None
    languages: Sequence[str] = ()
    polled: bool = True

    @property
    def begins(self) -> str:
        """The name as a sentence begins with it: a side's with a capital, an outlet's as it writes itself."""
        return self.name if self.outlet_id is not None else self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Pair:
    a: Party
    b: Party

    @property
    def of_sides(self) -> bool:
        return self.a.outlet_id is None

    @property
    def outlets(self) -> tuple[int, int]:
        assert self.a.outlet_id is not None
        assert self.b.outlet_id is not None
        return self.a.outlet_id, self.b.outlet_id

    @property
    def keys(self) -> tuple[str, str]:
        return self.a.key, self.b.key

    def question(self, asked: Asked, within: tuple[str, str], edition: Edition, provider: str) -> Question:
        """Asks which stories of the days each of the two has."""
        since, until = within[0], queries.day_after(within[1])
        if self.of_sides:
            return of_sides(*self.keys, provider, since, until, asked.language, edition.made)
        languages = self.a.languages, self.b.languages
        return of_outlets(*self.outlets, languages, since, until, asked.language, edition.made)


async def pair_of(db: queries.Reader, asked: Asked, shown: Shown) -> Pair:
    """Finds the two; raises NoSuchOutlet with the nearest, and BadRequest where one is a side and the other is not."""
    if "unrated" in (asked.a.casefold(), asked.b.casefold()):
        raise BadRequest("The unrated are no side: nobody says what they have in common. Compare two of their outlets.")
    sides = [asked.a.casefold() in SIDES, asked.b.casefold() in SIDES]
    if any(sides) and not all(sides):
        raise BadRequest(
            "An outlet can be compared with an outlet, a side with a side (left, center or right), not one with the"
            " other: an outlet's own articles would stand on both."
        )
    if all(sides):
        return Pair(*(_side(key.casefold()) for key in (asked.a, asked.b)))
    return Pair(await _outlet(db, asked, "a", shown), await _outlet(db, asked, "b", shown))


def _side(key: str) -> Party:
    name = "the center" if key == "center" else f"the {key}"
    return Party(key, name, step(_STEP_OF_SIDE[key]))


async def _outlet(db: queries.Reader, asked: Asked, which: str, shown: Shown) -> Party:
    known = await found_outlet(db, asked, which, shown)
    row, counts = await queries.outlet(db, known.id), await queries.outlet_counts(db, known.id)
    assert row is not None
    feeds = await queries.feed_languages(db, known.id)
    return Party(
        key=row.domain or str(row.id),
        name=row.name,
        place=step(await lean_today(db, known.id, shown.name)),
        outlet_id=row.id,
        path=outlet_path(row.domain, row.id),
        languages=languages_of(counts, feeds),
        polled=bool(feeds),
    )


async def found_outlet(db: queries.Reader, asked: Asked, which: str, shown: Shown) -> KnownOutlet:
    """Finds an outlet by domain, number or name; raises NoSuchOutlet with addresses of the comparison as was meant."""
    text = getattr(asked, which)
    known = await known_as(db, text)
    if known is not None:
        return known
    every = await queries.known_outlets(db)
    named = of_name(text, every)
    if len(named) == 1:
        return named[0]
    near = named or nearest_outlets(text, every)
    raise NoSuchOutlet(text, [(shown.kept(_meant(asked, which, one)), one.name) for one in near])


def _meant(asked: Asked, which: str, near: KnownOutlet) -> str:
    told = {"a": asked.a, "b": asked.b} | {which: near.domain or str(near.id)}
    return "/compare?" + urlencode({key: value for key, value in told.items() if value})

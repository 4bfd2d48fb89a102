"""The stories of two: how many of each kind, what stands in a list, whose words came first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aggregator.site import queries
from aggregator.site.bars import Step, bar, step, why_no_bar
from aggregator.site.compare.asked import HAS, LISTS, SILENCES
from aggregator.site.compare.pair import Pair
from aggregator.site.providers import Shown
from aggregator.site.queries import Edition, StoryRow
from aggregator.site.queries.compare import (
    Headline,
    StoryOfTwo,
    firsts_of_sides,
    headlines_of_outlets,
    headlines_of_sides,
    stories_of,
)
from aggregator.site.shares import Share

# Of both: their headlines are read for who was first and for the words; of a quarter two large outlets have 2,000.
HEADLINES_OF = 400


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stories each list has, and those where one has nothing by what is known of its silence."""

    stories: int
    by_list: Mapping[str, int]
    silences: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, found: Sequence[StoryOfTwo]) -> Counted:
        by_list = Counter(list_of(one) for one in found)
        silences: dict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            if one.silence:
                silences[list_of(one)][one.silence] += 1
        ordered = {name: {kind: counts[kind] for kind in SILENCES if counts[kind]} for name, counts in silences.items()}
        return cls(len(found), {name: by_list[name] for name in LISTS}, ordered)

    def having(self, which: str, *, least: int) -> int:
        """Counts the stories of which `a` or `b` has a text of its own (1), or anything (0)."""
        place = "ab".index(which)
        return sum(count for name, count in self.by_list.items() if _at_least(LISTS[name][place], least))

    def both(self, *, least: int) -> int:
        return sum(count for name, count in self.by_list.items() if all(_at_least(has, least) for has in LISTS[name]))

    def jaccard(self, *, least: int) -> Share:
        """The stories of both, of all that either has."""
        both = self.both(least=least)
        return Share(both, self.having("a", least=least) + self.having("b", least=least) - both)

    @property
    def reprints(self) -> int:
        """How many stories one of the two has by a reprint only."""
        return sum(count for name, count in self.by_list.items() if "reprint" in name)


def _at_least(has: int | None, least: int) -> bool:
    return has is not None and has >= least


def list_of(one: StoryOfTwo) -> str:
    return f"{HAS[one.a]}-{HAS[one.b]}"


def listed(found: Iterable[StoryOfTwo], name: str, silence: str | None, sort: str) -> list[StoryOfTwo]:
    """Picks the stories of one list, in the order asked for."""
    mine = [one for one in found if list_of(one) == name and silence in (None, one.silence)]
    mine.sort(key=lambda one: one.story_id)
    mine.sort(key=lambda one: one.last_published, reverse=True)
    if sort == "origins":
        mine.sort(key=lambda one: one.origins, reverse=True)
    return mine


@dataclass(frozen=True, slots=True)
class Line:
    """A story of a list with its bar; `why` says why it has none.

    `a` and `b` are the earliest texts of their own, `lead` how many minutes the first of the two was before the other:
    above 0 `a`, below 0 `b`, None where one of them tells no time of day.
    """

    story: StoryRow
    origins: Mapping[Step, int]
    bar: Markup | None
    why: str | None
    silence: str | None
    a: Headline | None = None
    b: Headline | None = None
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Firsts:
    """Who of the two had the stories of both first, to the minute; `not_told` where one tells no time of day."""

    stories: int
    a: int
    b: int
    tied: int
    not_told: int

    @classmethod
    def of(cls, leads: Mapping[int, int | None]) -> Firsts:
        told = [lead for lead in leads.values() if lead is not None]
        a, b = sum(lead > 0 for lead in told), sum(lead < 0 for lead in told)
        return cls(len(leads), a, b, len(told) - a - b, len(leads) - len(told))


@dataclass(frozen=True, slots=True)
class Reading:
    """What lists are read from, and by whose ratings."""

    db: queries.Reader
    pair: Pair
    edition: Edition
    shown: Shown

    async def headlines(self, story_ids: Iterable[int]) -> list[Headline]:
        """Lists what the two wrote themselves on stories, the earliest of each story first."""
        pair = self.pair
        if pair.of_sides:
            by = self.shown.name, self.shown.default
            return await headlines_of_sides(self.db, story_ids, pair.keys, *by)
        return await headlines_of_outlets(self.db, story_ids, pair.outlets, self.edition.provider)

    def of_a(self, one: Headline) -> bool:
        return one.side == self.pair.a.key if self.pair.of_sides else one.outlet_id == self.pair.a.outlet_id

    async def leads(self, story_ids: Sequence[int], headlines: Sequence[Headline]) -> dict[int, int | None]:
        """Maps stories of both to the minutes by which one was first; `headlines` are all that two outlets have."""
        minutes: dict[tuple[int, bool], int] = {}
        if self.pair.of_sides:
            found = await firsts_of_sides(self.db, story_ids, self.pair.keys, self.shown.name)
            minutes = {(story, side == self.pair.a.key): minute for (story, side), minute in found.items()}
        for one in () if self.pair.of_sides else headlines:
            key = one.story_id, self.of_a(one)
            if one.minute is not None:
                minutes[key] = min(one.minute, minutes.get(key, one.minute))
        return {story: _lead(minutes.get((story, True)), minutes.get((story, False))) for story in story_ids}

    async def lines(
        self,
        found: Sequence[StoryOfTwo],
        headlines: Sequence[Headline] = (),
        leads: Mapping[int, int | None] | None = None,
    ) -> list[Line]:
        """Reads what a list says of its stories."""
        ids = [one.story_id for one in found]
        rows = await stories_of(self.db, ids)
        origins: dict[int, dict[Step, int]] = {story: {} for story in ids}
        for row in await queries.lean_counts(self.db, ids, self.shown.name, self.shown.default):
            origins[row.story_id][step(row.lean)] = row.origins
        first: dict[tuple[int, bool], Headline] = {}
        for one in headlines:
            first.setdefault((one.story_id, self.of_a(one)), one)
        leads, least = leads or {}, self.edition.min_rated_origins
        lines = []
        for place in found:
            story, counts = place.story_id, origins[place.story_id]
            why = why_no_bar(counts, least)
            drawn = None if why else bar(counts, "Independent origins")
            a, b = first.get((story, True)), first.get((story, False))
            lines.append(Line(rows[story], counts, drawn, why, place.silence, a, b, leads.get(story)))
        return lines


def _lead(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else b - a

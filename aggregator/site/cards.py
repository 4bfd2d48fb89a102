"""Stories as cards of a list: the headline, its bar, who wrote, and why it stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from markupsafe import Markup

from aggregator.site import queries
from aggregator.site.bars import UNRATED, Step, bar, step, why_no_bar
from aggregator.site.links import outlet_path
from aggregator.site.providers import Shown
from aggregator.site.queries import Blindspot, Edition, LeanCount, OfStoryline, StoryRow, Writing
from aggregator.site.queries.briefs import FirstSentence, first_sentences
from aggregator.site.topics import topic_address
from aggregator.site.why_here import Ladder, why_here

# Names of outlets on a card: four fill its line of 20rem, and the rest is a number.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Wrote:
    """An outlet that wrote on a story, and where its profile stands."""

    name: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list; `bar` is None where there are too few rated origins for one, and `why` says so.

    `outlets` are the first to write, `here` why it stands where it stands: None where the list is in another order.
    `first` is the first sentence of its brief; `storyline` is what it belongs to, None where no other story does;
    `retold` counts its texts that only retell an outlet's piece.
    """

    story: StoryRow
    origins: Mapping[Step, int]
    bar: Markup | None
    why: str | None
    blindspots: Sequence[Blindspot]
    outlets: Sequence[Wrote] = ()
    here: str | None = None
    first: FirstSentence | None = None
    topic: str | None = None
    storyline: OfStoryline | None = None
    retold: int = 0

    @property
    def reprints(self) -> int:
        """How many articles of it stand for no origin: what only retells a piece is none of them."""
        return self.story.articles - self.story.origins - self.retold

    @property
    def unrated(self) -> int:
        return self.origins.get(UNRATED, 0)

    @property
    def topic_address(self) -> str:
        return topic_address(self.topic or "")

    @property
    def unnamed(self) -> int:
        """How many outlets wrote besides those that are named."""
        return max(0, self.story.outlets - len(self.outlets))


@dataclass(frozen=True, slots=True)
class Reading:
    """What every card is read from, and by whose ratings."""

    db: queries.Reader
    edition: Edition
    shown: Shown


async def cards(reading: Reading, found: Sequence[StoryRow], ladder: Ladder | None = None) -> tuple[Card, ...]:
    """Reads what the cards of stories show; a ladder tells their places."""
    db, ids, by = reading.db, [row.id for row in found], (reading.shown.name, reading.shown.default)
    origins = origins_by_story(await queries.lean_counts(db, ids, *by))
    spots, written = defaultdict(list), defaultdict(list)
    for spot in await queries.blindspots(db, ids, reading.shown.name):
        if spot.verdict == "blindspot":
            spots[spot.story_id].append(spot)
    for one in await queries.writings(db, ids):
        written[one.story_id].append(one)
    told = await first_sentences(db, ids)
    topics, lines = await queries.story_topics(db, ids), await queries.storylines_of(db, ids)
    least, provider = reading.edition.min_rated_origins, reading.shown.name
    return tuple(
        _card(row, origins[row.id], spots[row.id], written[row.id], least,
              why_here(row, origins[row.id], written[row.id], ladder, provider) if ladder else None,
              told.get(row.id), topics.get(row.id), lines.get(row.id))
        for row in found
    )  # fmt: skip


def _card(
    row: StoryRow,
    origins: Mapping[Step, int],
    spots: Sequence[Blindspot],
    written: Sequence[Writing],
    least: int,
    here: str | None,
    first: FirstSentence | None,
    topic: str | None,
    storyline: OfStoryline | None,
) -> Card:
    why = why_no_bar(origins, least)
    drawn = None if why else bar(origins, "Independent origins")
    retold = row.articles - len(written)
    return Card(row, origins, drawn, why, spots, _first_outlets(written), here, first, topic, storyline, retold)


def _first_outlets(written: Sequence[Writing]) -> tuple[Wrote, ...]:
    by_outlet = {one.outlet_id: one for one in reversed(written)}
    first = sorted(by_outlet.values(), key=lambda one: (one.at, one.outlet_id))[:_NAMED]
    return tuple(Wrote(one.outlet, outlet_path(one.domain, one.outlet_id)) for one in first)


def origins_by_story(found: Sequence[LeanCount]) -> Mapping[int, dict[Step, int]]:
    """Counts each story's independent origins by lean."""
    by_story: dict[int, dict[Step, int]] = defaultdict(dict)
    for row in found:
        by_story[row.story_id][step(row.lean)] = row.origins
    return by_story


def told(card: Card, shown: Shown) -> dict[str, Any]:
    """Says the same as a card, for programs."""
    return {
        **asdict(card.story),
        "topic": card.topic,
        "address": shown.kept(f"/story/{card.story.id}"),
        "origins_by_lean": {place.name: count for place, count in card.origins.items() if count},
        "too_few_for_shares": card.why is not None,
        "blindspots": [asdict(spot) for spot in card.blindspots],
        "first_outlets": [asdict(outlet) for outlet in card.outlets],
        "why_here": card.here,
        "first_sentence": {"text": card.first.text, "article": card.first.article_id} if card.first else None,
        "storyline": card.storyline.storyline_id if card.storyline else None,
    }

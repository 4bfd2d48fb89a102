"""The page of a storyline: its stories in time, each with its own bar, the gap before it and why it is linked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from datasette import NotFound  # type: ignore[import-untyped]

from aggregator.site import narrowing, providers, queries, responses
from aggregator.site.cards import Card, Reading, cards
from aggregator.site.cards import told as told_card
from aggregator.site.cite import BIBTEX_TYPE, CSL_TYPE, citation
from aggregator.site.links import sql_address
from aggregator.site.providers import Shown
from aggregator.site.queries import LinkedStory, StorylineRow
from aggregator.site.storylines.chart import MOST_NUMBERED, Point, line_chart
from aggregator.site.storylines.words import gap_words, link_words, span_words
from aggregator.site.words import short_day

# A story takes some 300 bytes compressed, as a card of a list does.
STORIES_ON_A_PAGE = 60
# A merged storyline leads to a living one in one step; a cycle by mistake must end.
_MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A story of a storyline: `gap` is how long after the one before, None of the first; `why` says what links it.

    `matched` is the story that it was linked with, at `matched_href`; None where the others were linked with it.
    """

    number: int
    linked: LinkedStory
    card: Card
    gap: str | None
    why: str
    matched: LinkedStory | None
    matched_href: str

    @property
    def row(self) -> str:
        """Where the row of the link stands."""
        return f"/news/storyline_stories/{self.linked.story_id}"


async def storyline(request: Any, datasette: Any) -> Any:
    """Answers `/storyline/7` and the same with `.json`, `.bib` and `.csl.json`; a merged one leads on for good."""
    db = datasette.get_database("news")
    asked, suffix = int(request.url_vars["storyline"]), request.url_vars["format"] or ""
    row = await living_storyline(db, asked)
    if row.id != asked:
        query = f"?{request.query_string}" if request.query_string else ""
        return responses.redirect(f"/storyline/{row.id}{suffix}{query}")
    edition = await queries.edition(db)
    shown, page = providers.shown(request, edition), narrowing.page_of(request.args)
    cited = await citation(request, datasette, "storyline", row.id, row.title, edition, shown)
    if suffix == ".bib":
        return responses.as_text(request, cited.bibtex, BIBTEX_TYPE)
    if suffix == ".csl.json":
        return responses.as_json(request, cited.csl, content_type=CSL_TYPE)
    context = await load(Reading(db, edition, shown), row, page) | {"cited": cited}
    if suffix:
        return responses.as_json(request, _told(context))
    context["now"] = datasette.reading_room.clock()
    return await responses.html(datasette, request, "storyline.html", context)


async def living_storyline(db: queries.Reader, storyline_id: int) -> StorylineRow:
    """Returns a storyline, or the one that it was merged into; raises NotFound."""
    for _ in range(_MOST_STEPS):
        row = await queries.storyline(db, storyline_id)
        if row is None:
            break
        if row.merged_into is None:
            return row
        storyline_id = row.merged_into
    raise NotFound("There is no such storyline. It may be in a later edition than this one, or under another number.")


async def load(reading: Reading, row: StorylineRow, page: int = 1, limit: int = STORIES_ON_A_PAGE) -> dict[str, Any]:
    """Reads all that the page shows."""
    shown, linked = reading.shown, await queries.linked_stories(reading.db, row.id)
    whole = _Whole(row, linked, page, limit, shown)
    last = max((one.last_published for one in linked), default="")
    return {
        "storyline": row,
        "linked": linked,
        "totals": await queries.storyline_totals(reading.db, [one.story_id for one in linked]),
        "span": span_words(linked[0].first_published, last) if linked else "",
        "last_day": last[:10],
        "parts": await _parts(reading, whole),
        "numbered": len(linked) <= MOST_NUMBERED,
        "chart": line_chart(whole.points(), "The stories of the storyline in time"),
        "rulings": await queries.storyline_rulings(reading.db, row.id),
        "sql": sql_address(queries.LINKED, {"storyline": row.id}),
        "page": page,
        "pages": whole.pages,
        "earlier": shown.kept(_address(row, page - 1)) if 1 < page <= whole.pages else None,
        "later": shown.kept(_address(row, page + 1)) if page < whole.pages else None,
        "edition": reading.edition,
        "shown": shown,
    }


def _address(row: StorylineRow, page: int) -> str:
    return f"/storyline/{row.id}" + (f"?page={page}" if page > 1 else "")


@dataclass(frozen=True, slots=True)
class _Whole:
    """All stories of a storyline in their order, and the page of them that is shown."""

    row: StorylineRow
    linked: Sequence[LinkedStory]
    page: int
    limit: int
    shown: Shown

    @property
    def start(self) -> int:
        return (self.page - 1) * self.limit

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.linked) // self.limit))

    def on_page(self) -> Sequence[LinkedStory]:
        return self.linked[self.start : self.start + self.limit]

    def href(self, number: int) -> str:
        """Returns where a story stands in the list, on this page or another one; '' for number 0, which is none."""
        if not number:
            return ""
        own = (number - 1) // self.limit + 1
        path = "" if own == self.page else self.shown.kept(_address(self.row, own))
        return f"{path}#story-{self.linked[number - 1].story_id}"

    def points(self) -> list[Point]:
        return [
            Point(number, one.first_published, f"{number}. {short_day(one.first_published[:10])}: {one.title}",
                  self.href(number))
            for number, one in enumerate(self.linked, 1)
        ]  # fmt: skip


async def _parts(reading: Reading, whole: _Whole) -> list[Part]:
    drawn = {card.story.id: card for card in await _cards(reading, whole.on_page())}
    numbers = {one.story_id: number for number, one in enumerate(whole.linked, 1)}
    parts = []
    for place, one in enumerate(whole.on_page(), whole.start):
        if one.story_id not in drawn:
            continue
        gap = gap_words(whole.linked[place - 1].first_published, one.first_published) if place else None
        number = numbers.get(one.matched_story_id or 0, 0)
        matched = whole.linked[number - 1] if number else None
        why, href = link_words(one.reasons), whole.href(number)
        parts.append(Part(place + 1, one, drawn[one.story_id], gap, why, matched, href))
    return parts


async def latest_cards(reading: Reading, row: StorylineRow, limit: int) -> tuple[Card, ...]:
    """Reads the cards of a storyline's latest stories."""
    return await _cards(reading, (await queries.linked_stories(reading.db, row.id))[-limit:])


async def _cards(reading: Reading, linked: Sequence[LinkedStory]) -> tuple[Card, ...]:
    found = await queries.stories_by_id(reading.db, [one.story_id for one in linked])
    # A new edition may have come between the two questions, and have merged one of them into another.
    return await cards(reading, [found[one.story_id] for one in linked if one.story_id in found])


def _told(context: Mapping[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    shown, linked, edition = context["shown"], context["linked"], context["edition"]
    return {
        "storyline": asdict(context["storyline"]),
        "provider": shown.name,
        "rated": "as of publication",
        "stories": len(linked),
        **asdict(context["totals"]),
        "first_published": linked[0].first_published if linked else None,
        "last_published": max((one.last_published for one in linked), default=None),
        "page": context["page"],
        "pages": context["pages"],
        "timeline": [_told_part(part, context) for part in context["parts"]],
        "rulings": [asdict(ruling) for ruling in context["rulings"]],
        "cite": asdict(context["cited"]) | {"text": context["cited"].text},
        "edition": asdict(edition),
    }


def _told_part(part: Part, context: Mapping[str, Any]) -> dict[str, object]:
    try:
        reasons = json.loads(part.linked.reasons)
    except ValueError:
        reasons = []
    link = {"matched_story_id": part.linked.matched_story_id, "score": part.linked.score, "reasons": reasons}
    return {"number": part.number, "after_the_one_before": part.gap, "link": {**link, "words": part.why},
            "story": told_card(part.card, context["shown"])}  # fmt: skip

"""What an entry says in words: counts by lean with their outlets, whose ratings these are, who left it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aggregator.site.bars import STEPS, UNRATED, Step, step
from aggregator.site.briefs import Brief
from aggregator.site.out.feed import apart
from aggregator.site.queries import Blindspot, HeadlineChange, MemberRow
from aggregator.site.queries.latest import LatestArticle
from aggregator.site.queries.story_outlets import StoryOutlet
from aggregator.site.voices import Voice
from aggregator.site.words import exact_words, plural

_AS_OF = "Ratings by {}, as of publication."


def as_of(provider: str) -> str:
    return _AS_OF.format(provider)


def by_lean(origins: Mapping[Step, int], outlets: Sequence[StoryOutlet]) -> Iterator[str]:
    """Writes a line for each lean of a story, from left to right, the unrated last."""
    at: dict[Step, list[StoryOutlet]] = defaultdict(list)
    for one in outlets:
        at[step(one.lean)].append(one)
    for place in STEPS:
        if place in at or origins.get(place):
            yield f"{place.name.capitalize()}, {plural(origins.get(place, 0), 'origin')}: {_names(at[place])}."
    if not origins.get(UNRATED):
        yield "Unrated: none."


def _names(outlets: Sequence[StoryOutlet]) -> str:
    wrote = ", ".join(apart(one.outlet) for one in outlets if one.origins)
    copied = ", ".join(apart(one.outlet) for one in outlets if not one.origins)
    return "; ".join(part for part in (wrote, f"reprinted by {copied}" if copied else "") if part)


def silence(spot: Blindspot) -> str:
    """Writes a blindspot with the numbers that it rests on."""
    told = (
        f"Blindspot, {spot.side}: {spot.observed} of {spot.expected or 0:.1f} expected origins, of"
        f" {plural(spot.rated_origins, 'rated one')}. Ratings by {spot.provider}, as of the day on which the story"
        f" opened. {plural(spot.polled_outlets, 'outlet')} of that side heard from {exact_words(spot.opens)} to"
        f" {exact_words(spot.closes)}"
    )
    chance = "".join(f", {name} = {value:.2g}" for name, value in (("p", spot.p), ("q", spot.q)) if value is not None)
    return f"{told}{chance}."


def whose_text(row: MemberRow | LatestArticle) -> str:
    """Writes whose words an article's text is."""
    return "independent" if row.independent else _retelling(row) if row.retold else "a reprint of another's text"


def standing(row: MemberRow, provider: str) -> str:
    """Writes where an article stands."""
    place = step(row.lean)
    told = "is not rated" if place == UNRATED else f"is rated {place.name}"
    scope = "" if row.scope == "news" else f" Scope: {row.scope}."
    return f"{apart(row.outlet)} {told} by {provider}, as of publication. The text is {whose_text(row)}.{scope}"


def _retelling(row: MemberRow | LatestArticle) -> str:
    made = "a machine's summary of" if row.text_kind == "machine" else "about"
    return f"{made} a piece of that outlet, carried by {apart(row.carrier or '')}, and no voice of its own"


def retitled(changes: Sequence[HeadlineChange]) -> Iterator[str]:
    for change in changes:
        yield f"Headline changed, seen {exact_words(change.seen)}. Before: {apart(change.old)}"


def in_brief(brief: Brief) -> Iterator[str]:
    """Writes a line for each sentence of a brief's summary, with whose words it is and who says the same."""
    for told in brief.summary:
        others = [*map(voice, told.others), *([f"{told.more} more"] if told.more else [])]
        yield f"{apart(told.text)} [{voice(told.own)}{'; also ' if others else ''}{', '.join(others)}]"


def voice(one: Voice) -> str:
    return f"{apart(one.outlet)} ({one.place.name})" if one.outlet else f"a{one.article_id}"

"""The entries of the feeds: what each page lists, newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aggregator.site.bars import step
from aggregator.site.blindspots import Day, Named
from aggregator.site.briefs import Brief
from aggregator.site.cards import Card
from aggregator.site.out.feed import Entry, apart
from aggregator.site.out.place import Place, leads_to
from aggregator.site.out.told import as_of, by_lean, in_brief, retitled, silence, standing, whose_text
from aggregator.site.providers import Shown
from aggregator.site.queries import ChangeRow, HeadlineChange, Hit, ListedStoryline, MemberRow, OutletRow
from aggregator.site.queries.latest import LatestArticle
from aggregator.site.queries.story_outlets import StoryOutlet
from aggregator.site.words import exact_words, plural


def of_stories(
    place: Place, shown: Shown, cards: Sequence[Card], outlets: Sequence[StoryOutlet], briefs: Mapping[int, Brief]
) -> list[Entry]:
    """Makes an entry of each story, its brief first; a story's id is its permanent address, whoever rates."""
    by_story = defaultdict(list)
    for one in outlets:
        by_story[one.story_id].append(one)
    newest = sorted(cards, key=lambda card: (card.story.last_published, card.story.id), reverse=True)
    return [_of_story(place, shown, card, by_story[card.story.id], briefs.get(card.story.id)) for card in newest]


def _of_story(place: Place, shown: Shown, card: Card, outlets: Sequence[StoryOutlet], brief: Brief | None) -> Entry:
    story = card.story
    amounts = f"{plural(story.articles, 'article')} of {plural(story.outlets, 'outlet')}"
    lines = [
        *([*in_brief(brief), f"{brief.how_made}."] if brief else []),
        f"{plural(story.origins, 'independent origin')} in {amounts}. {as_of(shown.name)}",
        *by_lean(card.origins, outlets),
        *([f"{card.why}."] if card.why else []),
        *map(silence, card.blindspots),
        *([f"{plural(story.changed, 'headline')} changed after publication."] if story.changed else []),
    ]
    return Entry(
        place.story(story.id), story.title, story.last_published, "\n".join(lines),
        place.shown(shown, story.id), published=story.first_published, language=story.language,
    )  # fmt: skip


def of_storylines(place: Place, shown: Shown, found: Sequence[ListedStoryline]) -> Iterator[Entry]:
    """Makes an entry of each storyline; it is dated by its latest story."""
    for one in found:
        address = f"/storyline/{one.id}"
        amounts = f"{plural(one.articles, 'article')}, {plural(one.origins, 'independent origin')}"
        yield Entry(
            place.site + address, one.title, one.last_published,
            f"{plural(one.stories, 'story', 'stories')}, {amounts}. Last written on: {apart(one.latest_title)}",
            place.site + shown.kept(address), [place.shown(shown, one.story_id)], one.first_published,
        )  # fmt: skip


def of_members(
    place: Place, shown: Shown, story_id: int, rows: Sequence[MemberRow], changes: Sequence[HeadlineChange]
) -> list[Entry]:
    """Makes an entry of each article of a story."""
    changed: Mapping[int, list[HeadlineChange]] = defaultdict(list)
    for change in changes:
        changed[change.article_id].append(change)
    newest = sorted(rows, key=lambda row: (row.at, row.article_id), reverse=True)
    return [_of_member(place, shown, story_id, row, changed[row.article_id]) for row in newest]


def _of_member(place: Place, shown: Shown, story_id: int, row: MemberRow, changes: Sequence[HeadlineChange]) -> Entry:
    story, author = place.shown(shown, story_id), place.outlet(row.outlet, row.domain, row.outlet_id)
    return Entry(
        place.article(row.article_id), row.title, max([row.at, *(change.seen for change in changes)]),
        "\n".join([standing(row, shown.name), *retitled(changes)]), leads_to(row.url, story), [story],
        row.published, author, row.language,
    )  # fmt: skip


def of_hits(place: Place, shown: Shown, hits: Sequence[Hit]) -> Iterator[Entry]:
    """Makes an entry of each article that a search found, in the search's order."""
    for hit in hits:
        own = place.article(hit.id)
        story = place.shown(shown, hit.story_id) if hit.story_id else own
        place_words = "is not rated" if hit.lean is None else f"is rated {step(hit.lean).name}"
        scope = "" if hit.scope == "news" else f" Scope: {hit.scope}."
        others = f" In a story of {plural(hit.story_origins or 0, 'independent origin')}." if hit.story_id else ""
        yield Entry(
            own, hit.title, hit.at,
            f"{apart(hit.outlet)} {place_words} by {shown.name}, as of publication.{others}{scope}",
            leads_to(hit.url, story), [story] if hit.story_id else [], None,
            place.outlet(hit.outlet, hit.domain, hit.outlet_id), hit.language,
        )  # fmt: skip


def of_latest(place: Place, shown: Shown, outlet: OutletRow, found: Sequence[LatestArticle]) -> Iterator[Entry]:
    """Makes an entry of each of an outlet's articles."""
    author = place.outlet(outlet.name, outlet.domain, outlet.id)
    for row in found:
        story = [place.shown(shown, row.story_id)] if row.story_id else []
        yield Entry(
            place.article(row.article_id), row.title, max(row.at, row.retitled or ""), _of_own(row, shown),
            leads_to(row.url, story[0] if story else place.article(row.article_id)), story, row.published, author,
            row.language,
        )  # fmt: skip


def _of_own(row: LatestArticle, shown: Shown) -> str:
    """Says of an outlet's article what its story makes of it."""
    if row.story_id is None:
        return "It stands in no story yet."
    others = (
        "The only origin of its story"
        if row.origins == 1
        else f"One story, {plural(row.origins, 'independent origin')}"
    )
    own = "" if row.independent else f" The text is {whose_text(row)}."
    changed = f" Headline changed, seen {exact_words(row.retitled)}." if row.retitled else ""
    return f"{others}. Here {step(row.lean).name} by {shown.name}, as of publication.{own}{changed}"


def of_blindspots(place: Place, shown: Shown, days: Sequence[Day], outlets: Sequence[StoryOutlet]) -> list[Entry]:
    """Makes an entry of each side that left a story out; it is dated when the side's time to write was over."""
    by_story = defaultdict(list)
    for one in outlets:
        by_story[one.story_id].append(one)
    found = [one for day in days for _, named in day.sides for one in named]
    newest = sorted(found, key=lambda one: (one.spot.closes, one.spot.story_id, one.spot.side), reverse=True)
    return [_of_silence(place, shown, one, by_story[one.spot.story_id]) for one in newest]


def _of_silence(place: Place, shown: Shown, one: Named, outlets: Sequence[StoryOutlet]) -> Entry:
    spot = one.spot
    where = "in the center" if spot.side == "center" else f"on the {spot.side}"
    lines = [silence(spot), *by_lean(one.origins, outlets)]
    return Entry(
        f"{place.story(spot.story_id)}#blindspot-{spot.side}", f"Nothing {where}: {apart(spot.title)}", spot.closes,
        "\n".join(lines), place.shown(shown, spot.story_id), language="en",
    )  # fmt: skip


def of_changes(place: Place, changes: Sequence[ChangeRow]) -> Iterator[Entry]:
    """Makes an entry of each change of a headline or a summary."""
    for change in changes:
        what = "headline" if change.field == "title" else "summary"
        row = f"{place.site}/news/revisions/{change.id}"
        yield Entry(
            row, change.new if change.field == "title" else change.title, change.seen,
            f"{apart(change.outlet)} changed its {what}, seen {exact_words(change.seen)}.\n"
            f"Before: {apart(change.old)}\nAfter: {apart(change.new)}",
            leads_to(change.url, row), [place.story(change.story_id)] if change.story_id else [],
            author=place.outlet(change.outlet, change.domain, change.outlet_id), language=change.language,
        )  # fmt: skip

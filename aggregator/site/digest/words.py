"""What a digest says in words and as the entries of a feed, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aggregator.site.bars import counts_in_words
from aggregator.site.blindspots import unheard_words
from aggregator.site.cards import Card
from aggregator.site.digest.gather import Digest
from aggregator.site.health import code_words
from aggregator.site.out.feed import Entry, Feed, Person, apart
from aggregator.site.out.place import rights
from aggregator.site.out.told import as_of, in_brief, silence
from aggregator.site.providers import Shown
from aggregator.site.queries import OutFeed
from aggregator.site.words import day_words, exact_words, plural


def entries(found: Digest, site: str, shown: Shown) -> list[Entry]:
    """Makes an entry of each story and each blindspot, and one of what changed and of what was not heard."""
    day = f"{site}/digest?day={found.day}"
    made = found.edition.made or f"{found.day}T23:59:59Z"
    told = [
        Entry(
            f"{day}#story-{card.story.id}", card.story.title, card.story.last_published,
            "\n".join([*brief_lines(found, card.story.id), *_how_made(found, card.story.id), *counts(card),
                       as_of(found.provider)]),
            site + shown.kept(f"/story/{card.story.id}"), language=card.story.language,
        )
        for card in found.stories
    ]  # fmt: skip
    told += [
        Entry(
            f"{day}#blindspot-{spot.story_id}-{side}", f"Nothing {where(side)}: {apart(spot.title)}", spot.closes,
            silence(spot), site + shown.kept(f"/story/{spot.story_id}"), language="en",
        )
        for side, spots in found.sides for spot in spots
    ]  # fmt: skip
    for name, title, lines in (
        ("headlines", "Headlines that changed", list(change_lines(found))),
        ("unheard", "What could not be heard", list(unheard_lines(found))),
    ):
        if lines:
            told.append(Entry(f"{day}#{name}", title, made, "\n".join(lines), f"{day}#{_ANCHORS[name]}", language="en"))
    return told


_ANCHORS = {"headlines": "changed", "unheard": "unheard"}


def feed_of(found: Digest, told: Sequence[Entry], site: str, title: str, contact: str, address: str) -> Feed:
    """Makes a feed of a digest; `address` is its own."""
    return Feed(
        id=f"{site}/digest?day={found.day}",
        title=f"{day_words(found.day)}, in short · {title}",
        updated=max([found.edition.made or "", *(entry.updated for entry in told)]),
        author=Person(title, f"{site}/", contact),
        rights=rights(found.edition),
        page=f"{site}/digest?day={found.day}",
        self_address=address,
        entries=told,
    )


def brief_lines(found: Digest, story_id: int) -> Iterator[str]:
    brief = found.briefs.get(story_id)
    return in_brief(brief) if brief else iter(())


BRIEFS = (
    "A brief is of sentences of the articles, word for word, picked by a fixed rule; after each stands whose it is, and"
    " who says the same. A date in [brackets] is ours."
)


def _how_made(found: Digest, story_id: int) -> list[str]:
    brief = found.briefs.get(story_id)
    return [f"{brief.how_made}."] if brief else []


def counts(card: Card) -> Iterator[str]:
    """Writes a story's bar in words, or why it has none."""
    story = card.story
    yield (
        f"{plural(story.origins, 'independent origin')} in {plural(story.articles, 'article')} of"
        f" {plural(story.outlets, 'outlet')}: {counts_in_words(card.origins)}."
    )
    if card.why:
        yield f"{card.why[0].upper()}{card.why[1:]}."


def where(side: str) -> str:
    return "in the center" if side == "center" else f"on the {side}"


def change_lines(found: Digest) -> Iterator[str]:
    for change in found.changes:
        words = f"Before: {apart(change.old)}. After: {apart(change.new)}"
        yield f"{apart(change.outlet)}, seen {exact_words(change.seen)}. {words}"
    if found.more_changes:
        yield f"These are the first {len(found.changes)}."


def unheard_lines(found: Digest) -> Iterator[str]:
    for feed in found.feeds:
        yield f"{apart(feed.outlet)}: {feed_words(feed)}."
    if found.more_feeds:
        yield f"These are the first {len(found.feeds)}."


def feed_words(feed: OutFeed) -> str:
    """Says why a feed was not heard over the whole day."""
    until = f" {exact_words(feed.until)}" if feed.dated and feed.until else ""
    failed = f"; last failure: {code_words(feed.code)}" if feed.code else ""
    section = f"{feed.section}, " if feed.section else ""
    return f"{section}{unheard_words(feed)}{until}{failed}"


def standing(found: Digest) -> str:
    """Says of which edition and run a digest is."""
    made = f"Edition of {exact_words(found.edition.made)}" if found.edition.made else "An edition that no run has made"
    return f"{made}{f', run {found.run.id}' if found.run.id else ''}."


def all_heard(found: Digest) -> str:
    if not found.edition.polled:
        return "Nothing was polled: what is here was imported."
    return "Every feed was heard for all of it, up to its last poll."


def verdict_lines(found: Digest) -> Iterator[str]:
    """Says what else is known of the silences of the day's stories."""
    for verdict, count in found.counts.items():
        if verdict != "blindspot":
            early = f", {count.early} of them too early to tell" if count.early else ""
            yield f"{plural(count.sides, 'silence')} of the day's stories: {verdict}{early}."

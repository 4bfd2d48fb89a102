"""Which articles are one text: wire copies, reprints and syndication, whole, abridged or under another headline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.features import DATELINE
from aggregator.grouping.headlines import TITLE_CHARACTERS, clean, headline
from aggregator.grouping.shingles import sharing_pairs, shingles, words_of
from aggregator.grouping.words import STOPWORDS
from aggregator.models import CopyLink, Document

SHORT_TEXT = 40
"""Words below which a text is a blurb: it may be an outlet's stock phrase, so the headlines must agree as well."""

JACCARD = 0.6
"""Share of shingles in common: below it lie two reports that quote one statement, above it edited copies."""

CONTAINED = 0.8
"""Share of the shorter text's shingles that the longer must hold for an abridged copy."""

ABRIDGED = 0.15
"""An abridged copy keeps at least this share of the longer text; less is a quotation or a news-in-brief item."""

OPENING = 40
"""Shingles at the start of the longer text in which the shorter must begin: else a round-up that prints two agency
reports one after the other would make them one."""

SAME_OUTLET = 12
"""Hours after which an outlet's second article of one headline and no text is a column's next part, not a reprint."""

TITLE_SCORE = 0.9
"""What an equal long headline counts for as long as no text was seen."""

BLURB_TITLES = 60
"""Likeness of the sorted headlines (0 to 100) at which two equal blurbs are believed."""

AGENCIES = re.compile(
    r"\b(Reuters|Associated Press|AP|AFP|Agence France-Presse|dpa|EFE|ANSA|PTI|UPI|Xinhua|TASS|Kyodo|AAP|PA Media|"
    r"Bloomberg)\b"
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the copy tier reads it."""

    document: Document
    title: tuple[str, ...]
    words: tuple[str, ...]
    shingles: tuple[int, ...]
    wire: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Why two articles are one text."""

    method: str
    score: float


ITSELF = Match("itself", 1.0)


def find_copies(documents: Sequence[Document], config: GroupingConfig) -> list[CopyLink]:
    """Link every article to the earliest of those that carry its text, itself where there is no other.

    Methods: itself, exact, shingles, contained, title. Kinds: wire (an agency is named on any copy), reprint (other
    articles carry it and no agency is named), original.
    """
    texts = [_read(document) for document in sorted(documents, key=arrival_key)]
    matches = _matches(texts, config)
    best: dict[int, Match] = {}
    for pair, match in matches.items():
        for number in pair:
            best[number] = max(match, best.get(number, match), key=lambda match: match.score)
    return [link for group in _groups(len(texts), matches) for link in _links(group, texts, best)]


def wire_of(document: Document) -> str | None:
    """Name the agency of an article: the one known from its by-line, else the one in its dateline."""
    if document.wire:
        return document.wire
    dateline = DATELINE.match(clean((document.body or document.summary)[:200]))
    agency = AGENCIES.search(dateline.group()) if dateline else None
    return agency.group() if agency else None


def _read(document: Document) -> Text:
    longer = max(document.body, document.summary, key=len)
    words = words_of(DATELINE.sub("", clean(longer[:6000])))
    title = headline(clean(document.title[:TITLE_CHARACTERS]), document.outlet)
    return Text(document, tuple(words_of(title)), tuple(words), shingles(words), wire_of(document))


def _matches(texts: Sequence[Text], config: GroupingConfig) -> dict[tuple[int, int], Match]:
    candidates = dict.fromkeys(sharing_pairs({i: text.shingles for i, text in enumerate(texts) if text.shingles}))
    candidates.update(dict.fromkeys(_neighbours(texts, config)))
    found = {pair: _compare(texts[pair[0]], texts[pair[1]], config) for pair in sorted(candidates)}
    return {pair: match for pair, match in found.items() if match is not None}


def _neighbours(texts: Sequence[Text], config: GroupingConfig) -> Iterator[tuple[int, int]]:
    """Give each article with an earlier one that has the same words, and with one that has the same headline.

    A headline that returns later than a copy may opens a series of its own, so that a daily column is no chain.
    """
    by_words: dict[tuple[str, ...], int] = {}
    by_title: dict[tuple[str, ...], int] = {}
    for number, text in enumerate(texts):
        if text.words and (first := by_words.setdefault(text.words, number)) != number:
            yield first, number
        if not text.title:
            continue
        first = by_title.setdefault(text.title, number)
        if first == number:
            continue
        hours = _hours(texts[first].document, text.document)
        if hours is not None and hours > config.copy_title_hours:
            by_title[text.title] = number
        else:
            yield first, number


def _compare(one: Text, other: Text, config: GroupingConfig) -> Match | None:
    hours = _hours(one.document, other.document)
    if hours is not None and hours > 24 * config.window_days:
        return None
    if one.words and other.words:
        return _compare_texts(one, other)
    if one.title != other.title or not _telling(one.title, config):
        return None
    if one.document.outlet is not None and one.document.outlet == other.document.outlet and (hours or 0) > SAME_OUTLET:
        return None
    return Match("title", TITLE_SCORE)


def _compare_texts(one: Text, other: Text) -> Match | None:
    short, long = sorted((one, other), key=lambda text: len(text.words))
    if len(short.words) < SHORT_TEXT and _title_likeness(one, other) < BLURB_TITLES:
        return None
    if one.words == other.words:
        return Match("exact", 1.0) if len(one.words) >= 8 else None
    few, many = set(short.shingles), set(long.shingles)
    if len(few) < 8:
        return None
    shared = len(few & many)
    if (jaccard := shared / len(few | many)) >= JACCARD:
        return Match("shingles", round(jaccard, 4))
    opening = set(long.shingles[:OPENING])
    starts = any(shingle in opening for shingle in short.shingles[: SHORT_TEXT // 4])
    if starts and shared >= CONTAINED * len(few) and len(few) >= ABRIDGED * len(many):
        return Match("contained", round(shared / len(few), 4))
    return None


def _title_likeness(one: Text, other: Text) -> float:
    return fuzz.ratio(" ".join(sorted(one.title))[:200], " ".join(sorted(other.title))[:200])


def _telling(title: Sequence[str], config: GroupingConfig) -> bool:
    return sum(word not in STOPWORDS for word in title) >= config.copy_title_words


def _hours(one: Document, other: Document) -> float | None:
    if one.published is None or other.published is None:
        return None
    return abs(one.published - other.published) / 3600


def _groups(size: int, matches: Mapping[tuple[int, int], Match]) -> list[list[int]]:
    """Join what is matched, by union-find; the root is always the earliest."""
    parent = list(range(size))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in matches:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(size):
        groups[root(number)].append(number)
    return list(groups.values())


def _links(group: Sequence[int], texts: Sequence[Text], best: Mapping[int, Match]) -> Iterator[CopyLink]:
    wired = any(texts[number].wire for number in group)
    representative = texts[group[0]].document.id
    for number in group:
        match = best[number] if number != group[0] else ITSELF
        kind = "wire" if wired else "original" if number == group[0] else "reprint"
        yield CopyLink(texts[number].document.id, representative, kind, match.score, match.method)

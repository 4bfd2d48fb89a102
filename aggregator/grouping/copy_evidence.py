"""Whether two articles are one text, and by what: the canonical link, the words, the opening, or the headline."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copy_text import Text, names, stems, telling
from aggregator.grouping.shingles import CODE, codes, numbers, shingles, vocabulary

SHORT_TEXT = 40
"""Words below which a text is a blurb: it may be an outlet's stock phrase, so the headlines must agree as well."""

SHINGLES = 8
"""Shingles that a text needs to be compared by them: 12 words in a row."""

JACCARD = 0.6
"""Share of shingles in common: an outlet that keeps fewer of its own has written a new report, and blurbs are short."""

JACCARD_ELSEWHERE = 0.4
"""The same for whole texts of two outlets: in tests/copies two reports that quote one statement share up to 0.17, those
with one notice at the foot 0.27, a report that two editors changed, each in his way, 0.44."""

HEAD_SHINGLES = 20
"""Shingles of the shorter text's head, or its first quarter where that is more."""

HEAD_SHARED = 0.5
"""Share of the head that the longer text must hold: two short reports of an outlet may have nothing in common but a
long notice at the foot."""

CONTAINED = 0.8
"""Share of the shorter text's shingles that the longer must hold for an abridged copy."""

ABRIDGED = 0.15
"""An abridged copy keeps at least this share of the longer text; less is a quotation or a news-in-brief item."""

OPENING = 40
"""Shingles at the start of the longer text in which the shorter must begin: else a round-up that prints two agency
reports one after the other would make them one."""

SAME_NUMBERS = 0.5
"""Share of the shorter text's numbers that the longer must have: a correction changes some, and the next report of an
earthquake service, of a market or of the weather changes all and keeps the sentences."""

SAME_OUTLET = 12
"""Hours after which an outlet's second article of one headline and no more than a blurb is a column's next part."""

TITLE_SCORE = 0.9
"""What an equal long headline counts for as long as no text was seen."""

RESTYLED_WORDS = 10
"""Telling words that a headline needs where capitals or quotation marks differ: of 30 pairs of UCI headlines judged by
eye the five that were two reports under one headline all differed so, and had six or seven."""

BLURB_WORDS = 8
"""Words of an equal blurb; with fewer it is a label such as 'Read the whole report here'."""

LEAD_WORDS = 12
"""Words of an equal opening that two writers do not hit upon alike."""

LEAD_NUMBERS = 2
"""Numbers with which an opening is no stock phrase although one of the headlines has none of its words."""

LEAD_SCORE = 0.9
"""What an equal opening counts for as long as the rest of a text was not seen."""

BLURB_TITLES = 60
"""Likeness of the sorted headlines (0 to 100) at which two equal blurbs are believed."""


@dataclass(frozen=True, slots=True)
class Match:
    """Why two articles are one text; `method` is canonical, exact, shingles, contained, lead or title."""

    method: str
    score: float


def compare(one: Text, other: Text, config: GroupingConfig) -> Match | None:
    """Say why two articles are one text, None where nothing shows that they are."""
    hours = hours_between(one, other)
    if hours is not None and hours > 24 * config.window_days:
        return None
    if match := _by_link(one, other) or _by_words(one, other):
        return match
    if (hours or 0) > config.copy_title_hours or (one.whole and other.whole) or _is_next_part(one, other, hours):
        return None
    return _by_blurb(one, other) or _by_opening(one, other) or _by_title(one, other, config)


def hours_between(one: Text, other: Text) -> float | None:
    if one.published is None or other.published is None:
        return None
    return abs(one.published - other.published) / 3600


def _by_link(one: Text, other: Text) -> Match | None:
    """Believe a canonical link unless both texts are there and have nothing in common.

    A text that says itself that it retells the other has no words in common with it, and is no second report.
    """
    linked = {one.canonical, one.address} & {other.canonical, other.address} - {0}
    if not linked:
        return None
    if one.retold_by or other.retold_by:
        return Match("canonical", 1.0)
    strangers = one.whole and other.whole and set(shingles(one.codes)).isdisjoint(shingles(other.codes))
    return None if strangers and _title_likeness(one, other) < BLURB_TITLES else Match("canonical", 1.0)


def _by_words(one: Text, other: Text) -> Match | None:
    short, long = sorted((one, other), key=lambda text: text.words)
    if long.words < SHORT_TEXT:
        return None
    if short.words < SHORT_TEXT and _title_likeness(one, other) < BLURB_TITLES:
        return None
    return Match("exact", 1.0) if one.codes == other.codes else _by_shingles(short, long)


def _by_shingles(short: Text, long: Text) -> Match | None:
    told = numbers(short.codes)
    if len(shingles(short.codes)) < SHINGLES or len(told & numbers(long.codes)) < SAME_NUMBERS * len(told):
        return None
    match = _by_share(short, long)
    return None if match and _is_of_another(short, long) else match


def _is_of_another(one: Text, other: Text) -> bool:
    """Tell whether each headline names something of its own text that the other headline and text have not.

    So does the form that a chain of papers fills in with the name of each town; an editor's new headline does not.
    """
    mine, theirs = vocabulary(one.codes), vocabulary(other.codes)
    here, there = (vocabulary(codes(telling(text.title))) for text in (one, other))
    return bool((here - there) & (mine - theirs)) and bool((there - here) & (theirs - mine))


def _by_share(short: Text, long: Text) -> Match | None:
    few, many = set(shingles(short.codes)), set(shingles(long.codes))
    shared = len(few & many)
    least = JACCARD_ELSEWHERE if short.whole and long.whole and not _same_outlet(short, long) else JACCARD
    if (jaccard := shared / (len(few) + len(many) - shared)) >= least and _is_not_the_foot(short, long):
        return Match("shingles", round(jaccard, 4))
    if shared < CONTAINED * len(few) or len(few) < ABRIDGED * len(many):
        return None
    if set(shingles(long.codes)[:OPENING]).isdisjoint(shingles(short.codes)[: SHORT_TEXT // 4]):
        return None
    return Match("contained", round(shared / len(few), 4))


def _is_not_the_foot(short: Text, long: Text) -> bool:
    """Tell whether more is shared than a notice at the foot: the head is, or two outlets' headlines have a word."""
    head = shingles(short.codes)
    head = head[: max(HEAD_SHINGLES, len(head) // 4)]
    if sum(map(set(shingles(long.codes)).__contains__, head)) >= HEAD_SHARED * len(head):
        return True
    return not _same_outlet(short, long) and names(short.title, stems(long.title.split()))


def _by_blurb(one: Text, other: Text) -> Match | None:
    """Believe two equal or nearly equal blurbs under like headlines."""
    short, long = sorted((one, other), key=lambda text: text.words)
    if short.words < BLURB_WORDS or _title_likeness(one, other) < BLURB_TITLES:
        return None
    return Match("exact", 1.0) if one.codes == other.codes else _by_shingles(short, long)


def _by_opening(one: Text, other: Text) -> Match | None:
    """Believe an equal opening in two outlets where it tells of what both headlines do."""
    if _same_outlet(one, other):
        return None
    if any(_opens(first, second, one, other) for first in one.openings for second in other.openings):
        return Match("lead", LEAD_SCORE)
    return None


def _opens(first: bytes, second: bytes, one: Text, other: Text) -> bool:
    shared, longer = sorted((first, second), key=len)
    if len(shared) < CODE * LEAD_WORDS or not longer.startswith(shared):
        return False
    told = names(one.title, shared) + names(other.title, shared)
    return told == 2 or (told == 1 and len(numbers(shared)) >= LEAD_NUMBERS)


def _by_title(one: Text, other: Text, config: GroupingConfig) -> Match | None:
    if (one.words and other.words) or not one.title or one.title.replace(" ", "") != other.title.replace(" ", ""):
        return None
    least = config.copy_title_words if one.title_form == other.title_form else RESTYLED_WORDS
    return Match("title", TITLE_SCORE) if len(telling(one.title)) >= least else None


def _is_next_part(one: Text, other: Text, hours: float | None) -> bool:
    return _same_outlet(one, other) and (hours or 0) > SAME_OUTLET


def _same_outlet(one: Text, other: Text) -> bool:
    return one.outlet is not None and one.outlet == other.outlet


def _title_likeness(one: Text, other: Text) -> float:
    return fuzz.ratio(*(" ".join(sorted(text.title.split()))[:200] for text in (one, other)))

"""Stories like a story: the words of its headlines that few others of those weeks hold. Never by anyone's bias.

Likeness of words is no proof: nothing is counted by it, and no story is joined by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from aggregator.grouping.headlines import cleaned_title, headline
from aggregator.grouping.words import CALENDAR, LABELS, STOPWORDS
from aggregator.site.bars import Step, bar, why_no_bar
from aggregator.site.queries import HeadlineWord, MemberRow, RelatedRow, StoryRow, Wanted
from aggregator.site.words import plural
from aggregator.text.headline_words import UNSPACED, headline_words
from aggregator.times import from_iso

DAYS = 21
"""What a story leads to, and what led to it, is looked for in three weeks before and after it."""
SHOWN = 6
MOST_WORDS = 24
"""Each word is a look into the index; the words of the most headlines come first."""
COMMON = 400
"""Articles of some hundred thousand: a word of more is of no one subject. It bounds what a look costs."""
LEAST = 1.0
"""ECB+'s development half has 76 ordered pairs of stories on one topic. At 1.0, 54 of the 74 pairs that are shown are
among them, and 40 of the 43 that stand first; at 0.7 57 of 106, at 1.2 48 of 57."""
_LONGEST_WORD = 40
_IDLE = STOPWORDS | CALENDAR | LABELS


@dataclass(frozen=True, slots=True)
class Card:
    """A story like the one of the page: its bar, or why it has none, and what speaks for the likeness."""

    row: RelatedRow
    bar: Markup | None
    why_no_bar: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Related:
    """What was looked for, what was found, and where the question stands open."""

    wanted: Wanted
    cards: Sequence[Card]
    sql_address: str


def card(row: RelatedRow, beside: StoryRow, origins: Mapping[Step, int], least: int) -> Card:
    why = why_no_bar(origins, least)
    reason = "; ".join((f"both have {row.words}", _outlets(row.shared_outlets), _when(row, beside)))
    return Card(row, None if why else bar(origins, "Independent origins"), why, reason)


def _outlets(shared: int) -> str:
    return f"{plural(shared, 'outlet')} wrote on both" if shared else "no outlet wrote on both"


def _when(row: RelatedRow, beside: StoryRow) -> str:
    """Says when a story began beside another."""
    gap = from_iso(row.first_published) - from_iso(beside.first_published)
    if abs(gap) < timedelta(hours=1):
        return "begun in the same hour"
    hours = round(abs(gap).total_seconds() / 3600)
    told = plural(hours, "hour") if hours < 48 else f"{round(hours / 24)} days"
    return f"{told} {'later' if gap > timedelta(0) else 'earlier'}"


def wanted(story: StoryRow, members: Sequence[MemberRow]) -> Wanted | None:
    """Says what to look for beside a story; None where its headlines have no words to look for."""
    words = telling_words(members)
    if not words:
        return None
    first, last = date.fromisoformat(story.first_published[:10]), date.fromisoformat(story.last_published[:10])
    days = timedelta(days=DAYS)
    return Wanted(story.id, words, (first - days).isoformat(), (last + days).isoformat(), COMMON, LEAST, SHOWN)


def telling_words(members: Sequence[MemberRow]) -> list[HeadlineWord]:
    """Lists the words of a story's independent headlines, those of most headlines first, without the outlets' names."""
    counted = [row for row in members if row.independent] or members
    outlets = {word for row in members for word in headline_words(cleaned_title(row.outlet))}
    forms = Counter(word for row in counted for word in _words(row) if word not in outlets)
    headlines = Counter(stem for row in counted for stem in {_stem(word) for word in _words(row) if word in forms})
    ranked = sorted(headlines.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
    return [_headline_word(stem, forms, count / len(counted)) for stem, count in ranked[:MOST_WORDS]]


def _headline_word(stem: str, forms: Mapping[str, int], share: float) -> HeadlineWord:
    """Names a stem by the form that more of the headlines have."""
    one, other = sorted((stem, f"{stem}s"), key=lambda form: -forms.get(form, 0))
    return HeadlineWord(one, other, share)


def _stem(word: str) -> str:
    """Takes the s of a plural away: `cut` and `cuts` are no two words that two stories share.

    >>> _stem("quotas"), _stem("cut"), _stem("press"), _stem("gas")
    ('quota', 'cut', 'press', 'gas')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _words(row: MemberRow) -> frozenset[str]:
    if row.language in UNSPACED:
        return frozenset()
    words = headline_words(headline(cleaned_title(row.title), row.outlet))
    return frozenset(word for word in words - _IDLE if len(word) <= _LONGEST_WORD)

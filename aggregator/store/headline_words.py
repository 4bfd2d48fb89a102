"""The words of headlines by side, counted when the file is published: no SQL splits text into words.

One vote an independent article, a word once a headline. Two sides are compared on the stories that both of them have,
and that had an article in the file's latest quarter.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import NamedTuple

from aggregator.grouping.headlines import TITLE_CHARACTERS, cleaned_title, headline
from aggregator.text.headline_words import UNSPACED, headline_words
from aggregator.text.log_odds import Use, difference

SIDES = ("left", "center", "right")

# Of a word of two headlines z is 1.05 at most (both on one side, a prior of 0.35, many other words): it tells of
# those headlines. Up to 6 it can't reach 1.96 either; those are kept for who wants to count anew.
LEAST_HEADLINES = 3
# A quarter: what is written about changes with the year, and a whole one takes four times as long to count.
DAYS = 92

_TABLES = """
create table headline_wording (
  provider text not null, language text not null, side text not null, other_side text not null, word text not null,
  headlines integer not null, other_headlines integer not null, outlets integer not null,
  other_outlets integer not null, prior real not null, log_odds real not null, z real not null
) strict;
create table headline_sides (
  provider text not null, language text not null, side text not null, other_side text not null,
  stories integer not null, headlines integer not null, other_headlines integer not null, words integer not null,
  other_words integer not null, all_headlines integer not null, all_words integer not null, since text not null
) strict
"""
_INDEXES = """
create index headline_wording_z on headline_wording (provider, language, side, other_side, z);
create index headline_wording_by_z on headline_wording (z);
create index headline_wording_word on headline_wording (word);
create index headline_wording_language on headline_wording (language);
create index headline_sides_provider on headline_sides (provider, language)
"""
# A file whose words were counted by another rule is published anew.
RULE = (_TABLES, _INDEXES, LEAST_HEADLINES, DAYS, sorted(UNSPACED))
_LATEST = "coalesce(story.last_published, story.first_seen)"
_SINCE = f"select coalesce(date(max({_LATEST}), '-{DAYS - 1} days'), '') from stories story"
_STORIES = f"""
select bias.provider, bias.story_id, bias.left, bias.center, bias.right
from stories story cross join story_bias_by_provider bias on bias.story_id = story.id
where {_LATEST} >= ? and story.outlets > 1
"""
_ARTICLES = f"""
select member.outlet_id, outlet.name, member.story_id, article.scope, article.published_day,
  coalesce(article.language, 'und'), article.title
from stories story
cross join story_members member on member.story_id = story.id
join articles article on article.id = member.article_id
join outlets outlet on outlet.id = member.outlet_id
where {_LATEST} >= ? and member.independent order by member.outlet_id, member.article_id
"""
_OUTLET = "select scope, day, provider, side from outlet_sides where outlet_id = ? and side <> 'unrated'"

# A title in ASCII without any of these has no markup, no label and no outlet's name that could be taken away.
_TO_CLEAN = re.compile(r"[<&|:\x00-\x1f\x7f]|\s-\s")
_Pair = tuple[str, str]
# Provider, language, side, and the pair of sides that are compared.
_Key = tuple[str, str, str, _Pair]
# The pairs of sides that a provider finds in a story.
_Pairs = Mapping[tuple[str, int], tuple[_Pair, ...]]
# Outlet, its name, story, scope, day, language, headline.
_Row = tuple[int, str, int, str, str, str, str]


@dataclass(slots=True)
class Tally:
    """What was counted of one side's or one outlet's headlines, or of a whole language."""

    headlines: int = 0
    words: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)

    def vote(self, words: Iterable[str]) -> None:
        self.headlines += 1
        self.words.update(words)


class Compared(NamedTuple):
    """A word with the headlines and outlets of each that have it; `z` is above 0 where the first uses it more."""

    word: str
    headlines: int
    other_headlines: int
    outlets: int
    other_outlets: int
    prior: float
    log_odds: float
    z: float


def fill(connection: sqlite3.Connection) -> None:
    """Makes and fills headline_wording and headline_sides in a published file whose views are there."""
    _run(connection, _TABLES)
    (since,) = connection.execute(_SINCE).fetchone()
    pairs = _pairs(connection, since)
    tallies, whole = _counted(connection, since, pairs)
    stories = Counter((provider, pair) for (provider, _), those in pairs.items() for pair in those)
    for provider, language, pair in sorted({(provider, language, pair) for provider, language, _, pair in tallies}):
        one, other = (tallies[provider, language, side, pair] for side in pair)
        if one.words and other.words:
            told = (provider, language, *pair)
            totals = _totals(stories[provider, pair], one, other, whole[language])
            connection.execute(f"insert into headline_sides values ({', '.join('?' * 12)})", [*told, *totals, since])
            rows = ((*told, *row) for row in compared(one, other, whole[language].words))
            connection.executemany(f"insert into headline_wording values ({', '.join('?' * 12)})", rows)
    _run(connection, _INDEXES)


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)


def _pairs(connection: sqlite3.Connection, since: str) -> _Pairs:
    """Maps each provider and story of several sides to the pairs of them."""
    found = {}
    for provider, story, *counts in connection.execute(_STORIES, [since]):
        sides = [side for side, count in zip(SIDES, counts, strict=True) if count]
        if len(sides) > 1:
            found[provider, story] = tuple(combinations(sides, 2))
    return found


def _counted(
    connection: sqlite3.Connection, since: str, pairs: _Pairs
) -> tuple[Mapping[_Key, Tally], Mapping[str, Tally]]:
    """Counts words by side and pair, and by language alone; outlet after outlet, so that a word's outlets add up."""
    tallies: dict[_Key, Tally] = defaultdict(Tally)
    whole: dict[str, Tally] = defaultdict(Tally)
    for outlet_id, rows in groupby(connection.execute(_ARTICLES, [since]), key=lambda row: int(row[0])):
        used: dict[_Key, set[str]] = defaultdict(set)
        sides = _sides(connection, outlet_id)
        for row in rows:
            language, words = row[5], headline_words(event_of(row[6], row[1]))
            if language in UNSPACED:
                continue
            whole[language].vote(words)
            for key in _keys(row, sides, pairs):
                tallies[key].vote(words)
                used[key] |= words
        for key, said in used.items():
            tallies[key].outlets.update(said)
    return tallies, whole


def _keys(row: _Row, sides: Mapping[tuple[str, str], list[tuple[str, str]]], pairs: _Pairs) -> Iterator[_Key]:
    _, _, story, scope, day, language, _ = row
    for provider, side in sides.get((scope, day), ()):
        for pair in pairs.get((provider, story), ()):
            if side in pair:
                yield provider, language, side, pair


def event_of(title: str, outlet: str) -> str:
    """Gives the part of a title that tells the event, as grouping reads it; most titles are that part and no more."""
    if title.isascii() and not _TO_CLEAN.search(title[:TITLE_CHARACTERS]):
        return title[:TITLE_CHARACTERS]
    return headline(cleaned_title(title), outlet)


def _sides(connection: sqlite3.Connection, outlet_id: int) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Maps an outlet's scopes and days to its side by each provider that rates it."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for scope, day, provider, side in connection.execute(_OUTLET, [outlet_id]):
        found[scope, day].append((provider, side))
    return found


def _totals(stories: int, one: Tally, other: Tally, whole: Tally) -> tuple[int, ...]:
    words = (tally.words.total() for tally in (one, other))
    return (stories, one.headlines, other.headlines, *words, whole.headlines, whole.words.total())


def compared(one: Tally, other: Tally, every: Counter[str]) -> Iterator[Compared]:
    """Compares the words of two by the words of all; those that stand in too few headlines are left out."""
    words, other_words, all_words = one.words.total(), other.words.total(), every.total()
    # The prior weighs as much as both sides' headlines together: their own difference and no difference count alike.
    weight = words + other_words
    for word in sorted(one.words.keys() | other.words.keys()):
        mine, theirs = one.words[word], other.words[word]
        if mine + theirs < LEAST_HEADLINES:
            continue
        prior = weight * every[word] / all_words
        found = difference(Use(mine, words), Use(theirs, other_words), Use(prior, weight))
        if found:
            numbers = round(prior, 4), round(found.log_odds, 4), round(found.z, 4)
            yield Compared(word, mine, theirs, one.outlets[word], other.outlets[word], *numbers)

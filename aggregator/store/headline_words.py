"""The words of headlines by side, counted when the file is published: no SQL splits text into words.

One vote an independent article, a word once a headline. Two sides are compared on the stories that both of them have.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby

from aggregator.grouping.headlines import TITLE_CHARACTERS, cleaned_title, headline
from aggregator.text.headline_words import UNSPACED, headline_words
from aggregator.text.log_odds import Use, difference

SIDES = ("left", "center", "right")
PAIRS = tuple(combinations(SIDES, 2))

# Of a word of two headlines z is 1.05 at most (both on one side, a prior of 0.35, many other words): it tells of
# those headlines. Up to 6 it can't reach 1.96 either; those are kept for who wants to count anew.
LEAST_HEADLINES = 3

_TABLES = """
create table headline_wording (
  provider text not null, language text not null, side text not null, other_side text not null, word text not null,
  headlines integer not null, other_headlines integer not null, outlets integer not null,
  other_outlets integer not null, prior real not null, log_odds real not null, z real not null
) strict;
create table headline_sides (
  provider text not null, language text not null, side text not null, other_side text not null,
  stories integer not null, headlines integer not null, other_headlines integer not null, words integer not null,
  other_words integer not null, all_headlines integer not null, all_words integer not null
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
RULE = (_TABLES, _INDEXES, LEAST_HEADLINES, sorted(UNSPACED))
_STORIES = 'select provider, story_id, "left", center, "right" from story_bias_by_provider'
_ARTICLES = """
select member.outlet_id, outlet.name, member.story_id, article.scope, article.published_day,
  coalesce(article.language, 'und'), article.title
from story_members member
join articles article on article.id = member.article_id
join outlets outlet on outlet.id = member.outlet_id
where member.independent order by member.outlet_id, member.article_id
"""
_OUTLET = "select scope, day, provider, side from outlet_sides where outlet_id = ? and side <> 'unrated'"

# A title in ASCII without any of these has no markup, no label and no outlet's name that could be taken away.
_TO_CLEAN = re.compile(r"[<&|:\x00-\x1f\x7f]|\s-\s")
_Pair = tuple[str, str]
# A language, and for each provider the side of who wrote and the sides that the story has.
_Part = tuple[str, str, frozenset[str]]
_Place = tuple[str, tuple[_Part, ...]]
# Provider, language, side, and the pair of sides that are compared.
_Key = tuple[str, str, str, _Pair]
_Companies = Mapping[tuple[str, int], frozenset[str]]
# Outlet, its name, story, scope, day, language, headline.
_Row = tuple[int, str, int, str, str, str, str]


@dataclass(slots=True)
class _Tally:
    """What was counted of the headlines in a place, or in several together."""

    headlines: int = 0
    words: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)

    def vote(self, headlines: int, words: Iterable[str]) -> None:
        self.headlines += headlines
        self.words.update(words)

    def add(self, other: _Tally) -> None:
        self.headlines += other.headlines
        self.words.update(other.words)


def fill(connection: sqlite3.Connection) -> None:
    """Makes and fills headline_wording and headline_sides in a published file whose views are there."""
    _run(connection, _TABLES)
    companies = _companies(connection)
    tallies, background = _counted(connection, companies)
    stories = Counter(
        (provider, pair) for (provider, _), company in companies.items() for pair in PAIRS if company.issuperset(pair)
    )
    for provider, language in sorted({key[:2] for key in tallies}):
        for pair in PAIRS:
            one, other = (tallies.get((provider, language, side, pair)) for side in pair)
            if one and other and one.words and other.words:
                told = (provider, language, *pair), stories[provider, pair]
                _write(connection, *told, one, other, background[language])
    _run(connection, _INDEXES)


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";"):
        connection.execute(statement)


def _companies(connection: sqlite3.Connection) -> _Companies:
    """Maps each provider and story of several sides to those sides."""
    found = {}
    for provider, story, *counts in connection.execute(_STORIES):
        company = frozenset(side for side, count in zip(SIDES, counts, strict=True) if count)
        if len(company) > 1:
            found[provider, story] = company
    return found


def _counted(
    connection: sqlite3.Connection, companies: _Companies
) -> tuple[Mapping[_Key, _Tally], Mapping[str, _Tally]]:
    """Counts words by side and pair, and by language alone; outlet after outlet, so that a word's outlets add up."""
    places: dict[_Place, _Tally] = defaultdict(_Tally)
    outlets: dict[_Key, Counter[str]] = defaultdict(Counter)
    for outlet_id, rows in groupby(connection.execute(_ARTICLES), key=lambda row: int(row[0])):
        used: dict[_Key, set[str]] = defaultdict(set)
        for place, words in _of_outlet(rows, _sides(connection, outlet_id), companies, places):
            for key in _keys(place):
                used[key] |= words
        for key, words in used.items():
            outlets[key].update(words)
    return _added(places, outlets)


def _of_outlet(
    rows: Iterable[_Row],
    sides: Mapping[tuple[str, str], list[tuple[str, str]]],
    companies: _Companies,
    places: dict[_Place, _Tally],
) -> Iterable[tuple[_Place, set[str]]]:
    """Lets an outlet's headlines vote, place by place, and yields the words that it used in each."""
    said: dict[_Place, list[str]] = defaultdict(list)
    headlines: Counter[_Place] = Counter()
    for _, outlet, story, scope, day, language, title in rows:
        if language in UNSPACED:
            continue
        parts = tuple(
            (provider, side, companies[provider, story])
            for provider, side in sides.get((scope, day), ())
            if (provider, story) in companies
        )
        said[language, parts].extend(headline_words(_event(title, outlet)))
        headlines[language, parts] += 1
    for place, words in said.items():
        places[place].vote(headlines[place], words)
        yield place, set(words)


def _event(title: str, outlet: str) -> str:
    """Gives the part of a title that tells the event, as grouping reads it; most titles are that part and no more."""
    if title.isascii() and not _TO_CLEAN.search(title[:TITLE_CHARACTERS]):
        return title[:TITLE_CHARACTERS]
    return headline(cleaned_title(title), outlet)


def _keys(place: _Place) -> Iterable[_Key]:
    language, parts = place
    for provider, side, company in parts:
        for pair in PAIRS:
            if side in pair and company.issuperset(pair):
                yield provider, language, side, pair


def _added(
    places: Mapping[_Place, _Tally], outlets: Mapping[_Key, Counter[str]]
) -> tuple[Mapping[_Key, _Tally], Mapping[str, _Tally]]:
    """Adds up the places that a comparison is made of, and all of a language."""
    tallies: dict[_Key, _Tally] = {}
    background: dict[str, _Tally] = defaultdict(_Tally)
    for place, votes in places.items():
        background[place[0]].add(votes)
        for key in _keys(place):
            tallies.setdefault(key, _Tally(outlets=outlets[key])).add(votes)
    return tallies, background


def _sides(connection: sqlite3.Connection, outlet_id: int) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Maps an outlet's scopes and days to its side by each provider that rates it."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for scope, day, provider, side in connection.execute(_OUTLET, [outlet_id]):
        found[scope, day].append((provider, side))
    return found


def _write(
    connection: sqlite3.Connection,
    place: tuple[str, ...],
    stories: int,
    one: _Tally,
    other: _Tally,
    background: _Tally,
) -> None:
    words, other_words, all_words = (sum(tally.words.values()) for tally in (one, other, background))
    totals = (stories, one.headlines, other.headlines, words, other_words, background.headlines, all_words)
    connection.execute(f"insert into headline_sides values ({', '.join('?' * 11)})", [*place, *totals])
    # The prior weighs as much as both sides' headlines together: their own difference and no difference count alike.
    weight = words + other_words
    rows = []
    for word in sorted(one.words.keys() | other.words.keys()):
        mine, theirs = one.words[word], other.words[word]
        if mine + theirs < LEAST_HEADLINES:
            continue
        prior = weight * background.words[word] / all_words
        found = difference(Use(mine, words), Use(theirs, other_words), Use(prior, weight))
        if found:
            numbers = (round(number, 4) for number in (prior, found.log_odds, found.z))
            rows.append((*place, word, mine, theirs, one.outlets[word], other.outlets[word], *numbers))
    connection.executemany(f"insert into headline_wording values ({', '.join('?' * 12)})", rows)

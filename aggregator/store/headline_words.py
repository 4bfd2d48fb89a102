"""The words of headlines by side, counted when the file is published: no SQL splits text into words.

One vote an independent article, a word once a headline. Two sides are compared on the stories that both of them have.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby

from aggregator.grouping.headlines import cleaned_title, headline
from aggregator.text.headline_words import UNSPACED, headline_words
from aggregator.text.log_odds import Use, difference

SIDES = ("left", "center", "right")
PAIRS = tuple(combinations(SIDES, 2))

# Of a word that fewer headlines have in all, |z| can't reach 1.96: at best, one side has all 6 of them and the prior is
# 1, and z is 1.82.
LEAST_HEADLINES = 5

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
create index headline_wording_word on headline_wording (word);
create index headline_wording_language on headline_wording (language);
create index headline_sides_provider on headline_sides (provider, language)
"""
_STORIES = 'select provider, story_id, "left", center, "right" from story_bias_by_provider'
_ARTICLES = """
select member.outlet_id, outlet.name, member.story_id, article.scope, article.published_day,
  coalesce(article.language, ''), article.title
from story_members member
join articles article on article.id = member.article_id
join outlets outlet on outlet.id = member.outlet_id
where member.independent order by member.outlet_id, member.article_id
"""
_OUTLET = "select scope, day, provider, side from outlet_sides where outlet_id = ? and side <> 'unrated'"

_Pair = tuple[str, str]
# Who wrote in which company: provider, language, the writer's side, and the sides that the story has.
_Place = tuple[str, str, str, frozenset[str]]
_Companies = Mapping[tuple[str, int], frozenset[str]]


@dataclass(slots=True)
class _Tally:
    """What was counted of the headlines in a place, or in several together."""

    headlines: int = 0
    words: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)

    def vote(self, words: Iterable[str]) -> None:
        self.headlines += 1
        self.words.update(words)

    def add(self, other: _Tally) -> None:
        self.headlines += other.headlines
        self.words.update(other.words)
        self.outlets.update(other.outlets)


def fill(connection: sqlite3.Connection) -> None:
    """Makes and fills headline_wording and headline_sides in a published file whose views are there."""
    _run(connection, _TABLES)
    companies = _companies(connection)
    tallies, background = _counted(connection, companies)
    stories = Counter(
        (provider, pair) for (provider, _), company in companies.items() for pair in PAIRS if company.issuperset(pair)
    )
    for provider, language in sorted({(place[0], place[1]) for place in tallies}):
        for pair in PAIRS:
            one, other = (_together(tallies, provider, language, side, pair) for side in pair)
            if one.words and other.words:
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
) -> tuple[Mapping[_Place, _Tally], Mapping[str, _Tally]]:
    """Counts words by place, and by language alone; outlet after outlet, so that a word's outlets add up."""
    tallies: dict[_Place, _Tally] = defaultdict(_Tally)
    background: dict[str, _Tally] = defaultdict(_Tally)
    for outlet_id, rows in groupby(connection.execute(_ARTICLES), key=lambda row: int(row[0])):
        sides = _sides(connection, outlet_id)
        mine: dict[_Place, set[str]] = defaultdict(set)
        for _, outlet, story, scope, day, language, title in rows:
            if language in UNSPACED:
                continue
            words = headline_words(headline(cleaned_title(title), outlet))
            background[language].vote(words)
            for provider, side in sides[scope, day]:
                if company := companies.get((provider, story)):
                    place = (provider, language, side, company)
                    tallies[place].vote(words)
                    mine[place].update(words)
        for place, used in mine.items():
            tallies[place].outlets.update(used)
    return tallies, background


def _sides(connection: sqlite3.Connection, outlet_id: int) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Maps an outlet's scopes and days to its side by each provider that rates it."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for scope, day, provider, side in connection.execute(_OUTLET, [outlet_id]):
        found[scope, day].append((provider, side))
    return found


def _together(tallies: Mapping[_Place, _Tally], provider: str, language: str, side: str, pair: _Pair) -> _Tally:
    """Adds up what a side wrote in the stories that both sides of a pair have."""
    whole = _Tally()
    for place, tally in tallies.items():
        if place[:3] == (provider, language, side) and place[3].issuperset(pair):
            whole.add(tally)
    return whole


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

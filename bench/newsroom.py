"""A year of made-up news in a working database: what the benchmarks of publishing and of the pages are run on.

A million articles are a year; fewer are as dense, over fewer days. The outlets, ratings and feeds are the project's
own; outlets publish at rates that differ a hundredfold. Of a million articles 551,256 are in 95,106 stories of several,
more than half of these of two or three and the largest of sixty; each of the others is a story of one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from aggregator.times import iso
from aggregator.topics import topic_of
from aggregator.workspace import Workspace
from bench.told import tell, text_of
from bench.words import WORDS

END = datetime(2026, 11, 1, tzinfo=UTC)
A_DAY = 1_000_000 / 365
OF_SEVERAL = 0.1
# ln(100) over the 3.3 standard deviations between the 5th and the 95th percentile of a normal distribution.
SPREAD_OF_RATES = 1.4
LARGEST = 60
_VOCABULARY = [*WORDS, *(f"w{n:x}q" for n in range(60_000))]
_SECTIONS = ("Politics", "World", "Business", "Sport", "Opinion", "Culture", "Science", "Health", "US", "Tech", "Local",
             "Climate", "Travel", "Food", None)  # fmt: skip
_TOPICS = tuple(topic_of(section, "", "", None, None) for section in _SECTIONS)
_TOLD = tuple((topic.name, topic.from_, json.dumps(topic.told) if topic.name else None) for topic in _TOPICS)
_A_HUNDRED = 100
# Of a hundred articles one retells another's piece, and one is by its outlet's machine: text_kind and carrier.
_KINDS = {0: ("publisher", None), 33: ("aggregator", "portal.example"), 66: ("machine", None)}
_WIRES = ("AP", "Reuters", "AFP")
# Of articles: opinion, videos, those that name an agency, those retitled; of a story's later articles: reprints.
_OPINION, _VIDEO, _WIRE, _RETITLED, _REPRINT = 0.1, 0.03, 0.08, 0.03, 0.14
# Asked every quarter of an hour, the feeds of a year would be 21 million polls.
_POLL_HOURS, _OUTAGE_HOURS, _OUTAGES_A_POLL = 8, 24, 0.005
_BATCH = 20_000
Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets with feeds: their numbers, languages, sides (0 left, 1 center, 2 right, 3 unrated) and rates."""

    ids: Numbers
    languages: np.ndarray[tuple[int], np.dtype[np.str_]]
    sides: Numbers
    rates: np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The articles in the order of their coming: seconds since the start, place of the outlet, story, first of it."""

    seconds: Numbers
    outlets: Numbers
    stories: Numbers
    firsts: Numbers
    reprints: np.ndarray[tuple[int], np.dtype[np.bool_]]


def outlets_of(workspace: Workspace, seed: int) -> Outlets:
    dice = np.random.default_rng(seed)
    rows = workspace.store.db.execute(
        "select feed.outlet_id, min(feed.language), case when lean < 0 then 0 when lean = 0 then 1 when lean > 0 then 2"
        " else 3 end from feeds feed left join ratings rating on rating.outlet_id = feed.outlet_id and scope = 'news'"
        " and valid_to is null and provider = (select value from settings where key = 'provider')"
        " group by feed.outlet_id order by feed.outlet_id"
    ).fetchall()
    ids, languages, sides = (np.array(column) for column in zip(*rows, strict=True))
    return Outlets(ids, languages, sides, np.exp(dice.normal(0, SPREAD_OF_RATES, len(rows))))


def fill(workspace: Workspace, articles: int) -> None:
    """Writes the articles, stories, copies, revisions and polls straight into the tables, and the run that grouped."""
    dice = np.random.default_rng(1)
    outlets = outlets_of(workspace, 1)
    days = max(2, round(articles / A_DAY))
    coming = _arrivals(dice, outlets, articles, days)
    start = END - timedelta(days=days)
    db = workspace.store.db.conn
    with workspace.store.transaction():
        db.executemany(
            "insert into articles (id, url, original_url, outlet_id, title, summary, body, language, section, topic,"
            " topic_from, topic_told, scope, kind, wire, published, first_seen, last_seen, text_kind, carrier,"
            " title_from) values (?, 'https://outlet.example/' || ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            " ?, ?, 'feed')",
            _articles(dice, outlets, coming, start),
        )
        _group(workspace, coming, start)
        db.execute(
            "insert into revisions (article_id, seen, field, old, new) select id, last_seen, 'title',"
            f" 'first ' || title, title from articles where id % {round(1 / _RETITLED)} = 0"
        )
    poll(workspace, start, days, hours=_POLL_HOURS, outages=_OUTAGES_A_POLL)
    tell(workspace)
    with workspace.run("group"):
        pass


def _arrivals(dice: np.random.Generator, outlets: Outlets, articles: int, days: int) -> Arrivals:
    """Draws who writes of what, and when: a story's articles lie hours apart, and it opens at any time."""
    rates = outlets.rates / outlets.rates.sum()
    members = list(_members(dice, outlets, rates, round(articles * OF_SEVERAL)))
    sizes = np.array([len(those) for those in members])
    alone = articles - int(sizes.sum())
    opens = np.repeat(dice.integers(0, days * 86400 - 86400, len(members)), sizes)
    seconds = np.concatenate([
        opens + np.minimum(dice.exponential(6 * 3600, len(opens)), 80_000).astype(np.int64),
        dice.integers(0, days * 86400, alone),
    ])  # fmt: skip
    places = np.concatenate([*members, dice.choice(len(rates), alone, p=rates)])
    labels = np.concatenate([np.repeat(np.arange(len(members)), sizes), len(members) + np.arange(alone)])
    order = np.argsort(seconds, kind="stable")
    _, first, story = np.unique(labels[order], return_index=True, return_inverse=True)
    numbers = np.empty(len(first), np.int64)
    numbers[np.argsort(first)] = np.arange(1, len(first) + 1)
    firsts = first[story] + 1
    later = np.arange(1, articles + 1) != firsts
    return Arrivals(seconds[order], places[order], numbers[story], firsts, later & (dice.random(articles) < _REPRINT))


def _members(
    dice: np.random.Generator, outlets: Outlets, rates: np.ndarray[tuple[int], np.dtype[np.float64]], stories: int
) -> Iterator[Numbers]:
    """Yields the outlets of each story of several, all of one language; those that publish more are in more."""
    speakers = {language: np.flatnonzero(outlets.languages == language) for language in set(outlets.languages)}
    founders = dice.choice(len(rates), stories, p=rates)
    sizes = np.minimum(2 * (dice.pareto(1.2, stories) + 1), LARGEST).astype(int)
    for founder, size in zip(founders, sizes, strict=True):
        those = speakers[outlets.languages[founder]]
        yield those[np.argsort(dice.exponential(size=len(those)) / rates[those])[:size]]


def _articles(
    dice: np.random.Generator, outlets: Outlets, coming: Arrivals, start: datetime
) -> Iterator[tuple[object, ...]]:
    weights = np.cumsum(1 / (np.arange(len(_VOCABULARY)) + 3))  # as words of a language are: Zipf
    for since in range(0, len(coming.seconds), _BATCH):
        places = coming.outlets[since : since + _BATCH]
        count = len(places)
        drawn = np.searchsorted(weights, dice.random((count, 49)) * weights[-1])
        chances = dice.random((4, count))
        sections, wires, minutes = (dice.integers(0, most, count) for most in (len(_SECTIONS), len(_WIRES), 30))
        moments = np.datetime64(start.replace(tzinfo=None), "s") + coming.seconds[since : since + count]
        published, seen, last = (
            [f"{text}Z" for text in np.datetime_as_string(times)]
            for times in (moments, moments + 60 * minutes, moments + 3600 * minutes)
        )
        for n in range(count):
            number, words = since + n + 1, [_VOCABULARY[word] for word in drawn[n]]
            yield (
                number, number, int(outlets.ids[places[n]]), " ".join(words[:9]), " ".join(words[9:]), text_of(number),
                str(outlets.languages[places[n]]), _SECTIONS[sections[n]], *_TOLD[sections[n]],
                "opinion" if chances[0, n] < _OPINION else "news", "video" if chances[1, n] < _VIDEO else "text",
                _WIRES[wires[n]] if chances[2, n] < _WIRE else None, published[n], seen[n], last[n],
                *_KINDS.get(number % _A_HUNDRED, _KINDS[0]),
            )  # fmt: skip


def _group(workspace: Workspace, coming: Arrivals, start: datetime) -> None:
    db, numbers = workspace.store.db.conn, range(1, len(coming.seconds) + 1)
    origins = np.where(coming.reprints, coming.firsts, np.arange(1, len(coming.seconds) + 1))
    printed = set(coming.firsts[coming.reprints].tolist())
    db.executemany(
        "insert into origins (id, representative_id, kind) values (?1, ?1, ?2)",
        ((n, "reprint" if n in printed else "original") for n in numbers if not coming.reprints[n - 1]),
    )
    db.execute("update origins set kind = 'wire' where kind = 'reprint' and"
               " (select wire from articles where id = representative_id) is not null")  # fmt: skip
    db.executemany(
        "insert into copies (article_id, origin_id, score, method) values (?, ?, 1, ?)",
        ((n, int(origin), "itself" if n == origin else "text") for n, origin in zip(numbers, origins, strict=True)),
    )
    db.execute("create temp table grouped (article_id integer primary key, story_id int)")
    db.executemany("insert into temp.grouped values (?, ?)", zip(numbers, coming.stories.tolist(), strict=True))
    db.execute(
        "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
        " origins) select story_id, title, min(first_seen), min(published), max(published), count(*), count(*),"
        " count(*), sum(origin_id = id and text_kind <> 'aggregator') from temp.grouped member"
        " join articles on id = member.article_id join copies copy on copy.article_id = id group by story_id"
    )
    db.execute(
        "insert into story_articles (story_id, article_id, score, reasons) select story_id, article_id, 0.9,"
        ' \'[{"name": "words", "value": 0.5, "weight": 1.2, "words": ["dam", "river"]}]\' from temp.grouped'
    )
    db.execute("drop table temp.grouped")


def poll(workspace: Workspace, start: datetime, days: int, *, hours: int, outages: float) -> None:
    """Writes the polls of every feed, every so many hours; of each chance so many begin an outage of a day."""
    dice, db = np.random.default_rng(2), workspace.store.db.conn
    feeds = [int(row[0]) for row in db.execute("select id from feeds order by id")]
    times = [start + timedelta(hours=hour) for hour in range(-hours, 24 * days + 72, hours)]

    def rows() -> Iterator[tuple[int, str, str, str]]:
        for feed in feeds:
            out = 0
            for at, chance in zip(times, dice.random(len(times)), strict=True):
                out = _OUTAGE_HOURS // hours if chance < outages else out - 1
                yield feed, iso(at), "timeout" if out > 0 else "ok", iso(at - timedelta(hours=hours * 1.5))

    with workspace.store.transaction():
        db.executemany("insert into polls (feed_id, at, code, reaches_back) values (?, ?, ?, ?)", rows())

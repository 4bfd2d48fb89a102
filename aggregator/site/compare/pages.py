"""The page that compares two, and the one that asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from aggregator.site import providers, queries, responses
from aggregator.site.bars import step
from aggregator.site.compare.asked import BOTH, LISTS, ONLY_A, ONLY_B, Addresses, Asked
from aggregator.site.compare.pair import Pair, pair_of
from aggregator.site.compare.start import start
from aggregator.site.compare.stories import HEADLINES_OF, Counted, Firsts, Line, Reading, listed
from aggregator.site.compare.wording import Wording, wording, words_of
from aggregator.site.compare.wording_of_sides import wording_of_sides
from aggregator.site.days import FIRST_DAY
from aggregator.site.links import sql_address
from aggregator.site.providers import Shown
from aggregator.site.queries import Edition
from aggregator.site.queries import research as questions
from aggregator.site.queries.compare import (
    MOST_ROWS,
    MOST_STORIES,
    Headline,
    Question,
    StoryOfTwo,
    cut_at,
    stories_of_two,
)
from aggregator.site.queries.compare_choice import alike
from aggregator.site.shares import LEAST_FOR_SHARE, Share
from aggregator.site.words import language_name
from aggregator.store.headline_words import LEAST_HEADLINES
from aggregator.text.log_odds import BEYOND_CHANCE

ON_A_PAGE = 30
_SHOWN = ((BOTH, 10), (ONLY_A, 6), (ONLY_B, 6))


async def compare(request: Any, datasette: Any) -> Any:
    """Answers `/compare` and `/compare.json`: two of one kind are compared, else a reader is asked for them."""
    db, asked = datasette.get_database("news"), Asked.of(request)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    context = {"edition": edition, "now": datasette.reading_room.clock(), "shown": shown, "asked": asked}
    if not (asked.a and asked.b):
        return await start(request, datasette, context)
    pair = await pair_of(db, asked, shown)
    if pair.a.key == pair.b.key:
        return await start(request, datasette, context, twice=pair.a)
    asked = replace(asked, a=pair.a.key, b=pair.b.key)
    context |= await load(db, pair, asked, edition, shown)
    if request.url_vars["format"]:
        return responses.as_json(request, told(context))
    return await responses.html(datasette, request, "compare.html", context)


async def load(db: queries.Reader, pair: Pair, asked: Asked, edition: Edition, shown: Shown) -> dict[str, Any]:
    """Reads all that the page shows."""
    days = await queries.days(db, None)
    context: dict[str, Any] = {"pair": pair, "asked": asked, "to": Addresses(asked, shown), "days": days,
                               "least": LEAST_FOR_SHARE}  # fmt: skip
    if days is None:
        return context
    within = asked.within(days.day)
    question = pair.question(asked, within, edition, shown.name)
    found = await stories_of_two(db, question)
    reading = Reading(db, pair, edition, shown)
    context |= {
        "within": within,
        "question": question,
        "counted": Counted.of(found),
        "cut": await cut_at(db, question),
        "lists": LISTS,
        "most_stories": MOST_STORIES,
        "share": Share,
        "step": step,
        "beyond": BEYOND_CHANCE,
        "least_headlines": LEAST_HEADLINES,
        "languages": await _languages(db, pair, asked, shown.name),
        "counted_sql": _sql(question.counted),
    }
    if asked.show:
        return context | await _one_list(reading, asked, question, found, asked.show)
    return context | await _overview(reading, asked, question, found)


async def _languages(db: queries.Reader, pair: Pair, asked: Asked, provider: str) -> list[str]:
    """Lists the languages to choose from: those of two outlets, or those of headlines that sides share stories in."""
    known = {*pair.a.languages, *pair.b.languages}
    if pair.of_sides:
        known = {str(row["language"]) for row in await questions.rows(db, questions.WORDING_TOTALS, provider=provider)}
    asked_too = {asked.language} if asked.language else set()
    return sorted((known | asked_too) - {"und"}, key=language_name)


async def _one_list(
    reading: Reading, asked: Asked, question: Question, found: Sequence[StoryOfTwo], name: str
) -> dict[str, Any]:
    """Reads a page of one list."""
    mine = listed(found, name, asked.silence, asked.sort)
    last = max(1, -(-len(mine) // ON_A_PAGE))
    page = min(asked.page, last)
    part = mine[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    lines = await _of_both(reading, part) if name == BOTH else await reading.lines(part)
    return {"lines": lines, "listed": len(mine), "page": page, "last": last,
            "list_sql": _list_sql(question, asked, name), "most_rows": MOST_ROWS}  # fmt: skip


async def _of_both(reading: Reading, part: Sequence[StoryOfTwo]) -> list[Line]:
    ids = [one.story_id for one in part]
    headlines = await reading.headlines(ids)
    return await reading.lines(part, headlines, await reading.leads(ids, headlines))


async def _overview(reading: Reading, asked: Asked, question: Question, found: Sequence[StoryOfTwo]) -> dict[str, Any]:
    """Reads the first stories of the lists, and who was first and with which words on the latest stories of both."""
    pair = reading.pair
    parts = [listed(found, name, None, asked.sort)[:most] for name, most in _SHOWN]
    latest = [one.story_id for one in listed(found, BOTH, None, "newest")[:HEADLINES_OF]]
    first = [one.story_id for one in parts[0]]
    ids = list(dict.fromkeys([*latest, *first]))
    headlines = await reading.headlines(first if pair.of_sides else ids)
    leads = await reading.leads(ids, headlines)
    # One question for the lines of all three lists.
    lines = iter(await reading.lines([one for part in parts for one in part], headlines, leads))
    both, only_a, only_b = ([next(lines) for _ in part] for part in parts)
    read = set(latest)
    return {
        "both_shown": both,
        "only": [(ONLY_A, pair.a, pair.b, only_a), (ONLY_B, pair.b, pair.a, only_b)],
        "firsts": Firsts.of({story: leads[story] for story in latest}),
        "headlines_of": HEADLINES_OF,
        "sql": {name: _list_sql(question, asked, name) for name, _ in _SHOWN},
        "alike": None if pair.of_sides else await alike(reading.db, *pair.outlets),
        **await _words(reading, asked, [one for one in headlines if one.story_id in read]),
    }


async def _words(reading: Reading, asked: Asked, headlines: Sequence[Headline]) -> dict[str, Any]:
    """Compares the words of the two; of outlets also lists the headlines that have the word asked for."""
    addresses = Addresses(asked, reading.shown)
    if reading.pair.of_sides:
        return {"wording": await wording_of_sides(reading.db, reading.pair.keys, asked.language, reading.shown.name)}
    mine, theirs = _parted(reading, headlines)
    found = wording(mine, theirs, asked.language, lambda word: addresses.on(word=word) + "#word")
    having: list[list[Headline]] = []
    if asked.word and found:
        having = [
            [one for one in those if (one.language or "und") == found.language and asked.word.lower() in words_of(one)]
            for those in (mine, theirs)
        ]
    return {"wording": found, "having": having}


def _parted(reading: Reading, headlines: Sequence[Headline]) -> tuple[list[Headline], list[Headline]]:
    return [one for one in headlines if reading.of_a(one)], [one for one in headlines if not reading.of_a(one)]


def _list_sql(question: Question, asked: Asked, name: str) -> dict[str, str]:
    """Where the rows of a list stand as a table."""
    return {"page": _sql(question.listed(LISTS[name], asked.silence, asked.sort))}


def _sql(asks: dict[str, object]) -> str:
    return sql_address(str(asks["sql"]), {name: value for name, value in asks.items() if name != "sql"})


async def whole(db: queries.Reader, asked: Asked, edition: Edition, shown: Shown) -> dict[str, object]:
    """Writes the question for every story of the list that is shown, or for all that either has: for files of it.

    `sql`, and its parameters beside.
    """
    pair, days = await pair_of(db, asked, shown), await queries.days(db, None)
    question = pair.question(asked, asked.within(days.day if days else FIRST_DAY), edition, shown.name)
    return question.listed(LISTS.get(asked.show or ""), asked.silence, asked.sort, limit=None)


def told(context: dict[str, Any]) -> dict[str, object]:
    """Says the same as the page, for programs."""
    pair: Pair = context["pair"]
    said: dict[str, object] = {
        "a": _told_party(pair, "a"), "b": _told_party(pair, "b"), "provider": context["shown"].name,
        "rated": "as of publication", "edition": asdict(context["edition"]),
    }  # fmt: skip
    if context["days"] is None:
        return said | {"from": None, "to": None, "stories": 0}
    counted: Counted = context["counted"]
    said |= {
        "from": context["within"][0],
        "to": context["within"][1],
        "cut_at": context["cut"],
        "language": context["asked"].language,
        "stories": counted.stories,
        "counts": counted.by_list,
        "silences": counted.silences,
        "jaccard": _told_share(counted, 1),
        "jaccard_with_reprints": _told_share(counted, 0),
    }
    if context["asked"].show:
        return said | {"list": context["asked"].show, "listed": context["listed"], "page": context["page"],
                       "pages": context["last"], "found": _told_lines(context["lines"])}  # fmt: skip
    words: Wording | None = context["wording"]
    return said | {
        "both": _told_lines(context["both_shown"]),
        **{name: _told_lines(lines) for name, _, _, lines in context["only"]},
        "first": asdict(context["firsts"]),
        "whole_file": asdict(context["alike"]) if context["alike"] else None,
        "wording": asdict(words) if words else None,
        "having": [[asdict(one) for one in those] for those in context.get("having", [])],
    }


def _told_party(pair: Pair, which: str) -> dict[str, object]:
    party = getattr(pair, which)
    return {"key": party.key, "name": party.name, "outlet_id": party.outlet_id, "place": party.place.name,
            "languages": list(party.languages), "polled": party.polled}  # fmt: skip


def _told_share(counted: Counted, least: int) -> dict[str, object]:
    share = counted.jaccard(least=least)
    return {"both": share.part, "either": share.whole,
            "jaccard": None if share.percent is None else round(share.percent / 100, 4)}  # fmt: skip


def _told_lines(lines: Sequence[Line]) -> list[dict[str, object]]:
    return [
        {
            **asdict(line.story),
            "origins_by_lean": {place.name: count for place, count in line.origins.items() if count},
            "silence": line.silence,
            "a": asdict(line.a) if line.a else None,
            "b": asdict(line.b) if line.b else None,
            "minutes_ahead": line.lead,
        }
        for line in lines
    ]

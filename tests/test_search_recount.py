"""The search against a recount of random newsrooms in plain Python, and the index against whatever is typed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from aggregator.site import queries
from aggregator.site.narrowing import days_before
from aggregator.site.queries import SearchChoice
from aggregator.site.search_words import read_words
from aggregator.store import Store
from tests.random_stories import PROVIDERS, Newsroom, lean_of, newsrooms, side_of, write
from tests.working_reader import Working


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("random") / "news.db")
    opened.db.table("articles").enable_fts(["title", "summary"], tokenize="unicode61 remove_diacritics 2")
    yield opened
    opened.close()


VOCABULARY = ("harbour", "senate", "ferry", "dam")


def words_of(room: Newsroom, number: int) -> set[str]:
    """Gives an article words by its number and text, most of them the first of the vocabulary."""
    return {
        word for place, word in enumerate(VOCABULARY) if (number + room.articles[number - 1].text) % (place + 1) == 0
    }


@contextlib.contextmanager
def written(store: Store, room: Newsroom) -> Iterator[Working]:
    store.db.execute("begin")
    try:
        write(store, room)
        for number in range(1, len(room.articles) + 1):
            store.db.execute("update articles set title = ? where id = ?", [" ".join(words_of(room, number)), number])
        store.db.execute("insert into articles_fts (articles_fts) values ('rebuild')")
        yield Working(store)
    finally:
        store.db.conn.rollback()


def expected(room: Newsroom, words: Sequence[str], without: str | None, choice: SearchChoice) -> list[int]:
    """Lists the articles that fit, the latest first, in plain Python."""
    fits = []
    for number, article in enumerate(room.articles, 1):
        mine = words_of(room, number)
        side = side_of(lean_of(room, article, choice.provider, article.day))
        if (
            set(words) <= mine
            and without not in mine
            and (choice.first or "") <= article.day <= (choice.last or "9")
            and choice.side in (None, side)
            and choice.scope in (None, article.scope)
            and choice.outlet in (None, article.outlet + 1)
        ):
            fits.append((f"{article.day}T{number:02}", number))
    return [number for _, number in sorted(fits, reverse=True)]


@given(
    room=newsrooms,
    words=some.lists(some.sampled_from(VOCABULARY), min_size=0, max_size=2, unique=True),
    without=some.sampled_from([None, *VOCABULARY]),
    first=some.sampled_from([None, "2026-11-04", "2026-11-09"]),
    last=some.sampled_from([None, "2026-11-10", "2026-11-19"]),
    side=some.sampled_from([None, "left", "unrated"]),
    scope=some.sampled_from([None, "opinion"]),
    outlet=some.sampled_from([None, 1, 4]),
    most=some.integers(0, 12),
)
@settings(max_examples=60, deadline=None)
def test_a_search_is_a_plain_recount_day_by_day(
    store: Store, room: Newsroom, words: list[str], without: str | None, first: str | None, last: str | None,
    side: str | None, scope: str | None, outlet: int | None, most: int,
) -> None:  # fmt: skip
    without = without if words else None
    typed = " ".join([*words, *([f"-{without}"] if without else [])])
    provider = PROVIDERS[0]
    match = read_words(typed).match
    choice = SearchChoice(match, first, last, provider, provider, outlet=outlet, side=side, scope=scope)
    with written(store, room) as db:
        wanted, seen = expected(room, words, without, choice), []
        while True:
            reach = asyncio.run(queries.reach(db, choice, most))
            days = asyncio.run(queries.found_by_day(db, choice, reach))
            page = queries.latest_question(choice, reach, limit=99, offset=0)
            ids = asyncio.run(queries.found_ids(db, page))
            assert sum(count for _, count in days) == len(ids)
            seen += ids
            if reach.whole:
                break
            choice = replace(choice, last=days_before(reach.first, 1))
        assert seen == wanted


@given(words=some.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_index_understands_every_question(index: Any, words: str) -> None:
    match = read_words(words).match
    if match:
        index.execute("select count(*) from articles_fts where articles_fts match ?", [match]).fetchall()


@pytest.fixture(scope="module")
def index(store: Store) -> Any:
    return store.db.conn

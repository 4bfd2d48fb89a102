"""How stories are counted: each view against a recount of random newsrooms, and what must hold of any of them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from aggregator.store import Store
from aggregator.store.views import stories
from tests.random_stories import (
    MINIMUM,
    PROVIDERS,
    PUBLISHED_ON,
    STORIES,
    TODAY,
    Newsroom,
    Rated,
    Written,
    add,
    leader,
    newsrooms,
    recount,
    standing,
    write,
)
from tests.site_fixtures import build

SIDES = ("left", "center", "right", "unrated")
ENOUGH = settings(max_examples=40, deadline=None)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("counting") / "news.db")
    yield opened
    opened.close()


@contextlib.contextmanager
def written(store: Store, room: Newsroom, provider: str = PROVIDERS[0]) -> Iterator[None]:
    """Holds a newsroom in the database for as long as a test looks at it."""
    store.db.execute("begin")
    try:
        write(store, room, provider)
        yield
    finally:
        store.db.conn.rollback()


def rows(store: Store, sql: str) -> list[Any]:
    return list(store.db.execute(sql).fetchall())


def told(store: Store, sql: str) -> list[dict[str, Any]]:
    return list(store.db.query(sql))


def living(room: Newsroom) -> list[int]:
    return [story for story in STORIES if any(article.story == story for article in room.articles)]


def raters(room: Newsroom) -> list[str]:
    return [provider for provider in PROVIDERS if any(one.provider == provider for one in room.ratings)]


@ENOUGH
@given(newsrooms)
def test_counts_are_those_of_a_recount(store: Store, room: Newsroom) -> None:
    expected = {}
    for story in living(room):
        for provider in raters(room):
            count = recount(room, story, provider)
            expected[story, provider] = (
                *(count.origins[side] for side in SIDES), sum(count.origins.values()),
                *(count.places[side] for side in SIDES), count.outlets, count.articles, leader(count.origins),
            )  # fmt: skip
    with written(store, room):
        found = {(row[0], row[1]): row[2:] for row in rows(store, "select * from story_bias_by_provider")}
        mine = {row[0]: row[2:] for row in rows(store, "select * from story_bias")}
        owned = dict(rows(store, "select id, owners from stories where articles > 0"))
    assert found == expected
    assert {story: mine[story] for story, provider in expected if provider == PROVIDERS[0]} == {
        story: row for (story, provider), row in expected.items() if provider == PROVIDERS[0]
    }
    assert owned == {story: recount(room, story, PROVIDERS[0]).owners for story in living(room)}


@ENOUGH
@given(newsrooms)
def test_distributions_sum_to_one_or_are_not_told(store: Store, room: Newsroom) -> None:
    with written(store, room):
        found = told(store, "select * from story_shares")
        counts = {
            (row["story_id"], row["provider"]): row for row in told(store, "select * from story_bias_by_provider")
        }
    for row in found:
        count = counts[row["story_id"], row["provider"]]
        assert row["rated_origins"] == count["left"] + count["center"] + count["right"]
        for part in ("", "_outlets"):
            shares = [row[f"{side}{part}_share"] for side in SIDES[:3]]
            if row["rated_origins"] < MINIMUM:
                assert shares == [None] * 3
                continue
            assert sum(shares) == pytest.approx(1)
            rests_on = row[f"rated{part or '_origins'}"]
            assert [share * rests_on for share in shares] == pytest.approx([count[side + part] for side in SIDES[:3]])
        if row["origins"] < MINIMUM:
            assert (row["unrated_share"], row["unrated_outlets_share"]) == (None, None)
        else:
            assert row["unrated_share"] == pytest.approx(count["unrated"] / row["origins"])


@ENOUGH
@given(newsrooms)
def test_the_range_is_over_the_providers_that_place_any_origin(store: Store, room: Newsroom) -> None:
    expected = {}
    for story in living(room):
        counts = {provider: recount(room, story, provider).origins for provider in raters(room)}
        counts = {provider: count for provider, count in counts.items() if leader(count) and sum(count.values()) > 1}
        for side in SIDES if counts else ():
            found = [count[side] for count in counts.values()]
            expected[story, side] = (
                min(found), max(found), ", ".join(f"{name} {count[side]}" for name, count in counts.items()),
                len(counts), sum(next(iter(counts.values())).values()),
                ", ".join(f"{name} {leader(count)}" for name, count in counts.items()),
                len({leader(count) for count in counts.values()}) > 1,
            )  # fmt: skip
    with written(store, room):
        assert {row[:2]: row[2:] for row in rows(store, "select * from story_bias_range")} == expected


@ENOUGH
@given(newsrooms)
def test_stories_that_change_colour_are_those_whose_leans_differ_today(store: Store, room: Newsroom) -> None:
    expected = {}
    for story in living(room):
        count = recount(room, story, PROVIDERS[0])
        if count.leans != count.leans_today:
            expected[story] = (
                *(count.origins[side] for side in SIDES), *(count.today[side] for side in SIDES),
                leader(count.origins), leader(count.today), count.moved, count.articles,
            )  # fmt: skip
    with written(store, room):
        assert {row[0]: row[2:] for row in rows(store, "select * from stories_that_change_colour")} == expected


@ENOUGH
@given(newsrooms)
def test_each_article_that_is_not_counted_is_folded_into_one_that_is(store: Store, room: Newsroom) -> None:
    expected = {
        (story, article, into)
        for story in STORIES
        for article, into in standing(room, story).items()
        if article != into
    }
    with written(store, room):
        found = rows(store, "select story_id, article_id, into_article_id from story_copies")
        independent = {row[0] for row in rows(store, "select article_id from story_members where independent")}
    assert len(found) == len(expected)
    assert set(found) == expected
    assert {into for _, _, into in found} <= independent


_WITHOUT_OUTLETS = """
select story_id, provider, origins, rated_origins, left_share, center_share, right_share, unrated_share
from story_shares order by story_id, provider
"""


@ENOUGH
@given(newsrooms, some.data())
def test_a_copy_changes_no_share_of_origins(store: Store, room: Newsroom, data: some.DataObject) -> None:
    original = data.draw(some.sampled_from(range(1, len(room.articles) + 1)), label="copied")
    article = room.articles[original - 1]
    with written(store, room):
        text = _text_of(store, original)
        # Where the text's own article is in another story, the earliest that carries it here stands for it.
        days = PUBLISHED_ON if room.articles[text - 1].story == article.story else (TODAY,)
        copy = Written(article.story, data.draw(some.integers(0, 5)), "news", data.draw(some.sampled_from(days)), 0)
        before = rows(store, _WITHOUT_OUTLETS), rows(store, "select * from story_bias_range")
        add(store, copy, len(room.articles) + 1, text)
        assert (rows(store, _WITHOUT_OUTLETS), rows(store, "select * from story_bias_range")) == before


def _text_of(store: Store, article: int) -> int:
    return int(rows(store, f"select origin_id from copies where article_id = {article}")[0][0])


@ENOUGH
@given(newsrooms)
def test_permuting_the_providers_permutes_the_answers(store: Store, room: Newsroom) -> None:
    assume(room.ratings)
    other = dict(zip(PROVIDERS, reversed(PROVIDERS), strict=True))
    swapped = replace(room, ratings=tuple(replace(one, provider=other[one.provider]) for one in room.ratings))
    per_provider = ("story_bias_by_provider", "story_shares", "story_members_by_provider")
    of_the_default = ("story_bias", "stories_that_change_colour", "story_members", "articles_with_bias")
    numbers = "select story_id, side, least, most, providers, origins, leaders_differ from story_bias_range"

    def look(names: tuple[str, ...], rename: dict[str, str]) -> dict[str, list[Any]]:
        found = {}
        for name in names:
            kept = [{k: v for k, v in row.items() if k != "rating_id"} for row in told(store, f"select * from {name}")]
            found[name] = sorted(repr(row | {"provider": rename.get(row["provider"], row["provider"])}) for row in kept)
        return found

    with written(store, room):
        straight, range_ = look(per_provider + of_the_default, other), rows(store, numbers)
        apart = rows(store, "select outlet_id, providers, spread, flag from rater_disagreement")
    with written(store, swapped, provider=PROVIDERS[1]):
        assert look(per_provider + of_the_default, {}) == straight
        assert rows(store, numbers) == range_
        assert rows(store, "select outlet_id, providers, spread, flag from rater_disagreement") == apart


def test_an_outlet_with_news_and_opinion_has_a_place_on_each_side(store: Store) -> None:
    ratings = (
        *(Rated(outlet, "AllSides", "news", "2026-11-01", lean) for outlet, lean in ((0, 0), (1, 0), (2, -1))),
        Rated(0, "AllSides", "opinion", "2026-11-01", 2),
    )
    articles = [Written(1, outlet, "news", "2026-11-04", outlet) for outlet in range(3)]
    room = Newsroom((None,) * 6, ratings, (*articles, Written(1, 0, "opinion", "2026-11-04", 7)))
    with written(store, room):
        (row,) = told(store, "select * from story_shares")
        (count,) = told(store, "select * from story_bias")
    assert (count["outlets"], row["rated_outlets"]) == (3, 4)
    assert [row[f"{side}_outlets_share"] for side in SIDES[:3]] == [0.25, 0.5, 0.25]


MOVES = {0: (-1, 0), 1: (0, -1), 2: (1, 2), 3: (None, 0), 4: (1, None)}


@pytest.mark.parametrize(
    ("members", "changed"),
    [
        pytest.param([(0, 0)], [("left", "center", 1, 0, 0)], id="a side"),
        pytest.param([(2, 0)], [("right", "right", 1, 0, 0)], id="a lean of the same side"),
        pytest.param([(3, 0)], [(None, "center", 1, 1, 0)], id="off the line and back"),
        pytest.param([(4, 0)], [("right", None, 1, 0, 1)], id="off the line"),
        pytest.param([(0, 0), (1, 1)], [], id="two that changed places"),
        pytest.param([(5, 0), (0, 0)], [], id="a reprint, which is not counted"),
        pytest.param([(0, 0), (5, 0), (0, 0)], [("left", "center", 2, 0, 0)], id="with its reprints"),
    ],
)
def test_what_changes_a_storys_colour(
    store: Store, members: list[tuple[int, int]], changed: list[tuple[Any, ...]]
) -> None:
    """`members` are outlet and text of each article; outlet 5 keeps its rating."""
    ratings = [
        Rated(outlet, "AllSides", "news", day, lean)
        for outlet, leans in MOVES.items()
        for day, lean in zip(("2026-11-01", "2026-11-10"), leans, strict=True)
    ]
    articles = tuple(Written(1, outlet, "news", "2026-11-04", text) for outlet, text in members)
    room = Newsroom((None,) * 6, (*ratings, Rated(5, "AllSides", "news", "2026-11-01", 2)), articles)
    with written(store, room):
        found = rows(
            store, "select leading, leading_today, moved, unrated, unrated_today from stories_that_change_colour"
        )
    assert found == changed


@pytest.mark.parametrize(
    ("leans", "labels", "row"),
    [
        pytest.param((-2, 0), None, (2, 2, 1), id="two steps are flagged"),
        pytest.param((-1, 1), None, (2, 2, 1), id="lean left and lean right too"),
        pytest.param((0, 1), None, (2, 1, 0), id="one step is not"),
        pytest.param((2, 2), None, (2, 0, 0), id="agreement"),
        pytest.param((2, None), "AllSides: right; MBFC: off the line", (1, None, 0), id="a word off the line"),
        pytest.param((2,), None, None, id="one provider is no disagreement, nor is one that rates it later"),
    ],
)
def test_disagreement_of_raters(
    store: Store, leans: tuple[int | None, ...], labels: str | None, row: tuple[Any, ...] | None
) -> None:
    ratings = [Rated(0, name, "news", "2026-11-01", lean) for name, lean in zip(PROVIDERS, leans, strict=False)]
    article = Written(1, 0, "news", "2026-11-04", 1)
    # A rating that begins after the last run is not today's.
    later = tuple(Rated(0, name, "news", "2026-12-01", 0) for name in PROVIDERS)
    with written(store, Newsroom((None,) * 6, (*ratings, *later), (article,))):
        found = rows(store, "select labels, providers, spread, flag from rater_disagreement")
    assert [one[1:] for one in found] == ([row] if row else [])
    assert labels is None or found[0][0] == labels


def test_the_worklist_of_the_unrated_goes_by_stories(store: Store) -> None:
    ratings = (
        Rated(0, "AllSides", "news", "2026-11-01", 0),
        Rated(1, "MBFC", "news", "2026-11-01", -2),
        Rated(2, "AllSides", "news", "2026-11-01", None),
        Rated(2, "MBFC", "news", "2026-11-01", None),
        Rated(3, "MBFC", "news", "2026-12-01", 2),  # after the last run
    )
    articles = tuple(
        Written(story, outlet, "news", f"2026-11-0{story + outlet}", 10 * story + outlet)
        for story, outlet in ((1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 3), (3, 3))
    )  # the last is alone in its story, where nothing is compared: it counts as an article that is lost, not as a story
    with written(store, Newsroom((None,) * 6, ratings, articles)):
        found = rows(store, "select name, provider, stories, articles, last_day, label, rated_by from unrated_outlets"
                            " order by stories desc, articles desc")  # fmt: skip
    assert found == [
        ("Outlet 1", "AllSides", 2, 2, "2026-11-03", None, "MBFC: left"),
        ("Outlet 3", "AllSides", 1, 2, "2026-11-06", None, None),
        ("Outlet 2", "AllSides", 1, 1, "2026-11-04", "off the line", "MBFC: off the line"),
    ]


def test_below_the_setting_no_share_is_told(store: Store) -> None:
    ratings = tuple(Rated(outlet, "AllSides", "news", "2026-11-01", outlet - 1) for outlet in range(3))
    articles = tuple(Written(1, outlet, "news", "2026-11-04", outlet) for outlet in range(3))
    shares = {}
    with written(store, Newsroom((None,) * 6, ratings, articles)):
        for least in (3, 4):
            store.reference.set_settings({"min_rated_origins": least})
            shares[least] = rows(store, "select rated_origins, left_share, left_outlets_share from story_shares")
    assert shares == {3: [(3, 1 / 3, 1 / 3)], 4: [(3, None, None)]}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file with copies, ranges and a story that changes colour, beside its working file."""
    return build(tmp_path_factory.mktemp("kept"))


@pytest.mark.parametrize("view", [*stories.VIEWS, "unrated_outlets", "rater_disagreement"])
def test_what_is_kept_is_what_the_view_says(newsroom: Path, view: str) -> None:
    found = []
    for path in (newsroom, newsroom.parent.parent / newsroom.name):
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            found.append(sorted(map(repr, connection.execute(f"select * from {view}"))))
    assert found[0] == found[1]
    assert found[0], "the fixture has rows for each view"

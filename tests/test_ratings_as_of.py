"""An article meets the rating of its day, of its scope, by a named provider; what is not quite that is marked."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.config import Config, FilesConfig
from aggregator.importers import import_file
from aggregator.models import Outlet, Provider, Rating, Scope
from aggregator.ratings import FIVE_LABELS
from aggregator.store import Store
from aggregator.workspace import open_workspace

FIRST = date(2020, 1, 1)
DAYS = [(FIRST + timedelta(days=number)).isoformat() for number in range(10)]
TODAY = DAYS[6]
PROVIDERS = (Provider("North", scale="United States"), Provider("South"))
COUNTRIES = {"home.example": "United States", "abroad.example": "Freedonia", "code.example": "US", "none.example": None}
LABELS = {lean: label for label, lean in FIVE_LABELS.items()} | {None: "satire"}


def rating(day: str, lean: int | None, scope: Scope = Scope.NEWS, provider: str = "North", **more: object) -> Rating:
    given = Rating("home.example", provider, scope, LABELS[lean], lean, day)
    return replace(given, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An outlet's article of each scope on each of ten days, one article of each other outlet, a run on the seventh."""
    store = Store.open(tmp_path_factory.mktemp("dated") / "news.db")
    with store.transaction():
        store.reference.take_outlets([Outlet(domain, domain, country=country) for domain, country in COUNTRIES.items()])
        store.reference.set_settings({"provider": "North"})
        store.end_run(store.start_run("import", "0", "c", f"{TODAY}T08:00:00Z"), "finished", f"{TODAY}T08:01:00Z")
        ids = store.reference.outlet_ids()
        for domain in COUNTRIES:
            days = DAYS if domain == "home.example" else [DAYS[5]]
            for day in days:
                for scope in Scope:
                    store.db.execute(
                        "insert into articles (url, original_url, outlet_id, title, scope, published, first_seen,"
                        " last_seen, title_from) values (?, '', ?, 'A dam', ?, ?, ?, ?, 'import')",
                        [f"https://{domain}/{scope}/{day}", ids[domain], scope, *[f"{day}T23:59:59Z"] * 3],
                    )
    yield store
    store.close()


def rate(store: Store, ratings: Iterable[Rating]) -> None:
    with store.transaction():
        store.reference.take_ratings(ratings, PROVIDERS)


def rows(store: Store, columns: str, where: str = "1", view: str = "articles_with_bias") -> list[tuple[object, ...]]:
    query = f"select {columns} from {view} where {where} order by published_day, scope"
    found: list[tuple[object, ...]] = store.db.execute(query).fetchall()
    return found


def on(day: str, scope: Scope = Scope.NEWS) -> str:
    return f"domain = 'home.example' and published_day = '{day}' and scope = '{scope}'"


MOVED = [rating(DAYS[2], 0), rating(DAYS[5], -1)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(DAYS[0], (0, "center", DAYS[2], 1), id="before the first known day, the first one, marked"),
        pytest.param(DAYS[1], (0, "center", DAYS[2], 1), id="the day before the first known one"),
        pytest.param(DAYS[2], (0, "center", DAYS[2], 0), id="the first known day itself"),
        pytest.param(DAYS[4], (0, "center", DAYS[2], 0), id="the day before the next begins: the older one"),
        pytest.param(DAYS[5], (-1, "left", DAYS[5], 0), id="the day on which the next begins: the newer one"),
        pytest.param(DAYS[9], (-1, "left", DAYS[5], 0), id="long after"),
    ],
)
def test_the_day_decides(store: Store, day: str, expected: tuple[object, ...]) -> None:
    rate(store, MOVED)
    assert rows(store, "lean, side, rating_valid_from, extrapolated", on(day)) == [expected]


OPINION, CHECK = Scope.OPINION, Scope.FACT_CHECK


@pytest.mark.parametrize(
    ("ratings", "scope", "expected"),
    [
        pytest.param([rating(DAYS[0], 1), rating(DAYS[0], 2, OPINION)], OPINION, (2, "opinion", 0, 0), id="its own"),
        pytest.param([rating(DAYS[0], 1), rating(DAYS[0], 2, OPINION)], Scope.NEWS, (1, "news", 0, 0), id="news"),
        pytest.param([rating(DAYS[0], 1)], OPINION, (1, "news", 1, 0), id="borrowed from the news"),
        pytest.param([rating(DAYS[9], 1)], CHECK, (1, "news", 1, 1), id="borrowed and from a later day"),
        pytest.param(
            [rating(DAYS[0], 1), rating(DAYS[9], 2, OPINION)], OPINION, (2, "opinion", 0, 1),
            id="its own of a later day goes before the news of the day",
        ),
        pytest.param([rating(DAYS[0], 2, OPINION)], Scope.NEWS, (None, None, 0, 0), id="news borrow from nobody"),
        pytest.param(
            [rating(DAYS[0], 1), rating(DAYS[0], None, OPINION)], OPINION, (None, "opinion", 0, 0),
            id="a label off the line is not replaced by the news",
        ),
    ],
)  # fmt: skip
def test_the_scope_decides(store: Store, ratings: Sequence[Rating], scope: Scope, expected: tuple[object, ...]) -> None:
    rate(store, ratings)
    assert rows(store, "lean, rating_scope, borrowed, extrapolated", on(DAYS[4], scope)) == [expected]


def test_a_label_off_the_line_is_shown_and_counts_as_unrated(store: Store) -> None:
    rate(store, [rating(DAYS[0], None)])
    assert rows(store, "label, lean, side, foreign_scale", on(DAYS[4])) == [("satire", None, "unrated", None)]


@pytest.mark.parametrize(
    ("ratings", "scope", "expected"),
    [
        pytest.param(MOVED, Scope.NEWS, -1, id="the later one holds today"),
        pytest.param(
            [rating(DAYS[0], 0), rating(DAYS[8], 2)], Scope.NEWS, 0, id="one that begins later is not today's"
        ),
        pytest.param([rating(TODAY, 2)], Scope.NEWS, 2, id="one that begins today is"),
        pytest.param([rating(DAYS[8], 2)], Scope.NEWS, None, id="none is known for today"),
        pytest.param([rating(DAYS[0], 1), rating(DAYS[1], 2, OPINION)], OPINION, 2, id="of its own scope"),
        pytest.param([rating(DAYS[0], 1), rating(DAYS[8], 2, OPINION)], OPINION, 1, id="else of the news"),
    ],
)
def test_lean_today(store: Store, ratings: Sequence[Rating], scope: Scope, expected: int | None) -> None:
    rate(store, ratings)
    assert rows(store, "lean_today", on(DAYS[0], scope)) == [(expected,)]


@pytest.mark.parametrize(
    ("domain", "provider", "expected"),
    [
        pytest.param("home.example", "North", 0, id="of the same country"),
        pytest.param("code.example", "North", 0, id="of the same country, written as a code"),
        pytest.param("abroad.example", "North", 1, id="from elsewhere"),
        pytest.param("none.example", "North", None, id="from nobody knows where"),
        pytest.param("abroad.example", "South", None, id="on a scale of no country"),
    ],
)
def test_a_foreign_scale_is_marked(store: Store, domain: str, provider: str, expected: int | None) -> None:
    rate(store, [rating(DAYS[0], 1, provider=provider, domain=domain)])
    view, where = "articles_with_bias_by_provider", f"domain = '{domain}' and scope = 'news'"
    assert rows(store, "foreign_scale", f"{where} and published_day = '{DAYS[5]}'", view) == [(expected,)]
    unrated = f"domain <> '{domain}'"
    assert set(rows(store, "foreign_scale", unrated, view)) == {(None,)}


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        pytest.param(MOVED, [("news", "center", 0, "lean left", -1, -1, DAYS[2], DAYS[5])], id="a move to the left"),
        pytest.param(
            [rating(DAYS[0], 0), rating(DAYS[3], 0), rating(DAYS[5], 2)],
            [("news", "center", 0, "right", 2, 2, DAYS[3], DAYS[5])],
            id="the same label seen again is no move, and brings the last known day nearer",
        ),
        pytest.param(
            [rating(DAYS[0], 0), rating(DAYS[3], -1), rating(DAYS[5], 0)],
            [
                ("news", "center", 0, "lean left", -1, -1, DAYS[0], DAYS[3]),
                ("news", "lean left", -1, "center", 0, 1, DAYS[3], DAYS[5]),
            ],
            id="there and back",
        ),
        pytest.param(
            [rating(DAYS[0], 0), rating(DAYS[5], None)],
            [("news", "center", 0, "satire", None, None, DAYS[0], DAYS[5])],
            id="off the line",
        ),
        pytest.param(
            [rating(DAYS[0], None), rating(DAYS[5], None, label="fake-news")],
            [("news", "satire", None, "fake-news", None, None, DAYS[0], DAYS[5])],
            id="from one label off the line to another",
        ),
        pytest.param(
            [rating(DAYS[0], 0), rating(DAYS[5], 0, label="least biased")], [], id="another word for the same place"
        ),
        pytest.param([rating(DAYS[0], 0), rating(DAYS[5], 2, OPINION)], [], id="two scopes are no move"),
        pytest.param([rating(DAYS[0], 0), rating(DAYS[5], 2, provider="South")], [], id="nor are two providers"),
    ],
)
def test_moves(store: Store, ratings: Sequence[Rating], expected: list[tuple[object, ...]]) -> None:
    rate(store, ratings)
    told = "scope, from_label, from_lean, to_label, to_lean, steps, last_known, first_seen"
    assert store.db.execute(f"select {told} from rating_changes order by first_seen").fetchall() == expected


def read_plainly(ratings: Sequence[Rating], scope: Scope, day: str) -> tuple[object, ...]:
    """The rule in plain Python: its own scope else news; the last one of that day or before, else the first."""
    pool = [one for one in ratings if one.scope == scope] or [one for one in ratings if one.scope == Scope.NEWS]
    if not pool:
        return (None, None, None, 0, 0)
    known = [one for one in pool if one.valid_from <= day]
    found = (max if known else min)(known or pool, key=lambda one: one.valid_from)
    return (found.lean, found.scope.value, found.valid_from, int(not known),
            int(found.scope != scope))  # fmt: skip


def today_plainly(ratings: Sequence[Rating], scope: Scope) -> int | None:
    for wanted in (scope, Scope.NEWS):
        known = [one for one in ratings if one.scope == wanted and one.valid_from <= TODAY]
        if known:
            return max(known, key=lambda one: one.valid_from).lean
    return None


dated = st.builds(
    rating,
    day=st.sampled_from(DAYS),
    lean=st.sampled_from([-2, -1, 0, 1, 2, None]),
    scope=st.sampled_from(list(Scope)),
    provider=st.sampled_from(["North", "South"]),
)


@given(st.lists(dated, max_size=14, unique_by=lambda one: (one.provider, one.scope, one.valid_from)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_views_say_what_a_plain_reading_says(store: Store, ratings: list[Rating]) -> None:
    rate(store, ratings)
    columns = (
        "provider, scope, published_day, lean, rating_scope, rating_valid_from, extrapolated, borrowed, lean_today"
    )
    found = rows(store, columns, "domain = 'home.example'", "articles_with_bias_by_provider")
    raters = sorted({one.provider for one in ratings})
    assert len(found) == len(raters) * len(DAYS) * len(Scope)
    for provider, scope, day, *told in found:
        mine = [one for one in ratings if one.provider == provider]
        expected = read_plainly(mine, Scope(str(scope)), str(day))
        assert tuple(told) == (*expected, today_plainly(mine, Scope(str(scope))))
    if "North" in raters:
        assert [row for row in found if row[0] == "North"] == rows(store, columns, "domain = 'home.example'")


def told(lines: Sequence[tuple[str, str, str]], path: Path) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("url", "title", "published"), *lines])
    return path


def test_associated_press_and_fox_news_by_the_ratings_that_ship(tmp_path: Path) -> None:
    articles = told(
        [
            (f"https://{domain}/{year}/dam", f"The dam of {year} at {domain}", f"{year}-06-01T12:00:00Z")
            for domain in ("apnews.com", "www.foxnews.com", "notfoxnews.com")
            for year in (2020, 2024)
        ],
        tmp_path / "articles.csv",
    )
    config = Config(files=FilesConfig(own_ratings=tmp_path / "none.csv"))
    with open_workspace(config, tmp_path / "news.db") as workspace:
        assert import_file(articles, workspace.ingest(), workspace.clock(), lambda rows: None).bad == []
        found = workspace.store.db.execute(
            "select domain, substr(published, 1, 4), label, side, lean_today from articles_with_bias order by 1, 2"
        ).fetchall()
        moves = workspace.store.db.execute(
            "select from_label, to_label, steps, last_known, first_seen from rating_changes"
            " where provider = 'AllSides' and domain = 'apnews.com'"
        ).fetchall()
    assert found == [
        ("apnews.com", "2020", "center", "center", -1),
        ("apnews.com", "2024", "lean left", "left", -1),
        ("foxnews.com", "2020", "lean right", "right", 2),
        ("foxnews.com", "2024", "right", "right", 2),
        ("notfoxnews.com", "2020", None, "unrated", None),
        ("notfoxnews.com", "2024", None, "unrated", None),
    ]
    assert moves == [("center", "lean left", -1, "2020-10-23", "2023-11-24")]


def test_an_imported_opinion_piece_is_known_by_its_address(tmp_path: Path) -> None:
    articles = told(
        [("https://www.foxnews.com/opinion/dams", "Dams", "2020-12-01T12:00:00Z")], tmp_path / "articles.csv"
    )
    config = Config(files=FilesConfig(own_ratings=tmp_path / "none.csv"))
    with open_workspace(config, tmp_path / "news.db") as workspace:
        import_file(articles, workspace.ingest(), workspace.clock(), lambda rows: None)
        query = "select scope, label, rating_scope, borrowed from articles_with_bias"
        assert workspace.store.db.execute(query).fetchall() == [("opinion", "right", "opinion", 0)]

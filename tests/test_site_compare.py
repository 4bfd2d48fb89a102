"""Two compared: the numbers of the page counted anew, what a silence is, whose words, and what is no comparison."""

from __future__ import annotations

import asyncio
import contextlib
import html
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from lxml.html import fromstring

from aggregator.site import queries
from aggregator.site.compare.asked import LISTS, Asked
from aggregator.site.compare.pages import whole
from aggregator.site.providers import Shown
from aggregator.site.queries.compare import MOST_STORIES, of_sides, stories_of_two
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests import compare_newsroom as room
from tests.compare_newsroom import Two
from tests.research_newsroom import OUTLETS, PROVIDERS, Piece
from tests.site_fixtures import METADATA, NOW, build

DAYS = ("2026-10-01", "2026-11-20")
SIDES = ("left", "center", "right")
PAIRS = [Two(a, b) for a, b in combinations(OUTLETS, 2)]
OF_SIDES = [Two(a, b, provider) for a, b in combinations(SIDES, 2) for provider in PROVIDERS]
ALL = [pytest.param(two, id=f"{two.a}-{two.b}-{two.provider}") for two in [*PAIRS, *OF_SIDES]]
SWAPPED = {name: "-".join(reversed(name.split("-"))) for name in LISTS}


def get(site: Any, path: str, **asked: object) -> httpx.Response:
    query = f"?{urlencode(asked)}" if asked else ""
    response: httpx.Response = asyncio.run(site.client.get(f"{path}{query}"))
    return response


def told(site: Any, two: Two, since: str = DAYS[0], until: str = DAYS[1], **asked: object) -> dict[str, Any]:
    by = {"provider": two.provider} if two.provider else {}
    answer = get(site, "/compare.json", a=two.a, b=two.b, **{"from": since, "to": until}, **by, **asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def listed(site: Any, two: Two, name: str, **asked: object) -> list[dict[str, Any]]:
    """All stories of a list, from all its pages."""
    lines, page, pages = [], 1, 1
    while page <= pages:
        found = told(site, two, show=name, page=page, **asked)
        lines += found["found"]
        page, pages = page + 1, found["pages"]
    assert len(lines) == found["listed"]
    return lines


@pytest.fixture(scope="module")
def pieces() -> Sequence[Piece]:
    return room.drawn(7, 700)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, pieces: Sequence[Piece]) -> Iterator[Any]:
    with room.served(tmp_path_factory.mktemp("compare"), pieces) as app:
        yield app


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("harbour")), METADATA, clock=lambda: NOW)


@pytest.mark.parametrize("two", ALL)
def test_the_counts_are_those_of_the_articles(site: Any, pieces: Sequence[Piece], two: Two) -> None:
    found, mine = told(site, two), room.lists(pieces, two, room.within(pieces, *DAYS))
    assert found["counts"] == {name: len(mine[name]) for name in LISTS}
    assert found["stories"] == sum(found["counts"].values())
    for least, key in ((("own",), "jaccard"), (("own", "reprint"), "jaccard_with_reprints")):
        either = {name: ids for name, ids in mine.items() if set(name.split("-")) & set(least)}
        both = sum(len(ids) for name, ids in either.items() if set(name.split("-")) <= set(least))
        whole = sum(map(len, either.values()))
        assert (found[key]["both"], found[key]["either"]) == (both, whole)
        assert found[key]["jaccard"] == (round(both / whole, 4) if whole >= 10 else None)


@pytest.mark.parametrize("two", ALL)
def test_swapped_they_get_the_swapped_answer(site: Any, two: Two) -> None:
    one, other = told(site, two), told(site, Two(two.b, two.a, two.provider))
    assert one["counts"] == {SWAPPED[name]: count for name, count in other["counts"].items()}
    assert one["silences"] == {SWAPPED[name]: counts for name, counts in other["silences"].items()}
    assert (one["first"]["a"], one["first"]["b"]) == (other["first"]["b"], other["first"]["a"])
    assert [line["id"] for line in one["both"]] == [line["id"] for line in other["both"]]
    assert [line["a"] for line in one["both"]] == [line["b"] for line in other["both"]]
    assert one["own-none"] == other["none-own"]
    if one["wording"]:
        for mine, theirs in (("a", "b"), ("b", "a")):
            pairs = [[(word["word"], word["z"], word["headlines"]) for word in found["wording"][key]]
                     for found, key in ((one, mine), (other, theirs))]  # fmt: skip
            assert pairs[0] == pairs[1]


@pytest.mark.parametrize("two", PAIRS[::3])
@pytest.mark.parametrize("name", LISTS)
def test_each_number_opens_its_list(site: Any, pieces: Sequence[Piece], two: Two, name: str) -> None:
    mine = room.lists(pieces, two, room.within(pieces, *DAYS))[name]
    ids = [line["id"] for line in listed(site, two, name)]
    assert len(ids) == len(mine)
    assert set(ids) == mine


@pytest.mark.parametrize("two", PAIRS)
def test_a_silence_is_one_only_where_the_other_was_heard(site: Any, pieces: Sequence[Piece], two: Two) -> None:
    mine = room.lists(pieces, two, room.within(pieces, *DAYS))
    found = told(site, two)
    for name, silent in (("own-none", two.b), ("reprint-none", two.b), ("none-own", two.a), ("none-reprint", two.a)):
        expected = Counter(room.silence(pieces, story, silent) for story in mine[name])
        assert Counter(found["silences"].get(name, {})) == expected
    for line in listed(site, two, "own-none"):
        assert line["silence"] == room.silence(pieces, line["id"], two.b)


def test_every_kind_of_silence_is_met(site: Any) -> None:
    met = {silence for two in PAIRS for counts in told(site, two)["silences"].values() for silence in counts}
    assert met == {"left out", "not known", "too early", "other language", "not told"}
    assert told(site, Two("left.example", "unrated.example"))["b"]["polled"] is False


@pytest.mark.parametrize("two", ALL)
def test_the_words_beside_each_other_are_the_earliest_of_each(site: Any, pieces: Sequence[Piece], two: Two) -> None:
    both = listed(site, two, "own-own")
    for line in both:
        for key, side in (("a", two.a), ("b", two.b)):
            assert line[key]["article_id"] == room.earliest(pieces, two, line["id"], side).number
        assert line["minutes_ahead"] == room.lead(pieces, two, line["id"])
    leads = [room.lead(pieces, two, line["id"]) for line in both]
    first = told(site, two)["first"]
    assert first == {
        "stories": len(leads), "a": sum((lead or 0) > 0 for lead in leads), "b": sum((lead or 0) < 0 for lead in leads),
        "tied": leads.count(0), "not_told": leads.count(None),
    }  # fmt: skip


@pytest.mark.parametrize("two", PAIRS)
def test_the_wording_is_the_formula_over_the_headlines_of_both(site: Any, pieces: Sequence[Piece], two: Two) -> None:
    found = told(site, two)["wording"]
    both = room.lists(pieces, two, room.within(pieces, *DAYS))["own-own"]
    assert found["languages"]
    if not found["a"]:
        assert min(found["headlines"]) < 10
        return
    expected = room.words(pieces, two, both, found["language"])
    for key, sign in (("a", 1), ("b", -1)):
        own = {word: told for word, told in expected.items() if sign * round(told[2], 4) > 0}
        best = sorted(own, key=lambda word: (-sign * round(own[word][2], 4), word))[:12]
        assert [word["word"] for word in found[key]] == best
        for word in found[key]:
            mine, theirs, z = expected[word["word"]]
            assert (word["headlines"], word["other_headlines"]) == ((mine, theirs) if sign > 0 else (theirs, mine))
            assert word["z"] == pytest.approx(sign * z, abs=0.01)


def test_a_word_opens_the_headlines_that_it_is_counted_in(site: Any) -> None:
    found = told(site, Two("left.example", "right.example"))["wording"]
    assert found["a"]
    for word in (*found["a"], *found["b"]):
        opened = get(site, word["address"].replace("/compare?", "/compare.json?").partition("#")[0]).json()["having"]
        counts = sorted(len(those) for those in opened)
        assert counts == sorted((word["headlines"], word["other_headlines"]))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_verdict_on_a_side_is_that_of_the_table(site: Any, provider: str) -> None:
    rows = get(site, "/news/blindspots_by_provider.json", _shape="array", _size="max", provider=provider).json()
    early = {"not known": "too early"}  # as the page calls it where the side may still write
    verdicts = {
        (row["story_id"], row["side"]): early.get(row["verdict"], row["verdict"])
        if row["closes"] > room.MADE
        else row["verdict"]
        for row in rows
    }
    assert verdicts or provider == "MBFC"  # which rates one outlet of the room
    for two in (Two("left", "right", provider), Two("center", "left", provider)):
        for name, silent in (("own-none", two.b), ("none-own", two.a)):
            for line in listed(site, two, name):
                assert line["silence"] == verdicts.get((line["id"], silent), "not asked")


@pytest.mark.parametrize(
    ("made", "silence"),
    [pytest.param(room.MADE, "not known", id="over"), pytest.param("2026-09-30T00:00:00Z", "too early", id="not over")],
)
def test_the_silence_of_a_side_that_may_still_write_is_too_early(site: Any, made: str, silence: str) -> None:
    """Of the side that the outlets' verdict calls "not known": the page of blindspots calls it too early."""
    question = of_sides("left", "right", "AllSides", *DAYS, None, made)
    met = {line.silence for line in asyncio.run(stories_of_two(site.get_database("news"), question)) if line.silence}
    assert met == {silence, "not asked"}


@pytest.mark.parametrize("two", [PAIRS[0], OF_SIDES[2]], ids=["outlets", "sides"])
@pytest.mark.parametrize("moved", [(0, 0), (1, 1), (-1, -1)], ids=["its own day", "the next day", "the day before"])
def test_the_first_and_the_last_day_belong_to_the_time(
    site: Any, pieces: Sequence[Piece], two: Two, moved: tuple[int, int]
) -> None:
    days = Counter(room.latest(pieces, story)[:10] for story in room.within(pieces, *DAYS))
    busiest = date.fromisoformat(days.most_common(1)[0][0])
    since, until = ((busiest + timedelta(days=step)).isoformat() for step in moved)
    assert told(site, two, since, until)["stories"] == len(room.within(pieces, since, until)) == days[since]


@pytest.mark.parametrize("language", ["en", "es", "xx"])
@pytest.mark.parametrize("two", [PAIRS[0], OF_SIDES[2]], ids=["outlets", "sides"])
def test_a_language_narrows_the_stories(site: Any, pieces: Sequence[Piece], two: Two, language: str) -> None:
    mine = room.lists(pieces, two, room.within(pieces, *DAYS, language=language))
    assert told(site, two, language=language)["counts"] == {name: len(mine[name]) for name in LISTS}


def test_without_days_it_is_the_latest_four_weeks_and_says_which(site: Any, pieces: Sequence[Piece]) -> None:
    last = max(room.latest(pieces, story) for story in room.stories(pieces))[:10]
    found = get(site, "/compare.json", a="left.example", b="right.example").json()
    assert found["to"] == last
    assert len(room.within(pieces, found["from"], last)) == found["stories"]
    page = get(site, "/compare", a="left.example", b="right.example").text
    assert f'value="{found["from"]}"' in page


@pytest.mark.parametrize("two", [PAIRS[0], PAIRS[7], OF_SIDES[2]], ids=lambda two: two.a)
@pytest.mark.parametrize("sort", ["origins", "newest"])
def test_the_sql_gives_the_list_in_its_order(site: Any, two: Two, sort: str) -> None:
    by = {"provider": two.provider} if two.provider else {}
    for name in ("own-own", "own-none", "none-none"):
        asked = {"a": two.a, "b": two.b, "from": DAYS[0], "to": DAYS[1], "show": name, "sort": sort, **by}
        page = fromstring(get(site, "/compare", **asked).text)
        link = next(one.get("href") for one in page.xpath("//a") if one.text == "see the SQL")
        rows = get(site, link.replace("/news?", "/news.json?") + "&_shape=array").json()
        assert [row["story_id"] for row in rows] == [line["id"] for line in listed(site, two, name, sort=sort)]
        csv = get(site, "/compare.csv", **asked)
        assert len(csv.text.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("show", [None, "own-none"])
def test_all_rows_of_a_list_are_there_for_files(site: Any, show: str | None) -> None:
    db, two = site.get_database("news"), PAIRS[0]
    asked = Asked(two.a, two.b, *DAYS, show=show)

    async def read() -> list[Any]:
        edition = await queries.edition(db)
        asks = await whole(db, asked, edition, Shown(edition.provider, edition.provider, ()))
        return list((await db.execute(str(asks["sql"]), asks)).rows)

    counts, names = told(site, two)["counts"], {has: name for name, has in LISTS.items()}
    assert Counter(names[row["a"], row["b"]] for row in asyncio.run(read())) == {
        name: count for name, count in counts.items() if count and name != "none-none" and show in (None, name)
    }


def test_the_sql_of_the_table_gives_its_counts(site: Any) -> None:
    two = PAIRS[0]
    page = fromstring(get(site, "/compare", a=two.a, b=two.b, **{"from": DAYS[0], "to": DAYS[1]}).text)
    link = next(
        one.get("href") for one in page.xpath('//section[@aria-labelledby="counts"]//a') if one.text == "see the SQL"
    )
    counts: Counter[str] = Counter()
    names = {places: name for name, places in LISTS.items()}
    for row in get(site, link.replace("/news?", "/news.json?") + "&_shape=array").json():
        counts[names[row["a"], row["b"]]] += row["stories"]
    assert dict(counts) == {name: count for name, count in told(site, two)["counts"].items() if count}


@pytest.mark.parametrize("two", ALL)
def test_the_page_shows_the_numbers_and_each_opens_its_list(site: Any, two: Two) -> None:
    by = {"provider": two.provider} if two.provider else {}
    answer = get(site, "/compare", a=two.a, b=two.b, **{"from": DAYS[0], "to": DAYS[1]}, **by)
    assert answer.status_code == 200
    found, page = told(site, two), fromstring(answer.text)
    opened = {}
    for link in page.xpath('//table[contains(@class, "matrix")]//td/a'):
        shown = re.search(r"show=([a-z-]+)", link.get("href"))
        assert shown
        opened[shown[1]] = int(link.text.replace(",", ""))
    assert opened == {name: count for name, count in found["counts"].items() if count}
    assert len(page.xpath("//h1")) == 1
    assert not page.xpath("//*[@style]|//script")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        pytest.param("a=tidewatr.example&b=ledger.example", 404, "Tidewater Post|tidewater.example", id="misspelt"),
        pytest.param("a=ledger.example&b=tidewatr.example", 404, "/compare?a=ledger.example&b=tidewater.example",
                     id="misspelt, with a link to what was meant"),
        pytest.param("a=left&b=ledger.example", 400, "not one with the other", id="a side and an outlet"),
        pytest.param("a=unrated&b=left", 400, "The unrated are no side", id="the unrated"),
        pytest.param("a=left&b=LEFT", 400, "The left is named twice", id="a side twice"),
        pytest.param("a=ledger.example&b=Ledger+Daily", 400, "Ledger Daily is named twice", id="an outlet twice"),
        pytest.param("a=left&b=right&from=x", 400, "takes a day such as", id="no day"),
        pytest.param("a=left&b=right&from=2026-11-20&to=2026-11-19", 400, "ends before it begins", id="time backwards"),
        pytest.param("a=left&b=right&provider=Nobody", 400, "Those who rate here", id="nobody rates so"),
        pytest.param("a=<script>alert(1)</script>&b=x", 404, "no outlet", id="hostile"),
        pytest.param("a=%00&b=%F0%9F%92%A9", 404, "no outlet", id="no name at all"),
        pytest.param("a=" + "9" * 400 + "&b=1", 404, "no outlet", id="a long number"),
        pytest.param("a=left&b=right&from=0001-01-01&to=9998-12-31", 200, "the left", id="all of time"),
        pytest.param("a=left&b=right&to=0001-01-01", 200, "", id="the first day"),
        pytest.param("a=left&b=right&show=none-none&page=999999", 200, "page 1 of 1", id="a page that is not there"),
        pytest.param("a=Tidewater+Post&b=12", 200, "Border Bugle", id="by name and by number"),
        pytest.param("a=tidewater.example", 200, "Compare <bdi>Tidewater Post</bdi> with", id="one alone"),
        pytest.param("", 200, "Two outlets of different sides", id="nothing"),
    ],
)  # fmt: skip
def test_what_is_asked_amiss(harbour: Any, query: str, status: int, words: str) -> None:
    answer = get(harbour, f"/compare?{query}")
    assert answer.status_code == status
    text = html.unescape(answer.text)
    plain = text + re.sub(r"</?\w+>", "", text)
    assert any(one in plain for one in words.split("|")), plain
    assert "<script" not in answer.text
    as_json = get(harbour, f"/compare.json?{query}")
    assert (as_json.status_code, as_json.json().get("status", 200)) == (status, status)


def test_a_reprint_stands_apart(harbour: Any) -> None:
    found = get(harbour, "/compare.json", a="nationalwire.example", b="valley.example").json()
    assert (found["counts"]["own-own"], found["counts"]["own-reprint"]) == (1, 1)
    page = get(harbour, "/compare", a="nationalwire.example", b="valley.example", show="own-reprint").text
    assert "National Wire</bdi> itself, <bdi>Valley Gazette</bdi> by a reprint" in page


def test_no_story_of_both_is_said_so(harbour: Any) -> None:
    page = get(harbour, "/compare", a="anvil.example", b="mina.example").text
    assert "No story of these days has texts their own of both" in re.sub(r"\s+", " ", page).replace(
        "of their", "their"
    )
    assert "In these days <bdi>Anvil</bdi> has no text of its own" in page


def test_one_outlet_leads_to_those_it_shares_stories_with(harbour: Any) -> None:
    told = get(harbour, "/compare.json", a="tidewater.example").json()
    assert told["pairs"]
    assert all("a=tidewater.example&b=" in pair["address"] for pair in told["pairs"])
    assert get(harbour, told["pairs"][0]["address"]).status_code == 200


def test_suggested_outlets_are_of_different_rated_sides(harbour: Any) -> None:
    for provider in ("AllSides", "MBFC"):
        pairs = get(harbour, "/compare.json", provider=provider).json()["pairs"]
        assert pairs
        assert all(pair["side"] != pair["other_side"] for pair in pairs)
        assert all({pair["side"], pair["other_side"]} <= set(SIDES) for pair in pairs)


def test_an_outlet_leads_to_its_comparisons(harbour: Any) -> None:
    page = html.unescape(get(harbour, "/outlet/tidewater.example").text)
    assert "/compare?a=tidewater.example" in page


def test_a_hostile_name_stays_a_name(tmp_path: Path) -> None:
    name = '"><script>alert(1)</script>{{7*7}}\u202e'
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("update outlets set name = ? where domain = 'tidewater.example'", [name])
        store.db.execute("update articles set title = ? where id in (1, 12)", [name])
    store.close()
    site = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    for path in ("/compare", "/compare?a=tidewater.example", "/compare?a=tidewater.example&b=ledger.example",
                 "/compare?a=tidewater.example&b=ledger.example&word=<script>", "/compare?a=left&b=right"):  # fmt: skip
        answer = get(site, path)
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert "{{7*7}}" in answer.text


def test_a_file_without_a_story_says_how_to_get_some(tmp_path: Path) -> None:
    Store.open(tmp_path / "news.db").close()
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.reference.set_settings({"provider": "AllSides", "min_rated_origins": 3, "blindspot_hours": 4})
    store.close()
    site = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    for path in ("/compare", "/compare?a=left&b=right"):
        answer = get(site, path)
        assert answer.status_code == 200
        assert "aggregator run" in answer.text
        assert get(site, path.replace("/compare", "/compare.json")).status_code == 200


@pytest.mark.parametrize("more", [0, 1], ids=["all of them", "one more than is looked at"])
def test_a_time_of_too_many_stories_is_cut_and_says_where(tmp_path: Path, more: int) -> None:
    path = build(tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        there = file.execute("select count(*) from stories where origins > 1").fetchone()[0]
        file.execute(
            "with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)"
            " insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            " origins, state) select 1000 + n, 'T', at, at, at, 2, 2, 2, 2, 'closed'"
            " from (select n, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-06-01', '-' || n || ' minutes') as at from numbers)",
            [MOST_STORIES + more - there],
        )
    site = make_app(path, METADATA, clock=lambda: NOW)
    found = get(site, "/compare.json", a="left", b="right", **{"from": "2020-01-01"}).json()
    assert found["stories"] == MOST_STORIES
    assert bool(found["cut_at"]) is bool(more)
    page = get(site, "/compare", a="left", b="right", **{"from": "2020-01-01"}).text
    assert ("the latest 10,000, back to" in page) is bool(more)

"""The home page: what narrows it, what it says of the choice, why a story stands where it does, and its pages."""

from __future__ import annotations

import asyncio
import contextlib
import html
import re
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from aggregator.site import home, queries
from aggregator.site.queries import Choice, Place
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.random_stories import MINIMUM, PROVIDERS, STORIES, Newsroom, newsrooms, recount, standing, write
from tests.site_fixtures import FERRY, HARBOUR, LONE, METADATA, NOW, OLD, RESERVOIR, STRIKE, VOTING, build
from tests.working_reader import Working

LATEST = [HARBOUR, RESERVOIR, FERRY, STRIKE, VOTING, OLD]
BY_ORIGINS = [HARBOUR, RESERVOIR, VOTING, FERRY, STRIKE, OLD]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The newsroom by the sea, with topics."""
    folder = tmp_path_factory.mktemp("home")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("update articles set topic = null")
        store.db.execute("update articles set topic = 'politics' where title like '%map%' or title like '%Harbour%'")
        store.db.execute("update articles set language = 'es' where title = 'Un puente'")
        store.db.execute("update articles set topic = 'culture' where language <> 'en'")
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def told(site: Any, query: str) -> Any:
    answer = get(site, "/.json" + query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(site: Any, query: str) -> list[int]:
    return [row["id"] for row in told(site, query)["stories"]]


def text(page: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", LATEST, id="the latest days, each by itself"),
        pytest.param("?day=2026-11-20", [VOTING, OLD], id="a day"),
        pytest.param("?from=2026-11-20&to=2026-11-22", BY_ORIGINS, id="some days are one list"),
        pytest.param("?from=2026-11-20&to=2026-11-20", [VOTING, OLD], id="from a day to itself"),
        pytest.param("?from=2026-11-21", [HARBOUR, RESERVOIR, FERRY, STRIKE], id="from a day on"),
        pytest.param("?to=2026-11-21", [VOTING, OLD], id="up to a day"),
        pytest.param("?from=2027-01-01", [], id="days to come"),
        pytest.param("?time=3d", BY_ORIGINS, id="three days"),
        pytest.param("?time=7d", BY_ORIGINS, id="a week"),
        pytest.param("?time=3d&from=2026-11-22", [HARBOUR, RESERVOIR, FERRY, STRIKE], id="a day goes before a time"),
        pytest.param("?language=es", [HARBOUR, OLD], id="a language"),
        pytest.param("?language=xx", [], id="a language that nobody writes"),
        pytest.param("?country=ES", [HARBOUR, OLD], id="a country"),
        pytest.param("?country=EG", [HARBOUR], id="another country"),
        pytest.param("?country=Atlantis", [], id="no country"),
        pytest.param("?topic=politics", [HARBOUR, VOTING], id="a topic"),
        pytest.param("?topic=+Politics+", [HARBOUR, VOTING], id="a topic in capitals, with spaces"),
        pytest.param("?topic=culture", [], id="a topic of single articles, of no story"),
        pytest.param("?topic=war+and+conflict", [], id="a topic that no article has"),
        pytest.param("?topic=not+told", [RESERVOIR, FERRY, STRIKE, OLD], id="where no topic is told"),
        pytest.param("?language=ar&country=ES", [], id="of one article, not of two"),
        pytest.param("?language=es&country=ES", [HARBOUR, OLD], id="language and country"),
        pytest.param("?language=es&topic=politics&from=2026-11-22", [HARBOUR], id="three at once"),
        pytest.param("?side=left", [HARBOUR, RESERVOIR, FERRY, STRIKE, VOTING], id="the left wrote"),
        pytest.param("?side=center", [HARBOUR, RESERVOIR, FERRY, VOTING], id="the center wrote"),
        pytest.param("?side=right", [HARBOUR, STRIKE, OLD], id="the right wrote"),
        pytest.param("?side=all", [HARBOUR], id="all three wrote"),
        pytest.param("?side=only-left", [], id="one alone"),
        pytest.param("?side=no-right", [RESERVOIR, VOTING], id="without the right, of enough rated"),
        pytest.param("?side=no-left", [], id="without the left"),
        pytest.param("?side=blindspot", [RESERVOIR], id="a blindspot is named"),
        pytest.param("?side=right&provider=MBFC", [HARBOUR, STRIKE, FERRY, VOTING], id="by another provider"),
        pytest.param(
            "?side=all&language=es&country=ES&topic=politics&time=7d&provider=MBFC", [HARBOUR], id="everything"
        ),
        pytest.param("?country=%00&topic=+++&side=&time=&from=&to=&after=", LATEST, id="empty fields"),
    ],
)
def test_what_narrows_the_list(site: Any, query: str, found: list[int]) -> None:
    if query == "?side=right&provider=MBFC":
        assert set(ids(site, query)) == set(found)
    else:
        assert ids(site, query) == found
    assert get(site, "/" + query).status_code == 200


_RIGHTS = "(select id from articles where title like 'Tug strike%')"
_REPRINTED = f"""
update story_articles set story_id = {VOTING} where article_id in {_RIGHTS};
update copies set origin_id = (
  select id from origins where representative_id in (select id from articles where title like 'Court lets%')
) where article_id in {_RIGHTS}"""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param("", [RESERVOIR, VOTING], id="as it is"),
        pytest.param(_REPRINTED, [RESERVOIR], id="a reprint there"),
        pytest.param("update stories set thinned = '2026-11-22T11:00:00Z' where id = 5", [RESERVOIR], id="thinned"),
    ],
)  # fmt: skip
def test_without_a_side_means_nothing_of_it(tmp_path: Path, change: str, found: list[int]) -> None:
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        for statement in filter(None, change.split(";")):
            store.db.execute(statement)
        for story in (STRIKE, RESERVOIR, VOTING):
            store.stories.refresh(story)
    store.close()
    published = publish(tmp_path / "news.db", summary_characters=300).path
    assert ids(make_app(published, METADATA, clock=lambda: NOW), "?side=no-right") == found


def test_its_data_leaves_by_a_link_as_on_every_page(site: Any) -> None:
    assert '<a href="/.json?side=left">JSON</a>' in get(site, "/?side=left").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("day=tomorrow", "'day' takes a day such as 2026-11-22, and 'tomorrow' is none.", id="a day"),
        pytest.param("from=yesterday", "'from' takes a day such as 2026-11-22, and 'yesterday' is none.", id="no day"),
        pytest.param("from=2026-11-22&to=2026-11-20", "2026-11-22, is after the last, 2026-11-20.", id="order"),
        pytest.param("time=year", "'time' is one of 3d, 7d, 31d, and 'year' is none of them.", id="no such time"),
        pytest.param("side=up", "and 'up' is none of them.", id="no such side"),
        pytest.param("after=2", "'after' is what a link to the next page writes.", id="no place"),
    ],
)
def test_what_can_not_be_meant_is_said(site: Any, query: str, words: str) -> None:
    for path in ("/?", "/.json?"):
        answer = get(site, path + query)
        assert answer.status_code == 400
        assert words in html.unescape(answer.text)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("", "Sunday 22 November 2026 4 stories of several origins, 1 story of one, 21 articles",
                     id="a day"),
        pytest.param("", "13 of 14 feeds answered at the last poll; 1 did not , 5 min ago", id="what was polled"),
        pytest.param("?time=3d", "20 Nov 2026 to 22 Nov 2026 6 stories of several origins, 26 articles", id="days"),
        pytest.param("?language=es&country=ES&time=7d", "2 stories of several origins in Spanish, of outlets in ES, 13 "
                     "articles", id="the choice in words"),
        pytest.param("?side=no-right&provider=MBFC", "without the right, by MBFC", id="by whom"),
        pytest.param("?topic=politics", "on politics", id="topic"),
        pytest.param("?from=2026-11-19&to=2026-12-21", "A list has 31 days at most: these are the last of those asked "
                     "for. 19 Nov 2026 to 20 Nov 2026", id="no longer than a month"),
        pytest.param("?day=2026-11-21", "Nothing found on Saturday 21 November 2026. Drop a filter above, or go to the "
                     "latest stories", id="a day without stories"),
        pytest.param("?language=xx&time=3d", "Nothing found, 20 Nov 2026 to 22 Nov 2026 in xx.", id="nothing in days"),
        pytest.param("?language=xx", "Nothing found, 20 Nov 2026 to 22 Nov 2026 in xx.", id="nothing in the latest"),
        pytest.param("", "the story's own, that of more than half of its independent origins", id="what a topic is"),
    ],
)  # fmt: skip
def test_home_says(site: Any, query: str, words: str) -> None:
    assert words in text(get(site, f"/{query}").text)


@pytest.mark.parametrize(
    ("query", "story", "why"),
    [
        pytest.param("", HARBOUR, "most independent origins of the day, 6 of 9 new that day", id="first, and grown"),
        pytest.param("", RESERVOIR, "2nd of 4 by independent origins, 5 origins of 4 owners",
                     id="fewer owners than origins"),
        pytest.param("", FERRY, "3rd to 4th of 4 by independent origins, from the left and center", id="a tie"),
        pytest.param("", OLD, "2nd of 2 by independent origins, the rated ones from the right", id="one side"),
        pytest.param("?provider=MBFC", OLD, "2nd of 2 by independent origins, none rated by MBFC", id="unrated"),
        pytest.param("?time=3d", HARBOUR, "most independent origins of these days, 9 origins of 8 owners", id="days"),
        pytest.param("?side=all", HARBOUR, "the only story found, 6 of 9 new that day", id="the only one"),
        pytest.param("?language=es&time=7d", HARBOUR, "most independent origins of those found, 9 origins of 8 owners",
                     id="of those found"),
    ],
)  # fmt: skip
def test_why_a_story_stands_there(site: Any, query: str, story: int, why: str) -> None:
    (found,) = [row["why_here"] for row in told(site, query)["stories"] if row["id"] == story]
    assert found == why
    assert f"Why here: {why}" in text(get(site, f"/{query}").text)


def test_the_first_outlets_are_named_and_the_rest_counted(site: Any) -> None:
    page = text(get(site, "/").text)
    assert "Tidewater Post , National Wire , Morning Courier , Valley Gazette and 7 more" in page
    assert '<a href="/outlet/courier.example?provider=MBFC"><bdi>Morning Courier</bdi></a>' in get(
        site, "/?provider=MBFC"
    ).text.replace("&amp;", "&")


def dropped(page: str) -> list[str]:
    chosen = page.partition('<ul class="chosen"')[2].partition("</ul>")[0]
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', chosen)]


def test_each_filter_has_a_link_that_drops_it_alone(site: Any) -> None:
    query = "language=es&country=ES&topic=culture&side=all&time=7d&provider=MBFC"
    links = dropped(get(site, f"/?{query}&after=9_2026-11-22T08:30:00Z_1").text)
    parts = query.split("&")
    for name in ("language", "country", "topic", "side", "time"):
        rest = [part for part in parts if not part.startswith(name)]
        assert "/?" + "&".join(rest) in links
    assert len(links) == 5
    assert dropped(get(site, "/?day=2026-11-20").text) == ["/"]
    assert dropped(get(site, "/").text) == []


def test_links_keep_the_choice(site: Any) -> None:
    page = html.unescape(get(site, "/?day=2026-11-20&language=en&side=left&provider=MBFC").text)
    assert 'rel="next" href="/?day=2026-11-22&language=en&side=left&provider=MBFC"' in page
    week = html.unescape(get(site, "/?from=2026-11-21&to=2026-11-22&language=en").text)
    assert 'rel="prev" href="/?from=2026-11-19&to=2026-11-20&language=en"' in week


@pytest.mark.parametrize("query", ["", "?language=es", "?time=31d", "?side=no-right"])
def test_the_fields_are_open_where_something_is_chosen(site: Any, query: str) -> None:
    page = get(site, f"/{query}").text
    assert ('<details class="narrow" open>' in page) == bool(query)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("/?q=map+court", "/search?q=map+court&show=stories", id="words"),
        pytest.param("/?q=map&day=2026-11-20&language=en&provider=MBFC",
                     "/search?q=map&show=stories&day=2026-11-20&language=en&provider=MBFC", id="with filters"),
        pytest.param("/.json?q=O%27Neil", "/search.json?q=O%27Neil&show=stories", id="for programs"),
    ],
)  # fmt: skip
def test_addresses_with_words_lead_to_the_search(site: Any, old: str, new: str) -> None:
    answer = get(site, old)
    assert (answer.status_code, answer.headers["location"]) == (301, new)
    assert get(site, new).status_code == 200


@pytest.mark.parametrize("query", ["?day=2026-11-22", "?time=3d&language=es", "?time=3d&side=no-right&country=EE",
                                   "?side=blindspot&time=7d", "?side=right&time=7d&provider=MBFC&topic=not+told",
                                   "?time=7d&after=4_2026-11-20T03:00:00Z_5"])  # fmt: skip
def test_the_sql_gives_the_rows_of_the_page(site: Any, query: str) -> None:
    page = get(site, f"/{query}").text
    address = html.unescape(re.findall(r'<a href="(/news\?sql=[^"]+)"', page)[0])
    rows = get(site, address.replace("/news?", "/news.json?") + "&_shape=array").json()
    assert [row["id"] for row in rows] == ids(site, query)
    assert rows


@pytest.mark.parametrize("query", ["?time=7d", "?day=2026-11-22", "?time=7d&language=en&provider=MBFC"])
def test_pages_follow_one_another_without_gaps_and_doubles(
    site: Any, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ids(site, query)
    monkeypatch.setattr(home, "STORIES_ON_A_PAGE", 1)
    pages, address = [], f"/{query}"
    while address:
        answer = told(site, address.removeprefix("/"))
        pages.append([row["id"] for row in answer["stories"]])
        address = answer["next"]
    assert pages == [[story] for story in whole]


def test_a_page_says_where_in_the_list_it_is(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "STORIES_ON_A_PAGE", 2)
    first = get(site, "/?time=7d").text
    assert "1 to 2 of 6 stories, by independent origins the next 2 →" in text(first)
    second = re.search(r'rel="next" href="([^"]+after=[^"]+)"', first)
    assert second is not None
    page = get(site, html.unescape(second[1])).text
    assert "3 to 4 of 6 stories, by independent origins ← the first 2 the next 2 →" in text(page)
    assert "3rd of 6 by independent origins" in text(page), "a place is that in the whole list"
    latest = get(site, "/").text
    assert "1 to 2 of 4 stories" in text(latest)
    assert 'rel="next" href="/?day=2026-11-22&amp;after=5_' in latest, "the rest of the latest day is a page of its own"


def test_a_long_time_that_has_no_more_stories_is_whole(site: Any) -> None:
    assert told(site, "?from=2026-01-01&to=2026-11-22")["all_days_asked_for"]
    assert not told(site, "?from=2026-11-19&to=2026-12-21")["all_days_asked_for"]
    assert "31 days at most" not in get(site, "/?from=2026-01-01&to=2026-11-22").text


def test_stories_of_one_origin_are_counted_and_not_listed(site: Any) -> None:
    assert LONE not in ids(site, "?day=2026-11-22")
    assert told(site, "?day=2026-11-22")["days"][0]["singles"] == 1
    assert told(site, "?time=3d")["days"][0]["singles"] is None


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("random") / "news.db")
    yield opened
    opened.close()


@contextlib.contextmanager
def written(store: Store, room: Newsroom) -> Iterator[Working]:
    store.db.execute("begin")
    try:
        write(store, room)
        yield Working(store)
    finally:
        store.db.conn.rollback()


def expected(room: Newsroom, provider: str, side: str | None, country_of: int | None) -> list[int]:
    """Lists the stories of several origins that a side, or the country of an outlet, leaves: in plain Python."""
    found = []
    for story in STORIES:
        counted = recount(room, story, provider)
        left, center, right = (counted.origins[one] for one in ("left", "center", "right"))
        there = {one for one in ("left", "center", "right") if counted.places[one]}
        fits = {
            None: True, "left": left > 0, "all": min(left, center, right) > 0,
            "only-right": right >= MINIMUM and there == {"right"},
            "no-center": left + right >= MINIMUM and "center" not in there,
        }[side]  # fmt: skip
        here = [article for article in room.articles if article.story == story]
        if country_of is not None and country_of not in {article.outlet for article in here}:
            continue
        origins = len(set(standing(room, story).values()))
        if fits and origins > 1:
            last = max((article.day, number) for number, article in enumerate(room.articles, 1)
                       if article.story == story)  # fmt: skip
            found.append((origins, last, story))
    return [story for *_, story in sorted(sorted(found, key=itemgetter(1), reverse=True), key=lambda one: -one[0])]


@given(
    room=newsrooms,
    provider=some.sampled_from(PROVIDERS),
    side=some.sampled_from([None, "left", "all", "only-right", "no-center"]),
    country_of=some.sampled_from([None, 0, 3]),
    size=some.integers(1, 2),
)
@settings(max_examples=40, deadline=None)
def test_a_list_is_a_plain_recount_page_by_page(
    store: Store, room: Newsroom, provider: str, side: str | None, country_of: int | None, size: int
) -> None:
    with written(store, room) as db:
        country = None
        if country_of is not None:
            store.db.execute("update outlets set country = 'Here' where id = ?", [country_of + 1])
            country = "Here"
        choice = Choice("2026-01-01", "2026-12-31", provider, PROVIDERS[0], country=country, side=side)
        if side and provider not in {one.provider for one in room.ratings} and provider != PROVIDERS[0]:
            return
        found: list[int] = []
        after = None
        while page := asyncio.run(queries.stories(db, choice, least=2, limit=size, after=after)):
            if after:
                left = asyncio.run(queries.stories_left(db, choice, after))
                assert left == len(expected(room, provider, side, country_of)) - len(found)
            found += [row.id for row in page]
            after = Place(page[-1].origins, page[-1].last_published, page[-1].id)
        assert found == expected(room, provider, side, country_of)
        levels = asyncio.run(queries.levels(db, choice, least=2))
        assert sum(level.stories for level in levels) == len(found)

"""One rule for what an address asks of a page: empty is passed over, known is used, unknown is said with what there is.

A language, country or topic that no article of the edition has is known all the same: it finds nothing, as a feed that
somebody subscribed to must on a day without such news.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW, build


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("narrowing")), METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> Any:
    return asyncio.run(site.client.get(path))


# page, a part of its address, what no value can be, what is told of those there are
UNKNOWN = [
    ("/", "day", "yesterday", "a day such as 2026-11-22"),
    ("/", "from", "2026-13-01", "a day such as 2026-11-22"),
    ("/", "to", "soon", "a day such as 2026-11-22"),
    ("/", "time", "9d", "'time' is one of 3d, 7d, 31d"),
    ("/", "language", "English", "a code such as en"),
    ("/", "side", "up", "'side' is one of left, center, right, all,"),
    ("/", "after", "7", "what a link to the next page writes"),
    ("/", "provider", "Nobody", "Those who rate here: AllSides, MBFC."),
    ("/search", "day", "yesterday", "a day such as 2026-11-22"),
    ("/search", "from", "yesterday", "a day such as 2026-11-22"),
    ("/search", "to", "yesterday", "a day such as 2026-11-22"),
    ("/search", "outlet", "nobody.example", "The list of outlets has their names"),
    ("/search", "side", "up", "'side' is one of left, center, right, unrated"),
    ("/search", "language", "English", "a code such as en"),
    ("/search", "kind", "song", "'kind' is one of text, video"),
    ("/search", "scope", "gossip", "'scope' is one of news, opinion, fact check"),
    ("/search", "show", "people", "'show' is one of articles, stories"),
    ("/search", "order", "oldest", "'order' is one of latest, best, origins"),
    ("/search", "page", "two", "a whole number from 1 on"),
    ("/search", "provider", "Nobody", "Those who rate here"),
    ("/blindspots", "day", "yesterday", "a day such as 2026-11-22"),
    ("/blindspots", "provider", "Nobody", "Those who rate here"),
    ("/outlets", "side", "up", "'side' is one of left, center, right, rated, unrated"),
    ("/outlets", "feeds", "some", "'feeds' is one of yes, no"),
    ("/outlets", "page", "0", "a whole number from 1 on"),
    ("/outlets", "provider", "Nobody", "Those who rate here"),
    ("/outlet/courier.example", "provider", "Nobody", "Those who rate here"),
    ("/story/1", "provider", "Nobody", "Those who rate here"),
    ("/article/1", "provider", "Nobody", "Those who rate here"),
    ("/compare?a=left&b=right", "from", "yesterday", "a day such as 2026-11-22"),
    ("/compare?a=left&b=right", "to", "yesterday", "a day such as 2026-11-22"),
    ("/compare?a=left&b=right", "language", "English", "a code such as en"),
    ("/compare?a=left&b=right", "sort", "x", "'sort' is one of origins, newest"),
    ("/compare", "sort", "x", "'sort' is one of origins, newest"),
    ("/compare?a=left&b=right", "show", "own", "'show' is one of own-own, own-reprint, own-none,"),
    ("/compare?a=left&b=right&show=own-none", "silence", "shy", "'silence' is one of left out, blindspot,"),
    ("/compare?a=left&b=right", "page", "-1", "a whole number from 1 on"),
    ("/compare?a=left&b=right", "provider", "Nobody", "Those who rate here"),
    ("/revisions", "field", "body", "'field' is one of title, summary"),
    ("/revisions", "before", "noon", "what a link to older changes writes"),
    ("/research", "provider", "Nobody", "Those who rate here"),
    ("/research/coverage", "since", "yesterday", "a day such as 2026-11-22"),
    ("/research/coverage", "until", "yesterday", "a day such as 2026-11-22"),
    ("/", "topic", "World News", "'topic' is one of politics, economy, war and conflict, science, health, climate,"),
    ("/search?q=senate", "topic", "gossip", "culture, crime and courts, society, not told, and 'gossip' is none"),
    ("/research/coverage", "topic", "gossip", "'topic' is one of "),
    ("/research/coverage", "language", "xx", "'language' is one of ar (Arabic), en (English), es (Spanish)"),
    ("/research/wording", "sides", "left-up", "'sides' is one of left-center (left and center), left-right"),
    ("/research/wording", "sides", "left", "'sides' is one of left-center"),
    ("/research/agenda", "outlet", "99", "'outlet' is one of "),
    ("/research/first", "month", "foo", "'month' is one of all"),
    ("/research/first", "month", "2030-99", "'month' is one of all"),
    ("/research/wire", "month", "2030-12", "'month' is one of all"),
    ("/research/retitled", "month", "2030-12", "'month' is one of all"),
    ("/research/sensitivity", "month", "2030-12", "'month' is one of all"),
]  # fmt: skip


def _with(page: str, part: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}{part}"


def _json(page: str) -> str:
    path, mark, query = page.partition("?")
    return f"{path if path != '/' else '/'}.json{mark}{query}"


@pytest.mark.parametrize(("page", "name", "value", "told"), UNKNOWN, ids=[f"{p} {n}={v}" for p, n, v, _ in UNKNOWN])
def test_what_is_not_known_is_told_what_is(site: Any, page: str, name: str, value: str, told: str) -> None:
    answer = get(site, _json(_with(page, f"{name}={value}")))
    assert answer.status_code == 400, answer.text[:300]
    message = answer.json()["error"]
    assert told in message
    assert "\n" not in message
    assert get(site, _with(page, f"{name}={value}")).status_code == 400


@pytest.mark.parametrize(("page", "name"), sorted({(page, name) for page, name, _, _ in UNKNOWN}))
def test_an_empty_field_is_passed_over(site: Any, page: str, name: str) -> None:
    with_it, without = (get(site, _json(one)) for one in (_with(page, f"{name}=+"), page))
    assert with_it.status_code == without.status_code == 200
    assert with_it.json() == without.json()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/?side=left&time=3d", id="home"),
        pytest.param("/search?q=senate&side=left&order=best&kind=text&scope=news&page=1", id="search"),
        pytest.param("/search?q=senate&show=articles&order=origins", id="the order of the other list, as the form has"),
        pytest.param("/outlets?side=rated&feeds=yes&page=2", id="outlets"),
        pytest.param("/compare?a=left&b=right&sort=newest&show=own-none&silence=not+known&page=9", id="compare"),
        pytest.param("/revisions?field=title&before=3&outlet=courier.example", id="revisions"),
        pytest.param("/research/first?month=all", id="the whole time"),
        pytest.param("/research/wording?sides=right-left", id="sides the other way round"),
        pytest.param("/research/coverage?language=es&since=2026-11-20&until=2026-11-22", id="coverage"),
        pytest.param("/research/coverage?month=2030-99&sides=x&outlet=7", id="what the page has no field for"),
        pytest.param("/?utm_source=mail&side=", id="what is nobody's"),
    ],
)  # fmt: skip
def test_what_is_known_is_used(site: Any, path: str) -> None:
    assert get(site, path).status_code == 200


@pytest.mark.parametrize("name", ["language=fr", "country=Atlantis", "topic=society"])
@pytest.mark.parametrize("page", ["/", "/search?q=senate"])
def test_what_no_article_has_finds_nothing(site: Any, page: str, name: str) -> None:
    found = get(site, _json(_with(page, name)))
    assert (found.status_code, found.json().get("stories") or found.json().get("found") or []) == (200, [])


def test_an_outlet_of_no_change_is_found_and_one_that_is_none_is_not(site: Any) -> None:
    assert get(site, "/revisions.json?outlet=anvil.example").json() == {"changes": [], "older": None}
    assert get(site, "/revisions.atom?outlet=anvil.example").status_code == 200
    answer = get(site, "/revisions.json?outlet=couriers.example")
    assert answer.status_code == 404
    assert answer.json()["nearest"][0] == ["/revisions?outlet=courier.example", "courier.example"]


def test_the_first_day_is_not_after_the_last(site: Any) -> None:
    for path in ("/", "/search", "/compare?a=left&b=right"):
        assert get(site, _with(path, "from=2026-11-22&to=2026-11-20")).status_code == 400
    assert get(site, "/research/coverage?since=2026-11-22&until=2026-11-20").status_code == 400


@pytest.mark.parametrize("suffix", ["atom", "feed.json", "csv"])
@pytest.mark.parametrize("path", ["/.{}?side=up", "/search.{}?q=senate&kind=song", "/blindspots.{}?day=x",
                                  "/revisions.{}?field=body", "/search.{}?q=senate&page=x"])  # fmt: skip
def test_what_leaves_keeps_to_it(site: Any, path: str, suffix: str) -> None:
    assert get(site, path.format(suffix)).status_code == 400


def test_a_month_that_is_there_is_told(site: Any) -> None:
    told = get(site, "/research/first.json?month=2030-12").json()["error"]
    assert told == "'month' is one of all (The whole time), 2026-11, and '2030-12' is none of them."

"""The files that ship are sound, balanced, and say what the providers say."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

import pytest

from aggregator.models import FeedSource, Outlet, Rating, Scope
from aggregator.outlets import OutletIndex
from aggregator.ratings import read_feeds, read_outlets, read_ratings
from aggregator.resources import ROOT


@pytest.fixture(scope="module")
def outlets() -> tuple[Outlet, ...]:
    return read_outlets(ROOT / "outlets.csv")


@pytest.fixture(scope="module")
def ratings(outlets: tuple[Outlet, ...]) -> tuple[Rating, ...]:
    return read_ratings(ROOT / "ratings.csv", outlets)


@pytest.fixture(scope="module")
def feeds(outlets: tuple[Outlet, ...]) -> tuple[FeedSource, ...]:
    return read_feeds(ROOT / "feeds.csv", outlets)


@pytest.fixture(scope="module")
def index(outlets: tuple[Outlet, ...]) -> OutletIndex:
    return OutletIndex(outlets)


def in_force(
    ratings: tuple[Rating, ...], domain: str, provider: str, day: str, scope: Scope = Scope.NEWS
) -> Rating | None:
    known = [
        rating
        for rating in ratings
        if (rating.domain, rating.provider, rating.scope) == (domain, provider, scope) and rating.valid_from <= day
    ]
    return max(known, key=lambda rating: rating.valid_from, default=None)


def side(ratings: tuple[Rating, ...], domain: str) -> str:
    """Returns an outlet's side for the balance: by AllSides where it rates the outlet, else by MBFC."""
    rating = in_force(ratings, domain, "AllSides", "9999-12-31") or in_force(ratings, domain, "MBFC", "9999-12-31")
    if rating is None or rating.lean is None:
        return "unrated"
    return "left" if rating.lean < 0 else "right" if rating.lean > 0 else "center"


def test_at_least_300_outlets_are_rated_by_two_providers(ratings: tuple[Rating, ...]) -> None:
    rated = {provider: {rating.domain for rating in ratings if rating.provider == provider} for provider in PROVIDERS}
    assert len(rated["AllSides"]) >= 280
    assert len(rated["MBFC"]) >= 300
    assert len(rated["AllSides"] & rated["MBFC"]) >= 200


PROVIDERS = ("AllSides", "MBFC")


def test_providers_and_their_dates(ratings: tuple[Rating, ...]) -> None:
    assert {rating.provider for rating in ratings} == set(PROVIDERS)
    years = Counter(rating.valid_from[:4] for rating in ratings if rating.provider == "AllSides")
    assert {"2019", "2020", "2023", "2024"} <= set(years)
    assert {rating.scope for rating in ratings} == set(Scope)
    assert all(rating.source_url for rating in ratings)


@pytest.mark.parametrize(
    ("domain", "provider", "day", "scope", "label"),
    [
        pytest.param("apnews.com", "AllSides", "2020-10-23", Scope.NEWS, "center", id="ap-2020"),
        pytest.param("apnews.com", "AllSides", "2023-11-23", Scope.NEWS, "center", id="ap-the-day-before"),
        pytest.param("apnews.com", "AllSides", "2023-11-24", Scope.NEWS, "lean left", id="ap-2023"),
        pytest.param("apnews.com", "AllSides", "2023-11-24", Scope.FACT_CHECK, "lean left", id="ap-fact-check"),
        pytest.param("foxnews.com", "AllSides", "2020-12-31", Scope.NEWS, "lean right", id="fox-news-2020"),
        pytest.param("foxnews.com", "AllSides", "2020-12-31", Scope.OPINION, "right", id="fox-opinion-2020"),
        pytest.param("foxnews.com", "AllSides", "2023-11-24", Scope.NEWS, "right", id="fox-news-2023"),
        pytest.param("latino.foxnews.com", "AllSides", "2019-10-18", Scope.NEWS, "right", id="fox-news-latino"),
        pytest.param("dw.com", "AllSides", "2024-03-12", Scope.NEWS, "center", id="dw-allsides"),
        pytest.param("dw.com", "MBFC", "2026-12-31", Scope.NEWS, "left-center", id="dw-mbfc"),
        pytest.param("nytimes.com", "AllSides", "2023-11-24", Scope.OPINION, "left", id="nyt-opinion"),
        pytest.param("wsj.com", "AllSides", "2023-11-24", Scope.NEWS, "center", id="wsj-news"),
    ],
)
def test_known_verdicts(
    ratings: tuple[Rating, ...], domain: str, provider: str, day: str, scope: Scope, label: str
) -> None:
    rating = in_force(ratings, domain, provider, day, scope)
    assert rating is not None
    assert rating.label == label


def test_no_verdict_before_the_first_day_known(ratings: tuple[Rating, ...]) -> None:
    assert in_force(ratings, "dw.com", "AllSides", "2024-03-11") is None


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        pytest.param("https://www.bbc.co.uk/news/a", "bbc.com", id="bbc-is-one-outlet"),
        pytest.param("https://edition.cnn.com/a", "cnn.com", id="cnn-edition"),
        pytest.param("https://www.huffingtonpost.com/a", "huffpost.com", id="huffpost-by-its-old-domain"),
        pytest.param("https://www.deseretnews.com/a", "deseret.com", id="deseret-news-is-one-outlet"),
        pytest.param("https://truth-out.org/a", "truthout.org", id="truthout-is-one-outlet"),
        pytest.param("https://abcnews.go.com/a", "abcnews.go.com", id="abc-news"),
        pytest.param("https://www.abc.net.au/news/a", "abc.net.au", id="abc-of-australia"),
        pytest.param("https://latino.foxnews.com/a", "latino.foxnews.com", id="fox-news-latino-is-its-own"),
        pytest.param("https://www.thecentersquare.com/michigan/a", "thecentersquare.com/michigan", id="a-section"),
        pytest.param("https://economictimes.indiatimes.com/a", "economictimes.indiatimes.com", id="not-india-times"),
    ],
)
def test_addresses_of_one_outlet(index: OutletIndex, url: str, domain: str) -> None:
    found = index.by_address(url)
    assert found is not None
    assert found.domain == domain


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.foxbusiness.com/a", id="fox-business-is-not-fox-news"),
        pytest.param("https://www.fox7austin.com/a", id="a-local-fox-station-is-not-fox-news"),
        pytest.param("https://losangeles.cbslocal.com/a", id="a-local-cbs-station-is-not-cbs-news"),
        pytest.param("https://foxnews.com.co/a", id="look-alike"),
        pytest.param("https://www.thecentersquare.com/texas/a", id="another-section"),
    ],
)
def test_neighbours_have_no_rating(index: OutletIndex, ratings: tuple[Rating, ...], url: str) -> None:
    found = index.by_address(url)
    assert found is None or side(ratings, found.domain) == "unrated"


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        pytest.param("Fox News (Online News)", "foxnews.com", id="fox-news"),
        pytest.param("New York Times (News)", "nytimes.com", id="new-york-times"),
        pytest.param("AP Politics & Fact Check", "apnews.com", id="ap"),
        pytest.param("The Wall Street Journal", "wsj.com", id="wall-street-journal"),
        pytest.param("NBC News (Online)", "nbcnews.com", id="nbc-news"),
        pytest.param("USA TODAY", "usatoday.com", id="usa-today"),
        pytest.param("The Daily Caller", "dailycaller.com", id="daily-caller"),
        pytest.param("ABC News", "abcnews.go.com", id="abc-news"),
        pytest.param("ABC News Australia", "abc.net.au", id="abc-news-australia"),
        pytest.param("Deutsche Welle", "dw.com", id="dw"),
        pytest.param("Fox News Latino", "latino.foxnews.com", id="fox-news-latino"),
        pytest.param("Fox Business", "foxbusiness.com", id="fox-business"),
        pytest.param("Guest Writer - Right", None, id="a-guest-writer"),
        pytest.param("The Daily Telegraph", None, id="london-or-sydney"),
        pytest.param("The Sun", None, id="three-of-that-name"),
    ],
)
def test_names_of_outlets(index: OutletIndex, name: str, domain: str | None) -> None:
    found = index.by_name(name).outlet
    assert (found.domain if found else None) == domain


def test_outlets_tell_of_themselves(outlets: tuple[Outlet, ...]) -> None:
    described = [outlet for outlet in outlets if outlet.description]
    assert len(described) >= 60
    assert max(len(outlet.description or "") for outlet in described) <= 160
    assert sum(bool(outlet.country) for outlet in outlets) >= 0.9 * len(outlets)
    (dw,) = (outlet for outlet in outlets if outlet.domain == "dw.com")
    assert (dw.country, dw.youtube) == ("Germany", "https://www.youtube.com/channel/UCknLrEdhRCp1aegoMqRaCZg")


def test_feeds_are_many_and_balanced(feeds: tuple[FeedSource, ...], ratings: tuple[Rating, ...]) -> None:
    polled = {feed.outlet for feed in feeds}
    sides = Counter(side(ratings, domain) for domain in polled)
    assert len(feeds) >= 400
    assert len(polled) >= 250
    assert sides["unrated"] == 0
    assert min(sides["left"], sides["center"], sides["right"]) >= 80
    assert max(sides.values()) <= 1.5 * min(sides["left"], sides["center"], sides["right"])


def test_feeds_come_from_many_places(feeds: tuple[FeedSource, ...], outlets: tuple[Outlet, ...]) -> None:
    country = {outlet.domain: outlet.country for outlet in outlets}
    assert len({country[feed.outlet] for feed in feeds} - {None}) >= 25
    assert len({feed.language for feed in feeds}) >= 10
    assert all(feed.language and feed.section for feed in feeds)


def test_feeds_are_of_news_desks(feeds: tuple[FeedSource, ...]) -> None:
    sections = Counter(feed.section for feed in feeds)
    assert set(sections) <= {"front page", "politics", "world", "national", "business", "climate", "local", "video"}
    assert sections["local"] <= 0.15 * len(feeds)
    assert max(Counter(feed.outlet for feed in feeds).values()) <= 6


def test_no_feed_is_a_carriers(feeds: tuple[FeedSource, ...]) -> None:
    hosts = {urlsplit(feed.url).hostname for feed in feeds}
    assert not {host for host in hosts if host and host.endswith(("google.com", "yahoo.com", "bing.com", "msn.com"))}


def test_video_channel_of_dw(feeds: tuple[FeedSource, ...]) -> None:
    channel = "https://www.youtube.com/feeds/videos.xml?channel_id=UCknLrEdhRCp1aegoMqRaCZg"
    assert [(feed.outlet, feed.section) for feed in feeds if feed.url == channel] == [("dw.com", "video")]

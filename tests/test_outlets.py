"""An outlet is found by its address or its name, and a look-alike finds none."""

from __future__ import annotations

import pytest

from aggregator.carriers import is_carrier
from aggregator.models import Outlet
from aggregator.outlets import NameMethod, OutletIndex, domain_key, name_key

OUTLETS = (
    Outlet("foxnews.com", "Fox News", other_names=("Fox News Channel",)),
    Outlet("latino.foxnews.com", "Fox News Latino"),
    Outlet("cnn.com", "CNN"),
    Outlet("bbc.com", "BBC News", other_domains=("bbc.co.uk",), other_names=("BBC",)),
    Outlet("abcnews.go.com", "ABC News", other_domains=("abcnews.com",)),
    Outlet("abc.net.au", "ABC News Australia", other_names=("ABC News (Australia)",)),
    Outlet("nytimes.com", "New York Times"),
    Outlet("apnews.com", "Associated Press", other_names=("AP", "AP Politics & Fact Check")),
    Outlet("wsj.com", "Wall Street Journal"),
    Outlet("nbcnews.com", "NBC News"),
    Outlet("nbcchicago.com", "NBC Chicago"),
    Outlet("usatoday.com", "USA Today"),
    Outlet("dailycaller.com", "Daily Caller"),
    Outlet("washingtonpost.com", "Washington Post"),
    Outlet("washingtontimes.com", "Washington Times"),
    Outlet("theblaze.com", "The Blaze"),
    Outlet("interlochenpublicradio.org", "Interlochen Public Radio"),
    Outlet("ocregister.com", "Orange County Register", other_names=("OC Register",)),
    Outlet("n-tv.de", "n-tv"),
    Outlet("thesun.co.uk", "The Sun (UK)"),
    Outlet("thesun.ng", "The Sun (Nigeria)"),
    Outlet("rightsidenews.com", "Right Side News"),
    Outlet("elpais.com", "El País"),
    Outlet("chronicle.example", "The Chronicle"),
    Outlet("other-chronicle.example", "Chronicle"),
    Outlet("thecentersquare.com/michigan", "The Center Square - Michigan"),
    Outlet("mtv.com/news", "MTV News"),
    Outlet("fox9.com", "FOX 9 Minneapolis"),
    Outlet("localhost", "The Intranet"),
)


@pytest.fixture(scope="module")
def index() -> OutletIndex:
    return OutletIndex(OUTLETS)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        pytest.param("https://foxnews.com/politics/a", "foxnews.com", id="the-host-itself"),
        pytest.param("https://www.foxnews.com/politics/a", "foxnews.com", id="www"),
        pytest.param("https://m.foxnews.com/a", "foxnews.com", id="mobile"),
        pytest.param("https://amp.edition.cnn.com/a", "cnn.com", id="two-labels-above"),
        pytest.param("https://latino.foxnews.com/a", "latino.foxnews.com", id="the-longest-host-wins"),
        pytest.param("https://www.latino.foxnews.com/a", "latino.foxnews.com", id="the-longest-host-wins-below-www"),
        pytest.param("https://news.bbc.co.uk/1/hi", "bbc.com", id="another-domain-of-the-outlet"),
        pytest.param("HTTPS://WWW.CNN.COM./A", "cnn.com", id="capitals-and-final-dot"),
        pytest.param("https://www.cnn.com:8443/a", "cnn.com", id="port"),
        pytest.param("www.cnn.com/2020/a", "cnn.com", id="no-scheme"),
        pytest.param("https://ｃｎｎ.com/a", "cnn.com", id="full-width-letters-are-the-same-host"),
        pytest.param("https://thecentersquare.com/Michigan/a.html", "thecentersquare.com/michigan", id="path-prefix"),
        pytest.param("https://www.mtv.com/news", "mtv.com/news", id="path-prefix-and-nothing-more"),
        pytest.param("http://localhost:8001/a", "localhost", id="bare-host"),
        pytest.param("https://www.mtv.com/newsroom/a", None, id="a-path-prefix-ends-at-a-slash"),
        pytest.param("https://www.mtv.com/shows", None, id="another-path"),
        pytest.param("https://foxnews.com.co/a", None, id="the-name-before-another-suffix"),
        pytest.param("https://foxnews.com.evil.example/a", None, id="the-name-below-another-domain"),
        pytest.param("https://notfoxnews.com/a", None, id="the-name-at-the-end-of-a-label"),
        pytest.param("https://fox-news.com/a", None, id="a-hyphen-more"),
        pytest.param("https://fоxnews.com/a", None, id="a-cyrillic-letter"),
        pytest.param("https://xn--fxnews-4of.com/a", None, id="a-cyrillic-letter-in-ascii"),
        pytest.param("https://foxnews.com@evil.example/a", None, id="a-user-name"),
        pytest.param("https://evil.example\\@foxnews.com/a", None, id="a-backslash"),
        pytest.param("https://evil.example/foxnews.com", None, id="in-the-path"),
        pytest.param("https://evil.localhost/a", None, id="below-a-bare-host"),
        pytest.param("https://192.0.2.7/a", None, id="ip"),
        pytest.param("https://[2001:db8::1]:80/a", None, id="ipv6"),
        pytest.param("https://[bad/a", None, id="malformed"),
        pytest.param("javascript://foxnews.com/%0aalert(1)", None, id="a-scheme-that-is-no-address"),
        pytest.param("urn:doc:1", None, id="urn"),
        pytest.param("", None, id="empty"),
    ],
)
def test_address(index: OutletIndex, url: str, domain: str | None) -> None:
    found = index.by_address(url)
    assert (found.domain if found else None) == domain


@pytest.mark.parametrize(
    ("name", "domain", "method"),
    [
        pytest.param("Fox News", "foxnews.com", "name", id="exact"),
        pytest.param("fox  news ", "foxnews.com", "name", id="case-and-spaces"),
        pytest.param("Fox News Channel", "foxnews.com", "alias", id="alias"),
        pytest.param("Fox News (Online News)", "foxnews.com", "name", id="online-news"),
        pytest.param("New York Times (News)", "nytimes.com", "name", id="news"),
        pytest.param("New York Times - Opinion", "nytimes.com", "name", id="dash-opinion"),
        pytest.param("CNN | Politics", "cnn.com", "name", id="bar-politics"),
        pytest.param("AP Politics & Fact Check", "apnews.com", "alias", id="a-desk-is-an-alias"),
        pytest.param("The Wall Street Journal", "wsj.com", "name", id="article"),
        pytest.param("NBC News (Online)", "nbcnews.com", "name", id="online"),
        pytest.param("USA TODAY", "usatoday.com", "name", id="capitals"),
        pytest.param("The Daily Caller", "dailycaller.com", "name", id="article-2"),
        pytest.param("El Pais", "elpais.com", "name", id="without-the-accent"),
        pytest.param("OCRegister", "ocregister.com", "alias", id="without-the-space"),
        pytest.param("TheBlaze.com", "theblaze.com", "alias", id="the-domain-as-a-name"),
        pytest.param("www.cnn.com", "cnn.com", "alias", id="the-host-as-a-name"),
        pytest.param("ABC News", "abcnews.go.com", "name", id="abc-news"),
        pytest.param("ABC News Australia", "abc.net.au", "name", id="abc-news-australia"),
        pytest.param("ABC News (Australia)", "abc.net.au", "alias", id="a-country-is-no-qualifier"),
        pytest.param("Washington Times", "washingtontimes.com", "name", id="washington-times"),
        pytest.param("Washington Post (blog)", "washingtonpost.com", "name", id="washington-post"),
        pytest.param("Inerlochen Public Radio", "interlochenpublicradio.org", "fuzzy", id="a-slip-of-the-pen"),
        pytest.param("ABC News (New Zealand)", None, "doubtful", id="another-country"),
        pytest.param("Washington Herald", None, "doubtful", id="another-last-word"),
        pytest.param("NBC Chicagoland", None, "doubtful", id="another-word-though-near"),
        pytest.param("FOX 5 Minneapolis", None, "doubtful", id="another-number"),
        pytest.param("Guest Writer - Right", None, "doubtful", id="a-person-not-an-outlet"),
        pytest.param("The Sun", None, "doubtful", id="several-of-that-name"),
        pytest.param("Chronicle (News)", None, "doubtful", id="two-outlets-but-for-the-article"),
        pytest.param("NTV", None, "doubtful", id="a-short-name-must-be-exact"),
        pytest.param("foxnews.com.co", None, "doubtful", id="a-look-alike-domain-as-a-name"),
        pytest.param("Qzxv Yyk", None, "none", id="nothing-near"),
        pytest.param("", None, "none", id="empty"),
        pytest.param("  ?! ", None, "none", id="no-letters"),
    ],
)
def test_name(index: OutletIndex, name: str, domain: str | None, method: str) -> None:
    match = index.by_name(name)
    assert (match.outlet.domain if match.outlet else None, match.method) == (domain, method)


def test_doubtful_name_tells_the_nearest(index: OutletIndex) -> None:
    match = index.by_name("Washington Pst")
    assert match.outlet is None
    assert match.runner_up is not None
    assert (match.runner_up.domain, match.method) == ("washingtonpost.com", NameMethod.DOUBTFUL)
    assert match.score > 90


def test_no_outlets() -> None:
    empty = OutletIndex(())
    assert empty.by_address("https://cnn.com/") is None
    assert empty.by_name("CNN").method is NameMethod.NONE


@pytest.mark.parametrize(
    ("url", "carrier"),
    [
        pytest.param("https://news.google.com/rss/articles/abc", True, id="google-news"),
        pytest.param("https://finance.yahoo.com/news/a", True, id="yahoo-finance"),
        pytest.param("https://www.msn.com/en-us/news/a", True, id="msn"),
        pytest.param("https://www.youtube.com/watch?v=a", True, id="youtube"),
        pytest.param("https://blog.google.com/a", False, id="google-itself"),
        pytest.param("https://notmsn.com/a", False, id="look-alike"),
        pytest.param("https://www.cnn.com/a", False, id="outlet"),
        pytest.param("", False, id="empty"),
    ],
)
def test_carrier(url: str, carrier: bool) -> None:
    assert is_carrier(url) is carrier


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("www.Example.com", "example.com", id="www-and-capitals"),
        pytest.param("https://example.com/News/", "example.com/news", id="address-with-path"),
        pytest.param("münchen.example", "xn--mnchen-3ya.example", id="international"),
        pytest.param("fox news", None, id="a-name"),
        pytest.param("", None, id="empty"),
    ],
)
def test_domain_key(text: str, key: str | None) -> None:
    assert domain_key(text) == key


def test_name_key_keeps_what_tells_outlets_apart() -> None:
    assert name_key("The Sun (Nigeria)") == "sun nigeria"
    assert name_key("Investor's Business Daily") == name_key("Investors Business Daily")

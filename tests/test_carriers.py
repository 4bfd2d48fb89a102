"""Addresses of redirectors, portals and blog hosts: where they lead, and whose place they name."""

from __future__ import annotations

import base64

import pytest

from aggregator.carriers import behind, carrier_of, is_pipe, own_place


def news_search(address: str) -> str:
    """An article's address as Google News made them until 2024: a protocol buffer in base64."""
    raw = address.encode()
    length = bytes([len(raw)]) if len(raw) < 128 else bytes([len(raw) & 0x7F | 0x80, len(raw) >> 7])
    coded = base64.urlsafe_b64encode(b"\x08\x13\x22" + length + raw + b"\xd2\x01\x00").decode().rstrip("=")
    return f"https://news.google.com/rss/articles/{coded}?oc=5"


LONG = "https://tidewater.example/" + "harbour-" * 30


@pytest.mark.parametrize(
    ("url", "target"),
    [
        pytest.param(
            news_search("https://tidewater.example/1"), "https://tidewater.example/1", id="a news search of old"
        ),
        pytest.param(news_search(LONG), LONG, id="a long address in a news search"),
        pytest.param(
            "https://www.google.com/url?rct=j&url=https://tidewater.example/1%3Fid%3D7&ct=ga",
            "https://tidewater.example/1?id=7",
            id="an alert",
        ),
        pytest.param(
            "https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2ftidewater.example%2f1&mkt=en-us",
            "https://tidewater.example/1",
            id="another news search",
        ),
        pytest.param(
            "https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RU=https%3a%2f%2ftidewater.example%2f1/RK=2/RS=x",
            "https://tidewater.example/1",
            id="in the middle of a path",
        ),
        pytest.param(
            "http://us.rd.yahoo.com/rss/world/*http://tidewater.example/1", "http://tidewater.example/1", id="a star"
        ),
        pytest.param(
            "https://www.google.com/amp/s/tidewater.example/1", "https://tidewater.example/1", id="a cache of AMP"
        ),
        pytest.param(
            "https://web.archive.org/web/20201104000000/https://tidewater.example/1?page=2",
            "https://tidewater.example/1?page=2",
            id="an archive",
        ),
        pytest.param(
            "https://www.google.com/url?q=https://l.facebook.com/l.php?u%3Dhttps%253A%252F%252Ftidewater.example%252F1",
            "https://tidewater.example/1",
            id="one behind another",
        ),
    ],
)
def test_where_a_redirector_leads(url: str, target: str) -> None:
    assert behind(url) == target


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(news_search("AU_yqLNgkVn"), id="an id that hides its address"),
        pytest.param("https://news.google.com/rss/articles/CBMi", id="an id cut short"),
        pytest.param("https://news.google.com/rss/articles/!!!", id="no id"),
        pytest.param(news_search("javascript:alert(1)"), id="a script in an id"),
        pytest.param("https://www.google.com/url?q=javascript:alert(1)", id="a script"),
        pytest.param("https://www.google.com/url?q=", id="nothing"),
        pytest.param("https://www.google.com/search?q=https://tidewater.example/", id="a search"),
        pytest.param("https://evil.example/url?url=https://tidewater.example/", id="a host that is no redirector"),
        pytest.param("https://google.com.evil.example/url?q=https://tidewater.example/", id="a look-alike"),
        pytest.param("https://feedproxy.google.com/~r/tidewater/~3/AbC/", id="a feed's proxy"),
        pytest.param("https://www.google.com/amp/s/localhost", id="no public name"),
    ],
)
def test_what_does_not_tell_stays_as_it_is(url: str) -> None:
    assert behind(url) == url


@pytest.mark.parametrize(
    ("url", "place"),
    [
        pytest.param("https://ada.wordpress.com/2026/11/x", "ada.wordpress.com", id="a blog by its name"),
        pytest.param("https://www.ada.substack.com/p/x", "ada.substack.com", id="with www"),
        pytest.param("https://ada.blogspot.co.uk/x", "ada.blogspot.co.uk", id="a country's name"),
        pytest.param("https://medium.com/@Ada/x", "medium.com/@ada", id="an author in the path"),
        pytest.param("https://medium.com/the-harbour/x", "medium.com/the-harbour", id="a magazine in the path"),
        pytest.param("https://m.youtube.com/@Ada/videos", "youtube.com/@ada", id="a channel"),
        pytest.param("https://x.com/Ada/status/1", "x.com/ada", id="a message"),
        pytest.param("https://www.youtube.com/watch?v=1", None, id="a video tells no channel"),
        pytest.param("https://medium.com/p/12ab", None, id="a short link"),
        pytest.param("https://en.blog.wordpress.com/x", None, id="the host's own blog"),
        pytest.param("https://wordpress.com/x", None, id="the host itself"),
        pytest.param("https://notwordpress.com/x", None, id="a look-alike"),
        pytest.param("https://www.bbc.co.uk/news/1", None, id="an outlet of its own"),
    ],
)
def test_whose_place_on_a_shared_host(url: str, place: str | None) -> None:
    assert own_place(url) == place


def test_carriers_and_pipes_are_hosts_with_all_below_them() -> None:
    assert [carrier_of(url) for url in ("https://uk.news.yahoo.com/1", "http://notyahoo.com/")] == ["yahoo.com", None]
    assert [is_pipe(url) for url in ("http://feeds.feedburner.com/x", "http://feeds.example/")] == [True, False]

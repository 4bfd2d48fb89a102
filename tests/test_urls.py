"""One article, one address; nothing that is no web address."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.urls import MAX_URL, canonical_url, host_of, urn_for

# A busy machine is no failure: neither a slow example nor slow generation.
steady = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        pytest.param("HTTPS://A.Example", "https://a.example/", id="scheme-host-and-path"),
        pytest.param("http://a.example:80/x", "http://a.example/x", id="default-port"),
        pytest.param("https://a.example:80/x", "https://a.example:80/x", id="other-schemes-port"),
        pytest.param("https://a.example./x", "https://a.example/x", id="trailing-dot"),
        pytest.param("https://ａ.example/", "https://a.example/", id="full-width-host"),
        pytest.param("https://аpple.example/", "https://xn--pple-43d.example/", id="look-alike-shows-its-punycode"),
        pytest.param("https://a.example/x#part", "https://a.example/x", id="fragment"),
        pytest.param("https://a.example/#!/story/7", "https://a.example/#!/story/7", id="hashbang-names-a-page"),
        pytest.param("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1", id="order-kept"),
        pytest.param("https://a.example/x?&&a=1&", "https://a.example/x?a=1", id="empty-parameters"),
        pytest.param("https://a.example/x?UTM_Source=rss&Fbclid=1&at_medium=x", "https://a.example/x", id="tracking"),
        pytest.param("https://a.example/x?a=1&amp;utm_source=rss", "https://a.example/x?a=1", id="escaped-twice"),
        pytest.param("https://a.example/x?source=123&cid=9", "https://a.example/x?source=123&cid=9", id="numbers-kept"),
        pytest.param("https://a.example/x?source=rss&ref=twitter_main", "https://a.example/x", id="channels"),
        pytest.param("https://video.example/watch?v=aB-1", "https://video.example/watch?v=aB-1", id="video-id"),
        pytest.param("https://a.example/a/./b/../c", "https://a.example/a/c", id="dot-segments"),
        pytest.param("https://a.example/../../etc", "https://a.example/etc", id="above-the-root"),
        pytest.param("https://a.example/%7ea%2f%e4", "https://a.example/~a%2F%E4", id="escapes"),
        pytest.param("https://a.example/100%", "https://a.example/100%25", id="lone-percent"),
        pytest.param("https://a.example/a b<c>", "https://a.example/a%20b%3Cc%3E", id="unsafe-characters"),
        pytest.param("\n https://a.example/x \t", "https://a.example/x", id="space-around"),
        pytest.param("https://m.a.example/amp/x", "https://m.a.example/amp/x", id="mobile-and-amp-stay"),
        pytest.param("https://user:secret@a.example/x", "https://a.example/x", id="password"),
        pytest.param("http://[::1]:8080/x", "http://[::1]:8080/x", id="ipv6"),
    ],
)
def test_an_address_has_one_spelling(written: str, canonical: str) -> None:
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="empty"),
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param(" jav\nascript:alert(1)", id="javascript-in-two-lines"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("ftp://a.example/", id="ftp"),
        pytest.param("mailto:a@a.example", id="mail"),
        pytest.param("/relative", id="relative-without-base"),
        pytest.param("a.example/x", id="no-scheme"),
        pytest.param("http:///x", id="no-host"),
        pytest.param("http:x", id="no-slashes"),
        pytest.param("https://a.example/\x00", id="nul"),
        pytest.param("https://a.example/a\nb", id="newline"),
        pytest.param("https://a.example/\ud800", id="surrogate"),
        pytest.param("https://a b.example/", id="space-in-host"),
        pytest.param("https://a..example/", id="empty-label"),
        pytest.param("https://☃☃.example/", id="no-name"),
        pytest.param("https://[::1/", id="open-bracket"),
        pytest.param("https://a.example:99999/", id="port"),
        pytest.param("https://a.example\\@evil.example/", id="backslash"),
        pytest.param("https://%61.example/", id="escaped-host"),
        pytest.param("https://a.example/" + "x" * MAX_URL, id="too-long"),
    ],
)
def test_what_is_no_safe_web_address_is_empty(written: str) -> None:
    assert canonical_url(written) == ""


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        pytest.param("/x", "https://a.example/x", id="root"),
        pytest.param("x", "https://a.example/news/x", id="sibling"),
        pytest.param("//b.example/x", "https://b.example/x", id="other-host"),
        pytest.param("http://b.example/x", "http://b.example/x", id="absolute"),
        pytest.param("javascript:alert(1)", "", id="javascript"),
    ],
)
def test_a_relative_address_is_resolved(written: str, resolved: str) -> None:
    assert canonical_url(written, base="https://a.example/news/feed.xml") == resolved


@steady
@given(st.text(max_size=80) | st.text(max_size=60).map("https://a.example/".__add__))
def test_any_text_gives_an_address_that_stays_as_it_is(text: str) -> None:
    canonical = canonical_url(text, base="https://a.example/feed")
    assert canonical_url(canonical) == canonical
    assert canonical == "" or canonical.startswith(("http://", "https://"))
    canonical.encode("ascii")


@steady
@given(st.text(max_size=300))
def test_any_doc_id_gives_a_stable_urn(doc_id: str) -> None:
    urn = urn_for(doc_id)
    assert urn.startswith("urn:aggregator:")
    assert urn == urn_for(doc_id)
    assert len(urn) <= 220


def test_doc_ids_that_differ_give_other_urns() -> None:
    assert len({urn_for(doc_id) for doc_id in ("1", "2", "a/b", "a_b", "x" * 300, "x" * 301)}) == 6


@steady
@given(st.text(max_size=60))
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert host_of(text) == host_of(text).lower()

"""Lists of other readers, well-formed and not; and ours, which come back as they were."""

from __future__ import annotations

import pytest
from lxml import etree

from aggregator.errors import ParseError
from aggregator.opml import MAX_OPML, OpmlFeed, OpmlGroup, read_opml, write_opml

URL = "http://a.example/?a=1&b=2&copy=3"
RSS = 'xmlUrl="http://a.example/rss"'


def opml(body: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>My feeds</title></head>'
    return f"{head}<body>{body}</body></opml>".encode()


@pytest.mark.parametrize(
    ("body", "feeds"),
    [
        pytest.param(f'<outline text="A" type="rss" {RSS}/>', [OpmlFeed("http://a.example/rss", "A")], id="plain"),
        pytest.param(
            f'<outline text="A" {RSS} htmlUrl="http://a.example/" language="de-AT" category="/News/World,/x"/>',
            [OpmlFeed("http://a.example/rss", "A", "http://a.example/", "de", "World")],
            id="with all that it may tell",
        ),
        pytest.param(
            f'<outline text="Folder"><outline text="Inner"><outline title="A" {RSS}/></outline></outline>',
            [OpmlFeed("http://a.example/rss", "A")], id="in folders",
        ),
        pytest.param(
            f'<outline text="A" {RSS}/><outline text="B" {RSS}/>', [OpmlFeed("http://a.example/rss", "A")], id="twice"
        ),
        pytest.param(
            "<OUTLINE TEXT='A' XMLURL='http://a.example/rss'/>", [OpmlFeed("http://a.example/rss", "A")], id="capitals"
        ),
        pytest.param('<outline text="A page" htmlUrl="http://a.example/"/>', [], id="a page without a feed"),
        pytest.param("", [], id="empty"),
    ],
)  # fmt: skip
def test_the_feeds_of_a_list(body: str, feeds: list[OpmlFeed]) -> None:
    told = read_opml(opml(body))
    assert (told.title, list(told.feeds)) == ("My feeds", feeds)


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        pytest.param(f'<outline text="Bread & butter" xmlUrl="{URL}"/>', ["Bread & butter"], id="&"),
        pytest.param(f'<outline text="A "quoted" word" xmlUrl="{URL}"/>', ["A"], id="a quote"),
        pytest.param(f'<outline text="A" xmlUrl="{URL}"></outline></outline>', ["A"], id="closed twice"),
        pytest.param(f'<outline text="A" xmlUrl="{URL}">', ["A"], id="not closed"),
        pytest.param(f'<outline text="A < B" xmlUrl="{URL}"/>', ["A < B"], id="a bare <"),
    ],
)  # fmt: skip
def test_a_list_that_is_not_well_formed_is_read_and_told(body: str, titles: list[str]) -> None:
    told = read_opml(opml(body))
    assert [(feed.title, feed.url) for feed in told.feeds] == [
        (title, "http://a.example/?a=1&b=2&copy=3") for title in titles
    ]
    assert told.broken


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(opml(f'<outline text="Überblick 日" {RSS}/>'), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + opml(f'<outline text="\u00dcberblick 日" {RSS}/>'), id="with a byte-order mark"),
        pytest.param(f'<opml><body><outline text="Überblick 日" {RSS}/></body></opml>'.encode("utf-16"), id="utf-16"),
    ],
)
def test_letters_of_every_script(data: bytes) -> None:
    assert [feed.title for feed in read_opml(data).feeds] == ["Überblick 日"]


def test_an_encoding_that_is_declared() -> None:
    data = f'<?xml version="1.0" encoding="windows-1251"?><opml><body><outline text="Новости" {RSS}/></body></opml>'
    assert [feed.title for feed in read_opml(data.encode("cp1251")).feeds] == ["Новости"]


def test_lists_within_a_list_are_named_and_not_followed() -> None:
    told = read_opml(opml('<outline type="include" text="More" url="http://a.example/more.opml"/>'))
    assert (told.feeds, told.included) == ((), ("http://a.example/more.opml",))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"http://a.example/list.opml", id="an address, which nobody fetches"),
        pytest.param(b"/etc/passwd", id="a path, which nobody opens"),
        pytest.param(b"<html><body>Sign in</body></html>", id="a page"),
        pytest.param(b'<rss version="2.0"><channel/></rss>', id="a feed"),
        pytest.param(opml("<outline text='x'>" * 5000 + f"<outline {RSS}/>"), id="outlines without end"),
        pytest.param(b" " * (MAX_OPML + 1), id="too large"),
    ],
)
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(ParseError):
        read_opml(data)


def test_entities_are_not_expanded() -> None:
    bomb = "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    told = read_opml(f'{bomb}]><opml><body><outline text="&j;" {RSS}/></body></opml>'.encode())
    assert all(len(feed.title) < 100 for feed in told.feeds)


def test_what_is_written_is_read_back() -> None:
    feeds = (
        OpmlFeed(
            "http://a.example/?a=1&copy=2", 'A "B" & <C>', "http://a.example/", "de", "World, and more/less", True
        ),
        OpmlFeed("http://a.example/2", "日本", "http://a.example/"),
    )
    data = write_opml("All & everything", [OpmlGroup("The A & B", feeds)])
    told = read_opml(data)
    assert (told.title, told.feeds, told.broken) == ("All & everything", feeds, "")
    root = etree.fromstring(data)
    assert (root.get("version"), [group.get("text") for group in root.find("body")]) == ("2.0", ["The A & B"])

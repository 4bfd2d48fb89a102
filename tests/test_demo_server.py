"""The demo newsroom's answers: feeds, pages, conditional requests, robots.txt, and the server on loopback."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import feedparser
import pytest

from aggregator.feeds import parse_sitemap
from aggregator.urls import canonical_url
from demo.newsroom import Newsroom
from demo.records import Article, Response
from demo.server import NewsroomServer

START = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
PORT = 8080
FORMATS = {"rss20": "rss20", "rss092": "rss092", "rdf10": "rss10", "atom10": "atom10", "youtube": "atom10"}
PAYWALLED = "countinghouse.example/reyk-surprises-with-cut"


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return Newsroom.load(START)


@pytest.fixture
def server(newsroom: Newsroom) -> Iterator[NewsroomServer]:
    with NewsroomServer(newsroom) as running:
        yield running


def feed_addresses() -> list[tuple[str, str, str]]:
    return [(feed.host, feed.path, feed.format) for site in Newsroom.load(START).sites for feed in site.feeds]


def get(newsroom: Newsroom, host: str, path: str, edition: int = 2, **headers: str) -> Response:
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return newsroom.answer(f"{host}:{PORT}", path, edition, asked)


def article(newsroom: Newsroom, identity: str, edition: int = 2) -> Article:
    return next(one for one in newsroom.state(edition).articles if one.id == identity)


def page(newsroom: Newsroom, identity: str) -> str:
    one = article(newsroom, identity)
    return get(newsroom, one.host, one.target).body.decode()


def addresses_in(host: str, path: str, response: Response) -> dict[str, str]:
    """Maps the canonical address (without scheme and port) of each entry of a feed to its title."""
    if path.endswith(".json"):
        entries = [(item["url"], item["title"]) for item in json.loads(response.body)["items"]]
    elif "sitemap" in path:
        entries = [
            (draft.url, draft.title) for draft in parse_sitemap(response.body, f"http://{host}:{PORT}{path}").entries
        ]
    else:
        base = {"content-location": f"http://{host}:{PORT}{path}", "content-type": response.headers["Content-Type"]}
        parsed = feedparser.parse(io.BytesIO(response.body), response_headers=base)
        entries = [(entry.link, entry.title) for entry in parsed.entries]
    return {canonical_url(link).removeprefix("http://").replace(f":{PORT}", ""): title for link, title in entries}


class TestFeeds:
    @pytest.mark.parametrize(("host", "path", "kind"), feed_addresses(), ids=lambda value: value)
    def test_a_feed_parses_and_lists_its_articles(self, newsroom: Newsroom, host: str, path: str, kind: str) -> None:
        response = get(newsroom, host, path)
        listed = addresses_in(host, path, response)
        titles = {one.address: one.title for one in newsroom.state(2).articles}
        assert listed == {address: titles[address] for address in listed}
        assert listed
        if kind in FORMATS:
            parsed = feedparser.parse(
                io.BytesIO(response.body), response_headers={"content-type": response.headers["Content-Type"]}
            )
            assert (parsed.bozo, parsed.version) == (False, FORMATS[kind])

    def test_the_feeds_together_list_every_article_once(self, newsroom: Newsroom) -> None:
        seen = [
            address
            for host, path, _ in feed_addresses()
            for address in addresses_in(host, path, get(newsroom, host, path))
        ]
        assert sorted(seen) == sorted(newsroom.gold())

    def test_each_format_is_used(self) -> None:
        assert {kind for _, _, kind in feed_addresses()} == {*FORMATS, "json11", "sitemap"}

    def test_the_video_channel_has_ids_and_thumbnails(self, newsroom: Newsroom) -> None:
        path = "/feeds/videos.xml?channel_id=UChalyardTelevision0demo"
        entries = feedparser.parse(io.BytesIO(get(newsroom, "video.halyard.example", path).body)).entries
        assert len(entries) == 3
        for entry in entries:
            assert entry.link == f"http://video.halyard.example:{PORT}/watch?v={entry.yt_videoid}"
            assert entry.yt_channelid == "UChalyardTelevision0demo"
            assert entry.media_thumbnail[0]["url"].endswith(".svg")

    def test_a_wire_copy_names_its_source(self, newsroom: Newsroom) -> None:
        entries = feedparser.parse(io.BytesIO(get(newsroom, "harkmoorgazette.example", "/rss.xml").body)).entries
        assert Counter(entry.source.title for entry in entries if "source" in entry) == {
            "National Wire": 1,
            "The Alder Courier": 1,
        }

    def test_one_outlet_has_a_sitemap_in_place_of_a_feed(self, newsroom: Newsroom) -> None:
        body = get(newsroom, "elmuelle.example", "/sitemap-news.xml").body
        parsed = parse_sitemap(body, f"http://elmuelle.example:{PORT}/sitemap-news.xml", "", START)
        assert {(draft.language, draft.outlet_name, draft.summary) for draft in parsed.entries} == {
            ("es", "El Muelle", None)
        }
        assert [draft.published for draft in parsed.entries] == [
            one.published for one in newsroom.state(2).articles if one.host == "elmuelle.example"
        ]
        assert "alternate" not in get(newsroom, "elmuelle.example", "/").body.decode()

    def test_rss_092_has_no_dates(self, newsroom: Newsroom) -> None:
        entries = feedparser.parse(io.BytesIO(get(newsroom, "harkmoorgazette.example", "/rss.xml").body)).entries
        assert [entry for entry in entries if "published" in entry] == []


class TestConditionalRequests:
    @pytest.mark.parametrize(
        ("host", "path", "told"),
        [
            pytest.param("tidewater.example", "/feed.xml", {"ETag", "Last-Modified"}, id="both"),
            pytest.param("openquay.example", "/feed.json", {"ETag"}, id="weak"),
            pytest.param("harkmoorgazette.example", "/rss.xml", {"Last-Modified"}, id="modified"),
        ],
    )
    def test_a_validator_is_told_and_answered_with_304(
        self, newsroom: Newsroom, host: str, path: str, told: set[str]
    ) -> None:
        first = get(newsroom, host, path)
        names = {"ETag": "If_None_Match", "Last-Modified": "If_Modified_Since"}
        validators = {name: first.headers[name] for name in names if name in first.headers}
        assert set(validators) == told
        for name, value in validators.items():
            again = get(newsroom, host, path, **{names[name]: value})
            assert (again.status, again.body) == (304, b"")

    def test_without_validators_the_same_bytes_come_again(self, newsroom: Newsroom) -> None:
        answers = [get(newsroom, "redlantern.example", "/atom.xml", If_None_Match='"x"') for _ in range(2)]
        assert [answer.status for answer in answers] == [200, 200]
        assert answers[0].body == answers[1].body
        assert set(answers[0].headers) == {"Content-Type"}

    def test_if_none_match_goes_before_if_modified_since(self, newsroom: Newsroom) -> None:
        first = get(newsroom, "tidewater.example", "/feed.xml")
        answer = get(
            newsroom,
            "tidewater.example",
            "/feed.xml",
            If_None_Match='"another"',
            If_Modified_Since=first.headers["Last-Modified"],
        )
        assert answer.status == 200

    @pytest.mark.parametrize("value", ["yesterday", "", "Mon, 32 Foo 2026 25:00:00 GMT"], ids=["word", "empty", "odd"])
    def test_a_date_that_is_none_gets_the_whole_feed(self, newsroom: Newsroom, value: str) -> None:
        assert get(newsroom, "tidewater.example", "/feed.xml", If_Modified_Since=value).status == 200

    @pytest.mark.parametrize(
        ("host", "path", "status"),
        [
            pytest.param("aldercourier.example", "/rss/news.xml", 200, id="a headline changed"),
            pytest.param("openquay.example", "/feed.json", 200, id="an article came late"),
            pytest.param("tidewater.example", "/feed.xml", 304, id="nothing changed"),
        ],
    )
    def test_the_second_edition_is_new_only_where_it_changed(
        self, newsroom: Newsroom, host: str, path: str, status: int
    ) -> None:
        first = get(newsroom, host, path, edition=1)
        assert get(newsroom, host, path, edition=2, If_None_Match=first.headers["ETag"]).status == status

    def test_a_changed_feed_is_dated_later(self, newsroom: Newsroom) -> None:
        dates = [
            parsedate_to_datetime(get(newsroom, "halyard.example", "/news.atom", edition).headers["Last-Modified"])
            for edition in (1, 2)
        ]
        assert dates[0] < dates[1] == START


class TestPages:
    def test_the_paywalled_page_holds_what_is_no_part_of_its_text(self, newsroom: Newsroom) -> None:
        written = page(newsroom, PAYWALLED)
        for other in (
            "Get unlimited access",
            "Sign up to our free newsletter.",
            "Governor Anselm Reyk before the announcement.",
            "To read the full story, start your free trial today.",
            "A lighthouse keeper's guide to balcony tomatoes",
            "GULL POINT - Fourteen years ago",
        ):
            assert other in written
        assert "Governor Anselm Reyk gave little away." in written
        assert "Mortgage lenders moved at once." not in written
        assert '"isAccessibleForFree": false' in written

    @pytest.mark.parametrize(
        ("identity", "kind"),
        [
            pytest.param("tidewater.example/silverbeck-212-spills", "NewsArticle", id="news"),
            pytest.param("standingoak.example/a-small-victory-for-attention", "OpinionNewsArticle", id="opinion"),
            pytest.param("halyard.example/kittiwake-rescue-video", "VideoObject", id="video"),
        ],
    )
    def test_json_ld_says_what_a_page_is(self, newsroom: Newsroom, identity: str, kind: str) -> None:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(newsroom, identity))
        assert found
        told = json.loads(found[1])
        assert told["@type"] == kind
        assert told.get("headline", told.get("name")) == article(newsroom, identity).title

    def test_some_pages_tell_it_in_a_graph_or_not_at_all(self, newsroom: Newsroom) -> None:
        assert '"@graph"' in page(newsroom, "harkmoorgazette.example/parsnip-record")
        assert "ld+json" not in page(newsroom, "elmuelle.example/fiesta-de-las-redes")

    def test_campaign_parameters_lead_to_the_same_page(self, newsroom: Newsroom) -> None:
        one = article(newsroom, "freeholder.example/good-ship-solidarity")
        plain = get(newsroom, one.host, one.target)
        assert get(newsroom, one.host, one.target + "?utm_source=rss&utm_medium=feed") == plain

    @pytest.mark.parametrize(
        ("host", "path", "status", "content_type"),
        [
            ("tidewater.example", "/", 200, "text/html; charset=utf-8"),
            ("tidewater.example", "/media/rovers-win-the-cup.svg", 200, "image/svg+xml"),
            ("tidewater.example", "/nothing", 404, "text/plain; charset=utf-8"),
            ("nowhere.example", "/", 404, "text/plain; charset=utf-8"),
        ],
        ids=["home page", "picture", "unknown path", "unknown host"],
    )
    def test_other_addresses(self, newsroom: Newsroom, host: str, path: str, status: int, content_type: str) -> None:
        answer = get(newsroom, host, path)
        assert (answer.status, answer.headers["Content-Type"]) == (status, content_type)


class TestRobots:
    def test_one_host_forbids_a_path_that_its_feed_links_to(self, newsroom: Newsroom) -> None:
        robots = RobotFileParser()
        robots.parse(get(newsroom, "standingoak.example", "/robots.txt").body.decode().splitlines())
        forbidden = [
            one.target
            for one in newsroom.state(2).articles
            if one.host == "standingoak.example" and not robots.can_fetch("any", f"http://{one.address}")
        ]
        assert forbidden == ["/members/a-small-country-looks-up"]

    def test_one_host_asks_for_a_delay_and_one_has_no_robots_txt(self, newsroom: Newsroom) -> None:
        assert b"Crawl-delay: 0.1" in get(newsroom, "nationalwire.example", "/robots.txt").body
        assert get(newsroom, "harkmoorgazette.example", "/robots.txt").status == 404


class TestServer:
    def fetch(
        self, server: NewsroomServer, host: str, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request(method, path, headers={"Host": f"{host}:{server.port}", **headers})
        answer = connection.getresponse()
        status, body = answer.status, answer.read()
        connection.close()
        return status, body

    def test_links_carry_the_port_that_was_asked(self, server: NewsroomServer) -> None:
        _, body = self.fetch(server, "tidewater.example", "/feed.xml")
        links = {urlsplit(entry.link).netloc for entry in feedparser.parse(io.BytesIO(body)).entries}
        assert links == {f"tidewater.example:{server.port}"}

    def test_every_request_is_remembered(self, server: NewsroomServer) -> None:
        self.fetch(server, "nationalwire.example", "/robots.txt", **{"User-Agent": "a reader"})
        self.fetch(server, "nationalwire.example", "/wire.rdf", "HEAD")
        self.fetch(server, "nationalwire.example", "/nothing")
        seen = [(one.method, one.host, one.path, one.status) for one in server.requests]
        assert seen == [
            ("GET", "nationalwire.example", "/robots.txt", 200),
            ("HEAD", "nationalwire.example", "/wire.rdf", 200),
            ("GET", "nationalwire.example", "/nothing", 404),
        ]
        assert server.requests[0].headers["user-agent"] == "a reader"

    def test_the_edition_can_be_set_while_it_runs(self, server: NewsroomServer) -> None:
        counts = []
        for edition in (1, 2):
            server.edition = edition
            _, body = self.fetch(server, "openquay.example", "/feed.json")
            counts.append(len(json.loads(body)["items"]))
        assert counts == [8, 9]

    def test_a_304_and_a_head_have_no_body(self, server: NewsroomServer, newsroom: Newsroom) -> None:
        etag = newsroom.answer(f"tidewater.example:{server.port}", "/feed.xml", 1, {}).headers["ETag"]
        assert self.fetch(server, "tidewater.example", "/feed.xml", **{"If-None-Match": etag}) == (304, b"")
        assert self.fetch(server, "tidewater.example", "/feed.xml", "HEAD") == (200, b"")

    def test_all_hosts_stand_at_loopback(self, server: NewsroomServer, newsroom: Newsroom) -> None:
        assert server.hosts == dict.fromkeys(newsroom.hosts, "127.0.0.1")

    def test_it_closes(self, newsroom: Newsroom) -> None:
        with NewsroomServer(newsroom) as closed:
            port = closed.port
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        with pytest.raises(ConnectionRefusedError):
            connection.connect()

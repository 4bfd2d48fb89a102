"""Cases 17 to 20: where the crawl may connect to, and whom it tells what."""

from __future__ import annotations

import contextlib
import csv
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from twisted.internet.defer import Deferred
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.protocol import Factory, Protocol
from twisted.internet.testing import MemoryReactorClock

from aggregator.addresses import is_public
from aggregator.cli import main
from aggregator.crawl.resolver import BlockedAddressError, GuardedResolver
from aggregator.errors import DataFileError
from aggregator.models import PollCode
from aggregator.ratings import read_feeds
from aggregator.workspace import open_workspace
from tests.faults import good, make_due
from tests.scripted_site import LOOPBACK, Answer, ScriptedSite, Seen
from tests.test_crawl import XML, Desk, desk, rss

# Every way to write an address that is not public, loopback first: behind those of this machine a canary listens.
PRIVATE = {
    "loopback": "127.0.0.1",
    "another-loopback": "127.9.9.9",
    "ipv6-loopback": "[::1]",
    "any": "0.0.0.0",
    "ipv6-any": "[::]",
    "one-number": "2130706433",
    "hexadecimal": "0x7f000001",
    "octal": "0177.0.0.1",
    "short": "127.1",
    "mapped": "[::ffff:127.0.0.1]",
    "mapped-hexadecimal": "[::ffff:7f00:1]",
    "compatible": "[::127.0.0.1]",
    "nat64": "[64:ff9b::7f00:1]",
    "local-nat64": "[64:ff9b:1::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "teredo": "[2001:0:7f00:1::]",
    "10-8": "10.1.2.3",
    "172-16-12": "172.16.0.1",
    "192-168-16": "192.168.1.1",
    "link-local": "169.254.169.254",
    "carrier-grade-nat": "100.64.0.1",
    "benchmark-net": "198.18.0.1",
    "multicast": "224.0.0.1",
    "broadcast": "255.255.255.255",
    "unique-local": "[fc00::1]",
    "unique-local-fd": "[fd12:3456::1]",
    "ipv6-link-local": "[fe80::1]",
    "ipv6-multicast": "[ff02::1]",
    "documentation": "[2001:db8::1]",
}
SCHEMES = {
    "file": "file:///etc/passwd",
    "data": "data:text/xml,<rss/>",
    "ftp": "ftp://127.0.0.1/feed",
    "gopher": "gopher://127.0.0.1/1feed",
    "javascript": "javascript:alert(1)",
}


class Canary:
    """Listens on this machine, IPv4 and IPv6, and counts who comes."""

    def __init__(self) -> None:
        self.connections = 0
        self._sockets = [socket.create_server((LOOPBACK, 0))]
        self.port = int(self._sockets[0].getsockname()[1])
        with contextlib.suppress(OSError):  # a machine without IPv6
            self._sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        self._threads = [threading.Thread(target=self._listen, args=(each,)) for each in self._sockets]
        for thread in self._threads:
            thread.start()

    def _listen(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listening.accept()
                self.connections += 1
                connection.close()

    def close(self) -> None:
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        for thread in self._threads:
            thread.join()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    listening = Canary()
    yield listening
    listening.close()


@pytest.fixture(scope="module")
def door(canary: Canary, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, ScriptedSite]]:
    """One crawl over feeds that lie inside, or lead there, and two that do not."""
    with ScriptedSite() as site:
        urls = [f"http://{address}:{canary.port}/{name}" for name, address in PRIVATE.items()]
        targets = {name: f"http://{address}:{canary.port}/" for name, address in PRIVATE.items()} | SCHEMES
        for name, target in targets.items():
            urls.append(site.put(f"{name}.to.example/feed", Answer("", 302, {"Location": target})))
        inside = f"http://{LOOPBACK}:{canary.port}/"
        page = f'<html><meta http-equiv="refresh" content="0; url={inside}"><a href="{inside}">on</a></html>'
        urls.append(site.put("meta-refresh.example/feed", Answer(page, headers={"Content-Type": "text/html"})))
        urls.append(site.put("contents.example/feed", Answer(contents(inside), headers=XML)))
        urls.append(site.put("good.example/feed", good("good", "A good headline")))
        polled = desk(tmp_path_factory.mktemp("door"), site, urls)
        insert_feeds(polled, SCHEMES)
        with pytest.MonkeyPatch.context() as patch:  # a proxy would walk round the guard, so nobody asks this one
            patch.setenv("http_proxy", inside)
            polled.crawl()
        yield polled, site


def contents(inside: str) -> str:
    """A feed whose every address, but that of the article, leads inside."""
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{inside}"?><!DOCTYPE rss SYSTEM "{inside}dtd">'
        f'<rss version="2.0"><channel><title>P</title><image><url>{inside}image</url></image><link>{inside}</link>'
        "<item><title>Told</title><link>http://contents.example/1</link><guid>1</guid>"
        f'<enclosure url="{inside}enclosure" type="image/png"/><description>&lt;img src="{inside}pixel"&gt;Text'
        f'</description><comments>{inside}comments</comments><source url="{inside}source">S</source></item>'
        "</channel></rss>"
    )


def insert_feeds(polled: Desk, urls: dict[str, str]) -> None:
    """Puts addresses into the database that feeds.csv would refuse: another program may have written it."""
    with open_workspace(polled.config, polled.db) as workspace, workspace.store.transaction():
        for url in urls.values():
            workspace.store.db.execute("insert into feeds (url, outlet_id) select ?, min(id) from outlets", [url])


def code_of(polled: Desk, url_like: str) -> list[tuple[Any, ...]]:
    return polled.rows(
        f"select code, status, new from polls join feeds on feeds.id = feed_id where url like '{url_like}'"
    )


@pytest.mark.parametrize("name", [pytest.param(name, id=f"case_17_{name.replace('-', '_')}") for name in PRIVATE])
def test_a_feed_inside_is_not_fetched_nor_one_that_leads_there(door: tuple[Desk, ScriptedSite], name: str) -> None:
    assert code_of(door[0], f"%/{name}") == [("blocked_address", None, 0)]
    assert code_of(door[0], f"http://{name}.to.example%") == [("blocked_address", None, 0)]


def test_case_17_nothing_inside_was_connected_to(door: tuple[Desk, ScriptedSite], canary: Canary) -> None:
    assert canary.connections == 0


def test_case_17_a_meta_refresh_is_not_followed(door: tuple[Desk, ScriptedSite]) -> None:
    assert code_of(door[0], "%meta-refresh%") == [("not_a_feed", 200, 0)]


def test_case_17_nothing_in_a_feed_is_fetched_but_its_articles(door: tuple[Desk, ScriptedSite]) -> None:
    assert code_of(door[0], "%contents%") == [("ok", 200, 1)]
    assert [seen.path for seen in door[1].hits("contents.example")] == ["/robots.txt", "/feed"]


def test_case_17_the_other_feeds_finish(door: tuple[Desk, ScriptedSite]) -> None:
    assert code_of(door[0], "%good%") == [("ok", 200, 1)]
    assert door[0].log.read_text() == ""


@pytest.mark.parametrize("name", [pytest.param(name, id=f"case_19_{name}") for name in SCHEMES])
def test_only_the_web_is_fetched(door: tuple[Desk, ScriptedSite], name: str) -> None:
    assert code_of(door[0], SCHEMES[name]) == [("scheme", None, 0)]
    assert code_of(door[0], f"http://{name}.to.example%") == [("scheme", None, 0)]


# -- Rebinding: a name whose answers are ours, and Twisted's own endpoint on a network in memory


def connected(answers: list[list[str]], attempts: int = 1) -> tuple[list[str], list[str]]:
    """Connects to a name that means `answers` one after the other; returns where to, and what was refused."""
    told = iter(answers)

    def lookup(*_: object, **__: object) -> list[tuple[Any, ...]]:
        families = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(families[":" in a], socket.SOCK_STREAM, 6, "", (a, 0)) for a in next(told)]

    reactor: Any = Immediately()
    resolver = GuardedResolver(reactor, 5.0, {}, lookup=lookup)
    reactor.installNameResolver(resolver)
    refused: list[str] = []
    for _ in range(attempts):
        Deferred.fromCoroutine(resolver.addresses("moving.org")).addErrback(lambda f: refused.append(str(f.value)))
        HostnameEndpoint(reactor, b"moving.org", 80).connect(Factory.forProtocol(Protocol)).addErrback(lambda _: None)
        reactor.advance(1)
    return [str(told[0]) for told in reactor.tcpClients], refused


class Immediately(MemoryReactorClock):
    """A reactor in memory whose threads do their work at once."""

    def getThreadPool(self) -> Any:  # noqa: N802  Twisted's name
        return self

    def callInThreadWithCallback(self, done: Any, function: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N802
        done(True, function(*args, **kwargs))

    def callFromThread(self, function: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N802
        function(*args, **kwargs)


@pytest.mark.parametrize(
    ("answers", "addresses"),
    [
        pytest.param([["93.184.215.14"]], ["93.184.215.14"], id="case_18_public"),
        pytest.param([["2606:2800:21f:cb07::1"]], ["2606:2800:21f:cb07::1"], id="case_18_public_ipv6_only"),
        pytest.param([["127.0.0.1"]], [], id="case_18_private"),
        pytest.param([["93.184.215.14", "127.0.0.1"]], [], id="case_18_mixed"),
        pytest.param([["93.184.215.14", "::1"]], [], id="case_18_mixed_families"),
        pytest.param([["127.0.0.1", "93.184.215.14"]], [], id="case_18_mixed_the_other_way_round"),
        pytest.param([["93.184.215.14"], ["127.0.0.1"]], ["93.184.215.14"], id="case_18_rebinding"),
        pytest.param([["127.0.0.1"], ["127.0.0.1"]], [], id="case_18_asked_again"),
    ],
)
def test_a_name_is_connected_to_where_it_was_checked(answers: list[list[str]], addresses: list[str]) -> None:
    assert connected(answers * 2 if len(answers) == 1 else answers)[0] == addresses


def test_case_18_a_blocked_name_says_why() -> None:
    answers = [["93.184.215.14", "10.0.0.1"]] * 2
    assert connected(answers)[1] == ["moving.org leads to 10.0.0.1, which is not a public address"]
    assert BlockedAddressError.code is PollCode.BLOCKED_ADDRESS


def test_case_18_a_host_that_the_operator_lists_is_reached(secrets: tuple[Desk, ScriptedSite]) -> None:
    assert code_of(secrets[0], f"http://{LOOPBACK}%")[0][:2] == ("ok", 200)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        pytest.param("93.184.215.14", True, id="ipv4"),
        pytest.param("2606:2800:21f:cb07::1", True, id="ipv6"),
        pytest.param("64:ff9b::5db8:d70e", True, id="nat64 of a public address"),
        pytest.param("::ffff:93.184.215.14", False, id="a public address in disguise"),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


# -- Who is told what


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, ScriptedSite]]:
    """Feeds with a password that answer, fail in every stage, and lead to another host; polled twice."""
    with ScriptedSite() as site:
        cookie = {"Set-Cookie": "id=1; Path=/", "ETag": '"mine"', "Last-Modified": "Mon, 02 Nov 2026 09:00:00 GMT"}
        relative = rss("Told").replace("http://press.example/0", "/article?x=1")

        def leaving(seen: Seen) -> Answer:
            if len(site.hits("leaves.example/feed")) == 1:
                return Answer(relative, headers=XML | cookie)
            return Answer("", 302, cookie | {"Location": site.url("elsewhere.example/feed")})

        site.put("stays.example/feed", Answer(relative, headers=XML | cookie))
        site.put("leaves.example/feed", leaving)
        site.put("fails.example/feed", Answer("", 302, {"Location": "http://[/"}))
        site.put("loops.example/feed", lambda seen: Answer("", 302, {"Location": seen.path}))
        site.put("elsewhere.example/feed", Answer(rss("Elsewhere"), headers=XML | cookie))
        hosts = ("stays", "leaves", "fails", "loops", "nowhere")
        urls = [f"http://ada:s3cret@{host}.example:{site.port}/feed" for host in hosts]
        urls.append(site.put(f"{LOOPBACK}/feed", good("listed", "From inside")))  # `put` lists the host
        polled = desk(tmp_path_factory.mktemp("secrets"), site, urls)
        for _ in range(2):
            polled.crawl()
            make_due(polled)
        yield polled, site


def test_case_20_another_host_is_told_nothing_that_was_meant_for_the_first(secrets: tuple[Desk, ScriptedSite]) -> None:
    polled, site = secrets
    second = site.hits("leaves.example/feed")[1].headers
    assert (second["Authorization"], second["If-None-Match"]) == ("Basic YWRhOnMzY3JldA==", '"mine"')
    (told,) = [seen.headers for seen in site.hits("elsewhere.example/feed")]
    assert sorted(told.keys()) == ["Accept", "Accept-Encoding", "Host", "User-Agent"]
    assert polled.polls()["ada"]["code"]


def test_case_20_what_another_host_gave_is_not_sent_to_the_first(secrets: tuple[Desk, ScriptedSite]) -> None:
    rows = secrets[0].rows("select etag, last_modified from feeds where url like '%leaves%'")
    assert rows == [(None, None)]


def test_case_20_no_cookie_is_ever_sent(secrets: tuple[Desk, ScriptedSite]) -> None:
    assert {seen.headers["Cookie"] for seen in secrets[1].seen} == {None}


def test_case_20_a_password_stands_in_the_feeds_table_alone(secrets: tuple[Desk, ScriptedSite]) -> None:
    polled, _ = secrets
    found = {
        table
        for (table,) in polled.rows("select name from sqlite_master where type in ('table', 'view')")
        if "s3cret" in str(polled.rows(f'select * from "{table}"'))
    }
    assert "feeds" in found
    assert found <= {"feeds", "feed_health"}  # the view shows the table
    assert polled.log.read_text() == ""


def config_file(polled: Desk, folder: Path) -> Path:
    path, files = folder / "aggregator.toml", polled.config.files
    named = f'[files]\noutlets = "{files.outlets}"\nratings = "{files.ratings}"\nfeeds = "{files.feeds}"\n'
    path.write_text(f'{named}[crawl]\ncontact = "desk@desk.example"\n')
    return path


def test_case_20_no_password_is_published_or_exported(
    secrets: tuple[Desk, ScriptedSite], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    polled, _ = secrets
    config = config_file(polled, tmp_path)
    exported = tmp_path / "exported.csv"
    for words in (["publish"], *(["export", name, "-o", str(exported)] for name in ("articles", "polls", "feeds"))):
        with pytest.raises(SystemExit) as ended:
            main([*words, "--config", str(config), "--db", str(polled.db)])
        assert ended.value.code == 0
        assert "s3cret" not in (exported.read_text() if exported.exists() else "")
    assert "http://stays.example" in exported.read_text()
    assert "s3cret" not in "".join(capfd.readouterr())
    assert b"s3cret" not in (polled.db.parent / "published" / "news.db").read_bytes()


def test_case_20_no_password_is_said(
    secrets: tuple[Desk, ScriptedSite], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for words in (["check", "--feeds"], ["check", "--feeds", "--json"]):
        with pytest.raises(SystemExit):
            main([*words, "--config", str(config_file(secrets[0], tmp_path))])
        said = "".join(capfd.readouterr())
        assert "http://stays.example" in said
        assert "s3cret" not in said


def test_case_20_a_header_of_a_feed_is_not_kept_for_its_article(secrets: tuple[Desk, ScriptedSite]) -> None:
    urls = [url for (url,) in secrets[0].rows("select original_url from articles where title = 'Told'")]
    assert urls
    assert {urlsplit(url).username for url in urls} == {None}


# -- Proxies


def test_a_proxy_of_the_environment_is_used_where_the_operator_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedSite() as site, ScriptedSite() as proxy:
        monkeypatch.setenv("http_proxy", f"http://{LOOPBACK}:{proxy.port}")
        url = site.put("behind.example/feed", good("behind", "Behind"))
        proxy.answers[f"behind.example{url}"] = good("behind", "By the proxy")
        inside = f"http://2130706433:{site.port}/feed"
        polled = desk(tmp_path, site, [url, inside], allow_proxy=True)

        assert polled.crawl().codes == {"ok": 1, "blocked_address": 1}
        assert polled.rows("select title from articles") == [("By the proxy",)]
        assert site.connections == 0


def test_case_19_feeds_that_are_no_web_addresses_are_refused_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "feeds.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["url", "outlet"])
        writer.writerows([url, "press.example"] for url in SCHEMES.values())
    with pytest.raises(DataFileError) as caught:
        read_feeds(path, ())
    assert len(caught.value.problems) >= len(SCHEMES)

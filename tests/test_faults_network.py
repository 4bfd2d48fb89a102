"""Cases 1 to 16: what a server and the net do to a poll. Each feed was polled well before, and keeps what it had."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from scrapy.utils._compression import brotli, zstd

from tests.bombs import BOMBS
from tests.certificates import YESTERDAY, Authority
from tests.faults import Fault, Polled, good, poll_twice
from tests.scripted_site import LOOPBACK, Answer, Manner, ScriptedSite
from tests.test_crawl import HASTY, PATIENT, XML, desk, rss

TITLES = ["One", "Two", "Three"]
WHOLE = rss(*TITLES)
HALF = WHOLE[:-60].encode()
AFTER = {"ETag": '"after"'}


def packed(encoding: str, body: bytes, manner: Manner = Manner.PROPER) -> Answer:
    return Answer(body, headers=XML | {"Content-Encoding": encoding}, manner=manner)


def raw(*lines: bytes) -> Answer:
    return Answer(b"\r\n".join(lines), manner=Manner.NOISE)


HEAD = (b"HTTP/1.1 200 OK",)
ENDLESS = {
    "case-02-hang": Fault("timeout", Answer(manner=Manner.HANG)),
    "case-02-dripped-head": Fault("timeout", Answer("x" * 1000, manner=Manner.DRIP_HEAD)),
    "case-02-dripped-body": Fault("timeout", Answer("x" * 1000, headers=XML, manner=Manner.DRIP)),
    "case-02-slow-robots": Fault("timeout", Answer(WHOLE[:22], headers=XML, manner=Manner.DRIP)),
    "case-02-stall": Fault("timeout", Answer("x" * 1000, headers=XML, manner=Manner.STALL)),
}
FAULTS = {
    **ENDLESS,
    "case-01-reset": Fault("reset", Answer(manner=Manner.RESET)),
    "case-03-announced": Fault("too_large", Answer(b" " * (15 * 1024 * 1024 + 1), headers=XML)),
    **{f"case-04-{name}": Fault("too_large", packed(*bomb)) for name, bomb in BOMBS.items()},
    "case-05-no-gzip": Fault("decode", packed("gzip", b"<rss>not compressed at all</rss>")),
    "case-05-corrupt-gzip": Fault("decode", packed("gzip", b"\x1f\x8b\x08\x00" + b"\xff" * 300)),
    "case-05-cut-gzip": Fault("decode", packed("gzip", gzip.compress(WHOLE.encode())[:-40])),
    "case-05-gzip-without-its-end": Fault("decode", packed("gzip", gzip.compress(WHOLE.encode())[:-8])),
    "case-05-wrong-checksum": Fault("decode", packed("gzip", gzip.compress(WHOLE.encode())[:-8] + b"\1" * 8)),
    "case-05-cut-deflate": Fault("decode", packed("deflate", zlib.compress(WHOLE.encode())[:-40])),
    "case-05-cut-br": Fault("decode", packed("br", brotli.compress(WHOLE.encode())[:-40])),
    "case-05-cut-zstd": Fault("decode", packed("zstd", zstd.compress(WHOLE.encode())[:-40])),
    "case-05-cut-inside": Fault("decode", packed("gzip, gzip", gzip.compress(gzip.compress(WHOLE.encode())[:-40]))),
    "case-07-30-mb-of-headers": Fault("protocol", raw(*HEAD, *[b"X-Padding: " + b"y" * 1000] * 30_000)),
    "case-07-one-long-header": Fault("protocol", raw(*HEAD, b"X-Padding: " + b"y" * 300_000, b"", b"x")),
    "case-07-no-status": Fault("protocol", raw(b"HTTP/1.1 fine", b"", b"x")),
    "case-07-two-lengths": Fault("protocol", raw(*HEAD, b"Content-Length: 5", b"Content-Length: 9", b"", b"x")),
    "case-07-a-negative-length": Fault("protocol", raw(*HEAD, b"Content-Length: -5", b"", b"x")),
    "case-07-chunks-of-no-size": Fault("truncated", raw(*HEAD, b"Transfer-Encoding: chunked", b"", b"zz", b""), 200),
    "case-07-tls-bytes": Fault("protocol", raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"", b"")),
    "case-08-loop": Fault("redirect", lambda seen: Answer("", 302, {"Location": seen.path})),
    "case-08-six-hops": Fault("redirect", Answer("", 302, {"Location": "/hop/6"})),
    "case-10-gone": Fault("gone", Answer("", 410), 410),
    "case-10-not-found": Fault("not_found", Answer("", 404), 404),
    "case-12-429": Fault("rate_limited", Answer("", 429, {"Retry-After": "9999999999"}), 429),
    "case-12-503": Fault("http", Answer("", 503, {"Retry-After": "soon"}), 503),
    "case-12-503-with-a-date": Fault("http", Answer("", 503, {"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}), 503),
    "case-12-503-negative": Fault("http", Answer("", 503, {"Retry-After": "-7"}), 503),
    "case-13-500": Fault("http", Answer("", 500), 500),
    "case-13-502": Fault("http", Answer("", 502), 502),
}  # fmt: skip


def cut(name: str, answer: Answer) -> Answer:
    """An answer that breaks off, of a feed whose entries are at addresses of its own."""
    body = answer.bytes.replace(b"press.example", f"{name}.example".encode())
    return replace(answer, body=body, headers=dict(answer.headers) | XML | AFTER)


def headlines(seed: int, count: int) -> list[str]:
    """Titles that do not compress to nothing, so that a compressed half holds about half of the entries."""
    dice = Random(seed)
    return ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz ", k=200)) for _ in range(count)]


BROTLI_HALF = HALF.replace(b"press.example", b"case-06-before-br.example")
MANY = gzip.compress(rss(*headlines(1, 9), host="case-06-inside-gzip.example").encode())
# The answers, and how many of their whole entries are new: the first one stands where the entry before stood.
CUTS = {
    "case-06-length-too-long": (cut("case-06-length-too-long", Answer(HALF, manner=Manner.CUT)), 1),
    "case-06-without-a-length": (cut("case-06-without-a-length", Answer(HALF, manner=Manner.UNTIL_CLOSE)), 1),
    "case-06-before-br": (packed("br", brotli.compress(BROTLI_HALF), Manner.UNTIL_CLOSE), 1),
    "case-06-inside-gzip": (packed("gzip", MANY[: len(MANY) // 2], Manner.CUT), 2),
}


def unknown(known: Authority) -> Authority:
    return Authority(known.file.parent / "unknown")


GOOD = ("good-first", "good-last")
REDIRECTS = (301, 302, 303, 307, 308)
TLS = {
    "case-15-expired": lambda ca: ca.server("case-15-expired.example", until=YESTERDAY),
    "case-15-self-signed": lambda ca: ca.server("case-15-self-signed.example", self_signed=True),
    "case-15-wrong-host": lambda ca: ca.server("another.example"),
    "case-15-unknown-authority": lambda ca: unknown(ca).server("case-15-unknown-authority.example"),
}


@dataclass
class World:
    """The servers of this file's one pair of crawls: in clear, with TLS, and one that is gone at the second."""

    clear: ScriptedSite
    secure: ScriptedSite
    leaving: ScriptedSite
    certificates: Authority
    asked: dict[str, int] = field(default_factory=dict)

    def begin(self) -> list[str]:
        """Sets up every feed as it is at the first poll, and returns their addresses."""
        names = [GOOD[0], *FAULTS, *CUTS, "case-06-whole", "case-14-304", "case-14-same-bytes", GOOD[1]]
        urls = [self.clear.put(f"{name}.example/feed", good(name, f"Before {name}")) for name in names]
        others = {self.leaving: ("case-01-refused", "case-01-nowhere")}
        others[self.secure] = (*TLS, "case-16-strict", "case-16-lax")
        for site, theirs in others.items():
            urls += [site.put(f"{name}.example/feed", good(name, f"Before {name}")) for name in theirs]
        for number in REDIRECTS:
            target = self.clear.put(f"case-09-{number}.example/new", good(f"case-09-{number}", f"Moved by {number}"))
            urls.append(self.clear.put(f"case-09-{number}.example/feed", Answer("", number, {"Location": target})))
        for hop in range(1, 6):
            self.clear.put(f"case-08-five-hops.example/{hop}", Answer("", 302, {"Location": f"/{hop - 1}"}))
        self.clear.put("case-08-five-hops.example/0", good("case-08-five-hops", "At the end"))
        urls.append(self.clear.url("case-08-five-hops.example/5"))
        target = self.secure.put("case-16-up.example/feed", good("case-16-up", "Secure"))
        urls.append(self.clear.put("case-16-up.example/feed", Answer("", 301, {"Location": target})))
        return urls

    def go_wrong(self) -> None:
        for name, fault in FAULTS.items():
            self.clear.answers[f"{name}.example/feed"] = fault.script
        for name, (answer, _) in CUTS.items():
            self.clear.answers[f"{name}.example/feed"] = replace(answer, headers=dict(answer.headers) | AFTER)
        # Either alone would come in time.
        self.clear.put("case-02-slow-robots.example/robots.txt", Answer("#" * 22, manner=Manner.DRIP))
        for name in GOOD:
            self.clear.answers[f"{name}.example/feed"] = good(name, f"Before {name}", f"After {name}")
        for hop in range(1, 7):
            self.clear.put(f"case-08-six-hops.example/hop/{hop}", Answer("", 302, {"Location": f"/hop/{hop - 1}"}))
        whole = Answer(rss("Whole", host="case-06-whole.example"), headers=XML | AFTER, manner=Manner.UNTIL_CLOSE)
        self.clear.answers["case-06-whole.example/feed"] = whole
        self.clear.answers["case-14-304.example/feed"] = Answer("", 304)
        bad = {f"{name}.example": make(self.certificates) for name, make in TLS.items()}
        self.secure.certificates = dict(self.secure.certificates or {}) | bad
        moved = Answer("", 302, {"Location": self.clear.put("in-clear.example/feed", good("in-clear", "In clear"))})
        for name in ("strict", "lax"):
            self.secure.answers[f"case-16-{name}.example/feed"] = moved
        self.asked = {name: len(self.secure.hits(f"{name}.example")) for name in TLS}
        self.leaving.stop()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    authority = Authority(tmp_path_factory.mktemp("certificates"))
    names = (*(f"{name}.example" for name in TLS), *(f"case-16-{name}.example" for name in ("strict", "lax", "up")))
    certificates = {name: authority.server(name) for name in names} | {"": authority.server("nobody.example")}
    with ExitStack() as stack:
        sites = [stack.enter_context(ScriptedSite(told)) for told in (None, certificates, None)]
        # The crawls trust this authority, so that nothing but the fault in question speaks against a server.
        stack.enter_context(pytest.MonkeyPatch.context()).setenv("SSL_CERT_FILE", str(authority.file))
        yield World(*sites, authority)


@pytest.fixture(scope="module")
def network(world: World, tmp_path_factory: pytest.TempPathFactory) -> Polled:
    urls = world.begin()
    hosts = world.secure.hosts | world.leaving.hosts | {"in-clear.example": LOOPBACK}
    lax = ("case-16-lax.example",)
    polled = desk(tmp_path_factory.mktemp("network"), world.clear, urls, hosts=hosts, allow_downgrade=lax)

    def change() -> None:
        world.go_wrong()
        del polled.hosts["case-01-nowhere.example"]

    return poll_twice(polled, change, ENDLESS)


OTHERS = {
    "case-01-refused": Fault("connect", Answer()),
    "case-01-nowhere": Fault("dns", Answer()),
    **{name: Fault("tls", Answer()) for name in TLS},
    "case-16-strict": Fault("downgrade", Answer()),
}


def named(names: Iterable[str]) -> list[Any]:
    """Names a test's cases so that `pytest -k case_07` finds them."""
    return [pytest.param(name, id=name.replace("-", "_")) for name in names]


@pytest.mark.parametrize("name", named(FAULTS | OTHERS))
def test_a_fault_of_the_net_is_a_row_and_changes_nothing(network: Polled, name: str) -> None:
    poll, fault = network.poll(name), (FAULTS | OTHERS)[name]
    assert (poll["code"], poll["status"]) == (fault.code, fault.status), poll["message"]
    assert poll["message"]
    assert "\n" not in poll["message"]
    assert name not in ENDLESS or 900 * HASTY < poll["elapsed_ms"] < 1000 * PATIENT
    assert network.stored(name) == network.before[name]


@pytest.mark.parametrize("name", GOOD)
def test_the_other_feeds_finish(network: Polled, name: str) -> None:
    assert (network.poll(name)["code"], network.poll(name)["new"]) == ("ok", 1)


def test_no_fault_leaves_a_line_in_the_log(network: Polled) -> None:
    assert network.desk.log.read_text() == ""


def seconds_of_children() -> float:
    """How long a processor worked for the processes that we started and that have ended."""
    return sum(os.times()[2:4])


def test_case_03_case_04_what_does_not_end_costs_neither_memory_nor_time(
    network: Polled, world: World, tmp_path: Path
) -> None:
    idle = network.first
    urls = [world.clear.put(f"b{number}.example/feed", packed(*bomb)) for number, bomb in enumerate(BOMBS.values())]
    endless = Answer(b" " * 1024 * 1024, headers=XML, manner=Manner.ENDLESS)
    urls.append(world.clear.put("endless.example/feed", endless))
    began = seconds_of_children()
    report = desk(tmp_path / "bombs", world.clear, urls).crawl()

    assert report.codes == {"too_large": len(urls)}
    assert report.peak_megabytes < idle.peak_megabytes + 128
    assert seconds_of_children() - began < 4 * len(urls)  # half a second for each here


@pytest.mark.parametrize("name", named(CUTS))
def test_whole_entries_before_a_cut_are_kept_and_no_validators(network: Polled, name: str) -> None:
    poll, before = network.poll(name), network.before[name][0]
    assert (poll["code"], poll["status"], poll["new"]) == ("truncated", 200, CUTS[name][1])
    assert (poll["etag"], poll["last_modified"], poll["body_hash"]) == before[:3]


def test_case_06_a_feed_that_ends_with_its_connection_is_whole(network: Polled) -> None:
    assert (network.poll("case-06-whole")["code"], network.poll("case-06-whole")["etag"]) == ("ok", '"after"')


def test_case_08_as_many_redirects_as_are_allowed(network: Polled) -> None:
    assert network.poll("case-08-five-hops")["code"] == "unchanged"


@pytest.mark.parametrize("number", [pytest.param(number, id=f"case_09_{number}") for number in REDIRECTS])
def test_one_redirect_is_followed_and_moves_nothing(network: Polled, number: int) -> None:
    url = f"http://case-09-{number}.example"
    assert network.desk.rows(f"select title from articles where url = '{url}/0'") == [(f"Moved by {number}",)]
    assert network.poll(f"case-09-{number}")["url"].endswith("/feed")


def test_case_12_a_server_that_asks_for_time_is_not_asked_again_at_once(network: Polled, world: World) -> None:
    asked = {name: len(world.clear.hits(f"{name}.example/feed")) for name in FAULTS if name.startswith("case-12")}
    assert set(asked.values()) == {2}  # once in each of the two crawls


def test_case_13_a_server_in_trouble_is_tried_twice_and_no_more(network: Polled, world: World) -> None:
    assert len(world.clear.hits("case-13-500.example/feed")) == 3


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("case-14-304", "not_modified", id="case_14_304"),
        pytest.param("case-14-same-bytes", "unchanged", id="case_14_same_bytes"),
    ],
)
def test_nothing_new_writes_nothing_but_the_poll(network: Polled, world: World, name: str, code: str) -> None:
    assert network.poll(name)["code"] == code
    assert network.stored(name) == network.before[name]
    asked = world.clear.hits(f"{name}.example/feed")[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"before"', "Mon, 02 Nov 2026 09:00:00 GMT")


@pytest.mark.parametrize("name", named(TLS))
def test_a_certificate_that_proves_nothing_is_named_and_nothing_is_asked(
    network: Polled, world: World, name: str
) -> None:
    assert "certificate" in network.poll(name)["message"]
    assert len(world.secure.hits(f"{name}.example")) == world.asked[name]
    assert world.clear.hits(f"{name}.example") == []  # nor in clear instead


def test_case_15_a_port_that_speaks_no_tls_is_not_read_in_clear(world: World, tmp_path: Path) -> None:
    world.clear.put("plain.example/feed", good("plain", "In clear"))
    polled = desk(tmp_path, world.clear, [f"https://plain.example:{world.clear.port}/feed"])
    assert polled.crawl().codes == {"tls": 1}
    assert world.clear.hits("plain.example") == []


def test_case_16_only_the_feed_that_may_is_led_from_https_to_http(network: Polled, world: World) -> None:
    assert network.poll("case-16-lax")["code"] == "ok"
    assert "redirect from https to http://in-clear.example" in network.poll("case-16-strict")["message"]
    assert len(world.clear.hits("in-clear.example/feed")) == 1


def test_case_16_http_may_lead_to_https(network: Polled) -> None:
    assert (network.poll("case-16-up")["code"], network.poll("case-16-up")["etag"]) == ("unchanged", '"before"')

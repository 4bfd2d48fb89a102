"""The crawl as a whole: real child processes against a server on loopback that behaves, and misbehaves, by script."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import os
import pickle
import re
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import default_settings

from aggregator.config import Config, CrawlConfig, FilesConfig
from aggregator.crawl import run, settings
from aggregator.crawl.run import CrawlReport, Job, crawl
from aggregator.crawl.worker import environment
from aggregator.errors import CrawlError
from aggregator.models import PollCode
from aggregator.resources import ROOT
from aggregator.workspace import open_workspace
from tests import warm_crawl
from tests.scripted_site import LOOPBACK, Answer, Manner, ScriptedSite, Seen, closed_port

CONTACT = "https://desk.example/bot"
XML = {"Content-Type": "application/rss+xml; charset=utf-8"}
OUTLET_COLUMNS = "domain,other_domains,name,other_names,homepage,country,owner,ownership_type,description,youtube"
RATING_COLUMNS = "domain,provider,scope,label,score,confidence,factual_reporting,source_url,valid_from"
FEED_COLUMNS = "url,outlet,section,language,fetch_pages,last_seen"
# Seconds for an answer and for its parsing: where both come, however busy this machine is, and where they don't.
PATIENT, HASTY = 60.0, 1.5


def rss(*titles: str, host: str = "press.example") -> str:
    items = "".join(
        f"<item><title>{title}</title><link>http://{host}/{number}</link><guid>{host}-{number}</guid>"
        f"<pubDate>Mon, 02 Nov 2026 10:0{number}:00 GMT</pubDate></item>"
        for number, title in enumerate(titles)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title>{items}</channel></rss>'


def feed(*titles: str, **told: Any) -> Answer:
    return Answer(rss(*titles), headers=XML | told.pop("headers", {}), **told)


@dataclass
class Desk:
    """A database of its own with the feeds it is to poll."""

    folder: Path
    config: Config
    hosts: dict[str, str]

    @property
    def db(self) -> Path:
        return self.folder / "news.db"

    @property
    def log(self) -> Path:
        return self.folder / "crawl.log"

    def crawl(self, **told: Any) -> CrawlReport:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(run, "run_child", warm_crawl.run_child)
            return crawl(self.config, self.db, self.hosts, log=self.log, **told)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            return connection.execute(query).fetchall()

    def polls(self) -> dict[str, dict[str, Any]]:
        """The polls of each feed by the first label of its host; the last one where there are several."""
        names = ("url", "code", "status", "new", "bytes", "elapsed_ms", "message", "etag", "last_modified", "body_hash")
        joined = "polls join feeds on feeds.id = polls.feed_id order by polls.id"
        query = f"select {', '.join(names)} from {joined}"
        polls = (dict(zip(names, row, strict=True)) for row in self.rows(query))
        return {re.split(r"[/.:@]+", poll["url"])[1]: poll for poll in polls}


def desk(
    folder: Path,
    site: ScriptedSite,
    urls: list[str],
    pages: bool = False,
    hosts: dict[str, str] | None = None,
    **told: Any,
) -> Desk:
    folder.mkdir(exist_ok=True)
    outlets, ratings, feeds = (folder / f"{name}.csv" for name in ("outlets", "ratings", "feeds"))
    outlets.write_text(f"{OUTLET_COLUMNS}\npress.example,,The Press,,,,,,,\n")
    ratings.write_text(f"{RATING_COLUMNS}\n")
    feeds.write_text("\n".join([FEED_COLUMNS, *(f"{url},press.example,,en,{int(pages)}," for url in urls)]) + "\n")
    settings = {
        "contact": CONTACT,
        "poll_minutes": 0,
        "timeout": PATIENT,
        "parse_timeout": PATIENT,
        "delay": 0.0,
    } | told
    config = Config(files=FilesConfig(outlets, ratings, folder / "none.csv", feeds), crawl=CrawlConfig(**settings))
    return Desk(folder, config, site.hosts | (hosts or {}))


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + packer.flush()


# -- One crawl over many feeds, each with a fault of its own

GZIPPED = {"Content-Encoding": "gzip"}
BAD_FEEDS: dict[str, Answer] = {
    "not-found": Answer("gone fishing", 404),
    "gone": Answer("", 410),
    "broken": Answer("", 501),
    "forbidden": Answer("", 403),
    "limited": Answer("", 429, {"Retry-After": "3600"}),
    "page": Answer("<!doctype html><html><title>Log in</title><p>Please log in</html>"),
    "empty-body": Answer(""),
    "no-entries": feed(),
    "reset": Answer(manner=Manner.RESET),
    "noise": Answer(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", manner=Manner.NOISE),
    "cut": Answer(rss("One", "Two", "Three")[:-60], headers=XML, manner=Manner.CUT),
    "cut-close": Answer(rss("One", "Two", "Three")[:-60], headers=XML, manner=Manner.UNTIL_CLOSE),
    "whole-close": Answer(rss("One", "Two"), headers=XML, manner=Manner.UNTIL_CLOSE),
    "large": Answer(b" " * 300_000, headers=XML),
    "large-close": Answer(b" " * 300_000, headers=XML, manner=Manner.UNTIL_CLOSE),
    "bomb": Answer(bomb(40), headers=XML | GZIPPED),
    "bad-gzip": Answer(b"\x1f\x8b\x08\x00" + b"\xff" * 300, headers=XML | GZIPPED),
    "gzipped": Answer(gzip.compress(rss("One").encode()), headers=XML | GZIPPED),
    "to-nowhere": Answer("", 302),
    "to-ftp": Answer("", 302, {"Location": "ftp://to-ftp.example/feed"}),
    "to-nonsense": Answer("", 302, {"Location": "http://[/"}),
    "unasked": Answer("", 304),
    "killer": Answer(b"x</width>", headers=XML),
}
ENDLESS: dict[str, Answer] = {
    "hang": Answer(manner=Manner.HANG),
    "drip": feed("a" * 1000, manner=Manner.DRIP),
}


@pytest.fixture(scope="module")
def wrecks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, ScriptedSite]]:
    with ScriptedSite() as site, closed_port() as closed:
        folder = tmp_path_factory.mktemp("wrecks")
        endless = [site.put(f"{name}.example/feed", answer) for name, answer in ENDLESS.items()]
        desk(folder, site, endless, timeout=HASTY).crawl()
        urls = [site.put(f"{name}.example/feed", answer) for name, answer in BAD_FEEDS.items()]
        urls.append(site.put("good.example/feed", feed("A good headline", headers={"ETag": '"g1"'})))
        urls.append(site.put("forbids.example/feed", feed("Not for us")))
        site.put("forbids.example/robots.txt", Answer("User-agent: *\nDisallow: /feed"))
        urls.append(site.put("robots-broken.example/feed", feed("Not for us either")))
        site.put("robots-broken.example/robots.txt", Answer("", 503))
        urls.append(site.put("loop.example/feed", Answer("", 302, {"Location": site.url("loop.example/feed")})))
        urls.append(site.put("short-walk.example/feed", Answer("", 301, {"Location": site.url("good.example/feed")})))
        urls.append(f"http://refused.example:{closed}/feed")
        urls.append(f"http://{LOOPBACK}:{site.port}/feed")
        urls.append(f"http://2130706433:{site.port}/feed")
        urls.append("http://no-such-host.example/feed")
        urls.append(f"https://plain.example:{site.port}/feed")
        urls.append("http://bad.port.example:99999/feed")
        extra = {"refused.example": LOOPBACK, "plain.example": LOOPBACK}
        broken = desk(folder, site, urls, hosts=extra, max_bytes=200_000)
        broken.crawl()
        yield broken, site


@pytest.mark.parametrize(
    ("name", "code", "status"),
    [
        pytest.param("good", "ok", 200, id="a good feed beside the bad ones"),
        pytest.param("not-found", "not_found", 404, id="404"),
        pytest.param("gone", "gone", 410, id="410"),
        pytest.param("broken", "http", 501, id="a server's error"),
        pytest.param("forbidden", "http", 403, id="403"),
        pytest.param("limited", "rate_limited", 429, id="429"),
        pytest.param("page", "not_a_feed", 200, id="a login page"),
        pytest.param("empty-body", "not_a_feed", 200, id="an empty body"),
        pytest.param("no-entries", "empty", 200, id="a feed without entries"),
        pytest.param("hang", "timeout", None, id="no answer at all"),
        pytest.param("drip", "timeout", None, id="a byte at a time"),
        pytest.param("reset", "reset", None, id="reset before the status line"),
        pytest.param("noise", "protocol", None, id="TLS bytes in clear"),
        pytest.param("cut", "truncated", 200, id="shorter than its Content-Length"),
        pytest.param("cut-close", "truncated", 200, id="cut, without a Content-Length"),
        pytest.param("whole-close", "ok", 200, id="whole, without a Content-Length"),
        pytest.param("large", "too_large", None, id="a Content-Length over the limit"),
        pytest.param("large-close", "too_large", None, id="a body over the limit"),
        pytest.param("bomb", "too_large", None, id="a gzip bomb"),
        pytest.param("bad-gzip", "decode", None, id="gzip that is none"),
        pytest.param("gzipped", "ok", 200, id="gzip"),
        pytest.param("to-nowhere", "redirect", 302, id="a redirect without Location"),
        pytest.param("to-ftp", "scheme", None, id="a redirect to ftp:"),
        pytest.param("to-nonsense", "redirect", None, id="a redirect to what is no address"),
        pytest.param("loop", "redirect", None, id="a redirect loop"),
        pytest.param("short-walk", "duplicate_feed", None, id="a redirect to another feed"),
        pytest.param("unasked", "http", 304, id="304 to an unconditional request"),
        pytest.param("killer", "parse", 200, id="bytes that break the parser"),
        pytest.param("forbids", "robots", None, id="robots.txt forbids"),
        pytest.param("robots-broken", "robots", None, id="robots.txt answers 503"),
        pytest.param("refused", "connect", None, id="nobody listens"),
        pytest.param("127", "blocked_address", None, id="an address that is not public"),
        pytest.param("2130706433", "blocked_address", None, id="the same, written as one number"),
        pytest.param("no-such-host", "dns", None, id="no such host"),
        pytest.param("plain", "tls", None, id="no TLS where TLS was asked for"),
        pytest.param("bad", "failed", None, id="a port that does not exist"),
    ],
)
def test_every_feed_gets_one_row_with_its_code(
    wrecks: tuple[Desk, ScriptedSite], name: str, code: str, status: int | None
) -> None:
    poll = wrecks[0].polls()[name]
    assert (poll["code"], poll["status"]) == (code, status), poll["message"]


def test_every_feed_is_in_the_cases_and_has_exactly_one_poll(wrecks: tuple[Desk, ScriptedSite]) -> None:
    assert wrecks[0].rows(
        "select count(*) from feeds left join polls on polls.feed_id = feeds.id group by feeds.id"
    ) == [(1,)] * (len(BAD_FEEDS) + len(ENDLESS) + 11)


def test_faults_of_the_world_leave_no_line_in_the_log(wrecks: tuple[Desk, ScriptedSite]) -> None:
    assert wrecks[0].log.read_text() == ""


def test_a_failed_poll_says_why_in_one_line(wrecks: tuple[Desk, ScriptedSite]) -> None:
    failed = [poll for poll in wrecks[0].polls().values() if poll["code"] not in ("ok", "empty")]
    assert all(poll["message"] and "\n" not in poll["message"] for poll in failed)


def test_whole_entries_before_a_cut_are_kept_and_no_validators(wrecks: tuple[Desk, ScriptedSite]) -> None:
    polls = wrecks[0].polls()
    assert {(polls[name]["etag"], polls[name]["body_hash"]) for name in ("cut", "cut-close")} == {(None, None)}
    assert wrecks[0].rows("select url from articles where title = 'Three'") == []


def test_time_and_size_of_a_poll_are_kept(wrecks: tuple[Desk, ScriptedSite]) -> None:
    polls = wrecks[0].polls()
    assert polls["good"]["bytes"] == len(rss("A good headline"))
    assert 900 * HASTY < polls["hang"]["elapsed_ms"] < 1000 * PATIENT


def test_a_server_that_asks_for_time_is_not_asked_again_at_once(wrecks: tuple[Desk, ScriptedSite]) -> None:
    assert len(wrecks[1].hits("limited.example/feed")) == 1


def test_a_run_is_recorded_with_its_polls(wrecks: tuple[Desk, ScriptedSite]) -> None:
    assert wrecks[0].rows("select distinct runs.kind, runs.outcome from polls join runs on runs.id = polls.run_id") == [
        ("poll", "finished")
    ]


# -- What is asked, and how


def test_validators_are_sent_back_and_only_what_changed_is_written(site: ScriptedSite, tmp_path: Path) -> None:
    validators = {"ETag": 'W/"a\xe91"', "Last-Modified": "Mon, 2 Nov 2026 09:00:00 +0000"}

    def conditional(seen: Seen) -> Answer:
        if seen.headers["If-None-Match"]:
            return Answer("", 304)
        return Answer(rss("Conditional", host="conditional.example"), headers=XML | validators)

    headlines = iter(["Bridge to open in May", "Bridge to open in June"])
    urls = [
        site.put("conditional.example/feed", conditional),
        site.put("same.example/feed", Answer(rss("Always the same", host="same.example"), headers=XML)),
        site.put("changes.example/feed", lambda _: Answer(rss(next(headlines), host="changes.example"), headers=XML)),
        site.put("moves.example/feed", lambda seen: moved_on(seen)),
    ]
    polled = desk(tmp_path, site, urls)
    first, second = polled.crawl(), polled.crawl()

    assert (first.codes, first.new, second.codes) == (
        {"ok": 4},
        4,
        {"not_modified": 2, "ok": 1, "unchanged": 1},
    )
    headers = site.hits("conditional.example/feed")[1].headers
    assert headers["If-None-Match"].encode("latin-1") == validators["ETag"].encode("latin-1")
    assert headers["If-Modified-Since"] == validators["Last-Modified"]
    polls = polled.polls()
    assert (polls["conditional"]["etag"], polls["conditional"]["last_modified"]) == tuple(validators.values())
    assert polls["moves"]["etag"] == '"2"'
    assert polled.rows("select field, old, new from revisions") == [
        ("title", "Bridge to open in May", "Bridge to open in June")
    ]
    assert polled.rows("select count(*) from articles") == [(4,)]


def moved_on(seen: Seen) -> Answer:
    """A server that names a new ETag in its 304."""
    if seen.headers["If-None-Match"]:
        return Answer("", 304, {"ETag": '"2"'})
    return Answer(rss("Moves", host="moves.example"), headers=XML | {"ETag": '"1"'})


def test_no_forbidden_address_is_fetched_when_six_are_asked_for_at_once(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("closed.example/robots.txt", Answer("User-agent: *\nDisallow: /private/"))
    urls = [site.put(f"closed.example/private/{number}", feed("Secret")) for number in range(6)]
    report = desk(tmp_path, site, urls).crawl()

    assert report.codes == {"robots": 6}
    assert [seen.path for seen in site.seen] == ["/robots.txt"]


def test_a_request_names_us_and_carries_nothing_else(site: ScriptedSite, tmp_path: Path) -> None:
    cookie = {"Set-Cookie": "id=1; Path=/", "Referrer-Policy": "unsafe-url"}
    site.put("b.example/feed", feed("Elsewhere", headers=cookie))
    site.put("a.example/feed", Answer("", 302, cookie | {"Location": site.url("b.example/feed")}))
    url = f"http://ada:s3cret@a.example:{site.port}/feed#top"
    polled = desk(tmp_path, site, [url, site.put("b.example/other", feed("Elsewhere too"))])
    polled.crawl()

    assert len(site.hits("b.example/feed")) == 1
    assert {seen.headers["User-Agent"] for seen in site.seen} == {f"aggregator/0.1.0 (+{CONTACT})"}
    asked = [seen for seen in site.seen if seen.path != "/robots.txt"]
    assert all(seen.headers[name] is None for seen in asked for name in ("Cookie", "Referer", "Accept-Language"))
    assert site.hits("a.example/feed")[0].headers["Authorization"] == "Basic YWRhOnMzY3JldA=="
    assert {seen.headers["Authorization"] for seen in site.hits("b.example")} == {None}
    assert "s3cret" not in polled.log.read_text() + str(polled.rows("select message from polls"))


def test_one_host_is_asked_one_thing_at_a_time_and_others_need_not_wait(site: ScriptedSite, tmp_path: Path) -> None:
    urls = [site.put(f"slow.example/{number}", feed(str(number))) for number in range(3)]
    urls.append(site.put("other.example/feed", feed("Other")))
    desk(tmp_path, site, urls).crawl(hosts_delay=1.0)

    times = [seen.at for seen in site.hits("slow.example")]
    assert len(times) == 4
    # The server notes when it got to a request, which on a busy machine is a little after it was sent.
    assert all(later - earlier > 0.3 for earlier, later in itertools.pairwise(times))
    assert site.hits("other.example/feed")[0].at < times[-1]


def test_a_crawl_delay_is_honoured(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: aggregator\nCrawl-delay: 1"))
    urls = [site.put(f"calm.example/{number}", feed(str(number))) for number in range(2)]
    desk(tmp_path, site, urls).crawl()

    first, second = (seen.at for seen in site.hits("calm.example")[1:])
    assert second - first > 0.3


# -- Pages


def test_pages_of_new_articles_are_read_once_and_up_to_the_limit(site: ScriptedSite, tmp_path: Path) -> None:
    def page(seen: Seen) -> Answer:
        paragraphs = "".join(
            f"<p>Paragraph {n} of the council's report on the harbour, told in full.</p>" for n in range(9)
        )
        body = f"<html><head><title>Story</title></head><body><article><h1>Story {seen.path}</h1>{paragraphs}</article>"
        return Answer(f"{body}</body></html>", headers={"Content-Type": "text/html; charset=utf-8"})

    links = "".join(
        f"<item><title>Story {n}</title><link>{site.url(f'paper.example/{n}')}</link><guid>{n}</guid></item>"
        for n in range(4)
    )
    document = f'<rss version="2.0"><channel><title>Paper</title>{links}</channel></rss>'
    versions = iter([document, document + "<!-- again -->"])
    url = site.put("paper.example/feed", lambda _: Answer(next(versions), headers=XML))
    for number in range(3):
        site.put(f"paper.example/{number}", page)
    polled = desk(tmp_path, site, [url], pages=True, pages_per_poll=3)
    first, second = polled.crawl(), polled.crawl()

    assert (first.pages, first.pages_lost) == (3, {})
    assert (second.pages, second.pages_lost) == (0, {"404": 1})
    assert [len(site.hits(f"paper.example/{number}")) for number in range(4)] == [1, 1, 1, 1]
    assert polled.rows("select count(*), sum(body like '%the council%') from articles") == [(4, 3)]


# -- The end of a crawl


def test_an_error_of_the_store_ends_the_crawl_with_an_error(site: ScriptedSite, tmp_path: Path) -> None:
    urls = [site.put(f"f{number}.example/feed", feed(str(number))) for number in range(3)]
    polled = desk(tmp_path, site, urls)
    with open_workspace(polled.config, polled.db) as workspace:
        refusal = "create trigger full before insert on polls begin select raise(abort, 'no more'); end"
        workspace.store.db.execute(refusal)

    with pytest.raises(CrawlError, match=r"news\.db.*no more"):
        polled.crawl()
    assert polled.rows("select (select count(*) from articles), (select count(*) from polls)") == [(0, 0)]
    assert polled.rows("select outcome from runs where kind = 'poll'") == [("failed: CrawlError",)]


def test_a_store_that_cannot_be_opened_is_an_error(site: ScriptedSite, tmp_path: Path) -> None:
    polled = desk(tmp_path, site, [])
    polled.db.write_text("this is no database, and long enough that nobody takes it for an empty one" * 20)
    with pytest.raises(CrawlError, match=r"news\.db"):
        polled.crawl()


def test_a_crawl_without_feeds_finishes(site: ScriptedSite, tmp_path: Path) -> None:
    assert desk(tmp_path, site, []).crawl().reason == "finished"


@pytest.mark.parametrize(
    "stop",
    [
        pytest.param(lambda child: child.send_signal(signal.SIGTERM), id="SIGTERM"),
        pytest.param(lambda child: child.send_signal(signal.SIGINT), id="SIGINT"),
        pytest.param(lambda child: child.stdin.close(), id="the parent is gone"),
    ],
)
def test_a_crawl_stops_when_told_to_and_keeps_what_it_has(
    site: ScriptedSite, tmp_path: Path, stop: Callable[[subprocess.Popen[bytes]], None]
) -> None:
    urls = [
        site.put("done.example/feed", feed("Done")),
        site.put("hang.example/feed", Answer(manner=Manner.HANG)),
    ]
    polled = desk(tmp_path, site, urls, timeout=300.0)
    command = [sys.executable, "-P", "-m", "aggregator.crawl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(pickle.dumps(Job(polled.config, polled.db, polled.hosts)))
        child.stdin.flush()
        wait_for(lambda: polled.db.exists() and site.hits("hang.example/feed") and "done" in polled.polls())
        stop(child)
        report = json.loads(child.stdout.read())  # long before the server, or the crawl's patience with it, ends
    assert report["reason"] != "finished"
    assert polled.rows("select title from articles") == [("Done",)]
    assert polled.rows("select outcome from runs where kind = 'poll'") == [("failed: CrawlError",)]


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(sqlite3.OperationalError):
            if condition():
                return
        time.sleep(0.05)
    pytest.fail("it did not happen within a minute")


def test_scrapy_itself_can_list_and_run_the_spider(site: ScriptedSite, tmp_path: Path) -> None:
    polled = desk(tmp_path, site, [site.put("plain.example/feed", feed("By Scrapy itself"))])
    config = tmp_path / "aggregator.toml"
    config.write_text(
        '[files]\noutlets = "outlets.csv"\nratings = "ratings.csv"\nfeeds = "feeds.csv"\n[crawl]\ndelay = 0\n'
    )
    scrapy = Path(sys.executable).with_name("scrapy")
    told = {"AGGREGATOR_CONFIG": config, "AGGREGATOR_DB": polled.db, "AGGREGATOR_HOSTS": json.dumps(polled.hosts)}
    options = [part for name, value in told.items() for part in ("-s", f"{name}={value}")]
    subprocess.run(
        [scrapy, "crawl", "feeds", *options], cwd=ROOT, check=True, timeout=300, env=os.environ | environment()
    )

    assert polled.rows("select title from articles") == [("By Scrapy itself",)]


def test_every_poll_code_is_documented() -> None:
    told = (ROOT / "docs" / "polls.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == [code.value for code in PollCode]


def test_settings_name_what_scrapy_knows() -> None:
    ours = {name for name in vars(settings) if name.isupper()}
    assert {name for name in ours if name not in default_settings.__all__} == {
        "AGGREGATOR_CLOCK_AHEAD",
        "AGGREGATOR_CONFIG",
        "AGGREGATOR_DB",
        "AGGREGATOR_HOSTS",
        "DESK",
    }

"""Sitemaps and section pages in the crawl: polled like feeds, in one run with them, and their pages read once."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aggregator.crawl.worker import environment
from aggregator.resources import ROOT
from aggregator.times import iso
from tests.scripted_site import Answer, Manner, ScriptedSite, Seen
from tests.test_crawl import FEED_COLUMNS, HASTY, PATIENT, Desk, desk, feed, wait_for

XML = {"Content-Type": "application/xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def sitemap(*links: str, published: datetime | None = None) -> bytes:
    date = iso(published or datetime.now(UTC) - timedelta(hours=1))
    entries = "".join(
        f"<url><loc>{link}</loc><news:news><news:publication><news:name>The Press</news:name>"
        f"<news:language>en</news:language></news:publication><news:publication_date>{date}</news:publication_date>"
        f"<news:title>Headline of {link.rpartition('/')[2]}</news:title></news:news></url>"
        for link in links
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {NEWS}>{entries}</urlset>'.encode()


def index(*links: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{link}</loc></sitemap>' for link in links)}</sitemapindex>".encode()


def page(title: str) -> Answer:
    paragraphs = "".join(
        f"<p>Paragraph {n} of what the council said of the harbour and its cranes.</p>" for n in range(9)
    )
    return Answer(f"<html><body><article><h1>{title}</h1>{paragraphs}</article></body></html>", headers=HTML)


def kinds(
    folder: Path, site: ScriptedSite, rows: dict[str, str], pages: bool = False, timeout: float = PATIENT
) -> Desk:
    """A desk whose feeds.csv has a row of a kind for each address."""
    made = desk(folder, site, [], timeout=timeout)
    lines = (f"{url},press.example,,en,{int(pages)},,{kind}" for url, kind in rows.items())
    made.config.files.feeds.write_text("\n".join([f"{FEED_COLUMNS},kind", *lines]) + "\n")
    return made


def titles(polled: Desk) -> list[str]:
    return [title for (title,) in polled.rows("select title from articles order by title")]


def test_a_sitemap_is_polled_like_a_feed_and_its_pages_are_read_once(site: ScriptedSite, tmp_path: Path) -> None:
    links = [site.put(f"press.example/{name}", page(f"Headline of {name}")) for name in ("one", "two")]
    body = sitemap(*links)

    def answer(seen: Seen) -> Answer:
        return (
            Answer("", 304) if seen.headers["If-None-Match"] == '"1"' else Answer(body, headers=XML | {"ETag": '"1"'})
        )

    polled = kinds(tmp_path, site, {site.put("press.example/news.xml", answer): "sitemap"}, pages=True)
    first, second = polled.crawl(), polled.crawl()

    assert (first.codes, first.new, first.pages, second.codes, second.pages) == (
        {"ok": 1},
        2,
        2,
        {"not_modified": 1},
        0,
    )
    assert titles(polled) == ["Headline of one", "Headline of two"]
    assert polled.rows("select distinct language, body like '%the council%', published is null from articles") == [
        ("en", 1, 0)
    ]
    assert [len(site.hits(f"press.example/{name}")) for name in ("one", "two", "news.xml")] == [1, 1, 2]


def test_an_index_leads_to_its_sitemaps_and_a_bad_one_costs_no_other(site: ScriptedSite, tmp_path: Path) -> None:
    good = site.put("press.example/b.xml", Answer(sitemap("http://press.example/1"), headers=XML))
    packed = site.put("press.example/c.xml.gz", Answer(gzip.compress(sitemap("http://press.example/2"))))
    lost = site.url("press.example/gone.xml")
    url = site.put("press.example/index.xml", Answer(index(lost, good, packed), headers=XML | {"ETag": '"i"'}))
    polled = kinds(tmp_path, site, {url: "sitemap"})
    first, second = polled.crawl(), polled.crawl()

    assert (first.codes, first.new, second.codes, second.new) == ({"ok": 1}, 2, {"ok": 1}, 0)
    assert titles(polled) == ["Headline of 1", "Headline of 2"]
    assert polled.polls()["press"]["message"] == f"{lost}: not_found 404 Not Found"
    assert {seen.headers["If-None-Match"] for seen in site.hits("press.example/index.xml")} == {None}


def test_an_index_and_its_sitemaps_have_the_time_of_one_feed(site: ScriptedSite, tmp_path: Path) -> None:
    hang = [site.put(f"press.example/{name}.xml", Answer(manner=Manner.HANG)) for name in ("a", "b", "c")]
    good = site.put("press.example/news.xml", Answer(sitemap("http://press.example/1"), headers=XML))
    url = site.put("press.example/index.xml", Answer(index(*hang, good), headers=XML))
    polled = kinds(tmp_path, site, {url: "sitemap"}, timeout=3.0)

    assert (polled.crawl().codes, titles(polled)) == ({"ok": 1}, ["Headline of 1"])
    poll = polled.polls()["press"]
    assert 2900 <= poll["elapsed_ms"] < 5900  # and not twice three seconds, though two of them don't answer
    assert poll["message"].count("timeout") == 2


def test_robots_txt_holds_for_what_an_index_lists(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("press.example/robots.txt", Answer("User-agent: *\nDisallow: /closed/"))
    closed = site.put("press.example/closed/news.xml", Answer(sitemap("http://press.example/1"), headers=XML))
    polled = kinds(tmp_path, site, {site.put("press.example/index.xml", Answer(index(closed))): "sitemap"})

    assert polled.crawl().codes == {"robots": 1}
    assert site.hits("press.example/closed/news.xml") == []


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(Answer("<html><p>Please log in</html>", headers=HTML), "not_a_feed", id="a page"),
        pytest.param(Answer("", 404), "not_found", id="404"),
        pytest.param(Answer(sitemap(), headers=XML), "empty", id="no entry"),
        pytest.param(
            Answer(sitemap("http://press.example/1", "http://press.example/2")[:-60], headers=XML, manner=Manner.CUT),
            "truncated",
            id="cut",
        ),
        pytest.param(
            Answer(sitemap("http://press.example/1"), headers=XML, manner=Manner.UNTIL_CLOSE),
            "ok",
            id="whole, until close",
        ),
        pytest.param(Answer(b"\x1f\x8b\x08\x00" + b"\xff" * 300), "decode", id="a damaged .gz"),
        pytest.param(Answer(manner=Manner.HANG), "timeout", id="no answer"),
    ],
)  # fmt: skip
def test_a_sitemaps_poll_has_a_code(site: ScriptedSite, tmp_path: Path, answer: Answer, code: str) -> None:
    patience = HASTY if code == "timeout" else PATIENT
    polled = kinds(tmp_path, site, {site.put("press.example/news.xml", answer): "sitemap"}, timeout=patience)
    assert polled.crawl().codes == {code: 1}
    assert polled.log.read_text() == ""


SECTION = """<html><body><div class="teaser"><h3><a href="/en/the-bridge-is-open-again/a-71000001">The bridge is open
again</a></h3></div><div class="teaser"><h3><a href="/en/bridges/t-100">All on bridges</a></h3></div></body></html>"""


def test_an_outlets_spider_reads_its_sections_and_pages(site: ScriptedSite, tmp_path: Path) -> None:
    body = str(page("The bridge is open again").body).replace("<p>", '<div class="rich-text"><p>', 1)
    aside = '<div class="internal-link"><p>Another bridge, of which this paragraph tells more.</p></div>'
    article = body.replace("</article>", f"{aside}</div></article>")
    site.put("www.dw.com/en/the-bridge-is-open-again/a-71000001", Answer(article, headers=HTML))
    url = site.put("www.dw.com/en/bridges/s-1", Answer(SECTION, headers=HTML))
    beside = site.put("press.example/rss", feed("A feed beside it"))
    polled = kinds(tmp_path, site, {url: "dw", beside: "feed"}, pages=True)
    first, second = polled.crawl(), polled.crawl()

    assert (first.codes, first.new, second.codes) == ({"ok": 2}, 2, {"unchanged": 2})
    assert polled.rows(
        "select title, body like '%the council%', body like '%Another bridge%' from articles where body > ''"
    ) == [("The bridge is open again", 1, 0)]
    assert [seen.path for seen in site.hits("www.dw.com")].count("/en/the-bridge-is-open-again/a-71000001") == 1
    assert site.hits("www.dw.com/en/bridges/s-1")[0].headers["Accept"].startswith("text/html")


def test_a_kind_that_changed_has_its_answer_read_anew(site: ScriptedSite, tmp_path: Path) -> None:
    url = site.put("press.example/any", Answer(sitemap("http://press.example/1"), headers=XML))
    polled = kinds(tmp_path, site, {url: "feed"})
    assert polled.crawl().codes == {"not_a_feed": 1}
    row = polled.config.files.feeds.read_text().replace(",feed\n", ",sitemap\n")
    polled.config.files.feeds.write_text(row)
    assert polled.crawl().codes == {"ok": 1}
    assert titles(polled) == ["Headline of 1"]


@pytest.mark.parametrize(
    ("spider", "hits"),
    [pytest.param("feeds", [1, 1], id="feeds polls all"), pytest.param("sitemaps", [0, 1], id="sitemaps its kind")],
)
def test_scrapy_itself_runs_each_spider(site: ScriptedSite, tmp_path: Path, spider: str, hits: list[int]) -> None:
    rows = {
        site.put("press.example/rss", feed("By feed")): "feed",
        site.put("press.example/news.xml", Answer(sitemap("http://press.example/9"), headers=XML)): "sitemap",
    }
    polled = kinds(tmp_path, site, rows)
    config = tmp_path / "aggregator.toml"
    config.write_text(
        '[files]\noutlets = "outlets.csv"\nratings = "ratings.csv"\nfeeds = "feeds.csv"\n[crawl]\ndelay = 0\n'
    )
    told = {"AGGREGATOR_CONFIG": config, "AGGREGATOR_DB": polled.db, "AGGREGATOR_HOSTS": json.dumps(polled.hosts)}
    options = [part for name, value in told.items() for part in ("-s", f"{name}={value}")]
    scrapy = Path(sys.executable).with_name("scrapy")
    subprocess.run(
        [scrapy, "crawl", spider, *options], cwd=ROOT, check=True, timeout=300, env=os.environ | environment()
    )
    assert [len(site.hits(f"press.example/{name}")) for name in ("rss", "news.xml")] == hits


def test_what_an_index_lists_is_put_off_where_its_host_wants_its_peace(site: ScriptedSite, tmp_path: Path) -> None:
    part = site.put("parts.example/news.xml", Answer(sitemap("http://press.example/1"), headers=XML))
    limited = site.put("parts.example/feed", Answer("", 429, {"Retry-After": "600"}))

    def slow(seen: Seen) -> Answer:
        wait_for(lambda: polled.rows("select 1 from polls where code = 'rate_limited'"))
        return Answer(index(part), headers=XML)

    polled = kinds(tmp_path, site, {site.put("press.example/index.xml", slow): "sitemap", limited: "feed"})
    report = polled.crawl()
    assert (report.codes, report.put_off) == ({"rate_limited": 1}, 1)
    assert polled.rows("select failures, next_poll from feeds where kind = 'sitemap'") == [(0, None)]
    assert site.hits("parts.example/news.xml") == []


def test_an_index_of_a_host_with_a_long_crawl_delay_says_that_it_cannot_be_read(
    site: ScriptedSite, tmp_path: Path
) -> None:
    site.put("press.example/robots.txt", Answer("User-agent: *\nCrawl-delay: 30\n"))
    part = site.put("press.example/news.xml", Answer(sitemap("http://press.example/1"), headers=XML))
    polled = kinds(tmp_path, site, {site.put("press.example/index.xml", Answer(index(part), headers=XML)): "sitemap"})
    assert (polled.crawl().codes, site.hits("press.example/news.xml")) == ({"robots": 1}, [])
    assert "Crawl-delay" in polled.polls()["press"]["message"]


@pytest.mark.parametrize(
    ("names", "reaches"),
    [
        pytest.param(("a", "b"), True, id="all were read"),
        pytest.param(("a", "lost"), False, id="one was not"),
        pytest.param(("a", "b", "c", "d"), False, id="more than a poll reads"),
    ],
)
def test_an_index_reaches_back_only_where_all_of_it_was_read(
    site: ScriptedSite, tmp_path: Path, names: tuple[str, ...], reaches: bool
) -> None:
    for name in "abcd":
        links = (f"http://press.example/{name}{number}" for number in range(3))
        site.put(f"press.example/{name}.xml", Answer(sitemap(*links), headers=XML))
    listed = index(*(site.url(f"press.example/{name}.xml") for name in names))
    polled = kinds(tmp_path, site, {site.put("press.example/index.xml", Answer(listed, headers=XML)): "sitemap"})
    assert polled.crawl().codes == {"ok": 1}
    assert polled.rows("select reaches_back is not null from polls") == [(int(reaches),)]


def test_an_article_of_a_feed_and_a_sitemap_is_read_once_and_not_changed(site: ScriptedSite, tmp_path: Path) -> None:
    link = site.put("press.example/one", page("Headline of the page"))
    body = feed("The feed's own headline").bytes.replace(b"http://press.example/0", link.encode())

    def fresh(old: bytes) -> Callable[[Seen], Answer]:
        return lambda seen: Answer(old + b"<!-- %d -->" % len(site.seen), headers=XML)

    rows = {site.put("press.example/feed", fresh(body)): "feed"}
    rows |= {site.put("press.example/news.xml", fresh(sitemap(link))): "sitemap"}
    polled = kinds(tmp_path, site, rows, pages=True)
    assert [polled.crawl().codes for _ in range(3)] == [{"ok": 2}] * 3
    assert len(site.hits("press.example/one")) == 1
    assert polled.rows("select count(*) from revisions") == [(0,)]
    assert polled.rows("select count(*), count(distinct article_id) from sightings") == [(2, 1)]
    assert polled.rows("select text_version > 5 from articles") == [(0,)]


def test_a_sitemap_that_is_gone_does_not_disable_the_index_that_lists_it(site: ScriptedSite, tmp_path: Path) -> None:
    gone = site.put("press.example/old.xml", Answer("", 410))
    polled = kinds(tmp_path, site, {site.put("press.example/index.xml", Answer(index(gone), headers=XML)): "sitemap"})
    assert polled.crawl().codes == {"http": 1}
    assert polled.rows("select state, missing, failures from feeds") == [("active", 0, 1)]
    assert polled.polls()["press"]["message"] == f"{gone}: gone 410 Gone"

"""A real crawl asks nothing of whom it should leave alone, and keeps no text that its page asks not to be kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aggregator.config import CrawlConfig
from aggregator.crawl.contact import require_contact
from aggregator.crawl.run import crawl
from aggregator.errors import ConfigError, CrawlError
from aggregator.rights import forget
from aggregator.workspace import open_workspace
from tests.scripted_site import Answer, ScriptedSite
from tests.test_crawl import Desk, desk, feed, rss

PAGE = "<html><head><title>Dam cracks at dawn</title>{}</head><body><article><h1>Dam cracks at dawn</h1>{}</article>"
TEXT = "<p>" + "The dam cracked at dawn and four hundred families left their homes for the night. " * 12 + "</p>"


def html(meta: str = "", **headers: str) -> Answer:
    return Answer(PAGE.format(meta, TEXT), headers={"Content-Type": "text/html; charset=utf-8"} | headers)


def leaving_alone(newsroom: Desk, domain: str) -> Desk:
    path = newsroom.folder / "leave-alone.csv"
    path.write_text(f"domain,since,reason\n{domain},2026-11-01,asked by mail\n")
    return replace(newsroom, config=replace(newsroom.config, files=replace(newsroom.config.files, leave_alone=path)))


def items(site: ScriptedSite, *paths: str) -> Answer:
    body = rss(*(f"Dam cracks at dawn, part {number}" for number in range(len(paths))))
    for number, path in enumerate(paths):
        body = body.replace(f"http://press.example/{number}<", f"{site.url(path)}<")
    return Answer(body, headers={"Content-Type": "application/rss+xml", "X-Robots-Tag": "noindex"})


def test_pages_that_ask_not_to_be_kept_are_not(site: ScriptedSite, tmp_path: Path) -> None:
    pages = ("press.example/a", "press.example/b", "press.example/c")
    address = site.put("press.example/feed", items(site, *pages))
    site.put(pages[0], html())
    site.put(pages[1], html('<meta name="robots" content="noarchive">'))
    site.put(pages[2], html(**{"X-Robots-Tag": "otherbot: none, aggregator: noindex"}))
    newsroom = desk(tmp_path, site, [address], pages=True)
    assert newsroom.crawl().pages == 3
    told = newsroom.rows("select body is not null, body_status, flags, page_tries from articles order by url")
    assert told == [(1, "full", "[]", 3), (0, None, '["noarchive"]', 3), (0, None, '["noarchive"]', 3)]


@pytest.mark.parametrize("alone", ["quiet.example", "other-quiet.example"])
def test_who_is_left_alone_sees_no_request_at_all(site: ScriptedSite, tmp_path: Path, alone: str) -> None:
    own = site.put("quiet.example/feed", feed("One"))
    redirect = site.put("press.example/moved", Answer(status=302, headers={"Location": site.url("quiet.example/feed")}))
    listed = site.put("press.example/feed", items(site, "press.example/a", "quiet.example/page"))
    site.put("press.example/a", html())
    site.put("quiet.example/page", html())
    newsroom = desk(tmp_path, site, [own, redirect, listed], pages=True)
    outlets = newsroom.config.files.outlets
    outlets.write_text(outlets.read_text() + "quiet.example,other-quiet.example,Quiet,,,,,,,\n")
    told = leaving_alone(newsroom, alone)
    report = told.crawl()
    assert site.hits("quiet.example") == []
    assert report.codes == {"ok": 1, "robots": 1}
    assert told.polls()["press"]["code"] in ("ok", "robots")
    assert told.rows("select message from polls where code = 'robots'") == [
        ("left alone since 2026-11-01 (leave-alone.csv)",)
    ]
    assert told.rows("select url from articles") == [(site.url("press.example/a"),)]
    assert told.rows("select state, state_reason from feeds where url like '%quiet%'") == [
        ("unlisted", "left alone since 2026-11-01 (leave-alone.csv)")
    ]


def test_what_was_removed_is_not_fetched_again(site: ScriptedSite, tmp_path: Path) -> None:
    address = site.put("press.example/feed", items(site, "press.example/a", "press.example/b"))
    for page in ("press.example/a", "press.example/b"):
        site.put(page, html())
    newsroom = desk(tmp_path, site, [address], pages=True)
    newsroom.crawl()
    with open_workspace(newsroom.config, newsroom.db) as workspace:
        forget(workspace, site.url("press.example/a"))
    site.seen.clear()
    site.put("press.example/feed", items(site, "press.example/a", "press.example/b", "press.example/c"))
    site.put("press.example/c", html())
    report = newsroom.crawl()
    assert (report.new, report.pages) == (1, 1)
    assert site.hits("press.example/a") == []
    assert newsroom.rows("select count(*) from articles where url like '%/a'") == [(0,)]


def test_a_crawl_of_strangers_without_a_contact_does_not_start(site: ScriptedSite, tmp_path: Path) -> None:
    newsroom = desk(tmp_path, site, [site.put("press.example/feed", feed("One"))], contact="")
    with pytest.raises(CrawlError, match=r"crawl\.contact is empty"):
        crawl(newsroom.config, newsroom.db, {}, log=newsroom.log)
    assert site.seen == []
    assert newsroom.crawl().codes == {"ok": 1}, "hosts of this machine need none"


@pytest.mark.parametrize(
    ("contact", "sound"),
    [
        pytest.param("https://desk.example/bot", True, id="a page"),
        pytest.param("desk@paper.example", True, id="an address"),
        pytest.param("mailto:desk@paper.example", True, id="an address as a link"),
        pytest.param("", False, id="none"),
        pytest.param("the newsroom", False, id="a name"),
        pytest.param("https://desk", False, id="no domain"),
        pytest.param("desk@paper.example\r\nX-Api-Key: 1", False, id="a second header"),
    ],
)
def test_what_is_a_contact(site: ScriptedSite, tmp_path: Path, contact: str, sound: bool) -> None:
    config = replace(desk(tmp_path, site, []).config, crawl=CrawlConfig(contact=contact))
    if sound:
        require_contact(config)
        return
    with pytest.raises(ConfigError, match=r"crawl\.contact"):
        require_contact(config)

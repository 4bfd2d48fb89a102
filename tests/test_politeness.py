"""A polite client, through real crawls on loopback: what is asked of a host, how often, and what it asked for."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from aggregator.crawl.run import CrawlReport
from tests.scripted_site import Answer, ScriptedSite, Seen
from tests.test_crawl import XML, Desk, desk, feed, rss

MINUTE, HOUR, DAY = 60, 3600, 86400


def later(polled: Desk, seconds: float, **told: Any) -> CrawlReport:
    """A run of its own, so many seconds from now by its clock."""
    return polled.crawl(clock_ahead=seconds, **told)


def conditional(seen: Seen) -> Answer:
    if seen.headers["If-None-Match"] == '"1"':
        return Answer("", 304)
    return Answer(rss("One", "Two", "Three"), headers=XML | {"ETag": '"1"'})


# -- Retry-After, across restarts

RETRY_AFTER = {"seconds": "7200", "ten-years": "315360000", "negative": "-5", "garbage": "soon"}


def test_case_12_retry_after_is_obeyed_by_later_runs(site: ScriptedSite, tmp_path: Path) -> None:
    """A wish of two hours is kept, one of ten years for a day; without a usable one it is 15 to 30 minutes."""
    urls = [
        site.put(f"{name}-{status}.example/feed", Answer("", status, {"Retry-After": value}))
        for name, value in RETRY_AFTER.items()
        for status in (429, 503)
    ]
    polled = desk(tmp_path, site, urls, poll_minutes=15)
    asked = {}
    for seconds in (0, 14 * MINUTE, 31 * MINUTE, 2 * HOUR - MINUTE, 2 * HOUR + MINUTE, DAY - MINUTE, DAY + MINUTE):
        site.seen.clear()
        later(polled, seconds)
        asked[seconds] = {seen.host.partition(".")[0] for seen in site.seen if seen.path == "/feed"}
    of = {name: {f"{name}-429", f"{name}-503"} for name in RETRY_AFTER}
    assert asked[0] == set().union(*of.values())
    assert asked[14 * MINUTE] == set()
    assert asked[31 * MINUTE] == of["negative"] | of["garbage"]
    assert not asked[2 * HOUR - MINUTE] & (of["seconds"] | of["ten-years"])
    assert of["seconds"] <= asked[2 * HOUR + MINUTE]
    assert not asked[DAY - MINUTE] & of["ten-years"]
    assert of["ten-years"] <= asked[DAY + MINUTE]


def test_a_host_that_says_too_many_is_left_alone_at_once(site: ScriptedSite, tmp_path: Path) -> None:
    answers = itertools.chain([Answer("", 429, {"Retry-After": "3600"})], itertools.repeat(feed("One")))
    urls = [site.put(f"busy.example/{number}", lambda _: next(answers)) for number in range(6)]
    urls.append(site.put("other.example/feed", feed("Other")))
    polled = desk(tmp_path, site, urls, poll_minutes=15)
    # One at a time, as with every host that is not our own.
    first = polled.crawl(hosts_delay=0.05)
    assert (first.codes, first.put_off) == ({"ok": 1, "rate_limited": 1}, 5)
    assert later(polled, 59 * MINUTE).polls == 0
    assert later(polled, 61 * MINUTE, hosts_delay=0.05).codes == {"ok": 6}
    assert polled.rows("select count(*), sum(failures) from feeds") == [(7, 0)]


# -- Crawl-delay


def test_a_long_crawl_delay_puts_the_other_feeds_off(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: *\nCrawl-delay: 600"))
    urls = [site.put(f"calm.example/{number}", feed(str(number))) for number in range(3)]
    polled = desk(tmp_path, site, urls, poll_minutes=60)
    reports = [later(polled, seconds) for seconds in (0, 300, 605, 1210)]
    assert [report.polls for report in reports] == [1, 0, 1, 1]
    assert reports[0].put_off == 2
    paths = [seen.path for seen in site.hits("calm.example")]
    assert sorted(paths[1:]) == ["/0", "/1", "/2"]
    assert paths[0] == "/robots.txt"
    assert polled.rows("select count(*), sum(failures) from feeds") == [(3, 0)]


def test_a_long_crawl_delay_lets_a_redirect_be_finished(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: *\nCrawl-delay: 600"))
    site.put("calm.example/new", feed("Here"))
    url = site.put("calm.example/old", Answer("", 302, {"Location": site.url("calm.example/new")}))
    assert desk(tmp_path, site, [url]).crawl().codes == {"ok": 1}


def test_a_crawl_delay_holds_in_later_runs_though_robots_txt_is_not_fetched(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: aggregator\nCrawl-delay: 1"))
    urls = [site.put(f"calm.example/{number}", feed(str(number))) for number in range(3)]
    polled = desk(tmp_path, site, urls)
    polled.crawl()
    polled.crawl()
    times = [seen.at for seen in site.hits("calm.example")][4:]
    assert len(times) == 3
    assert all(second - first > 0.3 for first, second in itertools.pairwise(times))


# -- robots.txt


ROBOTS = {
    "rules": (Answer("User-agent: *\nDisallow: /no"), DAY),
    "none": (Answer("", 404), DAY),
    "two-hours": (Answer("", 200, {"Cache-Control": "max-age=7200"}), 2 * HOUR),
    "a-year": (Answer("", 200, {"Cache-Control": "max-age=31536000"}), DAY),
    "no-cache": (Answer("", 200, {"Cache-Control": "no-cache"}), HOUR),
}


def test_robots_txt_is_kept_across_runs_as_long_as_it_says_an_hour_to_a_day(site: ScriptedSite, tmp_path: Path) -> None:
    for name, (answer, _) in ROBOTS.items():
        site.put(f"{name}.example/robots.txt", answer)
    polled = desk(tmp_path, site, [site.put(f"{name}.example/feed", feed("One")) for name in ROBOTS])
    fetched: dict[str, list[int]] = {name: [] for name in ROBOTS}
    for seconds in (0, HOUR - MINUTE, HOUR + MINUTE, 2 * HOUR + MINUTE, DAY - MINUTE, DAY + MINUTE):
        site.seen.clear()
        assert later(polled, seconds).polls == len(ROBOTS)
        for name in ROBOTS:
            if site.hits(f"{name}.example/robots.txt"):
                fetched[name].append(seconds)
    assert fetched == {
        "rules": [0, DAY + MINUTE],
        "none": [0, DAY + MINUTE],
        "two-hours": [0, 2 * HOUR + MINUTE, DAY - MINUTE],
        "a-year": [0, DAY + MINUTE],
        "no-cache": [0, HOUR + MINUTE, 2 * HOUR + MINUTE, DAY - MINUTE],
    }


def test_a_kept_robots_txt_still_forbids(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: *\nDisallow: /no"))
    urls = [site.put(f"calm.example/{name}", feed(name)) for name in ("no", "yes")]
    polled = desk(tmp_path, site, urls)
    assert polled.crawl().codes == {"ok": 1, "robots": 1}
    assert polled.crawl().codes == {"unchanged": 1, "robots": 1}
    assert site.hits("calm.example/no") == []


def test_old_rules_hold_while_the_server_has_an_error(site: ScriptedSite, tmp_path: Path) -> None:
    answers = iter([Answer("User-agent: *\nDisallow: /no"), Answer("", 503), Answer("")])
    site.put("calm.example/robots.txt", lambda _: next(answers))
    urls = [site.put(f"calm.example/{name}", feed(name)) for name in ("no", "yes")]
    polled = desk(tmp_path, site, urls)
    codes = [later(polled, days * 2 * DAY).codes for days in range(3)]
    assert codes == [{"ok": 1, "robots": 1}, {"robots": 1, "unchanged": 1}, {"ok": 1, "unchanged": 1}]


def test_a_server_error_is_no_rule_to_keep(site: ScriptedSite, tmp_path: Path) -> None:
    answers = iter([Answer("", 503), Answer("")])
    site.put("calm.example/robots.txt", lambda _: next(answers))
    polled = desk(tmp_path, site, [site.put("calm.example/feed", feed("One"))])
    assert [polled.crawl().codes, polled.crawl().codes] == [{"robots": 1}, {"ok": 1}]


# -- Moves and duplicates, as a server tells them


HOPS = {"permanent": [301], "both": [308, 301], "found": [302], "temporary": [307], "mixed": [301, 302]}


def test_case_09_only_permanent_redirects_move_a_feed_and_only_on_the_third_day(
    site: ScriptedSite, tmp_path: Path
) -> None:
    for name, hops in HOPS.items():
        stations = [*(f"{name}.example/{number}" for number in range(len(hops))), f"{name}.example/here"]
        for status, (station, next_station) in zip(hops, itertools.pairwise(stations), strict=True):
            site.put(station, Answer("", status, {"Location": site.url(next_station)}))
        site.put(f"{name}.example/here", conditional)
    polled = desk(tmp_path, site, [site.url(f"{name}.example/0") for name in HOPS])
    for days in range(3):
        later(polled, days * DAY)
        moved_days = {name: days + 1 if name in ("permanent", "both") else 0 for name in HOPS}
        if days < 2:
            assert dict(polled.rows("select url, moved_days from feeds")) == {
                site.url(f"{name}.example/0"): count for name, count in moved_days.items()
            }
    assert dict(polled.rows("select url, moved_days from feeds")) == {
        site.url("permanent.example/here"): 0,
        site.url("both.example/here"): 0,
        site.url("found.example/0"): 0,
        site.url("temporary.example/0"): 0,
        site.url("mixed.example/0"): 0,
    }
    later(polled, 3 * DAY)
    for name in HOPS:
        moved = name in ("permanent", "both")
        assert len(site.hits(f"{name}.example/0")) == 3 + (not moved)
        told = [seen.headers["If-None-Match"] for seen in site.hits(f"{name}.example/here")]
        assert told == [None, '"1"', '"1"', '"1"']


def test_case_11_a_feed_that_leads_to_another_feed_is_not_fetched_twice(site: ScriptedSite, tmp_path: Path) -> None:
    target = site.put("paper.example/feed", conditional)
    old = site.put("paper.example/old", Answer("", 301, {"Location": target}))
    polled = desk(tmp_path, site, [f"http://ada:pw@paper.example:{site.port}/feed", old])
    codes = [later(polled, days * DAY).codes for days in range(2)]
    assert codes == [{"duplicate_feed": 1, "ok": 1}, {"duplicate_feed": 1, "not_modified": 1}]
    assert len(site.hits("paper.example/feed")) == 2
    assert polled.rows("select url, failures, moved_days from feeds where id = 2") == [(old, 2, 0)]


def test_case_10_a_feed_that_is_gone_is_asked_once(site: ScriptedSite, tmp_path: Path) -> None:
    polled = desk(tmp_path, site, [site.put("paper.example/feed", Answer("", 410))])
    assert [later(polled, days * 99 * DAY).polls for days in range(2)] == [1, 0]
    assert polled.rows("select state from feeds") == [("disabled",)]


def test_what_the_feed_says_of_itself_reaches_the_schedule(site: ScriptedSite, tmp_path: Path) -> None:
    head = '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">'
    documents = {
        "ttl.example": rss().replace("<title>", "<ttl>90</ttl><title>"),
        "sy.example": rss()
        .replace('<rss version="2.0">', head)
        .replace(
            "<title>", "<sy:updatePeriod>\n daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><title>"
        ),
    }
    urls = [site.put(f"{host}/feed", Answer(text, headers=XML)) for host, text in documents.items()]
    urls.append(site.put("cache.example/feed", Answer(rss(), headers=XML | {"Cache-Control": "max-age=9000"})))
    polled = desk(tmp_path, site, urls, poll_minutes=15)
    polled.crawl()
    assert polled.rows("select update_seconds, interval from feeds order by id") == [
        (90 * MINUTE, 90 * MINUTE),
        (6 * HOUR, 6 * HOUR),
        (None, 9000),
    ]


def test_pages_of_a_host_with_a_long_crawl_delay_are_read_one_in_a_run(site: ScriptedSite, tmp_path: Path) -> None:
    site.put("calm.example/robots.txt", Answer("User-agent: *\nCrawl-delay: 600"))
    items = "".join(
        f"<item><title>Story {n}</title><link>{site.url(f'calm.example/{n}')}</link><guid>{n}</guid></item>"
        for n in range(2)
    )
    document = f'<rss version="2.0"><channel><title>Calm</title>{items}</channel></rss>'
    url = site.put("elsewhere.example/feed", Answer(document, headers=XML))
    for number in range(2):
        page = f"<html><body><article><h1>Story {number}</h1><p>{'The harbour is open again. ' * 40}</p></article>"
        site.put(f"calm.example/{number}", Answer(page, headers={"Content-Type": "text/html"}))
    polled = desk(tmp_path, site, [url], pages=True)
    assert [later(polled, seconds).pages for seconds in (0, 300, 605)] == [1, 0, 1]
    assert len(site.hits("calm.example")) == 3
    assert polled.log.read_text() == ""

"""P7: the poller stays under 512 MB whatever servers send, and nobody pays with his time for another's megabytes."""

from __future__ import annotations

import asyncio
import gzip
import os
import time
from pathlib import Path

import pytest
from scrapy.http import Response

from aggregator.crawl.large import LARGE, OPEN, Gate
from aggregator.crawl.worker import Workers
from tests.scripted_site import Answer, Manner, ScriptedSite, Seen
from tests.test_crawl import XML, desk, feed, rss
from tests.test_crawl_kinds import index, kinds, sitemap

MEGABYTES_15 = 15 * 1024 * 1024


def padded(body: str | bytes, size: int) -> bytes:
    """A document with spaces behind it: large to fetch and to keep, quick to parse."""
    told = body.encode() if isinstance(body, str) else body
    return told + b" " * (size - len(told))


def test_many_answers_of_the_largest_size_at_once(site: ScriptedSite, tmp_path: Path) -> None:
    urls = []
    for number in range(24):
        body = padded(rss(f"Harbour {number} reopens", host=f"big{number}.example"), MEGABYTES_15)
        packed = Answer(gzip.compress(body, 1), headers=XML | {"Content-Encoding": "gzip"})
        answer = packed if number % 2 else Answer(body, headers=XML)
        urls.append(site.put(f"big{number}.example/feed", answer))
    polled = desk(tmp_path, site, urls)
    report = polled.crawl()

    assert (report.codes, report.new) == ({"ok": 24}, 24)
    assert report.peak_megabytes < 340  # 268 on a machine at rest; 406 without turns
    assert polled.log.read_text() == ""


def test_who_waits_for_a_turn_is_not_charged_for_it(site: ScriptedSite, tmp_path: Path) -> None:
    half = padded(rss("Never told"), LARGE + 100_000)
    urls = [site.put(f"halts{n}.example/feed", Answer(half, headers=XML, manner=Manner.HALT)) for n in range(OPEN)]

    def answer(_: Seen) -> Answer:
        time.sleep(1.0)  # the others have their turns by then, and keep them to the end of their time
        return Answer(padded(rss("Harbour reopens"), 3 * LARGE), headers=XML)

    urls += [site.put("waits.example/feed", answer), site.put("small.example/feed", feed("Ferry aground"))]
    polled = desk(tmp_path, site, urls, timeout=5.0)
    polled.crawl()

    polls = polled.polls()
    assert {name: poll["code"] for name, poll in polls.items()} == {
        "halts0": "timeout", "halts1": "timeout", "waits": "ok", "small": "ok",
    }  # fmt: skip
    assert polls["waits"]["elapsed_ms"] < 4500


def test_large_parts_of_large_indexes_do_not_wait_for_each_other(site: ScriptedSite, tmp_path: Path) -> None:
    rows = {}
    for number in range(OPEN + 1):
        host = f"index{number}.example"
        part = padded(sitemap(f"http://{host}/one"), LARGE + 1000)
        listed = index(site.put(f"{host}/part.xml", Answer(part, headers=XML)))
        rows[site.put(f"{host}/index.xml", Answer(padded(listed, LARGE + 1000), headers=XML))] = "sitemap"
    report = kinds(tmp_path, site, rows).crawl()

    assert (report.codes, report.new) == ({"ok": OPEN + 1}, OPEN + 1)


@pytest.mark.asyncio
async def test_turns_are_given_in_order_and_last_as_long_as_the_answer() -> None:
    gate = Gate()
    turns = [gate.turn() for _ in range(OPEN + 2)]
    assert [turn.done() for turn in turns] == [True] * OPEN + [False] * 2

    answer = Response("http://press.example/feed")
    gate.over(turns[0], answer)
    await asyncio.sleep(0.3)
    assert not turns[OPEN].done()
    del answer
    await asyncio.wait_for(turns[OPEN], 60)
    assert not turns[OPEN + 1].done()
    for turn in turns:
        gate.over(turn)


@pytest.mark.asyncio
async def test_an_answer_that_an_error_keeps_is_found_by_the_next_sweep() -> None:
    gate = Gate()
    turns = [gate.turn() for _ in range(OPEN + 1)]

    def fail(answer: Response) -> None:
        kept: list[object] = [answer]
        kept.append(kept)
        gate.over(turns[0], answer)

    fail(Response("http://press.example/feed"))
    await asyncio.wait_for(turns[OPEN], 60)


@pytest.mark.asyncio
async def test_who_no_longer_waits_is_passed_over() -> None:
    gate = Gate()
    turns = [gate.turn() for _ in range(OPEN + 2)]
    gate.over(turns[OPEN])
    gate.over(turns[0])
    await asyncio.wait_for(turns[OPEN + 1], 60)
    assert not turns[OPEN].done()


@pytest.mark.asyncio
async def test_large_documents_are_parsed_by_one_process_and_small_ones_go_past(tmp_path: Path) -> None:
    workers = Workers(count=2, seconds=300)
    try:
        large = b" " * (LARGE + 1)
        assert {await workers.run(_process, large) for _ in range(2)} == {await workers.run(_process, large)}
        go_on = tmp_path / "go on"
        slow = [asyncio.ensure_future(workers.run(_slowly, large, str(go_on))) for _ in range(2)]
        await asyncio.sleep(0.05)
        small = {await workers.run(_process, b"small") for _ in range(3)}
        go_on.touch()
        assert len(small) == 1
        assert small.isdisjoint({await asking for asking in slow})
    finally:
        workers.close()


def _process(body: bytes) -> int:
    return os.getpid()


def _slowly(body: bytes, go_on: str) -> int:
    while not Path(go_on).exists():
        time.sleep(0.02)
    return _process(body)

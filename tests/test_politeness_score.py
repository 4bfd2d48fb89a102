"""The score of a polite client: an hour of it is perfect, and each rule can be broken."""

from __future__ import annotations

from email.message import Message

import pytest

from bench.polite_server import DAY, HOUR, MINUTE, Request
from bench.politeness import CONTACT, judged, moments, simulate


def test_an_hour_with_a_restart_breaks_no_rule_and_loses_no_article() -> None:
    outcome = simulate(hours=1, restarts=1)
    assert {rule.name: list(rule.broken) for rule in outcome.rules if rule.broken} == {}
    assert outcome.cycles == 5
    assert outcome.published == outcome.stored > 250
    assert outcome.not_modified > 10


def test_a_restart_comes_in_the_middle_of_a_quarter_of_an_hour() -> None:
    starts = list(moments(24, 5))
    assert len(starts) == 101
    assert sum(start % (15 * MINUTE) == 0 for start in starts) < 30


def asked(at: float, path: str = "/feed", host: str = "wire.example", status: int = 304, **headers: str) -> Request:
    sent = Message()
    told = {"User-Agent": f"aggregator (+{CONTACT})", "If-None-Match": '"1"'}
    for name, value in (told | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value:
            sent[name] = value
    return Request(host, path, at, sent, status, {"ETag": '"1"'})


FIRST = asked(0, status=200, If_None_Match="")


def told(request: Request, **headers: str) -> Request:
    new = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(request.host, request.path, request.at, request.headers, request.status, {**request.told, **new})


@pytest.mark.parametrize(
    ("rule", "requests"),
    [
        pytest.param(None, [FIRST, asked(HOUR), asked(2 * HOUR)], id="none"),
        pytest.param("one unconditional GET a feed", [FIRST, asked(HOUR, If_None_Match="")], id="unconditional"),
        pytest.param("validators as they were given", [FIRST, asked(HOUR, If_None_Match='"2"')], id="a wrong ETag"),
        pytest.param("no Referer", [FIRST, asked(HOUR, Referer="http://a.example/")], id="a Referer"),
        pytest.param("no cookie", [FIRST, asked(HOUR, Cookie="visitor=1")], id="a cookie"),
        pytest.param("a User-Agent with a contact", [FIRST, asked(HOUR, User_Agent="curl")], id="anonymous"),
        pytest.param(
            "robots.txt once a day and host",
            [asked(0, "/robots.txt"), asked(HOUR, "/robots.txt"), asked(0, "/robots.txt", "b.example")],
            id="robots.txt again",
        ),
        pytest.param("nothing that robots.txt forbids", [asked(0, "/private/feed", status=200, If_None_Match="")],
                     id="a forbidden address"),
        pytest.param(
            "Crawl-delay",
            [asked(0, host="calm.example", status=200, If_None_Match=""),
             asked(60, "/b", "calm.example", 200, If_None_Match="")], id="in haste"),
        pytest.param("Retry-After", [told(asked(0, status=503, If_None_Match=""), Retry_After="7200"),
                                     asked(HOUR, If_None_Match="")], id="too soon after 503"),
        pytest.param(
            "429 counts for the whole host",
            [told(asked(0, "/a", status=429, If_None_Match=""), Retry_After="7200"),
             asked(HOUR, "/b", If_None_Match="")], id="another feed after 429"),
        pytest.param("Cache-Control", [told(FIRST, Cache_Control="max-age=7200"), asked(HOUR)], id="still fresh"),
        pytest.param("a feed at most every quarter of an hour", [FIRST, asked(5 * MINUTE)], id="too often"),
        pytest.param("nothing after 410", [asked(0, status=410, If_None_Match=""), asked(DAY, If_None_Match="")],
                     id="after 410"),
        pytest.param(
            "errors backed off from",
            [asked(n * 20 * MINUTE, status=500, If_None_Match="") for n in range(4)], id="a storm"),
    ],
)  # fmt: skip
def test_each_rule_can_be_broken(rule: str | None, requests: list[Request]) -> None:
    broken = [found.name for found in judged(requests) if found.broken]
    assert rule in broken if rule else broken == []

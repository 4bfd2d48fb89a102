"""How the feeds are: the view's verdicts, the page, the command with its exit code, and the counters."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from aggregator.cli import cli
from aggregator.cli.common import Place
from aggregator.errors import StoreError
from aggregator.models import ANSWERED, PollCode
from aggregator.site.health import code_words, headline
from aggregator.site.metrics import is_local
from aggregator.site.serve import make_app
from aggregator.store.health import CONDITIONS, FALLEN_SILENT, feed_health
from aggregator.store.publish import publish
from aggregator.times import iso, utc_now
from aggregator.workspace import Workspace
from tests.conftest import Clock
from tests.site_fixtures import METADATA, NOW

HOUR, DAY = 3600, 86400


def stand(
    workspace: Workspace, polls: dict[float, str], feed: int = 1, now: datetime | None = None, **told: Any
) -> None:
    """Puts a feed's row and its polls, given by the hours ago, as they would be after them."""
    now = now or workspace.clock()
    db = workspace.store.db
    with workspace.store.transaction():
        for hours, code in polls.items():
            db.execute(
                "insert into polls (feed_id, at, code, status, new, fresh) values (?, ?, ?, 200, 2, 2)",
                [feed, iso(now - timedelta(hours=hours)), code],
            )
        for name, value in told.items():
            moment = name in ("last_good", "newest", "failing_since", "next_poll")
            stored = iso(now - timedelta(hours=value)) if moment else value
            db.execute(f"update feeds set {name} = ? where id = ?", [stored, feed])


def condition(workspace: Workspace, feed: int = 1) -> str:
    query = "select condition from feed_health where feed_id = ?"
    return str(workspace.store.db.execute(query, [feed]).fetchone()[0])


WELL = {"last_good": 0, "newest": 1, "gap": HOUR}


@pytest.mark.parametrize(
    ("polls", "told", "expected"),
    [
        pytest.param({}, {}, "new", id="never polled"),
        pytest.param({0: "ok"}, WELL, "well", id="in order"),
        pytest.param({0: "not_modified"}, WELL | {"newest": 71}, "well", id="a long week's end"),
        pytest.param({0: "not_modified"}, WELL | {"newest": 73}, "silent", id="three days, usually one an hour"),
        pytest.param({0: "ok"}, WELL | {"newest": 240, "gap": DAY}, "well", id="ten days of a daily"),
        pytest.param({0: "ok"}, WELL | {"newest": 241, "gap": DAY}, "silent", id="more than that"),
        pytest.param({0: "ok"}, {"last_good": 0, "newest": 719}, "well", id="a month, and no gap known"),
        pytest.param({0: "ok"}, {"last_good": 0, "newest": 721}, "silent", id="more than a month"),
        pytest.param({0: "empty", 721: "empty"}, {"last_good": 0}, "silent", id="empty for a month"),
        pytest.param({0: "dns"}, WELL | {"failures": 1, "failing_since": 0}, "unsteady", id="fails for the first time"),
        pytest.param({0: "dns"}, WELL | {"failures": 5, "failing_since": 23}, "unsteady", id="fails for hours"),
        pytest.param({0: "dns"}, WELL | {"failures": 6, "failing_since": 24}, "failing", id="fails for a day"),
        pytest.param({30: "dns"}, WELL | {"failures": 1, "failing_since": 30}, "unsteady", id="was not asked since"),
        pytest.param({0: "not_found"}, {"state": "dead", "failures": 10, "failing_since": 99}, "dead", id="dead"),
        pytest.param({0: "gone"}, {"state": "disabled", "failures": 1, "failing_since": 0}, "disabled", id="gone"),
        pytest.param({0: "ok"}, WELL | {"newest": 9999, "state": "unlisted"}, "unlisted", id="unlisted"),
    ],
)
def test_the_condition_of_a_feed(
    workspace: Workspace, polls: dict[float, str], told: dict[str, Any], expected: str
) -> None:
    stand(workspace, polls, **told)
    assert condition(workspace) == expected


@pytest.mark.parametrize(
    ("polls", "a_day"),
    [
        pytest.param(dict.fromkeys(range(0, 97, 12), "ok"), 4.0, id="four days: the first poll does not count"),
        pytest.param(dict.fromkeys(range(0, 241, 12), "ok"), 4.0, id="of the last seven days"),
        pytest.param({0: "ok", 12: "ok"}, None, id="half a day tells no rate"),
        pytest.param({}, None, id="never polled"),
    ],
)
def test_articles_a_day(workspace: Workspace, polls: dict[float, str], a_day: float | None) -> None:
    stand(workspace, polls)
    assert {feed.feed_id: feed.articles_a_day for feed in feed_health(workspace.store.path)}[1] == a_day


def test_somebody_elses_database_is_refused_as_one(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(other)) as db:
        db.execute("create table t (a)")
    with pytest.raises(StoreError, match="is not a working database of this program"):
        feed_health(other)


def test_the_worst_comes_first_and_passwords_do_not(workspace: Workspace) -> None:
    stand(workspace, {0: "ok"}, 1, **WELL)
    stand(workspace, {0: "gone"}, 2, state="disabled", url="https://ada:pw@center.example/feed")
    stand(workspace, {0: "dns"}, 3, failures=6, failing_since=50)
    stand(workspace, {0: "dns"}, 4, failures=9, failing_since=99)
    feeds = feed_health(workspace.store.path)
    assert [(feed.feed_id, feed.condition) for feed in feeds] == [
        (4, "failing"), (3, "failing"), (2, "disabled"), (1, "well"),
    ]  # fmt: skip
    assert feeds[2].url == "https://center.example/feed"


# -- The command


def run(workspace: Workspace, *words: str) -> tuple[int, str]:
    place = Place(db_named=workspace.store.path, config_path=None)
    result = CliRunner().invoke(cli, list(words), obj=place, standalone_mode=False)
    assert result.exception is None, result.exception
    return int(result.return_value or 0), result.output


@pytest.fixture
def today(clock: Clock) -> Clock:
    """The command reads the machine's clock, so what it reads is of today."""
    clock.now = utc_now()
    return clock


def test_health_is_quiet_while_all_feeds_speak(today: Clock, workspace: Workspace) -> None:
    for feed in (1, 2, 3, 4):
        stand(workspace, {0: "ok"}, feed, next_poll=-1, **WELL)
    assert run(workspace, "health") == (0, "4 feeds: 4 well\n")


def test_health_tells_who_has_fallen_silent(today: Clock, workspace: Workspace) -> None:
    stand(workspace, {0: "ok"}, 1, next_poll=-1, **WELL | {"newest": 240, "gap": HOUR})
    stand(workspace, {0: "dns"}, 2, next_poll=-1, failures=7, failing_since=30)
    code, said = run(workspace, "health")
    assert code == 1
    assert re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "TIME", said).splitlines() == [
        "failing   http://center.example/feed  dns 7 times in a row since TIME",
        "silent    http://left.example/feed  no new article since TIME, usually one every 1 h",
        "4 feeds: 1 failing, 1 silent, 2 new",
    ]
    code, said = run(workspace, "health", "--json")
    assert code == 1
    assert [feed["condition"] for feed in json.loads(said)["feeds"]] == ["failing", "silent", "new", "new"]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("drop view feed_health", id="no view"),
        pytest.param("drop view feed_health; create view feed_health as select 1 as feed_id", id="an older one"),
    ],
)
def test_health_of_a_database_of_an_older_version_is_told_what_to_do(workspace: Workspace, statement: str) -> None:
    workspace.store.db.executescript(statement)
    with pytest.raises(StoreError, match="of an older version; `aggregator publish` brings it up to date"):
        feed_health(workspace.store.path)


@pytest.mark.parametrize(
    ("due_hours_ago", "code"), [pytest.param(23, 0, id="late by less than a day"), pytest.param(25, 1, id="by more")]
)
def test_health_tells_that_nobody_polls(today: Clock, workspace: Workspace, due_hours_ago: float, code: int) -> None:
    for feed in (1, 2, 3, 4):
        stand(workspace, {26: "ok"}, feed, next_poll=due_hours_ago, last_good=26, newest=27, gap=HOUR)
    told, said = run(workspace, "health")
    assert (told, "nothing was polled since" in said) == (code, bool(code))


def test_a_feed_is_enabled_by_hand(workspace: Workspace, config: Any, tmp_path: Path) -> None:
    stand(workspace, {0: "gone"}, 1, state="disabled", state_reason="410", url="http://ada:pw@left.example/feed")
    names = {name: getattr(config.files, name) for name in ("outlets", "ratings", "feeds")}
    names["feeds"].write_text(names["feeds"].read_text().replace("//left.", "//ada:pw@left."))
    settings = tmp_path / "aggregator.toml"
    settings.write_text("[files]\n" + "\n".join(f'{name} = "{path}"' for name, path in names.items()))
    place = Place(db_named=workspace.store.path, config_path=settings)
    asked = ["feeds", "enable", "http://ada:pw@left.example/feed"]
    result = CliRunner().invoke(cli, asked, obj=place, standalone_mode=False)
    assert result.output == "http://left.example/feed will be polled in the next run\n"
    assert workspace.store.db.execute("select state, state_reason, next_poll from feeds where id = 1").fetchone() == (
        "active", None, None,
    )  # fmt: skip


# -- The page and the counters


@pytest.fixture
def site(workspace: Workspace, clock: Clock) -> Any:
    clock.now = NOW
    stand(workspace, {0: "not_modified", 26: "ok"}, 1, next_poll=-1, **WELL)
    stand(workspace, {0: "gone"}, 2, state="disabled", state_reason="410 Gone on 2026-11-22: it will not come back",
          url="https://ada:s3cret@center.example/feed", failures=1, failing_since=0)  # fmt: skip
    stand(workspace, {0: "timeout"}, 3, failures=9, failing_since=72, next_poll=2, last_good=73, newest=80)
    with workspace.store.transaction():
        workspace.store.db.execute("update outlets set name = '<b>Bold & Co</b>' where domain = 'right.example'")
    publish(workspace.store.path, summary_characters=300)
    return make_app(workspace.store.path.parent / "published" / "news.db", METADATA, clock=lambda: NOW)


def get(site: Any, path: str, **headers: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path, headers=headers))
    return response


def text(response: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2 of 4 feeds bring nothing any more", id="how many"),
        pytest.param("1 failing 1 disabled 1 new 1 well", id="by condition, worst first"),
        pytest.param("no whole answer in time , 9 times since 19 Nov, 12:00", id="why, how often and since when"),
        pytest.param("410 Gone on 2026-11-22: it will not come back", id="the reason of a state"),
        pytest.param("&lt;b&gt;Bold &amp; Co&lt;/b&gt;", id="an outlet's name is text"),
        pytest.param("due since 22 Nov, 10:00", id="a poll that should have been"),
        pytest.param("https://center.example/feed", id="an address without its password"),
    ],
)
def test_the_page_says(site: Any, words: str) -> None:
    assert words in text(get(site, "/health"))


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        pytest.param(["well", "well"], "2 feeds, and all of them speak", id="all"),
        pytest.param(["new", "new"], "2 feeds, none asked yet", id="never asked"),
        pytest.param(["unsteady"] * 14, "None of 14 feeds speaks", id="the first run was without a network"),
        pytest.param(["new", "well"], "1 of 2 feeds speaks", id="one was added"),
        pytest.param(["dead", "well", "unlisted"], "1 of 2 feeds brings nothing any more", id="one left the list"),
        pytest.param(["unlisted"], "No feed is listed any more", id="all left the list"),
        pytest.param([], "No feeds yet", id="none"),
    ],
)
def test_the_headline_counts_only_who_speaks(conditions: list[str], words: str) -> None:
    assert headline(conditions) == words


def test_the_page_has_no_password_and_the_file_neither(site: Any) -> None:
    everything = get(site, "/health").text + get(site, "/health.json").text + get(site, "/news/feed_health.json").text
    assert "s3cret" not in everything + get(site, "/-/metrics").text
    assert b"s3cret" not in site.databases["news"].path.encode() + Path(site.databases["news"].path).read_bytes()


def test_programs_get_every_feed(site: Any) -> None:
    told = get(site, "/health.json").json()
    assert told["counts"] == dict.fromkeys(CONDITIONS, 0) | {"failing": 1, "disabled": 1, "new": 1, "well": 1}
    assert [feed["feed_id"] for feed in told["feeds"]] == [3, 2, 4, 1]
    assert {feed["condition"] for feed in told["feeds"]} & FALLEN_SILENT == {"failing", "disabled"}


def test_a_site_without_feeds_says_so(open_db: Callable[[], Workspace], config: Any, tmp_path: Path) -> None:
    config.files.feeds.write_text("url,outlet,section,language,fetch_pages,last_seen\n")
    workspace = open_db()
    publish(workspace.store.path, summary_characters=300)
    empty = make_app(tmp_path / "published" / "news.db", METADATA, clock=lambda: NOW)
    assert "No feed is listed, so none is polled" in text(get(empty, "/health"))
    assert "aggregator_polls_total" in get(empty, "/-/metrics").text


def test_the_counters(site: Any) -> None:
    answer = get(site, "/-/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    values = dict(line.rsplit(" ", 1) for line in answer.text.splitlines() if not line.startswith("#"))
    assert values['aggregator_feeds{condition="failing"}'] == "1"
    assert values['aggregator_feeds{condition="silent"}'] == "0"
    assert values['aggregator_polls_total{code="ok"}'] == "1"
    assert values['aggregator_polls_total{code="timeout"}'] == "1"
    assert values["aggregator_last_poll_timestamp_seconds"] == str(int(NOW.timestamp()))
    assert sum(name.startswith("aggregator_polls_total") for name in values) == len(PollCode)
    for name in {re.split(r"[{ ]", line)[0] for line in answer.text.splitlines() if not line.startswith("#")}:
        assert len(re.findall(rf"^# TYPE {name} (?:gauge|counter)$", answer.text, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"X-Forwarded-For": "127.0.0.1"}, id="X-Forwarded-For, whatever it says"),
        pytest.param({"Forwarded": "for=203.0.113.5"}, id="Forwarded"),
        pytest.param({"X-Real-IP": "203.0.113.5"}, id="X-Real-IP"),
        pytest.param({"Via": "1.1 proxy"}, id="Via"),
        pytest.param({"Host": "news.example"}, id="another name"),
        pytest.param({"Host": "127.0.0.1.evil.example:80"}, id="a name that begins like ours"),
    ],
)
def test_the_counters_are_not_for_others(site: Any, headers: dict[str, str]) -> None:
    assert get(site, "/-/metrics", **headers).status_code == 404


@pytest.mark.parametrize(
    ("client", "host", "local"),
    [
        pytest.param("127.0.0.1", "127.0.0.1:8001", True, id="loopback"),
        pytest.param("127.8.8.8", "localhost", True, id="all of 127/8"),
        pytest.param("::1", "[::1]:8001", True, id="IPv6 with a port"),
        pytest.param("::1", "[::1]", True, id="IPv6 without"),
        pytest.param("203.0.113.5", "localhost:8001", False, id="elsewhere, with our name"),
        pytest.param("192.168.1.7", "localhost:8001", False, id="the same house"),
        pytest.param("", "localhost", False, id="nobody"),
        pytest.param("testclient", "localhost", False, id="no address"),
        pytest.param("127.0.0.1", "", False, id="no name"),
    ],
)
def test_who_is_on_this_machine(client: str, host: str, local: bool) -> None:
    scope = {"headers": [(b"host", host.encode())], "client": (client, 1)}
    assert is_local(scope) is local


def test_a_connection_without_an_address_is_not_local() -> None:
    assert not is_local({"headers": [(b"host", b"localhost")], "client": None})


@pytest.mark.parametrize("code", [code for code in PollCode if code not in ANSWERED])
def test_every_failure_has_words(code: PollCode) -> None:
    named_well = (PollCode.NOT_FOUND, PollCode.TOO_LARGE)
    assert code_words(code) != code.replace("_", " ") or code in named_well

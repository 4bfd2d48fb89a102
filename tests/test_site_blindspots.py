"""The page of the blindspots: what is named, with its evidence, and what says nothing, counted."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, NOW, RESERVOIR, build
from tests.test_site import get, text


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("blindspots"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("/blindspots", "Of a story with 4 or more rated origins, a side with none of them is called blind "
                     "where 2 or more of its outlets were heard without a gap from the story&#39;s first article to 4 "
                     "hours after its last, and where chance accounts for at most 25 % of the day&#39;s silences",
                     id="the rule"),
        pytest.param("/blindspots", "Sunday 22 November 2026 1 story of 4 or more rated origins; 3 of 3 sides could be "
                     "tested.", id="how much could be tested"),
        pytest.param("/blindspots", "Nothing on the right Reservoir level falls below the 1976 mark", id="a side"),
        pytest.param("/blindspots", "0 of 1.3 expected of 5 rated origins, 4 by outlets that were heard · "
                     "p = .20, q = .25 · 5 outlets of this side heard", id="its evidence"),
        pytest.param("/blindspots", "Friday 20 November 2026 1 story of 4 or more rated origins; 2 of 3 sides could be "
                     "tested; of the others too few outlets were heard, or it is too early. No blindspot is named. 1 "
                     "silence: not known (too few of the side's outlets were heard).",
                     id="what is not known is counted"),
        pytest.param("/blindspots", "Red Lantern (news): heard until 22 Nov, 05:55 ; last failure: no whole answer in "
                     "time", id="a feed that was out"),
        pytest.param("/blindspots?day=2026-11-20", "Anvil (news): not heard when the day began; last failure: no whole "
                     "answer in time", id="the feeds of the day that was asked for"),
        pytest.param("/blindspots?provider=mbfc", "p = .17, q = .21 · 4 outlets of this side heard", id="by another"),
        pytest.param("/blindspots?day=2026-11-19", "On Thursday 19 November 2026 no story had 4 or more origins that "
                     "AllSides rates", id="a day without"),
        pytest.param("/blindspots?day=2026-11-20", "Saturday 21 November 2026 →", id="the day after"),
        pytest.param("/blindspots?day=2026-11-21", "← Friday 20 November 2026", id="the day before"),
        pytest.param("/blindspots?day=9999-12-31", "9999-12-31&#39; is none", id="the calendar's last day"),
        pytest.param("/blindspots?day=yesterday", "takes a day such as 2026-11-22", id="no day"),
        pytest.param("/blindspots?day=", "Sunday 22 November 2026", id="an empty field"),
        pytest.param("/", "Stories Search Blindspots Storylines Outlets", id="in the navigation"),
    ],
)  # fmt: skip
def test_it_says(site: Any, address: str, words: str) -> None:
    assert words in text(get(site, address))


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(f'<a href="/story/{RESERVOIR}">', id="its story"),
        pytest.param(f"/news/story_polls_by_provider?story_id={RESERVOIR}&amp;provider=AllSides&amp;side=right",
                     id="who was heard"),
        pytest.param("/news/blindspots_by_provider?provider=AllSides&amp;day=2026-11-20&amp;verdict=not%20known"
                     "&amp;_sort=q", id="the rows"),
        pytest.param('href="/methodology#blindspots"', id="the method"),
    ],
)  # fmt: skip
def test_each_number_leads_to_its_rows(site: Any, link: str) -> None:
    page = get(site, "/blindspots").text
    assert link in page.replace("+", "%20")
    target = link.partition('"')[2].rstrip('">') if link.startswith("<a") else link.replace("&amp;", "&")
    if target.startswith("/news"):
        assert get(site, target).status_code == 200


def test_the_same_for_programs(site: Any) -> None:
    told = json.loads(get(site, "/blindspots.json").text)
    assert told["rule"] | {"words": ""} == {
        "min_origins": 4, "min_polled": 2, "false_discoveries": 0.25, "hours": 4, "words": "",
    }  # fmt: skip
    assert [(day["day"], day["stories"], day["tests"], len(day["blindspots"])) for day in told["days"]] == [
        ("2026-11-22", 1, 3, 1), ("2026-11-21", 1, 0, 0), ("2026-11-20", 1, 2, 0),
    ]  # fmt: skip
    spot = told["days"][0]["blindspots"][0]
    assert (spot["story_id"], spot["side"], spot["observed"], spot["q"]) == (RESERVOIR, "right", 0, 0.2462)
    assert spot["origins_by_lean"] == {"left": 2, "lean left": 2, "center": 1}
    assert told["days"][2]["verdicts"] == {"not known": {"sides": 1, "early": 0}}


def test_nobody_rates_so(site: Any) -> None:
    answer = get(site, "/blindspots?provider=nobody")
    assert answer.status_code == 400
    assert "Those who rate here: AllSides, MBFC" in text(answer)


def test_no_story_is_large_enough(published: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.db"
    other.write_bytes(published.read_bytes())
    with sqlite3.connect(other) as db:
        db.execute("delete from side_tests")
        db.execute("delete from blindspots_by_provider")
    db.close()
    page = asyncio.run(make_app(other, METADATA, clock=lambda: NOW).client.get("/blindspots"))
    assert "No story has 4 or more origins that AllSides rates yet." in text(page)


def test_what_was_imported_is_told_once_and_not_feed_by_feed(published: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.db"
    other.write_bytes(published.read_bytes())
    with sqlite3.connect(other) as db:
        db.execute("delete from polls")
        db.execute("delete from feed_coverage")
    db.close()
    page = text(asyncio.run(make_app(other, METADATA, clock=lambda: NOW).client.get("/blindspots")))
    assert "Nobody was: nothing was polled, what is here was imported" in page
    assert "no answer yet" not in page

"""Searches and comparisons stand in a line of their own, so that other pages never wait behind them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import httpx
import pytest

from aggregator.site import line
from aggregator.site.line import PLACES, Line
from aggregator.site.serve import make_app
from tests.site_fixtures import HARBOUR, METADATA, NOW, build

WIDE = ("/search?q=senate", "/search.json?q=senate", "/search.atom?q=senate", "/search.csv?q=senate",
        "/compare?a=left&b=right", "/compare.csv?a=left&b=right")  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("lined")), METADATA, clock=lambda: NOW)


@pytest.fixture
def site(made: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A site with a line that no other test's event loop has waited in."""
    monkeypatch.setattr(made, "reading_room", replace(made.reading_room, line=Line()))
    return made


@pytest.mark.parametrize("path", WIDE)
def test_who_finds_no_place_is_told_to_come_again(site: Any, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "WAIT_SECONDS", 0.05)

    async def asked() -> list[httpx.Response]:
        held = [await site.reading_room.line.enter() for _ in range(PLACES)]
        found = [await site.client.get(path), await site.client.get(f"/story/{HARBOUR}")]
        for place in held:
            place.leave()
        return [*found, await site.client.get(path)]

    sent_away, story, answered = asyncio.run(asked())
    assert [sent_away.status_code, story.status_code, answered.status_code] == [429, 200, 200]
    assert "Too many questions" in sent_away.text
    assert sent_away.headers["retry-after"] == "5"


@pytest.mark.parametrize("path", [*WIDE, "/search?from=yesterday", "/compare?a=nobody&b=right", "/search.atom"])
def test_a_place_is_given_back_whatever_the_answer_is(site: Any, path: str) -> None:
    async def asked() -> set[int]:
        return {(await site.client.get(path)).status_code for _ in range(PLACES + 1)}

    assert 429 not in asyncio.run(asked())


def test_a_place_that_comes_free_is_taken(site: Any) -> None:
    async def asked() -> int:
        held = [await site.reading_room.line.enter() for _ in range(PLACES)]
        waiting = asyncio.create_task(site.client.get(WIDE[0]))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        for place in held:
            place.leave()
            place.leave()
        return int((await waiting).status_code)

    assert asyncio.run(asked()) == 200

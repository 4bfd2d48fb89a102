"""The demo says that it is made up, and which commands it refuses; a newsroom of one's own says neither."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import HARBOUR, METADATA, NOW, build

MADE_UP = "This is the demo : every outlet, person and place in it is made up."
REFUSED = "The demo takes no ruling, as it is made anew each time."


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Any]:
    """The same newsroom as one's own, and as the demo."""
    own, demo = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("demo")
    return {False: made(build(own)), True: made(as_demo(demo))}


def as_demo(folder: Path) -> Path:
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.reference.set_settings({"demo": 1})
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


def made(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


def text(site: Any, path: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", asyncio.run(site.client.get(path)).text).split())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/", MADE_UP, id="the foot"),
        pytest.param("/news", MADE_UP, id="the foot of Datasette's pages"),
        pytest.param(f"/story/{HARBOUR}", REFUSED, id="wrong story?"),
        pytest.param("/article/1", REFUSED, id="to have it taken out"),
    ],
)
def test_the_demo_says_so(sites: dict[bool, Any], path: str, words: str) -> None:
    assert {demo: words in text(site, path) for demo, site in sites.items()} == {False: False, True: True}

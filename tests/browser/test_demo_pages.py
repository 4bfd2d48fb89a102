"""The demo's pages, full as those of a newsroom of days: they hold for every reader, and are drawn for the docs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.every import holds_for_every_reader
from tests.browser.pictures import PICTURES, picture
from tests.pages_of_ours import DEMO_PAGES

# `make browser` names docs/screens here, and so draws the pictures of the docs anew.
FOLDER = os.environ.get("SCREENS")


@pytest.mark.parametrize("path", DEMO_PAGES.values(), ids=DEMO_PAGES.keys())
def test_it_holds_for_every_reader(glance: Any, demo_address: str, path: str) -> None:
    holds_for_every_reader(glance, demo_address + path)


@pytest.fixture(scope="module")
def painter(browser: Any) -> Iterator[Any]:
    """A tab of its own, in which a picture is read back as pixels."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_drawn(browser: Any, painter: Any, demo_address: str, tmp_path: Path, name: str) -> None:
    drawn = picture(browser, painter, demo_address, name)
    (Path(FOLDER) if FOLDER else tmp_path).joinpath(f"{name}.png").write_bytes(drawn)
    assert 5_000 < len(drawn) < 150_000, "neither empty nor a burden to every clone"
    if name == "story":
        assert picture(browser, painter, demo_address, name) == drawn, "the same bytes each time"

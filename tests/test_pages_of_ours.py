"""The list of pages is complete: a route that no test of every page visits fails here."""

from __future__ import annotations

import re

import pytest

from aggregator.site import assets
from aggregator.site.plugin import PAGES as NAVIGATION
from aggregator.site.plugin import Page, register_routes
from tests.browser.pictures import PICTURES
from tests.pages_of_ours import DATASETTE, DEMO_PAGES, NO_PAGE, PAGES, PROBLEMS
from tests.site_fixtures import ROOT

VISITED = [*PAGES.values(), *DEMO_PAGES.values()]


@pytest.mark.parametrize("route", [route for route, _ in register_routes()])
def test_every_route_is_visited(route: str) -> None:
    visited = [path for path in VISITED if re.match(route, path.partition("?")[0])]
    assert visited or route in NO_PAGE | {assets.ROUTE}, "add a path of it to tests/pages_of_ours.py"


@pytest.mark.parametrize("page", NAVIGATION, ids=lambda page: page.name)
def test_every_page_of_the_navigation_is_visited(page: Page) -> None:
    assert page.address in [*VISITED, *DATASETTE.values()]


def test_names_are_unique() -> None:
    groups = (PAGES, PROBLEMS, DEMO_PAGES, DATASETTE)
    assert len({name for group in groups for name in group}) == sum(map(len, groups))


def test_every_picture_is_shown_and_every_picture_shown_is_drawn() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/reading.md")]
    shown = {name for text in texts for name in re.findall(r"screens/([\w-]+)\.png", text)}
    assert shown == set(PICTURES) == {path.stem for path in (ROOT / "docs" / "screens").iterdir()}
    assert sum(path.stat().st_size for path in (ROOT / "docs" / "screens").iterdir()) < 1_000_000

"""One browser and one server a process: `address` is the newsroom by the sea, `demo_address` the demo's, `page` a tab.

They end with this folder: playwright's loop would stand in the way of the tests that run one of their own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.rooms import DEMO_NOW, PATIENCE, demo, sea, served
from tests.site_fixtures import NOW

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--font-render-hinting=none")  # fmt: skip
ELSEWHERE = re.compile(r"^(?!(http://127\.0\.0\.1:|data:|about:|blob:))")


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(sea(tmp_path_factory.mktemp("sea")), NOW) as where:
        yield where


@pytest.fixture(scope="package")
def demo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(demo(tmp_path_factory.mktemp("demo")), DEMO_NOW) as where:
        yield where


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium; `apt-get install chromium` brings it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A tab; parametrised by the options of its context. The test fails where anything speaks, or asks elsewhere."""
    yield from tab(browser, **getattr(request, "param", {}))


@pytest.fixture(scope="package")
def kept_tab(browser: Any) -> Iterator[Any]:
    """One tab for all tests that only look: opening one takes longer than most looks."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def glance(kept_tab: Any) -> Iterator[Any]:
    """The kept tab at its usual size and light, watched anew."""
    kept_tab.set_viewport_size({"width": 1280, "height": 800})
    kept_tab.emulate_media(color_scheme="light", media="screen", forced_colors="none", reduced_motion="no-preference")
    yield from watched(kept_tab)


def tab(browser: Any, **options: Any) -> Iterator[Any]:
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    yield from watched(context.new_page())
    context.close()


def watched(opened: Any) -> Iterator[Any]:
    """Yields a tab and then fails where its console, a dialog or an error spoke, or a request left this machine.

    That a page itself was answered with a 404 or 400, the browser says in its console too; that is no fault.
    """
    said: list[tuple[str, str]] = []
    left: list[str] = []
    visited: set[str] = set()
    listeners = {
        "console": lambda message: said.append((message.text, message.location["url"])),
        "pageerror": lambda error: said.append((str(error), "")),
        "dialog": lambda dialog: said.append((f"dialog: {dialog.message}", "")),
        "framenavigated": lambda frame: visited.add(frame.url),
    }

    def stop(route: Any) -> None:
        left.append(route.request.url)
        route.abort()

    for event, listener in listeners.items():
        opened.on(event, listener)
    opened.route(ELSEWHERE, stop)
    yield opened
    for event, listener in listeners.items():
        opened.remove_listener(event, listener)
    opened.unroute(ELSEWHERE)
    faults = [one for one in said if not (one[0].startswith("Failed to load resource") and one[1] in visited)]
    assert (faults, left) == ([], [])

"""The pages in a real browser: nothing runs, nothing scrolls sideways, and the SQL editor works under our headers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from aggregator.site.research import QUESTIONS
from aggregator.site.serve import make_app
from tests.site_fixtures import FERRY, HARBOUR, METADATA, NOW, OLD, RESERVOIR, VOTING, build

CHROMIUM = Path("/usr/bin/chromium")
STORIES = (HARBOUR, FERRY, RESERVOIR, VOTING, OLD)
PAGES = ["/", "/health", "/?q=senate", "/?day=2026-11-20", "/revisions", "/blindspots"]
PAGES += [*(f"/story/{one}" for one in STORIES), "/story/99", "/outlets", "/outlet/courier.example"]
PAGES += ["/outlet/mina.example", "/research", "/methodology"]
PAGES += [f"/research/{one}" for one in QUESTIONS]
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = make_app(build(tmp_path_factory.mktemp("browsed")), METADATA, clock=lambda: NOW).app()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.is_file():
        pytest.skip("there is no /usr/bin/chromium; `apt-get install chromium` brings it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page whose console, errors and foreign requests are gathered in `page.said`; parametrised by its options."""
    context = browser.new_context(**getattr(request, "param", {}))
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("dialog", lambda dialog: opened.said.append(f"dialog: {dialog.message}"))
    yield opened
    context.close()


def _narrow(width: int, **options: object) -> Any:
    return pytest.param({"viewport": {"width": width, "height": 800}, **options}, id=f"{width} px {options or ''}")


@pytest.mark.parametrize(
    "page", [_narrow(320), _narrow(375, color_scheme="dark"), _narrow(1280, java_script_enabled=True)], indirect=True
)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_and_nothing_runs(page: Any, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if path != "/story/99":  # the browser itself notes a 404 in its console
        assert page.said == []


@pytest.mark.parametrize("page", [_narrow(320)], indirect=True)
@pytest.mark.parametrize(
    ("path", "longer"),
    [
        pytest.param("/outlets", "for (const one of document.querySelectorAll('select'))"
                     " one.add(new Option('A society of readers, printers and former dockers of both banks (612)'))",
                     id="a choice"),
        pytest.param("/outlet/courier.example", "for (const one of document.querySelectorAll('.place'))"
                     " one.append(' conspiracy-pseudoscience, which is no place between left and right')",
                     id="a label"),
        pytest.param("/research/first", "for (const one of document.querySelectorAll('caption span'))"
                     " one.append(', among all outlets of its stories, and of these the ones with most')",
                     id="a caption"),
    ],
)  # fmt: skip
def test_what_is_long_stays_on_a_phone(page: Any, address: str, path: str, longer: str) -> None:
    page.goto(address + path)
    page.evaluate(longer)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    right = (
        "[...document.querySelectorAll('select, .place, caption span')].map(one => one.getBoundingClientRect().right)"
    )
    assert max(page.evaluate(right)) <= 320


@pytest.mark.parametrize("page", [pytest.param({"java_script_enabled": False}, id="no script")], indirect=True)
def test_a_reader_without_script_compares_a_story(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Harbour sell-off rammed through at midnight").click()
    assert page.url == f"{address}/story/{HARBOUR}"
    sides = page.locator(".sides section")
    tops = [sides.nth(at).bounding_box()["y"] for at in range(5)]
    assert len(set(tops)) == 1, "five columns stand side by side"
    page.get_by_text("1 headline change").click()
    assert page.locator("del").inner_text() == "Senate close to harbour vote"
    assert page.locator("del").is_visible()


def test_the_bar_has_the_widths_that_it_claims(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    whole = page.locator(".bar").first.bounding_box()["width"]
    left = page.locator(".bar rect.left").first.bounding_box()["width"]
    assert left / whole == pytest.approx(2 / 9, abs=0.01)


def test_a_reader_with_a_keyboard_alone(page: Any, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the stories"
    page.keyboard.press("Enter")
    page.locator("#q").focus()
    page.keyboard.type("map")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=map*")
    assert page.get_by_role("link", name="Court lets voting map stand").is_visible()


def test_right_to_left_headlines_keep_their_direction(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    headline = page.locator('h3[lang="ar"]')
    assert headline.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_the_sql_editor_works_under_our_headers(page: Any, address: str) -> None:
    page.goto(f"{address}/news?sql=select+id,+title+from+stories+where+id=1")
    assert page.locator(".CodeMirror").is_visible()
    page.get_by_role("button", name="Format SQL").click()
    page.get_by_role("button", name="Run SQL").click()
    page.wait_for_url("**sql=select**")
    assert "Harbour sell-off" in page.locator("table.rows-and-columns").inner_text()
    assert page.said == []


def test_the_menus_of_a_table_work_under_our_headers(page: Any, address: str) -> None:
    page.goto(f"{address}/news/articles")
    page.locator("th[data-column=title] .dropdown-menu-icon").click()
    assert page.locator(".dropdown-menu").get_by_text("Facet by this").is_visible()
    assert page.said == []

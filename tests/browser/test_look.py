"""The navigation on a phone, and Datasette's pages with their scripts and on paper."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("page", [{"viewport": {"width": 320, "height": 800}}], indirect=True, ids=["320 px"])
def test_the_navigation_is_four_lines_on_a_phone(page: Any, address: str) -> None:
    page.goto(f"{address}/blindspots")
    links = page.locator("nav[aria-label=Pages] a")
    boxes = [links.nth(at).bounding_box() for at in range(links.count())]
    assert len({box["y"] for box in boxes}) <= 4
    assert min(box["height"] for box in boxes) >= 24, "WCAG 2.5.8"
    assert max(box["x"] + box["width"] for box in boxes) <= 320


def test_the_page_of_the_data_asks_a_question(page: Any, address: str) -> None:
    page.goto(f"{address}/news")
    assert page.locator(".CodeMirror").is_visible()
    with page.expect_navigation(url="**sql=select**"):
        page.get_by_role("button", name="Run SQL").click()
    assert page.get_by_role("heading", level=1).inner_text() == "A question of your own"
    assert page.locator("table.rows-and-columns tbody tr").count() > 1


def test_a_wide_table_is_printed_whole(page: Any, address: str) -> None:
    page.goto(f"{address}/news/articles")
    page.emulate_media(media="print")
    right = "Math.max(...[...document.querySelectorAll('td')].map(one => one.getBoundingClientRect().right))"
    assert page.evaluate(right) <= page.viewport_size["width"]
    assert not page.locator("header nav").is_visible()


def test_a_time_tells_its_utc(page: Any, address: str) -> None:
    page.goto(f"{address}/health")
    time = page.locator("main time").first
    assert time.get_attribute("title") == time.get_attribute("datetime").replace("T", " ").replace("Z", " UTC")

"""What a reader does, step by step, with and without script: the pages must not know the difference."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.site_fixtures import HARBOUR, MERGED

EITHER = [
    pytest.param({}, id="script on"),
    pytest.param({"java_script_enabled": False}, id="script off"),
]
pytestmark = pytest.mark.parametrize("page", EITHER, indirect=True)
HEADLINE = "Harbour sell-off rammed through at midnight"


def _follow(page: Any, target: Any) -> None:
    """Clicks, and waits until the page it leads to is loaded: a click itself is over when that page is only begun."""
    with page.expect_navigation():
        target.click()


def _ask(page: Any, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    with page.expect_navigation():
        page.get_by_role("searchbox").press("Enter")


def _path(page: Any, address: str) -> str:
    assert page.url.startswith(address)
    return str(page.url)[len(address) :]


def test_a_story_is_read_from_the_home_page_to_an_outlets_own(page: Any, address: str) -> None:
    page.goto(address)
    _follow(page, page.get_by_role("link", name=HEADLINE))
    assert _path(page, address) == f"/story/{HARBOUR}"
    assert page.get_by_role("heading", level=1).inner_text() == HEADLINE
    sides = page.locator(".sides section")
    tops = [sides.nth(at).bounding_box()["y"] for at in range(5)]
    assert len(set(tops)) == 1, "five columns stand side by side"

    page.get_by_text("1 headline change").click()
    assert page.locator("del").inner_text() == "Senate close to harbour vote"
    assert page.locator("del").is_visible()
    reasons = page.locator(".member", has_text="Dockers vow strike").locator("details", has_text="why it is here")
    reasons.locator("> summary").click()
    assert "harbour" in reasons.locator("p").first.inner_text()

    page.route("https://redlantern.example/**", lambda route: route.fulfill(body="<p>The outlet's own page"))
    page.get_by_role("link", name="Dockers vow strike over port bill").click()
    page.wait_for_url("https://redlantern.example/**")
    assert page.locator("p").inner_text() == "The outlet's own page"
    page.go_back()
    assert _path(page, address) == f"/story/{HARBOUR}"


def test_another_providers_ratings_are_kept_from_page_to_page(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    before = page.get_by_text("Independent origins: left").inner_text()
    _follow(page, page.get_by_role("link", name="MBFC", exact=True).first)
    assert _path(page, address) == f"/story/{HARBOUR}?provider=MBFC"
    assert page.get_by_text("Independent origins: left").inner_text() != before
    assert page.get_by_role("heading", name="Unrated by MBFC").is_visible()

    navigation = page.get_by_role("navigation", name="Pages")
    for name in ("Stories", "Blindspots", "Outlets"):
        _follow(page, navigation.get_by_role("link", name=name))
        assert "provider=MBFC" in page.url, name
    _follow(page, navigation.get_by_role("link", name="Stories"))
    _follow(page, page.get_by_role("link", name=HEADLINE))
    assert _path(page, address) == f"/story/{HARBOUR}?provider=MBFC"


def test_stories_are_filtered_by_language(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_text("Choose days, language").click()
    page.get_by_label("Language").select_option(label="Arabic")
    _follow(page, page.get_by_role("button", name="Show"))
    assert "language=ar" in page.url
    assert page.get_by_label("Language").input_value() == "ar"
    assert page.locator(".stories li").count() == 1


def test_a_search_finds_and_an_empty_one_leads_on(page: Any, address: str) -> None:
    page.goto(address)
    _ask(page, "contested voting")
    assert "/search?" in page.url
    result = page.locator(".results li", has_text="Judges wave through contested voting map")
    _follow(page, result.get_by_role("link", name="story"))
    assert page.get_by_role("heading", level=1).inner_text() == "Court lets voting map stand"

    page.goto(f"{address}/search?q=zeppelin")
    _follow(page, page.get_by_role("main").get_by_role("link", name="The latest stories"))
    assert page.get_by_role("link", name=HEADLINE).is_visible()


def test_the_address_of_a_merged_story_leads_on(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{MERGED}")
    assert _path(page, address) == f"/story/{HARBOUR}"
    assert page.get_by_role("heading", level=1).inner_text() == HEADLINE


def test_a_page_that_is_not_there_leads_on(page: Any, address: str) -> None:
    page.goto(f"{address}/story/99")
    _follow(page, page.get_by_role("link", name="the latest stories"))
    assert page.get_by_role("link", name=HEADLINE).is_visible()


@pytest.mark.parametrize("words", ["O'Neil", '"voting map"', '"', "map NOT", "*", "AND", "מפה"])
def test_whatever_is_typed_is_looked_for(page: Any, address: str, words: str) -> None:
    page.goto(f"{address}/search")
    _ask(page, words)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("searchbox").input_value() == words


def test_two_outlets_are_compared(page: Any, address: str) -> None:
    page.goto(address)
    _follow(page, page.get_by_role("navigation", name="Pages").get_by_role("link", name="Compare"))
    page.get_by_label("One outlet").fill("courier.example")
    page.get_by_label("and another").fill("Tidewater Post")
    _follow(page, page.get_by_role("button", name="Compare"))
    assert page.get_by_role("heading", level=1).inner_text() == "Morning Courier and Tidewater Post"
    both = page.locator(".both li", has_text="Senators approve harbour bill")
    assert HEADLINE in both.inner_text(), "both headlines, side by side"
    _follow(page, page.get_by_role("link", name="MBFC", exact=True).first)
    assert "provider=MBFC" in page.url
    assert "a=courier.example" in page.url


@pytest.mark.parametrize("form", ["spreadsheets", "programs"])
def test_the_csv_has_as_many_rows_as_the_page_says(page: Any, address: str, tmp_path: Path, form: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    says = int(re.search(r"(\d+) articles", page.locator("main").inner_text())[1])  # type: ignore[index]
    with page.expect_download() as saving:
        page.get_by_role("link", name=f"CSV for {form}").first.click()
    saving.value.save_as(tmp_path / "saved.csv")
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == says == 11
    assert {row["outlet"] for row in rows} >= {"Tidewater Post", "صوت الميناء"}
    assert {row["title"] for row in rows} >= {HEADLINE, "Port reform clears Senate, markets rise"}


def test_a_reader_program_finds_the_feed_of_a_page(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    feed = page.locator('link[type="application/atom+xml"]').first.evaluate("one => one.href")
    entries = feedparser.parse(page.request.get(feed).body()).entries
    assert len(entries) == page.locator("article.member, article.member li[id^=a]").count()


def test_a_sentence_of_a_brief_leads_to_its_article_and_what_compares_folds_open(page: Any, address: str) -> None:
    page.goto(f"{address}/story/{HARBOUR}")
    brief = page.locator("section.brief")
    brief.get_by_role("link", name="Morning Courier, lean left").first.click()
    page.wait_for_url("**#a3")
    assert page.locator(".member:target").get_attribute("id") == "a3"
    assert not brief.get_by_role("heading", name="Only said by the right").is_visible()
    brief.locator(".sayings > summary").click()
    assert brief.get_by_role("heading", name="Only said by the right").is_visible()


def test_on_a_phone_the_headlines_follow_the_summary_and_the_rest_folds_open(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/story/{HARBOUR}")
    brief = page.locator("section.brief")
    assert brief.locator(".gist").is_visible()
    assert not brief.get_by_role("heading", name="Key points").is_visible()
    summary, headlines = brief.locator(".gist").bounding_box(), page.locator("#headlines").bounding_box()
    assert headlines["y"] - summary["y"] - summary["height"] < 120, "one line of a fold is between them"
    brief.locator(".rest > summary").click()
    assert brief.get_by_role("heading", name="Key points").is_visible()


def test_where_there_is_room_the_key_points_stand_open(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/story/{HARBOUR}")
    rest = page.locator("section.brief .rest")
    assert rest.get_by_role("heading", name="Key points").is_visible()
    assert not rest.locator("> summary").is_visible()
    rest.locator("> .told-list a").first.focus()
    assert page.evaluate("document.activeElement.closest('.rest') !== null")

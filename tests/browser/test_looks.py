"""Where the screen is not the usual one: printed, in forced colours, without motion, from the right."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.pages_of_ours import PAGES
from tests.site_fixtures import FERRY, HARBOUR, RESERVOIR

MAIN = {
    name: PAGES[name]
    for name in (
        "home",
        "story",
        "blindspots",
        "outlets",
        "outlet",
        "search, found",
        "article",
        "compare, outlets",
        "research, coverage",
    )
}
main_pages = pytest.mark.parametrize("path", MAIN.values(), ids=MAIN.keys())

# The letters on the bars and charts, each with the contrast to the part that it stands on.
LETTERS = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = colour => channels(colour).map(one => one / 255)
    .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  return [...document.querySelectorAll('.bar text, .chart text.on')].map(text => {
    const box = text.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const parts = [...text.closest('svg').querySelectorAll('rect')].filter(part => {
      const place = part.getBoundingClientRect();
      const around = place.left <= x && x <= place.right && place.top <= y && y <= place.bottom;
      return around && getComputedStyle(part).fill.startsWith('rgb');
    });
    return [text.textContent, contrast(getComputedStyle(text).fill, getComputedStyle(parts.at(-1)).fill)];
  });
}"""
LIGHTNESS = "getComputedStyle(document.body).color.match(/\\d+/g).map(Number).reduce((a, b) => a + b)"


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [f"/story/{HARBOUR}", "/research/coverage"], ids=["bars", "charts"])
def test_the_letters_on_a_side_can_be_read(glance: Any, address: str, path: str, scheme: str, forced: str) -> None:
    glance.emulate_media(color_scheme=scheme, forced_colors=forced)
    glance.goto(address + path)
    letters = glance.evaluate(LETTERS)
    assert letters
    assert [(text, ratio) for text, ratio in letters if ratio < 4.5] == []


def test_the_bar_has_the_widths_that_it_claims(glance: Any, address: str) -> None:
    glance.goto(f"{address}/story/{HARBOUR}")
    whole = glance.locator(".bar").first.bounding_box()["width"]
    left = glance.locator(".bar rect.left").first.bounding_box()["width"]
    assert left / whole == pytest.approx(2 / 9, abs=0.01)


def test_forced_colours_leave_what_the_bars_and_lanes_say(glance: Any, address: str) -> None:
    glance.emulate_media(forced_colors="active")
    glance.goto(f"{address}/story/{HARBOUR}")
    fills = (
        "[...document.querySelectorAll('.bar:not(.thin) rect, .lane circle')].map(one => getComputedStyle(one).fill)"
    )
    assert len(set(glance.evaluate(fills))) >= 5, "the sides keep their colours"
    edges = "[...document.querySelectorAll('.sides section')].map(one => getComputedStyle(one).borderTopStyle)"
    assert set(glance.evaluate(edges)) == {"solid"}


@main_pages
def test_nothing_moves(glance: Any, address: str, path: str) -> None:
    glance.goto(address + path)
    moving = """[...document.querySelectorAll('*')].map(one => getComputedStyle(one)).filter(
      style => style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth'
    ).length"""
    assert glance.evaluate(moving) == 0


@main_pages
def test_a_print_has_the_page_and_not_its_controls(glance: Any, address: str, path: str) -> None:
    glance.goto(address + path)
    glance.emulate_media(media="print", color_scheme="dark")
    for control in ("header nav", "form", ".skip", "nav.days"):
        assert not any(one.is_visible() for one in glance.locator(control).all()), control
    assert glance.get_by_role("heading", level=1).is_visible()
    assert glance.locator("header .name").is_visible()
    assert glance.evaluate(LIGHTNESS) < 200, "dark ink, for paper is light"


def test_a_story_is_printed_on_a_few_sheets(glance: Any, address: str) -> None:
    glance.goto(f"{address}/story/{HARBOUR}")
    printed = glance.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 4, "one of them for its brief and a generated text"
    glance.emulate_media(media="print")
    assert all(one.is_visible() for one in glance.locator(".member h3").all())


# Of each page: what is folded on a screen and read on paper, and what is of no use there.
UNFOLDED = [
    pytest.param(f"/story/{HARBOUR}", ".member details:not(.wrong) > :not(summary, .wrong), .reports",
                 ".wrong, .cite pre", id="story"),
    pytest.param(f"/story/{RESERVOIR}", ".note details > p", ".wrong", id="a blindspot's rule"),
    pytest.param("/article/4", "#origin ~ details li", ".wrong", id="article"),
    pytest.param("/outlet/courier.example", "details:not(.wrong) p", ".wrong", id="outlet"),
    pytest.param("/news/articles", ".told dd", "form", id="table"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "read", "left"), UNFOLDED)
def test_what_is_folded_is_printed(glance: Any, address: str, path: str, read: str, left: str) -> None:
    glance.goto(address + path)
    glance.emulate_media(media="print")
    seen = "all => all.map(one => one.checkVisibility() && one.getBoundingClientRect().height > 0)"
    assert set(glance.eval_on_selector_all(read, seen)) == {True}
    assert set(glance.eval_on_selector_all(left, seen)) <= {False}


def test_tables_are_tables_on_paper(glance: Any, address: str) -> None:
    glance.set_viewport_size({"width": 718, "height": 1000})  # A4 without its margins
    glance.emulate_media(media="print")
    glance.goto(f"{address}/story/{HARBOUR}")
    assert glance.locator(".reports td").first.evaluate("one => getComputedStyle(one).display") == "table-cell"
    glance.goto(f"{address}/health")
    assert glance.locator(".feeds td").first.evaluate("one => getComputedStyle(one).display") == "table-cell"


def test_right_to_left_headlines_keep_their_direction(glance: Any, address: str) -> None:
    glance.goto(f"{address}/story/{HARBOUR}")
    headline = glance.locator('h3[lang="ar"]')
    assert headline.evaluate("one => getComputedStyle(one).direction") == "rtl"
    member = glance.locator(".member", has=headline)
    assert member.locator("p.quiet").first.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_a_long_word_breaks_and_moves_nothing(glance: Any, address: str) -> None:
    glance.goto(f"{address}/story/{FERRY}")
    columns = glance.locator(".sides section")
    widths = {round(columns.nth(at).bounding_box()["width"]) for at in range(5)}
    assert len(widths) == 1, "five columns of one width"


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
def test_what_is_long_stays_on_a_phone(glance: Any, address: str, path: str, longer: str) -> None:
    glance.set_viewport_size({"width": 320, "height": 800})
    glance.goto(address + path)
    glance.evaluate(longer)
    assert glance.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    right = (
        "[...document.querySelectorAll('select, .place, caption span')].map(one => one.getBoundingClientRect().right)"
    )
    assert max(glance.evaluate(right)) <= 320

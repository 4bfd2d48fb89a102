"""The pages by keyboard alone: everything is reached in its order, one sees where one is, and can leave."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest

from tests.pages_of_ours import DATASETTE, PAGES
from tests.site_fixtures import FERRY, HARBOUR

# What a keyboard must reach: of what is on the page and takes part in it, the summaries of closed details too.
REACHABLE = """() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
  const shown = all.filter(one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0);
  shown.forEach((one, at) => one.dataset.at = at);
  return shown.length;
}"""
# Where the keyboard is now: the number above, whether the focus shows (a ring, or in a drawing the stroke of a mark),
# and whether it is on the screen.
HERE = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--focus)';
  const focus = getComputedStyle(probe).color;
  probe.remove();
  const marks = [...one.querySelectorAll('circle, rect, path')].map(mark => getComputedStyle(mark));
  return {
    at: one.dataset.at === undefined ? null : Number(one.dataset.at),
    what: one.outerHTML.slice(0, 100),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      || marks.some(mark => mark.stroke === focus && parseFloat(mark.strokeWidth) >= 3),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
WALKED = {name: PAGES[name] for name in ("home", "story", "blindspots", "outlets", "outlet", "revisions", "health")}
WALKED |= {name: PAGES[name] for name in ("search, found", "compare, outlets", "article", "dictionary, a table")}
WALKED |= {"digest": "/digest", "research, coverage": "/research/coverage", "row": DATASETTE["row"]}


@pytest.mark.parametrize("path", WALKED.values(), ids=WALKED.keys())
def test_tab_reaches_everything_in_order_and_leaves(glance: Any, address: str, path: str) -> None:
    glance.goto(address + path)
    count = glance.evaluate(REACHABLE)
    steps = _walk(glance, count)
    # A field for a date has a stop for each of its parts, the last being the browser's own; what scrolls by itself is
    # a stop besides.
    reached = [at for at, _ in groupby(step["at"] for step in steps if step["at"] is not None)]
    assert reached == list(range(count)), "everything, in the order of the page"
    assert [step["what"] for step in steps if not step["ring"] and 'type="date"' not in step["what"]] == [], "it shows"
    assert [step["what"] for step in steps if not step["inside"]] == [], "on the screen"


def _walk(tab: Any, count: int) -> list[dict[str, Any]]:
    """Presses Tab until the keyboard has left the page, or has come round to its first stop again."""
    steps: list[dict[str, Any]] = []
    for _ in range(count + 40):
        tab.keyboard.press("Tab")
        here = tab.evaluate(HERE)
        if here is None or (here["at"] == 0 and steps):
            return steps
        steps.append(here)
    raise AssertionError(f"the keyboard is held at {steps[-1]['what']}")


@pytest.mark.parametrize("path", ["/", f"/story/{HARBOUR}", "/outlets", "/news"])
def test_the_first_tab_leads_past_the_navigation(glance: Any, address: str, path: str) -> None:
    glance.goto(address + path)
    glance.keyboard.press("Tab")
    assert glance.evaluate("document.activeElement.textContent").startswith("Skip to")
    assert glance.evaluate("document.activeElement.getBoundingClientRect().left") >= 0, "it can be seen"
    glance.keyboard.press("Enter")
    glance.wait_for_url("**#main")
    glance.keyboard.press("Tab")
    assert glance.evaluate("document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_details_open_and_close_by_a_key(glance: Any, address: str, key: str) -> None:
    glance.goto(f"{address}/story/{HARBOUR}")
    details = glance.locator(".member details").first
    details.locator("> summary").focus()
    for expected in (True, False):
        glance.keyboard.press(key)
        assert details.evaluate("one => one.open") is expected


def test_a_search_by_keyboard_alone(glance: Any, address: str) -> None:
    glance.goto(address)
    while glance.evaluate("document.activeElement.type") != "search":
        glance.keyboard.press("Tab")
    glance.keyboard.type("map")
    with glance.expect_navigation(url="**/search?q=map*"):
        glance.keyboard.press("Enter")
    assert glance.get_by_text("Court lets voting map stand").first.is_visible()


def test_what_scrolls_by_itself_scrolls_by_keyboard(glance: Any, address: str) -> None:
    glance.set_viewport_size({"width": 320, "height": 800})
    glance.goto(f"{address}/methodology")
    box = glance.locator("pre[tabindex], .wide[tabindex]")
    wide = next(one for one in box.all() if one.evaluate("one => one.scrollWidth > one.clientWidth"))
    wide.focus()
    glance.keyboard.press("ArrowRight")
    glance.wait_for_function("one => one.scrollLeft > 0", arg=wide.element_handle())


def test_a_long_headline_is_read_whole(glance: Any, address: str) -> None:
    glance.set_viewport_size({"width": 320, "height": 800})
    glance.goto(f"{address}/story/{FERRY}")
    box = glance.get_by_role("heading", level=1).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320

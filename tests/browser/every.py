"""What holds for every page: nothing scrolls sideways at any width, and axe finds nothing, in light and dark."""

from __future__ import annotations

from typing import Any

from tests.browser.axe import BUT_CONTRAST, CONTRAST, violations

OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
TOO_WIDE = """() => {
  const root = document.documentElement, width = root.clientWidth;
  if (root.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1);
  return wide.map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`).slice(0, 5);
}"""
# A tall narrow screen, a phone, a small window, a desk, and a desk zoomed to twice its size.
WIDTHS = (320, 375, 640, 1280)


def holds_for_every_reader(tab: Any, where: str) -> None:
    """Looks at a page in every way in one visit, for a visit takes longer than a look."""
    tab.goto(where)
    tab.evaluate(OPEN)
    assert tab.title()
    assert tab.locator("h1").count() == 1
    _stays_within(tab)
    _is_sound(tab)


def _stays_within(tab: Any) -> None:
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate(TOO_WIDE) == [], f"at {width} px"
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate(TOO_WIDE) == [], "with text of twice the size"
    tab.evaluate("document.documentElement.style.fontSize = ''")


def _is_sound(tab: Any) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    assert violations(tab, BUT_CONTRAST) == [], "at 320 px"
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert violations(tab) == []
    tab.emulate_media(color_scheme="dark")
    assert violations(tab, CONTRAST) == [], "in the dark"

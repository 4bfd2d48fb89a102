"""axe-core on the page that a tab shows: what it finds wrong, a line for each, or nothing."""

from __future__ import annotations

import importlib.resources
from functools import cache
from typing import Any

# All of its rules but the experimental ones, and the size of targets, which it leaves out unless it is asked.
EVERYTHING = "{rules: {'target-size': {enabled: true}}, resultTypes: ['violations']}"
# What a theme can change, and what a narrow screen can: the contrast of every text is what takes axe its time.
CONTRAST = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"
BUT_CONTRAST = EVERYTHING.replace("{rules: {", "{rules: {'color-contrast': {enabled: false}, ")
FOUND = """options => axe.run(document, options).then(told => told.violations.flatMap(broken => broken.nodes.map(node =>
  [broken.id, node.target.join(' '), node.html.slice(0, 120), node.failureSummary.split('\\n')[1]].join(': '))))"""


@cache
def source() -> str:
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(tab: Any, options: str = EVERYTHING) -> list[str]:
    """Runs axe as the browser's own tools would, so that the policy of the page stays as it is."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(source())
    found: list[str] = tab.evaluate(f"() => ({FOUND})({options})")
    return found

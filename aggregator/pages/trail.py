"""What was taken out on the way to an article's text, and why: for a person who wants to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement


@dataclass(slots=True)
class Trail:
    """Parts and lines that are no text, each with its reason; what gave the text that is left, and why its status."""

    parts: list[tuple[HtmlElement, str]] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)
    text_from: str = ""
    status: str = ""

    def drop(self, element: HtmlElement, why: str) -> None:
        """Takes an element out of its tree, its tail kept, and notes why."""
        element.drop_tree()
        self.parts.append((element, why))

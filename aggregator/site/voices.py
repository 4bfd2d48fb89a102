"""Whose a sentence is: an article with its outlet and side, and where a page has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aggregator.site.bars import UNRATED, Step, step
from aggregator.site.queries import MemberRow
from aggregator.site.queries.briefs import CitedRow


@dataclass(frozen=True, slots=True)
class Voice:
    """An article that a sentence rests on; `outlet` is None where the page knows no more than its number."""

    article_id: int
    address: str
    outlet: str | None = None
    place: Step = UNRATED


Where = Callable[[int], Voice]
"""Finds the voice of an article by its number."""


def voices(members: Iterable[MemberRow]) -> Where:
    """Returns where the articles of a story stand on its page; another one has a page of its own."""
    known = {row.article_id: row for row in members}

    def of(article_id: int) -> Voice:
        row = known.get(article_id)
        if row is None:
            return Voice(article_id, f"/article/{article_id}")
        return Voice(article_id, f"#a{article_id}", row.outlet, step(row.lean))

    return of


def voices_elsewhere(rows: Mapping[int, CitedRow], address: Callable[[str], str]) -> Where:
    """Returns where articles stand on the pages of their stories, for a list of stories."""

    def of(article_id: int) -> Voice:
        row = rows.get(article_id)
        if row is None or row.story_id is None:
            return Voice(article_id, address(f"/article/{article_id}"), row.outlet if row else None)
        return Voice(article_id, address(f"/story/{row.story_id}#a{article_id}"), row.outlet, step(row.lean))

    return of

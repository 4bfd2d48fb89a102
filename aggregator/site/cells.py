"""Cells of Datasette's tables as a person reads them: outlets, leans and times in words, with links to our pages.

What a filter of the table takes stands in the title of a cell that shows it in other words. Files for programs, CSV and
JSON, have the values as they are stored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from aggregator.grouping.explain import sentence
from aggregator.models import Reason
from aggregator.site.bars import STEPS, UNRATED, Step, step
from aggregator.site.flags import flag_words
from aggregator.site.health import code_words
from aggregator.site.links import outlet_path
from aggregator.site.moments import Terms
from aggregator.site.storylines.words import link_words
from aggregator.site.words import country_name, language_name, web_address
from aggregator.times import duration_words

Row = Mapping[str, Any]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_STORIES = frozenset({"story_id", "merged_into", "matched_story_id"})
_ARTICLES = frozenset({"article_id", "into_article_id", "matched_article_id", "representative_id", "article_a",
                       "article_b"})  # fmt: skip
OUTLETS = frozenset({"outlet_id", "other_id"})
# Rows that go by nothing but their number: Datasette would write it twice.
_TABLES = {"origin_id": "origins", "run_id": "runs"}
_OWN_PAGES = {"stories": "/story/", "articles": "/article/", "outlets": "/outlet/",
              "storylines": "/storyline/"}  # fmt: skip
# 0 and 1 are no and yes in these columns wherever they are; in the others in some tables alone, and counts elsewhere.
_YES_OR_NO = frozenset({"listed", "fetch_pages", "provisional", "extrapolated", "borrowed", "foreign_scale", "flag",
                        "whole_paper", "asked", "counted", "awaited", "leaders_differ"})  # fmt: skip
_YES_OR_NO_OF = {
    "independent": ("story_members", "story_members_by_provider", "story_timeline", "counted_articles"),
    "answered": ("story_polls", "story_polls_by_provider"),
    "watched": ("counted_articles",),
}
# Of an address more than this says nothing to a reader and makes the column wide; the link has it whole.
_ADDRESS_CHARACTERS = 60
_DIGITS = 3
_REMEMBERED = 20_000


def cell(row: Row | None, value: object, column: str, table: str | None, terms: Terms,
         names: Mapping[int, str] | None = None) -> Markup | None:  # fmt: skip
    """Returns what to show for a value, or None to leave it to Datasette; everything from a feed is escaped.

    `names` has the outlets' names by their number, for columns in OUTLETS.
    """
    if value is None or value == "":
        return None
    label = None
    told: Any = value
    if isinstance(told, dict):  # Datasette has looked a foreign key up
        value, label = told["value"], told["label"]
    linked = _linked(row, value, label, column, table, names or {})
    if linked is not None:
        return linked
    if column == "reasons" and row is not None and "matched_story_id" in [*row.keys()]:
        return _text(link_words(str(value)) or "linked through the others")
    if _is_yes_or_no(column, table) and value in (0, 1):
        return Markup('<span title="{}">{}</span>').format(value, "yes" if value else "no")
    return _told(value, column, terms)


# Markup takes 16 us a cell and a question may have 40,000 of them, most of which say the same: 1.5 s of 2.4.
@lru_cache(maxsize=_REMEMBERED, typed=True)
def _told(value: object, column: str, terms: Terms) -> Markup | None:
    known = _BY_COLUMN.get(column)
    return known(value) if known is not None else _plain(value, terms)


def _linked(row: Row | None, value: object, label: object, column: str, table: str | None,
            names: Mapping[int, str]) -> Markup | None:  # fmt: skip
    """Links what has a page of ours: stories, articles and outlets, by their number, their title or their name."""
    if table in _OWN_PAGES and column in ("id", "title", "name") and row is not None:
        return _link(f"{_OWN_PAGES[table]}{_of(row, 'id')}", value)
    if not isinstance(value, int):
        return _link_by_row(row, value, column)
    if column == "storyline_id" or (table == "storylines" and column == "merged_into"):
        return _link(f"/storyline/{value}", label or value)
    if column in _STORIES:
        return _link(f"/story/{value}", label or value)
    if column in _ARTICLES:
        return _link(f"/article/{value}", label or value)
    if column in _TABLES and label is not None:
        return _link(f"/news/{_TABLES[column]}/{value}", value)
    if column in OUTLETS:
        return _link(f"/outlet/{value}", label or names.get(value, value))
    return None


def _link_by_row(row: Row | None, value: object, column: str) -> Markup | None:
    """Links a name or a headline by what else its row tells."""
    if column == "domain":
        return _link(outlet_path(str(value)), value)
    if column == "outlet" and row is not None:
        path = outlet_path(_of(row, "domain"), _of(row, "outlet_id"))
        return _link(path, value) if path else _text(value)
    if column == "title" and row is not None:
        for name, page in (("article_id", "/article/"), ("story_id", "/story/")):
            if _of(row, name) is not None:
                return _link(f"{page}{_of(row, name)}", value)
    return None


def _of(row: Row, column: str) -> Any:
    """Gives what a row tells in a column, None where it has no such column: a question's row has what was asked for."""
    try:
        told = row[column]
    except (KeyError, IndexError):
        return None
    return told["value"] if isinstance(told, dict) else told


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _link(path: str | None, words: object) -> Markup:
    return Markup('<a href="{}" dir="auto">{}</a>').format(path, words)


def _text(value: object) -> Markup:
    return Markup('<span dir="auto">{}</span>').format(value)


def _is_yes_or_no(column: str, table: str | None) -> bool:
    return column in _YES_OR_NO or table in _YES_OR_NO_OF.get(column, ())


def _plain(value: object, terms: Terms) -> Markup | None:
    if isinstance(value, float):
        return _rounded(value)
    if not isinstance(value, str):
        return None
    if _MOMENT.fullmatch(value):
        return terms.dated(value)
    if web_address(value):
        return _address(value)
    # Datasette would make a link of what no page of ours leads to.
    return Markup("{}").format(value) if value.strip().lower().startswith("http") else None


def _rounded(value: float) -> Markup:
    """Shows three digits of a measured number, all of them in the title."""
    return Markup('<span title="{}">{}</span>').format(value, f"{value:.{_DIGITS}g}")


def _chance(value: object) -> Markup | None:
    if not isinstance(value, int | float):
        return None
    shown = "< .01" if 0 < value < 0.005 else f"{value:.2f}".removeprefix("0") if value < 1 else "1"
    return Markup('<span title="{}">{}</span>').format(value, shown)


def _share(value: object) -> Markup | None:
    if not isinstance(value, int | float):
        return None
    return Markup('<span title="{}">{:.0f} %</span>').format(value, 100 * value)


def _duration(value: object) -> Markup | None:
    return Markup('<span title="{} s">{}</span>').format(value, duration_words(value)) if isinstance(value, int) \
        else None  # fmt: skip


def _address(value: str) -> Markup:
    words = re.sub(r"^https?://(www\.)?", "", value).rstrip("/")
    shown = words if len(words) <= _ADDRESS_CHARACTERS else words[: _ADDRESS_CHARACTERS - 1] + "…"
    return Markup('<a href="{}" title="{}" rel="noopener noreferrer external">{}</a>').format(value, value, shown)


def _swatch(place: Step) -> Markup:
    return Markup('<svg class="swatch" aria-hidden="true"><circle class="{}" cx="50%" cy="50%" r="5"/></svg>').format(
        place.key
    )


def _lean(value: object) -> Markup | None:
    if not isinstance(value, int) or value not in range(-2, 3):
        return None
    place = step(value)
    return Markup('<span class="lean-of {}">{}<b>{}</b> {} ({:+d})</span>').format(
        place.key, _swatch(place), place.letter, place.name, value
    )


_SIDES = {place.name: place for place in STEPS if place.name in ("left", "center", "right")} | {"unrated": UNRATED}


def _side(value: object) -> Markup | None:
    place = _SIDES.get(str(value))
    if place is None:
        return None
    return Markup('<span class="lean-of">{}<b>{}</b> {}</span>').format(_swatch(place), place.letter, value)


def _reasons(value: object) -> Markup | None:
    try:
        terms = json.loads(str(value))
        told = sentence([Reason(**term | {"words": tuple(term["words"])}) for term in terms])
    except (ValueError, TypeError, KeyError):
        return None
    return Markup('<span dir="auto">{}</span>').format(told or "the first of its story")


def _flags(value: object) -> Markup | None:
    try:
        found = json.loads(str(value))
        words = [flag_words(flag) for flag in found]
    except (ValueError, AttributeError, TypeError):
        return None
    return Markup('<span title="{}">{}</span>').format(value, ", ".join(words) or "none")


def _languages(value: object) -> Markup | None:
    """Writes the JSON object of articles by language."""
    try:
        words = [f"{language_name(code)} {count:,}" for code, count in json.loads(str(value)).items()]
    except (ValueError, AttributeError, TypeError):
        return None
    return Markup('<span title="{}">{}</span>').format(value, ", ".join(words))


def _named(name: Callable[[str], str]) -> Callable[[object], Markup]:
    return lambda value: Markup('<span title="{}">{}</span>').format(value, name(str(value)))


_BY_COLUMN: Mapping[str, Callable[[object], Markup | None]] = {
    **dict.fromkeys(("lean", "lean_today", "from_lean", "to_lean"), _lean),
    **dict.fromkeys(("side", "other_side", "leading", "leading_today", "leader"), _side),
    **dict.fromkeys(("p", "q", "chance"), _chance),
    **dict.fromkeys(("share", "left_share", "center_share", "right_share", "unrated_share", "left_outlets_share",
                     "center_outlets_share", "right_outlets_share", "unrated_outlets_share"), _share),
    **dict.fromkeys(("title", "old", "new", "summary", "byline", "owner", "name", "other", "into_outlet", "note"),
                    _text),
    "language": _named(language_name),
    "country": _named(country_name),
    "code": _named(code_words),
    "gap": _duration,
    "reasons": _reasons,
    "flags": _flags,
    "languages": _languages,
}  # fmt: skip

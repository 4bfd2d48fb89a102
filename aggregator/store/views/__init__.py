"""The views: how articles meet ratings and how stories are counted. A researcher reads these; nothing else counts.

Each module has its views in the order of their making, a view after those it reads, and in KEPT those that are tables
in the published file: at 100,000 stories a page would otherwise count a day's news anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from aggregator.store.views import (
    blindspots,
    briefs,
    coverage,
    feeds,
    firsts,
    outlets,
    ratings,
    research,
    sample,
    sensitivity,
    stories,
)
from aggregator.store.views.kept import Kept

_MODULES = (ratings, stories, coverage, blindspots, feeds, sample, outlets, research, firsts, sensitivity, briefs)

VIEWS: dict[str, str] = {name: select for module in _MODULES for name, select in module.VIEWS.items()}
assert len(VIEWS) == sum(len(module.VIEWS) for module in _MODULES), "two views have one name"
KEPT: Mapping[str, Kept] = {name: kept for module in _MODULES for name, kept in module.KEPT.items()}

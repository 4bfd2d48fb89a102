"""Groups articles into stories: copies first, then events; pure, and blind to every rating."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from aggregator.grouping.config import GroupingConfig

if TYPE_CHECKING:
    from aggregator.grouping.explain import sentence
    from aggregator.grouping.window import Grouper, Grouping, group

__all__ = ["Grouper", "Grouping", "GroupingConfig", "group", "sentence"]


def __getattr__(name: str) -> Any:
    """Loads the rest when it is first asked for.

    aggregator.toml is read with GroupingConfig, and a crawl needs no more: numpy and scipy would cost it 40 MB and half
    a second.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "explain" if name == "sentence" else "window"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)

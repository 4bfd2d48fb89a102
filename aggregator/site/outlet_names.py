"""The names of the outlets by their number, read once of every edition: a table asks for one in every row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from aggregator.site import queries

_names: WeakKeyDictionary[Any, Mapping[int, str]] = WeakKeyDictionary()


async def outlet_names(database: Any) -> Mapping[int, str]:
    """Maps the number of every outlet of a published file to its name; an edition is a database of its own."""
    if database not in _names:
        _names[database] = await queries.outlet_names(database)
    return _names[database]

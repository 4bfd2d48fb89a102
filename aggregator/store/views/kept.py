"""How a view is kept in the published file: as a table, with its key, its references and what readers look it up by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kept:
    """`key` is the column of the primary key, '' for none; `references` maps columns to tables, by their id.

    `types` has the computed columns that are no whole numbers: a view declares no type for what it computes, and a
    column of the wrong one would turn the number 3 into the text '3', which no filter finds.

    `filled_by` is a select of the same rows that is faster over all of them and slower for one story, '' for the
    view's own.
    """

    key: str
    references: Mapping[str, str]
    indexes: tuple[str | tuple[str, ...], ...] = ()
    types: Mapping[str, type] = field(default_factory=dict)
    filled_by: str = ""

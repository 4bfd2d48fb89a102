"""Stub replaced by the overrides branch."""

from __future__ import annotations
from dataclasses import dataclass, field
from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Rulings:
    component_of: Mapping[int, int] = field(default_factory=dict)
    apart: frozenset[tuple[int, int]] = frozenset()


NO_RULINGS = Rulings()

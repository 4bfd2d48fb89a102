"""Whose ratings a page shows: the provider that its address names, else the one of aggregator.toml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site.queries import Edition


@dataclass(frozen=True, slots=True)
class Voice:
    """A provider to choose from, and the address of the same page by its ratings."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Whose ratings a page shows; `voices` has all to choose from, the default first."""

    name: str
    default: str
    voices: Sequence[Voice]

    @property
    def is_default(self) -> bool:
        return self.name == self.default

    def kept(self, address: str) -> str:
        """Adds the provider to an address of ours, where it is not the default one anyway.

        >>> Shown('MBFC', 'AllSides', ()).kept('/?day=2026-11-22#top')
        '/?day=2026-11-22&provider=MBFC#top'
        """
        if self.is_default:
            return address
        path, mark, fragment = address.partition("#")
        return f"{path}{'&' if '?' in path else '?'}{urlencode({'provider': self.name})}{mark}{fragment}"


def names(edition: Edition) -> tuple[str, ...]:
    """Lists who rates, the default first."""
    found = [name for name in (edition.providers or "").split(",") if name]
    return tuple(sorted(found, key=lambda name: (name != edition.provider, name.casefold())))


def chosen(request: Any, edition: Edition) -> str:
    """Returns the provider of `?provider=`, in any case of letters; raises BadRequest where nobody is called so."""
    asked = (request.args.get("provider") or "").strip()
    if not asked:
        return edition.provider
    for name in names(edition):
        if name.casefold() == asked.casefold():
            return name
    raise BadRequest(f"There are no ratings by {asked[:60]!r}. Those who rate here: {', '.join(names(edition))}.")


def shown(request: Any, edition: Edition) -> Shown:
    """Returns what `chosen` does, with links to the same page by each provider."""
    others = [(key, value) for key, value in parse_qsl(request.query_string) if key != "provider"]

    path = str(request.path).removesuffix(".json")

    def address(name: str) -> str:
        query = urlencode(others if name == edition.provider else [*others, ("provider", name)])
        return f"{path}?{query}" if query else path

    voices = tuple(Voice(name, address(name)) for name in names(edition))
    return Shown(chosen(request, edition), edition.provider, voices)

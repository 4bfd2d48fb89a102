"""Whose ratings a page shows: the provider that its address names, else the one of aggregator.toml."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site.queries import Edition


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

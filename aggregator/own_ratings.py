"""Reads the ratings of one's own: a second file beside ratings.csv, which no update of the project touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aggregator.datafiles import Problems, Row, read_rows
from aggregator.models import Outlet, Provider, Rating
from aggregator.ratings import LABELS, PROVIDERS, RATING_COLUMNS, by_domain, rating_of, refuse_second, spelling

OWN_COLUMNS = (*RATING_COLUMNS, "private", "scale")
_UNITED_STATES = ("us", "usa", "u.s.", "u.s.a.", "united states of america", "united states")


@dataclass(frozen=True, slots=True)
class OwnRatings:
    """What own-ratings.csv says: its ratings, and whose they are."""

    ratings: tuple[Rating, ...] = ()
    providers: tuple[Provider, ...] = ()


def read_own_ratings(path: Path, outlets: Iterable[Outlet], shipped: Iterable[str] = ()) -> OwnRatings:
    """Reads own-ratings.csv, which may be absent; `shipped` names the providers of ratings.csv, which it can't have.

    The columns are those of ratings.csv, `private` (1: never published) and `scale` (a country), which say the same in
    each row of a provider.
    """
    if not path.exists():
        return OwnRatings()
    problems = Problems(path)
    known, taken = by_domain(outlets), taken_names(shipped)
    ratings: list[Rating] = []
    seen: dict[tuple[str, str, str, str], tuple[int, str]] = {}
    providers: dict[str, tuple[int, Provider]] = {}
    required = ("domain", "provider", "scope", "label", "valid_from")
    for row in read_rows(path, OWN_COLUMNS, required, problems):
        before = len(problems.lines)
        rating = rating_of(row, known)
        _provider(row, taken, providers)
        if rating is not None and len(problems.lines) == before:
            refuse_second(row, rating, seen)
            ratings.append(rating)
    problems.raise_if_any()
    return OwnRatings(tuple(ratings), tuple(provider for _, provider in providers.values()))


def taken_names(shipped: Iterable[str]) -> dict[str, str]:
    """Maps what all spellings of a name have in common to the provider that is called so."""
    return {spelling(name): name for name in (*LABELS, *shipped)}


def provider_records(names: Iterable[str], own: Iterable[Provider]) -> tuple[Provider, ...]:
    """Returns a record for each provider of ratings.csv that has a name here, and those of one's own."""
    known = {provider.name: provider for provider in PROVIDERS}
    return (*(known.get(name) or Provider(name) for name in sorted(set(names))), *own)


def country_name(text: str) -> str:
    """Returns a country as outlets.csv writes it, whose United States have many names.

    >>> country_name("USA"), country_name("Estonia")
    ('United States', 'Estonia')
    """
    plain = " ".join(text.split())
    return "United States" if plain.casefold() in _UNITED_STATES else plain


def _provider(row: Row, taken: Mapping[str, str], providers: dict[str, tuple[int, Provider]]) -> None:
    """Notes whose the row is; a row that says something else of its provider than an earlier one is bad."""
    name = row.cells.get("provider", "")
    if name in taken.values() or spelling(name) in taken:
        row.bad(f'provider "{name}" is {taken[spelling(name)]}, whose ratings stand in ratings.csv: take another name')
        return
    scale = row.text("scale")
    private = row.text("private") or "0"
    if private not in ("0", "1"):
        row.bad(f'private "{private}" is neither 0 nor 1')
        return
    provider = Provider(name, scale=country_name(scale) if scale else None, private=private == "1")
    line, first = providers.setdefault(spelling(name), (row.line, provider))
    if first.name != name:
        row.bad(f'provider "{name}" is written "{first.name}" in line {line}: write both the same way')
    elif first != provider:
        row.bad(f'private and scale of "{name}" differ from line {line}: they are of the provider, not of a row')

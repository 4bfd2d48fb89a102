"""Ratings of one's own, taken from a table by whatever names its columns have; one bad row and nothing is written."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from aggregator.datafiles import Problems, Row, is_day, is_web_address, read_table
from aggregator.errors import DataFileError, UsageError
from aggregator.models import Outlet, Provider, Rating, Scope
from aggregator.outlets import NameMatch, NameMethod, OutletIndex, domain_key
from aggregator.own_ratings import OWN_COLUMNS, OwnRatings, country_name, read_own_ratings, taken_names
from aggregator.ratings import FIVE_LABELS, name_problem, spelling

# Our column -> what others call it; of several that a row fills the first counts. An address tells more than a name.
NAMES: Mapping[str, tuple[str, ...]] = {
    "address": ("domain", "url", "homepage", "website", "site"),
    "name": ("outlet", "name", "source", "news_source"),
    "label": ("label", "rating", "bias", "bias_rating"),
    "lean": ("lean",),
    "scope": ("scope",),
    "valid_from": ("valid_from", "date", "as_of", "day"),
    "score": ("score",),
    "confidence": ("confidence",),
    "factual_reporting": ("factual_reporting",),
    "source_url": ("source_url", "link"),
}
KNOWN = tuple(name for names in NAMES.values() for name in names)
_LEANS = {lean: label for label, lean in FIVE_LABELS.items()}


@dataclass(slots=True)
class RatingPlan:
    """What an import would do to own-ratings.csv; `provider` is what will hold of the provider, `was` what did.

    `read_as` has the names that were taken for another spelling of an outlet's, by likeness.
    """

    provider: Provider
    was: Provider | None
    ratings: list[Rating] = field(default_factory=list)
    replaced: list[tuple[Rating, Rating]] = field(default_factory=list)
    same: int = 0
    ignored: tuple[str, ...] = ()
    read_as: dict[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        return bool(self.ratings or self.replaced) or (self.was is not None and self.was != self.provider)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says; None leaves a provider that is there as it is."""

    provider: str
    private: bool | None = None
    scale: str | None = None
    valid_from: str | None = None
    replace: bool = False


def plan_ratings(
    file: Path, wanted: Wanted, outlets: Sequence[Outlet], own: OwnRatings, shipped: Iterable[str]
) -> RatingPlan:
    """Says what a table adds to one's own ratings; raises DataFileError with every bad row, UsageError for a name."""
    was = _provider_of(wanted, own, shipped)
    provider = was or Provider(wanted.provider)
    scale = provider.scale if wanted.scale is None else country_name(wanted.scale) or None
    provider = replace(provider, scale=scale, private=provider.private if wanted.private is None else wanted.private)
    plan = RatingPlan(provider, was)
    problems = Problems(file)
    index = OutletIndex(outlets)
    present = {_key(rating): rating for rating in own.ratings}
    seen: dict[tuple[str, ...], int] = {}

    def check(line: int, names: list[str]) -> None:
        plan.ignored = tuple(name for name in names if _plain(name) not in KNOWN)
        _check_header(line, names, wanted, problems)

    for row in read_table(file, problems, check):
        rating = _rating(replace(row, cells=_by_our_names(row.cells)), wanted, index, plan)
        if rating is None:
            continue
        line = seen.setdefault(_key(rating), row.line)
        if line != row.line:
            row.bad(f"{rating.domain} is rated in line {line} already, for the same scope and day: keep one")
        else:
            _place(row, rating, present.get(_key(rating)), wanted, plan)
    problems.raise_if_any()
    if not seen:
        raise DataFileError(file, (), "has a header and no rating")
    return plan


def carry_out(plan: RatingPlan, path: Path, own: OwnRatings, outlets: Sequence[Outlet], shipped: Iterable[str]) -> None:
    """Writes own-ratings.csv anew with what was planned; it is read once before it takes the old one's place."""
    replaced = {_key(old): new for old, new in plan.replaced}
    ratings = [replaced.get(_key(rating), rating) for rating in own.ratings] + plan.ratings
    providers = {provider.name: provider for provider in (*own.providers, plan.provider)}
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, OWN_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(rating, providers[rating.provider]) for rating in ratings)
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(buffer.getvalue())
            file.flush()
            os.fsync(file.fileno())
        read_own_ratings(part, outlets, shipped)
        part.replace(target)
    except OSError as error:
        raise DataFileError(path, (), f"cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


def _provider_of(wanted: Wanted, own: OwnRatings, shipped: Iterable[str]) -> Provider | None:
    """Returns the provider as it stands in the file; raises UsageError for a name that can't be."""
    if problem := name_problem(wanted.provider):
        raise UsageError(problem)
    plain, taken = spelling(wanted.provider), taken_names(shipped)
    if plain in taken:
        raise UsageError(
            f"{wanted.provider!r} is {taken[plain]}, whose ratings stand in ratings.csv: take another name"
        )
    for provider in own.providers:
        if spelling(provider.name) == plain and provider.name != wanted.provider:
            raise UsageError(f"{wanted.provider!r} is written {provider.name!r} in your ratings: write it the same way")
    return next((provider for provider in own.providers if provider.name == wanted.provider), None)


def _check_header(line: int, names: list[str], wanted: Wanted, problems: Problems) -> None:
    if not names:
        problems.add(line, "is empty: a header with the names of the columns is wanted")
        return
    have = [_plain(name) for name in names]
    for name in sorted({name for name in have if name in KNOWN and have.count(name) > 1}):
        problems.add(line, f'column "{name}" stands {have.count(name)} times: keep one')
    needed: dict[str, tuple[str, ...]] = {"an outlet": ("address", "name"), "a label": ("label", "lean")}
    if wanted.valid_from is None:
        needed["a day"] = ("valid_from",)
    for what, ours in needed.items():
        allowed = [name for one in ours for name in NAMES[one]]
        if not set(allowed) & set(have):
            hint = ", or say --valid-from DAY" if what == "a day" else ""
            if len(names) == 1 and ";" in names[0]:
                hint = "; the columns seem to be parted by semicolons, where commas are expected"
            problems.add(line, f"no column for {what}: call it one of {', '.join(allowed)}{hint}")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.strip().casefold()).strip("_")


def _by_our_names(cells: Mapping[str, str]) -> dict[str, str]:
    plain = {_plain(name): cell for name, cell in cells.items()}
    return {ours: next((plain[name] for name in names if plain.get(name)), "") for ours, names in NAMES.items()}


def _rating(row: Row, wanted: Wanted, index: OutletIndex, plan: RatingPlan) -> Rating | None:
    """Reads a row by our names; None where something of it is bad, which is noted."""
    before = len(row.problems.lines)
    outlet = _outlet(row, index, plan)
    label = _label(row)
    scope = (row.text("scope") or Scope.NEWS.value).casefold().replace("_", " ").replace("-", " ")
    if scope not in tuple(Scope):
        row.bad(f'scope "{scope}" is not known: use one of {", ".join(Scope)}')
    day = row.text("valid_from") or wanted.valid_from or ""
    if not day:
        row.bad("no day: fill it, or say --valid-from DAY for the rows that have none")
    elif not is_day(day):
        row.bad(f'day "{day}" is not written as 2023-11-24')
    score, source_url = row.number("score"), row.web_address("source_url")
    if outlet is None or label is None or len(row.problems.lines) > before:
        return None
    return Rating(outlet.domain, wanted.provider, Scope(scope), label, FIVE_LABELS[label], day, score,
                  row.text("confidence"), row.text("factual_reporting"), source_url)  # fmt: skip


def _outlet(row: Row, index: OutletIndex, plan: RatingPlan) -> Outlet | None:
    """Finds whom a row rates: by its address, which must be an outlet's own; by its name only where it has none.

    A part of an outlet is not the outlet, and an address that is nobody's takes no rating from a name.
    """
    address, name = row.text("address"), row.text("name")
    if not address and name and (is_web_address(name) or ("." in name and " " not in name and domain_key(name))):
        address = name
    if address:
        return _by_address(row, address, index)
    if not name:
        row.bad("names no outlet")
        return None
    match = index.by_name(name)
    if match.outlet is None:
        row.bad(f'outlet "{name}" is none of outlets.csv beyond doubt{_nearest(match)}: give its domain')
    elif match.method == NameMethod.FUZZY:
        plan.read_as[name] = match.outlet.name
    return match.outlet


def _by_address(row: Row, address: str, index: OutletIndex) -> Outlet | None:
    outlet = index.by_address(address)
    if outlet is None:
        row.bad(f'"{address}" is the address of no outlet of outlets.csv: add the outlet there first')
        return None
    key = domain_key(address)
    own = {domain_key(domain) for domain in (outlet.domain, *outlet.other_domains)}
    if key in own or key == domain_key(outlet.homepage or ""):
        return outlet
    row.bad(f'"{address}" is a part of {outlet.domain}: write {outlet.domain} to rate the whole, or give the part a row'
            " of its own in outlets.csv")  # fmt: skip
    return None


def _nearest(match: NameMatch) -> str:
    return f" (did you mean {match.runner_up.name}, {match.runner_up.domain}?)" if match.runner_up else ""


def _label(row: Row) -> str | None:
    """Reads one of the five labels, in words or as a number from -2 to 2; words and number must say the same."""
    told = [found for cell in (row.text("label"), row.text("lean")) if cell and (found := _said(row, cell))]
    if len(set(told)) > 1:
        row.bad(f'label "{told[0]}" and lean "{row.text("lean")}" contradict each other')
        return None
    if not told and not row.text("label") and not row.text("lean"):
        row.bad("has no label")
    return told[0] if told else None


def _said(row: Row, cell: str) -> str | None:
    words = re.sub(r"[\s_-]+", " ", cell.casefold().replace("centre", "center")).strip()
    if words in FIVE_LABELS:
        return words
    try:
        lean = float(cell)
    except ValueError:
        row.bad(f'label "{cell}" is not known: use {", ".join(FIVE_LABELS)}, or a whole number from -2 to 2')
        return None
    if lean not in _LEANS:
        row.bad(f'lean "{cell}" is none of -2, -1, 0, 1, 2')
        return None
    return _LEANS[int(lean)]


def _place(row: Row, rating: Rating, present: Rating | None, wanted: Wanted, plan: RatingPlan) -> None:
    """Adds a rating to the plan, or says why it can't be."""
    if present is None:
        plan.ratings.append(rating)
    elif present == rating:
        plan.same += 1
    elif wanted.replace:
        plan.replaced.append((present, rating))
    else:
        row.bad(f"{rating.domain} has the label {present.label} for that scope and day already, with other cells than"
                f" these ({rating.label}): --replace takes these")  # fmt: skip


def _key(rating: Rating) -> tuple[str, ...]:
    return rating.domain, rating.provider, rating.scope, rating.valid_from


def _cells(rating: Rating, provider: Provider) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(rating, name) for name in OWN_COLUMNS if name not in ("private", "scale")}
    told |= {"scope": rating.scope.value, "private": int(provider.private), "scale": provider.scale}
    return {name: "" if value is None else value for name, value in told.items()}

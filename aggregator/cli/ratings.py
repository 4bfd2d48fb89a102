"""`ratings`: ratings of one's own come in, providers and files are compared, and what is in force is checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click

from aggregator.cli.common import number, place, place_options, say, say_json, warn
from aggregator.cli.listing import Listing
from aggregator.datafiles import did_you_mean, is_day
from aggregator.errors import NotFoundError, UsageError
from aggregator.models import Rating, Scope
from aggregator.outlets import OutletIndex
from aggregator.own_ratings import read_own_ratings
from aggregator.rating_imports import RatingPlan, Wanted, carry_out, plan_ratings
from aggregator.rating_reports import (
    OFF_THE_LINE,
    FileDiff,
    Findings,
    ProviderDiff,
    compare_files,
    compare_providers,
    findings,
)
from aggregator.ratings import read_outlets, read_ratings
from aggregator.times import iso, utc_now
from aggregator.workspace import DataFiles, check_provider, read_data_files

_SHOWN = 20
_FILES = (".csv", ".db", ".sqlite", ".sqlite3")


@click.group(cls=Listing)
def ratings() -> None:
    """Bring in ratings of your own, compare providers or files, look an outlet up, check what is in force.

    Example: aggregator ratings import mine.csv --provider "My own" --private
    """


@ratings.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--provider", required=True, help="Whose ratings they are: a name of your own.")
@click.option(
    "--private/--public", default=None, help="Never publish this provider, or do.  [default: as before, else public]"
)
@click.option("--scale", help="The country whose left and right are meant, as outlets.csv writes it; '' for none.")
@click.option("--valid-from", metavar="DAY", help="The day of the rows that name none.")
@click.option("--replace", is_flag=True, help="Take the rows of FILE where they differ from what is there.")
@click.option("--dry-run", is_flag=True, help="Tell what would be written, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def import_ratings(
    file: Path, provider: str, private: bool | None, scale: str | None, valid_from: str | None, replace: bool,
    dry_run: bool, as_json: bool,
) -> None:  # fmt: skip
    """Add the ratings of a CSV FILE to own-ratings.csv; one bad row, and nothing is written.

    FILE needs an outlet (domain, url, or name), a label (left, lean left, center, lean right, right) or a lean (-2 to
    2), and a day (valid_from or date) on which the rating stood. Scope is news where the row names none. An outlet must
    stand in outlets.csv; a domain that only looks like one of its domains gets no rating.

    Example: aggregator ratings import mine.csv --provider "My own" --valid-from 2026-11-01
    """
    if valid_from is not None and not is_day(valid_from):
        raise UsageError(f'--valid-from "{valid_from}" is not a day: write it as 2026-11-01')
    if private and place().config.site.provider == provider.strip():
        raise UsageError(f"{provider.strip()} is site.provider, which the pages show: name another there first")
    files = place().config.files
    outlets = read_outlets(files.outlets)
    shipped = {rating.provider for rating in read_ratings(files.ratings, outlets)}
    own = read_own_ratings(files.own_ratings, outlets, shipped)
    wanted = Wanted(provider.strip(), private, scale, valid_from, replace)
    plan = plan_ratings(file, wanted, outlets, own, shipped)
    if plan.changes and not dry_run:
        carry_out(plan, files.own_ratings, own, outlets, shipped)
    countries = {outlet.country for outlet in outlets if outlet.country}
    if plan.provider.scale and plan.provider.scale not in countries:
        near = did_you_mean(plan.provider.scale, countries)
        warn(f"no outlet of outlets.csv is of {plan.provider.scale}{near}: all will be marked as rated from elsewhere")
    if as_json:
        say_json({"file": str(file), "dry_run": dry_run, **asdict(plan)})
        return
    _tell_import(plan, dry_run)
    written = "nothing written" if dry_run or not plan.changes else f"written to {files.own_ratings}"
    counts = f"{len(plan.replaced):,} replaced, {plan.same:,} there already"
    say(f"{number(len(plan.ratings), 'new rating')}, {counts}; {written}")


def _tell_import(plan: RatingPlan, dry_run: bool) -> None:
    if plan.ignored:
        warn(f"ignored columns: {', '.join(plan.ignored)}")
    for name, outlet in list(plan.read_as.items())[:_SHOWN]:
        warn(f"read {name!r} as {outlet}")
    would = "would be " if dry_run else ""
    for old, new in plan.replaced[:_SHOWN]:
        say(f"{would}replaced: {old.domain}, {old.scope}, {old.valid_from}: {old.label} by {new.label}")
    if len(plan.replaced) > _SHOWN:
        say(f"... and {len(plan.replaced) - _SHOWN:,} more replaced")
    if plan.was is not None and plan.provider.private and not plan.was.private:
        warn("what is published has them until `aggregator publish`; copies that you gave away keep them")
    state = "private: never published" if plan.provider.private else "public: published with the rest"
    scale = f"on the scale of {plan.provider.scale}" if plan.provider.scale else "on a scale of no country"
    say(f"{plan.provider.name} is {state}, {scale}")


@ratings.command("diff")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--scope", type=click.Choice([scope.value for scope in Scope]), default="news", show_default=True,
              help="Of two providers: which of their ratings.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="List the outlets that both rate alike, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@place_options
def diff(one: str, other: str, scope: str, everything: bool, as_json: bool) -> None:
    """Compare two providers, or two files of ratings.

    A and B are providers (where do they differ on an outlet, and by how many steps?), or both are files: what ends in
    .csv, .db or .sqlite, or has a slash. Of files, which may be tables like ratings.csv or databases, working or
    published, it says which ratings B has beyond A, which it lacks, and which have another label there.

    Example: aggregator ratings diff AllSides MBFC
    """
    files = place().config.files
    outlets = read_outlets(files.outlets)
    if _is_file(one) != _is_file(other):
        kinds = "a file and a provider" if _is_file(one) else "a provider and a file"
        raise UsageError(f"{one} and {other} are {kinds}: compare two of a kind")
    if _is_file(one):
        found = compare_files(Path(one), Path(other), outlets)
        say_json(asdict(found)) if as_json else _tell_files(found)
        return
    told = read_data_files(place().config)
    names = {provider.name for provider in told.providers}
    for name in (one, other):
        if name not in names:
            raise NotFoundError(
                f"nobody is called {name!r}{did_you_mean(name, names)}; who rates: {', '.join(sorted(names))}"
            )
    compared = compare_providers(told.ratings, one, other, Scope(scope), outlets)
    if as_json:
        say_json(asdict(compared) | {"by_steps": compared.by_steps})
    else:
        _tell_providers(compared, one, other, everything)


def _is_file(word: str) -> bool:
    return "/" in word or word.lower().endswith(_FILES)


def _tell_providers(found: ProviderDiff, one: str, other: str, everything: bool) -> None:
    shown = [pair for pair in found.pairs if everything or pair.steps != 0]
    width = max((len(pair.domain) for pair in shown), default=0)
    for pair in shown:
        steps = OFF_THE_LINE if pair.steps is None else f"{pair.steps:+d}" if pair.steps else "same"
        say(f"{pair.domain:{width}}  {steps:>12}  {_dated(pair.one)} | {_dated(pair.other)}")
    worded = {OFF_THE_LINE: OFF_THE_LINE, "0": "on the same step", "1": "one step apart"} | {
        str(steps): f"{word} steps apart" for steps, word in enumerate(("two", "three", "four"), 2)
    }
    counts = ", ".join(f"{count:,} {worded[step]}" for step, count in found.by_steps.items())
    say(f"both rate {number(len(found.pairs), 'outlet')}{': ' + counts if counts else ''};"
        f" {found.only_one:,} only {one}, {found.only_other:,} only {other}")  # fmt: skip


def _dated(rating: Rating) -> str:
    return f"{rating.label} ({rating.valid_from})"


def _tell_files(found: FileDiff) -> None:
    for key, label in found.added:
        say(f"+ {', '.join(key)}: {label}")
    for key, label in found.removed:
        say(f"- {', '.join(key)}: {label}")
    for key, label, now in found.changed:
        say(f"~ {', '.join(key)}: {label} -> {now}")
    gone = f"{len(found.removed):,} removed, {len(found.changed):,} changed, {found.same:,} the same"
    say(f"{len(found.added):,} added, {gone}")


@ratings.command("list")
@click.argument("outlet")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@place_options
def list_ratings(outlet: str, as_json: bool) -> None:
    """Show the ratings of an OUTLET, a domain or a name, through time, by provider.

    Example: aggregator ratings list apnews.com
    """
    told = read_data_files(place().config)
    index = OutletIndex(told.outlets)
    match = index.by_address(outlet) if "." in outlet and " " not in outlet else index.by_name(outlet).outlet
    if match is None:
        raise NotFoundError(
            f"no outlet of outlets.csv is {outlet!r}{did_you_mean(outlet, (o.domain for o in told.outlets))}"
        )
    found = sorted((one for one in told.ratings if one.domain == match.domain),
                   key=lambda one: (one.provider, one.scope, one.valid_from))  # fmt: skip
    if as_json:
        say_json([asdict(one) for one in found])
        return
    say(f"{match.name}, {match.domain}" + (f", {match.country}" if match.country else ""))
    private = {provider.name for provider in told.providers if provider.private}
    for one in found:
        lean = OFF_THE_LINE if one.lean is None else f"{one.lean:+d}" if one.lean else "0"
        marks = f"{' (private)' if one.provider in private else ''}  {one.source_url or ''}"
        say(f"{one.valid_from}  {one.provider}, {one.scope}: {one.label} ({lean}){marks}".rstrip())
    if not found:
        say("unrated")


@ratings.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@place_options
def check_ratings(as_json: bool) -> None:
    """Check the ratings in force: are the files sound, how many ratings from when, what contradicts, what is missing.

    Exit 1 if a file has a bad row (all are named) or a score that says the other side than its label.

    Example: aggregator ratings check
    """
    config = place().config
    told = read_data_files(config)
    check_provider(config, told)
    found = findings(told.ratings, told.providers, told.outlets, told.feeds, iso(utc_now())[:10])
    counts = Counter((one.provider, one.scope.value, one.valid_from) for one in told.ratings)
    report = {
        "ratings": len(told.ratings),
        "hash": told.ratings_hash,
        "private_hash": told.private_hash,
        "counts": [[*key, count] for key, count in sorted(counts.items())],
        "providers": [asdict(provider) for provider in told.providers],
        **asdict(found),
    }
    if as_json:
        say_json(report)
    else:
        _tell_check(told, found, counts, config.site.provider)
    if found.contradictions:
        raise SystemExit(1)


def _tell_check(told: DataFiles, found: Findings, counts: Counter[tuple[str, str, str]], chosen: str) -> None:
    for provider in told.providers:
        mine = {key: count for key, count in sorted(counts.items()) if key[0] == provider.name}
        marks = ", private: never published" if provider.private else ""
        say(
            f"{provider.name}: {number(sum(mine.values()), 'rating')}, scale of {provider.scale or 'no country'}{marks}"
        )
        for scope in Scope:
            days = {day: count for (_, of, day), count in mine.items() if of == scope}
            if days:
                say(f"  {scope}: {sum(days.values()):,} of {number(len(days), 'day')}, {min(days)} to {max(days)}")
    say(f"sha256 of the ratings that are published: {told.ratings_hash}")
    if told.private_hash:
        say(f"sha256 of the private ones: {told.private_hash}")
    named = {"says the other side by its score": found.contradictions, "has no rating for news": found.no_news,
             "begins after today": found.ahead}  # fmt: skip
    for what, lines in named.items():
        for line in lines[:_SHOWN]:
            say(f"{what}: {line}")
        if len(lines) > _SHOWN:
            say(f"... and {len(lines) - _SHOWN:,} more")
    say(f"{number(found.no_source, 'rating')} without a source")
    for name, missing in found.unrated.items():
        listed = f": {', '.join(missing[:_SHOWN])}{', ...' if len(missing) > _SHOWN else ''}" if name == chosen else ""
        say(f"{name} does not place {number(len(missing), 'outlet')} with feeds{listed}")

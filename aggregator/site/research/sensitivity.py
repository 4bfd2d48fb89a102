"""How far a finding hangs on who rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from aggregator.site import providers
from aggregator.site.charts import SIDES, Dot, Kind, dots
from aggregator.site.queries import Edition, Reader
from aggregator.site.queries import research as questions
from aggregator.site.queries.research import Row, rows
from aggregator.site.research import filters
from aggregator.site.research.finding import (
    Asked,
    Column,
    Figure,
    Finding,
    Question,
    Table,
    count,
    measure,
    percent,
)
from aggregator.site.shares import LEAST_FOR_SHARE

_ORDER = [kind.key for kind in SIDES]


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    raters = providers.names(edition)
    found = _beside(await rows(db, questions.SENSITIVITY, month=asked.month), raters)
    changes = [row | {"changed_percent": percent(row["changed"], row["stories"])}
               for row in await rows(db, questions.LEADER_CHANGES, month=asked.month)]  # fmt: skip
    values = [column for rater in raters
              for column in (Column(f"{rater} %", f"{rater}, %"), Column(f"{rater} of", f"{rater}, of"))]  # fmt: skip
    return Finding(
        answer=_in_words(found, changes, raters),
        rests_on=f"{len(found)} values, each under {len(raters)} provider{'' if len(raters) == 1 else 's'}",
        figures=_figures(found, raters),
        tables=[
            Table("Each finding under each provider", [Column("finding", "finding", number=False),
                  Column("side", "side", number=False), *values, Column("spread", "spread, points")], found),
            Table("Stories whose leading side changes", [Column("provider", "provider", number=False),
                  Column("other_provider", "and", number=False), Column("stories", "stories told by both"),
                  Column("changed", "another leader, or none"), Column("changed_percent", "changed, %"),
                  Column("swapped", "of these one side for another")], changes),
        ],
        view="provider_sensitivity",
        narrowed={"month": asked.month},
        query="findings_by_provider",
        arguments={"month": asked.month},
        filters=[await filters.month(db, asked)],
        also={"leader_changes": {"month": asked.month}},
        notes=((f"A value is told where it rests on {LEAST_FOR_SHARE} articles or stories at least. A side leads a"
                " story where it has more independent origins than each of the others."),),
    )  # fmt: skip


def _beside(found: Sequence[Row], raters: Sequence[str]) -> list[Row]:
    """Puts the values of all providers into one row a finding and side."""
    by_finding: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for row in found:
        by_finding[str(row["finding"]), str(row["side"])][str(row["provider"])] = row
    told = []
    for finding, side in sorted(by_finding, key=lambda key: (key[0], _ORDER.index(key[1]))):
        values: Row = {}
        for rater in raters:
            row = by_finding[finding, side].get(rater, {})
            values |= {f"{rater} %": percent(row.get("part"), row.get("rests_on")),
                       f"{rater} of": count(row.get("rests_on"))}  # fmt: skip
        known = _known(values, raters)
        spread = round(max(known) - min(known), 1) if len(known) > 1 else None
        told.append({"finding": finding, "side": side, **values, "spread": spread})
    return told


def _known(row: Row, raters: Sequence[str]) -> list[float]:
    return [measure(row[f"{rater} %"]) for rater in raters if row[f"{rater} %"] is not None]


def _figures(found: Sequence[Row], raters: Sequence[str]) -> list[Figure]:
    marks = {rater: Kind("plain", letter, rater) for rater, letter in zip(raters, _letters(raters), strict=True)}
    figures = []
    for finding in dict.fromkeys(str(row["finding"]) for row in found):
        mine = [row for row in found if row["finding"] == finding and _known(row, raters)]
        if not mine:
            continue
        top = max(max(_known(row, raters)) for row in mine) or 1.0
        drawn = [
            (str(row["side"]), [Dot(measure(row[f"{rater} %"]) / top, marks[rater], f"{rater}: {row[f'{rater} %']} %")
                                for rater in raters if row[f"{rater} %"] is not None])
            for row in mine
        ]  # fmt: skip
        said = "; ".join(f"{side}: {', '.join(dot.title for dot in points)}" for side, points in drawn)
        caption = f"{finding.capitalize()}, from 0 to {top:g} %"
        figures.append(Figure(caption, dots(f"{finding}: {said}", drawn), tuple(marks.values())))
    return figures


def _letters(raters: Sequence[str]) -> list[str]:
    """Gives each provider its first letter, or a number where two have the same.

    >>> _letters(["AllSides", "MBFC"]), _letters(["AllSides", "Ad Fontes"])
    (['A', 'M'], ['1', '2'])
    """
    letters = [rater[:1].upper() for rater in raters]
    return letters if len(set(letters)) == len(letters) else [str(number) for number in range(1, len(raters) + 1)]


def _in_words(found: Sequence[Row], changes: Sequence[Row], raters: Sequence[str]) -> str:
    if not raters:
        return "Nobody rates here, so nothing hangs on who does."
    if len(raters) < 2:
        return "One provider rates here, so there is nothing to compare."
    spreads = [row for row in found if row["spread"] is not None]
    told = []
    if spreads:
        widest = max(spreads, key=lambda row: measure(row["spread"]))
        told.append(
            f"Most hangs on who rates in “{widest['finding']}”, {widest['side']}: {widest['spread']} points apart."
        )
    told += [
        f"Between {row['provider']} and {row['other_provider']} the leading side differs in {row['changed']:,} of"
        f" {row['stories']:,} stories."
        for row in changes
    ]
    return " ".join(told) or f"There are too few articles to compare: {LEAST_FOR_SHARE} are the least."


QUESTION = Question(
    name="sensitivity",
    title="How far do these findings hang on who rates?",
    method="The same counts under each provider's ratings, and the stories whose leading side is another one. Nothing"
    " is averaged.",
    limits="Providers rate different outlets, so a value moves by whom they leave out as well as by where they put"
    " them. That two agree doesn't make them right: both may judge by the scale of one country.",
    rated=False,
    answer=answer,
)

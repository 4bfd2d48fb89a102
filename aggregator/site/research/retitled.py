"""Headlines that were changed, by side."""

from __future__ import annotations

from collections.abc import Sequence

from aggregator.site.charts import SIDES, Bar, bars
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

_BY_KEY = {kind.key: kind for kind in SIDES}


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    told = {"month": asked.month, "provider": asked.provider}
    found = [_row(row) for row in await rows(db, questions.RETITLED, **told)]
    found.sort(key=lambda row: list(_BY_KEY).index(str(row["side"])))
    watched = sum(count(row["watched"]) for row in found)
    return Finding(
        answer=_in_words(found),
        rests_on=f"{watched:,} articles that a feed listed again after we saw them first",
        figures=_figures(found),
        tables=[
            Table(
                "By side",
                [
                    Column("side", "side", number=False),
                    Column("articles", "articles"),
                    Column("watched", "seen again"),
                    Column("retitled", "of these retitled"),
                    Column("retitled_percent", "retitled, %"),
                    Column("changes", "changes"),
                    Column("median_hours", "median hours until the first"),
                ],
                found,
            )
        ],
        view="retitling",
        narrowed=told,
        query="retitled_by_side",
        arguments=told,
        filters=[await filters.month(db, asked)],
        notes=(f"A share is told of {LEAST_FOR_SHARE} articles or more, a median of {LEAST_FOR_SHARE} retitled ones.",),
    )


def _row(row: Row) -> Row:
    hours = row["median_hours"] if count(row["retitled"]) >= LEAST_FOR_SHARE else None
    return row | {"retitled_percent": percent(row["retitled"], row["watched"]), "median_hours": hours}


def _in_words(found: Sequence[Row]) -> str:
    told = [f"{row['retitled_percent']} % of the {row['side']}'s {count(row['watched']):,}"
            if row["side"] != "unrated" else f"{row['retitled_percent']} % of {count(row['watched']):,} unrated ones"
            for row in found if row["retitled_percent"] is not None]  # fmt: skip
    if not told:
        return f"There are too few articles for shares: {LEAST_FOR_SHARE} of a side are the least."
    return f"Of the articles that we could watch, the headline was changed in {', '.join(told)}."


def _figures(found: Sequence[Row]) -> list[Figure]:
    drawn = [Bar(f"{row['side']} ({count(row['watched']):,})", measure(row["retitled_percent"]),
                 f"{row['retitled_percent']} %", _BY_KEY[str(row["side"])])
             for row in found if row["retitled_percent"] is not None]  # fmt: skip
    listed = ", ".join(f"{bar.name} {bar.text}" for bar in drawn)
    return (
        [
            Figure(
                "Retitled, in per cent of the articles that were seen again (so many)",
                bars(f"Retitled: {listed}", drawn),
            )
        ]
        if drawn
        else []
    )


QUESTION = Question(
    name="retitled",
    title="Which side changes its headlines after publication?",
    method="Articles whose headline changed between two polls of their feed, of those that a feed listed again;"
    " quotes, dashes and spaces alone are no change. The wait is from our first sight to the poll that saw the change.",
    limits="Only what a feed lists for long enough can be seen to change, and what changed twice between two polls"
    " looks like one change. A few outlets that test headlines make most of a side's changes.",
    rated=True,
    answer=answer,
)

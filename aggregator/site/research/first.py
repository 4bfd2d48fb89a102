"""Who reports first, and how long the others take."""

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
    address_of,
    count,
    in_words,
    measure,
    percent,
)
from aggregator.site.shares import LEAST_FOR_SHARE

OUTLETS, _DRAWN = 100, 20
_BY_KEY = {kind.key: kind for kind in SIDES}
_SIDE = Column("side", "side", number=False)
_COUNTS = [Column("stories", "stories"), Column("first", "first"), Column("first_percent", "first, %"),
           Column("tied", "tied"), Column("later", "later"), Column("median_minutes", "median lag, min")]  # fmt: skip


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    told = {"month": asked.month, "provider": asked.provider}
    sides = [_row(row) for row in await rows(db, questions.FIRST_SIDES, **told)]
    sides.sort(key=lambda row: list(_BY_KEY).index(str(row["side"])))
    outlets = [_row(row) | {"address": address_of(row)}
               for row in await rows(db, questions.FIRST_OUTLETS, **told, limit=OUTLETS)]  # fmt: skip
    stories = count((await rows(db, questions.FIRST_STORIES, **told))[0]["stories"])
    times = await rows(db, questions.REPORT_TIMES, month=asked.month)
    return Finding(
        answer=_in_words(sides, stories) if stories else _why_none(times),
        rests_on=f"{stories:,} stories in which two sides or more have an article with a time",
        figures=_figures(sides, outlets),
        tables=[
            Table("By side", [_SIDE, *_COUNTS], sides),
            Table(
                f"By outlet, among all outlets of its stories; the {OUTLETS} with most stories",
                [Column("outlet", "outlet", number=False, href="address"), _SIDE, *_COUNTS],
                outlets,
            ),
        ],
        view="outlet_firsts",
        narrowed={"month": asked.month},
        query="first_to_report",
        arguments=told,
        filters=[await filters.month(db, asked)],
        notes=_notes(times),
        also={"first_reports": told, "report_times": {"month": asked.month}},
    )  # fmt: skip


def _row(row: Row) -> Row:
    """Adds the share of firsts, and leaves out a median of too few."""
    median = row["median_minutes"] if count(row["later"]) >= LEAST_FOR_SHARE else None
    return row | {"first_percent": percent(row["first"], row["stories"]), "median_minutes": median}


def _in_words(sides: Sequence[Row], stories: int) -> str:
    if percent(1, stories) is None:
        return (
            f"There are too few stories of several sides for shares: {stories}, of {LEAST_FOR_SHARE} that are wanted."
        )
    told = "; ".join(
        f"the {row['side']} in {row['first_percent']} % of its {row['stories']:,} stories"
        for row in sides
        if row["first_percent"] is not None
    )
    return f"First to report on a story of several sides: {told}."


def _why_none(times: Sequence[Row]) -> str:
    """Says what is missing where no story can be told: articles, or the times of them."""
    articles = count(times[0]["articles"]) if times else 0
    if not articles:
        return "No story has articles of several outlets yet."
    if not times[0]["told"]:
        return f"Who was first can't be told: none of {articles:,} articles in stories of several outlets tells a time."
    return "No story has articles with a time on two rated sides yet."


def _figures(sides: Sequence[Row], outlets: Sequence[Row]) -> list[Figure]:
    firsts = [Bar(f"{row['side']} ({row['stories']:,})", measure(row["first_percent"]), f"{row['first_percent']} %",
                  _BY_KEY[str(row["side"])]) for row in sides if row["first_percent"] is not None]  # fmt: skip
    lags = [Bar(str(row["outlet"]), measure(row["median_minutes"]), in_words(row["median_minutes"]),
                _BY_KEY[str(row["side"] or "unrated")])
            for row in outlets if row["median_minutes"] is not None][:_DRAWN]  # fmt: skip
    lags.sort(key=lambda bar: bar.value)
    figures = []
    if firsts:
        listed = ", ".join(f"{bar.name} {bar.text}" for bar in firsts)
        figures.append(
            Figure("First, in per cent of the stories that a side has (so many)", bars(f"First: {listed}", firsts))
        )
    if lags:
        label = (
            f"Median lag of {len(lags)} outlets, from {lags[0].text} to {lags[-1].text}: the numbers are in the table"
        )
        figures.append(Figure(f"Median lag where another was first, the {len(lags)} outlets with most stories",
                              bars(label, lags), SIDES))  # fmt: skip
    return figures


def _notes(times: Sequence[Row]) -> Sequence[str]:
    if not times:
        return ()
    row = times[0]
    return (
        (
            f"Of {row['articles']:,} independent articles in stories of several outlets {row['told']:,} have a time;"
            f" {row['none']:,} without one and {row['day_only']:,} at midnight or noon sharp, as a day alone is"
            " written, are left out. Within a minute is a tie."
        ),
    )


QUESTION = Question(
    name="first",
    title="Who reports first, and how far behind are the others?",
    method="The earliest time of a side's or an outlet's independent articles in a story, against the earliest of all;"
    " to the minute.",
    limits="The time is the outlet's own claim, which some set back or renew; who was not polled then may have been"
    " earlier. A reprint is no report of its own, so the agency is first and not its clients.",
    rated=True,
    answer=answer,
)

"""How much of an outlet's articles is an agency's or another outlet's text."""

from __future__ import annotations

from collections.abc import Sequence

from aggregator.site.charts import Kind, shares
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
    measure,
    percent,
)
from aggregator.site.shares import LEAST_FOR_SHARE

OUTLETS, _DRAWN = 200, 25
KINDS = (Kind("wire", "W", "an agency's text"), Kind("copy", "R", "another outlet's"), Kind("own", "O", "its own"))


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    found = [_row(row) for row in await rows(db, questions.WIRE, month=asked.month, provider=asked.provider,
                                             limit=OUTLETS)]  # fmt: skip
    total = (await rows(db, questions.WIRE_TOTAL, month=asked.month))[0]
    return Finding(
        answer=_in_words(total),
        rests_on=f"{total['articles']:,} articles of {total['outlets']:,} outlets",
        figures=_figures(found),
        tables=[
            Table(
                f"By outlet; the {OUTLETS} with most articles",
                [
                    Column("outlet", "outlet", number=False, href="address"),
                    Column("side", "side", number=False),
                    Column("articles", "articles"),
                    Column("wire", "an agency's"),
                    Column("copies", "another outlet's"),
                    Column("own", "its own"),
                    Column("wire_percent", "an agency's, %"),
                    Column("copied_percent", "not its own, %"),
                ],
                found,
            )
        ],
        view="wire_share",
        narrowed={"month": asked.month},
        query="wire_copy_by_outlet",
        arguments={"month": asked.month},
        filters=[await filters.month(db, asked)],
        notes=(f"A share is told of {LEAST_FOR_SHARE} articles or more.",),
    )


def _row(row: Row) -> Row:
    copied = count(row["wire"]) + count(row["copies"])
    return row | {
        "wire_percent": percent(row["wire"], row["articles"]),
        "copied_percent": percent(copied, row["articles"]),
        "address": address_of(row),
    }


def _in_words(total: Row) -> str:
    wire, copies = percent(total["wire"], total["articles"]), percent(total["copies"], total["articles"])
    if wire is None:
        return f"There are too few articles for shares: {total['articles']}."
    return f"Of {total['articles']:,} articles {wire} % are an agency's text and {copies} % another outlet's."


def _figures(found: Sequence[Row]) -> list[Figure]:
    enough = [row for row in found if row["wire_percent"] is not None][:_DRAWN]
    enough.sort(key=lambda row: -measure(row["copied_percent"]))
    if not enough:
        return []
    wholes = [
        (
            str(row["outlet"]),
            {"wire": measure(row["wire"]), "copy": measure(row["copies"]), "own": measure(row["own"])},
        )
        for row in enough
    ]
    first, last = enough[0], enough[-1]
    label = (
        f"Shares of {len(enough)} outlets, from {first['outlet']} with {first['copied_percent']} % not its own to"
        f" {last['outlet']} with {last['copied_percent']} %: the numbers are in the table"
    )
    who = (
        f"The {_DRAWN} outlets with most articles"
        if len(enough) == _DRAWN
        else f"Outlets of {LEAST_FOR_SHARE} articles or more"
    )
    caption = f"{who}, those that copy most first"
    return [Figure(caption, shares(label, wholes, KINDS), KINDS)]


QUESTION = Question(
    name="wire",
    title="How much of each outlet is an agency's text, or another outlet's?",
    method="An agency's: the byline, dateline or canonical link names one, or the text is a copy of one that does;"
    " another outlet's: a copy of its text. An agency's own articles are its own.",
    limits="A copy is found only where we read enough of both texts and the original is among our feeds, so the shares"
    " are lower bounds. An agency is named in many ways, and some outlets name none.",
    rated=True,
    answer=answer,
)

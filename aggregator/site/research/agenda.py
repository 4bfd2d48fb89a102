"""Which outlets cover the same stories."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from aggregator.site.charts import heat
from aggregator.site.queries import Edition, Reader
from aggregator.site.queries import research as questions
from aggregator.site.queries.research import Row, rows
from aggregator.site.research.finding import (
    Asked,
    Column,
    Figure,
    Filter,
    Finding,
    Question,
    Table,
    count,
    measure,
)
from aggregator.site.shares import LEAST_FOR_SHARE

# On a phone a cell of 17 across is 16 px wide: two digits.
OUTLETS, PAIRS = 16, 100


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    outlets = await rows(db, questions.AGENDA_OUTLETS, provider=asked.provider, limit=OUTLETS)
    numbers = json.dumps([row["outlet_id"] for row in outlets])
    among = await rows(db, questions.AGENDA_OF, provider=asked.provider, outlets=numbers, least=LEAST_FOR_SHARE)
    wanted = {"provider": asked.provider, "least": LEAST_FOR_SHARE, "limit": PAIRS}
    pairs = await (
        rows(db, questions.AGENDA_PAIRS, **wanted)
        if asked.outlet is None
        else rows(db, questions.AGENDA_OF_ONE, **wanted, outlet=asked.outlet)
    )
    choice = [(str(row["outlet_id"]), str(row["outlet"])) for row in await rows(db, questions.AGENDA_CHOICE)]
    columns = [
        Column("outlet", "outlet", number=False, href="address"), Column("side", "side", number=False),
        Column("other", "and", number=False, href="other_address"), Column("other_side", "side", number=False),
        Column("shared", "stories of both"), Column("either", "stories of either"), Column("jaccard", "similarity"),
    ]  # fmt: skip
    ordered = [_linked(row) for row in _ordered(outlets, _values(among))]
    return Finding(
        answer=_in_words(pairs),
        rests_on=f"{len(pairs):,} pairs of outlets with {LEAST_FOR_SHARE} stories or more between them, the most alike"
        " first",
        figures=_figures(ordered, _values(among)),
        tables=[
            Table("The most alike", columns, [_linked(row) for row in pairs]),
            Table("The outlets of the chart", [Column("number", "number"),
                  Column("outlet", "outlet", number=False, href="address"), Column("side", "side", number=False),
                  Column("stories", "stories with others")],
                  [row | {"number": place} for place, row in enumerate(ordered, 1)]),
            Table("The pairs of the chart", columns, [_linked(row) for row in among]),
        ],
        view="agenda_similarity",
        narrowed={},
        query="agendas_alike",
        arguments={"provider": asked.provider, "least": str(LEAST_FOR_SHARE)},
        filters=[Filter("outlet", "Outlet", str(asked.outlet or ""), [("", "All"), *choice])],
    )  # fmt: skip


def _linked(row: Row) -> Row:
    """Adds where the outlets' pages are, by their numbers, which lead on to their domains."""
    other = {"other_address": f"/outlet/{row['other_id']}"} if "other_id" in row else {}
    return row | {"address": f"/outlet/{row['outlet_id']}"} | other


_Values = Mapping[tuple[int, int], float]


def _values(found: Sequence[Row]) -> _Values:
    one_way = {(count(row["outlet_id"]), count(row["other_id"])): measure(row["jaccard"]) for row in found}
    return one_way | {(other, one): value for (one, other), value in one_way.items()}


def _ordered(outlets: Sequence[Row], values: _Values) -> list[Row]:
    """Puts next to each outlet the one most like it of those that are left, the first being that of most stories."""
    left, placed = list(outlets), list[Row]()
    while left:
        last = count(placed[-1]["outlet_id"]) if placed else 0
        nearest = max(left, key=lambda row: (values.get((last, count(row["outlet_id"])), 0.0), count(row["stories"])))
        left.remove(nearest)
        placed.append(nearest)
    return placed


def _figures(ordered: Sequence[Row], values: _Values) -> list[Figure]:
    if len(ordered) < 2:
        return []
    places = {count(row["outlet_id"]): place for place, row in enumerate(ordered)}
    cells = {(places[one], places[other]): value for (one, other), value in values.items()}
    caption = f"The {len(ordered)} outlets with most stories; the stronger, the more alike. The numbers:"
    named = "; ".join(f"{place} {row['outlet']} ({row['side'] or 'unrated'})" for place, row in enumerate(ordered, 1))
    label = "Similarity of outlets' agendas: the numbers are in the table 'The pairs of the chart'"
    return [Figure(f"{caption} {named}", heat(label, [str(row["outlet"]) for row in ordered], cells))]


def _in_words(pairs: Sequence[Row]) -> str:
    if not pairs:
        return f"No two outlets have {LEAST_FOR_SHARE} stories between them yet."
    best = pairs[0]
    return (
        f"Most alike are {best['outlet']} and {best['other']}: of {best['either']:,} stories that either has,"
        f" {best['shared']:,} are of both."
    )


QUESTION = Question(
    name="agenda",
    title="Which outlets cover the same stories?",
    method="Jaccard similarity: the stories that both outlets have, divided by those that either has; of stories that"
    " several outlets cover, with texts of their own.",
    limits="An outlet of many stories can't be like one of few. What a feed lists is a part of what its outlet"
    " writes, and two that rewrite one agency look as if they had chosen alike.",
    rated=True,
    answer=answer,
)
